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
    list_look,
    list_paragraphs,
    look_of,
    paragraph_properties,
    paragraph_xml,
    run_properties,
)
from htpm_studio.scene.nodes import Color, Emphasis, ListStyle
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


def runs(paragraph: Paragraph) -> list[str]:
    """The words of each run, and the tags of what is between them."""
    found = paragraph_xml(paragraph, REFS, LOOK)
    words = {one: "".join(text.text or "" for text in one.iter("a:t")) for one in found}
    return [words[one] or one.tag for one in found][1:]


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


def test_a_paragraph_that_reads_from_the_right_says_so_and_others_only_where_nothing_else_does() -> None:
    def way(text: str, base: TextLook | None) -> str | None:
        return paragraph_xml(Paragraph(text, LOOK, "en"), REFS, base)[0].get("rtl")

    assert [way("\u0645\u0631\u062d\u0628\u0627", base) for base in (None, LOOK)] == ["1", "1"]
    assert [way("Hello", base) for base in (None, LOOK)] == ["0", None]


def test_the_look_of_a_text_is_never_larger_than_it_was_measured() -> None:
    block = pages.words("Ask", "body", 0, 0, 90, align="center")
    for size, hundredths in ((23.4, 2340), (23.456, 2345), (23.4599, 2345), (12.0, 1200)):
        look = look_of(replace(block, style=replace(block.style, size=size, tracking=-0.236)), REFS)
        assert (look.size, look.tracking) == (hundredths, -24)
    look = look_of(block, REFS)
    assert (look.bold, look.align, look.color, look.after, look.bullet) == (False, "center", block.color, 0, "none")
    listed = list_look(block, ListStyle("check", Color("#FF0000"), 10, 12.345), REFS)
    assert (listed.bullet, listed.bullet_color, listed.indent, listed.after) == (
        "check", Color("#FF0000"), 127_000, 1234,
    )  # fmt: skip


def test_each_link_on_several_lines_is_a_run_a_line_with_the_space_outside() -> None:
    linked = Paragraph("Ask who picks", LOOK, "en", link=("rId1", "A site"), rows=("Ask ", "who picks"))
    made = list(paragraph_xml(linked, REFS, LOOK).iter("a:r"))
    words = ["".join(text.text or "" for text in one.iter("a:t")) for one in made]
    assert words == ["Ask", " ", "who picks"]
    assert [next(one.iter("a:hlinkClick"), None) is not None for one in made] == [True, False, True]
    plain = replace(linked, link=None)
    assert runs(plain) == ["Ask who picks", "a:endParaRPr"]
    assert runs(replace(linked, rows=())) == ["Ask who picks", "a:endParaRPr"]


def test_emphasized_words_are_a_run_with_a_heavy_line_in_its_color() -> None:
    text = Paragraph("Ask who picks", LOOK, "en", emphasis=Emphasis(4, 7, Color("#FF0000"), ()))
    made = list(paragraph_xml(text, REFS, LOOK).iter("a:r"))
    assert ["".join(one.text or "" for one in run.iter("a:t")) for run in made] == ["Ask ", "who", " picks"]
    assert [run[0].get("u") for run in made] == [None, "heavy", None]
    assert [one.get("val") for one in made[1].iter("a:srgbClr")] == ["FF0000"]
    whole = replace(text, emphasis=Emphasis(0, 13, Color("#FF0000"), ()))
    assert runs(whole) == ["Ask who picks", "a:endParaRPr"]


def test_paragraphs_of_a_text_have_the_gaps_and_the_language_that_it_shows() -> None:
    block = pages.words("Ask a cook.\nThen listen.", "body", 0, 0, 400)
    lower = (block.lines[0], replace(block.lines[1], baseline=block.lines[1].baseline + 6))
    look = look_of(block, REFS)
    made = block_paragraphs(replace(block, lines=lower, language="es"), look, "en")
    assert [(one.text, one.look.after, one.language) for one in made] == [
        ("Ask a cook.", 600, "es"),
        ("Then listen.", 0, "es"),
    ]
    kept = block_paragraphs(replace(block, lines=lower), replace(look, after=800), "en")
    assert [one.look.after for one in kept] == [600, 800], "the gap of the text itself comes last"
    near = (block.lines[0], replace(block.lines[1], baseline=block.lines[1].baseline + 0.09))
    assert [one.look.after for one in block_paragraphs(replace(block, lines=near), look, "en")] == [0, 0]
    seen = (block.lines[0], replace(block.lines[1], baseline=block.lines[1].baseline + 0.1))
    assert [one.look.after for one in block_paragraphs(replace(block, lines=seen), look, "en")] == [10, 0]


def test_further_texts_of_a_list_item_follow_without_a_bullet_and_a_link_has_no_breaks_of_its_own() -> None:
    style = ListStyle("dot", Color("#FF0000"), 20, 8)
    one, more, two = (pages.words(text, "body", 20, at, 400) for text, at in (("One", 0), ("More", 36), ("Two", 90)))
    made = list_paragraphs(
        [[(one, None), (replace(more, language="es"), ("rId1", ""))], [(two, None)]], style, REFS, "en"
    )
    assert [(each.text, each.look.hanging, each.language) for each in made] == [
        ("One", True, "en"),
        ("More", False, "es"),
        ("Two", True, "en"),
    ]
    assert made[-1].look.after == 800, "the gap of the list"
    leading = one.style.leading
    assert [each.look.after for each in made[:2]] == [
        round(100 * (after.lines[0].baseline - before.lines[0].baseline - leading))
        for before, after in ((one, more), (more, two))
    ]
    torn = pages.words("Call the line at 1-888-373-7888 now", "body", 20, 0, 190, balance=False)
    links: tuple[tuple[tuple[str, str] | None, bool], ...] = ((None, True), (("rId1", ""), False))
    for link, breaks in links:
        (found,) = list_paragraphs([[(torn, link)]], style, REFS, "en")
        assert (bool(found.breaks), len(found.rows), "".join(found.rows)) == (breaks, len(torn.lines), torn.text)
