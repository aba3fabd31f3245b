"""The outline of a picture, what is beside it, and the thin line along it: point by point."""

from __future__ import annotations

import math

import pytest

from htpm_studio.compose.edges import Edge, PageGrounds, _alpha, _geometry, _inset, _outline, melts, one_tone
from htpm_studio.project.oklch import mix
from htpm_studio.scene.nodes import Color, ColorStop, Ellipse, Path, Rectangle
from htpm_studio.units import Box, Size

BOX = Box(10, 20, 100, 60)
STOPS = tuple(ColorStop(at, Color("#000000", "ink", alpha)) for at, alpha in ((0.0, 0.2), (0.5, 0.6), (1.0, 0.0)))


@pytest.mark.parametrize(
    ("place", "alpha"), [(-1.0, 0.2), (0.0, 0.2), (0.125, 0.3), (0.5, 0.6), (0.75, 0.3), (1.0, 0.0), (2.0, 0.0)]
)
def test_a_scrim_is_as_dense_as_its_nearest_stops_say(place: float, alpha: float) -> None:
    assert _alpha(STOPS, place) == pytest.approx(alpha)


def test_two_stops_at_one_place_are_a_sharp_edge() -> None:
    sharp = tuple(ColorStop(0.5, Color("#000000", "ink", alpha)) for alpha in (0.0, 1.0))
    assert (_alpha(sharp, 0.49), _alpha(sharp, 0.5)) == (0.0, 1.0)


def test_beside_a_picture_is_the_uppermost_ground_and_outside_the_page_nothing() -> None:
    near = PageGrounds(Size(200, 100), ((Box(0, 0, 200, 100), "#111111"), (BOX, "#222222")), ())
    for spot in ((10.0, 20.0), (110.0, 80.0), (60.0, 40.0)):
        assert near.at(spot) == "#222222"
    for spot in ((9.9, 40.0), (110.1, 40.0), (60.0, 19.9), (60.0, 80.1), (0.0, 0.0), (200.0, 100.0)):
        assert near.at(spot) == "#111111"
    for spot in ((-0.1, 50.0), (200.1, 50.0), (50.0, -0.1), (50.0, 100.1)):
        assert near.at(spot) is None
    assert PageGrounds(Size(200, 100), (), ()).at((1, 1)) is None


def test_a_scrim_darkens_a_color_up_to_the_half_of_it_and_hides_it_from_there_on() -> None:
    near = PageGrounds(Size(200, 100), (), ((BOX, STOPS),))
    assert near.darkened("#FFFFFF", (5, 40)) == "#FFFFFF"
    assert near.darkened("#FFFFFF", (10, 40)) == mix("#FFFFFF", "#000000", 0.2)
    assert near.darkened("#FFFFFF", (22.5, 40)) == mix("#FFFFFF", "#000000", _alpha(STOPS, 0.125))
    assert near.darkened("#FFFFFF", (60, 40)) is None
    half = PageGrounds(Size(200, 100), (), ((BOX, (ColorStop(0.0, Color("#000000", "ink", 0.5)),)),))
    assert half.darkened("#FFFFFF", (60, 40)) == mix("#FFFFFF", "#000000", 0.5)


def test_a_side_melts_where_more_than_a_fifth_of_it_has_the_tone_of_what_is_beside_it() -> None:
    def side(melting: int, seen: int, free: int = 0) -> bool:
        alike, apart = Edge(2, "#808080", "#808080"), Edge(2, "#808080", "#FFFFFF")
        return melts([alike] * melting + [apart] * seen + [Edge(2, "#808080", None)] * free)

    assert (side(1, 4), side(2, 7), side(2, 8)) == (False, True, False)
    assert side(1, 3, free=10)  # what is at the edge of the page does not count
    assert not side(0, 0, free=10)
    assert melts([Edge(3, "#808080", "#808080"), *([Edge(0, "#808080", "#FFFFFF")] * 20)])


def test_two_colors_are_one_tone_where_neither_light_nor_color_tells_them_apart() -> None:
    assert one_tone("#808080", "#8A8A8A")
    assert not one_tone("#808080", "#A0A0A0")  # light
    assert not one_tone("#C04040", "#3070A0")  # color


