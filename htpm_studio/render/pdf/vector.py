"""Simple SVG drawings, such as most logos, as operators of a PDF: they stay sharp at any size."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from fontTools.svgLib.path import parse_path
from lxml import etree

from htpm_studio.frozen import dataclass
from htpm_studio.scene.nodes import Picture, PictureSource
from htpm_studio.scene.outline_pen import OutlinePen

MOST_ELEMENTS = 5000
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NAMES: Mapping[str, str] = {"black": "#000000", "white": "#FFFFFF"}
_SILENT = frozenset(("title", "desc", "metadata"))
_PLAIN = frozenset(
    (
        *("id", "version", "viewBox", "width", "height", "transform", "d", "points", "x", "y", "x1", "y1", "x2", "y2"),
        *("cx", "cy", "r", "rx", "ry", "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap"),
        *("stroke-linejoin", "stroke-miterlimit"),
    )
)
"""Attributes that are understood; a drawing with any other one is painted as pixels."""

_OPAQUE = frozenset(("opacity", "fill-opacity", "stroke-opacity"))
_CURVE = 0.5522847498
_CAPS, _JOINS = {"butt": 0, "round": 1, "square": 2}, {"miter": 0, "round": 1, "bevel": 2}


class _BeyondError(ValueError):
    """The drawing has something that is not understood here."""


@dataclass(frozen=True, slots=True)
class _Paint:
    """The attributes that an element inherits."""

    fill: str = "#000000"
    stroke: str = "none"
    width: float = 1.0
    even_odd: bool = False
    cap: int = 0
    join: int = 0
    miter: float = 4.0


def vector(picture: Picture) -> bytes | None:
    """The visible part of an SVG picture as a content stream in the unit square, y upward; None if it needs pixels."""
    found = _lines(picture.source) if picture.source.kind == "svg" else None
    if found is None:
        return None
    (left, top, width, height), inside = found
    crop = picture.crop
    wide, high = width * (1 - crop.left - crop.right), height * (1 - crop.top - crop.bottom)
    x, y = left + crop.left * width, top + crop.top * height
    try:
        matrix = (1 / wide, 0, 0, -1 / high, -x / wide, 1 + y / high)
        return f"{_exact(matrix)} cm\n{inside}".encode("ascii")
    except (_BeyondError, ZeroDivisionError):
        return None


@lru_cache(maxsize=8)
def _lines(source: PictureSource) -> tuple[tuple[float, float, float, float], str] | None:
    """The view of a drawing and what is in it; it is kept, as many pages show parts of the same drawing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(source.data, parser)
        view = _view(root)
        inside = [line for child in root for line in _element(child, _inherit(root, _Paint()))]
    except (_BeyondError, ValueError, KeyError, etree.XMLSyntaxError, ZeroDivisionError):
        return None
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        return None
    return view, "\n".join(inside)


def _view(root: Any) -> tuple[float, float, float, float]:
    if _kind(root) != "svg":
        raise _BeyondError
    _check(root)
    box = [float(word) for word in root.get("viewBox", "").replace(",", " ").split()]
    if not box:
        box = [0.0, 0.0, float(root.get("width", "")), float(root.get("height", ""))]
    left, top, width, height = box
    return left, top, width, height


