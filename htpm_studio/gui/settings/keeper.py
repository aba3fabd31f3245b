"""Preferences on disk: written soon after they change, and when the window closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from htpm_studio.errors import StudioError
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.settings import write_settings

PAUSE_MS = 500


class SettingsKeeper(QObject):
    """Writes the settings of a workspace; the child of the workspace.

    It has to be made after everything else that changes settings while the window closes. `home` is the portable
    folder, if the program runs from one.
    """

    def __init__(self, workspace: Workspace, path: Path, home: Path | None = None) -> None:
        super().__init__(workspace)
        self._workspace, self._path, self._home = workspace, path, home
        self._written = workspace.settings
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.write)
        workspace.settings_changed.connect(self._timer.start)
        workspace.closing.connect(self.write)

    def write(self) -> None:
        """Write what changed since the last time; a disk that refuses is mentioned once."""
        self._timer.stop()
        settings = self._workspace.settings
        if settings == self._written:
            return
        try:
            write_settings(settings, self._path, self._home)
        except StudioError:
            if not self._told:
                self._told = True
                self._workspace.toast(self.tr("Preferences cannot be saved on this computer."))
            return
        self._written = settings
