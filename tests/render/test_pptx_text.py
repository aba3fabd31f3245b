"""Paragraphs of a slide: what is written of their look, and what is left to the layout that they inherit from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.render.office.theme import ThemeRefs
from htpm_studio.render.office.xml import Element
from htpm_studio.render.pptx.text import (
    Paragraph,
    TextLook,
    block_paragraphs,
    paragraph_properties,
    paragraph_xml,
    run_properties,
    shape_link,
    text_link,
)
from htpm_studio.scene.nodes import Color, Emphasis
from tests.helpers import pptx_pages as pages

REFS = ThemeRefs({"ink": "dk1"}, {"dk1": "000000"}, ("Georgia", "Arial"))
LOOK = TextLook(4000, False, 10, "+mn-lt", Color("#000000", "ink"), "left", 90, after=1000)
LISTED = replace(LOOK, bullet="dot", bullet_color=Color("#FF0000", "none"), indent=300)


def said(element: Element) -> dict[str, str]:
    return {name: value for name, value in element.items() if value is not None}


def tags(element: Element) -> list[str]:
    return [one.tag for one in element]


def of(look: TextLook, base: TextLook | None = None) -> Element:
    return paragraph_properties("a:pPr", look, REFS, base)


def test_a_paragraph_by_itself_says_all_of_its_look() -> None:
    plain = of(LOOK)
    assert said(plain) == {"marL": "0", "indent": "0", "algn": "l", "rtl": "0"}
    assert tags(plain) == ["a:lnSpc", "a:spcBef", "a:spcAft", "a:buNone"]
    assert said(of(LISTED)) == {"marL": "300", "indent": "-300", "algn": "l", "rtl": "0"}
    assert tags(of(LISTED))[3:] == ["a:buClr", "a:buSzTx", "a:buFont", "a:buChar"]
    flush = of(replace(LISTED, hanging=False))
    assert said(flush) == {"marL": "300", "indent": "0", "algn": "l", "rtl": "0"}
    assert tags(flush)[3:] == ["a:buNone"]


@pytest.mark.parametrize(
    ("look", "written", "parts"),
    [
        (LOOK, {}, []),
        (replace(LOOK, align="center"), {"algn": "ctr"}, []),
        (replace(LOOK, pitch=100), {}, ["a:lnSpc"]),
        (replace(LOOK, after=0), {}, ["a:spcAft"]),
        (replace(LOOK, indent=300), {"marL": "300", "indent": "-300"}, []),
        (replace(LOOK, hanging=False), {"marL": "0", "indent": "0"}, ["a:buNone"]),
        (replace(LOOK, bullet="check"), {}, ["a:buSzTx", "a:buFont", "a:buChar"]),
        (replace(LOOK, bullet="number"), {}, ["a:buSzTx", "a:buFont", "a:buAutoNum"]),
        (replace(LOOK, size=100, bold=True, typeface="Arial"), {}, []),
    ],
)
def test_only_what_differs_from_the_layout_is_written(
    look: TextLook, written: dict[str, str], parts: list[str]
) -> None:
    made = of(look, LOOK)
    assert (said(made), tags(made)) == (written, parts)


def test_a_bullet_is_written_on_each_paragraph_and_its_end_too() -> None:
    assert tags(of(LISTED, LISTED)) == ["a:buClr", "a:buSzTx", "a:buFont", "a:buChar"]
    assert tags(of(LOOK, LISTED)) == ["a:buNone"]
    same = replace(LISTED, bullet_color=LISTED.color)
    assert tags(of(same, same))[0] == "a:buClrTx"


@pytest.mark.parametrize(
    ("look", "written", "parts"),
    [
        (LOOK, {}, []),
        (replace(LOOK, size=3900), {"sz": "3900"}, []),
        (replace(LOOK, bold=True), {"b": "1"}, []),
        (replace(LOOK, tracking=0), {"spc": "0"}, []),
        (replace(LOOK, typeface="Arial"), {}, ["a:latin"]),
        (replace(LOOK, color=Color("#FF0000", "none")), {}, ["a:solidFill"]),
    ],
)
def test_only_what_differs_of_its_letters_is_written(look: TextLook, written: dict[str, str], parts: list[str]) -> None:
    made = run_properties("a:rPr", look, REFS, LOOK)
    assert (said(made), tags(made)) == ({**written, "dirty": "0"}, parts)
    assert said(run_properties("a:defRPr", look, REFS, LOOK)) == written


def test_letters_by_themselves_say_all_of_their_look() -> None:
    made = run_properties("a:defRPr", LOOK, REFS, None, "en-US")
    assert said(made) == {"lang": "en-US", "sz": "4000", "b": "0", "kern": "1200", "spc": "10"}
    assert tags(made) == ["a:solidFill", "a:latin"]


def test_a_link_is_read_aloud_by_its_words_where_it_has_some() -> None:
    for made in (shape_link(("rId1", "A site")), text_link(("rId1", "A site"))):
        assert made is not None
        assert (made.get("r:id"), made.get("tooltip")) == ("rId1", "A site")
    assert shape_link(None) is None
    assert text_link(("rId1", "")).get("tooltip") is None


def runs(paragraph: Paragraph) -> list[str]:
    """The words of each run, and the tags of what is between them."""
    found = paragraph_xml(paragraph, REFS, LOOK)
    words = {one: "".join(text.text or "" for text in one.iter("a:t")) for one in found}
    return [words[one] or one.tag for one in found][1:]


def test_a_paragraph_is_one_run_a_break_and_the_next_and_its_end() -> None:
    text = Paragraph("Ask who picks", LOOK, "en")
    assert runs(text) == ["Ask who picks", "a:endParaRPr"]
    assert runs(replace(text, text="")) == ["a:endParaRPr"]
    assert runs(replace(text, breaks=(4, 8))) == ["Ask", "a:br", "who", "a:br", "picks", "a:endParaRPr"]


def test_a_number_is_a_field_of_its_own_between_its_words() -> None:
    numbered = Paragraph("Slide 12 of it", LOOK, "en", number=True)
    assert runs(numbered) == ["Slide ", "12", " of it", "a:endParaRPr"]
    assert runs(replace(numbered, text="12")) == ["12", "a:endParaRPr"]
    assert runs(replace(numbered, text="Slide ")) == ["Slide ", "\u2039#\u203a", "a:endParaRPr"]


def test_a_stroke_below_words_stays_in_a_text_of_one_paragraph_that_no_number_tears() -> None:
    stroke = Emphasis(0, 3, Color("#FF0000"), ())

    def strokes(text: str, width: float) -> list[Emphasis | None]:
        block = replace(pages.words(text, "body", 0, 0, width), emphasis=stroke)
        return [one.emphasis for one in block_paragraphs(block, LOOK, "en")]

    assert strokes("Ask a cook today.", 400) == [stroke]
    assert strokes("Ask a cook today.\nThen listen.", 400) == [None, None]
    torn = replace(
        pages.words("Call the line at 1-888-373-7888 now", "body", 0, 0, 190, balance=False), emphasis=stroke
    )
    assert [(bool(one.breaks), one.emphasis) for one in block_paragraphs(torn, LOOK, "en")] == [(True, None)]
