"""Posts of a toolkit as posts of a kit: their hashtags, their short form, their day, and what of ours they are like."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from htpm_studio.campaign.model import Observance, PieceTexts, Post, PrintedWeeks
from htpm_studio.campaign.toolkit_import.blocks import DocumentLink
from htpm_studio.campaign.toolkit_import.make_posts import (
    PostSetting,
    _graphic,
    _linked,
    _short,
    _tags,
    _with_two_tags,
    make_posts,
    only_day,
)
from htpm_studio.campaign.toolkit_import.results import Day, ToolkitItem
from tests.helpers.bundled import bundled_campaign

SETTING = PostSetting(2, "Farm work", "Week 2", 2028, "Open", month="January")
WORDS = "Ask who picks the apples near you."


def item(text: str, dates: tuple[Day, Day] | None = None, *links: str) -> ToolkitItem:
    return ToolkitItem(1, "post", text, 2, links=tuple(DocumentLink("x", one) for one in links), dates=dates, line=7)


def made(text: str, setting: PostSetting = SETTING) -> tuple[Post, list[str]]:
    (post,), notes = make_posts([item(text)], setting, set())
    return post, notes


def test_a_post_has_two_hashtags_first_that_of_the_campaign_and_the_others_are_named() -> None:
    post, notes = made(f"{WORDS} #One #Two #Open #Three")
    assert post.hashtags == ("Open", "One")
    assert notes == ["Week 2, post at line 7: #Two, #Three were left out; two hashtags are enough."]
    post, notes = made(f"{WORDS} #One #Two #Three")
    assert (post.hashtags, notes) == (
        ("One", "Two"), ["Week 2, post at line 7: #Three was left out; two hashtags are enough."],
    )  # fmt: skip
    assert made(f"{WORDS} #One")[1] == []


def test_a_hashtag_that_nobody_can_read_is_not_taken() -> None:
    assert _tags([], ("endtrafficking", "endsit", "End", "2028Now", "x" * 30, "y" * 31), "Open") == (
        ("endsit", "End"), ["endtrafficking", "2028Now", "x" * 30, "y" * 31],
    )  # fmt: skip
    assert _tags([], ("endingit", "endsthis1"), "Open") == (("endingit",), ["endsthis1"])
    assert _tags(["Inside"], ("Open", "One"), "Open") == (("Open", "Inside"), ["One"])


def test_from_the_third_on_hashtags_in_a_sentence_are_words() -> None:
    assert _with_two_tags("Say #One and #Two, then #Three and #One.") == (
        "Say #One and #Two, then Three and #One.",
        ["One", "Two"],
    )
    assert _with_two_tags("Say it.") == ("Say it.", [])


def test_the_address_of_a_post_is_the_printed_one_or_that_of_its_only_link() -> None:
    assert (
        _linked(item("x", None, "https://example.org/a", "https://example.org/a", "mailto:a@example.org"))
        == "https://example.org/a"
    )
    assert _linked(item("x", None, "https://example.org/a", "https://example.org/b")) == _linked(item("x")) == ""
    assert made(f"{WORDS} example.org/a #Open")[0].url == "https://example.org/a"


def test_a_post_that_names_the_year_is_for_that_year_only() -> None:
    post, notes = made("In 2028 and 2031 we ask who picks the apples. #Open")
    assert (post.only_year, post.only_why) == (2028, "It names the year 2031.")
    assert notes == ["Week 2, post at line 7 names 2031, so it is used in 2028 only."]
    assert made("In 2027 we asked who picks the apples. #Open")[0].only_year is None
    assert made("In 2028 we ask who picks the apples. #Open")[0].only_year == 2028


def post(text: str, url: str = "https://example.org/a", tags: tuple[str, ...] = ("Open",)) -> Post:
    first = bundled_campaign().week(2).posts[0]
    return replace(first, text=text, short=text, url=url, hashtags=tags, status="likely")


def test_a_short_post_stays_whole() -> None:
    assert _short(post(WORDS), "Farm work") == WORDS


def test_of_a_long_post_as_many_sentences_as_fit_come_before_the_one_that_leads_to_the_address() -> None:
    rows = [f"Some {'word ' * 18}{name}." for name in ("one", "two", "three")]
    assert _short(post(" ".join([*rows, "Learn more:"])), "") == f"{rows[0]} {rows[1]} Learn more:"
    assert _short(post(" ".join(rows)), "") == f"{rows[0]} {rows[1]}"
    assert _short(post(" ".join(rows), url=""), "") == f"{rows[0]} {rows[2]}"


def test_where_no_sentence_fits_a_later_short_one_or_the_topic_stands_for_them() -> None:
    long = f"{'word ' * 70}end."
    assert _short(post(f"{long} Ask them."), "Farm work") == "Ask them."
    assert _short(post(long), "Farm work") == "Farm work:"
    assert _short(post(long, url=""), "Farm work") == "Farm work"
    assert _short(post(long), "") == ""


def test_a_post_of_which_nothing_fits_is_left_out_and_named() -> None:
    posts, notes = make_posts([item(f"{'word ' * 70}end. #Open")], SETTING, set())
    assert posts == ()
    assert notes == ["Week 2, post at line 7 was left out: no part of it fits into 280 characters."]


def test_a_post_is_for_a_day_of_the_month_or_of_its_week_and_for_no_other() -> None:
    def day(*dates: Day) -> int | None:
        return only_day(item(WORDS, (dates[0], dates[-1])), SETTING)

    assert day((1, 5)) == 5
    assert day((1, 31)) == 31
    assert day((1, 5), (1, 6)) is None
    assert day((3, 5)) is None
    assert only_day(item(WORDS), SETTING) is None


def test_a_post_that_begins_with_a_day_of_its_week_is_for_that_day() -> None:
    (week,) = (PrintedWeeks(2028, (3,), (9,), (2,)),)
    setting = replace(SETTING, observance=Observance(printed=(week,)))
    for text, found in (
        ("January 5 is for the night shift.", 5), ("On January 5, ask the night shift.", 5),
        ("January 15 is for the night shift.", None), ("January 5-7 are for the night shift.", None),
        ("Ask the night shift on January 5.", None),
    ):  # fmt: skip
        assert only_day(item(text), setting) == found, text


def test_a_post_that_says_today_is_the_day_is_for_that_day() -> None:
    blue = replace(SETTING, of_day=re.compile("Wear ?Blue", re.IGNORECASE))
    for text, found in (
        ("Today is #WearBlueDay. Wear blue.", 11), ("Today is the Wear Blue Day", 11),
        ("Today is a day to wear blue", None),
        ("We say: today is Wear Blue Day", None),
    ):  # fmt: skip
        assert only_day(item(text), blue) == found, text


def test_a_post_with_an_address_of_ours_has_our_id_and_graphic_once() -> None:
    ours = replace(
        post("Ours", "https://www.example.org/a/"), id="ours", graphic=PieceTexts("social/statement", {"head": "Ours"})
    )
    like = replace(bundled_campaign().week(2), posts=(ours,))
    twice = [item(f"{WORDS} example.org/a #Open"), item("Ask who cleans the rooms. example.org/a #Open")]
    first, second = make_posts(twice, replace(SETTING, like=like), set())[0]
    assert (first.id, first.graphic, first.url) == ("ours", ours.graphic, ours.url)
    assert (second.id, second.url) == ("w2-ask-who-cleans-the-rooms", "https://example.org/a")
    (taken,), _ = make_posts(twice[:1], replace(SETTING, like=like), {"ours"})
    assert (taken.id, taken.graphic) == ("w2-ask-who-picks-the-apples-near-you", ours.graphic)


@pytest.mark.parametrize(
    ("said", "ours"), [("12% of people rest.", True), ("13% of people rest.", False), ("People rest.", True)]
)
def test_a_statistic_of_ours_is_not_shown_with_a_post_that_gives_another_number(said: str, ours: bool) -> None:
    shown = PieceTexts("social/statistic", {"number": "12%", "unit": "of people", "text": "rest"})
    base = replace(post("Ours"), graphic=shown)
    words = f"{said} 13% of people never rest at night." if not ours else said
    assert (_graphic(words, "", item(words), SETTING, base) is shown) == ours


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her neighbor’s door was open. Ask how she is:", "w2-her-neighbors-door-was-open"),
        ("Who pays? Ask today.", "w2-who-pays"),
        (f"{'Neighbors ' * 5}and the uncle of a coach who works at night", f"w2{'-neighbors' * 5}"),
    ],
)
def test_a_post_is_called_by_its_first_sentence_or_by_the_words_that_fit(text: str, name: str) -> None:
    assert made(text, replace(SETTING, week=2))[0].id == name


def test_a_post_is_for_a_day_from_the_first_to_the_last_of_its_week() -> None:
    setting = replace(SETTING, observance=Observance(printed=(PrintedWeeks(2028, (30,), (35,), (2,)),)))
    for text, found in (
        ("January 30 is the day.", 30), ("February 4 is the day.", 35), ("January 29 is the day.", None),
        ("February 5 is the day.", None), ("May 5 is the day.", None),
    ):  # fmt: skip
        assert only_day(item(text), setting) == found, text
    for day, found in (((2, 4), 35), ((2, 5), None), ((1, 2), 2), ((9, 2), None)):
        assert only_day(item(WORDS, (day, day)), setting) == found, day


def test_the_graphic_of_a_post_of_the_day_shows_it_and_another_day_none() -> None:
    def template(day: int) -> str:
        words = "Ask who picks the apples. Ask today."
        return _graphic(words, "", item(words, ((1, day), (1, day))), SETTING, None).template

    assert (template(11), template(12)) == ("social/event", "social/statement")


def test_the_graphic_of_a_part_of_a_shared_week_is_called_by_that_part() -> None:
    words = f"{'word ' * 30}end."
    own = _graphic(words, "", replace(item(words), about="Gates"), SETTING, None).fields
    assert (own["head"], own.get("eyebrow")) == ("Gates", None)
    usual = _graphic(words, "", item(words), SETTING, None).fields
    assert (usual["head"], usual["eyebrow"]) == ("Farm work", "Week 2")


def test_a_short_form_has_280_letters_by_the_counting_of_x_and_300_with_its_address() -> None:
    def fits(letters: int, address: int, tags: tuple[str, ...] = ()) -> bool:
        text = ("Ask who picks. " + "x" * letters)[:letters]
        return _short(post(text, f"https://{'a' * (address - 4)}.org", tags), "") == text

    assert fits(256, 23)
    assert not fits(257, 23), "an address counts as 23 letters"
    assert fits(240, 59)
    assert not fits(240, 60), "but all of its letters count where it is tightest"


def test_the_sentence_that_leads_to_the_address_is_not_said_twice() -> None:
    rows = [f"Some {'word ' * 18}{name}." for name in ("one", "two", "three")]
    assert _short(post(" ".join([rows[0], rows[1], "Read it:"])), "") == f"{rows[0]} {rows[1]} Read it:"
    assert _short(post(" ".join([rows[0], f"Word {'word ' * 60}end:"])), "") == rows[0]
