"""Sheets of cards and tents: where their marks, notes and rulers are, worked out from the numbers of the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest

from htpm_studio.compose.bleed import BLEED, with_bleed
from htpm_studio.compose.imposition import SheetCard, impose
from htpm_studio.compose.sheet_marks import mark, note, ruler
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


def said(page: Page) -> dict[str, tuple[float, float]]:
    """Where each note begins, and the middle of its height."""
    found = [node for node in walk(page.nodes) if isinstance(node, TextBlock)]
    return {node.text.replace("\u00a0", " "): (node.box.x, node.box.center[1]) for node in found}


# ------------------------------------------------------------------ marks and notes


def test_a_mark_is_a_thin_line_and_dashed_to_fold() -> None:
    cut, fold = mark((30, 40), (10, 5), INK), mark((0, 0), (9, 0), INK, 2.0, fold=True)
    assert (cut.box, cut.stroke) == (Box(10, 5, 20, 35), Stroke(INK, 0.5, "butt"))
    assert isinstance(cut.geometry, Path)
    assert [step.points for step in cut.geometry.segments] == [(30, 40), (10, 5)]
    assert fold.stroke == Stroke(INK, 2.0, "butt", (4.0, 3.0))


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


def test_pieces_that_take_the_whole_sheet_have_no_notes_and_short_ticks_where_they_are_cut() -> None:
    whole = {"x0": 0, "y0": 0, "bleed": 0, "size": Size(200, 160)}
    front, back = cards(**whole)
    for page in (front, back):
        assert [node.name for node in page.nodes if isinstance(node, Group)][-1] == "cut marks"
        assert not [node for node in page.nodes if node.name == "notes"]
        (ticks,) = (node for node in page.nodes if isinstance(node, Group) and node.name == "cut marks")
        assert lines(list(ticks.children)) == [
            (100, 18, 100, 27),
            (100, 133, 100, 142),
            (18, 80, 27, 80),
            (173, 80, 182, 80),
        ]
    for y0, notes in ((19.5, False), (19.6, True), (70, True), (320.4, True), (320.5, False)):
        page = cards(x0=0, y0=y0, bleed=0)[0]
        assert bool([node for node in page.nodes if node.name == "notes"]) is notes


def test_pieces_that_fill_a_sheet_from_top_to_bottom_have_ticks_at_their_sides_and_folds() -> None:
    page, _ = cards(y0=0, bleed=0, size=Size(320, 160), fold_y=(40,))
    (ticks,) = (node for node in page.nodes if isinstance(node, Group) and node.name == "cut marks")
    assert {x for x, *_ in lines(list(ticks.children)) if x > 27} >= {60, 160, 260}
    assert lines(list(ticks.children), fold=True) == [(18, 40, 27, 40), (293, 40, 302, 40)]


def test_each_side_has_its_cards_by_column_and_a_screen_reader_hears_each_language_once() -> None:
    front, back = cards()
    for page, side, first in ((front, "outside", "en"), (back, "inside", "es")):
        found = [node for node in page.nodes if isinstance(node, Group) and node.name.startswith(side)]
        second = "es" if first == "en" else "en"
        assert [one.name.split()[1] for one in found] == [first, second, first, second]
        assert [one.tag for one in found] == ["Sect", "Sect", "", ""]
        assert [one.decorative for one in found] == [False, False, True, True]
        left = 60 if side == "outside" else 400 - 60 - 200
        assert [(one.box.x, one.box.y) for one in found] == [
            (left, 70),
            (left + 100, 70),
            (left, 150),
            (left + 100, 150),
        ]
        assert [(child.name, child.box.x) for child in found[1].children] == [(f"{side} dot", left + 101)]
    assert (front.name, back.name, front.title) == ("cards-outside", "cards-inside", "Cards: Out")


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


def test_ticks_of_many_columns_are_short_and_none_are_where_the_block_leaves_no_room() -> None:
    narrow, _ = cards(columns=3, width=60, dx=60)
    down = [line for line in lines(group(narrow, "cut marks").children) if line[0] == line[2]]
    assert {(line[1], line[3]) for line in down} == {(26.5, 62.5), (237.5, 273.5)}
    flush, _ = cards(x0=25.5)
    assert all(line[0] == line[2] for line in lines(group(flush, "cut marks").children))
    room, _ = cards(x0=25.6)
    assert len(lines(group(room, "cut marks").children)) == 12


def test_cards_with_room_between_them_have_cuts_at_both_edges_and_a_bleed_each() -> None:
    front, back = cards(dx=120, dy=95)
    assert {line[0] for line in lines(group(front, "cut marks").children) if line[0] == line[2]} == {60, 160, 180, 280}
    for page, left in ((front, 60), (back, 120)):
        bleeds = [node.box for node in page.nodes if isinstance(node, Shape) and node.name == "bleed"]
        assert sorted(bleeds, key=lambda one: (one.y, one.x)) == [
            Box(x - 6, y - 6, 112, 92) for y in (70, 165) for x in (left, left + 120)
        ]
    touching, other = cards()
    for page, left in ((touching, 60), (other, 140)):
        assert [node.box for node in page.nodes if isinstance(node, Shape)] == [Box(left - 6, 64, 212, 172)]


def test_folds_are_dashed_on_both_sides() -> None:
    front, _ = cards(fold_y=(110,))
    assert lines(group(front, "cut marks").children, fold=True) == [(18, 110, 52.5, 110), (267.5, 110, 382, 110)]
    assert lines(group(cards()[0], "cut marks").children, fold=True) == []


@pytest.mark.parametrize(("columns", "second"), [(1, 60), (2, 160), (3, 180), (4, 180)])
def test_notes_are_above_and_below_the_cards_each_over_half_of_the_columns(columns: int, second: float) -> None:
    front, _ = cards(columns=columns, width=100 if columns < 3 else 60, dx=100 if columns < 3 else 60)
    found = said(front)
    above, below = (18 + 62.5) / 2, (237.5 + 482) / 2
    assert found["Full size"] == pytest.approx((66, above))
    assert found["Out"] == pytest.approx((second + 6, above))
    assert found["Fits"] == pytest.approx((66, below))
    assert group(front, "notes").box == Box(0, 0, 400, 500)
    (scale,) = (node for node in walk(front.nodes) if isinstance(node, Group) and node.name == "ruler")
    assert (scale.box.x, scale.box.center[1]) == pytest.approx((second + 6, below))


def test_a_note_has_no_more_room_than_half_of_the_columns() -> None:
    short = {"columns": 4, "ruler": POINTS_PER_MM}
    cards(**short, width=30, dx=30)
    with pytest.raises(StudioError, match="too long for the margin"):
        cards(**short, width=20, dx=20)


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


def test_a_tent_that_is_not_cut_has_its_notes_in_the_base() -> None:
    made = stand_up(plain("face"), TENT, NOTES, TEAL, "Tent")
    assert lines(group(made, "marks").children, fold=True) == [(18, 150, 382, 150), (18, 300, 382, 300)]
    assert lines(group(made, "marks").children, fold=False) == []
    middle, step = (230 + 500) / 2, 1.6 * 8 * 1.2
    found = said(made)
    assert found["Full size"] == pytest.approx((42, middle - step))
    assert found["Tent"] == pytest.approx((42, middle))
    (scale,) = (node for node in walk(made.nodes) if isinstance(node, Group) and node.name == "ruler")
    assert (scale.box.x, scale.box.center[1], scale.box.width) == pytest.approx((42, middle + step, 200 - 36 - 6))


def test_a_tent_that_is_cut_has_its_notes_above_and_below() -> None:
    made = stand_up(plain("face"), replace(TENT, id="cards", cut_y=(60, 440)), NOTES, TEAL, "Tent")
    assert lines(group(made, "marks").children, fold=False) == [
        (18, 60, 36, 60), (364, 60, 382, 60), (18, 440, 36, 440), (364, 440, 382, 440),
    ]  # fmt: skip
    above, below = (18 + 60) / 2, (440 + 482) / 2
    found = said(made)
    assert found["Full size"] == pytest.approx((42, above))
    assert found["Fold"] == pytest.approx((36 + 164 + 6, above))
    assert found["Fits"] == pytest.approx((42, below))
    assert "Tent" not in found
    (scale,) = (node for node in walk(made.nodes) if isinstance(node, Group) and node.name == "ruler")
    assert (scale.box.x, scale.box.center[1]) == pytest.approx((36 + 164 + 6, below))


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
