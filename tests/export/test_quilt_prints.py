"""The prints of Quilt: forms are filled in on white paper, and a long name has room on a low tent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.export.kit.kit import Kit, Options, build_kit, load_resources
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.export.sources.own_templates import copy_template
from htpm_studio.project.model import Brand, Project
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import FormField, Group, Shape, TextBlock
from htpm_studio.scene.walk import walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.marks import mark

LONG = "Northern Lakes Regional Council for the Prevention of Human Trafficking and Its Harms"
POINT = 0.99


@cache
def kit_of(color: str, language: str = "es") -> Kit:
    brand = Brand(LONG, (color,), mark(60, 400), name_beside="always", family="quilt")
    project = Project(brand, 2, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2027, 1, 3))


def pages(kit: Kit, template: str) -> list[PageSpec]:
    return [page for spec in print_specs(kit) for page in spec.pages if page.template == template]


@pytest.mark.parametrize("form", ["print/sign-in", "print/evaluation", "print/proclamation"])
def test_forms_are_filled_in_on_white_paper_on_lines_of_a_point(form: str) -> None:
    for spec in pages(kit_of("#FFF3B0"), form):
        page = compose(spec, kit_of("#FFF3B0").page_inputs).page
        seen = render_page(page, 1.0).convert("RGB")
        fields = [node for node in walk(page.nodes) if isinstance(node, FormField)]
        assert [seen.getpixel((round(one.box.x + 3), round(one.box.y + 3))) for one in fields] == [
            (255, 255, 255)
        ] * len(fields)
        rules = [node.stroke.width for node in walk(page.nodes) if isinstance(node, Shape) and node.stroke]
        assert min(rules, default=POINT) >= POINT


@pytest.mark.parametrize(("family", "art", "marks"), [("quilt", "cloth", 5), ("broadside", "band", 1)])
@pytest.mark.parametrize("piece", ["poster", "tear-off", "certificate"])
def test_a_page_of_the_user_has_a_cloth_or_a_band_in_the_place_of_large_art_and_no_words_on_it(
    piece: str, family: str, art: str, marks: int, tmp_path: Path
) -> None:
    """A copy of a page of the first family is what users begin with; the art of that family leaves no hole."""
    usual = paths.folders()
    folders = replace(usual, own_templates=tmp_path)
    copy_template(f"print/{piece}", folders)
    resources = load_resources(folders)
    project = Project(Brand("Riverbend", ("#12284C",), family=family), 2, 2027)
    kit = build_kit(project, bundled_campaign("en"), resources, Options(), dt.date(2027, 1, 3))
    made = pages(kit, f"print/{piece}")
    assert made
    for spec in made:
        nodes = list(walk(compose(spec, kit.page_inputs).page.nodes))
        cloth = next(one for one in nodes if isinstance(one, Group) and one.name == f"motif {art}")
        tops = [one.box.y for one in walk(cloth.children) if isinstance(one, Shape)]
        texts = [one for one in nodes if isinstance(one, TextBlock) and one.box.right > cloth.box.x]
        ends = [line.baseline for one in texts for line in one.lines if line.baseline < cloth.box.bottom]
        assert len(tops) >= marks
        assert max(ends, default=0.0) < min(tops)
