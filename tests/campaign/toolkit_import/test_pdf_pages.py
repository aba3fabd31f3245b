"""Pages with their places in points, y upward: what becomes of them, in `tests/data/pdf-pages.txt` and `pdf-lines.txt`.

On a page is a text (font, where it begins, its size), a line, or the box of a link. Lines that are put together come
with what is done with them: "order", "paragraphs", "tables" (these two with the size of the text), "margins" or "size".
Such a line says where it begins, its bottom, where it ends, its top, its size and whether it is bold; a drawn one says
whether it is upright or flat, where it is, and from where to where it goes; "---" begins another page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.pdf_lines import (
    PdfLine,
    body_size,
    in_reading_order,
    paragraphs,
    without_margins,
)
from htpm_studio.campaign.toolkit_import.pdf_reader import read_pdf
from htpm_studio.campaign.toolkit_import.pdf_tables import MOST_RULES, has_table, with_tables
from htpm_studio.campaign.toolkit_import.pdf_tables import Rule as DrawnLine
from tests.helpers.shown_by import Becomes, Rule, each_of


def line(row: str) -> PdfLine:
    place, _, said = row.partition(" | ")
    left, bottom, right, top, size, *bold = place.split()
    links = tuple(DocumentLink(*found) for found in re.findall(r" <([^:]*): ([^>]*)>", said))
    text = re.sub(r" <[^>]*>", "", said) if links else said
    return PdfLine(text, float(left), float(bottom), float(right), float(top), float(size), bool(bold), 1, links)


def drawn_line(row: str) -> DrawnLine:
    way, at, first, last = row.split()
    return DrawnLine(way == "upright", float(at), float(first), float(last))


def block(one: DocumentBlock) -> str:
    links = "".join(f" <{link.text}: {link.target}>" for link in one.links)
    return f"{one.line} {one.kind}{one.level or ''}: {' | '.join(one.cells) or one.text}{links}"


def told(
    pages: Sequence[Sequence[PdfLine]], rules: Sequence[Sequence[DrawnLine]], how: str, body: float
) -> Iterator[str]:
    """What is made of the lines of pages."""
    if how == "size":
        yield str(body_size(pages[0]))
    elif how == "order":
        yield from (one.text for one in in_reading_order(pages[0]))
    elif how == "paragraphs":
        yield from map(block, paragraphs(pages[0], body))
    elif how == "margins":
        kept, margins = without_margins(pages)
        yield from (f"margin: {one.text}" for one in margins)
        yield from (" / ".join(one.text for one in page) for page in kept)
    else:
        for page in with_tables(pages, rules, body):
            yield f"{'may have a table' if has_table(page) else 'page'}:"
            for one in page:
                yield from (" | ".join(row.cells).replace("\n", " / ") for row in one.rows) if one.rows else [one.text]


def put_together(text: str) -> Iterator[str]:
    (how, *body), *_ = (row.split() for row in text.split("\n"))
    pages = [page.split("\n") for page in text.partition("\n")[2].split("\n---\n")]
    lines = [[line(row) for row in page if " | " in row] for page in pages]
    rules = [[drawn_line(row) for row in page if row.startswith(("upright", "flat"))] for page in pages]
    return told(lines, rules, how, float(body[0]) if body else 0.0)


@each_of("pdf-lines.txt")
def test_lines_of_a_page_are_put_together(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: put_together(shown.text))


def drawn(rows: Iterable[str]) -> bytes:
    """A page with texts, lines and links."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    for row in rows:
        place, _, text = row.partition(" | ")
        how, *numbers = place.split()
        if how == "line":
            canvas.line(*map(float, numbers))
        elif how == "link":
            canvas.linkURL(text, tuple(map(float, numbers)))
        else:
            left, bottom, size = map(float, numbers)
            canvas.setFont(how, size)
            canvas.drawString(left, bottom, text)
    canvas.save()
    return file.getvalue()


@each_of("pdf-pages.txt")
def test_what_is_drawn_on_a_page_is_read(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: map(block, read_pdf("a.pdf", drawn(shown.text.split("\n"))).blocks))


def test_a_page_with_more_drawn_lines_than_a_table_has_is_a_drawing() -> None:
    lines = [PdfLine(text, 1, at, 40, at + 10, 10) for text, at in (("Theme", 70), ("Actions", 20))]
    rules = [DrawnLine(True, at, 0, 100) for at in (0, 50, 100)] + [DrawnLine(False, at, 0, 100) for at in (0, 50, 100)]
    more = [DrawnLine(False, 500, 0, 1)] * (MOST_RULES - len(rules))
    assert [len(with_tables([lines], [[*rules, *some]], 10)[0]) for some in (more, [*more, rules[0]])] == [1, 2]
