"""The weeks of a month, when each is, and what belongs to a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from htpm_studio.campaign.dates import (
    FocusWeek,
    Schedule,
    awareness_day,
    check_year,
    coming_week,
    date_range,
    focus_weeks,
    on_their_days,
    values_for,
)
from htpm_studio.campaign.model import Action, Dated, Observance, Post, PrintedWeeks, Week
from htpm_studio.campaign.toolkit_import.missing import left_out
from htpm_studio.errors import InputError
from tests.helpers.bundled import bundled_campaign

JULY = Observance(month=7, day=30)


def week(first: int, last: int, number: int = 1, month: int = 1) -> FocusWeek:
    return FocusWeek(number, date(2027, month, first), date(2027, month, last))


@pytest.mark.parametrize(
    ("year", "month", "count", "spans"),
    [
        (2027, 1, 5, [(1, 3), (4, 10), (11, 17), (18, 24), (25, 31)]),
        (2027, 1, 4, [(1, 10), (11, 17), (18, 24), (25, 31)]),  # the shorter of both ends is joined
        (2027, 1, 6, [(1, 3), (4, 7), (8, 10), (11, 17), (18, 24), (25, 31)]),  # the first of the longest is cut
        (2028, 1, 5, [(1, 2), (3, 9), (10, 16), (17, 23), (24, 31)]),
        (2027, 2, 4, [(1, 7), (8, 14), (15, 21), (22, 28)]),
        (2027, 2, 3, [(1, 7), (8, 14), (15, 28)]),  # of equal ends the last
        (2027, 2, 2, [(1, 14), (15, 28)]),
        (2027, 2, 1, [(1, 28)]),
        (2027, 5, 6, [(1, 2), (3, 9), (10, 16), (17, 23), (24, 30), (31, 31)]),  # the last day but one is a Sunday
    ],
)
def test_a_month_is_cut_into_as_many_weeks_as_there_are(
    year: int, month: int, count: int, spans: list[tuple[int, int]]
) -> None:
    found = focus_weeks(year, Observance(month=month), count)
    assert [(one.first.day, one.last.day) for one in found] == spans


def test_printed_days_count_and_the_other_weeks_are_those_of_the_calendar() -> None:
    printed = Observance(month=1, day=11, printed=(PrintedWeeks(2027, (2,), (5,), (2,)),))
    found = focus_weeks(2027, printed)
    assert [(one.number, one.first.day, one.last.day) for one in found] == [
        (1, 1, 3), (2, 2, 5), (3, 11, 17), (4, 18, 24), (5, 25, 31),
    ]  # fmt: skip
    every = Observance(month=1, day=11, printed=(PrintedWeeks(2027, (0, 8), (7, 40)),))
    first, second = focus_weeks(2027, every, 2)
    assert (first.first, second.last) == (date(2026, 12, 31), date(2027, 2, 9))
    assert focus_weeks(2028, printed)[0].last.day == 2


def test_years_from_2010_to_2100_have_a_plan() -> None:
    assert (check_year(2010), check_year(2100)) == (2010, 2100)
    for year in (2009, 2101):
        with pytest.raises(InputError, match=str(year)):
            check_year(year)


def test_a_week_holds_its_days_both_ends_included() -> None:
    one = week(11, 12)
    assert one.days == (date(2027, 1, 11), date(2027, 1, 12))
    assert [one.holds(date(2027, 1, day)) for day in (10, 11, 12, 13)] == [False, True, True, False]


def test_working_days_are_those_without_holidays_or_all_where_none_is_left() -> None:
    assert [day.day for day in week(17, 19).working_days] == [17, 19]  # the 18th is a federal holiday
    assert [day.day for day in week(18, 18).working_days] == [18]


@pytest.mark.parametrize(
    ("first", "last", "short"),
    [
        (4, 6, True), (4, 7, False),  # three days, whatever they are
        (7, 10, False), (8, 11, False), (1, 5, False), (15, 18, True),  # one day of offices: the 15th
        (14, 18, False), (1, 4, True), (9, 12, False),
    ],
)  # fmt: skip
def test_a_week_of_three_days_or_with_one_day_of_offices_is_too_short(first: int, last: int, short: bool) -> None:
    assert week(first, last).is_short is short


def test_the_coming_week_is_the_first_that_is_not_over_nor_too_short() -> None:
    weeks = (week(4, 10, 1), week(11, 13, 2), week(14, 20, 3))
    days = {1: 1, 10: 1, 11: 3, 20: 3, 21: 3}
    assert {day: coming_week(weeks, date(2027, 1, day)) for day in days} == days


def test_own_days_count_in_their_month_and_year() -> None:
    own = FocusWeek(2, date(2027, 1, 12), date(2027, 1, 14))
    mine = Schedule(2027, (own,))
    assert mine.week(2) == own
    assert (mine.is_own(2), mine.is_own(1)) == (True, False)
    for other in (replace(own, first=date(2028, 1, 12)), replace(own, first=date(2027, 2, 12))):
        assert Schedule(2027, (other,)).week(2) == Schedule(2027).week(2)
        assert not Schedule(2027, (other,)).is_own(2)
    for number in (0, 6):
        with pytest.raises(InputError, match=f"no week {number}"):
            mine.week(number)
    assert mine.week(5).number == 5


def test_the_month_reaches_as_far_as_its_weeks() -> None:
    assert Schedule(2027).month == (date(2027, 1, 1), date(2027, 1, 31))
    printed = Observance(month=1, day=11, printed=(PrintedWeeks(2027, (0, 8), (7, 40)),))
    assert Schedule(2027, observance=printed, count=2).month == (date(2026, 12, 31), date(2027, 2, 9))
    assert Schedule(2009).month == (date(2009, 1, 1), date(2009, 1, 31))


def test_a_week_is_joined_with_the_one_before_it_and_the_first_with_the_next() -> None:
    months = Schedule(2027)
    assert [months.beside(number) for number in range(1, 6)] == [2, 1, 2, 3, 4]
    assert Schedule(2027, count=1).beside(1) == 1
    assert months.joined(1) == week(1, 10)
    assert months.joined(5) == week(18, 31, 5)
    assert months.too_short() == months.week(1)
    assert Schedule(2027, (week(1, 3),)).too_short() is None


def test_what_belongs_to_a_day_is_in_the_weeks_that_hold_it_or_in_its_own() -> None:
    months = Schedule(2027, wear_blue=(5, 6, 1))
    assert months.weeks_for(11, 4) == (1, 3, 5)
    assert months.weeks_for(12, 4) == (3,)
    away = Schedule(2027, tuple(week(1, 2, number) for number in range(1, 6)))
    assert away.weeks_for(12, 4) == (4,)
    assert [months.looks_ahead_to(11, number, 4) for number in (1, 2, 3, 5)] == [True, False, True, False]
    late = Schedule(2027, (week(11, 14, 3),))
    assert late.looks_ahead_to(11, 3, 3)


def test_the_day_of_the_month_is_the_first_where_the_campaign_has_none() -> None:
    assert awareness_day(Schedule(2027)) == date(2027, 1, 11)
    assert awareness_day(Schedule(2027, observance=JULY)) == date(2027, 7, 30)
    assert awareness_day(Schedule(2027, observance=replace(JULY, day=0))) == date(2027, 7, 1)
    with pytest.raises(InputError):
        awareness_day(Schedule(2009))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 1, 4), date(2027, 1, 4), "January 4, 2027"),
        (date(2027, 1, 4), date(2027, 1, 10), "January 4\N{EN DASH}10, 2027"),
        (date(2027, 1, 31), date(2027, 2, 6), "January 31\N{EN DASH}February 6, 2027"),
        (date(2026, 12, 28), date(2027, 1, 3), "December 28, 2026\N{EN DASH}January 3, 2027"),
        (date(2026, 1, 4), date(2027, 1, 4), "January 4, 2026\N{EN DASH}January 4, 2027"),
    ],
)
def test_the_days_of_a_week_are_said_with_as_few_words_as_it_takes(first: date, last: date, said: str) -> None:
    assert date_range(FocusWeek(1, first, last), bundled_campaign().words) == said


def planned(year: int = 2027, *added: int, dated: Dated | None = None, ready: bool = True) -> list[Week]:
    """Weeks 2 to 4 of a campaign with a post and an action of January 11 in week 2, as they are in a year."""
    ours = bundled_campaign()
    post, action, resource = ours.week(2).posts[0], ours.week(2).actions[0], ours.week(2).resources[0]
    slide, sheet = ours.week(2).decks[0].slides[0], ours.week(2).handouts[0]

    def one(number: int, posts: tuple[Post, ...], actions: tuple[Action, ...], *names: str) -> Week:
        week = ours.week(number)
        deck = replace(week.decks[0], slides=(replace(slide, fields={"head": "Any"}, notes="Any.", dated=dated),))
        return replace(
            week, posts=posts, actions=actions, resources=tuple(replace(resource, id=name) for name in names),
            decks=(deck,), handouts=(replace(sheet, fields={"head": "Any"}, dated=dated),),
        )  # fmt: skip

    day = replace(post, id="day", only_day=11), replace(action, id="act", only_day=11, resources=("own", "both"))
    free = [replace(post, id=f"p{number}", only_day=None) for number in range(5)]
    acts = [replace(action, id=f"a{number}", only_day=None, resources=("both",)) for number in range(5)]
    weeks = (
        one(2, (day[0], free[2]), (acts[2], day[1]), "own", "both", "other"),
        one(3, (free[3],), (replace(acts[3], resources=()),), "third"),
        one(4, (free[4],), (replace(acts[4], resources=()),)),
    )
    if not ready:
        weeks = (weeks[0], left_out(3, ours.words), weeks[2])
    return [*on_their_days(replace(ours, weeks=weeks), Schedule(year, wear_blue=added)).weeks]


def ids(week: Week) -> tuple[list[str], list[str], list[str]]:
    return [one.id for one in week.posts], [one.id for one in week.actions], [one.id for one in week.resources]


def test_posts_and_actions_of_a_day_are_in_the_week_that_has_it_with_what_they_name() -> None:
    second, third, fourth = planned(2027)  # January 11 is in week 3
    assert ids(second) == (["p2"], ["a2"], ["both", "other"])
    assert ids(third) == (["p3", "day"], ["act", "a3"], ["third", "own", "both"])
    assert ids(fourth) == (["p4"], ["a4"], [])
    assert [one.home for one in third.posts] == [0, 2]


def test_in_a_year_whose_day_is_in_their_own_week_they_stay_and_may_be_in_another_one_too() -> None:
    second, third, _ = planned(2026)  # January 11 is in week 2
    assert ids(second) == (["day", "p2"], ["act", "a2"], ["own", "both", "other"])
    assert ids(third) == (["p3"], ["a3"], ["third"])
    assert [one.home for one in second.posts] == [0, 0]
    second, third, _ = planned(2026, 3)
    assert ids(second)[0] == ["day", "p2"]
    assert ids(third) == (["p3", "day"], ["act", "a3"], ["third", "own", "both"])


def test_a_week_that_is_left_out_gets_nothing() -> None:
    assert ids(planned(ready=False)[1]) == ([], [], [])


def test_slides_and_sheets_say_the_words_of_a_day_in_the_weeks_that_look_ahead_to_it() -> None:
    def heads(dated: Dated) -> list[tuple[object, str, object]]:
        pieces = [(week.decks[0].slides[0], week.handouts[0]) for week in planned(2027, dated=dated)]
        return [(slide.fields["head"], slide.notes, sheet.fields["head"]) for slide, sheet in pieces]

    usual, blue = ("Any", "Any.", "Any"), ("Blue", "Blue.", "Blue")
    assert heads(Dated(11, True, {"head": "Blue"}, "Blue.")) == [usual, blue, usual]
    assert heads(Dated(11, False, {"head": "Blue"}, "Blue.")) == [blue, usual, blue]
    assert heads(Dated(11, True, {"head": "Blue"}))[1] == ("Blue", "Any.", "Blue")


def test_the_theme_of_a_kit_is_the_users_own_or_that_of_the_year() -> None:
    ours = bundled_campaign()
    usual = ours.theme(2027)
    own = values_for(ours, Schedule(2027), 2, "River", "Doors that open.")
    assert (own["theme"], own["theme_short"], own["theme_line"]) == (
        "Doors that open.", "Doors that open", "Doors that open.",
    )  # fmt: skip
    other = values_for(ours, Schedule(2027), 2, "River")
    assert (other["theme"], other["theme_short"], other["theme_line"]) == (
        usual.title, usual.title.removesuffix("."), usual.line,
    )  # fmt: skip
