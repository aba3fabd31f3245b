"""Plain text and Markdown as blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from htpm_studio.campaign.post_length import ADDRESS
from htpm_studio.campaign.toolkit_import.blocks import (
    MAX_BLOCK,
    MAX_BLOCKS,
    BlockKind,
    DocumentBlock,
    DocumentLink,
    Source,
    picture_mark,
    source,
    tidy,
    too_long,
)
from htpm_studio.campaign.toolkit_import.mail_text import without_quotes
from htpm_studio.campaign.toolkit_import.post_labels import without_labels
from htpm_studio.campaign.toolkit_import.text_splitting import TAG
from htpm_studio.campaign.toolkit_import.vocabulary import area_of, is_furniture

LINK = re.compile(r"!?\[((?:[^\[\]\n\\]|\\.){1,500})\]\(\s*<?([^()\s<>]{0,1000})>?(?:\s+\"[^\"\n]{0,200}\")?\s*\)")
_MARKS = (
    r"\u2022\u25cf\u25aa\u2023\u00b7\u2013\u2014\u25e6\u25a0\u25a1\u25b8\u25ba\u27a4\u2794\u2192"
    r"\u2713\u2714\u2610\u2611\uf0b7"
)
BULLET = re.compile(
    rf"([ \t]*)(?:[-*+{_MARKS}]"
    r"|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)"
)
_ATX = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_CONTENTS = re.compile(r".*\S(?:\t+|[ .\u2026]{4,})\d{1,4}\s*$")
_TAGS = re.compile(r"(?:#\w+[ \t,]*)+$")
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,1000}|[^\s<>@]{1,64}@[^\s<>]{1,190})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,120}[^*_.:;,!?\s])\1$")
_BOLD_TO_MARK = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,120}[:?])\1:?$")
_SOFT = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")
_RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}$")
_KEYS = re.compile(r"\ufeff?---[ \t]*\n(?:[ \t]*(?:[\w-]+:.*|-[ \t].*|#.*)?\n){1,100}(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r"[ \t]{0,3}(```+|~~~+)[^`]*$")
"""A line over or under words to copy."""

_ANCHOR = re.compile(
    r"<a\b[^<>\n]{0,300}?\bhref=[\"']([^\"'<>\s]{1,1000})[\"'][^<>\n]{0,300}>([^<>\[\]\n]{1,500})</a>", re.IGNORECASE
)
_SUMMARY = re.compile(r"<summary>[ \t]*([^<>\n]{1,120}?)[ \t]*</summary>", re.IGNORECASE)
_TAG_OF_PAGE = re.compile(
    r"</?(?:a|div|span|p|section|center|details|summary|figure|img|hr|sup|sub|small)\b[^<>\n]{0,500}>", re.I
)
"""Tags of HTML that people use in Markdown to place or mark text; line breaks are read."""

_LINE_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_ROW_RULE = re.compile(r"[ \t]*\|?[ \t:|-]+\|?[ \t]*$")
MAX_LINES = 5 * MAX_BLOCKS
MAX_CELLS = 5 * MAX_BLOCKS
"""The most cells of all tables together, counted by the bars between them."""
MOST_HEADING = 140
WRAPPED = 45
LEAST_BROKEN, LEAST_WIDTH, MOST_WIDTH, NEARLY = 3, 50, 100, 20
"""Fewest lines broken in mid-sentence that show the width of a text, its bounds, and how far they differ from it."""

BOLD_LEVEL = 7
"""The rank of a line that is bold as a whole, below those of the six kinds of headings."""

_END = (".", "!", "?", ":", ";", ",")


def read_text(name: str, text: str, *, markdown: bool) -> Source:
    """The blocks of a text; raises InputError as `source` does."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    of_mail: Collection[int] = ()
    if markdown:
        plain = _ANCHOR.sub(r"[\2](\1)", _without_comments(_without_keys(plain)))
        plain = _TAG_OF_PAGE.sub("", _SUMMARY.sub(r"**\1**", plain))
    if plain.count("\n") > MAX_LINES or (markdown and plain.count("|") > MAX_CELLS):
        raise too_long(name)
    if not markdown:
        plain, of_mail = without_quotes(plain)
    width = 0 if markdown else _width(plain.split("\n"))
    blocks: list[DocumentBlock] = []
    chunk: list[tuple[int, str]] = []
    fence = ""

    def flush() -> None:
        nonlocal blocks, chunk
        made = _markdown(chunk) if markdown and not fence else _plain(chunk, width)
        blocks += [replace(part, kind="paragraph") if fence and part.kind == "heading" else part for part in made]
        chunk = []

    for number, row in enumerate([*plain.split("\n"), ""], 1):
        found = _FENCE.match(row) if markdown else None
        if found and (not fence or found.group(1).startswith(fence)):
            flush()
            fence = "" if fence else found.group(1)
        elif number in of_mail:
            flush()
            blocks.append(block("furniture", row, number))
        elif row.strip():
            chunk.append((number, row[:MAX_BLOCK]))
        else:
            flush()
    return source(name, _rejoined(blocks))


