"""What windows left behind, found and brought back; and a kit made ready for a window: new, from a file, or left so."""

from __future__ import annotations

import contextlib
import re
import shutil
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from htpm_studio.errors import Diagnostic, InputError, NewerVersionError, StudioError
from htpm_studio.files.private_files import make_private_folder
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import History
from htpm_studio.gui.kit_file.autosave_log import SUFFIX, AutosaveEntries, AutosaveLog, AutosaveState, read_entries
from htpm_studio.gui.kit_file.file import KitFile, SafetyCopies, key_of, stamp_of
from htpm_studio.gui.kit_file.lock import KitLock, LockResult, RunningMark, computer_of, is_running
from htpm_studio.project.brand_file import open_brand
from htpm_studio.project.codec import decode_project, members_of
from htpm_studio.project.file_forms import member_of
from htpm_studio.project.migrations import Document
from htpm_studio.project.model import Project
from htpm_studio.project.store import read_member, read_project
from htpm_studio.scene.nodes import FontSource, PictureSource
from htpm_studio.weeks import WEEK_NUMBERS

MOST_HISTORIES = 12
PICTURE_SECONDS = 24 * 3600.0
_MEMBER = re.compile(rb"(?:pictures|fonts)/([0-9a-f]{64}\.(?:jpg|png|svg|ttf))")


@dataclass(frozen=True, slots=True)
class Recovered:
    """A kit brought back from its autosave log.

    `unsaved` says that its file does not hold it all, `ours` that the file is as the window left it that wrote the
    autosave log, `missing` counts pictures that are gone.
    """

    path: Path | None
    history: History
    at: datetime
    unsaved: bool
    ours: bool
    missing: int


