"""Imposition: cards in several languages on a page for duplex printing, with cut marks and a check ruler."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from htpm_studio.compose.sheet_marks import EDGE, NOTE_INSET, mark, note, ruler
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import StudioError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.sheet_layout import Imposition, SheetNotes
from htpm_studio.scene.nodes import Color, Group, Node, Page, Rectangle, Shape
from htpm_studio.scene.walk import move
from htpm_studio.units import POINTS_PER_MM, Box

TICK_GAP, SHORT_TICK = 1.5, 9.0
BESIDE_NOTES, LONGEST_TICK = 2, 36.0
"""Up to so many columns the ticks are between the notes; of more they are short, so that they do not cross them."""
SAME = 0.1 * POINTS_PER_MM  # how far a card may differ from its place

Side = Literal["outside", "inside"]


@dataclass(frozen=True, slots=True)
class TwoSidedCard:
    """The two sides of one card in one language, each a page of its own."""

    language: str
    outside: Page
    inside: Page


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A sheet for printing on both sides: page 1 outside, page 2 inside, to be flipped on the long edge."""

    front: Page
    back: Page


def impose(
    cards: Sequence[TwoSidedCard], sheet: Imposition, notes: SheetNotes, look: PageTheme, title: str
) -> CardSheet:
    """Fill a sheet with the cards, one language a column in turn, the insides mirrored so that they lie behind.

    A screen reader hears the margin notes and then each language once: the first card of a language is a
    section, its repeats are decoration, and so are cut marks and rulers. The ground runs `sheet.bleed`
    points past the block of cards; ticks and notes stay outside of it and a quarter inch from the page edge. Cards that
    leave no room for notes above and below have short ticks upon them where they are cut.

    Raises StudioError when there is no card or a card has another size than its place.
    """
    if not cards:
        raise StudioError("A card sheet needs at least one card.")
    for card in cards:
        for page in (card.outside, card.inside):
            if abs(page.size.width - sheet.width) > SAME or abs(page.size.height - sheet.height) > SAME:
                raise StudioError(
                    msg(
                        "The card {name} does not have the size of a card of the sheet {id}.",
                        name=page.name,
                        id=sheet.id,
                    )
                )
    front = _side("outside", cards, sheet, notes, look, title)
    return CardSheet(front, _side("inside", cards, sheet, notes, look, title))


def _side(
    side: Side, cards: Sequence[TwoSidedCard], sheet: Imposition, notes: SheetNotes, look: PageTheme, title: str
) -> Page:
    label = notes.outside if side == "outside" else notes.inside
    color = look.color("ink")
    block = sheet.block if side == "outside" else _mirrored(sheet.block, sheet)
    pages = [card.outside if side == "outside" else card.inside for card in cards]
    nodes: list[Node] = [
        *(Shape("bleed", box, Rectangle(), fill=pages[0].ground) for box in _bleeds(side, block, sheet)),
    ]
    placed = _cards(side, cards, pages, sheet)
    if _has_margins(sheet, block):
        whole = Box(0, 0, sheet.size.width, sheet.size.height)
        nodes.append(Group("notes", whole, tuple(_notes(label, block, sheet, notes, look))))
        nodes.append(Group("cut marks", _grown(block, EDGE), tuple(_marks(sheet, block, color)), decorative=True))
        nodes.extend(placed)
    else:
        nodes.extend(placed)
        nodes.append(Group("cut marks", block, tuple(_ticks_upon(sheet, block, color)), decorative=True))
    name = f"{sheet.id}-{side}"
    return Page(name, f"{title}: {label}", sheet.size, Color("#FFFFFF"), tuple(nodes), layout=f"sheet/{sheet.id}")


def _cards(side: Side, cards: Sequence[TwoSidedCard], pages: Sequence[Page], sheet: Imposition) -> Iterator[Group]:
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


def _bleeds(side: Side, block: Box, sheet: Imposition) -> Iterator[Box]:
    """The ground runs past the block, or past each piece where there is room between them."""
    if not sheet.spaced:
        yield _grown(block, sheet.bleed)
        return
    for row in range(sheet.rows):
        for column in range(sheet.columns):
            box = sheet.piece(column, row) if side == "outside" else sheet.back(column, row)
            yield _grown(box, sheet.bleed)


