"""Campaigns and finished kits as folders, from the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from htpm_studio.gui.choices.campaign_menu import CampaignMenu
from htpm_studio.gui.main_window import MainWindow


@pytest.fixture
def menu(window: MainWindow) -> CampaignMenu:
    return CampaignMenu(window)


def choose(menu: CampaignMenu, command: str, folder: Path | str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder), ""))
    menu.workspace.actions[command].trigger()


def test_a_campaign_is_saved_changed_and_used(
    qtbot: QtBot, menu: CampaignMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toasts: list[str] = []
    menu.workspace.toast_wanted.connect(lambda text, _undo: toasts.append(text))
    document, folder = menu.workspace.document, tmp_path / "ours"
    for command in ("save_campaign", "use_campaign", "check_folder"):
        choose(menu, command, "", monkeypatch)
    choose(menu, "save_campaign", folder, monkeypatch)
    qtbot.waitUntil(lambda: len(toasts) == 1)
    week = folder / "en" / "week-2.toml"
    title = document.kit(2).week.title
    week.write_text(week.read_text(encoding="utf-8").replace(title, "Orchard work"), encoding="utf-8")
    choose(menu, "use_campaign", folder, monkeypatch)
    qtbot.waitUntil(lambda: document.kit(2).week.title == "Orchard work")
    document.stack.undo()
    assert document.kit(2).week.title == title
    week.write_text("title = 1\n", encoding="utf-8")
    choose(menu, "use_campaign", folder, monkeypatch)
    qtbot.waitUntil(lambda: menu.dialog is not None)
    assert menu.dialog is not None
    assert "week-2.toml" in menu.dialog.failure.why
    menu.dialog.close()
    assert document.kit(2).week.title == title


def test_a_folder_that_is_no_kit_cannot_be_checked(
    qtbot: QtBot, menu: CampaignMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(menu, "check_folder", tmp_path, monkeypatch)
    qtbot.waitUntil(lambda: menu.dialog is not None)
    assert menu.dialog is not None
    assert "cannot be checked" in menu.dialog.failure.title
    menu.dialog.close()
