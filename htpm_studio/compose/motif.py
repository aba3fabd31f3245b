"""The connection motif: strands with heads, bundles, arches, lattices and dot drawings, seeded.

A strand is a round-capped line with a detached dot as its head. Coordinates are those of the box
that the drawing fills; colors are palette roles.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from htpm_studio.frozen import dataclass
from htpm_studio.scene.nodes import Segment

QUARTER = 0.5523  # handle of a cubic that draws a quarter circle
MOST_NODES = 3000
"""Nodes of a lattice; the largest page of the program has some 500."""

Point = tuple[float, float]


class Mulberry32:
    """A small generator that gives the same numbers on every machine (Tommy Ettinger's mulberry32)."""

    def __init__(self, seed: int) -> None:
        self._state = seed & 0xFFFFFFFF

    @property
    def state(self) -> int:
        """Where the numbers have come to; a generator that begins there goes on with the same ones."""
        return self._state

    def fraction(self) -> float:
        """The next number in [0, 1)."""
        self._state = (self._state + 0x6D2B79F5) & 0xFFFFFFFF
        t = self._state
        t = ((t ^ (t >> 15)) * (t | 1)) & 0xFFFFFFFF
        t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & 0xFFFFFFFF)) & 0xFFFFFFFF
        return ((t ^ (t >> 14)) & 0xFFFFFFFF) / 4294967296

    def below(self, count: int) -> int:
        """The next whole number in [0, count)."""
        return int(self.fraction() * count)


