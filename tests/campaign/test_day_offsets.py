"""Days counted from the first of a campaign's month: the same number is the same day in every year."""

from __future__ import annotations

from datetime import date

import pytest

from htpm_studio.campaign.day_offsets import day_of, number_of


@pytest.mark.parametrize(
    ("month", "number", "day"),
    [
        (9, 1, date(2027, 9, 1)), (9, 30, date(2027, 9, 30)), (9, 31, date(2027, 10, 1)), (9, 62, date(2027, 11, 1)),
        (9, 0, date(2027, 8, 31)), (9, -31, date(2027, 7, 31)), (12, 32, date(2028, 1, 1)), (1, 0, date(2026, 12, 31)),
    ],
)  # fmt: skip
def test_days_go_on_into_the_months_beside(month: int, number: int, day: date) -> None:
    assert day_of(2027, month, number) == day
    assert number_of(month, (day.month, day.day)) == number


def test_a_day_that_a_year_does_not_have_is_the_last_of_its_month() -> None:
    assert number_of(2, (2, 29)) == 29
    assert [day_of(year, 2, 29) for year in (2027, 2028)] == [date(2027, 2, 28), date(2028, 2, 29)]
    assert day_of(2027, 2, 30) == date(2027, 3, 1)
    assert day_of(2027, 12, 32 + 59) == date(2028, 2, 29)


def test_days_far_from_the_month_have_no_number() -> None:
    assert number_of(9, (1, 5)) is None
    assert number_of(9, (12, 5)) is None


def test_months_of_31_days_and_leap_days_are_counted_whole() -> None:
    assert day_of(2027, 1, 31) == date(2027, 1, 31)
    assert day_of(2027, 1, 31 + 29) == date(2027, 2, 28)
    assert [number_of(1, day) for day in ((1, 31), (2, 1), (3, 1), (12, 31), (11, 30))] == [31, 32, 61, 0, -31]
