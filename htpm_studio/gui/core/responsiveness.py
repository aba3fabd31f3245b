"""The window answers while threads work: they let it go first, and Python tidies up here and while the user rests.

Python looks through objects for what nothing needs any more whenever many were made, on the thread that made them.
There a part of the window that nothing needs any more would end while the window works with it, which Qt does not
survive: a process with a window looks only on its thread. A look through all takes a tenth of a second and more, and a
scroll or a key stumbles: it is put off until no key or mouse was used for a moment.
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
LOOK_MS = 200
REST_SECONDS = 1.5
YOUNG, MIDDLE_ROUNDS = 10_000, 10
"""After how many new objects there is a look at the young ones, and after how many of these one at older ones."""
USUAL_ROUNDS, MOST_ROUNDS = 20, 400
"""How many looks at young objects there are between two at all: while the user rests, and at most."""
INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)


class Responsiveness(QObject):
    """Lets one window answer quickly, from when it is shown."""

    def __init__(self, window: QWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._used = time.monotonic()
        self._rounds = 0
        sys.setswitchinterval(TURN_SECONDS)
        gc.disable()
        gc.freeze()  # What is there now stays.
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
        """Tidy up what there is to: young objects at any time, all while the user rests."""
        resting = time.monotonic() - self._used >= REST_SECONDS and not self._workspace.renderer.busy
        if self._rounds >= (USUAL_ROUNDS if resting else MOST_ROUNDS):
            gc.collect()
            self._rounds = 0
        elif gc.get_count()[0] >= YOUNG:
            self._rounds += 1
            gc.collect(0 if self._rounds % MIDDLE_ROUNDS else 1)

    def _note(self) -> None:
        self._used = time.monotonic()
