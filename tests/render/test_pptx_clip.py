"""Outlines of clipped shapes: what is left is the same line, as PowerPoint draws it."""

from __future__ import annotations

import math

import pytest
import skia

from htpm_studio.render.pptx.clip import _cubic, _cut_picture, _outline, _segments
from htpm_studio.render.pptx.geometry import EmuFrame, frame
from htpm_studio.scene.nodes import Crop, Ellipse, Path, Picture, PictureSource, Rectangle, Segment
from htpm_studio.units import EMU_PER_POINT, Box

BOX = Box(10, 20, 100, 60)
SOURCE = PictureSource("a" * 64, "png", b"", (100, 60))


def test_an_ellipse_becomes_curves_that_lie_on_it_and_end_where_they_begin() -> None:
    first, *curves, end = _segments(_outline(Ellipse(), BOX)).segments
    assert (first.op, end.op, {one.op for one in curves}) == ("M", "Z", {"C"})
    ends = [one.points[-2:] for one in curves]
    assert ends[-1] == pytest.approx(first.points)
    for x, y in ends:
        assert math.hypot((x - 60) / 50, (y - 50) / 30) == pytest.approx(1, abs=1e-4)
    turns = [math.degrees(math.atan2((y - 50) / 30, (x - 60) / 50)) % 360 for x, y in ends]
    steps = {round((two - one) % 360) for one, two in zip([turns[-1], *turns], turns, strict=False)}
    assert steps <= {22, 23}  # sixteen curves around it


def test_lines_and_curves_of_a_path_stay_as_they_are() -> None:
    path = (Segment("M", (0, 0)), Segment("L", (10, 0)), Segment("C", (12, 2, 12, 8, 10, 10)), Segment("Z"))
    assert _segments(_outline(Path(path), BOX)).segments[:3] == path[:3]
    assert _segments(_outline(Path(path), BOX)).segments[-1] == path[-1]


def test_a_quadratic_curve_is_the_same_line_as_a_cubic_one() -> None:
    made = _cubic(skia.Point(3, 6), skia.Point(6, 12), skia.Point(12, 9))
    assert made == Segment("C", (5, 10, 8, 11, 12, 9))


def test_a_picture_loses_what_its_clip_hides_and_shows_the_rest_as_large_as_before() -> None:
    picture = Picture("p", BOX, SOURCE, Crop(0.1, 0.2, 0.3, 0.4))
    cut = _cut_picture(picture, Rectangle(), Box(30, 26, 60, 48))
    assert cut is not None
    assert cut.box == Box(30, 26, 60, 48)
    # A hundred points show six tenths of its width and sixty points four tenths of its height.
    found = (cut.crop.left, cut.crop.top, cut.crop.right, cut.crop.bottom)
    assert found == pytest.approx((0.1 + 0.12, 0.2 + 0.04, 0.3 + 0.12, 0.4 + 0.04))
    beyond = _cut_picture(picture, Rectangle(), Box(30, 26, 60, 200))
    assert beyond is not None
    assert (beyond.box, beyond.crop.bottom) == (Box(30, 26, 60, 54), 0.4)
    assert _cut_picture(picture, Rectangle(), Box(110, 20, 10, 10)) is None
    assert _cut_picture(picture, Rectangle(), Box(10, 80, 10, 10)) is None
    square = Path((Segment("M", (0, 0)), Segment("L", (500, 0)), Segment("L", (500, 500)), Segment("Z")))
    assert _cut_picture(picture, square, BOX) == picture


def test_a_frame_has_the_rounded_edges_of_its_box_and_is_never_smaller_than_nothing() -> None:
    assert frame(Box(1, 2, 3, 4)) == EmuFrame(*(EMU_PER_POINT * number for number in (1, 2, 3, 4)))
    assert frame(Box(1, 2, 0, 0)) == frame(Box(1, 2, -5, -5)) == EmuFrame(EMU_PER_POINT, 2 * EMU_PER_POINT, 0, 0)
    third = 1 / 3 / EMU_PER_POINT  # of a unit
    assert frame(Box(2 * third, 0, 2 * third, third)) == EmuFrame(1, 0, 0, 0)
