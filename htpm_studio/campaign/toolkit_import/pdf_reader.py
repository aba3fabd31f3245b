"""A PDF as blocks: letters with their places become lines, lines become columns and paragraphs."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from htpm_studio.campaign.toolkit_import.blocks import DocumentLink, Source, source, tidy, too_long
from htpm_studio.campaign.toolkit_import.pdf_lines import (
    MARKER,
    PdfLine,
    body_size,
    in_reading_order,
    paragraphs,
    without_margins,
)
from htpm_studio.campaign.toolkit_import.pdf_tables import MOST_RULES, SHORTEST_RULE, Rule, has_table, with_tables
from htpm_studio.campaign.toolkit_import.text_reader import unstyled
from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Tell

MAX_PAGES = 400
MAX_LETTERS = 600_000
MAX_PAGE_LETTERS = 60_000
MAX_LINKS = 2_000
MAX_FORMS, MAX_SEGMENTS = 4, 2_000
COLUMN_LINES, COLUMN_GAP = 4, 0.6
"""Fewest line starts that make a column, and the least gap before it, which is wider than a space."""

MOST_MARKER, MARKER_GAP = 6, 4.0
"""The mark of an item has fewer letters than this; the gap to its words is at most this many letter sizes."""

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
            pages.append(found)
    except pdfium.PdfiumError as error:
        raise InputError(msg("{name} is damaged.", name=name), "Ask for the Word file.") from error
    finally:
        document.close()
    if letters < LEAST_LETTERS * max(1, len(pages) // 4):
        raise InputError(msg("{name} contains pictures of pages, not text.", name=name), "Ask for the Word file.")
    runs = [page.runs() for page in pages]
    starts = Counter(round(first.left) for page in runs for run in page if (first := _first(run)) is not None)
    columns = {start for start, count in starts.items() if count >= COLUMN_LINES}
    lines = [page.lines(own, at, columns) for at, (page, own) in enumerate(zip(pages, runs, strict=True), 1)]
    kept, margins = without_margins(lines)
    body = body_size(line for lines in kept for line in lines)
    told = with_tables(kept, [page.rules for page in pages], body)
    ordered = [line for lines in told for line in in_reading_order(lines)]
    read = source(name, [*unstyled(paragraphs(ordered, body)), *margins])
    return replace(read, notes=(TABLES,)) if any(map(has_table, told)) else read


@dataclass(frozen=True, slots=True)
class _Page:
    """The letters of a page in the order of the file, None where a line ends; its links and its straight lines."""

    letters: list[_Letter | None]
    links: list[_Box]
    rules: list[Rule]

    def runs(self) -> list[list[_Letter]]:
        """The letters that are side by side."""
        walls = [rule for rule in self.rules if rule.upright] if len(self.rules) <= MOST_RULES else []
        return list(_runs(self.letters, walls))

    def lines(self, runs: list[list[_Letter]], number: int, columns: Collection[int]) -> list[PdfLine]:
        """The letters put together; `columns` are where lines of the document often begin."""
        parts = [part for run in runs for part in _in_columns(run, columns)]
        return [line for run in parts if (line := _line(run, number, self.links)) is not None]


def _page(document: Any, number: int) -> _Page:
    page = document[number]
    text = page.get_textpage()
    try:
        return _Page(list(_letters(text.raw)), _links(document, page), list(islice(_rules(page), MOST_RULES + 1)))
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


def _runs(letters: list[_Letter | None], walls: Sequence[Rule]) -> Iterator[list[_Letter]]:
    """Letters that are side by side: a new run where the line ends, jumps, leaves a wide gap or meets a drawn line."""
    run: list[_Letter] = []
    for letter in [*letters, None]:
        if letter is None or (run and _apart(run, letter, walls)):
            if run:
                yield run
            run = []
        if letter is not None:
            run.append(letter)


def _first(run: list[_Letter]) -> _Letter | None:
    return next((letter for letter in run if not letter.char.isspace()), None)


def _in_columns(run: list[_Letter], columns: Collection[int]) -> Iterator[list[_Letter]]:
    """A run cut where a word after more than a space is right at the beginning of other lines: there is a column."""
    part: list[_Letter] = []
    seen: _Letter | None = None
    for letter in run:
        is_ink = not letter.char.isspace()
        apart = is_ink and seen is not None and letter.left - seen.right > COLUMN_GAP * seen.size
        if apart and not _is_marker(part) and any(round(letter.left) + step in columns for step in (-1, 0, 1)):
            yield part
            part = []
        part.append(letter)
        seen = letter if is_ink else seen
    yield part


def _apart(run: list[_Letter], letter: _Letter, walls: Sequence[Rule]) -> bool:
    seen = next((before for before in reversed(run) if not before.char.isspace()), None)
    if seen is None or letter.char.isspace():
        return False
    jump = abs((letter.bottom + letter.top) / 2 - (seen.bottom + seen.top) / 2) > 0.9 * max(seen.size, letter.size)
    gap = letter.left - seen.right
    widest = MARKER_GAP if _is_marker(run) else 1.6
    walled = gap > 0.2 * seen.size and any(
        seen.right - 1 <= wall.at <= letter.left + 1 and wall.covers((letter.bottom + letter.top) / 2) for wall in walls
    )
    return jump or walled or letter.left < seen.left - seen.size or gap > widest * max(seen.size, 1.0)


def _is_marker(run: Sequence[_Letter]) -> bool:
    """Whether letters are only the mark or the number of an item, which belongs to the words after it."""
    words = "".join(letter.char for letter in run[:MOST_MARKER]).strip()
    return len(run) < MOST_MARKER and MARKER.fullmatch(words) is not None


def _line(run: list[_Letter], page: int, links: list[_Box]) -> PdfLine | None:
    seen = [letter for letter in run if not letter.char.isspace()]
    if not seen:
        return None
    words = "".join(letter.char for letter in run).strip()
    soft = words.endswith("\u00ad")
    text = tidy(words.replace("\u00ad", "")) + ("\u00ad" if soft else "")
    size = max(seen, key=lambda letter: sum(other.size == letter.size for other in seen[:40])).size
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


def _rules(page: Any) -> Iterator[Rule]:
    """The straight lines and the sides of boxes of a page, also of those in the forms of which it is put together."""
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=MAX_FORMS):
        count = raw.FPDFPath_CountSegments(item.raw)
        if not 2 <= count <= MAX_SEGMENTS:
            continue
        yield from _sides(item, count)


def _sides(item: Any, count: int) -> Iterator[Rule]:
    x, y = ctypes.c_float(), ctypes.c_float()
    matrix = item.get_matrix()
    begin = last = (0.0, 0.0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item.raw, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _rule(last, here)
        last = here
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _rule(last, begin)
            last = begin


def _rule(point: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    (left, low), (right, high) = point, other
    if abs(left - right) <= 1 and abs(low - high) >= SHORTEST_RULE:
        yield Rule(True, (left + right) / 2, min(low, high), max(low, high))
    elif abs(low - high) <= 1 and abs(left - right) >= SHORTEST_RULE:
        yield Rule(False, (low + high) / 2, min(left, right), max(left, right))


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
