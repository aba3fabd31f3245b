"""Workers on other computers, through Dask distributed: the one module that uses a network, and only when asked to.

Dask is an optional library, which is imported when somebody names a scheduler. Workers get values and give back bytes:
no file and no folder of the one who asks is read or written there.
"""

from __future__ import annotations

import hashlib
import logging
import platform
import re
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any

import htpm_studio
from htpm_studio import paths
from htpm_studio.errors import Cancelled, InputError, StudioError, msg
from htpm_studio.export.kit.fingerprint import versions_of_libraries
from htpm_studio.export.run.executors import LOST_HINT, Elsewhere, InlineExecutor, Sendable
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import LOST, Parcel, sendable_error

CONNECT_SECONDS, WORKERS_SECONDS, COUNT_SECONDS = 10, 10, 5.0
INSTALL = "In the folder of the program's source, type: pip install '.[cluster]'"
SAME = "Install the same HTPM Studio, with the same libraries, on all computers of the cluster."

Print = Mapping[str, str]
"""What decides the bytes of a kit: the versions of program and libraries, and a sum of the program's own files."""


@contextmanager
def cluster_at(address: str) -> Iterator[Elsewhere]:
    """The workers of the Dask scheduler at an address such as "tcp://host:8786".

    Raises InputError where Dask is not installed, nobody answers, there is no worker, or another version is there.
    """
    if not re.fullmatch(r"(tcp|tls)://[^\s/]+:\d+", address):
        raise InputError(
            msg('"{address}" is not the address of a scheduler.', address=address[:80]),
            "Give its protocol, computer and port, such as tcp://host:8786.",
        )
    try:
        import distributed  # noqa: PLC0415 - nothing of a network is loaded before somebody names a scheduler
    except ImportError as error:
        raise InputError(
            "--scheduler needs the library Dask distributed, which is not installed and not part of the downloads.",
            INSTALL,
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # What goes wrong is said in sentences here.
    with ExitStack() as held:
        client = held.enter_context(_connected(distributed, address))
        _refuse_others(client, address)
        executor = ClusterExecutor(client, address)
        held.callback(executor.shutdown, wait=False)
        yield Elsewhere(executor, _Count(client))


def _connected(distributed: Any, address: str) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Other versions are looked for below.
            client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise InputError(
            msg("No scheduler answers at {address}.", address=address),
            "Start one there with: dask scheduler",
        ) from error
    try:
        client.wait_for_workers(1, timeout=WORKERS_SECONDS)
    except OSError as error:
        client.close()
        raise InputError(
            msg("The cluster at {address} has no workers.", address=address),
            msg("Start one with: dask worker {address}", address=address),
        ) from error
    return client


# ------------------------------------------------------------------ the same program everywhere


def fingerprint() -> Print:
    """Everything on this computer that decides the bytes of a kit."""
    return {
        "HTPM Studio": htpm_studio.__version__,
        "Python": ".".join(platform.python_version_tuple()[:2]),
        **versions_of_libraries(),
        "the program's files": _sum_of_files(),
    }


@cache
def _sum_of_files() -> str:
    """A sum of the program's code, templates and assets, whatever the ends of their lines are."""
    found = hashlib.sha256()
    for folder in (Path(htpm_studio.__file__).parent, paths.templates(), paths.assets()):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and "__pycache__" not in name and not name.startswith(("assets/", "templates/", "docs/")):
                found.update(name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()[:12]


def difference(ours: Print, theirs: Print) -> str:
    """The first thing that two computers have in different versions, in words; "" where they are the same."""
    name = next((name for name in ours if theirs.get(name) != ours[name]), "")
    return f"{name} {theirs.get(name, '(none)')} instead of {ours[name]}" if name else ""


def _refuse_others(client: Any, address: str) -> None:
    ours = fingerprint()
    for worker, theirs in client.run(fingerprint, on_error="return").items():
        if isinstance(theirs, Exception):
            raise InputError(
                msg("The worker {worker} does not have this HTPM Studio ({why}).", worker=worker, why=_short(theirs)),
                SAME,
            )
        if other := difference(ours, theirs):
            raise InputError(msg("The worker {worker} has {other}.", worker=worker, other=other), SAME)
    try:
        theirs = client.run_on_scheduler(fingerprint)
    except ImportError:
        return  # It passes on what it cannot read, so that it need not have the program.
    except Exception as error:
        raise InputError(
            msg("The scheduler {address} has another HTPM Studio ({why}).", address=address, why=_short(error)), SAME
        ) from error
    if other := difference(ours, theirs):
        raise InputError(msg("The scheduler {address} has {other}.", address=address, other=other), SAME)


def _short(error: Exception) -> str:
    return str(error).partition("\n")[0][:200] or type(error).__name__


# ------------------------------------------------------------------ sending work


class _Count:
    """How many pieces of work the cluster does at a time; workers may come and go."""

    def __init__(self, client: Any) -> None:
        self._client, self._count, self._asked = client, 1, -COUNT_SECONDS

    def __call__(self) -> int:
        if time.monotonic() - self._asked >= COUNT_SECONDS:
            self._count = max(1, sum(self._client.nthreads().values()))
            self._asked = time.monotonic()
        return self._count


class ClusterExecutor(Executor):
    """Has work done by the workers of a Dask client; work that is no `Sendable` is done here.

    The value of a parcel goes to the cluster once. Dask gives the work of a worker that ended to another one.
    """

    def __init__(self, client: Any, address: str) -> None:
        self._pool, self._client, self._address = client.get_executor(pure=False), client, address
        self._known = fingerprint()
        self._sent: tuple[Parcel, Any] | None = None

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """A future for work that a worker does. Raises StudioError where the cluster has gone."""
        if not isinstance(work, Sendable) or args or kwargs:
            return InlineExecutor().submit(work, *args, **kwargs)
        answer: Future[Any] = Future()
        answer.set_running_or_notify_cancel()
        try:
            if self._sent is None or self._sent[0] is not work.parcel:
                self._sent = work.parcel, self._client.submit(_same, work.parcel.packed(), pure=False)
            asked = self._pool.submit(_work, self._sent[1], bytes(ForkingPickler.dumps(work.remote())), self._known)
        except Exception as error:
            raise self._gone() from error
        asked.add_done_callback(lambda done: self._take(done, work, answer))
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take back what is not finished."""
        self._pool.shutdown(wait=wait and not cancel_futures)

    def _take(self, done: Future[bytes], work: Sendable, answer: Future[Any]) -> None:
        """Pass on what a worker answered, or what became of it."""
        try:
            kind, value = ForkingPickler.loads(done.result())
        except CancelledError:
            answer.set_exception(Cancelled() if work.context.cancelled else self._gone())
        except Exception as error:
            killed = type(error).__name__ == "KilledWorker"
            answer.set_result(work.failed(StudioError(LOST, LOST_HINT)) if killed else work.failed(_unknown(error)))
        else:
            if kind == "refused":
                answer.set_exception(_final(value))
            elif kind == "error":
                answer.set_exception(value)
            else:
                answer.set_result(value)

    def _gone(self) -> StudioError:
        words = msg("The cluster at {address} no longer answers.", address=self._address)
        return _final(StudioError(words, "Finished kits are kept. Run the same command to continue."))


def _final(error: StudioError) -> StudioError:
    """An error that ends the whole job, as one of the disk does: all other work would fail as well."""
    error.__cause__ = ConnectionError()
    return error


def _unknown(error: Exception) -> StudioError:
    return StudioError(msg("A worker of the cluster could not do its work ({why}).", why=_short(error)))


# ------------------------------------------------------------------ at a worker


def _same(packed: bytes) -> bytes:
    return packed


def _work(packed: bytes, asked: bytes, known: Print) -> bytes:
    """Do the work; only bytes come and go, since Dask's own way of packing values is another one."""
    if other := difference(known, fingerprint()):  # Workers may join later.
        return _packed("refused", StudioError(msg("A worker of the cluster has {other}.", other=other), SAME))
    try:
        function, args = ForkingPickler.loads(asked)
        answer = function(_unpacked(packed), JobContext(), *args)
    except Exception as error:
        return _packed("error", sendable_error(error))
    return _packed("answer", answer)


def _packed(kind: str, value: Any) -> bytes:
    return bytes(ForkingPickler.dumps((kind, value)))


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Any:
    return ForkingPickler.loads(packed)