@pytest.mark.parametrize("radii", [(0.0, 0.0, 0.0, 0.0), (4.0, 8.0, 12.0, 16.0), (20.0, 20.0, 20.0, 20.0)])
def test_an_outline_has_even_points_along_its_sides_and_around_its_corners(
    radii: tuple[float, float, float, float],
) -> None:
    a, b, c, d = radii
    step = 2 * (100 + 60) / 4 / 48
    found = list(_outline(Rectangle(radii), BOX))
    wanted: list[tuple[float, ...]] = []
    for length, (x, y), (along, below), out in (
        (100 - a - b, (10 + a, 20), (1, 0), (0, -1)), (60 - b - c, (110, 20 + b), (0, 1), (1, 0)),
        (100 - c - d, (110 - c, 80), (-1, 0), (0, 1)), (60 - d - a, (10, 80 - d), (0, -1), (-1, 0)),
    ):  # fmt: skip
        count = round(length / step)
        steps = [(at + 0.5) / count * length for at in range(count)]
        wanted += [(x + along * far, y + below * far, *out) for far in steps]
    for radius, x, y, turn in (
        (a, 10 + a, 20 + a, 2),
        (b, 110 - b, 20 + b, 3),
        (c, 110 - c, 80 - c, 0),
        (d, 10 + d, 80 - d, 1),
    ):
        count = round(radius * math.pi / 2 / step)
        for at in range(count):
            angle = math.radians(90 * (turn + (at + 0.5) / count))
            wanted.append(
                (x + math.cos(angle) * radius, y + math.sin(angle) * radius, math.cos(angle), math.sin(angle))
            )
    assert len(found) == len(wanted)
    for one, point in zip(found, wanted, strict=True):
        assert (*one[0], *one[1]) == pytest.approx(point, abs=1e-9)


def test_the_points_of_an_ellipse_lie_on_it() -> None:
    points = list(_outline(Ellipse(), BOX))
    assert len(points) == 96
    for spot, out in points:
        assert ((spot[0] - 60) / 50, (spot[1] - 50) / 30) == pytest.approx(out)


def test_a_line_lies_within_the_frame_with_smaller_corners() -> None:
    assert _inset(BOX, 2) == Box(12, 22, 96, 56)
    assert _inset(BOX, 40) == Box(50, 60, 20, 0)
    assert _geometry(Ellipse(), BOX, 2, frozenset({0})) == Ellipse()
    assert _geometry(Rectangle((1, 2, 3, 4)), BOX, 2, frozenset()) == Rectangle((0, 0, 1, 2))


def steps(radius: float, *free: int) -> list[tuple[str, tuple[float, ...]]]:
    path = _geometry(Rectangle((radius,) * 4), BOX, 2, frozenset(free))
    assert isinstance(path, Path)
    return [(one.op, tuple(round(number, 3) for number in one.points)) for one in path.segments]


def test_a_line_leaves_out_the_sides_at_the_edge_of_the_page_and_runs_up_to_it() -> None:
    assert steps(0, 3) == [
        ("M", (8, 20)), ("L", (110, 20)), ("L", (110, 20)), ("L", (110, 80)), ("L", (110, 80)), ("L", (8, 80)),
    ]  # fmt: skip
    assert steps(0, 0, 2) == [("M", (110, 18)), ("L", (110, 82)), ("M", (10, 82)), ("L", (10, 18))]
    assert steps(0, 0, 1) == [("M", (112, 80)), ("L", (10, 80)), ("L", (10, 80)), ("L", (10, 18))]
    assert steps(0, 0, 1, 2, 3) == []


def test_round_corners_between_two_sides_of_a_line_are_curves() -> None:
    assert steps(12, 0, 3) == [
        ("M", (110, 28)), ("L", (110, 70)), ("C", (110, 75.523, 105.523, 80, 100, 80)),
        ("L", (100, 80)), ("L", (18, 80)),
    ]  # fmt: skip
