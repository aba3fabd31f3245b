"""A kit made ready for a window: a new one, one from a file, or one that another window left behind."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from htpm_studio.errors import Diagnostic, InputError, NewerVersionError, StudioError
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import History
from htpm_studio.gui.kit_file.autosave_log import Entries, read_entries
from htpm_studio.gui.kit_file.file import KitFile
from htpm_studio.gui.kit_file.locking import KitLock, RunningMark, Taken
from htpm_studio.gui.kit_file.recovery import Recovery
from htpm_studio.project.brand_file import open_brand
from htpm_studio.project.model import Project
from htpm_studio.project.store import read_project


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can replace a damaged kit file: a safety copy, or the steps with which the kit was closed.

    `missing` counts pictures that are gone.
    """

    kind: Literal["copy", "steps"]
    at: datetime
    path: Path
    project: Project
    history: History | None = None
    missing: int = 0
    problems: tuple[Diagnostic, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing is missing in it."""
        return not self.missing and not self.problems


class Damaged(InputError):
    """A kit file that cannot be read, but of which there is more on this computer (the newest first)."""

    def __init__(self, error: StudioError, path: Path, others: tuple[Candidate, ...]) -> None:
        super().__init__(error.message, error.hint)
        self.error = error
        self.path, self.others = path, others

    @property
    def best(self) -> Candidate:
        """The newest one that is complete, or else the newest."""
        return next((one for one in self.others if one.complete), self.others[0])


@dataclass(frozen=True, slots=True)
class Ready:
    """What a window needs to show a kit.

    `file` is None where the kit has no file that this window may write: a new kit (`origin` is None), or a copy of
    the file `origin`; `taken` says why. `saved` is what the file holds. `crashed_at` is the time of the last step
    that was kept when the kit was left behind with something unsaved, `left` the journal that it came from. `brand` is
    the brand file that a new kit was made from.
    """

    history: History
    saved: Project | None
    file: KitFile | None = None
    origin: Path | None = None
    taken: Taken = Taken.OURS
    problems: tuple[Diagnostic, ...] = ()
    crashed_at: datetime | None = None
    missing: int = 0
    left: Path | None = None
    changed_outside: bool = False
    brand: Path | None = None


class Opener:
    """Opens kits for one window; its methods may be called on any thread, one at a time."""

    def __init__(self, recovery: Recovery, window: str) -> None:
        self.recovery = recovery
        self.window = window
        self._mark: RunningMark | None = None
        with contextlib.suppress(OSError):  # The journal will say that nothing can be kept.
            self._mark = RunningMark(recovery.journals, window)

    def close(self) -> None:
        """The window is gone."""
        if self._mark is not None:
            self._mark.release()

    def file(self, path: Path) -> KitFile:
        """The kit file at a path, not locked yet."""
        lock = KitLock(path, self.window, self.recovery.computer, self._runs)
        return KitFile(path, lock, self.recovery.copies, self.recovery.now)

    def new(self, project: Project) -> Ready:
        """A kit that nobody touched yet."""
        return Ready(History(project, (), 0, project.week), project)

    def branded(self, project: Project, path: Path) -> Ready:
        """A new kit with the brand of a brand file, which gets a file of its own; raises as `open_brand` does."""
        own = replace(project, brand=open_brand(path))
        return Ready(History(own, (), 0, own.week), None, brand=path)

    def open(self, path: Path) -> Ready:
        """The kit in a file, with what a crash left of it or the steps with which it was closed.

        Raises Damaged where a safety copy can help, InputError or Problems otherwise.
        """
        path = path.absolute()
        for journal, entries in self.recovery.left_over():
            if entries.path == str(path) and (ready := self.left_behind(journal, entries)) is not None:
                return ready
        file = self.file(path)
        try:
            opened = file.read()
        except StudioError as error:
            others = () if isinstance(error, NewerVersionError) or not path.is_file() else self.candidates(path)
            if others:
                raise Damaged(error, path, others) from error
            raise
        taken = file.take()
        history = self.recovery.history_of(path, opened.project)
        plain = History(opened.project, (), 0, opened.project.week)
        return Ready(
            history or plain,
            opened.project,
            file if taken is Taken.OURS else None,
            path,
            taken,
            opened.problems,
        )

    def left_behind(self, journal: Path, entries: Entries) -> Ready | None:
        """The kit of a journal that another window left; None when nothing of it can be read."""
        found = self.recovery.bring_back(entries)
        if found is None:
            return None
        crashed = found.at if found.unsaved else None
        ready = Ready(found.history, None, None, found.path, Taken.OURS, (), crashed, found.missing, journal)
        if found.path is None or not found.ours:
            return replace(ready, changed_outside=found.path is not None)
        file = self.file(found.path)
        try:
            problems = file.read().problems if found.path.exists() else ()
        except StudioError:
            return ready
        taken = file.take()
        ours = file if taken is Taken.OURS else None
        return replace(ready, saved=file.saved, file=ours, taken=taken, problems=problems)

    def candidates(self, kit: Path) -> tuple[Candidate, ...]:
        """What there is of a kit besides its file, the newest first: safety copies, steps of its last window."""
        found = []
        for copy in self.recovery.copies.of(kit):
            try:
                opened = read_project(copy.path)
            except StudioError:
                continue
            found.append(Candidate("copy", copy.at, copy.path, opened.project, problems=opened.problems))
        steps = self.recovery.history_path(kit)
        entries = read_entries(steps)
        brought = self.recovery.bring_back(entries) if entries is not None else None
        if brought is not None and _has_content(brought.history.current):
            shown = brought.history.current
            found.append(Candidate("steps", brought.at, steps, shown, brought.history, brought.missing))
        return tuple(sorted(found, key=lambda one: one.at, reverse=True))

    def instead(self, candidate: Candidate, kit: Path) -> Ready:
        """A candidate opened in place of a kit file that is damaged; the file stays as it is."""
        plain = History(candidate.project, (), 0, candidate.project.week)
        history = candidate.history or plain
        return Ready(history, None, None, kit, Taken.OURS, candidate.problems, missing=candidate.missing)

    def _runs(self, window: str) -> bool:
        return window == self.window or self.recovery.runs(window)


def _has_content(project: Project) -> bool:
    return bool(project.brand.organization or project.brand.logo or project.photos or project.edits.items)
