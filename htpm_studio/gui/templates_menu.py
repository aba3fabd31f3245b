"""What writers of templates do in the window: check a folder of their own, and draw all designs on one picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from htpm_studio import paths
from htpm_studio.errors import StudioError
from htpm_studio.export.kit import load_resources
from htpm_studio.export.template_sheet import SheetJob, write_template_sheet
from htpm_studio.gui.error_dialog import ErrorDialog, failure_of
from htpm_studio.gui.file_dialogs import ask_folder, ask_target
from htpm_studio.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from htpm_studio.gui.main_window import MainWindow

COLUMN = 240


class TemplatesMenu(QObject):
    """The two commands, each with its answer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self.workspace = window, window.workspace
        self.runner = TaskRunner(self)
        self.dialog: ErrorDialog | None = None
        self.workspace.closing.connect(self.runner.shutdown)
        window.handle("check_templates", self.check)
        window.handle("draw_designs", self.draw)

    def check(self) -> None:
        """Read the templates of a folder; all mistakes are told at once."""
        title = self.tr("Folder with templates of your own")
        chosen = ask_folder(self.workspace, self._window, "template", title)
        if chosen is None:
            return
        resources = self.workspace.document.resources
        task = self.runner.start(lambda _context: load_resources(resources.assets, paths.templates(), chosen))
        count = len(list(chosen.rglob("*.xml")))
        words = self.tr("{count} template files, all of them can be used.").format(count=count)
        if not count:
            words = self.tr("There is no template in {name}. Templates end in .xml.").format(name=chosen.name)
        task.succeeded.connect(lambda _found: self.workspace.toast(words))
        task.failed.connect(lambda error: self._fail(self.tr("These templates cannot be used"), error))

    def draw(self) -> None:
        """Draw every social graphic and background in six brands into one picture."""
        title = self.tr("Draw all designs")
        chosen = ask_target(self.workspace, self._window, "copy", title, "designs.png", "PNG (*.png)")
        if chosen is None:
            return
        target = chosen if chosen.suffix.lower() == ".png" else Path(f"{chosen}.png")
        year = self.workspace.document.project.year
        job, run = SheetJob(target, paths.assets(), paths.templates(), year, COLUMN), self.workspace.run_work
        task = self.runner.start(lambda context: run(write_template_sheet, job, context, lambda _told: None))
        words = self.tr("Drawing {name}").format(name=target.name)
        self.workspace.job_changed.emit(words, 0, 0)
        task.progress.connect(lambda now: self.workspace.job_changed.emit(words, now.done, now.total))
        task.finished.connect(lambda: self.workspace.job_changed.emit("", 0, 0))
        task.succeeded.connect(lambda _done: self._drawn(target))
        task.failed.connect(lambda error: self._fail(self.tr("The designs could not be drawn"), error))

    def _drawn(self, target: Path) -> None:
        words = self.tr("All designs are in {name}.").format(name=target.name)
        self.workspace.info(words, self.tr("Open"), lambda: _open(target))

    def _fail(self, title: str, error: Exception) -> None:
        if not isinstance(error, StudioError):
            raise error
        self.dialog = ErrorDialog(failure_of(title, error, self.tr("Your kit is as it was."), ()), self.workspace)
        self.dialog.open()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
