"""What a drawing costs to paint, with every repetition counted, before anything paints it.

The limits were measured with resvg: on 1024 x 512 pixels a plain shape that fills the canvas takes 0.2 ms,
a translucent one or a gradient 20 ms, a layer (group opacity, mask, clip, blend) 50 ms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.project.svg_clean import NUMBER
from htpm_studio.project.svg_styles import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_SHAPES = 4_000
MAX_SOFT = 300
MAX_LAYERS = 60
MAX_OUTLINE = 400_000
MAX_REACH = 100
MAX_CHAIN = 200

_HREF = "{http://www.w3.org/1999/xlink}href"
_APART = frozenset(("defs", "symbol", "clipPath", "mask", "linearGradient", "radialGradient"))
_SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image"))
_REFERENCE = re.compile(r"url\(#([^)]*)\)")
_GEOMETRY = frozenset(("d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"))
_SOFT = ("fill-opacity", "stroke-opacity")


@dataclass(frozen=True, slots=True)
class Cost:
    """Painted shapes, those of them that blend, layers, and characters of outline."""

    shapes: int = 0
    soft: int = 0
    layers: int = 0
    outline: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.shapes + other.shapes,
            self.soft + other.soft,
            self.layers + other.layers,
            self.outline + other.outline,
        )


def check_budget(name: str, root: Element, side: float) -> Cost:
    """The cost of a cleaned drawing whose long side is `side` in its own units.

    Raises InputError when it refers to itself, is too much work to paint, or reaches far outside its frame.
    """
    _check_reach(name, root, 1.0, side * MAX_REACH)
    cost = _Counter(name, root).cost(root, soft=False)
    over = cost.shapes > MAX_SHAPES or cost.soft > MAX_SOFT or cost.layers > MAX_LAYERS or cost.outline > MAX_OUTLINE
    if over:
        raise InputError(
            msg("{name} is too complicated to be drawn on every piece.", name=name),
            "Save the logo as PNG and use that.",
        )
    return cost


def _check_reach(name: str, element: Element, scale: float, limit: float) -> None:
    """Bound how far outlines go beyond the frame, with the transforms around them: far curves take very long."""
    for function, arguments in re.findall(r"(\w+)\s*\(([^)]*)\)", element.get("transform", "")):
        numbers = [abs(float(number)) for number in NUMBER.findall(arguments)]
        if function in ("scale", "matrix") and numbers:
            scale *= max(numbers[:4])
    values = (NUMBER.findall(str(value)) for key, value in element.attrib.items() if key in _GEOMETRY)
    reach = max((abs(float(number)) for numbers in values for number in numbers), default=0.0)
    if max(scale, reach * scale) > limit:
        raise InputError(
            msg("{name} has parts far outside its page.", name=name),
            "Remove them, or save the logo as PNG and use that.",
        )
    for child in element:
        _check_reach(name, child, scale, limit)


class _Counter:
    """Adds up costs along the tree and along references; each element is worked out once."""

    def __init__(self, name: str, root: Element) -> None:
        self._name = name
        self._ids: Mapping[str, Element] = {str(e.get("id")): e for e in root.iter() if e.get("id")}
        self._known: dict[tuple[Element, bool], Cost] = {}
        self._open: list[Element] = []

    def cost(self, element: Element, *, soft: bool) -> Cost:
        """The cost of an element where it is painted; `soft` when its surroundings make it blend."""
        key = (element, soft)
        if key in self._known:
            return self._known[key]
        if element in self._open or len(self._open) > MAX_CHAIN:
            raise InputError(
                msg("{name} refers to itself, or its references never end.", name=self._name), "Save the logo as PNG."
            )
        self._open.append(element)
        try:
            self._known[key] = self._count(element, soft=soft)
        finally:
            self._open.pop()
        return self._known[key]

    def _count(self, element: Element, *, soft: bool) -> Cost:
        tag = local_name(element)
        paints = [_REFERENCE.findall(element.get(key, "")) for key in ("fill", "stroke")]
        soft = soft or any(paints) or any(element.get(key, "1") not in ("1", "100%") for key in _SOFT)
        soft = soft or any("a(" in element.get(key, "").lower() for key in ("fill", "stroke"))
        total = Cost()
        if tag in _SHAPES:
            outline = len(element.get("d", "")) + len(element.get("points", ""))
            total += Cost(1, int(soft or tag == "image"), 0, outline + len(element.get("stroke-dasharray", "")))
        for child in element:
            if local_name(child) not in _APART:
                total += self.cost(child, soft=soft)
        for target in [*_used(element), *paints[0], *paints[1]]:
            if target in self._ids:
                total += self.cost(self._ids[target], soft=soft)
        return total + Cost(layers=_layers(element))


def _used(element: Element) -> list[str]:
    """The ids that an element uses, as a copy, a clip or a mask."""
    link = element.get(_HREF, "")
    found = [link[1:]] if link.startswith("#") else []
    for key in ("clip-path", "mask"):
        found += _REFERENCE.findall(element.get(key, ""))
    return found


def _layers(element: Element) -> int:
    count = sum(1 for key in ("clip-path", "mask") if "url" in element.get(key, ""))
    count += element.get("opacity", "1") not in ("1", "1.0", "100%")
    count += bool(element.get("style"))
    return count + (local_name(element) in ("svg", "symbol"))