class Recovery:
    """The program's folder for autosave logs, pictures, histories and safety copies."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.folder = folder
        self.now = now
        self.autosaves = folder / "recovery"
        self.pictures = folder / "recovery" / "pictures"
        self.histories = folder / "recovery" / "histories"
        self.copies = SafetyCopies(folder / "safety-copies", now)
        self.computer = computer_of(folder)

    def begin(self, window: str, told: Callable[[datetime | None], None]) -> RunningAutosave:
        """Start the autosave log of a kit that a window opens now."""
        return RunningAutosave(self, f"{window}-{uuid.uuid4().hex[:8]}", told)

    def runs(self, session: str) -> bool:
        """Whether the window of that session still runs on this computer."""
        return is_running(self.autosaves, session)

    def left_over(self) -> tuple[tuple[Path, AutosaveEntries], ...]:
        """Autosave logs of windows that ended without closing their kit, newest first; unreadable ones are removed."""
        found = []
        for path in self.autosaves.glob(f"*{SUFFIX}"):
            if self.runs(window_of(path)):
                continue
            entries = read_entries(path)
            if entries is None or (not entries.texts and not _is_kit(entries.documents[0])):
                path.unlink(missing_ok=True)
            else:
                found.append((path, entries))
        return tuple(sorted(found, key=lambda row: row[1].at, reverse=True))

    def bring_back(self, entries: AutosaveEntries) -> Recovered | None:
        """The kit of a autosave log with its steps; None when not even its last state can be read."""
        path = Path(entries.path) if entries.path else None
        saved = _saved(path)
        sources: dict[str, PictureSource | FontSource] = (
            {member_of(one): one for one in members_of(saved)} if saved else {}
        )
        missing: set[str] = set()
        projects = [self._project(one, sources, missing) for one in entries.documents]
        index = entries.index
        if projects[index] is None:
            return None
        first = next(row for row in range(index + 1) if None not in projects[row : index + 1])
        end = next((row for row in range(index, len(projects)) if projects[row] is None), len(projects))
        good = [one for one in projects[first:end] if one is not None]
        steps = tuple(zip(entries.texts[first : end - 1], good[1:], strict=True))
        week = entries.week if entries.week in WEEK_NUMBERS else good[0].week
        history = History(good[0], steps, index - first, week)
        unsaved = saved is None or not same_kit(saved, history.current)
        known = saved is not None and any(same_kit(saved, one) for one in good)
        ours = known or (path is not None and stamp_of(path) in (entries.stamp, None))
        return Recovered(path, history, entries.at, unsaved, ours, len(missing))

    def history_of(self, path: Path, project: Project) -> History | None:
        """The steps with which a kit was closed, if the file still holds what they led to."""
        entries = read_entries(self.history_path(path))
        if entries is None:
            return None
        brought = self.bring_back(entries)
        if brought is None or not same_kit(brought.history.current, project):
            return None
        return brought.history

    def history_path(self, path: Path) -> Path:
        """Where the steps of a closed kit are kept."""
        return self.histories / f"{key_of(path)}{SUFFIX}"

    def tidy(self) -> None:
        """Remove the oldest histories, marks of windows that are gone, and pictures that no autosave log names.

        Other windows go on working meanwhile. Pictures are looked at before the autosave logs, and those before the
        histories that they become, so that nothing is missed that is written or moved in between.
        """
        old = [path for path in self.pictures.glob("*") if _age(path) > PICTURE_SECONDS]
        for mark in self.autosaves.glob("*.running"):
            if not self.runs(mark.stem):
                mark.unlink(missing_ok=True)
        autosaves = tuple(self.autosaves.glob(f"*{SUFFIX}"))
        histories = sorted(self.histories.glob(f"*{SUFFIX}"), key=_age)
        for path in histories[MOST_HISTORIES:]:
            path.unlink(missing_ok=True)
        named: set[str] = set()
        for path in (*autosaves, *histories[:MOST_HISTORIES]):
            try:
                named.update(found.decode() for found in _MEMBER.findall(path.read_bytes()))
            except OSError:
                return
        for path in old:
            if path.name not in named:
                _remove_old(path)

    def forget(self) -> None:
        """Remove the steps of closed kits and the pictures that only they need."""
        shutil.rmtree(self.histories, ignore_errors=True)

    def _project(
        self, document: Document, sources: dict[str, PictureSource | FontSource], missing: set[str]
    ) -> Project | None:
        def load(member: str) -> PictureSource | FontSource | None:
            if member not in sources:
                try:
                    data = (self.pictures / member.rpartition("/")[2]).read_bytes()
                    sources[member] = read_member(member, data)
                except (OSError, InputError):
                    missing.add(member)
                    return None
            return sources[member]

        return decode_project("journal", document, load).project


class RunningAutosave:
    """The autosave log of one open kit, from opening to closing."""

    def __init__(self, recovery: Recovery, name: str, told: Callable[[datetime | None], None]) -> None:
        self._recovery = recovery
        path = recovery.autosaves / f"{name}{SUFFIX}"
        self.autosave = AutosaveLog(path, recovery.pictures, recovery.now, told)

    def post(self, state: AutosaveState) -> None:
        """Keep this state soon."""
        self.autosave.post(state)

    def end(self, kept_in: Path | None, *, remove: bool) -> None:
        """The kit was closed: its steps stay for the kit file `kept_in` that holds it all.

        Without such a file the autosave log stays, to be found at the next start. With `remove` nothing is kept.
        """
        self.autosave.close()
        with contextlib.suppress(OSError):  # Then it is found at the next start.
            if remove:
                self.autosave.path.unlink(missing_ok=True)
            elif kept_in is not None and self.autosave.path.exists():
                target = self._recovery.history_path(kept_in)
                make_private_folder(target.parent)
                self.autosave.path.replace(target)


def window_of(autosave: Path) -> str:
    """The window that wrote a autosave log."""
    return autosave.stem.partition("-")[0]


def same_kit(one: Project, other: Project) -> bool:
    """Whether two projects are the same kit, whichever week is open."""
    return replace(one, week=1) == replace(other, week=1)


def _saved(path: Path | None) -> Project | None:
    if path is None:
        return None
    try:
        return read_project(path).project
    except StudioError:
        return None


def _is_kit(document: Document) -> bool:
    """Whether a document without steps holds anything of the user's."""
    brand = document.get("brand")
    named = isinstance(brand, dict) and bool(brand.get("organisation") or brand.get("logo"))
    return named or bool(document.get("photos")) or bool(document.get("edits"))


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def _remove_old(picture: Path) -> None:
    """Remove a picture, unless a autosave log took it into use meanwhile, which makes it young again (`keep_picture`).

    It is set aside first: a autosave log that comes later finds nothing and writes the picture anew.
    """
    aside = picture.with_name(f"{picture.name}.old")
    with contextlib.suppress(OSError):  # Another window tidies too.
        picture.replace(aside)
        if _age(aside) > PICTURE_SECONDS:
            aside.unlink()
        else:
            aside.replace(picture)


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


