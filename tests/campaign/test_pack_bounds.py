"""What a part of a pack may hold at most is taken, and one more is named: lengths, counts, days, years, addresses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.campaign import validate_pack
from htpm_studio.campaign.model import (
    Action,
    Dated,
    Deck,
    Event,
    Fact,
    FactSheet,
    Month,
    MonthTheme,
    Observance,
    PieceTexts,
    Point,
    Post,
    PrintedWeeks,
    Scenario,
    Slide,
)
from htpm_studio.decoding.lines import KeyLines
from htpm_studio.decoding.source import KeyPlace, Report
from tests.helpers.bundled import bundled_campaign


def said(part: object, report: Report | None = None) -> list[str]:
    """What is wrong with a part of a pack, by the key below which it is."""
    report = Report() if report is None else report
    place = KeyPlace("week.toml", ("part",), KeyLines(""), report)
    validate_pack.CHECKS[type(part)](part, place)
    return [str(one.message) for one in report.problems]


def post(**changes: Any) -> Post:
    graphic = PieceTexts("social/statement", {"head": "Ask"}, alt="A field")
    return replace(Post("ask", "practice", graphic, "Ask.", "Ask.", status="unknown"), **changes)


def alt(letters: int) -> PieceTexts:
    return PieceTexts("social/statement", {"head": "Ask"}, alt="x" * letters)


def slide(**changes: Any) -> Slide:
    return replace(Slide("deck/section", {"head": "Ask"}, "One", 1.0, "Say it."), **changes)


def deck(count: int, name: str = "short", **at: str) -> Deck:
    layouts = {int(key[1:]): f"deck/{layout}" for key, layout in at.items()}
    rows = [slide(layout=layouts.get(n, "deck/section"), fields={"head": f"Slide {n}"}) for n in range(1, count + 1)]
    return Deck(name, "A talk", "About it.", tuple(rows))  # type: ignore[arg-type]


def fact(**changes: Any) -> Fact:
    made = Fact("a", ("1",), "1", "2026", "A study", 2026, "https://a.org", "verified", "2026-05-01", "2027-05-01", "")
    return replace(made, **changes)


def printed(first: tuple[int, ...], last: tuple[int, ...], weeks: tuple[int, ...] = ()) -> Observance:
    return Observance(2, 0, "", (PrintedWeeks(2027, first, last, weeks),))


TAGS = tuple(f"Tag{number}" for number in range(30))
TAKEN: dict[str, object] = {
    "letters of a long post": post(text="x" * 1000),
    "letters of a short post": post(short="x" * 280),
    "letters of a description": post(graphic=alt(125)),
    "hashtags of a post": post(hashtags=TAGS[:2]),
    "letters of a hashtag": post(hashtags=("A" + "b" * 29,)),
    "a lower-case hashtag of eight letters": post(hashtags=("abcdefgh",)),
    "a day of an earlier month": post(only_day=-61),
    "a day of a later month": post(only_day=93),
    "a hashtag in a text": post(text="Ask #Open.", hashtags=("Open",)),
    "the first year": MonthTheme("A", "B", "C", "D", 2010),
    "the last year": MonthTheme("A", "B", "C", "D", 2100),
    "a year with its reason": Action("a", "A", "A.", only_year=2026, only_why="It is over."),
    "minutes of a slide": slide(minutes=60.0),
    "half a minute": slide(minutes=0.5),
    "slides of a deck": deck(40, s5="help"),
    "a help slide at five and a notice at three": deck(6, "training", s3="notice", s5="help"),
    "a slide without notes in a show": replace(deck(0, "loop"), slides=(slide(layout="deck/help", notes=""),)),
    "letters of a scenario": Scenario("a", "labor", "A", "x" * 700, ("Q",) * 5, ("L",) * 5),
    "a leap day": Observance(2, 29, "", ()),
    "the last month": Observance(12, 31, "", ()),
    "no day": Observance(1, 0, "", ()),
    "weeks of one day": printed((-61, 93), (-61, 93), (2, 5)),
    "a fact of the first year": fact(published=1990),
    "a fact of the last year": fact(published=2100),
    "a series": fact(series=(Point("2025", 1), Point("2026", 2))),
    "a list of facts": FactSheet(1, ()),
    "an address with seven names and a path": fact(url="https://a.b.c.d.e.f.org/a.b/c?d"),
    "a slide of a day": slide(dated=Dated(93, True, {})),
}
REFUSED: dict[str, tuple[object, str]] = {
    "letters of a long post": (post(text="x" * 1001), "The post has 1001 characters, 1000 are allowed."),
    "letters of a short post": (post(short="x" * 281), "The short post has 281 characters; 280 are allowed."),
    "letters of a description": (post(graphic=alt(126)), "The alt text has 126 characters, 125 are allowed."),
    "no description": (post(graphic=alt(0)), "The picture has no alt text."),
    "hashtags of a post": (post(hashtags=TAGS[:3]), "There are 3 hashtags, at most 2 are allowed."),
    "a hashtag twice": (post(hashtags=("Open", "OPEN")), "A hashtag is listed twice."),
    "letters of a hashtag": (post(hashtags=("A" + "b" * 30,)), "is not a hashtag."),
    "a hashtag of one letter": (post(hashtags=("A",)), '"A" is not a hashtag.'),
    "a lower-case hashtag of nine letters": (post(hashtags=("abcdefghi",)), "#abcdefghi is hard to read aloud."),
    "a hashtag that is not listed": (post(text="Ask #Open."), "The text contains the hashtag #Open."),
    "a second address": (
        post(text="See https://b.org.", url="https://a.org", status="likely"), "The text contains a second address.",
    ),
    "an unknown address": (post(url="https://a.org"), "An address whose status is unknown is not printed."),
    "an address with a full stop": (
        post(url="https://a.org/b.", status="likely"), '"https://a.org/b." is not a usable address.',
    ),
    "day -62": (post(only_day=-62), "The month has no day -62."),
    "day 94": (post(only_day=94), "The month has no day 94."),
    "2009": (MonthTheme("A", "B", "C", "D", 2009), "There is no plan for the year 2009."),
    "2101": (MonthTheme("A", "B", "C", "D", 2101), "There is no plan for the year 2101."),
    "a year without a reason": (Action("a", "A", "A.", only_year=2026), "only_year has no reason."),
    "a reason without a year": (Action("a", "A", "A.", only_why="Over."), "There is a reason but no year."),
    "no minutes": (slide(minutes=0.0), "A slide cannot take 0 minutes."),
    "more than an hour": (slide(minutes=60.5), "A slide cannot take 60.5 minutes."),
    "slides of a deck": (deck(41, s5="help"), "The deck has 41 slides, 40 are allowed."),
    "two slides of a title": (
        replace(deck(0), slides=(slide(), slide(layout="deck/help", fields={"head": "ASK"}))),
        'Two slides are titled "ASK".',
    ),
    "a deck without help": (deck(3), "The deck has no help slide."),
    "a late notice": (
        deck(6, "training", s4="notice", s5="help"), "The training deck needs its content notice by slide 3.",
    ),
    "a late help slide": (
        deck(6, "training", s3="notice", s6="help"), "The training deck needs a help slide near its start.",
    ),
    "a slide without notes": (
        replace(deck(0), slides=(slide(layout="deck/help", notes=""),)), "The slide has no speaker notes.",
    ),
    "letters of a scenario": (
        Scenario("a", "labor", "A", "x" * 701, ("Q",), ("L",)), "The text has 701 characters, 700 are allowed.",
    ),
    "questions of a scenario": (Scenario("a", "labor", "A", "x", ("Q",) * 6, ("L",)), "Give 1 to 5 of them."),
    "a scenario without answers": (Scenario("a", "labor", "A", "x", ("Q",), ()), "Give 1 to 5 of them."),
    "February 30": (Observance(2, 30, "", ()), "The month has no day 30."),
    "April 31": (Observance(4, 31, "", ()), "The month has no day 31."),
    "month 0": (Observance(0, 1, "", ()), "There is no month 0."),
    "month 13": (Observance(13, 1, "", ()), "There is no month 13."),
    "a fact of 1989": (fact(published=1989), "1989 cannot be the year of a source."),
    "a fact of 2101": (fact(published=2101), "2101 cannot be the year of a source."),
    "a day that is none": (fact(due="2027-02-30"), '"2027-02-30" is not a day.'),
    "a day in short": (fact(checked="20270501"), '"20270501" is not a day.'),
    "a series of one": (fact(series=(Point("2025", 1),)), "A series has two values or more"),
    "a series with two of a label": (fact(series=(Point("2025", 1), Point("2025", 2))), "A series has two values"),
    "a series with nothing": (fact(series=(Point("2025", 0), Point("2026", 2))), "A series has two values or more"),
    "a newer list of facts": (FactSheet(2, ()), "The list of facts has format 2, this program reads 1."),
    "an address with eight names": (fact(url="https://a.b.c.d.e.f.g.org"), "is not a usable address."),
    "a slide of day 94": (slide(dated=Dated(94, True, {})), "The month has no day 94."),
}  # fmt: skip
WEEKS = "The first and last days of the weeks do not belong together."


@pytest.mark.parametrize("part", TAKEN)
def test_as_much_as_is_allowed_is_taken(part: str) -> None:
    assert said(TAKEN[part]) == []


@pytest.mark.parametrize("part", REFUSED)
def test_one_more_is_named(part: str) -> None:
    wrong, sentence = REFUSED[part]
    (found,) = said(wrong)
    assert sentence in found


@pytest.mark.parametrize(
    ("first", "last", "weeks"),
    [
        ((1, 8), (7, 94), ()),
        ((-62, 8), (7, 14), ()),
        ((1, 8), (7,), ()),
        ((1, 8), (7, 14), (1,)),
        ((1, 8), (7, 14), (1, 1)),
        ((8,), (7,), ()),
    ],
)
def test_printed_weeks_begin_before_they_end_in_the_months_around_theirs(
    first: tuple[int, ...], last: tuple[int, ...], weeks: tuple[int, ...]
) -> None:
    assert said(printed(first, last, weeks)) == [WEEKS]


def test_names_are_given_once_and_a_deck_has_those_of_its_file() -> None:
    report = Report()
    assert said(Event(id="a", day=11, name="A", text="B", status="unknown"), report) == []
    place = KeyPlace("other.toml", ("part",), KeyLines(""), report)
    validate_pack.check_event(Event(id="a", day=11, name="A", text="B", status="unknown"), place)
    assert len(report.problems) == 1
    validate_pack.check_deck(deck(3, s1="help"), place)
    validate_pack.check_deck(deck(3, s1="help"), replace(place, file="third.toml"))
    assert len(report.problems) == 1


def test_a_week_has_a_number_from_1_to_6_and_a_slug_of_40_letters() -> None:
    week = bundled_campaign().week(2)
    plain = replace(week, actions=(), slug="a" * 40, number=6)
    assert said(plain) == []
    assert said(replace(plain, number=7)) == ["There is no week 7."]
    assert said(replace(plain, number=0)) == ["There is no week 0."]
    assert "is not usable in a file name" in said(replace(plain, slug="a" * 41))[0]
    assert "is not usable in a file name" in said(replace(plain, slug="a--b"))[0]
    lost = replace(week.actions[0], resources=("nothing",))
    assert said(replace(plain, actions=(lost,))) == ['There is no resource "nothing" in this week or the month.']


def test_a_pack_has_its_format_its_hashtags_and_a_year() -> None:
    info = bundled_campaign().info
    assert said(replace(info, secondary_hashtags=TAGS[:20])) == []
    assert said(replace(info, secondary_hashtags=TAGS[:21])) == ["There are 21 hashtags, at most 20 are allowed."]
    for schema in (0, 2):
        assert said(replace(info, schema=schema)) == [f"The pack has format {schema}, this program reads 1."]
    assert said(replace(info, year=2101)) == ["There is no plan for the year 2101."]


def test_a_pack_that_does_not_say_when_it_is_has_january_and_its_eleventh_day() -> None:
    usual = Observance()
    assert (usual.month, usual.day, usual.day_color, usual.topics) == (1, 11, "blue", ("trafficking",))


def test_a_month_has_a_theme_for_any_year() -> None:
    month: Month = bundled_campaign().month
    dated = tuple(replace(theme, year=2026 + at) for at, theme in enumerate(month.themes))
    assert said(replace(month, themes=dated)) == ["One theme must have no year, for the years without an official one."]
    assert said(month) == []


@pytest.mark.parametrize(
    ("letters", "wrong"), [(4000, []), (4001, ["The text has 4001 characters, 4000 are allowed."])]
)
def test_a_text_has_at_most_4000_letters(letters: int, wrong: list[str]) -> None:
    report = Report()
    place = KeyPlace("week.toml", ("part",), KeyLines(""), report)
    validate_pack.text_check({})("x" * letters, place)
    assert [str(one.message) for one in report.problems] == wrong
