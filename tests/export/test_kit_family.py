"""Kits in a family of designs: asked for, saved, missing, and of the user's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from htpm_studio import paths
from htpm_studio.cli.commands import app
from htpm_studio.errors import InputError
from htpm_studio.export.batch.run_batch import check_rows, open_batch
from htpm_studio.export.folder.start_here import start_here
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit, load_resources
from htpm_studio.export.kit.kit_family import NO_FAMILY, family_named, in_family, suggested, with_family
from htpm_studio.export.pages.family_samples import kit_in_family, sample_pages
from htpm_studio.export.pages.page_builder import compose, judge
from htpm_studio.export.pages.social import editable_specs, social_specs
from htpm_studio.export.run.exporter import general_findings
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.partners import PartnerRow, brand_of, partners_in
from htpm_studio.pieces.families import BASE
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.brand_file import open_brand, save_brand
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.oklch import contrast
from htpm_studio.scene.nodes import Shape
from htpm_studio.scene.walk import texts, walk
from tests.helpers.bundled import bundled_campaign
from tests.helpers.own_family import write_family

TODAY = date(2027, 1, 3)


@pytest.fixture
def resources(tmp_path: Path) -> Resources:
    """The program's files with a family of the user's."""
    write_family(tmp_path)
    return load_resources(replace(paths.folders(), own_templates=tmp_path))


def kit_of(brand: Brand, resources: Resources) -> Kit:
    return build_kit(Project(brand, 2, 2027), bundled_campaign(), resources, Options(), TODAY)


def faces_of(kit: Kit, template: str) -> set[str]:
    page = next(spec.pages[0] for spec in social_specs(kit) if spec.pages[0].template.startswith(template))
    return {block.style.face.name for block in texts(compose(page, kit).page)}


def test_a_kit_is_drawn_in_its_family_with_the_fonts_of_that(resources: Resources) -> None:
    usual, placard = (kit_of(Brand("Riverbend", family=name), resources) for name in (BASE, "placard"))
    assert "Fraunces-Head600" in faces_of(usual, "social/statement")
    assert {"Archivo-Cond800", "Archivo-700"} <= faces_of(placard, "social/statement")
    assert "Archivo-Cond800" in faces_of(placard, "social/statistic"), "inherited pages have its fonts, too"
    assert placard.look.fonts.head_roles() == ("Head", "Head-2")
    pages = [spec.pages[0] for spec in social_specs(placard)]
    assert {page.content["ground"] for page in pages if page.template == "social/statement"} == {"panel"}
    assert "social/statement-second" not in {page.template for page in pages}, "which is of another family"


def test_the_start_page_has_the_ground_and_the_letters_of_the_family(resources: Resources) -> None:
    usual, placard = (kit_of(Brand("Riverbend", family=name), resources) for name in (BASE, "placard"))
    page = start_here(placard, (), {}).decode()
    assert f"html .hero{{background:{placard.look.palette['panel']};color:{placard.look.palette['on-panel']}}}" in page
    assert 'html h1,html h2,html .step .k{font-family:"Arial",Arial,sans-serif;' in page
    assert "html h" not in start_here(usual, (), {}).decode()


def test_another_pair_and_own_fonts_are_over_those_of_a_family(resources: Resources) -> None:
    kit = kit_of(Brand("Riverbend", family="placard", pair="bookish"), resources)
    assert kit.look.fonts.face("Head").name == "Bitter-700"
    assert kit.look.fonts.head_roles() == ("Head",)


def test_graphics_to_edit_have_every_style_of_the_family(resources: Resources) -> None:
    kit = kit_of(Brand("Riverbend", family="placard"), resources)
    pages = [page for spec in editable_specs(kit) for page in spec.pages if page.template == "social/statement"]
    assert pages
    for page in pages:
        judge(page, kit)


def test_a_page_that_the_users_family_cannot_draw_is_drawn_as_in_its_base(tmp_path: Path) -> None:
    page = write_family(tmp_path) / "social" / "statement.xml"
    page.write_text(page.read_text(encoding="utf-8").replace('gap="4"', 'gap="{sub}"'), encoding="utf-8")
    kit = kit_of(Brand("Riverbend", family="placard"), load_resources(replace(paths.folders(), own_templates=tmp_path)))
    page_spec = next(spec.pages[0] for spec in social_specs(kit) if spec.pages[0].template == "social/statement")
    made = compose(page_spec, kit)
    assert [finding.code for finding in made.findings] == ["own-template"]
    assert "families/placard/social/statement.xml" in made.findings[0].message
    assert judge(page_spec, kit)[0].code == "own-template"


def test_a_kit_whose_family_is_missing_is_drawn_in_the_first_and_says_so(resources: Resources) -> None:
    kit = kit_of(Brand("Riverbend", family="elsewhere"), resources)
    assert kit.resources.family.id == BASE
    (told,) = (one for one in general_findings(kit) if one.code == NO_FAMILY)
    assert "elsewhere" in told.message
    assert "Common Thread" in told.message
    assert not [one for one in general_findings(kit_of(Brand("Riverbend"), resources)) if one.code == NO_FAMILY]


def test_a_family_is_named_by_its_id_or_its_title(resources: Resources) -> None:
    for name in ("placard", "Placard", " PLACARD "):
        assert family_named(name, resources).id == "placard"
    assert family_named("common thread", resources).id == BASE
    with pytest.raises(InputError, match="There is no family of designs") as caught:
        family_named("plackard", resources)
    assert caught.value.hint == "Did you mean placard?"


def test_a_style_that_a_family_lacks_is_refused_when_asked_for_and_replaced_when_saved(resources: Resources) -> None:
    bold = Brand("Riverbend", style="bold")
    assert with_family(bold, "placard", None, resources).style == "classic"
    assert with_family(bold, "", None, resources) == bold
    with pytest.raises(InputError, match="The family Placard has no style bold"):
        with_family(Brand("Riverbend"), "placard", "bold", resources)
    saved = kit_of(replace(bold, family="placard"), resources)
    assert saved.look.palette == kit_of(Brand("Riverbend", family="placard"), resources).look.palette


def test_a_family_is_suggested_to_the_brands_it_suits(resources: Resources) -> None:
    assert suggested(Brand("Riverbend"), resources) is None
    black = suggested(Brand("Riverbend", ("#000000",)), resources)
    assert black is not None
    assert "colorless" in black.said.suits


def test_brand_files_keep_the_family_and_older_ones_have_the_first(tmp_path: Path) -> None:
    brand = Brand("Riverbend", family="placard")
    save_brand(brand, tmp_path / "a.htpmbrand")
    assert open_brand(tmp_path / "a.htpmbrand") == brand
    save_brand(replace(brand, family=BASE), tmp_path / "b.htpmbrand")
    assert open_brand(tmp_path / "b.htpmbrand").family == BASE
    assert b'"family"' not in (tmp_path / "b.htpmbrand").read_bytes()


def test_pages_that_show_a_family_are_of_the_kit(resources: Resources) -> None:
    kit = kit_of(Brand("Riverbend", ("#7B0323",), style="bold"), resources)
    placard = kit_in_family(kit, "placard")
    assert placard.project.brand == in_family(kit.project.brand, placard.resources.family)
    assert [page.template for page in sample_pages(placard)] == list(placard.resources.family.said.mockups)
    for page in sample_pages(placard):
        assert not compose(page, placard).findings


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


def test_the_command_line_lists_families_and_refuses_unknown_ones(tmp_path: Path) -> None:
    write_family(tmp_path / "own")
    listed = CliRunner().invoke(app, ["templates", "families", "--lint", str(tmp_path / "own")])
    assert listed.exit_code == 0, listed.output
    assert "placard" in listed.output
    assert "yours" in listed.output
    asked = ["export", "--org", "Riverbend", "--week", "2", "--family", "nowhere", "--out", str(tmp_path / "kit")]
    refused = CliRunner().invoke(app, asked)
    assert refused.exit_code not in (0, 1)
    assert 'There is no family of designs "nowhere".' in refused.output
    assert not (tmp_path / "kit").exists()


@pytest.mark.parametrize("colors", [("#C1365C", "#C84052"), ("#0F5C5C", "#F5AE42"), ("#FFD400",), ("#6E6E6E",)])
def test_marks_before_the_facts_of_a_post_can_be_told_from_the_ground(colors: tuple[str, ...]) -> None:
    project = Project(Brand("Riverbend", colors=colors, family="quilt"), 4, 2028)
    kit = build_kit(project, bundled_campaign(), load_resources(paths.folders()), Options(("social",)), TODAY)
    pages = [page for spec in social_specs(kit) for page in spec.pages if page.content.get("facts")]
    assert pages
    for page in pages:
        made = compose(page, kit).page
        facts: Any = page.content["facts"]
        shapes = [node for node in walk(made.nodes) if isinstance(node, Shape) and node.fill is not None]
        for fact in facts:
            (block,) = (one for one in texts(made) if one.text == fact["text"])
            high, middle = block.box.height, block.box.y + block.box.height / 2
            (mark,) = (
                one
                for one in shapes
                if one.box.width < high
                and 0 <= block.box.x - one.box.right <= high
                and one.box.y < middle < one.box.bottom
            )
            under = [one.fill for one in shapes if one is not mark and one.box.contains(mark.box) and one.fill]
            assert mark.fill is not None
            assert contrast(mark.fill.hex, [made.ground, *under][-1].hex) >= 1.5, (page.info.title, colors)
