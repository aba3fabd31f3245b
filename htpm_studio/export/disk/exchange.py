"""Two folders that change places in one step, and what is noted where a system has no such step."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from htpm_studio.files.private_files import make_private_folder, open_private

AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""Of renameat2 (Linux 3.15, man 2 renameat2): a path as the process sees it, and the two names exchanged."""
RENAME_SWAP = 2
"""Of renamex_np (macOS 10.12, man 2 renamex_np)."""
MOST_NOTES, LONGEST_NOTE = 1_000, 32_768
END = b"\n"
"""What a whole note ends with."""


def exchange(first: Path, second: Path) -> bool:
    """Let two folders change places in one step; False where the system or the disk has no such step."""
    names = os.fsencode(first), os.fsencode(second)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform.startswith("linux"):
            return bool(library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, RENAME_SWAP) == 0)
    except (AttributeError, OSError, TypeError):  # An older system library, or Windows.
        pass
    return False


@contextmanager
def noted(notes: Path | None, target: Path) -> Iterator[None]:
    """While a folder is out of its place, a file in `notes` says so, for the next start of the program."""
    if notes is None:
        yield
        return
    path = notes / hashlib.sha256(os.fsencode(target.absolute())).hexdigest()[:32]
    with suppress(OSError):  # Without a note the next kit in the same folder brings the older one back.
        make_private_folder(notes)
        with open_private(path, "wb") as file:
            file.write(os.fsencode(target.absolute()) + END)
            file.flush()
            os.fsync(file.fileno())
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def noted_targets(notes: Path) -> list[tuple[Path, Path | None]]:
    """The notes of processes that were ended, each with the folder that it names.

    One that was cut off while it was written names none: its folder had not left its place yet.
    """
    found: list[tuple[Path, Path | None]] = []
    try:
        paths = sorted(notes.iterdir())[:MOST_NOTES]
    except OSError:
        return []
    for path in paths:
        with suppress(OSError), path.open("rb") as file:
            words = file.read(LONGEST_NOTE)
            target = Path(os.fsdecode(words.removesuffix(END)))
            found.append((path, target if words.endswith(END) and target.is_absolute() else None))
    return found
