"""The file of the open kit: read, written only by the window that holds its lock, with safety copies by time."""

from __future__ import annotations

import hashlib
import re
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from htpm_studio.errors import StudioError, msg
from htpm_studio.files.private_files import keep_private, make_private_folder
from htpm_studio.frozen import dataclass
from htpm_studio.gui.kit_file.autosave_log import Stamp
from htpm_studio.gui.kit_file.lock import KitLock, LockResult
from htpm_studio.project.codec import members_of
from htpm_studio.project.file_forms import member_of
from htpm_studio.project.model import Project
from htpm_studio.project.store import SUFFIX, Opened, read_project, save_project

MOST_COPIES = 10
COPY_GAP = timedelta(minutes=10)
MOST_COPY_BYTES = 1_000_000_000
_STAMP = "%Y-%m-%d %H.%M.%S"
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


class KitFileTakenError(StudioError):
    """The kit file was changed or taken over by somebody else since this window read it."""


@dataclass(frozen=True, slots=True, order=True)
class SafetyCopy:
    """A copy of a kit file as it was at a moment."""

    at: datetime
    path: Path


class SafetyCopies:
    """Copies of kit files in the program's own folder, ten for each kit, close together only in the recent past."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.folder_of_all, self._now = folder, now

    def folder(self, kit: Path) -> Path:
        """Where the copies of a kit are; it may not exist yet."""
        return self.folder_of_all / f"{kit.stem[:40].strip()}-{key_of(kit)[:8]}"

    def of(self, kit: Path) -> tuple[SafetyCopy, ...]:
        """The copies of a kit, the newest first."""
        found = []
        for path in self.folder(kit).glob(f"*{SUFFIX}"):
            try:
                found.append(SafetyCopy(datetime.strptime(path.stem, _STAMP), path))
            except ValueError:
                continue
        return tuple(sorted(found, reverse=True))

    def keep(self, kit: Path, at: datetime, gap: timedelta = COPY_GAP) -> None:
        """Copy the kit file as the one of `at` unless there is one that is hardly older; raises OSError.

        Copies of a later time, from before the clock was set back, do not count; a time to come counts as now.
        """
        at = min(at, self._now()).replace(microsecond=0)
        older = next((copy for copy in self.of(kit) if copy.at <= at), None)
        if not kit.is_file() or (older is not None and at - older.at < max(gap, timedelta(seconds=1))):
            return
        folder = self.folder(kit)
        make_private_folder(folder)
        path = folder / f"{at:{_STAMP}}{SUFFIX}"
        temporary = path.with_name(f"{path.name}.part")
        try:
            shutil.copyfile(kit, temporary)
            keep_private(temporary)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        for old in surplus(self.of(kit)):
            old.path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Remove all copies of all kits."""
        shutil.rmtree(self.folder_of_all, ignore_errors=True)


def surplus(copies: Sequence[SafetyCopy]) -> tuple[SafetyCopy, ...]:
    """Which copies (newest first) are too many: those whose loss leaves the smallest gap for their age.

    The newest and the oldest stay; more than a gigabyte in all takes the oldest away too.
    """
    kept, gone = sorted(copies, reverse=True), []
    while len(kept) > MOST_COPIES:
        newest = kept[0].at
        gaps = [
            ((kept[row - 1].at - kept[row + 1].at) / max(newest - kept[row].at, timedelta(seconds=1)), row)
            for row in range(1, len(kept) - 1)
        ]
        gone.append(kept.pop(min(gaps)[1]))
    while len(kept) > 1 and sum(copy.path.stat().st_size for copy in kept) > MOST_COPY_BYTES:
        gone.append(kept.pop())
    return tuple(gone)


class KitFile:
    """One kit file that this window writes. Its methods may be called on any thread."""

    def __init__(self, path: Path, lock: KitLock, copies: SafetyCopies, now: Callable[[], datetime]) -> None:
        self.path = path
        self.lock = lock
        self._copies, self._now = copies, now
        self.stamp: Stamp | None = None
        self.saved: Project | None = None
        self.vanished = False
        self._writing = threading.Lock()

    def take(self) -> LockResult:
        """Ask for the lock."""
        return self.lock.take()

    def read(self) -> Opened:
        """The project in the file; raises InputError or Problems as `read_project` does."""
        stamp = stamp_of(self.path)
        opened = read_project(self.path)
        self.stamp, self.saved = stamp, opened.project
        return opened

    @property
    def members(self) -> frozenset[str]:
        """Names of the pictures and fonts that lie in the file."""
        return frozenset(member_of(one) for one in members_of(self.saved)) if self.saved else frozenset()

    def write(self, project: Project, *, last: bool = False) -> None:
        """Write the kit and a safety copy when it is time for one; `last` makes one at any rate.

        `vanished` tells then whether the file had been moved or removed in the meantime.
        Raises KitFileTakenError when the file is no longer as this window left it, StudioError where it cannot be
        written.
        """
        with self._writing:
            if not self.lock.is_ours() and self.lock.take() is LockResult.OTHERS:
                raise KitFileTakenError(msg("{name} was opened by another window.", name=self.path.name))
            if self.stamp is not None and self._was_changed():
                raise KitFileTakenError(msg("{name} was changed by another program.", name=self.path.name))
            self._copy(timedelta(0) if self.saved is None else COPY_GAP, before=True)
            self.vanished = self.stamp is not None and stamp_of(self.path) is None
            saves = project.saves if self.saved is None else max(project.saves, self.saved.saves)
            project = replace(project, saved=in_utc(self._now()), saves=saves + 1)
            save_project(project, self.path)
            self.stamp, self.saved = stamp_of(self.path), project
            self._copy(timedelta(0) if last else COPY_GAP, before=False)

    def release(self) -> None:
        """Let others write the file."""
        self.lock.release()

    def _was_changed(self) -> bool:
        """Whether the file holds something else than this window wrote; its time alone may change with the drive."""
        if stamp_of(self.path) in (self.stamp, None):
            return False
        try:
            return read_project(self.path).project != self.saved
        except StudioError:
            return True

    def _copy(self, gap: timedelta, *, before: bool) -> None:
        """A copy that cannot be made must not keep the kit itself from being written."""
        try:
            if not before:
                self._copies.keep(self.path, self._now(), gap)
            elif self.path.is_file():
                written = datetime.fromtimestamp(self.path.stat().st_mtime)
                self._copies.keep(self.path, min(written, self._now() - timedelta(seconds=1)), gap)
        except OSError:
            return


def in_utc(moment: datetime) -> datetime:
    """A moment of this computer's clock in UTC, to the second and without its zone."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None)


def stamp_of(path: Path) -> Stamp | None:
    """What shows that a file was changed: its time and size; None when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def key_of(path: Path) -> str:
    """A word for a kit file by its place."""
    try:
        place = str(path.resolve())
    except OSError:
        place = str(path)
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def file_name(project: Project, month: str) -> str:
    """A name for a new kit file, without its ending, fit for every file system: "January 2027, Riverbend Coalition"."""
    who = _UNFIT.sub(" ", project.brand.organization)
    name = " ".join(f"{month}, {who}".split())[:80].rstrip(" .,")
    return f"Kit {name}" if _RESERVED.match(name) else name


def free_path(folder: Path, name: str) -> Path:
    """A path for a new kit file that is not taken: "name.htpm", "name (2).htpm" and so on."""
    path, number = folder / f"{name}{SUFFIX}", 2
    while path.exists() or path.with_name(f".~{path.name}.lock").exists():
        path = folder / f"{name} ({number}){SUFFIX}"
        number += 1
    return path
