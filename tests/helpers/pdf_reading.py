"""Reading a PDF back: its structure tree and its text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2


def opened(data: bytes) -> pikepdf.Pdf:
    """The file's objects."""
    return pikepdf.open(io.BytesIO(data))


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every structure element, parents first."""

    def walk(element: Any) -> Iterator[Any]:
        yield element
        for kid in element.K:
            if "/S" in kid:
                yield from walk(kid)

    yield from walk(pdf.Root.StructTreeRoot.K[0])


def structure(data: bytes) -> str:
    """The structure tree in one line: `Document(H1 P(Link))`."""

    def say(element: Any) -> str:
        kids = " ".join(say(kid) for kid in element.K if "/S" in kid)
        return str(element.S)[1:] + (f"({kids})" if kids else "")

    with opened(data) as pdf:
        return say(pdf.Root.StructTreeRoot.K[0])


def extracted(data: bytes, page: int = 0) -> str:
    """The text of a page as a reader without the structure tree sees it, white space joined."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return " ".join(pdf[page].get_textpage().get_text_bounded().split())
    finally:
        pdf.close()


def drawn(data: bytes, scale: float) -> Any:
    """The first page as pixels."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return pdf[0].render(scale=scale).to_pil().convert("RGB")
    finally:
        pdf.close()
