"""What each line of a toolkit becomes: the small toolkits in `tests/data/toolkit-lines` and `toolkit-weeks.txt`."""

from __future__ import annotations

from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.shape import in_weeks
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from tests.helpers.shown_by import Becomes, Rule, Shown, each_of

USUAL = "It says what the lines below it are."
"""Why nearly each heading is one."""


def said(one: ToolkitItem) -> str:
    """Its week, its kind ("?": it is not sure), its words and days, what is beside it, and why it is where it is."""
    title = one.head if one.kind == "week" else one.text
    days = "".join(f" {month}/{day}" for month, day in one.dates or ())
    under = ("" if one.kind == "week" else one.head, one.group, one.about, *one.platforms, *one.files)
    beside = " | ".join(filter(None, (*under, *(link.target for link in one.links))))
    row = f"{one.week} {one.kind}{'' if one.certainty == 'sure' else '?'}: {title}{days}"
    return f"{row}{f' ({beside})' * bool(beside)}{f' - {one.reason}' * (one.reason not in ('', USUAL))}"


def told(found: RecognizedToolkit) -> list[str]:
    """Its year and language, what is noted, and its items."""
    return [f"{found.year} {found.language}", *map(str, found.notes), *map(said, found.items)]


def read(shown: Shown) -> RecognizedToolkit:
    return recognize(read_text("toolkit.md", shown.text, markdown=shown.markdown))


@each_of("toolkit-lines/*.txt")
def test_each_line_is_where_it_belongs(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: told(read(shown)))


@each_of("toolkit-weeks.txt")
def test_parts_are_weeks_of_a_kit(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: told(in_weeks(read(shown))))
