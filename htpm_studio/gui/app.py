"""Starting the window."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.campaign.pack import read_pack
from htpm_studio.export.kit import load_resources
from htpm_studio.gui.checks_panel import attach_checks
from htpm_studio.gui.document import KitDocument
from htpm_studio.gui.main_window import MainWindow
from htpm_studio.gui.theme import DARK, LIGHT, Theme, apply_theme, contrast_theme
from htpm_studio.gui.workspace import Workspace
from htpm_studio.project.model import Brand, Project
from htpm_studio.settings import Settings


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it closes; the first argument may name a kit file."""
    app = make_application(arguments)
    window = make_window(app, Path(arguments[0]) if arguments else None, dt.date.today())
    window.show()
    return int(app.exec())


def make_application(arguments: Sequence[str]) -> QApplication:
    """The Qt application with its name and style; the existing one when there is one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("HTPM Studio")
    app.setStyle("Fusion")
    return app


def current_theme(app: QApplication, settings: Settings) -> Theme:
    """Light or dark as the system or the user says; the system's own colours in high contrast."""
    hints = app.styleHints()
    accessibility = hints.accessibility()
    if accessibility is not None and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return contrast_theme(app.style().standardPalette())
    dark = settings.theme == "dark" or (settings.theme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    return Theme(DARK if dark else LIGHT, dark)


def make_window(app: QApplication, path: Path | None, today: dt.date) -> MainWindow:
    """A window with a kit: the one at `path`, the last one, or a new one for the coming January."""
    settings = Settings()
    theme = current_theme(app, settings)
    apply_theme(app, theme)
    resources = load_resources(paths.assets(), paths.templates())
    campaign = read_pack(paths.assets() / "campaigns" / "htpm", "en")
    document = KitDocument(new_project(today), campaign, resources, today)
    workspace = Workspace(document, settings, theme, today)
    window = MainWindow(workspace)
    attach_checks(window)
    return window


def new_project(today: dt.date) -> Project:
    """An empty kit for the coming January, or for this one while it lasts."""
    year = today.year if today.month == 1 else today.year + 1
    return Project(Brand(""), 2, year)
