"""Drawings that grow as large as the texts on the same ground leave them room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from htpm_studio.compose.decorations import BAND, draw
from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import DrawingLeaf, TextLeaf
from htpm_studio.compose.motif import Dot, Mark
from htpm_studio.compose.patchwork import AS_FIT, CLOTH
from htpm_studio.compose.text_fit import Level, layout_text
from htpm_studio.text.fonts import FontBook
from htpm_studio.units import Box, Size

LARGEST, SMALLER, STEPS = 7.5, 0.96, 12
CAPITALS, DESCENDERS = 0.75, 0.24
CLEAR = 1.5
"""Units between words and the cloth or band below them."""


def grow_drawings(root: Placed, level: Level, fonts: FontBook) -> Placed:
    """The page with each drawing that has to keep `clear` of texts at the largest pitch at which it does.

    A cloth or a band that replaces art of another family is below the texts of its box.
    It is never larger than `pitch-max`, and never smaller than `pitch-min`, whatever is in its way.
    """
    if not any(_growing(placed) for placed in root.walk()):
        return root
    return _grown(root, tuple(_lines(root, level, fonts, root)), tuple(_lines(root, level, fonts)))


def _growing(placed: Placed) -> bool:
    leaf = placed.frame.leaf
    return isinstance(leaf, DrawingLeaf) and ("clear" in leaf.numbers or _filling(leaf))


def _filling(leaf: DrawingLeaf) -> bool:
    return leaf.recipe in (CLOTH, BAND) and leaf.numbers.get("columns") == AS_FIT


def _grown(placed: Placed, lines: tuple[Box, ...], every: tuple[Box, ...]) -> Placed:
    if _growing(placed) and isinstance(leaf := placed.frame.leaf, DrawingLeaf):
        done = _below(leaf, placed.box, every) if _filling(leaf) else _largest(leaf, placed.box, lines)
        return replace(placed, frame=replace(placed.frame, leaf=done))
    return replace(placed, children=tuple(_grown(child, lines, every) for child in placed.children))


def _below(leaf: DrawingLeaf, box: Box, lines: tuple[Box, ...]) -> DrawingLeaf:
    """The cloth or band below the last text that is in its box: no words are on it."""
    clear = CLEAR * leaf.unit
    met = [line for line in lines if line.x < box.right and line.right > box.x and line.bottom + clear > box.y]
    ends = [line.bottom + clear - box.y for line in met if line.y < box.bottom]
    return replace(leaf, numbers={**leaf.numbers, "y": max(ends, default=0.0)})


def _largest(leaf: DrawingLeaf, box: Box, lines: tuple[Box, ...]) -> DrawingLeaf:
    most, clear = leaf.numbers.get("pitch-max", LARGEST), leaf.numbers["clear"] * leaf.unit
    least = leaf.numbers.get("pitch-min", most / 2)
    sizes = (most * SMALLER**step for step in range(100))
    trial = leaf
    for pitch in (*(size for size in sizes if size > least), least):
        trial = replace(leaf, numbers={**leaf.numbers, "pitch-max": pitch})
        marks = draw(trial, Size(box.width, box.height))
        if not any(_near(mark, line.moved(-box.x, -box.y), clear) for mark in marks for line in lines):
            break
    return trial


def _lines(placed: Placed, level: Level, fonts: FontBook, root: Placed | None = None) -> Iterator[Box]:
    """The boxes of the letters of each line; with a root, those on an opaque ground of their own are left out."""
    if root is not None and placed is not root and placed.frame.decor.fill is not None:
        return
    leaf, box = placed.frame.leaf, placed.box
    if isinstance(leaf, TextLeaf):
        done, data = layout_text(leaf, box.width + 0.02, level, fonts), fonts.data(leaf.face)
        leading = leaf.leading * done.size
        first = box.y + (leading - (data.ascent + data.descent) * done.size) / 2 + data.ascent * done.size
        for index, width in enumerate(done.flow.widths):
            aside = {"left": 0.0, "center": (box.width - width) / 2, "right": box.width - width}[leaf.align]
            top = first + index * leading - CAPITALS * done.size
            yield Box(box.x + aside, top, width, (CAPITALS + DESCENDERS) * done.size)
    for child in placed.children:
        yield from _lines(child, level, fonts, root)


def _near(mark: Mark, line: Box, clear: float) -> bool:
    if isinstance(mark, Dot):
        return _reaches(line, (mark.x, mark.y), (mark.x, mark.y), mark.radius + clear)
    reach, here = mark.width / 2 + clear, (0.0, 0.0)
    for step in (segment for segment in mark.segments if segment.points):
        corners = list(zip(step.points[0::2], step.points[1::2], strict=True))
        for there in _along(here, corners) if step.op != "M" else ():
            if _reaches(line, here, there, reach):
                return True
            here = there
        here = corners[-1]
    return False


def _along(start: tuple[float, float], corners: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """The end of a straight line, or points along a cubic curve."""
    if len(corners) == 1:
        yield corners[0]
        return
    (x0, y0), ((x1, y1), (x2, y2), (x3, y3)) = start, corners
    for part in range(1, STEPS + 1):
        t, u = part / STEPS, 1 - part / STEPS
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def _reaches(line: Box, a: tuple[float, float], b: tuple[float, float], reach: float) -> bool:
    return (
        min(a[0], b[0]) - reach < line.right
        and max(a[0], b[0]) + reach > line.x
        and min(a[1], b[1]) - reach < line.bottom
        and max(a[1], b[1]) + reach > line.y
    )
