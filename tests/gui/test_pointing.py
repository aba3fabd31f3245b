"""The window acts on what is pointed at: every item that can be dragged, and every menu of an item."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.edits import PICTURE
from htpm_studio.gui.controllers.pictures import FailedFile
from htpm_studio.gui.core.dnd import PICTURE_MIME
from htpm_studio.gui.core.tiles import accepts_picture
from htpm_studio.gui.features.export.result import FileTree
from htpm_studio.gui.features.partners.page import PartnersPage
from htpm_studio.gui.pages import CARDS, CENTER, RIGHT
from htpm_studio.gui.pickers.picture_model import picture_entries
from htpm_studio.gui.pickers.picture_picker import picture_menu
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.accessibility import ask_menu, menu_place
from tests.gui.parts import controllers_of
from tests.gui.pointing import ask_menu_at

COPY = Qt.DropAction.CopyAction
VIEWS_WITH_MENUS = {"Gallery", "BoardView", "PictureList", "PartnerTable", "MonthView", "FileTree"}


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.resize(1700, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def every_view(window: MainWindow) -> Iterator[QAbstractItemView]:
    """Every list, table and tree of the window, while its page is in front."""
    shows: list[Callable[[], object]] = [
        *(lambda name=name: window.show_center(name) for name in CENTER),
        *(lambda name=name: window.open_card(name) for name in CARDS),
        *(lambda name=name: window.show_panel(name) for name in RIGHT),
        lambda: window.workspace.opened.emit("w2/deck/training/5"),
    ]
    seen: set[QAbstractItemView] = set()
    for show in shows:
        show()
        partners = window.center.page("partners")
        if isinstance(partners, PartnersPage) and not partners.controller.rows:
            partners.controller.paste("organization\nAlpha\nBeta\n")
            while not partners.controller.rows or partners.controller.count("checking"):
                QTest.qWait(10)
        for view in window.findChildren(QAbstractItemView):
            if view.isVisible() and view not in seen and view.model() is not None and view.model().rowCount():
                seen.add(view)
                yield view
    window.show_center("board")


def test_every_item_that_can_be_dragged_says_what_it_is(shown: MainWindow) -> None:
    dragged = set()
    for view in every_view(shown):
        model = view.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        free = [one for one in rows if model.flags(one) & Qt.ItemFlag.ItemIsDragEnabled]
        if view.dragEnabled() and free:
            data = model.mimeData(free[-1:])
            assert data is not None, type(view).__name__
            for name in data.formats():
                data.data(name)
            assert data.formats() or type(view).__name__ == "BoardView"
            dragged.add(type(view).__name__)
    assert {"Gallery", "PictureList", "BoardView"} <= dragged


def test_menus_act_on_the_item_under_the_pointer_or_with_the_focus(
    shown: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def spy(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
        index, spot = menu_place(view, event)
        asked.append(index.row())
        return index, spot

    found = set()
    for view in every_view(shown):
        assert view.contextMenuPolicy() != Qt.ContextMenuPolicy.CustomContextMenu, type(view).__name__
        own = next((one for one in type(view).__mro__ if "contextMenuEvent" in one.__dict__), None)
        if own is None or not own.__module__.startswith("htpm_studio"):
            continue
        module: ModuleType = sys.modules[own.__module__]
        monkeypatch.setattr(module, "menu_place", spy)
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        first, other = [one for one in rows if one.flags() & Qt.ItemFlag.ItemIsSelectable][:2]
        view.setCurrentIndex(first)
        asked.clear()
        ask_menu_at(view.viewport(), view.visualRect(other).center())
        close_menus()
        view.setCurrentIndex(first)
        by_key(view)
        close_menus()
        assert asked == [other.row(), first.row()], type(view).__name__
        found.add(type(view).__name__)
    assert found == VIEWS_WITH_MENUS - {"FileTree"}
    assert "contextMenuEvent" in FileTree.__dict__


def by_key(view: QAbstractItemView) -> None:
    view.setFocus()
    place = view.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)


def close_menus() -> None:
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def test_a_menu_of_a_tile_that_is_not_selected_is_about_that_tile(qtbot: QtBot, shown: MainWindow) -> None:
    board = shown.board
    assert board is not None
    rows = [number for number, row in enumerate(board.model.rows) if row.tile and row.tile.page.piece]
    view = board.view
    view.select_rows([rows[0]], rows[0])
    ask_menu_at(view.viewport(), view.visualRect(board.model.index(rows[2])).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    tile = board.model.rows[rows[2]].tile
    assert tile is not None
    assert shown.workspace.selection == (tile.piece,)
    close_menus()
    view.select_rows([rows[0], rows[1], rows[2]], rows[0])
    ask_menu_at(view.viewport(), view.visualRect(board.model.index(rows[2])).center())
    assert len(shown.workspace.selection) == 3
    close_menus()


def test_beside_the_tiles_there_is_no_menu_of_a_tile(shown: MainWindow) -> None:
    board = shown.board
    assert board is not None
    rows = [number for number, row in enumerate(board.model.rows) if row.tile]
    more = [number for number, row in enumerate(board.model.rows) if row.kind == "more"]
    board.view.select_rows([rows[0]], rows[0])
    for number in more:
        place = board.view.visualRect(board.model.index(number))
        if not place.isEmpty():
            ask_menu_at(board.view.viewport(), place.center())
            assert QApplication.activePopupWidget() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows the key by itself")
def test_shift_f10_is_the_menu_key(qtbot: QtBot, shown: MainWindow) -> None:
    board = shown.board
    assert board is not None
    rows = [number for number, row in enumerate(board.model.rows) if row.tile]
    board.view.select_rows([rows[1]], rows[1])
    board.view.setFocus()
    qtbot.keyClick(board.view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    close_menus()
    plain = QWidget(shown)
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    plain.show()
    plain.setFocus()
    ask_menu()  # a control without a cursor or a menu is no trouble
    plain.deleteLater()


def test_a_picture_of_the_panel_is_dropped_on_a_piece(shown: MainWindow) -> None:
    board = shown.board
    assert board is not None
    rows, kit = board.model.rows, shown.workspace.document.kit()
    pictured = [number for number, row in enumerate(rows) if row.tile and accepts_picture(kit, row.tile)]
    number = next(one for one in pictured if not board.view.visualRect(board.model.index(one)).isEmpty())
    tile = rows[number].tile
    assert tile is not None
    spot = board.view.viewport().mapTo(shown, board.view.visualRect(board.model.index(number)).center())
    data = QMimeData()
    data.setData(PICTURE_MIME, b"morning-walk")
    for where, taken in ((spot, True), (QPoint(4, 4), False)):
        event = QDragEnterEvent(where, COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        shown.dragEnterEvent(event)
        assert shown.dropper.over(data, where) is taken
    assert shown.dropper.drop(data, spot)
    assert shown.workspace.document.project.edits.text(tile.piece, PICTURE) == "morning-walk"
    assert not shown.dropper.drop(data, QPoint(4, 4))


def test_one_file_that_could_not_be_read_is_taken_off_the_list_by_itself(shown: MainWindow) -> None:
    desk = controllers_of(shown.workspace).pictures
    desk.failures = (FailedFile("one.gif", "No."), FailedFile("two.gif", "No."))
    entry = next(one for one in picture_entries(desk) if one.title == "two.gif")
    menu = picture_menu(desk, entry, shown)
    menu.actions()[0].trigger()
    menu.close()
    assert [one.name for one in desk.failures] == ["one.gif"]
