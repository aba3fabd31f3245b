"""Adding, copying and moving slides in the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidgetItem, QMenu
from pytestqt.qtbot import QtBot

from htpm_studio.export.decks.slides import MOST_OWN, with_new_slide
from htpm_studio.export.kit.edits import ADDED, LEFT_OUT, ORDER, SHARED, TEMPLATE, edits_of
from htpm_studio.gui.controllers.piece_commands import SlideCommands, duplicate, new_slide, piece_menu
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.editor.gallery import CARD_MIME, Gallery
from htpm_studio.gui.features.editor.piece_list import PieceList
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.accessibility import ask_menu
from htpm_studio.pieces.declared import pieces
from htpm_studio.project.model import Edits
from tests.gui.editor_fixtures import BULLETS, LEFT, PLAIN, SLIDE, Editor, editor
from tests.gui.parts import controllers_of
from tests.gui.pointing import ask_menu_at

__all__ = ["editor"]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
DECK = "w2/deck/training"


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A shown window with the commands for slides."""
    SlideCommands(window, controllers_of(window.workspace).editor)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def order_of(workspace: Workspace) -> list[str]:
    return without_session((workspace.document.project.edits.text(DECK, ORDER) or "").split())


def without_session(names: list[str]) -> list[str]:
    """The slides of the deck's own, which are numbered, and the user's."""
    return [name for name in names if name[-1].isdigit()]


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
    action(shown, "new_slide").trigger()
    assert shown.workspace.document.project.edits.items == ()


def test_keys_on_the_board_add_and_copy(qtbot: QtBot, shown: MainWindow) -> None:
    board, workspace = shown.board, shown.workspace
    assert board is not None
    workspace.select((BULLETS,))
    board.view.setFocus()
    qtbot.keyClick(board.view, Qt.Key.Key_M, CTRL)
    assert workspace.selection == (f"{DECK}/n1",)
    assert order_of(workspace)[4:6] == ["5", "n1"]
    assert workspace.document.stack.undo_text() == "New slide"
    qtbot.keyClick(board.view, Qt.Key.Key_D, CTRL)
    assert workspace.selection == (f"{DECK}/n2",)
    assert order_of(workspace)[4:7] == ["5", "n1", "n2"]
    assert workspace.document.stack.undo_text() == "Duplicate slide"
    board.refresh()
    assert board.model.rows_of_piece(f"{DECK}/n2")
    workspace.document.stack.undo()
    workspace.document.stack.undo()
    assert workspace.document.project.edits.items == ()


def test_several_slides_are_copied_as_one_step(shown: MainWindow) -> None:
    workspace = shown.workspace
    workspace.select((BULLETS, SLIDE))
    duplicate(controllers_of(workspace).editor, (BULLETS, SLIDE))
    assert workspace.selection == (f"{DECK}/n1", f"{DECK}/n2")
    assert workspace.document.stack.undo_text() == "Duplicate 2 slides"
    assert workspace.document.stack.count() == 1
    names = order_of(workspace)
    assert names[names.index("5") + 1] == "n1"
    assert names[names.index("11") + 1] == "n2"


def test_an_own_slide_goes_into_every_week_in_one_step(qtbot: QtBot, editor: Editor, shown: MainWindow) -> None:
    workspace, told = editor.controller.workspace, []
    workspace.toast_wanted.connect(lambda text, _undo: told.append(text))
    editor.open(BULLETS)
    every = editor.inspector.slide.every
    assert not every.isVisible()
    editor.write("head", "About us")
    assert every.isVisible()
    before = editor.document.project.edits
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    edits = workspace.document.project.edits
    assert [edits.text(f"w{week}/deck/training/n1", "head") for week in (1, 3, 4, 5)] == ["About us"] * 4
    assert edits.text(BULLETS, SHARED)
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    assert told == ["Added to 4 other weeks.", "Every week already has this slide."]
    assert workspace.document.stack.undo_text() == "Slide in every week"
    strip = PieceList(controllers_of(workspace).editor)
    qtbot.addWidget(strip)
    menu = strip.menu(BULLETS)
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
    assert new_slide(controllers_of(workspace).editor, BULLETS) == ""
    duplicate(controllers_of(workspace).editor, (BULLETS,))
    assert ["already has" in text for text in told] == [True, True]
    assert workspace.document.stack.count() == 1


def test_menus_offer_it_for_slides_only(shown: MainWindow) -> None:
    board = shown.board
    assert board is not None
    entries = {}
    for piece in (BULLETS, "w2/print/flyer"):
        shown.workspace.select((piece,))
        menu = piece_menu(shown.workspace, board.view.selected_tiles(), board)
        entries[piece] = {entry.objectName() for entry in menu.actions()}
        menu.deleteLater()
    assert {"new_slide", "duplicate"} <= entries[BULLETS]
    assert not {"new_slide", "duplicate"} & entries["w2/print/flyer"]


