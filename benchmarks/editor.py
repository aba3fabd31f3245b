"""How soon the editor shows a key press, and whether a crop drag keeps up with the hand.

    python benchmarks/editor.py

A key is timed from the press to the new picture on the stage, a move of the mouse from the move to the picture that
follows it. The goal is 100 ms for a key and 33 ms for a move on an old laptop.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from common import Pulse, shown, turn, until
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from htpm_studio.export.kit.edits import PICTURE
from htpm_studio.gui.app import make_application, make_studio
from htpm_studio.gui.features.editor.page import EditorPage
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.project.model import Photo
from htpm_studio.project.pictures import load_photo

WORDS = "Safe work for all of us"
LEFT = Qt.MouseButton.LeftButton


def main() -> None:
    with TemporaryDirectory() as folder:
        os.environ["HTPM_STUDIO_HOME"] = folder
        app = make_application([])
        window = make_studio(app, None, dt.date(2026, 11, 25)).window
        shown(window)
        window.show_center("board")
        add_photo(window, Path(folder) / "photo.jpg")
        for piece, key in (("w2/social/w2-healthy-workforce", "head"), ("w2/deck/training/14", "head")):
            page = opened(window, piece)
            report(f"{piece}: key press", partial(typing, page, key))
            report(f"{piece}: drag of a drawing", partial(dragging, page))
            photo = window.workspace.document.project.photos[0].source.key
            page.controller.change("Swap picture", {PICTURE: photo})
            settle(page)
            report(f"{piece}: drag of a photo of 12 megapixels", partial(dragging, page))
        window.close()


def add_photo(window: MainWindow, path: Path) -> None:
    bands = (Image.radial_gradient("L"), Image.linear_gradient("L"), Image.effect_noise((256, 256), 90))
    Image.merge("RGB", bands).resize((4000, 3000)).save(path, quality=90)
    document = window.workspace.document
    project = document.project
    document.change("Add", replace(project, photos=(Photo(load_photo(path), path.name, people="nobody"),)))


def opened(window: MainWindow, piece: str) -> EditorPage:
    window.workspace.opened.emit(piece)
    page = window.center.page("editor")
    assert isinstance(page, EditorPage)
    settle(page)
    return page


def settle(page: EditorPage) -> None:
    """Wait until the stage and the small pictures are done."""
    end = time.perf_counter() + 2.5
    until(lambda: page.stage.page is not None)
    while time.perf_counter() < end:
        turn(2)


def typing(page: EditorPage, field: str) -> list[float]:
    page.typing.enter(field)
    editor = page.typing.mirror
    editor.selectAll()
    times = []
    for letter in WORDS:
        start = time.perf_counter()
        QTest.keyClicks(editor, letter)
        words = editor.words()

        def there(goal: str = words) -> bool:
            shown = page.shown
            return shown is not None and str(shown.request.spec.content.get(field)).strip() == goal

        until(there)
        times.append(time.perf_counter() - start)
        pause = time.perf_counter() + 0.08
        while time.perf_counter() < pause:
            turn(2)
    settle(page)
    return times


def is_new(page: EditorPage, before: object) -> bool:
    return page.shown is not before


def dragging(page: EditorPage) -> list[float]:
    stage = page.stage
    assert stage.framing is not None
    page.inspector.picture.slider.setValue(160)
    settle(page)
    assert stage.framing is not None
    box = stage.framing.box
    start = stage.mapFromScene(box.x + box.width * 0.25, box.y + box.height * 0.25)
    viewport, times = stage.viewport(), []
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for number in range(1, 25):
        before, begun = page.shown, time.perf_counter()
        QTest.mouseMove(viewport, start + QPoint(3 * number, 2 * number))
        until(partial(is_new, page, before))
        times.append(time.perf_counter() - begun)
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, start + QPoint(75, 50))
    settle(page)
    return times[1:]


def report(name: str, measure: Callable[[], list[float]]) -> None:
    pulse = Pulse()
    times = measure()
    middle, worst = statistics.median(times) * 1000, max(times) * 1000
    print(f"{name}: median {middle:.0f} ms, worst {worst:.0f} ms, {len(times)} times; {pulse.words()}")


if __name__ == "__main__":
    main()
