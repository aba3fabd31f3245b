"""Long lists over several pages: how high each row is, and where the list may break."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from htpm_studio.compose.context import Value
from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.template import Library
from htpm_studio.compose.template_eval import evaluate_template
from htpm_studio.compose.text_fit import lay_out
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import StudioError
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import page_sizes

T = TypeVar("T")

ROWS, ROW = "rows", "row"
"""The name of the box that takes the rows of a template, and of each row in it."""
SLACK = 0.5
MOST = 1000
LAST_WEIGHT = 0.5
"""The weight of an empty part of the last page; that of another page is 1."""
GROWN_WEIGHT = 0.2
"""The weight of an empty part of a page with a row that grows."""
_FREE = (0, 0, 0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list in points; a heading stays with the row after it, and one that grows fills its page.

    One that `goes_on` belongs to the row before it, where that costs no further page.
    """

    height: float
    heading: bool = False
    grows: bool = False
    goes_on: bool = False


class BreakBook:
    """Where long lists break and how high their rows are, kept for lists that were laid out before.

    It is safe to share between threads.

    A book belongs to one set of templates and fonts. The oldest entries are dropped beyond `MOST`.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[object, ...]:
        """Another process begins with an empty book."""
        return BreakBook, ()

    def get(self, key: Hashable, find: Callable[[], T]) -> T:
        """What was found for the list with that key, now or before."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                known: T = self._known[key]
                return known
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
    return value if isinstance(value, str | int | float | None) else type(value).__name__


def measure_rows(
    template_id: str, canvas_id: str, content: Mapping[str, Value], look: PageTheme, library: Library
) -> tuple[float, tuple[float, ...]]:
    """The room for rows on a page and the height of each row with its margins, at full size, in points.

    What is with the rows and is no row takes from their room what it needs beside all of them.
    """
    canvas = page_sizes()[canvas_id]
    template = library.drawn(template_id, canvas_id)
    try:
        root = evaluate_template(template, canvas, content, look, library, week=1, seed=1)
    except StudioError:
        found = library.instead(template, canvas_id)
        if found is None:
            raise
        root = evaluate_template(found[0], canvas, content, look, found[1], week=1, seed=1)
    holder = next(placed for placed in lay_out(root, canvas.size, look.fonts).walk() if placed.frame.meta.name == ROWS)
    rows = tuple(_height(child) for child in holder.children if child.frame.meta.name == ROW)
    return holder.box.height - (sum(_height(child) for child in holder.children) - sum(rows)), rows


def _height(placed: Placed) -> float:
    margin = placed.frame.layout.margin
    return placed.box.height + margin.top + margin.bottom


def paginate(rows: Sequence[ListRow], first: float, more: float, last: float) -> tuple[range, ...]:
    """Which rows are on which page. `first`, `more` and `last` are the room on the first, a further, the last page.

    No row is divided, and no heading is the last on a page. It takes as few pages as it can; of these ways the last
    page holds more than one row, few rows that go on begin a page, and what stays empty is spread over all pages, twice
    as much on the last. A row higher than a page has it to itself. A list that fits on one page has `last` as its room
    when that is smaller.
    """
    best: list[_Way] = [_Way(_FREE, len(rows))] * (len(rows) + 1)
    for start in range(len(rows) - 1, -1, -1):
        best[start] = min(_ways(rows, start, (more if start else first, last), best), key=lambda way: way.cost)
    pages: list[range] = []
    start = 0
    while start < len(rows):
        pages.append(range(start, best[start].end))
        start = best[start].end
    return tuple(pages)


@dataclass(frozen=True, slots=True)
class _Way:
    """A page end with the cost of this and all later pages: lone headings, pages, a lone last row, tears, emptiness."""

    cost: tuple[int, int, int, int, float]
    end: int


def _ways(rows: Sequence[ListRow], start: int, rooms: tuple[float, float], best: Sequence[_Way]) -> Iterator[_Way]:
    """Every possible end of a page that begins with the row `start`; the first row is always on it."""
    used = 0.0
    for end in range(start + 1, len(rows) + 1):
        used += rows[end - 1].height
        if used > rooms[0] + SLACK and end > start + 1:
            return
        final = end == len(rows)
        room = min(rooms) if final else rooms[0]
        if used > room + SLACK and end > start + 1:
            continue
        lone_heading = rows[end - 1].heading and not final
        if lone_heading and not all(row.heading for row in rows[start:end]):
            continue
        lone_row = final and sum(not row.heading for row in rows[start:end]) == 1
        grown = GROWN_WEIGHT if any(row.grows for row in rows[start:end]) else 1.0
        empty = max(0.0, 1 - used / room) ** 2 * (LAST_WEIGHT if final else 1.0) * grown
        torn = not final and rows[end].goes_on
        parts = zip((int(lone_heading), 1, int(lone_row), int(torn), empty), best[end].cost, strict=True)
        headings, pages, lone, tears, emptiness = (own + later for own, later in parts)
        yield _Way((int(headings), int(pages), int(lone), int(tears), emptiness), end)
