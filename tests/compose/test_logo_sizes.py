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
    logo_leaf,
    partners_leaf,
)
from htpm_studio.compose.template import TemplateElement
from htpm_studio.compose.text_fit import WHOLE, layout_text
from htpm_studio.compose.theme import Logo, PageTheme, PartnerLogo
from htpm_studio.pieces.declared import page_sizes
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


# ------------------------------------------------------------------ names


def words(frame: Frame) -> TextLeaf:
    (leaf,) = (one.leaf for one in frame.walk() if isinstance(one.leaf, TextLeaf))
    return leaf


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
