"""Words from another program replace the text of a post or a field, dropped or pasted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.gui.controllers.posting import post_of
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.calendar.day_panel import DayPanel
from htpm_studio.gui.features.calendar.page import CalendarPage
from htpm_studio.gui.pickers.logo_drop import LogoDrop
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.text_fields import LineField, LinesField, clean_notes
from tests.gui.parts import controllers_of, edit_commands

WORDS = "Ask for your papers.\nCall 1-888-373-7888."
POST = "w2/social/w2-rights"
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def text(words: str = WORDS) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def file(path: Path, content: bytes = WORDS.encode()) -> QMimeData:
    path.write_bytes(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def drop(window: MainWindow, data: QMimeData, spot: QPoint) -> str:
    """Drag something over the window and drop it; what was said meanwhile."""
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(spot, copy, data, LEFT, PLAIN))
    QApplication.sendEvent(window, QDragMoveEvent(spot, copy, data, LEFT, PLAIN))
    said = window.dropper.layer.target.words if window.dropper.layer.target else ""
    QApplication.sendEvent(window, QDropEvent(QPointF(spot), copy, data, LEFT, PLAIN))
    return said


def middle(window: MainWindow, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def spot_of(window: MainWindow, piece: str) -> QPoint:
    board = window.board
    assert isinstance(board, Board)
    row = next(one for one in board.view.shown_tiles() if (tile := board.model.rows[one].tile) and tile.piece == piece)
    return board.view.viewport().mapTo(window, board.view.thumb(board.model.index(row)).center())


def caption(document: KitDocument, piece: str = POST) -> str:
    post = post_of(document, piece)
    assert post is not None
    return post.caption


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A shown window."""
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def clip() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def test_words_dropped_on_a_post_are_its_text_on_all_networks(window: MainWindow, document: KitDocument) -> None:
    before = caption(document)
    document.edit("own", POST, "caption.x", "Only for one network")
    document.end_merge()
    spot = spot_of(window, POST)
    assert drop(window, text(), spot) == "Replace the post text of “You have the right to work safely”"
    post = post_of(document, POST)
    assert post is not None
    assert (post.caption, post.own) == (WORDS, ())
    document.stack.undo()
    post = post_of(document, POST)
    assert post is not None
    assert (post.caption, post.own) == (before, (("x", "Only for one network"),))


@pytest.mark.parametrize("content", [WORDS.encode(), WORDS.encode("utf-16"), WORDS.replace("\n", "\r\n").encode()])
def test_a_text_file_is_read_for_a_post(
    window: MainWindow, document: KitDocument, tmp_path: Path, content: bytes
) -> None:
    drop(window, file(tmp_path / "post.txt", content), spot_of(window, POST))
    assert caption(document) == WORDS


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b"a" * 30_000])
def test_a_file_without_usable_words_changes_nothing(
    window: MainWindow, document: KitDocument, tmp_path: Path, content: bytes
) -> None:
    said: list[str] = []
    window.workspace.toast_wanted.connect(lambda words, _undo: said.append(words))
    drop(window, file(tmp_path / "post.txt", content), spot_of(window, POST))
    assert (len(said), document.stack.count()) == (1, 0)


def test_a_locked_post_and_other_places_take_no_words(
    window: MainWindow, document: KitDocument, qtbot: QtBot, tmp_path: Path
) -> None:
    spot = spot_of(window, POST)
    document.edit("lock", POST, "@locked", "yes")
    qtbot.waitUntil(lambda: not window.board.busy if isinstance(window.board, Board) else False)
    steps = document.stack.count()
    assert drop(window, text(), spot) == ""
    assert drop(window, text(), QPoint(5, 5)) == ""
    assert document.stack.count() == steps
    data = file(tmp_path / "toolkit.txt")
    QApplication.sendEvent(window, QDragEnterEvent(spot, Qt.DropAction.CopyAction, data, LEFT, PLAIN))
    assert window.dropper.layer.target is not None
    assert window.dropper.layer.target.words == "Read this toolkit"
    window.dropper.leave()


