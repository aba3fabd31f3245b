"""The editor knows what fits in every size of the open piece: measured, said at the field, and soon enough."""

from __future__ import annotations

import time

from htpm_studio.gui.editor.fields import FieldRow
from tests.gui.editor_fixtures import Editor, editor, until

__all__ = ["editor"]
STATEMENT = "w2/social/w2-rules-protect"
HEAD = "Four in five people never get help in time to stop it"
SUB = "In the workplace, this can show up in many ways, from burnout and absenteeism to decreased performance. "


def measured(editor: Editor, path: str = "sub", keys: str = "") -> None:
    """Wait until a text, into which keys are typed before, was measured in every size."""
    keeper = editor.inspector.words.keeper
    seen: list[str] = []
    keeper.measured.connect(lambda name, _count: seen.append(name))
    if keys:
        editor.type(editor.row(path).editor, keys)
    else:
        editor.open(STATEMENT)
    editor.bot.waitUntil(lambda: path in seen, timeout=30_000)


def limit(row: FieldRow) -> int:
    return int(row.counter.text().rpartition("/")[2])


def test_the_counter_is_measured_and_a_text_that_sizes_leave_out_says_in_which(editor: Editor) -> None:
    measured(editor)
    row = editor.row("sub")
    assert row.sentence.text() == ""
    room = limit(row)
    assert room != 0
    measured(editor, keys=SUB * 2)
    assert row.sentence.text().startswith("Left out in: Square, Portrait, Story, Landscape.")
    assert f"about {limit(row)} fit" in row.sentence.text()
    assert row.editor.property("state") == "warn"
    measured(editor, keys=(SUB * 2)[: limit(row)].rpartition(" ")[0])
    assert row.sentence.text() == ""


def test_a_longer_headline_leaves_less_room_below_and_says_what_it_costs(editor: Editor) -> None:
    measured(editor)
    before = limit(editor.row("sub"))
    editor.type(editor.row("head").editor, f"{HEAD}, and each of us can change that a little where we live")
    measured(editor, keys=SUB)
    assert limit(editor.row("sub")) < before
    assert "Left out in: " in editor.row("sub").sentence.text()


def test_a_key_is_answered_while_everything_is_measured(editor: Editor) -> None:
    editor.open(STATEMENT)
    row = editor.row("sub")
    until(editor.bot, lambda: editor.inspector.words.keeper.busy)
    spent: list[float] = []
    row.editor.setFocus()
    for letter in "words that are typed":
        start = time.thread_time()
        editor.bot.keyClicks(row.editor, letter)
        spent.append(time.thread_time() - start)
    assert sorted(spent)[len(spent) // 2] < 0.05