def _without_keys(text: str) -> str:
    """A text without the keys and values that a web system puts before it, between two lines of hyphens.

    Empty lines stand for them, so that lines keep their numbers.
    """
    found = _KEYS.match(text)
    return "\n" * found.group().count("\n") + text[found.end() :] if found else text


def _without_comments(text: str) -> str:
    parts = []
    while (start := text.find("<!--")) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[:start])
        text = text[end + 3 :]
    return "".join([*parts, text])


def block(kind: BlockKind, raw: str, line: int, *, level: int = 0, markdown: bool = False) -> DocumentBlock:
    """A block from text that may hold links in square and round brackets."""
    if markdown:
        raw = _STRONG.sub(r"\2", _SOFT.sub(r"\1", raw))
    raw = _AUTOLINK.sub(r"\1", raw)
    links = tuple(DocumentLink(tidy(_ESCAPED.sub(r"\1", words)), _target(goal)) for words, goal in LINK.findall(raw))
    text = tidy(_ESCAPED.sub(r"\1", LINK.sub(lambda found: found.group(1), raw)).replace("**", ""))
    return DocumentBlock(kind, text, level, tuple(link for link in links if link.text), (), 0, line)


def _target(goal: str) -> str:
    return "" if goal.startswith("#") else goal


def looks_like_heading(text: str) -> bool:
    """Whether a line that is alone is a heading: short, begins large, ends without a stop, holds no address."""
    words = text.split()
    if (
        not words
        or TAG.search(text)
        or len(text) > MOST_HEADING
        or text.endswith((".", "!", ":", ";", ","))
        or text.startswith(("#", "@"))
    ):
        return False
    first = next((char for char in text if char.isalnum()), "a")
    asks = text.endswith("?") and area_of(text) is None
    return (first.isupper() or first.isdigit()) and not ADDRESS.search(text) and not asks


def unstyled(blocks: Iterable[DocumentBlock]) -> list[DocumentBlock]:
    """Blocks of a document in which nothing is marked as a heading, told apart by their words as in plain text."""
    rows = list(blocks)
    if any(row.kind == "heading" for row in rows):
        return rows
    return _rejoined([_by_words(row) for row in rows if row.text])


def _by_words(paragraph: DocumentBlock) -> DocumentBlock:
    if paragraph.kind not in ("paragraph", "item"):
        return paragraph
    bullet = BULLET.match(paragraph.text)
    made = block(paragraph.kind, paragraph.text[bullet.end() :] if bullet else paragraph.text, paragraph.line)
    kind: BlockKind = "item" if bullet else paragraph.kind
    if kind == "paragraph" and looks_like_heading(made.text):
        kind = "heading"
    return replace(paragraph, kind=kind, text=made.text, links=paragraph.links or made.links)


# ------------------------------------------------------------------ plain text


