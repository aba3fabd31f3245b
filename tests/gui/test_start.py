"""The window is painted before its pages are made, and no file is lost that somebody opens meanwhile."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from htpm_studio.gui.app import OpenedFiles, make_studio, show_painted
from htpm_studio.gui.shell.main_window import MainWindow


class Paints(QObject):
    """Counts how often a window is painted."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_window_is_painted_before_its_pages_are_made(qapp: QApplication, qtbot: QtBot) -> None:
    paints, seen = Paints(), list[tuple[bool, str, bool]]()

    def show(window: MainWindow) -> None:
        window.installEventFilter(paints)
        show_painted(window)
        seen.append((paints.count > 0, window.center_name, window.board is None))

    window = make_studio(qapp, None, dt.date(2026, 11, 25), show).window
    try:
        assert seen == [(True, "", True)]
        assert window.center_name == "board"
        qtbot.waitUntil(lambda: window.strip.isAncestorOf(window.focusWidget()))
    finally:
        window.close()


def test_files_that_are_opened_while_the_program_starts_wait_for_it() -> None:
    files, shown = OpenedFiles(), list[str]()
    files.add("first.htpm")
    files.add("second.htpm")
    files.show_with(shown.append)
    assert shown == ["first.htpm", "second.htpm"]
    files.add("third.htpm")
    assert shown == ["first.htpm", "second.htpm", "third.htpm"]
    again = list[str]()
    files.show_with(again.append)
    assert again == []
