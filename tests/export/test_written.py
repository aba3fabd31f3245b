"""Every text of a kit says which words of the user's it shows, and a caret finds its way through it and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest

from htpm_studio.compose.context import TemplateContext
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.catalogue import CATALOGUE
from htpm_studio.export.pages.page_builder import compose, pages_of
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.caret import Cell, cells, covered, field_at, index_at, shown_at
from htpm_studio.scene.nodes import TextBlock
from htpm_studio.scene.walk import texts
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import WEEKS, sampled

ALIKE = str.maketrans("\u2018\u2019\u201c\u201d\u00a0\u202f\n", "''\"\"   ")
LONG = tuple(f"Point {number}: what people can do here and now" for number in range(9))
STEP = 5
SLIDE = "w2/deck/training/5"
EDITS = {SLIDE: {f"items.{at}": text for at, text in enumerate(LONG)}}
EVERY = sampled(((week, language) for language in ("en", "es") for week in WEEKS), (2, "en"))
week_and_language = pytest.mark.parametrize(("week", "language"), EVERY)


@cache
def written(week: int, language: str) -> tuple[tuple[PageSpec, TextBlock], ...]:
    """The texts of all pages of a week that show words of the user's."""
    return tuple(_written(week, language))


def _written(week: int, language: str) -> Iterator[tuple[PageSpec, TextBlock]]:
    project = Project(Brand("Riverbend"), week, 2027, language=language, edits=Edits.from_mapping(EDITS))
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))
    for piece in CATALOGUE:
        for spec in piece.specs(kit):
            for page in () if spec.format in ("potx", "pptx") and spec.repeats else pages_of(spec, kit.page_inputs):
                for block in texts(compose(page, kit.page_inputs).page):
                    if block.written:
                        yield page, block


@week_and_language
def test_each_letter_is_that_of_its_field(week: int, language: str) -> None:
    wrong = []
    for page, block in written(week, language):
        for one in block.written:
            text = TemplateContext(page.content).lookup(page.info.paths.shown(one.path))
            said = text[one.at : one.at + one.end - one.start] if isinstance(text, str) else ""
            if said.translate(ALIKE) != block.text[one.start : one.end].translate(ALIKE):
                wrong.append((page.template, one, block.text))
    assert wrong == []


@week_and_language
def test_a_caret_leads_back_to_its_letter(week: int, language: str) -> None:
    wrong = [
        (page.template, block.text, cell.start)
        for page, block in written(week, language)
        for cell, middle in letters(block)
        if index_at(block, (3 * cell.before + cell.after) / 4, middle) != cell.start
    ]
    assert wrong == []


@week_and_language
def test_each_place_of_a_field_is_found_again(week: int, language: str) -> None:
    wrong = [
        (page.template, one, at)
        for page, block in written(week, language)
        for one in block.written
        for at in range(one.at, one.at + one.end - one.start)
        if field_at(block, shown_at(block, one.path, at)) != (one.path, at)
    ]
    assert wrong == []


@week_and_language
def test_a_selection_covers_its_letters_and_no_others(week: int, language: str) -> None:
    for _, block in written(week, language):
        half = len(block.text) // 2
        boxes = covered(block, 0, half)
        assert all(
            cell.start >= half
            for cell, middle in letters(block)
            if not any(
                box.x - 0.5 <= (cell.left + cell.right) / 2 <= box.right + 0.5 and box.y <= middle <= box.bottom
                for box in boxes
            )
        )


def letters(block: TextBlock) -> Iterator[tuple[Cell, float]]:
    """Some of the letters that take room, each with the middle of its line."""
    for line in block.lines:
        row = [cell for cell in cells(line) if cell.right > cell.left]
        for cell in (*row[::STEP], *row[-1:]):
            yield cell, line.baseline - 0.3 * block.style.size


def test_the_second_slide_of_a_list_goes_on_with_its_points() -> None:
    paths = [one.path for page, block in written(2, "en") for one in block.written if page.piece == SLIDE]
    assert [path for path in dict.fromkeys(paths) if path.startswith("items.")] == [f"items.{at}" for at in range(9)]


def test_both_sides_of_a_card_in_both_languages_have_words_of_their_own() -> None:
    parts = {
        page.part: {one.path.partition(".")[0] for one in block.written}
        for page, block in written(2, "en")
        if page.part
    }
    assert parts == {part: {part} for part in parts}
    assert len(parts) > 3
