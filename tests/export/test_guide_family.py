"""The family that the guide makes: typed from its chapter, it has no mistake and every page of it can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from htpm_studio import paths
from htpm_studio.export.kit.kit import Options, Resources, build_kit, load_resources
from htpm_studio.export.pages.page_builder import compose, judge
from htpm_studio.export.pages.social import social_specs
from htpm_studio.pieces.families import FAMILIES
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign

CHAPTER = Path(__file__).parents[2] / "docs" / "guide" / "15-family.md"
FILES = ("family.toml", "styles.toml", "parts.xml", "tiles/lamp.svg", "tiles/street.svg", "social/statement.xml")


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Resources:
    """The program's files, and what somebody types who follows the chapter."""
    blocks = [
        dedent(one) for one in re.findall(r"(?:^ {7}.*\n|^\n(?= {7}))+", CHAPTER.read_text(encoding="utf-8"), re.M)
    ]
    own = tmp_path_factory.mktemp("own")
    for name, text in zip(FILES, blocks, strict=False):
        path = own / FAMILIES / "lamplight" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.strip() + "\n", encoding="utf-8")
    return load_resources(replace(paths.folders(), own_templates=own))


def test_the_family_of_the_guide_has_no_mistakes(resources: Resources) -> None:
    assert resources.library.problems == ()
    assert "lamplight" in resources.designs.by_id
    assert len(resources.in_family("lamplight").designs.by_id["lamplight"].tiles) == 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_of_the_guide_is_drawn_in_every_size(resources: Resources, language: str) -> None:
    brand = Brand("Riverbend Coalition Against Trafficking", ("#12284C", "#C8102E"), family="lamplight")
    project = Project(brand, 2, 2027, language=language)
    kit = build_kit(project, bundled_campaign(language), resources, Options(), date(2027, 1, 3))
    pages = [spec.pages[0] for spec in social_specs(kit) if spec.pages[0].template == "social/statement"]
    assert {page.canvas for page in pages} >= {"square", "story", "landscape"}
    for page in pages:
        assert judge(page, kit.page_inputs) == (), page.canvas
    assert compose(pages[0], kit.page_inputs).findings == ()
