"""Imposition: where equal pieces lie on a sheet of paper, and what its margins say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Annotated, Literal

from htpm_studio.decoding.source import KeyPlace, nearest, short
from htpm_studio.decoding.values import within
from htpm_studio.errors import msg
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.sizes import MEASURES, PageSizes
from htpm_studio.units import Box, Size

MOST_PIECES, LONGEST = 50, 2000
SLACK = 0.01


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """Equal pieces in columns and rows on a page of paper.

    `back_y0` is where the turned backs of tents begin, `fold_y` and `cut_y` are where the whole page is folded and cut.
    """

    id: str
    page: str
    unit: Literal["in", "mm"]
    columns: Annotated[int, within(1, MOST_PIECES)]
    rows: Annotated[int, within(1, MOST_PIECES)]
    width: float
    height: float
    x0: float
    y0: float
    dx: float
    dy: float
    ruler: float
    bleed: float = 0.0
    back_y0: tuple[float, ...] = ()
    fold_y: tuple[float, ...] = ()
    cut_y: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow(SheetGrid):
    """A sheet as it is written; lengths in `unit`."""

    fits: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imposition(SheetGrid):
    """A sheet that can be laid out; lengths in points, `unit` is the one that people read."""

    size: Size = field(kw_only=True)

    @property
    def is_tent(self) -> bool:
        """Whether each piece has its back, turned, on the same side of the paper."""
        return bool(self.back_y0)

    @property
    def turned_about(self) -> Literal["", "long edge", "short edge"]:
        """The edge of the paper about which a sheet with backs is turned, so that each is behind its front."""
        if self.is_tent:
            return ""
        return "long edge" if self.size.height >= self.size.width else "short edge"

    @property
    def places(self) -> int:
        """How many pieces lie on it."""
        return self.columns * self.rows

    @property
    def spaced(self) -> bool:
        """Whether there is room between the pieces."""
        return self.dx > self.width + SLACK or self.dy > self.height + SLACK

    @property
    def block(self) -> Box:
        """The rectangle around all pieces."""
        last = self.piece(self.columns - 1, self.rows - 1)
        return Box(self.x0, self.y0, last.right - self.x0, last.bottom - self.y0)

    def piece(self, column: int, row: int) -> Box:
        """The box of one piece as seen on the front; columns and rows count from 0."""
        return Box(self.x0 + column * self.dx, self.y0 + row * self.dy, self.width, self.height)

    def back(self, column: int, row: int) -> Box:
        """The box behind the front piece of that column and row, after a flip on the long edge."""
        front = self.piece(column, row)
        return Box(self.size.width - front.right, front.y, front.width, front.height)


@dataclass(frozen=True, slots=True)
class SheetNotes:
    """What the margins of a sheet say; `{length}` in `ruler` is the length of the check ruler."""

    full_size: str
    outside: str
    inside: str
    one_sided: str
    fold: str
    tent: str
    ruler: str
    fits: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetBook:
    """Every sheet by id, and the notes by language."""

    sheets: Mapping[str, Imposition]
    notes: Mapping[str, SheetNotes]

    def notes_in(self, language: str) -> SheetNotes:
        """The notes of a language, English where there are none."""
        return self.notes.get(language, self.notes["en"])


def sheet_of(row: SheetRow, sizes: PageSizes) -> Imposition:
    """The sheet that is written so."""
    by = MEASURES[row.unit]

    def points(places: Iterable[float]) -> tuple[float, ...]:
        return tuple(place * by for place in places)

    return Imposition(
        row.id, row.page, row.unit, row.columns, row.rows, row.width * by, row.height * by, row.x0 * by, row.y0 * by,
        row.dx * by, row.dy * by, row.ruler * by, row.bleed * by, points(row.back_y0), points(row.fold_y),
        points(row.cut_y), size=sizes[row.page].size,
    )  # fmt: skip


def check_sheet(row: SheetRow, place: KeyPlace, sizes: PageSizes) -> None:
    """Report what is wrong with a sheet: its paper, counts and lengths, pieces that overlap or run off the page."""
    papers = [size.id for size in sizes if size.paper]
    place.child("id").once("sheet", row.id)
    if row.page not in papers:
        place.child("page").wrong(
            msg("{name} is not a sheet of paper.", name=short(row.page)), nearest(row.page, papers)
        )
        return
    lengths = (row.width, row.height, row.x0, row.y0, row.dx, row.dy, row.bleed, row.ruler)
    if not all(0 <= length <= LONGEST for length in (*lengths, *row.back_y0, *row.fold_y, *row.cut_y)):
        place.wrong(msg("The lengths of the sheet {name} must be from 0 to {most}.", name=row.id, most=LONGEST))
        return
    if min(row.width, row.height) <= 0:
        place.wrong(msg("The width and height of a piece on the sheet {name} must be above 0.", name=row.id))
        return
    sheet = sheet_of(row, sizes)
    if (sheet.columns > 1 and sheet.dx < sheet.width - SLACK) or (sheet.rows > 1 and sheet.dy < sheet.height - SLACK):
        place.wrong(msg("The pieces on the sheet {name} overlap.", name=row.id))
    if not Box(0, 0, sheet.size.width, sheet.size.height).contains(sheet.block, SLACK):
        place.wrong(msg("The pieces on the sheet {name} run off the page.", name=row.id))
