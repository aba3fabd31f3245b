"""The words of a paragraph as HTML."""

from __future__ import annotations

from html import escape

from htpm_studio.scene.direction import reads_right_to_left
from htpm_studio.scene.writing import Span


def way(text: str) -> str:
    """The attribute of an element whose text reads from right to left, with the space before it; "" for others."""
    return ' dir="rtl"' if reads_right_to_left(text) else ""


def spans(parts: tuple[Span, ...], link_style: str = "") -> str:
    """The words of a block as HTML, links and strong words marked."""
    return "".join(_span(part, link_style) for part in parts)


def _span(span: Span, link_style: str) -> str:
    words = escape(span.text).replace("\n", "<br>")
    if span.url:
        style = f' style="{link_style}"' if link_style else ""
        words = f'<a href="{escape(span.url)}"{style}>{words}</a>'
    return f"<strong>{words}</strong>" if span.strong else words
