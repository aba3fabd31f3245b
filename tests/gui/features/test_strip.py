"""The brand strip in the whole window: what it says, the cards below its parts, and that nothing moves meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.gui.core.appearance import apply_appearance
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.brand.strip import BrandStrip
from htpm_studio.gui.pages import CARDS
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.kit_fields import NameLine
from htpm_studio.project.pictures import load_logo
from tests.gui.fitting import misfits
from tests.gui.parts import main_window
from tests.gui.pictures_fixtures import write_logo, write_photo

pytestmark = pytest.mark.usefixtures("plain_application")
FIELDS = QLineEdit | QComboBox | QAbstractSpinBox
OPENED = ("logo", "colors", "design", "people", "lines", "hide")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, workspace: Workspace) -> Iterator[MainWindow]:
    """The first screen as most see it, with a board that draws nothing."""
    apply_appearance(qapp, workspace.settings)
    made = main_window(workspace)
    board_of(made).view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    rest()
    yield made
    made.close()
    made.deleteLater()


def board_of(window: MainWindow) -> Board:
    assert isinstance(window.board, Board)
    return window.board


def strip_of(window: MainWindow) -> BrandStrip:
    assert isinstance(window.strip, BrandStrip)
    return window.strip


def rest() -> None:
    """A window lays out its parts a little later."""
    for _ in range(4):
        QApplication.processEvents()


def part(window: MainWindow, name: str) -> QAbstractButton:
    """What opens a card."""
    made = window.middle.findChild(QAbstractButton, name)
    assert made is not None
    return made


def with_logo(window: MainWindow, folder: Path) -> None:
    document = window.workspace.document
    brand = replace(document.project.brand, logo=load_logo(write_logo(folder / "logo.png")))
    document.change("Use logo", replace(document.project, brand=brand))


def drop_logo(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    strip_of(window).logo.dropEvent(
        QDropEvent(
            QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def places(window: MainWindow) -> dict[QWidget, QRect]:
    """Where every control is that can be seen, those of cards over it left out."""
    controls = [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, (QAbstractButton, QTabBar, FIELDS))
        and one.isVisible()
        and one.window() is window
        and not window.below.isAncestorOf(one)
        and not window.toast.isAncestorOf(one)
    ]
    return {one: QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in controls}


def type_a_name(window: MainWindow, bot: QtBot, _folder: Path) -> None:
    name = strip_of(window).name
    name.selectAll()
    bot.keyClicks(name, "The Coalition of All Counties Along the River")


def drop_a_logo(window: MainWindow, bot: QtBot, folder: Path) -> None:
    drop_logo(window, write_logo(folder / "logo.png"))
    bot.waitUntil(lambda: window.workspace.document.project.brand.logo is not None)


def open_all_cards(window: MainWindow, _bot: QtBot, _folder: Path) -> None:
    for name in CARDS:
        assert window.open_card(name) is not None
        rest()


def test_nothing_moves(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for act in (type_a_name, drop_a_logo, open_all_cards):
        strip_of(window).name.setFocus()
        rest()
        before = places(window)
        act(window, qtbot, tmp_path)
        qtbot.waitUntil(lambda: not board_of(window).busy)
        rest()
        after = places(window)
        moved = [one.accessibleName() or one.objectName() for one, place in before.items() if after.get(one) != place]
        assert moved == [], act.__name__


def test_the_name_is_everywhere_while_it_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    name = strip_of(window).name
    name.selectAll()
    qtbot.keyClicks(name, "Lakeside")
    qtbot.waitUntil(lambda: not board_of(window).busy)
    assert "Lakeside" in window.windowTitle()
    posts = [row.tile for row in board_of(window).model.rows if row.tile and row.section.medium == "social"]
    assert posts
    assert all("Lakeside" in str(tile.page.content["org"]) for tile in posts)


def test_the_cursor_is_in_the_name_until_there_is_one(qtbot: QtBot, workspace: Workspace) -> None:
    document = workspace.document
    document.change("No name", replace(document.project, brand=replace(document.project.brand, organization="")))
    made = main_window(workspace)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(strip_of(made).name.hasFocus)


# ------------------------------------------------------------------ cards


def by_escape(window: MainWindow, bot: QtBot, _name: str) -> None:
    bot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)


def by_a_click_elsewhere(window: MainWindow, bot: QtBot, _name: str) -> None:
    board = board_of(window)
    bot.mouseClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))


def by_its_button(window: MainWindow, bot: QtBot, name: str) -> None:
    bot.mouseClick(part(window, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("panel", ["export", "print"])
def test_where_files_go_out_without_a_name_a_line_leads_to_it(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, panel: str
) -> None:
    document = workspace.document
    document.change("No name", replace(document.project, brand=replace(document.project.brand, organization="")))
    window.show_panel(panel)
    line = next(line for line in window.findChildren(NameLine) if line.isVisible())
    qtbot.mouseClick(line.add, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is strip_of(window).name
    qtbot.keyClicks(strip_of(window).name, "Riverbend")
    assert not line.isVisibleTo(window)


def test_a_card_opens_beneath_its_part_with_the_focus_in_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with_logo(window, tmp_path)
    rest()
    for name in OPENED:
        button = part(window, name)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.below.name == name
        place = QRect(button.mapTo(window.middle, QPoint(0, 0)), button.size())
        card = window.below.geometry()
        assert not card.adjusted(10, 10, -10, -10).intersects(place), name  # without its shadow
        assert card.left() <= place.center().x() <= card.right(), name
        assert window.middle.rect().adjusted(-10, -10, 10, 10).contains(card), name
        focus = QApplication.focusWidget()
        assert focus is not None, name
        assert window.below.isAncestorOf(focus), name


def test_a_card_closes(qtbot: QtBot, window: MainWindow) -> None:
    for name, close in product(("colors", "hide"), (by_escape, by_a_click_elsewhere, by_its_button)):
        button = part(window, name)
        button.setFocus()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.below.name == name
        close(window, qtbot, name)
        assert window.below.name == "", close.__name__
        if close is not by_a_click_elsewhere:
            assert QApplication.focusWidget() is button, close.__name__


# ------------------------------------------------------------------ the logo


def test_of_two_dropped_files_one_is_the_logo_and_the_other_a_picture(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    said: list[str] = []
    window.workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    drop_logo(window, write_logo(tmp_path / "logo.png"), write_photo(tmp_path / "garden.jpg"))
    project: Callable[[], Any] = lambda: window.workspace.document.project  # noqa: E731
    qtbot.waitUntil(lambda: project().brand.logo is not None and len(project().photos) == 1)
    assert "Logo used. 1 more added to Pictures." in said


# ------------------------------------------------------------------ the first screen


def test_nothing_is_cut_and_little_is_outlined_on_the_first_screen(window: MainWindow) -> None:
    tabs = board_of(window).weeks.tabs
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    assert misfits(window) == []
    outlined = [one for one in places(window) if isinstance(one, FIELDS) and one.property("kind") != "quiet"]
    assert len(outlined) <= 12


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    part(window, "people").setFocus()
    qtbot.keyClick(part(window, "people"), Qt.Key.Key_Return)
    assert window.below.name == "people"
