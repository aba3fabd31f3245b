"""A Word document as blocks. Its package and its XML are taken as hostile: bounded, no entities, nothing fetched."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from typing import Any

from lxml import etree

from htpm_studio.campaign.toolkit_import.blocks import (
    MAX_BLOCKS,
    BlockKind,
    DocumentBlock,
    DocumentLink,
    Source,
    source,
    tidy,
    too_long,
)
from htpm_studio.campaign.toolkit_import.post_labels import without_labels
from htpm_studio.campaign.toolkit_import.text_reader import BULLET, unstyled
from htpm_studio.campaign.toolkit_import.text_splitting import with_detail
from htpm_studio.campaign.toolkit_import.vocabulary import area_of, language_named
from htpm_studio.errors import InputError, msg
from htpm_studio.files.input_file import ZIP_FAILURES
from htpm_studio.files.office_xml import OLD_OFFICE, NeverWrittenError, TooMuchError, parse_part, read_part
from htpm_studio.frozen import dataclass

MAX_MEMBERS = 5_000
MAX_XML = 40_000_000
MAX_TAGS = 800_000
MAX_STYLE_TAGS = 100_000
MAX_PARAGRAPHS = 2 * MAX_BLOCKS
MAX_STEPS = 500_000
"""The most elements that are read; one inside nested tables counts once for each table."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(
    (
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}txbxContent",
        _FALLBACK,
    )
)
_OWNERS = frozenset((f"{_W}tbl", f"{_W}tr", f"{_W}tc", f"{_W}p"))
MAX_DEPTH, CELL_LEVEL, MAX_COLUMNS = 8, 9, 63
MOST_LABEL = 60
"""The longest text of a cell over several rows that is repeated for each row."""

_HEADING = re.compile(r"heading\s*(\d)", re.IGNORECASE)
_BREAK = "\v"
"""A line break inside a paragraph, which Word calls manual."""

_FIELD = re.compile(r'HYPERLINK\s+"([^"]{1,1000})"')
_CONTENTS = re.compile(r".*\S\s*\t\s*\d{1,4}$")


@dataclass(frozen=True, slots=True)
class _Style:
    level: int = 0
    listed: bool = False
    contents: bool = False


@dataclass(slots=True)
class _Words:
    """The text of one paragraph while it is put together, and the links in it."""

    text: list[str] = field(default_factory=list)
    links: list[DocumentLink] = field(default_factory=list)
    breaks: int = 0
    bold: list[bool] = field(default_factory=list)


