"""A new slide from each layout: it holds twice the usual text where nothing makes its letters smaller."""

from __future__ import annotations

import ctypes
import datetime as dt
import io
import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pptx
import pytest
from fontTools.ttLib import TTFont
from pptx.enum.shapes import PP_PLACEHOLDER as KIND

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import Group, TextBlock
from htpm_studio.scene.walk import walk
from tests.helpers import wide_decks
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.libreoffice import FONTS, OFFICE, as_pdf
from tests.helpers.new_slides import EMPTY, Box, Place, Rgb, with_new_slides

INK, EDGE, WIDE, TALL = 1.0, 4.0, 960.0, 540.0


@cache
def training(family: str, week: int = 2, language: str = "en") -> bytes:
    brand = Brand("Riverbend Coalition", ("#0F5C5C",), family=family)
    project = Project(brand, week, 2027, language=language)
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))
    spec = next(spec for spec in deck_specs(kit) if (spec.group, spec.format) == ("training", "pptx"))
    return render_file(spec, kit.inputs, JobContext()).data


# ------------------------------------------------------------------ measured


@cache
def usual_widths(face: str) -> dict[str, float]:
    """How wide the letters are that a deck is measured with, in em."""
    with TTFont(FONTS / f"{face}.ttf") as font:
        units, names, metrics = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
        return {chr(code): metrics[name][0] / units for code, name in names.items()}


def test_a_new_slide_holds_twice_the_usual_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wide_decks, "widths", usual_widths)
    data, made = with_new_slides(training("common-thread"))
    found = []
    for (layout, places), texts in zip(made, wide_decks.set_deck(data), strict=True):
        boxes = {tuple(round(edge) for edge in one.box) for one in places}
        for text in texts:
            line = min((b[3] - a[3] for a, b in pairwise(text.lines)), default=text.box[3])
            mine = tuple(round(edge) for edge in text.box) in boxes
            if mine and text.bottom - text.box[3] > line + INK:
                found.append(f"{layout}: {text.name} by {text.bottom - text.box[3]:.0f} points")
    assert found == []


def test_a_new_help_slide_has_the_numbers_in_its_panel() -> None:
    """Slides of a talk have them as words over those of the layout, so there is no layout with an empty panel."""
    data, made = with_new_slides(training("common-thread"))
    assert [layout for layout, _ in made if layout.startswith("Help")] == ["Help"]
    texts = wide_decks.set_deck(data)[[layout for layout, _ in made].index("Help")]
    assert "1-888-373-7888" in [text.text for text in texts]


def test_a_cell_of_a_parted_list_has_letters_for_two_entries_and_not_for_the_whole_list() -> None:
    deck: Any = pptx.Presentation(io.BytesIO(training("broadside")))
    layout = next(one for one in deck.slide_layouts if one.name == "Checklist")
    cells = [one for one in layout.placeholders if one.name.startswith("Body")]
    sizes = [int(one._element.xpath(".//a:lvl1pPr/a:defRPr/@sz")[0]) for one in cells]
    assert len(cells) == 6
    assert min(sizes) >= 2400


@pytest.mark.parametrize("family", sorted(families()))
def test_no_place_of_a_slide_is_given_twice(family: str) -> None:
    """A second text in the place of another is in no layout: a new slide has no room for it."""
    kit = build_kit(
        Project(Brand("Riverbend Coalition", ("#0F5C5C",), family=family), 2, 2027), bundled_campaign(),
        bundled_resources(), Options(), dt.date(2026, 11, 25),
    )  # fmt: skip
    found = []
    for page in {page.template: page for spec in deck_specs(kit) for page in spec.pages}.values():
        nodes = [
            one
            for one in walk(compose(page, kit.page_inputs).page.nodes)
            if isinstance(one, TextBlock | Group) and one.slot
        ]
        found += [f"{page.template}: {slot}" for slot, count in Counter(one.slot for one in nodes).items() if count > 1]
    assert found == []


# ------------------------------------------------------------------ drawn by LibreOffice

slow = [
    pytest.mark.slow,
    pytest.mark.skipif(not (OFFICE and os.environ.get("HTPM_SLOW")), reason="needs LibreOffice and HTPM_SLOW=1"),
]


def inked(page: Any) -> dict[Rgb, list[tuple[Box, float]]]:
    """The ink of each letter and its baseline, in points of the slide, by the color of the letters."""
    raw = pytest.importorskip("pypdfium2.raw")
    text, high, scale = page.get_textpage(), page.get_height(), WIDE / page.get_width()
    numbers = [ctypes.c_double() for _ in range(6)]
    parts = [ctypes.c_uint() for _ in range(4)]
    found: dict[Rgb, list[tuple[Box, float]]] = {}
    for index in range(text.count_chars()):
        if chr(raw.FPDFText_GetUnicode(text.raw, index)).isspace():
            continue
        raw.FPDFText_GetCharBox(text.raw, index, *numbers[:4])
        raw.FPDFText_GetCharOrigin(text.raw, index, *numbers[4:])
        raw.FPDFText_GetFillColor(text.raw, index, *parts)
        left, right, bottom, top, _, base = (number.value * scale for number in numbers)
        height = high * scale
        color = parts[0].value, parts[1].value, parts[2].value
        found.setdefault(color, []).append(((left, height - top, right, height - bottom), height - base))
    return found


