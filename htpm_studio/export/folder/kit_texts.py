"""The words in a file of a kit that somebody changed after the export, so that they can be read again."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from htpm_studio.files.input_file import ZIP_FAILURES

PLAIN = frozenset({".txt", ".csv", ".ics", ".md"})
MARKED = frozenset({".html", ".htm"})
OFFICE = frozenset({".pptx", ".docx"})
LARGEST = 12_000_000
"""How many bytes of text are read of one file, unpacked."""

_PART = re.compile(r"(?:ppt/(?:slides|notesSlides)/\w+|word/document)\.xml")
_PARAGRAPH = re.compile(r"</(?:a|w):p>|<(?:a|w):br\b[^>]*>")
_UNSEEN = re.compile(r"<(?:style|script|svg)\b.*?</(?:style|script|svg)>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(r"</(?:p|h\d|li|td|th|div|textarea|button)>|<br\b[^>]*>", re.IGNORECASE)
_MARK = re.compile(r"<[^>]*>")


def pages_of(path: Path) -> tuple[str, ...]:
    """What is seen together in a text, web page, document or deck: paragraphs, or the lines of a slide.

    Other kinds of files, and what cannot be read, have none.
    """
    kind = path.suffix.lower()
    try:
        if kind in OFFICE:
            return tuple(_office(path))
        if kind not in PLAIN | MARKED:
            return ()
        with path.open("rb") as file:
            text = file.read(LARGEST).decode("utf-8", "replace")
    except ZIP_FAILURES:
        return ()
    if kind in MARKED:
        return tuple(_without_marks(_BLOCK.sub("\n", _UNSEEN.sub(" ", text))).split("\n"))
    return tuple(part.strip() for part in re.split(r"\r?\n\s*\n", text) if part.strip())


def _office(path: Path) -> Iterator[str]:
    left = LARGEST
    with zipfile.ZipFile(path) as package:
        for entry in package.infolist():
            if left <= 0 or not _PART.fullmatch(entry.filename):
                continue
            with package.open(entry) as part:
                data = part.read(left)
            left -= len(data)
            yield _without_marks(_PARAGRAPH.sub("\n", data.decode("utf-8", "replace")))


def _without_marks(text: str) -> str:
    rows = (" ".join(unescape(row).split()) for row in _MARK.sub("", text).split("\n"))
    return "\n".join(row for row in rows if row)
