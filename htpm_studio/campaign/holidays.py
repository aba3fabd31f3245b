"""The federal holidays of any year, on which federal offices are closed (5 U.S.C. 6103)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from htpm_studio.errors import Message, msg
from htpm_studio.frozen import dataclass

NEW_YEAR = msg("New Year’s Day")
OBSERVED = msg("New Year’s Day (observed)")
KING = msg("Birthday of Martin Luther King, Jr.")
PRESIDENTS, MEMORIAL, JUNETEENTH = msg("Washington’s Birthday"), msg("Memorial Day"), msg("Juneteenth")
INDEPENDENCE, LABOR, COLUMBUS = msg("Independence Day"), msg("Labor Day"), msg("Columbus Day")
VETERANS, THANKSGIVING, CHRISTMAS = msg("Veterans Day"), msg("Thanksgiving Day"), msg("Christmas Day")
SHORT = {
    NEW_YEAR: msg("New Year"), OBSERVED: msg("New Year (observed)"), KING: msg("MLK Day"),
    PRESIDENTS: msg("Presidents’ Day"), INDEPENDENCE: msg("July 4"), THANKSGIVING: msg("Thanksgiving"),
    CHRISTMAS: msg("Christmas"),
}  # fmt: skip
"""The names where there is little room; others are short."""

_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6
_DATED = ((6, 19, JUNETEENTH), (7, 4, INDEPENDENCE), (11, 11, VETERANS), (12, 25, CHRISTMAS))
_COUNTED = (
    (1, _MONDAY, 3, KING), (2, _MONDAY, 3, PRESIDENTS), (5, _MONDAY, -1, MEMORIAL), (9, _MONDAY, 1, LABOR),
    (10, _MONDAY, 2, COLUMBUS), (11, _THURSDAY, 4, THANKSGIVING),
)  # fmt: skip
"""Month, weekday, which of them in the month (-1: the last), and the name."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A federal holiday; `name` is a phrase of the program in English."""

    day: date
    name: Message


@lru_cache(maxsize=64)
def holidays(year: int) -> tuple[Holiday, ...]:
    """The federal holidays of a year in order.

    New Year's Day on a Sunday is observed on the Monday after it (Executive Order 11582). On a Saturday it is observed
    on the Friday before, which is in December. Inauguration Day is one in the area of Washington, D.C., alone.
    """
    new_year = date(year, 1, 1)
    found = [Holiday(new_year, NEW_YEAR), *(Holiday(date(year, month, day), name) for month, day, name in _DATED)]
    if new_year.weekday() == _SUNDAY:
        found.append(Holiday(new_year + timedelta(days=1), OBSERVED))
    found += [Holiday(_counted(year, month, weekday, which), name) for month, weekday, which, name in _COUNTED]
    return tuple(sorted(found, key=lambda holiday: holiday.day))


def _counted(year: int, month: int, weekday: int, which: int) -> date:
    days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
    return [day for day in days if day.weekday() == weekday][which - 1 if which > 0 else which]


def holiday_on(day: date) -> Holiday | None:
    """The federal holiday on a day, if there is one."""
    return next((holiday for holiday in holidays(day.year) if holiday.day == day), None)
