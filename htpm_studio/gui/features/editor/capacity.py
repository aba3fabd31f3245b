"""What of the open piece fits in each of its sizes: measured on a worker thread a moment after the last key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from htpm_studio.compose.pages import key_of
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import Diagnostic
from htpm_studio.export.editable import Editable
from htpm_studio.export.fitting import found_on, most_letters, sizes_of
from htpm_studio.export.kit import Kit
from htpm_studio.export.specs import PageSpec
from htpm_studio.gui.components.piece_editor import EditorSession
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.jobs import JobContext

AFTER_MS = 250


class CapacityMeter(QObject):
    """`judged(findings by size)` arrives first, then `measured(path, letters)` for one text after the other."""

    judged = Signal(object)
    measured = Signal(str, int)

    def __init__(self, session: EditorSession) -> None:
        super().__init__(session)
        self._session = session
        self._runner = TaskRunner(self)
        self._task: Task | None = None
        self._asked: tuple[object, ...] = ()
        self._first = ""
        self._look: PageTheme | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self._start)
        session.workspace.closing.connect(self._close)

    def ask(self, first: str = "") -> None:
        """Measure the piece as it is now, the text at `first` before the others, unless that is known."""
        self._first = first
        self._later.start()

    def _close(self) -> None:
        self._later.stop()
        self._task = None
        self._runner.shutdown()

    @property
    def busy(self) -> bool:
        """Whether something is still to be measured."""
        return self._later.isActive() or self._task is not None

    def _start(self) -> None:
        now = self._session.now
        if now is None:
            return
        kit = self._session.kit()
        pages = sizes_of([page for tile in now.tiles for page in _pages_of(tile.page, tile.orders[0].pages)])
        key = (self._session.piece, tuple((page.template, page.canvas, key_of(page.content)) for page in pages))
        if key == self._asked and kit.look == self._look:
            return
        self._asked, self._look = key, kit.look
        if self._task is not None:
            self._task.cancel()
        lines = [field for field in self._session.fields() if field.kind == "line"]
        lines.sort(key=lambda field: field.path != self._first)
        self._judge(kit, pages, lines)

    def _judge(self, kit: Kit, pages: Sequence[PageSpec], lines: Sequence[Editable]) -> None:
        def work(context: JobContext) -> Mapping[str, tuple[Diagnostic, ...]]:
            return found_on(kit, pages, context.checkpoint)

        task = self._begin(self._runner.start(work))
        task.succeeded.connect(lambda found: self._is_judged(task, found, kit, pages, lines))

    def _is_judged(
        self, task: Task, found: object, kit: Kit, pages: Sequence[PageSpec], lines: Sequence[Editable]
    ) -> None:
        if task is self._task:
            self.judged.emit(found)
            self._measure(kit, pages, lines)

    def _measure(self, kit: Kit, pages: Sequence[PageSpec], lines: Sequence[Editable]) -> None:
        if not lines:
            self._task = None
            return
        field, *rest = lines
        words = (field.text or field.kit_text).split() or [word for one in lines for word in one.text.split()]

        def work(context: JobContext) -> int:
            return most_letters(kit, pages, field.path, words, field.limit, context.checkpoint)

        task = self._begin(self._runner.start(work))
        task.succeeded.connect(lambda count: self._is_measured(task, field.path, count, kit, pages, rest))

    def _is_measured(
        self, task: Task, path: str, count: object, kit: Kit, pages: Sequence[PageSpec], rest: Sequence[Editable]
    ) -> None:
        if task is self._task:
            if isinstance(count, int) and count:
                self.measured.emit(path, count)
            self._measure(kit, pages, rest)

    def _begin(self, task: Task) -> Task:
        self._task = task
        task.failed.connect(lambda _error: self._gone(task))  # What cannot be drawn is reported by the preview.
        task.cancelled.connect(lambda: self._gone(task))
        return task

    def _gone(self, task: Task) -> None:
        if task is self._task:
            self._task = None


def _pages_of(page: PageSpec, pages: Sequence[PageSpec]) -> Sequence[PageSpec]:
    """The pages that a tile shows: its own, or all of a card, whose sides share a piece."""
    return pages if page.part else (page,)
