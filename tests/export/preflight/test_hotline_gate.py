"""Pages and files whose hotline was changed stay behind: one slide of a deck, one file of a piece, no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit.content import shared_values
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec, RenderedFile
from htpm_studio.export.preflight.hotline import (
    BLOCKED,
    MISSING,
    lacks_hotline,
    text_lacks_hotline,
)
from htpm_studio.export.preflight.hotline_gate import ALTERED, altered, block_unsafe, without_blocked
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

NUMBER, WRONG = "1-888-373-7888", "1-888-373-7889"


@cache
def kit(call: str = "") -> Kit:
    edits = Edits.from_mapping({"w2/copy/newsletter": {"call": call}} if call else {})
    project = Project(Brand("Riverbend"), 2, 2027, edits=edits)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 28))


def page(head: str = "Ask", title: str = "A title", notes: str = "", **more: Any) -> PageSpec:
    content: dict[str, Value] = {**shared_values(kit()), "head": head}
    return PageSpec("deck/bullets", "slide", content, PageInfo("slide 3", title, 2, notes=notes), **more)


BAD = replace(page(), content={**page().content, "hotline": {"number": WRONG}})


def spec(*pages: PageSpec, medium: Any = "deck", **more: Any) -> FileSpec:
    return FileSpec("a", medium, "The talk", "deck/a.pptx", "pptx", pages, piece="w2/deck/a", **more)


def test_a_page_is_altered_by_its_block_and_by_a_wrong_number_in_or_beside_its_words() -> None:
    assert altered(kit(), page()) == altered(kit(), page(f"Call {NUMBER}"), f"Call {NUMBER}") == ""
    assert altered(kit(), BAD) == ALTERED
    assert altered(kit(), replace(page(), content={"head": "Ask"})) == ALTERED
    for one in (page(f"Call {WRONG}"), page(title=f"Call {WRONG}"), page(notes=f"Call {WRONG}")):
        assert altered(kit(), one) not in ("", ALTERED)
    assert altered(kit(), page(), "", f"Call {WRONG}")
    assert altered(kit(), page(slides=(page(), BAD))) == ALTERED
    assert altered(kit(), page(slides=(page(),))) == ""
    torn = replace(page(), content={**page().content, "items": ("Call 1-888-373-", "7889")})
    assert altered(kit(), torn), "both lines are read together"
    words = replace(kit().campaign.words.copy, no_day=f"Call {WRONG}")
    told = replace(kit(), campaign=replace(kit().campaign, words=replace(kit().campaign.words, copy=words)))
    same = replace(page(), content={**shared_values(told), "head": "Ask"})
    assert altered(told, same) == "", "the fixed words of a campaign are read with it"


def blocked(*specs: FileSpec, of: Kit | None = None) -> tuple[list[int], list[tuple[str, str]]]:
    """How many pages each file has that is made, and what is said of the others: the first words and the piece."""
    kept, found = block_unsafe(of or kit(), specs)
    return [len(one.pages) for one in kept], [(str(one.message).partition("”")[0][1:], one.piece) for one in found]


def test_one_slide_is_left_out_of_its_deck_and_any_other_file_as_a_whole() -> None:
    good, bad = page(piece="w2/deck/a/1"), replace(BAD, piece="w2/deck/a/2")
    assert blocked(spec(good, good)) == ([2], [])
    assert blocked(spec(good, bad)) == ([1], [("The talk, slide 3", "w2/deck/a/2")])
    assert blocked(spec(bad, bad)) == ([], [("The talk, slide 3", "w2/deck/a/2")])
    assert blocked(spec(good, BAD)) == blocked(spec(BAD)) == ([], [("The talk", "w2/deck/a")])
    assert blocked(spec(page(), bad)) == ([], [("The talk, slide 3", "w2/deck/a/2")])
    assert blocked(spec(), spec(good)) == ([0, 1], [])
    assert blocked(spec(good, caption=f"Call {WRONG}")) == ([], [("The talk, slide 3", "w2/deck/a/1")])


def words(name: str, group: str, **more: Any) -> FileSpec:
    made = FileSpec(
        f"copy/{name}", "copy", "The letter", f"copy/{name}", "txt", (), group=group, piece=f"w2/copy/{group}"
    )
    return replace(made, **more)


def test_a_text_without_the_number_stays_behind_with_its_picture_and_others_are_made() -> None:
    letter, picture = words("newsletter.txt", "newsletter"), words("header.png", "newsletter", format="png")
    guide = words("week-guide.txt", "guide")
    kept, found = block_unsafe(kit(), [letter, picture, guide])
    assert ([one.id for one in kept], found) == ([letter.id, picture.id, guide.id], [])
    assert [one.words is not None for one in kept] == [True, False, True]
    for call in ("Write to us.", f"Call {WRONG}."):
        kept, found = block_unsafe(kit(call), [letter, picture, guide])
        assert [one.id for one in kept] == [guide.id]
        assert [one.piece for one in found] == ["w2/copy/newsletter"]
    assert MISSING in block_unsafe(kit("Write to us."), [letter])[1][0].message
    kept, found = block_unsafe(kit(), [replace(guide, slides=(BAD,)), spec(page())])
    assert [one.medium for one in kept] == ["deck"]
    assert len(found) == 1


def test_a_post_with_a_wrong_number_is_named_where_its_words_are_asked_for_among_others() -> None:
    post = f"w2/social/{kit().week.posts[0].id}"
    edits = Edits.from_mapping({post: {"caption": f"Call {WRONG}."}})
    made = replace(kit(), project=replace(kit().project, edits=edits))
    guide = words("week-guide.txt", "guide")
    assert [one.piece for one in block_unsafe(made, [spec(page()), guide])[1]] == [post]
    assert block_unsafe(made, [spec(page())])[1] == []
    kept, _ = block_unsafe(
        kit("Write to us."), [words("newsletter.txt", "newsletter"), spec(page(), group="newsletter")]
    )
    assert [one.medium for one in kept] == ["deck"], "only the picture of the text goes with it"


def test_files_that_say_so_themselves_are_not_written() -> None:
    stop, look = Diagnostic("error", BLOCKED, "Wrong."), Diagnostic("warning", "too-long", "Long.")
    good, bad = RenderedFile(spec(), b"a", (look,)), RenderedFile(spec(), b"b", (look, stop))
    assert without_blocked([good, bad]) == ([good], [stop])
    assert without_blocked([good]) == ([good], [])


@pytest.mark.parametrize(
    ("medium", "template", "caption", "lacks"),
    [
        ("deck", "deck/bullets", "", True),
        ("social", "social/photo", f"Call {NUMBER}", False),
        ("social", "social/photo", "Call 1 888 373 7888", False),
        ("social", "social/photo", f"Call {WRONG}", True),
        ("print", "no template of ours", "", True),
        ("background", "background/side-band", "", False),  # it is behind a person
        ("copy", "", "", False),
    ],
)
def test_the_number_is_needed_where_the_public_sees_it(medium: Any, template: str, caption: str, lacks: bool) -> None:
    assert lacks_hotline(kit().campaign.helplines, medium, [template], (), caption) is lacks


def test_a_piece_that_is_filled_in_at_a_desk_needs_no_number() -> None:
    assert not lacks_hotline(kit().campaign.helplines, "print", ["print/sign-in"], ())
    assert lacks_hotline(kit().campaign.helplines, "print", ["print/flyer"], ())
    assert not lacks_hotline(kit().campaign.helplines, "print", ["print/flyer", "print/sign-in"], ())


def test_newsletter_and_web_page_need_the_number_and_a_post_has_it_on_its_picture() -> None:
    lines = kit().campaign.helplines
    assert [text_lacks_hotline(lines, group, ["Ask."]) for group in ("newsletter", "web", "posts")] == [
        True,
        True,
        False,
    ]
    assert not text_lacks_hotline(lines, "web", ["Ask.", f"Call {NUMBER}"])
