"""What an element of a template becomes: icons in dots, drawings of other families, emblems in place of pictures."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.compose.context import TemplateContext
from htpm_studio.compose.decorations import BAND
from htpm_studio.compose.evaluator import Evaluator
from htpm_studio.compose.frames import (
    DrawingLeaf,
    Frame,
    PictureLeaf,
    PictureRef,
    TextLeaf,
)
from htpm_studio.compose.node_builders import (
    drawing_leaf,
    picture_leaf,
    text_leaf,
)
from htpm_studio.compose.patchwork import AS_FIT, CLOTH
from htpm_studio.compose.template import TemplateElement
from htpm_studio.compose.theme import PageTheme
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.deck_slides import TEAL

CONTEXT = TemplateContext({})
UNIT = page_sizes()["square"].unit


def evaluator(drawings: frozenset[str] | None = None) -> Evaluator:
    return Evaluator({}, page_sizes()["square"], replace(TEAL, drawings=drawings), 2, 7, "a.xml")


def element(tag: str, **attributes: str) -> TemplateElement:
    return TemplateElement(tag, attributes, "", (), 1)


@pytest.mark.parametrize(
    ("drawings", "attributes", "recipe", "columns"),
    [
        (None, {"recipe": "arches", "grow": "1"}, "arches", None),
        (None, {}, "rise", None),
        (frozenset((CLOTH, BAND)), {"recipe": "arches", "grow": "1"}, CLOTH, AS_FIT),
        (frozenset((BAND,)), {"recipe": "arches", "grow": "1"}, BAND, AS_FIT),
        (frozenset((CLOTH, BAND)), {"recipe": "arches"}, "none", None),
        (frozenset(("rays",)), {"recipe": "arches", "grow": "1"}, "none", None),
        (frozenset((CLOTH, "arches")), {"recipe": "arches", "grow": "1"}, "arches", None),
    ],
)
def test_art_of_another_family_is_a_cloth_or_a_band_where_it_fills_what_is_left_and_else_nothing(
    drawings: frozenset[str] | None, attributes: dict[str, str], recipe: str, columns: float | None
) -> None:
    frame = drawing_leaf(element("drawing", **attributes), evaluator(drawings), CONTEXT)
    assert isinstance(frame.leaf, DrawingLeaf)
    assert (frame.leaf.recipe, frame.leaf.numbers.get("columns")) == (recipe, columns)
    assert (frame.meta.name, frame.meta.decorative) == (f"motif {recipe}", True)


# ------------------------------------------------------------------ texts


SQUARE, SLIDE = page_sizes()["square"], page_sizes()["slide"]
LOOK = replace(TEAL, organization="Acme's Aid")


def text(
    words: str, canvas: PageSize = SQUARE, look: PageTheme = LOOK, *, fixed: bool = False, **attributes: Any
) -> Frame:
    given = {key.replace("_", "-"): value for key, value in attributes.items()}
    context = TemplateContext({"head": words, "none": "", "list": ({"name": "Ask"},)}, fixed=fixed)
    return text_leaf(TemplateElement("text", given, words, (), 1), Evaluator({}, canvas, look, 2, 7, "a.xml"), context)


def leaf(words: str, canvas: PageSize = SQUARE, *, fixed: bool = False, **attributes: Any) -> TextLeaf:
    found = text(words, canvas, fixed=fixed, **attributes).leaf
    assert isinstance(found, TextLeaf)
    return found


def test_a_text_shrinks_to_its_least_share_and_never_below_its_floor() -> None:
    body, title = LOOK.styles.style("social", "body"), LOOK.styles.style("social", "title")
    assert leaf("Ask", size="60").min_scale == 0.85
    assert leaf("Ask", size="60", style="title").min_scale == 0.72
    assert leaf("Ask", size="60", min="0.5").min_scale == 0.5
    assert leaf("Ask", style="title").min_scale == pytest.approx(max(0.72, title.floor / (title.size * UNIT)))
    assert leaf("Ask", size="3", min="0.1").min_scale == pytest.approx(body.floor / (3 * UNIT))
    assert leaf("Ask", size="0.5").min_scale == 1.0


@pytest.mark.parametrize(
    ("attributes", "canvas", "wrap", "lines"),
    [
        ({}, SQUARE, "pretty", 99), ({"max-lines": "4"}, SQUARE, "sense", 4), ({"max-lines": "5"}, SQUARE, "pretty", 5),
        ({"style": "title"}, SQUARE, "sense", 99), ({"wrap": "balance"}, SQUARE, "balance", 99),
        ({}, SLIDE, "full", 99), ({"wrap": "balance"}, SLIDE, "full", 99), ({"wrap": "none"}, SLIDE, "none", 99),
        ({"wrap": "greedy"}, SLIDE, "greedy", 99), ({"max-lines": "1"}, SQUARE, "sense", 1),
    ],
)  # fmt: skip
def test_short_texts_break_by_their_sense_and_those_of_slides_fill_their_boxes(
    attributes: dict[str, Any], canvas: PageSize, wrap: str, lines: int
) -> None:
    made = leaf("Ask", canvas, **attributes)
    assert (made.wrap, made.max_lines, made.fallback_safe) == (wrap, lines, canvas is SLIDE)


def test_words_are_cleaned_and_typeset_but_for_names() -> None:
    assert leaf(" It's\u200b \\nhere ").text == "It’s \nhere"
    assert leaf("Acme's Aid: it's here").text == "Acme's Aid: it’s here"


def test_a_headline_has_a_stroke_below_the_words_between_stars_where_its_template_has_a_color_for_it() -> None:
    made = leaf("Ask *them* now", style="title", stroke="stroke")
    assert made.text == "Ask them now"
    assert made.stroke is not None
    assert (made.stroke.start, made.stroke.end, made.stroke.color.role) == (4, 8, "primary-text")
    assert (
        leaf("Ask *them* now", style="title").stroke
        is leaf("Ask them now", style="title", stroke="stroke").stroke
        is None
    )
    assert leaf("Ask *them* now").text == "Ask *them* now", "no headline"
    assert leaf("Ask", second="second").second == LOOK.color("ink-muted")
    assert leaf("Ask").second is None
    assert (leaf("Ask", fill_box="area").aim, leaf("Ask", fill_box="size").aim) == ("area", "size")


def test_a_text_with_an_anchor_has_a_room_of_its_own_and_what_is_fixed_on_slides_never_gives_way() -> None:
    assert leaf("Ask", anchor="start", height="9").room == 9 * UNIT
    assert leaf("Ask", anchor="start", height="9", fill_box="area").room is None
    assert leaf("Ask", height="9").room is None
    assert leaf("Ask", SLIDE, fixed=True).room == math.inf
    assert leaf("Ask", SLIDE, fixed=True, anchor="end", height="9").room == math.inf
    assert leaf("Ask", fixed=True).room is None


# ------------------------------------------------------------------ pictures, codes, fields and scrims


def test_a_picture_is_cut_as_its_element_says_and_an_emblem_is_in_its_place_where_there_is_none() -> None:
    ref = PictureRef(PictureSource("a", "svg", b"", (1, 1)))
    with_photo = replace(CONTEXT, values={"picture": ref, "other": "words"}, behind="deep")
    shown = picture_leaf(
        element("picture", frame="arch", radius="1 2 3 4", soft="0.3", below="0.2", covered="0.1"),
        evaluator(),
        with_photo,
    )
    assert isinstance(shown.leaf, PictureLeaf)
    assert (shown.leaf.ref, shown.leaf.frame, shown.leaf.around) == (ref, "arch", "deep")
    assert (shown.leaf.soft, shown.leaf.below, shown.leaf.covered) == (0.3, 0.2, 0.1)
    assert shown.leaf.radii == (UNIT, 2 * UNIT, 3 * UNIT, 4 * UNIT)
    plain = picture_leaf(element("picture"), evaluator(), with_photo).leaf
    emblem = picture_leaf(element("picture", of="other", emblem="bridge"), evaluator(), with_photo).leaf
    assert isinstance(emblem, DrawingLeaf)
    assert emblem.words["of"] == "bridge"
    assert isinstance(plain, PictureLeaf)
    assert (plain.frame, plain.soft, plain.below, plain.covered) == ("full", 0, 0, 0)
    for attributes, ground, share, fill in (
        ({"of": "other"}, "surface", 0.72, "tint-1"), ({"of": "other", "frame": "dot"}, "surface-alt", 0.6, "tint-1"),
        ({"of": "none", "slot": "picture"}, "deep", 0.72, "deep-1"),
    ):  # fmt: skip
        made = picture_leaf(element("picture", **attributes), evaluator(), replace(with_photo, ground=ground))
        assert isinstance(made.leaf, DrawingLeaf)
        assert (made.leaf.recipe, made.leaf.numbers, made.leaf.words["fill"]) == ("emblem", {"share": share}, fill)
        assert (made.meta.decorative, made.meta.slot) == (True, "")
