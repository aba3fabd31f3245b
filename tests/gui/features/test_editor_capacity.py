"""The editor knows what fits in every size of the open piece: measured, said at the field, and soon enough."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from htpm_studio.export.pages.letters_that_fit import found_on, most_letters
from htpm_studio.gui.features.editor import words_block
from htpm_studio.gui.widgets.text_fields import FieldRow
from htpm_studio.pieces.declared import page_sizes
from tests.gui.editor_fixtures import PHOTO, Editor, editor, until

__all__ = ["editor"]
STATEMENT = "w2/social/w2-rules-protect"
HEAD = "Four in five people never get help in time to stop it"
SUB = "On the job, worry may look like missed shifts, short tempers, slow work, or somebody tired from morning. "


@pytest.fixture(autouse=True)
def measured_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the program, which does not know what another window measured."""
    for measure in (found_on, most_letters):
        monkeypatch.setattr(words_block, measure.__name__, measure)


def wait(editor: Editor, ready: Callable[[], bool]) -> None:
    """Measuring takes its time on a busy computer."""
    editor.bot.waitUntil(ready, timeout=40_000)


def limit(row: FieldRow) -> int:
    return int(row.counter.text().rpartition("/")[2])


def test_a_text_that_sizes_leave_out_says_in_which_and_how_much_fits(editor: Editor) -> None:
    editor.open(STATEMENT)
    row, head = editor.row("sub"), editor.row("head")
    wait(editor, lambda: "/" in head.counter.text() and limit(head) != 60)
    assert row.sentence.text() == ""
    editor.type(row.editor, SUB * 6)
    sizes = ", ".join(str(size.name) for size in page_sizes().of("social"))
    wait(editor, lambda: row.sentence.text().startswith(f"Left out in: {sizes}. "))
    wait(editor, lambda: "/" in row.counter.text())
    assert f"{len(row.editor.words())} characters, about {limit(row)} fit." in row.sentence.text()
    assert row.editor.property("state") == "warn"
    editor.type(row.editor, "Short")
    wait(editor, lambda: row.sentence.text() == "")
    assert row.editor.property("state") == ""


def test_a_longer_headline_says_what_it_costs_the_line_below(editor: Editor) -> None:
    editor.open(STATEMENT)
    row = editor.row("sub")
    editor.type(row.editor, SUB * 3)
    editor.type(
        editor.row("head").editor, f"{HEAD}, and each of us can change that a little where we live, work, learn"
    )
    wait(editor, lambda: row.sentence.text().startswith("Left out in: "))


def test_a_key_is_answered_while_everything_is_measured(editor: Editor) -> None:
    editor.open(STATEMENT)
    row = editor.row("sub")
    until(editor.bot, lambda: editor.inspector.words.capacity.busy)
    spent: list[float] = []
    row.editor.setFocus()
    for letter in "words that are typed":
        start = time.thread_time()
        editor.bot.keyClicks(row.editor, letter)
        spent.append(time.thread_time() - start)
    assert sorted(spent)[len(spent) // 2] < 0.05


def test_the_panel_grows_with_what_comes_into_it_later(editor: Editor) -> None:
    """Nothing in it is cut at the right when a picture, its people or a longer description comes."""
    editor.open(PHOTO)
    inspector = editor.inspector
    inspector.description.setMinimumWidth(inspector.least + 20)
    editor.controller.refresh()
    until(editor.bot, lambda: inspector.minimumWidth() == inspector.least)
    assert inspector.width() >= inspector.least
