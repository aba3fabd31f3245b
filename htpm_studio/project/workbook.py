"""The first sheet of an .xlsx workbook as rows of text, read with bounded size and without the program it came from.

Source of the format: ECMA-376, Part 1, section 18 (SpreadsheetML).
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from htpm_studio.errors import BadInput, say
from htpm_studio.office_xml import NeverWritten, TooMuch, parse_part, read_part

MAX_PART = 20_000_000
MAX_TAGS = 1_000_000
MAX_CELLS = 200_000
MAX_COLUMNS = 200
_FAILURES = (
    zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NeverWritten, RuntimeError, NotImplementedError, ValueError,
    OSError, EOFError, struct.error, zlib.error,
)  # fmt: skip

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheet_rows(name: str, data: bytes) -> list[tuple[int, list[str]]]:
    """The rows of the first sheet that are not empty, each with its number; raises BadInput for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            words = _shared(book)
            sheet = _part(book, _first_sheet(book))
    except TooMuch as error:
        raise too_large(name) from error
    except _FAILURES as error:
        raise BadInput(
            say("{name} is damaged, or is not a workbook that can be read.", name=name),
            'Save the table as "CSV UTF-8".',
        ) from error
    return [(number, row) for number, row in _rows(name, sheet, words) if any(cell.strip() for cell in row)]


def too_large(name: str) -> BadInput:
    """The sentence for a sheet that is no list of people or files."""
    return BadInput(
        say("{name} is far too large for a list.", name=name), "Keep only the rows and columns of the list."
    )


def _part(book: zipfile.ZipFile, name: str) -> etree._Element:
    root: etree._Element = parse_part(read_part(book, name, MAX_PART, MAX_TAGS))
    return root


def _first_sheet(book: zipfile.ZipFile) -> str:
    sheet = _part(book, "xl/workbook.xml").find(f"{_MAIN}sheets/{_MAIN}sheet")
    if sheet is None:
        raise KeyError("sheet")
    for link in _part(book, "xl/_rels/workbook.xml.rels"):
        if link.get("Id") == sheet.get(_LINK):
            return posixpath.normpath(posixpath.join("/xl", str(link.get("Target")))).lstrip("/")
    raise KeyError("sheet")


def _shared(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    return [_text(item) for item in _part(book, "xl/sharedStrings.xml").findall(f"{_MAIN}si")]


def _text(item: etree._Element) -> str:
    """The words of a cell, without how they are pronounced."""
    plain = item.findall(f"{_MAIN}t") + item.findall(f"{_MAIN}r/{_MAIN}t")
    return "".join(part.text or "" for part in plain)


def _rows(name: str, sheet: etree._Element, words: list[str]) -> Iterator[tuple[int, list[str]]]:
    count = 0
    for index, row in enumerate(sheet.iterfind(f"{_MAIN}sheetData/{_MAIN}row"), 1):
        cells: list[str] = []
        for cell in row.iterfind(f"{_MAIN}c"):
            count += 1
            column = _column(cell.get("r", ""), len(cells))
            if count > MAX_CELLS or column >= MAX_COLUMNS:
                raise too_large(name)
            cells += [""] * (column + 1 - len(cells))
            cells[column] = _value(cell, words)
        number = row.get("r", "")
        yield (int(number) if number.isdigit() and len(number) < 8 else index), cells


def _column(place: str, after: int) -> int:
    letters = re.match(r"[A-Z]{1,3}", place)
    if not letters:
        return after
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: etree._Element, words: list[str]) -> str:
    kind, value = cell.get("t", "n"), cell.find(f"{_MAIN}v")
    inline = cell.find(f"{_MAIN}is")
    if kind == "inlineStr" and inline is not None:
        return _text(inline)
    text = (value.text or "") if value is not None else ""
    if kind == "s":
        return words[int(text)] if text.isdigit() and len(text) < 8 and int(text) < len(words) else ""
    return text.removesuffix(".0")
