"""Tables of a PDF, recognized by their ruled lines and boxes, or by a column of labels beside a column of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.pdf_lines import PdfLine, in_reading_order, paragraphs
from htpm_studio.campaign.toolkit_import.post_labels import NUMBERED
from htpm_studio.campaign.toolkit_import.sections import section_head
from htpm_studio.campaign.toolkit_import.table_blocks import role_of
from htpm_studio.frozen import dataclass

NEAR, TOUCH, PADDING = 2.5, 4.0, 6.0
SHORTEST_RULE = 6.0
MOST_RULES = 4_000
"""The most lines of a page with tables; a page with more is a drawing."""

LABELS, BESIDE, SIDE_BY_SIDE, COLUMN_INDENT = 3, 0.7, 3, 30.0
LONGEST_LABEL = 30
_GAP = 1.45


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line of a page, upright or flat: where it is, and from where to where it goes."""

    upright: bool
    at: float
    first: float
    last: float

    def covers(self, place: float) -> bool:
        """Whether a place along the line is on it."""
        return self.first - NEAR <= place <= self.last + NEAR


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table; `columns` and `rows` are the places of its upright and flat lines, rows from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    upright: tuple[Rule, ...]
    flat: tuple[Rule, ...]

    def holds(self, line: PdfLine) -> bool:
        """Whether a line of text is in the table."""
        inside = self.columns[0] - NEAR <= line.left and line.right <= self.columns[-1] + 2 * line.size
        return inside and self.rows[-1] < line.middle < self.rows[0]


def has_table(lines: Iterable[PdfLine]) -> bool:
    """Whether a page seems to have a table whose cells were not told apart.

    Three or more pieces are side by side, again and again at the same places, or as the heads of columns.
    """
    heights: dict[int, list[PdfLine]] = {}
    for line in lines:
        heights.setdefault(round(line.middle / 3), []).append(line)
    rows = [row for row in heights.values() if len({round(piece.left / 4) for piece in row}) >= SIDE_BY_SIDE]
    places = Counter(left for row in rows for left in {round(piece.left / 4) for piece in row})
    heads = any(sum(1 for piece in row if role_of(piece.text)) >= SIDE_BY_SIDE for row in rows)
    return heads or sum(1 for count in places.values() if count >= SIDE_BY_SIDE) >= SIDE_BY_SIDE


def with_tables(
    pages: Sequence[Sequence[PdfLine]], rules: Sequence[Sequence[Rule]], body: float
) -> list[list[PdfLine]]:
    """The lines of each page with each table as one line that holds its rows; `rules` are those of each page."""
    ruled = [_with_grids(lines, own, body) for lines, own in zip(pages, rules, strict=True)]
    columns = [_label_column(lines) for lines in ruled]
    known = next((column for column in columns if column is not None), None)
    told = []
    for lines, own in zip(ruled, columns, strict=True):
        column = own or known
        told.append(lines if column is None else _with_labels(lines, column, body))
    return told


def _with_grids(lines: Sequence[PdfLine], rules: Sequence[Rule], body: float) -> list[PdfLine]:
    rest = list(lines)
    for grid in _grids(rules):
        inside = [line for line in rest if grid.holds(line)]
        cells = _cells(grid, inside)
        if _says_what_it_is(cells):
            rest = [line for line in rest if not grid.holds(line)]
            rest.append(_table(inside, cells, body, grid.columns[1:]))
    return rest


# ------------------------------------------------------------------ ruled lines


def _grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that lines make, from two columns on."""
    if len(rules) > MOST_RULES:
        return []
    groups: list[list[Rule]] = []
    for rule in _joined(rules):
        near = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([rule, *(member for group in near for member in group)])
    grids = [_grid(group) for group in groups]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: -grid.rows[0])


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Lines that go on in each other are one."""
    made: list[Rule] = []
    for rule in sorted(rules, key=lambda drawn: (drawn.upright, round(drawn.at / NEAR), drawn.first)):
        last = made[-1] if made else None
        if (
            last is not None
            and last.upright == rule.upright
            and abs(last.at - rule.at) <= NEAR
            and rule.first <= last.last + TOUCH
        ):
            made[-1] = replace(last, last=max(last.last, rule.last))
        else:
            made.append(rule)
    return made


