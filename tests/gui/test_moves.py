"""From the start to the first own kit no control moves: geometry before and after each step of a first session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.kit_cast import with_people
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.pages import CARDS
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.project.model import Style
from tests.gui.parts import make_window

pytestmark = pytest.mark.usefixtures("plain_application")
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTabBar)
SIZES = ((1440, 900), (1024, 640))
MESSAGE = "Saved: 3 files. The list week-2-print-list.txt says what to buy and how to print."


@pytest.fixture
def first(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window of somebody who starts the program for the first time; its board draws nothing."""
    made = make_window(qapp, None, dt.date(2026, 12, 2))
    assert isinstance(made.board, Board)
    made.board.view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


def places(window: MainWindow) -> dict[QWidget, tuple[str, QRect]]:
    """Where every control is that lies in no card and no message, with the name that a person would give it."""
    over = (window.below, window.right_card, window.info, window.toast)
    found: dict[QWidget, tuple[str, QRect]] = {}
    for one in window.findChildren(QWidget):
        if isinstance(one, CONTROLS) and one.isVisible() and not any(part.isAncestorOf(one) for part in over):
            text = one.text() if isinstance(one, QAbstractButton) else ""
            name = f"{type(one).__name__} {one.accessibleName() or text or one.objectName()!r}"
            found[one] = (name, QRect(one.mapTo(window, QPoint(0, 0)), one.size()))
    return found


def chosen(window: MainWindow, people: str) -> None:
    document = window.workspace.document
    document.change("People", with_people(document.project, document.resources.pictures, people))


def styled(window: MainWindow, style: Style) -> None:
    document = window.workspace.document
    brand = replace(document.project.brand, style=style)
    document.change("Style", replace(document.project, brand=brand))


def click_low_tile(window: MainWindow) -> None:
    """Click the tile that is cut by the lower edge of the board, and wait until Qt would scroll to it."""
    assert isinstance(window.board, Board)
    view = window.board.view
    low = view.viewport().height() - 4
    cells = ((n, cell) for n, cell in enumerate(view.layout_now.cells) if view.tiles.rows[n].tile is not None)
    row = next(n for n, cell in cells if cell.top() + 8 < low < cell.bottom())
    spot = QPoint(view.visualRect(view.tiles.index(row)).center().x(), low)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.qWait(QApplication.doubleClickInterval() + 300)


def first_session(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What somebody does who makes a first kit; each step by its name."""
    workspace = window.workspace
    yield "typing the name", lambda: QTest.keyClicks(window.strip.focusProxy() or window, "Casa del Sol")
    for people in ("health-workers", "kitchen-and-service", "no-people"):
        yield f"choosing the people {people}", lambda people=people: chosen(window, people)  # type: ignore[misc]
    styles: tuple[Style, ...] = ("calm", "classic")
    for style in styles:
        yield f"choosing {style}", lambda style=style: styled(window, style)  # type: ignore[misc]
    for card in CARDS:
        yield f"opening {card}", lambda card=card: window.open_card(card)  # type: ignore[misc]
    yield "closing the card", window.below.close_card
    for panel in ("print", "export", "checks"):
        yield f"opening {panel}", lambda panel=panel: window.show_panel(panel)  # type: ignore[misc]
        yield f"a message beside {panel}", lambda: workspace.info(MESSAGE, "Open folder", lambda: None)
    yield "closing the panel", lambda: window.show_panel("")
    yield "counting what is to be checked", lambda: window.bar.set_checks(12)
    yield "having checked all", lambda: window.bar.set_checks(0)
    yield "exporting", lambda: workspace.actions["export_now"].setText("Exporting")
    yield "a click at the lower edge", lambda: click_low_tile(window)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_moves_in_a_first_session(qtbot: QtBot, first: MainWindow, width: int, height: int) -> None:
    first.resize(width, height)
    qtbot.wait(200)
    before, moved = places(first), list[str]()
    for step, act in first_session(first):
        act()
        qtbot.wait(60)
        now = places(first)
        moved += [
            f"{step}: {name} from {place.getRect()} to {now[one][1].getRect()}"
            for one, (name, place) in before.items()
            if one in now and now[one][1] != place
        ]
        before = now
    assert not moved, "\n".join(moved)


def test_the_export_button_has_room_for_every_week(qtbot: QtBot, first: MainWindow) -> None:
    first.resize(1440, 900)
    undo = first.bar.undo
    spots = set()
    for week in range(len(first.workspace.document.campaign.weeks) + 1):
        assert first.board is not None
        first.board.open_week(week)
        qtbot.wait(20)
        spots.add(undo.mapTo(first, QPoint(0, 0)).x())
    assert len(spots) == 1


def test_the_board_stands_where_it_stood_after_a_piece(qtbot: QtBot, first: MainWindow) -> None:
    first.resize(1440, 900)
    assert isinstance(first.board, Board)
    view, bar = first.board.view, first.board.view.verticalScrollBar()
    qtbot.wait(100)
    bar.setValue(bar.maximum())
    stood = bar.value()
    low = view.tiles.rows[max(n for n, row in enumerate(view.tiles.rows) if row.tile is not None)].tile
    assert low is not None
    view.opened.emit(low.piece)
    qtbot.waitUntil(lambda: not view.isVisible())
    first.show_center("")
    qtbot.waitUntil(view.isVisible)
    qtbot.wait(100)
    assert bar.value() == stood
