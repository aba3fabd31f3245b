"""Long work in a process of its own, so that a window stays quick while files are made.

Rendering and packing hold Python's interpreter lock; on a thread they would stop the window again and again. The
process is started anew ("spawn", the same on every system), gets values, sends values, and ends with the one that
started it.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import math
import multiprocessing
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import MappingProxyType
from typing import Any

from htpm_studio.errors import Cancelled, StudioError
from htpm_studio.frozen import dataclass
from htpm_studio.processes.jobs import JobContext, tidy_seldom

Tell = Callable[[Any], None]
Work = Callable[[JobContext, Tell], Any]
Runner = Callable[[Work, JobContext, Tell], Any]

LOOK_SECONDS = 0.1
STOP_SECONDS = 20.0
"""How long a stopped job may take to tidy up before its process is ended."""

LOST = "The part of the program that makes the files stopped before it finished."
LOST_HINT = "Existing files are unchanged. Close other programs to free up memory, then try again."
WATCH_SECONDS = 0.02
NICER = 5
_STOP = "stop"
_CONTEXT = multiprocessing.get_context("spawn")


def _read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


def _plain(mapping: MappingProxyType[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    return _read_only, (dict(mapping),)


ForkingPickler.register(MappingProxyType, _plain)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What work may take in a process of its own: bytes of memory and seconds of its processors.

    `error` is raised when it takes more, or when the process ends by itself.
    """

    memory: int
    seconds: float
    error: StudioError


def run_inline(work: Work, context: JobContext, told: Tell) -> Any:
    """Do the work in this process; the same answer and the same errors as `run_in_process`."""
    return work(context, told)


def run_in_process(work: Work, context: JobContext, told: Tell, bounds: Bounds) -> Any:
    """Do `work(context, tell)` in a process of its own that may not take more than the bounds; call it on a thread.

    `work` is a function of a module, or a `partial` of one with the values that go over. Progress arrives in `context`,
    what the work reports in `told`. Raises what the work raises, Cancelled when `context` was stopped, and the error of
    the bounds when the process ends without an answer. The work leaves nothing to tidy up, so that it is ended at once
    when it is stopped.
    """
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(theirs, work, bounds), name="htpm-work", daemon=True)
    try:
        process.start()
        theirs.close()
        return _listen(ours, context, told)
    except EOFError as error:
        process.join(LOOK_SECONDS)
        context.checkpoint()
        raise bounds.error from error
    finally:
        theirs.close()
        ours.close()
        _end(process, LOOK_SECONDS)


def _listen(line: Connection, context: JobContext, told: Tell) -> Any:
    """Pass on what arrives until the answer does, or somebody stops it."""
    while True:
        context.checkpoint()
        if not line.poll(LOOK_SECONDS):
            continue
        kind, value = _received(line)
        if kind == "progress":
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


def _end(process: multiprocessing.process.BaseProcess, patience: float) -> None:
    if process.pid is None:
        return
    process.join(patience if process.is_alive() else 0)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()


# ------------------------------------------------------------------ a process that stays


class WorkerLostError(Exception):
    """A worker ended before it answered."""


