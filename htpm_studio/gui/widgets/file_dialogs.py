"""The system's windows for files and folders: each begins where one of its kind was used last, else where people keep
such files.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from htpm_studio import paths
from htpm_studio.gui.core.workspace import Workspace

Use = Literal["kit", "picture", "logo", "table", "toolkit", "presentation", "brand", "campaign", "copy", "font"]
"""What a window is opened for; the folder of each is remembered by itself."""
PICTURES: tuple[Use, ...] = ("picture", "logo")


def start_folder(workspace: Workspace, use: Use) -> Path:
    """Where a window begins: the last folder of this use, Pictures for pictures, else Documents; what is there."""
    where = QStandardPaths.StandardLocation
    usual = [where.PicturesLocation, where.DocumentsLocation] if use in PICTURES else [where.DocumentsLocation]
    own = [] if use in PICTURES else [paths.user_documents()]
    last = dict(workspace.settings.folders).get(use, "")
    found = [Path(last)] if last else []
    found += [*own, *(Path(QStandardPaths.writableLocation(one)) for one in usual)]
    return next((folder for folder in found if folder.is_dir()), Path.home())


def ask_file(workspace: Workspace, parent: QWidget, use: Use, title: str, kinds: str) -> Path | None:
    """Ask for one file; None when nothing was chosen."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(start_folder(workspace, use)), kinds)
    return _kept(workspace, use, name)


def ask_files(workspace: Workspace, parent: QWidget, use: Use, title: str, kinds: str) -> list[Path]:
    """Ask for several files."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(start_folder(workspace, use)), kinds)
    if names:
        _kept(workspace, use, names[0])
    return [Path(name) for name in names]


def ask_folder(workspace: Workspace, parent: QWidget, use: Use, title: str) -> Path | None:
    """Ask for a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(start_folder(workspace, use)))
    if not name:
        return None
    _remember(workspace, use, Path(name))
    return Path(name)


def ask_target(workspace: Workspace, parent: QWidget, use: Use, title: str, name: str, kinds: str) -> Path | None:
    """Ask where a file is to be written, with a proposal for its name."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start_folder(workspace, use) / name), kinds)
    return _kept(workspace, use, chosen)


def _kept(workspace: Workspace, use: Use, name: str) -> Path | None:
    if not name:
        return None
    _remember(workspace, use, Path(name).parent)
    return Path(name)


def _remember(workspace: Workspace, use: Use, folder: Path) -> None:
    folders = dict(workspace.settings.folders) | {use: str(folder)}
    if tuple(folders.items()) != workspace.settings.folders:
        workspace.set_settings(replace(workspace.settings, folders=tuple(folders.items())))
