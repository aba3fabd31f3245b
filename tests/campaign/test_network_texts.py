"""What a post says on each network: rules over all posts of the bundled campaign, and how a text is made ready."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.campaign.language.readability import grade
from htpm_studio.campaign.model import NetworkTexts, PieceTexts, Post
from htpm_studio.campaign.network_texts import FOR_AT_RISK, check_network_texts, network_text, written_texts
from htpm_studio.campaign.networks import (
    counts,
    known_networks,
    length,
    numbered,
    open_places,
    parts_in,
    parts_of,
    too_much,
    without_dividers,
)
from htpm_studio.campaign.pack import read_pack
from htpm_studio.campaign.placeholders import RUNNING
from htpm_studio.campaign.post_length import ADDRESS
from htpm_studio.campaign.validate_pack import check_post
from htpm_studio.decoding.lines import KeyLines
from htpm_studio.decoding.source import KeyPlace, Report
from htpm_studio.errors import Problems
from tests.helpers.bundled import PACK, bundled_campaign

FEED = ("x", "instagram", "linkedin", "facebook")
"""Texts that people scroll past; comments and messages may end in an address."""

NUMBER = "1-888-373-7888"
PRIVATE = re.compile(r"private|no name|without giving a name|privado|sin dar (?:su|tu) nombre", re.IGNORECASE)
WEEKS = [(week, language) for week in (1, 2, 3, 4, 5) for language in ("en", "es")]


def posts_of(week: int, language: str) -> tuple[Post, ...]:
    """The posts of a week, all of which have a text for each network."""
    posts = bundled_campaign(language).announced_week(week).posts
    assert [post.id for post in posts if post.networks is None] == []
    return posts


def said(post: Post, name: str) -> str:
    text = getattr(post.networks, name)
    return " ".join(text) if isinstance(text, tuple) else text.replace("{near_you}", "").strip()


def feed(posts: tuple[Post, ...]) -> Iterator[str]:
    yield from (said(post, name) for post in posts for name in FEED)


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of four words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def ends_in_address(text: str) -> bool:
    found = list(ADDRESS.finditer(text))
    return bool(found) and not text[found[-1].end() :].strip(" .)")


@pytest.mark.parametrize(("week", "language"), WEEKS)
def test_each_post_has_five_texts_that_share_at_most_half_of_their_words(week: int, language: str) -> None:
    for post in posts_of(week, language):
        texts = {name: said(post, name) for name in (*FEED, "sms")}
        assert len(set(texts.values())) == len(texts), post.id
        for one, other in permutations(texts, 2):
            shared = runs(texts[one]) & runs(texts[other])
            assert len(shared) <= 0.5 * len(runs(texts[one])), (post.id, one, other, shared)


@pytest.mark.parametrize(("week", "language"), WEEKS)
def test_posts_of_a_week_end_in_different_ways(week: int, language: str) -> None:
    posts = posts_of(week, language)
    texts = list(feed(posts))
    linked = [text for text in texts if ends_in_address(text)]
    assert len(linked) <= len(texts) / 3
    assert [text for text in texts if re.search(rf":\s*{ADDRESS.pattern}", text, re.IGNORECASE)] == []
    endings = Counter(" ".join(re.findall(r"[^\W\d]+", text.lower())[-4:]) for text in texts)
    assert [ending for ending, count in endings.items() if count > 2] == []
    asking = [post.id for post in posts if "?" in said(post, "linkedin")]
    assert len(asking) >= len(posts) / 2


@pytest.mark.parametrize(("week", "language"), WEEKS)
def test_an_instagram_text_begins_with_a_whole_thought_and_has_no_address(week: int, language: str) -> None:
    for post in posts_of(week, language):
        text = said(post, "instagram")
        first = text.partition("\n")[0]
        assert len(first) <= 125, post.id
        assert first.endswith((".", "?", "!", ":", "”")), (post.id, first)
        assert not re.search(r"#|\d-\d{3}-\d{3}-\d{4}", first), (post.id, first)
        assert not ADDRESS.search(text), post.id


@pytest.mark.parametrize(("week", "language"), WEEKS)
def test_every_text_is_one_that_its_network_takes(week: int, language: str) -> None:
    networks = known_networks()
    for post in posts_of(week, language):
        texts = dict(written_texts(post, RUNNING))
        assert texts.keys() >= {network.id for network in networks.texts} - {"comment"}
        assert {
            name: problem for name, text in texts.items() if (problem := too_much(text, networks.network(name)))
        } == {}
        assert len(texts["sms"]) <= 160
        assert not open_places(texts["sms"] + texts["x"])


@pytest.mark.parametrize(("week", "language"), WEEKS)
def test_people_at_risk_are_told_a_number_and_no_address(week: int, language: str) -> None:
    posts = [post for post in posts_of(week, language) if post.audience == "at-risk"]
    assert len(posts) >= 2
    for post in posts:
        assert not post.hashtags, post.id
        for name, text in written_texts(post, RUNNING):
            assert NUMBER in text or name == "comment", (post.id, name)
            assert {found.group() for found in ADDRESS.finditer(text)} <= FOR_AT_RISK, (post.id, name)
            assert "#" not in text, (post.id, name)
        assert any(PRIVATE.search(said(post, name)) for name in (*FEED, "sms")), post.id


@pytest.mark.parametrize(("week", "language"), WEEKS)
def test_what_the_public_scrolls_past_reads_like_sixth_grade_at_most(week: int, language: str) -> None:
    for post in posts_of(week, language):
        if post.audience != "professional":
            grades = {name: grade(ADDRESS.sub("", said(post, name)), language) for name in FEED}
            assert {name: found for name, found in grades.items() if found > 6} == {}, post.id


# ------------------------------------------------------------------ one text made ready

SENTENCE = "Ask who pays for the job, and what happens to somebody who leaves it in the fifth month. "
TEXTS = NetworkTexts(
    x=("Who paid?",),
    instagram="Don’t sign yet.\n" + SENTENCE * 3,
    linkedin="One question.\n" + SENTENCE * 6,
    facebook="Did you pay for your job?\n" + SENTENCE * 3 + "{near_you}",
    sms="Ask first: who pays? Don't sign. 1-888-373-7888",
)
GRAPHIC = PieceTexts("social/statement", {"head": "Ask"}, alt="Ask.")
POST = Post("ask", "practice", GRAPHIC, networks=TEXTS, hashtags=("EndTrafficking", "HR"))
NOBODY = {"near_you": "", "org": "Riverbend"}


def ready(name: str, post: Post = POST, near: str = "") -> str:
    assert post.networks is not None
    return network_text(post, post.networks, known_networks().network(name), {**NOBODY, "near_you": near})


def test_hashtags_are_added_as_each_network_takes_them() -> None:
    assert ready("x") == ready("threads") == "Who paid? #EndTrafficking"
    assert ready("bluesky") == "Who paid?"
    assert ready("instagram").endswith("\n\n#EndTrafficking #HR")
    assert ready("linkedin").endswith("\n\n#EndTrafficking #HR")
    assert ready("facebook").endswith("\n\n#EndTrafficking")
    assert "#" not in ready("sms")


def test_a_hashtag_that_is_there_counts_and_one_without_room_is_left_out() -> None:
    there = replace(POST, networks=replace(TEXTS, instagram=TEXTS.instagram + "\n\n#HR", x=("a" * 270,)))
    assert ready("instagram", there).endswith("\n\n#HR #EndTrafficking")
    assert ready("x", there) == "a" * 270


def test_people_at_risk_get_no_hashtag_and_no_address() -> None:
    post = replace(POST, audience="at-risk")
    assert all("#" not in text for _, text in written_texts(post, NOBODY))
    assert ready("facebook", post, near="Near you: riverbend.org.").endswith("month.")
    assert ready("facebook", post, near="Near you: 555-0100.").endswith("Near you: 555-0100.")


def test_without_anybody_near_there_is_no_gap() -> None:
    assert ready("facebook").partition("\n\n#")[0].endswith("month.")
    assert "Near you: 555-0100.\n\n#End" in ready("facebook", near="Near you: 555-0100.")


def test_a_thread_has_its_hashtag_in_the_last_part_and_mastodon_whole_addresses() -> None:
    post = replace(POST, networks=replace(TEXTS, x=("One.", "Two.", "Read on at lawhelp.org")))
    assert ready("x", post) == "One.\n---\nTwo.\n---\nRead on at lawhelp.org #EndTrafficking"
    assert ready("bluesky", post).endswith("Read on at lawhelp.org")
    assert ready("mastodon", post).endswith("Read on at https://lawhelp.org #EndTrafficking")


def test_a_text_message_has_plain_letters() -> None:
    assert ready("sms", replace(POST, networks=replace(TEXTS, sms="Don’t sign – “ask”…"))) == 'Don\'t sign - "ask"...'


# ------------------------------------------------------------------ mistakes


def mistakes(post: Post = POST, **changes: Any) -> list[str]:
    report = Report()
    place = KeyPlace("week-2-posts.toml", ("posts", 0, "networks"), KeyLines(""), report)
    texts = replace(TEXTS, **changes)
    check_network_texts(replace(post, networks=texts), texts, place, RUNNING)
    return [problem.message for problem in report.problems]


LATE = "An address or a hashtag comes before the last part of the thread."


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"x": ("One.", "Two.")}, "The text for X has 2 parts."),
        ({"x": ("a" * 181,)}, "The first part has 181 characters; at most 180 are allowed."),
        ({"x": ("See lawhelp.org.", "Two.", "Three.")}, LATE),
        ({"x": ("One.", "Two #HR.", "Three.")}, LATE),
        ({"x": ("One.", "b" * 281, "Three.")}, "Part 2: 281 characters, X allows 280."),
        ({"instagram": "Short."}, "The text has 6 characters; write 150 to 900."),
        ({"instagram": "No end\n" + SENTENCE * 3}, "The first line does not stand alone within 125 characters."),
        ({"instagram": TEXTS.instagram + " lawhelp.org"}, "Nobody can tap an address in an Instagram text."),
        ({"linkedin": TEXTS.linkedin + " lawhelp.org"}, "The text has an address."),
        ({"facebook": TEXTS.facebook + " lawhelp.org, worker.gov"}, "The text has two addresses."),
        ({"sms": "¿Quién pagó?"}, "“ó” is no letter of a plain text message."),
        ({"sms": "a" * 161}, "161 characters, Text message allows 160."),
        ({"sms": "Ask [name]."}, "There is a place to fill in."),
        ({"comment": "a" * 1251}, "1,251 characters, First comment allows 1,250."),
    ],
)
def test_what_must_hold_in_one_text_is_named(changes: dict[str, Any], sentence: str) -> None:
    assert mistakes() == []
    assert sentence in mistakes(**changes)


def test_what_must_hold_for_people_at_risk_is_named() -> None:
    at_risk = replace(POST, audience="at-risk", hashtags=())
    assert mistakes(at_risk, x=("a" * 250,)) == []
    assert mistakes(at_risk, facebook=TEXTS.facebook + " lawhelp.org") == []
    assert mistakes(at_risk, sms="Go to worker.gov") == ["A text for people at risk has an address."]
    assert mistakes(replace(at_risk, hashtags=("HR",))) == ["A post for people at risk has no hashtags."]


def test_a_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    pack = tmp_path / "htpm"
    shutil.copytree(PACK, pack)
    file = pack / "en" / "week-2-posts.toml"
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("sms = "))
    lines[at] = 'sms = "Señorita, ¿está bien?"'
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(Problems) as caught:
        read_pack(pack, "en")
    assert [(one.file, one.line) for one in caught.value.problems] == [("en/week-2-posts.toml", at + 1)]


def test_a_post_has_its_texts_in_one_way() -> None:
    report = Report()
    check_post(replace(POST, text="Ask.", short="Ask."), KeyPlace("a", ("posts", 0), KeyLines(""), report))
    assert report.problems[0].message == "A post with a text for each network has no other."


# ------------------------------------------------------------------ threads and places


def test_parts_of_a_thread_are_counted_and_numbered_each_for_itself() -> None:
    networks = known_networks()
    text = f"{'a' * 200}\n---\n{'b' * 250}"
    assert parts_of(text, networks.network("x")) == ("a" * 200, "b" * 250)
    assert parts_of(text, networks.network("linkedin")) == (text,)
    assert (length(text, networks.network("x")), too_much(text, networks.network("x"))) == (250, "")
    assert counts(text, networks.network("x")) == "200 + 250 / 280"
    assert numbered("One.\n\n---\nTwo.") == "1/2\nOne.\n\n2/2\nTwo."
    assert numbered("One - - two.") == "One - - two."
    assert without_dividers("One.\n---\nTwo.") == "One.\n\nTwo."
    assert parts_in("---") == ("---",)


def test_a_place_in_square_brackets_is_to_be_filled_in() -> None:
    assert open_places("We do [one line], then [one line]; we tried [product].") == ("[one line]", "[product]")
    assert open_places("A list: [], a link: [here](https://a.org), a (bracket).") == ()
