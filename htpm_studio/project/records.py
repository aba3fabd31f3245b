"""The records of photos in a table that people keep by hand: who is pictured, their consent, credit, alt text."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath

from htpm_studio.errors import BadInput, Problem, Problems
from htpm_studio.project.model import Consent, clean_text

COLUMNS = ("file", "who", "consent", "until", "credit", "alt")
MAX_BYTES = 2_000_000
MAX_ROWS = 10_000
MAX_CELL = 1_000

_NO = frozenset(("", "no", "none", "missing", "-", "n/a"))


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """One row: the photo's file name, its consent (None: there is none), credit and alt text."""

    file: str
    consent: Consent | None = None
    credit: str = ""
    alt: str = ""

    def belongs_to(self, name: str) -> bool:
        """Whether this is the record of a photo of that file name; letter case does not matter."""
        return self.file.casefold() == name.casefold()


def read_photo_records(csv_path: Path) -> tuple[PhotoRecord, ...]:
    """The records of a CSV file with the columns file, who, consent, until, credit and alt.

    `consent` tells where the record is kept ("signed form, folder 3"); empty or "no" means that there is none.
    `until` is the last day, YYYY-MM-DD, or empty. Comma, semicolon and tab separate; UTF-8, UTF-16 and the
    Windows code page are read. Raises BadInput for a file that cannot be read and Problems with all bad rows.
    """
    rows = _read_rows(csv_path)
    if not rows:
        raise BadInput(f"{csv_path.name} is empty.", f"Its first line must name the columns: {', '.join(COLUMNS)}.")
    line, head = rows[0]
    columns = [clean_text(cell).lower() for cell in head]
    problems = _check_columns(csv_path.name, line, columns)
    if problems:
        raise Problems(csv_path.name, problems)
    records: list[PhotoRecord] = []
    seen: dict[str, int] = {}
    for number, cells in rows[1:]:
        record = _read_record(csv_path.name, number, columns, cells, problems)
        first = seen.setdefault(record.file.casefold(), number)
        if record.file and first != number:
            message = f'"{record.file}" has a record already, in line {first}.'
            problems.append(Problem(csv_path.name, number, message, "Keep one of them."))
        records.append(record)
    if problems:
        raise Problems(csv_path.name, problems)
    return tuple(records)


def _read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line that it ends on."""
    name = path.name
    if path.exists() and not path.is_file():
        raise BadInput(f"{name} is not a file.", "Choose the table of photo records, saved as CSV.")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise BadInput(f"{name} is not there.", "Check the name, or whether the drive is connected.") from error
    except OSError as error:
        raise BadInput(f"{name} cannot be read.", "Check that it is a file and that you may open it.") from error
    if len(data) > MAX_BYTES:
        raise BadInput(f"{name} is larger than 2 MB.", "Choose the table of photo records, saved as CSV.")
    text = _decode(name, data)
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[int, list[str]]] = []
    try:
        rows.extend((reader.line_num, row) for row in reader if any(cell.strip() for cell in row))
    except csv.Error as error:
        raise BadInput(f"{name} is not a table: line {reader.line_num} cannot be read.", "Save it as CSV.") from error
    if len(rows) > MAX_ROWS:
        raise BadInput(f"{name} has more than {MAX_ROWS:,} rows.", "Choose the table of photo records.")
    return rows


def _decode(name: str, data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise BadInput(f"{name} is a workbook, not CSV.", 'In Excel, use "Save As" and choose "CSV UTF-8".')
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadInput(f"{name} is not a text file.", 'Save the table as "CSV UTF-8".')


def _check_columns(name: str, line: int, columns: list[str]) -> list[Problem]:
    hint = f"The columns are: {', '.join(COLUMNS)}."
    problems = [
        Problem(name, line, f'There is no column "{cell[:40]}".', hint)
        for cell in columns
        if cell and cell not in COLUMNS
    ]
    problems += [
        Problem(name, line, f'The column "{c}" is there twice.', hint) for c in COLUMNS if columns.count(c) > 1
    ]
    if "file" not in columns:
        problems.append(Problem(name, line, 'The column "file" is missing.', hint))
    return problems


def _read_record(name: str, line: int, columns: list[str], cells: list[str], problems: list[Problem]) -> PhotoRecord:
    """The record of one row; what is wrong with it is added to the problems."""
    values = {column: clean_text(cell) for column, cell in zip(columns, cells, strict=False) if column}
    if any(cell.strip() for cell in cells[len(columns) :]):
        hint = "Put quotation marks around text that contains the separator."
        problems.append(Problem(name, line, "The row has more cells than there are columns.", hint))
    problems += [
        Problem(name, line, f'"{column}" is longer than {MAX_CELL:,} characters.', "Shorten it.")
        for column, value in values.items()
        if len(value) > MAX_CELL
    ]
    file = PureWindowsPath(PurePosixPath(values.get("file", "")).name).name
    if not file:
        problems.append(Problem(name, line, "The file name is missing.", "Give the name of the photo, as in team.jpg."))
    who, record = values.get("who", ""), values.get("consent", "")
    until = _read_day(name, line, values.get("until", ""), problems)
    given = record.lower() not in _NO
    if given and not who:
        hint = 'Say who is pictured, or "nobody recognizable".'
        problems.append(Problem(name, line, "There is a consent, but not who gave it.", hint))
    consent = Consent(who, until, record) if given else None
    return PhotoRecord(file, consent, values.get("credit", ""), values.get("alt", ""))


def _read_day(name: str, line: int, text: str, problems: list[Problem]) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        hint = "Write year, month and day, as in 2027-01-31."
        problems.append(Problem(name, line, f'"{text[:40]}" is not a date.', hint))
        return None
    return day
