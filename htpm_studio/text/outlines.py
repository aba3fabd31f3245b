"""Letters as outlines, where they are a drawing: a numeral that its cell cuts, a very large quotation mark."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from htpm_studio.scene.nodes import Segment
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.shaping import shape

_Point = tuple[float, float]


@lru_cache(maxsize=256)
def letters_as_path(text: str, face: str, fonts: FontBook) -> tuple[Segment, ...]:
    """The outlines of a line in em, y down: its ink begins at 0, its baseline is 0. Letters nobody has are left out."""
    steps: list[Segment] = []
    for run in shape(text, face, fonts).runs:
        data = fonts.data(run.face.name)
        for glyph, offset in zip(run.glyphs, run.offsets, strict=True):
            pen = _Pen()
            data.font.draw_glyph_with_pen(glyph, pen)
            steps += _placed(pen.steps, run.start + offset, data.upem)
    left = min((value for step in steps for value in step.points[0::2]), default=0.0)
    return tuple(
        Segment(step.op, tuple(value - (0.0 if at % 2 else left) for at, value in enumerate(step.points)))
        for step in steps
    )


def _placed(steps: list[Segment], x: float, upem: int) -> Iterator[Segment]:
    for step in steps:
        points = (-value / upem if at % 2 else x + value / upem for at, value in enumerate(step.points))
        yield Segment(step.op, tuple(points))


class _Pen:
    """Collects the outline of one glyph, as fontTools' pens do."""

    def __init__(self) -> None:
        self.steps: list[Segment] = []
        self.at: _Point = (0.0, 0.0)

    def moveTo(self, point: _Point) -> None:  # noqa: N802 - the names that HarfBuzz calls
        self.at = point
        self.steps.append(Segment("M", point))

    def lineTo(self, point: _Point) -> None:  # noqa: N802
        self.at = point
        self.steps.append(Segment("L", point))

    def curveTo(self, *points: _Point) -> None:  # noqa: N802
        self.at = points[-1]
        self.steps.append(Segment("C", tuple(value for point in points for value in point)))

    def qCurveTo(self, middle: _Point, end: _Point) -> None:  # noqa: N802
        """A quadratic curve as a cubic one."""
        (ax, ay), (bx, by), (cx, cy) = self.at, middle, end
        first, second = (
            (ax + 2 / 3 * (bx - ax), ay + 2 / 3 * (by - ay)),
            (cx + 2 / 3 * (bx - cx), cy + 2 / 3 * (by - cy)),
        )
        self.curveTo(first, second, end)

    def closePath(self) -> None:  # noqa: N802
        self.steps.append(Segment("Z"))

    def endPath(self, *_: Any) -> None:  # noqa: N802
        """An open outline, which no letter has."""
