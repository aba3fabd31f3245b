"""The days of a kit that belong to no post: the user's own words are laid over them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.texts.calendar import day_blocks, day_fields, event_calendar, planner_sheet
from htpm_studio.export.texts.week_posts import ReadyPost, ready_posts
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


# ------------------------------------------------------------------ posts, holidays and days of the month


def ready(kit: Kit, **more: Any) -> ReadyPost:
    """The first post of the week, as it goes out."""
    first, *_ = ready_posts(kit, ())
    return replace(first, **more)


def text_of(kit: Kit, post: ReadyPost) -> str:
    (found,) = (
        one.text for one in event_calendar(kit, (post,)).appointments if one.category == kit.campaign.words.copy.post
    )
    return found


def test_a_post_is_on_its_day_with_all_that_is_published_with_it_and_one_without_a_day_is_not_there(kit: Kit) -> None:
    words = kit.campaign.words.copy
    post = ready(kit, pictures=("a.png", "b.png"), alt="A field.", refused=())
    text = text_of(kit, post)
    assert f"{words.pictures}:\na.png\nb.png" in text
    assert f"{words.description}:\nA field." in text
    for version in post.versions:
        assert f":\n{version.text}" in text
    bare = text_of(kit, replace(post, pictures=(), alt=""))
    assert words.pictures not in bare
    assert words.description not in bare
    names = [one.name for one in post.versions[0].networks]
    refused = text_of(kit, replace(post, refused=post.versions[0].networks, versions=()))
    assert all(name in refused for name in names)
    off = replace(post, post=replace(post.post, day=None))
    assert len(event_calendar(kit, (off,)).appointments) == len(event_calendar(kit, ()).appointments)


def test_a_post_on_a_holiday_says_so_first(kit: Kit) -> None:
    post = ready(kit)
    king = replace(post, post=replace(post.post, day=date(2027, 1, 18)))
    assert text_of(kit, king).startswith("Federal holiday, federal offices are closed: ")
    assert not text_of(kit, post).startswith("Federal holiday")


def test_holidays_from_the_first_to_the_last_day_of_the_month_are_there_by_their_day(kit: Kit) -> None:
    def days(of: Kit) -> list[str]:
        rows = planner_sheet(of, ()).rows
        return [row[0] for row in rows if row[4] == "Federal offices are closed."]

    assert days(kit) == ["2027-01-01", "2027-01-18"]
    ids = {one.first: one.id for one in event_calendar(kit, ()).appointments}
    other = replace(kit, look=replace(kit.look, organization="Harbor"))
    assert ids.keys() == {one.first for one in event_calendar(other, ()).appointments}
    assert {*ids.values()}.isdisjoint({one.id for one in event_calendar(other, ()).appointments})


def test_the_planner_marks_what_went_out(kit: Kit) -> None:
    words = kit.campaign.words.copy
    post = ready(kit, pictures=("a.png",))
    gone = replace(post, post=replace(post.post, posted=True))
    (row,) = (row for row in planner_sheet(kit, (gone,)).rows if row[5])
    assert (row[2], row[5], row[7]) == ("10:00", "a.png", words.done)
    (row,) = (row for row in planner_sheet(kit, (post,)).rows if row[5])
    assert row[7] == ""
