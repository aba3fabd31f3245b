"""Tables and bar charts for a place in somebody else's design, drawn in the colors of its theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from htpm_studio.compose.context import Value
from htpm_studio.export.decks.capacity import LEAST, PlaceholderCapacity
from htpm_studio.export.decks.drawn.ground import Inks
from htpm_studio.export.decks.plain_words import Grid
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.geometry import PlaceholderPlace
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.render.pptx.geometry import frame
from htpm_studio.scene.nodes import (
    Align,
    Chart,
    Color,
    Group,
    Node,
    Rectangle,
    Shape,
    Stroke,
    Tag,
    TextBlock,
    TextLine,
    TextStyle,
)
from htpm_studio.text.flow import TextSetting, flow, line_width
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.shaping import glyph_runs, shape
from htpm_studio.units import Box

USUAL = 24.0
"""The largest letters of a table, in points."""

SINGLE, PADDING, MOST_PADDING = 1.2, 0.35, 0.9
"""The pitch of lines, and the least and the most room above and below the words of a row, as shares of the letters."""

FEW, GAP, WIDER = 0.3, 10.0, 1.2
"""The part of a table below which a column takes the width of its words; the gap to the next column; how much wider
than Arial the face of a design may run."""

RULE = 0.75
LABEL_SIZES = (18.0, 16.0, 14.0)
SHORT_LABELS, LONG_LABELS = 0.2, 0.42
THICK, MOST_THICK = 0.56, 44.0
REGULAR, BOLD = "Arimo-400", "Arimo-700"
SHARE_BEFORE: Mapping[Align, float] = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class Letters:
    """What words are measured and named with: the faces of the kit, and the two fonts of the design."""

    fonts: FontBook
    design: tuple[str, str]

    def block(self, text: str, box: Box, size: float, ink: Color, face: str, tag: Tag, align: Align) -> TextBlock:
        """A text in the middle of a box, in the design's font for text."""
        leading, data = SINGLE * size, self.fonts.data(face)
        found = flow(text, box.width, TextSetting(face, size, wrap="greedy"), self.fonts)
        top = box.y + (box.height - leading * len(found.lines)) / 2
        first = top + (leading + (data.ascent - data.descent) * size) / 2
        lines: list[TextLine] = []
        for at, (words, width) in enumerate(zip(found.lines, found.widths, strict=True)):
            x = box.x + SHARE_BEFORE[align] * (box.width - width)
            runs = glyph_runs(shape(words, face, self.fonts), x, size)
            lines.append(TextLine(words, x, first + at * leading, width, runs))
        style = TextStyle("body", replace(self.fonts.face(face), family=self.design[1]), size, leading)
        placed = Box(box.x, top, box.width, leading * len(lines))
        return TextBlock("words", placed, text, style, ink, tuple(lines), box.width, align, tag)

    def height(self, text: str, width: float, size: float) -> float:
        """How high a bold text is in a width, in any face."""
        place = PlaceholderPlace("title", None, frame(Box(0, 0, width, size)), size, insets=(0, 0, 0, 0))
        room = PlaceholderCapacity(place, self.fonts, (self.design[1], self.design[1]))
        return room.height((PlaceholderText(text, bold=True),), size)

    def width(self, text: str, size: float) -> float:
        """How wide a bold text is at most on one line."""
        return line_width(text, TextSetting(BOLD, size, wrap="greedy"), self.fonts) * WIDER


# ------------------------------------------------------------------ tables


def tables(grid: Grid, box: Box, size: float, inks: Inks, letters: Letters) -> tuple[Group, ...]:
    """The table in a box, in letters that are never small; several, each with its heads, where it is longer.

    None where not even each row has room.
    """
    made = _Table(grid, box, max(LEAST, min(USUAL, size)), inks, letters)
    while made.size > LEAST and made.height(grid.rows) > box.height:
        made = _Table(grid, box, max(LEAST, made.size - 1), inks, letters)
    parts: list[list[tuple[str, ...]]] = [[]]
    for row in grid.rows:
        if parts[-1] and made.height([*parts[-1], row]) > box.height:
            parts.append([])
        parts[-1].append(row)
    if any(made.height(part) > box.height for part in parts):
        return ()
    return tuple(made.group(part) for part in parts)


