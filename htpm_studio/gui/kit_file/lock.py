"""The lock of a kit file, and the mark of a window that runs: two windows never write one kit."""

from __future__ import annotations

import contextlib
import json
import os
import time
import uuid
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLockFile

from htpm_studio.files.private_files import make_private_folder, open_private

STALE_SECONDS = 150.0
"""A lock of another computer that nobody renewed for so long is left over; it is renewed every 20 seconds."""

EMPTY_SECONDS = 60.0
_LARGEST = 1000
_TRIES = 3


class LockResult(Enum):
    """What came of asking for a lock."""

    OURS = "ours"
    OTHERS = "others"
    FORBIDDEN = "forbidden"


class RunningMark:
    """Says that a window of this computer runs; the system takes it away with the process."""

    def __init__(self, folder: Path, session: str) -> None:
        make_private_folder(folder)
        self._lock = QLockFile(str(_mark(folder, session)))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)

    def release(self) -> None:
        """The window is gone."""
        self._lock.unlock()


def is_running(folder: Path, session: str) -> bool:
    """Whether the window with that mark still runs on this computer."""
    path = _mark(folder, session)
    try:
        found = path.stat()
    except OSError:
        return False
    if not found.st_size and time.time() - found.st_mtime > EMPTY_SECONDS:
        return False  # Its window ended before it could say which process it is.
    probe = QLockFile(str(path))
    probe.setStaleLockTime(0)
    if probe.tryLock(0):
        probe.unlock()
        return False
    return True


def computer_of(folder: Path) -> str:
    """A random word for this computer and user, made once: a lock must tell its own computer, but not name it."""
    path = folder / "computer"
    try:
        known = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        known = ""
    if len(known) == 32 and known.isalnum():
        return known
    made = uuid.uuid4().hex
    with contextlib.suppress(OSError):  # Without it a left-over lock on this computer has to wait until it is stale.
        make_private_folder(folder)
        with open_private(path, "wb") as file:
            file.write(made.encode())
    return made


class KitLock:
    """The lock file of one kit file, `.~name.lock` beside it.

    It holds the session and the computer of the window that writes the kit. A lock of this computer counts as long
    as its window runs; one of another computer as long as it is renewed.
    """

    def __init__(self, kit: Path, session: str, computer: str, runs: Callable[[str], bool]) -> None:
        self.path = kit.with_name(f".~{kit.name}.lock")
        self._session, self._computer, self._runs = session, computer, runs

    def take(self) -> LockResult:
        """Lock the kit, taking over a left-over lock."""
        for _ in range(_TRIES):
            try:
                self._make()
            except FileExistsError:
                if self.is_ours():
                    return LockResult.OURS
                if not self._is_left_over():
                    return LockResult.OTHERS
                self._take_over()
            except OSError:
                return LockResult.FORBIDDEN
            else:
                return LockResult.OURS
        return LockResult.OURS if self.is_ours() else LockResult.OTHERS

    def renew(self) -> None:
        """Tell other computers that the window still runs."""
        if self.is_ours():
            try:
                os.utime(self.path)
            except OSError:
                return

    def is_ours(self) -> bool:
        """Whether the lock is there and belongs to this window."""
        return self._read() == (self._session, self._computer)

    def release(self) -> None:
        """Take the lock away if it is ours."""
        if self.is_ours():
            self.path.unlink(missing_ok=True)

    def _make(self) -> None:
        with self.path.open("x", encoding="ascii") as file:
            file.write(self._text())

    def _text(self) -> str:
        return json.dumps({"session": self._session, "computer": self._computer})

    def _read(self) -> tuple[str, str] | None:
        try:
            with self.path.open("rb") as file:
                found = json.loads(file.read(_LARGEST))
            return str(found["session"]), str(found["computer"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _is_left_over(self) -> bool:
        holder = self._read()
        if holder is not None and holder[1] == self._computer:
            return not self._runs(holder[0])
        age = self._age()
        return age is not None and age > STALE_SECONDS

    def _age(self) -> float | None:
        """Seconds since the lock was renewed, by the clock of its drive; None if that is unknown."""
        probe = self.path.with_name(f"{self.path.name}.{self._session}")
        try:
            probe.write_bytes(b"")
            return probe.stat().st_mtime - self.path.stat().st_mtime
        except OSError:
            return None
        finally:
            with contextlib.suppress(OSError):
                probe.unlink(missing_ok=True)

    def _take_over(self) -> None:
        """Put our lock in the place of a left-over one; of two windows that do so at once, the last one has it."""
        mine = self.path.with_name(f"{self.path.name}.{self._session}")
        try:
            mine.write_text(self._text(), encoding="ascii")
            mine.replace(self.path)
        except OSError:
            mine.unlink(missing_ok=True)


def _mark(folder: Path, session: str) -> Path:
    return folder / f"{session}.running"
