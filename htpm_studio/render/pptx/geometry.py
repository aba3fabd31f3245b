"""Frames, outlines, fills and lines of a scene as DrawingML."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import assert_never

from htpm_studio.frozen import dataclass
from htpm_studio.render.office.theme import ThemeRefs
from htpm_studio.render.office.xml import Element, node
from htpm_studio.scene.nodes import (
    Color,
    ColorStop,
    Ellipse,
    Geometry,
    LinearGradient,
    Paint,
    Path,
    Rectangle,
    Segment,
    Shape,
    Stroke,
)
from htpm_studio.units import Box, emu

_PATH_TAGS = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo", "Z": "a:close"}


@dataclass(frozen=True, slots=True)
class EmuFrame:
    """A box in EMU."""

    x: int
    y: int
    width: int
    height: int

    def overlaps(self, other: EmuFrame) -> bool:
        """Whether the two have an area in common."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height


def frame(box: Box) -> EmuFrame:
    """The box in EMU; its edges are rounded, so that neighbors still touch."""
    x, y = emu(box.x), emu(box.y)
    return EmuFrame(x, y, max(0, emu(box.right) - x), max(0, emu(box.bottom) - y))


def xfrm(place: EmuFrame, *, turn: float = 0.0, flip_h: bool = False, flip_v: bool = False) -> Element:
    """Place, size, turn (degrees clockwise) and flips of a shape."""
    return node(
        "a:xfrm",
        node("a:off", x=place.x, y=place.y),
        node("a:ext", cx=place.width, cy=place.height),
        rot=round(turn * 60_000) % 21_600_000 or None,
        flipH=flip_h or None,
        flipV=flip_v or None,
    )


# ------------------------------------------------------------------ outlines


def outline(geometry: Geometry, box: Box) -> Element:
    """The outline: a preset where one fits, otherwise a path in EMU from the box's corner."""
    match geometry:
        case Ellipse():
            return preset("ellipse")
        case Rectangle(radii):
            return _rectangle(radii, box)
        case Path(segments):
            return _path(segments, box)
        case _:
            assert_never(geometry)


def preset(name: str, *adjustments: tuple[str, int]) -> Element:
    """A preset outline of DrawingML with its adjust values."""
    guides = [node("a:gd", name=key, fmla=f"val {value}") for key, value in adjustments]
    return node("a:prstGeom", node("a:avLst", guides), prst=name)


def path_box(shape: Shape) -> Box:
    """The box of a shape, widened so that each point of its path lies inside."""
    if not isinstance(shape.geometry, Path):
        return shape.box
    points = [step.points for step in shape.geometry.segments]
    xs = [x for values in points for x in values[0::2]] or [shape.box.x]
    ys = [y for values in points for y in values[1::2]] or [shape.box.y]
    hull = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return shape.box if shape.box.contains(hull, slack=0.01) else hull


def straight(geometry: Geometry) -> tuple[float, float, float, float] | None:
    """The two ends of a path that is one straight line."""
    if isinstance(geometry, Path) and [step.op for step in geometry.segments] == ["M", "L"]:
        (x1, y1), (x2, y2) = (step.points for step in geometry.segments)
        return x1, y1, x2, y2
    return None


def _rectangle(radii: tuple[float, float, float, float], box: Box) -> Element:
    short = min(box.width, box.height)
    if not any(radii) or short <= 0:
        return preset("rect")
    top_left, top_right, bottom_right, bottom_left = (min(50_000, round(r / short * 100_000)) for r in radii)
    if top_left == top_right and bottom_right == bottom_left:
        if top_left == bottom_left:
            return preset("roundRect", ("adj", top_left))
        return preset("round2SameRect", ("adj1", top_left), ("adj2", bottom_left))
    if not (top_left or bottom_right or bottom_left):
        return preset("round1Rect", ("adj", top_right))
    return _path(_rounded(box, tuple(min(r, short / 2) for r in radii)), box)


def _rounded(box: Box, radii: Iterable[float]) -> tuple[Segment, ...]:
    """A rectangle with four radii as a path; a quarter circle is one cubic curve."""
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    incoming = ((0, 1), (-1, 0), (0, -1), (1, 0))
    outgoing = ((1, 0), (0, 1), (-1, 0), (0, -1))
    steps: list[Segment] = []
    bend = 1 - 4 / 3 * math.tan(math.pi / 8)
    for (x, y), (ix, iy), (ox, oy), radius in zip(corners, incoming, outgoing, radii, strict=True):
        start = (x + ix * radius, y + iy * radius)
        steps.append(Segment("L" if steps else "M", start))
        if radius:
            near = radius * bend
            control = (x + ix * near, y + iy * near, x + ox * near, y + oy * near)
            steps.append(Segment("C", (*control, x + ox * radius, y + oy * radius)))
    return (*steps, Segment("Z"))


