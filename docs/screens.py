"""Take the pictures of the guide from the real program: `python docs/screens.py`, or with names: `... board export`.

Each picture is the window after steps that a user could take, off screen, with an empty home folder, on a fixed day
and in the fonts that come with the program, so that it is the same wherever it is taken.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = Path(tempfile.mkdtemp(prefix="studio-"))
sys.path.insert(0, str(HERE.parent))
os.environ.update({"QT_QPA_PLATFORM": "offscreen", "HOME": str(HOME), "USERPROFILE": str(HOME), "LC_ALL": "C.UTF-8"})

import resvg_py
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from htpm_studio import paths
from htpm_studio.gui.app import Studio, make_application, make_studio
from htpm_studio.gui.core.settings import Settings, write_settings
from htpm_studio.gui.core.tiles import takes_picture
from htpm_studio.gui.features.editor.page import EditorPage
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.pictures import load_logo
from htpm_studio.project.store import save_project

OUT = HERE / "guide" / "pictures"
TODAY = dt.date(2026, 12, 2)
NAME = "Riverbend Coalition"
SIZE = (1280, 800)
COLORS = 200
MOST = 300.0


def settle(window: MainWindow, until: Callable[[], bool] = lambda: True) -> None:
    """Let the window work until nothing is drawn any more and `until` holds."""
    app, end, calm = QApplication.instance(), time.monotonic() + MOST, 0
    while calm < 25:
        if app is not None:
            app.processEvents()
        busy = window.workspace.renderer.busy or not until()
        calm = 0 if busy else calm + 1
        if time.monotonic() > end:
            what = (
                "Pictures are still being drawn"
                if window.workspace.renderer.busy
                else "What was waited for did not come"
            )
            raise TimeoutError(f"The window does not come to rest. {what}. It says: {window.info.label.text()!r}")
        time.sleep(0.02)


def take(widget: QWidget, name: str) -> None:
    """Save what a widget shows."""
    buffer = QBuffer(data := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    path = HOME / f"{name}.png"
    path.write_bytes(data.data())
    with Image.open(path) as picture:
        OUT.mkdir(parents=True, exist_ok=True)
        picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(OUT / f"{name}.png", optimize=True)
    print(f"{name}.png")


# ------------------------------------------------------------------ what is shown


def start(studio: Studio) -> None:
    """The first start."""
    window = studio.window
    settle(window)


def board(studio: Studio) -> None:
    """A kit with name and logo."""
    settle(studio.window)


def month(studio: Studio) -> None:
    """All weeks of the month."""
    window = studio.window
    window.workspace.actions["all_weeks"].trigger()
    settle(window)


def brand(studio: Studio) -> None:
    """The board with the card of the colors."""
    window = studio.window
    settle(window)
    window.open_card("colors")
    settle(window)


def who(studio: Studio) -> None:
    """A photo that was dropped on a graphic, and the question about it."""
    window = studio.window
    settle(window)
    page = window.board
    if page is None:
        raise RuntimeError("The board is not there.")
    kit = window.workspace.document.kit()
    graphics = [tile for section in page.model.sections if section.medium == "social" for tile in section.tiles]
    piece = next(tile.piece for tile in graphics if takes_picture(kit, tile))
    studio.controllers.pictures.add([photo_file(window, "family-table", "Community supper")], (piece,))
    settle(window, lambda: len(window.workspace.document.project.photos) == 1)


def table(studio: Studio) -> None:
    """The kit on the table."""
    window = studio.window
    window.show_center("room")
    settle(window)


def editor(studio: Studio) -> None:
    """A social graphic whose headline is typed in, with the list of all its words."""
    window = studio.window
    edit(window, "social")
    page = window.center.page("editor")
    if not isinstance(page, EditorPage):
        raise TypeError("The editor is not there.")
    page.inspector.words.open()
    page.typing.enter("head")
    settle(window)


def slide(studio: Studio) -> None:
    """A slide with its notes."""
    window = studio.window
    edit(window, "deck")


def edit(window: MainWindow, medium: str) -> None:
    """Open the second piece of a medium in the editor."""
    settle(window)
    page = window.board
    if page is None:
        raise RuntimeError("The board is not there.")
    pieces = [tile.piece for section in page.model.sections if section.medium == medium for tile in section.tiles]
    window.workspace.opened.emit(pieces[1])
    settle(window)


def pictures(studio: Studio) -> None:
    """A picture of the user's own with what is known of it."""
    window = studio.window
    desk = studio.controllers.pictures
    desk.add([photo_file(window, "family-table", "Community supper")])
    window.show_center("pictures")
    settle(window, lambda: len(window.workspace.document.project.photos) == 1)
    desk.set_current(window.workspace.document.project.photos[0].source.key)
    window.show_panel("record")
    settle(window)


