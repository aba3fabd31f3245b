"""The flyer of an organization that has a number of its own: below the hotline, and only one that is right."""

from __future__ import annotations

from datetime import date

import pytest

from htpm_studio.compose.compose_page import Composed
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.preflight.report import preflight
from htpm_studio.pieces.families import BASE
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.walk import texts
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools


def kit_with(number: str, language: str = "en", family: str = BASE) -> Kit:
    project = Project(Brand("Riverbend", local_number=number, family=family), 2, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), date(2026, 11, 28))


def flyer(made: Kit, paper: str = "letter") -> Composed:
    (spec,) = (spec for spec in plan(made) if spec.path == f"print/{paper}/flyer.pdf")
    return PageBuilder().compose(spec.pages[0], made.page_inputs)


def words_of_flyer(made: Kit) -> list[str]:
    """The texts of the flyer from top to bottom."""
    return [block.text for block in sorted(texts(flyer(made).page), key=lambda block: block.box.y)]


@pytest.mark.parametrize("family", [BASE, "broadside", "quilt"])
@pytest.mark.parametrize(
    ("language", "said"), [("en", "Near you: 804-555-0101."), ("es", "Cerca de usted: 804-555-0101.")]
)
def test_the_own_number_is_below_the_hotline(family: str, language: str, said: str) -> None:
    made = kit_with("804-555-0101", language, family)
    words = words_of_flyer(made)
    hotline = next(place for place, text in enumerate(words) if made.campaign.hotline.number in text)
    assert words.index(said) > hotline


@pytest.mark.parametrize("family", [BASE, "broadside", "quilt"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_all_words_still_fit_on_both_papers_with_a_long_number(family: str, language: str) -> None:
    made = kit_with("Community line of the valley: 804-555-0101 ext. 12", language, family)
    assert {paper: flyer(made, paper).findings for paper in ("letter", "a4")} == {"letter": (), "a4": ()}


@pytest.mark.parametrize("number", ["", "555", "1-888-373-7889", "ask at the desk"])
def test_a_number_that_is_none_or_almost_the_hotlines_is_not_printed(number: str) -> None:
    assert not any("Near you" in text for text in words_of_flyer(kit_with(number)))


def test_a_kit_with_an_own_number_has_nothing_to_fix() -> None:
    assert not preflight(kit_with("804-555-0101"), bundled_tools()).must_fix