def _kind(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _check(element: Any) -> None:
    for key, value in element.attrib.items():
        if str(key) not in _PLAIN and not (str(key) in _OPAQUE and float(value) >= 1):
            raise _BeyondError


def _inherit(element: Any, paint: _Paint) -> _Paint:
    given = {key: str(value).strip() for key, value in element.attrib.items()}
    if "fill" in given:
        paint = replace(paint, fill=_color(given["fill"]))
    if "stroke" in given:
        paint = replace(paint, stroke=_color(given["stroke"]))
    if "stroke-width" in given:
        paint = replace(paint, width=float(given["stroke-width"]))
    if "fill-rule" in given:
        paint = replace(paint, even_odd=given["fill-rule"] == "evenodd")
    if "stroke-linecap" in given:
        paint = replace(paint, cap=_CAPS[given["stroke-linecap"]])
    if "stroke-linejoin" in given:
        paint = replace(paint, join=_JOINS[given["stroke-linejoin"]])
    if "stroke-miterlimit" in given:
        paint = replace(paint, miter=float(given["stroke-miterlimit"]))
    return paint


def _color(text: str) -> str:
    text = _NAMES.get(text.lower(), text)
    if text == "none":
        return text
    if not _HEX.fullmatch(text):
        raise _BeyondError
    return text if len(text) == 7 else "#" + "".join(2 * digit for digit in text[1:])


def _element(element: Any, paint: _Paint) -> Iterator[str]:
    kind = _kind(element)
    if kind in _SILENT or not kind:
        return
    _check(element)
    paint = _inherit(element, paint)
    moves = [_exact(_matrix(*found)) for found in _TRANSFORM.findall(element.get("transform", ""))]
    yield from ("q", *(f"{move} cm" for move in moves))
    if kind == "g":
        for child in element:
            yield from _element(child, paint)
    elif kind in _OUTLINES:
        yield from _painted(list(_OUTLINES[kind](element)), paint)
    else:
        raise _BeyondError
    yield "Q"


def _painted(outline: list[str], paint: _Paint) -> Iterator[str]:
    star = "*" if paint.even_odd else ""
    filled, stroked = paint.fill != "none", paint.stroke != "none" and paint.width > 0
    if not outline or not (filled or stroked):
        return
    if filled:
        yield f"{_rgb(paint.fill)} rg"
    if stroked:
        yield f"{_rgb(paint.stroke)} RG {_exact([paint.width])} w {paint.cap} J {paint.join} j"
        yield f"{_exact([max(1.0, paint.miter)])} M"
    yield from outline
    yield f"B{star}" if filled and stroked else f"f{star}" if filled else "S"


def _rgb(color: str) -> str:
    return _exact([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])


def _exact(values: Any) -> str:
    """Numbers with as many decimals as a small logo in a large box needs."""
    words = " ".join([f"{value:.8f}".rstrip("0").rstrip(".") or "0" for value in values])
    if "n" in words:  # "inf" or "nan"
        raise _BeyondError
    return words


def _matrix(name: str, words: str) -> tuple[float, ...]:
    given = [float(word) for word in _NUMBER.findall(words)]
    match name, len(given):
        case "matrix", 6:
            return tuple(given)
        case "translate", 1 | 2:
            return (1, 0, 0, 1, given[0], given[1] if len(given) > 1 else 0.0)
        case "scale", 1 | 2:
            return (given[0], 0, 0, given[-1], 0, 0)
        case "rotate", 1 | 3:
            cos, sin = math.cos(math.radians(given[0])), math.sin(math.radians(given[0]))
            x, y = given[1:] or (0.0, 0.0)
            return (cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)
        case _:
            raise _BeyondError


# ------------------------------------------------------------------ outlines


_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _operators(pen: OutlinePen) -> list[str]:
    return [f"{_exact(segment.points)} {_OPERATORS[segment.op]}".lstrip() for segment in pen.segments]


def _path(element: Any) -> list[str]:
    pen = OutlinePen()
    parse_path(element.get("d", ""), pen)
    return _operators(pen)


def _length(element: Any, name: str) -> float:
    return float(element.get(name, "0"))


def _rect(element: Any) -> list[str]:
    x, y, width, height = (_length(element, name) for name in ("x", "y", "width", "height"))
    if element.get("rx") is None and element.get("ry") is None:
        return [f"{_exact((x, y, width, height))} re"] if width > 0 and height > 0 else []
    rx = min(float(element.get("rx", element.get("ry"))), width / 2)
    ry = min(float(element.get("ry", element.get("rx"))), height / 2)
    pen, cx, cy = OutlinePen(), rx * (1 - _CURVE), ry * (1 - _CURVE)
    right, bottom = x + width, y + height
    pen.moveTo((x + rx, y))
    pen.lineTo((right - rx, y))
    pen.curveTo((right - cx, y), (right, y + cy), (right, y + ry))
    pen.lineTo((right, bottom - ry))
    pen.curveTo((right, bottom - cy), (right - cx, bottom), (right - rx, bottom))
    pen.lineTo((x + rx, bottom))
    pen.curveTo((x + cx, bottom), (x, bottom - cy), (x, bottom - ry))
    pen.lineTo((x, y + ry))
    pen.curveTo((x, y + cy), (x + cx, y), (x + rx, y))
    pen.closePath()
    return _operators(pen)


def _oval(element: Any) -> list[str]:
    x, y = _length(element, "cx"), _length(element, "cy")
    rx = _length(element, "r") or _length(element, "rx")
    ry = _length(element, "r") or _length(element, "ry")
    if rx <= 0 or ry <= 0:
        return []
    pen, ox, oy = OutlinePen(), rx * _CURVE, ry * _CURVE
    pen.moveTo((x + rx, y))
    pen.curveTo((x + rx, y + oy), (x + ox, y + ry), (x, y + ry))
    pen.curveTo((x - ox, y + ry), (x - rx, y + oy), (x - rx, y))
    pen.curveTo((x - rx, y - oy), (x - ox, y - ry), (x, y - ry))
    pen.curveTo((x + ox, y - ry), (x + rx, y - oy), (x + rx, y))
    pen.closePath()
    return _operators(pen)


def _points(element: Any) -> list[str]:
    values = [float(word) for word in _NUMBER.findall(element.get("points", ""))]
    pairs = list(zip(values[0::2], values[1::2], strict=True))
    lines = [f"{_exact(pair)} {'l' if at else 'm'}" for at, pair in enumerate(pairs)]
    return [*lines, "h"] if lines and _kind(element) == "polygon" else lines


def _line(element: Any) -> list[str]:
    x1, y1, x2, y2 = (_length(element, name) for name in ("x1", "y1", "x2", "y2"))
    return [f"{_exact((x1, y1))} m", f"{_exact((x2, y2))} l"]


_OUTLINES: Mapping[str, Callable[[Any], list[str]]] = {
    "path": _path, "rect": _rect, "circle": _oval, "ellipse": _oval, "polygon": _points, "polyline": _points,
    "line": _line,
}  # fmt: skip
