"""The sheet of all templates in the sample brands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from htpm_studio.errors import Cancelled, InputError
from htpm_studio.export.template_sheet import (
    COLUMNS,
    GAP,
    design_orders,
    draw_template_sheet,
    template_orders,
)
from htpm_studio.jobs import JobContext
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.project.palette import derive_palette
from tests.helpers.bundled import bundled_brands, bundled_campaign, bundled_resources

DAY = date(2027, 1, 11)
BRANDS = bundled_brands()
CAMPAIGN = bundled_campaign()
RESOURCES = bundled_resources()


def test_sheet_holds_every_social_template_and_every_background() -> None:
    orders = template_orders(BRANDS[0], CAMPAIGN, RESOURCES, DAY)
    families = ("social/", "background/")
    wanted = {name for name in RESOURCES.library.templates if name.startswith(families)}
    assert {order.template for order in orders} == wanted
    sizes = {order.canvas for order in orders if order.template.startswith("social/")}
    assert sizes == {size.id for size in page_sizes().of("social")}
    for size in sizes:
        shown = [order.template for order in orders if order.canvas == size]
        assert sorted(shown) == sorted(name for piece in pieces().of("social") for name in piece.templates)
    behind = [order.template for order in orders if order.canvas == "background"]
    assert sorted(behind) == sorted(2 * [name for piece in pieces().of("background") for name in piece.templates])


def test_brands_are_unlike_and_each_has_its_own_logo() -> None:
    assert len(BRANDS) == 6
    assert len({brand.colors for brand in BRANDS}) == len({brand.logo for brand in BRANDS}) == 6


@pytest.mark.slow
def test_each_brand_has_a_row_of_its_own_in_its_own_color() -> None:
    sheet = draw_template_sheet(
        BRANDS[:2], CAMPAIGN, RESOURCES, DAY, JobContext(), print, column=60, sizes=("landscape",)
    )
    assert sheet.width == COLUMNS * (60 + GAP) + GAP
    for brand, top in zip(BRANDS[:2], (0, sheet.height // 2), strict=True):
        panel = derive_palette(*brand.colors)["panel"]
        half = sheet.crop((0, top, sheet.width, top + sheet.height // 2))
        assert half.tobytes().count(bytes.fromhex(panel[1:])) > 500


def test_drawing_can_be_stopped() -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        draw_template_sheet(BRANDS[:1], CAMPAIGN, RESOURCES, DAY, context, print, column=60, sizes=("square",))


def test_a_design_is_drawn_from_a_post_that_its_twin_lays_out_this_year() -> None:
    pages = design_orders(BRANDS[0], "social/event", CAMPAIGN, RESOURCES, DAY)
    assert {page.template for page in pages} == {"social/event"}
    assert {page.canvas for page in pages} == set(RESOURCES.library.template("social/event").canvases)


def test_a_family_that_draws_one_of_two_compositions_is_shown_with_that_one() -> None:
    drawn = replace(RESOURCES, drawn=frozenset({"social/statement-second"}))
    names = {page.template for page in template_orders(BRANDS[0], CAMPAIGN, drawn, DAY)}
    assert "social/statement-second" in names
    assert "social/statement" not in names
    assert {"social/help", "social/help-second"} <= names


def test_words_that_a_design_leaves_out_are_told_once() -> None:
    long = replace(BRANDS[0], organization="Coalition " * 30, logo=None)
    told: list[object] = []
    draw_template_sheet(
        (long, long), CAMPAIGN, RESOURCES, DAY, JobContext(), told.append, column=60, sizes=("landscape",),
        design="social/help",
    )  # fmt: skip
    (finding,) = told
    assert "“Name of your organization” does not fit" in str(finding)


def test_a_design_that_no_page_of_the_campaign_uses_is_refused() -> None:
    with pytest.raises(InputError, match="no page that “deck/blank” can draw"):
        design_orders(BRANDS[0], "deck/blank", replace(CAMPAIGN, weeks=()), RESOURCES, DAY)
