"""The first steps of the program: it can be stopped, and its output may be closed.

Nothing heavy is imported here, since whatever comes before is time in which a stop would be a traceback.
"""

from __future__ import annotations

import io
import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, TextIO

STOPPED = 130
_STOPS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP") if hasattr(signal, name)
)  # fmt: skip


def begin() -> None:
    """Let a signal end the program with one sentence, and let output be dropped where nothing reads it."""
    for number in stops():
        signal.signal(number, _stop)
    _fill_closed()
    sys.stdout, sys.stderr = heard_or_not(sys.stdout, 1), heard_or_not(sys.stderr, 2)


def stops() -> tuple[int, ...]:
    """The signals that ask the program to stop, without those that its parent process ignores."""
    return tuple(number for number in _STOPS if signal.getsignal(number) is not signal.SIG_IGN)


def leave_stops() -> None:
    """Let signals end the program at once: the loop of a window does not come back to Python for them."""
    for number in stops():
        signal.signal(number, signal.SIG_DFL)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End without tidying up: nothing was written yet, or everything was."""
    try:
        os.write(2, b"Stopped.\n")
    finally:
        os._exit(STOPPED)


def _fill_closed() -> None:
    """Put nothing where an input or output was closed: the next file that is opened would get its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


class _Forgiving(io.RawIOBase):
    """A stream that drops everything after its first failed write."""

    def __init__(self, raw: io.RawIOBase) -> None:
        super().__init__()
        self._raw: io.RawIOBase | None = raw

    def write(self, data: object) -> int | None:
        """Write what can be written."""
        if self._raw is not None:
            try:
                return self._raw.write(data)  # type: ignore[arg-type]
            except OSError:
                self._raw = None
        return len(data)  # type: ignore[arg-type]

    def writable(self) -> bool:
        """Always true: what cannot be written is dropped."""
        return True

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return self._raw is not None and self._raw.isatty()

    def fileno(self) -> int:
        """The number of the file behind it."""
        if self._raw is None:
            raise OSError("nobody hears it any more")
        return self._raw.fileno()


def heard_or_not(stream: TextIO | None, number: int) -> TextIO:
    """The same output, which cannot fail: a kit is made whole when the reader of the words has gone."""
    if stream is None:  # It was closed before the program began.
        return open(number, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    binary: Any = stream.buffer
    return io.TextIOWrapper(
        io.BufferedWriter(_Forgiving(getattr(binary, "raw", binary))),  # Unbuffered if Python was started so.
        encoding=stream.encoding,
        errors="backslashreplace",
        line_buffering=True,
    )
