"""A part of a longer job: its steps count from where the parts before it ended."""

from __future__ import annotations

from collections.abc import Callable

from htpm_studio.errors import Cancelled
from htpm_studio.processes.jobs import JobContext, Progress


class Subprogress(JobContext):
    """Passes progress on to the whole job, with `name` before the words.

    It stops with the whole, but stopping it alone leaves the whole running.
    """

    def __init__(
        self,
        whole: JobContext,
        before: int,
        total: int,
        listener: Callable[[Progress], None] | None = None,
        name: str = "",
    ) -> None:
        super().__init__(listener)
        self._whole, self._before, self._total, self._name = whole, before, total, name

    def report(self, done: int, total: int, label: str, *, waits: bool = False) -> None:
        """Tell a step of this part as one of the whole."""
        super().report(done, total, label, waits=waits)
        words = f"{self._name}: {label}" if self._name else label
        self._whole.report(min(self._total, self._before + done), self._total, words, waits=waits)

    def add_pages(self, count: int = 1) -> None:
        """Count pages of this part as some of the whole."""
        super().add_pages(count)
        self._whole.add_pages(count)

    @property
    def cancelled(self) -> bool:
        """Whether this part or the whole job was asked to stop."""
        return super().cancelled or self._whole.cancelled

    def checkpoint(self) -> None:
        """Raise `Cancelled` if this part or the whole job was asked to stop."""
        if self.cancelled:
            raise Cancelled
