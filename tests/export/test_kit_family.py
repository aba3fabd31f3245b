"""Kits in a family of designs: asked for, saved, missing, and of the user's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.errors import InputError
from htpm_studio.export.batch.run_batch import check_rows, open_batch
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit, load_resources
from htpm_studio.export.kit.kit_family import NO_FAMILY, with_family
from htpm_studio.export.pages.page_builder import compose, judge
from htpm_studio.export.pages.social import social_specs
from htpm_studio.export.run.exporter import general_findings
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.partners import PartnerRow, brand_of
from htpm_studio.pieces.families import BASE
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project, Replaced
from htpm_studio.scene.walk import texts
from tests.helpers.bundled import bundled_campaign
from tests.helpers.own_family import write_family
from tests.helpers.partner_lists import partners_in

TODAY = date(2027, 1, 3)


@pytest.fixture
def resources(tmp_path: Path) -> Resources:
    """The program's files with a family of the user's, which has one style."""
    declared = write_family(tmp_path) / "family.toml"
    declared.write_text(declared.read_text(encoding="utf-8").replace('"calm"]', '"bold"]'), encoding="utf-8")
    return load_resources(replace(paths.folders(), own_templates=tmp_path))


def kit_of(brand: Brand, resources: Resources) -> Kit:
    return build_kit(Project(brand, 2, 2027), bundled_campaign(), resources, Options(), TODAY)


def faces_of(kit: Kit, template: str) -> set[str]:
    page = next(spec.pages[0] for spec in social_specs(kit) if spec.pages[0].template.startswith(template))
    return {block.style.face.name for block in texts(compose(page, kit.page_inputs).page)}


def test_a_kit_is_drawn_in_its_family_with_the_fonts_of_that(resources: Resources) -> None:
    usual, placard = (kit_of(Brand("Riverbend", family=name), resources) for name in (BASE, "placard"))
    assert "Fraunces-Head600" in faces_of(usual, "social/statement")
    assert {"Archivo-Cond800", "Archivo-700"} <= faces_of(placard, "social/statement")
    assert "Archivo-Cond800" in faces_of(placard, "social/statistic"), "inherited pages have its fonts, too"
    assert placard.look.fonts.head_roles() == ("Head", "Head-2")
    pages = [spec.pages[0] for spec in social_specs(placard)]
    assert {page.content["ground"] for page in pages if page.template == "social/statement"} == {"panel"}
    assert "social/statement-second" not in {page.template for page in pages}, "which is of another family"


def test_a_page_that_the_users_family_cannot_draw_is_drawn_as_in_its_base(tmp_path: Path) -> None:
    page = write_family(tmp_path) / "social" / "statement.xml"
    page.write_text(page.read_text(encoding="utf-8").replace('gap="4"', 'gap="{sub}"'), encoding="utf-8")
    kit = kit_of(Brand("Riverbend", family="placard"), load_resources(replace(paths.folders(), own_templates=tmp_path)))
    page_spec = next(spec.pages[0] for spec in social_specs(kit) if spec.pages[0].template == "social/statement")
    made = compose(page_spec, kit.page_inputs)
    assert [finding.code for finding in made.findings] == ["own-template"]
    assert "families/placard/social/statement.xml" in made.findings[0].message
    assert judge(page_spec, kit.page_inputs)[0].code == "own-template"


def test_a_kit_whose_family_is_missing_is_drawn_in_the_first_and_says_so(resources: Resources) -> None:
    kit = kit_of(Brand("Riverbend", family="elsewhere"), resources)
    assert kit.resources.family.id == BASE
    (told,) = (one for one in general_findings(kit) if one.code == NO_FAMILY)
    assert "elsewhere" in told.message
    assert "Common Thread" in told.message
    assert not [one for one in general_findings(kit_of(Brand("Riverbend"), resources)) if one.code == NO_FAMILY]


def test_a_kit_of_an_older_file_says_what_has_the_place_of_its_style(resources: Resources) -> None:
    old = Project(Brand("Riverbend"), 2, 2027, replaced=(Replaced("style", "bold", "classic"),))
    told = general_findings(build_kit(old, bundled_campaign(), resources, Options(), TODAY))
    assert [one.severity for one in told if "The style bold" in one.message] == ["warning"]


def test_a_style_that_a_family_lacks_is_refused_when_asked_for_and_replaced_when_saved(resources: Resources) -> None:
    calm = Brand("Riverbend", style="calm")
    assert with_family(calm, "placard", None, resources).style == "classic"
    assert with_family(calm, "", None, resources) == calm
    with pytest.raises(InputError, match="The family Placard has no style calm") as caught:
        with_family(Brand("Riverbend"), "placard", "calm", resources)
    assert caught.value.hint == "Choose from classic.", "a style that there is no more is in no list"
    saved = kit_of(replace(calm, family="placard"), resources)
    assert saved.look.palette == kit_of(Brand("Riverbend", family="placard"), resources).look.palette


def test_each_row_of_a_list_may_have_a_family(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_family(tmp_path / "own")
    folders = replace(paths.folders(), own_templates=tmp_path / "own")
    rows = partners_in("organization,family\nLakeside,Placard\nHillcrest,\nNorthfield,plackard\n", tmp_path).rows
    assert [row.family for row in rows] == ["Placard", "", "plackard"]
    request = ExportRequest(KitSource(TODAY, year=2027), tmp_path / "kits", (2,), partners=rows, logos=tmp_path)
    batch = open_batch(request, folders)
    kits = [batch.kit(row, brand_of(row, tmp_path), 2) for row in rows[:2]]
    assert [kit.resources.family.id for kit in kits] == ["placard", BASE]
    found = list(check_rows(batch, JobContext()))
    assert [[one.field for one in mistakes] for mistakes in found] == [[], [], ["family"]]
    assert isinstance(rows[0], PartnerRow)
    wished = replace(request, source=replace(request.source, family="placard"))
    batch = open_batch(wished, folders)
    assert batch.kit(rows[1], brand_of(rows[1], tmp_path), 2).resources.family.id == "placard"
