"""What an export will need is made while the user rests, so that the export has little left to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.export.run.request import ExportRequest, make_ahead
from htpm_studio.gui.controllers.export import ExportChoice, ExportController
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.gui.core.workspace import Workspace

REST_MS = 1000
"""How long nobody has to use the window before anything is made."""

INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class AheadController(QObject):
    """Makes the files of the next export at rest, for a kit that was exported before or whose Export is open.

    Any key, click or turn of the wheel stops it; what is finished by then is kept.
    """

    def __init__(self, workspace: Workspace, exporter: ExportController, choice: ExportChoice) -> None:
        super().__init__(workspace)
        self._workspace, self._exporter, self._choice = workspace, exporter, choice
        self._runner = TaskRunner(self)
        self._task: Task | None = None
        self._made: object = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.begin)
        for changed in (workspace.document.changed, workspace.document.week_changed, workspace.settings_changed):
            changed.connect(self._put_off)
        exporter.changed.connect(self._put_off)
        exporter.scope_changed.connect(self._put_off)
        choice.changed.connect(self._put_off)
        workspace.closing.connect(self._close)

    @property
    def busy(self) -> bool:
        """Whether files are being made."""
        return self._task is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let go of the processor for whoever uses the window; events are looked at only while files are made."""
        if event.type() in INPUT:
            self._put_off()
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """Make what is not kept yet, if the next export is likely and nothing else is at work."""
        if self._exporter.running or self._task is not None:
            return
        if self._workspace.renderer.busy:
            self._rest.start()
            return
        request = self._request()
        if request is None:
            return
        asked = (request.source, request.weeks, request.options, request.selection)
        if asked == self._made:
            return
        work, run = partial(make_ahead, request, paths.folders()), self._workspace.run_work
        self._watch(on=True)
        self._task = self._runner.start(lambda context: run(work, context, lambda _path: None))
        # A task that something of its own holds would be freed by whichever thread tidies up.
        self._task.succeeded.connect(lambda _count: self._note(asked))
        self._task.finished.connect(self._ended)

    def _request(self) -> ExportRequest | None:
        """The export that is likely next: what is ticked, else the last one as it would be now; None for neither."""
        exporter, choice = self._exporter, self._choice
        if not self._workspace.settings.ahead:
            return None
        if choice.active:
            return exporter.request_for(choice.selection, exporter.weeks(), choice.set_name)
        return exporter.again() if exporter.written is not None else None

    def _note(self, asked: object) -> None:
        self._made = asked

    def _ended(self) -> None:
        self._task = None
        self._watch(on=False)

    def _watch(self, *, on: bool) -> None:
        app = QApplication.instance()
        if app is not None:
            (app.installEventFilter if on else app.removeEventFilter)(self)

    def _put_off(self, *_what: object) -> None:
        if self._task is not None:
            self._task.cancel()
        self._rest.start()

    def _close(self) -> None:
        self._rest.stop()
        self._watch(on=False)
        self._runner.shutdown()