def read_docx(name: str, data: bytes) -> Source:
    """The blocks of a document; raises InputError for one that is damaged, made to harm, locked or empty."""
    if data.startswith(OLD_OFFICE):
        raise InputError(
            msg("{name} is locked with a password, or is a document in the old format (.doc).", name=name),
            "Open it in Word and save it as .docx without a password.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MAX_MEMBERS:
                raise InputError(
                    msg("{name} contains much more than a toolkit.", name=name),
                    "Save it again with Word, without pictures.",
                )
            body = _xml(name, archive, "word/document.xml", MAX_TAGS)
            if body is None:
                raise InputError(
                    msg("{name} is not a Word document.", name=name), "Choose a file that Word saved as .docx."
                )
            styles = _xml(name, archive, "word/styles.xml", MAX_STYLE_TAGS)
            relations = _xml(name, archive, "word/_rels/document.xml.rels", MAX_STYLE_TAGS)
    except ZIP_FAILURES as error:
        raise InputError(
            msg("{name} is damaged, or is not a Word document.", name=name), "Open it in Word and save it as .docx."
        ) from error
    reader = _Reader(name, _styles(styles), _targets(relations))
    return source(name, unstyled(reader.blocks(body)))


def _xml(name: str, archive: zipfile.ZipFile, member: str, most_tags: int) -> Any:
    """The root of a part; None where it is missing."""
    if member not in archive.namelist():
        return None
    try:
        return parse_part(read_part(archive, member, MAX_XML, most_tags))
    except TooMuchError as error:
        raise too_long(name) from error
    except NeverWrittenError as error:
        raise InputError(
            msg("{name} contains something that Word never writes.", name=name), "Open it in Word and save it as .docx."
        ) from error
    except etree.XMLSyntaxError as error:
        raise InputError(msg("{name} is damaged.", name=name), "Open it in Word and save it as .docx.") from error


def _targets(root: Any) -> Mapping[str, str]:
    if root is None:
        return {}
    rows = root.iter(f"{_PACKAGE}Relationship")
    return {row.get("Id", ""): row.get("Target", "") for row in rows if row.get("TargetMode") == "External"}


def _styles(root: Any) -> Mapping[str, _Style]:
    """What each paragraph style means, also where it only says on which other style it is based."""
    if root is None:
        return {}
    own: dict[str, _Style] = {}
    based: dict[str, str] = {}
    for row in root.iter(f"{_W}style"):
        key, name = row.get(f"{_W}styleId", ""), _value(row, "name")
        found = _HEADING.match(name)
        outline = _value(row, "pPr", "outlineLvl")
        level = int(found.group(1)) if found else 1 if name.lower() == "title" else 0
        if not level and outline.isdigit() and int(outline) < 9:
            level = int(outline) + 1
        listed = row.find(f"{_W}pPr/{_W}numPr") is not None or name.lower().startswith("list ")
        own[key] = _Style(level, listed and not level, name.lower().startswith("toc "))
        based[key] = _value(row, "basedOn")
    return {key: _inherited(key, own, based) for key in own}


def _inherited(key: str, own: Mapping[str, _Style], based: Mapping[str, str]) -> _Style:
    for _ in range(12):
        style = own.get(key, _Style())
        if style != _Style():
            return style
        key = based.get(key, "")
    return _Style()


def _value(node: Any, *path: str) -> str:
    found = node.find("/".join(f"{_W}{part}" for part in path))
    return found.get(f"{_W}val", "") if found is not None else ""


class _Reader:
    """Walks the body once, in order."""

    def __init__(self, name: str, styles: Mapping[str, _Style], targets: Mapping[str, str]) -> None:
        self._name, self._styles, self._targets = name, styles, targets
        self._page, self._count, self._steps = 1, 0, 0

    def blocks(self, root: Any) -> Iterator[DocumentBlock]:
        """All blocks; text boxes come after the paragraph that holds them, the cells of a table row are one block."""
        body = root.find(f"{_W}body")
        yield from self._flow(body if body is not None else root, 0)

    def _flow(self, node: Any, depth: int) -> Iterator[DocumentBlock]:
        """What is in the body, or in the cell of a table that only arranges things, in order."""
        for child in _outer(node):
            if child.tag == f"{_W}tbl":
                yield from self._table(child, depth + 1)
            else:
                yield from _lines(self._paragraph(child))
                yield from self._boxes(child)

    def _boxes(self, node: Any) -> Iterator[DocumentBlock]:
        for box in node.iter(f"{_W}txbxContent"):
            if not any(above.tag in _SKIPPED and above.tag != f"{_W}txbxContent" for above in box.iterancestors()):
                yield from (line for inner in box.iter(f"{_W}p") for line in _lines(self._paragraph(inner)))

    def _table(self, table: Any, depth: int) -> Iterator[DocumentBlock]:
        """The rows of a table; where it only arranges, what is in its cells, one after the other."""
        if depth > MAX_DEPTH:
            raise too_long(self._name)
        rows = list(_within(table, f"{_W}tr"))
        if self._arranges(rows):
            languages: list[str] = []
            for row in rows:
                languages = languages or self._languages(row)
                yield from self._arranged(row, depth, languages)
            return
        above: list[str] = []
        for row in rows:
            told, above = self._row(row, above)
            yield told

    def _arranges(self, rows: Sequence[Any]) -> bool:
        """Whether cells hold tables, or headings with words below them, and no cell of the first row heads a column."""
        cells = [cell for row in rows for cell in _within(row, f"{_W}tc")]
        if any(next(_within(cell, f"{_W}tbl"), None) is not None for cell in cells):
            return True
        count, page = self._count, self._page
        told = [[self._paragraph(node) for node in _within(cell, f"{_W}p")] for cell in cells]
        self._count, self._page = count, page
        return any(
            any(block.kind == "heading" and any(more.text for more in cell[at + 1 :]) for at, block in enumerate(cell))
            and len([block for block in cell if block.text]) > 2
            for cell in told
        )

    def _languages(self, row: Any) -> list[str]:
        """The languages that the cells of a row name, if they do nothing else."""
        count, page = self._count, self._page
        cells = [
            [tidy(self._paragraph(node).text) for node in _within(cell, f"{_W}p")] for cell in _within(row, f"{_W}tc")
        ]
        self._count, self._page = count, page
        named = [language_named(" ".join(cell)) for cell in cells]
        return named if len({name for name in named if name}) > 1 else []

    def _arranged(self, row: Any, depth: int, languages: Sequence[str]) -> Iterator[DocumentBlock]:
        """The cells of a row, first those that begin with words of their own: no heading beside them is above them."""
        cells = [list(self._flow(cell, depth)) for cell in _within(row, f"{_W}tc")]
        if languages:
            for language, cell in zip(languages, cells, strict=False):
                yield from (replace(block, language=language) for block in cell)
            return
        filled = [[block for block in cell if block.text] for cell in cells]
        several = len([cell for cell in filled if cell]) > 1
        for cell in sorted(filled, key=lambda cell: bool(cell) and cell[0].kind == "heading"):
            alone = several and len(cell) == 1 and cell[0].kind == "paragraph" and area_of(cell[0].text) is not None
            yield from (replace(block, kind="heading", level=CELL_LEVEL) if alone else block for block in cell)

    def _row(self, row: Any, above: Sequence[str]) -> tuple[DocumentBlock, list[str]]:
        """A row, each cell at its column, and what its cells say: a label that goes on from above is said again."""
        cells: list[str] = []
        links: list[DocumentLink] = []
        for cell in _within(row, f"{_W}tc"):
            inner = (self._paragraph(node) for node in cell.iter(f"{_W}p") if not _is_for_old_programs(node))
            parts = [line for paragraph in inner for line in _lines(paragraph)]
            words = "\n".join(part.text for part in _with_details(parts))
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merged is not None and merged.get(f"{_W}val") != "restart"
            if goes_on and not words and len(cells) < len(above) and len(above[len(cells)]) <= MOST_LABEL:
                words = above[len(cells)]
            links += [link for part in parts for link in part.links]
            wide = _value(cell, "tcPr", "gridSpan")
            cells += [words, *[""] * (min(int(wide), MAX_COLUMNS) - 1 if wide.isdigit() else 0)]
            if len(cells) > MAX_COLUMNS:
                raise too_long(self._name)
        text = " ".join(" ".join(cells).split())
        return DocumentBlock("row", text, 0, tuple(links), tuple(cells), self._page, self._count), cells

    def _paragraph(self, node: Any) -> DocumentBlock:
        self._count += 1
        if self._count > MAX_PARAGRAPHS:
            raise too_long(self._name)
        words = _Words()
        self._gather(node, words)
        self._page += words.breaks
        raw = "".join(words.text)
        style = self._styles.get(_value(node, "pPr", "pStyle"), _Style())
        text = "\n".join(line for part in raw.split(_BREAK) if (line := tidy(part)))
        links = tuple(link for link in words.links if link.text)
        level = _value(node, "pPr", "numPr", "ilvl")
        block = partial(DocumentBlock, page=self._page, line=self._count)
        if style.contents or _CONTENTS.match(raw.strip()):
            return block("contents", text, 0, links, ())
        if style.level:
            return block("heading", text, style.level, links, ())
        if node.find(f"{_W}pPr/{_W}numPr") is not None or style.listed:
            return block("item", text, int(level) if level.isdigit() else 0, links, ())
        if words.bold and all(words.bold) and _heads(text):
            return block("heading", text, CELL_LEVEL, links, ())
        if bullet := BULLET.match(text):
            return block("item", text[bullet.end() :], 0, links, ())
        return block("paragraph", text, 0, links, ())

    def _gather(self, node: Any, words: _Words, *, linked: bool = False) -> None:
        """Text and links of a paragraph, without what was deleted and without what text boxes hold.

        A link inside of a link (`linked`) is only its words.
        """
        pending: tuple[str, int] | None = None
        stack = [iter(node)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                continue
            tag = child.tag
            self._steps += 1
            if self._steps > MAX_STEPS:
                raise too_long(self._name)
            if tag in _SKIPPED:
                continue
            if tag == f"{_W}hyperlink" and not linked:
                inner = _Words()
                self._gather(child, inner, linked=True)
                words.text += inner.text
                words.bold += inner.bold
                target = self._targets.get(child.get(f"{_R}id", ""), "")
                words.links += [DocumentLink(tidy("".join(inner.text)), target), *inner.links]
            elif tag == f"{_W}instrText":
                found = _FIELD.search(child.text or "")
                pending = (found.group(1), len(words.text)) if found else pending
            elif tag == f"{_W}fldChar" and child.get(f"{_W}fldCharType") == "end" and pending:
                words.links.append(DocumentLink(tidy("".join(words.text[pending[1] :])), pending[0]))
                pending = None
            elif not _plain(child, words):
                stack.append(iter(child))


def _lines(block: DocumentBlock) -> list[DocumentBlock]:
    """A paragraph as one, or as several where a line in it is a label or the item of a list, or comes after a label."""
    first, *others = block.text.split("\n")
    if block.kind not in ("paragraph", "item"):
        return [replace(block, text=" ".join((first, *others)))]
    made = [replace(block, text=first)]
    label = bool(without_labels(first).sorts) and not without_labels(first).words
    for line in others:
        bullet = BULLET.match(line)
        sorts = without_labels(line).sorts
        if bullet or sorts or label:
            kind: BlockKind = "item" if bullet else "paragraph"
            text = line[bullet.end() :] if bullet else line
            made.append(replace(block, kind=kind, text=text, level=0))
        else:
            made[-1] = replace(made[-1], text=f"{made[-1].text} {line}")
        label = bool(sorts) and not without_labels(line).words
    if len(made) == 1:
        return made
    return [replace(part, links=tuple(link for link in block.links if link.text in part.text)) for part in made]


def _with_details(parts: Sequence[DocumentBlock]) -> list[DocumentBlock]:
    """The paragraphs of a cell that say something, each item with the items that are nested in it."""
    made: list[DocumentBlock] = []
    for part in parts:
        if part.text and part.kind == "item" and part.level and made and made[-1].kind == "item":
            made[-1] = replace(made[-1], text=with_detail(made[-1].text, part.text))
        elif part.text:
            made.append(part)
    return made


def _heads(text: str) -> bool:
    """Whether a bold line is a heading: short and without a mark at its end, or a known question."""
    asks = text.endswith("?") and area_of(text) is not None
    return 0 < len(text) <= 120 and (text[-1] not in ".:;,!?" or asks)


def _plain(node: Any, words: _Words) -> bool:
    """Add what a node says by itself; False for one that only holds others."""
    tag = node.tag
    if tag == f"{_W}t":
        words.text.append(node.text or "")
        if (node.text or "").strip():
            words.bold.append(_is_bold(node.getparent()))
    elif tag == f"{_W}tab":
        words.text.append("\t")
    elif tag == f"{_W}noBreakHyphen":
        words.text.append("-")
    elif tag in (f"{_W}br", f"{_W}cr"):
        words.text.append(_BREAK)
        words.breaks += node.get(f"{_W}type") == "page"
    elif tag == f"{_W}lastRenderedPageBreak":
        words.breaks += 1
    elif tag != f"{_W}pPr":
        return False
    return True


def _is_bold(run: Any) -> bool:
    found = run.find(f"{_W}rPr/{_W}b") if run is not None else None
    return found is not None and found.get(f"{_W}val") not in ("0", "false")


def _is_for_old_programs(node: Any) -> bool:
    """True if a paragraph is only the fallback that older programs show."""
    return any(above.tag == _FALLBACK for above in node.iterancestors())


def _within(node: Any, tag: str) -> Iterator[Any]:
    """The elements of one sort that belong to a table, row or cell itself, and to nothing inside it."""
    stack = [iter(node)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag not in _OWNERS:
            stack.append(iter(child))


def _outer(body: Any) -> Iterator[Any]:
    """Paragraphs and tables that are in no other table or text box."""
    stack = [iter(body)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            stack.append(iter(child))
