"""Every page and panel of the window in small windows and with large text: nothing is cut or out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from htpm_studio.gui.core.appearance import Appearance, apply_appearance
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.pages import CARDS, RIGHT
from htpm_studio.gui.shell.main_window import MainWindow
from tests.gui.fitting import misfits
from tests.gui.parts import main_window
from tests.helpers.sweeps import sampled

pytestmark = pytest.mark.usefixtures("plain_application")
SIZES = {100: ((1024, 640), (800, 480)), 150: ((1440, 900),), 200: ((1440, 900), (800, 480))}
"""Windows for each text size."""
SCREENS = (
    *(("card", name) for name in CARDS),
    *(("right", name) for name in RIGHT if name != "found"),
    *(("center", name) for name in ("pictures", "calendar", "partners", "import", "room")),
)


@pytest.fixture
def whole(qtbot: QtBot, qapp: QApplication, workspace: Workspace) -> Iterator[MainWindow]:
    """A window with all its pages, whose board draws nothing."""
    made = main_window(workspace)
    assert isinstance(made.board, Board)
    made.board.view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    apply_appearance(qapp, workspace.settings)
    Appearance(qapp, workspace)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def settled_misfits(qapp: QApplication, window: MainWindow) -> list[str]:
    """What does not fit once words that have just come, such as counts, have their room."""
    found: list[str] = []
    for _ in range(5):
        for _ in range(3):
            qapp.processEvents()
        found = misfits(window)
        if not found:
            break
    return found


@pytest.mark.parametrize("percent", sampled((100, 150, 200), 200))
@pytest.mark.slow
def test_nothing_is_cut_on_any_screen(qapp: QApplication, whole: MainWindow, percent: int) -> None:
    whole.workspace.set_settings(replace(whole.workspace.settings, text_scale=percent))
    found: list[str] = []
    for side, name in SCREENS:
        whole.show_center("board" if side != "center" else name)
        whole.show_panel(name if side == "right" else "")
        if side == "card":
            whole.open_card(name)
        for width, height in SIZES[percent]:
            whole.resize(width, height)
            found += [f"{name} {width} x {height}: {one}" for one in settled_misfits(qapp, whole)]
            if (whole.width(), whole.height()) != (width, height):
                found.append(f"{name} {width} x {height}: the window is {whole.width()} x {whole.height()}")
    assert not found, "\n".join(dict.fromkeys(found))


def test_a_sheet_of_styles_never_follows_another_directly(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt goes through everything that it ever dressed when one sheet follows another, and crashes over what is gone."""
    worn: list[bool] = []
    monkeypatch.setattr(qapp, "setStyleSheet", lambda sheet: worn.append(bool(sheet)))
    for percent in (130, 170):
        apply_appearance(qapp, Settings(text_scale=percent))
    assert worn == [False, True, False, True]
