"""Which files a choice wants, and how choices change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.selection import (
    EVERYTHING,
    SETS,
    Form,
    MediumCount,
    Selection,
    a_sheet,
    counts,
    estimated_bytes,
    estimated_seconds,
    narrowed,
    of_files,
    printed,
    set_named,
)
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def spec(path: str, piece: str = "", **values: Any) -> FileSpec:
    medium, _, rest = path.partition("/")
    kind: Any = path.rpartition(".")[2]
    of: Any = medium
    pages = tuple(PageSpec("x/y", "square", {}, PageInfo("p", "P"), piece=name) for name in values.pop("shows", ()))
    return FileSpec(rest, of, path, path, kind, pages, piece=piece or rest, **values)


SQUARE, STORY = spec("social/square/a.png", "a"), spec("social/story/a.png", "a")
OTHER = spec("social/square/b.png", "b")
DECK, PLAIN = spec("deck/d.pptx", "d", shows=("d/1", "d/2")), spec("deck/plain/d.pptx", "d")
EDITABLE = spec("social/editable/square.pptx", "e", shows=("a", "b"), repeats=True)
LETTER, A4 = spec("print/letter/flyer.pdf", "f", group="flyer"), spec("print/a4/flyer.pdf", "f")
LOOP = spec("deck/loop.pptx", "l", group="loop")
EVERY = (DECK, PLAIN, LOOP, SQUARE, STORY, OTHER, EDITABLE, LETTER, A4)


def wanted(choice: Selection) -> set[str]:
    return {one.path for one in EVERY if choice.wants(one)}


def paths(*files: FileSpec) -> set[str]:
    return {one.path for one in files}


ALL = paths(*EVERY) - {PLAIN.path}


def test_a_choice_leaves_out_what_is_made_on_request_and_everything_does_not() -> None:
    assert wanted(Selection()) == ALL
    assert wanted(EVERYTHING) == paths(*EVERY)


@pytest.mark.parametrize(
    ("name", "files"),
    [("kit", ALL), ("social", paths(SQUARE, STORY, OTHER, EDITABLE)), ("event", paths(LETTER, A4, LOOP)),
     ("deck", paths(DECK, LOOP)), ("posts", set()), ("backgrounds", set()), ("unknown", ALL)],
)  # fmt: skip
def test_each_set_has_its_medium_and_the_event_also_the_loop(name: str, files: set[str]) -> None:
    assert wanted(set_named(name).selection) == files
    assert name == "unknown" or set_named(name).name == name
    assert len({one.name for one in SETS}) == len(SETS)


def test_a_piece_is_in_every_file_that_shows_it_but_not_in_those_that_repeat_it() -> None:
    assert wanted(Selection(pieces=frozenset({"a"}))) == paths(SQUARE, STORY)
    assert wanted(Selection(pieces=frozenset({"d/2", "e"}))) == paths(DECK, EDITABLE)


def test_a_medium_comes_and_goes_whole_and_what_was_unticked_elsewhere_stays_so() -> None:
    choice = Selection(
        without=frozenset({"social/story", "print/a4"}), unticked=frozenset({"b|social/square", "d|deck/pptx"})
    )
    without = choice.with_medium("social", wanted=False)
    assert wanted(without) == paths(LOOP, LETTER)
    again = without.with_medium("social", wanted=True)
    assert wanted(again) == paths(LOOP, LETTER, SQUARE, STORY, OTHER, EDITABLE)
    assert PLAIN.path not in wanted(EVERYTHING.with_medium("social", wanted=True))
    assert again.groups == frozenset()
    event = set_named("event").selection
    assert wanted(event.with_medium("social", wanted=True)) >= paths(LOOP)
    assert wanted(event.with_medium("print", wanted=False)) == set()


def test_a_form_comes_and_goes_with_what_was_unticked_in_it() -> None:
    choice = Selection(unticked=frozenset({"a|social/story", "d|deck/pptx"}))
    assert wanted(choice) == ALL - paths(STORY, DECK)
    assert wanted(choice.with_form("social/story", wanted=True)) == ALL - paths(DECK)
    less = choice.with_form("social/square", wanted=False)
    assert wanted(less) == ALL - paths(STORY, DECK, SQUARE, OTHER)
    assert wanted(less.with_form("social/square", wanted=True)) == ALL - paths(STORY, DECK)
    assert wanted(Selection().with_form("deck/plain", wanted=True)) == paths(*EVERY)


def test_single_files_come_and_go_and_all_others_stay_as_they_are() -> None:
    less = Selection().with_files(EVERY, [OTHER, LETTER], wanted=False)
    assert wanted(less) == ALL - paths(OTHER, LETTER)
    assert less.unticked == {"b|social/square"}
    assert "print/letter" in less.without  # the whole form is empty
    assert wanted(less.with_files(EVERY, [LETTER], wanted=True)) == ALL - paths(OTHER)
    assert wanted(Selection().with_files(EVERY, [PLAIN], wanted=True)) == paths(*EVERY)
    none = Selection().with_files(EVERY, [LETTER, A4], wanted=False)
    assert "print" not in none.media
    other = Selection(without=frozenset({"copy/txt"})).with_files(EVERY, [A4], wanted=False)
    assert "copy/txt" in other.without  # a form of which no file is listed stays as it was


def test_what_is_wanted_is_counted_by_medium_and_form() -> None:
    rows = {row.medium: row for row in counts(EVERY, Selection(unticked=frozenset({"b|social/square"})))}
    assert list(rows) == ["deck", "social", "print"]
    assert rows["social"] == MediumCount(
        "social", "Social graphics", 4, 3,
        (
            Form("social/square", "square", 2, 1),
            Form("social/story", "story", 1, 1),
            Form("social/editable", "editable", 1, 1),
        ),
    )  # fmt: skip
    assert (rows["deck"].total, rows["deck"].wanted) == (2, 2)  # the plain deck counts when it is wanted
    (deck, *_) = counts(EVERY, EVERYTHING)
    assert (deck.total, deck.wanted) == (3, 3)


def test_a_kit_is_as_large_as_its_files_were_or_as_such_files_usually_are() -> None:
    assert estimated_bytes([SQUARE, DECK], {DECK.path: 1}) == 108_000 + 1 + 2 * 11_000
    assert estimated_seconds([DECK, EDITABLE, LETTER], 0.5) == 2.0


def test_what_is_printed_on_a_paper_are_its_pdf_files_and_a_sheet_holds_several_pieces() -> None:
    project = Project(Brand("Riverbend"), 2, 2027)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 28))
    on_a4 = printed(kit, "a4")
    assert on_a4
    assert all(one.path.startswith("print/a4/") and one.path.endswith(".pdf") for one in on_a4)
    assert {one.path for one in plan(kit) if one.path.startswith("print/a4/") and one.format == "pdf"} == {
        one.path for one in on_a4
    }
    cards = next(one for one in on_a4 if one.sheet)
    sheet = kit.resources.sheets.sheets[cards.sheet]
    assert a_sheet(cards, kit) == sheet.columns * sheet.rows > 1
    assert a_sheet(replace(cards, sheet=""), kit) == 1
    flyer = next(one.path for one in plan(kit) if one.medium == "print")
    assert of_files(kit, [flyer, "gone.pdf"]).options.media == ("print",)
    assert narrowed(kit, Selection(frozenset({"social", "copy"}))).options.media == ("social", "copy")
