"""Own words laid over a text: a line becomes a paragraph, and links that are still in it stay links."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.texts.own_words import HEAD, laid_over, reworded
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.writing import Paragraph, Span, plain
from tests.helpers.bundled import bundled_campaign, bundled_resources

PIECE = "w2/copy/newsletter"


@cache
def usual() -> Kit:
    project = Project(Brand("Riverbend"), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(("copy",)), date(2026, 11, 28))


def laid(*blocks: Paragraph, **own: str) -> list[str]:
    project = replace(usual().project, edits=Edits.from_mapping({PIECE: own} if own else {}))
    return [block.text for block in laid_over(replace(usual(), project=project), PIECE, blocks)]


def test_each_line_is_a_paragraph_and_an_empty_text_takes_its_paragraph_out() -> None:
    first, second = plain("text", "One", "a"), plain("text", "Two", "b")
    assert laid(first, second) == ["One", "Two"]
    assert laid(first, second, b="New\n\nLines") == ["One", "New", "Lines"]
    assert laid(first, second, a="") == ["Two"]
    assert laid(plain("text", "One"), a="New") == ["One"], "nobody can change it"
    assert laid(plain("text", "One", "x", "b"), b="New") == ["New"]


def test_a_title_is_never_taken_out_and_texts_of_another_piece_are_changed_there() -> None:
    title = plain("title", "A title", HEAD)
    assert laid(title, **{HEAD: ""}) == ["A title"]
    assert laid(title, **{HEAD: "New"}) == ["New"]
    assert laid(plain("text", "One", "a", piece="w2/social/a"), a="New") == ["One"]


LINK, STRONG = Span("the guide", "https://a.org"), Span("Ask first.", strong=True)


def spans(text: str, *usual: Span) -> list[tuple[str, str, bool]]:
    (found,) = reworded(Paragraph("text", usual, ("a",)), text)
    return [(one.text, one.url, one.strong) for one in found.spans]


@pytest.mark.parametrize("span", [LINK, STRONG])
def test_a_text_that_was_all_one_link_or_strong_stays_so(span: Span) -> None:
    assert spans("New words", span) == [("New words", span.url, span.strong)]


def test_words_that_were_links_or_strong_and_are_still_there_stay_so() -> None:
    usual = STRONG, Span(" Read "), LINK, Span(".")
    guide, ask = ("the guide", "https://a.org", False), ("Ask first.", "", True)
    assert spans("Ask first. Then read the guide again.", *usual) == [
        ask, (" Then read ", "", False), guide, (" again.", "", False),
    ]  # fmt: skip
    assert spans("Read the guide", *usual) == [("Read ", "", False), guide]
    assert spans("Nothing of it.", *usual) == [("Nothing of it.", "", False)]
    assert spans("the guide. Ask first.", *usual) == [("the guide. ", "", False), ask], (
        "in the order in which they were"
    )
    assert spans("Read on", Span("Read"), Span(" "), LINK) == [("Read on", "", False)]
    assert spans("a b", Span(" ", "https://b.org"), Span("x")) == [("a b", "", False)], "a space is no link"
