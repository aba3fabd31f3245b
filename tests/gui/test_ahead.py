"""What the next export needs is made while nobody uses the window, and never beside a key."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from htpm_studio import paths
from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import Cancelled
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.run.file_cache import FileCache
from htpm_studio.gui.controllers.ahead import AheadController
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Photo
from htpm_studio.scene.nodes import PictureSource
from tests.gui.parts import controllers_of, restart


class Works:
    """What was asked for of the process that makes files, and a gate that holds it."""

    def __init__(self) -> None:
        self.begun: list[Any] = []
        self.stopped = 0
        self.gate: threading.Event | None = None

    def run(self, work: Callable[[JobContext, Any], Any], context: JobContext, told: Any) -> Any:
        self.begun.append(work)
        while self.gate is not None and not self.gate.wait(0.01):
            if context.cancelled:
                self.stopped += 1
                raise Cancelled
        return work(context, told)


@pytest.fixture
def works() -> Works:
    return Works()


@pytest.fixture
def desk(workspace: Workspace, tmp_path: Path, works: Works) -> Workspace:
    workspace.set_settings(Settings(kit_folder=str(tmp_path / "Kits"), export_set="backgrounds"))
    workspace.run_work = works.run
    return workspace


def ahead_of(desk: Workspace) -> AheadController:
    controllers_of(desk)
    return next(iter(desk.findChildren(AheadController)))


def kept() -> int:
    folder = paths.finished()
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def test_nothing_is_made_for_a_kit_that_nobody_exports(desk: Workspace, works: Works) -> None:
    ahead_of(desk).begin()
    assert works.begun == []


def test_after_an_export_a_change_is_made_ahead_and_the_export_has_the_same_files(
    qtbot: QtBot, desk: Workspace, works: Works
) -> None:
    exporter, ahead = controllers_of(desk).exporter, ahead_of(desk)
    exporter.start_set("backgrounds")
    qtbot.waitUntil(lambda: not exporter.running, timeout=30_000)
    before = kept()
    brand = replace(desk.document.project.brand, organization="Elm Street Clinic")
    desk.document.change("Change name", replace(desk.document.project, brand=brand))
    ahead.begin()
    qtbot.waitUntil(lambda: not ahead.busy, timeout=30_000)
    made = kept()
    assert made > before
    exporter.start_set("backgrounds")
    qtbot.waitUntil(lambda: not exporter.running, timeout=30_000)
    assert exporter.written is not None
    assert kept() == made, "nothing was made again"
    first = next(path for path in exporter.written.folders[0].rglob("*.jpg"))
    data = first.read_bytes()
    assert any(path.read_bytes().endswith(data) for path in paths.finished().iterdir())


def test_a_kit_that_was_made_ahead_is_not_asked_for_again(qtbot: QtBot, desk: Workspace, works: Works) -> None:
    exporter, ahead = controllers_of(desk).exporter, ahead_of(desk)
    exporter.start_set("backgrounds")
    qtbot.waitUntil(lambda: not exporter.running, timeout=30_000)
    for _ in range(2):
        ahead.begin()
        qtbot.waitUntil(lambda: not ahead.busy, timeout=30_000)
    assert len(works.begun) == 2, "the export and one look ahead"


def test_an_open_export_is_made_ahead(qtbot: QtBot, desk: Workspace, works: Works) -> None:
    has, ahead = controllers_of(desk), ahead_of(desk)
    has.export_choice.set_active(True)
    ahead.begin()
    qtbot.waitUntil(lambda: not ahead.busy, timeout=30_000)
    assert kept() > 0
    assert not Path(desk.settings.kit_folder).exists(), "it is written when somebody asks for it"


def test_a_key_stops_what_is_being_made(qtbot: QtBot, desk: Workspace, works: Works) -> None:
    has, ahead = controllers_of(desk), ahead_of(desk)
    has.export_choice.set_active(True)
    works.gate = threading.Event()
    ahead.begin()
    qtbot.waitUntil(lambda: len(works.begun) == 1)
    field = QWidget()
    qtbot.addWidget(field)
    qtbot.keyClick(field, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: not ahead.busy)
    assert works.stopped == 1


def test_nothing_is_made_ahead_where_it_is_switched_off(desk: Workspace, works: Works) -> None:
    controllers_of(desk).export_choice.set_active(True)
    desk.set_settings(replace(desk.settings, ahead=False))
    ahead_of(desk).begin()
    assert works.begun == []


def test_a_photo_that_is_removed_takes_its_finished_files_along(qtbot: QtBot, desk: Workspace) -> None:
    source = PictureSource("a" * 64, "jpeg", b"x", (1200.0, 1200.0))
    restart(desk.document, replace(desk.document.project, photos=(Photo(source, "photo.jpg"),)))
    cache = FileCache(paths.finished())
    page = PageSpec("social/photo", "square", {"picture": PictureRef(source)}, PageInfo("a", "A", 2))
    cache.put_picture("1" * 64, page, b"shown")
    cache.put_picture("2" * 64, replace(page, content={}), b"not shown")
    controllers_of(desk).pictures.remove(source.key)
    qtbot.waitUntil(lambda: kept() == 1)
    assert cache.get_picture("2" * 64) == b"not shown"
