"""The focus weeks and the days of the month of a campaign, in any year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

from htpm_studio.campaign.day_offsets import day_of
from htpm_studio.campaign.holidays import holiday_on
from htpm_studio.campaign.model import Action, Campaign, Dated, Handout, Observance, Post, Slide, Week
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.strings import Strings
from htpm_studio.decoding.values import Fields
from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass

FIRST_YEAR = 2010
FIRST_KIT, LAST_YEAR = 2025, 2100
USUAL_WEEKS = 5
"""How many weeks of Monday to Sunday most months touch."""

BLANK = "_" * 20
"""A line in place of a missing name, to be written in by hand."""
SHORT_DAYS, SHORT_OFFICE_DAYS = 3, 1
"""The most days, and the most days on which offices are open, of a week that is too short for its posts."""

_SATURDAY, _SUNDAY = 5, 6
JANUARY = Observance()
S = TypeVar("S", Slide, Handout)


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

    @property
    def working_days(self) -> tuple[date, ...]:
        """The days without federal holidays; every day where nothing else is left."""
        return tuple(day for day in self.days if holiday_on(day) is None) or self.days

    @property
    def is_short(self) -> bool:
        """True if hardly any of its days reach people at work."""
        office = [day for day in self.days if day.weekday() < _SATURDAY and holiday_on(day) is None]
        return len(self.days) <= SHORT_DAYS or len(office) <= SHORT_OFFICE_DAYS

    def holds(self, day: date) -> bool:
        """Whether a day lies in the week."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Schedule:
    """When the focus weeks of a year are: on their usual days, or on the user's `own` ones.

    Own days of other years, and of months in which the campaign is not, count for nothing. `wear_blue` are weeks whose
    kits have the awareness day whether or not they hold it. Weeks may share days, and days may be in none. `observance`
    says which month and which day, `count` how many weeks there are.
    """

    year: int
    own: tuple[FocusWeek, ...] = ()
    wear_blue: tuple[int, ...] = ()
    observance: Observance = JANUARY
    count: int = USUAL_WEEKS

    @property
    def weeks(self) -> tuple[FocusWeek, ...]:
        """The weeks; InputError for a year without a plan."""
        own = {week.number: week for week in self.own if self.holds_month_of(week.first)}
        return tuple(own.get(week.number, week) for week in self._usual)

    @property
    def _usual(self) -> tuple[FocusWeek, ...]:
        return focus_weeks(self.year, self.observance, self.count)

    def holds_month_of(self, day: date) -> bool:
        """Whether the month of a day is that of the campaign, or one that its usual weeks reach into."""
        months = {(end.year, end.month) for week in self._usual for end in (week.first, week.last)}
        return (day.year, day.month) in {(self.year, self.observance.month), *months}

    @property
    def month(self) -> tuple[date, date]:
        """The first and the last day of the month, with the days of weeks that begin before it or end after it."""
        first, weeks = date(self.year, self.observance.month, 1), self.weeks if self.year >= FIRST_YEAR else ()
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return min([first, *(week.first for week in weeks)]), max([last, *(week.last for week in weeks)])

    def day(self, number: int) -> date:
        """The day with a number, counted from the first of the month (`days`)."""
        return day_of(self.year, self.observance.month, number)

    def week(self, number: int) -> FocusWeek:
        """One focus week; InputError for a number that no week has."""
        if not 1 <= number <= self.count:
            raise InputError(
                msg("There is no week {number}.", number=number),
                msg("Choose a week from 1 to {weeks}.", weeks=self.count),
            )
        return self.weeks[number - 1]

    def is_own(self, number: int) -> bool:
        """Whether the user set the days of a week."""
        return any(week.number == number and self.holds_month_of(week.first) for week in self.own)

    def numbers_on(self, day: date) -> tuple[int, ...]:
        """The weeks that hold a day."""
        return tuple(week.number for week in self.weeks if week.holds(day))

    def joined(self, number: int) -> FocusWeek:
        """A week with its own days and those of the week beside it: the next one for week 1, else the one before."""
        week, beside = self.week(number), self.week(self.beside(number))
        return FocusWeek(number, min(week.first, beside.first), max(week.last, beside.last))

    def beside(self, number: int) -> int:
        """The week that a week is joined with; itself where it is the only one."""
        return min(number + 1, self.count) if number == 1 else number - 1

    def too_short(self) -> FocusWeek | None:
        """The first week too short for its posts whose days the user did not set."""
        weeks = () if self.observance.single else self.weeks
        return next((week for week in weeks if week.is_short and not self.is_own(week.number)), None)

    def weeks_for(self, day: int, home: int) -> tuple[int, ...]:
        """The weeks whose kits have what belongs to a day of the month; the `home` week where none holds that day."""
        held = self.numbers_on(self.day(day)) or (home,)
        added = [number for number in self.wear_blue if number <= self.count] if day == self.observance.day else []
        return tuple(sorted({*held, *added}))

    def looks_ahead_to(self, day: int, week: int, home: int) -> bool:
        """Whether the kit of a week has what belongs to a day of the month, and the day is not over when it begins."""
        return week in self.weeks_for(day, home) and self.day(day) >= self.week(week).first


