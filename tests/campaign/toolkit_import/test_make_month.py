"""The month of a toolkit: what it says itself, and neutral words where it says nothing."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.campaign.model import Month
from htpm_studio.campaign.toolkit_import.make_month import (
    make_info,
    make_month,
)
from htpm_studio.campaign.toolkit_import.purpose import BUILT_IN, Setting
from htpm_studio.campaign.toolkit_import.results import Day, Kind, MissingPart, PartName, RecognizedToolkit, ToolkitItem
from tests.helpers.bundled import bundled_campaign

OURS = bundled_campaign()


def item(
    kind: Kind, text: str = "", week: int = 0, group: str = "", *, dates: tuple[Day, Day] | None = None
) -> ToolkitItem:
    return ToolkitItem(1, kind, text, week, group=group, dates=dates)


def toolkit(*items: ToolkitItem) -> RecognizedToolkit:
    return RecognizedToolkit("toolkit.md", 2028, items)


OFFICE = "It comes from the Office on Trafficking in Persons."


def month(*items: ToolkitItem, language: str = "en", keeps: tuple[PartName, ...] = ()) -> Month:
    base = bundled_campaign(language)
    findings = replace(toolkit(*items), keeps=frozenset(MissingPart(name) for name in keeps))
    return make_month(findings, base, base.month)[0]


def test_the_credit_names_the_office_of_the_official_toolkit_in_english_alone() -> None:
    plain = f"Adapted from the 2028 {OURS.month.name} toolkit"
    said = (item("aside", "Ask."), item("aside", OFFICE))
    assert month(item("aside", "Ask.")).credit == f"{plain}."
    assert month(*said).credit == f"{plain} of the Office on Trafficking in Persons."
    assert month(*said, language="es").credit.endswith(f": {bundled_campaign('es').month.name}.")


def test_a_theme_of_the_toolkit_takes_the_place_of_ours_for_its_year_alone() -> None:
    ours = OURS.month.themes
    dated = replace(ours[0], title="Of that year", year=2028)
    base = replace(OURS, month=replace(OURS.month, themes=(dated, *ours)))
    for items, titles in (
        ((item("theme", "Doors that open", group="title"),), ["Doors that open", *(one.title for one in ours)]),
        ((), ["Of that year", *(one.title for one in ours)]),
    ):
        findings = replace(toolkit(*items), keeps=frozenset((MissingPart("theme"),)))
        made = make_month(findings, base, base.month)[0]
        known = [one.title for one in made.themes if one.year != 2028 or one.title in titles]
        assert known == titles


def test_what_the_toolkit_says_comes_before_what_is_kept_of_ours() -> None:
    assert month(item("goal", "Fewer are harmed.")).goals == ("Fewer are harmed.",)
    assert month(keeps=("goals",)).goals == OURS.month.goals
    newsletter = month(item("newsletter", "Ask a cook today.")).newsletter
    assert newsletter.paragraphs == ("Ask a cook today.",)
    assert month(item("web", "Ask a cook today.")).web.paragraphs == ("Ask a cook today.",)


def test_a_kit_has_a_day_where_the_toolkit_names_one_or_the_user_keeps_ours() -> None:
    def day(named: int, *keeps: PartName) -> int:
        findings = replace(toolkit(), setting=replace(BUILT_IN, day=named))
        findings = replace(findings, keeps=frozenset(MissingPart(name) for name in keeps))
        return make_info(findings, OURS.info, OURS.info).observance.day

    assert (day(0), day(11), day(0, "day"), day(11, "day")) == (0, 11, 11, 11)


def test_the_day_of_another_observance_is_said_with_its_month() -> None:
    setting = Setting(ours=False, name="Safe Homes Month", month=12, day=9, day_name="Safe Day", helpline=None)
    made = make_month(replace(toolkit(), setting=setting), OURS, OURS.month)[0]
    assert [(one.day, one.name, one.text) for one in made.events] == [(9, "Safe Day", "Safe Day: December 9.")]
    sentence = replace(setting, day_text="Wear green on #SafeDay.")
    made = make_month(replace(toolkit(), setting=sentence), OURS, OURS.month)[0]
    assert [(one.text, one.hashtag) for one in made.events] == [("Wear green on #SafeDay.", "SafeDay")]
