"""Where everything on the board is, sections below each other, and where a key leads from tile to tile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView

from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.shell_interface import LARGEST, SMALLEST
from htpm_studio.gui.core.tiles import has_switch
from htpm_studio.gui.features.board.model import BoardRow, BoardViewState
from htpm_studio.pieces.declared import page_sizes

MARGIN, GAP, RING, CAPTION_GAP = 20, 14, 6, 6
WIDE, SHAPED, TALL, ENLARGED = 84, 126, 116, 200
WIDE_RATIO = 1.4
NARROWEST = 56
USUAL_LINE = 18


@dataclass(frozen=True, slots=True)
class Measures:
    """What the layout follows from: width and zoom of the view, line height of its font, height of a heading."""

    width: int
    zoom: float
    line: int
    heading: int
    mirrored: bool = False


@dataclass(slots=True)
class BoardLayout:
    """Rectangles by row in the coordinates of the whole board; an empty one is not shown.

    `cells` hold picture, caption and the ring around it, `thumbs` the picture alone, `lines` the rows that are
    beside each other.
    """

    cells: list[QRect] = field(default_factory=list)
    thumbs: list[QRect] = field(default_factory=list)
    lines: list[list[int]] = field(default_factory=list)
    height: int = 0


def ratio_of(row: BoardRow) -> float:
    """Width divided by height of a tile's page."""
    if row.tile is None:
        return 1.0
    size = page_sizes()[row.tile.page.canvas].size
    return size.width / size.height


def lay_out(rows: Sequence[BoardRow], view: BoardViewState, measures: Measures) -> BoardLayout:
    """Place all rows."""
    layout = BoardLayout([QRect()] * len(rows), [QRect()] * len(rows))
    top = MARGIN // 2
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and rows[end].kind != "head":
            end += 1
        if rows[start].kind == "head":
            layout.cells[start] = QRect(0, top, measures.width, measures.heading)
            top += measures.heading + 4
            start += 1
        top = _section(rows, range(start, end), view, measures, layout, top)
        start = end
    layout.height = top + MARGIN
    if measures.mirrored:
        _mirror(layout, measures.width)
    return layout


def _section(
    rows: Sequence[BoardRow], span: range, view: BoardViewState, measures: Measures, layout: BoardLayout, top: int
) -> int:
    tiles = [number for number in span if rows[number].kind == "tile"]
    if not tiles:
        return top + GAP // 2
    # Larger text asks for larger tiles, or their captions would say nothing.
    larger = max(1.0, measures.line / USUAL_LINE)
    height = round(_base(rows, tiles, view) * measures.zoom * larger)
    room = measures.width - 2 * MARGIN
    sizes = {number: _size(rows[number], height, room) for number in tiles}
    more = next((number for number in span if rows[number].kind == "more"), None)
    widths = {number: max(NARROWEST, size[0]) for number, size in sizes.items()}
    lines = _lines(tiles, widths, room)
    if more is not None and len(lines) > 1:
        narrow = round(NARROWEST * larger)
        widths[more] = narrow
        sizes[more] = (narrow, height)
        if rows[more].section.medium in view.expanded:
            lines = _lines([*tiles, more], widths, room)
        else:
            lines = [[*_lines(tiles, widths, room - narrow - GAP)[0], more]]
    caption = measures.line * (2 if view.to_check else 1) + CAPTION_GAP + 2
    for line in lines:
        left = MARGIN
        tallest = max(sizes[number][1] for number in line)
        for number in line:
            thumb = QRect(left, top + tallest - sizes[number][1], *sizes[number])
            layout.thumbs[number] = thumb
            cell = QRect(left, thumb.top(), widths[number], thumb.height() + (caption if number != more else 0))
            layout.cells[number] = cell.adjusted(-RING, -RING, RING, RING)
            left += widths[number] + GAP
        layout.lines.append(line)
        top += tallest + caption + GAP
    return top


def _base(rows: Sequence[BoardRow], tiles: Sequence[int], view: BoardViewState) -> float:
    if view.to_check:
        return ENLARGED
    if all(ratio_of(rows[number]) > WIDE_RATIO for number in tiles) and not has_switch(rows[tiles[0]].section):
        return WIDE
    return SHAPED if has_switch(rows[tiles[0]].section) else TALL


def _size(row: BoardRow, height: int, room: int) -> tuple[int, int]:
    ratio = ratio_of(row)
    width = max(1, min(round(height * ratio), room))
    return width, min(height, max(1, round(width / ratio)))


def _lines(numbers: Sequence[int], widths: dict[int, int], room: int) -> list[list[int]]:
    lines: list[list[int]] = [[]]
    used = 0
    for number in numbers:
        if lines[-1] and used + widths[number] > room:
            lines.append([])
            used = 0
        lines[-1].append(number)
        used += widths[number] + GAP
    return lines


def _mirror(layout: BoardLayout, width: int) -> None:
    for rects in (layout.cells, layout.thumbs):
        for number, rect in enumerate(rects):
            if not rect.isEmpty():
                rects[number] = QRect(width - rect.right() - 1, rect.top(), rect.width(), rect.height())


def fitting_zoom(rows: Sequence[BoardRow], view: BoardViewState, measures: Measures, height: int) -> float:
    """The largest zoom at which the whole board is at most `height` high; the smallest there is if none is."""
    low, high = SMALLEST, LARGEST
    for _ in range(9):
        zoom = (low + high) / 2
        tried = Measures(measures.width, zoom, measures.line, measures.heading, measures.mirrored)
        if lay_out(rows, view, tried).height <= height:
            low = zoom
        else:
            high = zoom
    return low


Move = QAbstractItemView.CursorAction


def next_row(layout: BoardLayout, now: int, move: Move, height: int, *, mirrored: bool) -> int:
    """The row that a key leads to from the row `now` in a view of that height; -1 on an empty board."""
    order = [number for line in layout.lines for number in line]
    if now not in order:
        return order[0] if order else -1
    place = order.index(now)
    back, on = (Move.MoveRight, Move.MoveLeft) if mirrored else (Move.MoveLeft, Move.MoveRight)
    if move in (back, Move.MovePrevious):
        return order[max(0, place - 1)]
    if move in (on, Move.MoveNext):
        return order[min(len(order) - 1, place + 1)]
    if move in (Move.MoveHome, Move.MoveEnd):
        return order[0 if move == Move.MoveHome else -1]
    down = move in (Move.MoveDown, Move.MovePageDown)
    return _across(layout, now, height if move in (Move.MovePageUp, Move.MovePageDown) else 0, down=down)


def _across(layout: BoardLayout, now: int, page: int, *, down: bool) -> int:
    lines, cells = layout.lines, layout.cells
    step = 1 if down else -1
    goal = next(number for number, line in enumerate(lines) if now in line) + step
    far = page - cells[now].height()
    while 0 <= goal + step < len(lines) and abs(cells[lines[goal + step][0]].top() - cells[now].top()) <= far:
        goal += step
    if not 0 <= goal < len(lines):
        return now
    middle = cells[now].center().x()
    return min(lines[goal], key=lambda number: abs(cells[number].center().x() - middle))
