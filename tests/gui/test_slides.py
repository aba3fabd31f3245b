"""Adding, copying and moving slides in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from htpm_studio.export.decks.slides import MOST_OWN, NEW_LAYOUTS, with_new_slide
from htpm_studio.export.edits import ADDED, ORDER, SHARED, TEMPLATE, edits_of
from htpm_studio.gui.editor.session import session_of
from htpm_studio.gui.editor.strip import StripPage
from htpm_studio.gui.main_window import MainWindow
from htpm_studio.gui.menus import piece_menu
from htpm_studio.gui.slide_commands import SlideCommands, duplicate, new_slide
from htpm_studio.gui.workspace import Workspace
from htpm_studio.project.model import Edits
from tests.gui.editor_fixtures import BULLETS, SLIDE, Editor, editor

__all__ = ["editor"]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
DECK = "w2/deck/training"


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A shown window with the commands for slides."""
    SlideCommands(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def order_of(workspace: Workspace) -> list[str]:
    return (workspace.document.project.edits.text(DECK, ORDER) or "").split()


def action(window: MainWindow, name: str) -> QAction:
    return window.workspace.actions[name]


def test_the_commands_are_there_only_for_slides(shown: MainWindow) -> None:
    for name in ("new_slide", "duplicate"):
        assert not action(shown, name).isVisible()
    shown.workspace.select(("w2/print/flyer",))
    assert not action(shown, "duplicate").isVisible()
    shown.workspace.select((BULLETS, SLIDE))
    assert action(shown, "duplicate").isVisible()
    assert action(shown, "duplicate").isEnabled()
    shown.workspace.select((BULLETS, "w2/print/flyer"))
    assert not action(shown, "duplicate").isVisible()
    assert new_slide(shown.workspace) == ""


def test_keys_on_the_board_add_and_copy(qtbot: QtBot, shown: MainWindow) -> None:
    board, workspace = shown.board, shown.workspace
    assert board is not None
    workspace.select((BULLETS,))
    board.view.setFocus()
    qtbot.keyClick(board.view, Qt.Key.Key_M, CTRL)
    assert workspace.selection == (f"{DECK}/n1",)
    assert order_of(workspace)[4:6] == ["5", "n1"]
    assert workspace.document.stack.undoText() == "New slide"
    qtbot.keyClick(board.view, Qt.Key.Key_D, CTRL)
    assert workspace.selection == (f"{DECK}/n2",)
    assert order_of(workspace)[4:7] == ["5", "n1", "n2"]
    assert workspace.document.stack.undoText() == "Duplicate slide"
    board.refresh()
    assert board.model.rows_of_piece(f"{DECK}/n2")
    workspace.document.stack.undo()
    workspace.document.stack.undo()
    assert workspace.document.project.edits.items == ()


def test_several_slides_are_copied_as_one_step(shown: MainWindow) -> None:
    workspace = shown.workspace
    workspace.select((BULLETS, SLIDE))
    duplicate(workspace)
    assert workspace.selection == (f"{DECK}/n1", f"{DECK}/n2")
    assert workspace.document.stack.undoText() == "Duplicate 2 slides"
    assert workspace.document.stack.count() == 1
    names = order_of(workspace)
    assert names[names.index("5") + 1] == "n1"
    assert names[names.index("11") + 1] == "n2"


def test_an_own_slide_goes_into_every_week_in_one_step(qtbot: QtBot, editor: Editor, shown: MainWindow) -> None:
    workspace, told = editor.session.workspace, []
    workspace.toast_wanted.connect(lambda text, _undo: told.append(text))
    editor.open(BULLETS)
    every = editor.inspector.slide.every
    assert not every.isVisible()
    editor.type(editor.row("head").editor, "About us")
    assert every.isVisible()
    before = editor.document.project.edits
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    edits = workspace.document.project.edits
    assert [edits.text(f"w{week}/deck/training/n1", "head") for week in (1, 3, 4, 5)] == ["About us"] * 4
    assert edits.text(BULLETS, SHARED)
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    assert told == ["Put into 4 of the other weeks.", "Every week has this slide already."]
    assert workspace.document.stack.undoText() == "Slide in every week"
    strip = StripPage(workspace)
    qtbot.addWidget(strip)
    menu = strip.menu()
    assert menu is not None
    assert "Put this slide into every week" in [entry.text() for entry in menu.actions()]
    workspace.document.stack.undo()
    assert workspace.document.project.edits == before
    shown.workspace.select((BULLETS,))
    assert action(shown, "every_week").isVisible()
    shown.workspace.select((BULLETS, SLIDE))
    assert not action(shown, "every_week").isVisible()


def test_a_full_deck_says_so(shown: MainWindow) -> None:
    workspace, told = shown.workspace, []
    workspace.toast_wanted.connect(lambda text, _undo: told.append(text))
    full = Edits.from_mapping({f"{DECK}/n{number + 1}": {ADDED: "5"} for number in range(MOST_OWN)})
    workspace.document.change("Fill", replace(workspace.document.project, edits=full))
    workspace.select((BULLETS,))
    assert new_slide(workspace) == ""
    duplicate(workspace)
    assert ["added slides already" in text for text in told] == [True, True]
    assert workspace.document.stack.count() == 1


def test_menus_offer_it_for_slides_only(shown: MainWindow) -> None:
    board = shown.board
    assert board is not None
    entries = {}
    for piece in (BULLETS, "w2/print/flyer"):
        shown.workspace.select((piece,))
        menu = piece_menu(shown.workspace, board.selected_tiles(), board)
        entries[piece] = {entry.objectName() for entry in menu.actions()}
        menu.deleteLater()
    assert {"new_slide", "duplicate"} <= entries[BULLETS]
    assert not {"new_slide", "duplicate"} & entries["w2/print/flyer"]


def test_a_new_slide_opens_where_a_slide_is_open(shown: MainWindow) -> None:
    workspace = shown.workspace
    workspace.opened.emit(BULLETS)
    assert shown.centre.name == "editor"
    action(shown, "new_slide").trigger()
    session = session_of(workspace)
    assert session.piece == f"{DECK}/n1"
    assert session.now is not None
    assert session.now.tile.title == "Title of the slide"
    shown.show_centre("board")
    workspace.select((SLIDE,))
    action(shown, "new_slide").trigger()
    assert shown.centre.name == "board"
    assert workspace.selection == (f"{DECK}/n2",)


def test_a_new_slide_changes_its_layout_and_keeps_its_words(editor: Editor) -> None:
    workspace = editor.session.workspace
    editor.open(BULLETS)
    new_slide(workspace)
    editor.settle()
    editor.drawn()
    piece = editor.session.piece
    editor.type(editor.row("head").editor, "Two ways")
    editor.page._show_others()
    keys = [card.key.rpartition("|")[2] for card in editor.page.variants.cards]
    assert keys == list(NEW_LAYOUTS)
    editor.page.variants.chosen.emit(editor.page.variants.cards[1].key)
    editor.settle()
    editor.drawn()
    first, other = NEW_LAYOUTS[:2]
    assert edits_of(editor.document.kit(), piece) == {ADDED: first, TEMPLATE: other, "head": "Two ways"}
    assert "left.items" in editor.inspector.words.rows
    editor.inspector.reset_all()
    editor.settle()
    assert edits_of(editor.document.kit(), piece) == {ADDED: first}
    editor.drawn()


@pytest.fixture
def strip(editor: Editor) -> StripPage:
    made = StripPage(editor.session.workspace)
    editor.bot.addWidget(made)
    made.resize(184, 900)
    made.show()
    editor.open(BULLETS)
    return made


def numbers(strip: StripPage) -> list[str]:
    return [card.key.rpartition("/")[2] for card in strip.list.cards]


def drop(strip: StripPage, row: int, *, below: bool) -> None:
    """Let the current card fall above or below another one."""
    place = strip.list.visualItemRect(strip.list.item(row))
    spot = QPointF(place.center() + QPoint(0, place.height() // 3 if below else -place.height() // 3))
    event = QDropEvent(
        spot, Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    strip.list.dropEvent(event)
    assert event.dropAction() == Qt.DropAction.IgnoreAction


def test_slides_are_dragged_to_another_place(editor: Editor, strip: StripPage) -> None:
    drop(strip, 1, below=False)
    editor.settle()
    assert numbers(strip)[:6] == ["1", "5", "2", "3", "4", "6"]
    assert editor.document.stack.undoText() == "Move slide"
    drop(strip, 2, below=True)
    editor.settle()
    assert numbers(strip)[:6] == ["1", "2", "5", "3", "4", "6"]
    drop(strip, 2, below=True)
    assert editor.document.stack.count() == 2
    editor.document.stack.setIndex(0)
    editor.settle()
    assert numbers(strip)[:5] == ["1", "2", "3", "4", "5"]
    editor.drawn()


def test_the_menu_of_the_strip(editor: Editor, strip: StripPage) -> None:
    menu = strip.menu()
    assert menu is not None
    words = [entry.text() for entry in menu.actions() if entry.text() and entry.isVisible()]
    assert words == ["New slide", "Duplicate slide", "Move slide up", "Move slide down", "Leave out slide"]
    entries = {entry.text(): entry for entry in menu.actions()}
    entries["Duplicate slide"].trigger()
    editor.settle()
    assert numbers(strip)[4:6] == ["5", "n1"]
    assert editor.session.piece == f"{DECK}/n1"
    layouts = entries["New slide"].menu()
    assert [entry.objectName() for entry in layouts.actions()] == list(NEW_LAYOUTS)  # type: ignore[attr-defined]
    layouts.actions()[-1].trigger()  # type: ignore[attr-defined]
    editor.settle()
    assert numbers(strip)[4:7] == ["5", "n1", "n2"]
    assert editor.session.now is not None
    assert editor.session.now.tile.page.template == NEW_LAYOUTS[-1]
    editor.bot.keyClick(strip.list, Qt.Key.Key_Up, ALT)
    assert numbers(strip)[4:7] == ["5", "n2", "n1"]
    editor.drawn()
    menu.deleteLater()
    editor.session.open("w2/print/flyer")
    assert strip.menu() is None
    assert not strip.add.isVisibleTo(strip)
    editor.drawn()


def test_the_button_below_the_strip_asks_for_a_layout(editor: Editor, strip: StripPage) -> None:
    editor.bot.mouseClick(strip.add, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    editor.bot.keyClick(popup, Qt.Key.Key_Down)
    editor.bot.keyClick(popup, Qt.Key.Key_Return)
    editor.settle()
    assert numbers(strip)[4:6] == ["5", "n1"]
    editor.drawn()


def test_a_slide_of_the_users_own_follows_no_kit(editor: Editor) -> None:
    document = editor.document
    edits, made = with_new_slide(document.kit(), BULLETS, "deck/photo_text")
    document.change("New slide", replace(document.project, edits=edits))
    editor.open(made)
    assert editor.row("head").state.text() == "your slide"
    assert editor.inspector.picture.state.text() == "your slide"
    editor.type(editor.row("head").editor, "About us")
    assert editor.row("head").state_name == "own"
    editor.open(BULLETS)
    assert editor.row("head").state.text() == "follows the kit"
