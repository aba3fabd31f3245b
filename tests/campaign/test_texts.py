"""Lengths, placeholders, the hotline guard and the dates of the month."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from htpm_studio.campaign.dates import (
    Schedule,
    awareness_day,
    date_range,
    focus_weeks,
    values_for,
)
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.placeholders import RUNNING, fill, stray_brace
from htpm_studio.campaign.post_length import bare_address, x_length
from htpm_studio.errors import InputError, StudioError
from htpm_studio.hotline.guard import find_near_misses, same_number
from htpm_studio.hotline.helpline import NATIONAL
from tests.helpers.bundled import bundled_campaign

BUNDLED = Path(__file__).parents[2] / "assets" / "campaigns" / "htpm"


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    """The bundled pack in English."""
    return bundled_campaign()


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("plain", 5),
        ("e\u0301", 1),
        ("\u201cquoted\u201d \u2013 \u2014", 12),
        ("one\u2026", 5),
        ("\u2713", 2),
        ("\u1ea1", 2),
        ("\u65e5\u672c", 4),
        ("\U0001f469\u200d\U0001f469\u200d\U0001f467", 2),
        ("\U0001f44d\U0001f3fd", 2),
        ("\U0001f1fa\U0001f1f8", 2),
        ("see acf.hhs.gov/otip/look/help", 4 + 23),
        ("see https://www.acf.hhs.gov/otip/jflwg.", 4 + 23 + 1),
        ("humantraffickinghotline.org #EndTrafficking", 23 + 16),
        ("see bit.ly/abc or https://riverbend.coalition/join?x=1", 4 + 23 + 4 + 23),
        ("Stop. Look", 10),
        ("a.m. and p.m.", 13),
    ],
)
def test_length_as_x_counts_it(text: str, length: int) -> None:
    assert x_length(text) == length


def test_addresses_are_printed_bare() -> None:
    assert bare_address("https://www.acf.hhs.gov/otip/") == "acf.hhs.gov/otip"


@pytest.mark.parametrize("text", ["1-888-373-7888", "(888) 373-7888", "888-3737-888", "text 233733", "1-888-539-2373"])
def test_right_and_foreign_numbers_pass(text: str) -> None:
    assert find_near_misses(text) == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1-888-373-7880", "number"),
        ("1-888-373-788", "number"),
        ("1-800-373-7888", "number"),
        ("888 373 78888", "number"),
        ("text 233773", "text number"),
        ("text 23373", "text number"),
        ("humantraffickinghotline.com", "address"),
        ("humantrafickinghotline.org", "address"),
    ],
)
def test_near_misses_are_caught(text: str, part: str) -> None:
    near_misses = find_near_misses(f"Call {text} now")
    assert len(near_misses) == 1
    assert part in near_misses[0].sentence


def test_any_grouping_is_the_same_number() -> None:
    assert same_number("888-3737-888", NATIONAL)
    assert not same_number("1-888-373-7889", NATIONAL)


def test_placeholders_are_filled_or_named() -> None:
    assert fill("{org}, {year}", {"org": "Riverbend", "year": "2027"}) == "Riverbend, 2027"
    with pytest.raises(StudioError, match=r"\{theme\}"):
        fill("{theme}", {})


@pytest.mark.parametrize(
    ("year", "spans"),
    [
        (2025, [(1, 5), (6, 12), (13, 19), (20, 26), (27, 31)]),
        (2026, [(1, 4), (5, 11), (12, 18), (19, 25), (26, 31)]),
        (2027, [(1, 3), (4, 10), (11, 17), (18, 24), (25, 31)]),
        (2028, [(1, 2), (3, 9), (10, 16), (17, 23), (24, 31)]),
        (2029, [(1, 7), (8, 14), (15, 21), (22, 28), (29, 31)]),
        (2034, [(1, 8), (9, 15), (16, 22), (23, 29), (30, 31)]),
    ],
)
def test_focus_weeks(year: int, spans: list[tuple[int, int]]) -> None:
    assert [(week.first.day, week.last.day) for week in focus_weeks(year)] == spans


def test_every_january_has_five_weeks_without_gaps() -> None:
    for year in range(2010, 2101):
        days = [day for week in focus_weeks(year) for day in week.days]
        assert days == [date(year, 1, day) for day in range(1, 32)]
        assert len(focus_weeks(year)) == 5


@pytest.mark.parametrize("year", [2009, 2101, 0, -1])
def test_years_without_a_plan_are_refused(year: int) -> None:
    for ask in (focus_weeks, lambda year: awareness_day(Schedule(year))):
        with pytest.raises(InputError, match="no plan for the year"):
            ask(year)


def test_a_week_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InputError, match="no week 6"):
        Schedule(2027).week(6)


def test_values_fill_every_placeholder_of_running_text(campaign: Campaign) -> None:
    values = values_for(campaign, Schedule(2027), 2, "Riverbend Coalition")
    assert set(values) == set(RUNNING)
    assert values["week_dates"] == "January 4\u201310, 2027"
    assert values["day_weekday"] == "Monday"
    assert values["theme"] == "Strong connections make us safer."
    spanish = campaign.translations["es"]
    assert date_range(Schedule(2027).week(2), spanish) == "4 al 10 de enero de 2027"


def test_letters_of_the_world_count_one_or_two() -> None:
    ones, twos = "\x00\u10ff\u2000\u200d\u2010\u201f\u2032\u2037", "\u1100\u1fff\u200e\u200f\u2020\u2031\u2038"
    assert [x_length(char) for char in ones] == [1] * len(ones)
    assert [x_length(char) for char in twos] == [2] * len(twos)


def test_a_brace_that_belongs_to_no_placeholder_is_seen() -> None:
    assert [stray_brace(text) for text in ("{a}", "{a", "a}", "a", "{" + "a" * 41 + "}")] == [
        False, True, True, False, True,
    ]  # fmt: skip
