"""Trying an export again where a piece or a folder was in the way, and the smaller set for a full stick."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from htpm_studio.export.disk import atomic_output
from htpm_studio.export.disk.atomic_output import move_into_place
from htpm_studio.export.folder.kit_folder import check_folder
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.selection import Selection
from htpm_studio.export.run.subset import room_for, selection_that_fits
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.export.panel import ExportPanel
from tests.gui.parts import controllers_of


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Workspace:
    workspace.set_settings(Settings(kit_folder=str(tmp_path / "Kits"), export_set="social"))
    return workspace


@pytest.fixture
def panel(qtbot: QtBot, desk: Workspace) -> ExportPanel:
    made = ExportPanel(
        desk, controllers_of(desk).exporter, controllers_of(desk).export_choice, controllers_of(desk).pictures
    )
    qtbot.addWidget(made)
    return made


def export(qtbot: QtBot, desk: Workspace, pieces: frozenset[str]) -> Path:
    exporter = controllers_of(desk).exporter
    asked = exporter.set_request("social")
    exporter.start(replace(asked, selection=replace(asked.selection, pieces=pieces)))
    return ended(qtbot, desk)


def ended(qtbot: QtBot, desk: Workspace) -> Path:
    exporter = controllers_of(desk).exporter
    qtbot.waitUntil(lambda: not exporter.running, timeout=40_000)
    assert exporter.written is not None, exporter.error
    return exporter.written.folders[0]


def two_posts(desk: Workspace) -> tuple[FileSpec, FileSpec]:
    specs = {spec.piece: spec for spec in plan(desk.document.kit()) if spec.medium == "social"}
    return tuple(specs.values())[:2]  # type: ignore[return-value]


# ------------------------------------------------------------------ try again


def test_a_piece_that_was_left_out_is_made_again_once_it_is_fixed(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace
) -> None:
    bad, good = two_posts(desk)
    desk.document.edit("Change headline", bad.piece, "head", "Call 1-888-373-7889")
    folder = export(qtbot, desk, frozenset({bad.piece, good.piece}))
    files = {path.name: path.read_bytes() for path in folder.rglob("*.png")}
    (row,) = panel.result.attention.rows
    assert any("was left out" in label.text() for label in row.findChildren(QLabel))
    opened: list[str] = []
    desk.opened.connect(opened.append)
    buttons = {button.text(): button for button in row.findChildren(QPushButton)}
    buttons["Show the piece"].click()
    assert opened == [bad.piece]
    desk.document.edit("Change headline", bad.piece, "head", None)
    buttons["Try again"].click()
    assert panel.pages.currentWidget() is panel.running
    assert ended(qtbot, desk) == folder
    own = {spec.path for spec in plan(desk.document.kit()) if spec.piece == bad.piece}
    assert files.items() <= {path.name: path.read_bytes() for path in folder.rglob("*.png")}.items()
    assert not panel.result.attention.isVisibleTo(panel)
    assert not [check for check in check_folder(folder).checks if check.code in ("gone", "changed")]
    page = (folder / "START-HERE.html").read_text(encoding="utf-8")
    assert "left out" not in page
    assert all(path in page for path in own)
    assert list(folder.parent.iterdir()) == [folder]


def test_a_kit_with_an_open_file_stays_and_the_new_one_is_written_beside_it(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    post, _ = two_posts(desk)
    folder = export(qtbot, desk, frozenset({post.piece}))
    real = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == folder:
            raise PermissionError(13, "in use")
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        patch.setattr(atomic_output, "exchange", lambda _first, _second: False)  # as on Windows
        beside = export(qtbot, desk, frozenset({post.piece}))
    assert beside.name == f"{folder.name} (2)"
    (row,) = panel.result.attention.rows
    assert any("open in another program" in label.text() for label in row.findChildren(QLabel))
    next(button for button in row.findChildren(QPushButton) if button.text() == "Try again").click()
    assert ended(qtbot, desk) == folder
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_folder_that_cannot_be_moved_gets_the_next_free_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("kit", "kit (2)", "stage"):
        (tmp_path / name).mkdir()
    real = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "kit":
            raise PermissionError(13, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(atomic_output, "exchange", lambda _first, _second: False)  # as on Windows
    assert move_into_place(tmp_path / "stage", tmp_path / "kit") == tmp_path / "kit (3)"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kit", "kit (2)", "kit (3)"]


# ------------------------------------------------------------------ what fits on a stick


def test_a_stick_that_is_too_full_gets_what_fits(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post, other = two_posts(desk)
    folder = export(qtbot, desk, frozenset({post.piece, other.piece}))
    written = controllers_of(desk).exporter.written
    assert written is not None
    stick = tmp_path / "EVENT USB"
    stick.mkdir()
    free = sum(room_for(file.size) for file in written.files) - 200_000
    parts = selection_that_fits(written, free)
    assert parts

    class Usage(NamedTuple):
        free: int

    monkeypatch.setattr("shutil.disk_usage", lambda _root: Usage(free))
    part = panel.result.usb
    part.copy(stick, "EVENT USB")
    qtbot.waitUntil(lambda: part.dialog is not None, timeout=10_000)
    assert part.dialog is not None
    failure = part.dialog.failure
    assert failure.title == "The kit could not be copied to the USB drive"
    assert "EVENT USB" in failure.why
    assert "Kits" in failure.safe
    assert failure.choices[0].text.startswith("Copy only Social graphics (")
    assert [choice.button for choice in failure.choices[1:]] == ["Try again", "Choose a folder…"]
    qtbot.waitUntil(lambda: part.isHidden() or not part.bar.isVisible(), timeout=5000)
    part.dialog.main_button.click()
    qtbot.waitUntil(lambda: "You can remove the drive" in part.words.text(), timeout=30_000)
    copy = stick / folder.name
    page = (copy / "START-HERE.html").read_text(encoding="utf-8")
    left_out = [file for file in written.files if file.form and file.form not in {part.form for part in parts}]
    assert left_out
    for file in left_out:
        path = file.path.relative_to(folder)
        assert not (copy / path).exists()
        assert path.as_posix() not in page
    assert not check_folder(copy).checks
    assert sum(path.stat().st_size for path in copy.rglob("*.*")) < free
    assert folder.is_dir()


def test_nothing_is_offered_when_the_stick_is_full_to_the_last_byte(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post, _ = two_posts(desk)
    export(qtbot, desk, frozenset({post.piece}))

    class Usage(NamedTuple):
        free: int

    monkeypatch.setattr("shutil.disk_usage", lambda _root: Usage(10))
    part = panel.result.usb
    part.copy(tmp_path, "USB")
    qtbot.waitUntil(lambda: part.dialog is not None, timeout=10_000)
    assert part.dialog is not None
    assert [choice.button for choice in part.dialog.failure.choices] == ["Try again", "Choose a folder…"]
    part.dialog.close()
    shutil.rmtree(tmp_path / "Kits")
    assert Selection().pieces == frozenset()
