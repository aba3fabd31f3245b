"""How fast the board is once it is there: a color change, a key press, scrolling, weeks, and the same during an export.

python benchmarks/board.py [rounds]
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from tempfile import TemporaryDirectory

from common import Pulse, shown, until
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.gui.app import Studio, make_application, make_studio
from htpm_studio.gui.features.board.page import Board

TODAY = dt.date(2026, 11, 25)
SCROLL_STEPS, FRAME = 160, 1 / 60
COLORS = ("#7A1F3D", "#1F4E7A", "#3D6B1F", "#5B2A86", "#A14A00", "#0F5C5C")


def fresh(board: Board) -> bool:
    """Whether everything in sight is up to date and nothing is about to be asked for."""
    return not board.busy and board.view.thumbnails.waiting == 0


def full_board(app: QApplication) -> tuple[Studio, Board]:
    studio = make_studio(app, None, TODAY)
    shown(studio.window)
    board = studio.window.board
    if not isinstance(board, Board):
        raise TypeError("no board")
    until(lambda: fresh(board))
    return studio, board


def color_change(board: Board, color: str) -> float:
    document = board.workspace.document
    project = document.project
    document.change("color", replace(project, brand=replace(project.brand, colors=(color,))))
    return until(lambda: fresh(board))


def key_press(board: Board, text: str) -> float:
    tiles = [row.tile for number in board.view.visible_rows() if (row := board.model.rows[number]).tile]
    tile = next(one for one in tiles if one and "head" in one.page.content)
    seen: list[str] = []
    connection = board.workspace.renderer.ready.connect(seen.append)
    board.workspace.document.edit("words", tile.piece, "head", text)
    took = until(lambda: tile.key in seen)
    board.workspace.renderer.ready.disconnect(connection)
    until(lambda: fresh(board))
    return took


def scrolling(app: QApplication, board: Board, *, drawing: bool) -> list[float]:
    """Seconds for each step of 40 pixels with its painting, sixty a second, perhaps while a change is drawn."""
    medium = board.model.sections[0].medium
    if medium not in board.model.view.expanded:
        board.toggle_expanded(medium)
        until(lambda: fresh(board))
    bar = board.view.verticalScrollBar()
    steps = []
    for number in range(SCROLL_STEPS):
        if drawing and number % 40 == 0:
            document = board.workspace.document
            brand = replace(document.project.brand, colors=(COLORS[number // 40 % len(COLORS)],))
            document.change("color", replace(document.project, brand=brand))
        pause = time.perf_counter()
        until(lambda since=pause: time.perf_counter() - since > FRAME)
        start = time.perf_counter()
        bar.setValue(number * 40 % max(1, bar.maximum()))
        app.sendPostedEvents(board.window(), int(QEvent.Type.UpdateRequest.value))
        steps.append(time.perf_counter() - start)
    until(lambda: fresh(board))
    return steps


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with TemporaryDirectory() as home:
        os.environ[paths.OVERRIDE] = home
        measure(rounds)


def timed(words: str, steps: list[Callable[[], float]]) -> None:
    """Run steps one after the other; each answers how many seconds a user waited."""
    pulse = Pulse()
    spent = time.process_time()
    waits = [step() for step in steps]
    each = (time.process_time() - spent) / len(steps)
    middle, worst = statistics.median(waits) * 1000, max(waits) * 1000
    print(f"{words} {middle:5.0f} ms, worst {worst:5.0f}, {each * 1000:4.0f} ms of processors; {pulse.words()}")


def measure(rounds: int) -> None:
    app = make_application([])
    studio, board = full_board(app)
    rest(studio)
    seen = sum(1 for number in board.view.visible_rows() if board.model.rows[number].tile)
    colors = [partial(color_change, board, COLORS[number % len(COLORS)]) for number in range(rounds)]
    timed(f"color change to {seen} tiles in sight", colors)
    keys = [partial(key_press, board, "Words " + "x" * number) for number in range(1, rounds + 1)]
    timed("key press to its tile           ", keys)
    for drawing in (False, True):
        steps = sorted(scrolling(app, board, drawing=drawing))
        late = steps[int(len(steps) * 0.95)]
        words = "while drawing" if drawing else "at rest      "
        print(f"scroll step {words} {statistics.median(steps) * 1000:7.1f} ms  95 %: {late * 1000:.1f}")
    weeks = [partial(week_change, board, number) for number in (3, 2) * rounds]
    timed("week that was seen before       ", weeks[2:])
    while_exporting(studio, board, rounds)
    board.window().close()


def week_change(board: Board, week: int) -> float:
    board.workspace.document.open_week(week)
    return until(lambda: fresh(board))


def while_exporting(studio: Studio, board: Board, rounds: int) -> None:
    """Typing, and the hand on the scroll bar, while the whole kit is written in its own process."""
    exporter = studio.controllers.exporter
    exporter.start_set()
    until(lambda: exporter.done > 0)
    keys = [partial(key_press, board, "More " + "x" * number) for number in range(1, rounds + 1)]
    timed("key press during an export      ", keys)
    if not exporter.running:
        raise SystemExit("The export was over before the last key: use fewer rounds.")
    exporter.stop()
    until(lambda: not exporter.running)


def rest(studio: Studio) -> None:
    """Wait until the checks that follow a start are done as well."""
    runner = studio.controllers.checks
    until(lambda: runner.started and not runner.busy)


if __name__ == "__main__":
    main()
