"""Slides as PDF and as pictures are in the fonts of the design; PowerPoint stays with those of every computer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.page_builder import PageBuilder, pages_of
from htpm_studio.export.pages.selection import with_extras
from htpm_studio.pieces.declared import families
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import Page, TextBlock
from htpm_studio.scene.walk import walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import SAMPLE_OF_KITS

LONG = "Coalition for Safe Work and Dignity of the Riverbend Valley, Incorporated"
HEADS = {"common-thread": "Fraunces", "broadside": "Archivo", "quilt": "Bricolage"}


def kit_of(family: str, week: int = 2, language: str = "en", name: str = "Riverbend Coalition") -> Kit:
    project = Project(Brand(name, ("#0F5C5C",), family=family), week, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))


def pages(kit: Kit, group: str, form: str) -> Iterator[Page]:
    builder = PageBuilder()
    spec = next(spec for spec in deck_specs(kit) if (spec.group, spec.format) == (group, form))
    return (builder.compose(page, kit.page_inputs).page for page in pages_of(spec, kit.page_inputs))


def faces(shown: Iterator[Page]) -> set[str]:
    return {
        run.face.name
        for page in shown
        for node in walk(page.nodes)
        if isinstance(node, TextBlock)
        for line in node.lines
        for run in line.runs
    }


@pytest.mark.parametrize("family", sorted(families()))
def test_a_pdf_has_no_face_that_stands_in_for_one_of_office(family: str) -> None:
    kit = kit_of(family)
    found = faces(pages(kit, "training", "pdf"))
    assert not {name for name in found if name.startswith(("Arimo", "Gelasio"))}
    assert any(name.startswith(HEADS[family]) for name in found)


@pytest.mark.parametrize("family", sorted(families()))
def test_powerpoint_has_only_faces_of_every_computer(family: str) -> None:
    assert {name.partition("-")[0] for name in faces(pages(kit_of(family), "training", "pptx"))} <= {
        "Arimo", "ArimoNarrow", "Gelasio"
    }  # fmt: skip


def test_slides_as_pictures_have_the_fonts_of_their_pdf() -> None:
    kit = with_extras(kit_of("quilt"))
    picture = next(spec for spec in deck_specs(kit) if spec.format == "png")
    assert {page.fonts for page in pages_of(picture, kit.page_inputs)} == {"own"}


@pytest.mark.parametrize("family", sorted(families()))
@pytest.mark.parametrize(("week", "language"), SAMPLE_OF_KITS)
def test_every_slide_fits_in_the_fonts_of_its_family(family: str, week: int, language: str) -> None:
    kit, builder = kit_of(family, week, language, LONG), PageBuilder()
    found = [
        (page.info.name, finding.code)
        for spec in deck_specs(kit)
        if spec.format == "pdf"
        for page in pages_of(spec, kit.page_inputs)
        for finding in builder.compose(page, kit.page_inputs).findings
    ]
    assert found == []
