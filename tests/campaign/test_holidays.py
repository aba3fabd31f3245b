"""The federal holidays of any January."""

from __future__ import annotations

from datetime import date

import pytest

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
    assert [(one.day.day, one.name) for one in holidays(year)] == days


def test_a_day_of_work_is_no_holiday() -> None:
    assert holiday_on(date(2027, 1, 11)) is None
    king = holiday_on(date(2027, 1, 18))
    assert king is not None
    assert king.name == KING
