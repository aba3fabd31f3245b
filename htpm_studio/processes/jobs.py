"""Long work that reports how far it is and can be stopped; no Qt here."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from dataclasses import replace

from htpm_studio.errors import Cancelled
from htpm_studio.frozen import dataclass

SELDOM = (100_000, 20, 50)


def tidy_seldom() -> None:
    """Let Python look for objects that nothing needs less often in this process.

    Making files leaves hardly any, and looking takes a twentieth of the time.
    """
    gc.set_threshold(*SELDOM)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `done` of `total` steps, and what it is doing; or what it `waits` for.

    `pages` are those that were drawn so far, also of files that are not done yet.
    """

    done: int = 0
    total: int = 0
    label: str = ""
    waits: bool = False
    pages: int = 0


class JobContext:
    """What a job gets: a place to report to, and the question whether to go on.

    Safe to use from several threads. `listener` is called in the job's own thread.
    """

    def __init__(self, listener: Callable[[Progress], None] | None = None) -> None:
        self._listener = listener
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._latest = Progress()

    def report(self, done: int, total: int, label: str, *, waits: bool = False) -> None:
        """Remember the newest progress and pass it on; also a point where the job can stop."""
        self.checkpoint()
        with self._lock:
            progress = self._latest = Progress(done, total, label, waits, self._latest.pages)
        if self._listener is not None:
            self._listener(progress)

    def add_pages(self, count: int = 1) -> None:
        """Count pages that were drawn; also a point where the job can stop."""
        self.checkpoint()
        with self._lock:
            self._latest = replace(self._latest, pages=self._latest.pages + count)

    def latest(self) -> Progress:
        """The newest progress, for a window that looks at it ten times a second."""
        with self._lock:
            return self._latest

    def cancel(self) -> None:
        """Ask the job to stop at its next checkpoint."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the job to stop."""
        return self._stop.is_set()

    def checkpoint(self) -> None:
        """Raise `Cancelled` if somebody asked the job to stop."""
        if self._stop.is_set():
            raise Cancelled
