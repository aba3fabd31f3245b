"""Boxes to tick on the board while the export panel asks what to export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.edits import LEFT_OUT, YES
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.selection import form_of
from htpm_studio.gui.controllers.export import OWN, PICKED
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.delegate import box_rect
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.export.choose import ChoosePage
from htpm_studio.gui.features.export.commands import ExportCommands
from htpm_studio.gui.features.export.panel import ExportPanel
from htpm_studio.gui.shell.main_window import MainWindow
from tests.gui.parts import controllers_of

ON, PART, OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked
POST = "w2/social/w2-rights"
FLYER = "w2/print/flyer"


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A shown window that asks what to export and draws nothing."""
    window.workspace.set_settings(Settings(kit_folder=str(tmp_path)))
    ExportCommands(window, controllers_of(window.workspace).exporter)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.show_panel("export")
    return window


def board_of(window: MainWindow) -> Board:
    assert isinstance(window.board, Board)
    return window.board


def choose(window: MainWindow) -> ChoosePage:
    panel = window.right.page("export")
    assert isinstance(panel, ExportPanel)
    return panel.choose


def row_of(board: Board, piece: str) -> int:
    return board.model.rows_of_piece(piece)[0]


def state(board: Board, piece: str) -> object:
    return board.model.index(row_of(board, piece)).data(Qt.ItemDataRole.CheckStateRole)


def select(board: Board, *pieces: str) -> None:
    board.workspace.select(pieces)
    board.view.setFocus()


# ---------------------------------------------------------------- what a choice is


@pytest.fixture
def kit(workspace: Workspace) -> Kit:
    return workspace.document.kit()


# ---------------------------------------------------------------- on the board


def test_boxes_come_and_go_with_the_panel(qtbot: QtBot, shown: MainWindow) -> None:
    board = board_of(shown)
    assert state(board, POST) == ON
    assert all(header.box.isVisible() for header in board.headers.values())
    assert board.verbs.hint.text().startswith("Select")
    shown.show_panel("")
    assert state(board, POST) is None
    assert not any(header.box.isVisible() for header in board.headers.values())
    assert board.verbs.hint.text() == ""
    # Space selects again as in any list.
    select(board)
    board.view.setCurrentIndex(board.model.index(row_of(board, FLYER)))
    board.view.clearSelection()
    qtbot.keyClick(board.view, Qt.Key.Key_Space)
    assert board.workspace.selection == (FLYER,)


def test_space_ticks_and_the_panel_follows(qtbot: QtBot, shown: MainWindow) -> None:
    board, page = board_of(shown), choose(shown)
    before = page.go.text()
    select(board, FLYER)
    qtbot.keyClick(board.view, Qt.Key.Key_Space)
    assert state(board, FLYER) == OFF
    assert page.set_name == OWN
    assert page.rows["print"].box.checkState() == PART
    assert page.go.text() != before
    assert board.headers["print"].box.checkState() == PART
    assert not any(page.choice.wants(spec) for spec in plan(shown.workspace.document.kit()) if spec.piece == FLYER)
    qtbot.keyClick(board.view, Qt.Key.Key_Space)
    assert state(board, FLYER) == ON
    assert page.go.text() == before
    select(board, FLYER, POST)
    qtbot.keyClick(board.view, Qt.Key.Key_Space)
    assert (state(board, FLYER), state(board, POST)) == (OFF, OFF)
    select(board, "w2/background/side-band", FLYER)
    qtbot.keyClick(board.view, Qt.Key.Key_Space)
    assert (state(board, FLYER), state(board, "w2/background/side-band")) == (ON, ON)


