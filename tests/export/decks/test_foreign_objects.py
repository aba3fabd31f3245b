"""Tables, charts and titles in designs of all kinds: they are there, on the slide, in colors that can be read."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import pptx
import pytest
from pptx.util import Pt

from htpm_studio.export.decks.deck_template import TemplateDeck, template_deck
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.run.render_file import document
from htpm_studio.project.model import Brand, Project
from htpm_studio.render.pptx.deck_template.reader import read_deck_template
from htpm_studio.scene.nodes import Page
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.odd_decks import ODD, A, odd
from tests.helpers.wild_decks import WILD

DESIGNS: dict[str, Callable[[], bytes]] = {**WILD, **{name: partial(odd, name) for name in ODD}}


@cache
def kit() -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))


@cache
def training() -> tuple[FileSpec, tuple[Page, ...]]:
    spec = next(spec for spec in deck_specs(kit()) if spec.id == "deck/training")
    return spec, tuple(compose(page, kit().page_inputs).page for page in spec.pages)


@cache
def made(design: str) -> TemplateDeck:
    spec, pages = training()
    theirs = read_deck_template(f"{design}.pptx", DESIGNS[design]())
    words = document(spec, pages, kit().inputs)
    return template_deck(kit().inputs, theirs, words, [page.content for page in spec.pages], pages)


@cache
def opened(design: str) -> Any:
    return pptx.Presentation(io.BytesIO(made(design).data))


def objects(design: str) -> list[Any]:
    return [shape for slide in opened(design).slides for shape in slide.shapes if shape.has_table or shape.has_chart]


def codes(design: str) -> set[str]:
    return {finding.code for finding in made(design).findings}


def title_inks(design: str) -> set[str]:
    """The colors that titles have on the slides themselves, "" for the design's own."""
    titles = [slide.shapes.title._element for slide in opened(design).slides]
    fills = [title.find(f".//{A}rPr/{A}solidFill") for title in titles]
    return {"" if fill is None else fill[0].get("val", "") for fill in fills}


@pytest.mark.parametrize("design", DESIGNS)
def test_plan_pairs_answers_and_values_are_tables_and_a_chart_on_the_slide(design: str) -> None:
    deck, found = opened(design), objects(design)
    assert sum(shape.has_chart for shape in found) == 1
    assert len({shape.name for shape in found if shape.has_table}) == 4
    for shape in found:
        assert min(shape.left, shape.top) >= 0
        assert (shape.left + shape.width, shape.top + shape.height) <= (deck.slide_width, deck.slide_height)
    assert [finding.message for finding in made(design).findings if finding.severity == "error"] == []


@pytest.mark.parametrize(("design", "held"), [("office", True), ("words", False)])
def test_they_fill_a_place_that_takes_them_or_lie_free_and_that_is_said(design: str, held: bool) -> None:
    assert {shape.is_placeholder for shape in objects(design)} == {held}
    said = [str(finding.message) for finding in made(design).findings]
    assert any("its table is placed freely" in text for text in said) is not held


def test_their_colors_and_fonts_are_those_of_the_theme() -> None:
    with zipfile.ZipFile(io.BytesIO(made("office").data)) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/charts/chart")]
    tables = [str(shape._element.xml) for shape in objects("office") if shape.has_table]
    assert len(charts) == 1
    for part in (*charts, *tables):
        assert "srgbClr" not in part
        assert 'schemeClr val="accent1"' in part
        assert set(re.findall('typeface="([^"]*)"', part)) == {"+mn-lt"}


def test_the_number_of_a_slide_is_large_in_a_placeholder() -> None:
    sizes = [run.font.size for slide in opened("office").slides for shape in slide.placeholders if shape.has_text_frame
             for paragraph in shape.text_frame.paragraphs for run in paragraph.runs if run.text == "17.3"]  # fmt: skip
    assert sizes
    assert min(sizes) >= Pt(60)


@pytest.mark.parametrize("design", ODD)
def test_each_title_is_on_the_slide_and_no_text_lies_over_it(design: str) -> None:
    deck = opened(design)
    for slide in deck.slides:
        title = slide.shapes.title
        assert title.top >= 0
        assert title.top + title.height <= deck.slide_height
        for shape in slide.shapes:
            if shape.shape_id != title.shape_id and not (shape.is_placeholder and shape.placeholder_format.idx > 9):
                across = min(title.left + title.width, shape.left + shape.width) - max(title.left, shape.left)
                down = min(title.top + title.height, shape.top + shape.height) - max(title.top, shape.top)
                assert across <= 0 or down <= title.height / 2, slide.shapes.title.text_frame.text


@pytest.mark.parametrize(("design", "ink", "said"), [("dark", "bg1", "hidden"), ("white title", "tx1", "hidden")])
def test_words_in_the_color_of_their_ground_get_another_one_of_the_theme(design: str, ink: str, said: str) -> None:
    assert ink in title_inks(design)
    assert said in codes(design)


@pytest.mark.parametrize("design", ["office", "company", "lone"])
def test_a_design_that_can_be_read_keeps_its_colors_and_places(design: str) -> None:
    assert title_inks(design) == {""}
    assert codes(design) <= {"no-layout"}


def test_words_that_lie_elsewhere_than_in_the_design_are_told() -> None:
    assert "moved" in codes("white title") & codes("above") & codes("tiny")