def _mirrored(box: Box, sheet: Imposition) -> Box:
    return Box(sheet.size.width - box.right, box.y, box.width, box.height)


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


# ------------------------------------------------------------------ margins


def _marks(sheet: Imposition, block: Box, color: Color) -> Iterator[Shape]:
    yield from _ticks(sheet, block, color)
    yield from _folds(sheet, block, color)


def _has_margins(sheet: Imposition, block: Box) -> bool:
    """Whether a printer reaches above and below the pieces and their bleed."""
    return min(block.y, sheet.size.height - block.bottom) - sheet.bleed - TICK_GAP > EDGE


def _ticks_upon(sheet: Imposition, block: Box, color: Color) -> Iterator[Shape]:
    """A short tick at both ends of each cut and fold inside a sheet that its pieces fill, where a printer reaches."""
    right, bottom = sheet.size.width - EDGE, sheet.size.height - EDGE
    for x in _cuts(block.x, sheet.columns, sheet.dx, sheet.width):
        if EDGE < x < right:
            yield mark((x, EDGE), (x, EDGE + SHORT_TICK), color)
            yield mark((x, bottom - SHORT_TICK), (x, bottom), color)
    cuts = [y for y in _cuts(block.y, sheet.rows, sheet.dy, sheet.height) if EDGE < y < bottom]
    for y, fold in (*((y, False) for y in cuts), *((y, True) for y in sheet.fold_y)):
        yield mark((EDGE, y), (EDGE + SHORT_TICK, y), color, fold=fold)
        yield mark((right - SHORT_TICK, y), (right, y), color, fold=fold)


def _ticks(sheet: Imposition, block: Box, color: Color) -> Iterator[Shape]:
    """A tick at each end of each cut, clear of the bleed; none at the sides where the block leaves no room for it."""
    gap = sheet.bleed + TICK_GAP
    top, bottom = EDGE, sheet.size.height - EDGE
    if sheet.columns > BESIDE_NOTES:
        top, bottom = max(top, block.y - gap - LONGEST_TICK), min(bottom, block.bottom + gap + LONGEST_TICK)
    for x in _cuts(block.x, sheet.columns, sheet.dx, sheet.width):
        yield mark((x, top), (x, block.y - gap), color)
        yield mark((x, block.bottom + gap), (x, bottom), color)
    if block.x - gap <= EDGE:
        return
    for y in _cuts(block.y, sheet.rows, sheet.dy, sheet.height):
        yield mark((EDGE, y), (block.x - gap, y), color)
        yield mark((block.right + gap, y), (sheet.size.width - EDGE, y), color)


def _folds(sheet: Imposition, block: Box, color: Color) -> Iterator[Shape]:
    """A dashed mark on both sides at each fold."""
    gap = sheet.bleed + TICK_GAP
    for y in sheet.fold_y:
        yield mark((EDGE, y), (block.x - gap, y), color, fold=True)
        yield mark((block.right + gap, y), (sheet.size.width - EDGE, y), color, fold=True)


def _cuts(start: float, count: int, step: float, length: float) -> list[float]:
    """Both edges of each piece, once where pieces touch."""
    cuts: list[float] = []
    for edge in sorted(start + index * step + end for index in range(count) for end in (0.0, length)):
        if not cuts or edge - cuts[-1] > SAME:
            cuts.append(edge)
    return cuts


def _notes(label: str, block: Box, sheet: Imposition, notes: SheetNotes, look: PageTheme) -> Iterator[Node]:
    """Above the cards how to print and which side this is, below them what the sheet fits and the check ruler.

    Each has half of the columns for itself.
    """
    half = max(1, sheet.columns // 2)
    first, second = block.x, block.x + (sheet.columns - half) * sheet.dx
    room = (half - 1) * sheet.dx + sheet.width
    gap = sheet.bleed + TICK_GAP
    above = (EDGE + block.y - gap) / 2
    below = (block.bottom + gap + sheet.size.height - EDGE) / 2
    yield from note(notes.full_size, first, above, room, look)
    yield from note(label, second, above, room, look)
    yield from note(notes.fits.get(sheet.id, ""), first, below, room, look)
    yield from ruler(second + NOTE_INSET, below, sheet, notes, room, look)