@dataclass(frozen=True, slots=True)
class Strand:
    """A round-capped line."""

    segments: tuple[Segment, ...]
    width: float
    role: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    role: str


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled shape; it has no line around it, so its `width` is 0."""

    segments: tuple[Segment, ...]
    role: str
    width: float = 0.0


Mark = Strand | Dot | Patch

# quiet, middle, strong, light, accent
LADDER: dict[str, tuple[str, str, str, str, str]] = {
    "surface": ("tint-1", "tint-2", "tint-3", "panel", "thread-on-surface"),
    "surface-alt": ("tint-2", "tint-2", "tint-3", "panel", "thread-on-surface"),
    "panel": ("panel-1", "panel-2", "panel-3", "on-panel", "thread-on-panel"),
    "deep": ("deep-1", "deep-2", "deep-3", "on-deep", "thread-on-deep"),
    "dark": ("dark-1", "dark-2", "dark-3", "on-dark", "thread-on-dark"),
}


@dataclass(frozen=True, slots=True)
class Lane:
    """How one strand of a bundle ends: lengths cut off at its start and end, and its color role."""

    role: str
    start: float = 0.0
    end: float = 0.0


def bundle(
    points: Sequence[Point],
    lanes: Sequence[Lane],
    pitch: float,
    radius: float,
    *,
    heads: bool = True,
    tails: bool = False,
) -> list[Mark]:
    """Parallel strands along an axis-aligned center line with concentric round corners of `radius`.

    They end under heads, and with `tails` they begin under heads, too.
    """
    directions = [_direction(a, b) for a, b in pairwise(points)]
    marks: list[Mark] = []
    for index, lane in enumerate(lanes):
        offset = (index - (len(lanes) - 1) / 2) * pitch
        corners = _corners(points, directions, offset, lane)
        marks.append(Strand(_rounded(corners, directions, radius, offset), 0.5 * pitch, lane.role))
        if heads:
            (x, y), (dx, dy) = corners[-1], directions[-1]
            marks.append(Dot(x + dx * 0.74 * pitch, y + dy * 0.74 * pitch, 0.36 * pitch, lane.role))
        if tails:
            (x, y), (dx, dy) = corners[0], directions[0]
            marks.append(Dot(x - dx * 0.74 * pitch, y - dy * 0.74 * pitch, 0.36 * pitch, lane.role))
    return marks


def _direction(a: Point, b: Point) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = abs(dx) + abs(dy)
    return (dx / length, dy / length) if length else (1.0, 0.0)


def _corners(points: Sequence[Point], directions: Sequence[Point], offset: float, lane: Lane) -> list[Point]:
    corners: list[Point] = []
    for index, (x, y) in enumerate(points):
        before = directions[index - 1] if index else None
        after = directions[index] if index < len(directions) else None
        for direction in (before, after):
            if direction is not None:
                x, y = x - direction[1] * offset, y + direction[0] * offset  # noqa: PLW2901
        if before is None and after is not None:
            x, y = x + after[0] * lane.start, y + after[1] * lane.start  # noqa: PLW2901
        if after is None and before is not None:
            x, y = x - before[0] * lane.end, y - before[1] * lane.end  # noqa: PLW2901
        corners.append((x, y))
    return corners


def _rounded(
    corners: Sequence[Point], directions: Sequence[Point], radius: float, offset: float
) -> tuple[Segment, ...]:
    steps = [Segment("M", corners[0])]
    for index in range(1, len(corners) - 1):
        (ax, ay), (bx, by) = directions[index - 1], directions[index]
        turns_left = ax * by - ay * bx < 0
        r = radius + offset if turns_left else radius - offset
        x, y = corners[index]
        k = 1 - QUARTER
        steps.append(Segment("L", (x - ax * r, y - ay * r)))
        curve = (x - ax * r * k, y - ay * r * k, x + bx * r * k, y + by * r * k, x + bx * r, y + by * r)
        steps.append(Segment("C", curve))
    steps.append(Segment("L", corners[-1]))
    return tuple(steps)


def heights(seed: int, count: int = 5, high: float = 4.0, accent: int | None = None) -> list[float]:
    """Staggered cut lengths in half steps; neighbors differ and the accent strand is among the two longest.

    `high` below 1.5 cannot satisfy both and is raised to it.
    """
    generator = Mulberry32(seed * 7919 + 17)
    steps = int(max(high, 1.5) * 2) + 1
    while True:
        cuts = [generator.below(steps) / 2 for _ in range(count)]
        close = any(abs(a - b) < 0.75 for a, b in pairwise(cuts))
        if close or len(set(cuts)) < count - 1:
            continue
        if accent is None or cuts[accent] <= sorted(cuts)[1]:
            return cuts


def ladder(ground: str, count: int, accent: int, seed: int) -> list[str]:
    """Color roles of the strands: two quiet tones in turn, one stronger, one accent."""
    quiet, middle, strong, _, bright = LADDER[ground]
    pair = (quiet, middle) if seed % 2 else (middle, quiet)
    roles = [pair[index % 2] for index in range(count)]
    roles[(accent + 2 + Mulberry32(seed + 5).below(2)) % count] = strong
    roles[accent % count] = bright
    return roles


def arches(
    x: float, base: float, pitch: float, roles: Sequence[str], innermost: float = 1.5, legs: float = 0.0
) -> list[Mark]:
    """Nested half circles around (x, base), each from foot to foot, on legs of the given length."""
    marks: list[Mark] = []
    count = len(roles)
    for index, role in enumerate(roles):
        r = (innermost + (count - 1 - index)) * pitch
        y, k = base - legs, QUARTER
        steps = [Segment("M", (x - r, base)), Segment("L", (x - r, y))]
        steps.append(Segment("C", (x - r, y - k * r, x - k * r, y - r, x, y - r)))
        steps.append(Segment("C", (x + k * r, y - r, x + r, y - k * r, x + r, y)))
        steps.append(Segment("L", (x + r, base)))
        marks.append(Strand(tuple(steps), 0.5 * pitch, role))
        marks += [Dot(x + side * r, base + 0.74 * pitch, 0.36 * pitch, role) for side in (-1, 1)]
    return marks


def mirrored(marks: Sequence[Mark], width: float) -> list[Mark]:
    """The same drawing, left and right swapped inside a box of `width`."""
    return [
        Dot(width - mark.x, mark.y, mark.radius, mark.role)
        if isinstance(mark, Dot)
        else replace(
            mark,
            segments=tuple(
                Segment(step.op, tuple(v if i % 2 else width - v for i, v in enumerate(step.points)))
                for step in mark.segments
            ),
        )
        for mark in marks
    ]


def lattice(
    width: float, height: float, pitch: float, roles: tuple[str, str], seed: int, links: float,
    keep_free: Sequence[tuple[float, float, float, float]],
) -> list[Mark]:  # fmt: skip
    """A quiet lattice of dots, a share `links` of them joined to a neighbor.

    None is inside the `keep_free` boxes (x y w h) or on an edge, where it would be cut. Where they would be too
    many they are farther apart.
    """
    pitch = max(pitch, math.sqrt(width * height / MOST_NODES))
    generator = Mulberry32(seed * 104729 + 3)
    columns, rows = int(width / pitch - 0.2) + 1, int(height / pitch - 0.2) + 1
    left, top = (width - (columns - 1) * pitch) / 2, (height - (rows - 1) * pitch) / 2

    def at(node: tuple[int, int]) -> Point:
        return left + node[0] * pitch, top + node[1] * pitch

    def free(node: tuple[int, int]) -> bool:
        x, y = at(node)
        return not any(a < x < a + w and b < y < b + h for a, b, w, h in keep_free)

    nodes = [node for row in range(rows) for column in range(columns) if free(node := (column, row))]
    open_nodes, taken = set(nodes), set[tuple[int, int]]()
    marks: list[Mark] = []
    for node in nodes:
        if node in taken or generator.fraction() > links:
            continue
        chain = [node]
        for _ in range(1 + generator.below(2)):
            dx, dy = ((1, 0), (0, 1))[generator.below(2)]
            following = (chain[-1][0] + dx, chain[-1][1] + dy)
            if following in open_nodes and following not in taken:
                chain.append(following)
        if len(chain) > 1:
            taken.update(chain)
            steps = tuple(Segment("L" if index else "M", at(point)) for index, point in enumerate(chain))
            marks.append(Strand(steps, 0.07 * pitch, roles[0]))
    for node in nodes:
        linked = node in taken
        x, y = at(node)
        marks.append(Dot(x, y, (0.11 if linked else 0.055) * pitch, roles[1] if linked else roles[0]))
    return marks


# ------------------------------------------------------------------ dot drawings


@dataclass(frozen=True, slots=True)
class Emblem:
    """Nodes on a 0 to 6 lattice, edges by node index, and the node that carries the accent."""

    nodes: tuple[Point, ...]
    edges: tuple[tuple[int, int], ...]
    accent: int


def _ring(count: int) -> tuple[tuple[int, int], ...]:
    return tuple((index, (index + 1) % count) for index in range(count))


EMBLEMS: dict[str, Emblem] = {
    "community": Emblem(
        ((3, 0), (5.6, 1.5), (5.6, 4.5), (3, 6), (0.4, 4.5), (0.4, 1.5), (3, 3)),
        (*_ring(6), (6, 0), (6, 2), (6, 4)), 6,
    ),
    "workplace": Emblem(
        ((0, 2.2), (1, 0), (5, 0), (6, 2.2), (5, 6), (1, 6), (1, 2.2), (5, 2.2), (3, 6), (3, 4)),
        ((0, 1), (1, 2), (2, 3), (0, 6), (6, 7), (7, 3), (7, 4), (4, 8), (8, 5), (5, 6), (8, 9)), 9,
    ),
    "bridge": Emblem(
        ((0, 4.4), (6, 4.4), (1.5, 4.4), (4.5, 4.4), (1.5, 1), (4.5, 1), (1.5, 6), (4.5, 6), (3, 3.2)),
        ((0, 2), (2, 3), (3, 1), (4, 2), (2, 6), (5, 3), (3, 7), (4, 8), (8, 5), (0, 4), (5, 1)), 8,
    ),
    "ties": Emblem(
        ((3, 6), (1.4, 4.6), (0, 2.9), (0, 1.3), (1.5, 0), (3, 1.3), (4.5, 0), (6, 1.3), (6, 2.9), (4.6, 4.6)),
        _ring(10), 5,
    ),
    "talk": Emblem(
        ((0, 0.6), (6, 0.6), (6, 4.2), (3.4, 4.2), (1.5, 6), (1.5, 4.2), (0, 4.2), (1.6, 2.4), (3, 2.4), (4.4, 2.4)),
        _ring(7), 8,
    ),
    "steps": Emblem(
        ((0, 6), (1.5, 6), (1.5, 4.5), (3, 4.5), (3, 3), (4.5, 3), (4.5, 1.5), (6, 1.5), (6, 0)),
        tuple((index, index + 1) for index in range(8)), 8,
    ),
    "home": Emblem(
        ((0, 3), (3, 0), (6, 3), (5, 3), (5, 6), (1, 6), (1, 3), (3, 6), (3, 4)),
        ((0, 1), (1, 2), (0, 6), (6, 5), (5, 7), (7, 4), (4, 3), (3, 2), (7, 8)), 8,
    ),
}  # fmt: skip
WEEK_EMBLEM = ("community", "workplace", "bridge", "ties", "steps")


def emblem(name: str, x: float, y: float, size: float, roles: tuple[str, str, str]) -> list[Mark]:
    """A dot drawing in a square of `size`; roles of lines, nodes and the accent node."""
    drawing, unit = EMBLEMS[name], size / 7
    points = [(x + unit * (0.5 + a), y + unit * (0.5 + b)) for a, b in drawing.nodes]
    marks: list[Mark] = [
        Strand((Segment("M", points[a]), Segment("L", points[b])), 0.22 * unit, roles[0]) for a, b in drawing.edges
    ]
    for index, (px, py) in enumerate(points):
        chosen = index == drawing.accent
        marks.append(Dot(px, py, (0.58 if chosen else 0.33) * unit, roles[2] if chosen else roles[1]))
    return marks


def accent_index(week: int) -> int:
    """Which of the five strands carries the accent in a week; the first where there is no week."""
    return max(0, math.trunc(week) - 1) % 5
