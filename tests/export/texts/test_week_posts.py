"""The list of posts says for each text where it goes, and how long it is where that is close to a limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from htpm_studio.campaign.model import NetworkTexts
from htpm_studio.campaign.networks import Network, Networks, known_networks
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.export.texts.typeset import typeset
from htpm_studio.export.texts.week_posts import (
    ReadyPost,
    Version,
    altered_posts,
    buffer_sheet,
    counted,
    day_of,
    holiday_note,
    linked,
    names_of,
    posts_blocks,
    posts_sheet,
    posts_to_fill_in,
    ready_posts,
)
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.writing import Table
from tests.helpers.bundled import bundled_campaign, bundled_resources

X = Network("x", "letters", 280, "characters", "", "", name="X")
LONG = replace(X, id="f", name="Facebook", text_limit=10_000)
NEARLY = replace(X, id="l", name="LinkedIn", text_limit=9_999)


def test_letters_are_counted_where_a_network_takes_fewer_than_ten_thousand() -> None:
    assert counted(Version("Ask a cook.", (X, LONG, NEARLY))) == "X (11 / 280), Facebook, LinkedIn (11 / 9,999)"
    assert counted(Version("Ask a cook.", ())) == ""


# ------------------------------------------------------------------ the posts of a week

LONG_TEXT, SHORT_TEXT = "Long words for a post", "Short words"
PIECE, SECOND = "w2/social/a", "w2/social/b"
SMALL, LARGE = replace(X, text_limit=len(SHORT_TEXT)), replace(LONG, text_limit=len(LONG_TEXT))


@cache
def plain() -> Kit:
    project = Project(Brand("Riverbend"), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 28))


def kit(own: dict[str, dict[str, str]], *networks: Network) -> Kit:
    """A week with two posts on these networks."""
    made = plain()
    first = replace(
        made.week.posts[0], id="a", text=LONG_TEXT, short=SHORT_TEXT, networks=None, hashtags=(), url="", only_day=None,
        only_year=None,
    )  # fmt: skip
    posts = first, replace(first, id="b")
    resources = replace(made.resources, networks=Networks(networks or (SMALL, LARGE), 100, 200))
    project = replace(made.project, edits=Edits.from_mapping(own))
    return replace(made, project=project, week=replace(made.week, posts=posts), resources=resources)


def ready(
    own: dict[str, dict[str, str]], *networks: Network, specs: tuple[FileSpec, ...] = ()
) -> tuple[ReadyPost, ...]:
    return ready_posts(kit(own, *networks), specs)


def file(path: str, piece: str = PIECE) -> FileSpec:
    medium: Any = path.partition("/")[0]
    return FileSpec(path, medium, "A", path, "png", (), piece=piece)


def test_each_network_gets_the_text_that_it_takes_and_one_that_takes_none_is_named() -> None:
    (first, _) = ready({})
    assert [(one.text, names_of(one.networks)) for one in first.versions] == [
        (SHORT_TEXT, "X"), (LONG_TEXT, "Facebook"),
    ]  # fmt: skip
    assert first.refused == ()
    tiny = replace(SMALL, text_limit=len(SHORT_TEXT) - 1)
    (first, _) = ready({}, tiny, LARGE)
    assert (names_of(first.refused), [one.text for one in first.versions]) == ("X", [LONG_TEXT])
    (first, _) = ready({PIECE: {"caption.f": " "}})
    assert names_of(first.refused) == "Facebook"


def test_a_post_has_its_own_pictures_and_the_description_of_its_graphic() -> None:
    files = file("social/square/a.png"), file("social/story/b.png", SECOND), file("copy/a.png")
    (first, second) = ready({PIECE: {"alt": "A field."}}, specs=files)
    assert (first.pictures, second.pictures) == (("social/square/a.png",), ("social/story/b.png",))
    assert first.alt == "A field."
    assert second.alt not in ("", "A field.")


def test_posts_are_in_the_order_of_their_days_and_those_without_one_come_last() -> None:
    def order(**own: str) -> list[str]:
        return [one.post.piece for one in ready({f"w2/social/{name}": {"@day": day} for name, day in own.items()})]

    assert order(a="2027-01-06", b="2027-01-05") == [SECOND, PIECE]
    assert order(a="none", b="2027-01-10") == [SECOND, PIECE]
    assert order(b="none") == [PIECE, SECOND]


@pytest.mark.parametrize("field", ["caption", "caption.x", "alt"])
def test_a_post_with_a_wrong_hotline_number_is_not_there_and_named(field: str) -> None:
    own = {PIECE: {field: "Call 1-888-373-7889."}}
    assert [one.post.piece for one in ready(own)] == [SECOND]
    assert [one.piece for one in altered_posts(kit(own))] == [PIECE]
    assert altered_posts(kit({PIECE: {field: "Call 1-888-373-7888."}})) == []


def test_a_text_is_edited_for_all_networks_or_for_those_that_have_it_alone() -> None:
    def fields(own: dict[str, str], *networks: Network) -> dict[str, tuple[str, ...]]:
        made = kit({PIECE: own} if own else {}, *networks)
        blocks = posts_blocks(made, ready_posts(made, ())[:1])
        return {one.text: one.fields for one in blocks if one.kind == "text" and one.piece == PIECE}

    third = replace(LARGE, id="l", name="LinkedIn")
    usual = fields({}, SMALL, LARGE, third)
    assert (usual[LONG_TEXT], usual[SHORT_TEXT]) == (("caption",), ("caption.x",))
    own = fields({"caption.l": LONG_TEXT}, SMALL, LARGE, third)
    assert own[LONG_TEXT] == ("caption.f", "caption.l")
    other = fields({"caption.l": "Here"}, SMALL, LARGE, third)
    assert (other[LONG_TEXT], other["Here"]) == (("caption",), ("caption.l",))


def test_the_list_says_what_each_post_has_and_nothing_of_what_it_lacks() -> None:
    made = kit({PIECE: {"alt": "A field."}}, replace(SMALL, text_limit=3), LARGE)
    words = made.campaign.words.copy

    def said(post: ReadyPost) -> list[str]:
        return [one.text for one in posts_blocks(made, [post])]

    (first, _) = ready_posts(made, (file("social/square/a.png"),))
    for part in (words.description, "A field.", words.pictures, "social/square/a.png"):
        assert part in said(first)
    assert any("X" in text for text in said(replace(first, versions=())))
    for part in (words.description, words.pictures):
        assert part not in said(replace(first, alt="", pictures=()))
    assert not any("X" in text for text in said(replace(first, refused=())))


def test_a_table_has_a_row_for_each_post_a_column_for_each_network_and_no_words_that_one_refuses() -> None:
    made = kit({PIECE: {"@day": "none"}}, replace(SMALL, text_limit=3), LARGE)
    posts = ready_posts(made, (file("social/square/a.png", SECOND), file("social/story/a.png", SECOND)))
    sheet = posts_sheet(made, posts)
    assert sheet.head[3:5] == ("X", "Facebook")
    assert [(row[0], row[1], row[3], row[4]) for row in sheet.rows] == [
        ("2027-01-08", "10:00", "", LONG_TEXT), ("", "", "", LONG_TEXT),
    ]  # fmt: skip
    assert [row[6] for row in sheet.rows] == ["social/square/a.png\nsocial/story/a.png", ""]


def test_a_channel_gets_the_posts_with_a_day_that_did_not_go_out() -> None:
    def times(network: Network, **own: str) -> list[str]:
        return [row[3] for row in buffer_sheet(ready({PIECE: own} if own else {}), network).rows]

    assert times(SMALL) == times(LARGE) == ["2027-01-04 10:00", "2027-01-08 10:00"]
    assert times(replace(SMALL, id="gone")) == []
    assert len(times(SMALL, **{"@day": "none"})) == len(times(SMALL, **{"@posted": "yes"})) == 1
    assert len(times(SMALL, **{"caption.x": " "})) == 1


def test_a_day_is_said_with_its_weekday_and_the_holiday_that_it_is() -> None:
    assert day_of(plain(), None) == plain().campaign.words.copy.no_day
    assert day_of(plain(), date(2027, 1, 12)) == "Tuesday, January 12, 2027"
    king = day_of(plain(), date(2027, 1, 18))
    assert king.startswith("Monday, January 18, 2027 (federal holiday")
    assert holiday_note(plain(), date(2027, 1, 12)) == ""


def test_the_word_file_shows_the_pictures_of_the_posts_and_links_their_addresses() -> None:
    made = kit({PIECE: {"caption": "See worker.gov/now."}})
    pictures = (file("social/square/01-a.png"), file("social/story/01-a.png"))
    posts = ready_posts(made, pictures)
    blocks = [linked(block) for block in posts_blocks(made, posts, shown=True)]
    assert [block.text for block in blocks if block.kind == "picture"] == [one.alt for one in posts if one.pictures]
    assert not any(block.kind == "item" for block in blocks)
    assert "01-a: social/square, social/story" in [block.text for block in blocks]
    spans = [(span.text, span.url) for block in blocks for span in block.spans if span.url]
    assert ("worker.gov/now", "https://worker.gov/now") in spans
    assert "See worker.gov/now." in [block.text for block in blocks], "no letter is lost"


# ------------------------------------------------------------------ posts with a text for each network

ALL = known_networks()
TEXTS = NetworkTexts(
    x=("One.", "Two.", "Three."),
    instagram="A picture.",
    linkedin="We do this: [one line].",
    facebook="A question?",
    sms="Ask. Don't wait.",
    comment="The study: a.org",
)


def written(**own: str) -> tuple[Kit, tuple[ReadyPost, ...]]:
    """A week with one post that has a text for each network."""
    made = kit({PIECE: own} if own else {})
    post = replace(made.week.posts[0], text="", short="", networks=TEXTS)
    resources = replace(made.resources, networks=ALL)
    made = replace(made, week=replace(made.week, posts=(post,)), resources=resources)
    return made, ready_posts(made, ())


def texts_of(post: ReadyPost) -> dict[str, str]:
    return {network.id: post.text(network) for network in ALL.texts}


def test_each_network_gets_its_own_text_and_one_to_fill_in_is_not_ready() -> None:
    _, (post,) = written()
    assert texts_of(post) == {
        **dict.fromkeys(("x", "bluesky", "threads", "mastodon"), "One.\n---\nTwo.\n---\nThree."),
        "instagram": "A picture.", "linkedin": "", "facebook": "A question?", "comment": "The study: a.org",
        "sms": "Ask. Don't wait.",
    }  # fmt: skip
    assert [(version.text, names_of(version.networks)) for version in post.unfilled] == [(TEXTS.linkedin, "LinkedIn")]
    _, (filled,) = written(**{"caption.linkedin": "We do this: we ask."})
    assert (filled.text(ALL.network("linkedin")), filled.unfilled) == ("We do this: we ask.", ())


def test_what_the_user_writes_for_all_replaces_the_text_of_each_but_not_what_goes_beside() -> None:
    _, (post,) = written(caption="Ours.", **{"caption.facebook": "Ours, here."})
    found = texts_of(post)
    assert {found[name] for name in ("x", "instagram", "linkedin")} == {"Ours."}
    assert (found["facebook"], found["comment"], found["sms"]) == ("Ours, here.", TEXTS.comment, TEXTS.sms)


def test_where_the_users_text_for_all_is_too_long_the_networks_own_stands_in() -> None:
    _, (post,) = written(caption="a" * 400)
    assert post.text(ALL.network("x")).startswith("One.")
    assert post.text(ALL.network("threads")) == "a" * 400
    assert post.post.stands_in(ALL.network("x"))
    assert not post.post.stands_in(ALL.network("linkedin"))


def test_a_thread_for_all_is_one_text_where_there_are_no_threads() -> None:
    _, (post,) = written(caption="One.\n---\nTwo.")
    assert post.text(ALL.network("x")) == "One.\n---\nTwo."
    assert post.text(ALL.network("linkedin")) == "One.\n\nTwo."


def test_the_list_has_the_first_comment_and_says_what_is_to_be_filled_in() -> None:
    made, posts = written()
    blocks = posts_blocks(made, posts)
    said = [block.text for block in blocks]
    assert said[said.index("First comment") + 1] == "The study: a.org"
    at = said.index("Not ready for LinkedIn: fill in [one line] first")
    assert (said[at + 1], blocks[at + 1].fields) == (TEXTS.linkedin, ("caption.linkedin",))
    assert str(posts_to_fill_in(made)).endswith("(LinkedIn).")
    filled, _ = written(**{"caption.linkedin": "We ask."})
    assert posts_to_fill_in(filled) is None


def test_a_thread_is_numbered_in_the_list_and_divided_by_lines_in_the_table() -> None:
    made, posts = written()
    list_of_posts = next(spec.words for spec in with_words(made, plan(made)) if spec.path == "copy/posts.txt")
    assert list_of_posts is not None
    assert "1/3\nOne.\n\n2/3\nTwo.\n\n3/3\nThree." in typeset(list_of_posts, made.own_names, "txt", "posts").said
    sheet = posts_sheet(made, posts)
    row = dict(zip(sheet.head, sheet.rows[0], strict=True))
    assert row["X"] == "One.\n---\nTwo.\n---\nThree."
    assert (row["First comment"], row["LinkedIn"]) == ("The study: a.org", "")
    typed = typeset(sheet, made.own_names, "csv", "posts")
    assert isinstance(typed, Table)
    assert dict(zip(typed.head, typed.rows[0], strict=True))["Text message"] == "Ask. Don't wait."


def test_buffer_takes_no_threads() -> None:
    _, posts = written()
    assert buffer_sheet(posts, ALL.network("x")).rows == ()
    assert [row[0] for row in buffer_sheet(posts, ALL.network("facebook")).rows] == ["A question?"]
