"""The numbers that the weeks of a month can have; which of them there are, its campaign pack says."""

from __future__ import annotations

from htpm_studio.errors import InputError, msg

MOST_WEEKS = 6
"""The most calendar weeks that a month touches."""

WEEK_NUMBERS = tuple(range(1, MOST_WEEKS + 1))


def check_week(week: int) -> int:
    """The number if a week can have it; raises InputError otherwise."""
    if week not in WEEK_NUMBERS:
        raise InputError(
            msg("There is no week {week}.", week=week), msg("Choose a week from 1 to {weeks}.", weeks=MOST_WEEKS)
        )
    return week
