"""When posts go out, and what the user's changes of day, time and words leave in the project."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from htpm_studio.campaign.dates import FocusWeek
from htpm_studio.campaign.networks import Network
from htpm_studio.export.edits import ALL_PIECES
from htpm_studio.export.texts.posting_plan import (
    CAPTION,
    DAY,
    NOT_PLANNED,
    TIME,
    USUAL_TIME,
    PlannedPost,
    _day,
    _free_time,
    _open_days,
    _time,
    _title,
    all_timed,
    moved,
    rewritten,
    timed,
    usual_time,
)
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign

DAY_12 = date(2027, 1, 12)
POST = PlannedPost("w2/social/a", 2, "A", "Long words", "Short", "", DAY_12, DAY_12)
PROJECT = Project(Brand("Riverbend"), 2, 2027)
NETWORK = Network("x", "X", "letters", 9, "characters", "", "")


def edits(project: Project) -> dict[str, dict[str, str]]:
    return {piece: dict(fields) for piece, fields in project.edits.to_mapping().items()}


def with_edit(field: str, text: str, piece: str = POST.piece) -> Project:
    return replace(PROJECT, edits=Edits().changed(piece, field, text))


def test_a_taken_time_is_put_off_by_half_hours_unless_the_day_is_over() -> None:
    ten, half, eleven = time(10), time(10, 30), time(11)
    assert _free_time(DAY_12, ten, set()) == ten
    assert _free_time(DAY_12, ten, {(DAY_12, ten), (DAY_12, half)}) == eleven
    assert _free_time(DAY_12, ten, {(date(2027, 1, 13), ten)}) == ten
    late = {(DAY_12, time(23)), (DAY_12, time(23, 30))}
    assert _free_time(DAY_12, time(23), late) == time(23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-01-31", date(2027, 1, 31)), ("2027-02-01", DAY_12), ("2026-01-12", DAY_12), ("soon", DAY_12),
        ("", DAY_12),
        (None, DAY_12), (NOT_PLANNED, None),
    ],
)  # fmt: skip
def test_a_day_is_one_of_its_month_or_the_suggested_one(text: str | None, day: date | None) -> None:
    assert _day(text, DAY_12) == day


def test_a_time_has_no_seconds_and_what_is_none_is_the_usual_one() -> None:
    assert [_time(text, USUAL_TIME) for text in ("09:05", "09:05:59", "09:05:00.5+02:00")] == [time(9, 5)] * 3
    assert [_time(text, USUAL_TIME) for text in ("25:00", "", None)] == [USUAL_TIME] * 3


def test_the_usual_time_is_that_of_all_posts() -> None:
    nine = with_edit(TIME, "09:00", ALL_PIECES)
    assert (usual_time(PROJECT), usual_time(nine)) == (time(10), time(9))
    assert edits(timed(PROJECT, POST, time(9))) == {POST.piece: {TIME: "09:00"}}
    assert edits(timed(with_edit(TIME, "09:00"), POST, time(10))) == {}
    assert edits(timed(PROJECT, replace(POST, shifted=True), time(10))) == {POST.piece: {TIME: "10:00"}}
    assert edits(all_timed(with_edit(TIME, "09:00"), time(8))) == {ALL_PIECES: {TIME: "08:00"}}
    assert edits(all_timed(nine, USUAL_TIME)) == {}
    assert edits(all_timed(with_edit(DAY, "2027-01-13"), USUAL_TIME)) == {POST.piece: {DAY: "2027-01-13"}}


def test_a_post_goes_to_another_day_of_its_month_or_off_the_calendar() -> None:
    assert edits(moved(PROJECT, POST, date(2027, 1, 13))) == {POST.piece: {DAY: "2027-01-13"}}
    assert edits(moved(PROJECT, POST, None)) == {POST.piece: {DAY: NOT_PLANNED}}
    assert edits(moved(with_edit(DAY, "2027-01-13"), POST, DAY_12)) == {}
    for day in (date(2027, 2, 12), date(2026, 1, 12)):
        assert moved(PROJECT, POST, day) is PROJECT
    fixed = replace(POST, fixed=True)
    assert moved(PROJECT, fixed, date(2027, 1, 13)) is moved(PROJECT, fixed, None) is PROJECT


def test_new_words_are_for_all_networks() -> None:
    own = with_edit("caption.x", "Only here")
    made = rewritten(own, replace(POST, own=(("x", "Only here"),)), "New")
    assert edits(made) == {POST.piece: {CAPTION: "New"}}


def test_a_network_gets_its_own_words_else_the_long_ones_where_they_fit_else_the_short_ones() -> None:
    wide = replace(NETWORK, text_limit=10)
    assert (POST.text(wide), POST.text(NETWORK)) == ("Long words", "Short")
    assert replace(POST, short=" ").text(NETWORK) == "Long words"
    own = replace(POST, own=(("x", ""),), edited=True)
    assert own.text(NETWORK) == ""
    assert own.usual(NETWORK) == "Short"
    edited = replace(POST, edited=True)
    assert [one.stands_in(NETWORK) for one in (edited, POST, own)] == [True, False, False]
    assert not edited.stands_in(wide)


def test_posts_are_spread_over_days_on_which_offices_are_open() -> None:
    week = FocusWeek(3, date(2027, 1, 17), date(2027, 1, 23))  # Monday is a federal holiday
    assert [day.day for day in _open_days(week, set())] == [19, 20, 21, 22]
    assert [day.day for day in _open_days(week, {date(2027, 1, 20)})] == [19, 21, 22]
    every = set(map(date.fromordinal, range(week.first.toordinal(), week.last.toordinal() + 1)))
    assert [day.day for day in _open_days(week, {*every})] == [19, 20, 21, 22]
    weekend = FocusWeek(3, date(2027, 1, 16), date(2027, 1, 18))
    assert _open_days(weekend, set()) == list(weekend.working_days)


def test_a_post_is_called_by_the_first_of_its_words_on_the_graphic() -> None:
    post = bundled_campaign().week(2).posts[0]

    def called(own: dict[str, str] | None = None, **fields: str) -> str:
        return _title(replace(post, graphic=replace(post.graphic, fields=fields)), own or {}, {"year": "2027"})

    assert called(head="In *{year}*", quote="Q") == "In 2027"
    assert called(head="", quote="Q") == "Q"
    assert called(number="12%", unit="of people") == "12% of people"
    assert called(number="12%") == "12%"
    assert called(fact="F", unit="no unit") == "F"
    assert called({"head": "Own"}, head="In 2027") == "Own"
    assert called() == post.id
