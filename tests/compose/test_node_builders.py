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
    FieldLeaf,
    Frame,
    PictureLeaf,
    PictureRef,
    QrLeaf,
    ScrimLeaf,
    TextLeaf,
)
from htpm_studio.compose.node_builders import (
    ICON_SHARE,
    drawing_leaf,
    field_leaf,
    icon_leaf,
    picture_leaf,
    qr_leaf,
    scrim_leaf,
    text_leaf,
)
from htpm_studio.compose.patchwork import AS_FIT, CLOTH
from htpm_studio.compose.template import TemplateElement
from htpm_studio.compose.theme import PageTheme
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.deck_slides import FONTS, TEAL

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


def test_a_text_is_set_in_its_style_unless_it_says_otherwise() -> None:
    body, title = LOOK.styles.style("social", "body"), LOOK.styles.style("social", "title")
    usual = leaf("Ask")
    assert (usual.style, usual.face, usual.size, usual.leading) == (body, body.face, body.size * UNIT, body.leading)
    assert (usual.align, usual.tag, usual.anchor, usual.aim, usual.group) == ("left", "P", None, None, "")
    own = leaf(
        "Ask", size="5", leading="2", weight="700", align="right", tag="H2", anchor="center", together="g", style="body"
    )
    assert (own.size, own.leading, own.face, own.align, own.tag) == (5 * UNIT, 2, "Text-700", "right", "H2")
    assert (own.anchor, own.group) == ("middle", "g")
    assert leaf("Ask", style="title").style == title


def test_a_size_of_its_own_is_set_like_the_face_of_its_style() -> None:
    wider = replace(LOOK, styles=LOOK.styles.fitted(FONTS.set_in("friendly")))
    fit = wider.styles.style("social", "body").fit
    assert fit.size != 1
    made = text("Ask", look=wider, size="5", leading="2").leaf
    assert isinstance(made, TextLeaf)
    assert (made.size, made.leading) == pytest.approx((5 * fit.size * UNIT, 2 * fit.leading))


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


def test_words_know_which_content_they_come_from() -> None:
    made = leaf("{head} and {list.0.name}")
    assert (made.field, made.sources) == ("head", ("head", "list.0.name"))
    assert (leaf("Ask").field, leaf("Ask").sources) == ("", ())


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


def test_only_links_of_slides_are_underlined() -> None:
    assert leaf("Ask", SLIDE, link="https://a.org").underlined
    assert not leaf("Ask", SLIDE).underlined
    assert not leaf("Ask", link="https://a.org").underlined


def test_a_text_with_an_anchor_has_a_room_of_its_own_and_what_is_fixed_on_slides_never_gives_way() -> None:
    assert leaf("Ask", anchor="start", height="9").room == 9 * UNIT
    assert leaf("Ask", anchor="start", height="9", fill_box="area").room is None
    assert leaf("Ask", height="9").room is None
    assert leaf("Ask", SLIDE, fixed=True).room == math.inf
    assert leaf("Ask", SLIDE, fixed=True, anchor="end", height="9").room == math.inf
    assert leaf("Ask", fixed=True).room is None


def test_an_empty_text_takes_no_room_but_that_of_its_anchor() -> None:
    gone = text("{none}", height="9", name="sub")
    assert (gone.leaf, gone.layout.layer, gone.layout.height, gone.meta.name) == (
        None,
        (0.0, None, None, 0.0),
        None,
        "sub",
    )
    kept = text("{none}", height="9", anchor="start")
    assert (kept.leaf, kept.layout.layer, kept.layout.height) == (None, None, 9 * UNIT)


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


def test_a_code_is_dark_on_light_and_says_where_it_leads() -> None:
    made = qr_leaf(element("qr", of="https://a.org"), evaluator(), CONTEXT)
    assert made.leaf == QrLeaf("https://a.org", TEAL.color("ink"), TEAL.color("surface"), "m")
    assert (made.meta.alt, made.meta.name, made.meta.tag) == ("QR code for https://a.org", "QR code", "Figure")
    own = qr_leaf(element("qr", of="a", color="deep", fill="panel", level="q"), evaluator(), CONTEXT)
    assert own.leaf == QrLeaf("a", TEAL.color("deep"), TEAL.color("panel"), "q")


def test_a_field_has_the_size_of_its_style_or_its_own() -> None:
    style = TEAL.styles.style("social", "body")
    made = field_leaf(element("field", label="Name"), evaluator(), CONTEXT).leaf
    assert made == FieldLeaf("Name", style, style.size * UNIT, TEAL.color("ink"), "left")
    own = field_leaf(element("field", size="4", align="right", style="title"), evaluator(), CONTEXT).leaf
    assert own == FieldLeaf("", TEAL.styles.style("social", "title"), 4 * UNIT, TEAL.color("ink"), "right")


def test_a_scrim_is_dense_where_words_are_and_fades_out_from_there() -> None:
    def stops(**attributes: str) -> list[tuple[float, float]]:
        made = scrim_leaf(element("scrim", **attributes), evaluator(), CONTEXT).leaf
        assert isinstance(made, ScrimLeaf)
        assert {stop.color.role for stop in made.stops} == {attributes.get("color", "deep")}
        return [(round(stop.offset, 6), round(stop.color.alpha, 6)) for stop in made.stops]

    dense = round(max(0.95, TEAL.palette.scrim_alpha), 6)
    usual = stops()
    assert usual[0] == (0.0, max(0.96, dense))
    assert usual[1:] == [
        (0.46, dense), (0.516, round(dense * 0.9, 6)), (0.6, round(dense * 0.5, 6)), (0.684, round(dense * 0.1, 6)),
        (0.74, 0.0),
    ]  # fmt: skip
    assert [stop[0] for stop in stops(until="0.2", end="0.7", color="dark")] == [0.0, 0.2, 0.3, 0.45, 0.6, 0.7]