@pytest.mark.parametrize("one_line", [True, False])
def test_words_dropped_on_a_field_replace_it_as_one_step(
    window: MainWindow, document: KitDocument, one_line: bool
) -> None:
    field = LineField(document, window) if one_line else LinesField(document, clean_notes, parent=window)
    field.set_words("Old words")
    field.setGeometry(400, 300, 200, 60)
    field.show()
    field.raise_()
    typed: list[str] = []
    field.typed.connect(typed.append)
    assert drop(window, text(), middle(window, field)) == "Replace this text"
    assert typed[-1] == field.words() == (WORDS.replace("\n", " ") if one_line else WORDS)
    field.set_read_only(True)
    assert drop(window, text("Other"), middle(window, field)) != "Replace this text"
    field.set_read_only(False)
    data = text()
    QApplication.sendEvent(field, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, PLAIN))
    assert window.dropper.layer.isVisible()  # the field leaves it to the window to say what a drop does
    window.dropper.leave()


@pytest.mark.usefixtures("clip")
def test_a_copied_text_file_is_pasted_as_its_words(qtbot: QtBot, document: KitDocument, tmp_path: Path) -> None:
    for field in (LineField(document), LinesField(document, clean_notes)):
        qtbot.addWidget(field)
        QGuiApplication.clipboard().setMimeData(file(tmp_path / "post.txt", b"Call for help"))
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.words() == "Call for help"
        refused: list[str] = []
        field.refused.connect(refused.append)
        QGuiApplication.clipboard().setMimeData(file(tmp_path / "post.txt", b"\0"))
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert len(refused) == 1
        QGuiApplication.clipboard().setText(", day and night")
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.words() == "Call for help, day and night"


@pytest.mark.usefixtures("clip")
def test_words_are_pasted_into_the_selected_post(window: MainWindow, document: KitDocument, tmp_path: Path) -> None:
    workspace = window.workspace
    said: list[str] = []
    workspace.toast_wanted.connect(lambda words, _undo: said.append(words))
    paste = edit_commands(window).paste
    QGuiApplication.clipboard().setText(WORDS)
    paste()
    assert said[-1].startswith("To paste text, select one social graphic")
    workspace.select((POST,))
    paste()
    assert (caption(document), document.stack.undo_text()) == (
        WORDS,
        "Post text of “You have the right to work safely”",
    )
    QGuiApplication.clipboard().setMimeData(file(tmp_path / "post.txt", b"From a file"))
    paste()
    assert caption(document) == "From a file"
    document.edit("lock", POST, "@locked", "yes")
    QGuiApplication.clipboard().setText(WORDS)
    paste()
    assert (caption(document), said[-1]) == ("From a file", "“You have the right to work safely” is locked.")


@pytest.mark.usefixtures("clip")
def test_the_key_for_pasting_goes_to_what_has_the_focus(
    qtbot: QtBot, window: MainWindow, document: KitDocument
) -> None:
    commands = edit_commands(window)
    window.workspace.select((POST,))
    QGuiApplication.clipboard().setText(WORDS)
    logo = LogoDrop(window.workspace, controllers_of(window.workspace).pictures)
    logo.setParent(window)
    logo.show()
    window.activateWindow()
    logo.setFocus()
    press(window)
    assert logo.sentence.startswith("There is no picture to paste")
    assert document.stack.count() == 0
    window.show_center("pictures")
    press(window)
    assert document.stack.count() == 0, "what is selected on the board cannot be seen here"
    window.show_center("calendar")
    desk = controllers_of(window.workspace).posting
    post = desk.post()
    assert post is not None
    commands.paste()
    assert caption(document, post.piece) == WORDS


def press(window: MainWindow) -> None:
    """Ctrl+V, as a keyboard gives it: first to shortcuts, then to what has the focus."""
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_words_dropped_on_a_post_of_the_calendar_replace_its_text(qtbot: QtBot, workspace: Workspace) -> None:
    page = CalendarPage(workspace, controllers_of(workspace).posting)
    panel = DayPanel(workspace, controllers_of(workspace).posting)
    for widget in (page, panel):
        qtbot.addWidget(widget)
    page.resize(1100, 800)
    page.show()
    view, post = page.view, page.controller.post(POST)
    assert post is not None
    assert post.day is not None
    index = view.month.index_of(post.day)
    places = view.days.chips(view.visualRect(index), index, view.fontMetrics())
    place = next(place.center() for other, place in places if other.piece == POST)
    spot = view.word_spot(view.viewport().mapTo(view, place))
    assert spot is not None
    spot.take(WORDS)
    assert panel.text.toPlainText() == WORDS
    assert view.word_spot(QPoint(2, 2)) is None
    workspace.document.edit("lock", POST, "@locked", "yes")
    assert view.word_spot(view.viewport().mapTo(view, place)) is None
    assert panel.text.isReadOnly()
