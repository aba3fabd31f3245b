"""Collects outlines as the steps of a path: what fontTools reads in SVG, and what HarfBuzz draws of letters."""

from __future__ import annotations

from htpm_studio.scene.nodes import Segment

Point = tuple[float, float]


class OutlinePen:
    """A pen of fontTools and HarfBuzz, which call its methods by these names; `segments` has what it drew."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._at: Point = (0.0, 0.0)

    def moveTo(self, point: Point) -> None:
        """Begin an outline."""
        self._at = point
        self.segments.append(Segment("M", point))

    def lineTo(self, point: Point) -> None:
        """A straight line."""
        self._at = point
        self.segments.append(Segment("L", point))

    def curveTo(self, first: Point, second: Point, end: Point) -> None:
        """A cubic curve."""
        self._at = end
        self.segments.append(Segment("C", (*first, *second, *end)))

    def qCurveTo(self, middle: Point, end: Point) -> None:
        """A quadratic curve, written as a cubic one."""
        (ax, ay), (bx, by), (cx, cy) = self._at, middle, end
        first = (ax + 2 / 3 * (bx - ax), ay + 2 / 3 * (by - ay))
        second = (cx + 2 / 3 * (bx - cx), cy + 2 / 3 * (by - cy))
        self.curveTo(first, second, end)

    def closePath(self) -> None:
        """End an outline where it began."""
        self.segments.append(Segment("Z"))

    def endPath(self, *_: object) -> None:
        """End an outline that stays open."""
