"""What screen readers find on every page, panel and dialog: names and roles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.errors import InputError
from htpm_studio.gui.controllers.export import quit_question
from htpm_studio.gui.features.brand.colors_card import ColorsCard
from htpm_studio.gui.features.brand.screen_picker import ScreenPicker, ScreenShot
from htpm_studio.gui.help.about import About
from htpm_studio.gui.help.topics import Help
from htpm_studio.gui.kit_file.notifications import TwoVersionsDialog
from htpm_studio.gui.kit_file.recovery import Candidate, DamagedKitError
from htpm_studio.gui.pages import CARDS, CENTER, RIGHT
from htpm_studio.gui.settings.window import Preferences
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.dialogs import ErrorDialog, Failure, WayOut
from htpm_studio.project.model import Brand, Project
from tests.gui.parts import controllers_of, make_window
from tests.gui.pictures_fixtures import write_photo
from tests.gui.session_fixtures import TODAY
from tests.gui.spoken_tree import faults, names

ROLE = QAccessible.Role
EDITED = ("w2/deck/training/5", "w2/social/w2-healthy-workforce", "w2/background/side-band", "w2/print/hotline-cards")


@pytest.fixture
def full(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window as the program makes it, in an empty home folder; its board draws nothing."""
    made = make_window(qapp, None, TODAY)
    assert made.board is not None
    made.board.view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    made.resize(1440, 900)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def seen(qtbot: QtBot, widget: QWidget | None) -> list[str]:
    qtbot.wait(1)  # a toolbar shows and hides its parts a little later
    assert widget is not None
    return faults(widget)


@pytest.mark.slow
def test_all_that_can_be_reached_in_the_window_has_name_and_role(
    qtbot: QtBot, full: MainWindow, tmp_path: Path
) -> None:
    assert not seen(qtbot, full), "the window as it opens"
    assert "Logo" in names(full.strip, ROLE.Button)
    desk = controllers_of(full.workspace).pictures
    desk.add([write_photo(tmp_path / "hall.jpg")])
    qtbot.waitUntil(lambda: bool(full.workspace.document.project.photos))
    desk.set_current(full.workspace.document.project.photos[0].source.key)
    for name in {*CENTER} - {"board", "editor"}:
        full.show_center(name)
        assert not seen(qtbot, full.center), name
    for name in CARDS:
        full.open_card(name)
        assert not seen(qtbot, full.below), name
    for name in {*RIGHT} - {"found"}:  # shown with what was found only, see the tests of the import
        full.show_panel(name)
        assert not seen(qtbot, full.right), name
    for piece in EDITED:
        full.workspace.opened.emit(piece)
        assert full.center.name == "editor"
        assert not seen(qtbot, full.center), piece


@pytest.mark.slow
def test_the_same_in_dialogs_and_popups(qtbot: QtBot, full: MainWindow) -> None:
    for dialog in chain(failures(full), colors(full)):
        dialog.show()
        assert not seen(qtbot, dialog), type(dialog).__name__
        dialog.close()
    for action, kind in (("about", About), ("preferences", Preferences), ("keys", Help)):
        full.workspace.actions[action].trigger()
        shown = full.findChild(kind)
        assert shown is not None
        turned = shown.findChild(QTabWidget) or shown.findChild(QStackedWidget)
        assert isinstance(turned, QTabWidget | QStackedWidget)
        for number in range(turned.count()):
            turned.setCurrentIndex(number)
            assert not seen(qtbot, shown), f"{action}, page {number}"
        shown.close()


def failures(window: MainWindow) -> Iterator[QWidget]:
    """The dialogs that tell of a failure or ask what to do."""
    choices = (WayOut("Save it", "Save", lambda: None), WayOut("Leave it", "Leave", lambda: None))
    told = ErrorDialog(Failure("It did not work", "Because", "Here", choices, "Details"), window.workspace, window)
    told.arrow.setChecked(True)
    yield told
    yield quit_question(window, "31 files have not been written yet.")[0]
    project = Project(Brand("Riverbend"), 2, 2027)
    copy = Candidate("copy", dt.datetime(2026, 11, 25, 10, 30), Path("copy.htpm"), project)
    damaged = DamagedKitError(InputError("It is damaged."), Path("kit.htpm"), (copy,))
    yield TwoVersionsDialog(damaged, window.workspace, window)


def colors(window: MainWindow) -> Iterator[QWidget]:
    """The popup of the colors, and a screen that a color is taken from."""
    card = window.open_card("colors")
    assert isinstance(card, ColorsCard)
    card.pick("main")
    yield card.popup
    picker = ScreenPicker(card, lambda: (ScreenShot(QRect(0, 0, 60, 40), QImage(60, 40, QImage.Format.Format_RGB32)),))
    assert picker.start()
    picker.move_to(QPoint(5, 5))
    yield picker.sheets[0]
    picker.end()