def _width(rows: Sequence[str]) -> int:
    """The greatest width of lines that a program broke in mid-sentence, in letters; 0 where none did."""
    broken = [
        len(row.rstrip())
        for row, following in pairwise(rows)
        if re.search(r"[\w,]\s*$", row) and following.lstrip()[:1].islower()
    ]
    widest = max(broken, default=0)
    near = [width for width in broken if width >= widest - NEARLY]
    return widest if len(near) >= LEAST_BROKEN and LEAST_WIDTH <= widest <= MOST_WIDTH else 0


def _is_broken(row: str, following: str, width: int) -> bool:
    """Whether a line goes on in the next one: the next word had no room in it."""
    return len(row.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width


def _plain(chunk: list[tuple[int, str]], width: int) -> list[DocumentBlock]:
    """Lines without an empty one between them: list items, entries of a table of contents, paragraphs."""
    if width:
        chunk = _unbroken(chunk, width)
    blocks: list[DocumentBlock] = []
    rows: list[tuple[int, str]] = []
    pictures = Counter(row.split(" ", 1)[0] for _, row in chunk if picture_mark(row))
    for number, row in chunk:
        bullet = BULLET.match(row) or (picture_mark(row) if pictures[row.split(" ", 1)[0]] > 1 else None)
        if bullet or _CONTENTS.match(row):
            blocks += _paragraphs(rows, unbroken=bool(width))
            rows = []
        if bullet:
            depth = 1 if len(row) - len(row.lstrip()) > 0 else 0
            blocks.append(block("item", row[bullet.end() :], number, level=depth))
        elif _CONTENTS.match(row):
            blocks.append(block("contents", row, number))
        elif blocks and not rows and blocks[-1].kind == "item" and row[:1] in " \t":
            last = blocks[-1]
            more = block("item", row, number)
            blocks[-1] = replace(last, text=f"{last.text} {more.text}", links=last.links + more.links)
        else:
            rows.append((number, row))
    return blocks + _paragraphs(rows, unbroken=bool(width))


def _unbroken(chunk: Sequence[tuple[int, str]], width: int) -> list[tuple[int, str]]:
    """The lines with those in one that a program broke at a width."""
    made: list[tuple[int, str]] = []
    last = ""
    for number, row in chunk:
        if made and not BULLET.match(row) and _is_broken(last, row, width):
            made[-1] = (made[-1][0], f"{made[-1][1].rstrip()} {row.strip()}")
        else:
            made.append((number, row))
        last = row
    return made


def _paragraphs(rows: list[tuple[int, str]], *, unbroken: bool) -> list[DocumentBlock]:
    """One paragraph where lines were wrapped, else a block for each line; `unbroken` lines were put together before."""
    if not rows:
        return []
    if len(rows) > 1 and is_furniture(rows[0][1].strip()):
        return [_line(*rows[0]), *_paragraphs(rows[1:], unbroken=unbroken)]
    labeled = next((at for at in range(1, len(rows)) if _is_apart(rows[at][1].strip())), 0)
    if labeled:
        return [*_paragraphs(rows[:labeled], unbroken=unbroken), *_paragraphs(rows[labeled:], unbroken=unbroken)]
    if len(rows) > 1 and not unbroken and all(len(row.strip()) >= WRAPPED for _, row in rows[:-1]):
        return [_line(rows[0][0], " ".join(row.strip() for _, row in rows))]
    blocks: list[DocumentBlock] = []
    for number, row in rows:
        text = row.strip()
        goes_on = blocks and (text[:1].islower() or (_TAGS.fullmatch(text) and not _TAGS.fullmatch(blocks[-1].text)))
        if goes_on:
            more = block("paragraph", text, number)
            last = blocks[-1]
            joined = replace(last, kind="paragraph", text=f"{last.text} {more.text}", links=last.links + more.links)
            blocks[-1] = joined
        else:
            blocks.append(_line(number, text))
    return blocks


def _is_apart(row: str) -> bool:
    """Whether a line is no part of the paragraph above it: a label of a post, or a line of a web page."""
    return bool(without_labels(row).sorts) or is_furniture(row)


def _line(number: int, raw: str) -> DocumentBlock:
    made = block("paragraph", raw, number)
    return replace(made, kind="heading") if looks_like_heading(made.text) else made


def _rejoined(blocks: list[DocumentBlock]) -> list[DocumentBlock]:
    """Paragraphs that an empty line or a page break cut in two are one again."""
    joined: list[DocumentBlock] = []
    for paragraph in blocks:
        last = joined[-1] if joined else None
        if last is not None and paragraph.kind == "paragraph" and _broken_off(last) and _goes_on(paragraph):
            text, links = f"{last.text} {paragraph.text}", last.links + paragraph.links
            joined[-1] = replace(last, kind="paragraph", text=text, links=links)
        else:
            joined.append(paragraph)
    return joined


def _broken_off(paragraph: DocumentBlock) -> bool:
    cut = paragraph.kind == "paragraph" or (paragraph.kind == "heading" and not paragraph.level)
    return cut and paragraph.text[-1:] not in _END


def _goes_on(paragraph: DocumentBlock) -> bool:
    return paragraph.text[:1].islower() and not ADDRESS.match(paragraph.text)


# ------------------------------------------------------------------ Markdown


def _markdown(chunk: list[tuple[int, str]]) -> list[DocumentBlock]:
    blocks: list[DocumentBlock] = []
    rows: list[tuple[int, str]] = []

    def flush(kind: BlockKind = "paragraph", level: int = 0) -> None:
        if rows:
            words = " ".join(row.strip() for _, row in rows)
            blocks.append(block(kind, words, rows[0][0], level=level, markdown=True))
            rows.clear()

    quoted = False
    for number, raw in chunk:
        if raw.lstrip().startswith(">") != quoted or not raw.strip("> \t"):
            flush()
            quoted = raw.lstrip().startswith(">")
        row = re.sub(r"^[ \t]{0,3}(?:>[ \t]?)+", "", raw)
        heading, bullet = _ATX.match(row.strip()), BULLET.match(row)
        if heading:
            flush()
            level = len(heading.group(1))
            blocks.append(block("heading", heading.group(2), number, level=level, markdown=True))
        elif _RULE.match(row):
            flush("heading", 1 if "=" in row else 2)
        elif row.lstrip().startswith("|"):
            flush()
            if not _ROW_RULE.match(row):
                blocks.append(_row(row, number))
        elif bullet:
            flush()
            depth = min(len(bullet.group(1).expandtabs(4)) // 2, 5)
            blocks.append(block("item", row[bullet.end() :], number, level=depth, markdown=True))
        elif blocks and not rows and blocks[-1].kind == "item" and raw[:1] in " \t":
            last = blocks[-1]
            more = block("item", row, number, markdown=True)
            blocks[-1] = replace(last, text=f"{last.text} {more.text}", links=last.links + more.links)
        elif not rows and (strong := _bold_line(row.strip())):
            blocks.append(block("heading", strong.group(2), number, level=BOLD_LEVEL, markdown=True))
        elif row.strip():
            rows.append((number, row))
    flush()
    return blocks


def _bold_line(row: str) -> re.Match[str] | None:
    """A line that is bold as a whole; one with a colon or a question mark at its end names a part of a toolkit."""
    found = _BOLD_TO_MARK.match(row)
    return _BOLD_LINE.match(row) or (found if found and area_of(found.group(2)) is not None else None)


def _row(row: str, number: int) -> DocumentBlock:
    """A row of a table; a cell may have several lines."""
    cells = [
        [block("row", line, number, markdown=True) for line in _LINE_BREAK.split(cell)]
        for cell in row.strip().strip("|").split("|")
    ]
    links = tuple(link for cell in cells for line in cell for link in line.links)
    texts = tuple("\n".join(line.text for line in cell if line.text) for cell in cells)
    return DocumentBlock("row", " ".join(" ".join(texts).split()), 0, links, texts, 0, number)