def _path(segments: tuple[Segment, ...], box: Box) -> Element:
    place = frame(box)

    def points(values: tuple[float, ...]) -> list[Element]:
        pairs = zip(values[0::2], values[1::2], strict=True)
        return [node("a:pt", x=emu(x) - place.x, y=emu(y) - place.y) for x, y in pairs]

    steps = [node(_PATH_TAGS[step.op], points(step.points)) for step in segments]
    empty = [node(tag) for tag in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst")]
    text_box = node("a:rect", l="0", t="0", r="r", b="b")
    return node("a:custGeom", empty, text_box, node("a:pathLst", node("a:path", steps, w=place.width, h=place.height)))


# ------------------------------------------------------------------ paint


def fill(paint: Paint | None, box: Box, refs: ThemeRefs) -> Element:
    """A solid, gradient or empty fill."""
    match paint:
        case None:
            return node("a:noFill")
        case Color():
            return refs.solid(paint)
        case LinearGradient():
            return _gradient(paint, box, refs)
        case _:
            assert_never(paint)


def line(stroke: Stroke | None, refs: ThemeRefs) -> Element:
    """The line of a shape, always written so that no theme style shows."""
    if stroke is None:
        return node("a:ln", node("a:noFill"))
    dashes = zip(stroke.dash[0::2], stroke.dash[1::2], strict=False)
    unit = 100_000 / max(stroke.width, 0.01)
    pattern = [node("a:ds", d=round(on * unit), sp=round(off * unit)) for on, off in dashes]
    return node(
        "a:ln",
        refs.solid(stroke.color),
        node("a:custDash", pattern) if pattern else node("a:prstDash", val="solid"),
        node("a:round"),
        w=emu(stroke.width),
        cap="rnd" if stroke.cap == "round" else "flat",
    )


def _gradient(paint: LinearGradient, box: Box, refs: ThemeRefs) -> Element:
    """A gradient along any line; Office draws it from edge to edge of the box, so stops are moved."""
    dx = (paint.end[0] - paint.start[0]) * box.width
    dy = (paint.end[1] - paint.start[1]) * box.height
    length = math.hypot(dx, dy)
    if length == 0:
        return refs.solid(paint.stops[-1].color)
    ux, uy = dx / length, dy / length
    reach = abs(box.width * ux) + abs(box.height * uy)
    first = ((paint.start[0] - 0.5) * box.width * ux + (paint.start[1] - 0.5) * box.height * uy) / reach + 0.5
    moved = [ColorStop(first + stop.offset * length / reach, stop.color) for stop in paint.stops]
    stops = [node("a:gs", refs.color(stop.color), pos=round(stop.offset * 100_000)) for stop in _within(moved)]
    angle = round(math.degrees(math.atan2(dy, dx)) * 60_000) % 21_600_000
    return node("a:gradFill", node("a:gsLst", stops), node("a:lin", ang=angle, scaled=False), rotWithShape=True)


def _within(stops: list[ColorStop]) -> list[ColorStop]:
    """The stops between 0 and 1, with the colors that show at both ends."""
    inner = [stop for stop in stops if 0 < stop.offset < 1]
    return [ColorStop(0, _color_at(stops, 0)), *inner, ColorStop(1, _color_at(stops, 1))]


def _color_at(stops: list[ColorStop], place: float) -> Color:
    if place <= stops[0].offset:
        return stops[0].color
    for left, right in pairwise(stops):
        if place <= right.offset:
            span = right.offset - left.offset
            return _mix(left.color, right.color, (place - left.offset) / span if span else 1.0)
    return stops[-1].color


def _mix(first: Color, second: Color, part: float) -> Color:
    if part in (0.0, 1.0) or first.hex == second.hex:
        alpha = first.alpha + (second.alpha - first.alpha) * part
        near = second if part == 1.0 else first
        return Color(near.hex, near.role, alpha)
    mixed = (round(a + (b - a) * part) for a, b in zip(first.rgb, second.rgb, strict=True))
    return Color(
        "#" + "".join(f"{value:02X}" for value in mixed), alpha=first.alpha + (second.alpha - first.alpha) * part
    )
