"""Building and writing the XML of an Office file: elements from names, characters that XML allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.etree import ElementTree

Element = ElementTree.Element
Child = Element | str | None | Iterable["Child"]
Value = str | int | bool | None

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
RELATIONS = NAMESPACES["r"]
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
SVG_PICTURE = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
LINK_COLOR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
SECTION_LIST = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"

_MARKS = re.compile('[&<>"\t\n\r]')
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = _ESCAPED | str.maketrans({'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"})
_REFUSED = re.compile("[^\t\n\r\u0020-\u007e\u0080-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without the characters that XML 1.0 (2.2) refuses or that Office escapes."""
    return text if text.isascii() and text.isprintable() else _REFUSED.sub("", text)


def node(tag: str, *children: Child, **attributes: Value) -> Element:
    """An element with a prefixed name; attributes and children that are None are left out.

    The prefixes are written as they are: the part's root declares them, see `root`.
    """
    element = Element(tag)
    for name, value in attributes.items():
        if value is not None:
            element.set(name, ("1" if value else "0") if isinstance(value, bool) else clean(str(value)))
    extend(element, children)
    return element


def extend(element: Element, children: Iterable[Child]) -> None:
    """Append children, however nested; a string becomes the text of the element."""
    for child in children:
        if child is None:
            continue
        if isinstance(child, str):
            element.text = (element.text or "") + clean(child)
        elif isinstance(child, Element):
            element.append(child)
        else:
            extend(element, child)


def root(tag: str, *children: Child, **attributes: Value) -> Element:
    """The outermost element of a drawing or presentation part, with the three usual namespaces."""
    return node(tag, *children, **{f"xmlns:{prefix}": uri for prefix, uri in NAMESPACES.items()}, **attributes)


def serialize(element: Element) -> bytes:
    """The element as the bytes of a part: UTF-8 with a standalone declaration."""
    pieces = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
    _write(element, pieces.append)
    return "".join(pieces).encode()


def _write(element: Element, write: Callable[[str], object]) -> None:
    """As `ElementTree.tostring` does, which looks for namespaces in each name first: a fifth of its time."""
    tag, text = element.tag, element.text
    write(f"<{tag}")
    for name, value in element.items():
        write(f' {name}="{value.translate(_QUOTED) if _MARKS.search(value) else value}"')
    if not text and not len(element):
        write(" />")
        return
    write(">")
    if text:
        write(text.translate(_ESCAPED) if _MARKS.search(text) else text)
    for child in element:
        _write(child, write)
    write(f"</{tag}>")
