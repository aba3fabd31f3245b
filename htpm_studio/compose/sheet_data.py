"""Reading the sheet data: where cards lie on a printed page, and what its margins say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from htpm_studio.compose.canvas import CANVASES
from htpm_studio.errors import Problems, in_file, say
from htpm_studio.units import POINTS_PER_INCH, POINTS_PER_MM, Box, Size

SCHEMA = 1
MAX_BYTES = 100_000
MOST_PIECES = 50
SLACK = 0.01
UNITS: Mapping[str, float] = {"in": POINTS_PER_INCH, "mm": POINTS_PER_MM}

_LENGTHS = ("width", "height", "x0", "y0", "dx", "dy", "bleed", "ruler")
_PLACES = ("back_y0", "fold_y", "cut_y")
_COUNTS = ("columns", "rows")
_WORDS = ("id", "page", "unit")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with equal pieces in columns and rows; lengths in points, `unit` is the one that people read.

    `back_y0` is where the turned backs of tents begin, `fold_y` and `cut_y` are where the whole page is folded and cut.
    """

    id: str
    page: str
    unit: str
    columns: int
    rows: int
    width: float
    height: float
    x0: float
    y0: float
    dx: float
    dy: float
    bleed: float
    ruler: float
    back_y0: tuple[float, ...] = ()
    fold_y: tuple[float, ...] = ()
    cut_y: tuple[float, ...] = ()

    @property
    def one_sided(self) -> bool:
        """Whether the backs lie on the same side of the paper, turned, as those of a tent do."""
        return bool(self.back_y0)

    @property
    def spaced(self) -> bool:
        """Whether there is room between the pieces."""
        return self.dx > self.width + SLACK or self.dy > self.height + SLACK

    @property
    def size(self) -> Size:
        """The size of the page."""
        return CANVASES[self.page].size

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
    fold: str
    tent: str
    ruler: str
    fits: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetBook:
    """Every sheet by id, and the notes by language."""

    sheets: Mapping[str, Sheet]
    notes: Mapping[str, SheetNotes]

    def notes_in(self, language: str) -> SheetNotes:
        """The notes of a language, English where there are none."""
        return self.notes.get(language, self.notes["en"])


def read_sheets(path: Path) -> SheetBook:
    """Read the sheet data; raises Problems with every mistake in it."""
    try:
        data = path.read_bytes()
        if len(data) > MAX_BYTES:
            raise Problems(
                "The sheet data",
                [in_file(path.name, 0, say("It is larger than {most} kB.", most=MAX_BYTES // 1000))],
            )
        raw = tomllib.loads(data.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problems(
            "The sheet data", [in_file(path.name, 0, say("It cannot be read: {error}.", error=error))]
        ) from error
    messages = list(_complaints(raw))
    if messages:
        raise Problems("The sheet data", [in_file(path.name, 0, message) for message in messages])
    sheets = {item["id"]: _sheet(item) for item in raw["sheet"]}
    return SheetBook(sheets, {language: SheetNotes(**note) for language, note in raw["note"].items()})


def _sheet(item: Mapping[str, Any]) -> Sheet:
    scale = UNITS[item["unit"]]
    plain = {key: value * scale if key in _LENGTHS else value for key, value in item.items()}
    return Sheet(**plain | {key: tuple(place * scale for place in item.get(key, ())) for key in _PLACES})


# ------------------------------------------------------------------ checks


def _complaints(raw: Mapping[str, Any]) -> Iterator[str]:
    yield from _keys("The file", raw, {"schema", "sheet", "note"})
    if raw.get("schema") != SCHEMA:
        yield f"schema must be {SCHEMA}."
    sheets, notes = raw.get("sheet"), raw.get("note")
    if not isinstance(sheets, list) or not all(isinstance(item, dict) for item in sheets):
        yield "sheet must be a list of tables."
        sheets = []
    seen: set[object] = set()
    for number, item in enumerate(sheets, 1):
        name = f"Sheet {item['id']}" if isinstance(item.get("id"), str) else f"Sheet number {number}"
        if item.get("id") in seen:
            yield f"{name} appears twice."
        seen.add(item.get("id") if isinstance(item.get("id"), str) else number)
        wrong = list(_sheet_complaints(name, item))
        yield from wrong or _geometry_complaints(name, _sheet(item))
    if not isinstance(notes, dict) or not all(isinstance(note, dict) for note in notes.values()):
        yield "note must hold one table a language."
        return
    if "en" not in notes:
        yield "note.en is missing."
    for language, note in notes.items():
        yield from _note_complaints(f"note.{language}", note, seen)


def _keys(
    where: str, table: Mapping[str, Any], wanted: set[str], optional: frozenset[str] = frozenset()
) -> Iterator[str]:
    for key in sorted(wanted - optional - set(table)):
        yield f"{where} lacks {key}."
    for key in sorted(set(table) - wanted):
        yield f"{where} has {key}, which means nothing here."


def _sheet_complaints(name: str, item: Mapping[str, Any]) -> Iterator[str]:
    yield from _keys(name, item, {field.name for field in fields(Sheet)}, frozenset(_PLACES))
    for key in _PLACES:
        places = item.get(key, [])
        if not isinstance(places, list) or not all(_is_length(place) for place in places):
            yield f"{name}: {key} must be a list of lengths of 0 to 2000."
    for key in _LENGTHS:
        value = item.get(key, 0)
        if not _is_length(value):
            yield f"{name}: {key} must be a length of 0 to 2000."
    for key in _COUNTS:
        value = item.get(key, 1)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_PIECES:
            yield f"{name}: {key} must be a whole number from 1 to {MOST_PIECES}."
    for key in _WORDS:
        if not isinstance(item.get(key, ""), str):
            yield f"{name}: {key} must be text."
    if item.get("page") not in ("letter", "a4"):
        yield f'{name}: page must be "letter" or "a4".'
    if item.get("unit") not in ("in", "mm"):
        yield f'{name}: unit must be "in" or "mm".'


def _is_length(value: object) -> bool:
    return not isinstance(value, bool) and isinstance(value, int | float) and 0 <= value <= 2000


def _geometry_complaints(name: str, sheet: Sheet) -> Iterator[str]:
    if min(sheet.width, sheet.height) <= 0:
        yield f"{name}: width and height must be above 0."
    if (sheet.columns > 1 and sheet.dx < sheet.width - SLACK) or (sheet.rows > 1 and sheet.dy < sheet.height - SLACK):
        yield f"{name}: the pieces overlap."
    page = Box(0, 0, sheet.size.width, sheet.size.height)
    if not page.contains(sheet.block, SLACK):
        yield f"{name}: the pieces run off the page."


def _note_complaints(name: str, note: Mapping[str, Any], sheets: set[object]) -> Iterator[str]:
    yield from _keys(name, note, {field.name for field in fields(SheetNotes)})
    fits = note.get("fits", {})
    texts = {key: value for key, value in note.items() if key != "fits"}
    if isinstance(fits, dict):
        texts |= {f"fits.{key}": value for key, value in fits.items()}
        for key in sorted(set(fits) - sheets):
            yield f"{name}.fits: there is no sheet {key}."
    else:
        yield f"{name}.fits must be a table."
    for key, value in texts.items():
        if not isinstance(value, str):
            yield f"{name}: {key} must be text."
