"""Fills, strokes and gradients as Skia paints them, read from single pixels of small pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
import skia
from PIL import Image

from htpm_studio.render.raster.page import render_page
from htpm_studio.render.raster.paint import argb, outline_path, stroke_paint
from htpm_studio.scene.nodes import (
    Color,
    ColorStop,
    Crop,
    Ellipse,
    Emphasis,
    Group,
    LinearGradient,
    Link,
    Node,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stroke,
)
from htpm_studio.units import Box
from tests.helpers.scene_pages import page, source, text

RED, BLUE, CLEAR = Color("#FF0000"), Color("#0000FF"), Color("#0000FF", alpha=0.0)
WHITE = (255, 255, 255)
WHOLE = Box(0, 0, 40, 20)


def drawn(*nodes: Node, scale: float = 1.0, exact: bool = True) -> Image.Image:
    return render_page(page(*nodes, width=40, height=20), scale, exact=exact)


def at(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def fade(*stops: tuple[float, Color], start: tuple[float, float] = (0, 0), end: tuple[float, float] = (1, 0)) -> Shape:
    return Shape("s", WHOLE, Rectangle(), LinearGradient(start, end, tuple(ColorStop(*stop) for stop in stops)))


@pytest.mark.parametrize(
    ("color", "number"),
    [
        (RED, 0xFFFF0000),
        (CLEAR, 0x000000FF),
        (Color("#102030", alpha=0.5), 0x80102030),
        (Color("#000000", alpha=0.999), 0xFF000000),
    ],
)
def test_a_color_is_one_number_with_how_much_of_it_is_seen(color: Color, number: int) -> None:
    assert argb(color) == number


def test_a_stroke_has_its_width_its_round_joins_and_its_ends() -> None:
    found = stroke_paint(Stroke(RED, 2.5))
    assert (found.getStrokeWidth(), found.getStyle()) == (2.5, skia.Paint.kStroke_Style)
    assert (found.getStrokeJoin(), found.getStrokeCap()) == (skia.Paint.kRound_Join, skia.Paint.kRound_Cap)
    assert stroke_paint(Stroke(RED, 1, "butt")).getStrokeCap() == skia.Paint.kButt_Cap
    assert found.getPathEffect() is None


@pytest.mark.parametrize(
    ("dash", "row"), [((4, 4), "1111000011110000"), ((4,), "1111000011110000"), ((2, 1, 3), "1101110010001101")]
)
def test_dashes_follow_each_other_and_an_odd_number_of_them_is_taken_twice(dash: tuple[float, ...], row: str) -> None:
    way = Path((Segment("M", (0, 10)), Segment("L", (40, 10))))
    image = drawn(Shape("s", WHOLE, way, None, Stroke(RED, 4, "butt", dash)))
    assert "".join("0" if at(image, x, 10) == WHITE else "1" for x in range(16)) == row


def test_an_outline_is_closed_where_its_path_is() -> None:
    bounds = outline_path(Ellipse(), Box(1, 2, 30, 40)).computeTightBounds()
    assert (bounds.left(), bounds.top(), bounds.right(), bounds.bottom()) == pytest.approx((1, 2, 31, 42))
    assert outline_path(Rectangle(), WHOLE).isLastContourClosed()
    assert not outline_path(Path((Segment("M", (0, 0)), Segment("L", (9, 9)))), WHOLE).isLastContourClosed()


def test_a_fill_is_below_its_stroke() -> None:
    image = drawn(Shape("s", Box(4, 4, 20, 12), Rectangle(), RED, Stroke(BLUE, 4)))
    assert [at(image, x, 10) for x in (0, 4, 10, 30)] == [WHITE, BLUE.rgb, RED.rgb, WHITE]
    assert at(drawn(Shape("s", WHOLE, Rectangle(), Color("#000000", alpha=0.5))), 5, 5) == (127, 127, 127)


def test_a_gradient_goes_from_one_place_to_the_other_and_stays_beyond_them() -> None:
    image = drawn(fade((0, RED), (1, BLUE)))
    assert [at(image, x, 3) for x in (0, 19, 39)] == [(252, 0, 3), (131, 0, 124), (3, 0, 252)]
    part = drawn(fade((0, RED), (1, BLUE), start=(0.25, 0), end=(0.75, 0)))
    assert [at(part, x, 3) for x in (0, 9, 30, 39)] == [RED.rgb, RED.rgb, BLUE.rgb, BLUE.rgb]
    assert at(part, 20, 3)[0] == pytest.approx(121, abs=1)
    down = drawn(fade((0, RED), (1, BLUE), end=(0, 1)))
    assert (at(down, 3, 0), at(down, 39, 19)) == ((249, 0, 6), (6, 0, 249))
    back = drawn(fade((0, RED), (1, BLUE), start=(1, 0), end=(0, 0)))
    assert [at(back, x, 3) for x in (0, 39)] == [(3, 0, 252), (252, 0, 3)]
    slant = drawn(fade((0, RED), (1, BLUE), end=(1, 1)))
    assert at(slant, 0, 0)[0] > at(slant, 20, 10)[0] > at(slant, 39, 19)[0]
    assert at(slant, 20, 0)[0] != at(slant, 20, 19)[0]


def test_stops_of_a_gradient_are_where_they_say_also_two_at_one_place() -> None:
    image = drawn(fade((0, RED), (0.5, RED), (0.5, BLUE), (1, BLUE)))
    assert [at(image, x, 3) for x in (0, 19, 20, 39)] == [RED.rgb, RED.rgb, BLUE.rgb, BLUE.rgb]
    late = drawn(fade((0.5, RED), (1, BLUE)))
    assert at(late, 10, 3) == RED.rgb
    faded = drawn(fade((0, Color("#FF0000", alpha=0.0)), (1, RED)))
    assert at(faded, 20, 3) == pytest.approx((255, 124, 124), abs=1)


def test_a_group_is_turned_about_its_middle_and_cut_by_its_clip() -> None:
    dot = Shape("s", Box(0, 8, 4, 4), Rectangle(), RED)
    turned = drawn(Group("g", WHOLE, (dot,), turn=180))
    assert (at(turned, 1, 10), at(turned, 38, 10)) == (WHITE, RED.rgb)
    cut = drawn(
        Group("g", Box(2, 0, 38, 20), (dot,), clip=Rectangle()), Shape("o", Box(30, 0, 9, 9), Rectangle(), BLUE)
    )
    assert (at(cut, 1, 10), at(cut, 3, 10), at(cut, 33, 3)) == (WHITE, RED.rgb, BLUE.rgb)
    assert at(drawn(Link("l", WHOLE, "https://a.org", "", (dot,))), 1, 10) == RED.rgb


def test_pixels_of_the_screen_are_those_of_a_file_or_nearly() -> None:
    nodes = (fade((0, RED), (1, CLEAR)), Shape("s", Box(3, 3, 9, 9), Ellipse(), Color("#00FF00", alpha=0.4)))
    exact, quick = drawn(*nodes, scale=2.0), drawn(*nodes, scale=2.0, exact=False)
    assert exact.size == quick.size == (80, 40)
    assert max(abs(one - two) for one, two in zip(exact.tobytes(), quick.tobytes(), strict=True)) <= 2


@pytest.mark.parametrize(("scale", "size"), [(0.01, (1, 1)), (0.5, (20, 10)), (1.26, (50, 25))])
def test_a_page_has_whole_pixels_and_at_least_one(scale: float, size: tuple[int, int]) -> None:
    assert drawn(scale=scale).size == size


def halves() -> Image.Image:
    image = Image.new("RGB", (40, 20), "#FF0000")
    image.paste("#0000FF", (20, 0, 40, 20))
    return image


def test_a_picture_fills_its_box_with_what_its_crop_leaves_inside_its_frame() -> None:
    whole = drawn(Picture("p", Box(10, 5, 20, 10), source(halves())))
    assert [at(whole, x, 10) for x in (9, 10, 14, 25, 29, 30)] == [WHITE, RED.rgb, RED.rgb, BLUE.rgb, BLUE.rgb, WHITE]
    assert [at(whole, 12, y) for y in (4, 5, 14, 15)] == [WHITE, RED.rgb, RED.rgb, WHITE]
    right = drawn(Picture("p", Box(10, 5, 20, 10), source(halves()), Crop(left=0.5)))
    assert at(right, 11, 10) == BLUE.rgb
    round_ = drawn(Picture("p", Box(10, 5, 20, 10), source(halves()), frame=Ellipse()))
    assert (at(round_, 10, 5), at(round_, 12, 10)) == (WHITE, RED.rgb)
    thin = drawn(Picture("p", Box(10, 5, 0.1, 10), source(halves())))
    assert at(thin, 10, 10) != WHITE, "at least a pixel"


def test_a_picture_upside_down_is_upside_down() -> None:
    """As on the back of a table tent."""
    turned = drawn(Group("g", WHOLE, (Picture("p", Box(5, 5, 20, 10), source(halves())),), turn=180))
    assert [at(turned, x, 10) for x in (13, 17, 32, 36)] == [WHITE, BLUE.rgb, RED.rgb, WHITE]


def test_strokes_of_a_text_are_behind_and_below_its_letters() -> None:
    block = text("ll", 4, 14, size=12)
    stroke = Emphasis(0, 2, BLUE, (Box(0, 8, 40, 3),))
    image = drawn(replace(block, emphasis=stroke, color=RED))
    assert (at(image, 38, 9), at(image, 38, 12)) == (BLUE.rgb, WHITE)
    assert any(at(image, x, 9)[0] > 200 for x in range(4, 12)), "the letters are above it"
    line = block.lines[0]
    under = drawn(replace(block, lines=(replace(line, color=RED),), underlined=True, color=BLUE), scale=4.0)
    box = line.underline(12)
    assert at(under, round(4 * (box.x + box.width / 2)), round(4 * (box.y + box.height / 2))) == RED.rgb
    plain = drawn(block, scale=4.0)
    assert at(plain, round(4 * (box.x + box.width / 2)), round(4 * (box.y + box.height / 2))) == WHITE
