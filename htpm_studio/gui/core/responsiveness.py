"""The window answers while threads work: they let it go first, and Python tidies up while the user rests.

Python looks through all objects for what nothing needs any more whenever many were made, which takes a tenth of a
second and more: a scroll or a key stumbles. Here that is put off until no key or mouse was used for a moment.
"""

from __future__ import annotations

import gc
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow

from htpm_studio.gui.core.workspace import Workspace

TURN_SECONDS = 0.0005
"""How long a thread goes on while the window waits; with the usual 5 ms one frame of scrolling waits for many turns."""
LOOK_MS = 500
REST_SECONDS = 1.5
USUAL_ROUNDS, MOST_ROUNDS = 10, 200
"""How many looks at young objects there are between two at all: while the user rests, and at most."""
INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)


class Responsiveness(QObject):
    """Lets one window answer quickly, from when it is shown."""

    def __init__(self, window: QWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._used = time.monotonic()
        sys.setswitchinterval(TURN_SECONDS)
        gc.freeze()  # What is there now stays.
        gc.enable()  # A start goes without (`__main__.open_window`).
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, MOST_ROUNDS)
        window.installEventFilter(self)
        workspace.document.changed.connect(self._note)
        workspace.document.week_changed.connect(self._note)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice what the user does; the system gives it to the window before any of its parts."""
        if event.type() in INPUT:
            self._note()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Tidy up if there is something to and the user rests."""
        resting = time.monotonic() - self._used >= REST_SECONDS and not self._workspace.renderer.busy
        if resting and gc.get_count()[2] >= USUAL_ROUNDS:
            gc.collect()

    def _note(self) -> None:
        self._used = time.monotonic()
