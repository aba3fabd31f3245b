"""The last touch to words before they become a file: numbers of threads, curly quotes, words that stay together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from htpm_studio.campaign.networks import numbered
from htpm_studio.scene.quotes import typographic
from htpm_studio.scene.writing import EventCalendar, Paragraph, Span, Table, Words, Writing
from htpm_studio.text.glue import bind_numbers

POSTS, MESSAGES = "posts", "messages"
_REFLOWED = frozenset({"docx", "html"})
"""Files whose lines another program breaks and that are not copied to a network."""


def typeset(words: Words, names: tuple[str, ...], kind: str, group: str) -> Words:
    """The words as a file of that kind shows them; text messages keep their letters, and `names` are as written."""

    def quoted(text: str) -> str:
        return typographic(text, names)

    if isinstance(words, Table):
        return replace(words, rows=tuple(_row(row, words.as_written, quoted) for row in words.rows))
    if isinstance(words, EventCalendar):
        days = (
            replace(appointment, title=quoted(appointment.title), text=quoted(appointment.text))
            for appointment in words.appointments
        )
        return replace(words, name=quoted(words.name), appointments=tuple(days))
    if group == MESSAGES:
        return words
    if group == POSTS:
        words = replace(words, blocks=tuple(map(_numbered, words.blocks)))
    passes = (quoted, bind_numbers) if kind in _REFLOWED and group != POSTS else (quoted,)
    blocks = tuple(_block(block, passes) for block in words.blocks)
    return _headed(words, blocks, quoted)


def _row(row: tuple[str, ...], as_written: frozenset[int], quoted: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(cell if place in as_written else quoted(cell) for place, cell in enumerate(row))


def _numbered(block: Paragraph) -> Paragraph:
    """A thread with the number of each part above it; what its lines divide may have links."""
    text = numbered(block.text)
    if text == block.text:
        return block
    links = {span.text: span for span in block.spans if span.url}
    found = re.split(f"({'|'.join(map(re.escape, links))})", text) if links else [text]
    return replace(block, spans=tuple(links.get(part, Span(part)) for part in found if part))


def _headed(words: Writing, blocks: Iterable[Paragraph], quoted: Callable[[str], str]) -> Writing:
    above = words.masthead and replace(words.masthead, alt=quoted(words.masthead.alt))
    look = words.web and replace(words.web, alt=quoted(words.web.alt), skip=quoted(words.web.skip))
    return replace(
        words, title=quoted(words.title), preview=quoted(words.preview), blocks=tuple(blocks), masthead=above, web=look
    )


def _block(block: Paragraph, passes: Iterable[Callable[[str], str]]) -> Paragraph:
    """A block as a whole, since a quotation may go on in the next span."""
    text = block.text
    for step in passes:
        text = step(text)
    return replace(block, spans=tuple(_cut(block.spans, text)))


def _cut(spans: Iterable[Span], text: str) -> Iterator[Span]:
    start = 0
    for span in spans:
        yield replace(span, text=text[start : start + len(span.text)])
        start += len(span.text)
