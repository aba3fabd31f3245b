"""Tab inside dialogs and panels: it comes to everything, in reading order, and goes round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QRadioButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.errors import InputError
from htpm_studio.gui.controllers.export import quit_question
from htpm_studio.gui.help.about import About
from htpm_studio.gui.kit_file.notifications import TwoVersionsDialog
from htpm_studio.gui.kit_file.recovery import Candidate, DamagedKitError
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.accessibility import tab_stops
from htpm_studio.gui.widgets.dialogs import ErrorDialog, Failure, WayOut
from htpm_studio.project.model import Brand, Project
from tests.gui.parts import controllers_of
from tests.gui.pictures_fixtures import write_photo
from tests.gui.session_fixtures import Desks
from tests.helpers.toolkits import toolkit_file

MOST = 60


def walk(window: QWidget, inside: QWidget | None = None) -> list[QWidget]:
    """The stops of Tab from the first one on until it is there again; those inside a part of the window only."""
    start = QApplication.focusWidget()
    assert start is not None
    found = [start]
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is start:
            return [one for one in found if inside is None or inside.isAncestorOf(one)]
        assert now not in found, f"Tab does not leave {found[found.index(now) :]}"
        found.append(now)
    raise AssertionError(f"Tab does not come back to {start}")


def all_of(window: QWidget) -> set[QWidget]:
    """What Tab has to come to, besides one of each group of radio buttons."""
    return without_groups(tab_stops(window))


def without_groups(found: Sequence[QWidget]) -> set[QWidget]:
    return {one for one in found if not isinstance(one, QRadioButton)}


def downwards(found: list[QWidget]) -> bool:
    """Whether stops follow each other from above, but for the step back to the first."""
    tops = [one.mapTo(one.window(), QPoint(0, one.height() // 2)).y() for one in found]
    return sum(after < before - 24 for before, after in zip(tops, [*tops[1:], tops[0]], strict=True)) <= 1


def shown(qtbot: QtBot, dialog: QWidget) -> QWidget:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: (focus := QApplication.focusWidget()) is not None and focus.window() is dialog)
    return dialog


def dialogs(window: MainWindow) -> Iterator[QWidget]:
    choices = (WayOut("Save it", "Save", lambda: None), WayOut("Leave it", "Leave", lambda: None))
    told = ErrorDialog(Failure("It did not work", "Because", "Here", choices, "Details"), window.workspace, window)
    told.arrow.setChecked(True)
    yield told
    yield quit_question(window, "31 files have not been written yet.")[0]
    project = Project(Brand("Riverbend"), 2, 2027)
    copies = tuple(
        Candidate("copy", dt.datetime(2026, 11, 25, hour, 30), Path(f"copy-{hour}.htpm"), project) for hour in (9, 10)
    )
    yield TwoVersionsDialog(
        DamagedKitError(InputError("It is damaged."), Path("kit.htpm"), copies), window.workspace, window
    )


def test_tab_in_questions_and_failures(qtbot: QtBot, window: MainWindow) -> None:
    for dialog in dialogs(window):
        shown(qtbot, dialog)
        found = walk(dialog)
        assert without_groups(found) == all_of(dialog), type(dialog).__name__
        assert downwards(found), [type(one).__name__ for one in found]
        radios = dialog.findChildren(QRadioButton)
        assert len([one for one in found if isinstance(one, QRadioButton)]) == bool(radios)
        dialog.close()


def test_all_that_can_stand_in_for_a_damaged_kit_is_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    *_others, dialog = dialogs(window)
    assert isinstance(dialog, TwoVersionsDialog)
    shown(qtbot, dialog)
    assert dialog.list.verticalScrollBar().maximum() == 0
    close = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Close")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_about_begins_at_its_tabs_and_each_tab_can_be_walked(qtbot: QtBot, window: MainWindow, desks: Desks) -> None:
    dialog = About(window, desks().session)
    shown(qtbot, dialog)
    for number in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(number)
        dialog.tabs.tabBar().setFocus()
        found = walk(dialog)
        assert isinstance(found[0], QTabBar)
        assert downwards(found), (number, [type(one).__name__ for one in found])
        names = [one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "") for one in found[1:]]
        assert names[-1] == "Close"
        assert len(set(names)) == len(names)
    dialog.close()


def test_tab_in_the_record_of_a_picture(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    desk = controllers_of(window.workspace).pictures
    desk.add([write_photo(tmp_path / "hall.jpg")])
    qtbot.waitUntil(lambda: bool(window.workspace.document.project.photos))
    desk.set_current(window.workspace.document.project.photos[0].source.key)
    window.show_center("pictures")
    window.show_panel("record")
    window.resize(1440, 1500)  # the whole record is in sight, so that no step scrolls it
    shown(qtbot, window)
    record = window.right.page("record")
    assert record is not None
    found = walk(window, record)
    assert len([one for one in found if isinstance(one, QRadioButton)]) == 1
    assert without_groups(found) == all_of(record)
    assert downwards(found)


def test_the_question_about_a_photo_opens_on_what_answers_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    desk = controllers_of(window.workspace).pictures
    shown(qtbot, window)
    desk.add([write_photo(tmp_path / "hall.jpg")])
    card = window.below
    qtbot.waitUntil(lambda: card.name == "who")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "I do not know yet"


def test_tab_in_the_review_of_a_toolkit(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    toolkit = tmp_path / "toolkit.md"
    toolkit.write_bytes(toolkit_file("doors.md"))
    window.workspace.actions["import"].trigger()
    desk = controllers_of(window.workspace).toolkit
    desk.read(toolkit)
    qtbot.waitUntil(lambda: not desk.busy and desk.chosen > 0, timeout=20_000)
    shown(qtbot, window)
    for part in (window.center, window.right):
        found = walk(window, part)
        assert without_groups(found) == all_of(part)
        assert downwards(found) or part is window.center
