"""Days counted from the first of a campaign's month, on into the months after it and back into those before it.

Each month counts as long as it can be, so that a number means the same day in every year: in a campaign of September,
30 is September 30, 31 is October 1 and 0 is August 31.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS_BESIDE = 2
"""How many months before and after its own a campaign reaches into at most."""


def month_beside(month: int, by: int) -> tuple[int, int]:
    """The month that is `by` months after a month, and how many years later that is."""
    years, place = divmod(month - 1 + by, 12)
    return place + 1, years


def day_of(year: int, month: int, number: int) -> date:
    """The day with a number, counted from the first of a month; the last of its month where that is shorter."""
    by = 0
    while number > (length := _length(month, by)):
        number, by = number - length, by + 1
    while number < 1:
        by -= 1
        number += _length(month, by)
    found, years = month_beside(month, by)
    return date(year + years, found, min(number, monthrange(year + years, found)[1]))


def number_of(month: int, day: tuple[int, int]) -> int | None:
    """The number of a day (its month and its number there) for a campaign; None for one that is too far away."""
    for by in sorted(range(-MONTHS_BESIDE, MONTHS_BESIDE + 1), key=abs):
        if month_beside(month, by)[0] == day[0]:
            before = range(by) if by > 0 else range(by, 0)
            whole = sum(_length(month, offset) for offset in before)
            return day[1] + whole if by > 0 else day[1] - whole
    return None


def _length(month: int, by: int) -> int:
    return LONGEST_MONTH[month_beside(month, by)[0] - 1]
