"""The five focus weeks and the days of any January."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from htpm_studio.campaign.model import Campaign, Post
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.words import Words
from htpm_studio.errors import BadInput, say

FIRST_YEAR = 2010
LAST_YEAR = 2100
WEEKS = 5
AWARENESS_DAY = 11
BLANK = "_" * 20
"""What stands for a name that nobody gave yet, to be written in by hand."""
_SUNDAY = 6
_LAST = 31
PRINTED = {2025: ((1, 5), (6, 12), (13, 19), (20, 26), (27, 31))}


@dataclass(frozen=True, slots=True)
class FocusWeek:
    """The first and the last day of a focus week, both included."""

    number: int
    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the week in order."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=step) for step in range(count))


def check_year(year: int) -> int:
    """The year itself; BadInput outside 2010 (the first observance) to 2100."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(
            say("There is no plan for the year {year}.", year=year),
            say("Choose a year from {first_year} to {last_year}.", first_year=FIRST_YEAR, last_year=LAST_YEAR),
        )
    return year


def focus_weeks(year: int) -> tuple[FocusWeek, ...]:
    """The five focus weeks of a January: as printed, or Monday to Sunday cut at the ends of the month.

    A January that touches six such weeks has its shorter outer piece joined to the week beside it.
    """
    check_year(year)
    spans = PRINTED.get(year) or _calendar_spans(year)
    return tuple(
        FocusWeek(number, date(year, 1, first), date(year, 1, last)) for number, (first, last) in enumerate(spans, 1)
    )


def focus_week(year: int, number: int) -> FocusWeek:
    """One focus week; BadInput for a number outside 1 to 5."""
    if not 1 <= number <= WEEKS:
        raise BadInput(
            say("There is no week {number}.", number=number), say("Choose a week from 1 to {weeks}.", weeks=WEEKS)
        )
    return focus_weeks(year)[number - 1]


def week_of(day: date) -> int:
    """The number of the focus week that holds a day of January; BadInput for any other month."""
    for week in focus_weeks(day.year):
        if week.first <= day <= week.last:
            return week.number
    raise BadInput(
        say("{isoformat} is not in January.", isoformat=day.isoformat()), "The month runs from 1 to 31 January."
    )


def awareness_day(year: int) -> date:
    """Human Trafficking Awareness Day, 11 January of that year."""
    return date(check_year(year), 1, AWARENESS_DAY)


def posting_days(posts: tuple[Post, ...], week: FocusWeek) -> dict[str, date]:
    """A suggested day for each usable post by its id, spread evenly over the week.

    A post with a day of its own keeps that day, even when it falls outside the week; posts of other years are
    left out.
    """
    usable = [post for post in posts if post.usable(week.first.year)]
    free = [post for post in usable if post.only_day is None]
    days = week.days
    plan = {post.id: days[index * len(days) // len(free)] for index, post in enumerate(free)}
    for post in usable:
        if post.only_day is not None:
            plan[post.id] = date(week.first.year, 1, post.only_day)
    return plan


def values_for(campaign: Campaign, year: int, number: int, organisation: str, theme: str = "") -> dict[str, str]:
    """The value of every placeholder of running text, for one week of one year and one organisation.

    `theme` is the user's own line of the month; empty for the one of that year.
    """
    words, usual, week = campaign.words, campaign.theme(year), focus_week(year, number)
    day = awareness_day(year)
    return {
        "year": str(year),
        "org": organisation,
        "theme": theme or usual.title,
        "theme_line": theme or usual.line,
        "credit": campaign.month.credit,
        "n": str(number),
        "week_dates": date_range(week, words),
        "week_start": date_text(week.first, words, words.date_short),
        "week_end": date_text(week.last, words, words.date_short),
        "day_date": date_text(day, words, words.date),
        "day_weekday": words.weekdays[day.weekday()],
        "official": BLANK,
        "office": BLANK,
        "jurisdiction": BLANK,
    }


def date_range(week: FocusWeek, words: Words) -> str:
    """A week in words, such as "January 4\u201310, 2027"."""
    if week.first == week.last:
        return date_text(week.first, words, words.date_one)
    values = {"month": words.january, "year": str(week.first.year)}
    return fill(words.date_range, values | {"first": str(week.first.day), "last": str(week.last.day)})


def date_text(day: date, words: Words, pattern: str) -> str:
    """One day in words by a pattern of the fixed words, such as `words.date`."""
    values = {"month": words.january, "day": str(day.day), "year": str(day.year)}
    return fill(pattern, values | {"weekday": words.weekdays[day.weekday()]})


def _calendar_spans(year: int) -> list[tuple[int, int]]:
    sundays = [day for day in range(1, _LAST + 1) if date(year, 1, day).weekday() == _SUNDAY]
    firsts = [1, *(day + 1 for day in sundays if day < _LAST)]
    spans = list(zip(firsts, [*(first - 1 for first in firsts[1:]), _LAST], strict=True))
    if len(spans) > WEEKS:
        head, tail = spans[0], spans[-1]
        if head[1] - head[0] < tail[1] - tail[0]:
            spans[:2] = [(head[0], spans[1][1])]
        else:
            spans[-2:] = [(spans[-2][0], tail[1])]
    return spans
