"""A document as a list of blocks: headings, paragraphs, list items and table rows, each with links and place."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass

BlockKind = Literal["heading", "paragraph", "item", "row", "contents", "furniture", "foreign"]
"""Contents are entries of a table of contents; furniture is what belongs to the page and not to the toolkit; foreign is
what says in a second language what the document says in its first."""

MAX_BLOCKS = 20_000
MAX_BLOCK = 20_000
MAX_DOCUMENT = 2_000_000
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000\r\n\v\f]+")
_PICTURE = re.compile(r"[ \t]*([\u2190-\u2bff\U0001f000-\U0001faff])[\ufe0e\ufe0f]?\s+(?=\S)")
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """Linked words and where they lead; `target` is "" when the document names none."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class PostLabels:
    """What is printed beside the words of a post: networks, the first and last day as (month, day), file names."""

    platforms: tuple[str, ...] = ()
    dates: tuple[tuple[int, int], tuple[int, int]] | None = None
    files: tuple[str, ...] = ()

    def joined(self, more: PostLabels) -> PostLabels:
        """These and more; a second date changes nothing."""
        return PostLabels(
            tuple(dict.fromkeys((*self.platforms, *more.platforms))),
            self.dates or more.dates,
            tuple(dict.fromkeys((*self.files, *more.files))),
        )


NO_LABELS = PostLabels()


@dataclass(frozen=True, slots=True)
class DocumentBlock:
    """One block. `level` is the rank of a heading (1 the highest, 0 unknown) or the depth of a list item (0 the top).

    `cells` are the cells of a table row, with the paragraphs of a cell on lines of their own; `page` is 1-based (0: the
    format has none), `line` counts lines or blocks. `labels` are those of a post that a table gave,
    `language` is what the head of its column says ("" for nothing).
    """

    kind: BlockKind
    text: str
    level: int = 0
    links: tuple[DocumentLink, ...] = ()
    cells: tuple[str, ...] = ()
    page: int = 0
    line: int = 0
    labels: PostLabels | None = None
    language: str = ""

    @property
    def place(self) -> str:
        """Where it is, in words."""
        return f"page {self.page}" if self.page else f"line {self.line}"


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read: its file name and its blocks in reading order; `notes` say how well it went."""

    name: str
    blocks: tuple[DocumentBlock, ...]
    notes: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """The text on one line in NFC: single spaces, no characters that cannot be seen, no braces.

    Braces mark placeholders in campaign texts, so that they become round ones here.
    """
    plain = _SPACES.sub(" ", text.replace("{", "(").replace("}", ")"))
    kept = "".join(char for char in plain if unicodedata.category(char) not in _HIDDEN)
    return unicodedata.normalize("NFC", kept).strip()


def picture_mark(text: str) -> re.Match[str] | None:
    """The small picture with which a text begins; it is the mark of a list where the next line has the same."""
    return _PICTURE.match(text)


def too_long(name: str) -> InputError:
    """The sentence for a document that holds far more than any toolkit."""
    return InputError(
        msg("{name} is much longer than a toolkit.", name=name), "Choose the toolkit itself, or a part of the document."
    )


def source(name: str, blocks: list[DocumentBlock]) -> Source:
    """The document, without empty blocks; raises InputError when it holds far too much, or nothing."""
    kept = tuple(block for block in blocks if block.text)
    if len(kept) > MAX_BLOCKS or sum(len(block.text) for block in kept) > MAX_DOCUMENT:
        raise too_long(name)
    if not kept:
        raise InputError(
            msg("{name} does not contain any text.", name=name), "Ask for the Word file, or choose another document."
        )
    return Source(name, kept)
