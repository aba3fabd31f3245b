"""Windows and controllers for tests, put together as the program does it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.gui.app import make_studio
from htpm_studio.gui.core.document import History, KitDocument
from htpm_studio.gui.core.shell_interface import PageFactories, Shell
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.dnd_targets import StandardDropTargets
from htpm_studio.gui.edit_commands import EditCommands
from htpm_studio.gui.kit_file.recovery import Recovery
from htpm_studio.gui.kit_file.session import KitSession
from htpm_studio.gui.pages import Controllers, make_controllers, page_factories
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.project.model import Project

NOW = dt.datetime(2026, 11, 25, 10, 30)
_MADE: WeakKeyDictionary[Workspace, Controllers] = WeakKeyDictionary()


def controllers_of(workspace: Workspace) -> Controllers:
    """The controllers of a workspace, made when a test first asks for them; nothing is opened or saved by itself."""
    if workspace not in _MADE:
        session = workspace.findChild(KitSession) or KitSession(
            workspace,
            Recovery(paths.user_data(), lambda: NOW),
            paths.user_documents(),
            lambda: workspace.document.project,
            lambda: NOW,
        )
        _MADE[workspace] = make_controllers(workspace, session)
    return _MADE[workspace]


def restart(document: KitDocument, project: Project) -> None:
    """Make another project the open one, with an empty history."""
    document.restore(History(project, (), 0, project.week))


def pages_of(workspace: Workspace) -> PageFactories:
    """What makes the pages of a workspace."""
    return page_factories(workspace, controllers_of(workspace))


def main_window(workspace: Workspace, pages: PageFactories | None = None) -> MainWindow:
    """A window without the commands of features, with its usual pages or others."""
    has = controllers_of(workspace)
    places = StandardDropTargets(has.editor)
    window = MainWindow(workspace, pages or pages_of(workspace), places, has.pictures.use)
    window.open_pages()
    return window


def edit_commands(window: Shell) -> EditCommands:
    """The editing commands of a window."""
    has = controllers_of(window.workspace)
    return EditCommands(window, has.pictures, has.posting, has.editor)


def make_window(app: QApplication, path: Path | None, today: dt.date) -> MainWindow:
    """The window as the program makes it, with all its commands."""
    studio = make_studio(app, path, today)
    _MADE[studio.window.workspace] = studio.controllers
    return studio.window
