"""What a kit of the built-in campaign has and a toolkit does not say: ours is kept only where the user wants it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from htpm_studio.campaign.model import Campaign, Week
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.strings import Strings
from htpm_studio.campaign.toolkit_import.make_week import week_like
from htpm_studio.campaign.toolkit_import.results import Kind, MissingPart, PartName, RecognizedToolkit
from htpm_studio.errors import InputError, msg

Fill = Literal["none", "ours"]
MONTH_PARTS: Mapping[PartName, Kind] = {
    "theme": "theme", "goals": "goal", "proclamation": "proclamation", "newsletter": "newsletter", "web": "web",
    "hashtags": "hashtag",
}  # fmt: skip
"""The parts of the month, and what a document says of them."""

OURS_TOO: tuple[PartName, ...] = ("day", "numbers", "resources", "voices")
"""Parts of the month that ours may add to, whatever a document says of them."""


def missing_parts(findings: RecognizedToolkit, ours: Campaign) -> tuple[MissingPart, ...]:
    """The parts of the month that the toolkit does not say, weeks that it has nothing for, those without posts, and
    the decks and handouts of our weeks with the topics of its weeks.

    A toolkit of another observance misses nothing of ours.
    """
    if not findings.setting.ours:
        return ()
    names = [name for name, kind in MONTH_PARTS.items() if not findings.of(kind)]
    weeks = findings.weeks
    rows = [MissingPart(name) for name in (*names, *OURS_TOO)]
    for number in sorted({*weeks, *(week.number for week in ours.weeks)}):
        there = any(week.number == number for week in ours.weeks)
        if number not in weeks:
            rows.append(MissingPart("week", number))
            continue
        if there and not findings.of("post", number):
            rows.append(MissingPart("posts", number))
        if week_like(findings, number, ours.weeks) is not None:
            rows.append(MissingPart("decks", number))
    return tuple(rows)


def filled(findings: RecognizedToolkit, fill: Fill, keep: Collection[str] = ()) -> RecognizedToolkit:
    """The findings with what is missing kept from the built-in campaign: all of it, nothing, or the parts named.

    Raises InputError for a part that is not missing.
    """
    known = {part.id: part for part in findings.missing}
    for name in keep:
        if name not in known:
            raise InputError(
                msg("{name} is nothing of the built-in campaign that this toolkit lacks.", name=name),
                msg("It lacks: {parts}.", parts=", ".join(known)) if known else "Nothing is missing from it.",
            )
    kept = findings.missing if fill == "ours" else [known[name] for name in keep]
    return replace(findings, keeps=frozenset(kept))


def weeks_to_make(findings: RecognizedToolkit) -> tuple[int, ...]:
    """The numbers of the weeks of the pack, up to the last that the toolkit has or the user keeps."""
    kept = {part.week for part in findings.keeps if part.name == "week"}
    return tuple(range(1, max({*findings.weeks, *kept}, default=1) + 1))


def left_out(number: int, words: Strings) -> Week:
    """A week of which kits have nothing; it keeps the number of those after it."""
    name = fill(words.week_label, {"n": str(number)})
    return Week(number, f"week-{number}", name, name, name, name)
