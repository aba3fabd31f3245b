"""Imposition: cards in several languages on a page for duplex printing, with cut marks and a check ruler."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from htpm_studio.compose.boxes import Placed
from htpm_studio.compose.canvas import CANVASES
from htpm_studio.compose.fit import Level
from htpm_studio.compose.frames import Frame, Layout, TextLeaf
from htpm_studio.compose.look import Look
from htpm_studio.compose.paint import Painter
from htpm_studio.compose.sheet_data import Sheet, SheetNotes
from htpm_studio.errors import StudioError
from htpm_studio.scene.nodes import Color, Group, Node, Page, Path, Rectangle, Segment, Shape, Stroke
from htpm_studio.scene.walk import move
from htpm_studio.text.flow import Setting, line_width
from htpm_studio.units import POINTS_PER_INCH, POINTS_PER_MM, Box

EDGE = 0.25 * POINTS_PER_INCH  # what home and office printers leave white
TICK_GAP = 1.5
TICK_WIDTH = 0.5
NOTE_SIZE, NOTE_LEADING, NOTE_INSET = 8.0, 1.2, 6.0
RULER_WIDTH, RULER_FOOT = 0.75, 5.0
SAME = 0.1 * POINTS_PER_MM  # how far a card may differ from its place

Side = Literal["outside", "inside"]


@dataclass(frozen=True, slots=True)
class Card:
    """The two sides of one card in one language, each a page of its own."""

    language: str
    outside: Page
    inside: Page


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A sheet for printing on both sides: page 1 outside, page 2 inside, to be flipped on the long edge."""

    front: Page
    back: Page


def impose(cards: Sequence[Card], sheet: Sheet, notes: SheetNotes, look: Look, title: str) -> CardSheet:
    """Fill a sheet with the cards, one language a column in turn, the insides mirrored so that they lie behind.

    A screen reader hears the margin notes and then each language once: the first card of a language is a
    section, its repeats are decoration, and so are cut marks and rulers. The ground runs `sheet.bleed`
    points past the block of cards; ticks and notes stay outside of it and a quarter inch from the page edge.

    Raises StudioError when there is no card or a card has another size than its place.
    """
    if not cards:
        raise StudioError("A card sheet needs at least one card.")
    for card in cards:
        for page in (card.outside, card.inside):
            if abs(page.size.width - sheet.width) > SAME or abs(page.size.height - sheet.height) > SAME:
                raise StudioError(f"The card {page.name} does not have the size of a card of the sheet {sheet.id}.")
    front = _side("outside", cards, sheet, notes, look, title)
    return CardSheet(front, _side("inside", cards, sheet, notes, look, title))


def _side(side: Side, cards: Sequence[Card], sheet: Sheet, notes: SheetNotes, look: Look, title: str) -> Page:
    label = notes.outside if side == "outside" else notes.inside
    block = sheet.block if side == "outside" else _mirrored(sheet.block, sheet)
    pages = [card.outside if side == "outside" else card.inside for card in cards]
    nodes: list[Node] = [
        Shape("bleed", _grown(block, sheet.bleed), Rectangle(), fill=pages[0].ground),
        Group("notes", Box(0, 0, sheet.size.width, sheet.size.height), tuple(_notes(label, block, sheet, notes, look))),
        Group("cut marks", _grown(block, EDGE), tuple(_ticks(sheet, block, look.color("ink"))), decorative=True),
        *_cards(side, cards, pages, sheet),
    ]
    name = f"{sheet.id}-{side}"
    return Page(name, f"{title}: {label}", sheet.size, Color("#FFFFFF"), tuple(nodes), layout=f"sheet/{sheet.id}")


def _cards(side: Side, cards: Sequence[Card], pages: Sequence[Page], sheet: Sheet) -> Iterator[Group]:
    """Row by row; within a row as the eye meets them on this side."""
    seen: set[int] = set()
    for row in range(sheet.rows):
        places = [
            (sheet.piece(column, row) if side == "outside" else sheet.back(column, row), column % len(cards))
            for column in range(sheet.columns)
        ]
        for box, index in sorted(places, key=lambda place: place[0].x):
            nodes = tuple(move(node, box.x, box.y) for node in pages[index].nodes)
            name = f"{side} {cards[index].language}"
            if index in seen:
                yield Group(name, box, nodes, decorative=True)
            else:
                yield Group(name, box, nodes, tag="Sect")
            seen.add(index)


