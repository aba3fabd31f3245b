"""The outline of a picture, what is beside it, and the thin line along it: point by point."""

from __future__ import annotations

import io
import math

import pytest
from PIL import Image, ImageDraw

from htpm_studio.compose.edges import (
    LINE_CONTRAST,
    LINE_ROLES,
    Edge,
    PageGrounds,
    _alpha,
    _geometry,
    _inset,
    _outline,
    around,
    edges_of,
    keyline,
    melts,
    melts_into,
    one_tone,
)
from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import Decor, Frame, Layout, ScrimLeaf
from htpm_studio.project.oklch import contrast, mix
from htpm_studio.scene.nodes import Color, ColorStop, Ellipse, Path, Picture, PictureSource, Rectangle, Shape
from htpm_studio.units import Box, Size
from tests.helpers.deck_slides import TEAL

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


# ------------------------------------------------------------------ pictures of one color or of four


def photo(*colors: str) -> PictureSource:
    """A picture of one color, or with other colors along its left, top, right and lower edge."""
    image = Image.new("RGB", (90, 90), colors[0])
    if len(colors) > 1:
        pen = ImageDraw.Draw(image)
        pen.polygon(((0, 0), (45, 45), (0, 89)), fill=colors[0])
        pen.polygon(((0, 0), (45, 45), (89, 0)), fill=colors[1])
        pen.polygon(((89, 0), (45, 45), (89, 89)), fill=colors[2])
        pen.polygon(((0, 89), (45, 45), (89, 89)), fill=colors[3])
    data = io.BytesIO()
    image.save(data, "PNG")
    return PictureSource(" ".join(colors), "png", data.getvalue(), (90.0, 90.0))


def test_each_point_of_an_edge_has_the_colors_just_inside_and_just_outside_of_it() -> None:
    source = photo("#000000", "#FF0000", "#00FF00", "#0000FF")
    outer: list[tuple[float, float]] = []
    inner: list[tuple[float, float]] = []

    def beside(spot: tuple[float, float]) -> str:
        outer.append(spot)
        return "#FFFFFF"

    def look(color: str, spot: tuple[float, float]) -> str | None:
        inner.append(spot)
        return color if spot[1] < 70 else None

    found = edges_of(Picture("p", BOX, source), beside, look)
    middle = {side: [one for one in found if one.side == side] for side in range(4)}
    colors = [middle[side][len(middle[side]) // 2].inner for side in range(4)]
    assert colors == ["#FF0000", "#00FF00", "#0000FF", "#000000"]
    assert {round(abs(x - 60) - 50, 6) for x, y in inner if 25 < y < 75} == {-1.2}, "a fiftieth of the shorter side"
    assert {round(abs(x - 60) - 50, 6) for x, y in outer if 25 < y < 75} == {1.5}
    assert {round(20 - y, 6) for _, y in outer if y < 20} == {1.5}
    assert all(one.outer is None for one in middle[2]), "what cannot be seen is beside nothing"
    assert all(one.outer == "#FFFFFF" for one in middle[0])


def line(box: Box, *colors: str, ground: str = "#FFFFFF", unit: float = 4.0) -> Shape | None:
    near = PageGrounds(Size(200, 200), ((Box(0, 0, 200, 200), ground),), ())
    return keyline(Picture("p", box, photo(*colors), fixed=True), near, TEAL.palette, unit)


def test_a_picture_that_melts_into_its_ground_has_the_quietest_line_that_can_be_seen() -> None:
    made = line(Box(50, 60, 100, 80), "#FFFFFF")
    assert made is not None
    assert (made.box, made.geometry, made.fixed) == (Box(50.5, 60.5, 99, 79), Rectangle(), True)
    assert made.stroke is not None
    contrasts = {role: contrast(TEAL.palette[role], "#FFFFFF") for role in LINE_ROLES}
    assert contrasts[made.stroke.color.role] == min(value for value in contrasts.values() if value >= LINE_CONTRAST)
    assert (made.stroke.width, made.stroke.cap) == (1.0, "butt")
    assert line(Box(50, 60, 100, 80), "#000000") is None
    assert melts_into(Picture("p", BOX, photo("#FFFFFF")), "#FDFDFD")
    assert not melts_into(Picture("p", BOX, photo("#FFFFFF")), "#808080")


def test_where_no_line_can_be_seen_well_on_both_sides_it_is_the_one_that_is_seen_best() -> None:
    both = [(min(contrast(TEAL.palette[role], tone) for tone in ("#7F7F7F", "#808080")), role) for role in LINE_ROLES]
    good = [one for one in both if one[0] >= LINE_CONTRAST]
    made = line(Box(50, 60, 100, 80), "#7F7F7F", ground="#808080")
    assert made is not None
    assert made.stroke is not None
    assert made.stroke.color.role == (min(good) if good else max(both))[1]


def test_a_line_of_a_picture_at_the_edge_of_the_page_leaves_that_side_out() -> None:
    made = line(Box(0, 60, 100, 80), "#FFFFFF")
    assert made is not None
    assert isinstance(made.geometry, Path)
    assert [step.op for step in made.geometry.segments] == ["M", "L", "L", "L", "L", "L"]
    assert min(step.points[0] for step in made.geometry.segments) == 0
    assert line(Box(0, 0, 200, 200), "#FFFFFF") is None


def test_a_page_knows_its_grounds_and_scrims_in_their_order() -> None:
    fill = Color("#112233", "deep")
    scrim = Placed(Frame(Layout(), leaf=ScrimLeaf(STOPS)), BOX)
    inner = Placed(Frame(Layout(), Decor(fill=Color("#445566", "panel"))), BOX, (scrim,))
    root = Placed(Frame(Layout(), Decor(fill=fill)), Box(0, 0, 200, 100), (inner, Placed(Frame(Layout()), BOX)))
    found = around(root)
    assert (found.page, found.grounds) == (Size(200, 100), ((root.box, "#112233"), (BOX, "#445566")))
    assert found.scrims == ((BOX, STOPS),)
