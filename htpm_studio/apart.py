"""Long work in a process of its own, so that a window stays quick while files are made.

Rendering and packing hold Python's interpreter lock; on a thread they would stop the window again and again. The
process is started anew ("spawn", the same on every system), gets values, sends values, and ends with the one that
started it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any

from htpm_studio.errors import Cancelled, StudioError
from htpm_studio.jobs import JobContext, Progress, tidy_seldom

Tell = Callable[[Any], None]
Work = Callable[[Any, JobContext, Tell], Any]
Runner = Callable[[Work, Any, JobContext, Tell], Any]

LOOK_SECONDS = 0.1
STOP_SECONDS = 20.0
"""How long a stopped job may take to tidy up before its process is ended."""

NICER = 5
_STOP = "stop"
_CONTEXT = multiprocessing.get_context("spawn")


def _read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


def _plain(mapping: MappingProxyType[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    return _read_only, (dict(mapping),)


ForkingPickler.register(MappingProxyType, _plain)


def run_here(work: Work, asked: Any, context: JobContext, told: Tell) -> Any:
    """Do the work in this process; the same answer and the same errors as `run_apart`."""
    return work(asked, context, told)


def run_apart(work: Work, asked: Any, context: JobContext, told: Tell) -> Any:
    """Do `work(asked, context, tell)` in another process and wait for its answer; call this on a worker thread.

    `work` is a function of a module, everything else that goes over is a value. Progress arrives in `context`, what
    the work tells arrives in `told`. Raises what the work raises, Cancelled when `context` was stopped, and StudioError
    when the process ends without an answer.
    """
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(theirs, work, asked), name="htpm-work", daemon=True)
    try:
        process.start()
        theirs.close()
        return _listen(ours, context, told)
    except EOFError as error:
        process.join(LOOK_SECONDS)
        if context.cancelled:
            raise Cancelled from error
        raise StudioError(
            "The part of the program that makes the files ended before it was done.",
            "What was there before is as it was. Close other programs to make room in memory, then try again.",
        ) from error
    finally:
        theirs.close()
        ours.close()
        _end(process)


def _listen(line: Connection, context: JobContext, told: Tell) -> Any:
    """Pass on what arrives until the answer does."""
    stop_by = 0.0
    while True:
        if context.cancelled and not stop_by:
            stop_by = time.monotonic() + STOP_SECONDS
            with contextlib.suppress(OSError):  # It has just ended, which the next look tells.
                line.send(_STOP)
        if stop_by and time.monotonic() > stop_by:
            raise Cancelled
        if not line.poll(LOOK_SECONDS):
            continue
        kind, value = _received(line)
        if kind == "progress":
            with contextlib.suppress(Cancelled):  # The other process is told, and tidies up first.
                context.report(value.done, value.total, value.label, waits=value.waits)
        elif kind == "told":
            told(value)
        elif kind == "error":
            raise value
        else:
            return value


def _received(line: Connection) -> tuple[str, Any]:
    try:
        kind, value = line.recv()
    except ConnectionResetError as error:
        raise EOFError from error
    return str(kind), value


def _end(process: multiprocessing.process.BaseProcess) -> None:
    if process.pid is None:
        return
    process.join(STOP_SECONDS if process.is_alive() else 0)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()


# ------------------------------------------------------------------ the other process


def _serve(line: Connection, work: Work, asked: Any) -> None:
    """Do the work and send the answer; stop when told so, or when nobody is there any more to tell."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICER)
    tidy_seldom()
    sending = threading.Lock()

    def send(kind: str, value: Any) -> None:
        with sending, contextlib.suppress(OSError):  # Nobody is there: `wait_for_stop` hears of it too.
            line.send((kind, value))

    def report(progress: Progress) -> None:
        send("progress", progress)

    context = JobContext(report)

    def wait_for_stop() -> None:
        with contextlib.suppress(EOFError, OSError):
            line.recv()
        context.cancel()

    threading.Thread(target=wait_for_stop, name="stop", daemon=True).start()
    try:
        answer = work(asked, context, lambda value: send("told", value))
    except Exception as error:
        error.add_note(traceback.format_exc())
        send("error", _sendable(error))
    else:
        send("answer", answer)


def _sendable(error: Exception) -> Exception:
    """The error itself if it survives the way to another process, else one that says the same."""
    try:
        ForkingPickler.loads(ForkingPickler.dumps(error))
    except Exception:
        said = RuntimeError(str(error))
        said.add_note(traceback.format_exc())
        return said
    return error
