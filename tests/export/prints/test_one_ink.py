"""Prints for copiers: one ink and paper alone, little ink, and words, eyes and codes that stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import numpy
import pytest
import zxingcpp

from htpm_studio.export.kit.edits import ALL_PIECES, INK, ONE_INK
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.page_builder import PageBuilder, on_sheet
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.export.prints.one_ink import in_one_ink
from htpm_studio.pieces.model import Paper
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Color, Page, Picture
from htpm_studio.scene.walk import pictures, texts
from htpm_studio.units import Box, Size
from tests.helpers.bundled import bundled_campaign, bundled_resources

MOST_INK = {"poster": 0.30, "poster-big": 0.30}
USUAL_INK = 0.21
INKS = ("letter", "en"), ("a4", "es")
FAMILIES = ("common-thread", "broadside", "quilt")


@cache
def kit(family: str, paper: Paper, language: str) -> Kit:
    edits = Edits.from_mapping({ALL_PIECES: {INK: ONE_INK}})
    project = Project(Brand("North Side Legal Aid", family=family), 2, 2027, language=language, edits=edits)
    options = Options(("print",), (paper,))
    return build_kit(project, bundled_campaign(language), bundled_resources(), options, date(2026, 11, 28))


@cache
def pages(family: str, paper: Paper, language: str) -> tuple[tuple[str, Page], ...]:
    made, builder, found = kit(family, paper, language), PageBuilder(), []
    for spec in print_specs(made):
        if spec.pages[0].one_ink:
            composed = tuple(builder.compose(page, made.page_inputs).page for page in spec.pages)
            shown = on_sheet(spec, composed, made.page_inputs) if spec.sheet else composed
            found += [(spec.group, page) for page in shown]
    return tuple(found)


def colors(page: Page) -> Iterator[str]:
    yield from (color.upper() for color in re.findall(r"hex='(#\w{6})'", repr(page)))
    for picture in pictures(page):
        yield from (color.upper() for color in re.findall(r"#[0-9A-Fa-f]{6}\b", picture.source.data.decode()))


@pytest.mark.parametrize(("paper", "language"), INKS)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_page_has_one_ink_and_little_of_it(family: str, paper: Paper, language: str) -> None:
    ink = kit(family, paper, language).look.palette["ink"]
    found = pages(family, paper, language)
    assert {group for group, _ in found} >= {"poster", "flyer", "tear-off", "hotline-cards"}
    for group, page in found:
        assert set(colors(page)) <= {ink, "#FFFFFF"}, page.name
        covered = 1 - float(numpy.asarray(render_page(page, 1.0).convert("L")).mean()) / 255
        assert covered <= MOST_INK.get(group, USUAL_INK), (page.name, covered)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_copier_keeps_each_line_of_words_on_clean_paper(family: str) -> None:
    for _, page in pages(family, "letter", "en"):
        sheet = render_page(page, 300 / 72).convert("L").point(lambda level: 255 if level > 127 else 0)
        for block in texts(page):
            for line in block.lines:
                area = (line.x, line.baseline - block.style.size * 0.7, line.x + line.width, line.baseline)
                part = sheet.crop(tuple(round(side * 300 / 72) for side in area))  # type: ignore[arg-type]
                if part.width > 4 and part.height > 4:
                    assert 0.05 < 1 - float(numpy.asarray(part).mean()) / 255 < 0.85, (page.name, line.text)


def test_the_code_of_a_poster_can_be_scanned() -> None:
    big = next(page for _, page in pages("common-thread", "letter", "en") if page.size.width > 700)
    assert "humantraffickinghotline.org" in zxingcpp.read_barcodes(render_page(big, 2))[0].text


def test_deeper_skin_has_more_ink() -> None:
    scene = next(iter(kit("common-thread", "letter", "en").scenes.values())).drawn
    assert scene is not None

    def inked(tone: int) -> float:
        cast = tuple(replace(person, id=f"{person.id}-{tone}", skin=tone) for person in scene.people)
        source = replace(scene, people=cast).whole
        box = Box(0, 0, 400, 400 * source.size[1] / source.size[0])
        page = Page("p", "", Size(box.width, box.height), Color("#FFFFFF"), (Picture("p", box, source, drawn="x"),))
        return 1 - float(numpy.asarray(render_page(in_one_ink(page, "#000000"), 3.0).convert("L")).mean()) / 255

    assert inked(1) < inked(4) < inked(8)
