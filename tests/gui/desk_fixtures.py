"""What tests of the whole window share: the window of the program with the system's windows and folders played."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMenu, QWidget

from htpm_studio.campaign.model import Campaign
from htpm_studio.export.kit.kit import Resources
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.kit_file.session import KitSession
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.dialogs import ErrorDialog
from htpm_studio.processes.worker_process import run_inline
from htpm_studio.project.model import Project
from tests.gui.parts import controllers_of, make_window

POST, SLIDE = "w2/social/w2-healthy-workforce", "w2/deck/training/5"


@dataclass
class Desk:
    """The window of the program, what the system's windows answer ("" is Cancel), and what was opened outside."""

    bot: Any
    window: MainWindow
    folder: Path
    answers: list[Path | None]
    opened: list[str]
    toasts: list[str]

    @property
    def board(self) -> Board:
        assert isinstance(self.window.board, Board)
        return self.window.board

    @property
    def project(self) -> Project:
        return self.window.workspace.document.project

    @property
    def session(self) -> KitSession:
        return controllers_of(self.window.workspace).session

    def action(self, name: str) -> QAction:
        return self.window.workspace.actions[name]

    def use(self, name: str, *answers: Path | None) -> None:
        """Choose a command that can be chosen; the system's windows answer this."""
        self.answers[:] = answers
        assert self.action(name).isEnabled(), name
        self.action(name).trigger()
        assert not self.answers, f"{name} did not ask"
        self.until(lambda: not self.board.busy)

    def press(self, button: QAbstractButton, *answers: Path | None) -> None:
        """Click a button that can be seen and used; the system's windows answer this."""
        self.answers[:] = answers
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not self.answers, f"{button.text()} did not ask"

    def pick(self, menu: QMenu, words: str, *answers: Path | None) -> None:
        """Choose the entry of a menu."""
        self.answers[:] = answers
        next(one for one in menu.actions() if one.text() == words and one.isEnabled() and one.isVisible()).trigger()
        assert not self.answers, f"{words} did not ask"
        self.until(lambda: not self.board.busy)

    def page(self, name: str) -> Any:
        """A page of the center, shown."""
        self.window.show_center(name)
        return self.window.center.page(name)

    def card(self, name: str) -> Any:
        """A card of the window, open."""
        return self.window.open_card(name)

    def select(self, piece: str = POST) -> None:
        self.window.show_center("board")
        self.board.view.setFocus()
        self.window.workspace.select(())
        self.window.workspace.select((piece,))

    def until(self, true: Callable[[], bool]) -> None:
        self.bot.waitUntil(true, timeout=20_000)

    def edit_of(self, piece: str, field: str) -> str | None:
        return self.project.edits.text(piece, field)

    def has_focus(self, part: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and part.isAncestorOf(focus)

    def name(self) -> str:
        return self.project.brand.organization

    def named(self, name: str) -> None:
        brand = replace(self.project.brand, organization=name)
        self.window.workspace.document.change("Change name", replace(self.project, brand=brand))

    def front(self, kind: type) -> Any:
        """The window of a kind that has come up."""
        found = lambda: [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]  # noqa: E731
        self.until(lambda: bool(found()))
        return found()[0]

    def dismiss_failure(self) -> str:
        dialog = self.front(ErrorDialog)
        dialog.close_button.click()
        return str(dialog.failure.title)


@pytest.fixture
def desk(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, campaign: Campaign, resources: Resources
) -> Iterator[Desk]:
    answers: list[Path | None] = []
    opened: list[str] = []

    def answer(*_rest: object, **_named: object) -> tuple[str, str]:
        return str(answers.pop(0) or ""), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: answer()[0])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([one for one in answer()[:1] if one], ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    # Both are read once for all tests.
    monkeypatch.setattr("htpm_studio.gui.app.read_pack", lambda *_: campaign)
    monkeypatch.setattr("htpm_studio.gui.app.load_resources", lambda *_: resources)
    window = make_window(QApplication.instance(), None, dt.date(2026, 11, 25))  # type: ignore[arg-type]
    made = Desk(qtbot, window, tmp_path, answers, opened, [])
    window.workspace.run_work = run_inline
    window.workspace.toast_wanted.connect(lambda text, _undo: made.toasts.append(text))
    made.board.view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield made
    QGuiApplication.clipboard().clear()
    window.close()
    window.deleteLater()
