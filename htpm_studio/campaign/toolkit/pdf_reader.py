"""A PDF as blocks: letters with their places become lines, lines become columns and paragraphs."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from htpm_studio.campaign.toolkit.blocks import DocumentLink, Source, source, tidy, too_long
from htpm_studio.campaign.toolkit.pdf_lines import (
    PdfLine,
    body_size,
    has_table,
    in_reading_order,
    paragraphs,
    without_margins,
)
from htpm_studio.campaign.toolkit.text_reader import unstyled
from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.jobs import JobContext
from htpm_studio.worker_process import Tell

MAX_PAGES = 400
MAX_LETTERS = 600_000
MAX_PAGE_LETTERS = 60_000
MAX_LINKS = 2_000
LEAST_LETTERS = 40
BOLD = 600
TABLES = msg("The PDF has tables, whose cells cannot be told apart for certain. Use the Word file if there is one.")
_BREAKS = "\r\n"


_Box = tuple[float, float, float, float, str]


@dataclass(frozen=True, slots=True)
class _Letter:
    char: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool


def read_sent(name: str, data: bytes, _context: JobContext, _tell: Tell) -> Source:
    """As `read_pdf`, in a process of its own."""
    return read_pdf(name, data)


def read_pdf(name: str, data: bytes) -> Source:
    """The blocks of a PDF; raises InputError for one that is damaged, locked, too long, or a scan."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        hint = "Ask for the Word file."
        if "password" in str(error).lower():
            raise InputError(msg("{name} is locked with a password.", name=name), hint) from error
        raise InputError(msg("{name} is damaged, or is not a PDF.", name=name), hint) from error
    try:
        if len(document) > MAX_PAGES:
            raise InputError(
                msg("{name} has {count} pages.", name=name, count=len(document)),
                msg("The limit for a toolkit is {most}. Choose a part of the document.", most=MAX_PAGES),
            )
        pages, letters = [], 0
        for number in range(len(document)):
            found = _page(document, number)
            letters += len(found.letters)
            if letters > MAX_LETTERS or len(found.letters) > MAX_PAGE_LETTERS:
                raise too_long(name)
            pages.append(found.lines(number + 1))
    except pdfium.PdfiumError as error:
        raise InputError(msg("{name} is damaged.", name=name), "Ask for the Word file.") from error
    finally:
        document.close()
    if letters < LEAST_LETTERS * max(1, len(pages) // 4):
        raise InputError(msg("{name} contains pictures of pages, not text.", name=name), "Ask for the Word file.")
    kept, margins = without_margins(pages)
    ordered = [line for lines in kept for line in in_reading_order(lines)]
    read = source(name, [*unstyled(paragraphs(ordered, body_size(ordered))), *margins])
    return replace(read, notes=(TABLES,)) if any(map(has_table, kept)) else read


@dataclass(frozen=True, slots=True)
class _Page:
    """The letters of a page in the order of the file, None where a line ends, and the boxes of its links."""

    letters: list[_Letter | None]
    links: list[_Box]

    def lines(self, number: int) -> list[PdfLine]:
        """The letters put together."""
        return [line for run in _runs(self.letters) if (line := _line(run, number, self.links)) is not None]


def _page(document: Any, number: int) -> _Page:
    page = document[number]
    text = page.get_textpage()
    try:
        return _Page(list(_letters(text.raw)), _links(document, page))
    finally:
        text.close()
        page.close()


def _letters(text: Any) -> Iterator[_Letter | None]:
    """The letters of a page and the ends of its lines, one more than may be at most."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(min(raw.FPDFText_CountChars(text), MAX_PAGE_LETTERS + 1)):
        code = raw.FPDFText_GetUnicode(text, index)
        char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if char in _BREAKS or not char:
            yield None
            continue
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        size = raw.FPDFText_GetFontSize(text, index)
        bold = raw.FPDFText_GetFontWeight(text, index) >= BOLD or _heavy(text, index)
        char = "-" if code == 2 else char  # how PDFium tells a hyphen at the end of a line
        yield _Letter(char, left.value, bottom.value, right.value, top.value, _height(text, index, size), bold)


def _heavy(text: Any, index: int) -> bool:
    """Whether the name of the font says that it is bold."""
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, len(name), flags)
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))


def _height(text: Any, index: int, size: float) -> float:
    """The size of a letter as it is seen: the font's size times the scale of its matrix."""
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text, index, matrix):
        return float(size * (matrix.b**2 + matrix.d**2) ** 0.5) or float(size)
    return float(size)


def _runs(letters: list[_Letter | None]) -> Iterator[list[_Letter]]:
    """Letters that are side by side: a new run where the line ends, jumps, or leaves a gap as wide as a gutter."""
    run: list[_Letter] = []
    for letter in [*letters, None]:
        if letter is None or (run and _apart(run, letter)):
            if run:
                yield run
            run = []
        if letter is not None:
            run.append(letter)


def _apart(run: list[_Letter], letter: _Letter) -> bool:
    seen = next((one for one in reversed(run) if not one.char.isspace()), None)
    if seen is None or letter.char.isspace():
        return False
    jump = abs((letter.bottom + letter.top) / 2 - (seen.bottom + seen.top) / 2) > 0.9 * max(seen.size, letter.size)
    return jump or letter.left < seen.left - seen.size or letter.left - seen.right > 1.6 * max(seen.size, 1.0)


def _line(run: list[_Letter], page: int, links: list[_Box]) -> PdfLine | None:
    seen = [letter for letter in run if not letter.char.isspace()]
    if not seen:
        return None
    words = "".join(letter.char for letter in run).strip()
    soft = words.endswith("\u00ad")
    text = tidy(words.replace("\u00ad", "")) + ("\u00ad" if soft else "")
    size = max(seen, key=lambda letter: sum(one.size == letter.size for one in seen[:40])).size
    return PdfLine(
        text,
        min(letter.left for letter in seen),
        min(letter.bottom for letter in seen),
        max(letter.right for letter in seen),
        max(letter.top for letter in seen),
        size,
        sum(letter.bold for letter in seen) * 2 > len(seen),
        page,
        tuple(link for box in links if (link := _link(run, box)).text),
    )


def _link(run: list[_Letter], box: _Box) -> DocumentLink:
    """The words of a line that lie in the box of a link."""
    left, bottom, right, top, target = box
    inside = [
        letter.char
        for letter in run
        if left - 1 <= (letter.left + letter.right) / 2 <= right + 1
        and bottom - 1 <= (letter.bottom + letter.top) / 2 <= top + 1
    ]
    return DocumentLink(tidy("".join(inside).replace("\u00ad", "")), target)


def _links(document: Any, page: Any) -> list[_Box]:
    """The boxes and the addresses of the links of a page."""
    found = []
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(MAX_LINKS):
        if not raw.FPDFLink_Enumerate(page.raw, place, link):
            break
        action = raw.FPDFLink_GetAction(link)
        box = raw.FS_RECTF()
        if not action or not raw.FPDFLink_GetAnnotRect(link, box):
            continue
        length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0)
        if 1 < length <= 2_000:
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(document.raw, action, buffer, length)
            found.append((box.left, box.bottom, box.right, box.top, buffer.value.decode("ascii", "replace")))
    return found
