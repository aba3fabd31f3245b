"""The outline of a picture, what is beside it, and the thin line along it: point by point."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from htpm_studio.compose.edges import (
    LINE_CONTRAST,
    LINE_ROLES,
    Edge,
    PageGrounds,
    edges_of,
    keyline,
    melts,
    melts_into,
    one_tone,
)
from htpm_studio.project.oklch import contrast, mix
from htpm_studio.scene.nodes import Color, ColorStop, Path, Picture, PictureSource, Rectangle, Shape
from htpm_studio.units import Box, Size
from tests.helpers.deck_slides import TEAL

BOX = Box(10, 20, 100, 60)
EDGES = ((3, 0, 50), (0, 0, 50), (1, 200, 150), (2, 200, 150))
"""Each side with its place where it lies at the edge of a page, and elsewhere."""
STOPS = tuple(ColorStop(at, Color("#000000", "ink", alpha)) for at, alpha in ((0.0, 0.2), (0.5, 0.6), (1.0, 0.0)))


def test_beside_a_picture_is_the_uppermost_ground_and_outside_the_page_nothing() -> None:
    near = PageGrounds(Size(200, 100), ((Box(0, 0, 200, 100), "#111111"), (BOX, "#222222")), ())
    for spot in ((10.0, 20.0), (110.0, 80.0), (60.0, 40.0)):
        assert near.at(spot) == "#222222"
    for spot in ((9.9, 40.0), (110.1, 40.0), (60.0, 19.9), (60.0, 80.1), (0.0, 0.0), (200.0, 100.0)):
        assert near.at(spot) == "#111111"
    for spot in ((-0.1, 50.0), (200.1, 50.0), (50.0, -0.1), (50.0, 100.1)):
        assert near.at(spot) is None
    assert PageGrounds(Size(200, 100), (), ()).at((1, 1)) is None


@pytest.mark.parametrize(
    ("place", "alpha"), [(10, 0.2), (22.5, 0.3), (35, 0.4), (85, 0.3), (110, 0.0), (5, None), (115, None)]
)
def test_a_scrim_darkens_a_color_as_its_nearest_stops_say_and_hides_it_where_it_is_dense(
    place: float, alpha: float | None
) -> None:
    near = PageGrounds(Size(200, 100), (), ((BOX, STOPS),))
    assert near.darkened("#FFFFFF", (place, 40)) == ("#FFFFFF" if alpha is None else mix("#FFFFFF", "#000000", alpha))
    assert near.darkened("#FFFFFF", (60, 40)) is None
    sharp = tuple(ColorStop(0.5, Color("#000000", "ink", dense)) for dense in (0.0, 0.5))
    cut = PageGrounds(Size(200, 100), (), ((BOX, sharp),))
    assert (cut.darkened("#FFFFFF", (59, 40)), cut.darkened("#FFFFFF", (60, 40))) == ("#FFFFFF", "#808080")


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


def steps(lower_right: float, *free: int) -> list[tuple[str, tuple[float, ...]]]:
    """The line along a white picture on a white page, which some of its sides lie at the edge of."""
    left, top, right, bottom = (end if side in free else inside for side, end, inside in EDGES)
    frame = Rectangle((0, 0, lower_right, 0))
    picture = Picture("p", Box(left, top, right - left, bottom - top), photo("#FFFFFF"), frame=frame)
    near = PageGrounds(Size(200, 200), ((Box(0, 0, 200, 200), "#FFFFFF"),), ())
    made = keyline(picture, near, TEAL.palette, 16.0)
    assert made is not None
    assert isinstance(made.geometry, Path)
    return [(one.op, tuple(round(number, 3) for number in one.points)) for one in made.geometry.segments]


def test_a_line_leaves_out_the_sides_at_the_edge_of_the_page_and_runs_up_to_it() -> None:
    assert steps(0, 3) == [
        ("M", (0, 52)), ("L", (148, 52)), ("L", (148, 52)), ("L", (148, 148)), ("L", (148, 148)), ("L", (0, 148)),
    ]  # fmt: skip
    assert steps(0, 0, 2) == [("M", (148, 0)), ("L", (148, 200)), ("M", (52, 200)), ("L", (52, 0))]
    assert steps(0, 0, 1) == [("M", (200, 148)), ("L", (52, 148)), ("L", (52, 148)), ("L", (52, 0))]
    assert line(Box(0, 0, 200, 200), "#FFFFFF") is None


def test_round_corners_between_two_sides_of_a_line_are_curves() -> None:
    assert steps(12, 0, 3) == [
        ("M", (148, 0)), ("L", (148, 138)), ("C", (148, 143.523, 143.523, 148, 138, 148)),
        ("L", (138, 148)), ("L", (0, 148)),
    ]  # fmt: skip
