"""The focus stays where the user is, or goes to the sensible place of what was opened; Escape closes side panels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.gui.features.editor.page import EditorPage
from htpm_studio.gui.features.export.panel import ExportPanel
from htpm_studio.gui.features.partners.page import PartnersPage
from htpm_studio.gui.features.pictures.page import PicturesPage
from htpm_studio.gui.features.printing.panel import PrintPage
from htpm_studio.gui.features.toolkit_import.page import ImportPage
from htpm_studio.gui.shell.main_window import MainWindow

PIECE = "w2/social/w2-healthy-workforce"


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    assert window.board is not None
    window.board.view.setFocus()
    return window


def test_what_goes_or_cannot_be_used_gives_the_focus_to_what_is_nearest(qtbot: QtBot, shown: MainWindow) -> None:
    box = QWidget(shown.center)
    column = QVBoxLayout(box)
    first, second, third = (QPushButton(name) for name in ("First", "Second", "Third"))
    for button in (first, second, third):
        column.addWidget(button)
    box.resize(200, 160)
    box.show()
    box.raise_()
    second.setFocus()
    second.hide()
    assert QApplication.focusWidget() in (first, third)
    third.setFocus()
    third.setEnabled(False)
    assert QApplication.focusWidget() is first
    box.hide()
    assert QApplication.focusWidget() is not shown.bar.find_field
    box.deleteLater()


def test_using_the_short_text_leaves_the_focus_beside_the_post(qtbot: QtBot, shown: MainWindow) -> None:
    workspace = shown.workspace
    workspace.document.edit("Text", PIECE, "caption.x", "Too long. " * 40)
    workspace.opened.emit(PIECE)
    page = shown.center.page("editor")
    assert isinstance(page, EditorPage)
    post = page.inspector.post
    button = next(line.shorter for line in post.lines if line.network.id == "x")
    qtbot.waitUntil(lambda: button.isVisibleTo(page))
    button.setFocus()
    button.click()
    qtbot.waitUntil(lambda: not button.isVisibleTo(page))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert post.isAncestorOf(focus)


def test_a_page_that_is_opened_has_the_focus_where_work_begins(shown: MainWindow) -> None:
    board = shown.board
    assert board is not None
    for name in ("partners", "import", "pictures"):
        shown.show_center("board")
        board.view.setFocus()
        shown.show_center(name)
        page = shown.center.page(name)
        assert isinstance(page, PartnersPage | ImportPage | PicturesPage)
        wanted = {"partners": "start.choose", "import": "choose", "pictures": "list"}[name]
        place: object = page
        for part in wanted.split("."):
            place = getattr(place, part)
        assert QApplication.focusWidget() is place, name


def test_escape_closes_a_panel_and_leads_back(qtbot: QtBot, shown: MainWindow) -> None:
    board = shown.board
    assert board is not None
    for name in ("print", "export"):
        shown.commands[name].trigger()
        page = shown.right.page(name)
        assert isinstance(page, PrintPage | ExportPanel)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.isAncestorOf(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Escape)
        assert not shown.right_card.name
        assert QApplication.focusWidget() is board.view
    for where in (board.view, shown.bar.find_field):
        shown.workspace.panel_wanted.emit("export")
        assert shown.right_card.name == "export"
        where.setFocus()
        qtbot.keyClick(where, Qt.Key.Key_Escape)
        assert not shown.right_card.name
        assert shown.center.name == "board"


def test_escape_in_a_page_closes_the_panel_over_it_and_then_goes_back_to_the_board(
    qtbot: QtBot, shown: MainWindow
) -> None:
    shown.show_center("partners")
    shown.workspace.panel_wanted.emit("export")
    page = shown.center.page("partners")
    assert isinstance(page, PartnersPage)
    for left in (("partners", ""), ("board", "")):
        page.start.choose.setFocus()
        qtbot.keyClick(page.start.choose, Qt.Key.Key_Escape)
        assert (shown.center.name, shown.right_card.name) == left