def test_a_new_slide_opens_where_a_slide_is_open(shown: MainWindow) -> None:
    workspace = shown.workspace
    workspace.opened.emit(BULLETS)
    assert shown.center.name == "editor"
    action(shown, "new_slide").trigger()
    controller = controllers_of(workspace).editor
    assert controller.piece == f"{DECK}/n1"
    assert controller.now is not None
    assert controller.now.tile.title == "Title of the slide"
    shown.show_center("board")
    workspace.select((SLIDE,))
    action(shown, "new_slide").trigger()
    assert shown.center.name == "board"
    assert workspace.selection == (f"{DECK}/n2",)


def test_a_new_slide_changes_its_layout_and_keeps_its_words(editor: Editor) -> None:
    workspace = editor.controller.workspace
    editor.open(BULLETS)
    new_slide(controllers_of(workspace).editor, BULLETS)
    editor.settle()
    editor.drawn()
    piece = editor.controller.piece
    editor.write("head", "Two ways")
    editor.page.show_others()
    keys = [card.key.rpartition("|")[2] for card in editor.page.variants.cards]
    assert keys == list(pieces().new_slides())
    editor.page.variants.chosen.emit(editor.page.variants.cards[1].key)
    editor.settle()
    editor.drawn()
    first, other = pieces().new_slides()[:2]
    assert edits_of(editor.document.kit(), piece) == {ADDED: first, TEMPLATE: other, "head": "Two ways"}
    assert "left.items.0" in editor.listed()
    editor.choose("Back to the kit version")
    assert edits_of(editor.document.kit(), piece) == {ADDED: first}
    editor.drawn()


@pytest.fixture
def strip(editor: Editor) -> PieceList:
    made = PieceList(controllers_of(editor.controller.workspace).editor)
    editor.bot.addWidget(made)
    made.resize(184, 900)
    made.show()
    editor.open(BULLETS)
    return made


def numbers(strip: PieceList) -> list[str]:
    return without_session([card.key.rpartition("/")[2] for card in strip.list.cards])


def row_of(strip: PieceList, piece: str) -> int:
    return [card.key for card in strip.list.cards].index(piece)


def middle(strip: PieceList, row: int) -> QPoint:
    return strip.list.visualItemRect(strip.list.item(row)).center()


