"""What tests of the toolkit import share: a toolkit that is read in a shown window, its panel and its rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from htpm_studio.gui.features.toolkit_import.controller import ImportController
from htpm_studio.gui.features.toolkit_import.page import ImportPage
from htpm_studio.gui.features.toolkit_import.panel import FoundPanel
from htpm_studio.gui.shell.main_window import MainWindow
from tests.gui.parts import controllers_of


@pytest.fixture
def desk(window: MainWindow) -> ImportController:
    return controllers_of(window.workspace).toolkit


def read_in(qtbot: QtBot, window: MainWindow, toolkit: Path) -> ImportPage:
    """The page with a toolkit in it, in a window that is shown."""
    desk = controllers_of(window.workspace).toolkit
    window.show()
    window.workspace.actions["import"].trigger()
    desk.read(toolkit)
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    page = window.center.page("import")
    assert isinstance(page, ImportPage)
    return page


def panel_of(window: MainWindow) -> FoundPanel:
    panel = window.right.page("found")
    assert isinstance(panel, FoundPanel)
    return panel


def number_of(desk: ImportController, text: str) -> int:
    return next(number for number, row in enumerate(desk.rows) if text in row.item.text)