def check_year(year: int) -> int:
    """The year itself; InputError outside 2010 (the first observance) to 2100."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(
            msg("There is no plan for the year {year}.", year=year),
            msg("Choose a year from {first_year} to {last_year}.", first_year=FIRST_YEAR, last_year=LAST_YEAR),
        )
    return year


def coming_week(weeks: Sequence[FocusWeek], today: date) -> int:
    """The week that is now or comes next, without those too short for their posts; at the end the last one."""
    coming = (week.number for week in weeks if week.last >= today and not week.is_short)
    return next(coming, weeks[-1].number)


@lru_cache(maxsize=256)
def focus_weeks(year: int, observance: Observance = JANUARY, count: int = USUAL_WEEKS) -> tuple[FocusWeek, ...]:
    """The focus weeks of a month: as printed, or Monday to Sunday cut at the ends of the month.

    A month that touches more such weeks has its shorter outer piece joined to the week beside it; one that touches
    fewer has its longest week cut in two. A single day is the only one.
    """
    check_year(year)
    if observance.single:
        day = day_of(year, observance.month, observance.day)
        return (FocusWeek(1, day, day),)
    printed = next((edition for edition in observance.printed if edition.year == year), None)
    own_spans = printed.spans if printed else {}
    usual = _calendar_spans(year, observance.month, count)
    spans = [own_spans.get(number, span) for number, span in enumerate(usual, 1)]
    month = observance.month
    return tuple(
        FocusWeek(number, day_of(year, month, first), day_of(year, month, last))
        for number, (first, last) in enumerate(spans, 1)
    )


def on_their_days(campaign: Campaign, schedule: Schedule) -> Campaign:
    """The campaign with every post and action of a certain day in the weeks that have that day.

    Actions come first there, with the resources that they name; posts come last, and know their home week. Resources
    that only such actions name go where they go. What slides and handouts say of the day follows it.
    """

    def comes(week: Week, item: Post | Action, home: Week) -> bool:
        return item.only_day is not None and week.number in schedule.weeks_for(item.only_day, home.number)

    def placed(week: Week) -> Week:
        if not week.ready:
            return week
        posts = [(post, home) for home in campaign.weeks for post in home.posts if comes(week, post, home)]
        actions = [(action, home) for home in campaign.weeks for action in home.actions if comes(week, action, home)]
        listed = (*(action for action, _ in actions), *(action for action in week.actions if action.only_day is None))
        gone = _named(week.actions) - _named(listed)
        kept = tuple(resource for resource in week.resources if resource.id not in gone)
        known = {resource.id for resource in (*campaign.month.resources, *kept)}
        named = {
            resource.id: resource
            for action, home in actions
            for resource in home.resources
            if resource.id in action.resources
        }
        return replace(
            week,
            actions=listed,
            resources=(*kept, *(resource for name, resource in named.items() if name not in known)),
            posts=(
                *(post for post in week.posts if post.only_day is None or comes(week, post, week)),
                *(replace(post, home=home.number) for post, home in posts if home.number != week.number),
            ),
            decks=tuple(
                replace(deck, slides=tuple(for_kit_of(week, slide) for slide in deck.slides)) for deck in week.decks
            ),
            handouts=tuple(for_kit_of(week, handout) for handout in week.handouts),
        )

    homes = {action.only_day: week.number for week in campaign.weeks for action in week.actions}
    homes |= {post.only_day: week.number for week in campaign.weeks for post in week.posts}

    def for_kit_of(week: Week, piece: S) -> S:
        """A slide or handout with the fields that are meant for the kit of a week."""
        other = piece.dated
        if other is None:
            return piece
        home = homes.get(other.day, week.number)
        return _other(piece, other) if other.has == schedule.looks_ahead_to(other.day, week.number, home) else piece

    return replace(campaign, weeks=tuple(map(placed, campaign.weeks)))


def _named(actions: Iterable[Action]) -> set[str]:
    return {name for action in actions for name in action.resources}


def _other(piece: S, other: Dated) -> S:
    fields: Fields = {**piece.fields, **other.fields}
    if isinstance(piece, Slide):
        return replace(piece, fields=fields, notes=other.notes or piece.notes)
    return replace(piece, fields=fields)


def awareness_day(schedule: Schedule) -> date:
    """The day that people take part in; the first of the month where the campaign has none."""
    check_year(schedule.year)
    return schedule.day(schedule.observance.day or 1)


def values_for(
    campaign: Campaign, schedule: Schedule, number: int, organization: str, theme: str = "", near: str = ""
) -> dict[str, str]:
    """The value of every placeholder of running text, for one week of one year and one organization.

    `theme` is the user's own line of the month; empty for the one of that year. `near` is whom to ask in the area.
    """
    year = schedule.year
    words, usual, week = campaign.words, campaign.theme(year), schedule.week(number)
    day = awareness_day(schedule)
    return {
        "year": str(year),
        "month_name": campaign.month.full_name,
        "org": organization,
        "near_you": fill(words.copy.near_you, {"title": near.rstrip(".")}) if near else "",
        "theme": theme or usual.title,
        "theme_short": (theme or usual.title).removesuffix("."),
        "theme_line": theme or usual.line,
        "credit": campaign.month.credit,
        "n": str(number),
        "weeks": str(schedule.count),
        "week_dates": date_range(week, words),
        "week_start": date_text(week.first, words, words.date_short),
        "week_end": date_text(week.last, words, words.date_short),
        "day_date": date_text(day, words, words.date),
        "day_weekday": words.weekdays[day.weekday()],
        "official": BLANK,
        "office": BLANK,
        "jurisdiction": BLANK,
    }


def date_range(week: FocusWeek, words: Strings) -> str:
    """A week in words, such as "January 4\u201310, 2027"."""
    if week.first == week.last:
        return date_text(week.first, words, words.date_one)
    if (week.first.year, week.first.month) != (week.last.year, week.last.month):
        begins = words.date_short if week.first.year == week.last.year else words.date
        ends = {"start": date_text(week.first, words, begins), "end": date_text(week.last, words, words.date)}
        return fill(words.date_span, ends)
    values = {"month": words.month(week.first), "year": str(week.first.year)}
    return fill(words.date_range, values | {"first": str(week.first.day), "last": str(week.last.day)})


def date_text(day: date, words: Strings, pattern: str) -> str:
    """One day in words by a pattern of the fixed words, such as `words.date`."""
    values = {"month": words.month(day), "day": str(day.day), "year": str(day.year)}
    return fill(pattern, values | {"weekday": words.weekdays[day.weekday()]})


def _calendar_spans(year: int, month: int, count: int) -> list[tuple[int, int]]:
    end = monthrange(year, month)[1]
    sundays = [day for day in range(1, end + 1) if date(year, month, day).weekday() == _SUNDAY]
    firsts = [1, *(day + 1 for day in sundays if day < end)]
    spans = list(zip(firsts, [*(first - 1 for first in firsts[1:]), end], strict=True))
    while len(spans) < count:
        longest = max(range(len(spans)), key=lambda index: spans[index][1] - spans[index][0])
        first, last = spans[longest]
        middle = (first + last) // 2
        spans[longest : longest + 1] = [(first, middle), (middle + 1, last)]
    while len(spans) > count:
        head, tail = spans[0], spans[-1]
        if head[1] - head[0] < tail[1] - tail[0]:
            spans[:2] = [(head[0], spans[1][1])]
        else:
            spans[-2:] = [(spans[-2][0], tail[1])]
    return spans
