"""Page sizes: each is declared once, templates speak to their shapes, and a mistake is named with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.compose.compose_page import PageInfo, compose_page
from htpm_studio.compose.styles import read_style_sheet
from htpm_studio.compose.template_library import load_library
from htpm_studio.errors import Problems, StudioError
from htpm_studio.export.kit.kit import Options, build_kit, build_look
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.sizes import read_sizes
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

SIZES = page_sizes()
STYLES = read_style_sheet(paths.templates() / "styles.toml")
RESOURCES = bundled_resources()
CAMPAIGN = bundled_campaign()
DAY = date(2027, 1, 4)
GOOD = """schema = 1
checked = "2026-11-24"
[[size]]
id = "square"
name = { en = "Square" }
medium = "social"
width = 1080
height = 1080
unit = 12
scale = "social"
shape = "square"
"""


def test_every_size_has_a_type_scale_and_a_name_in_both_languages() -> None:
    phrases = RESOURCES.phrases["es"]
    for size in SIZES:
        assert size.scale in STYLES.scales, size.id
        assert str(size.name) in phrases, size.id


def test_every_size_is_used_by_a_template() -> None:
    served = {canvas for one in RESOURCES.library.templates.values() for canvas in one.canvases}
    assert served == set(SIZES.by_id)


def test_every_social_size_works_with_every_social_design() -> None:
    social = [one for one in RESOURCES.library.templates.values() if one.medium == "social"]
    assert social
    for template in social:
        assert template.canvases == tuple(size.id for size in SIZES.of("social")), template.id


def test_every_page_of_a_kit_is_of_a_declared_size_of_its_medium() -> None:
    kit = build_kit(Project(Brand("Riverbend"), 2, 2027), CAMPAIGN, RESOURCES, Options(), DAY)
    for spec in plan(kit):
        assert {SIZES[page.canvas].medium for page in spec.pages} <= {spec.medium}


def test_words_of_a_template_mean_ids_and_the_shapes_of_its_medium() -> None:
    assert SIZES.served("social", ["story", "square"]) == ("square", "story")
    assert set(SIZES.served("social", ["tall"])) == {one.id for one in SIZES.of("social") if one.shape == "tall"}
    assert SIZES.served("deck", ["wide"]) == tuple(one.id for one in SIZES.of("deck"))
    story = SIZES["story"]
    assert story.answers(["tall"])
    assert story.answers(["story"])
    assert story.answers(["not", "square"])
    assert not story.answers(["not", "tall"])
    assert not story.answers(["wide", "square"])


def test_a_size_that_a_template_does_not_serve_is_an_error_that_names_both() -> None:
    look = build_look(Project(Brand("Riverbend"), 2, 2027), RESOURCES)
    with pytest.raises(StudioError, match="social/statement is not for the size Letter, only for Square"):
        compose_page("social/statement", "letter", {"head": "Hello"}, look, RESOURCES.library, PageInfo("a", "A"))


def test_own_templates_stay_valid_when_a_size_of_a_known_shape_is_added(tmp_path: Path) -> None:
    tree = '<column ground="deep"><text style="title" tag="H1">{head}</text></column>'
    file = f'<template id="social/statement" canvases="square portrait landscape" fields="head">{tree}</template>'
    (tmp_path / "own.xml").write_text(file, encoding="utf-8")
    library = load_library(paths.templates(), STYLES.names(), tmp_path)
    assert library.problems == ()
    assert library.drawn("social/statement", "square").own
    assert not library.drawn("social/statement", "story").own


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ('shape = "sqare"', 'shape = "square"', 'sizes.toml:11: shape cannot be "sqare". Did you mean square?'),
        ("widht = 1", "width = 1080", 'sizes.toml:7: There is no key "widht" here. Did you mean width?'),
        ("unit = 0", "unit = 12", "sizes.toml:9: unit must be above 0."),
        ('id = "wide"', 'id = "square"', "sizes.toml:4: wide is a shape, so a size of another shape"),
        (
            'name = { es = "Uno" }',
            'name = { en = "Square" }',
            "sizes.toml:5: name must be a table with words in English",
        ),
        ("schema = 2", "schema = 1", "sizes.toml:1: schema must be 1."),
        ("checked", 'checked = "2026-11-24"', "sizes.toml:2: This is not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, wrong: str, right: str, said: str) -> None:
    path = tmp_path / "sizes.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [size.id for size in read_sizes(path)] == ["square"]
    path.write_text(GOOD.replace(right, wrong), encoding="utf-8")
    with pytest.raises(Problems) as caught:
        read_sizes(path)
    assert said in str(caught.value)


def test_areas_of_a_size_lie_on_it_and_have_known_names(tmp_path: Path) -> None:
    path = tmp_path / "sizes.toml"
    path.write_text(f"{GOOD}[size.safe_areas]\nsaef = [[0, 0, 10, 10]]\nsafe = [[0, 0, 2000, 10]]\n", encoding="utf-8")
    with pytest.raises(Problems) as caught:
        read_sizes(path)
    assert 'sizes.toml:13: There is no kind of area "saef". Did you mean safe?' in str(caught.value)
    assert "sizes.toml:14: A box is left, top, right, bottom in points" in str(caught.value)


def test_the_same_size_declared_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sizes.toml"
    path.write_text(GOOD + GOOD.partition('"2026-11-24"\n')[2], encoding="utf-8")
    with pytest.raises(Problems, match=r'sizes\.toml:13: The page size "square" is declared twice'):
        read_sizes(path)


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="cannot be read"):
        read_sizes(tmp_path / "sizes.toml")
