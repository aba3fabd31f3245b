"""Presentations as nobody would make them, from python-pptx's usual one: where a title or a text could not be seen."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pptx
from lxml import etree
from pptx.util import Emu

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
WIDE, HIGH = 9_144_000, 6_858_000
Box = tuple[float, float, float, float]


def _sheets(deck: Any) -> Iterator[Any]:
    yield deck.slide_masters[0]
    yield from deck.slide_layouts


def _saved(change: Callable[[Any], None]) -> bytes:
    deck, made = pptx.Presentation(), io.BytesIO()
    change(deck)
    deck.save(made)
    return made.getvalue()


def _mark(shape: Any) -> Any:
    return shape._element.find(f".//{P}ph")


def _moved(deck: Any, title: Box, text: Box) -> None:
    """All titles and texts where the master has them, and that is there (shares of the slide)."""
    for sheet in _sheets(deck):
        for shape in sheet.placeholders:
            box = {"title": title, "body": text, "obj": text}.get(_mark(shape).get("type", "obj"))
            frame = shape._element.spPr.find(f"{A}xfrm")
            if box is not None and sheet is deck.slide_masters[0]:
                x, y, wide, high = (Emu(round(part * side)) for part, side in zip(box, (WIDE, HIGH) * 2, strict=True))
                shape.left, shape.top, shape.width, shape.height = x, y, wide, high
            elif box is not None and frame is not None:
                shape._element.spPr.remove(frame)


def _filled(name: str, color: str) -> Any:
    fill = f'<a:solidFill xmlns:a="{A[1:-1]}"><a:{name} val="{color}"/></a:solidFill>'
    return etree.fromstring(fill)


def _on_dark(deck: Any) -> None:
    """Black words on a ground that somebody made dark."""
    sheet = deck.slide_masters[0]._element.find(f"{P}cSld")
    for ground in sheet.findall(f"{P}bg"):
        sheet.remove(ground)
    ground = etree.fromstring(f'<p:bg xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:bgPr><a:effectLst/></p:bgPr></p:bg>')
    ground[0].insert(0, _filled("srgbClr", "101820"))
    sheet.insert(0, ground)


def _white_title(deck: Any) -> None:
    """Each title in the color of the ground and in the middle of the text."""
    _moved(deck, (0.1, 0.42, 0.8, 0.16), (0.05, 0.1, 0.9, 0.8))
    for look in deck.slide_masters[0]._element.iterfind(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr"):
        look.remove(look.find(f"{A}solidFill"))
        look.insert(0, _filled("schemeClr", "bg1"))


def _above(deck: Any) -> None:
    """Titles above the slide."""
    _moved(deck, (0.05, -0.2, 0.9, 0.15), (0.05, 0.08, 0.9, 0.8))


def _tiny(deck: Any) -> None:
    """Places in which hardly a word has room."""
    _moved(deck, (0.3, 0.1, 0.2, 0.06), (0.3, 0.3, 0.35, 0.3))


def _words(deck: Any) -> None:
    """Places that take nothing but words."""
    for sheet in _sheets(deck):
        for shape in sheet.placeholders:
            if _mark(shape).get("type", "obj") == "obj":
                _mark(shape).set("type", "body")


def _no_places(deck: Any) -> None:
    """A master and layouts without any place, as some programs save them."""
    for sheet in _sheets(deck):
        for shape in list(sheet.placeholders):
            shape._element.getparent().remove(shape._element)


ODD: Mapping[str, Callable[[Any], None]] = {
    "dark": _on_dark, "white title": _white_title, "above": _above, "tiny": _tiny, "words": _words,
    "no places": _no_places,
}  # fmt: skip


def odd(name: str) -> bytes:
    """One of the odd presentations."""
    return _saved(ODD[name])
