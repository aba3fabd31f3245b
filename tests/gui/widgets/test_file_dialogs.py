"""Windows for files begin where people keep such files, and then where they were last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.files import ask_file, ask_files, ask_folder, ask_target, start_folder


def test_each_kind_of_file_has_its_folder(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = QStandardPaths.StandardLocation
    homes = {where.PicturesLocation: tmp_path / "Pictures", where.DocumentsLocation: tmp_path / "Documents"}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda one: str(homes[one]))
    assert start_folder(workspace, "picture") == Path.home()
    for folder in homes.values():
        folder.mkdir()
    assert start_folder(workspace, "picture") == tmp_path / "Pictures"
    assert start_folder(workspace, "table") == tmp_path / "Documents"
    parent, begun = QWidget(), []
    qtbot.addWidget(parent)
    stick = tmp_path / "stick"
    stick.mkdir()

    def answer(_parent: object, _title: str, start: str = "", *_: object) -> tuple[str, str]:
        begun.append(Path(start))
        return str(stick / "a.jpg"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *given: ([answer(*given)[0]], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: answer(*given)[1])
    assert ask_files(workspace, parent, "picture", "", "") == [stick / "a.jpg"]
    assert ask_file(workspace, parent, "picture", "", "") == stick / "a.jpg"
    assert ask_target(workspace, parent, "table", "", "list.csv", "") == stick / "a.jpg"
    assert ask_folder(workspace, parent, "picture", "") is None
    assert begun == [tmp_path / "Pictures", stick, tmp_path / "Documents" / "list.csv", stick]
    stick.rmdir()
    assert start_folder(workspace, "picture") == tmp_path / "Pictures"
