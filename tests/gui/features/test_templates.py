"""The user's templates in the window: read anew, named when wrong, begun with a copy; all designs drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from htpm_studio import paths
from htpm_studio.export.run import template_sheet
from htpm_studio.gui.core.tiles import sections, templates_for
from htpm_studio.gui.features.templates.own_templates import TemplatesMenu
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.project.model import Brand
from tests.helpers.own_folder import write_own_folder

GOOD = """<template id="social/mine" title="Mine" canvases="square portrait story landscape" fields="head sub?">
  <column ground="panel">
    <column grow="1" padding="6" gap="3">
      <text style="title" max-lines="4" min="0.7" tag="H1">{head}</text>
      <text style="lead" max-lines="3">{sub}</text>
    </column>
    <foot-band/>
  </column>
</template>"""


@pytest.fixture
def own() -> Path:
    assert paths.folders().own_templates == paths.own_templates()
    return paths.own_templates()


@pytest.fixture
def menu(window: MainWindow) -> TemplatesMenu:
    return TemplatesMenu(window, paths.folders())


def test_sizes_and_pieces_of_the_users_come_and_go_while_the_window_is_open(
    qtbot: QtBot, menu: TemplatesMenu, own: Path
) -> None:
    document, active = menu.workspace.document, Qt.ApplicationState.ApplicationActive

    def shown() -> set[str]:
        return {size for section in sections(document.kit()) for size in section.sizes}

    write_own_folder(own)
    menu.came_back(active)
    qtbot.waitUntil(lambda: "my-banner" in shown())
    tiles = [tile for section in sections(document.kit()) for tile in section.tiles]
    assert any(tile.piece.endswith("print/my-tag") for tile in tiles)
    (own / "sizes.toml").unlink()
    (own / "print/my-tag/piece.toml").unlink()
    menu.came_back(active)
    qtbot.waitUntil(lambda: "my-banner" not in shown())
    assert [page_sizes()[tile.page.canvas].size.width for tile in tiles if tile.size == "my-banner"]


def test_a_saved_template_can_be_chosen_when_the_user_comes_back(qtbot: QtBot, menu: TemplatesMenu, own: Path) -> None:
    document = menu.workspace.document
    before = document.kit()
    toasts: list[str] = []
    infos: list[str] = []
    menu.workspace.toast_wanted.connect(lambda text, _undo: toasts.append(text))
    menu.workspace.info_wanted.connect(lambda text, _button, _act: infos.append(text))
    active = Qt.ApplicationState.ApplicationActive
    menu.came_back(active)
    assert not menu.runner.busy
    (own / "social").mkdir(parents=True)
    (own / "social" / "mine.xml").write_text(GOOD)
    menu.came_back(active)
    qtbot.waitUntil(lambda: toasts == ["1 of your templates is in use."])
    assert document.kit() is not before
    graphic = next(tile for section in sections(document.kit()) for tile in section.tiles if "social/" in tile.key)
    assert ("social/mine", "Mine") in list(templates_for(document, graphic))
    (own / "bad.xml").write_text("<templates><template id='x/y'/></templates>")
    menu.came_back(active)
    qtbot.waitUntil(lambda: infos == ["1 file of your templates is not used."])
    assert "social/mine" in document.resources.library.templates
    menu.workspace.actions["read_templates"].trigger()
    qtbot.waitUntil(lambda: menu.dialog is not None)
    assert menu.dialog is not None
    assert "bad.xml:1" in menu.dialog.failure.why
    menu.dialog.close()


def test_a_copy_of_a_template_is_made_once(
    qtbot: QtBot, menu: TemplatesMenu, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    infos: list[str] = []
    opened: list[QUrl] = []
    menu.workspace.info_wanted.connect(lambda text, _button, _act: infos.append(text))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or True)
    menu.workspace.actions["open_templates"].trigger()
    assert own.is_dir()
    assert [Path(url.toLocalFile()) for url in opened] == [own]
    monkeypatch.setattr(QInputDialog, "getItem", lambda *rest: (rest[3][-1], True))
    menu.workspace.actions["copy_template"].trigger()
    assert infos[0].startswith("steps-second.xml is in your templates folder.")
    copied, original = own / "social" / "steps-second.xml", paths.templates() / "social" / "steps" / "steps-second.xml"
    assert copied.read_bytes().replace(b' title="Steps, second layout"', b"", 1) == original.read_bytes()
    qtbot.waitUntil(lambda: menu.workspace.document.resources.library.templates["social/steps-second"].own)
    menu.workspace.actions["copy_template"].trigger()
    assert menu.dialog is not None
    assert "already exists" in menu.dialog.failure.why
    menu.dialog.close()


@pytest.mark.slow
def test_all_designs_are_drawn_into_one_picture(
    qtbot: QtBot, menu: TemplatesMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_sheet, "read_sample_brands", lambda _folder: (Brand("One"),))
    monkeypatch.setattr("htpm_studio.gui.features.templates.own_templates.COLUMN", 20)
    infos: list[str] = []
    menu.workspace.info_wanted.connect(lambda text, _button, _act: infos.append(text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "designs"), ""))
    monkeypatch.setattr(QInputDialog, "getInt", lambda *asked: (asked[3], True))
    menu.workspace.actions["draw_designs"].trigger()
    qtbot.waitUntil(lambda: bool(infos), timeout=60_000)
    assert infos == ["All designs are in designs.png."]
    assert (tmp_path / "designs.png").read_bytes().startswith(b"\x89PNG")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "designs.png"), ""))
    menu.workspace.actions["draw_designs"].trigger()
    qtbot.waitUntil(lambda: menu.dialog is not None)
    assert menu.dialog is not None
    assert "There is no folder" in menu.dialog.failure.why
    menu.dialog.close()
