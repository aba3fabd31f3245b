"""The position of a caret in a text of a page, the letter at a point, and the area that a selection covers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from htpm_studio.frozen import dataclass
from htpm_studio.scene.graphemes import graphemes
from htpm_studio.scene.nodes import GlyphRun, Group, Link, Node, TextBlock, TextLine
from htpm_studio.units import Box

ABOVE, BELOW = 0.78, 0.22
"""How far a caret reaches above and below the baseline, as shares of the size."""

REACH = (1.0, 0.35, 2.0)
"""How far from its letters a line is still hit: above and below, as shares of the size, and beside, in points."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A rotation of a group about its middle, in degrees clockwise."""

    degrees: float
    x: float
    y: float

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as a point of the group."""
        turn = -math.radians(self.degrees)
        across, down = x - self.x, y - self.y
        return (
            self.x + across * math.cos(turn) - down * math.sin(turn),
            self.y + across * math.sin(turn) + down * math.cos(turn),
        )


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of a page with the rotations around it, outermost first. What follows is in the text's own points."""

    block: TextBlock
    turns: tuple[Turn, ...] = ()

    def own(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as a point of the text."""
        for turn in self.turns:
            x, y = turn.back(x, y)
        return x, y


def placed_texts(nodes: Iterable[Node], turns: tuple[Turn, ...] = ()) -> Iterator[PlacedText]:
    """The texts of a page in reading order."""
    for node in nodes:
        if isinstance(node, TextBlock):
            yield PlacedText(node, turns)
        elif isinstance(node, Group | Link):
            box, turn = node.box, node.turn if isinstance(node, Group) else 0.0
            more = (Turn(turn, box.x + box.width / 2, box.y + box.height / 2),) if turn else ()
            yield from placed_texts(node.children, (*turns, *more))


@dataclass(frozen=True, slots=True)
class Cell:
    """What a reader sees as one letter: from `start` to `end` in its text, between `left` and `right` on the page."""

    start: int
    end: int
    left: float
    right: float
    right_to_left: bool

    @property
    def before(self) -> float:
        """Where a caret stands before it."""
        return self.right if self.right_to_left else self.left

    @property
    def after(self) -> float:
        """Where a caret stands after it."""
        return self.left if self.right_to_left else self.right


def cells(line: TextLine) -> tuple[Cell, ...]:
    """The letters of a line in reading order; what no font has takes no room."""
    spots = _spots(line)
    found: list[Cell] = []
    start, last, backward = 0, line.x, bool(line.runs) and line.runs[0].right_to_left
    if backward:
        last = line.x + line.width
    for grapheme in graphemes(line.text):
        end = start + len(grapheme)
        seen = [spots[index] for index in range(start, end) if index in spots]
        if seen:
            left, right, backward = min(one[0] for one in seen), max(one[1] for one in seen), seen[0][2]
        else:  # Nothing is drawn for it, or it is a part of what was drawn before it.
            left = right = last
        found.append(Cell(line.start + start, line.start + end, left, right, backward))
        start, last = end, found[-1].after
    return tuple(_shared(found))


def _spots(line: TextLine) -> dict[int, tuple[float, float, bool]]:
    """The room of each cluster of glyphs, by the first of its letters in the line."""
    spots: dict[int, tuple[float, float, bool]] = {}
    at = 0
    for run in line.runs:
        places = []
        for letter in run.text:
            at = max(at, line.text.find(letter, at))
            places.append(at)
            at += 1
        for index, left, right in _clusters(run):
            spots[places[index]] = left, right, run.right_to_left
    return spots


def _clusters(run: GlyphRun) -> Iterator[tuple[int, float, float]]:
    lefts: dict[int, float] = {}
    for cluster, offset in zip(run.clusters, run.offsets, strict=True):
        lefts[cluster] = min(offset, lefts.get(cluster, offset))
    order = sorted(lefts, key=lambda cluster: (lefts[cluster], -cluster if run.right_to_left else cluster))
    rights = [*(lefts[one] for one in order[1:]), run.width]
    for cluster, right in zip(order, rights, strict=True):
        yield cluster, run.x + lefts[cluster], run.x + max(right, lefts[cluster])


def _shared(found: Sequence[Cell]) -> Iterator[Cell]:
    """Letters that share a glyph, as lam and alef do, have equal parts of it."""
    at = 0
    while at < len(found):
        stop = at + 1
        while stop < len(found) and found[stop].left == found[stop].right and found[at].right > found[at].left:
            stop += 1
        wide = (found[at].right - found[at].left) / (stop - at)
        for place, one in enumerate(found[at:stop]):
            step = stop - at - 1 - place if one.right_to_left else place
            left = found[at].left + step * wide
            yield Cell(one.start, one.end, left, left + wide, one.right_to_left)
        at = stop


def line_of(block: TextBlock, index: int) -> int:
    """The line that a place of the text is on; one between two lines is at the start of the second."""
    return max((number for number, line in enumerate(block.lines) if line.start <= index), default=0)


def caret(block: TextBlock, index: int) -> Box:
    """The stroke of a caret before the letter `index` of a text; its width is 0."""
    size = block.style.size
    if not block.lines:
        return Box(block.box.x, block.box.y, 0.0, size)
    line = block.lines[line_of(block, index)]
    row = cells(line)
    here = next((cell.before for cell in row if index < cell.end), row[-1].after if row else line.x)
    return Box(here, line.baseline - ABOVE * size, 0.0, (ABOVE + BELOW) * size)


def index_at(block: TextBlock, x: float, y: float) -> int:
    """The place in a text that is nearest to a point."""
    if not block.lines:
        return 0
    middle = (ABOVE - BELOW) / 2 * block.style.size
    line = min(block.lines, key=lambda one: abs(one.baseline - middle - y))
    row = cells(line)
    if not row:
        return line.start
    cell = min(row, key=lambda one: max(one.left - x, x - one.right, 0.0))
    index = cell.end if (x > (cell.left + cell.right) / 2) != cell.right_to_left else cell.start
    return min(index, line_end(block, line.start, start=False))


def step_line(block: TextBlock, index: int, by: int, x: float) -> int:
    """The place a line further up or down that is nearest to `x`; the start or end of the text beyond its lines."""
    number = line_of(block, index) + by
    if not 0 <= number < len(block.lines):
        return 0 if by < 0 else len(block.text)
    return index_at(block, x, block.lines[number].baseline)


def line_end(block: TextBlock, index: int, *, start: bool) -> int:
    """Where the line begins or ends that a place is on."""
    if not block.lines:
        return 0
    number = line_of(block, index)
    line = block.lines[number]
    if start:
        return line.start
    # Where a word was cut, the place after its last letter here is the start of the next line.
    end = line.start + len(line.text)
    cut = number + 1 < len(block.lines) and block.lines[number + 1].start == end
    return end - 1 if cut and line.text else end


def covered(block: TextBlock, start: int, end: int) -> tuple[Box, ...]:
    """The boxes behind the letters from `start` to `end`, joined where they touch."""
    size = block.style.size
    found: list[Box] = []
    for line in block.lines:
        top = line.baseline - ABOVE * size
        for left, right in sorted((one.left, one.right) for one in cells(line) if start <= one.start < end):
            last = found[-1] if found else None
            if last is not None and last.y == top and left <= last.right + 0.5:
                found[-1] = Box(last.x, top, max(last.right, right) - last.x, last.height)
            else:
                found.append(Box(left, top, right - left, (ABOVE + BELOW) * size))
    return tuple(found)


def text_at(found: Iterable[PlacedText], x: float, y: float) -> PlacedText | None:
    """The text whose lines are at a point of the page, else the smallest whose box is there."""
    inside: list[PlacedText] = []
    for one in found:
        block, (across, down) = one.block, one.own(x, y)
        size, (above, below, beside) = block.style.size, REACH
        for line in block.lines:
            left, right = line.x - beside, line.x + line.width + beside
            if left <= across <= right and line.baseline - above * size <= down <= line.baseline + below * size:
                return one
        if block.box.x <= across <= block.box.right and block.box.y <= down <= block.box.bottom:
            inside.append(one)
    return min(inside, key=lambda one: one.block.box.width * one.block.box.height, default=None)


def shown_at(block: TextBlock, path: str, at: int) -> int:
    """The letter of a text that the letter `at` of a field is; the end of what is shown of it where it has none."""
    mine = [one for one in block.written if one.path == path]
    for one in mine:
        if at < one.at + one.end - one.start:
            return one.start + max(0, at - one.at)
    return mine[-1].end if mine else 0


def field_at(block: TextBlock, index: int) -> tuple[str, int] | None:
    """The field and the place in it of a letter of a text; the nearest one for words of the template itself."""
    near = min(block.written, key=lambda one: max(one.start - index, index - one.end, 0), default=None)
    if near is None:
        return None
    one = next((part for part in block.written if part.start == index and part.path == near.path), near)
    return one.path, one.at + min(max(index - one.start, 0), one.end - one.start)
