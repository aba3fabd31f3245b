"""Starting the window, and starting it again in another language."""

from __future__ import annotations

import atexit
import datetime as dt
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QThread
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QStyle

from htpm_studio import __version__, paths
from htpm_studio.campaign.dates import coming_week, focus_weeks
from htpm_studio.campaign.pack import read_pack
from htpm_studio.export.disk.atomic_output import restore_interrupted
from htpm_studio.export.kit.kit import load_resources
from htpm_studio.export.kit.schedule import next_year
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.campaign_switch import CampaignMenu
from htpm_studio.gui.controllers.export import RESTART
from htpm_studio.gui.controllers.piece_commands import SlideCommands
from htpm_studio.gui.core.appearance import Appearance, apply_appearance
from htpm_studio.gui.core.dnd import release_clipboard
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.responsiveness import Responsiveness
from htpm_studio.gui.core.settings import read_settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.dnd_targets import StandardDropTargets
from htpm_studio.gui.edit_commands import EditCommands
from htpm_studio.gui.features.checks.panel import attach_checks
from htpm_studio.gui.features.export.commands import ExportCommands
from htpm_studio.gui.features.partners.controller import PartnersCommands
from htpm_studio.gui.features.presenter.commands import attach_presenter
from htpm_studio.gui.features.templates.own_templates import TemplatesMenu
from htpm_studio.gui.help.topics import attach_help
from htpm_studio.gui.i18n import explain, use_language
from htpm_studio.gui.kit_file.file_menu import FileMenu
from htpm_studio.gui.kit_file.recovery import Recovery
from htpm_studio.gui.kit_file.session import KitSession
from htpm_studio.gui.pages import Controllers, make_controllers, page_factories
from htpm_studio.gui.settings.keeper import QtTraces, SettingsKeeper
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.style import program_icon
from htpm_studio.gui.widgets.accessibility import speak_roles
from htpm_studio.gui.widgets.dialogs import SingleDialog, UnexpectedErrors
from htpm_studio.processes.worker_process import WarmProcess
from htpm_studio.project.model import Brand, Project

if TYPE_CHECKING:
    from htpm_studio.gui.help.about import About
    from htpm_studio.gui.settings.window import Preferences

DESKTOP_NAME = "htpm-studio"
PAINT_MS = 100
"""So long the start waits for the screen to show the window."""


class OpenedFiles:
    """Files that somebody opens, kept until there is a window that shows them."""

    def __init__(self) -> None:
        self._show: Callable[[str], None] | None = None
        self._waiting: list[str] = []

    def add(self, name: str) -> None:
        """A file was opened."""
        if self._show is None:
            self._waiting.append(name)
        else:
            self._show(name)

    def show_with(self, show: Callable[[str], None]) -> None:
        """From here on `show` shows files, first those that have waited."""
        self._show, waiting, self._waiting = show, self._waiting, []
        for name in waiting:
            show(name)


class Application(QApplication):
    """Hears on a Mac about files that are double-clicked while the program runs or starts."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.files = OpenedFiles()

    def event(self, event: QEvent) -> bool:
        """Pass a file on."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.files.add(event.file())
            return True
        return super().event(event)


@dataclass(frozen=True, slots=True)
class Studio:
    """A window with the controllers that its parts were given."""

    window: MainWindow
    controllers: Controllers


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it closes; the first argument may name a kit or brand file."""
    app = make_application(arguments)
    traces = QtTraces(paths.user_data()) if paths.portable() else None
    path = Path(arguments[0]) if arguments else None
    restore_interrupted(paths.replacing())
    while True:
        studio = make_studio(app, path, dt.date.today(), show_painted)
        window = studio.window
        unexpected = UnexpectedErrors(window.workspace, studio.controllers.session.keep_now, window)
        unexpected.install()
        Responsiveness(window.windowHandle(), window.workspace)
        status = int(app.exec())
        unexpected.remove()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not app.property(RESTART):
            if traces is not None:
                traces.remove()
            return status
        app.setProperty(RESTART, False)
        path = None  # The last kit opens by itself.


def make_application(arguments: Sequence[str]) -> QApplication:
    """The Qt application with its name and style; the existing one when there is one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = Application([sys.argv[0], *arguments])
        atexit.register(release_clipboard)
    app.setApplicationName("HTPM Studio")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_NAME)
    app.setWindowIcon(program_icon())
    app.setStyle("Fusion")
    speak_roles(app)
    return app


