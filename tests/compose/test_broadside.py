"""Broadside, the second family: a sentence, printed large, and signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

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
from htpm_studio.render.pptx.text import Paragraph, look_of, paragraph_xml
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.emphasis import emphasized, without_stars
from htpm_studio.scene.nodes import Color, Page, Path, Picture, Shape, TextBlock
from htpm_studio.scene.walk import texts, walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import LIBRARY as COMMON
from tests.helpers.deck_slides import SAMPLES as SLIDES
from tests.helpers.deck_slides import SHARED, TEAL
from tests.helpers.marks import mark
from tests.helpers.social_pages import SAMPLES, SIZES, WORDS, full
from tests.helpers.sweeps import sampled

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


def heads(page: Page) -> Iterator[TextBlock]:
    return (block for block in texts(page) if block.tag == "H1")


@pytest.mark.parametrize("brand", sorted(BRANDS))
@pytest.mark.parametrize("template", POSTS)
def test_each_design_fits_every_size(template: str, brand: str) -> None:
    for canvas in sampled(SIZES, template, brand):
        composed = made(template, canvas, SAMPLES[template], LOOKS[brand])
        assert [one.message for one in composed.findings] == []
        assert any(block.text == NUMBER for block in texts(composed.page))


@pytest.mark.parametrize("template", ["social/checklist", "social/checklist-second"])
def test_five_things_to_do_fit_above_a_sender_as_wide_as_the_page(template: str) -> None:
    wide = Brand("Riverbend County", ("#7B0323",), mark(1000, 100), family="broadside")
    of = build_look(Project(wide, 2, 2027), RESOURCES)
    for canvas in ("square", "landscape"):
        composed = made(template, canvas, SAMPLES[template], of)
        assert [one.message for one in composed.findings] == []
        assert sum(block.style.name == "second" for block in texts(composed.page)) == 5


@pytest.mark.parametrize("template", POSTS)
def test_words_as_long_as_their_limits_fit(template: str) -> None:
    for canvas in sampled(SIZES, template, "long"):
        assert not [
            one
            for one in made(template, canvas, SAMPLES[template] | full(template, 0.9)).findings
            if one.severity == "error"
        ]


def test_a_story_leaves_the_top_and_the_foot_to_the_app() -> None:
    safe = page_sizes()["story"].safe_areas["safe"][0]
    for template in POSTS:
        for block in texts(made(template, "story", SAMPLES[template]).page):
            if block.text.replace(".", "").isdecimal():
                continue  # numbers have no letters above the capitals
            for line in block.lines:
                assert safe.y - 1 <= line.baseline - 0.73 * block.style.size
                assert line.baseline <= safe.bottom + 1


def test_the_ink_of_a_headline_begins_at_the_margin() -> None:
    page = made("social/statement", "square", SAMPLES["social/statement"]).page
    image = render_page(page, 1)
    ground = image.getpixel((10, 10))
    head = next(heads(page))
    for line in head.lines:
        row = [image.getpixel((x, round(line.baseline - 0.3 * head.style.size))) for x in range(72 - 6, 72 + 60)]
        first = next(at for at, pixel in enumerate(row) if pixel != ground) + 72 - 6
        assert abs(first - 72) <= 0.06 * head.style.size


@pytest.mark.parametrize("scale", ["social", "background", "page", "card"])
def test_no_letter_of_a_headline_reaches_into_the_line_below(scale: str) -> None:
    style = RESOURCES.styles.style(scale, "display")
    for role in RESOURCES.fonts.head_roles():
        font = TTFont(RESOURCES.fonts.face(role).path)
        glyphs, names = font["glyf"], font.getBestCmap()
        below = -min(glyphs[names[ord(letter)]].yMin for letter in "gjpqy")
        above = max(glyphs[names[ord(letter)]].yMax for letter in "bdhklt")
        assert (below + above) / font["head"].unitsPerEm <= style.leading


def test_a_headline_covers_most_of_its_field() -> None:
    page = made("social/statement", "square", {"head": "Every connection makes us safer", "sub": "Five weeks."}).page
    head = next(heads(page))
    assert head.box.height * max(line.width for line in head.lines) > 0.6 * 936 * 600


def test_a_stroke_is_under_the_words_in_stars_alone() -> None:
    page = made("social/statement", "square", {"head": "Every connection makes us *safer.*"}).page
    head = next(heads(page))
    assert head.text == "Every connection makes us safer."
    assert head.emphasis is not None
    assert head.text[head.emphasis.start : head.emphasis.end] == "safer."
    (stroke,) = head.emphasis.strokes
    line = head.lines[-1]
    assert line.baseline < stroke.y < line.baseline + 0.1 * head.style.size
    assert stroke.right <= line.x + line.width
    pixel = render_page(page, 1).getpixel((round(stroke.center[0]), round(stroke.center[1])))
    assert pixel == head.emphasis.color.rgb


def test_words_on_two_lines_have_two_strokes() -> None:
    content = {"head": "Prevention starts with *people who notice one another and ask*"}
    head = next(heads(made("social/statement", "square", content).page))
    assert head.emphasis is not None
    assert len(head.emphasis.strokes) > 1


def test_the_first_family_leaves_the_stars_out() -> None:
    sender: Value = {"name": TEAL.organization, "wide": False, "flat": False}
    content: Mapping[str, Value] = {**SHARED, **WORDS, "org": sender, "head": "Make us *safer*"}
    page = compose_page("social/statement", "square", content, TEAL, COMMON, PageInfo("a", "A", 2)).page
    (head,) = heads(page)
    assert (head.text, head.emphasis) == ("Make us safer", None)


def test_stars_that_mark_nothing_stay() -> None:
    assert emphasized("Take 5 * 3 * 2 minutes") == ("Take 5 * 3 * 2 minutes", None)
    assert without_stars("New here? *You have rights.*") == "New here? You have rights."


def test_powerpoint_draws_the_line_under_the_words_itself() -> None:
    from htpm_studio.render.office.theme import ThemeRefs

    head = next(heads(made("social/statement", "square", {"head": "Every connection makes us *safer.*"}).page))
    refs = ThemeRefs({}, {}, ("Arial Narrow", "Arial"))
    paragraph = Paragraph(head.text, look_of(head, refs), "en-US", emphasis=head.emphasis)
    runs = paragraph_xml(paragraph, refs).findall("a:r")
    assert [run.findtext("a:t") for run in runs] == ["Every connection makes us ", "safer."]
    assert runs[1].find("a:rPr").get("u") == "heavy"  # type: ignore[union-attr]


def test_the_numeral_of_a_week_is_cut_by_its_cell_in_a_deck_too() -> None:
    page = made("deck/section", "slide", SLIDES["deck/section"]).page
    (numeral,) = (node for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "letters")
    assert isinstance(numeral.geometry, Path)


@pytest.mark.parametrize("canvas", ["square", "story", "landscape"])
def test_a_numeral_does_not_run_into_the_paper_of_the_logo(canvas: str) -> None:
    """A white one, on a dark accent, ends above the paper; a dark one is cut by it. Both have their tops alike."""
    ends, tops = {}, {}
    for colors in (("#7B1FA2", "#C24D20"), ("#0F5C5C", "#F5AC42")):
        brand = Brand("Riverbend County", colors, family="broadside")
        of = build_look(Project(brand, 2, 2027), RESOURCES)
        page = made("social/series", canvas, SAMPLES["social/series"], of).page
        shapes = [node for node in walk(page.nodes) if isinstance(node, Shape)]
        (numeral,) = (node for node in shapes if node.name == "letters")
        paper = next(node.box for node in shapes if node.fill == of.color("surface"))
        runs_in = contrast(numeral.fill.hex, of.palette["surface"]) < 1.5  # type: ignore[union-attr]
        ends[runs_in], tops[runs_in] = numeral.box.bottom, numeral.box.y
        assert runs_in is (numeral.box.bottom < paper.y)
    assert ends[True] < ends[False]
    assert tops[True] == pytest.approx(tops[False], abs=1)


@pytest.mark.parametrize("layout", sorted(name for name in SLIDES if name in RESOURCES.library.templates))
def test_each_slide_fits(layout: str) -> None:
    content = {name: value for name, value in SLIDES[layout].items() if name != "picture"}
    assert [one.message for one in made(layout, "slide", content).findings] == []


def test_deck_headlines_are_in_a_face_that_comes_with_office() -> None:
    assert LOOKS["burgundy"].fonts.face("OfficeHead").family == "Arial Narrow"


def test_items_of_a_list_are_all_of_one_size() -> None:
    items = ["Learn the facts", "Save the hotline number", "Find a local group that needs a hand"]
    page = made("social/checklist", "square", {"head": "Start here", "items": items}).page
    assert len({block.style.size for block in texts(page) if block.text in items}) == 1


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
