"""Broadside, the second family: a sentence, printed large, and signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from fontTools.ttLib import TTFont

from htpm_studio.compose.compose_page import Composed, PageInfo, compose_page
from htpm_studio.compose.context import Value
from htpm_studio.compose.theme import PageTheme
from htpm_studio.export.kit.kit import Options, build_kit, build_look
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.social import social_specs
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.project.family_roles import bright_palette, with_family_roles
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.oklch import contrast, lch_of
from htpm_studio.project.palette import derive_palette
from htpm_studio.scene.emphasis import emphasized, without_stars
from htpm_studio.scene.nodes import Color, Picture, Shape
from htpm_studio.scene.walk import texts, walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import SAMPLES as SLIDES
from tests.helpers.deck_slides import SHARED
from tests.helpers.marks import mark
from tests.helpers.social_pages import SAMPLES, SIZES, WORDS, full
from tests.helpers.sweeps import SLOW, in_turn

RESOURCES = bundled_resources().in_family("broadside")
BRANDS = {"burgundy": "#7B0323", "yellow": "#FFF3B0", "black": "#000000", "neon": "#39FF14", "grey": "#8A8A8A"}
NUMBER = bundled_campaign().hotline.number
POSTS = sorted(name for name in SAMPLES if name in RESOURCES.library.templates)


def look(color: str = "#7B0323") -> PageTheme:
    return build_look(Project(Brand("Riverbend County", (color,), family="broadside"), 2, 2027), RESOURCES)


LOOKS = {name: look(color) for name, color in BRANDS.items()}


def made(template: str, canvas: str, content: Mapping[str, Value], of: PageTheme = LOOKS["burgundy"]) -> Composed:
    sender: Value = {"name": of.organization, "wide": of.is_wide, "flat": of.is_flat}
    whole: Mapping[str, Value] = {**SHARED, **WORDS, "org": sender, **content}
    return compose_page(template, canvas, whole, of, RESOURCES.library, PageInfo("piece", "Piece", 2))


@pytest.mark.parametrize(("template", "canvas"), in_turn(POSTS, SIZES, 1))
def test_each_design_fits_its_sizes_in_brands_by_turns(template: str, canvas: str) -> None:
    brands = sorted(LOOKS)
    for turn in range(0, len(brands), 1 if SLOW else 3):
        of = LOOKS[brands[(turn + POSTS.index(template)) % len(brands)]]
        composed = made(template, canvas, SAMPLES[template], of)
        assert [finding.message for finding in composed.findings] == []
        assert any(block.text == NUMBER for block in texts(composed.page))


@pytest.mark.parametrize("template", ["social/checklist", "social/checklist-second"])
def test_five_things_to_do_fit_above_a_sender_as_wide_as_the_page(template: str) -> None:
    wide = Brand("Riverbend County", ("#7B0323",), mark(1000, 100), family="broadside")
    of = build_look(Project(wide, 2, 2027), RESOURCES)
    for canvas in ("square", "landscape"):
        composed = made(template, canvas, SAMPLES[template], of)
        assert [one.message for one in composed.findings] == []
        assert sum(block.style.name == "second" for block in texts(composed.page)) == 5


CROWDED = {("social/steps", "landscape")}
"""Where words of such a length have no room, and are named."""


@pytest.mark.parametrize(("template", "canvas"), in_turn(POSTS, SIZES, 1))
def test_words_nearly_as_long_as_their_limits_fit(template: str, canvas: str) -> None:
    found = made(template, canvas, SAMPLES[template] | full(template, 0.85)).findings
    wrong = [finding for finding in found if finding.severity == "error"]
    assert bool(wrong) is ((template, canvas) in CROWDED), [finding.message for finding in wrong]
    assert {finding.code for finding in wrong} <= {"too-long"}


def test_a_story_leaves_the_top_and_the_foot_to_the_app() -> None:
    safe = page_sizes()["story"].safe_areas["safe"][0]
    for template in POSTS:
        for block in texts(made(template, "story", SAMPLES[template]).page):
            if block.text.replace(".", "").isdecimal():
                continue  # numbers have no letters above the capitals
            for line in block.lines:
                assert safe.y - 1 <= line.baseline - 0.73 * block.style.size
                assert line.baseline <= safe.bottom + 1


@pytest.mark.parametrize("scale", ["social", "background", "page", "card"])
def test_no_letter_of_a_headline_reaches_into_the_line_below(scale: str) -> None:
    style = RESOURCES.styles.style(scale, "display")
    for role in RESOURCES.fonts.head_roles():
        font = TTFont(RESOURCES.fonts.face(role).path)
        glyphs, names = font["glyf"], font.getBestCmap()
        below = -min(glyphs[names[ord(letter)]].yMin for letter in "gjpqy")
        above = max(glyphs[names[ord(letter)]].yMax for letter in "bdhklt")
        assert (below + above) / font["head"].unitsPerEm <= style.leading


def test_stars_that_mark_nothing_stay() -> None:
    assert emphasized("Take 5 * 3 * 2 minutes") == ("Take 5 * 3 * 2 minutes", None)
    assert without_stars("New here? *You have rights.*") == "New here? You have rights."


@pytest.mark.parametrize("layout", sorted(name for name in SLIDES if name in RESOURCES.library.templates))
def test_each_slide_fits(layout: str) -> None:
    content = {name: value for name, value in SLIDES[layout].items() if name != "picture"}
    assert [one.message for one in made(layout, "slide", content).findings] == []


@pytest.mark.parametrize("color", [*BRANDS.values(), "#FF0000", "#F5F5DC", "#767676", "#00FFFF", "#C8102E", "#1F559E"])
def test_what_the_family_adds_to_a_palette_can_be_read(color: str) -> None:
    palette = with_family_roles(bright_palette(derive_palette(color)))
    pairs = (
        ("on-panel", "panel"), ("voice2-panel", "panel"), ("voice2-deep", "deep"), ("on-accent", "accent-fill"),
        ("ink", "tint-1"), ("ink-muted", "tint-1"), ("ink", "tint-2"), ("on-sheet", "sheet"), ("on-dark", "dark"),
        ("on-dark-muted", "dark"),
    )  # fmt: skip
    assert [pair for pair in pairs if contrast(palette[pair[0]], palette[pair[1]]) < 4.5] == []


@pytest.mark.parametrize("color", ["#000000", "#8A8A8A", "#FFFFFF"])
def test_a_brand_without_colors_stays_without(color: str) -> None:
    palette = bright_palette(derive_palette(color))
    for role in ("panel", "deep", "surface", "accent-fill", "tint-1", "tint-2", "ink"):
        assert lch_of(palette[role])[1] < 0.004


def test_the_campaigns_amber_comes_only_where_the_brand_has_no_second_color() -> None:
    alone, two = derive_palette("#7B0323"), derive_palette("#7B0323", "#2E7D6B")
    assert 60 < lch_of(bright_palette(alone)["accent-fill"])[2] < 90
    assert bright_palette(two) == two


@pytest.mark.parametrize("canvas", SIZES)
def test_a_logo_for_dark_grounds_is_on_the_dark_cell_without_a_plate(canvas: str) -> None:
    white = mark(600, 100, "#FFFFFF")
    brand = Brand("Riverbend County", ("#FFF3B0",), white, family="broadside", name_beside="never")
    kit = build_kit(Project(brand, 2, 2027), bundled_campaign(), RESOURCES, Options(("social",)), dt.date(2026, 11, 25))
    for spec in social_specs(kit):
        if spec.pages[0].canvas == canvas:
            nodes = list(walk(compose(spec.pages[0], kit.page_inputs).page.nodes))
            logo = next(node for node in nodes if isinstance(node, Picture) and node.name == "logo")
            cells = [
                node.fill.role
                for node in nodes
                if isinstance(node, Shape)
                and isinstance(node.fill, Color)
                and node.box.x <= logo.box.x
                and node.box.y <= logo.box.y
                and node.box.right >= logo.box.right
                and node.box.bottom >= logo.box.bottom
            ]
            assert cells[-1] == "dark", spec.path
