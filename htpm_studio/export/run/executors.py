"""Where the files of a kit are rendered: an executor of `concurrent.futures`, in turn here or in several processes."""

from __future__ import annotations

import contextlib
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any, ParamSpec, TypeVar

from htpm_studio.errors import Cancelled, StudioError
from htpm_studio.frozen import dataclass
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import LOST, Parcel, Worker, WorkerLostError, nothing

P = ParamSpec("P")
T = TypeVar("T")

PAYS = 30.0
"""How much work, in pages, must wait before another process is started: its start takes as long as so many pages."""

AHEAD = 2.0
"""Work that weighs no more, in pages, is sent to a process before it has answered for what it is at."""

TRIES = 2
"""How many processes may end over one piece of work before it is reported."""

LOST_HINT = "Close other programs to free up memory, then try again."


class Sendable(ABC):
    """Work that another process can do as well: called it is done here, else `remote` is called with the parcel.

    Whoever has done one of the same `affinity_key` does it faster, because they are made of the same things.
    """

    affinity_key: str = ""
    weight: float
    context: JobContext
    parcel: Parcel

    @abstractmethod
    def __call__(self) -> Any:
        """Do the work here."""

    @abstractmethod
    def remote(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """A function of a module and what it gets besides the parcel's value and a context."""

    @abstractmethod
    def failed(self, error: StudioError) -> Any:
        """The answer where the processes that did it ended."""


class InlineExecutor(Executor):
    """Does each piece of work at once, in the thread that asks for it."""

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The finished work, or what went wrong with it."""
        future: Future[T] = Future()
        try:
            future.set_result(work(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    future: Future[Any]
    work: Callable[[], Any]

    @property
    def weight(self) -> float:
        return self.work.weight if isinstance(self.work, Sendable) else 0.0

    @property
    def affinity_key(self) -> str:
        return self.work.affinity_key if isinstance(self.work, Sendable) else ""

    @property
    def context(self) -> JobContext | None:
        return self.work.context if isinstance(self.work, Sendable) else None


class ProcessExecutor(Executor):
    """Does work in one thread of this process and in as many other processes as pay, in the order it was asked for.

    Whoever is free takes the next piece with the key that it is at, else of one that nobody is at, else any. The
    processes start when enough work waits, stay for the work that follows, and are replaced when they end; what they
    were at is done again, or reported if that happens twice. Work that is no `Sendable` is done here. With `ready`, one
    process starts at once and does that first.
    """

    def __init__(self, workers: int, ready: Callable[..., Any] | None = None) -> None:
        self._most = workers - 1
        self._tasks: deque[_Task] = deque()
        self._at: dict[threading.Thread, str] = {}
        self._changed = threading.Condition()
        self._closed = False
        self._here: list[threading.Thread] = []
        self._elsewhere: list[threading.Thread] = []
        if ready is not None:
            self._start(self._elsewhere, partial(self._work_elsewhere, ready))

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A future for work that is done when its turn comes."""
        future: Future[T] = Future()
        plain = work if isinstance(work, Sendable) and not (args or kwargs) else lambda: work(*args, **kwargs)
        with self._changed:
            if self._closed:
                raise RuntimeError("the executor was shut down")
            self._tasks.append(_Task(future, plain))
            if not self._here:
                self._start(self._here, self._work_here)
            others = len(self._elsewhere)
            if others < self._most and sum(task.weight for task in self._tasks) >= PAYS * (others + 1):
                self._start(self._elsewhere, self._work_elsewhere)
            self._changed.notify_all()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Finish, or take back, what was asked for, and end the processes."""
        with self._changed:
            self._closed = True
            if cancel_futures:
                for task in self._tasks:
                    task.future.cancel()
            self._changed.notify_all()
        for thread in (*self._here, *self._elsewhere) if wait else ():
            thread.join()

    def _start(self, threads: list[threading.Thread], target: Callable[[], None]) -> None:
        number = len(self._here) + len(self._elsewhere)
        threads.append(threading.Thread(target=target, name=f"kit-{number}", daemon=True))
        threads[-1].start()

    def _next(self, *, sendable: bool, beside: _Task | None = None) -> _Task | None:
        """The next piece that was not taken back, waiting for one; None when there will be none.

        `beside` a piece that is not finished yet, one that is short and of the same job, if it is there already.
        """
        with self._changed:
            while True:
                for task in self._nearest():
                    if sendable and not isinstance(task.work, Sendable):
                        continue
                    if beside is not None and (task.weight > AHEAD or task.context is not beside.context):
                        continue
                    self._tasks.remove(task)
                    if task.future.set_running_or_notify_cancel():
                        self._at[threading.current_thread()] = task.affinity_key
                        return task
                if self._closed or beside is not None:
                    return None
                self._changed.wait()

    def _nearest(self) -> list[_Task]:
        """What waits, in the order in which this thread should take it."""
        own = self._at.get(threading.current_thread())
        taken = set(self._at.values())
        return sorted(self._tasks, key=lambda task: (task.affinity_key != own, task.affinity_key in taken))

    def _work_here(self) -> None:
        while (task := self._next(sendable=False)) is not None:
            try:
                answer = task.work()
            except BaseException as error:
                task.future.set_exception(error)
            else:
                task.future.set_result(answer)

    def _work_elsewhere(self, ready: Callable[..., Any] | None = None) -> None:
        """Have another process do what can be sent; where none can be started, what waits is done here."""
        line: _Line | None = None
        try:
            line = _Line()
            if ready is not None:
                line.worker.begin(ready)
            with self._changed:
                first = next((task.work for task in self._tasks if isinstance(task.work, Sendable)), None)
            if first is not None:  # Its start takes long; until then, everything is still there for the others to take.
                line.worker.do(nothing, (), first.parcel, first.context)
            while (task := self._next(sendable=True)) is not None:
                line.send(task)
                while line.sent:
                    if len(line.sent) == 1 and (task := self._next(sendable=True, beside=line.sent[0])) is not None:
                        line.send(task)
                    line.hear()
        except (OSError, WorkerLostError):
            return
        finally:
            if line is not None:
                line.worker.end()


class _Line:
    """Another process, and what was `sent` to it and has no answer yet: it is at the first of these.

    When it ends, another one takes its place and does them again. Raises OSError or WorkerLostError where none can be
    started; what was sent is reported then.
    """

    def __init__(self) -> None:
        self.worker = Worker()
        self.sent: deque[_Task] = deque()
        self._ended = 0

    def send(self, task: _Task) -> None:
        """Have a piece of work done after what was sent before."""
        self.sent.append(task)
        try:
            self._send(task)
        except WorkerLostError:
            self._begin_again()

    def hear(self) -> None:
        """Wait for the first answer."""
        future, work = self.sent[0].future, _sendable(self.sent[0])
        try:
            answer = self.worker.answer(work.context)
        except WorkerLostError:
            self._begin_again()
            return
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(answer)
        self._done()

    def _send(self, task: _Task) -> None:
        work = _sendable(task)
        self.worker.send(*work.remote(), work.parcel)

    def _done(self) -> None:
        self.sent.popleft()
        self._ended = 0

    def _begin_again(self) -> None:
        """Send what has no answer to another process; over the first of it no more than so many may end."""
        while True:
            self.worker.end()
            self._ended += 1
            future, work = self.sent[0].future, _sendable(self.sent[0])
            if work.context.cancelled:
                future.set_exception(Cancelled())
                self._done()
            elif self._ended >= TRIES:
                future.set_result(work.failed(_lost()))
                self._done()
            try:
                self.worker = Worker()
            except (OSError, WorkerLostError):
                for task in self.sent:
                    task.future.set_result(_sendable(task).failed(_lost()))
                raise
            with contextlib.suppress(WorkerLostError):
                for task in self.sent:
                    self._send(task)
                return


def _sendable(task: _Task) -> Sendable:
    if not isinstance(task.work, Sendable):
        raise TypeError(task.work)
    return task.work


def _lost() -> StudioError:
    return StudioError(LOST, LOST_HINT)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Other workers than processes of this computer; `workers` says how many pieces of work they do at a time."""

    executor: Executor
    workers: Callable[[], int]


def executor_for(workers: int, ready: Callable[..., Any] | None = None) -> Executor:
    """An executor that renders so many files at a time; whoever asked for it shuts it down.

    With `ready` (called with a value and a context) it has another process start at once and do that.
    """
    return InlineExecutor() if workers <= 1 else ProcessExecutor(workers, ready)
