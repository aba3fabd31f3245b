"""On which day posts go out: two a day, professional ones Tuesday to Thursday, all of them in the month."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.campaign.dates import FocusWeek, Schedule, on_their_days
from htpm_studio.campaign.holidays import holiday_on
from htpm_studio.campaign.model import Audience, Campaign, Observance, Post
from htpm_studio.campaign.posting_days import MOST_A_DAY, PostKey, posting_days
from tests.helpers.bundled import bundled_campaign

OURS = bundled_campaign()
POST = replace(OURS.week(2).posts[0], only_day=None, only_year=None)
AUDIENCES: st.SearchStrategy[Audience] = st.sampled_from(("public", "at-risk", "professional"))


def campaign_of(*weeks: tuple[Post, ...]) -> Campaign:
    """A campaign with so many weeks with these posts."""
    return replace(OURS, weeks=tuple(replace(OURS.weeks[at], posts=posts) for at, posts in enumerate(weeks)))


def posts_of(*audiences: Audience) -> tuple[Post, ...]:
    return tuple(replace(POST, id=f"p{number}", audience=audience) for number, audience in enumerate(audiences))


def so_many(count: int, audience: Audience) -> tuple[Post, ...]:
    return posts_of(*[audience] * count)


def placed(campaign: Campaign, schedule: Schedule) -> dict[PostKey, date]:
    """Every post with its day, where all that must hold of days does."""
    campaign = on_their_days(campaign, schedule)
    posts = {(post.home or week.number, post.id): post for week in campaign.weeks for post in week.posts}
    days = posting_days(campaign, schedule)
    assert set(days) == {key for key, post in posts.items() if post.usable(schedule.year)}, "none is dropped"
    found = {key: day for key, day in days.items() if day is not None}
    assert max(Counter(found.values()).values(), default=0) <= MOST_A_DAY
    first, last = schedule.month
    assert all(first <= day <= last for day in found.values())
    at_work = [day for key, day in found.items() if posts[key].audience == "professional" and not posts[key].only_day]
    assert [day for day in at_work if day.weekday() not in (1, 2, 3) or holiday_on(day)] == []
    return found


@pytest.mark.parametrize("year", range(2026, 2031))
def test_every_post_of_the_campaign_has_a_day_that_suits_it_in_each_year(year: int) -> None:
    days = placed(OURS, Schedule(year))
    assert len(days) == sum(post.usable(year) for week in OURS.weeks for post in week.posts)


@given(
    st.lists(st.lists(AUDIENCES, max_size=15), min_size=1, max_size=5),
    st.integers(2026, 2040),
    st.integers(1, 12),
)
def test_any_campaign_in_any_month_keeps_to_two_a_day_and_none_is_dropped(
    weeks: list[list[Audience]], year: int, month: int
) -> None:
    placed(campaign_of(*(posts_of(*one) for one in weeks)), Schedule(year, (), (), Observance(month, 0), len(weeks)))


def test_what_has_no_place_in_its_week_goes_out_on_the_next_days_in_order() -> None:
    short = Schedule(2027, (FocusWeek(1, date(2027, 1, 2), date(2027, 1, 3)),))
    everyone = placed(campaign_of(so_many(6, "public"), ()), short)
    assert [day.day for day in everyone.values()] == [2, 2, 3, 3, 4, 4]
    at_work = placed(campaign_of(so_many(3, "professional"), so_many(5, "professional")), short)
    assert [at_work[1, f"p{number}"].day for number in range(3)] == [7, 12, 12], "those of week 2 keep their days"


def test_at_the_end_of_the_month_it_goes_out_on_the_nearest_day_before() -> None:
    last = Schedule(2027, (FocusWeek(1, date(2027, 1, 30), date(2027, 1, 31)),), count=1)
    days = placed(campaign_of(so_many(5, "public")), last)
    assert [day.day for day in days.values()] == [30, 30, 31, 31, 29]


def test_a_day_of_one_post_is_for_another_only_where_it_would_come_late() -> None:
    fixed = replace(POST, id="fixed", only_day=11)
    week = Schedule(2027, (FocusWeek(1, date(2027, 1, 11), date(2027, 1, 14)),), observance=Observance(day=11), count=1)
    days = placed(campaign_of((fixed, *posts_of("public", "public", "public"))), week)
    assert [day.day for day in days.values()] == [11, 12, 13, 14]
    opener = replace(POST, id="opener")
    busy = placed(campaign_of((fixed, opener, *so_many(6, "professional"))), week)
    assert busy[1, "opener"] == date(2027, 1, 11)
