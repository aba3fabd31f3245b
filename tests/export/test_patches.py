"""A number as patches: each is a round amount, the parts are those of the fact, and nothing is made up."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest

from htpm_studio.export.decks.charts import chart_of
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.patches import patches_of
from htpm_studio.export.pages.social import social_specs
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


@cache
def kit_of(week: int, language: str = "en", edits: Edits | None = None) -> Kit:
    brand = Brand("Riverbend Coalition", ("#0F5C5C",), family="quilt")
    project = Project(brand, week, 2027, language=language, edits=edits or Edits())
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2027, 1, 3))


def patches(number: str, unit: str = "", language: str = "en") -> Any:
    kit = kit_of(2, language)
    content = {"number": number, "unit": unit}
    return patches_of(kit, content, chart_of(kit, content))


@pytest.mark.parametrize(
    ("number", "unit", "of", "each"),
    [
        ("17.3", "million people", "17.3", "One patch is 1 million."),
        ("745,652", "people without a home", "37.28", "One patch is 20,000."),
        ("20.5", "million reports", "20.5", "One patch is 1 million."),
        ("37%", "of adults", "37/100", "One patch is 1 of 100."),
        ("48", "hours", "24", "One patch is 2."),
    ],
)
def test_a_patch_is_a_round_amount(number: str, unit: str, of: str, each: str) -> None:
    shown = patches(number, unit)
    assert (shown["of"], shown["each"]) == (of, each)


def test_the_parts_of_a_fact_are_parts_of_the_patches() -> None:
    shown = patches("27.6", "millones de personas", "es")
    assert shown["of"] == "17.3 6.3 3.9"
    assert shown["each"] == "Un retazo representa 1 millón."
    assert [part["of"] for part in shown["parts"]] == ["1 0 0", "0 1 0", "0 0 1"]
    assert [part["number"] for part in shown["parts"]] == ["17.3", "6.3", "3.9"]


@pytest.mark.parametrize("number", ["", "many", "1 in 3", "7", "100%", "-5", "2.5.1"])
def test_what_cannot_be_counted_has_no_patches(number: str) -> None:
    assert patches(number) is None


def test_a_number_that_the_user_changed_has_patches_and_chart_of_its_own() -> None:
    edits = Edits().changed("w2/social/w2-forced-labor", "number", "50%")
    specs = [one for one in social_specs(kit_of(2, edits=edits)) if one.group == "w2-forced-labor"]
    for spec in specs:
        content: Any = spec.pages[0].content
        assert content["patches"]["of"] == "50/100"
        assert content["chart"] is None