def test_the_panel_ticks_and_the_board_follows(shown: MainWindow) -> None:
    board, page = board_of(shown), choose(shown)
    page.chips["backgrounds"].click()  # type: ignore[attr-defined]
    assert state(board, POST) == OFF
    assert {medium: header.box.checkState() for medium, header in board.headers.items()} == {
        "deck/training": OFF, "deck/short": OFF, "deck/loop": OFF, "background": ON, "social": OFF, "print": OFF,
        "copy": OFF,
    }  # fmt: skip
    page.rows["social"].boxes["social/story"].click()
    assert board.headers["social"].box.checkState() == PART
    stories = [row.tile for row in board.model.rows if row.tile and row.tile.size == "story"]
    assert stories
    assert all(board.check_state.export_choice.state([tile]) == ON for tile in stories)
    # The first tile of a piece stands for all its shapes, and in one shape for that shape.
    assert state(board, POST) == PART
    board.choose_size("social", "square")
    assert state(board, POST) == OFF
    board.choose_size("social", "story")
    assert state(board, POST) == ON
    board.check_state.toggle(row_of(board, POST))
    assert state(board, POST) == OFF
    wanted = [spec for spec in plan(shown.workspace.document.kit()) if page.choice.wants(spec)]
    assert {form_of(spec) for spec in wanted if spec.medium == "social"} == {"social/story"}
    assert POST not in {spec.piece for spec in wanted}


def test_a_heading_ticks_its_section(qtbot: QtBot, shown: MainWindow) -> None:
    board = board_of(shown)
    box = board.headers["social"].box
    assert box.accessibleName() == "Export Social graphics"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.checkState() == OFF
    assert state(board, POST) == OFF
    board.check_state.toggle(row_of(board, POST))
    assert box.checkState() == PART
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.checkState() == ON
    assert choose(shown).rows["social"].box.checkState() == ON


def test_a_click_on_the_box_ticks_and_selects_nothing(qtbot: QtBot, shown: MainWindow) -> None:
    board = board_of(shown)
    view = board.view
    piece = next(row.tile.piece for row in board.model.rows if row.tile and row.section.medium == "background")
    index = board.model.index(row_of(board, piece))
    view.scrollTo(index)
    place = box_rect(view.thumb(index), view.fontMetrics().height(), mirrored=False)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert index.data(Qt.ItemDataRole.CheckStateRole) == OFF
    assert list(board.workspace.selection) == []
    opened: list[str] = []
    board.workspace.opened.connect(opened.append)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert not opened
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center() + QPoint(40, 0))
    assert list(board.workspace.selection) == [piece]


def test_a_screen_reader_hears_and_sets_the_box(shown: MainWindow) -> None:
    board = board_of(shown)
    row = row_of(board, FLYER)
    node = QAccessible.queryAccessibleInterface(board.view).child(row)
    assert node.state().checkable
    assert node.state().checked
    assert board.model.setData(board.model.index(row), OFF, Qt.ItemDataRole.CheckStateRole)
    assert not node.state().checked
    assert not board.model.setData(board.model.index(row), "x")
    assert not board.model.setData(board.model.index(0), ON, Qt.ItemDataRole.CheckStateRole)


def test_what_is_left_out_has_no_box(shown: MainWindow) -> None:
    board, document = board_of(shown), shown.workspace.document
    document.edit("Leave out", "w2/deck/training/5", LEFT_OUT, YES)
    board.refresh()
    assert state(board, "w2/deck/training/5") is None


def test_the_command_begins_with_the_selected_pieces(qtbot: QtBot, shown: MainWindow) -> None:
    board, page = board_of(shown), choose(shown)
    shown.show_panel("")
    select(board, FLYER)
    shown.workspace.actions["tick"].trigger()
    assert shown.right_card.name == "export"
    assert page.set_name == PICKED
    assert (state(board, FLYER), state(board, POST)) == (ON, OFF)
    board.check_state.toggle(row_of(board, POST))
    assert page.set_name == OWN
    assert (state(board, FLYER), state(board, POST)) == (ON, ON)
    kit = shown.workspace.document.kit()
    assert {spec.piece for spec in plan(kit) if page.choice.wants(spec)} == {FLYER, POST}


def test_a_form_with_an_unclear_name_has_a_tooltip(shown: MainWindow) -> None:
    shown.workspace.panel_wanted.emit("export")
    boxes = choose(shown).rows["deck"].boxes
    for name in ("Open fonts for decks", "Brand template", "Slides as pictures", "Plain, without art"):
        assert next(box.toolTip() for box in boxes.values() if box.text() == name)
