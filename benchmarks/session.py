"""Whether memory levels off in a long session: other kits are opened, weeks switched, texts and colors edited.

    python benchmarks/session.py [open|weeks|edits|goals] [steps]

Every 50 steps it prints the memory of the process, how many objects Python watches, and how many widgets there are.
`goals` is a session as they set it: the window with a kit under 250 MB, after 21 editors and 50 weeks under 350 MB.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from common import memory, shown, turn, unshared, until
from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.gui.app import Studio, make_application, make_studio
from htpm_studio.gui.features.editor.page import EditorPage
from htpm_studio.project.store import save_project

COLORS = ("#7A1F3D", "#1F4E7A", "#3D6B1F", "#5B2A86", "#A14A00", "#0F5C5C")
KITS, WEEKS = 8, 5
EDITORS, SWITCHES = 21, 50


def has_page(page: EditorPage) -> bool:
    """Whether the editor shows its piece."""
    return page.stage.page is not None


def opening(studio: Studio, folder: Path) -> Callable[[int], None]:
    session, document = studio.controllers.session, studio.window.workspace.document
    for number in range(KITS):
        brand = replace(document.project.brand, organization=f"Org {number}", colors=(COLORS[number % len(COLORS)],))
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


def measure_goals() -> None:
    """Open 21 pieces one after the other and switch weeks 50 times."""
    with TemporaryDirectory() as home:
        os.environ[paths.OVERRIDE] = home
        app = make_application([])
        studio = make_studio(app, None, dt.date(2026, 11, 25))
        window, document = studio.window, studio.window.workspace.document
        shown(window)
        board = window.board
        assert board is not None

        def rest() -> None:
            until(lambda: not board.busy and board.view.thumbnails.waiting == 0)
            until(lambda: studio.controllers.checks.started and not studio.controllers.checks.busy, 600)

        rest()
        tell_goal("with a kit", 250)
        pieces = list(dict.fromkeys(row.tile.piece for row in board.model.rows if row.tile and not row.tile.words))
        for piece in pieces[:EDITORS]:
            window.workspace.opened.emit(piece)
            page = window.center.page("editor")
            assert isinstance(page, EditorPage)
            until(partial(has_page, page))
            for _ in range(20):
                turn(5)
            window.show_center("board")
            turn(20)
        rest()
        tell_goal(f"after {len(pieces[:EDITORS])} editors", 350)
        for step in range(SWITCHES):
            document.open_week(step % WEEKS + 1)
            turn(20)
            until(lambda: not board.busy and board.view.thumbnails.waiting == 0)
        rest()
        tell_goal(f"and after {SWITCHES} weeks", 350)
        window.close()


def tell_goal(words: str, goal: float) -> None:
    gc.collect()
    now = memory()
    print(f"{words}: {now:4.0f} MB, {unshared():4.0f} MB of them its own; goal {goal:.0f} MB: {now / goal:.2f} of it")


def tell(way: str, number: int, app: QApplication) -> None:
    gc.collect()
    print(f"{way} {number:4d}: {memory():4.0f} MB, {len(gc.get_objects())} objects, {len(app.allWidgets())} widgets")


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "edits"
    if asked == "goals":
        measure_goals()
    else:
        measure(asked, int(sys.argv[2]) if len(sys.argv) > 2 else WAYS[asked][1])
