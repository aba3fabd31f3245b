"""What a proclamation says: one set of words for the printed form and for the document to edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.context import Value
from htpm_studio.export.kit.edits import edited, edits_of, piece_id
from htpm_studio.export.kit.kit import Kit

PROCLAMATION = "proclamation"


def values_of(kit: Kit) -> Mapping[str, str]:
    """What placeholders are filled with; a sender without a name gets a stand-in."""
    return kit.values if kit.values["org"].strip() else {**kit.values, "org": kit.campaign.words.copy.your_organization}


def proclamation_title(kit: Kit) -> str:
    """What the file of the proclamation is called."""
    return f"{kit.campaign.words.copy.proclamation}: {fill(kit.campaign.month.proclamation.title, kit.values)}"


def proclamation_texts(kit: Kit) -> Mapping[str, Value]:
    """Head, place, title, clauses, resolution, witness line and who signs, with the user's own words over them.

    `place`, `official` and `signer` are empty where they are filled in by hand; `line` is below the line for a name.
    """
    texts = edited(kit, piece_id(kit, f"print/{PROCLAMATION}"), _plain(kit))
    return {**texts, "line": joined(kit.campaign.words.copy.name, str(texts["signer"]))}


def joined(*parts: str) -> str:
    """What is written under a line to sign on: a name and an office, whichever is known."""
    return ", ".join(filter(None, parts))


def clauses_of(kit: Kit) -> Iterator[tuple[str, str]]:
    """The clauses with the fields that edits of them name; those that the user emptied are not there."""
    own = edits_of(kit, piece_id(kit, f"print/{PROCLAMATION}"))
    texts = [fill(clause, values_of(kit)) for clause in kit.campaign.month.proclamation.clauses]
    while (field := f"clauses.{len(texts)}") in own:
        texts.append(own[field])
    for at, text in enumerate(texts):
        if clause := own.get(f"clauses.{at}", text):
            yield f"clauses.{at}", clause


def _plain(kit: Kit) -> Mapping[str, Value]:
    form, values = kit.campaign.month.proclamation, values_of(kit)
    return {
        "head": kit.campaign.words.copy.proclamation,
        "title": fill(form.title, values),
        "clauses": tuple(fill(clause, values) for clause in form.clauses),
        "resolution": fill(form.resolution, values),
        "witness": fill(form.witness, values),
        "signer": fill(form.signer, {**values, "office": kit.project.official.office}).strip(),
        "place": kit.project.official.jurisdiction,
        "official": kit.project.official.name,
    }