def _touch(rule: Rule, other: Rule) -> bool:
    if rule.upright == other.upright:
        return False
    return rule.first - TOUCH <= other.at <= rule.last + TOUCH and other.first - TOUCH <= rule.at <= other.last + TOUCH


def _grid(group: Sequence[Rule]) -> Grid | None:
    upright = tuple(rule for rule in group if rule.upright)
    flat = tuple(rule for rule in group if not rule.upright)
    columns = _places(rule.at for rule in upright)
    rows = _places(rule.at for rule in flat)
    if len(columns) <= 2 or len(rows) < 2:
        return None
    return Grid(tuple(columns), tuple(reversed(rows)), upright, flat)


def _places(found: Iterable[float]) -> list[float]:
    """Places in order, those that are nearly the same once."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > 2 * NEAR:
            places.append(place)
    return places


def _cells(grid: Grid, lines: Sequence[PdfLine]) -> list[list[list[PdfLine]]]:
    """The lines of each cell, row by row; those of a cell over several columns or rows are in its first one."""
    columns, rows = len(grid.columns) - 1, len(grid.rows) - 1
    cells: list[list[list[PdfLine]]] = [[[] for _ in range(columns)] for _ in range(rows)]
    for line in lines:
        column = max((at for at in range(columns) if grid.columns[at] <= line.left + NEAR), default=0)
        row = max((at for at in range(rows) if grid.rows[at] >= line.middle), default=0)
        while column and not _is_between(grid.upright, grid.columns[column], line.middle):
            column -= 1
        across = (grid.columns[column] + grid.columns[column + 1]) / 2
        while row and not _is_between(grid.flat, grid.rows[row], across):
            row -= 1
        cells[row][column].append(line)
    return [row for row in cells if any(row)]


def _is_between(rules: Iterable[Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= 2 * NEAR and rule.covers(place) for rule in rules)


# ------------------------------------------------------------------ labels beside words


def _with_labels(lines: Sequence[PdfLine], column: tuple[float, float], body: float) -> list[PdfLine]:
    """The lines with words that have labels to the left of them as tables, where no lines are drawn."""
    start, edge = column
    rest: list[PdfLine] = []
    band: list[PdfLine] = []
    for line in sorted(lines, key=lambda piece: -piece.top):
        beside = line.left > edge + NEAR and not line.rows
        label = abs(line.left - start) <= NEAR and line.right <= edge + NEAR and not line.rows
        if beside or (label and section_head(line.text) is None):
            band.append(line)
        else:
            rest += _band(band, edge, body)
            rest.append(line)
            band = []
    return rest + _band(band, edge, body)


def _label_column(lines: Sequence[PdfLine]) -> tuple[float, float] | None:
    """Where labels begin and how far they go, where words are beside nearly all of them.

    In a column of text, most lines with words beside them are no labels.
    """
    known = [line for line in lines if not line.rows and _is_label(line.text)]
    for start, count in Counter(round(line.left) for line in known).most_common(3):
        if count < LABELS:
            break
        first = [line for line in lines if abs(line.left - start) <= COLUMN_INDENT and not line.rows]
        beside = [piece for piece in first if any(_is_beside(line, piece) for line in lines)]
        labels = [piece for piece in beside if _is_label(piece.text)]
        others = [piece for piece in beside if not _is_label(piece.text) and section_head(piece.text) is None]
        edge = max((label.right for label in labels), default=0.0)
        wide = [piece for piece in others if piece.right > edge + NEAR]
        right = max(line.right for line in lines)
        narrow = edge - start < right - edge
        if narrow and len(labels) >= max(LABELS, BESIDE * count) and len(wide) * 3 <= len(labels):
            return float(start), edge
    return None


def _is_beside(line: PdfLine, label: PdfLine) -> bool:
    return abs(label.middle - line.middle) < label.size and line.left > label.right


def _is_label(text: str) -> bool:
    return len(text) <= LONGEST_LABEL and bool(role_of(text.rstrip(": ")) or NUMBERED.fullmatch(text))


def _band(band: Sequence[PdfLine], edge: float, body: float) -> list[PdfLine]:
    """One table of labels; lines that are none stay as they are."""
    labels = _label_groups([line for line in band if line.right <= edge + NEAR])
    words = sorted((line for line in band if line.right > edge + NEAR), key=lambda piece: -piece.top)
    if len(labels) < 2 or not words or not any(_is_label(group[0].text) for group in labels):
        return list(band)
    bounds = [_bound(above, below, words) for above, below in pairwise(labels)]
    tops = [float("inf"), *bounds]
    bottoms = [*bounds, float("-inf")]
    cells = [
        [list(group), [line for line in words if bottom < line.middle <= top]]
        for group, top, bottom in zip(labels, tops, bottoms, strict=True)
    ]
    return [_table(band, cells, body, (edge, max(line.right for line in words)))]


def _label_groups(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    groups: list[list[PdfLine]] = []
    for line in sorted(lines, key=lambda piece: -piece.top):
        last = groups[-1][-1] if groups else None
        near = last is not None and last.middle - line.middle <= _GAP * line.size
        if near and not _is_label(line.text) and not (last and last.text.endswith(":")):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _bound(above: Sequence[PdfLine], below: Sequence[PdfLine], words: Sequence[PdfLine]) -> float:
    """The height at which the words beside one label end: at the widest gap, or right above the next label."""
    high, low = above[0].middle, below[-1].middle
    between = [line for line in words if low - below[-1].size <= line.middle <= high + above[0].size]
    gaps = [(line.bottom - other.top, (line.bottom + other.top) / 2) for line, other in pairwise(between)]
    usual = min((gap for gap, _ in gaps), default=0.0)
    widest = max(gaps, default=(0.0, 0.0))
    if widest[0] > usual + 0.25 * below[0].size:
        return widest[1]
    return below[0].top + 0.2 * below[0].size


# ------------------------------------------------------------------ rows


def _says_what_it_is(cells: Sequence[Sequence[Sequence[PdfLine]]]) -> bool:
    """Whether the first row or the first column of a table has heads that toolkits use, so that it is no layout."""
    heads = [_text(cell) for cell in cells[0]] if cells else []
    firsts = [_text(row[0]) for row in cells]
    named = sum(1 for head in heads if _is_label(head))
    told = sum(1 for first in firsts if _is_label(first) or section_head(first) is not None)
    return named >= 2 or told * 2 >= len([first for first in firsts if first]) > 0


def _text(lines: Sequence[PdfLine]) -> str:
    return " ".join(line.text for line in sorted(lines, key=lambda piece: -piece.top))


def _table(
    lines: Sequence[PdfLine], cells: Sequence[Sequence[Sequence[PdfLine]]], body: float, ends: Sequence[float]
) -> PdfLine:
    """The rows of a table in a line as large as it is; `ends` are where its columns end."""
    left, bottom = min(line.left for line in lines), min(line.bottom for line in lines)
    right, top = max(line.right for line in lines), max(line.top for line in lines)
    rows = tuple(_row(row, lines[0].page, body, ends) for row in cells)
    return PdfLine("", left, bottom, right, top, body, False, lines[0].page, (), rows)


def _row(cells: Sequence[Sequence[PdfLine]], page: int, body: float, ends: Sequence[float]) -> DocumentBlock:
    """One row; each paragraph of a cell is a line of it."""
    parts = [paragraphs(in_reading_order(cell), body, end - PADDING) for cell, end in zip(cells, ends, strict=False)]
    texts = tuple(
        "\n".join(f"\u2022 {line.text}" if line.kind == "item" else line.text for line in cell if line.text)
        for cell in parts
    )
    links = tuple(link for cell in parts for line in cell for link in line.links)
    return DocumentBlock("row", " ".join(" ".join(texts).split()), 0, links, texts, page)
