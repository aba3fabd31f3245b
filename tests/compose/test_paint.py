"""What is painted of a laid-out box: where each letter, line and shape is, worked out by hand from box and face."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from htpm_studio.compose.edges import PageGrounds
from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import (
    Decor,
    DrawingLeaf,
    FieldLeaf,
    Frame,
    Layout,
    Leaf,
    Meta,
    PictureLeaf,
    PictureRef,
    TextLeaf,
)
from htpm_studio.compose.frames import Stroke as Underline
from htpm_studio.compose.paint import Painter
from htpm_studio.compose.styles import StyleSpec
from htpm_studio.compose.text_fit import Level
from htpm_studio.pieces.model import FieldSpec
from htpm_studio.scene.nodes import (
    Chart,
    Color,
    Crop,
    Ellipse,
    Group,
    Link,
    ListStyle,
    Node,
    Picture,
    PictureSource,
    Rectangle,
    Shape,
    TextBlock,
)
from htpm_studio.text.flow import TextSetting, line_width
from htpm_studio.text.shaping import shape
from htpm_studio.units import Box, Size
from tests.helpers.deck_slides import TEAL

BOX = Box(10, 20, 40, 20)
INK, PALE = Color("#000000", "ink"), Color("#F0F0F0", "surface")
SVG = PictureSource("a", "svg", b"<svg/>", (200, 100))


def painted(leaf: Leaf | None, box: Box = BOX, decor: Decor | None = None, **more: Any) -> list[Node]:
    """The nodes of one box; `meta` and `layout` are those of its frame, all else is for the painter."""
    frame = Frame(more.pop("layout", Layout()), decor or Decor(), more.pop("meta", Meta()), leaf)
    children = tuple(more.pop("children", ()))
    return Painter(TEAL, Level(), **more).paint(Placed(frame, box, children))


def only(nodes: list[Node], kind: type[Any]) -> Any:
    (node,) = nodes
    assert isinstance(node, kind)
    return node


# ------------------------------------------------------------------ boxes


@pytest.mark.parametrize(
    ("meta", "grouped"),
    [
        (Meta(), False), (Meta(name="box"), False), (Meta(tag="Sect"), True), (Meta(alt="A chart"), True),
        (Meta(decorative=True), True), (Meta(running=True), True), (Meta(slot="body"), True), (Meta(clip=True), True),
        (Meta(turn=5.0), True), (Meta(list_style=ListStyle("dot", INK, 1, 2)), True),
        (Meta(chart=Chart("Days", "day", (), ())), True),
    ],
)  # fmt: skip
def test_what_means_something_as_a_whole_is_a_group(meta: Meta, grouped: bool) -> None:
    decor = Decor(fill=PALE, radii=(4, 4, 4, 4))
    (node,) = painted(None, decor=decor, meta=meta)
    assert isinstance(node, Group) == grouped
    if isinstance(node, Group):
        assert (node.tag, node.alt, node.decorative, node.running) == (
            meta.tag,
            meta.alt,
            meta.decorative,
            meta.running,
        )
        assert (node.slot, node.turn, node.list_style, node.chart) == (
            meta.slot,
            meta.turn,
            meta.list_style,
            meta.chart,
        )
        assert node.clip == (Rectangle((4, 4, 4, 4)) if meta.clip else None)
        assert (node.name, node.box) == (meta.tag or "group", BOX)
    leaf = painted(FieldLeaf("Name", STYLE, 12.0, INK, "left"), meta=replace(meta, name="field"))
    assert isinstance(leaf[0], Group) == (meta.clip or meta.turn > 0), "a text is its own group"
    if isinstance(leaf[0], Group):
        assert (leaf[0].tag, leaf[0].alt, leaf[0].slot, leaf[0].decorative, leaf[0].running) == (
            "",
            "",
            "",
            False,
            False,
        )


def test_a_box_with_nothing_in_it_is_nothing_unless_it_is_a_cell_of_a_table() -> None:
    assert painted(None, meta=Meta(tag="Sect", link="https://a.org")) == []
    assert [only(painted(None, meta=Meta(tag=tag)), Group).tag for tag in ("TD", "TH")] == ["TD", "TH"]


def test_a_link_says_where_it_leads() -> None:
    decor = Decor(fill=PALE)
    link = only(painted(None, decor=decor, meta=Meta(link="https://a.org")), Link)
    assert (link.name, link.url, link.description, len(link.children)) == ("link", "https://a.org", "https://a.org", 1)
    link = only(painted(None, decor=decor, meta=Meta(name="more", link="https://a.org", link_text="More")), Link)
    assert (link.name, link.description) == ("more", "More")


# ------------------------------------------------------------------ text

STYLE = StyleSpec("body", "Text-400", 1, 1.5)
WIDE = Box(100, 50, 300, 90)


def text(words: str, style: StyleSpec = STYLE, **more: Any) -> TextLeaf:
    usual: dict[str, Any] = {
        "text": words, "style": style, "face": style.face, "size": 20.0, "leading": 1.5, "min_scale": 1.0, "color": INK,
        "max_lines": 9, "align": "left", "wrap": "none", "tag": "P", "field": "text",
    }  # fmt: skip
    return TextLeaf(**usual | more)


def width(words: str, style: StyleSpec = STYLE, size: float = 20.0) -> float:
    return line_width(words, TextSetting(style.face, size, style.tracking * size), TEAL.fonts)


def baseline(style: StyleSpec = STYLE, size: float = 20.0, leading: float = 30.0) -> float:
    """How far the first baseline is below the top of a text: in the middle of its line."""
    data = TEAL.fonts.data(style.face)
    return (leading + (data.ascent - data.descent) * size) / 2


def test_a_text_knows_what_its_field_may_hold_and_letters_that_no_font_has_are_noted() -> None:
    fields = {"items": FieldSpec("list", limit=40, most=5)}
    block = only(painted(text("Ask", sources=("items.0",)), WIDE, fields=fields), TextBlock)
    assert (block.limit, block.most) == (40, 5)
    assert only(painted(text("Ask"), WIDE, fields=fields), TextBlock).limit == 0
    missing: dict[str, None] = {}
    painted(text("A𓀀"), WIDE, missing=missing)
    assert list(missing) == ["𓀀"]
    named = only(painted(text("Ask", field=""), WIDE), TextBlock)
    assert named.name == "body"
    assert only(painted(text("Ask"), WIDE, meta=Meta(name="head", tag="H1")), TextBlock).name == "head"


def test_tracking_is_between_letters() -> None:
    style = replace(STYLE, tracking=0.1)
    (run,) = only(painted(text("Ask", style), WIDE), TextBlock).lines[0].runs
    (tight,) = only(painted(text("Ask"), WIDE), TextBlock).lines[0].runs
    assert run.offsets == pytest.approx([offset + 2.0 * at for at, offset in enumerate(tight.offsets)])
    first, second = only(painted(text("Asж", style), WIDE), TextBlock).lines[0].runs
    assert (first.x, second.x) == pytest.approx((100, 100 + width("As") + 2 * 2.0))


def test_marks_of_other_scripts_rise_with_the_size() -> None:
    (run,) = only(painted(text("مُحَمَّد"), WIDE), TextBlock).lines[0].runs
    (shaped,) = shape("مُحَمَّد", "Text-400", TEAL.fonts, right_to_left=True).runs
    assert any(shaped.rises)
    assert run.rises == pytest.approx([20 * rise for rise in shaped.rises])
    assert run.offsets == pytest.approx([20 * offset for offset in shaped.offsets])
    assert (run.joined, run.right_to_left) == (True, True)


def strokes(words: str, start: int, end: int) -> list[Box]:
    block = only(painted(text(words, stroke=Underline(start, end, INK)), WIDE), TextBlock)
    return list(block.emphasis.strokes) if block.emphasis else []


def test_a_stroke_lies_below_the_words_that_are_emphasized_on_each_of_their_lines() -> None:
    line, edge = 50 + baseline(), 0.02 * 20
    left, right = 100 + width("Ask "), 100 + width("Ask now")
    (stroke,) = strokes("Ask now", 4, 7)
    assert (stroke.x, stroke.y, stroke.right, stroke.height) == pytest.approx(
        (left + edge, line + 1, right - edge, 1.9)
    )
    (stroke,) = strokes("Ask now please", 4, 7)
    assert (stroke.x, stroke.right) == pytest.approx((left + edge, right - edge), abs=0.5)
    first, second = strokes("Ask\nnow please", 0, 7)
    assert (first.x, first.right, first.y) == pytest.approx((100 + edge, 100 + width("Ask") - edge, line + 1))
    assert (second.x, second.y) == pytest.approx((100 + edge, line + 31))
    assert second.right == pytest.approx(100 + width("now") - edge, abs=0.5)
    assert len(strokes("Ask\nnow", 0, 3)) == len(strokes("Ask\nnow", 4, 7)) == 1
    assert strokes("Ask\nnow", 3, 4) == []


# ------------------------------------------------------------------ headlines that fill their box


def test_a_headline_that_fills_its_box_begins_with_the_ink_of_its_capitals() -> None:
    style = StyleSpec("head", "Head", 1, 1.2, head=True)
    data = TEAL.fonts.data("Head")
    leaf = text("Ask.\nListen", style, aim="area", size=20.0, leading=1.2, min_scale=0.5, second=PALE)
    block = only(painted(leaf, WIDE), TextBlock)
    assert (block.box.x, block.box.y, block.box.width, block.style.size) == (100, 50, 300, 20)
    high = 20 * (1.2 + data.cap_height + 0.02)
    assert block.box.height == pytest.approx(high)
    first = 50 + data.cap_height * 20
    assert [line.baseline for line in block.lines] == pytest.approx([first, first + 24])
    assert [line.color for line in block.lines] == [None, PALE]
    assert (block.name, block.tag, block.style.theme_font) == ("text", "P", "major")
    assert only(painted(replace(leaf, field=""), WIDE), TextBlock).name == "head"
    named = only(painted(leaf, WIDE, meta=Meta(name="title", tag="H1")), TextBlock)
    assert (named.name, named.tag) == ("title", "H1")
    font = data.font
    for line in block.lines:
        bearing = font.get_glyph_extents(font.get_nominal_glyph(ord(line.text[0]))).x_bearing / data.upem
        assert line.x == pytest.approx(100 - bearing * 20)
    low = only(painted(replace(leaf, anchor="bottom"), WIDE), TextBlock)
    assert low.box.y == pytest.approx(140 - high)
    assert (low.anchor, block.anchor) == ("bottom", "top")
    right = only(painted(replace(leaf, align="right"), WIDE), TextBlock)
    assert [line.x + line.width for line in right.lines] == pytest.approx([400, 400])
    middle = only(painted(replace(leaf, align="center"), WIDE), TextBlock)
    assert [line.x + line.width / 2 for line in middle.lines] == pytest.approx([250, 250])
    plain = only(painted(replace(leaf, text="Ask\nListen"), WIDE), TextBlock)
    assert [line.color for line in plain.lines] == [None, None]


# ------------------------------------------------------------------ pictures and drawings


@pytest.mark.parametrize(
    ("frame", "shape"),
    [
        ("full", Rectangle((2, 10, 2, 2))), ("dot", Ellipse()), ("capsule", Rectangle((10, 10, 10, 10))),
        ("arch", Rectangle((20, 20, 0, 0))),
    ],
)  # fmt: skip
def test_a_picture_has_the_shape_of_its_frame(frame: Any, shape: Rectangle | Ellipse) -> None:
    leaf = PictureLeaf(PictureRef(SVG, alt="A porch"), frame, (2, 50, 2, 2))
    picture = only(painted(leaf, meta=Meta(slot="picture")), Picture)
    assert (picture.frame, picture.box, picture.name, picture.alt, picture.slot) == (
        shape,
        BOX,
        "picture",
        "A porch",
        "picture",
    )
    assert picture.crop == Crop(0.0, 0.0, 0.0, 0.0)


def test_a_picture_is_cut_unless_it_is_shown_whole_and_needs_room() -> None:
    ref = PictureRef(SVG, focus=(0.5, 0.5))
    assert only(painted(PictureLeaf(ref), Box(0, 0, 50, 50)), Picture).crop == Crop(0.25, 0, 0.25, 0)
    assert only(painted(PictureLeaf(ref), Box(0, 0, 50, 50)), Picture).frame == Rectangle()
    assert only(painted(PictureLeaf(ref, contain=True), Box(0, 0, 50, 50)), Picture).crop == Crop()
    assert painted(PictureLeaf(ref), Box(0, 0, 0, 50)) == painted(PictureLeaf(ref), Box(0, 0, 50, 0)) == []


def test_a_picture_that_melts_into_its_ground_has_a_line() -> None:
    data = io.BytesIO()
    Image.new("RGB", (4, 4), "#FFFFFF").save(data, "PNG")
    leaf = PictureLeaf(PictureRef(PictureSource("white", "png", data.getvalue(), (4, 4))))
    near = PageGrounds(Size(200, 200), ((Box(0, 0, 200, 200), "#FFFFFF"),), ())
    assert [node.name for node in painted(leaf, near=near)] == ["picture", "keyline"]
    assert [node.name for node in painted(leaf)] == ["picture"]
    assert [node.name for node in painted(replace(leaf, contain=True), near=near)] == ["picture"]


def drawing(recipe: str, numbers: dict[str, float], words: dict[str, str], *colors: str) -> DrawingLeaf:
    return DrawingLeaf(recipe, "surface", 4.0, 1, 1, numbers=numbers, words=words, colors=colors)


def test_a_drawing_may_have_a_ground_and_is_decoration_unless_it_says_something() -> None:
    leaf = drawing("thread", {}, {"fill": "tint-1", "frame": "dot"}, "ink")
    group = only(painted(leaf), Group)
    assert [child.name for child in group.children] == ["ground", "strand", "head"]
    assert group.children[0] == Shape("ground", BOX, Ellipse(), TEAL.color("tint-1"))
    assert (group.name, group.tag, group.decorative) == ("thread", "", True)
    said = only(painted(leaf, meta=Meta(alt="A thread", name="art")), Group)
    said = said.children[0] if isinstance(said.children[0], Group) else said
    assert (said.name, said.tag, said.alt, said.decorative) == ("art", "Figure", "A thread", False)
    assert painted(drawing("unknown", {}, {})) == []