def around(letters: list[tuple[Box, float]]) -> Box:
    boxes = [box for box, _ in letters]
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


def meet(one: Box, two: Box) -> bool:
    return min(one[2], two[2]) - max(one[0], two[0]) > INK and min(one[3], two[3]) - max(one[1], two[1]) > INK


def faults(places: list[Place], letters: dict[Rgb, list[tuple[Box, float]]]) -> Iterator[str]:
    """Texts that leave their box by more than a line, run into another placeholder or leave the slide."""
    ink = {one.name: around(letters[one.color]) for one in places if one.color}
    for one in places:
        if one.color is None:
            continue
        left, top, right, bottom = ink[one.name]
        rows = sorted({round(base) for _, base in letters[one.color]})
        line = min((b - a for a, b in pairwise(rows) if b - a > 3), default=bottom - top)
        if max(one.box[1] - top, bottom - one.box[3]) > line + INK:
            yield f"{one.name} leaves its box"
        if left < EDGE or top < EDGE or right > WIDE - EDGE or bottom > TALL - EDGE:
            yield f"{one.name} leaves the slide"
    pictures = [one for one in places if one.color is None]
    for first, second in combinations(ink, 2):
        if meet(ink[first], ink[second]):
            yield f"{first} runs into {second}"
    for one in places:
        for picture in pictures if one.color else ():
            if meet(ink[one.name], picture.box) and not meet(one.box, picture.box):
                yield f"{one.name} runs into {picture.name}"


@pytest.mark.parametrize("family", sorted(families()))
@pytest.mark.parametrize("language", ["en", "es"])
class TestDrawn:
    pytestmark = slow

    def test_a_new_slide_holds_twice_the_usual_text(self, family: str, language: str, tmp_path: Path) -> None:
        pdfium = pytest.importorskip("pypdfium2")
        data, made = with_new_slides(training(family, language=language))
        with pdfium.PdfDocument(as_pdf(data, tmp_path, tmp_path / "profile")) as pdf:
            found = [
                f"{layout}: {fault}"
                for number, (layout, places) in enumerate(made)
                for fault in faults(places, inked(pdf[number]))
            ]
        assert found == []


# ------------------------------------------------------------------ whatever somebody puts there

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.mark.parametrize("family", sorted(families()))
def test_words_over_the_place_of_a_picture_are_on_a_panel_of_the_layout(family: str) -> None:
    deck: Any = pptx.Presentation(io.BytesIO(training(family)))
    for layout in deck.slide_layouts:
        holders = [one for one in layout.placeholders if one.placeholder_format.type not in EMPTY]
        pictures = [one for one in holders if "PICTURE" in str(one.placeholder_format.type)]
        for one in holders:
            over = any(
                min(one.left + one.width, other.left + other.width) > max(one.left, other.left)
                and min(one.top + one.height, other.top + other.height) > max(one.top, other.top)
                for other in pictures
                if one is not other
            )
            assert not over or one._element.spPr.find(f"{A}solidFill") is not None, (layout.name, one.name)


@pytest.mark.parametrize("family", sorted(families()))
def test_layouts_name_no_week_and_any_content_is_in_letters_of_18_points_or_more(family: str) -> None:
    deck: Any = pptx.Presentation(io.BytesIO(training(family)))
    section = next(layout for layout in deck.slide_layouts if layout.name == "Section Header")
    said = [text.text for text in section._element.iter(f"{A}t")]
    assert not any("Week" in text or text == "2" for text in said), said
    content = next(layout for layout in deck.slide_layouts if layout.name == "Title and Content")
    holder = next(one for one in content.placeholders if one.name.startswith("Content"))
    assert int(holder._element.find(f".//{A}lvl1pPr/{A}defRPr").get("sz")) >= 1800
    talk = {shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame}
    assert "Week 2 of 5" in talk or "2" in talk, "the slides of the talk still name it"


@pytest.mark.parametrize("family", sorted(families()))
def test_each_level_of_a_text_is_further_in_as_heavy_and_legible(family: str) -> None:
    """So the tab key does what one expects, in each layout and on the master."""
    deck: Any = pptx.Presentation(io.BytesIO(training(family)))
    texts = {KIND.BODY, KIND.OBJECT, KIND.SUBTITLE}
    holders = [one for layout in deck.slide_layouts for one in layout.placeholders]
    styles = [one._element.find(f".//{A}lstStyle") for one in holders if one.placeholder_format.type in texts]
    for style in (*styles, deck.slide_master._element.find(f".//{P}bodyStyle")):
        levels = [style.find(f"{A}lvl{depth}pPr") for depth in range(1, 6)]
        margins = [int(level.get("marL")) for level in levels]
        letters = [level.find(f"{A}defRPr") for level in levels]
        sizes = [int(one.get("sz")) for one in letters]
        assert margins == sorted(set(margins))
        assert sizes == sorted(sizes, reverse=True)
        assert min(sizes) >= 1400
        assert len({one.get("b") for one in letters}) == 1