class DamagedKitError(InputError):
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
class OpenedKit:
    """What a window needs to show a kit.

    `file` is None where the kit has no file that this window may write: a new kit (`origin` is None), or a copy of
    the file `origin`; `taken` says why. `saved` is what the file holds. `crashed_at` is the time of the last step
    that was kept when the kit was left behind with something unsaved, `left` the autosave log that it came from.
    `brand` is the brand file that a new kit was made from.
    """

    history: History
    saved: Project | None
    file: KitFile | None = None
    origin: Path | None = None
    taken: LockResult = LockResult.OURS
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
        with contextlib.suppress(OSError):  # The autosave log will say that nothing can be kept.
            self._mark = RunningMark(recovery.autosaves, window)

    def close(self) -> None:
        """The window is gone."""
        if self._mark is not None:
            self._mark.release()

    def file(self, path: Path) -> KitFile:
        """The kit file at a path, not locked yet."""
        lock = KitLock(path, self.window, self.recovery.computer, self._runs)
        return KitFile(path, lock, self.recovery.copies, self.recovery.now)

    def new(self, project: Project) -> OpenedKit:
        """A kit that nobody touched yet."""
        return OpenedKit(History(project, (), 0, project.week), project)

    def branded(self, project: Project, path: Path) -> OpenedKit:
        """A new kit with the brand of a brand file, which gets a file of its own; raises as `open_brand` does."""
        own = replace(project, brand=open_brand(path))
        return OpenedKit(History(own, (), 0, own.week), None, brand=path)

    def open(self, path: Path) -> OpenedKit:
        """The kit in a file, with what a crash left of it or the steps with which it was closed.

        Raises Damaged where a safety copy can help, InputError or Problems otherwise.
        """
        path = path.absolute()
        for autosave, entries in self.recovery.left_over():
            if entries.path == str(path) and (ready := self.left_behind(autosave, entries)) is not None:
                return ready
        file = self.file(path)
        try:
            opened = file.read()
        except StudioError as error:
            others = () if isinstance(error, NewerVersionError) or not path.is_file() else self.candidates(path)
            if others:
                raise DamagedKitError(error, path, others) from error
            raise
        taken = file.take()
        history = self.recovery.history_of(path, opened.project)
        plain = History(opened.project, (), 0, opened.project.week)
        return OpenedKit(
            history or plain,
            opened.project,
            file if taken is LockResult.OURS else None,
            path,
            taken,
            opened.problems,
        )

    def left_behind(self, autosave: Path, entries: AutosaveEntries) -> OpenedKit | None:
        """The kit of a autosave log that another window left; None when nothing of it can be read."""
        found = self.recovery.bring_back(entries)
        if found is None:
            return None
        crashed = found.at if found.unsaved else None
        ready = OpenedKit(found.history, None, None, found.path, LockResult.OURS, (), crashed, found.missing, autosave)
        if found.path is None or not found.ours:
            return replace(ready, changed_outside=found.path is not None)
        file = self.file(found.path)
        try:
            problems = file.read().problems if found.path.exists() else ()
        except StudioError:
            return ready
        taken = file.take()
        ours = file if taken is LockResult.OURS else None
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

    def instead(self, candidate: Candidate, kit: Path) -> OpenedKit:
        """A candidate opened in place of a kit file that is damaged; the file stays as it is."""
        plain = History(candidate.project, (), 0, candidate.project.week)
        history = candidate.history or plain
        return OpenedKit(history, None, None, kit, LockResult.OURS, candidate.problems, missing=candidate.missing)

    def _runs(self, window: str) -> bool:
        return window == self.window or self.recovery.runs(window)


def _has_content(project: Project) -> bool:
    return bool(project.brand.organization or project.brand.logo or project.photos or project.edits.items)
