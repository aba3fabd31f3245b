"""What a kit of the built-in campaign has and a toolkit does not say: ours is kept only where the user wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from htpm_studio.campaign.model import Campaign, Week
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.strings import Strings
from htpm_studio.campaign.toolkit.results import Kind, MissingPart, PartName, RecognizedToolkit

Fill = Literal["none", "ours"]
MONTH_PARTS: Mapping[PartName, Kind] = {
    "theme": "theme", "goals": "goal", "proclamation": "proclamation", "newsletter": "newsletter", "web": "web",
}  # fmt: skip
"""The parts of the month, and what a document says of them."""


def missing_parts(findings: RecognizedToolkit, ours: Campaign) -> tuple[MissingPart, ...]:
    """The parts of the month that the toolkit does not say, weeks that it has nothing for, and those without posts.

    A toolkit of another observance misses nothing of ours.
    """
    if not findings.setting.ours:
        return ()
    month = tuple(MissingPart(name) for name, kind in MONTH_PARTS.items() if not findings.of(kind))
    weeks = findings.weeks
    return month + tuple(
        MissingPart("week" if number not in weeks else "posts", number)
        for number in (week.number for week in ours.weeks)
        if number not in weeks or not findings.of("post", number)
    )


def filled(findings: RecognizedToolkit, fill: Fill) -> RecognizedToolkit:
    """The findings with all that is missing kept from the built-in campaign, or nothing."""
    return replace(findings, keeps=frozenset(findings.missing) if fill == "ours" else frozenset())


def weeks_to_make(findings: RecognizedToolkit) -> tuple[int, ...]:
    """The numbers of the weeks of the pack, up to the last that the toolkit has or the user keeps."""
    kept = {part.week for part in findings.keeps if part.name == "week"}
    return tuple(range(1, max({*findings.weeks, *kept}, default=1) + 1))


def left_out(number: int, words: Strings) -> Week:
    """A week of which kits have nothing; it keeps the number of those after it."""
    name = fill(words.week_label, {"n": str(number)})
    return Week(number, f"week-{number}", name, name, name, name)
