"""Tables that people keep by hand, as CSV or workbook: any usual separator and encoding, bounded, read row by row."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from htpm_studio.errors import InputError, msg
from htpm_studio.files.input_file import open_bounded
from htpm_studio.files.office_xml import OLD_OFFICE
from htpm_studio.project.workbook import MAX_COLUMNS, sheet_rows, too_large

MAX_BYTES = 64_000_000
MAX_ROWS = 100_000
MAX_CELLS = 4_000_000
SEPARATORS = ",;\t|"
TRIED = 20
"""How many lines below the first tell which separator it is."""
CHUNK = 1 << 18
END = "\0end"
"""A mark after the last line: a cell that includes it was never closed."""
_SAVE_AS = 'In Excel, use "Save As" and choose "CSV UTF-8".'

Rows = Iterator[tuple[int, list[str]]]


def read_table(path: Path, what: str, *, workbooks: bool = False) -> Rows:
    """The rows that are not empty, each with the line that it ends on; `what` is what the file should be.

    Comma, semicolon, tab and pipe separate, or what a first line `sep=;` names; UTF-8, UTF-16 and the Windows code page
    are read, and with `workbooks` the first sheet of an .xlsx file. Raises InputError for a file that is missing, too
    large or no table, some of it only at the row in question.
    """
    name, choose = path.name, msg("Choose {what}, saved as CSV.", what=what)
    with open_bounded(path, MAX_BYTES, choose, choose) as file:
        if workbooks and file.read(4) == b"PK\x03\x04":
            yield from _bounded(name, sheet_rows(name, file), what)
            return
        encoding = _encoding(name, file)
        file.seek(0)
        with io.TextIOWrapper(file, encoding=encoding, newline="") as lines:
            yield from _bounded(name, _rows(name, lines), what)


def rows_of(name: str, text: str, what: str) -> Rows:
    """As `read_table`, for text that was pasted."""
    return _bounded(name, _rows(name, io.StringIO(text, newline="")), what)


def _bounded(name: str, rows: Rows, what: str) -> Rows:
    count = cells = 0
    for number, row in rows:
        cells += len(row)
        if len(row) > MAX_COLUMNS or cells > MAX_CELLS:
            raise too_large(name)
        if any(cell.strip() for cell in row):
            count += 1
            if count > MAX_ROWS:
                raise InputError(
                    msg("{name} has more than {max_rows} rows.", name=name, max_rows=f"{MAX_ROWS:,}"),
                    msg("Choose {what}.", what=what),
                )
            yield number, row


def _rows(name: str, lines: Iterable[str]) -> Rows:
    every = iter(lines)
    head = next(every, "")
    named = head.strip().removeprefix('"').removesuffix('"')
    before = last = 0
    if named.lower().startswith("sep=") and len(named) == len("sep=,"):
        separator, before = named[-1], 1
    else:
        first = [head, *islice(every, TRIED)]
        separator = _separator(first)
        every = chain(first, every)
    reader = csv.reader(chain(every, ("\n", END)), delimiter=separator)
    try:
        for row in reader:
            if row == [END]:
                return
            if row and row[-1].endswith(END):
                raise InputError(
                    msg('{name} has a quotation mark (") that nothing closes.', name=name),
                    msg("Check line {first}, where the row begins.", first=last + 1),
                )
            last = reader.line_num + before
            yield last, row
    except csv.Error as error:
        raise InputError(
            msg("{name} is not a table: line {line_num} cannot be read.", name=name, line_num=reader.line_num + before),
            "Save it as CSV.",
        ) from error


def _separator(lines: Sequence[str]) -> str:
    """What is in the first line and in most of the others, outside of quotation marks; a comma where nothing is."""
    plain = [re.sub(r'"[^"]*"?', "", line) for line in lines]
    found = [sign for sign in SEPARATORS if sign in plain[0]]
    return max(found, key=lambda sign: (sum(sign in line for line in plain), plain[0].count(sign)), default=",")


def _encoding(name: str, file: BinaryIO) -> str:
    """The first encoding in which the whole file is text."""
    file.seek(0)
    head = file.read(4)
    if head == b"PK\x03\x04":
        raise InputError(msg("{name} is a workbook, not CSV.", name=name), _SAVE_AS)
    if head == OLD_OFFICE:
        raise InputError(
            msg("{name} is locked with a password, or is a workbook in the old format (.xls).", name=name), _SAVE_AS
        )
    for encoding in _encodings(head):
        if _is_text(file, encoding):
            return encoding
    raise InputError(msg("{name} is not a text file.", name=name), 'Save the table as "CSV UTF-8".')


def _encodings(head: bytes) -> tuple[str, ...]:
    """Those that a file which begins so may have; without a mark, UTF-16 shows in the zero beside the first letter."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16",)
    if head[:2].count(0) == 1:
        return ("utf-16-be",) if head[0] == 0 else ("utf-16-le",)
    return ("utf-8-sig", "cp1252")


def _is_text(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while data := file.read(CHUNK):
            if "\0" in decoder.decode(data):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
