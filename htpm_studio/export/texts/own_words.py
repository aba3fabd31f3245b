"""The user's own words laid over texts that have no fixed page, such as the newsletter.

An edit names the text's piece ("w2/copy/newsletter") and a field ("paragraphs.0"). A line break in it begins a new
paragraph; an empty one takes the paragraph out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from htpm_studio.export.kit.edits import edits_of
from htpm_studio.export.kit.kit import Kit
from htpm_studio.scene.writing import Paragraph, Span

HEAD, SUMMARY = "head", "summary"
"""The fields of a text's title and of the line that sums it up."""


def laid_over(kit: Kit, piece: str, blocks: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The blocks of a text with the own words of its piece; a title cannot be taken out."""
    own = edits_of(kit, piece)
    for block in blocks:
        text = None if block.piece else next((own[field] for field in block.fields if field in own), None)
        if text is None or (not text and block.kind == "title"):
            yield block
        else:
            yield from reworded(block, text)


def reworded(block: Paragraph, text: str) -> Iterator[Paragraph]:
    """The block with other words, one for each line; words that were links or strong and are still there stay so."""
    for line in filter(None, text.split("\n")):
        yield replace(block, spans=tuple(_respanned(block.spans, line)))


def _respanned(spans: tuple[Span, ...], text: str) -> Iterator[Span]:
    if len(spans) == 1:
        # All of it was one link, or strong: other words are that too.
        yield replace(spans[0], text=text)
        return
    rest = text
    for span in spans:
        words = span.text.strip()
        if not (span.url or span.strong) or not words or words not in rest:
            continue
        before, _, rest = rest.partition(words)
        if before:
            yield Span(before)
        yield replace(span, text=words)
    if rest:
        yield Span(rest)
