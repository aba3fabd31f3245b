"""The federal holidays of any January, on which federal offices are closed (5 U.S.C. 6103)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from htpm_studio.errors import Message, msg

NEW_YEAR = msg("New Year’s Day")
OBSERVED = msg("New Year’s Day (observed)")
KING = msg("Birthday of Martin Luther King, Jr.")
SHORT = {NEW_YEAR: msg("New Year"), OBSERVED: msg("New Year (observed)"), KING: msg("MLK Day")}
"""The names where there is little room."""

_MONDAY, _SUNDAY = 0, 6


@dataclass(frozen=True, slots=True)
class Holiday:
    """A federal holiday; `name` is a phrase of the program in English."""

    day: date
    name: Message


def holidays(year: int) -> tuple[Holiday, ...]:
    """The federal holidays of a January in order.

    New Year's Day on a Sunday is observed on the Monday after it (Executive Order 11582). On a Saturday it is observed
    on the Friday before, which is in December. Inauguration Day is one in the area of Washington, D.C., alone.
    """
    new_year = date(year, 1, 1)
    found = [Holiday(new_year, NEW_YEAR)]
    if new_year.weekday() == _SUNDAY:
        found.append(Holiday(new_year + timedelta(days=1), OBSERVED))
    first_monday = 1 + (_MONDAY - new_year.weekday()) % 7
    return (*found, Holiday(date(year, 1, first_monday + 14), KING))


def holiday_on(day: date) -> Holiday | None:
    """The federal holiday on a day of January, if there is one."""
    return next((one for one in holidays(day.year) if one.day == day), None)
