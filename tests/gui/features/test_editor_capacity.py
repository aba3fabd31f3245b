"""The editor knows what fits in every size of the open piece: judged, said at the text, and soon enough."""

from __future__ import annotations

import time

import pytest

from htpm_studio.export.pages.found_on import found_on
from htpm_studio.gui.features.editor import fit_judge
from htpm_studio.pieces.declared import page_sizes
from tests.gui.editor_fixtures import PHOTO, Editor, editor, until

__all__ = ["editor"]
STATEMENT = "w2/social/w2-rules-protect"
SUB = "On the job, worry may look like missed shifts, short tempers, slow work, or somebody tired from morning. "


@pytest.fixture(autouse=True)
def judged_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the program, which does not know what another window judged."""
    monkeypatch.setattr(fit_judge, "found_on", found_on)


def test_a_text_that_sizes_leave_out_says_in_which(editor: Editor) -> None:
    editor.open(STATEMENT)
    editor.write("sub", SUB * 6)
    editor.bot.waitUntil(lambda: editor.listed()["sub"].state == "does not fit", timeout=40_000)
    head = editor.listed()["head"]
    assert head.text is not None
    editor.page.typing.go_to(head.text, "head")
    sizes = ", ".join(str(size.name) for size in page_sizes().of("social"))
    assert f"is left out in {sizes}." in editor.page.typing.sentence()
    editor.page.typing.leave()
    editor.open(STATEMENT)
    editor.inspector.words.open("sub")
    assert editor.inspector.words.row is not None, "what the picture leaves out has a field"
    editor.type(editor.inspector.words.row.editor, "Short")
    editor.bot.waitUntil(lambda: editor.listed()["sub"].state == "changed here", timeout=40_000)


def test_a_key_is_answered_while_everything_is_judged(editor: Editor) -> None:
    editor.open(STATEMENT)
    until(editor.bot, lambda: editor.inspector.words.judge.busy)
    spent: list[float] = []
    assert editor.page.typing.enter("sub")
    for letter in "words that are typed":
        start = time.thread_time()
        editor.bot.keyClicks(editor.page.typing.mirror, letter)
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
