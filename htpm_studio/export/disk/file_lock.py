"""One at a time: who writes a kit holds a lock beside it, which ends with its process, however that ends."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from htpm_studio.errors import InputError, msg

ENDING = ".part.lock"
_NO_LOCKS = frozenset((errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL))
"""The errors of file systems without locks; there everybody is let through."""


_TAKEN = frozenset((errno.EACCES, errno.EAGAIN, errno.EDEADLK, 0))
"""The errors that mean that somebody else has the lock; Wine gives no number."""


class BusyError(InputError):
    """Another window or command writes the same kit just now; it helps to wait."""


@contextmanager
def file_lock(target: Path) -> Iterator[None]:
    """Be the only one who writes `target`, on this computer and where a shared folder knows locks.

    Raises BusyError at once when somebody else writes it, OSError when the folder of `target` refuses a file.
    """
    path = target.with_name(f".{target.name}{ENDING}")
    lock = _take(path)
    if lock is None:
        raise BusyError(
            msg("Another window or command is writing {name} right now.", name=target.name),
            "Wait until it is finished, then try again.",
        )
    try:
        yield
    finally:
        _give_back(path, lock)


def abandoned(folder: Path) -> Iterator[Path]:
    """The targets in a folder whose writer was ended from outside; each is ours alone while it is looked at."""
    for path in sorted(folder.glob(f".*{ENDING}")):
        target = folder / path.name.removeprefix(".").removesuffix(ENDING)
        with suppress(BusyError, OSError), file_lock(target):
            yield target


def _take(path: Path) -> int | None:
    """The open lock, None when somebody else has it."""
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            lock_handle(lock)
            if _is_at(path, lock):
                return lock
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return lock
            os.close(lock)
            if error.errno in _TAKEN:
                return None
            raise
        os.close(lock)  # Its owner took it away between our two steps.


def _is_at(path: Path, lock: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(lock))
    except FileNotFoundError:
        return False


def _give_back(path: Path, lock: int) -> None:
    """Take the lock file away; where open files cannot be removed (Windows), once it is closed."""
    if sys.platform != "win32":
        with suppress(OSError):
            path.unlink()
    os.close(lock)
    if sys.platform == "win32":
        with suppress(OSError):
            path.unlink()


def lock_handle(lock: int) -> None:
    """Lock an open file without waiting; raises OSError when somebody else has it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - everywhere else

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
