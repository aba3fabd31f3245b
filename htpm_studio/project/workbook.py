"""The first sheet of an .xlsx workbook as rows of text, read row by row and without the program it came from.

Source of the format: ECMA-376, Part 1, section 18 (SpreadsheetML).
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import IO, BinaryIO

from lxml import etree

from htpm_studio.errors import InputError, msg
from htpm_studio.files.input_file import ZIP_FAILURES
from htpm_studio.files.office_xml import NeverWrittenError, TooMuchError, parse_part, read_part

MAX_PART, MAX_HEAD = 200_000_000, 2_000_000
MAX_TAGS = 100_000
"""The most tags between two rows: their tree takes a hundred times the room of its text."""
MAX_LETTERS = 50_000_000
MAX_CELLS = 1_000_000
MAX_COLUMNS = 200
_FAILURES = (*ZIP_FAILURES, KeyError, etree.XMLSyntaxError, NeverWrittenError)

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheet_rows(name: str, file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet, each with its number; raises InputError for anything else."""
    try:
        with zipfile.ZipFile(file) as book:
            words = _shared(book)
            with book.open(_first_sheet(book)) as sheet:
                yield from _rows(name, sheet, words)
    except TooMuchError as error:
        raise too_large(name) from error
    except _FAILURES as error:
        raise InputError(
            msg("{name} is damaged, or is not a workbook that can be read.", name=name),
            'Save the table as "CSV UTF-8".',
        ) from error


class _Bounded:
    """A member of a zip that ends in TooMuch where it, or what was read of it since the last row, is too much."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._left, self.tags = file, MAX_PART, 0

    def read(self, size: int) -> bytes:
        """The next bytes."""
        data = self._file.read(size)
        self._left -= len(data)
        self.tags += data.count(b"<")
        if self._left < 0 or self.tags > MAX_TAGS:
            raise TooMuchError
        return data


def _elements(file: IO[bytes], tag: str) -> Iterator[etree._Element]:
    """Each element of a name, in turn, which is gone when the next one comes."""
    source = _Bounded(file)
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    for _event, element in etree.iterparse(source, tag=f"{_MAIN}{tag}", **options):
        if element.getroottree().docinfo.doctype:
            raise NeverWrittenError
        source.tags = 0
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def too_large(name: str) -> InputError:
    """The sentence for a sheet that is no list of people or files."""
    return InputError(msg("{name} is too large for a list.", name=name), "Keep only the rows and columns of the list.")


def _part(book: zipfile.ZipFile, name: str) -> etree._Element:
    root: etree._Element = parse_part(read_part(book, name, MAX_HEAD, MAX_TAGS))
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
    words: list[str] = []
    letters = 0
    with book.open("xl/sharedStrings.xml") as file:
        for item in _elements(file, "si"):
            words.append(_text(item))
            letters += len(words[-1])
            if len(words) > MAX_CELLS or letters > MAX_LETTERS:
                raise TooMuchError
    return words


def _text(item: etree._Element) -> str:
    """The words of a cell, without how they are pronounced."""
    plain = item.findall(f"{_MAIN}t") + item.findall(f"{_MAIN}r/{_MAIN}t")
    return "".join(part.text or "" for part in plain)


def _rows(name: str, sheet: IO[bytes], words: list[str]) -> Iterator[tuple[int, list[str]]]:
    count = 0
    for index, row in enumerate(_elements(sheet, "row"), 1):
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
