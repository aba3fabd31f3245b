"""Where everything on the board is, sections below each other, and where a key leads from tile to tile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from itertools import pairwise

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView

from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.shell_interface import LARGEST, SMALLEST
from htpm_studio.gui.core.tiles import has_switch
from htpm_studio.gui.features.board.model import BoardRow, BoardViewState
from htpm_studio.pieces.declared import page_sizes

SIDE, INSIDE, GAP, RING, CAPTION_GAP = 16, 20, 14, 6, 6
"""Where the cards of the sections begin, how far inside their tiles do, and the room between and around tiles."""
ABOVE, BELOW, APART, PAIR_FROM = 8, 12, 12, 1040
"""The air in a card above its heading and below its tiles, between two cards, and from what width two share a row."""
WIDE, SHAPED, TALL, ENLARGED = 84, 126, 116, 200
WIDE_RATIO = 1.4
NARROWEST, CAPTION_AIR = 56, 4
USUAL_LINE = 18


@dataclass(frozen=True, slots=True)
class Measures:
    """What the layout follows from: width and zoom of the view, line height of its font, height of a heading.

    `wide` tells how wide words are, so that no caption is cut.
    """

    width: int
    zoom: float
    line: int
    heading: int
    mirrored: bool = False
    wide: Callable[[str], int] = len


@dataclass(slots=True)
class BoardLayout:
    """Rectangles by row in the coordinates of the whole board; an empty one is not shown.

    `cards` are the sheets that sections lie on, in order. `cells` hold picture, caption and the ring around it,
    `thumbs` the picture alone, `lines` the rows that are beside each other.
    """

    cells: list[QRect] = field(default_factory=list)
    thumbs: list[QRect] = field(default_factory=list)
    lines: list[list[int]] = field(default_factory=list)
    cards: list[QRect] = field(default_factory=list)
    height: int = 0


def ratio_of(row: BoardRow) -> float:
    """Width divided by height of a tile's page."""
    if row.tile is None:
        return 1.0
    size = page_sizes()[row.tile.page.canvas].size
    return size.width / size.height


def lay_out(rows: Sequence[BoardRow], view: BoardViewState, measures: Measures) -> BoardLayout:
    """Place all rows. Two decks after the first one, if they are in one row each, share a row of cards."""
    layout = BoardLayout([QRect()] * len(rows), [QRect()] * len(rows))
    top = APART // 2
    spans = list(_spans(rows))
    while spans:
        count = 2 if _beside(rows, spans, view, measures) else 1
        width = (measures.width - 2 * SIDE - (count - 1) * APART) // count
        bottom = top
        for place, span in enumerate(spans[:count]):
            card = QRect(SIDE + place * (width + APART), top, width, 0)
            bottom = max(bottom, _card(rows, span, view, measures, layout, card))
        for card in layout.cards[-count:]:
            card.setBottom(bottom)
        if count > 1:  # keys go along and across what is seen as one row
            layout.lines[-count:] = [[number for line in layout.lines[-count:] for number in line]]
        top = bottom + APART
        spans = spans[count:]
    layout.height = top
    if measures.mirrored:
        _mirror(layout, measures.width)
    return layout


def _spans(rows: Sequence[BoardRow]) -> Iterator[range]:
    """The rows of each section."""
    names = [row.section.name for row in rows]
    starts = [number for number, name in enumerate(names) if not number or name != names[number - 1]]
    for start, end in pairwise([*starts, len(rows)]):
        yield range(start, end)


def _beside(rows: Sequence[BoardRow], spans: Sequence[range], view: BoardViewState, measures: Measures) -> bool:
    """Whether the next two sections are decks that can be beside each other."""
    pair = [rows[span[0]].section for span in spans[:2]]
    first = spans[0][0] == 0
    wide = measures.width >= PAIR_FROM * max(1.0, measures.line / USUAL_LINE) * max(1.0, measures.zoom)
    decks = all(section.medium == "deck" and section.name not in view.expanded for section in pair)
    return len(pair) == 2 and wide and decks and not first and not view.filtered


def _card(
    rows: Sequence[BoardRow], span: range, view: BoardViewState, measures: Measures, layout: BoardLayout, card: QRect
) -> int:
    """Place a section on its card; the answer is where the card ends."""
    top = card.top() + ABOVE
    if rows[span[0]].kind == "head":
        layout.cells[span[0]] = QRect(card.left(), top, card.width(), measures.heading)
        top += measures.heading + 4
        span = span[1:]
    layout.cards.append(card)
    return _section(rows, span, view, measures, layout, QRect(card.left() + INSIDE, top, card.width() - 2 * INSIDE, 0))


def _section(
    rows: Sequence[BoardRow], span: range, view: BoardViewState, measures: Measures, layout: BoardLayout, place: QRect
) -> int:
    tiles = [number for number in span if rows[number].kind == "tile"]
    top = place.top()
    if not tiles:
        return top + BELOW
    # Larger text asks for larger tiles, or their captions would say nothing.
    larger = max(1.0, measures.line / USUAL_LINE)
    height = round(_base(rows, tiles, view) * measures.zoom * larger)
    room = place.width()
    sizes = {number: _size(rows[number], height, room) for number in tiles}
    more = next((number for number in span if rows[number].kind == "more"), None)
    widths = {number: max(NARROWEST, size[0], _caption(rows[number], measures)) for number, size in sizes.items()}
    lines = _lines(tiles, widths, room)
    if more is not None and len(lines) > 1:
        narrow = round(NARROWEST * larger)
        widths[more] = narrow
        sizes[more] = (narrow, height)
        if rows[more].section.name in view.expanded:
            lines = _lines([*tiles, more], widths, room)
        else:
            lines = [[*_lines(tiles, widths, room - narrow - GAP)[0], more]]
    caption = measures.line * (2 if view.to_check else 1) + CAPTION_GAP + 2
    for line in lines:
        left = place.left()
        tallest = max(sizes[number][1] for number in line)
        for number in line:
            thumb = QRect(left, top + tallest - sizes[number][1], *sizes[number])
            layout.thumbs[number] = thumb
            cell = QRect(left, thumb.top(), widths[number], thumb.height() + (caption if number != more else 0))
            layout.cells[number] = cell.adjusted(-RING, -RING, RING, RING)
            left += widths[number] + GAP
        layout.lines.append(line)
        top += tallest + caption + GAP
    return top - GAP + BELOW


def _caption(row: BoardRow, measures: Measures) -> int:
    """How wide the words below a tile are."""
    tile = row.tile
    if tile is None:
        return 0
    marks = sum((tile.changed and not tile.left_out, tile.locked, tile.left_out, bool(row.reason)))
    return measures.wide(tile.kind or tile.note) + CAPTION_AIR + marks * (measures.line + CAPTION_AIR)


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
    for rects in (layout.cells, layout.thumbs, layout.cards):
        for number, rect in enumerate(rects):
            if not rect.isEmpty():
                rects[number] = QRect(width - rect.right() - 1, rect.top(), rect.width(), rect.height())


def fitting_zoom(rows: Sequence[BoardRow], view: BoardViewState, measures: Measures, height: int) -> float:
    """The largest zoom at which the whole board is at most `height` high; the smallest there is if none is."""
    low, high = SMALLEST, LARGEST
    for _ in range(9):
        zoom = (low + high) / 2
        tried = replace(measures, zoom=zoom)
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
