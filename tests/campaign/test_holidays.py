"""The federal holidays of any January."""

from __future__ import annotations

from datetime import date

import pytest

from htpm_studio.campaign.dates import FocusWeek
from htpm_studio.campaign.holidays import KING, NEW_YEAR, OBSERVED, holiday_on, holidays


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2023, [(1, NEW_YEAR), (2, OBSERVED), (16, KING)]),
        (2024, [(1, NEW_YEAR), (15, KING)]),
        (2027, [(1, NEW_YEAR), (18, KING)]),
        (2028, [(1, NEW_YEAR), (17, KING)]),
        (2029, [(1, NEW_YEAR), (15, KING)]),
    ],
)
def test_a_january_has_new_years_day_and_the_third_monday(year: int, days: list[tuple[int, str]]) -> None:
    assert [(one.day.day, one.name) for one in holidays(year) if one.day.month == 1] == days


def test_other_months_have_their_federal_holidays() -> None:
    found = {str(one.name): one.day for one in holidays(2027)}
    assert found["Columbus Day"] == date(2027, 10, 11)
    assert found["Memorial Day"] == date(2027, 5, 31)
    assert found["Thanksgiving Day"] == date(2027, 11, 25)
    assert len(found) == 11


def test_a_day_of_work_is_no_holiday() -> None:
    assert holiday_on(date(2027, 1, 11)) is None
    king = holiday_on(date(2027, 1, 18))
    assert king is not None
    assert king.name == KING


def test_the_working_days_of_a_week_are_those_that_are_no_holiday_unless_all_are() -> None:
    week = FocusWeek(3, date(2027, 1, 17), date(2027, 1, 19))  # Monday the 18th is Martin Luther King Jr. Day
    assert week.working_days == (date(2027, 1, 17), date(2027, 1, 19))
    assert FocusWeek(3, date(2027, 1, 18), date(2027, 1, 18)).working_days == (date(2027, 1, 18),)
