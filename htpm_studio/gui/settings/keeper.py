"""What a computer keeps: preferences, written soon after they change, and what Qt remembers by itself."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer

from htpm_studio.errors import StudioError
from htpm_studio.gui.core.settings import write_settings
from htpm_studio.gui.core.workspace import Workspace

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
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
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


_SCOPE = QSettings.Scope.UserScope
_OWNER, _GROUP = "QtProject", "FileDialog"


class QtTraces:
    """Keeps Qt's memory of visited folders inside `folder`; on Windows and Macs, where it has one place, removes it.

    On Linux it removes the list of the computer's fonts where there was none before.
    Make one before the first window, and call `remove` after the last. What other programs left there stays.
    """

    def __init__(self, folder: Path) -> None:
        QSettings.setPath(QSettings.Format.NativeFormat, _SCOPE, str(folder))
        self._inside = Path(self._settings().fileName()).is_relative_to(folder)
        self._known = _GROUP in self._settings().childGroups()
        caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        places = (caches / "fontconfig", caches) if sys.platform == "linux" else ()
        self._new = tuple(place for place in places if not place.exists())

    def remove(self) -> None:
        """Take away what this program has added outside of the folder."""
        for place in self._new:
            if place.name == "fontconfig":
                shutil.rmtree(place, ignore_errors=True)
            with contextlib.suppress(OSError):  # It is gone, or others have put something there.
                place.rmdir()
        if self._inside or self._known:
            return
        settings = self._settings()
        settings.remove(_GROUP)
        settings.sync()

    @staticmethod
    def _settings() -> QSettings:
        return QSettings(_SCOPE, _OWNER)
