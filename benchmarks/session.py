"""Whether memory levels off in a long session: other kits are opened, weeks switched, texts and colors edited.

    python benchmarks/session.py [open|weeks|edits] [steps]

Every 50 steps it prints the memory of the process, how many objects Python watches, and how many widgets there are.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from common import memory, shown, turn, until
from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.gui.app import Studio, make_application, make_studio
from htpm_studio.project.store import save_project

COLORS = ("#7A1F3D", "#1F4E7A", "#3D6B1F", "#5B2A86", "#A14A00", "#0F5C5C")
KITS, WEEKS = 8, 5


def opening(studio: Studio, folder: Path) -> Callable[[int], None]:
    session, document = studio.controllers.session, studio.window.workspace.document
    for number in range(KITS):
        brand = replace(document.project.brand, organisation=f"Org {number}", colors=(COLORS[number % len(COLORS)],))
        save_project(replace(document.project, brand=brand), folder / f"{number}.htpm")
    return lambda step: session.open(folder / f"{step % KITS}.htpm")


def switching(studio: Studio, _folder: Path) -> Callable[[int], None]:
    return lambda step: studio.window.workspace.document.open_week(step % WEEKS + 1)


def editing(studio: Studio, _folder: Path) -> Callable[[int], None]:
    document, board = studio.window.workspace.document, studio.window.board
    assert board is not None
    tiles = [row.tile for number in board.view.visible_rows() if (row := board.model.rows[number]).tile]
    piece = next(tile.piece for tile in tiles if tile and "head" in tile.page.content)

    def edit(step: int) -> None:
        if step % 3:
            document.edit("words", piece, "head", f"Words {step}")
        else:
            brand = replace(document.project.brand, colors=(COLORS[step // 3 % len(COLORS)],))
            document.change("color", replace(document.project, brand=brand))
        if step % 2:
            document.stack.undo()

    return edit


WAYS = {"open": (opening, 200), "weeks": (switching, 500), "edits": (editing, 300)}


def measure(way: str, steps: int) -> None:
    with TemporaryDirectory() as home:
        os.environ[paths.OVERRIDE] = home
        app = make_application([])
        studio = make_studio(app, None, dt.date(2026, 11, 25))
        window = studio.window
        shown(window)
        board = window.board
        assert board is not None
        until(lambda: not board.busy)
        step = WAYS[way][0](studio, Path(home))
        for number in range(1, steps + 1):
            step(number)
            turn(20)
            if number % 5 == 0:
                until(lambda: not board.busy and board.view.thumbnails.waiting == 0)
            if number % 50 == 0:
                tell(way, number, app)
        window.close()


def tell(way: str, number: int, app: QApplication) -> None:
    gc.collect()
    print(f"{way} {number:4d}: {memory():4.0f} MB, {len(gc.get_objects())} objects, {len(app.allWidgets())} widgets")


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "edits"
    measure(asked, int(sys.argv[2]) if len(sys.argv) > 2 else WAYS[asked][1])
