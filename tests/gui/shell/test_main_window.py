from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from htpm_studio import paths
from htpm_studio.export.kit.edits import LOCKED, YES
from htpm_studio.gui.core.appearance import Appearance
from htpm_studio.gui.core.dnd import NO_DROP_MARKS, Dropped, sort_of
from htpm_studio.gui.core.shell_interface import PageFactories, width_class
from htpm_studio.gui.core.tiles import Tile, accepts_picture
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.board.section_header import SectionHeader
from htpm_studio.gui.features.editor.stage import Stage
from htpm_studio.gui.pickers.logo_drop import LogoBox
from htpm_studio.gui.shell import actions as actions_module
from htpm_studio.gui.shell.actions import SPECS
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.shell.panes import Toast
from htpm_studio.gui.widgets.accessibility import tab_stops
from tests.gui.parts import main_window, pages_of
from tests.helpers.sweeps import sampled


class Side(QWidget):
    """A side page with one control, in place of the real ones."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Field")


def small_pages(workspace: Workspace) -> PageFactories:
    """The pages of the window with small ones in the place of most side pages."""
    real = pages_of(workspace)
    right = {name: page for name, page in real.right.items() if name != "print"}
    return replace(
        real,
        center={**real.center, "pictures": Side},
        right={**right, "checks": Side, "export": Side, "day": Side},
    )


@pytest.fixture
def window(qtbot: Any, workspace: Workspace) -> Iterator[MainWindow]:
    """A shown window with small side pages and a board that draws nothing."""
    made = main_window(workspace, small_pages(workspace))
    board = board_of(made)
    board.view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


def board_of(window: MainWindow) -> Board:
    assert isinstance(window.board, Board)
    return window.board


def tiles(board: Board) -> list[Tile]:
    return [tile for section in board.model.sections for tile in section.tiles]


def resize(window: MainWindow, width: int, height: int) -> None:
    """A toolbar takes its hidden buttons away a little later."""
    window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()


def action(window: MainWindow, name: str) -> QAction:
    return window.workspace.actions[name]


def field_of(page: QWidget | None) -> QLineEdit:
    assert isinstance(page, Side)
    return page.field


# ---------------------------------------------------------------- the table of commands


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_no_key_is_used_twice(platform: str) -> None:
    keys = [
        key
        for spec in SPECS
        for key in (spec.mac if spec.mac and platform == "darwin" else spec.keys)
        if platform != "darwin" or spec.name not in ("redo", "history")
    ]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_icon_is_there() -> None:
    missing = [
        spec.icon for spec in SPECS if spec.icon and not (paths.assets() / "ui-icons" / f"{spec.icon}.svg").is_file()
    ]
    assert missing == []


def test_commands_for_pieces_wait_for_a_selection(window: MainWindow) -> None:
    board = board_of(window)
    assert not action(window, "lock").isEnabled()
    board.view.selectAll()
    assert action(window, "lock").isEnabled()
    window.show_center("pictures")
    assert not action(window, "lock").isEnabled()
    window.show_center("board")
    action(window, "select_none").trigger()
    assert not action(window, "lock").isEnabled()


def test_a_text_field_keeps_its_keys(window: MainWindow, qtbot: Any) -> None:
    board_of(window).view.selectAll()
    window.activateWindow()
    action(window, "find").trigger()
    qtbot.waitUntil(window.bar.find_field.hasFocus)
    for name in ("duplicate", "copy_picture", "select_all", "brand"):
        assert not action(window, name).isEnabled()
    board_of(window).view.setFocus()
    qtbot.waitUntil(lambda: action(window, "copy_picture").isEnabled())


def test_keys_of_the_window_work(window: MainWindow, qtbot: Any) -> None:
    board = board_of(window)
    board.view.setFocus()
    qtbot.keyClick(board.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(board.view.selected_tiles()) == len(board.view.shown_tiles())
    board.view.select_rows(board.view.shown_tiles()[:1], board.view.shown_tiles()[0])
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(board.view, Qt.Key.Key_L, both)
    assert window.workspace.document.stack.undo_text().startswith("Lock ")
    qtbot.waitUntil(lambda: not board.busy)
    qtbot.keyClick(board.view, Qt.Key.Key_Delete)
    assert window.workspace.document.stack.undo_text().startswith("Leave out ")
    qtbot.keyClick(board.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.document.stack.index() == 1
    zoom = board.view.zoom
    qtbot.keyClick(board.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert board.view.zoom > zoom


def test_undo_says_what_it_takes_back(window: MainWindow) -> None:
    document = window.workspace.document
    assert not action(window, "undo").isEnabled()
    document.change("Change main color", replace(document.project, theme="New"))
    assert action(window, "undo").toolTip() == "Undo: Change main color"
    action(window, "undo").trigger()
    assert document.project.theme == ""
    assert action(window, "redo").toolTip() == "Redo: Change main color"
    action(window, "redo").trigger()
    assert document.project.theme == "New"


def test_week_commands_follow_the_pack(window: MainWindow) -> None:
    weeks = window.workspace.document.campaign.weeks
    assert [action(window, f"week{week.number}").isEnabled() for week in weeks] == [week.ready for week in weeks]
    other = next((week.number for week in weeks if week.ready and week.number != 2), None)
    if other is not None:
        action(window, f"week{other}").trigger()
        assert window.workspace.document.project.week == other


def test_mac_keys_are_used_on_a_mac(workspace: Workspace, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    owner = QWidget()
    qtbot.addWidget(owner)
    actions_module.Actions(workspace, owner, pages_of(workspace))
    assert workspace.actions["week1"].shortcut().toString() == "Meta+1"
    assert workspace.actions["export"].shortcut().toString() == "Ctrl+E"


# ---------------------------------------------------------------- widths and panes


def test_width_classes_follow_width_height_and_text_size() -> None:
    assert [width_class(width, 900, 1.0) for width in (899, 900, 1279, 1280, 1599, 1600, 2400)] == [
        "compact", "medium", "medium", "wide", "wide", "large", "huge",
    ]  # fmt: skip
    assert width_class(1440, 559, 1.0) == "compact"
    assert width_class(1440, 900, 2.0) == "compact"


def test_a_panel_command_opens_and_closes_its_panel(window: MainWindow) -> None:
    action(window, "checks").trigger()
    assert window.right_card.name == "checks"
    assert action(window, "checks").isChecked()
    action(window, "checks").trigger()
    assert not window.right_card.name
    assert not action(window, "checks").isChecked()


def test_one_panel_is_open_at_a_time_and_nothing_below_it_moves(window: MainWindow) -> None:
    resize(window, 1440, 900)
    place = board_of(window).geometry()
    window.show_panel("checks")
    window.show_panel("export")
    resize(window, 1440, 900)
    assert window.right_card.name == "export"
    assert not window.shows_panel("checks")
    assert board_of(window).geometry() == place


@pytest.mark.parametrize(("panel", "page", "stays"), [("day", "calendar", False), ("checks", "pictures", True)])
def test_a_panel_goes_with_the_page_that_it_belongs_to(window: MainWindow, panel: str, page: str, stays: bool) -> None:
    window.show_center(page)
    window.show_panel(panel)
    window.show_center("board")
    assert window.shows_panel(panel) is stays


def test_a_closed_panel_gives_the_focus_back(window: MainWindow, qtbot: Any) -> None:
    window.activateWindow()
    board_of(window).view.setFocus()
    qtbot.waitUntil(board_of(window).view.hasFocus)
    window.show_panel("checks")
    field = field_of(window.right.currentWidget())
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    window.show_panel("")
    assert board_of(window).view.hasFocus()


def test_in_a_compact_window_a_panel_takes_everything_and_has_a_way_back(window: MainWindow, qtbot: Any) -> None:
    resize(window, 800, 480)
    assert not window.menuBar().isVisible()
    assert window.bar.menu_button.isVisible()
    for leave in (window.bar.back.click, lambda: qtbot.keyClick(window, Qt.Key.Key_Escape)):
        window.show_panel("checks")
        QApplication.processEvents()
        assert window.right_card.geometry().contains(window.middle.rect())
        assert window.bar.back.isVisible()
        leave()
        assert not window.right_card.name
    window.resize(1440, 900)
    assert window.menuBar().isVisible()


@pytest.mark.usefixtures("plain_application")
@pytest.mark.parametrize("percent", sampled((100, 150, 200), 200))
def test_nothing_sticks_out_of_the_toolbar(window: MainWindow, qapp: QApplication, percent: int) -> None:
    Appearance(qapp, window.workspace)
    window.workspace.set_settings(replace(window.workspace.settings, text_scale=percent))
    window.workspace.checks_changed.emit(12, {})
    window.show()
    for width, panel in product((800, 1024, 1280, 1600), ("", "checks")):
        window.show_panel(panel)
        resize(window, width, 700)
        export = window.bar.export
        assert window.width() == width
        assert export.isVisible()
        assert export.mapTo(window, QPoint(0, 0)).x() + export.width() <= width
        assert export.width() >= export.sizeHint().width()


def test_f6_goes_from_pane_to_pane_and_back(window: MainWindow, qtbot: Any) -> None:
    window.activateWindow()
    board = board_of(window)
    window.show_panel("checks")
    board.view.setFocus()
    qtbot.waitUntil(board.view.hasFocus)

    def pane() -> QWidget | None:
        return window.cycle.pane_of(QApplication.focusWidget() or window)

    order = [window.middle, window.bar, window.strip, window.right_card]
    for wanted in (*order[1:], order[0]):
        action(window, "next_pane").trigger()
        assert pane() is wanted
    action(window, "previous_pane").trigger()
    assert pane() is window.right_card


def test_tab_goes_through_the_window_in_reading_order(window: MainWindow, qtbot: Any) -> None:
    window.activateWindow()
    board = board_of(window)
    reached: list[QWidget] = []
    window.bar.views[0].setFocus()
    while (now := QApplication.focusWidget()) not in reached:
        assert now is not None
        reached.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert now is window.bar.views[0]
    panes = [window.cycle.pane_of(one) for one in reached]
    assert [pane for pane, _ in groupby(panes)] == [window.bar, window.strip, window.middle]
    assert not any(type(one) is QScrollArea for one in reached)
    in_strip = [one.objectName() for one in reached if window.strip.isAncestorOf(one)]
    assert in_strip == ["logo", "name", "colors", "design", "people", "language", "lines"]
    assert next(one for one in reached if board.isAncestorOf(one)) is board.weeks.tabs
    qtbot.keyClick(now, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is reached[-1]


def test_tab_stops_at_the_toolbar_and_at_headings_though_nothing_in_them_was_clicked(
    window: MainWindow, qtbot: Any
) -> None:
    window.activateWindow()
    board = board_of(window)
    found = tab_stops(window)
    assert [one for one in window.bar.views if one in found] == [window.bar.views[0]]
    heads = [head for head in board.findChildren(SectionHeader) if head.isVisible()]
    assert heads
    assert all(any(head.isAncestorOf(one) for one in found) for head in heads)
    window.bar.views[2].setFocus()
    window.bar.views[2].setEnabled(False)
    assert [one for one in window.bar.views if one in tab_stops(window)] == [window.bar.views[0]]


def test_an_area_with_nothing_to_scroll_is_no_stop(window: MainWindow) -> None:
    area = QScrollArea(window)
    area.resize(200, 200)
    area.setWidget(QLabel("Short"))
    area.show()
    assert area not in tab_stops(window)
    area.setWidget(QLabel("\n".join(["Long"] * 90)))
    QApplication.processEvents()
    assert area in tab_stops(window)


# ---------------------------------------------------------------- bars


def test_the_find_field_filters_the_board_and_escape_clears_it(window: MainWindow, qtbot: Any) -> None:
    window.show_center("pictures")
    action(window, "find").trigger()
    assert window.center.name == "board"
    qtbot.keyClicks(window.bar.find_field, "fair")
    assert board_of(window).model.view.find == "fair"
    qtbot.keyClick(window.bar.find_field, Qt.Key.Key_Escape)
    assert board_of(window).model.view.find == ""
    window.bar.find_field.setText("zebra crossing")
    board_of(window).clear_button.click()
    assert window.bar.find_field.text() == ""


def test_undo_is_that_of_the_kit_in_the_find_field_too(window: MainWindow, qtbot: Any) -> None:
    document = window.workspace.document
    before = document.project
    document.change("Change name", replace(before, brand=replace(before.brand, organization="Riverbend")))
    field = window.bar.find_field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.project == before
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert document.project.brand.organization == "Riverbend"


def test_a_compact_toolbar_opens_the_find_field_on_demand(window: MainWindow, qtbot: Any) -> None:
    window.activateWindow()
    resize(window, 800, 480)
    assert not window.bar.find_field.isVisible()
    window.bar.find_button.click()
    qtbot.waitUntil(window.bar.find_field.hasFocus)
    for _ in range(3):
        QApplication.processEvents()
    assert window.bar.find_field.isVisible()
    assert not window.bar.find_button.isVisible()
    board_of(window).view.setFocus()
    qtbot.waitUntil(lambda: not window.bar.find_field.isVisible())


def test_the_checks_button_says_how_many_there_are(window: MainWindow) -> None:
    window.workspace.checks_changed.emit(6, {})
    assert window.bar.checks.text() == "6 to check"
    window.workspace.checks_changed.emit(0, {})
    assert window.bar.checks.text() == "All checked"
    action(window, "checks").setToolTip("changed")
    assert window.bar.checks.accessibleName() == "All checked"


def test_arrows_move_inside_the_toolbar(window: MainWindow, qtbot: Any) -> None:
    window.activateWindow()
    first = window.bar.views[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert window.bar.views[1].hasFocus()
    qtbot.keyClick(window.bar.views[1], Qt.Key.Key_Left)
    assert first.hasFocus()


def test_the_status_bar_says_what_is_saved_and_what_runs(window: MainWindow) -> None:
    workspace, status = window.workspace, window.status
    workspace.saved_changed.emit("Saved 10:42", True)
    assert status.saved.text() == "Saved 10:42"
    workspace.saved_changed.emit("Saved on this computer 10:41", False)
    assert status.saved.property("kind") == "warn"
    workspace.job_changed.emit("Exporting", 3, 9)
    assert status.progress.isVisible()
    assert status.progress.value() == 3
    workspace.job_changed.emit("", 0, 0)
    assert not status.progress.isVisible()
    assert status.offline.text() == "Works offline. Nothing is sent anywhere."
    status.set_width_class("medium")
    status.set_job("Partner kits, 27 of 96 files", 27, 96)
    assert status.offline.text() == "Works offline"
    status.set_job("", 0, 0)
    assert status.offline.text() == "Works offline. Nothing is sent anywhere."


def test_a_toast_offers_undo(window: MainWindow) -> None:
    document = window.workspace.document
    document.change("Theme", replace(document.project, theme="New"))
    window.workspace.toast("Changed", undo=True)
    assert window.toast.isVisible()
    assert window.toast.label.text() == "Changed"
    window.toast.button.click()
    assert document.project.theme == ""
    assert window.toast.label.text() == "Undone: Theme"
    document = window.workspace.document
    for year in (2028, 2029):
        document.change("Year", replace(document.project, year=year))
    window.workspace.toast("Changed again", undo=True)
    document.stack.undo()
    assert not window.toast.button.isVisible()  # Undo would take back another step than the line was about
    window.workspace.toast("Done")
    assert not window.toast.button.isVisible()
    window.toast.fade()
    assert not window.toast.isVisible()


def test_undo_on_the_board_leads_to_what_it_changed_and_says_so(window: MainWindow, qtbot: Any) -> None:
    board, document = board_of(window), window.workspace.document
    piece = tiles(board)[-1].piece
    document.edit("Change headline", piece, "headline", "Mine")
    qtbot.waitUntil(lambda: not board.busy)
    board.view.verticalScrollBar().setValue(0)
    action(window, "undo").trigger()
    assert window.workspace.selection == (piece,)
    assert not board.selected_place().isEmpty()
    assert window.toast.label.text().startswith("Undone: Change headline (")
    assert not window.toast.geometry().intersects(board.selected_place())


def test_what_undo_changed_in_another_week_is_a_button_away(window: MainWindow) -> None:
    board, document = board_of(window), window.workspace.document
    piece = next(tile.piece for tile in tiles(board) if tile.piece.startswith("w2/"))
    document.edit("Change headline", piece, "headline", "Mine")
    board.open_week(3)
    action(window, "undo").trigger()
    assert document.project.week == 3
    window.toast.button.click()
    assert (document.project.week, window.workspace.selection) == (2, (piece,))


def test_the_board_stands_where_it_was_after_a_piece(window: MainWindow, qtbot: Any) -> None:
    resize(window, 1300, 700)
    bar = board_of(window).view.verticalScrollBar()
    piece = tiles(board_of(window))[-1].piece
    window.workspace.select((piece,))
    bar.setValue(bar.maximum())
    before = bar.value()
    assert before > 0
    window.workspace.opened.emit(piece)
    qtbot.waitUntil(window.strip.isHidden)
    window.show_center("")
    assert bar.value() == before


def test_nothing_moves_under_the_hand_that_rehearses_a_deck(window: MainWindow, qtbot: Any) -> None:
    board = board_of(window)
    heading = board.headers["deck/short"]
    low = heading.geometry().bottom() + 20 - board.view.viewport().height()
    resize(window, window.width(), window.height() + low)  # the heading is in sight, the slides below it are not
    before = heading.pos()
    qtbot.mouseClick(heading.rehearse, Qt.MouseButton.LeftButton)
    assert len(window.workspace.selection) == 1
    assert heading.pos() == before


def test_an_info_bar_has_one_button(window: MainWindow) -> None:
    done: list[bool] = []
    window.workspace.info("The stick is gone.", "Save somewhere else", lambda: done.append(True))
    assert window.info.isVisible()
    window.info.button.click()
    assert done == [True]
    assert not window.info.isVisible()


def test_the_command_for_full_screen_leaves_it_too(window: MainWindow) -> None:
    action(window, "full_screen").trigger()
    assert window.isFullScreen()
    action(window, "full_screen").trigger()
    assert not window.isFullScreen()


# ---------------------------------------------------------------- drops


def files(*names: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(name)) for name in names])
    return data


def drag(window: MainWindow, data: QMimeData, spot: QPoint) -> bool:
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(spot, copy, data, left, plain))
    move = QDragMoveEvent(spot, copy, data, left, plain)
    QApplication.sendEvent(window, move)
    return move.isAccepted()


def drop(window: MainWindow, data: QMimeData, spot: QPoint) -> list[Dropped]:
    got: list[Dropped] = []
    window.workspace.files_dropped.connect(got.append)
    drag(window, data, spot)
    event = QDropEvent(
        QPointF(spot), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, event)
    window.workspace.files_dropped.disconnect(got.append)
    return got


def spot_of(window: MainWindow, *, pictured: bool) -> tuple[str, QPoint]:
    board = board_of(window)
    for number in board.view.shown_tiles():
        tile = board.model.rows[number].tile
        if tile and accepts_picture(window.workspace.document.kit(), tile) == pictured:
            place = board.view.thumb(board.model.index(number)).center()
            return tile.piece, board.view.viewport().mapTo(window, place)
    raise LookupError


def test_a_picture_dropped_on_a_piece_names_the_piece(window: MainWindow, tmp_path: Path) -> None:
    data = files(tmp_path / "garden.jpg")
    piece, spot = spot_of(window, pictured=True)
    assert drag(window, data, spot)
    assert window.dropper.layer.isVisible()
    assert window.dropper.layer.target is not None
    assert window.dropper.layer.target.words.startswith("Use in ")
    assert "garden.jpg" in window.status.currentMessage()
    assert not window.dropper.layer.grab().toImage().isNull()
    assert drop(window, data, spot) == [Dropped((tmp_path / "garden.jpg",), piece)]
    assert not window.dropper.layer.isVisible()
    assert window.status.currentMessage() == ""


def test_a_picture_dropped_elsewhere_goes_to_the_pictures(window: MainWindow, tmp_path: Path) -> None:
    data = files(tmp_path / "garden.jpg")
    _, spot = spot_of(window, pictured=False)
    assert drag(window, data, spot)
    assert window.dropper.layer.target is not None
    assert window.dropper.layer.target.words.startswith("Add to pictures. The design of “")
    assert drop(window, data, spot)[0].piece == ""


def test_pieces_that_take_a_picture_are_marked_while_it_is_dragged(window: MainWindow, tmp_path: Path) -> None:
    board = board_of(window)
    _, spot = spot_of(window, pictured=True)
    assert drag(window, files(tmp_path / "garden.jpg"), spot)
    marks = window.dropper.layer.marks
    seen = [board.model.rows[number].tile for number in board.view.visible_rows()]
    takes = [accepts_picture(window.workspace.document.kit(), tile) for tile in seen if tile is not None]
    assert (len(marks.taking), len(marks.others)) == (sum(takes), len(takes) - sum(takes))
    assert any(rect.contains(spot) for rect in marks.taking)
    assert drag(window, files(tmp_path / "list.csv"), spot)
    assert window.dropper.layer.marks == NO_DROP_MARKS


def test_a_picture_dropped_where_it_cannot_go_is_kept_and_the_reason_is_shown(
    qtbot: Any, window: MainWindow, tmp_path: Path
) -> None:
    _, spot = spot_of(window, pictured=False)
    (dropped,) = drop(window, files(tmp_path / "garden.jpg"), spot)
    assert dropped.note.startswith("The design of “")
    piece, spot = spot_of(window, pictured=True)
    window.workspace.document.edit("Lock", piece, LOCKED, YES)
    tiles = board_of(window).model
    qtbot.waitUntil(lambda: any(row.tile and row.tile.piece == piece and row.tile.locked for row in tiles.rows))
    (dropped,) = drop(window, files(tmp_path / "garden.jpg"), spot)
    assert (dropped.piece, dropped.note.endswith("” is locked.")) == ("", True)


def test_a_picture_dropped_on_the_stage_is_for_the_open_piece(window: MainWindow, tmp_path: Path) -> None:
    for pictured in (True, False):
        window.show_center("board")
        QApplication.processEvents()
        piece, _ = spot_of(window, pictured=pictured)
        window.workspace.opened.emit(piece)
        QApplication.processEvents()
        (stage,) = [one for one in window.findChildren(Stage) if one.isVisible()]
        spot = stage.mapTo(window, stage.rect().center())
        assert drag(window, files(tmp_path / "garden.jpg"), spot)
        (dropped,) = drop(window, files(tmp_path / "garden.jpg"), spot)
        assert dropped.piece == (piece if pictured else "")
        assert bool(dropped.note) != pictured


def test_the_logo_is_shown_as_another_place_while_a_picture_is_dragged(window: MainWindow, tmp_path: Path) -> None:
    _, spot = spot_of(window, pictured=True)
    assert drag(window, files(tmp_path / "garden.jpg"), spot)
    logo = window.strip.findChild(LogoBox)
    assert logo is not None
    assert [(one.words, one.rect) for one in window.dropper.layer.others] == [
        ("Use as logo", QRect(logo.mapTo(window, QPoint(0, 0)), logo.size()))
    ]
    assert drag(window, files(tmp_path / "list.csv"), spot)
    assert window.dropper.layer.others == []


def test_the_bar_of_good_news_has_an_icon_and_two_buttons(window: MainWindow) -> None:
    done: list[str] = []
    window.workspace.info("Everything is here.", "See the last 3 steps", lambda: done.append("steps"))
    assert window.info.property("kind") == "warn"
    window.workspace.add_to_info("history", "Go back to 10:30", lambda: done.append("back"))
    assert (window.info.property("kind"), window.info.second.isVisibleTo(window.info)) == ("soft", True)
    window.info.second.click()
    assert (done, window.info.isVisibleTo(window)) == (["back"], False)
    window.workspace.info("The stick was taken away.")
    assert (window.info.property("kind"), window.info.second.isVisibleTo(window.info)) == ("warn", False)


def test_a_piece_that_is_open_belongs_to_the_board(window: MainWindow) -> None:
    window.show_center("editor")
    board = window.workspace.actions["board"]
    assert board.isChecked()
    board.trigger()
    assert (window.center.name, board.isChecked()) == ("board", True)


def test_files_that_nobody_uses_are_refused(window: MainWindow, tmp_path: Path) -> None:
    data = files(tmp_path / "movie.mkv")
    assert not drag(window, data, QPoint(700, 400))
    assert "cannot be used here" in window.status.currentMessage()
    assert drop(window, data, QPoint(700, 400)) == []


def test_a_drag_that_leaves_takes_its_frame_along(window: MainWindow, tmp_path: Path) -> None:
    assert drag(window, files(tmp_path / "list.csv"), QPoint(700, 400))
    assert "organizations" in window.status.currentMessage()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.dropper.layer.isVisible()
    assert window.status.currentMessage() == ""


def test_a_picture_without_a_file_becomes_one(window: MainWindow) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    got = drop(window, data, QPoint(700, 400))
    assert QImage(str(got[0].paths[0])).width() == 40


def test_files_are_sorted_by_what_they_are(tmp_path: Path) -> None:
    names = ("a.PNG", "b.xlsx", "c.docx", "d.htpm", "e.htpmbrand", "f.txt", "g.exe")
    assert [sort_of([tmp_path / name]) for name in names] == [
        "picture", "table", "document", "kit", "brand", "document", "other",
    ]  # fmt: skip
    assert sort_of([tmp_path]) == "folder"
    assert sort_of([]) == "other"


# ---------------------------------------------------------------- closing


def test_closing_asks_and_can_be_refused(window: MainWindow) -> None:
    answers = [False, True]
    window.on_close(lambda: answers.pop(0))
    assert not window.close()
    assert window.isVisible()
    assert window.close()
    assert window.workspace.settings.window_geometry


def test_a_window_comes_back_where_it_was(window: MainWindow, workspace: Workspace, qtbot: Any) -> None:
    window.resize(800, 640)
    window.close()
    again = main_window(workspace, small_pages(workspace))
    assert (again.width(), again.height()) == (800, 640)  # the screen of the tests is 800 wide
    again.deleteLater()


def test_a_broken_place_is_forgotten(window: MainWindow, workspace: Workspace) -> None:
    workspace.set_settings(replace(workspace.settings, window_geometry="not base64!"))
    again = main_window(workspace, small_pages(workspace))
    assert again.width() == 1440
    again.deleteLater()


def test_what_cannot_be_done_looks_so_in_the_toolbar_at_every_width(window: MainWindow) -> None:
    for width in (1440, 900, 1024, 1600):
        resize(window, width, 900)
        for button in (window.bar.undo, window.bar.redo, window.bar.print):
            assert button.isEnabled() == button.defaultAction().isEnabled(), width


def test_a_toast_appears_above_the_foot_of_a_page(qtbot: Any) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    foot = QWidget(page)
    foot.setGeometry(0, 340, 600, 60)
    toast = Toast(page, lambda: foot.y() if foot.isVisible() else page.height())
    page.show()
    toast.say("Kept", "", None)
    assert toast.geometry().bottom() < foot.y()
    foot.hide()
    toast.place()
    assert toast.geometry().bottom() > foot.y()
