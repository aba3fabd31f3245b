"""Each command of the window is used here once as a user would, and does what it says: menu by menu, in one window."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QInputDialog

from htpm_studio.export.kit.edits import ADDED, LEFT_OUT, LOCKED
from htpm_studio.gui.core.shell_interface import SMALLEST
from htpm_studio.gui.pickers.picture_picker import PicturePicker
from htpm_studio.gui.shell.actions import MENUS, SEPARATOR, SPECS
from htpm_studio.project.brand_file import open_brand, save_brand
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.store import open_project, save_project
from htpm_studio.weeks import WEEK_NUMBERS
from tests.gui.desk_fixtures import POST, SLIDE, Desk, desk
from tests.gui.parts import controllers_of

__all__ = ["desk"]

# ---------------------------------------------------------------- File


def save_to_files(desk: Desk) -> None:
    desk.named("Riverbend")
    desk.use("save")
    desk.until(lambda: desk.session.path is not None and not desk.session.dirty)
    first = desk.session.path
    assert first is not None
    assert open_project(first).brand.organization == "Riverbend"
    desk.use("save_as", None)
    desk.use("save_copy", None)
    assert desk.session.path == first
    desk.use("save_copy", desk.folder / "copy")
    desk.until((desk.folder / "copy.htpm").is_file)
    desk.use("save_as", desk.folder / "other")
    desk.until(lambda: desk.session.path == desk.folder / "other.htpm")
    desk.use("save_as", desk.folder / "no" / "such" / "place")
    assert "could not be saved" in desk.dismiss_failure()
    assert desk.session.path == desk.folder / "other.htpm"


def open_another(desk: Desk) -> None:
    save_project(Project(Brand("Lakeside"), 3, 2027), desk.folder / "lake.htpm")
    (desk.folder / "bad.htpm").write_bytes(b"no kit")
    desk.use("open", None)
    assert desk.name() == "Riverbend"
    desk.use("open", desk.folder / "bad.htpm")
    assert "could not be opened" in desk.dismiss_failure()
    assert desk.name() == "Riverbend"
    desk.use("open", desk.folder / "lake.htpm")
    desk.until(lambda: desk.name() == "Lakeside")
    desk.use("new")
    desk.until(lambda: not desk.name())


def brand_files(desk: Desk) -> None:
    save_brand(Brand("Hillside", colors=("#5B2A86",)), desk.folder / "hill.htpmbrand")
    desk.use("use_brand", None)
    assert not desk.name()
    desk.use("use_brand", desk.folder / "hill.htpmbrand")
    desk.until(lambda: desk.name() == "Hillside")
    desk.use("save_brand", None)
    desk.use("save_brand", desk.folder / "mine.htpmbrand")
    desk.until((desk.folder / "mine.htpmbrand").is_file)
    assert open_brand(desk.folder / "mine.htpmbrand").colors == ("#5B2A86",)
    desk.use("undo")
    assert not desk.name()


def pages_of_file(desk: Desk) -> None:
    desk.use("import")
    assert desk.window.center.name == "import"
    desk.window.show_center("board")
    for name in ("export", "print"):
        desk.use(name)
        assert desk.window.right_card.name == name
        desk.use(name)
        assert not desk.window.right_card.name


def export_is_stopped(desk: Desk) -> None:
    exporter = controllers_of(desk.window.workspace).exporter
    desk.use("export_now")
    assert exporter.running
    assert desk.action("export_now").text() == "Exporting"
    exporter.stop()
    desk.until(lambda: exporter.state == "stopped")
    assert desk.action("export_now").text() == "Export week 2"
    assert not list(desk.folder.rglob("START-HERE.html"))


def quits(desk: Desk) -> None:
    desk.use("quit")
    assert not desk.window.isVisible()


# ---------------------------------------------------------------- Edit


def steps(desk: Desk) -> None:
    desk.named("Riverbend")
    desk.use("undo")
    assert not desk.name()
    desk.use("redo")
    assert desk.name() == "Riverbend"
    assert not desk.action("redo").isEnabled()


def clipboard(desk: Desk) -> None:
    desk.select()
    board = QGuiApplication.clipboard()
    desk.use("copy_picture")
    desk.until(lambda: not board.image().isNull())
    desk.use("copy_post")
    assert "manager" in board.text()
    assert desk.toasts[-1] == f"Copied, {len(board.text())} characters"
    picture = QImage(1400, 1200, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    board.setImage(picture)
    desk.window.workspace.select(())
    desk.use("paste")
    desk.until(lambda: len(desk.project.photos) == 1)
    board.clear()
    before = desk.project
    desk.use("paste")
    assert desk.project is before


def selecting(desk: Desk) -> None:
    desk.window.show_center("board")
    desk.board.view.setFocus()
    desk.use("select_all")
    assert len(desk.window.workspace.selection) > 10
    desk.use("select_none")
    assert desk.window.workspace.selection == ()
    desk.use("find")
    assert desk.window.bar.find_field.hasFocus()
    desk.board.view.setFocus()
    QTimer.singleShot(0, desk.window, lambda: QApplication.activePopupWidget().close())  # type: ignore[union-attr]
    desk.use("history")


def preferences(desk: Desk) -> None:
    from htpm_studio.gui.settings.window import Preferences

    desk.use("preferences")
    desk.front(Preferences).close()


# ---------------------------------------------------------------- View


def pages_of_view(desk: Desk) -> None:
    for name in ("pictures", "calendar", "room", "board"):
        desk.use(name)
        assert desk.window.center.name == name
    desk.use("calendar")
    desk.use("back")
    assert desk.window.center.name == "board"


def weeks(desk: Desk) -> None:
    for number in (3, 4, 5, 1, 2):
        desk.use(f"week{number}")
        assert desk.project.week == number
        pieces = {row.tile.piece for row in desk.board.model.rows if row.tile} - {"w2/social/w2-wear-blue"}
        assert all(piece.startswith(f"w{number}/") for piece in pieces)
    desk.use("all_weeks")
    assert controllers_of(desk.window.workspace).exporter.weeks() == (1, 2, 3, 4, 5)


def panels(desk: Desk) -> None:
    desk.use("brand")
    assert desk.window.below.name == "colors"
    desk.use("checks")
    assert desk.window.right_card.name == "checks"
    desk.use("checks")
    assert not desk.window.right_card.name


def zoom(desk: Desk) -> None:
    desk.window.show_center("board")
    before = desk.board.view.zoom
    desk.use("zoom_in")
    assert desk.board.view.zoom > before
    desk.use("zoom_out")
    desk.use("zoom_out")
    assert desk.board.view.zoom < before
    desk.use("zoom_fit")
    assert desk.board.view.zoom == SMALLEST


def moving_about(desk: Desk) -> None:
    desk.use("full_screen")
    assert desk.window.isFullScreen()
    desk.use("full_screen")
    assert not desk.window.isFullScreen()
    desk.board.view.setFocus()
    desk.use("next_pane")
    assert not desk.has_focus(desk.board)
    desk.use("previous_pane")
    assert desk.has_focus(desk.board)


# ---------------------------------------------------------------- Kit


def editing(desk: Desk) -> None:
    desk.select()
    desk.use("edit")
    assert desk.window.center.name == "editor"
    page: Any = desk.window.center.page("editor")
    first = page.controller.now.tile.piece
    desk.use("next_piece")
    assert page.controller.now.tile.piece != first
    desk.use("previous_piece")
    assert page.controller.now.tile.piece == first == POST
    desk.use("all_words")
    assert desk.has_focus(page.inspector.words.list)
    desk.use("swap")
    desk.front(PicturePicker).close()
    desk.window.workspace.document.edit("words", POST, "head", "Our own words")
    desk.select()
    desk.use("reset")
    assert desk.edit_of(POST, "head") is None


def slides(desk: Desk) -> None:
    count = _slides(desk)
    for number, name in enumerate(("duplicate", "new_slide"), 1):
        desk.select(SLIDE)
        desk.use(name)
        desk.until(lambda more=number: _slides(desk) == count + more)  # type: ignore[misc]
    added = _added(desk)
    desk.select(added[0])
    desk.use("every_week")
    desk.until(lambda: len({piece.partition("/")[0] for piece in _added(desk)}) == 5)
    desk.window.workspace.document.stack.undo()
    assert _added(desk) == added
    desk.select(POST)
    assert not desk.action("duplicate").isVisible()


def _added(desk: Desk) -> list[str]:
    items = desk.window.workspace.document.project.edits.items
    return [edit.piece for edit in items if edit.field == ADDED]


def _slides(desk: Desk) -> int:
    return sum(len(one.tiles) for one in desk.board.model.sections if one.medium == "deck")


def marks(desk: Desk) -> None:
    for name, field, piece in (("lock", LOCKED, POST), ("leave_out", LEFT_OUT, SLIDE)):
        desk.select(piece)
        desk.use(name)
        assert desk.edit_of(piece, field)
        desk.select(piece)
        desk.use(name)
        assert not desk.edit_of(piece, field)


def shuffles(desk: Desk) -> None:
    before = desk.project
    desk.use("shuffle")
    assert desk.project.mix_of(before.week) == 1
    desk.use("shuffle")
    assert desk.project.mix_of(before.week) == 2
    desk.window.workspace.document.stack.undo()
    desk.window.workspace.document.stack.undo()
    assert desk.project.mixes == before.mixes == ()


def exports_a_piece(desk: Desk) -> None:
    desk.window.show_panel("export")
    desk.select()
    before = desk.board.model.tick(desk.board.model.rows[desk.board.model.rows_of_piece(POST)[0]])
    desk.use("tick")
    assert desk.board.model.tick(desk.board.model.rows[desk.board.model.rows_of_piece(POST)[0]]) != before
    exporter = controllers_of(desk.window.workspace).exporter
    desk.use("export_piece")
    desk.until(lambda: not exporter.running)
    assert exporter.written is not None
    assert {file.piece for file in exporter.written.files if file.piece} == {POST}


def shows(desk: Desk) -> None:
    from htpm_studio.gui.features.presenter.room_window import RoomWindow

    desk.use("show_deck")
    desk.front(RoomWindow).close()


def rehearses(desk: Desk) -> None:
    from htpm_studio.gui.features.presenter.speaker_window import SpeakerWindow

    desk.use("rehearse")
    desk.front(SpeakerWindow).close()


# ---------------------------------------------------------------- keys, preferences and Help


def checks(desk: Desk) -> None:
    runner = controllers_of(desk.window.workspace).checks
    desk.window.workspace.document.edit("Headline", "w2/social/w2-rights", "head", "Victims have the right to work")
    desk.window.show_panel("checks")
    desk.until(lambda: len(runner.rows()) > 1 and not runner.busy)
    desk.use("next_check")
    first = runner.current
    desk.use("next_check")
    assert first != runner.current
    desk.use("previous_check")
    assert runner.current == first


def folders(desk: Desk) -> None:
    desk.use("check_folder", None)
    desk.use("check_folder", desk.folder)
    assert "checked" in desk.dismiss_failure()
    desk.use("save_campaign", None)
    desk.use("save_campaign", desk.folder / "mine")
    desk.until(lambda: any("The campaign is in mine" in one for one in desk.toasts))
    desk.use("use_campaign", None)
    desk.use("use_campaign", desk.folder)
    assert "cannot be used" in desk.dismiss_failure()
    assert desk.project.pack == ()
    desk.use("use_campaign", desk.folder / "mine")
    desk.until(lambda: desk.project.pack != ())


def partners(desk: Desk) -> None:
    desk.use("partners")
    assert desk.window.center.name == "partners"
    desk.window.show_center("board")
    desk.use("partner_sheet")
    assert desk.window.center.name == "partners"
    desk.window.show_center("board")


def templates(desk: Desk) -> None:
    desk.use("open_templates")
    folder = Path(desk.opened[-1].removeprefix("file://"))
    assert folder.is_dir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QInputDialog, "getItem", lambda *rest: (rest[3][0], False))
        desk.use("copy_template")
        assert not list(folder.rglob("*.xml"))
        patch.setattr(QInputDialog, "getItem", lambda *rest: (rest[3][0], True))
        desk.use("copy_template")
        patch.setattr(QInputDialog, "getInt", lambda *_: (100, False))
        desk.use("draw_designs", desk.folder / "designs.png")
        desk.use("draw_designs", None)
        assert not (desk.folder / "designs.png").exists()
    desk.until(lambda: any("1 of your templates is in use" in one for one in desk.toasts))
    (made,) = folder.rglob("*.xml")
    made.write_text("<page", "utf-8")
    desk.use("read_templates")
    assert "not used" in desk.dismiss_failure()


def helps(desk: Desk) -> None:
    from htpm_studio.gui.help.about import About
    from htpm_studio.gui.help.topics import Help

    desk.use("help")
    assert desk.opened[-1].endswith("index.html")
    for name, kind in (("how_to", Help), ("keys", Help), ("about", About)):
        desk.use(name)
        desk.front(kind).close()


KEYS = "keys and preferences"
USES: Mapping[str, tuple[Callable[[Desk], None], ...]] = {
    "&File": (save_to_files, open_another, brand_files, pages_of_file, export_is_stopped, partners, preferences, quits),
    "&Edit": (steps, clipboard, selecting),
    "&View": (pages_of_view, weeks, panels, zoom, moving_about),
    "&Kit": (editing, slides, marks, shuffles, exports_a_piece, shows, rehearses),
    "&Help": (helps,),
    KEYS: (checks, folders, templates),
}


def test_every_command_of_the_window_is_used_here() -> None:
    """The uses are slow; that a new command has one is seen without them."""
    source = ast.parse(Path(__file__).read_text("utf-8"))
    named = {node.value for node in ast.walk(source) if isinstance(node, ast.Constant)}
    named |= {f"week{number}" for number in WEEK_NUMBERS}  # in a loop
    assert {spec.name for spec in SPECS} - named == set()


@pytest.mark.parametrize("menu", USES)
@pytest.mark.slow
def test_every_command_does_what_it_says(desk: Desk, menu: str) -> None:
    used: set[str] = set()
    for name, action in desk.window.workspace.actions.items():
        action.triggered.connect(lambda _checked=False, name=name: used.add(name))
    for use in USES[menu]:
        use(desk)
    actions = desk.window.workspace.actions
    offered = {name for name in MENUS.get(menu, ()) if name != SEPARATOR and actions[name].isVisible()}
    assert offered - used == set()
