"""Long lists over several pages: how high each row is, and where the list may break."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from htpm_studio.compose.bind import bind
from htpm_studio.compose.boxes import Placed
from htpm_studio.compose.canvas import CANVASES
from htpm_studio.compose.fit import lay_out
from htpm_studio.compose.look import Look
from htpm_studio.compose.scope import Value
from htpm_studio.compose.template import Library

ROWS, ROW = "rows", "row"
"""The name of the box that takes the rows of a template, and of each row in it."""
SLACK = 0.5
MOST = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list in points; a heading stays with the row after it."""

    height: float
    heading: bool = False


class BreakBook:
    """Where long lists break, kept for lists that were laid out before; safe to share between threads.

    A book belongs to one set of templates and fonts. The oldest entries are dropped beyond `MOST`.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[range, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, find: Callable[[], tuple[range, ...]]) -> tuple[range, ...]:
        """The pages of the list with that key, found now or before."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        found = find()
        with self._lock:
            self._known[key] = found
            while len(self._known) > MOST:
                self._known.popitem(last=False)
        return found


def key_of(value: Value) -> Hashable:
    """A value of content as something that can be compared; of pictures only that they are there."""
    if isinstance(value, Mapping):
        return tuple((name, key_of(inner)) for name, inner in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(key_of(inner) for inner in value)
    return value if isinstance(value, str | int | float) else value is None


def measure_rows(
    template_id: str, canvas_id: str, content: Mapping[str, Value], look: Look, library: Library
) -> tuple[float, tuple[float, ...]]:
    """The room for rows on a page and the height of each row with its margins, at full size, in points."""
    canvas = CANVASES[canvas_id]
    root = bind(library.template(template_id), canvas, content, look, library, week=1, seed=1)
    holder = next(one for one in lay_out(root, canvas.size, look.fonts).walk() if one.frame.meta.name == ROWS)
    return holder.box.height, tuple(_height(one) for one in holder.children if one.frame.meta.name == ROW)


def _height(placed: Placed) -> float:
    margin = placed.frame.layout.margin
    return placed.box.height + margin.top + margin.bottom


def paginate(rows: Sequence[Row], first: float, more: float, last: float) -> tuple[range, ...]:
    """Which rows stand on which page. `first`, `more` and `last` are the room on the first, a further, the last page.

    No row is divided, no heading is the last on a page, and the last page never holds a single row if the page before
    can spare one. A row higher than a page has it to itself. A list that fits on one page has `last` as its room when
    that is smaller.
    """
    pages: list[range] = []
    start = 0
    while start < len(rows):
        room = more if pages else first
        end = _fill(rows, start, room)
        if end == len(rows) and not _fits(rows[start:], min(room, last)):
            end = max(start + 1, _kept(rows, start, _fill(rows, start, min(room, last))))
        pages.append(range(start, end))
        start = end
    return _without_widow(rows, pages, last)


def _fill(rows: Sequence[Row], start: int, room: float) -> int:
    used, end = 0.0, start
    while end < len(rows) and used + rows[end].height <= room + SLACK:
        used += rows[end].height
        end += 1
    return len(rows) if end == len(rows) else max(start + 1, _kept(rows, start, end))


def _kept(rows: Sequence[Row], start: int, end: int) -> int:
    """The end of a page without the headings that would stand there alone."""
    while end > start and rows[end - 1].heading:
        end -= 1
    return end


def _fits(rows: Sequence[Row], room: float) -> bool:
    return sum(row.height for row in rows) <= room + SLACK


def _without_widow(rows: Sequence[Row], pages: list[range], last: float) -> tuple[range, ...]:
    if len(pages) > 1 and len(pages[-1]) == 1 and len(pages[-2]) > 2:
        before, end = pages[-2], pages[-1]
        start = end.start - 1
        start -= rows[start - 1].heading
        if _fits(rows[start : end.stop], last) and start > before.start and not rows[start - 1].heading:
            pages[-2:] = [range(before.start, start), range(start, end.stop)]
    return tuple(pages)
