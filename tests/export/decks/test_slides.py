"""Slides that the user moved, added or copied, in the deck that is written and everywhere it is counted."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pptx.presentation
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from htpm_studio.campaign.model import Deck
from htpm_studio.errors import InputError
from htpm_studio.export.decks.slides import (
    MOST_OWN,
    arranged,
    deck_with,
    placed_slides,
    slide_names,
    unfilled,
    with_copy,
    with_new_slide,
)
from htpm_studio.export.kit.edits import ADDED, LEFT_OUT, ORDER, YES
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder, compose
from htpm_studio.export.preflight.report import make_safe, preflight
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import pieces
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools
from tests.helpers.pdf_reading import extracted, opened
from tests.helpers.pptx_check import check_package

BUILDER = PageBuilder()

FIVE = "w2/deck/training/5"


@pytest.fixture(scope="module")
def kit() -> Kit:
    resources = bundled_resources()
    campaign = bundled_campaign()
    return build_kit(Project(Brand("Riverbend"), 2, 2027), campaign, resources, Options(), dt.date(2026, 11, 25))


def having(kit: Kit, edits: Edits) -> Kit:
    return replace(kit, project=replace(kit.project, edits=edits))


def decks_having(kit: Kit, edits: Edits) -> Kit:
    """The decks of the kit alone, for the checks of all its pages."""
    return replace(having(kit, edits), options=Options(("deck",)))


def training(kit: Kit) -> Deck:
    return kit.week.deck("training")


def spec_of(kit: Kit, name: str = "deck/training") -> FileSpec:
    return next(spec for spec in plan(kit) if spec.id == name)


def titles(kit: Kit) -> list[str]:
    return [page.info.title for page in spec_of(kit).pages]


def heads_of(deck: pptx.presentation.Presentation) -> list[str]:
    found = [slide.shapes.title for slide in deck.slides]
    return [shape.text_frame.text.replace("\xa0", " ") for shape in found if shape is not None]


@pytest.mark.parametrize("layout", pieces().new_slides())
def test_every_new_layout_is_drawn_without_words(kit: Kit, layout: str) -> None:
    edits, piece = with_new_slide(kit, FIVE, layout)
    changed = having(kit, edits)
    page = next(one for one in spec_of(changed).pages if one.piece == piece)
    assert page.template == layout
    composed = compose(page, changed.page_inputs)
    assert composed.page.title
    assert unfilled(changed, page)
    assert [finding for finding in composed.findings if finding.severity == "error"] == []


@given(numbers=st.permutations([str(number) for number in range(1, 20)]))
def test_no_section_comes_twice(kit: Kit, numbers: list[str]) -> None:
    changed = having(kit, arranged(kit, training(kit), numbers))
    sections = [one.slide.section for one in placed_slides(changed, training(kit))]
    starts = [name for place, name in enumerate(sections) if place == 0 or sections[place - 1] != name]
    assert len(starts) == len(set(starts))


def arranged_kit(kit: Kit) -> Kit:
    """Slide 5 copied, a new one behind it with words and notes, slide 7 left out, the third from last moved up."""
    edits, copy = with_copy(kit, FIVE)
    edits = edits.changed(copy, "head", "The same once more")
    edits, new = with_new_slide(having(kit, edits), copy, "deck/bullets")
    for field, text in (
        ("head", "Where to meet"),
        ("items.0", "At the river"),
        ("items.1", "At noon"),
        ("notes", "Tell them where."),
    ):
        edits = edits.changed(new, field, text)
    edits = edits.changed("w2/deck/training/7", LEFT_OUT, YES)
    changed = having(kit, edits)
    names = list(slide_names(changed, training(kit)))
    names.insert(1, names.pop(-3))
    return having(kit, arranged(changed, training(kit), names))


@pytest.mark.slow
def test_the_files_of_the_deck_follow(kit: Kit) -> None:
    changed = arranged_kit(kit)
    data = render_file(spec_of(changed), changed.inputs, JobContext()).data
    assert check_package(data) == []
    shown = Presentation(io.BytesIO(data))
    heads = [head.replace("\n", " ") for head in heads_of(shown)]
    assert heads == titles(changed)
    new = shown.slides[heads.index("Where to meet")]
    assert new.notes_slide.notes_text_frame.text == "Tell them where."
    assert "At the river" in [shape.text_frame.text.split("\n")[0] for shape in new.placeholders]
    twin, place = spec_of(changed, "deck/training/pdf"), heads.index("Where to meet")
    assert [page.info.title for page in twin.pages] == heads
    # The new slide and those beside it: the pictures of all others take seconds and say no more.
    part = replace(twin, pages=twin.pages[place - 1 : place + 2])
    data = render_file(part, changed.inputs, JobContext()).data
    assert len(opened(data).pages) == 3
    assert ["At the river" in extracted(data, number) for number in range(3)] == [False, True, False]


def test_a_prompt_never_leaves_the_program(kit: Kit) -> None:
    edits, piece = with_new_slide(kit, FIVE, "deck/two_columns")
    tools = bundled_tools()
    changed = decks_having(kit, edits.changed(piece, "head", "Two ways").changed(piece, "left.head", "One way"))
    found = [check for check in preflight(changed, tools, BUILDER).checks if check.piece == piece]
    assert [(check.group, check.code, str(check.sentence)) for check in found] == [
        ("fix", "prompt", "Replace “First point” on this new slide with your own text.")
    ]
    safe, findings = make_safe(changed, tools)
    assert titles(safe) == titles(kit)
    assert ["First point" in finding.message for finding in findings] == [True]
    words = {"left.items.0": "Walk", "right.head": "Other way", "right.items.0": "Ride"}
    done = changed.project.edits
    for field, text in words.items():
        done = done.changed(piece, field, text)
    report = preflight(decks_having(kit, done), tools, BUILDER)
    assert [check for check in report.checks if check.piece == piece] == []
    assert len(titles(make_safe(decks_having(kit, done), tools)[0])) == len(titles(kit)) + 1


def test_two_slides_with_one_title_are_named(kit: Kit) -> None:
    edits, piece = with_copy(kit, FIVE)
    report = preflight(decks_having(kit, edits), bundled_tools(), BUILDER)
    found = [check for check in report.checks if check.piece == piece]
    assert [check.code for check in found] == ["title-twice"]


def test_nonsense_in_a_project_file_adds_nothing(kit: Kit) -> None:
    bad = {"n0": "5", "n01": "5", "x1": "5", "n2": "99", "n3": "deck/help", "n4": "", "n99999": "5", "n5": "²"}
    pieces = {f"w2/deck/training/{name}": {ADDED: text} for name, text in bad.items()}
    changed = having(kit, Edits.from_mapping({**pieces, "w2/deck/training": {ORDER: "n2 3 3 zz n5"}}))
    assert set(slide_names(changed, training(kit))) == set(slide_names(kit, training(kit)))
    many = {f"w2/deck/training/n{number}": {ADDED: "5"} for number in range(1, 500)}
    full = having(kit, Edits.from_mapping(many))
    assert len(slide_names(full, training(kit))) == len(training(kit).slides) + MOST_OWN
    with pytest.raises(InputError, match="already has"):
        with_copy(full, FIVE)
    with pytest.raises(InputError, match="does not belong to a deck"):
        with_copy(kit, "w2/print/flyer")
    assert deck_with(kit, "w2/deck/training/99") is None