class Parcel:
    """A value that several pieces of work share: packed once, and sent to each worker once."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self._lock = threading.Lock()
        self._packed = b""

    def packed(self) -> bytes:
        """The value as bytes."""
        with self._lock:
            self._packed = self._packed or bytes(ForkingPickler.dumps(self.value))
            return self._packed


class Worker:
    """A process that does one piece of work after the other; it ends with the process that started it.

    One that `shares` its work may start workers itself, and tidies up what it is at before it ends. Use it from one
    thread. Raises OSError when it cannot be started.
    """

    def __init__(self, *, shares: bool = False) -> None:
        self._line, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(
            target=_stay, args=(theirs,), kwargs={"tidies": shares}, name="htpm-worker", daemon=not shares
        )
        self._sent: Parcel | None = None
        self._begun = 0
        try:
            self._process.start()
        except BaseException:
            self._line.close()
            raise
        finally:
            theirs.close()

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    def begin(self, function: Callable[..., Any]) -> None:
        """Have `function(None, context)` done before anything else; nobody waits for its answer."""
        try:
            self._line.send((function, (), b""))
        except OSError as error:
            raise WorkerLostError from error
        self._begun += 1

    def do(self, function: Callable[..., Any], args: tuple[Any, ...], parcel: Parcel, context: JobContext) -> Any:
        """Have `function(value of the parcel, context, *args)` done; raises what it raises, and WorkerLostError."""
        self.send(function, args, parcel)
        return self.answer(context)

    def send(self, function: Callable[..., Any], args: tuple[Any, ...], parcel: Parcel) -> None:
        """Ask for what `do` does and return at once; it is done after what was asked for before."""
        try:
            self._line.send((function, args, b"" if self._sent is parcel else parcel.packed()))
        except OSError as error:
            raise WorkerLostError from error
        self._sent = parcel

    def answer(self, context: JobContext, told: Tell = lambda _value: None, patience: float = math.inf) -> Any:
        """The answer to the first that was sent and not answered; raises what it raises, and WorkerLostError.

        A stop of the context stops everything that was sent; after so many seconds of `patience` without an answer to
        that, the worker counts as lost. `told` hears what the work tells on the way.
        """
        try:
            while self._begun:
                self._answer(context, told, patience)
                self._begun -= 1
            kind, value = self._answer(context, told, patience)
        except (EOFError, OSError) as error:
            raise WorkerLostError from error
        if kind == "error":
            raise value
        return value

    def _answer(self, context: JobContext, told: Tell, patience: float) -> tuple[str, Any]:
        """What comes back; progress on the way is kept in the context, and its stop passed on."""
        stopped = math.inf
        while True:
            if context.cancelled and stopped == math.inf:
                stopped = time.monotonic()
                self._line.send(_STOP)
            if time.monotonic() - stopped > patience:
                raise WorkerLostError
            if not self._line.poll(LOOK_SECONDS):
                continue
            kind, value = self._line.recv()
            if kind == "told":
                told(value)
                continue
            if kind not in ("progress", "pages"):
                return kind, value
            with contextlib.suppress(Cancelled):  # The other process is informed, and answers first.
                if kind == "pages":
                    context.add_pages(value)
                else:
                    context.report(value.done, value.total, value.label, waits=value.waits)

    def end(self, patience: float = LOOK_SECONDS) -> None:
        """End the process, if it is not ended yet; what it is at after so many seconds of patience is lost."""
        if self._line.closed:
            return
        self._line.close()
        _end(self._process, patience)


def nothing(_value: Any, _context: JobContext) -> None:
    """Work that shows that a worker has started and unpacked a parcel."""


class WarmProcess:
    """Does work as `run_in_process` does, in a process that stays, so that what it has read in serves the next work.

    It starts with the first work; work that comes while other work is done waits. Safe on several threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: Worker | None = None

    def run(self, work: Work, context: JobContext, told: Tell) -> Any:
        """Do `work(context, tell)` there and wait for its answer; raises as `run_in_process` does."""
        with self._lock:
            context.checkpoint()
            worker = self._begun()
            try:
                worker.send(_work_and_tell, (work,), _NOTHING)
                return worker.answer(context, told, STOP_SECONDS)
            except WorkerLostError as error:
                self._end(LOOK_SECONDS)
                if context.cancelled:
                    raise Cancelled from error
                raise StudioError(LOST, LOST_HINT) from error

    def close(self) -> None:
        """End the process, once it is done with what it is at; who still wants work gets a new one."""
        atexit.unregister(self.close)
        with self._lock:
            self._end(STOP_SECONDS)

    def _begun(self) -> Worker:
        if self._worker is None:
            try:
                self._worker = Worker(shares=True)
                self._worker.begin(_give_way)
            except (OSError, WorkerLostError) as error:
                self._end(LOOK_SECONDS)
                raise StudioError(LOST, LOST_HINT) from error
            atexit.register(self.close)  # Python waits for a process that may start others.
        return self._worker

    def _end(self, patience: float) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end(patience)


def _give_way(_value: Any, _context: JobContext) -> None:
    """Let other programs and the window go first."""
    if hasattr(os, "nice"):
        os.nice(NICER)


class _WorkerContext(JobContext):
    """The context of work in a worker, which can `tell` more than how far it is."""

    def __init__(self, sent: queue.SimpleQueue[tuple[str, Any]]) -> None:
        super().__init__(lambda progress: sent.put(("progress", progress)))
        self._sent = sent

    def add_pages(self, count: int = 1) -> None:
        """Have whoever asked for the work count pages."""
        super().add_pages(count)
        self._sent.put(("pages", count))

    def tell(self, value: Any) -> None:
        """Have whoever asked for the work hear a value."""
        self._sent.put(("told", value))


