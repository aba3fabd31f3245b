"""Drawings that keep clear of words: how large they become, and where a cloth or band below words begins."""

from __future__ import annotations

from typing import Any

import pytest

from htpm_studio.compose.decor_fill import LARGEST, SMALLER, grow_drawings
from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import Decor, DrawingLeaf, Frame, Layout, TextLeaf
from htpm_studio.compose.patchwork import AS_FIT
from htpm_studio.compose.styles import StyleSpec
from htpm_studio.compose.text_fit import Level
from htpm_studio.scene.nodes import Color
from htpm_studio.text.flow import TextSetting, line_width
from htpm_studio.units import Box
from tests.helpers.deck_slides import TEAL

INK = Color("#000000", "ink")
DATA = TEAL.fonts.data("Text-400")
WIDE = line_width("Listen", TextSetting("Text-400", 20.0), TEAL.fonts)
TOP = 15 + (DATA.ascent - DATA.descent) * 10 - 0.75 * 20
"""How far the capitals of a line of 20 points with a leading of 30 are below the top of its box."""


def text(x: float, y: float, words: str = "Listen", width: float = 400.0, align: Any = "left", **more: Any) -> Placed:
    leaf = TextLeaf(
        text=words, style=StyleSpec("body", "Text-400", 1, 1.5), face="Text-400", size=20.0, leading=1.5, min_scale=1.0,
        color=INK, max_lines=9, align=align, wrap="none", tag="P", field="text",
    )  # fmt: skip
    return Placed(Frame(Layout(), leaf=leaf, **more), Box(x, y, width, 30.0 * (words.count("\n") + 1)))


def art(box: Box, recipe: str = "bridge", **numbers: float) -> Placed:
    given = {key.replace("_", "-"): value for key, value in numbers.items()}
    leaf = DrawingLeaf(recipe, "surface", 2.0, 1, 1, numbers=given, words={})
    return Placed(Frame(Layout(), leaf=leaf), box)


def grown(drawing: Placed, *others: Placed, **more: Any) -> dict[str, float]:
    """The numbers of the drawing on a page with these texts."""
    root = Placed(Frame(Layout(), **more), Box(0, 0, 1000, 1000), (*others, drawing))
    leaf = grow_drawings(root, Level(), TEAL.fonts).children[-1].frame.leaf
    assert isinstance(leaf, DrawingLeaf)
    return dict(leaf.numbers)


def pitch(drawing: Placed, *others: Placed) -> float:
    return grown(drawing, *others)["pitch-max"]


def largest(limit: float, most: float = 20.0, least: float = 0.0) -> float:
    """The first of the sizes that is no larger than a limit in points, each a step smaller than the one before."""
    size = most
    while size * 2 > limit and size > least:
        size *= SMALLER
    return max(size, least)


ARCH: dict[str, Any] = {"strands": 1, "size": 1, "clear": 3, "pitch_max": 20, "pitch_min": 1}
"""A single half circle with its middle in the foot of its box; its line is half as wide as its radius."""


def test_a_drawing_is_as_large_as_it_may_be_where_no_words_are() -> None:
    assert pitch(art(Box(0, 0, 400, 300), **ARCH)) == 20
    assert pitch(art(Box(0, 0, 400, 300), clear=3)) == LARGEST


def test_a_drawing_ends_below_the_words_above_it() -> None:
    bottom = 100 + TOP + 0.99 * 20
    for box in (Box(100, 50, 400, 130), Box(100, 0, 400, 180)):
        found = pitch(art(box, **ARCH), text(250, 100))
        assert found == pytest.approx(largest((180 - bottom - 6) / 1.25))
    two = pitch(art(Box(100, 50, 400, 130), **ARCH), text(250, 70, "Listen\nListen"))
    assert two == pytest.approx(largest((180 - bottom - 6) / 1.25))


def test_a_drawing_ends_above_the_words_below_it_with_its_heads() -> None:
    base = 150.0
    found = pitch(art(Box(100, 50, 400, 130), y=-15, **ARCH), text(215, 175, "Listen to them and listen"))
    assert found == pytest.approx(largest((175 + TOP - base - 6) / 1.1))


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_a_drawing_keeps_clear_of_the_words_beside_it(align: str) -> None:
    free = 60 - WIDE
    aside = {"left": 0.0, "center": free / 2, "right": free}[align]
    tall = {**ARCH, "legs": 60}
    left = pitch(art(Box(100, 0, 400, 300), **tall), text(230, 200, width=60.0, align=align))
    assert left == pytest.approx(largest((300 - (230 + aside + WIDE) - 6) / 1.25))
    right = pitch(art(Box(100, 0, 400, 300), **tall), text(330, 200, width=60.0, align=align))
    assert right == pytest.approx(largest((330 + aside - 300 - 6) / 1.25))


def test_a_drawing_is_never_smaller_than_its_least_or_half_of_its_most() -> None:
    over = text(250, 150)
    assert pitch(art(Box(100, 50, 400, 130), **{**ARCH, "pitch_min": 18}), over) == 18
    usual = {key: value for key, value in ARCH.items() if key != "pitch_min"}
    assert pitch(art(Box(100, 50, 400, 130), **usual), over) == 10


def test_words_on_a_ground_of_their_own_hide_what_is_behind_them() -> None:
    box = Box(100, 50, 400, 130)
    assert pitch(art(box, **ARCH), text(250, 150, decor=Decor(fill=INK))) == 20
    assert grown(art(box, **ARCH), text(250, 150), decor=Decor(fill=INK))["pitch-max"] < 20, "of the page itself not"


@pytest.mark.parametrize("recipe", ["cloth", "band"])
def test_a_cloth_or_band_begins_below_the_last_words_in_its_box(recipe: str) -> None:
    def top(*others: Placed, **more: Any) -> float:
        return grown(art(Box(100, 200, 300, 400), recipe, columns=AS_FIT), *others, **more)["y"]

    low = TOP + 0.99 * 20 + 1.5 * 2
    assert top() == 0
    assert top(text(150, 300), text(150, 250)) == pytest.approx(300 + low - 200)
    assert top(text(150, 300, "Listen\nListen")) == pytest.approx(330 + low - 200)
    assert top(text(150, 300, decor=Decor(fill=INK))) == pytest.approx(300 + low - 200), "also on grounds of their own"
    assert top(text(150, 100)) == top(text(150, 600 - TOP)) == 0
    assert top(text(400, 300)) == top(text(100 - WIDE, 300)) == 0
    assert top(text(399, 300)) == top(text(101 - WIDE, 300)) == pytest.approx(300 + low - 200)
    assert top(text(150, 200 - low + 0.5)) == pytest.approx(0.5)
    assert top(text(150, 599 - TOP)) == pytest.approx(599 - TOP + low - 200)
