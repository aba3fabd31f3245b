"""How long an export takes and how long it keeps the window from answering, in a process of its own and on a thread.

python benchmarks/export.py
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, QTimer

from htpm_studio import paths
from htpm_studio.gui.app import make_application, make_studio
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.processes.worker_process import Runner, run_in_process, run_inline

TODAY = dt.date(2026, 11, 25)
TICK_MS = 5
SETTLE_SECONDS = 6.0


def pauses(exporter: ExportController, set_name: str) -> tuple[float, list[float]]:
    """Seconds that an export took, and how long each turn of the event loop came too late."""
    late: list[float] = []
    last = time.perf_counter()
    loop, timer = QEventLoop(), QTimer()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(now - last - TICK_MS / 1000)
        last = now
        if not exporter.running:
            loop.quit()

    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    start = time.perf_counter()
    exporter.start_set(set_name)
    loop.exec()
    timer.stop()
    return time.perf_counter() - start, sorted(late)


def rest(seconds: float) -> None:
    """Let the window draw and check its kit."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def measure(words: str, run: Runner) -> None:
    with TemporaryDirectory() as home:
        os.environ[paths.OVERRIDE] = home
        studio = make_studio(make_application([]), None, TODAY)
        window = studio.window
        window.workspace.run_work = run
        window.show()
        rest(SETTLE_SECONDS)
        seconds, late = pauses(studio.controllers.exporter, "kit")
        over = sum(1 for one in late if one > 0.1)
        print(f"{words}: {seconds:5.1f} s, longest pause {late[-1] * 1000:4.0f} ms, pauses over 100 ms: {over}")
        window.close()


if __name__ == "__main__":
    measure("on a thread      ", run_inline)
    measure("in a process     ", run_in_process)