def drop(strip: PieceList, row: int, on: int, *, below: bool) -> None:
    """Let the card of a row fall above or below another one, with what a drag of it carries."""
    place = strip.list.visualItemRect(strip.list.item(on))
    spot = QPointF(place.center() + QPoint(0, place.height() // 3 if below else -place.height() // 3))
    data = strip.list.model().mimeData([strip.list.model().index(row, 0)])
    event = QDropEvent(spot, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, PLAIN)
    strip.list.dropEvent(event)
    assert event.dropAction() == Qt.DropAction.IgnoreAction


def test_slides_are_dropped_at_another_place(editor: Editor, strip: PieceList) -> None:
    drop(strip, row_of(strip, BULLETS), 1, below=False)
    editor.settle()
    assert numbers(strip)[:6] == ["1", "5", "2", "3", "4", "6"]
    assert editor.document.stack.undo_text() == "Move slide"
    drop(strip, 1, 2, below=True)
    editor.settle()
    assert numbers(strip)[:6] == ["1", "2", "5", "3", "4", "6"]
    drop(strip, 2, 2, below=True)
    assert editor.document.stack.count() == 2
    drop(strip, 0, 1, below=True)  # not the one that is open
    editor.settle()
    assert numbers(strip)[:6] == ["2", "1", "5", "3", "4", "6"]
    assert editor.controller.piece == BULLETS
    editor.document.stack.go_to(0)
    editor.settle()
    assert numbers(strip)[:5] == ["1", "2", "3", "4", "5"]
    editor.drawn()


def test_a_drag_with_the_mouse_carries_the_slide_that_is_pressed(
    editor: Editor, strip: PieceList, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[str] = []
    made = Gallery.mimeData

    def mime_data(gallery: Gallery, items: Sequence[QListWidgetItem]) -> QMimeData:
        data = made(gallery, items)
        carried.append(bytes(data.data(CARD_MIME).data()).decode())
        return data

    monkeypatch.setattr(Gallery, "mimeData", mime_data)
    pull(strip, middle(strip, 1), QPoint(0, 60))
    assert carried == [f"{DECK}/2"]
    # Without a screen the drag ends at once: what is open stays open, with its ring.
    assert editor.controller.piece == BULLETS
    assert strip.list.currentRow() == row_of(strip, BULLETS)


def test_the_ring_goes_back_to_what_is_open_when_the_button_is_let_go_elsewhere(
    editor: Editor, strip: PieceList
) -> None:
    strip.list.set_movable(False)
    pull(strip, middle(strip, 1), middle(strip, 2) - middle(strip, 1))
    assert editor.controller.piece == BULLETS
    assert strip.list.currentRow() == row_of(strip, BULLETS)


def pull(strip: PieceList, start: QPoint, way: QPoint) -> None:
    """Press in the list, move and let go, through the queue of the window system."""
    handle, port = strip.windowHandle(), strip.list.viewport()
    spot = port.mapTo(strip, start)
    QTest.mousePress(handle, LEFT, PLAIN, spot)
    for step in range(1, 6):
        QTest.mouseMove(handle, spot + way * step / 5)
    QTest.mouseRelease(handle, LEFT, PLAIN, spot + way)
    QTest.qWait(1)


def right_click(strip: PieceList, row: int) -> QMenu:
    """The menu that a click with the right button on a row opens."""
    spot = strip.list.viewport().mapTo(strip, middle(strip, row))
    QTest.mouseClick(strip.windowHandle(), Qt.MouseButton.RightButton, PLAIN, spot)
    ask_menu_at(strip.list.viewport(), middle(strip, row))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    """Click an entry of an open menu."""
    entry = next(one for one in menu.actions() if one.text() == words)
    QTest.mouseClick(menu, LEFT, PLAIN, menu.actionGeometry(entry).center())


def test_the_menu_of_the_strip_is_that_of_the_slide_under_the_pointer(editor: Editor, strip: PieceList) -> None:
    assert editor.controller.piece == BULLETS
    choose(right_click(strip, 1), "Duplicate slide")
    editor.settle()
    assert numbers(strip)[:6] == ["1", "2", "n1", "3", "4", "5"]
    editor.controller.open(BULLETS)
    choose(right_click(strip, 1), "Move slide down")
    editor.settle()
    assert numbers(strip)[:6] == ["1", "n1", "2", "3", "4", "5"]
    choose(right_click(strip, 2), "Move slide up")
    editor.settle()
    assert numbers(strip)[:6] == ["1", "2", "n1", "3", "4", "5"]
    choose(right_click(strip, 1), "Leave out slide")
    editor.settle()
    edits = editor.document.project.edits
    assert edits.text(f"{DECK}/2", LEFT_OUT)
    assert edits.text(BULLETS, LEFT_OUT) is None
    menu = right_click(strip, 1)
    layouts = next(one.menu() for one in menu.actions() if one.text() == "New slide")
    layouts.actions()[0].trigger()  # type: ignore[attr-defined]
    menu.close()
    editor.settle()
    assert numbers(strip)[:5] == ["1", "2", "n2", "n1", "3"]
    editor.drawn()


def test_by_key_the_menu_is_that_of_the_slide_with_the_focus(editor: Editor, strip: PieceList) -> None:
    slide = f"{DECK}/3"
    editor.open(slide)
    strip.list.setFocus()
    strip.activateWindow()
    row = row_of(strip, slide)
    ask_menu()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Move slide up")
    editor.settle()
    assert row_of(strip, slide) == row - 1
    editor.drawn()


def test_the_menu_of_the_strip(editor: Editor, strip: PieceList) -> None:
    menu = strip.menu(BULLETS)
    assert menu is not None
    words = [entry.text() for entry in menu.actions() if entry.text() and entry.isVisible()]
    assert words == ["New slide", "Duplicate slide", "Move slide up", "Move slide down", "Leave out slide"]
    entries = {entry.text(): entry for entry in menu.actions()}
    entries["Duplicate slide"].trigger()
    editor.settle()
    assert numbers(strip)[4:6] == ["5", "n1"]
    assert editor.controller.piece == f"{DECK}/n1"
    layouts = entries["New slide"].menu()
    assert [entry.objectName() for entry in layouts.actions()] == list(pieces().new_slides())  # type: ignore[attr-defined]
    layouts.actions()[-1].trigger()  # type: ignore[attr-defined]
    editor.settle()
    assert numbers(strip)[4:7] == ["5", "n2", "n1"]
    assert editor.controller.now is not None
    assert editor.controller.now.tile.page.template == pieces().new_slides()[-1]
    editor.bot.keyClick(strip.list, Qt.Key.Key_Up, ALT)
    assert numbers(strip)[4:7] == ["n2", "5", "n1"]
    editor.drawn()
    menu.deleteLater()
    editor.controller.open("w2/print/flyer")
    assert strip.menu("w2/print/flyer") is None
    assert not strip.add.isVisibleTo(strip)
    editor.drawn()


def test_the_button_below_the_strip_asks_for_a_layout(editor: Editor, strip: PieceList) -> None:
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
    assert editor.inspector.picture.state.text() == "your slide"
    editor.write("head", "About us")
    assert editor.listed()["head"].state == ""


def test_a_picture_of_the_list_that_was_only_asked_for_is_asked_for_again(
    editor: Editor, strip: PieceList, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list is shown anew each time that the editor opens, while the pictures of the change before are drawn."""
    renderer = editor.controller.workspace.renderer
    editor.bot.waitUntil(lambda: not renderer.busy, timeout=10_000)
    asked: list[set[str]] = []
    monkeypatch.setattr(renderer, "want", lambda wanted, _group: asked.append({one.key for one in wanted}))
    strip.list.show_cards(strip.list.cards, editor.controller.piece)
    assert asked[-1] == set()
    now = editor.document.project
    editor.document.change("Style", replace(now, brand=replace(now.brand, style="calm")))
    editor.settle()
    strip.refresh()
    assert asked[-1] == {strip.list.picture_key(card) for card in strip.list.cards}
