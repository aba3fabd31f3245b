"""The words of a paragraph as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from htpm_studio.scene.direction import reads_right_to_left
from htpm_studio.scene.writing import Span


def way(text: str) -> str:
    """The attribute of an element whose text reads from right to left, with the space before it; "" for others."""
    return ' dir="rtl"' if reads_right_to_left(text) else ""


_WHOLE = re.compile(r"\b\d+(?:-[\dA-Za-z]+)+\b|(?<![\w@./-])(?:[\w-]+\.)+[a-z]{2,}(?:/[\w./-]*\w)?(?![\w@])")
_LONGEST = 32
"""Numbers and addresses, which browsers break at hyphens and strokes; a longer address may break on a phone."""


def _pieces(text: str) -> Iterator[str]:
    """The text as HTML, numbers and short addresses in one piece."""
    start = 0
    for found in _WHOLE.finditer(text):
        if not {"-", "/"}.intersection(found.group()) or len(found.group()) > _LONGEST:
            continue
        yield escape(text[start : found.start()])
        yield f'<span style="white-space:nowrap">{escape(found.group())}</span>'
        start = found.end()
    yield escape(text[start:])


def spans(parts: tuple[Span, ...], link_style: str = "", link_class: str = "") -> str:
    """The words of a block as HTML, links and strong words marked."""
    look = "".join(f' {name}="{value}"' for name, value in (("style", link_style), ("class", link_class)) if value)
    return "".join(_span(part, look) for part in parts)


def _span(span: Span, link_look: str) -> str:
    words = "".join(_pieces(span.text)).replace("\n", "<br>")
    if span.url:
        words = f'<a href="{escape(span.url)}"{link_look}>{words}</a>'
    return f"<strong>{words}</strong>" if span.strong else words
