"""The weeks, days or themes of a toolkit as weeks of a kit: their titles, their days, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from htpm_studio.campaign.toolkit_import.results import Day, RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.shape import LEAP_YEAR, _by_calendar, _calendar_week, _shared, _title, in_weeks


def week(number: int, first: Day | None = None, last: Day | None = None, *, head: str = "") -> ToolkitItem:
    dates = (first, last or first) if first else None
    return ToolkitItem(number, "week", "", number, head=head, dates=dates)


def toolkit(*items: ToolkitItem, year: int = 2028) -> RecognizedToolkit:
    return RecognizedToolkit("toolkit.md", year, items)


def spans(*items: ToolkitItem, year: int = 2028) -> list[tuple[Day, Day] | None]:
    return [one.dates for one in in_weeks(toolkit(*items, year=year)).items]


def test_a_post_of_a_day_that_shares_its_week_keeps_the_title_of_the_day() -> None:
    posts = [ToolkitItem(at, "post", "Words", at) for at in (1, 2, 3)]
    days = [week(at, (1, at + 9), head=head) for at, head in ((1, "Doors"), (2, "x" * 49))]
    found = in_weeks(toolkit(*days, week(3, (1, 20), head="Gates"), *posts))
    assert [(one.week, one.about) for one in found.of("post")] == [(1, "Doors"), (1, ""), (2, "")]


def test_weeks_that_are_named_by_a_day_go_on_to_the_day_before_the_next_one() -> None:
    days = [week(number, (1, day)) for number, day in ((1, 5), (2, 10), (3, 20))]
    assert spans(*days) == [((1, 5), (1, 9)), ((1, 10), (1, 16)), ((1, 20), (1, 26))]
    assert len(in_weeks(toolkit(*days)).notes) == 1
    assert spans(week(1, (1, 3)), week(2, (1, 28)))[-1] == ((1, 28), (1, 31))
    assert spans(week(1, (2, 3)), week(2, (2, 28)))[-1] == ((2, 28), (2, 29))
    assert spans(week(1, (2, 3)), week(2, (2, 28)), year=2027)[-1] == ((2, 28), (2, 28))
    assert spans(week(1, (2, 3)), week(2, (2, 28)), year=0)[-1] == ((2, 28), (2, 29))


def test_one_day_alone_days_of_two_months_and_weeks_with_an_end_stay_as_they_are() -> None:
    for items in (
        [week(1, (1, 3))], [week(1, (1, 3)), week(2, (2, 3))],
        [week(1, (1, 3)), week(2, (1, 10), (1, 14)), week(3, (1, 17), (1, 20))],
    ):  # fmt: skip
        assert spans(*items) == [one.dates for one in items]


def test_a_day_that_its_year_does_not_have_is_compared_in_one_that_has_it() -> None:
    assert _calendar_week((2, 29), 2027) == _calendar_week((2, 29), LEAP_YEAR) == _calendar_week((2, 29), 0)
    assert _calendar_week((1, 4), 2027) != _calendar_week((1, 4), LEAP_YEAR)


A, B, C = "Farms", "Kitchens", "Care at home"
LONG = "x" * 40


@pytest.mark.parametrize(
    ("heads", "title"),
    [
        ((A,), A), ((A, B), f"{A} / {B}"), ((A, B, C), f"{A}, {B}, {C}"), ((A, "", C), f"{A} / {C}"), (("", ""), ""),
        ((LONG, LONG), f"{LONG} / {LONG}"), ((A, LONG, B, C), f"{A} \N{EN DASH} {C}"),
        ((LONG, B, LONG), LONG), (("x" * 28, B, "y" * 29), f"{'x' * 28} \N{EN DASH} {'y' * 29}"),
        (("x" * 29, B, "y" * 29), "x" * 29), (("x" * 30, "y" * 14, "z" * 12), f"{'x' * 30}, {'y' * 14}, {'z' * 12}"),
    ],
)  # fmt: skip
def test_parts_that_share_a_week_share_its_title_as_far_as_there_is_room(heads: tuple[str, ...], title: str) -> None:
    numbers = list(range(1, len(heads) + 1))
    found = toolkit(*(week(number, head=head) for number, head in zip(numbers, heads, strict=True)))
    assert _title(numbers, [numbers, [9]], found) == title


def test_one_week_with_all_parts_has_the_theme_of_the_month_where_the_titles_are_too_long() -> None:
    items = [week(number, head=LONG) for number in (1, 2, 3)]
    theme = ToolkitItem(9, "theme", "Doors that open", group="title")
    group = [1, 2, 3]
    assert _title(group, [group], toolkit(*items, theme)) == "Doors that open"
    assert _title(group, [group, [4]], toolkit(*items, theme)) == LONG
    assert _title(group, [group], toolkit(*items, replace(theme, text="x" * 61))) == LONG
    assert _title(group, [group], toolkit(*items, replace(theme, group="text"))) == LONG


def test_numbers_that_do_not_fit_are_counted_anew_and_that_is_said() -> None:
    made = in_weeks(toolkit(week(2), week(8)))
    assert [one.week for one in made.items] == [1, 2]
    assert made.notes == ("Part 2 of the toolkit is week 1 of the kit.", "Part 8 of the toolkit is week 2 of the kit.")
    assert in_weeks(toolkit(week(2), week(6))).notes == ()
    shared = in_weeks(toolkit(*(week(number) for number in range(1, 8))))
    assert [one.week for one in shared.items] == [1, 2, 3, 4, 5, 6, 6]
    assert shared.notes == ("Parts 6, 7 of the toolkit are week 6 of the kit, which has at most 6 weeks.",)


@pytest.mark.parametrize(
    ("numbers", "sizes"),
    [
        (range(1, 7), []),  # six weeks stay as they are
        (range(1, 8), [1, 1, 1, 1, 1, 2]),
        (range(1, 13), [2, 2, 2, 2, 2, 2]),
        (range(1, 14), [2, 2, 2, 2, 2, 3]),
        (range(1, 32), [5, 5, 5, 5, 5, 6]),
        ((2, 9), [1, 1]),
        ((), []),
    ],
)
def test_more_than_six_parts_share_six_weeks_and_the_later_weeks_have_more(
    numbers: Sequence[int], sizes: list[int]
) -> None:
    groups = _shared(tuple(numbers))
    assert [len(group) for group in groups] == sizes
    assert not groups or [number for group in groups for number in group] == list(numbers)


def test_days_are_grouped_by_the_week_that_they_are_in_and_the_sixth_week_takes_what_is_left() -> None:
    def grouped(*days: int) -> list[list[int]]:
        return _by_calendar(range(1, len(days) + 1), {at: ((1, day), (1, day)) for at, day in enumerate(days, 1)}, 2028)

    assert grouped(3, 9, 10, 16, 17) == [[1, 2], [3, 4], [5]]  # January 3, 2028, is a Monday
    months = {at: ((month, 3), (month, 3)) for at, month in enumerate(range(1, 9), 1)}
    assert _by_calendar(range(1, 9), months, 2028) == [[1], [2], [3], [4], [5], [6, 7, 8]]
    assert _by_calendar((1, 2), {1: ((1, 3), (1, 3))}, 2028) == [], "half of them are days"
    assert _by_calendar((1, 2, 3), {1: ((1, 3), (1, 3)), 2: ((1, 4), (1, 4))}, 2028) == [[1, 2, 3]]


def test_what_is_in_a_part_moves_to_the_week_that_has_it() -> None:
    idea = ToolkitItem(9, "passage", "Words", 2, group="idea")
    other = ToolkitItem(9, "passage", "Words", 2, head="Own", group="")
    topic = ToolkitItem(9, "week", "", 2, head="Connected", group="connect")
    post = ToolkitItem(9, "post", "Words", 2)
    month = ToolkitItem(9, "goal", "Words", 0)
    days = [week(1, (1, 10), head="Doors"), week(2, (1, 11), head="Gates"), week(3, (1, 20), head="Bags")]
    made = in_weeks(toolkit(*days, topic, idea, other, post, month)).items
    assert [(one.week, one.head, one.group, one.dates) for one in made] == [
        (1, "Doors / Gates", "", ((1, 10), (1, 11))), (1, "Doors / Gates", "", ((1, 10), (1, 11))),
        (2, "Bags", "", ((1, 20), (1, 20))), (1, "Connected", "connect", None), (1, "Gates", "", None),
        (1, "Own", "", None), (1, "", "", ((1, 11), (1, 11))), (0, "", "", None),
    ]  # fmt: skip


def test_a_passage_of_a_part_alone_or_without_a_title_stays_as_it_is() -> None:
    idea = [ToolkitItem(9, "passage", "Words", at, group="idea") for at in (1, 2, 3)]
    days = [week(1, (1, 10), head="Doors"), week(2, (1, 11)), week(3, (1, 20), head="Bags")]
    made = in_weeks(toolkit(*days, *idea)).of("passage")
    assert [(one.week, one.head, one.group) for one in made] == [(1, "Doors", ""), (1, "", "idea"), (2, "", "idea")]


def test_weeks_that_share_a_number_have_the_days_from_the_first_to_the_last_where_all_are_known() -> None:
    spans = [((1, at), (1, at + 1)) for at in range(1, 15, 2)]
    all_of = [week(at, *span) for at, span in enumerate(spans, 1)]
    posts = [ToolkitItem(9, "post", "Words", 7), ToolkitItem(9, "post", "Words", 6, dates=((1, 12), (1, 12)))]
    made = in_weeks(toolkit(*all_of, *posts)).items
    assert made[-3].dates == made[-4].dates == ((1, 11), (1, 14))
    assert [one.dates for one in made[-2:]] == [None, ((1, 12), (1, 12))]
    some = [*all_of[:6], week(7)]
    assert in_weeks(toolkit(*some)).items[-1].dates is None
    three = [week(at, *span) for at, span in enumerate([*spans[:6], *spans[:6], *spans[:1]], 1)]
    assert in_weeks(toolkit(*three)).items[-1].dates == (spans[4][0], spans[0][1])


def test_a_day_without_a_post_of_its_own_day_gives_it_to_its_posts() -> None:
    items = [ToolkitItem(9, "action", "Words", 1), ToolkitItem(9, "post", "Words", 1)]
    days = [week(1, (1, 10)), week(2, (1, 11)), week(3, (1, 20))]
    made = in_weeks(toolkit(*days, *items)).items
    assert [one.dates for one in made[-2:]] == [None, ((1, 10), (1, 10))]


def test_one_day_a_week_makes_weeks_only_where_each_is_alone_in_its_own() -> None:
    days = [week(1, (1, 10)), week(2, (1, 11)), week(3, (1, 20))]
    assert [one.dates for one in in_weeks(toolkit(*days)).items] == [
        ((1, 10), (1, 11)), ((1, 10), (1, 11)), ((1, 20), (1, 20)),
    ]  # fmt: skip
