"""Outlines, lines and gradients of a slide as DrawingML, and how shapes are cut where a clip hides a part of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.render.office.theme import theme_refs
from htpm_studio.render.office.xml import Element
from htpm_studio.render.pptx.clip import even_odd, unclipped
from htpm_studio.render.pptx.geometry import EmuFrame, fill, frame, line, outline, path_box, xfrm
from htpm_studio.scene.nodes import (
    Color,
    ColorStop,
    Crop,
    Ellipse,
    FormField,
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
from htpm_studio.units import EMU_PER_POINT, Box, Size
from tests.helpers import pptx_pages as pages

REFS = theme_refs(pages.THEME)
BOX, WINDOW = Box(10, 20, 100, 60), Box(100, 100, 50, 50)
RED, BLUE = Color("#FF0000"), Color("#0000FF")

Point = tuple[float, float]


def way(*points: Point, closed: bool = False) -> Path:
    steps = tuple(Segment("L" if at else "M", point) for at, point in enumerate(points))
    return Path((*steps, Segment("Z")) if closed else steps)


def steps(element: Element) -> list[tuple[str, list[Point]]]:
    """Each step of a path with its points, in points from the corner of its box."""
    return [
        (step.tag[2:], [(int(at.get("x", "")) / 12700, int(at.get("y", "")) / 12700) for at in step])
        for step in next(element.iter("a:path"))
    ]


# ------------------------------------------------------------------ outlines


def test_corners_that_no_preset_has_are_a_path_clockwise_from_the_upper_left() -> None:
    made = steps(outline(Rectangle((1, 2, 3, 4)), BOX))
    assert [(op, points[-1:]) for op, points in made] == [
        ("moveTo", [(0, 1)]), ("cubicBezTo", [(1, 0)]), ("lnTo", [(98, 0)]), ("cubicBezTo", [(100, 2)]),
        ("lnTo", [(100, 57)]), ("cubicBezTo", [(97, 60)]), ("lnTo", [(4, 60)]), ("cubicBezTo", [(0, 56)]),
        ("close", []),
    ]  # fmt: skip
    assert [op for op, _ in steps(outline(Rectangle((8, 0, 8, 0)), BOX))] == [
        "moveTo", "cubicBezTo", "lnTo", "lnTo", "cubicBezTo", "lnTo", "close",
    ]  # fmt: skip
    huge = steps(outline(Rectangle((99, 0, 99, 99)), BOX))
    assert huge[0] == ("moveTo", [(0, 30)]), "half of the shorter side at most"


@pytest.mark.parametrize(
    ("radii", "box", "name"),
    [((0, 0, 0, 0), BOX, "rect"), ((9, 9, 9, 9), Box(0, 0, 9, 0), "rect"), ((0, 0, 9, 9), BOX, "round2SameRect"),
     ((0, 9, 0, 0), BOX, "round1Rect"), ((9, 0, 0, 0), BOX, None), ((9, 9, 0, 5), BOX, None),
     ((9, 9, 9, 0), BOX, None), ((0, 9, 0, 5), BOX, None), ((0, 9, 5, 0), BOX, None), ((5, 9, 5, 9), BOX, None)],
)  # fmt: skip
def test_which_corners_have_a_preset(radii: tuple[float, float, float, float], box: Box, name: str | None) -> None:
    assert outline(Rectangle(radii), box).get("prst") == name


def test_the_box_of_a_path_is_as_large_as_all_its_points() -> None:
    def box(path: Path) -> Box:
        return path_box(Shape("S", BOX, path))

    assert box(way((10, 20), (110, 80))) == BOX
    assert box(way((9.995, 20), (110.005, 80))) == BOX, "a hundredth is rounding"
    assert box(way((9.98, 25), (50, 60))) == Box(9.98, 25, 50 - 9.98, 35)
    assert box(Path((Segment("M", (50, 50)), Segment("C", (0, 5, 200, 300, 60, 60))))) == Box(0, 5, 200, 295)
    assert box(Path(())) == BOX
    assert path_box(Shape("S", BOX, Ellipse())) == BOX


def test_a_frame_has_the_rounded_edges_of_its_box_and_is_never_smaller_than_nothing() -> None:
    assert frame(Box(1, 2, 3, 4)) == EmuFrame(*(EMU_PER_POINT * number for number in (1, 2, 3, 4)))
    assert frame(Box(1, 2, 0, 0)) == frame(Box(1, 2, -5, -5)) == EmuFrame(EMU_PER_POINT, 2 * EMU_PER_POINT, 0, 0)
    third = 1 / 3 / EMU_PER_POINT  # of a unit
    assert frame(Box(2 * third, 0, 2 * third, third)) == EmuFrame(1, 0, 0, 0)


def test_only_a_turn_and_flips_that_are_there_are_written() -> None:
    assert dict(xfrm(EmuFrame(0, 0, 1, 1)).items()) == {}
    assert dict(xfrm(EmuFrame(0, 0, 1, 1), turn=360).items()) == {}
    assert dict(xfrm(EmuFrame(0, 0, 1, 1), turn=450, flip_h=True).items()) == {"rot": "5400000", "flipH": "1"}


# ------------------------------------------------------------------ lines and gradients


def test_a_line_says_its_width_its_ends_and_its_dashes() -> None:
    assert [one.tag for one in line(None, REFS)] == ["a:noFill"]
    plain = line(Stroke(RED, 1.5, "butt"), REFS)
    assert dict(plain.items()) == {"w": "19050", "cap": "flat"}
    assert [one.tag for one in plain] == ["a:solidFill", "a:prstDash", "a:round"]
    dashes = list(line(Stroke(RED, 0.5, dash=(4, 3, 1)), REFS).iter("a:ds"))
    assert [dict(one.items()) for one in dashes] == [{"d": "800000", "sp": "600000"}]
    thin = line(Stroke(RED, 0, dash=(1, 1)), REFS)
    assert next(thin.iter("a:ds")).get("d") == "10000000"


def gradient(start: Point, end: Point, *stops: tuple[float, Color], box: Box = BOX) -> Element:
    return fill(LinearGradient(start, end, tuple(ColorStop(*stop) for stop in stops)), box, REFS)


def colors(element: Element) -> list[tuple[int, str, int]]:
    """Where each color of a gradient is, in thousandths, and how much of it can be seen."""
    found = []
    for stop in element.iter("a:gs"):
        alpha = next((int(one.get("val", "")) for one in stop.iter("a:alpha")), 100_000)
        (color,) = stop.iter("a:srgbClr")
        found.append((round(int(stop.get("pos", "")) / 100), color.get("val", ""), round(alpha / 1000)))
    return found


@pytest.mark.parametrize(
    ("end", "degrees"),
    [((1, 0), 0), ((0, 1), 90), ((-1, 0), 180), ((0, -1), 270), ((0.6, 1), 45), ((-0.6, -1), 225)],
)
def test_a_gradient_points_where_it_goes_on_paper(end: Point, degrees: int) -> None:
    made = gradient((0, 0), end, (0, RED), (1, BLUE))
    assert next(made.iter("a:lin")).get("ang") == str(degrees * 60_000)
    assert (made.get("rotWithShape"), next(made.iter("a:lin")).get("scaled")) == ("1", "0")


def test_a_gradient_without_length_is_its_last_color() -> None:
    assert [one.get("val") for one in gradient((0.5, 0.5), (0.5, 0.5), (0, RED), (1, BLUE)).iter("a:srgbClr")] == [
        "0000FF"
    ]


def test_colors_of_a_gradient_are_mixed_where_an_edge_cuts_it() -> None:
    assert colors(gradient((0, 0), (1, 0), (0, RED), (1, BLUE))) == [(0, "FF0000", 100), (1000, "0000FF", 100)]
    assert colors(gradient((-1, 0), (1, 0), (0, RED), (1, BLUE))) == [(0, "800080", 100), (1000, "0000FF", 100)]
    assert colors(gradient((0, 0), (4, 0), (0, RED), (1, BLUE)))[-1] == (1000, "BF0040", 100)
    assert colors(gradient((0.25, 0), (0.75, 0), (0, RED), (0.5, Color("#00FF00", alpha=0.5)), (1, BLUE))) == [
        (0, "FF0000", 100), (250, "FF0000", 100), (500, "00FF00", 50), (750, "0000FF", 100), (1000, "0000FF", 100),
    ]  # fmt: skip
    fading = colors(gradient((-1, 0), (1, 0), (0, RED), (1, Color("#FF0000", alpha=0.2))))
    assert fading == [(0, "FF0000", 60), (1000, "FF0000", 20)]
    both = colors(gradient((-1, 0), (3, 0), (0, RED), (1, Color("#0000FF", alpha=0.2))))
    assert both == [(0, "BF0040", 80), (1000, "800080", 60)]
    step = colors(gradient((0, 0), (1, 0), (0, RED), (0.5, RED), (0.5, BLUE), (1, BLUE)))
    assert step == [(0, "FF0000", 100), (500, "FF0000", 100), (500, "0000FF", 100), (1000, "0000FF", 100)]
    sharp = colors(gradient((-1, 0), (1, 0), (0, RED), (0.5, RED), (0.5, BLUE), (1, BLUE)))
    assert sharp[0] == (0, "FF0000", 100)


# ------------------------------------------------------------------ clips


PAGE = Size(960, 540)
DOT = Shape("Dot", Box(100, 100, 20, 20), Ellipse(), RED)


def kept(*nodes: Node, box: Box = WINDOW, clip: Rectangle | Ellipse | Path = Rectangle()) -> tuple[Node, ...]:
    return unclipped(Group("G", box, nodes, clip=clip), PAGE).children


def test_what_a_clip_does_not_touch_stays_the_same_and_what_it_hides_goes() -> None:
    words = pages.words("Ask", "label", 120, 110, 90)
    far = pages.words("Ask", "label", 300, 110, 90)
    field = FormField("f", far.box, "Name", words.style, RED)
    assert kept(DOT, words, far, field) == (DOT, words)
    link = Link("L", DOT.box, "https://a.org", "", (DOT, far))
    assert kept(link, Group("in", far.box, (far,))) == (replace(link, children=(DOT,)),)
    plain = Group("G", BOX, (DOT,))
    assert unclipped(plain, PAGE) is plain
    around = Group("G", BOX, (link, Group("in", BOX, (DOT, far), clip=Rectangle())))
    found = unclipped(around, PAGE)
    assert isinstance(found.children[1], Group)
    assert (found.children[0], found.children[1].clip, found.children[1].children) == (link, None, ())
    beside = unclipped(Group("G", BOX, (DOT, Group("in", BOX, (DOT,), clip=Rectangle()))), PAGE)
    assert beside.children == (DOT, Group("in", BOX, ()))
    inside_link = unclipped(Group("G", BOX, (replace(link, children=(replace(plain, clip=Rectangle()),)),)), PAGE)
    assert isinstance(inside_link.children[0], Link)
    assert inside_link.children[0].children != link.children


def cut(shape: Shape, box: Box = WINDOW, clip: Rectangle | Ellipse = Rectangle()) -> Shape:
    (found,) = kept(shape, box=box, clip=clip)
    assert isinstance(found, Shape)
    return found


def test_a_shape_that_crosses_its_clip_is_cut_there() -> None:
    square = Shape("S", Box(90, 110, 30, 20), Rectangle(), RED)
    assert cut(square).box == Box(100, 110, 20, 20)
    assert cut(square).fill == RED
    framed = replace(square, stroke=Stroke(BLUE, 4))
    assert (cut(framed).fill, cut(framed).stroke, cut(framed).box) == (RED, Stroke(BLUE, 4), Box(100, 110, 20, 20))
    hollow = replace(framed, fill=None)
    assert (cut(hollow).fill, cut(hollow).stroke) == (BLUE, None)
    geometry = cut(hollow).geometry
    assert isinstance(geometry, Path)
    assert (110, 120) not in [step.points[-2:] for step in geometry.segments]
    assert {step.points[-2:] for step in geometry.segments} >= {(100, 112), (118, 112), (118, 128), (100, 128)}
    edge = replace(square, box=Box(101, 101, 20, 20), stroke=Stroke(BLUE, 4))
    assert cut(edge) is not edge, "its stroke crosses"
    assert cut(replace(edge, stroke=Stroke(BLUE, 1))) == replace(edge, stroke=Stroke(BLUE, 1))


@pytest.mark.parametrize(
    ("box", "moved"),
    [
        (Box(0, 50, 100, 100), (-200, 0)), (Box(0.05, 50, 100, 100), (-200, 0)), (Box(50, 0, 100, 100), (0, -200)),
        (Box(860, 50, 100, 100), (200, 0)), (Box(860, 50, 99.95, 100), (200, 0)), (Box(50, 440, 100, 100), (0, 200)),
        (Box(50, 0.05, 100, 100), (0, -200)),
    ],
)  # fmt: skip
def test_the_edge_of_the_page_cuts_by_itself(box: Box, moved: Point) -> None:
    dx, dy = moved
    beyond = Shape("S", box.moved(dx, dy), Rectangle(), RED)
    assert cut(beyond, box=box) is beyond
    assert kept(replace(beyond, box=box.moved(-dx, -dy)), box=box) == ()
    assert kept(beyond, box=box, clip=Ellipse()) == ()
    inner = Box(box.x + (0.1 if dx < 0 else -0.1 if dx > 0 else 0), box.y + (0.1 if dy < 0 else -0.1 if dy > 0 else 0),
                min(box.width, 99.9), box.height)  # fmt: skip
    assert kept(beyond, box=inner) == ()


def test_outlines_are_joined_only_where_a_fill_has_several() -> None:
    def squares(count: int) -> Path:
        made = (way((x, 0), (x + 9, 0), (x + 9, 9), (x, 9), closed=True) for x in range(0, 5 * count, 5))
        return Path(tuple(step for path in made for step in path.segments))

    def moves(path: Path, fill_: Color | None = RED) -> int:
        geometry = even_odd(Shape("S", BOX, path, fill_)).geometry
        assert isinstance(geometry, Path)
        return sum(step.op == "M" for step in geometry.segments)

    assert [moves(squares(count)) for count in (1, 2, 60, 61)] == [1, 1, 1, 61]
    assert moves(squares(2), None) == 2
    for alone in (Ellipse(), squares(1), squares(61)):
        assert even_odd(Shape("S", BOX, alone, RED)).geometry is alone


def test_a_picture_takes_the_frame_of_a_clip_that_it_fills() -> None:
    photo = Picture("P", Box(90, 90, 80, 80), pages.LOGO, Crop(), alt="x")
    (whole,) = kept(photo, clip=Ellipse())
    assert isinstance(whole, Picture)
    assert (whole.box, whole.frame) == (Box(100, 100, 50, 50), Ellipse())
    (part,) = kept(replace(photo, box=Box(110, 90, 80, 80)), clip=Ellipse())
    assert isinstance(part, Picture)
    assert (part.box, part.frame) == (Box(110, 100, 40, 50), Rectangle())
    same = replace(photo, box=Box(100, 100, 50, 50))
    (round_,) = kept(same, clip=Ellipse())
    assert isinstance(round_, Picture)
    assert round_.frame == Ellipse()
    inside = replace(photo, box=Box(110, 110, 10, 10))
    assert kept(inside) == (inside,)
    triangle = way((100, 100), (150, 100), (100, 150), closed=True)
    (bounded,) = kept(photo, clip=triangle)
    assert isinstance(bounded, Picture)
    assert (bounded.box, bounded.frame) == (Box(100, 100, 50, 50), Rectangle())
