"""What writers of templates do in the window: open their folder, copy one to change it, read all again, draw all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from htpm_studio.errors import Problems, StudioError, msg
from htpm_studio.export.kit.kit import Resources, load_resources
from htpm_studio.export.run.template_sheet import SheetChoice, write_template_sheet
from htpm_studio.export.sources.own_templates import copy_template, make_folder, stamp_of
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.tasks import TaskRunner
from htpm_studio.gui.core.tiles import template_title
from htpm_studio.gui.widgets.dialogs import ErrorDialog, failure_of
from htpm_studio.gui.widgets.files import ask_target, open_path
from htpm_studio.paths import Folders

COLUMN, COLUMNS = 240, (60, 600)


class TemplatesMenu(QObject):
    """The user's templates in the window: their folder, copies to begin with, what is wrong, and all designs drawn.

    Files that were changed in another program are read when the user comes back to the window.
    """

    def __init__(self, window: Shell, folders: Folders) -> None:
        super().__init__(window)
        self._window, self.workspace, self.folders = window, window.workspace, folders
        self._stamp = stamp_of(folders.own_templates)
        self._closed = False
        self.runner = TaskRunner(self)
        self.dialog: ErrorDialog | None = None
        self.workspace.closing.connect(self._close)
        window.handle("open_templates", self.open_folder)
        window.handle("copy_template", self.copy)
        window.handle("read_templates", self.read)
        window.handle("draw_designs", self.draw)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.came_back)

    def open_folder(self) -> None:
        """Show the folder in the system's file manager; it is made when it was not there."""
        try:
            open_path(self.workspace, make_folder(self._own))
        except StudioError as error:
            self._fail(self.tr("The folder cannot be opened"), error)

    def copy(self) -> None:
        """Put a copy of one of the program's templates into the folder, to be changed there."""
        bundled = self.workspace.document.resources.library.bundled
        rows = {f"{name}    {template_title(one)}": name for name, one in sorted(bundled.items())}
        title = self.tr("Copy a template to change")
        row, chosen = QInputDialog.getItem(self._window, title, self.tr("Template:"), list(rows), 0, False)
        if not chosen:
            return
        try:
            path = copy_template(rows[row], self.folders)
        except StudioError as error:
            self._fail(self.tr("The template was not copied"), error)
            return
        self._stamp = ()
        self.read()
        words = self.tr("{name} is in your templates folder. Change it in a text editor, save it and come back here.")
        self.workspace.info(
            words.format(name=path.name), self.tr("Open folder"), lambda: open_path(self.workspace, path.parent)
        )

    def read(self) -> None:
        """Read all templates again, show the kit with them, and tell what is wrong."""
        self._take(self._read_again)

    def tell_problems(self) -> None:
        """Say in a bar that templates of the user's are not used, if there are such."""
        problems = self.workspace.document.resources.library.problems
        if not problems:
            return
        count = len({problem.file for problem in problems})
        words = self.tr("1 file of your templates is not used.")
        if count > 1:
            words = self.tr("{count} files of your templates are not used.").format(count=count)
        self.workspace.info(words, self.tr("Show why"), self.show_problems)

    def show_problems(self) -> None:
        """Each mistake with its file and line."""
        problems = self.workspace.document.resources.library.problems
        if not problems:
            self.workspace.toast(self.tr("All of your templates can be used."))
            return
        error = Problems(msg("Your templates folder"), problems)
        safe = self.tr("Everything else works. Correct the file, save it and come back here.")
        title = self.tr("Some templates are not used")
        self.dialog = ErrorDialog(failure_of(title, error, safe, ()), self.workspace)
        self.dialog.open()

    def _close(self) -> None:
        self._closed = True
        self.runner.shutdown()

    @property
    def _own(self) -> Path:
        return self.folders.own_templates or Path()

    def came_back(self, state: Qt.ApplicationState) -> None:
        """Read the templates again when the window is in front once more and a file of the user's was changed."""
        active = state == Qt.ApplicationState.ApplicationActive and not self._closed
        if active and stamp_of(self.folders.own_templates) != self._stamp:
            self._take(self._tell_change)

    def _take(self, told: Callable[[], None]) -> None:
        stamp = stamp_of(self.folders.own_templates)
        task = self.runner.start(lambda _context: load_resources(self.folders))
        task.failed.connect(lambda error: self._fail(self.tr("The templates cannot be read"), error))

        def take(resources: Resources) -> None:
            self._stamp = stamp
            self.workspace.document.use(resources)
            told()

        task.succeeded.connect(take)

    def _read_again(self) -> None:
        library = self.workspace.document.resources.library
        if library.problems:
            self.show_problems()
            return
        count = sum(one.own for one in library.templates.values())
        words = self.tr("{count} of your templates are in use.").format(count=count)
        if count == 1:
            words = self.tr("1 of your templates is in use.")
        self.workspace.toast(words)

    def _tell_change(self) -> None:
        if self.workspace.document.resources.library.problems:
            self.tell_problems()
        else:
            self._read_again()

    def draw(self) -> None:
        """Draw every social graphic and background in six brands into one picture."""
        title = self.tr("Draw all designs")
        chosen = ask_target(self.workspace, self._window, "copy", title, "designs.png", "PNG (*.png)")
        if chosen is None:
            return
        question = self.tr("Width of one design in pixels:")
        width, sure = QInputDialog.getInt(self._window, title, question, COLUMN, *COLUMNS)
        if not sure:
            return
        target = chosen if chosen.suffix.lower() == ".png" else Path(f"{chosen}.png")
        project = self.workspace.document.project
        year, choice = project.year, SheetChoice(width, project.brand.family)
        work, run = partial(write_template_sheet, target, self.folders, year, choice), self.workspace.run_work
        task = self.runner.start(lambda context: run(work, context, lambda _told: None))
        words = self.tr("Drawing {name}").format(name=target.name)
        self.workspace.job_changed.emit(words, 0, 0)
        task.progress.connect(lambda now: self.workspace.job_changed.emit(words, now.done, now.total))
        task.finished.connect(lambda: self.workspace.job_changed.emit("", 0, 0))
        task.succeeded.connect(lambda _done: self._drawn(target))
        task.failed.connect(lambda error: self._fail(self.tr("The designs could not be drawn"), error))

    def _drawn(self, target: Path) -> None:
        words = self.tr("All designs are in {name}.").format(name=target.name)
        self.workspace.info(words, self.tr("Open"), lambda: open_path(self.workspace, target))

    def _fail(self, title: str, error: Exception) -> None:
        if not isinstance(error, StudioError):
            raise error
        self.dialog = ErrorDialog(failure_of(title, error, self.tr("Your kit has not changed."), ()), self.workspace)
        self.dialog.open()
