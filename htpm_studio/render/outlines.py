"""Every outline as the same moves, lines and curves, so that all painting back ends draw one shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from htpm_studio.scene.nodes import Ellipse, Geometry, LinearGradient, Paint, Path, Rectangle, Segment
from htpm_studio.units import Box

KAPPA = 0.5522847498
"""Length of a Bézier handle that makes a quarter circle of radius 1."""


def outline(geometry: Geometry, box: Box) -> tuple[Segment, ...]:
    """The outline of a geometry in page coordinates; radii that do not fit shrink together, as in CSS."""
    match geometry:
        case Rectangle(radii):
            return tuple(_rounded(box, _fit(radii, box)) if any(radii) else _corners(box))
        case Ellipse():
            return tuple(_ellipse(box))
        case Path(segments):
            return segments
        case _:
            assert_never(geometry)


def draw_segments(path: Any, segments: Iterable[Segment]) -> None:
    """Add the moves, lines and curves to a path of Skia."""
    for step in segments:
        match step.op:
            case "M":
                path.moveTo(*step.points)
            case "L":
                path.lineTo(*step.points)
            case "C":
                path.cubicTo(*step.points)
            case "Z":
                path.close()
            case _:
                assert_never(step.op)


def is_plain(geometry: Geometry) -> bool:
    """Whether the outline is the node's box itself."""
    return isinstance(geometry, Rectangle) and not any(geometry.radii)


def settled(paint: Paint) -> Paint:
    """The paint, or the last color of a gradient that has one stop or no length."""
    if isinstance(paint, LinearGradient) and (len(paint.stops) == 1 or paint.start == paint.end):
        return paint.stops[-1].color
    return paint


def _corners(box: Box) -> Iterator[Segment]:
    yield Segment("M", (box.x, box.y))
    yield Segment("L", (box.right, box.y))
    yield Segment("L", (box.right, box.bottom))
    yield Segment("L", (box.x, box.bottom))
    yield Segment("Z")


def _fit(radii: tuple[float, float, float, float], box: Box) -> tuple[float, float, float, float]:
    a, b, c, d = (max(0.0, radius) for radius in radii)
    sides = ((box.width, a + b), (box.height, b + c), (box.width, c + d), (box.height, d + a))
    factor = min([1.0, *(side / both for side, both in sides if both > 0)])
    return a * factor, b * factor, c * factor, d * factor


def _rounded(box: Box, radii: tuple[float, float, float, float]) -> Iterator[Segment]:
    a, b, c, d = radii
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    yield Segment("M", (left + a, top))
    yield Segment("L", (right - b, top))
    yield from _corner((right - b, top), (right, top), (right, top + b))
    yield Segment("L", (right, bottom - c))
    yield from _corner((right, bottom - c), (right, bottom), (right - c, bottom))
    yield Segment("L", (left + d, bottom))
    yield from _corner((left + d, bottom), (left, bottom), (left, bottom - d))
    yield Segment("L", (left, top + a))
    yield from _corner((left, top + a), (left, top), (left + a, top))
    yield Segment("Z")


def _corner(start: tuple[float, float], corner: tuple[float, float], end: tuple[float, float]) -> Iterator[Segment]:
    """A quarter circle from `start` to `end` below the `corner`; nothing when the radius is 0."""
    if start == end:
        return
    first = tuple(p + (q - p) * KAPPA for p, q in zip(start, corner, strict=True))
    second = tuple(p + (q - p) * KAPPA for p, q in zip(end, corner, strict=True))
    yield Segment("C", (*first, *second, *end))


def _ellipse(box: Box) -> Iterator[Segment]:
    (cx, cy), left, top, right, bottom = box.center, box.x, box.y, box.right, box.bottom
    yield Segment("M", (cx, top))
    yield from _corner((cx, top), (right, top), (right, cy))
    yield from _corner((right, cy), (right, bottom), (cx, bottom))
    yield from _corner((cx, bottom), (left, bottom), (left, cy))
    yield from _corner((left, cy), (left, top), (cx, top))
    yield Segment("Z")
