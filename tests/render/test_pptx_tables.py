"""A drawn table as one of PowerPoint: its columns and rows, the insets of its cells, its rules and grounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.render.office.theme import theme_refs
from htpm_studio.render.office.xml import Element
from htpm_studio.render.pptx.tables import is_table, table_xml
from htpm_studio.scene.nodes import Color, Group, Node, Path, Rectangle, Segment, Shape, Stroke, Tag, TextBlock
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages

THIN = Stroke(pages.paint("ink"), 1)
REFS = theme_refs(pages.THEME)
GROUND = pages.paint("panel")


def text(says: str, x: float, y: float, width: float, tag: Tag = "TD") -> TextBlock:
    return replace(pages.words(says, "body", x, y, width), tag=tag)


def rule(y: float, *, stroke: Stroke | None = THIN, name: str = "rule", high: float = 0) -> Shape:
    line = Path((Segment("M", (100, y)), Segment("L", (420, y))))
    return Shape(name, Box(100, y, 320, high), line, None, stroke)


def row(*nodes: Node, y: float = 100, height: float = 40) -> Group:
    return Group("TR", Box(100, y, 320, height), nodes, "TR")


def table(*rows: Group) -> Group:
    return Group("Our hour", Box(100, 100, 320, sum(one.box.height for one in rows)), rows, "Table")


def made(*rows: Group) -> Element:
    return table_xml(table(*rows), REFS, "en-US")


def values(element: Element, tag: str, name: str) -> list[str | None]:
    return [one.get(name) for one in element.iter(tag)]


def points(element: Element, tag: str, name: str) -> list[float]:
    return [round(int(value or "") / 12700, 3) for value in values(element, tag, name)]


def test_a_table_whose_first_row_is_no_head_says_nothing_of_one() -> None:
    one = made(row(text("9:00", 100, 100, 90), text("Facts", 260, 100, 160)))
    mixed = made(row(text("9:00", 100, 100, 90), text("Facts", 260, 100, 160, "TH")))
    assert values(one, "a:tblPr", "firstRow") == [None]
    assert values(mixed, "a:tblPr", "firstRow") == ["1"]


@pytest.mark.parametrize("moved", [-6.0, 0.0, 6.0])
def test_a_text_that_is_not_in_the_middle_of_its_row_has_an_inset_on_the_other_side(moved: float) -> None:
    cell = text("Time", 100, 100, 90)
    line = cell.lines[0]
    found = [
        made(row(replace(cell, lines=(replace(line, baseline=line.baseline + by),)))) for by in (0.0, moved)
    ]  # fmt: skip
    at, then = (points(one, "a:tcPr", "marT")[0] - points(one, "a:tcPr", "marB")[0] for one in found)
    assert then - at == pytest.approx(2 * moved, abs=0.001)
    assert all("0" in (values(one, "a:tcPr", "marT")[0], values(one, "a:tcPr", "marB")[0]) for one in found)


def test_an_empty_cell_has_a_language_and_no_words() -> None:
    empty = Group("Empty", Box(260, 100, 160, 40), (), "TD")
    found = list(made(row(text("9:00", 100, 100, 90), empty)).iter("a:tc"))[1]
    assert [one.tag for one in next(found.iter("a:p"))] == ["a:endParaRPr"]
    assert values(found, "a:endParaRPr", "lang") == ["en-US"]
    assert (points(found, "a:tcPr", "marT"), points(found, "a:tcPr", "marB")) == ([0], [0])


SIDES = ("a:lnL", "a:lnR", "a:lnT", "a:lnB")


def ruled(*shapes: Node) -> list[str]:
    """The sides of a cell that have a line, in a row from 100 to 140."""
    found = next(made(row(*shapes, text("9:00", 100, 100, 90))).iter("a:tcPr"))
    assert [one.tag for one in found][:4] == list(SIDES)
    assert all(
        side.get("w") == "0" for side in found if side.tag in SIDES and next(side.iter("a:noFill"), None) is not None
    )
    return [one.tag[-1] for one in found if one.tag in SIDES and next(one.iter("a:solidFill"), None) is not None]


def test_a_rule_is_the_line_of_the_edge_that_it_is_on() -> None:
    assert ruled() == []
    assert ruled(rule(100)) == ["T"]
    assert ruled(rule(140)) == ["B"]
    assert ruled(rule(100), rule(140)) == ["T", "B"]
    assert ruled(rule(101)) == ruled(rule(99)) == ["T"], "as far from it as it is wide"
    assert ruled(rule(101.1)) == ruled(rule(98.9)) == ruled(rule(120)) == []


def test_only_a_thin_stroke_that_is_named_so_is_a_rule() -> None:
    assert ruled(rule(100, name="line")) == ruled(rule(100, stroke=None)) == ruled(rule(100, high=1)) == []
    assert ruled(rule(100, high=0.9)) == ["T"]
    wide = next(made(row(rule(100, stroke=Stroke(GROUND, 3)), rule(100), text("9:00", 100, 100, 90))).iter("a:lnT"))
    assert wide.get("w") == str(3 * 12700), "the first of two"


def test_a_filled_shape_as_large_as_its_row_is_the_ground_of_its_cells() -> None:
    def ground(*shapes: Shape) -> str:
        return list(next(made(row(*shapes, text("9:00", 100, 100, 90))).iter("a:tcPr")))[-1].tag

    whole = Shape("ground", Box(100, 100, 320, 40), Rectangle(), GROUND)
    assert (
        ground()
        == ground(replace(whole, fill=None))
        == ground(replace(whole, box=Box(100, 100, 319, 40)))
        == "a:noFill"
    )
    assert ground(whole) == "a:solidFill"
    both = made(row(whole, replace(whole, fill=Color("#123456")), text("9:00", 100, 100, 90)))
    assert values(next(both.iter("a:tcPr")), "a:schemeClr", "val") == ["accent1"]


def test_a_table_has_as_many_cells_in_each_row_as_in_the_first() -> None:
    one, two = row(text("9:00", 100, 100, 90)), row(text("9:00", 100, 100, 90), text("Facts", 260, 100, 160))
    assert is_table(table(one))
    assert is_table(table(two, two))
    assert not is_table(table(one, two))
    assert not is_table(table(row(), row()))
    assert not is_table(table())
    assert not is_table(replace(table(one), tag="L"))
    assert not is_table(text("Table", 0, 0, 90, "Table"))
