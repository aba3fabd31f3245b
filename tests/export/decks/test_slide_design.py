"""What holds for the slides of every family: feet clear of the edge, titles above heads, an order to read in."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER as KIND

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.pictures import read_picture
from htpm_studio.scene.nodes import Group, Page, Shape
from htpm_studio.scene.walk import pictures, texts, walk
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import LONG_NAME, line_boxes
from tests.helpers.sweeps import SLOW

LONG = "Coalición Interinstitucional de Apoyo a Familia y Sobrevivientes del Noreste"
TALL = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 62"><path d="M2 0h20v62H2z" fill="#0b5d57"/></svg>'
CLEAR, LOWEST, NEAR = 10.6, 7.0, 4.0
"""Points below the letters of a name (to their baseline) and below a logo, and how far apart is beside each other."""

WEEKS = (1, 2, 3, 4, 5) if SLOW else (5,)
FAMILIES = sorted(families())
EMU = 12700


@cache
def kit_of(family: str, week: int, language: str) -> Kit:
    brand = Brand(LONG, ("#7A1F5C",), read_picture("tall.svg", TALL), family=family)
    project = Project(brand, week, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))


def specs(kit: Kit) -> list[FileSpec]:
    return [spec for spec in deck_specs(kit) if spec.format in ("pptx", "potx")]


def pages(kit: Kit) -> Iterator[tuple[str, Page]]:
    for spec in specs(kit):
        yield from ((f"{spec.id} {n}", compose(page, kit).page) for n, page in enumerate(spec.pages, 1))


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


@pytest.mark.parametrize(("family", "name"), [*((family, LONG) for family in FAMILIES), ("quilt", LONG_NAME)])
def test_a_long_name_without_a_logo_fits_every_slide(family: str, name: str) -> None:
    project = Project(Brand(name, ("#0F5C5C",), family=family), 2, 2027, language="es")
    kit = build_kit(project, bundled_campaign("es"), bundled_resources(), Options(), dt.date(2026, 11, 25))
    shown = [page for spec in specs(kit) for page in spec.pages]
    assert [one.message for page in shown for one in compose(page, kit).findings] == []


def told(slide: Any) -> list[tuple[str, Box]]:
    """What a screen reader tells of a slide, in its order: words, pictures, tables and charts with their places."""
    found = []
    for shape in slide.shapes:
        decorative = shape._element.xpath("./*[1]/p:cNvPr//*[local-name()='decorative'][@val='1']")
        number = shape.is_placeholder and shape.placeholder_format.type == KIND.SLIDE_NUMBER
        if not decorative and not number:
            left, top, wide, high = (length / EMU for length in (shape.left, shape.top, shape.width, shape.height))
            found.append((shape.name, Box(left, top, wide, high)))
    return found


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("week", WEEKS)
def test_the_order_of_a_slide_is_that_in_which_it_is_read(family: str, week: int) -> None:
    """The title comes first, but for a picture below it; nothing comes before what is above it in its column."""
    kit = kit_of(family, week, "es")
    for spec in specs(kit):
        if spec.format == "potx":
            continue
        deck = pptx.Presentation(io.BytesIO(render_file(spec, kit, JobContext()).data))
        for number, slide in enumerate(deck.slides, 1):
            title = slide.shapes.title
            rows = told(slide)
            of_title = next(box for name, box in rows if name == title.name)
            rest = rows[1:] if "picture" in rows[0][0] and rows[0][1].overlaps(of_title) else rows
            assert rest[0][0] == title.name, (spec.id, number)
            for at, (name, box) in enumerate(rest[1:], 1):
                for later, other in rest[at + 1 :]:
                    apart = min(box.right, other.right) - max(box.x, other.x) <= NEAR
                    assert apart or other.bottom > box.y + NEAR, (spec.id, number, name, later)


@pytest.mark.parametrize("layout", ["deck/bullets", "deck/content", "deck/two_columns"])
def test_lists_of_quilt_have_the_squares_that_are_drawn(layout: str) -> None:
    """So that PowerPoint shows what the PDF does."""
    kit = kit_of("quilt", 5, "es")
    shown = [page for spec in specs(kit) for page in spec.pages if page.template == layout]
    lists = [node for page in shown for node in walk(compose(page, kit).page.nodes) if isinstance(node, Group)]
    styles = [group.list_style for group in lists if group.list_style is not None]
    assert styles
    assert {style.bullet for style in styles} == {"square"}


def test_a_blank_slide_of_quilt_has_nothing_of_the_first_family() -> None:
    kit = kit_of("quilt", 5, "es")
    blank = next(page for spec in specs(kit) for page in spec.pages if page.template == "deck/blank")
    page = compose(blank, kit).page
    field = [node for node in walk(page.nodes) if isinstance(node, Shape) and node.box.y < page.size.height / 2]
    assert [node.name for node in field] == []
