"""Imposition: cards on a page, printed on one side or on both, with cut marks and a check ruler."""

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
"""The most columns with ticks between the notes, and the longest ticks, in points, of sheets with more columns."""
SAME = 0.1 * POINTS_PER_MM  # how far a card may differ from its place

Side = Literal["outside", "inside"]


@dataclass(frozen=True, slots=True)
class SheetCard:
    """A card in one language, each side a page of its own; one that is printed on one side has no inside."""

    language: str
    outside: Page
    inside: Page | None = None


def impose(
    cards: Sequence[SheetCard], sheet: Imposition, notes: SheetNotes, look: PageTheme, title: str, *, once: bool = False
) -> tuple[Page, ...]:
    """The front of a sheet with the cards, one language a column in turn, and its back where they have insides.

    With `once`, each card lies in one place, row by row, and the places that are left stay empty. The insides are
    mirrored so that they lie behind.

    A screen reader hears the margin notes and then each language once: the first card of a language is a
    section, its repeats are decoration, and so are cut marks and rulers. The ground runs `sheet.bleed`
    points past the block of cards; ticks and notes stay outside of it and a quarter inch from the page edge. Cards that
    leave no room for notes above and below have short ticks upon them where they are cut.

    Raises StudioError when there is no card or a card has another size than its place.
    """
    if not cards:
        raise StudioError("A card sheet needs at least one card.")
    for card in cards:
        for page in (card.outside, card.inside or card.outside):
            if abs(page.size.width - sheet.width) > SAME or abs(page.size.height - sheet.height) > SAME:
                raise StudioError(
                    msg(
                        "The card {name} does not have the size of a card of the sheet {id}.",
                        name=page.name,
                        id=sheet.id,
                    )
                )
    backs = [(card.language, card.inside) for card in cards if card.inside is not None]
    fronts, label = [(card.language, card.outside) for card in cards], notes.outside if backs else notes.one_sided
    front = _side("outside", label, fronts, sheet, notes, look, title, once=once)
    return (front, _side("inside", notes.inside, backs, sheet, notes, look, title, once=once)) if backs else (front,)


def _side(
    side: Side, label: str, faces: Sequence[tuple[str, Page]], sheet: Imposition, notes: SheetNotes, look: PageTheme,
    title: str, *, once: bool,
) -> Page:  # fmt: skip
    color = look.color("ink")
    block = sheet.block if side == "outside" else _mirrored(sheet.block, sheet)
    places = tuple(_places(side, len(faces), sheet, once=once))
    # The ground runs past the block, or past each piece where there is room between them or places stay empty.
    bleeds = (box for box, _ in places) if sheet.spaced or once else (block,)
    nodes: list[Node] = [
        *(Shape("bleed", box.grown(sheet.bleed), Rectangle(), fill=faces[0][1].ground) for box in bleeds),
    ]
    placed = _cards(side, faces, places)
    if _has_margins(sheet, block):
        whole = Box(0, 0, sheet.size.width, sheet.size.height)
        nodes.append(Group("notes", whole, tuple(_notes(label, block, sheet, notes, look))))
        nodes.append(Group("cut marks", block.grown(EDGE), tuple(_marks(sheet, block, color)), decorative=True))
        nodes.extend(placed)
    else:
        nodes.extend(placed)
        nodes.append(Group("cut marks", block, tuple(_ticks_upon(sheet, block, color)), decorative=True))
    name = f"{sheet.id}-{side}"
    return Page(name, f"{title}: {label}", sheet.size, Color("#FFFFFF"), tuple(nodes), layout=f"sheet/{sheet.id}")


def _places(side: Side, count: int, sheet: Imposition, *, once: bool) -> Iterator[tuple[Box, int]]:
    """Row by row, each place with the number of its card."""
    for row in range(sheet.rows):
        for column in range(sheet.columns):
            index = row * sheet.columns + column if once else column % count
            if index < count:
                yield sheet.piece(column, row) if side == "outside" else sheet.back(column, row), index


def _cards(side: Side, faces: Sequence[tuple[str, Page]], places: Sequence[tuple[Box, int]]) -> Iterator[Group]:
    """Row by row; within a row as the eye meets them on this side."""
    seen: set[int] = set()
    for box, index in sorted(places, key=lambda place: (place[0].y, place[0].x)):
        language, page = faces[index]
        nodes = tuple(move(node, box.x, box.y) for node in page.nodes)
        name = f"{side} {language}"
        if index in seen:
            yield Group(name, box, nodes, decorative=True)
        else:
            yield Group(name, box, nodes, tag="Sect")
        seen.add(index)


def _mirrored(box: Box, sheet: Imposition) -> Box:
    return Box(sheet.size.width - box.right, box.y, box.width, box.height)


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
