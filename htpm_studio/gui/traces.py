"""What Qt itself remembers of file windows: in a portable folder, or nowhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

_SCOPE = QSettings.Scope.UserScope
_OWNER, _GROUP = "QtProject", "FileDialog"


class Traces:
    """Keeps Qt's memory of visited folders inside `folder`; on Windows and Macs, where it has one place, removes it.

    Make one before the first window, and call `remove` after the last. What other programs left there stays.
    """

    def __init__(self, folder: Path) -> None:
        QSettings.setPath(QSettings.Format.NativeFormat, _SCOPE, str(folder))
        self._inside = Path(self._settings().fileName()).is_relative_to(folder)
        self._known = _GROUP in self._settings().childGroups()

    def remove(self) -> None:
        """Take away what this program has added outside of the folder."""
        if self._inside or self._known:
            return
        settings = self._settings()
        settings.remove(_GROUP)
        settings.sync()

    @staticmethod
    def _settings() -> QSettings:
        return QSettings(_SCOPE, _OWNER)
