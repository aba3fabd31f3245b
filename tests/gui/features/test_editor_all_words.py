"""The list of all words of a piece leads to each of them, and has a field for what the picture does not show."""

from __future__ import annotations

from PySide6.QtCore import Qt

from htpm_studio.gui.shell.main_window import MainWindow
from tests.gui.editor_fixtures import BULLETS, CARDS, LEFT, PHOTO, PLAIN, Editor, editor, until

__all__ = ["editor"]


def opened(editor: Editor, piece: str) -> dict[str, int]:
    """Open a piece and its list; the number of each row by its path."""
    editor.open(piece)
    editor.bot.mouseClick(editor.inspector.words.toggle, LEFT)
    return {row.path: at for at, row in enumerate(editor.inspector.words.list.rows)}


def click(editor: Editor, at: int) -> None:
    view = editor.inspector.words.list
    editor.bot.mouseClick(view.viewport(), LEFT, PLAIN, view.visualItemRect(view.item(at)).center())


def test_the_list_is_closed_at_first_and_has_the_texts_in_reading_order(editor: Editor) -> None:
    editor.open(PHOTO)
    assert not editor.inspector.words.list.isVisible()
    rows = opened(editor, PHOTO)
    assert [path for path in rows if path][:3] == ["eyebrow", "head", "sub"]
    assert editor.inspector.words.list.item(rows["eyebrow"]).text() == "Small line above: For managers and HR"


def test_a_click_puts_the_caret_into_the_text(editor: Editor) -> None:
    click(editor, opened(editor, PHOTO)["head"])
    assert editor.page.typing.path == "head"
    editor.bot.keyClicks(editor.page.typing.mirror, "!")
    assert editor.edits()["head"].endswith("!*")


def test_enter_on_fixed_words_says_why_they_are_fixed(editor: Editor) -> None:
    opened(editor, PHOTO)
    view = editor.inspector.words.list
    fixed = next(at for at, row in enumerate(view.rows) if row.words == "1-888-373-7888")
    view.setCurrentRow(fixed)
    editor.bot.keyClick(view, Qt.Key.Key_Return)
    marks = editor.page.typing.marks()
    assert marks is not None
    assert marks.sentence == "The hotline is the same in every kit, so people can always reach help."


def test_delete_brings_the_kits_words_back_in_one_step(editor: Editor) -> None:
    rows = opened(editor, PHOTO)
    editor.write("sub", "Other words")
    view = editor.inspector.words.list
    assert view.rows[rows["sub"]].state == "changed here"
    view.setCurrentRow(rows["sub"])
    editor.bot.keyClick(view, Qt.Key.Key_Delete)
    editor.settle()
    assert editor.edits() == {}
    editor.document.stack.undo()
    assert editor.edits() == {"sub": "Other words"}


def test_a_text_that_was_taken_away_has_a_field_and_comes_back_with_its_first_word(editor: Editor) -> None:
    opened(editor, PHOTO)
    editor.write("sub", "")
    editor.drawn()
    view = editor.inspector.words.list
    at = next(at for at, row in enumerate(view.rows) if row.path == "sub")
    assert view.rows[at].state == "empty"
    click(editor, at)
    field = editor.inspector.words.row
    assert field is not None
    assert field.editor.hasFocus()
    editor.type(field.editor, "Ask early")
    assert editor.edits() == {"sub": "Ask early"}
    until(editor.bot, lambda: editor.listed()["sub"].text is not None)


def test_what_is_typed_in_the_field_of_a_text_stays_in_order_while_the_picture_follows(editor: Editor) -> None:
    opened(editor, PHOTO)
    editor.write("sub", "")
    editor.drawn()
    click(editor, next(at for at, row in enumerate(editor.inspector.words.list.rows) if row.path == "sub"))
    field = editor.inspector.words.row
    assert field is not None
    for letter in "People who hire":
        editor.bot.keyClicks(field.editor, letter)
        editor.drawn()
    assert field.editor.words() == "People who hire"


def test_the_list_is_closed_while_its_field_has_the_keys(editor: Editor) -> None:
    opened(editor, PHOTO)
    editor.write("sub", "")
    editor.drawn()
    click(editor, next(at for at, row in enumerate(editor.inspector.words.list.rows) if row.path == "sub"))
    editor.bot.mouseClick(editor.inspector.words.toggle, LEFT)
    assert editor.inspector.words.row is None


def test_a_point_that_is_taken_back_is_gone_from_the_list(editor: Editor) -> None:
    opened(editor, BULLETS)
    before = len(editor.inspector.words.list.rows)
    editor.page.typing.enter("items.4")
    editor.bot.keyClick(editor.page.typing.mirror, Qt.Key.Key_Return)
    editor.bot.keyClicks(editor.page.typing.mirror, "One more")
    editor.settle()
    editor.document.stack.undo()
    editor.settle()
    editor.drawn()
    assert len(editor.inspector.words.list.rows) == before


def test_words_of_the_other_side_of_a_sheet_are_shown_with_the_caret_in_them(editor: Editor) -> None:
    click(editor, opened(editor, CARDS)["es-inside.head"])
    until(editor.bot, lambda: editor.page.typing.path == "es-inside.head")
    editor.bot.keyClicks(editor.page.typing.mirror, "!")
    assert editor.edits()["es-inside.head"].endswith("!")
    assert editor.page.header.buttons["back"].isChecked()


def test_a_sheet_is_turned_by_its_switch_and_typed_on_at_the_back(editor: Editor) -> None:
    editor.open(CARDS)
    editor.bot.mouseClick(editor.page.header.buttons["back"], LEFT)
    editor.drawn()
    editor.write("en-inside.head", "Free help")
    assert editor.edits() == {"en-inside.head": "Free help"}
    editor.bot.mouseClick(editor.page.header.buttons["sheet"], LEFT)
    editor.drawn()
    assert "en-outside.head" in {path for _, path, _ in editor.page.typing.shown_texts()}


def test_the_points_of_a_list_are_rows_of_their_own(editor: Editor) -> None:
    rows = opened(editor, BULLETS)
    assert [path for path in rows if path.startswith("items.")][:2] == ["items.0", "items.1"]


def test_a_piece_that_is_locked_says_so_in_each_row(editor: Editor) -> None:
    rows = opened(editor, PHOTO)
    editor.bot.mouseClick(editor.inspector.lock, LEFT)
    editor.settle()
    view = editor.inspector.words.list
    assert {view.rows[at].state for path, at in rows.items() if path} == {"locked"}


def test_the_key_opens_the_list_of_the_open_piece(window: MainWindow, editor: Editor) -> None:
    editor.open(PHOTO)
    editor.page.command_slots()["all_words"]()
    assert editor.inspector.words.list.hasFocus()
