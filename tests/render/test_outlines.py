"""Outlines that all back ends paint: corners, ellipses, and curves of fonts and drawings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.render.outlines import outline, settled
from htpm_studio.scene.nodes import Color, ColorStop, LinearGradient, Rectangle, Segment
from htpm_studio.scene.outline_pen import OutlinePen
from htpm_studio.units import Box

BOX = Box(10, 20, 100, 60)
INK, GLOW = Color("#14213D"), Color("#F5AE45")


def ends(segments: tuple[Segment, ...]) -> list[tuple[str, tuple[float, ...]]]:
    """Each step with the point that it leads to."""
    return [(step.op, step.points[-2:]) for step in segments]


@pytest.mark.parametrize(
    ("radii", "fitting"),
    [((60, 60, 0, 0), (50, 50, 0, 0)), ((0, 60, 60, 0), (0, 30, 30, 0)), ((0, 0, 150, 50), (0, 0, 60, 20)),
     ((30, 0, 0, 90), (15, 0, 0, 45)), ((-5, 7, 0, 0), (0, 7, 0, 0))],
)  # fmt: skip
def test_radii_that_do_not_fit_on_a_side_shrink_together(
    radii: tuple[float, float, float, float], fitting: tuple[float, float, float, float]
) -> None:
    assert outline(Rectangle(radii), BOX) == outline(Rectangle(fitting), BOX)


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
