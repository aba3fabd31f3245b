"""Tables that people keep by hand, as CSV or workbook: any usual separator and encoding, bounded in size."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from htpm_studio.chosen_file import read_chosen
from htpm_studio.errors import BadInput, say
from htpm_studio.office_xml import OLD_OFFICE
from htpm_studio.project.workbook import sheet_rows

MAX_BYTES = 2_000_000
MAX_ROWS = 10_000
_SAVE_AS = 'In Excel, use "Save As" and choose "CSV UTF-8".'

Rows = list[tuple[int, list[str]]]


def read_table(path: Path, what: str, *, workbooks: bool = False) -> Rows:
    """The rows that are not empty, each with the line that it ends on; `what` is what the file should be.

    Comma, semicolon and tab separate; UTF-8, UTF-16 and the Windows code page are read,
    and with `workbooks` the first sheet of an .xlsx file. Raises BadInput for a file
    that is missing, too large or no table.
    """
    name = path.name
    choose = say("Choose {what}, saved as CSV.", what=what)
    data = read_chosen(path, MAX_BYTES, choose, choose)
    if workbooks and data.startswith(b"PK\x03\x04"):
        return sheet_rows(name, data)
    if data.startswith(OLD_OFFICE):
        raise BadInput(
            say("{name} is locked with a password, or is a workbook in the old format (.xls).", name=name), _SAVE_AS
        )
    return rows_of(name, _decode(name, data), what)


def rows_of(name: str, text: str, what: str) -> Rows:
    """As `read_table`, for text that was read or pasted."""
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: Rows = []
    try:
        rows.extend((reader.line_num, row) for row in reader if any(cell.strip() for cell in row))
    except csv.Error as error:
        raise BadInput(
            say("{name} is not a table: line {line_num} cannot be read.", name=name, line_num=reader.line_num),
            "Save it as CSV.",
        ) from error
    if len(rows) > MAX_ROWS:
        raise BadInput(
            say("{name} has more than {max_rows} rows.", name=name, max_rows=f"{MAX_ROWS:,}"),
            say("Choose {what}.", what=what),
        )
    return rows


def _decode(name: str, data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        raise BadInput(say("{name} is a workbook, not CSV.", name=name), _SAVE_AS)
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadInput(say("{name} is not a text file.", name=name), 'Save the table as "CSV UTF-8".')
