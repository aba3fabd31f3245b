"""A campaign of a single day: the window calls it by its own name, and never a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.gui.features.calendar.page import CalendarPage
from htpm_studio.gui.i18n import long_day
from htpm_studio.gui.shell.main_window import MainWindow
from tests.gui.import_fixtures import panel_of, read_in
from tests.gui.parts import controllers_of

NAME = "Quiet Streets Day"
DAY = f"""# {NAME}, May 15, 2027

Helpline: Quiet Streets Line, 1-800-555-0100

## Key messages

- A street without cars is a place to play.

## Take action

- Ask your city to close one block.

## Social media

- Today is {NAME}. Leave the car at home! #QuietStreets
- Play outside with a neighbor. #QuietStreets
"""
WEEK = re.compile(r"\bweek 1\b", re.IGNORECASE)


def said(parent: QWidget) -> Iterator[str]:
    """What is read in a window: labels, buttons, tabs, lists to choose from, menus."""
    for label in parent.findChildren(QLabel):
        if label.isVisible():
            yield label.text()
    for button in parent.findChildren(QAbstractButton):
        yield from (button.text(), button.toolTip(), button.accessibleName()) if button.isVisible() else ()
    for tabs in parent.findChildren(QTabBar):
        yield from (tabs.tabText(index) for index in range(tabs.count()))
    for combo in parent.findChildren(QComboBox):
        yield from (combo.itemText(index) for index in range(combo.count()))
    for action in parent.findChildren(QAction):
        if action.isVisible():
            yield action.text()


@pytest.fixture
def day(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a toolkit of one day as the campaign of its kit."""
    file = tmp_path / "day.md"
    file.write_text(DAY, encoding="utf-8")
    page = read_in(qtbot, window, file)
    panel = panel_of(window)
    page.controller.open(next(at for at, row in enumerate(page.controller.rows) if row.item.kind == "action"))
    assert panel.week.currentText() == "The day"
    page.controller.use()
    qtbot.waitUntil(lambda: window.workspace.document.campaign.observance.single, timeout=20_000)
    return window


def test_nothing_in_the_window_calls_a_day_a_week(qtbot: QtBot, day: MainWindow) -> None:
    for name in ("board", "pictures", "calendar", "export", "partners"):
        day.workspace.actions[name].trigger()
        qtbot.wait(1)
        assert [text for text in said(day) if WEEK.search(text)] == []
    assert day.workspace.actions["week1"].text() == NAME
    assert NAME in set(said(day))


def test_the_calendar_of_a_day_has_no_dates_of_weeks(day: MainWindow) -> None:
    day.workspace.actions["calendar"].trigger()
    page = day.center.page("calendar")
    assert isinstance(page, CalendarPage)
    assert page.set_dates.isHidden()
    assert page.dates.isHidden()


def test_the_folder_of_a_day_is_named_by_its_date(day: MainWindow) -> None:
    exporter = controllers_of(day.workspace).exporter
    assert exporter.folder_name(1, exporter.set_request("kit")) == long_day(QDate(2027, 5, 15))
