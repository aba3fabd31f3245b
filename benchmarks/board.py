"""How fast the board is: first picture, a colour change, a key press, scrolling.

python benchmarks/board.py [rounds]
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.gui.app import make_application, make_window
from htpm_studio.gui.board import Board

TODAY = dt.date(2026, 11, 25)
LONGEST = 30.0
SCROLL_STEPS, FRAME = 160, 1 / 60
COLORS = ("#7A1F3D", "#1F4E7A", "#3D6B1F", "#5B2A86", "#A14A00", "#0F5C5C")


def until(app: QApplication, done: Callable[[], bool]) -> float:
    """Seconds until `done`, while the window goes on."""
    start = time.perf_counter()
    while not done():
        # Waiting for events leaves Python to the drawing threads; asking again and again would slow them down.
        loop = QEventLoop()
        QTimer.singleShot(1, loop.quit)
        loop.exec()
        app.sendPostedEvents()
        if time.perf_counter() - start > LONGEST:
            raise TimeoutError
    return time.perf_counter() - start


def fresh(board: Board) -> bool:
    """Whether everything in sight is up to date and nothing is about to be asked for."""
    return not board.busy and board.view.fresh.waiting == 0


def first_picture(app: QApplication) -> tuple[Board, float, float]:
    start = time.perf_counter()
    window = make_window(app, None, TODAY)
    window.resize(1440, 900)
    window.show()
    board = window.board
    if board is None:
        raise LookupError("no board")
    keys: list[str] = []
    board.workspace.thumbnails.ready.connect(keys.append)
    until(app, lambda: bool(keys))
    first = time.perf_counter() - start
    until(app, lambda: fresh(board))
    return board, first, time.perf_counter() - start


def color_change(app: QApplication, board: Board, color: str) -> float:
    document = board.workspace.document
    project = document.project
    document.change("color", replace(project, brand=replace(project.brand, colors=(color,))))
    return until(app, lambda: fresh(board))


def key_press(app: QApplication, board: Board, text: str) -> float:
    tiles = [row.tile for number in board.view.visible_rows() if (row := board.model.rows[number]).tile]
    tile = next(one for one in tiles if one and "head" in one.page.content)
    seen: list[str] = []
    connection = board.workspace.thumbnails.ready.connect(seen.append)
    board.workspace.document.edit("words", tile.piece, "head", text)
    took = until(app, lambda: tile.key in seen)
    board.workspace.thumbnails.ready.disconnect(connection)
    until(app, lambda: fresh(board))
    return took


def scrolling(app: QApplication, board: Board, *, drawing: bool) -> list[float]:
    """Seconds for each step of 40 pixels with its painting, sixty a second, perhaps while a change is drawn."""
    medium = board.model.sections[0].medium
    if medium not in board.model.view.expanded:
        board.toggle_expanded(medium)
        until(app, lambda: fresh(board))
    bar = board.view.verticalScrollBar()
    steps = []
    for number in range(SCROLL_STEPS):
        if drawing and number % 40 == 0:
            document = board.workspace.document
            brand = replace(document.project.brand, colors=(COLORS[number // 40 % len(COLORS)],))
            document.change("color", replace(document.project, brand=brand))
        pause = time.perf_counter()
        until(app, lambda since=pause: time.perf_counter() - since > FRAME)
        start = time.perf_counter()
        bar.setValue(number * 40 % max(1, bar.maximum()))
        app.sendPostedEvents(board.window(), int(QEvent.Type.UpdateRequest.value))
        steps.append(time.perf_counter() - start)
    until(app, lambda: fresh(board))
    return steps


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with TemporaryDirectory() as home:
        os.environ[paths.OVERRIDE] = home
        measure(rounds)


def measure(rounds: int) -> None:
    app = make_application([])
    board, first, full = first_picture(app)
    gc.freeze()
    seen = sum(1 for number in board.view.visible_rows() if board.model.rows[number].tile)
    print(f"window to first picture          {first * 1000:7.0f} ms")
    print(f"window to full board ({seen:2d} tiles) {full * 1000:8.0f} ms")
    colors = [color_change(app, board, COLORS[number % len(COLORS)]) for number in range(rounds)]
    print(
        f"color change to visible board    {statistics.median(colors) * 1000:7.0f} ms  worst {max(colors) * 1000:.0f}"
    )
    keys = [key_press(app, board, "Words " + "x" * number) for number in range(1, rounds + 1)]
    print(f"key press to one tile            {statistics.median(keys) * 1000:7.0f} ms  worst {max(keys) * 1000:.0f}")
    for drawing in (False, True):
        steps = sorted(scrolling(app, board, drawing=drawing))
        late = steps[int(len(steps) * 0.95)]
        words = "while drawing" if drawing else "at rest      "
        print(f"scroll step {words}        {statistics.median(steps) * 1000:7.1f} ms  95 %: {late * 1000:.1f}")
    board.window().close()


if __name__ == "__main__":
    main()