def make_studio(
    app: QApplication, path: Path | None, today: dt.date, show: Callable[[MainWindow], None] = lambda _window: None
) -> Studio:
    """A window with a kit: the one at `path`, what a crash left, the last one, or a new one for the coming January.

    `show` may show the window as soon as it has its bars; its pages take longer than all before.
    """
    settings, problems = read_settings(paths.settings_file(), paths.portable())
    language = use_language(app, settings.app_language, paths.assets() / "translations")
    theme = apply_appearance(app, settings)
    resources = load_resources(paths.folders())
    campaign = read_pack(paths.assets() / "campaigns" / "htpm", "en")
    document = KitDocument(new_project(today, language), campaign, resources, today)
    warm = WarmProcess()
    workspace = Workspace(document, settings, theme, today, warm.run, paths.finished())
    document.pack_refused.connect(workspace.info)
    recovery = Recovery(paths.user_data(), dt.datetime.now)
    session = KitSession(
        workspace, recovery, paths.user_documents(), partial(new_project, today, language), dt.datetime.now
    )
    has = make_controllers(workspace, session)
    session.prepare(path)
    window = MainWindow(
        workspace,
        page_factories(workspace, has),
        StandardDropTargets(has.editor),
        has.pictures.use,
    )
    show(window)
    window.open_pages()
    EditCommands(window, has.pictures, has.posting, has.editor)
    attach_checks(window, has.checks)
    ExportCommands(window, has.exporter)
    PartnersCommands(window, has.partners)
    SlideCommands(window, has.editor)
    attach_presenter(window)
    templates = TemplatesMenu(window, paths.folders())
    CampaignMenu(window)
    Appearance(app, workspace)
    FileMenu(window, session, paths.user_documents())
    preferences = SingleDialog(lambda: _preferences(app, window, session))
    window.handle("preferences", preferences.show)
    attach_help(window, lambda: preferences.show(lambda one: one.show_keys()))
    window.handle("about", SingleDialog(lambda: _about(window, session)).show)
    SettingsKeeper(workspace, paths.settings_file(), paths.portable())
    workspace.closing.connect(warm.close)
    session.start(path)
    if isinstance(app, Application):
        app.files.show_with(session.open_named)
    window.begin()
    if problems:
        workspace.info(explain(problems[0]))
    templates.tell_problems()
    return Studio(window, has)


def _preferences(app: QApplication, window: MainWindow, session: KitSession) -> Preferences:
    from htpm_studio.gui.settings.window import Preferences

    return Preferences(window, session, partial(start_again, app, window))


def _about(window: MainWindow, session: KitSession) -> About:
    from htpm_studio.gui.help.about import About

    return About(window, session)


def show_whole(window: MainWindow) -> None:
    """Show a window as large as it likes, or as large as the screen when that is smaller."""
    room = window.screen().availableSize()
    bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    if window.width() > room.width() or window.height() + bar > room.height():
        window.showMaximized()
    else:
        window.show()


def show_painted(window: MainWindow) -> None:
    """Show a window and let it be painted before anything else is made; nobody can use it yet."""
    show_whole(window)
    handle, patience = window.windowHandle(), QDeadlineTimer(PAINT_MS)
    while not handle.isExposed() and not patience.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        QThread.msleep(1)
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def start_again(app: QApplication, window: MainWindow) -> None:
    """Close the window and open a new one, in the language that was chosen, with the same kit and its steps.

    Where files are being written and are to be finished first, this happens when they are.
    """
    app.setProperty(RESTART, True)
    if not window.close():
        app.setProperty(RESTART, False)
        if window.workspace.when_done is not None:
            window.workspace.when_done = partial(start_again, app, window)


def new_project(today: dt.date, language: str = "en") -> Project:
    """An empty kit for the coming week of January, in the language of the window."""
    year = next_year(today)
    return Project(Brand(""), coming_week(focus_weeks(year), today), year, language=language)
