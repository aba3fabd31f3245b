"""A main window with nothing in it, for features that are tested alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.workspace import Workspace


class BareShell(Shell):
    """Remembers what does the work of commands; has no panels and no board, and what is selected counts as on one."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.undo_menu = QMenu(self)
        self.slots: dict[str, Callable[[], object]] = {}

    def handle(self, name: str, slot: Callable[[], object]) -> None:
        self.slots[name] = slot

    def on_close(self, ask: Callable[[], bool]) -> None:
        del ask

    def shows_panel(self, name: str) -> bool:
        del name
        return False

    @property
    def board(self) -> None:
        return None

    @property
    def center_name(self) -> str:
        return "board"

    def open_card(self, name: str) -> QWidget | None:
        del name
        return None

    @property
    def center_area(self) -> QWidget:
        return self

    def add_export_set(self, action: QAction) -> None:
        del action

    def reserve_export(self, words: Sequence[str]) -> None:
        del words

    def restyle_export(self) -> None:
        """There is no export button."""
