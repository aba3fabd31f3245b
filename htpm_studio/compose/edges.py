"""Whether the edge of a picture can be seen against what is around it, and the line that makes it so."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import ScrimLeaf
from htpm_studio.errors import InputError
from htpm_studio.frozen import dataclass
from htpm_studio.project.color_samples import colors_at
from htpm_studio.project.oklch import contrast, distance, mix
from htpm_studio.project.palette import Palette
from htpm_studio.scene.nodes import (
    Color,
    ColorStop,
    Ellipse,
    Geometry,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stroke,
)
from htpm_studio.units import Box, Size

SAME_CONTRAST, SAME_COLOR = 1.25, 0.12
"""The WCAG contrast and the OKLab distance below both of which two neighboring colors read as one tone."""

MOST_MELTING = 0.2
"""The share of a side of a picture that may have the tone of what is beside it."""

LINE_CONTRAST, LINE = 3.0, 0.25
"""The contrast of a keyline with both of its sides, and its width in units of the page."""

LINE_ROLES = (
    "tint-3", "panel-3", "deep-3", "panel", "primary-text", "ink-muted", "on-deep-muted", "on-panel", "on-deep",
    "surface", "deep", "ink",
)  # fmt: skip
"""The roles that a keyline may have: no accent, which a piece has only one of."""

_STEP, _ROUND, _IN, _OUT, _DENSE = 1 / 48, 96, 0.02, 1.5, 0.5
_ARC = 0.5523

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PageGrounds:
    """The painted areas of a page besides pictures: grounds in their order, and scrims over pictures."""

    page: Size
    grounds: tuple[tuple[Box, str], ...]
    scrims: tuple[tuple[Box, tuple[ColorStop, ...]], ...]

    def at(self, spot: Point) -> str | None:
        """The color of the uppermost ground at a point; None outside the page."""
        x, y = spot
        if not (0 <= x <= self.page.width and 0 <= y <= self.page.height):
            return None
        return next((color for box, color in reversed(self.grounds) if box.holds(*spot)), None)

    def darkened(self, color: str, spot: Point) -> str | None:
        """A color of a picture as it looks at a point; None where a scrim lets it melt into the ground on purpose."""
        for box, stops in self.scrims:
            if box.holds(*spot):
                alpha = _alpha(stops, (spot[0] - box.x) / box.width)
                if alpha > _DENSE:
                    return None
                color = mix(color, stops[0].color.hex, alpha)
        return color


def around(root: Placed) -> PageGrounds:
    """What surrounds the pictures of a laid-out page."""
    size = Size(root.box.width, root.box.height)
    grounds = tuple(
        (placed.box, placed.frame.decor.fill.hex) for placed in root.walk() if placed.frame.decor.fill is not None
    )
    scrims = tuple(
        (placed.box, placed.frame.leaf.stops) for placed in root.walk() if isinstance(placed.frame.leaf, ScrimLeaf)
    )
    return PageGrounds(size, grounds, scrims)


def _alpha(stops: Sequence[ColorStop], place: float) -> float:
    before = stops[0]
    for stop in stops:
        if place < stop.offset:
            share = (place - before.offset) / max(stop.offset - before.offset, 1e-6)
            return before.color.alpha + (stop.color.alpha - before.color.alpha) * max(0.0, share)
        before = stop
    return before.color.alpha


# ------------------------------------------------------------------ judging


@dataclass(frozen=True, slots=True)
class Edge:
    """A point of a picture's outline: on which side it is, the color of the picture there and that beside it.

    A point at the edge of the page has nothing beside it.
    """

    side: int
    inner: str
    outer: str | None

    @property
    def melts(self) -> bool:
        """Whether the picture and what is beside it are of one tone here."""
        return self.outer is not None and one_tone(self.inner, self.outer)


def one_tone(first: str, second: str) -> bool:
    """Whether two colors beside each other read as one area."""
    return contrast(first, second) < SAME_CONTRAST and distance(first, second) < SAME_COLOR


def edges_of(
    picture: Picture, beside: Callable[[Point], str | None], look: Callable[[str, Point], str | None]
) -> list[Edge]:
    """The points along the outline of a picture; `look` says how a color of it looks at a point, if it can be seen."""
    box, inside = picture.box, _IN * min(picture.box.width, picture.box.height)
    line = list(_outline(picture.frame, box))
    inner_line = [(x - across * inside, y - down * inside) for (x, y), (across, down) in line]
    spots = tuple(((x - box.x) / box.width, (y - box.y) / box.height) for x, y in inner_line)
    colors = colors_at(picture.source, picture.crop, spots)
    found = []
    for ((x, y), (across, down)), inner, color in zip(line, inner_line, colors, strict=True):
        side = (3 if across < 0 else 1) if abs(across) > abs(down) else (0 if down < 0 else 2)
        seen = look(color, inner)
        outer = beside((x + across * _OUT, y + down * _OUT)) if seen is not None else None
        found.append(Edge(side, seen or color, outer))
    return found


def melts(edges: Sequence[Edge]) -> bool:
    """True if more than a fifth of a side looks like what is beside it."""
    for side in range(4):
        beside = [edge for edge in edges if edge.side == side and edge.outer is not None]
        if beside and sum(edge.melts for edge in beside) > MOST_MELTING * len(beside):
            return True
    return False


@lru_cache(maxsize=512)
def melts_into(picture: Picture, ground: str) -> bool:
    """Whether a picture melts into a ground that is all around it."""
    return melts(edges_of(picture, lambda _spot: ground, lambda color, _spot: color))


def keyline(picture: Picture, near: PageGrounds, palette: Palette, unit: float) -> Shape | None:
    """A thin line along the frame of a picture that is of one tone with what is around it; None where none is needed.

    It runs where the picture has something beside it, in the quietest role with enough contrast to both.
    """
    try:
        edges = edges_of(picture, near.at, near.darkened)
    except InputError:
        return None
    if not melts(edges):
        return None
    tones = {color for edge in edges if edge.melts for color in (edge.inner, edge.outer) if color is not None}
    free = frozenset(side for side in range(4) if all(edge.outer is None for edge in edges if edge.side == side))
    width = LINE * unit
    stroke = Stroke(_line_color(palette, tones), width, "butt")
    box = _inset(picture.box, width / 2)
    return Shape("keyline", box, _geometry(picture.frame, box, width / 2, free), None, stroke, fixed=picture.fixed)


def _line_color(palette: Palette, tones: set[str]) -> Color:
    rated = [(min(contrast(palette[role], tone) for tone in tones), role) for role in LINE_ROLES]
    good = [rating for rating in rated if rating[0] >= LINE_CONTRAST]
    role = min(good)[1] if good else max(rated)[1]
    return Color(palette[role], role)


# ------------------------------------------------------------------ outlines


def _radii(frame: Rectangle | Ellipse, box: Box) -> tuple[float, float, float, float]:
    return frame.radii if isinstance(frame, Rectangle) else (min(box.width, box.height) / 2,) * 4


def _outline(frame: Rectangle | Ellipse, box: Box) -> Iterator[tuple[Point, Point]]:
    """Points along a frame with the direction that leads out of it."""
    if isinstance(frame, Ellipse):
        for number in range(_ROUND):
            angle = math.tau * number / _ROUND
            out = (math.cos(angle), math.sin(angle))
            yield (box.center[0] + out[0] * box.width / 2, box.center[1] + out[1] * box.height / 2), out
        return
    a, b, c, d = _radii(frame, box)
    step = _STEP * 2 * (box.width + box.height) / 4
    sides = (
        ((box.x + a, box.y), (box.right - b, box.y), (0.0, -1.0)),
        ((box.right, box.y + b), (box.right, box.bottom - c), (1.0, 0.0)),
        ((box.right - c, box.bottom), (box.x + d, box.bottom), (0.0, 1.0)),
        ((box.x, box.bottom - d), (box.x, box.y + a), (-1.0, 0.0)),
    )
    for start, end, out in sides:
        count = round(math.dist(start, end) / step)
        for at in ((number + 0.5) / count for number in range(count)):
            yield (start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at), out
    corners = (
        ((box.x + a, box.y + a), a, math.pi),
        ((box.right - b, box.y + b), b, 1.5 * math.pi),
        ((box.right - c, box.bottom - c), c, 0.0),
        ((box.x + d, box.bottom - d), d, 0.5 * math.pi),
    )
    for middle, radius, begin in corners:
        count = round(radius * math.pi / 2 / step)
        for number in range(count):
            angle = begin + (number + 0.5) / count * math.pi / 2
            out = (math.cos(angle), math.sin(angle))
            yield (middle[0] + out[0] * radius, middle[1] + out[1] * radius), out


def _inset(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, max(0.0, box.width - 2 * by), max(0.0, box.height - 2 * by))


def _geometry(frame: Rectangle | Ellipse, box: Box, inset: float, free: frozenset[int]) -> Geometry:
    """The line along a frame, which leaves out the sides that are at the edge of the page."""
    if isinstance(frame, Ellipse) or not free:
        if isinstance(frame, Ellipse):
            return Ellipse()
        a, b, c, d = (max(0.0, radius - inset) for radius in frame.radii)
        return Rectangle((a, b, c, d))
    return Path(tuple(_open_line(box, frame.radii, inset, free)))


def _open_line(
    box: Box, radii: tuple[float, float, float, float], inset: float, free: frozenset[int]
) -> Iterator[Segment]:
    a, b, c, d = (max(0.0, radius - inset) for radius in radii)
    # A line that ends at the edge of the page runs up to it.
    left, right = box.x - (inset if 3 in free else 0.0), box.right + (inset if 1 in free else 0.0)
    top, bottom = box.y - (inset if 0 in free else 0.0), box.bottom + (inset if 2 in free else 0.0)
    sides = (
        ((left + a, top), (right - b, top), (right, top)),
        ((right, top + b), (right, bottom - c), (right, bottom)),
        ((right - c, bottom), (left + d, bottom), (left, bottom)),
        ((left, bottom - d), (left, top + a), (left, top)),
    )
    first = next((side for side in range(4) if (side - 1) % 4 in free and side not in free), 0)
    going = False
    for step in range(4):
        side = (first + step) % 4
        start, end, corner = sides[side]
        if side in free:
            going = False
            continue
        yield Segment("L" if going else "M", start)
        yield Segment("L", end)
        onward = sides[(side + 1) % 4][0]
        if (side + 1) % 4 not in free and math.dist(end, onward) > 0:
            yield Segment("C", (*_towards(end, corner), *_towards(onward, corner), *onward))
        going = True


def _towards(start: Point, corner: Point) -> Point:
    return start[0] + (corner[0] - start[0]) * _ARC, start[1] + (corner[1] - start[1]) * _ARC
