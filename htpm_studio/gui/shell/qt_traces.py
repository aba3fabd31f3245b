"""What Qt itself remembers of file windows and of fonts: in a portable folder, or nowhere."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

_SCOPE = QSettings.Scope.UserScope
_OWNER, _GROUP = "QtProject", "FileDialog"


class Traces:
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
