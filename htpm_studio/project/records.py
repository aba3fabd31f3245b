"""The records of photos in a table that people keep by hand: who is pictured, their consent, credit, alt text."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath

from htpm_studio.errors import Diagnostic, InputError, Problems, in_file, msg
from htpm_studio.frozen import dataclass
from htpm_studio.project.model import Consent, People, clean_text
from htpm_studio.project.table_file import read_table

COLUMNS = ("file", "who", "consent", "until", "credit", "alt")
MAX_CELL = 1_000
WHAT = "the table of photo records"

_NONE = frozenset(("", "none", "missing", "-", "n/a"))
_REFUSED = frozenset(("no", "refused", "withdrawn"))
_NOBODY = frozenset(("nobody", "nobody recognizable", "no one", "nadie", "nadie reconocible"))


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """One row: the photo's file name, its consent (None: there is none), credit and alt text.

    `refused` says that the people pictured said no: the photo may appear nowhere. `people` is "nobody" where the row
    says that nobody can be recognized, and "" elsewhere.
    """

    file: str
    consent: Consent | None = None
    credit: str = ""
    alt: str = ""
    refused: bool = False
    people: People = ""

    def belongs_to(self, name: str) -> bool:
        """Whether this is the record of a photo of that file name; letter case does not matter."""
        return self.file.casefold() == name.casefold()


def read_photo_records(csv_path: Path) -> tuple[PhotoRecord, ...]:
    """The records of a CSV file with the columns file, who, consent, until, credit and alt.

    `who` says who is pictured, or "nobody" where nobody can be recognized.
    `consent` says where the record is kept ("signed form, folder 3"); empty means that nobody asked,
    "no" that they refused.
    `until` is the last day, YYYY-MM-DD, or empty. Comma, semicolon and tab separate; UTF-8, UTF-16 and the
    Windows code page are read. Raises InputError for a file that cannot be read and Problems with all bad rows.
    """
    rows = list(read_table(csv_path, WHAT))
    if not rows:
        raise InputError(
            msg("{name} is empty.", name=csv_path.name),
            msg("Its first line must name the columns: {names}.", names=", ".join(COLUMNS)),
        )
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
            message = msg('"{file}" already has a record in line {first}.', file=record.file, first=first)
            problems.append(in_file(csv_path.name, number, message, "Keep one of them."))
        records.append(record)
    if problems:
        raise Problems(csv_path.name, problems)
    return tuple(records)


def _check_columns(name: str, line: int, columns: list[str]) -> list[Diagnostic]:
    hint = msg("The columns are: {names}.", names=", ".join(COLUMNS))
    problems = [
        in_file(name, line, msg('There is no column "{cell}".', cell=cell[:40]), hint)
        for cell in columns
        if cell and cell not in COLUMNS
    ]
    problems += [
        in_file(name, line, msg('The column "{c}" appears twice.', c=c), hint) for c in COLUMNS if columns.count(c) > 1
    ]
    if "file" not in columns:
        problems.append(in_file(name, line, 'The column "file" is missing.', hint))
    return problems


def _read_record(name: str, line: int, columns: list[str], cells: list[str], problems: list[Diagnostic]) -> PhotoRecord:
    """The record of one row; what is wrong with it is added to the problems."""
    values = {column: clean_text(cell) for column, cell in zip(columns, cells, strict=False) if column}
    if any(cell.strip() for cell in cells[len(columns) :]):
        hint = msg("Put quotation marks around text that contains the separator.")
        problems.append(in_file(name, line, "The row has more cells than columns.", hint))
    problems += [
        in_file(
            name,
            line,
            msg('"{column}" is longer than {max_cell} characters.', column=column, max_cell=f"{MAX_CELL:,}"),
            "Shorten it.",
        )
        for column, value in values.items()
        if len(value) > MAX_CELL
    ]
    file = PureWindowsPath(PurePosixPath(values.get("file", "")).name).name
    if not file:
        problems.append(in_file(name, line, "The file name is missing.", "Give the name of the photo, as in team.jpg."))
    who, record = values.get("who", ""), values.get("consent", "")
    until = _read_day(name, line, values.get("until", ""), problems)
    refused = record.lower() in _REFUSED
    nobody = who.lower() in _NOBODY
    given = not refused and record.lower() not in _NONE
    if given and not who:
        hint = msg('Say who is pictured, or "nobody".')
        problems.append(in_file(name, line, "There is a consent, but it does not say who gave it.", hint))
    consent = Consent(who, until, record) if given else None
    people: People = "nobody" if nobody else ""
    return PhotoRecord(file, consent, values.get("credit", ""), values.get("alt", ""), refused, people)


def _read_day(name: str, line: int, text: str, problems: list[Diagnostic]) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        hint = msg("Write year, month and day, as in 2027-01-31.")
        problems.append(in_file(name, line, msg('"{text}" is not a date.', text=text[:40]), hint))
        return None
    return day
