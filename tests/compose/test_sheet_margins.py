"""Sheets of cards and tents: where their marks, notes and rulers are, worked out from the numbers of the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest

from htpm_studio.compose.bleed import BLEED, with_bleed
from htpm_studio.compose.imposition import SheetCard, impose
from htpm_studio.compose.sheet_marks import note, ruler
from htpm_studio.compose.table_tent import stand_up
from htpm_studio.errors import StudioError
from htpm_studio.pieces.sheet_layout import Imposition, SheetNotes
from htpm_studio.scene.nodes import (
    Color,
    Crop,
    Ellipse,
    Group,
    Link,
    Node,
    Page,
    Path,
    Picture,
    PictureSource,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    TextBlock,
)
from htpm_studio.scene.walk import walk
from htpm_studio.units import POINTS_PER_MM, Box, Size
from tests.helpers.deck_slides import TEAL

INK = Color("#000000", "ink")
SHEET = Imposition(
    "cards", "letter", "mm", columns=2, rows=2, width=100, height=80, x0=60, y0=70, dx=100, dy=80,
    bleed=6, ruler=5 * POINTS_PER_MM, size=Size(400, 500),
)  # fmt: skip
NOTES = SheetNotes("Full size", "Out", "In", "One side", "Fold", "Tent", "{length}", {"cards": "Fits"})


def plain(name: str, width: float = 100, height: float = 80, ground: Color = INK) -> Page:
    dot = Shape(name, Box(1, 2, 3, 4), Ellipse(), INK)
    return Page(name, name, Size(width, height), ground, (dot,))


def lines(nodes: tuple[Node, ...] | list[Node], *, fold: bool | None = None) -> list[tuple[float, float, float, float]]:
    found = []
    for node in walk(nodes):
        if isinstance(node, Shape) and node.name == "line" and node.stroke is not None:
            assert isinstance(node.geometry, Path)
            if fold is None or bool(node.stroke.dash) == fold:
                (a, b), (c, d) = (step.points for step in node.geometry.segments)
                found.append((a, b, c, d))
    return found


def group(page: Page, name: str) -> Group:
    return next(node for node in page.nodes if isinstance(node, Group) and node.name == name)


# ------------------------------------------------------------------ marks and notes


def test_a_note_is_on_one_line_around_its_height_and_too_long_for_a_narrow_room() -> None:
    (block,) = note("Fits", 20, 100, 200, TEAL)
    assert isinstance(block, TextBlock)
    assert (block.box.x, block.box.y, block.style.size) == pytest.approx((26, 95.2, 8))
    assert (block.box.height, block.lines[0].x) == pytest.approx((9.6, 26))
    wide = block.box.width - 0.1
    assert note("Fits", 20, 100, wide + 12.01, TEAL)
    with pytest.raises(StudioError, match="too long for the margin"):
        note("Fits", 20, 100, wide + 11.99, TEAL)
    assert note("", 20, 100, 0, TEAL) == []


@pytest.mark.parametrize(("unit", "length", "said_is"), [("mm", 50 * POINTS_PER_MM, "50 mm"), ("in", 144, "2 in")])
def test_a_ruler_says_how_long_it_is(unit: Literal["in", "mm"], length: float, said_is: str) -> None:
    (made,) = ruler(20, 100, replace(SHEET, unit=unit, ruler=length), NOTES, 300, TEAL)
    assert isinstance(made, Group)
    assert (made.box, made.decorative) == (Box(20, 97.5, 294, 5), True)
    end = 20 + length
    found = [value for line in lines(list(made.children)) for value in line]
    assert found == pytest.approx([20, 100, end, 100, 20, 97.5, 20, 102.5, end, 97.5, end, 102.5])
    (label,) = (one for one in made.children if isinstance(one, TextBlock))
    assert label.text == said_is.replace(" ", "\u00a0")
    assert label.box.x == pytest.approx(end + 6)
    with pytest.raises(StudioError):
        list(ruler(20, 100, replace(SHEET, unit=unit, ruler=length), NOTES, length + 30, TEAL))


# ------------------------------------------------------------------ cards


def cards(**more: Any) -> tuple[Page, Page]:
    sheet = replace(SHEET, **more)
    out, inner = (plain(side, sheet.width, sheet.height) for side in ("outside dot", "inside dot"))
    both = [SheetCard(name, out, inner) for name in ("en", "es")]
    front, back = impose(both, sheet, NOTES, TEAL, "Cards")
    return front, back


def test_a_card_has_the_size_of_its_place_within_a_tenth_of_a_millimeter() -> None:
    fine, coarse = 0.09 * POINTS_PER_MM, 0.11 * POINTS_PER_MM

    def one(wide: float, high: float, *, inside: bool = False) -> None:
        other, odd = plain("a"), plain("b", 100 + wide, 80 + high)
        impose([SheetCard("en", other if inside else odd, odd if inside else other)], SHEET, NOTES, TEAL, "Cards")

    for sign in (-1, 1):
        one(sign * fine, sign * fine)
        for wide, high in ((sign * coarse, 0), (0, sign * coarse)):
            for inside in (False, True):
                with pytest.raises(StudioError, match="does not have the size of a card"):
                    one(wide, high, inside=inside)
    with pytest.raises(StudioError, match="at least one card"):
        impose([], SHEET, NOTES, TEAL, "Cards")


def test_ticks_at_the_cuts_are_clear_of_the_bleed_and_end_at_the_printable_edge() -> None:
    front, back = cards()
    ticks = lines(group(front, "cut marks").children)
    down = [(x, 18, x, 62.5) for x in (60, 160, 260)] + [(x, 237.5, x, 482) for x in (60, 160, 260)]
    across = [(18, y, 52.5, y) for y in (70, 150, 230)] + [(267.5, y, 382, y) for y in (70, 150, 230)]
    assert sorted(ticks) == sorted([*down, *across])
    assert sorted({x for x, _, end, _ in lines(group(back, "cut marks").children) if x == end}) == [140, 240, 340]
    assert group(front, "cut marks").box == Box(42, 52, 236, 196)


# ------------------------------------------------------------------ tents

TENT = replace(SHEET, id="tent", columns=1, back_y0=(200, 300), fold_y=(150, 300), cut_y=())


def test_a_tent_has_each_face_and_its_turned_back_and_is_heard_once() -> None:
    made = stand_up(plain("face"), TENT, NOTES, TEAL, "Tent")
    fronts = [node for node in made.nodes if isinstance(node, Group) and node.name == "front"]
    backs = [node for node in made.nodes if isinstance(node, Group) and node.name == "back"]
    assert [(one.box, one.tag, one.decorative, one.turn) for one in fronts] == [
        (Box(60, 70, 100, 80), "Sect", False, 0), (Box(60, 150, 100, 80), "", True, 0),
    ]  # fmt: skip
    assert [(one.box, one.decorative, one.turn) for one in backs] == [
        (Box(60, 200, 100, 80), True, 180), (Box(60, 300, 100, 80), True, 180),
    ]  # fmt: skip
    assert [one.children[0].box for one in (*fronts, *backs)] == [Box(61, y + 2, 3, 4) for y in (70, 150, 200, 300)]
    assert (made.name, made.layout, made.size, made.ground) == ("tent", "sheet/tent", Size(400, 500), INK)


def test_a_face_has_the_size_of_its_place() -> None:
    for wide, high in ((0.3, 0), (-0.3, 0), (0, 0.3), (0, -0.3)):
        with pytest.raises(StudioError, match="does not have the size of a face"):
            stand_up(plain("face", 100 + wide, 80 + high), TENT, NOTES, TEAL, "Tent")
    stand_up(plain("face", 100.2, 79.8), TENT, NOTES, TEAL, "Tent")


# ------------------------------------------------------------------ bleed

SIZE = Size(200, 100)


def bled(node: Node, by: float = BLEED) -> Node:
    (made,) = with_bleed(Page("a", "A", SIZE, INK, (node,)), by).nodes
    return made


@pytest.mark.parametrize(
    ("box", "longer"),
    [
        (Box(0, 0, 200, 100), Box(-9, -9, 218, 118)), (Box(0.5, 10, 50, 50), Box(-8.5, 10, 59, 50)),
        (Box(0.51, 10, 50, 50), Box(0.51, 10, 50, 50)), (Box(10, 0.5, 50, 50), Box(10, -8.5, 50, 59)),
        (Box(10, 0.51, 50, 50), Box(10, 0.51, 50, 50)), (Box(10, 10, 189.5, 50), Box(10, 10, 198.5, 50)),
        (Box(10, 10, 189.4, 50), Box(10, 10, 189.4, 50)), (Box(10, 10, 50, 89.5), Box(10, 10, 50, 98.5)),
        (Box(10, 10, 50, 89.4), Box(10, 10, 50, 89.4)),
    ],
)  # fmt: skip
def test_a_ground_runs_on_past_the_edges_that_it_reaches(box: Box, longer: Box) -> None:
    assert bled(Shape("ground", box, Rectangle(), INK)).box == longer
    stay: tuple[Node, ...] = (
        Shape("line", box, Rectangle(), None, Stroke(INK, 1)), Shape("path", box, Path((Segment("Z"),)), INK),
    )  # fmt: skip
    assert [bled(node) for node in stay] == list(stay)
    inner = Shape("ground", box, Rectangle(), INK)
    for holder in (Group("g", box, (inner,)), Link("l", box, "a.org", "A", (inner,))):
        made = bled(holder)
        assert isinstance(made, Group | Link)
        assert (made.box, made.children[0].box) == (box, longer)
    assert bled(Group("g", box, (inner,), clip=Rectangle())).box == longer


@pytest.mark.parametrize(
    ("box", "crop", "longer", "shown"),
    [
        (Box(0, 10, 90, 50), Crop(0.1, 0.1, 0.1, 0.3), Box(-9, 10, 99, 50), Crop(0.02, 0.1, 0.1, 0.3)),
        (Box(10, 0, 90, 90), Crop(0.1, 0.1, 0.3, 0.1), Box(10, -9, 90, 99), Crop(0.1, 0.02, 0.3, 0.1)),
        (Box(0, 10, 90, 50), Crop(0, 0.1, 0, 0.3), Box(-9, 10, 99, 50), Crop(0, 0.1, 0, 0.9 - 0.6 / 1.1)),
        (Box(10, 10, 90, 50), Crop(0.1, 0.2, 0.3, 0.4), Box(10, 10, 90, 50), Crop(0.1, 0.2, 0.3, 0.4)),
    ],
)  # fmt: skip
def test_a_picture_shows_more_of_itself_or_grows_and_loses_nothing_at_its_top(
    box: Box, crop: Crop, longer: Box, shown: Crop
) -> None:
    made = bled(Picture("photo", box, PictureSource("a", "png", b"", (4, 4)), crop))
    assert isinstance(made, Picture)
    assert made.box == longer
    found = (made.crop.left, made.crop.top, made.crop.right, made.crop.bottom)
    assert found == pytest.approx((shown.left, shown.top, shown.right, shown.bottom))
