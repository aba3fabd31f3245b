"""What a proclamation says: one set of words for the printed form and for the document to edit."""

from __future__ import annotations

from collections.abc import Mapping

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.scope import Value
from htpm_studio.export.edits import edited, piece_id
from htpm_studio.export.kit import Kit

PROCLAMATION = "proclamation"


def values_of(kit: Kit) -> Mapping[str, str]:
    """What placeholders are filled with; a sender without a name gets a stand-in."""
    return kit.values if kit.values["org"].strip() else {**kit.values, "org": kit.campaign.words.copy.your_organization}


def proclamation_texts(kit: Kit) -> Mapping[str, Value]:
    """Head, title, clauses, resolution and who signs, with the user's own words laid over them."""
    said, values = kit.campaign.month.proclamation, values_of(kit)
    plain: dict[str, Value] = {
        "head": kit.campaign.words.copy.proclamation,
        "title": fill(said.title, values),
        "clauses": tuple(fill(clause, values) for clause in said.clauses),
        "resolution": fill(said.resolution, values),
        "signer": said.signer,
    }
    return edited(kit, piece_id(kit, f"print/{PROCLAMATION}"), plain)
