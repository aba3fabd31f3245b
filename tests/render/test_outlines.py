"""Outlines that all back ends paint: corners, ellipses, and curves of fonts and drawings."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.render.outlines import KAPPA, is_plain, outline, settled
from htpm_studio.scene.nodes import Color, ColorStop, Ellipse, LinearGradient, Path, Rectangle, Segment
from htpm_studio.scene.outline_pen import OutlinePen
from htpm_studio.units import Box

BOX = Box(10, 20, 100, 60)
INK, GLOW = Color("#14213D"), Color("#F5AE45")


def ends(segments: tuple[Segment, ...]) -> list[tuple[str, tuple[float, ...]]]:
    """Each step with the point that it leads to."""
    return [(step.op, step.points[-2:]) for step in segments]


def test_a_box_without_round_corners_is_four_straight_sides() -> None:
    assert ends(outline(Rectangle(), BOX)) == [
        ("M", (10, 20)), ("L", (110, 20)), ("L", (110, 80)), ("L", (10, 80)), ("Z", ()),
    ]  # fmt: skip
    assert is_plain(Rectangle())
    assert not is_plain(Rectangle((0, 0, 0, 1)))
    assert not is_plain(Ellipse())


def test_each_corner_has_its_own_radius_clockwise_from_the_upper_left() -> None:
    assert ends(outline(Rectangle((1, 2, 3, 4)), BOX)) == [
        ("M", (11, 20)), ("L", (108, 20)), ("C", (110, 22)), ("L", (110, 77)), ("C", (107, 80)),
        ("L", (14, 80)), ("C", (10, 76)), ("L", (10, 21)), ("C", (11, 20)), ("Z", ()),
    ]  # fmt: skip


def test_a_corner_without_a_radius_stays_sharp_beside_round_ones() -> None:
    steps = [step.op for step in outline(Rectangle((8, 0, 0, 0)), BOX)]
    assert steps == ["M", "L", "L", "L", "L", "C", "Z"]


@pytest.mark.parametrize(
    ("radii", "fitting"),
    [((60, 60, 0, 0), (50, 50, 0, 0)), ((0, 60, 60, 0), (0, 30, 30, 0)), ((0, 0, 150, 50), (0, 0, 60, 20)),
     ((30, 0, 0, 90), (15, 0, 0, 45)), ((-5, 7, 0, 0), (0, 7, 0, 0))],
)  # fmt: skip
def test_radii_that_do_not_fit_on_a_side_shrink_together(
    radii: tuple[float, float, float, float], fitting: tuple[float, float, float, float]
) -> None:
    assert outline(Rectangle(radii), BOX) == outline(Rectangle(fitting), BOX)


def test_curves_of_an_ellipse_and_of_a_corner_are_as_far_from_the_middle_as_a_circle_is() -> None:
    for geometry in (Ellipse(), Rectangle((5, 5, 5, 5))):
        for before, step in pairwise(outline(geometry, Box(-5, -5, 10, 10))):
            if step.op == "C":
                (ax, ay), (bx, by, cx, cy, dx, dy) = before.points[-2:], step.points
                half = (ax + 3 * bx + 3 * cx + dx) / 8, (ay + 3 * by + 3 * cy + dy) / 8
                assert math.hypot(*half) == pytest.approx(5, abs=0.002)
    assert pytest.approx(4 / 3 * (math.sqrt(2) - 1)) == KAPPA


def test_an_ellipse_touches_the_middle_of_each_side_clockwise_from_the_top() -> None:
    assert ends(outline(Ellipse(), BOX)) == [
        ("M", (60, 20)), ("C", (110, 50)), ("C", (60, 80)), ("C", (10, 50)), ("C", (60, 20)), ("Z", ()),
    ]  # fmt: skip


def test_a_path_is_its_own_outline() -> None:
    steps = (Segment("M", (1, 2)), Segment("L", (3, 4)))
    assert outline(Path(steps), BOX) == steps


def test_a_gradient_without_length_or_with_one_color_is_its_last_color() -> None:
    both = (ColorStop(0, INK), ColorStop(1, GLOW))
    fade = LinearGradient((0, 0), (1, 0), both)
    assert settled(fade) == fade
    assert settled(LinearGradient((0, 0), (1, 0), both[:1])) == INK
    assert settled(LinearGradient((0, 1), (0, 1), both)) == GLOW
    assert settled(INK) == INK


places = st.tuples(st.integers(-99, 99), st.integers(-99, 99))


@given(places, places, places, st.sampled_from([0.25, 0.5, 0.75]))
def test_a_quadratic_curve_is_the_same_curve_as_a_cubic_one(
    start: tuple[float, float], middle: tuple[float, float], end: tuple[float, float], at: float
) -> None:
    pen = OutlinePen()
    pen.lineTo(start)
    pen.qCurveTo(middle, end)
    pen.qCurveTo(end, start)
    _, step, back = pen.segments
    a, b, c, d = start, step.points[:2], step.points[2:4], step.points[4:]
    for one in (0, 1):
        quadratic = (1 - at) ** 2 * start[one] + 2 * at * (1 - at) * middle[one] + at**2 * end[one]
        cubic = (
            (1 - at) ** 3 * a[one] + 3 * at * (1 - at) ** 2 * b[one] + 3 * at**2 * (1 - at) * c[one] + at**3 * d[one]
        )
        assert cubic == pytest.approx(quadratic, abs=1e-9)
    assert back.points[:2] == pytest.approx(end), "the next curve begins where this one ends"


def test_the_pen_writes_down_each_step_and_closes_only_what_is_closed() -> None:
    pen = OutlinePen()
    pen.moveTo((1, 2))
    pen.curveTo((3, 4), (5, 6), (7, 8))
    pen.endPath()
    assert pen.segments == [Segment("M", (1, 2)), Segment("C", (3, 4, 5, 6, 7, 8))]
    pen.closePath()
    assert pen.segments[-1] == Segment("Z")
