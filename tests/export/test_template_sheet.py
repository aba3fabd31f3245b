"""The sheet of all templates in the sample brands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from htpm_studio.compose.compose_page import LEFT_OUT, TOO_LONG, PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.compose.template import Field, Template
from htpm_studio.errors import Cancelled, Diagnostic, InputError
from htpm_studio.export.kit.feed_mix import compositions_of
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.run import template_sheet
from htpm_studio.export.run.template_sheet import (
    BOARD,
    COLUMNS,
    GAP,
    SPACE,
    design_specs,
    draw_template_sheet,
    template_specs,
)
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.palette import derive_palette
from htpm_studio.units import Size
from tests.helpers.bundled import bundled_brands, bundled_campaign, bundled_resources

DAY = date(2027, 1, 11)
BRANDS = bundled_brands()
CAMPAIGN = bundled_campaign()
RESOURCES = bundled_resources()


def test_sheet_holds_every_social_template_and_every_background() -> None:
    specs = template_specs(BRANDS[0], CAMPAIGN, RESOURCES, DAY)
    families = ("social/", "background/")
    wanted = {name for name in RESOURCES.library.templates if name.startswith(families)}
    assert {spec.template for spec in specs} == wanted
    sizes = {spec.canvas for spec in specs if spec.template.startswith("social/")}
    assert sizes == {size.id for size in page_sizes().of("social")}
    for size in sizes:
        shown = [spec.template for spec in specs if spec.canvas == size]
        assert sorted(shown) == sorted(name for piece in pieces().of("social") for name in piece.templates)
    behind = [spec.template for spec in specs if spec.canvas == "background"]
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
    pages = design_specs(BRANDS[0], "social/event", CAMPAIGN, RESOURCES, DAY)
    assert {page.template for page in pages} == {"social/event"}
    assert {page.canvas for page in pages} == set(RESOURCES.library.template("social/event").canvases)


def test_a_family_that_draws_one_of_two_compositions_is_shown_with_that_one() -> None:
    drawn = replace(RESOURCES, drawn=frozenset({"social/statement-second"}))
    names = {page.template for page in template_specs(BRANDS[0], CAMPAIGN, drawn, DAY)}
    assert "social/statement-second" in names
    assert "social/statement" not in names
    assert {"social/help", "social/help-second"} <= names


def test_a_design_that_no_post_takes_is_shown_with_the_words_of_another_post() -> None:
    weeks = tuple(
        replace(week, posts=tuple(one for one in week.posts if one.graphic.template != "social/statement"))
        for week in CAMPAIGN.weeks
    )
    few = replace(CAMPAIGN, weeks=weeks)
    both = {"social/statement", "social/statement-second"}
    assert both <= {page.template for page in template_specs(BRANDS[0], few, RESOURCES, DAY)}
    assert {page.canvas for page in design_specs(BRANDS[0], "social/statement", few, RESOURCES, DAY)} == {
        size.id for size in page_sizes().of("social")
    }


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
        design_specs(BRANDS[0], "deck/blank", replace(CAMPAIGN, weeks=()), RESOURCES, DAY)


# ------------------------------------------------------------------ how the sheet is laid out


def page(template: str = "social/photo", canvas: str = "square", **content: Value) -> PageSpec:
    return PageSpec(template, canvas, content, PageInfo("a", "A", 1))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Image.Image, list[str]]]:
    """Draws a sheet of pages that are all ink; those of a story do not fit, a banner leaves something out."""
    code = {"story": TOO_LONG, "landscape": LEFT_OUT, "portrait": "other"}

    def composed(one: PageSpec, _kit: Kit) -> SimpleNamespace:
        found = [Diagnostic("warning", code[one.canvas], one.canvas)] if one.canvas in code else []
        return SimpleNamespace(page=page_sizes()[one.canvas].size, findings=found)

    def rendered(size: Size, scale: float) -> Image.Image:
        return Image.new("RGB", (round(size.width * scale), round(size.height * scale)), "#102030")

    monkeypatch.setattr(template_sheet, "compose", composed)
    monkeypatch.setattr(template_sheet, "render_page", rendered)

    def sheet(brands: int, *pages: PageSpec, **more: Any) -> tuple[Image.Image, list[str]]:
        told: list[str] = []
        monkeypatch.setattr(template_sheet, "template_specs", lambda *_all: pages)
        monkeypatch.setattr(template_sheet, "design_specs", lambda *_all: pages)
        picture = draw_template_sheet(
            BRANDS[:brands], CAMPAIGN, RESOURCES, DAY, JobContext(), lambda one: told.append(str(one.message)),  # type: ignore[attr-defined]
            column=30, **more,
        )  # fmt: skip
        return picture, told

    return sheet


def rows(sheet: Image.Image) -> list[tuple[int, int, int]]:
    """Where each row of pages begins and ends, and how many pages are in it."""
    line = [sheet.getpixel((GAP, y)) != BOARD for y in range(sheet.height)]
    starts = [y for y in range(1, sheet.height) if line[y] and not line[y - 1]]
    ends = [next((at for at in range(y, sheet.height) if not line[at]), sheet.height) for y in starts]
    counts = [
        sum(sheet.getpixel((GAP + at * (30 + GAP), y)) != BOARD for at in range((sheet.width - GAP) // (30 + GAP)))
        for y in starts
    ]
    return list(zip(starts, ends, counts, strict=True))


WIDE = COLUMNS * (30 + GAP) + GAP


def test_each_size_has_rows_of_its_own_with_eight_pages_at_most(drawn: Any) -> None:
    sheet, _ = drawn(1, *[page()] * 9, page(canvas="landscape"), page())
    high = round(page_sizes()["landscape"].size.height * 30 / page_sizes()["landscape"].size.width)
    first, second = GAP, GAP + 30 + GAP
    third = second + 30 + GAP
    assert rows(sheet) == [(first, first + 30, 8), (second, second + 30, 2), (third, third + high, 1)]
    assert sheet.size == (WIDE, third + high + GAP)
    assert sheet.getpixel((GAP + 29, GAP)) != BOARD == sheet.getpixel((GAP + 30, GAP))
    assert sheet.getpixel((GAP - 1, GAP)) == BOARD


def test_brands_stand_apart_and_one_design_has_its_sizes_in_one_row(drawn: Any) -> None:
    sheet, _ = drawn(2, page())
    second = GAP + 30 + GAP + SPACE
    assert rows(sheet) == [(GAP, GAP + 30, 1), (second, second + 30, 1)]
    assert sheet.size == (WIDE, second + 30 + GAP)
    sizes = [page(canvas=name) for name in ("square", "landscape", "landscape")]
    design, _ = drawn(1, *sizes, design="social/photo")
    assert design.size == (3 * (30 + GAP) + GAP, GAP + 30 + GAP)
    assert rows(design) == [(GAP, GAP + 30, 3)]
    empty, _ = drawn(1)
    assert (empty.width, rows(empty)) == (WIDE, [])


def test_only_some_sizes_are_drawn_where_that_is_asked_for(drawn: Any) -> None:
    pages = [page(), page(canvas="landscape")]
    assert len(rows(drawn(1, *pages)[0])) == 2
    assert len(rows(drawn(1, *pages, sizes=("square",))[0])) == 1


def test_what_does_not_fit_or_is_left_out_is_told_once(drawn: Any) -> None:
    pages = [page(canvas=name) for name in ("story", "square", "landscape", "portrait", "story")]
    assert drawn(2, *pages)[1] == ["story", "landscape"]


def test_a_design_draws_its_pages_and_posts_whose_words_it_has_room_for() -> None:
    library = RESOURCES.library
    photo = library.templates["social/photo"]
    own = replace(photo, id="social/mine", own=True, fields=(Field("head", True, False), Field("sub", False, False)))

    def draws(template: Template, one: PageSpec) -> bool:
        return template_sheet._draws(template, one, lent=template.own)

    twin = next(name for name in compositions_of("social/statement") if name != "social/statement")
    assert draws(photo, page())
    assert draws(library.templates[twin], page("social/statement"))
    assert not draws(photo, page("social/quote"))
    assert not draws(library.templates["deck/quote"], page("social/quote"))
    assert draws(own, page("social/statement", head="A"))
    assert not draws(own, page("social/statement", sub="A"))
    assert not draws(own, page("social/statement", "letter", head="A"))
    assert not draws(own, page("deck/quote", head="A"))
    assert not draws(replace(own, own=False), page("social/statement", head="A"))


def test_a_sample_brand_is_found_by_a_part_of_its_name() -> None:
    name = BRANDS[1].organization
    assert BRANDS[1] in template_sheet._chosen(BRANDS, name[1:5].upper())
    assert template_sheet._chosen(BRANDS, "") == list(BRANDS)
    with pytest.raises(InputError, match="no sample brand"):
        template_sheet._chosen(BRANDS, "no such name")
