"""Fifty photos of 24 megapixels come into the window: how long it does not answer, its memory, and how they scroll.

python benchmarks/photos.py [photos]
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from common import Pulse, memory, shown, until
from PIL import Image, ImageDraw
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from htpm_studio import paths
from htpm_studio.gui.app import make_application, make_studio
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.shell.main_window import MainWindow

SIZE, TODAY = (6000, 4000), dt.date(2026, 11, 25)
PATIENCE = 900.0


class Peak(QObject):
    """The most memory of this process and those that it started, looked at five times a second."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(200)

    def _look(self) -> None:
        own = str(os.getpid())
        children = [memory(stat.parent.name) for stat in Path("/proc").glob("[0-9]*/stat") if _parent(stat) == own]
        self.most = max(self.most, memory() + sum(children))


def _parent(stat: Path) -> str:
    try:
        return stat.read_text().rpartition(")")[2].split()[1]
    except OSError:
        return ""


def write_photos(folder: Path, count: int) -> list[Path]:
    bands = (Image.radial_gradient("L"), Image.linear_gradient("L"), Image.effect_noise((256, 256), 60))
    ground = Image.merge("RGB", bands).resize(SIZE)
    names = [folder / f"photo-{number:02d}.jpg" for number in range(count)]
    for number, path in enumerate(names):
        ImageDraw.Draw(ground).ellipse((100 * number, 60 * number, 100 * number + 500, 60 * number + 500), fill="teal")
        ground.save(path, quality=88)
    return names


def settled(desk: PicturesController, count: int) -> bool:
    return desk.task is None and len(desk.document.project.photos) >= count


def is_past(moment: float) -> bool:
    return time.perf_counter() > moment


def scrolling(app: QApplication, window: MainWindow) -> list[float]:
    """Seconds for each step of 40 pixels through the library with its painting, sixty a second."""
    page = window.center.page("pictures")
    areas = [area for area in page.findChildren(QAbstractScrollArea) if area.verticalScrollBar().maximum() > 0]
    bar = max((area.verticalScrollBar() for area in areas), key=lambda one: one.maximum())
    steps = []
    for number in range(160):
        until(partial(is_past, time.perf_counter() + 1 / 60))
        start = time.thread_time()
        bar.setValue(number * 40 % max(1, bar.maximum()))
        app.sendPostedEvents(window, int(QEvent.Type.UpdateRequest.value))
        steps.append(time.thread_time() - start)
    return steps


def measure(count: int) -> None:
    with TemporaryDirectory() as home:
        os.environ[paths.OVERRIDE] = home
        photos = write_photos(Path(home), count)
        app = make_application([])
        studio = make_studio(app, None, TODAY)
        window = studio.window
        shown(window)
        board = window.board
        assert board is not None
        until(lambda: not board.busy)
        before, pulse, peak = memory(), Pulse(), Peak()
        window.show_center("pictures")
        pictures = studio.controllers.pictures
        start = time.perf_counter()
        pictures.add(photos)
        until(lambda: settled(pictures, count), PATIENCE)
        print(f"{count} photos of 24 megapixels: {time.perf_counter() - start:.0f} s; {pulse.words()}")
        kept = sum(len(photo.source.data) for photo in pictures.document.project.photos) / 1e6
        print(f"memory before {before:.0f} MB, most {peak.most:.0f}, after {memory():.0f}, photos alone {kept:.0f}")
        pulse.start()
        steps = sorted(scrolling(app, window))
        late = steps[int(len(steps) * 0.95)] * 1000
        print(f"scroll step {statistics.median(steps) * 1000:.1f} ms, 95 %: {late:.1f}; {pulse.words()}")
        window.close()


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