def photo_file(window: MainWindow, scene: str, name: str) -> Path:
    """A drawing of the kit as if it were a photo of the user's own."""
    drawing = window.workspace.document.kit().scenes[scene].source.data.decode("utf-8")
    picture = HOME / f"{name}.jpg"
    pixels = bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=2000))
    Image.open(io.BytesIO(pixels)).convert("RGB").save(picture, quality=90)
    return picture


def export(studio: Studio) -> None:
    """The export panel."""
    window = studio.window
    window.show_panel("export")
    settle(window)


def done(studio: Studio) -> None:
    """After an export."""
    window = studio.window
    window.show_panel("export")
    exporter = studio.controllers.exporter
    exporter.start_set()
    settle(window, lambda: exporter.state != "running")
    if exporter.state != "done":
        raise RuntimeError(f"The export ended as {exporter.state}: {exporter.error}")


def printing(studio: Studio) -> None:
    """The print panel."""
    window = studio.window
    window.show_panel("print")
    settle(window)


def calendar(studio: Studio) -> None:
    """The calendar with a day."""
    window = studio.window
    window.show_center("calendar")
    window.show_panel("day")
    settle(window)


def checks(studio: Studio) -> None:
    """The checks panel."""
    window = studio.window
    document = studio.controllers.editor.document
    document.edit("Headline", "w2/social/w2-rights", "head", "Victims of trafficking have the right to work safely")
    window.show_panel("checks")
    settle(window, lambda: not (runner := studio.controllers.checks).busy and bool(runner.report.checks))


def partners(studio: Studio) -> None:
    """A list of partners."""
    window = studio.window
    table = HOME / "partners.csv"
    table.write_text(
        "organization,color,website\nHarbor Legal Aid,#1F4E79,harborlegal.example\n"
        "Northside Clinic,#7A1F4B,northside.example\nOak Street Library,#2F6B2F,oakstreet.example\n",
        encoding="utf-8",
    )
    window.show_center("partners")
    found = studio.controllers.partners
    found.load(table)
    settle(window, lambda: len(found.rows) == 3 and all(row.state != "checking" for row in found.rows))


def toolkit(studio: Studio) -> None:
    """A toolkit of another year."""
    window = studio.window
    document = HOME / "toolkit-2028.md"
    document.write_text((HERE / "sample-toolkit.md").read_text(encoding="utf-8"), encoding="utf-8")
    window.show_center("import")
    desk = studio.controllers.toolkit
    desk.read(document)
    settle(window, lambda: desk.chosen > 0 and not desk.busy)


SHOWN: Mapping[str, Callable[[Studio], None]] = {
    "start": start,
    "board": board,
    "month": month,
    "brand": brand,
    "editor": editor,
    "slide": slide,
    "who": who,
    "pictures": pictures,
    "table": table,
    "export": export,
    "done": done,
    "print": printing,
    "calendar": calendar,
    "checks": checks,
    "partners": partners,
    "toolkit": toolkit,
}


def show(name: str) -> None:
    """Open a window, take the steps, take the picture, close."""
    app = make_application([])
    shutil.rmtree(paths.user_data(), ignore_errors=True)
    first = name == "start"
    kit = HOME / "Documents" / "HTPM Studio" / "Riverbend January.htpm"
    if not first:
        kit.parent.mkdir(parents=True, exist_ok=True)
        save_project(Project(Brand(NAME, logo=load_logo(HERE / "sample-logo.svg")), 2, 2027), kit)
        write_settings(Settings(theme="light", paper="letter"), paths.settings_file())
    studio = make_studio(app, None if first else kit, TODAY)
    window = studio.window
    window.resize(*SIZE)
    window.show()
    settle(window, lambda: first or studio.controllers.session.path == kit)
    SHOWN[name](studio)
    take(window, name)
    window.close()
    window.deleteLater()
    settle_down(app)


def settle_down(app: QApplication) -> None:
    """Let a closed window go."""
    for _ in range(10):
        app.processEvents()
        time.sleep(0.01)


def use_own_fonts(app: QApplication) -> None:
    """Show the window in the fonts that come with the program, which are the same everywhere."""
    for path in sorted((paths.assets() / "fonts").glob("PublicSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    app.setFont(QFont("HTPM Public Sans", 10))


def main(names: Sequence[str]) -> None:
    """Take all pictures, or those that are named."""
    use_own_fonts(make_application([]))
    for name in names or tuple(SHOWN):
        show(name)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        shutil.rmtree(HOME, ignore_errors=True)
        os._exit(1)  # threads of a window that is still open would keep the process from ending
    shutil.rmtree(HOME, ignore_errors=True)
