"""The days of a kit that belong to no post: the user's own words are laid over them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from htpm_studio.export.kit import Kit, Options, build_kit
from htpm_studio.export.texts.calendar import day_blocks, day_fields, event_calendar, planner_sheet
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

WEEK = "w2"


@pytest.fixture(scope="module")
def kit() -> Kit:
    return build_kit(
        Project(Brand("Riverbend"), 2, 2027), bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 25)
    )


def with_words(kit: Kit, **words: str) -> Kit:
    edits = kit.project.edits
    for name, text in words.items():
        edits = edits.changed("w2/copy/calendar", day_fields(WEEK)[name == "text"], text)
    return replace(kit, project=replace(kit.project, edits=edits))


def said(kit: Kit) -> list[str]:
    return [block.text for block in day_blocks(kit)]


def test_the_days_say_their_own_words_where_nobody_wrote_others(kit: Kit) -> None:
    title, text, *rest = said(kit)
    assert title == f"Week 2: {kit.week.title}"
    assert text
    assert said(with_words(kit, title="Ours")) == ["Ours", text, *rest]
    assert said(with_words(kit, text="Ours")) == [title, "Ours", *rest]
    assert said(with_words(kit, title="", text="")) == [title, "", *rest]  # a day has a title in any case
    names = [one.name for one in kit.campaign.month.events]
    assert rest[::2] == names


def test_the_calendar_and_the_planner_say_the_same(kit: Kit) -> None:
    changed = with_words(kit, title="Ours", text="Our words")
    first = event_calendar(changed, ()).appointments[0]
    assert (first.title, first.text, first.first, first.last) == ("Ours", "Our words", kit.dates.first, kit.dates.last)
    assert event_calendar(kit, ()).appointments[0].title == f"Week 2: {kit.week.title}"
    rows = planner_sheet(changed, ()).rows
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    (week,) = (row for row in rows if row[3] == "Ours")
    assert week == (kit.dates.first.isoformat(), "Monday", "", "Ours", "Our words", "", "", "")
