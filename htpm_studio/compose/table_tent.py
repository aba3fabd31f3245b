"""Table tents on a page: each face and its turned back, with marks to fold and to cut, and how to put it up."""

from __future__ import annotations

from collections.abc import Iterator

from htpm_studio.compose.imposition import SAME
from htpm_studio.compose.sheet_marks import EDGE, NOTE_INSET, NOTE_LEADING, NOTE_SIZE, mark, note, ruler
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import StudioError, msg
from htpm_studio.pieces.sheet_layout import Imposition, SheetNotes
from htpm_studio.scene.nodes import Group, Node, Page, Shape
from htpm_studio.scene.walk import move
from htpm_studio.units import Box

CUT_TICK = 18.0


def stand_up(face: Page, sheet: Imposition, notes: SheetNotes, look: PageTheme, title: str) -> Page:
    """A page of tents to print on one side. A screen reader hears the notes and one face; the rest repeats it.

    Raises StudioError when the face has another size than its place.
    """
    if abs(face.size.width - sheet.width) > SAME or abs(face.size.height - sheet.height) > SAME:
        raise StudioError(
            msg("The page {name} does not have the size of a face of the sheet {id}.", name=face.name, id=sheet.id)
        )
    whole = Box(0, 0, sheet.size.width, sheet.size.height)
    nodes: list[Node] = []
    for row in range(sheet.rows):
        front = sheet.piece(0, row)
        content = tuple(move(node, front.x, front.y) for node in face.nodes)
        nodes.append(Group("front", front, content, tag="" if row else "Sect", decorative=bool(row)))
        back = Box(front.x, sheet.back_y0[row], front.width, front.height)
        turned = tuple(move(node, back.x, back.y) for node in face.nodes)
        nodes.append(Group("back", back, turned, decorative=True, turn=180.0))
    nodes.append(Group("marks", whole, tuple(_marks(sheet, look)), decorative=True))
    nodes.append(Group("notes", whole, tuple(_notes(sheet, notes, look))))
    return Page(f"{sheet.id}", title, sheet.size, face.ground, tuple(nodes), layout=f"sheet/{sheet.id}")


def _marks(sheet: Imposition, look: PageTheme) -> Iterator[Shape]:
    right = sheet.size.width - EDGE
    for y in sheet.fold_y:
        yield mark((EDGE, y), (right, y), look.color("ink-muted"), fold=True)
    for y in sheet.cut_y:
        yield mark((EDGE, y), (EDGE + CUT_TICK, y), look.color("ink"))
        yield mark((right - CUT_TICK, y), (right, y), look.color("ink"))


def _notes(sheet: Imposition, notes: SheetNotes, look: PageTheme) -> Iterator[Node]:
    """In the base below the last fold, or above and below where the page is cut."""
    last = sheet.piece(0, sheet.rows - 1).bottom
    left, half = 2 * EDGE, sheet.size.width / 2 - 2 * EDGE
    if not sheet.cut_y:
        middle, step = (last + sheet.size.height) / 2, 1.6 * NOTE_SIZE * NOTE_LEADING
        yield from note(notes.full_size, left, middle - step, 2 * half, look)
        yield from note(notes.tent, left, middle, 2 * half, look)
        yield from ruler(left + NOTE_INSET, middle + step, sheet, notes, half, look)
        return
    above, below = (EDGE + sheet.cut_y[0]) / 2, (sheet.cut_y[-1] + sheet.size.height - EDGE) / 2
    yield from note(notes.full_size, left, above, half, look)
    yield from note(notes.fold, left + half, above, half, look)
    yield from note(notes.fits.get(sheet.id, ""), left, below, half, look)
    yield from ruler(left + half + NOTE_INSET, below, sheet, notes, half, look)
