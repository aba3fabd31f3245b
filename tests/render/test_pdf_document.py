"""What a PDF says of each node, read from the operators, the structure tree and the annotations of its page."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.render.pdf.document import render_pdf
from htpm_studio.scene.nodes import (
    Color,
    Document,
    Ellipse,
    FormField,
    Group,
    Link,
    Node,
    Picture,
    Rectangle,
    Shape,
    TextStyle,
)
from htpm_studio.units import Box
from tests.helpers.pdf_reading import elements, opened, structure
from tests.helpers.scene_pages import BODY, INK, document, page, svg, text

BOX = Box(20, 30, 40, 60)
RED = Color("#FF0000")
SQUARE = Shape("square", BOX, Rectangle(), RED)
DRAWN = ["q", "1 0 0 rg", "20 30 m 60 30 l 60 90 l 20 90 l h", "f", "Q"]
SUN = Picture("sun", BOX, svg('<rect width="9" height="9"/>', 9, 9), alt="A sun")
START = "1 0 0 -1 0 160 cm"


def contents(*nodes: Node, **more: Any) -> list[str]:
    """The operators of a page after the matrix at its start."""
    made = document(replace(page(*nodes), **more)) if more else document(page(*nodes))
    with opened(render_pdf(made)) as pdf:
        first, *rest = str(pdf.pages[0].Contents.read_bytes().decode()).split("\n")
    assert first == START
    return rest


def tree(*nodes: Node) -> str:
    return structure(render_pdf(document(page(*nodes)))).removeprefix("Document(").removesuffix(")")


def group(*nodes: Node, **more: Any) -> Group:
    return Group("group", BOX, nodes, **more)


# ------------------------------------------------------------------ decoration and figures


def test_neighbours_that_are_decoration_share_a_stretch() -> None:
    assert contents(SQUARE, SQUARE) == ["/Artifact BMC", *DRAWN, *DRAWN, "EMC"]
    between = contents(SQUARE, text("Read", 12, 40), SQUARE)
    assert [one for one in between if one.endswith(("BMC", "BDC", "EMC"))] == [
        "/Artifact BMC", "EMC", "/P <</MCID 0>> BDC", "EMC", "/Artifact BMC", "EMC",
    ]  # fmt: skip


def test_a_described_group_is_a_figure_and_what_is_in_it_is_not_read() -> None:
    found = contents(group(SQUARE, text("Not read", 12, 40), SUN, alt="A card"))
    assert [one for one in found if one.endswith(("BMC", "BDC", "EMC"))] == ["/Figure <</MCID 0>> BDC", "EMC"]
    assert tree(group(group(SUN, alt="Inside"), alt="A card")) == "Figure"
    assert tree(group(group(text("x", 12, 40), tag="L"), decorative=True), text("Read", 12, 90)) == "P"


@pytest.mark.parametrize(
    ("top", "words"),
    [
        (0, "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"),
        (49, "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"),
        (50, "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC"),
        (100, "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC"),
    ],
)
def test_what_runs_on_each_page_is_its_head_or_its_foot(top: float, words: str) -> None:
    """The page is 160 high and the group 60: its middle is on that of the page at 50."""
    running = Group("foot", Box(0, top, 240, 60), (SQUARE,), running=True)
    assert contents(running) == [words, *DRAWN, "EMC"]
    assert [one for one in contents(SQUARE, running, SQUARE) if one.endswith(("BMC", "BDC", "EMC"))] == [
        "/Artifact BMC", "EMC", words, "EMC", "/Artifact BMC", "EMC",
    ]  # fmt: skip


def test_a_group_that_is_cut_or_turned_keeps_its_state_and_its_decoration_to_itself() -> None:
    assert contents(SQUARE, group(SQUARE, clip=Rectangle()), SQUARE) == [
        "/Artifact BMC", *DRAWN, "EMC",
        "q", DRAWN[2], "W n", "/Artifact BMC", *DRAWN, "EMC", "Q",
        "/Artifact BMC", *DRAWN, "EMC",
    ]  # fmt: skip
    turned = contents(group(SQUARE, turn=90, decorative=True))
    assert turned == ["/Artifact BMC", "q", "0 1 -1 0 100 20 cm", *DRAWN, "Q", "EMC"]
    both = contents(group(SQUARE, turn=90, clip=Ellipse(), decorative=True))
    assert both[2] == "0 1 -1 0 100 20 cm"
    assert both[3].startswith("40 30 m")
    assert contents(group(SQUARE)) == ["/Artifact BMC", *DRAWN, "EMC"]


def rect_of(*nodes: Node) -> list[float]:
    with opened(render_pdf(document(page(*nodes)))) as pdf:
        (figure,) = (one for one in elements(pdf) if one.S == "/Figure")
        return [float(one) for one in figure.A.BBox]


def test_a_figure_says_where_it_is_on_paper_also_when_it_is_turned() -> None:
    assert rect_of(group(SQUARE, alt="A card")) == rect_of(SUN) == [20, 70, 60, 130]
    assert rect_of(group(SQUARE, alt="A card", turn=90)) == pytest.approx([10, 80, 70, 120])
    assert rect_of(group(SUN, turn=90)) == pytest.approx([10, 80, 70, 120])
    outer = Group("outer", Box(0, 0, 40, 60), (group(SUN, turn=90),), turn=90)  # about 20, 30
    assert rect_of(outer) == pytest.approx([-30, 80, 10, 140])


def turned(points: list[tuple[float, float]], box: Box, degrees: float) -> list[tuple[float, float]]:
    """Points after a turn clockwise about the middle of a box."""
    (x, y), turn = box.center, complex(math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
    moved = [complex(a - x, b - y) * turn for a, b in points]
    return [(one.real + x, one.imag + y) for one in moved]


# ------------------------------------------------------------------ texts


def test_a_text_says_its_language_only_where_it_is_another_one() -> None:
    def languages(*nodes: Node) -> list[str]:
        with opened(render_pdf(document(page(*nodes)))) as pdf:
            return [f"{str(one.S)[1:]} {one.get('/Lang', '')}".strip() for one in elements(pdf)][1:]

    assert languages(text("Help", 12, 40, language="en-US"), text("Ayuda", 12, 60, language="es")) == ["P", "P es"]
    assert languages(text("Una.\nDos.", 12, 40, tag="BlockQuote", language="es")) == ["BlockQuote es", "P", "P"]
    assert languages(text("Una.\nDos.", 12, 40, language="es")) == ["P es", "P es"]


def test_paragraphs_of_a_text_are_in_its_element_where_that_is_no_paragraph() -> None:
    assert tree(text("One.", 12, 40, tag="BlockQuote")) == "BlockQuote(P)"
    assert tree(text("One.\nTwo.", 12, 40, tag="BlockQuote")) == "BlockQuote(P P)"
    assert tree(text("One.\nTwo.", 12, 40, tag="Document")) == tree(text("One.\nTwo.", 12, 40)) == "P P"
    assert tree(text("One.", 12, 40, tag="")) == "P"
    for words, body in (("One.", "LBody"), ("One.\nTwo.", "LBody(P P)")):
        item = group(text(words, 12, 40, tag="LBody"), tag="LI")
        assert tree(group(item, tag="L")) == f"L(LI({body}))"
    figure = contents(group(text("One.\nTwo.", 12, 40, tag="H1"), alt="A card"))
    assert [one for one in figure if one.endswith("BDC")] == ["/Figure <</MCID 0>> BDC"]


# ------------------------------------------------------------------ links and fields


def annotations_of(*nodes: Node) -> list[dict[str, str]]:
    with opened(render_pdf(document(page(*nodes)))) as pdf:
        if "/Annots" not in pdf.pages[0]:
            assert "/Tabs" not in pdf.pages[0]
            return []
        assert str(pdf.pages[0].Tabs) == "/S"
        return [
            {"words": str(one.Contents), "rect": " ".join(f"{float(at):g}" for at in one.Rect), "flags": str(one.F)}
            | ({"to": str(one.A.URI)} if "/A" in one else {})
            for one in pdf.pages[0].Annots
        ]


def test_a_link_says_where_it_leads_or_what_it_is_called() -> None:
    link = Link("l", BOX, "https://example.org", "", (text("here", 20, 40),))
    at = {"rect": "20 70 60 130", "flags": "4", "to": "https://example.org"}
    assert annotations_of(link) == [{"words": "https://example.org", **at}]
    assert annotations_of(replace(link, description="The site")) == [{"words": "The site", **at}]
    assert annotations_of(text("here", 20, 40)) == annotations_of(group(link, decorative=True)) == []
    assert tree(link) == "P(Link)"
    assert tree(group(link, SQUARE, alt="A card")) == "Figure(Link)"


def test_a_link_in_a_turned_group_is_where_it_is_seen() -> None:
    link = Link("l", BOX, "https://example.org", "", (text("here", 20, 40),))
    assert [one["rect"] for one in annotations_of(group(link, turn=90))] == ["10 80 70 120"]


FIELD = FormField("name", BOX, "Your name", TextStyle("t", BODY, 11.0, 13.0), RED, "center")


def test_a_line_to_type_into_is_a_field_with_its_label_and_its_look() -> None:
    second = replace(FIELD, name="city", label="Your city", align="right", color=INK)
    with opened(render_pdf(document(page(FIELD, replace(second, align="left"), second)))) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(one.T) for one in fields] == ["1 name", "2 city", "3 city"]
        assert [str(one.TU) for one in fields] == [str(one.Contents) for one in fields]
        assert [str(one.TU) for one in fields] == ["Your name", "Your city", "Your city"]
        assert [int(one.Q) for one in fields] == [1, 0, 2]
        assert str(fields[0].DA) == "/FF 11 Tf 1 0 0 rg"
        assert [int(one.F) for one in fields] == [4] * 3
        assert [float(one) for one in fields[0].AP.N.BBox] == [0, 0, 40, 60]
        assert [float(one) for one in fields[0].Rect] == [20, 70, 60, 130]
        font = pdf.Root.AcroForm.DR.Font.FF
        assert (int(font.FirstChar), int(font.LastChar), len(font.Widths)) == (32, 255, 224)
        assert int(font.FontDescriptor.Flags) == 32
        assert int(font.FontDescriptor.StemV) == 87
        assert int(font.FontDescriptor.Ascent) > 700
        assert int(font.FontDescriptor.Descent) < 0
    assert tree(FIELD) == "Form"
    with opened(render_pdf(document(page(SQUARE)))) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_answers_to_one_question_are_one_field_with_a_look_for_each_that_is_chosen() -> None:
    asked = [replace(FIELD, name=label, label=label, choice=choice)
             for label in ("Was it safe? 1 = no.", "Was it clear?") for choice in "12"]  # fmt: skip
    with opened(render_pdf(document(page(*asked, replace(FIELD, label="Why?", name="why"))))) as pdf:
        safe, clear, why = pdf.Root.AcroForm.Fields
        assert [str(one.T) for one in (safe, clear, why)] == ["1 Was it safe? 1 = no", "2 Was it clear?", "3 why"]
        assert (str(safe.FT), int(safe.Ff), str(safe.TU), str(safe.V)) == ("/Btn", 1 << 15, asked[0].label, "/Off")
        for answer, choice in zip(safe.Kids, "12", strict=True):
            assert (str(answer.TU), str(answer.AS)) == (f"Was it safe? 1 = no.: {choice}", "/Off")
            assert answer.Parent.objgen == safe.objgen
            assert set(answer.AP.N.keys()) == {"/Off", f"/{choice}"}
            assert bytes(answer.AP.N.Off.read_bytes()) == b""
            assert f"<{ord(choice):02x}>".encode() in answer.AP.N[f"/{choice}"].read_bytes()
            assert "/FF" in answer.AP.N[f"/{choice}"].Resources.Font
        placed = list(pdf.pages[0].Annots)
        assert [int(one.StructParent) for one in placed] == [1, 2, 3, 4, 5]
        assert [one.objgen for one in placed[:2]] == [one.objgen for one in safe.Kids]
    assert tree(*asked) == "Form Form Form Form"
    said = [replace(FIELD, label="Was it safe?", choice=choice) for choice in ("Sí, mucho", "No") * 2]
    with opened(render_pdf(document(page(*said)))) as pdf:
        twice = list(pdf.Root.AcroForm.Fields)
        assert [[set(answer.AP.N.keys()) for answer in one.Kids] for one in twice] == [
            [{"/Off", "/1"}, {"/Off", "/2"}]
        ] * 2
        assert str(twice[0].Kids[0].TU) == "Was it safe?: Sí, mucho"


# ------------------------------------------------------------------ documents


def test_pages_of_a_document_are_sections_with_their_titles_and_bookmarks_in_a_row() -> None:
    def kit(*titles: str) -> Document:
        return document(
            *(replace(page(text("x", 12, 40), title="t"), title=title, name=f"page {title}") for title in titles)
        )

    with opened(render_pdf(kit("One", "", "Three"))) as pdf:
        assert [str(one.get("/T", "-")) for one in elements(pdf) if one.S == "/Sect"] == ["One", "-", "Three"]
        outlines = pdf.Root.Outlines
        assert int(outlines.Count) == 3
        first, last = outlines.First, outlines.Last
        second = first.Next
        assert [str(one.Title) for one in (first, second, last)] == ["One", "page ", "Three"]
        assert (str(second.Prev.Title), str(second.Next.Title), str(last.Prev.Title)) == ("One", "Three", "page ")
        assert ("/Prev" in first, "/Next" in last) == (False, False)
        assert [
            one.Dest[0].objgen == made.obj.objgen for one, made in zip((first, second, last), pdf.pages, strict=True)
        ] == [True] * 3
        assert [int(made.StructParents) for made in pdf.pages] == [0, 1, 2]
    with opened(render_pdf(kit("One", "Two"))) as pdf:
        assert [str(one.S) for one in elements(pdf)] == ["/Document", "/Sect", "/P", "/Sect", "/P"]
    with opened(render_pdf(kit("One"))) as pdf:
        assert [one.S == "/Sect" for one in elements(pdf)] == [False, False]
        assert "/Outlines" not in pdf.Root
