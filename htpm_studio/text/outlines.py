"""Letters as outlines, where they are a drawing: a numeral that its cell cuts, a very large quotation mark."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from htpm_studio.scene.nodes import Segment
from htpm_studio.scene.outline_pen import OutlinePen
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.shaping import shape


@lru_cache(maxsize=256)
def letters_as_path(text: str, face: str, fonts: FontBook) -> tuple[Segment, ...]:
    """The outlines of a line in em, y down: its ink begins at 0, its baseline is 0. Letters nobody has are left out."""
    steps: list[Segment] = []
    for run in shape(text, face, fonts).runs:
        data = fonts.data(run.face.name)
        for glyph, offset in zip(run.glyphs, run.offsets, strict=True):
            pen = OutlinePen()
            data.font.draw_glyph_with_pen(glyph, pen)
            steps += _placed(pen.segments, run.start + offset, data.upem)
    left = min((value for step in steps for value in step.points[0::2]), default=0.0)
    return tuple(
        Segment(step.op, tuple(value - (0.0 if at % 2 else left) for at, value in enumerate(step.points)))
        for step in steps
    )


def _placed(steps: list[Segment], x: float, upem: int) -> Iterator[Segment]:
    for step in steps:
        points = (-value / upem if at % 2 else x + value / upem for at, value in enumerate(step.points))
        yield Segment(step.op, tuple(points))