class _Table:
    """A table in letters of one size."""

    def __init__(self, grid: Grid, box: Box, size: float, inks: Inks, letters: Letters) -> None:
        self.grid, self.box, self.size, self.inks, self.letters = grid, box, size, inks, letters
        self.headed = any(grid.heads)
        columns = list(zip(grid.heads, *grid.rows, strict=True))
        natural = [max(letters.width(text, size) for text in column) + 2 * GAP for column in columns]
        few = [at for at, width in enumerate(natural) if width <= FEW * box.width][: len(natural)]
        self.few = frozenset(few if len(few) < len(natural) else few[:-1])
        rest = (box.width - sum(natural[at] for at in self.few)) / (len(natural) - len(self.few))
        self.widths = [width if at in self.few else rest for at, width in enumerate(natural)]

    def height(self, rows: Sequence[tuple[str, ...]]) -> float:
        """How high it is with these rows below its heads."""
        return sum(high + 2 * PADDING * self.size for high in self._heights(rows))

    def group(self, rows: Sequence[tuple[str, ...]]) -> Group:
        """The table with these rows below its heads."""
        heights, made, y = self._heights(rows), list[Node](), self.box.y
        spare = (self.box.height - sum(heights)) / len(heights) / 2
        padding = min(MOST_PADDING * self.size, max(PADDING * self.size, spare))
        for at, (row, high) in enumerate(zip(self._all(rows), heights, strict=True)):
            place = Box(self.box.x, y, self.box.width, high + 2 * padding)
            made.append(self._row(row, place, head=self.headed and at == 0))
            y = place.bottom
        return Group(self.grid.title, replace(self.box, height=y - self.box.y), tuple(made), tag="Table")

    def _all(self, rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
        return [self.grid.heads, *rows] if self.headed else list(rows)

    def _heights(self, rows: Sequence[tuple[str, ...]]) -> list[float]:
        size, letters = self.size, self.letters
        return [
            max(letters.height(text, width - 2 * GAP, size) for text, width in zip(row, self.widths, strict=True))
            for row in self._all(rows)
        ]

    def _row(self, row: Sequence[str], box: Box, *, head: bool) -> Group:
        ground = self.inks.strong if head else self.inks.panel
        children: list[Node] = [Shape("ground", box, Rectangle(), ground)] if ground is not None else []
        if not head:
            rule = Stroke(self.inks.quiet, RULE, "butt")
            children.append(Shape("rule", replace(box, y=box.bottom, height=0.0), Rectangle(), None, rule))
        x = box.x
        for at, (text, width) in enumerate(zip(row, self.widths, strict=True)):
            children.append(self._cell(text, Box(x, box.y, width, box.height), at, head=head))
            x += width
        return Group("row", box, tuple(children), tag="TR")

    def _cell(self, text: str, box: Box, at: int, *, head: bool) -> Node:
        """The words of a cell; the first cell of a table is where that begins, so that its words are set in."""
        tag: Tag = "TH" if head else "TD"
        inner = Box(box.x + (GAP if at == 0 else 0.0), box.y, box.width - (2 if at == 0 else 1) * GAP, box.height)
        if not text:
            return Group("cell", inner, (), tag=tag)
        align: Align = "center" if at and at in self.few else "left"
        face = BOLD if head or (at == 0 and at in self.few) else REGULAR
        ink = self.inks.on_strong if head else self.inks.text
        return self.letters.block(text, inner, self.size, ink, face, tag, align)


# ------------------------------------------------------------------ charts


def chart(said: Mapping[str, Value], box: Box, inks: Inks, letters: Letters) -> Iterator[Group]:
    """The bars of what is said of a number, the longest at the right edge but for its value; below them the panel."""
    if inks.panel is not None:
        yield Group("panel", box, (Shape("panel", box, Rectangle(), inks.panel),), decorative=True)
    found = said.get("rows")
    rows = [row for row in found if isinstance(row, Mapping)] if isinstance(found, Sequence) else []
    labels, values = [str(row["label"]) for row in rows], [float(str(row["value"])) for row in rows]
    pitch, beside = box.height / len(rows), box.width * (SHORT_LABELS if said.get("short") else LONG_LABELS)
    fitting = (
        size for size in LABEL_SIZES if all(letters.height(label, beside - GAP, size) <= pitch for label in labels)
    )
    size = next(fitting, LABEL_SIZES[-1])
    longest = box.width - beside - 2 * GAP - max(letters.width(str(row["shown"]), size) for row in rows)
    thick = min(MOST_THICK, THICK * pitch)
    nodes: list[Node] = []
    for at, (row, label, value) in enumerate(zip(rows, labels, values, strict=True)):
        y, long = box.y + at * pitch, max(1.0, longest * value / max(values))
        place = Box(box.x, y, beside - GAP, pitch)
        nodes.append(letters.block(label, place, size, inks.text, REGULAR, "Lbl", "right"))
        bar = Box(box.x + beside, y + (pitch - thick) / 2, long, thick)
        color = inks.accent if row.get("color") == "accent" else inks.quiet
        nodes.append(Shape("bar", bar, Rectangle(), color))
        after = Box(bar.right + GAP, y, box.right - bar.right - GAP, pitch)
        nodes.append(letters.block(str(row["shown"]), after, size, inks.text, BOLD, "Lbl", "left"))
    title, unit, form = (str(said.get(name, "")) for name in ("title", "unit", "form"))
    data = Chart(title, unit, tuple(labels), tuple(values), form)
    yield Group("chart", box, tuple(nodes), tag="Figure", alt=str(said.get("alt", "")), chart=data)
