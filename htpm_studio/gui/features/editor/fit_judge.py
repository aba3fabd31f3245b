"""Judges, a moment after a change, what fits in each size of the open piece."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from htpm_studio.compose.page_breaks import key_of
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.found_on import found_on, sizes_of
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.processes.jobs import JobContext

AFTER_MS = 250


class FitJudge(QObject):
    """`judged(findings by size)` follows each `ask`, unless nothing changed."""

    judged = Signal(object)

    def __init__(self, controller: EditorController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._runner = TaskRunner(self)
        self._task: Task | None = None
        self._asked: tuple[object, ...] = ()
        self._look: PageTheme | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self._start)
        controller.workspace.closing.connect(self._close)

    def ask(self) -> None:
        """Judge the piece as it is now, unless that is known."""
        self._later.start()

    @property
    def busy(self) -> bool:
        """Whether something is still to be judged."""
        return self._later.isActive() or self._task is not None

    def _close(self) -> None:
        self._later.stop()
        self._task = None
        self._runner.shutdown()

    def _start(self) -> None:
        now = self._controller.now
        if now is None:
            return
        kit = self._controller.kit()
        pages = sizes_of([page for tile in now.tiles for page in _pages_of(tile.page, tile.specs[0].pages)])
        key = (self._controller.piece, tuple((page.template, page.canvas, key_of(page.content)) for page in pages))
        if key == self._asked and kit.look == self._look:
            return
        self._asked, self._look = key, kit.look
        if self._task is not None:
            self._task.cancel()

        def work(context: JobContext) -> Mapping[str, tuple[Diagnostic, ...]]:
            return found_on(kit, pages, context.checkpoint)

        task = self._task = self._runner.start(work)
        task.succeeded.connect(lambda found: self._end(task, found))
        task.failed.connect(lambda _error: self._end(task))  # What cannot be drawn is reported by the preview.
        task.cancelled.connect(lambda: self._end(task))

    def _end(self, task: Task, found: object = None) -> None:
        if task is self._task:
            self._task = None
            if found is not None:
                self.judged.emit(found)


def _pages_of(page: PageSpec, pages: Sequence[PageSpec]) -> Sequence[PageSpec]:
    """The pages that a tile shows: its own, or all of a card, whose sides share a piece."""
    return pages if page.part else (page,)
