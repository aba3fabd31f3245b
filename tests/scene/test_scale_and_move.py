"""A node at another size or place: all its lengths and places change, and nothing else does."""

from __future__ import annotations

from pathlib import Path as FilePath

import pytest

from htpm_studio.scene.nodes import (
    Color,
    ColorStop,
    Crop,
    Ellipse,
    Emphasis,
    Face,
    FormField,
    GlyphRun,
    Group,
    LinearGradient,
    Link,
    ListStyle,
    Node,
    Page,
    Path,
    Picture,
    PictureSource,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    TextBlock,
    TextLine,
    TextStyle,
)
from htpm_studio.scene.scale import scaled
from htpm_studio.scene.walk import move, pictures, texts, walk
from htpm_studio.units import Box, Size

INK = Color("#14213D", "ink")
GLOW = Color("#F5AE45", alpha=0.5)
FACE = Face("PublicSans-400", FilePath("none.ttf"), "Public Sans")
PHOTO = PictureSource("key", "png", b"", (3, 4))


def drawn(by: float = 1, dx: float = 0, dy: float = 0) -> Group:
    """One node of each kind with numbers of its own, `by` times as large and then moved."""

    def box(x: float, y: float, width: float, height: float) -> Box:
        return Box(x * by + dx, y * by + dy, width * by, height * by)

    path = Path(
        (
            Segment("M", (1 * by + dx, 2 * by + dy)),
            Segment("C", (3 * by + dx, 4 * by + dy, 5 * by + dx, 6 * by + dy, 7 * by + dx, 8 * by + dy)),
            Segment("Z"),
        )
    )
    style = TextStyle("lead", FACE, 12 * by, 15 * by, 0.25 * by)
    glyphs = GlyphRun(FACE, "Hi", 11 * by + dx, (1, 2), (0, 6.5 * by), (0, 1), (0, 1.5 * by))
    line = TextLine("Hi", 11 * by + dx, 31 * by + dy, 13 * by, (glyphs,), GLOW)
    marks = Emphasis(0, 2, GLOW, (box(11, 32, 13, 2),))
    fade = LinearGradient((0, 0.5), (1, 0.25), (ColorStop(0, INK), ColorStop(0.75, GLOW)))
    nodes: tuple[Node, ...] = (
        Shape("bar", box(1, 2, 30, 40), Rectangle((1 * by, 2 * by, 3 * by, 4 * by)), fade),
        Shape("ring", box(5, 6, 70, 80), Ellipse(), stroke=Stroke(INK, 3 * by, "butt", (1 * by, 2 * by))),
        Shape("leaf", box(1, 2, 6, 6), path, INK),
        Picture("photo", box(2, 3, 4, 5), PHOTO, Crop(0.1, 0.2, 0.3, 0.4), Rectangle((8 * by,) * 4), "A garden."),
        Link("more", box(9, 8, 7, 6), "https://example.org", "More", (Shape("dot", box(9, 8, 1, 1), Ellipse(), INK),)),
        FormField("name", box(3, 1, 4, 2), "Name", style, INK),
        TextBlock("words", box(11, 20, 50, 16), "Hi", style, INK, (line,), 48 * by, "right", emphasis=marks),
    )
    listed = ListStyle("dot", INK, 9 * by, 4 * by)
    return Group("all", box(0, 0, 100, 200), nodes, list_style=listed, clip=path, turn=30.0)


@pytest.mark.parametrize("by", [0.5, 2, 8])
def test_at_another_size_every_length_and_place_is_so_many_times_as_large(by: float) -> None:
    assert scaled(drawn(), by) == drawn(by)


@pytest.mark.parametrize(("dx", "dy"), [(16, 0), (0, -8), (4, 32)])
def test_elsewhere_every_place_is_so_far_away_and_every_length_is_the_same(dx: float, dy: float) -> None:
    assert move(drawn(), dx, dy) == drawn(1, dx, dy)


def test_what_has_no_clip_no_stroke_and_no_list_has_none_at_another_size_and_place() -> None:
    bare = Group("all", Box(1, 2, 3, 4), (Shape("bar", Box(1, 2, 3, 4), Rectangle()),))
    assert scaled(scaled(bare, 2), 0.5) == move(move(bare, 1, 2), -1, -2) == bare


def test_a_walk_meets_parents_before_children_and_what_is_in_links_too() -> None:
    names = [node.name for node in walk((drawn(),))]
    assert names == ["all", "bar", "ring", "leaf", "photo", "more", "dot", "name", "words"]
    page = Page("one", "One", Size(100, 200), INK, (drawn(),))
    assert [one.name for one in texts(page)] == ["words"]
    assert [one.name for one in pictures(page)] == ["photo"]
