"""The pieces of the PPTX back end: outlines, clips, paint, measures, order, and its package checks."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from htpm_studio.render.office.package import Package
from htpm_studio.render.office.theme import theme_refs
from htpm_studio.render.pptx.clip import even_odd, unclipped
from htpm_studio.render.pptx.deck import render_pptx
from htpm_studio.render.pptx.geometry import fill, frame, line, outline, path_box, xfrm
from htpm_studio.render.pptx.items import SlideItem, is_one_text, list_items, page_items, reading_order
from htpm_studio.render.pptx.measure import (
    TextPlace,
    below_middle,
    gaps,
    paragraphs,
    percent,
    place_list,
    place_text,
    seat,
    torn_numbers,
)
from htpm_studio.scene.nodes import (
    Align,
    Anchor,
    ColorStop,
    Crop,
    Ellipse,
    Group,
    LinearGradient,
    Link,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    TextBlock,
)
from htpm_studio.units import Box, Size
from tests.helpers import pptx_pages as pages
from tests.helpers.pptx_check import check_package

PAGE = Size(960, 540)
REFS = theme_refs(pages.THEME)
BOX = Box(10, 20, 100, 50)


# ------------------------------------------------------------------ outlines


@pytest.mark.parametrize(
    ("radii", "name", "adjust"),
    [
        ((0, 0, 0, 0), "rect", {}),
        ((10, 10, 10, 10), "roundRect", {"adj": 20_000}),
        ((25, 25, 0, 0), "round2SameRect", {"adj1": 50_000, "adj2": 0}),
        ((0, 12.5, 0, 0), "round1Rect", {"adj": 25_000}),
        ((90, 90, 90, 90), "roundRect", {"adj": 50_000}),
    ],
)
def test_corner_sets_with_a_preset(radii: Any, name: str, adjust: dict[str, int]) -> None:
    found = outline(Rectangle(radii), BOX)
    assert found.get("prst") == name
    assert {g.get("name"): g.get("fmla") for g in found.iter("a:gd")} == {k: f"val {v}" for k, v in adjust.items()}


def test_other_corner_sets_are_a_path_within_the_box() -> None:
    found = outline(Rectangle((0, 0, 20, 0)), BOX)
    path = next(found.iter("a:path"))
    xs = [int(point.get("x", "")) for point in found.iter("a:pt")]
    assert (path.get("w"), path.get("h")) == (str(100 * 12700), str(50 * 12700))
    assert (min(xs), max(xs)) == (0, 100 * 12700)
    assert len(list(found.iter("a:cubicBezTo"))) == 1


def test_path_that_leaves_its_box_widens_it() -> None:
    shape = Shape("S", BOX, Path((Segment("M", (0, 0)), Segment("L", (200, 30)))), None, None)
    assert path_box(shape) == Box(0, 0, 200, 30)


def test_neighbours_still_touch() -> None:
    left, right = frame(Box(0, 0, 33.3333, 1)), frame(Box(33.3333, 0, 33.3333, 1))
    assert left.x + left.width == right.x


def test_turn_and_flips() -> None:
    found = xfrm(frame(BOX), turn=-30, flip_v=True)
    assert (found.get("rot"), found.get("flipV"), found.get("flipH")) == (str(330 * 60_000), "1", None)


# ------------------------------------------------------------------ paint


def stops(paint: LinearGradient) -> list[tuple[int, int]]:
    found = fill(paint, BOX, REFS)
    return [
        (int(stop.get("pos", "")), int(next((a.get("val", "") for a in stop.iter("a:alpha")), "100000")))
        for stop in found.iter("a:gs")
    ]


def test_gradient_over_a_part_of_the_box_keeps_its_place() -> None:
    paint = LinearGradient(
        (0, 0), (0.5, 0), (ColorStop(0, pages.paint("deep", 0.9)), ColorStop(1, pages.paint("deep", 0.1)))
    )
    assert stops(paint) == [(0, 90_000), (50_000, 10_000), (100_000, 10_000)]


def test_gradient_that_starts_outside_the_box_is_cut_there() -> None:
    paint = LinearGradient(
        (-1, 0), (1, 0), (ColorStop(0, pages.paint("deep", 0.0)), ColorStop(1, pages.paint("deep", 0.8)))
    )
    assert stops(paint) == [(0, 40_000), (100_000, 80_000)]


@pytest.mark.parametrize(
    ("start", "end", "places"),
    [
        ((0.25, 0.25), (0.75, 0.75), [25_000, 75_000]),  # from one corner toward the other
        ((0.25, 0.75), (0.75, 0.25), [25_000, 75_000]),
        ((0.0, 0.0), (0.5, 0.5), [0, 50_000]),
        ((0.5, 0.25), (0.5, 0.5), [25_000, 50_000]),  # straight down
        ((0.75, 0.5), (0.5, 0.5), [25_000, 50_000]),  # to the left
    ],
)
def test_the_stops_of_a_slanted_gradient_stay_where_they_are_in_the_box(
    start: tuple[float, float], end: tuple[float, float], places: list[int]
) -> None:
    paint = LinearGradient(start, end, (ColorStop(0, pages.paint("deep")), ColorStop(1, pages.paint("panel"))))
    assert [place for place, _ in stops(paint) if place in places] == places


def test_gradient_direction() -> None:
    down = LinearGradient((0, 0), (0, 1), (ColorStop(0, pages.paint("deep")), ColorStop(1, pages.paint("panel"))))
    assert next(fill(down, BOX, REFS).iter("a:lin")).get("ang") == str(90 * 60_000)


def test_line_with_round_ends_and_dashes() -> None:
    found = line(Stroke(pages.paint("ink"), 2, dash=(4, 3)), REFS)
    assert (found.get("cap"), found.get("w")) == ("rnd", "25400")
    assert [child.tag for child in found] == ["a:solidFill", "a:custDash", "a:round"]
    dash = next(found.iter("a:ds"))
    assert (dash.get("d"), dash.get("sp")) == ("200000", "150000")


# ------------------------------------------------------------------ clips


def stroke(*points: tuple[float, float]) -> Shape:
    steps = tuple(Segment("L" if n else "M", point) for n, point in enumerate(points))
    return Shape("Strand", Box(0, 0, 100, 100), Path(steps), None, Stroke(pages.paint("panel"), 10))


def clipped(shape: Shape, box: Box) -> tuple[Any, ...]:
    return unclipped(Group("G", box, (shape,), clip=Rectangle()), PAGE).children


def test_stroke_inside_its_clip_stays_a_stroke() -> None:
    inside = stroke((120, 120), (180, 180))
    assert clipped(inside, Box(100, 100, 200, 200)) == (inside,)


def test_stroke_that_only_leaves_the_page_stays_a_stroke() -> None:
    leaving = stroke((-50, 100), (100, 100))
    assert clipped(leaving, Box(0, 0, 400, 540)) == (leaving,)


def test_stroke_that_crosses_a_clip_inside_the_page_is_cut() -> None:
    (cut,) = clipped(stroke((300, 100), (500, 100)), Box(0, 0, 400, 540))
    assert (cut.stroke, cut.fill) == (None, pages.paint("panel"))
    assert cut.box.right == pytest.approx(400)
    assert cut.box.height == pytest.approx(10, abs=0.1)


def test_shape_outside_its_clip_is_gone() -> None:
    assert clipped(stroke((600, 100), (700, 100)), Box(0, 0, 400, 540)) == ()


def test_picture_takes_the_form_of_its_clip() -> None:
    picture = Picture("P", Box(0, 0, 200, 100), pages.photo(), Crop(), alt="x")
    group = Group("G", Box(50, 0, 100, 100), (picture,), clip=Ellipse())
    (cut,) = unclipped(group, PAGE).children
    assert isinstance(cut, Picture)
    assert (cut.box, cut.crop, cut.frame) == (Box(50, 0, 100, 100), Crop(0.25, 0, 0.25, 0), Ellipse())


def test_overlapping_outlines_are_joined() -> None:
    def square(x: float) -> tuple[Segment, ...]:
        corners = ((x, 0), (x + 40, 0), (x + 40, 40), (x, 40))
        return (*(Segment("L" if n else "M", at) for n, at in enumerate(corners)), Segment("Z"))

    shape = Shape("S", Box(0, 0, 60, 40), Path((*square(0), *square(20))), pages.paint("ink"))
    geometry = even_odd(shape).geometry
    assert isinstance(geometry, Path)
    assert sum(step.op == "M" for step in geometry.segments) == 1


# ------------------------------------------------------------------ measures


def test_pitch_is_a_whole_percentage_of_the_single_line() -> None:
    assert percent(pages.STYLES["lead"]) == 110
    assert percent(pages.STYLES["display"]) == 85


@pytest.mark.parametrize("name", list(pages.STYLES))
def test_first_baseline_lies_between_both_programmes(name: str) -> None:
    style = pages.STYLES[name]
    height = 1.2 * percent(style) / 100
    powerpoint = height - 0.23 if height <= 1.2 else 0.75 * height
    libreoffice = 0.8 * height if height < 1.2 else height - 0.2
    low, high = sorted((powerpoint, libreoffice))
    assert low <= seat(style) / style.size <= high


def test_text_box_puts_the_baseline_where_the_scene_has_it() -> None:
    block = pages.words("Two lines of a longer text here", "lead", 50, 100, 200)
    place = place_text(block)
    assert place.frame.y / 12700 + seat(block.style) == pytest.approx(block.lines[0].baseline, abs=0.01)
    assert place.frame.x == (50 * 12700)


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_room_to_wrap_in_breaks_the_lines_alike(align: Any) -> None:
    text = "You can ask a question, talk through a worry or plan next steps. You decide what to share."
    block = pages.words(text, "lead", 50, 100, 560, align=align)
    place = place_text(block)
    room = (place.frame.width - place.left - place.right) / 12700
    for slack in (0.995, 1.0, 1.005):
        assert pages.wrap(text, block.style, room * slack) == [row.text for row in block.lines]


def test_single_line_has_slack() -> None:
    block = pages.words("Label", "label", 50, 100, pages.width_of("Label", pages.STYLES["label"]))
    assert place_text(block).frame.width / 12700 > block.lines[0].width * 1.02


def test_right_aligned_text_keeps_its_right_edge() -> None:
    block = pages.words("12", "micro", 880, 505, 32, align="right")
    place = place_text(block)
    assert (place.frame.x + place.frame.width - place.right) / 12700 == pytest.approx(912, abs=0.1)


def test_paragraphs_get_their_lines() -> None:
    block = pages.words("One two three four five\nSix", "body", 0, 0, 120)
    one, two = paragraphs(block)
    assert (" ".join(row.text for row in one.lines), [row.text for row in two.lines]) == (one.text, ["Six"])


def test_text_without_lines_lies_in_its_box() -> None:
    block = replace(pages.words("x", "body", 5, 7, 100), lines=())
    assert place_text(block).frame.y == 7 * 12700


def test_list_hangs_its_bullets_left_of_the_texts() -> None:
    group = pages.bullets(["One", "Two"], 48, 200, 560)
    assert group.list_style is not None
    place = place_list([item[0][0] for item in list_items(group)], group.box, group.list_style)
    assert place.frame.x == (48 * 12700)


@pytest.mark.parametrize("high", [40, 300])
def test_a_list_lies_in_its_frame_where_its_anchor_says(high: int) -> None:
    """Texts of about 60 points: in a box that is higher the frame fills the box, else it has the height of the texts.

    The frame of what is in the middle ends where the nearer edge of the box is, and as far from the middle on the other
    side.
    """
    group = pages.bullets(["One", "Two"], 48, 200, 560)
    assert group.list_style is not None
    blocks = [item[0][0] for item in list_items(group)]
    box, style = Box(48, 200, 560, high), blocks[0].style
    top = blocks[0].lines[0].baseline - seat(style)
    bottom = blocks[1].lines[0].baseline + 1.2 * percent(style) / 100 * style.size - seat(style)
    assert 40 < bottom - top < 300
    height, middle = max(high, bottom - top), (top + bottom) / 2
    around = max(bottom - top, 2 * min(middle - 200, 200 + high - middle))
    rows: tuple[tuple[Anchor, float, float], ...] = (
        ("top", top, max(200 + high - top, style.leading)),
        ("middle", middle - around / 2, around),
        ("bottom", bottom - height, height),
    )
    for anchor, begins, tall in rows:
        found = place_list(blocks, box, replace(group.list_style, anchor=anchor))
        assert found.frame.y == pytest.approx(begins * 12700, abs=1)
        assert found.frame.height == pytest.approx(tall * 12700, abs=1)


# ------------------------------------------------------------------ items


PLACED: tuple[tuple[Anchor, int], ...] = (("top", 40), ("middle", 400), ("bottom", 400))
SAID = (
    "You can ask a question, talk through a worry or plan next steps. You decide what to share.",
    "Call 1-555-010-9999 at any hour, by day or by night, or text 12345.\nIt is free.",
    "Free support: (555) 010-9999, well-known and long-lasting, in more than two\u00a0hundred languages",
    "One",
)


def shown(place: TextPlace) -> str:
    at = place.frame
    return f"{at.x} {at.y} {at.width} {at.height} {place.left} {place.right} {place.anchor}"


def test_texts_and_lists_keep_their_frames(golden: Callable[[str, str], None]) -> None:
    """A changed line says that Office gets another frame for a text: look at such a deck."""
    rows = []
    for text in SAID:
        for kind, width in (("lead", 560), ("lead", 240), ("display", 400), ("body", 130)):
            parts = paragraphs(pages.words(text, kind, 50, 100, width))
            spaces = [f"{one:.3f}" for one in gaps(parts, 20)]
            rows.append(
                f"{text[:9]!r} {kind} {width}: {[len(one.lines) for one in parts]} {torn_numbers(parts)} {spaces}"
            )
            for align in get_args(Align):
                plain = pages.words(text, kind, 50, 100, width, align=align, balance=width != 240)
                for anchor, high in PLACED:
                    block = replace(plain, anchor=anchor, box=Box(50, 100, width, high))
                    linked, below = place_text(block, linked=True), below_middle(block, block.box)
                    rows.append(f"{shown(place_text(block))} / {linked.frame.width} {linked.right} / {below:.3f}")
        group = pages.bullets([text, "Two", text], 48, 200, 300)
        assert group.list_style is not None
        blocks = [item[0][0] for item in list_items(group)]
        rows += [
            shown(place_list(blocks, group.box, replace(group.list_style, anchor=anchor)))
            for anchor in get_args(Anchor)
        ]
    golden("office-frames", "\n".join((*rows, "")))


def test_list_in_two_columns_is_not_one_text() -> None:
    left, right = pages.bullets(["One"], 48, 200, 300), pages.bullets(["Two"], 480, 200, 300)
    grid = replace(left, children=(*left.children, *right.children), box=Box(48, 200, 700, 40))
    assert is_one_text(left)
    assert not is_one_text(grid)
    made = page_items(pages.page("deck/x", 1, "Grid", grid))
    assert [item.node.text for item in made if isinstance(item.node, TextBlock)] == ["One", "Two"]


def test_link_inside_a_list_item_is_found() -> None:
    group = pages.bullets(["One"], 48, 200, 300)
    item = group.children[0]
    assert isinstance(item, Group)
    link = Link("L", item.box, "https://example.org", "Example", item.children)
    linked = replace(group, children=(replace(item, children=(link,)),))
    assert [(url, tip) for texts in list_items(linked) for _, url, tip in texts] == [("https://example.org", "Example")]


def test_second_node_of_a_slot_is_a_plain_text() -> None:
    twice = (pages.words("One", "body", 0, 0, 90, slot="body"), pages.words("Two", "body", 0, 90, 90, slot="body"))
    assert [item.slot for item in page_items(pages.page("deck/x", 1, "T", *twice))] == ["body", ""]


def test_order_is_decoration_title_rest() -> None:
    text = pages.words("Text", "body", 0, 0, 90)
    title = pages.words("Title", "title", 0, 200, 90, slot="title")
    dot = Shape("Dot", Box(500, 0, 9, 9), Ellipse(), pages.paint("ink"))
    items = [SlideItem(text), SlideItem(title, "title"), SlideItem(dot)]
    assert [item.node for item in reading_order(items)] == [dot, title, text]


def test_order_keeps_what_lies_above_above() -> None:
    photo = Picture("P", Box(0, 0, 960, 540), pages.photo(), alt="A street")
    scrim = Shape("Scrim", Box(0, 0, 960, 540), Rectangle(), pages.paint("deep", 0.8))
    title = pages.words("Title", "title", 48, 200, 300, slot="title")
    items = [SlideItem(photo), SlideItem(scrim), SlideItem(title, "title")]
    assert [item.node for item in reading_order(items)] == [photo, scrim, title]


def test_a_line_stays_above_the_picture_that_it_is_on() -> None:
    """Its box has no height, so that it meets nothing by itself."""
    photo = Picture("P", Box(0, 0, 960, 540), pages.photo(), alt="A street")
    way = Path((Segment("M", (0, 200)), Segment("L", (480, 200))))
    line = Shape("rule", Box(0, 200, 480, 0), way, stroke=Stroke(pages.paint("ink"), 5))
    apart = replace(line, box=Box(0, 600, 480, 0))
    assert [item.node for item in reading_order([SlideItem(photo), SlideItem(line)])] == [photo, line]
    assert [item.node for item in reading_order([SlideItem(photo), SlideItem(apart)])] == [apart, photo]


# ------------------------------------------------------------------ checks


def mutated(name: str, pattern: bytes, replacement: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(render_pptx(pages.deck()))) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member == name:
                changed = re.sub(pattern, replacement, data, count=1)
                assert changed != data, "the mutation did nothing"
                data = changed
            new.writestr(member, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("member", "pattern", "replacement", "expected"),
    [
        ("[Content_Types].xml", rb'<Default Extension="jpg"[^>]*/>', b"", "no content type"),
        ("ppt/presentation.xml", rb'p14:sldId id="256"', b'p14:sldId id="999"', "sections list"),
        ("ppt/presentation.xml", rb'p:sldId id="256"', b'p:sldId id="12"', "slide ids"),
        ("ppt/slides/slide1.xml", rb'p:cNvPr id="3"', b'p:cNvPr id="2"', "occurs 2 times"),
        ("ppt/slides/slide3.xml", rb'r:embed="rId\d+"', b'r:embed="rId99"', "unknown relation rId99"),
        ("ppt/slides/slide3.xml", rb'descr="Three[^"]*"', b'descr="jane.jpg"', "shows a file name"),
        ("ppt/slides/slide3.xml", rb'descr="Three[^"]*"', b'descr=""', "neither alt text"),
        ("ppt/slides/slide2.xml", rb'idx="13"', b'idx="77"', "is not in its layout"),
        ("ppt/slides/slide2.xml", rb'<a:rPr lang="en-US"', b"<a:rPr", "no language"),
        ("ppt/slides/slide2.xml", rb'type="title"', b'type="body"', "has no title"),
        ("ppt/slides/_rels/slide2.xml.rels", rb"slideLayout2", b"slideLayout9", "missing part"),
        ("ppt/slides/slide2.xml", rb"<a:p>.*?</a:p>", b"", "no paragraph"),
        ("ppt/slideMasters/slideMaster1.xml", rb'sldLayoutId id="\d+"', b'sldLayoutId id="5"', "layout ids"),
        ("ppt/slides/slide2.xml", rb"<p:cSld>", b"<p:cSld", "cannot be read"),
    ],
)
def test_damage_is_found(member: str, pattern: bytes, replacement: bytes, expected: str) -> None:
    assert any(expected in problem for problem in check_package(mutated(member, pattern, replacement)))


def test_no_package_is_a_problem_not_a_crash() -> None:
    assert check_package(b"no zip") == ["the file is no package"]


def test_package_refuses_two_parts_of_one_name() -> None:
    package = Package()
    package.add("ppt/a.xml", "text/xml")
    with pytest.raises(ValueError, match="two parts"):
        package.add("ppt/a.xml", "text/xml")


def test_relation_to_the_same_part_is_made_once() -> None:
    package = Package()
    one, two = package.add("ppt/slides/a.xml", "t"), package.add("ppt/media/b.png", "t")
    assert (one.relate("image", two), one.relate("image", two)) == ("rId1", "rId1")
    assert one.opc.rels["rId1"].target_ref == "../media/b.png"


@pytest.mark.parametrize("year", [1901, 1970, 2200])
def test_a_clock_that_is_wrong_neither_breaks_a_file_nor_changes_it(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def file() -> bytes:
        package = Package()
        package.relate("officeDocument", package.add("ppt/presentation.xml", "application/xml", b"<a/>"))
        return package.pack()

    right = file()
    wrong = SimpleNamespace(time=lambda: 0.0, localtime=lambda _seconds: time.struct_time((year, *[1] * 8)))
    monkeypatch.setattr(zipfile, "time", wrong)
    assert file() == right


@pytest.mark.parametrize(("apart", "one"), [(0, True), (1, True), (1.1, False)])
def test_items_of_a_list_that_begin_at_most_a_point_apart_are_one_text(apart: float, one: bool) -> None:
    first, second = pages.bullets(["One"], 48, 200, 300), pages.bullets(["Two"], 48 + apart, 240, 300)
    assert is_one_text(replace(first, children=(*first.children, *second.children))) is one
