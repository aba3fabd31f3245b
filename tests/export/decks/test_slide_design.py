"""What holds for the slides of every family: feet clear of the edge, titles above heads, an order to read in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.pieces.declared import families
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.pictures import read_picture
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.walk import pictures, texts
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import LONG_NAME, line_boxes
from tests.helpers.sweeps import SLOW, sampled

LONG = "Coalición Interinstitucional de Apoyo a Familia y Sobrevivientes del Noreste"
TALL = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 62"><path d="M2 0h20v62H2z" fill="#0b5d57"/></svg>'
CLEAR, LOWEST, NEAR = 10.6, 7.0, 4.0
"""Points below the letters of a name (to their baseline) and below a logo, and how far apart is beside each other."""

WEEKS = (1, 2, 3, 4, 5) if SLOW else (5,)
FAMILIES = sorted(families())


@cache
def kit_of(family: str, week: int, language: str) -> Kit:
    brand = Brand(LONG, ("#7A1F5C",), read_picture("tall.svg", TALL), family=family)
    project = Project(brand, week, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))


def specs(kit: Kit) -> list[FileSpec]:
    return [spec for spec in deck_specs(kit) if spec.format in ("pptx", "potx")]


def pages(kit: Kit) -> Iterator[tuple[str, Page]]:
    for spec in specs(kit):
        yield from ((f"{spec.id} {n}", compose(page, kit.page_inputs).page) for n, page in enumerate(spec.pages, 1))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("week", WEEKS)
class TestEachFamily:
    def test_a_long_name_and_a_tall_logo_keep_clear_of_the_lower_edge(self, family: str, week: int) -> None:
        found = 0
        for name, page in pages(kit_of(family, week, "es")):
            senders = [block for block in texts(page) if block.name == "org"]
            logos = [one.box for one in pictures(page) if one.name == "logo"]
            found += len(senders)
            lowest = max((box.bottom for block in senders for box in line_boxes(block)), default=0)
            assert page.size.height - lowest >= CLEAR, name
            assert page.size.height - max((box.bottom for box in logos), default=0) >= LOWEST, name
        assert found > 20

    def test_no_head_of_a_column_is_larger_than_the_title(self, family: str, week: int) -> None:
        for name, page in pages(kit_of(family, week, "es")):
            for title in (block for block in texts(page) if block.tag == "H1" and block.style.name != "label"):
                heads = [block for block in texts(page) if block.tag in ("TH", "H2")]
                assert title.style.size >= max((one.style.size for one in heads), default=0), (name, title.text)


@pytest.mark.parametrize(
    ("family", "name"),
    sampled(
        [*((family, LONG) for family in FAMILIES), ("quilt", LONG_NAME)], ("broadside", LONG), ("quilt", LONG_NAME)
    ),
)
def test_a_long_name_without_a_logo_fits_every_slide(family: str, name: str) -> None:
    project = Project(Brand(name, ("#0F5C5C",), family=family), 2, 2027, language="es")
    kit = build_kit(project, bundled_campaign("es"), bundled_resources(), Options(), dt.date(2026, 11, 25))
    shown = [page for spec in specs(kit) for page in spec.pages]
    assert [one.message for page in shown for one in compose(page, kit.page_inputs).findings] == []