def _mirrored(box: Box, sheet: Sheet) -> Box:
    return Box(sheet.size.width - box.right, box.y, box.width, box.height)


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


# ------------------------------------------------------------------ margins


def _ticks(sheet: Sheet, block: Box, color: Color) -> Iterator[Shape]:
    """A tick at each end of each cut, clear of the bleed."""
    gap = sheet.bleed + TICK_GAP
    for x in _cuts(block.x, sheet.columns, sheet.dx, sheet.width):
        yield _line((x, EDGE), (x, block.y - gap), color)
        yield _line((x, block.bottom + gap), (x, sheet.size.height - EDGE), color)
    for y in _cuts(block.y, sheet.rows, sheet.dy, sheet.height):
        yield _line((EDGE, y), (block.x - gap, y), color)
        yield _line((block.right + gap, y), (sheet.size.width - EDGE, y), color)


def _cuts(start: float, count: int, step: float, length: float) -> list[float]:
    """Both edges of each piece, once where pieces touch."""
    cuts: list[float] = []
    for edge in sorted(start + index * step + end for index in range(count) for end in (0.0, length)):
        if not cuts or edge - cuts[-1] > SAME:
            cuts.append(edge)
    return cuts


def _line(start: tuple[float, float], end: tuple[float, float], color: Color, width: float = TICK_WIDTH) -> Shape:
    box = Box(min(start[0], end[0]), min(start[1], end[1]), abs(end[0] - start[0]), abs(end[1] - start[1]))
    path = Path((Segment("M", start), Segment("L", end)))
    return Shape("line", box, path, stroke=Stroke(color, width, "butt"))


def _notes(label: str, block: Box, sheet: Sheet, notes: SheetNotes, look: Look) -> Iterator[Node]:
    """Above the cards how to print and which side this is, below them what the sheet fits and the check ruler."""
    half = block.width / 2
    gap = sheet.bleed + TICK_GAP
    above = (EDGE + block.y - gap) / 2
    below = (block.bottom + gap + sheet.size.height - EDGE) / 2
    yield from _note(notes.full_size, block.x, above, half, look)
    yield from _note(label, block.x + half, above, half, look)
    yield from _note(notes.fits.get(sheet.id, ""), block.x, below, half, look)
    yield from _ruler(block.x + half + NOTE_INSET, below, sheet, notes, half, look)


def _note(text: str, x: float, middle: float, room: float, look: Look) -> list[Node]:
    """One line beside the ticks, centred on the height `middle`; raises StudioError when it is wider than its room."""
    if not text:
        return []
    style = look.styles.style("page", "micro")
    units = CANVASES["letter"].unit
    setting = Setting(style.face, NOTE_SIZE, style.tracking * NOTE_SIZE, "none")
    width = line_width(text, setting, look.fonts)
    if width > room - 2 * NOTE_INSET:
        raise StudioError(f'The note "{text}" is too long for the margin of a card sheet.', "Make it shorter.")
    height = NOTE_SIZE * NOTE_LEADING
    leaf = TextLeaf(
        text=text, style=replace(style, size=NOTE_SIZE / units), face=style.face, size=NOTE_SIZE, leading=NOTE_LEADING,
        min_scale=1.0, color=look.color("ink"), max_lines=1, align="left", wrap="none", tag="P", field="",
    )  # fmt: skip
    box = Box(x + NOTE_INSET, middle - height / 2, width + 0.1, height)
    return Painter(look, Level()).paint(Placed(Frame(Layout(), leaf=leaf), box))


def _ruler(x: float, middle: float, sheet: Sheet, notes: SheetNotes, room: float, look: Look) -> Iterator[Node]:
    color, end, foot = look.color("ink"), x + sheet.ruler, RULER_FOOT / 2
    lines = (
        _line((x, middle), (end, middle), color, RULER_WIDTH),
        _line((x, middle - foot), (x, middle + foot), color, RULER_WIDTH),
        _line((end, middle - foot), (end, middle + foot), color, RULER_WIDTH),
    )
    points = POINTS_PER_INCH if sheet.unit == "in" else POINTS_PER_MM
    text = notes.ruler.replace("{length}", f"{sheet.ruler / points:g}\u00a0{sheet.unit}")
    label = _note(text, end, middle, room - sheet.ruler - NOTE_INSET, look)
    box = Box(x, middle - foot, room - NOTE_INSET, RULER_FOOT)
    yield Group("ruler", box, (*lines, *label), decorative=True)
