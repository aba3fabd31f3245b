"""How long the program takes from the start of its process to its window and to the pictures in it.

python benchmarks/start.py [rounds]

Goals on two idle cores: window painted after 800 ms, board full after 1,300 ms. With QT_QPA_PLATFORM=xcb it is measured
on a real display.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

PARTS = ("imported", "window made", "window painted", "pages made", "first picture", "full board")
GOALS = {"window painted": 0.8, "full board": 1.3}


def child(began: float) -> None:
    """Open the window as the program does, and print wall and processor seconds of each part."""
    marks: dict[str, tuple[float, float]] = {}

    def mark(part: str) -> None:
        marks.setdefault(part, (time.time() - began, time.process_time()))

    gc.disable()
    from htpm_studio.gui.app import make_application, make_studio, show_painted

    mark("imported")
    modules = sum(name.startswith("htpm_studio.") for name in sys.modules)
    from common import until
    from PySide6.QtCore import QEvent, QObject

    from htpm_studio.gui.core.responsiveness import Responsiveness
    from htpm_studio.gui.shell.main_window import MainWindow

    class Painted(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                mark("window painted")
            return False

    painted, keys = Painted(), list[str]()

    def show(window: MainWindow) -> None:
        mark("window made")
        window.installEventFilter(painted)
        window.workspace.renderer.ready.connect(keys.append)
        show_painted(window)
        window.resize(1440, 900)  # A screen that is not there is too small for board and start page.

    studio = make_studio(make_application([]), None, dt.date(2026, 11, 25), show)
    window = studio.window
    Responsiveness(window.windowHandle(), window.workspace)
    mark("pages made")
    board = window.board
    if board is None:
        raise LookupError("no board")
    until(lambda: bool(keys) and "window painted" in marks)
    mark("first picture")
    until(lambda: not board.busy and board.view.thumbnails.waiting == 0)
    mark("full board")
    window.close()
    print(" ".join(f"{wall}/{processor}" for wall, processor in (marks[part] for part in PARTS)), f"{modules}/0")


def _started(more: dict[str, str]) -> str:
    """What a start prints, in a home folder of its own."""
    with TemporaryDirectory() as home:
        environment = os.environ | more | {"HTPM_STUDIO_HOME": home, "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, __file__, "--child", str(time.time())]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    root = Path(__file__).resolve().parent.parent
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    rows = []
    with TemporaryDirectory() as compiled:  # As an installed program is, wherever Python may not write.
        for number in range(rounds + 1):
            out = _started({"QT_QPA_PLATFORM": platform, "PYTHONPATH": str(root), "PYTHONPYCACHEPREFIX": compiled})
            if number:  # The first one reads files that are not in memory yet, and compiles them.
                rows.append([tuple(map(float, pair.split("/"))) for pair in out.split()])
    for part, pairs in zip(PARTS, zip(*(row[:-1] for row in rows), strict=True), strict=True):
        wall, processor = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
        goal = f", goal {GOALS[part] * 1000:.0f} ms: {wall / GOALS[part]:.2f} of it" if part in GOALS else ""
        print(f"{part:15s} after {wall * 1000:6.0f} ms, {processor * 1000:6.0f} ms of processor time{goal}")
    print(f"{rows[0][-1][0]:.0f} modules of the program imported")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(float(sys.argv[2]))
    else:
        main()
