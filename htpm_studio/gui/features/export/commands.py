"""What there is of the export without its panel: keys, the menu of sets, the title, the question at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from htpm_studio.export.pages.selection import SETS
from htpm_studio.gui.controllers.export import ExportController, ask_to_quit, may_quit, set_title
from htpm_studio.gui.core.shell_interface import Shell


class ExportCommands(QObject):
    """Keys, the menu of sets, the title and the question when the window closes."""

    def __init__(self, window: Shell, exporter: ExportController) -> None:
        super().__init__(window)
        self._window, self.workspace, self.exporter = window, window.workspace, exporter
        self.ask: Callable[[QWidget, str], str] = ask_to_quit
        self._prefix = ""
        self._sets: dict[str, QAction] = {}
        window.handle("export_now", self.exporter.start_set)
        window.handle("export_piece", lambda: self.exporter.start_pieces(self.workspace.selection))
        for one in SETS[1:]:
            action = QAction(self)
            action.setObjectName(f"export-{one.name}")
            action.triggered.connect(lambda _on=False, name=one.name: self.exporter.start_set(name))
            window.add_export_set(action)
            self._sets[one.name] = action
        # A changed action gives its button the plain icon back.
        self.workspace.actions["export_now"].changed.connect(window.restyle_export)
        window.restyle_export()
        self.kit_words = self.workspace.actions["export_now"].iconText()
        document = self.workspace.document
        for signal in (
            exporter.scope_changed, document.week_changed, document.changed,
        ):  # fmt: skip
            signal.connect(self._rename)
        self._rename()
        window.on_close(self.may_close)
        self.exporter.changed.connect(self._follow)
        self.exporter.stepped.connect(self._retitle)
        self.workspace.document.changed.connect(self._retitle)

    def _follow(self) -> None:
        self._rename()
        self._retitle()
        hidden = not self._window.shows_panel("export")
        if self.exporter.state == "done" and hidden and self.exporter.written is not None:
            count = self.exporter.written.count
            self.workspace.toast(self.tr("Your kit is ready, {count} files.").format(count=count))
        elif self.exporter.state == "failed" and hidden:
            self.workspace.panel_wanted.emit("export")

    @property
    def words(self) -> str:
        """What the button does: it writes the whole kit of the weeks that are wanted."""
        return self._words(self.exporter.scope_words())

    def _words(self, scope: str) -> str:
        return self.tr("Export {what}").format(what=scope) if scope else self.kit_words

    def _rename(self, *_: object) -> None:
        busy = self.tr("Exporting")
        self.workspace.actions["export_now"].setText(busy if self.exporter.running else self.words)
        self._window.reserve_export([busy, self.kit_words, *map(self._words, self.exporter.scopes().values())])
        scope = self.exporter.scope_words()
        for name, action in self._sets.items():
            what = set_title(name).lower()
            action.setText(self._words(self.tr("{what}, {weeks}").format(what=what, weeks=scope) if scope else what))

    def _retitle(self, *_: object) -> None:
        title = self._window.windowTitle().removeprefix(self._prefix)
        exporter = self.exporter
        done, total = exporter.steps()
        words = self.tr("{done} of {total} – ").format(done=done, total=total)
        self._prefix = words if exporter.running else ""
        self._window.setWindowTitle(f"{self._prefix}{title}")

    def may_close(self) -> bool:
        """Ask while files are written; "finish" closes the window later by itself."""
        exporter = self.exporter
        if not exporter.running:
            return True
        left = max(1, exporter.total - exporter.done)
        words = self.tr("{count} files have not been written yet.").format(count=left)
        if left == 1:
            words = self.tr("The last file has not been written yet.")
        return may_quit(self._window, words, lambda: exporter.running, exporter.stop, self.ask)
