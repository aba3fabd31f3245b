"""What the words of a foreign layout lie on, and which of its colors can be read there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from htpm_studio.export.decks.drawn.layouts import (
    MISSING,
    OUTLINED,
    FixedWords,
    drawn_layout,
    place_box,
    place_shapes,
)
from htpm_studio.export.decks.drawn.paints import Paints
from htpm_studio.export.decks.drawn.text_look import SHARE_ABOVE, TextLook, look_of_place
from htpm_studio.frozen import dataclass
from htpm_studio.project.oklch import contrast
from htpm_studio.render.pptx.deck_template.geometry import TITLES, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, TemplateLayout
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Color, Node, Page, Shape
from htpm_studio.units import EMU_PER_POINT, Box, Size

WIDTH = 160
"""Pixels of the small picture that is looked at."""

SEEN, READABLE, CLEAR = 2.5, 3.0, 4.5
"""The contrast below which words are hidden, and, by WCAG 2.2, the least of what is no text and of all letters."""

MOST, CELLS = 0.8, (6, 4)
"""The part of the ground on which words must be readable; of that of a table or chart, in each of so many cells."""

TITLE_LINES = 2.2
NAMES = ("tx1", "bg1", "tx2", "bg2", *(f"accent{number}" for number in range(1, 7)))
INK, PAPER = Color("#000000"), Color("#FFFFFF")
STEPS, LATER = 40, 8
"""In how many steps one color becomes another, and how many more of them are taken for a better color of words."""

Colors = Mapping[str, int]
"""How often each color is in a part of the ground."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colors of a table or chart where it lies: of its words, of what stands out, and of lines.

    `strong` is what stands out as the ground of words in `on_strong`. `panel` is painted below all of it where the
    ground is too busy for any color.
    """

    text: Color
    accent: Color
    strong: Color
    on_strong: Color
    quiet: Color
    panel: Color | None = None


class Ground:
    """What is below the placeholders of a layout, looked at in a small picture."""

    def __init__(self, deck_template: DeckTemplate, layout: TemplateLayout) -> None:
        self._deck, self._layout = deck_template, layout
        drawing = drawn_layout(deck_template, layout)
        parts = tuple(part for part in drawing.parts if not isinstance(part, FixedWords))
        self._missing = [part.box for part in parts if isinstance(part, Shape) and part.name == MISSING]
        # Whether an outline that is not known is filled is not known either: what can be read on one of both is right.
        filled = tuple(map(_filled, parts))
        self._ways = [parts] if filled == parts else [parts, filled]
        self._color = drawing.ground
        self._pictures: dict[tuple[Node, ...], list[Any]] = {}
        self._seen: dict[tuple[EmuFrame, tuple[Node, ...]], list[Colors]] = {}
        paints = Paints(deck_template, layout.member)
        known = ((name, paints.themed(name)) for name in NAMES)
        self.colors = {name: Color(color.hex, name) for name, color in known if color is not None}

    def look(self, place: PlaceholderPlace) -> TextLook:
        """How the design sets the words in a place."""
        return look_of_place(self._deck, self._layout, place, self._shapes(place))

    def is_readable(self, place: PlaceholderPlace) -> bool:
        """Whether words in a place can be read in the color that the design has for them."""
        ink = self.look(place).color
        return any(_share(ink, colors, SEEN) >= MOST for colors in self._below_words(place))

    def instead(self, place: PlaceholderPlace) -> Color:
        """The color of the theme, or else black or white, in which words can be read best in a place."""
        return self._best(self._below_words(place)[0])

    def can_be_read(self, place: PlaceholderPlace) -> bool:
        """Whether words in a place can be read in any color."""
        colors = self._below_words(place)[0]
        return self.is_readable(place) or _share(self._best(colors), colors, CLEAR) >= MOST

    def inks(self, frame: EmuFrame, words: PlaceholderPlace, least: float = READABLE) -> Inks:
        """The colors of something that lies there, its words as those in a place where they have that contrast."""
        own, colors = self.look(words).color, self._below(frame)[0]
        every = [self._below(cell)[0] for cell in _cells(frame)]
        text = next((color for color in self.colors.values() if color.hex == own.hex), own)
        if not _is_on_all(text, every, least):
            text = self._best(colors)
        panel = None
        if not _is_on_all(text, every, least):
            panel = self.colors.get("bg1", PAPER)
            colors = {panel.hex: 1}
            every, text = [colors], self._best(colors)
        accents = (self.colors[name] for name in NAMES if name.startswith("accent") and name in self.colors)
        accent = next((color for color in accents if _is_on_all(color, every, READABLE)), text)
        ground = max(colors, key=lambda color: (colors[color], color), default=PAPER.hex)
        faint = (mixed for mixed in _mixed(Color(ground, text.role), text) if _is_on_all(mixed, every, READABLE))
        return Inks(text, accent, *self._strong(accent), next(faint, text), panel)

    def _strong(self, accent: Color) -> tuple[Color, Color]:
        """A color near an accent on which words can be read, and the color of these: best that of the ground."""
        paper, ink = self.colors.get("bg1", PAPER), self.colors.get("tx1", INK)
        ways = ((paper, ink), (ink, paper), (PAPER, INK), (INK, PAPER))
        found = (
            (at + LATER * way, mixed, near)
            for way, (near, far) in enumerate(ways)
            for at, mixed in enumerate(_mixed(accent, far))
            if contrast(near.hex, mixed.hex) >= CLEAR
        )
        return min(found, key=lambda one: one[0])[1:]

    def lettered(self, place: PlaceholderPlace) -> EmuFrame:
        """The part of a place that its letters take: a title has one line or two, on the side where it is anchored."""
        frame = place.frame
        if place.kind not in TITLES:
            return frame
        high = min(frame.height, round(TITLE_LINES * place.size * EMU_PER_POINT))
        top = SHARE_ABOVE[self.look(place).anchor] * (frame.height - high)
        return replace(frame, y=frame.y + round(top), height=high)

    # ---------------------------------------------------------------- looking

    def _shapes(self, place: PlaceholderPlace) -> tuple[object, object]:
        return place_shapes(self._deck, self._layout, place)

    def _best(self, colors: Colors) -> Color:
        """The first color of the theme that is clear on most of these, else whichever is on the most."""
        known = [*self.colors.values(), INK, PAPER]
        shares = [(_share(color, colors, CLEAR), _share(color, colors, READABLE)) for color in known]
        clear = (color for color, (share, _) in zip(known, shares, strict=True) if share >= MOST)
        return next(clear, known[shares.index(max(shares))])

    def _below_words(self, place: PlaceholderPlace) -> list[Colors]:
        if (lit := self.look(place).highlight) is not None:
            return [{lit.hex: 1}]
        around = place_box(self._deck, self._layout, self._shapes(place), _box(place.frame))
        return self._below(self.lettered(place), tuple(around))

    def _below(self, frame: EmuFrame, around: tuple[Node, ...] = ()) -> list[Colors]:
        """The colors below a frame, in each way to see the ground; none where a part of it cannot be shown here."""
        if (frame, around) not in self._seen:
            self._seen[frame, around] = [{}] if self._is_missing(frame) else list(self._looked(frame, around))
        return self._seen[frame, around]

    def _is_missing(self, frame: EmuFrame) -> bool:
        box = _box(frame)
        return any(_common(box, gone) > (1 - MOST) * box.width * box.height for gone in self._missing)

    def _looked(self, frame: EmuFrame, around: tuple[Node, ...]) -> Iterator[Colors]:
        wide, high = (side / EMU_PER_POINT for side in self._deck.size)
        by, box = WIDTH / wide, _box(frame)
        if around not in self._pictures:
            pages = (Page("ground", "", Size(wide, high), self._color, (*parts, *around)) for parts in self._ways)
            self._pictures[around] = [render_page(page, by) for page in pages]
        for image in self._pictures[around]:
            edges = (box.x * by, box.y * by, box.right * by, box.bottom * by)
            left, top = (max(0, min(round(edge), side - 1)) for edge, side in zip(edges[:2], image.size, strict=True))
            right, bottom = (min(round(edge), side) for edge, side in zip(edges[2:], image.size, strict=True))
            part = image.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
            # Shades that look alike are one.
            data = part.point([value & 0xF8 | value >> 5 for value in range(256)] * 3).tobytes()
            shades = Counter(zip(data[::3], data[1::3], data[2::3], strict=True))
            yield {"#{:02X}{:02X}{:02X}".format(*shade): count for shade, count in shades.items()}


def ground_of(deck_template: DeckTemplate, layout: TemplateLayout) -> Ground:
    """The ground of a layout, looked at once for each file."""
    key = (deck_template.digest, layout.member)
    if key not in _GROUNDS:
        if len(_GROUNDS) >= MOST_GROUNDS:
            _GROUNDS.clear()
        _GROUNDS[key] = Ground(deck_template, layout)
    return _GROUNDS[key]


_GROUNDS: dict[tuple[str, str], Ground] = {}
MOST_GROUNDS = 200


def _filled(node: Node) -> Node:
    """A shape whose inside is not known as it is where it is filled."""
    if isinstance(node, Shape) and node.name == OUTLINED and isinstance(node.fill, Color):
        return replace(node, fill=replace(node.fill, alpha=1.0))
    return node


def _share(ink: Color, colors: Colors, least: float) -> float:
    """On which part of a ground an ink has that contrast; on all of one that is not known."""
    every = sum(colors.values())
    return sum(count for color, count in colors.items() if contrast(ink.hex, color) >= least) / every if every else 1.0


def _is_on_all(ink: Color, grounds: Iterable[Colors], least: float) -> bool:
    return all(_share(ink, colors, least) >= MOST for colors in grounds)


def _cells(frame: EmuFrame) -> Iterator[EmuFrame]:
    """The parts of a frame, side by side and below each other."""
    wide, high = frame.width // CELLS[0], frame.height // CELLS[1]
    for column, row in product(*map(range, CELLS)):
        yield EmuFrame(frame.x + column * wide, frame.y + row * high, wide, high)


def _mixed(color: Color, other: Color) -> Iterator[Color]:
    """A color with more and more of another one in it, to that one."""
    for step in range(STEPS + 1):
        parts = (round(a + (b - a) * step / STEPS) for a, b in zip(color.rgb, other.rgb, strict=True))
        yield Color("#" + "".join(f"{part:02X}" for part in parts), color.role)


def _box(frame: EmuFrame) -> Box:
    return Box(*(value / EMU_PER_POINT for value in (frame.x, frame.y, frame.width, frame.height)))


def _common(one: Box, other: Box) -> float:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, wide) * max(0.0, high)