def _work_and_tell(_value: Any, context: _WorkerContext, work: Work) -> Any:
    return work(context, context.tell)


_NOTHING = Parcel(None)


def _stay(line: Connection, *, tidies: bool) -> None:
    """Do the work that is sent, one piece after the other, until nobody is there any more to send it.

    Answers are sent while the next piece is worked on, as whoever hears them may be at work itself. When nobody is
    there, a worker that `tidies` stops what it is at and lets it tidy up.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tidy_seldom()
    works: queue.SimpleQueue[Any] = queue.SimpleQueue()
    sent: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
    asked_for: deque[JobContext] = deque()

    def take() -> None:
        """Take work and stops from the line."""
        while True:
            asked = line.recv()
            if asked == _STOP:
                _cancel(asked_for)
            else:
                asked_for.append(_WorkerContext(sent))
                works.put((asked_for[-1], *asked))

    def listen() -> None:
        with contextlib.suppress(EOFError, OSError):
            take()
        if tidies:
            works.put(None)
            _cancel(asked_for)
            time.sleep(STOP_SECONDS)
        os._exit(0)

    def tell() -> None:
        while True:
            with contextlib.suppress(OSError):  # Nobody is there: `listen` hears of it too.
                line.send(sent.get())

    for name, target in (("listen", listen), ("tell", tell)):
        threading.Thread(target=target, name=name, daemon=True).start()
    value: Any = None
    while (work := works.get()) is not None:
        context, function, args, packed = work
        try:
            value = ForkingPickler.loads(packed) if packed else value
            answer = ("answer", function(value, context, *args))
        except Exception as error:
            error.add_note(traceback.format_exc())
            answer = ("error", sendable_error(error))
        asked_for.popleft()
        sent.put(answer)
    os._exit(0)


def _cancel(contexts: Iterable[JobContext]) -> None:
    for context in tuple(contexts):
        context.cancel()


# ------------------------------------------------------------------ the other process


def _serve(line: Connection, work: Work, bounds: Bounds) -> None:
    """Do the work within its bounds and send the answer; end when nobody is there any more to hear it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(bounds,), name="bounds", daemon=True).start()
    _give_way(None, JobContext())
    tidy_seldom()
    sending = threading.Lock()

    def send(kind: str, value: Any) -> None:
        with sending, contextlib.suppress(OSError):  # Nobody is there: `wait_for_end` hears of it too.
            line.send((kind, value))

    def wait_for_end() -> None:
        with contextlib.suppress(EOFError, OSError):
            line.recv()
        os._exit(1)

    threading.Thread(target=wait_for_end, name="end", daemon=True).start()
    try:
        context = JobContext(lambda progress: send("progress", progress))
        answer = work(context, lambda value: send("told", value))
    except Exception as error:
        error.add_note(traceback.format_exc())
        send("error", sendable_error(error))
    else:
        send("answer", answer)


def _watch(bounds: Bounds) -> None:
    """End this process as soon as it takes more than it may; libraries in C cannot be stopped in any other way."""
    while memory_in_use() <= bounds.memory and time.process_time() <= bounds.seconds:
        time.sleep(WATCH_SECONDS)
    os._exit(1)


def memory_in_use() -> int:
    """The bytes of memory of this process, or the most that it ever had where the system only knows that."""
    if sys.platform == "win32":
        return _memory_of_windows()
    import resource  # noqa: PLC0415 - not there on Windows

    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    used = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(used) * resource.getpagesize()


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of Windows."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        ("peak", ctypes.c_size_t),
        ("used", ctypes.c_size_t),
        ("pools", ctypes.c_size_t * 4),
        ("pagefile", ctypes.c_size_t),
        ("pagefile_peak", ctypes.c_size_t),
    )


def _memory_of_windows() -> int:
    counters = _Counters(cb=ctypes.sizeof(_Counters))
    kernel = ctypes.CDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    ask = kernel.K32GetProcessMemoryInfo
    ask.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
    ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.pagefile)


def sendable_error(error: Exception) -> Exception:
    """The error itself if it survives the way to another process, else one that says the same."""
    try:
        ForkingPickler.loads(ForkingPickler.dumps(error))
    except Exception:
        same = RuntimeError(str(error))
        same.add_note(traceback.format_exc())
        return same
    return error
