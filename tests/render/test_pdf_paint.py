"""Outlines, fills, strokes and gradients as operators of a PDF page, and the boxes around the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from htpm_studio.render.pdf.boxes import crop_marks, inked, page_boxes
from htpm_studio.render.pdf.document import render_pdf
from htpm_studio.render.pdf.file import PdfFile, number
from htpm_studio.render.pdf.paint import PageResources, Paints, fill_color, shape
from htpm_studio.scene.nodes import (
    Color,
    ColorStop,
    LinearGradient,
    Page,
    Paint,
    Path,
    Rectangle,
    Shape,
    Stroke,
)
from htpm_studio.units import Box
from tests.helpers.pdf_reading import opened
from tests.helpers.scene_pages import document, page

BOX = Box(10, 20, 30, 40)
RED, HALF, CLEAR = Color("#FF0000"), Color("#FF0000", alpha=0.5), Color("#0000FF", alpha=0.0)
SQUARE = "10 20 m 40 20 l 40 60 l 10 60 l h"


def operators(*shapes: Shape) -> list[str]:
    file = PdfFile("en")
    paints, resources = Paints(file), PageResources(file)
    return [one for each in shapes for one in shape(each, paints, resources)]


def filled(paint: Paint | None, stroke: Stroke | None = None) -> Shape:
    return Shape("s", BOX, Rectangle(), paint, stroke)


def fade(
    *stops: tuple[float, Color], start: tuple[float, float] = (0, 0), end: tuple[float, float] = (1, 0)
) -> LinearGradient:
    return LinearGradient(start, end, tuple(ColorStop(*stop) for stop in stops))


@pytest.mark.parametrize(
    ("value", "written"),
    [(1, "1"), (1.5, "1.5"), (0.12345, "0.1235"), (100, "100"), (-0.00001, "0"), (-2.5, "-2.5"), (0, "0"), (1e-9, "0")],
)
def test_numbers_have_four_places_at_most_and_no_sign_before_nothing(value: float, written: str) -> None:
    assert number(value) == written


def test_a_shape_is_filled_then_stroked_and_leaves_the_state_as_it_was() -> None:
    stroke = Stroke(Color("#0000FF"), 2.5)
    line = ["q", "0 0 1 RG 2.5 w 1 J 1 j", SQUARE, "S", "Q"]
    assert operators(filled(None)) == []
    assert operators(filled(RED)) == ["q", "1 0 0 rg", SQUARE, "f", "Q"]
    assert operators(filled(None, stroke)) == line
    assert operators(filled(RED, stroke)) == ["q", "1 0 0 rg", SQUARE, "f", "Q", *line]


def test_what_is_not_opaque_has_a_state_that_is_made_once() -> None:
    both = operators(filled(HALF, Stroke(HALF, 1)))
    assert both == [
        "q",
        "/A0 gs",
        "1 0 0 rg",
        SQUARE,
        "f",
        "Q",
        "q",
        "/A0 gs",
        "1 0 0 RG 1 w 1 J 1 j",
        SQUARE,
        "S",
        "Q",
    ]
    other = operators(filled(HALF), filled(replace(HALF, alpha=0.25)), filled(replace(HALF, alpha=0.50001)))
    assert [one for one in other if one.endswith("gs")] == ["/A0 gs", "/A1 gs", "/A0 gs"]
    file = PdfFile("en")
    assert fill_color(RED, Paints(file), PageResources(file)) == ["1 0 0 rg"]


def test_a_gradient_fills_what_it_is_clipped_to() -> None:
    assert operators(filled(fade((0, RED), (1, Color("#0000FF"))))) == ["q", SQUARE, "W n", "/S0 sh", "Q"]
    assert operators(filled(fade((0, HALF), (1, replace(HALF, hex="#0000FF")))))[3:5] == ["/A1 gs", "/S0 sh"]
    assert operators(filled(fade((0, RED), (1, CLEAR))))[3:5] == ["/M1 gs", "/S0 sh"]
    assert operators(filled(fade((0, RED)))) == operators(filled(RED)), "one color is no gradient"
    twice = operators(*[filled(fade((0, RED), (1, CLEAR)))] * 2)
    assert twice[:6] == twice[6:]


def with_gradient(paint: LinearGradient) -> pikepdf.Pdf:
    """A file whose one page has a shape with a gradient."""
    return opened(render_pdf(document(page(filled(paint)))))


def values(array: Any) -> list[float]:
    return [float(one) for one in array]


def pieces(*stops: tuple[float, Color]) -> tuple[list[float], list[tuple[list[float], list[float]]], list[float]]:
    """Where the pieces of a gradient meet, the colors at the ends of each, and how each is read."""
    with with_gradient(fade(*stops)) as pdf:
        function = pdf.pages[0].Resources.Shading.S0.Function
        if int(function.FunctionType) == 2:
            return [], [(values(function.C0), values(function.C1))], []
        ends = [(values(one.C0), values(one.C1)) for one in function.Functions]
        return values(function.Bounds), ends, values(function.Encode)


R, G, B = Color("#FF0000"), Color("#00FF00"), Color("#0000FF")
r, g, b = [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]


def test_before_its_first_color_and_after_its_last_a_gradient_does_not_change() -> None:
    assert pieces((0.25, R), (1, G)) == ([0.25], [(r, r), (r, g)], [0, 1, 0, 1])
    assert pieces((0, R), (0.75, G)) == ([0.75], [(r, g), (g, g)], [0, 1, 0, 1])
    assert pieces((0.25, R), (0.5, G), (0.75, B)) == (
        [0.25, 0.5, 0.75], [(r, r), (r, g), (g, b), (b, b)], [0, 1] * 4,
    )  # fmt: skip
    assert pieces((-1, R), (2, G)) == ([], [(r, g)], [])


def test_colors_at_one_place_are_a_little_apart() -> None:
    assert pieces((0, R), (0.5, G), (0.5, B), (1, R))[0] == [0.5, 0.5001]
    assert pieces((0, R), (0, G), (1, B))[0] == [0.0001]


def test_what_fades_has_a_mask_as_large_as_the_shape_can_be_seen() -> None:
    paint = fade((0, RED), (1, CLEAR))
    with with_gradient(paint) as pdf:
        mask = pdf.pages[0].Resources.ExtGState.M1.SMask
        assert values(mask.G.BBox) == [-30, -20, 80, 100]
        assert (str(mask.S), str(mask.G.Group.CS)) == ("/Luminosity", "/DeviceGray")
        gray = mask.G.Resources.Shading.S
        assert (values(gray.Function.C0), values(gray.Function.C1)) == ([1], [0])
        assert mask.G.read_bytes() == b"/S sh"


# ------------------------------------------------------------------ the page


def test_a_page_without_bleed_is_its_paper() -> None:
    boxes, matrix = page_boxes(page(width=200, height=100))
    assert set(boxes.values()) == {(0, 0, 200, 100)}
    assert matrix == (1, 0, 0, -1, 0, 100)
    assert inked(page(width=200, height=100)) == Box(0, 0, 200, 100)


def test_a_page_with_bleed_has_room_for_crop_marks_around_it() -> None:
    bled = replace(page(width=200, height=100), bleed=9.0)
    boxes, matrix = page_boxes(bled)
    assert boxes == {
        "MediaBox": (0, 0, 260, 160), "BleedBox": (21, 21, 239, 139), "TrimBox": (30, 30, 230, 130),
    }  # fmt: skip
    assert matrix == (1, 0, 0, -1, 30, 130)
    assert inked(bled) == Box(-9, -9, 218, 118)


def test_two_marks_at_each_corner_are_in_line_with_the_cuts_and_clear_of_the_bleed() -> None:
    bled = replace(page(width=200, height=100), bleed=9.0)
    ends = set()
    for mark in crop_marks(bled):
        assert isinstance(mark.geometry, Path)
        (x, y), (right, bottom) = (step.points for step in mark.geometry.segments)
        assert mark.box == Box(min(x, right), min(y, bottom), abs(right - x), abs(bottom - y))
        assert mark.stroke == Stroke(Color("#000000"), 0.25, "butt")
        ends.add(((x, y), (right, bottom)))
    upright = {((x, y), (x, y + by)) for x in (0, 200) for y, by in ((-12, -18), (112, 18))}
    level = {((x, y), (x + by, y)) for y in (0, 100) for x, by in ((-12, -18), (212, 18))}
    assert ends == upright | level


def contents(made: Page) -> list[str]:
    with opened(render_pdf(document(made))) as pdf:
        return str(pdf.pages[0].Contents.read_bytes().decode()).split("\n")


def test_a_white_page_is_bare_and_another_one_is_painted_to_the_edge_of_its_ink() -> None:
    bare, red = page(width=200, height=100), page(width=200, height=100, ground=Color("#FF0000", alpha=0.5))
    assert contents(bare) == ["1 0 0 -1 0 100 cm"]
    ground = ["/Artifact BMC", "q", "1 0 0 rg", "0 0 m 200 0 l 200 100 l 0 100 l h", "f", "Q", "EMC"]
    assert contents(red)[1:] == ground
    lines = contents(replace(red, bleed=9.0))
    assert lines[:4] == ["1 0 0 -1 30 130 cm", "q", "-9 -9 m 209 -9 l 209 109 l -9 109 l h", "W n"]
    ground[3] = lines[2]
    assert lines[4:12] == [*ground, "Q"]
    assert [lines[12], lines.count("S"), lines[-1]] == ["/Artifact BMC", 8, "EMC"]
    assert contents(replace(bare, bleed=9.0)) == [*lines[:4], "Q", *lines[12:]]
