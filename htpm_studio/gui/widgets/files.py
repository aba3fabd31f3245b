"""Windows for files, each use in its own last folder; and files, folders and addresses that other programs open."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDir, QMimeDatabase, QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from htpm_studio import paths
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.dialogs import ErrorDialog, Failure, WayOut

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


BROWSERS = (
    "x-www-browser", "firefox", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
    "microsoft-edge", "brave-browser", "epiphany", "konqueror", "falkon",
)  # fmt: skip
"""Programs that xdg-open turns to when nothing is set for a file; each of them shows folders, pages and PDFs."""
WAIT_MS = 1000


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpenFile", text)


def open_path(workspace: Workspace, path: Path, title: str = "", choices: tuple[WayOut, ...] = ()) -> None:
    """Open a file or folder; where no program does, a dialog says where it is.

    `title` says in words of its own what cannot be shown, `choices` are better ways than looking for the file.
    """
    if not path.exists():
        workspace.toast(_tr("{name} is no longer there.").format(name=path.name))
    elif not (QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))) and has_program(path)):
        tell_place(workspace, path, title, choices)


def open_address(workspace: Workspace, url: str) -> None:
    """Open a web address in the browser; without one it is copied, for another computer."""
    page = Path("page.html")
    if not (has_program(page) and QDesktopServices.openUrl(QUrl(url))):
        QGuiApplication.clipboard().setText(url)
        workspace.toast(_tr("No browser opens here. The address was copied."))


def open_folder(workspace: Workspace, path: Path) -> None:
    """Show a folder in the system's file window, the nearest one that is there."""
    while not path.is_dir() and path != path.parent:
        path = path.parent
    open_path(workspace, path)


def tell_place(workspace: Workspace, path: Path, title: str, choices: tuple[WayOut, ...] = ()) -> None:
    """Say that nothing here opens a file or folder, where it is, and offer its path and its folder."""
    if not title:
        folder, file = (
            _tr("No program on this computer can open the folder {name}."),
            _tr("No program on this computer can open {name}."),
        )
        title = (folder if path.is_dir() else file).format(name=path.name)
    place = QDir.toNativeSeparators(str(path))
    show = partial(open_folder, workspace, path.parent)
    beside = WayOut(_tr("Look in its folder"), _tr("Open folder"), show)
    copy = WayOut(
        _tr("Copy where it is, to paste it into another program"),
        _tr("Copy path"),
        partial(QGuiApplication.clipboard().setText, place),
    )
    ways = (*choices, *(() if path.is_dir() or not has_program(path.parent) else (beside,)), copy)
    failure = Failure(title, _tr("It is here: {path}").format(path=place), "", ways)
    ErrorDialog(failure, workspace, _front(workspace)).open()


def has_program(path: Path) -> bool:
    """Whether something here opens a file or folder, as far as that can be known.

    Only Linux leaves it unsaid: xdg-open is started in any case, and ends without a word where it finds nothing.
    """
    if not sys.platform.startswith("linux") or shutil.which("xdg-mime") is None:
        return True
    if os.environ.get("BROWSER") or any(shutil.which(name) for name in BROWSERS):
        return True
    query = QProcess()
    kind = "inode/directory" if path.is_dir() else QMimeDatabase().mimeTypeForFile(str(path)).name()
    query.start("xdg-mime", ["query", "default", kind])
    if not query.waitForFinished(WAIT_MS):
        query.kill()
        query.waitForFinished(WAIT_MS)
        return True
    return bool(query.readAllStandardOutput().trimmed())


def _front(workspace: Workspace) -> QWidget | None:
    return QApplication.activeWindow() or workspace.window
