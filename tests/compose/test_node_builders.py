"""What an element of a template becomes: icons in dots, drawings of other families, emblems in place of pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.compose.context import TemplateContext
from htpm_studio.compose.decorations import BAND
from htpm_studio.compose.evaluator import Evaluator
from htpm_studio.compose.frames import DrawingLeaf
from htpm_studio.compose.node_builders import ICON_SHARE, drawing_leaf, icon_leaf
from htpm_studio.compose.patchwork import AS_FIT, CLOTH
from htpm_studio.compose.template import TemplateElement
from htpm_studio.pieces.declared import page_sizes
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


def test_a_drawing_has_the_seed_and_the_numbers_of_its_element_else_those_of_the_page() -> None:
    own = drawing_leaf(element("drawing", seed="3", columns="4", flip="true", name="art"), evaluator(), CONTEXT)
    assert isinstance(own.leaf, DrawingLeaf)
    assert (own.leaf.seed, own.leaf.numbers, own.leaf.flip, own.meta.name) == (3, {"columns": 4.0}, True, "art")
    usual = drawing_leaf(element("drawing"), evaluator(), CONTEXT).leaf
    assert isinstance(usual, DrawingLeaf)
    assert (usual.seed, usual.numbers, usual.flip, usual.week, usual.unit) == (7, {}, False, 2, UNIT)
    zero = drawing_leaf(element("drawing", seed="0"), evaluator(), CONTEXT).leaf
    assert isinstance(zero, DrawingLeaf)
    assert zero.seed == 0


def test_an_icon_is_bare_or_in_a_dot_and_decoration_unless_it_says_something() -> None:
    bare = icon_leaf(element("icon", of="phone"), evaluator(), CONTEXT)
    assert isinstance(bare.leaf, DrawingLeaf)
    assert (bare.layout.width, bare.layout.height) == (3 * UNIT, 3 * UNIT)
    assert (bare.leaf.numbers, bare.leaf.words) == ({"stroke": 2.0, "share": 1.0}, {"of": "phone"})
    assert bare.leaf.colors == (evaluator().color("accent", CONTEXT).role,) == ("accent-fill",)
    assert (bare.meta.name, bare.meta.decorative) == ("icon phone", True)
    dot = icon_leaf(element("icon", dot="5", size="2", stroke="1.5", alt="Call"), evaluator(), CONTEXT)
    assert isinstance(dot.leaf, DrawingLeaf)
    assert dot.layout.width == 5 * UNIT
    assert dot.leaf.numbers == {"stroke": 1.5, "share": ICON_SHARE}
    assert (dot.leaf.words["of"], dot.leaf.words["frame"]) == ("info", "dot")
    assert not dot.meta.decorative
    assert icon_leaf(element("icon", size="2"), evaluator(), CONTEXT).layout.width == 2 * UNIT
