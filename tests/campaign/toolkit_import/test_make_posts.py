"""Posts of a toolkit as posts of a kit: their hashtags, their short form, their day, and what of ours they are like."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from htpm_studio.campaign.model import Observance, PieceTexts, Post, PrintedWeeks
from htpm_studio.campaign.toolkit_import.blocks import DocumentLink
from htpm_studio.campaign.toolkit_import.make_posts import (
    PostSetting,
    make_posts,
    only_day,
)
from htpm_studio.campaign.toolkit_import.results import Day, ToolkitItem
from tests.helpers.bundled import bundled_campaign

SETTING = PostSetting(2, "Farm work", "Week 2", 2028, "Open", month="January")
SAID = replace(SETTING, own_topic="Farm work")
WORDS = "Ask who picks the apples near you."


def item(text: str, dates: tuple[Day, Day] | None = None, *links: str) -> ToolkitItem:
    return ToolkitItem(1, "post", text, 2, links=tuple(DocumentLink("x", one) for one in links), dates=dates, line=7)


def made(one: ToolkitItem, setting: PostSetting = SETTING) -> Post:
    (post,), _ = make_posts([one], setting, set())
    return post


def test_the_address_of_a_post_is_the_printed_one_or_that_of_its_only_link() -> None:
    a, b = "https://example.org/a", "https://example.org/b"
    for links, url in (((a, a, "mailto:a@example.org"), a), ((a, b), ""), ((), "")):
        assert made(item(WORDS, None, *links)).url == url


def post(text: str, url: str = "https://example.org/a", tags: tuple[str, ...] = ("Open",)) -> Post:
    first = bundled_campaign().week(2).posts[0]
    return replace(first, text=text, short=text, url=url, hashtags=tags, status="likely")


def test_a_post_is_for_a_day_of_the_month_or_of_its_week_and_for_no_other() -> None:
    def day(*dates: Day) -> int | None:
        return only_day(item(WORDS, (dates[0], dates[-1])), SETTING)

    assert day((1, 5)) == 5
    assert day((1, 31)) == 31
    assert day((1, 5), (1, 6)) is None
    assert day((3, 5)) is None
    assert only_day(item(WORDS), SETTING) is None


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
    like = replace(bundled_campaign().week(2), posts=(base,))
    assert (made(item(f"{words} example.org/a"), replace(SETTING, like=like)).graphic == shown) == ours


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
        return made(item("Ask who picks the apples. Ask today.", ((1, day), (1, day)))).graphic.template

    assert (template(11), template(12)) == ("social/event", "social/statement")


def test_the_graphic_of_a_part_of_a_shared_week_is_called_by_that_part() -> None:
    words = f"{'word ' * 30}end."
    own = made(replace(item(words), about="Gates"), SAID).graphic.fields
    assert (own["head"], own.get("eyebrow")) == ("Gates", None)
    usual = made(item(words), SAID).graphic.fields
    assert (usual["head"], usual["eyebrow"]) == ("Farm work", "Week 2")
