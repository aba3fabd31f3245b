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
from htpm_studio.errors import Cancelled, Diagnostic, InputError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.run import template_sheet
from htpm_studio.export.run.template_sheet import (
    design_specs,
    draw_template_sheet,
    template_specs,
)
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.processes.jobs import JobContext
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


def test_drawing_can_be_stopped() -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        draw_template_sheet(BRANDS[:1], CAMPAIGN, RESOURCES, DAY, context, print, column=60, sizes=("square",))


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
