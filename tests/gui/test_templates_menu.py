"""Checking templates of one's own and drawing all designs, from the window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from htpm_studio import paths
from htpm_studio.export import template_sheet
from htpm_studio.gui.main_window import MainWindow
from htpm_studio.gui.templates_menu import TemplatesMenu
from htpm_studio.project.model import Brand


@pytest.fixture
def menu(window: MainWindow) -> TemplatesMenu:
    return TemplatesMenu(window)


def check(menu: TemplatesMenu, folder: Path | str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    menu.workspace.actions["check_templates"].trigger()


def test_templates_of_ones_own_are_checked(
    qtbot: QtBot, menu: TemplatesMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toasts: list[str] = []
    menu.workspace.toast_wanted.connect(lambda text, _undo: toasts.append(text))
    check(menu, "", monkeypatch)
    check(menu, tmp_path, monkeypatch)
    qtbot.waitUntil(lambda: bool(toasts))
    assert "no template" in toasts[0]
    own = tmp_path / "own.xml"
    shutil.copy(next(paths.templates().rglob("*.xml")), own)
    check(menu, tmp_path, monkeypatch)
    qtbot.waitUntil(lambda: len(toasts) == 2)
    assert toasts[1].startswith("1 template files")
    own.write_text("<templates><template id='x/y'/></templates>")
    check(menu, tmp_path, monkeypatch)
    qtbot.waitUntil(lambda: menu.dialog is not None)
    assert menu.dialog is not None
    assert "own.xml" in menu.dialog.failure.why
    menu.dialog.close()


def test_all_designs_are_drawn_into_one_picture(
    qtbot: QtBot, menu: TemplatesMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_sheet, "read_sample_brands", lambda _folder: (Brand("One"),))
    monkeypatch.setattr("htpm_studio.gui.templates_menu.COLUMN", 20)
    infos: list[str] = []
    menu.workspace.info_wanted.connect(lambda text, _button, _act: infos.append(text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "designs"), ""))
    menu.workspace.actions["draw_designs"].trigger()
    qtbot.waitUntil(lambda: bool(infos), timeout=60_000)
    assert infos == ["All designs are in designs.png."]
    assert (tmp_path / "designs.png").read_bytes().startswith(b"\x89PNG")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "designs.png"), ""))
    menu.workspace.actions["draw_designs"].trigger()
    qtbot.waitUntil(lambda: menu.dialog is not None)
    assert menu.dialog is not None
    assert "There is no folder" in menu.dialog.failure.why
    menu.dialog.close()
