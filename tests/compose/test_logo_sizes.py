"""How large a logo is, what is behind it, and what is there in its place: sizes in units of the page, by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.compose.context import TemplateContext
from htpm_studio.compose.evaluator import Evaluator
from htpm_studio.compose.frames import Frame, PictureLeaf, TextLeaf
from htpm_studio.compose.logos import (
    INITIALS,
    PARTNER_GAP,
    PARTNER_SHARE,
    SHORT_NAME,
    logo_leaf,
    partners_leaf,
)
from htpm_studio.compose.template import TemplateElement
from htpm_studio.compose.text_fit import WHOLE, layout_text
from htpm_studio.compose.theme import Logo, PageTheme, PartnerLogo
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.units import Insets
from tests.helpers.deck_slides import TEAL, svg_logo

CANVAS = page_sizes()["square"]
U = CANVAS.unit
CONTEXT = TemplateContext({})
NAME = "Harbor Legal Aid"


def made(look: PageTheme, ground: str = "surface", tag: str = "logo", **attributes: Any) -> Frame:
    given = {key.replace("_", "-"): str(value) for key, value in attributes.items()}
    element = TemplateElement(tag, given, "", (), 1)
    make = partners_leaf if tag == "partners" else logo_leaf
    return make(element, Evaluator({}, CANVAS, look, 2, 7, "a.xml"), replace(CONTEXT, ground=ground))


def with_logo(wide: float, contrasts: float = 9.0, name: str = NAME, **more: Any) -> PageTheme:
    """A sender with a logo that is a hundred high."""
    return replace(TEAL, logo=svg_logo(int(wide), 100, contrasts), organization=name, **more)


def sizes(frame: Frame) -> tuple[float, float]:
    """Width and height in units, with a plate."""
    return (frame.layout.width or 0.0) / U, (frame.layout.height or 0.0) / U


# ------------------------------------------------------------------ the logo alone


@pytest.mark.parametrize(
    ("wide", "attributes", "height"),
    [
        (200, {}, 7.2), (140, {}, 7.2), (139, {}, 9.2), (100, {}, 9.2),
        (1000, {"limit": 100}, math.sqrt(14.5)), (1000, {}, 3.4), (2000, {"limit": 100}, 3.2),
        (100, {"scale": 2}, 18.4), (200, {"limit": 10}, 5.0), (200, {"limit": 10, "scale": 0.5}, 2.5),
        (100, {"high": 5}, 5.0), (100, {"high": 20}, 9.2 * math.sqrt(2)),
        (100, {"size": 2}, 18.4), (100, {"size": 9}, 34.0), (100, {"size": 0.5}, 4.6),
        (100, {"size": 3, "high": 10}, 10.0), (100, {"size": 3, "high": 20}, 20.0),
    ],
)  # fmt: skip
def test_a_logo_has_an_even_optical_size_within_its_limits(
    wide: float, attributes: dict[str, Any], height: float
) -> None:
    frame = made(with_logo(wide), **attributes)
    assert sizes(frame) == pytest.approx((height * wide / 100, height))
    assert isinstance(frame.leaf, PictureLeaf)
    assert frame.leaf.contain
    assert (frame.leaf.ref.alt, frame.meta.name) == (NAME, "logo")


@pytest.mark.parametrize(
    ("wide", "attributes", "height", "pad_y", "pad_x"),
    [
        (100, {}, 9.2 * 0.88, 1.2, 1.2),
        (100, {"scale": 2}, 18.4 * 0.88, 2.4, 2.4),
        (100, {"size": 2, "limit": 60}, 18.4 * 0.88, 2.4, 2.4),
        (200, {}, 6.336, 0.27 * 6.336, 0.42 * 6.336),
        (200, {"limit": 10}, 3.2, 1.1, 1.8),
        (200, {"limit": 17}, 17 / 2.84, 0.27 * 17 / 2.84, 0.42 * 17 / 2.84),
        (200, {"high": 6}, 3.8, 1.1, 1.8),
        (200, {"high": 10}, 10 / 1.54, 0.27 * 10 / 1.54, 0.42 * 10 / 1.54),
        (139, {}, 9.2 * 0.88, 1.2, 1.2), (140, {}, 6.336, 0.27 * 6.336, 0.42 * 6.336),
        (200, {"limit": 10, "size": 3}, 3.2, 1.1, 1.8), (200, {"high": 6, "size": 3}, 3.8, 1.1, 1.8),
    ],
)  # fmt: skip
def test_a_plate_has_room_around_its_logo_and_stays_within_the_limits(
    wide: float, attributes: dict[str, Any], height: float, pad_y: float, pad_x: float
) -> None:
    frame = made(with_logo(wide, 1.1), **attributes)
    width = height * wide / 100
    assert sizes(frame) == pytest.approx((width + 2 * pad_x, height + 2 * pad_y))
    padding = frame.layout.padding
    assert (padding.top / U, padding.left / U) == pytest.approx((pad_y, pad_x))
    assert (padding.top, padding.left) == (padding.bottom, padding.right)
    (logo,) = frame.children
    assert sizes(logo) == pytest.approx((width, height))
    assert (frame.meta.name, logo.meta.name, frame.layout.align) == ("logo plate", "logo", "center")
    large = 1.6 * U * (2 if 2 in (attributes.get("scale"), attributes.get("size")) else 1)
    assert frame.decor.radii == pytest.approx((large,) * 4)


@pytest.mark.parametrize(
    ("contrasts", "ground", "attributes", "plate"),
    [
        ({"surface": 3.0}, "surface", {}, ""), ({"surface": 2.99}, "surface", {}, "surface"),
        ({"surface": 3.0}, "deep", {}, "surface"), ({"surface": 9.0}, "surface", {"plate": "always"}, "surface"),
        ({"panel": 4.5, "deep": 9.0}, "surface", {}, "deep"), ({"panel": 4.5, "deep": 4.4}, "surface", {}, "panel"),
        ({"panel": 3.0, "deep": 2.0}, "surface", {}, "panel"), ({"panel": 2.9, "deep": 2.9}, "surface", {}, "surface"),
        ({"panel": 9.0}, "panel", {"plate": "always"}, "surface"), ({"panel": 9.0}, "panel", {}, ""),
    ],
)  # fmt: skip
def test_a_plate_is_there_where_a_logo_would_not_stand_out_of_a_pale_one_in_the_deep_color_first(
    contrasts: dict[str, float], ground: str, attributes: dict[str, Any], plate: str
) -> None:
    look = replace(TEAL, logo=Logo(svg_logo(100, 100, 1.0).source, contrasts))
    fill = made(look, ground, **attributes).decor.fill
    assert (fill.role if fill else "") == plate


def test_a_logo_lies_where_its_template_says() -> None:
    frame = made(with_logo(200), margin="1 2 3 4", width="50")
    assert frame.layout.margin == Insets(U, 2 * U, 3 * U, 4 * U)
    assert sizes(frame) == pytest.approx((14.4, 7.2))
    plate = made(with_logo(200, 1.1), margin="1 2 3 4")
    assert (plate.layout.margin, plate.layout.direction) == (Insets(U, 2 * U, 3 * U, 4 * U), "row")


# ------------------------------------------------------------------ names


def words(frame: Frame) -> TextLeaf:
    (leaf,) = (one.leaf for one in frame.walk() if isinstance(one.leaf, TextLeaf))
    return leaf


def height_of(frame: Frame) -> float:
    leaf = words(frame)
    return layout_text(leaf, frame.layout.max_width or 0.0, WHOLE, TEAL.fonts).height(leaf)


@pytest.mark.parametrize(
    ("look", "attributes", "below"),
    [
        (with_logo(200), {"line": "true"}, True), (with_logo(200), {}, False),
        (with_logo(200, name=" "), {"line": "true"}, False),
        (replace(with_logo(200), logo=replace(svg_logo(200, 100, 9.0), says_name=True)), {"line": "true"}, False),
    ],
)  # fmt: skip
def test_a_name_is_small_below_a_logo_that_does_not_hold_it(
    look: PageTheme, attributes: dict[str, Any], below: bool
) -> None:
    assert len(made(look, **attributes).children) == (2 if below else 0)


def test_a_line_below_a_logo_leaves_it_four_fifths_of_the_height_where_both_have_room() -> None:
    foot = TEAL.styles.scales[CANVAS.scale].get("foot") or TEAL.styles.scales[CANVAS.scale]["micro"]
    frame = made(with_logo(200), line="true")
    mark, line = frame.children
    assert sizes(mark) == pytest.approx((14.4, 7.2))
    assert words(line).size == pytest.approx(max(foot.size * U, foot.floor))
    assert (line.layout.max_width, frame.layout.max_width) == pytest.approx((34 * U, 34 * U))
    assert (frame.layout.align, words(line).align, frame.layout.gap) == ("start", "left", 0.5 * U)
    centered = made(with_logo(200), line="true", center="true", name_limit="50", limit="40")
    assert (centered.layout.align, words(centered).align) == ("center", "center")
    assert centered.layout.max_width == pytest.approx(50 * U)
    low, high = (made(with_logo(100), line="true", high=high).children for high in (5, 9))
    assert sizes(low[0])[1] + 0.5 + height_of(low[1]) / U == pytest.approx(1.17 * 5)
    assert sizes(high[0])[1] == pytest.approx(min(7.2, 1.17 * 9 - 0.5 - height_of(line) / U))
    assert words(made(with_logo(200), line="true", lines="5")).max_lines == 5
    assert words(line).max_lines == 3


@pytest.mark.parametrize(("limit", "beside"), [(24.8, False), (25, True), (60, True)])
def test_a_name_is_beside_its_symbol_where_fourteen_units_are_left_and_else_below(limit: float, beside: bool) -> None:
    frame = made(with_logo(100, named=True), name_limit=limit)
    mark, name = frame.children
    assert sizes(mark) == pytest.approx((9.2, 9.2))
    assert (frame.layout.direction, frame.layout.align) == (("row", "center") if beside else ("column", "start"))
    assert frame.layout.gap == pytest.approx((1.7 if beside else 1.0) * U)
    if beside:
        assert frame.layout.max_width == pytest.approx(10.9 * U + (name.layout.max_width or 0))
        assert (name.layout.max_width or 0) <= (limit - 10.9) * U + 0.01
        assert height_of(name) <= 9.2 * U + 0.01
    else:
        assert frame.layout.max_width is None
        assert (name.layout.max_width or 0) <= limit * U


def test_a_name_beside_its_symbol_begins_at_it_and_one_below_it_may_be_in_the_middle() -> None:
    look = with_logo(100, named=True)
    assert words(made(look, name_limit=60, center="true")).align == "left"
    below = made(look, name_limit=20, center="true")
    assert (words(below).align, below.layout.align) == ("center", "center")


def test_mark_and_name_below_it_are_no_higher_than_there_is_room() -> None:
    for high in (9, 12, 20):
        frame = made(with_logo(100, named=True), name_limit=20, high=high)
        mark, name = frame.children
        assert (mark.layout.height or 0) + height_of(name) + U <= high * U + 0.01
        assert (mark.layout.height or 0) >= 0.25 * high * U


@pytest.mark.parametrize(
    ("name", "attributes", "share"),
    [
        ("Elm", {"name_height": 30}, INITIALS), ("Elmers", {"name_height": 30}, INITIALS),
        ("Elmgrov", {"name_height": 30}, 1.7), ("Elm", {}, 1.0), ("Elm", {"name_height": 30, "name_even": "true"}, 1.0),
        ("Elm", {"size": 0.9}, 0.9), ("Elm", {"size": 3}, 1.0), ("Elm", {"scale": 0.95}, 0.95),
        ("Elm", {"scale": 0.5}, 0.9), ("Elm", {"scale": 3}, 1.0),
    ],
)  # fmt: skip
def test_a_name_in_place_of_a_logo_is_larger_the_shorter_it_is(
    name: str, attributes: dict[str, Any], share: float
) -> None:
    frame = made(replace(TEAL, organization=name), name_limit=200, **attributes)
    style = TEAL.styles.style(CANVAS.scale, "label")
    assert words(frame).size == pytest.approx(share * style.size * U)
    assert frame.layout.max_width == pytest.approx(200 * U * min(1.0, attributes.get("size", 1.0)))


def test_a_name_in_place_of_a_logo_is_no_higher_than_its_room_and_without_a_name_there_is_none() -> None:
    look = replace(TEAL, organization=f"{NAME} of the Upper Lakes")
    for high in (3, 6, 9):
        frame = made(look, name_height=high, name_limit=40, lines=4)
        assert height_of(frame) <= high * U + 0.01
    assert made(replace(TEAL, organization=" ")).layout.layer == (0.0, None, None, 0.0)
    narrow = made(look)
    assert (narrow.layout.max_width or 0) <= 30 * U
    assert (made(look, limit=20).layout.max_width or 0) <= 20 * U


def test_a_short_name_beside_a_symbol_is_larger_where_there_is_room() -> None:
    style = TEAL.styles.style(CANVAS.scale, "label")
    beside = made(with_logo(100, name="Elmgrov", named=True), name_limit=200)
    assert words(beside).size == pytest.approx(SHORT_NAME * style.size * U)


CALLED = (
    "Elm", "Riverbend Coalition", "Harbor Legal Aid of the Upper Lakes", "Volt Youth & Family Support of Ames",
    "Coalition of Riverside Neighborhood and Family Services of Tri-Valley Counties",
)  # fmt: skip
ROOMS: tuple[dict[str, Any], ...] = (
    {"name_limit": 60}, {"name_limit": 30, "high": 14}, {"name_limit": 26, "high": 9}, {"name_limit": 22, "high": 11},
    {"name_limit": 23, "high": 7, "lines": 3}, {"name_limit": 20}, {"name_limit": 60, "high": 16, "name_height": 6},
    {"name_limit": 60, "high": 16, "name_height": 5, "name_even": "true"},
)  # fmt: skip


def test_names_keep_their_lines_and_sizes(golden: Callable[[str, str], None]) -> None:
    """A changed line says that names beside, below or in place of logos look different: look at such a page."""
    rows = []
    for at, name in enumerate(CALLED):
        for room in ROOMS:
            for look in (with_logo((100, 60, 180)[at % 3], name=name, named=True), replace(TEAL, organization=name)):
                frame = made(look, **room)
                mark = frame.children[0].layout.height if look.logo else None
                leaf = words(frame)
                (held,) = (one for one in frame.walk() if one.leaf is leaf)
                lines = layout_text(leaf, held.layout.max_width or 0.0, WHOLE, TEAL.fonts).flow.lines
                wide = (held.layout.max_width or 0.0) / U
                sizes_of = f"{(mark or 0) / U:.2f} {frame.layout.direction} {leaf.size / U:.3f} {wide:.2f}"
                rows.append(f"{sizes_of} {' / '.join(lines)}\n")
    golden("sender/names", "".join(rows))


# ------------------------------------------------------------------ partners


def row(*logos: Logo | None, **attributes: Any) -> Frame:
    several = tuple(PartnerLogo(f"Partner {at}", logo) for at, logo in enumerate(logos))
    return made(replace(TEAL, partners=several), tag="partners", **attributes)


def test_partners_are_smaller_than_the_sender_and_get_smaller_as_a_whole() -> None:
    one, two = svg_logo(100, 100, 9.0), svg_logo(200, 100, 9.0)
    frame = row(one, two)
    assert (frame.layout.direction, frame.layout.align, frame.layout.gap) == ("row", "center", PARTNER_GAP * U)
    assert frame.meta.name == "partners"
    usual = [(9.2 * PARTNER_SHARE, 9.2 * PARTNER_SHARE), (14.4 * PARTNER_SHARE, 7.2 * PARTNER_SHARE)]
    assert [size for child in frame.children for size in sizes(child)] == pytest.approx(
        [side for pair in usual for side in pair]
    )
    assert sizes(row(one, scale=0.5).children[0])[1] == pytest.approx(4.6 * PARTNER_SHARE)
    tight = row(one, two, limit=15)
    assert sum(sizes(child)[0] for child in tight.children) == pytest.approx(15 - PARTNER_GAP)
    assert row().layout.layer == (0.0, None, None, 0.0)


def test_partners_without_a_logo_are_there_by_name_in_what_logos_leave() -> None:
    one = svg_logo(100, 100, 9.0)

    def rooms(frame: Frame) -> list[float]:
        return [child.layout.max_width / U for child in frame.children if child.layout.max_width is not None]

    assert rooms(row(one, None)) == pytest.approx([24.0])
    assert rooms(row(one, None, limit=30)) == pytest.approx([30 - 3.4 - 9.2 * PARTNER_SHARE])
    assert rooms(row(None, None, limit=30)) == pytest.approx([13.3, 13.3])
    crowded = row(one, one, one, None, limit=25)
    assert rooms(crowded) == pytest.approx([14.8 / 3])
    assert sum(sizes(child)[0] for child in crowded.children) == pytest.approx(14.8 * 2 / 3)
    leaf = words(row(None))
    assert (leaf.text, leaf.max_lines, leaf.sources) == ("Partner 0", 3, ("partners",))
    micro = TEAL.styles.style(CANVAS.scale, "micro")
    assert leaf.size == max(micro.size * U, micro.floor)


def test_a_pale_partner_has_a_plate() -> None:
    (plate,) = row(svg_logo(100, 100, 1.1)).children
    side = 9.2 * PARTNER_SHARE
    assert sizes(plate) == pytest.approx((side + 1.6, side + 1.6))
    assert plate.decor.radii == pytest.approx((U,) * 4)
    assert (plate.meta.name, plate.children[0].meta.name) == ("logo plate", "partner Partner 0")
