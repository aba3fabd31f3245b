"""How long the program takes from the start of its process to its window and to the pictures in it.

python benchmarks/start.py [rounds]
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

PARTS = ("imported", "window made", "window painted", "first picture", "full board")


def child(began: float) -> None:
    """Open the window as the program does, and print wall and processor seconds of each part."""
    marks: dict[str, tuple[float, float]] = {}

    def mark(part: str) -> None:
        marks.setdefault(part, (time.time() - began, time.process_time()))

    from htpm_studio.gui.app import make_application, make_studio, show_whole

    mark("imported")
    from common import until
    from PySide6.QtCore import QEvent, QObject

    window = make_studio(make_application([]), None, dt.date(2026, 11, 25)).window
    mark("window made")
    board = window.board
    if board is None:
        raise LookupError("no board")

    class Painted(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                mark("window painted")
            return False

    painted, keys = Painted(), list[str]()
    board.view.viewport().installEventFilter(painted)
    window.workspace.renderer.ready.connect(keys.append)
    show_whole(window)
    until(lambda: bool(keys) and "window painted" in marks)
    mark("first picture")
    until(lambda: not board.busy and board.view.thumbnails.waiting == 0)
    mark("full board")
    window.close()
    print(" ".join(f"{wall}/{processor}" for wall, processor in (marks[part] for part in PARTS)))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    root = Path(__file__).resolve().parent.parent
    rows = []
    for number in range(rounds + 1):
        with TemporaryDirectory() as home:
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen", "HTPM_STUDIO_HOME": home, "PYTHONPATH": str(root),
            }  # fmt: skip
            command = [sys.executable, __file__, "--child", str(time.time())]
            out = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        if number:  # The first one reads files that are not in memory yet, and compiles what was never compiled.
            rows.append([tuple(map(float, pair.split("/"))) for pair in out.split()])
    for part, pairs in zip(PARTS, zip(*rows, strict=True), strict=True):
        wall, processor = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
        print(f"{part:15s} after {wall * 1000:6.0f} ms, {processor * 1000:6.0f} ms of processor time")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(float(sys.argv[2]))
    else:
        main()
