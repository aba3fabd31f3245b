"""A drawn table as a table of PowerPoint: rows, cells and rules as in the scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from htpm_studio.render.office.theme import ThemeRefs
from htpm_studio.render.office.xml import Element, node
from htpm_studio.render.pptx.geometry import fill, line
from htpm_studio.render.pptx.measure import below_middle
from htpm_studio.render.pptx.text import TextLook, block_paragraphs, look_of, paragraph_xml
from htpm_studio.scene.nodes import Group, Node, Shape, TextBlock
from htpm_studio.scene.walk import walk
from htpm_studio.units import Box, emu

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
CELLS = ("TH", "TD")
ROUNDING = 2.0
"""Points that a cell is wider than its text, so that another program's rounding breaks no line."""

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style of Office that has neither lines nor fills."""


def table_xml(table: Group, refs: ThemeRefs, language: str) -> Element:
    """The table with the widths of its first row and the heights of all; the first row is its head."""
    rows = table_rows(table)
    edges = [cell.box.x for cell in cells(rows[0])] + [table.box.right]
    edges[0] = table.box.x
    grid = [node("a:gridCol", w=emu(right) - emu(left)) for left, right in pairwise(edges)]
    headed = any(getattr(cell, "tag", "") == "TH" for cell in cells(rows[0]))
    properties = node("a:tblPr", node("a:tableStyleId", _NO_STYLE), firstRow=headed or None)
    tops = [emu(row.box.y) for row in rows] + [emu(rows[-1].box.bottom)]
    written = [
        node(
            "a:tr",
            [_cell(cell, row, sides, refs, language) for cell, sides in zip(cells(row), pairwise(edges), strict=False)],
            h=h,
        )
        for row, h in zip(rows, (lower - upper for upper, lower in pairwise(tops)), strict=True)
    ]
    return node("a:graphicData", node("a:tbl", properties, node("a:tblGrid", grid), written), uri=TABLE)


def table_rows(table: Group) -> list[Group]:
    """The rows of a table from top to bottom."""
    return [row for row in walk(table.children) if isinstance(row, Group) and row.tag == "TR"]


def cells(row: Group) -> list[TextBlock | Group]:
    """The cells of a row from left to right; an empty one is a group."""
    return [child for child in row.children if isinstance(child, TextBlock | Group) and child.tag in CELLS]


def is_table(at: Node) -> bool:
    """Whether something is a table that PowerPoint can have: each row with as many cells as the first."""
    if not (isinstance(at, Group) and at.tag == "Table"):
        return False
    counts = {len(cells(row)) for row in table_rows(at)}
    return len(counts) == 1 and counts != {0}


def column_names(table: Group) -> str:
    """What the columns of a table are called."""
    return ", ".join(cell.text for cell in cells(table_rows(table)[0]) if isinstance(cell, TextBlock))


def _cell(cell: TextBlock | Group, row: Group, between: tuple[float, float], refs: ThemeRefs, language: str) -> Element:
    paragraphs = [node("a:p", node("a:endParaRPr", lang=language or None))]
    if isinstance(cell, TextBlock):
        paragraphs = [
            paragraph_xml(paragraph, refs) for paragraph in block_paragraphs(cell, _look(cell, refs), language)
        ]
    moved = emu(2 * below_middle(cell, row.box)) if isinstance(cell, TextBlock) else 0
    sides = {name: _rule(row.children, row.box, name, refs) for name in ("lnT", "lnB")}
    borders = [_border(name, sides.get(name)) for name in ("lnL", "lnR", "lnT", "lnB")]
    grounds = [
        child for child in row.children if isinstance(child, Shape) and child.fill is not None and child.box == row.box
    ]
    return node(
        "a:tc",
        node("a:txBody", node("a:bodyPr"), node("a:lstStyle"), paragraphs),
        node(
            "a:tcPr",
            borders,
            fill(grounds[0].fill, row.box, refs) if grounds else node("a:noFill"),
            marL=max(0, emu(cell.box.x - between[0])),
            marR=max(0, emu(between[1] - cell.box.right - ROUNDING)),
            marT=max(0, moved),
            marB=max(0, -moved),
            anchor="ctr",
        ),
    )


def _look(cell: TextBlock, refs: ThemeRefs) -> TextLook:
    """The look of a cell; percent of a line would be of the face's own height in a table of LibreOffice.

    Arial Narrow is so low that its lines would nearly meet.
    """
    look = look_of(cell, refs)
    return replace(look, exact=round(cell.style.leading * 100)) if len(cell.lines) > 1 else look


def _rule(children: Sequence[Node], box: Box, name: str, refs: ThemeRefs) -> Element | None:
    """The rule along an edge of a row."""
    edge = box.y if name == "lnT" else box.bottom
    rules = (child for child in children if isinstance(child, Shape) and child.name == "rule" and child.box.height < 1)
    strokes = (rule.stroke for rule in rules if rule.stroke and abs(rule.box.y - edge) <= rule.stroke.width)
    return next((line(stroke, refs) for stroke in strokes), None)


def _border(name: str, drawn: Element | None) -> Element:
    if drawn is None:
        return node(f"a:{name}", node("a:noFill"), w=0)
    drawn.tag = f"a:{name}"
    return drawn
