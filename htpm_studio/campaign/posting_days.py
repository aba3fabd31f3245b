"""On which day each post of a campaign goes out, before the user moves any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from htpm_studio.campaign.dates import FocusWeek, Schedule
from htpm_studio.campaign.holidays import holiday_on
from htpm_studio.campaign.model import Campaign, Post
from htpm_studio.frozen import dataclass

MOST_A_DAY = 2
"""The most posts on one day, so that followers are not flooded."""

DAYS_BEFORE = 6
"""How many days before a single day its posts begin, unless there are too many posts."""

_OFFICE = frozenset({1, 2, 3})
"""Tuesday to Thursday, the days on which posts for professionals go out."""
_LATE_START = timedelta(days=2)

PostKey = tuple[int, str]
"""The week that a post was written for, and its id."""


def post_key(week: int, post: Post) -> PostKey:
    """What a post is found by, whichever week it goes out with."""
    return post.home or week, post.id


def posting_days(
    campaign: Campaign, schedule: Schedule, kept: Mapping[PostKey, date] | None = None
) -> dict[PostKey, date | None]:
    """A day for each usable post of every week with content: at most two a day, professional ones Tuesday to Thursday.

    Posts are spread evenly over the days of their week without its federal holidays. A post with a day of its own, or
    with one in `kept`, has that day, which others take last. What has no place in its week goes out on the next day of
    the month that has one, or else on the nearest before; None where the month is full.
    """
    if schedule.observance.single:
        return dict(_up_to_the_day(campaign, schedule, kept or {}))
    weeks = [(schedule.week(week.number), week.posts) for week in campaign.weeks if week.ready]
    own = {
        post_key(week.number, post): day
        for week, posts in weeks
        for post in posts
        if post.usable(schedule.year)
        and (day := _own_day(post, schedule) or (kept or {}).get(post_key(week.number, post)))
    }
    plan = _Plan(schedule, Counter(own.values()), frozenset(own.values()))
    days: dict[PostKey, date | None] = dict(own)
    for at_work in (True, False):  # Those that may go out on few days come first.
        waiting: list[tuple[FocusWeek, PostKey]] = []
        for week, posts in weeks:
            free = [
                key
                for post in posts
                if post.usable(schedule.year)
                and (post.audience == "professional") is at_work
                and (key := post_key(week.number, post)) not in days
            ]
            placed = plan.in_week(week, len(free), at_work=at_work)
            days |= zip(free, placed, strict=False)
            waiting += [(week, key) for key in free[len(placed) :]]
        for week, key in waiting:
            days[key] = plan.beside(week, at_work=at_work)
    return days


def _up_to_the_day(
    campaign: Campaign, schedule: Schedule, kept: Mapping[PostKey, date]
) -> Iterator[tuple[PostKey, date]]:
    """A day for each post of a single day: the last on it, where no other has that day, the others on those before."""
    for week in campaign.weeks:
        usable = [post for post in week.posts if week.ready and post.usable(schedule.year)]
        keys = {post_key(week.number, post): post for post in usable}
        own = {key: day for key, post in keys.items() if (day := _own_day(post, schedule) or kept.get(key))}
        yield from own.items()
        free, last = [key for key in keys if key not in own], schedule.week(week.number).last
        before = len(free) - (last not in own.values() and bool(free))
        most = min(before, max(DAYS_BEFORE, -(-before // MOST_A_DAY)))
        for at, key in enumerate(free[:before]):
            yield key, last - timedelta(-((at - before) * most // before))
        yield from ((key, last) for key in free[before:])


def _own_day(post: Post, schedule: Schedule) -> date | None:
    return None if post.only_day is None else schedule.day(post.only_day)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How many posts go out on each day so far, and the days that belong to a post."""

    schedule: Schedule
    load: Counter[date]
    owned: frozenset[date]

    def in_week(self, week: FocusWeek, count: int, *, at_work: bool) -> list[date]:
        """The days of `count` posts within their week, in order; fewer where the week has no room for them."""
        days = [day for day in week.working_days if not at_work or _in_office(day)]
        opener = [] if at_work or not count else [day for day in self._first(days) if self.load[day]]
        self.load.update(opener)  # On an empty day, it is the first of those that are spread.
        return [*opener, *self._spread_over(days, count - len(opener))]

    def _first(self, days: Sequence[date]) -> list[date]:
        """The day of the post that opens the week: beside a post with its own day rather than late in the week."""
        open_days = [day for day in days if self.load[day] < MOST_A_DAY]
        free = next((day for day in open_days if day not in self.owned), None)
        late = free is None or free - open_days[0] > _LATE_START
        return open_days[:1] if late else [day for day in open_days if day == free]

    def _spread_over(self, days: Sequence[date], count: int) -> list[date]:
        """Days for `count` posts, or as many as there are, in order: the emptiest days first, spread evenly."""
        taken: list[date] = []
        free, owned = [day for day in days if day not in self.owned], [day for day in days if day in self.owned]
        for level in range(MOST_A_DAY):
            taken += self._spread([day for day in free if self.load[day] == level], count - len(taken))
        for _ in range(MOST_A_DAY):
            taken += self._spread([day for day in owned if self.load[day] < MOST_A_DAY], count - len(taken))
        return sorted(taken)

    def _spread(self, days: Sequence[date], count: int) -> list[date]:
        wanted = min(count, len(days))
        chosen = [days[at * len(days) // wanted] for at in range(wanted)]
        self.load.update(chosen)
        return chosen

    def beside(self, week: FocusWeek, *, at_work: bool) -> date | None:
        """The next day after a week that has room for a post, or else the nearest one before the week is over."""
        first, last = self.schedule.month
        after = (week.last + timedelta(days=step) for step in range(1, (last - week.last).days + 1))
        before = (week.last - timedelta(days=step) for step in range((week.last - first).days + 1))
        fits = _in_office if at_work else lambda day: holiday_on(day) is None
        found = next((day for day in chain(after, before) if fits(day) and self.load[day] < MOST_A_DAY), None)
        if found is not None:
            self.load[found] += 1
        return found


def _in_office(day: date) -> bool:
    return day.weekday() in _OFFICE and holiday_on(day) is None
