"""Files and folders that are opened with other programs, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from htpm_studio import paths
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.help.topics import Help, attach_help
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets import files
from htpm_studio.gui.widgets.dialogs import ErrorDialog
from htpm_studio.gui.widgets.files import open_folder, open_path

HAS_PROGRAM: Callable[[Path], bool] = files.has_program
"""As it is before tests are kept from asking the computer."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the computer was asked to open; it is able to."""
    asked: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(asked.append(Path(url.toLocalFile()))) or True)
    return asked


def dialog() -> ErrorDialog | None:
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, ErrorDialog) and one.isVisible()]
    return shown[0] if shown else None


def only_dialog() -> ErrorDialog:
    found = dialog()
    assert found is not None
    return found


def test_what_opens_says_nothing(workspace: Workspace, tmp_path: Path, opened: list[Path]) -> None:
    open_path(workspace, tmp_path)
    open_folder(workspace, tmp_path / "no" / "no")
    assert opened == [tmp_path, tmp_path]
    assert dialog() is None


@pytest.mark.parametrize("fails", ["open", "program"])
def test_without_a_program_the_place_is_reported_and_can_be_copied(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[Path], fails: str
) -> None:
    page = tmp_path / "START-HERE.html"
    page.touch()
    if fails == "open":
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    else:
        monkeypatch.setattr(files, "has_program", lambda path: path.is_dir())
    open_path(workspace, page)
    shown = only_dialog()
    assert shown.failure.title == "No program on this computer can open START-HERE.html."
    assert str(page) in shown.failure.why
    assert [choice.button for choice in shown.failure.choices] == ["Open folder", "Copy path"]
    shown.radios[-1].click()
    assert shown.main_button.text() == "Copy path"
    qtbot.mouseClick(shown.main_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(page)
    assert dialog() is None


def test_a_folder_that_cannot_be_shown_does_not_offer_folders(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    open_path(workspace, tmp_path)
    shown = only_dialog()
    assert shown.failure.title == f"No program on this computer can open the folder {tmp_path.name}."
    assert [choice.button for choice in shown.failure.choices] == ["Copy path"]
    shown.close()


def test_f1_without_a_browser_says_where_the_guide_is_and_offers_the_short_help(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[Path]
) -> None:
    guide = tmp_path / "index.html"
    guide.touch()
    monkeypatch.setattr(paths, "guide", lambda _language: guide)
    monkeypatch.setattr(files, "has_program", lambda path: path.is_dir())
    attach_help(window, lambda: None)
    window.workspace.actions["help"].trigger()
    shown = only_dialog()
    assert "no program that can open it" in shown.failure.title
    assert str(guide) in shown.failure.why
    assert [choice.button for choice in shown.failure.choices] == ["Show short help", "Open folder", "Copy path"]
    shown.radios[1].click()
    shown.main_button.click()
    assert opened == [guide, tmp_path]
    window.workspace.actions["help"].trigger()
    only_dialog().main_button.click()
    found = window.findChild(Help)
    assert found is not None
    assert found.isVisible()


def test_linux_is_asked_whether_anything_opens_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.sys, "platform", "win32")
    assert HAS_PROGRAM(tmp_path)
    monkeypatch.setattr(files.sys, "platform", "linux")
    monkeypatch.delenv("BROWSER", raising=False)
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    assert HAS_PROGRAM(tmp_path)  # without xdg-open Qt itself says that it cannot
    asked = programs / "xdg-mime"
    asked.write_text("#!/bin/sh\n", encoding="utf-8")
    asked.chmod(0o755)
    assert not HAS_PROGRAM(tmp_path)
    asked.write_text("#!/bin/sh\necho files.desktop\n", encoding="utf-8")
    assert HAS_PROGRAM(tmp_path)
    asked.write_text("#!/bin/sh\n", encoding="utf-8")
    (programs / "firefox").touch(0o755)
    assert HAS_PROGRAM(tmp_path)
