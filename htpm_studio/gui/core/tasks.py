"""Jobs on a worker thread, heard about on the window's thread.

The worker only writes the latest progress under a lock and emits one private signal, which a queued
connection brings over; progress is looked at ten times a second. A task ends with exactly one of
succeeded, failed or cancelled, and then always with finished.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from htpm_studio.errors import Cancelled
from htpm_studio.processes.jobs import JobContext

POLL_MS = 100


class Task(QObject):
    """One job that was started; connect to its signals right after `TaskRunner.start`."""

    progress = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = JobContext()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._done.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def begin(self, future: Future[Any]) -> None:
        """Watch the job from now on; called once by the runner."""
        self._timer.start()
        future.add_done_callback(self._done.emit)

    def cancel(self) -> None:
        """Ask the job to stop; the answer arrives as `cancelled` (or `succeeded`, if it was done)."""
        self.context.cancel()

    def _poll(self) -> None:
        newest = self.context.latest()
        if newest.label or newest.total or newest.pages:
            self.progress.emit(newest)

    def _settle(self, future: Future[Any]) -> None:
        self._timer.stop()
        self._poll()
        error = None if future.cancelled() else future.exception()
        if future.cancelled() or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.succeeded.emit(future.result())
        self.finished.emit()


class TaskRunner(QObject):
    """Starts jobs one after the other on a single worker thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._live: set[Task] = set()

    def start(self, job: Callable[[JobContext], Any]) -> Task:
        """Queue `job`; its signals arrive in a later turn of the event loop."""
        task = Task(self)
        self._live.add(task)
        task.finished.connect(lambda: self._release(task))
        task.begin(self._pool.submit(job, task.context))
        return task

    @property
    def busy(self) -> bool:
        """Whether a job is running or waiting."""
        return bool(self._live)

    def _release(self, task: Task) -> None:
        self._live.discard(task)
        task.setParent(None)

    def shutdown(self) -> None:
        """Cancel everything and wait for the worker; call before the application quits."""
        for task in list(self._live):
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
