"""What the benchmarks share: a window without a screen, waiting for it, and how long it did not answer.

Wall clock shows how long a user waits on this machine; processor time beside it stays the same when others work too.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, QObject, QTimer

from htpm_studio.gui.core.responsiveness import Responsiveness
from htpm_studio.gui.shell.main_window import MainWindow

LONGEST = 60.0
TICK_MS = 5


def shown(window: MainWindow) -> None:
    """Show a window as the program does, in the size of a usual screen."""
    window.resize(1440, 900)
    window.show()
    Responsiveness(window.windowHandle(), window.workspace)


def until(done: Callable[[], bool], longest: float = LONGEST) -> float:
    """Seconds until `done`, while the window goes on."""
    start = time.perf_counter()
    while not done():
        turn()
        if time.perf_counter() - start > longest:
            raise TimeoutError
    return time.perf_counter() - start


def turn(milliseconds: int = 1) -> None:
    """Let the window go on; waiting for events leaves Python to the other threads, asking for them would not."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def memory(process: int | str = "self") -> float:
    """The memory of a process in MB; Linux alone tells."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def unshared(process: int | str = "self") -> float:
    """The part of its memory in MB that no other process has; Linux alone tells."""
    rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith("Private_")) / 1000


class Pulse(QObject):
    """Looks every 5 ms whether the window answers; `longest` is the longest time in seconds that it did not.

    `thread_seconds` is the longest processor time of the window's thread between two looks: what it would have been
    without other programs and threads.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self.start()

    def start(self) -> None:
        """Begin anew."""
        self.longest = self.thread_seconds = 0.0
        self._last, self._thread = time.perf_counter(), time.thread_time()
        self._timer.start(TICK_MS)

    def _beat(self) -> None:
        now, thread = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last - TICK_MS / 1000)
        self.thread_seconds = max(self.thread_seconds, thread - self._thread)
        self._last, self._thread = now, thread

    def words(self) -> str:
        """Both as milliseconds."""
        return f"longest pause {self.longest * 1000:4.0f} ms (of it {self.thread_seconds * 1000:3.0f} ms own work)"
