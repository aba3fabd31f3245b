"""Where a key leads on the board: along the lines of tiles and across them."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from htpm_studio.gui.features.board.layout import BoardLayout

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
