"""Proof that what was written is on the disk: every file flushed, read back and compared before a folder is used."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from htpm_studio.errors import StudioError, msg
from htpm_studio.frozen import dataclass

CHUNK = 1024 * 1024
MOST_NAMED = 3
"""Files that a sentence names; how many more there are is counted."""


class ChangedMeanwhileError(StudioError):
    """Something else removed or changed files while they were written; what was there before is kept."""


@dataclass(frozen=True, slots=True)
class FileSum:
    """What a file must be: its size in bytes and its SHA-256 in hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Files of a folder that were read back as they must be, each with what the system says of it since then."""

    states: tuple[tuple[str, tuple[int, int]], ...]

    def holds(self, folder: Path) -> bool:
        """Whether the files are in a folder as they were when they were read, by size and time of change."""
        return all(_state(folder.joinpath(*name.split("/"))) == state for name, state in self.states)


def sum_of(data: bytes) -> FileSum:
    """The size and SHA-256 of the content of a file."""
    return FileSum(len(data), hashlib.sha256(data).hexdigest())


def listed_sums(listing: bytes) -> dict[str, FileSum]:
    """The sums of the files that a kit's list names, by their paths, with those that it names beside its pieces."""
    document = json.loads(listing)
    beside = {name: row for name, row in document.items() if isinstance(row, dict) and "sha256" in row}
    rows = {row["path"]: row for row in document["files"]} | beside
    return {name: FileSum(row["bytes"], row["sha256"]) for name, row in rows.items()}


def prove(folder: Path, sums: Mapping[str, FileSum]) -> Proof:
    """Flush a folder's files to the disk, read each back and compare it with its sum.

    Raises ChangedMeanwhileError when one is missing or different.
    """
    states: dict[str, tuple[int, int]] = {}
    wrong = []
    for name, wanted in sums.items():
        path = folder.joinpath(*name.split("/"))
        before = _state(path)
        if before is None or read_back(path) != wanted:
            wrong.append(name)
        else:
            states[name] = before
    if wrong:
        raise changed_meanwhile(wrong)
    for place in sorted({path.parent for path in (folder.joinpath(*name.split("/")) for name in sums)} | {folder}):
        flush_folder(place)
    return Proof(tuple(states.items()))


def changed_meanwhile(names: Iterable[str] = ()) -> ChangedMeanwhileError:
    """The sentence for files that something else removed or changed."""
    names = list(names)
    hint = (
        "A virus scanner or a program that keeps folders in step may have done it. What was there before is kept. "
        "Try again, or choose another folder."
    )
    if not names:
        return ChangedMeanwhileError("Files were removed or changed while they were written.", hint)
    shown, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    if more > 0:
        message = msg("Removed or changed while they were written: {names} and {count} more.", names=shown, count=more)
    else:
        message = msg("Removed or changed while they were written: {names}.", names=shown)
    return ChangedMeanwhileError(message, hint)


def read_back(path: Path) -> FileSum | None:
    """What is on the disk of a file that was just written, flushed first; None when it cannot be read.

    Where the system can, it is asked to forget what it still has in memory.
    """
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("r+b") as file:
            os.fsync(file.fileno())
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            while block := file.read(CHUNK):
                digest.update(block)
                size += len(block)
    except OSError:
        return None
    return FileSum(size, digest.hexdigest())


def flush_folder(folder: Path) -> None:
    """Flush the names in a folder to the disk; Windows does so by itself, and some network disks cannot."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _state(path: Path) -> tuple[int, int] | None:
    """The size and the time of the last change of a file; None when it is not there."""
    try:
        state = path.lstat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns
