"""A process that has read the program and all tests, and tries changes of single functions in forks of itself.

A fork puts the changed code into the functions that are there, so that nothing is read or collected anew. First some
short tests run with what the program keeps in its caches already; before all others these caches are emptied.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import shutil
import signal
import socket
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from forked import Ran, Told, limit_to, pytest_in, ran_of, read_libraries

CACHE = type(functools.lru_cache(len))
NOT_PUT = 71
"""The status of a fork in which a change could not be put in."""


@dataclass(frozen=True)
class Task:
    """What to try: a source as it would be ("" changes nothing), and the tests and files for it in their order.

    The first of them run with what is cached already. A run ends at the first failure, or goes on to the last test.
    """

    seconds: float
    path: str = ""
    source: str = ""
    first: Sequence[str] = ()
    then: Sequence[str] = ()
    without: Sequence[str] = ()
    to_the_end: bool = False


class Ready:
    """The process, from its start until it is closed; `broken` are the test files that cannot be read at all."""

    def __init__(self, folder: Path, files: Sequence[str]) -> None:
        read_libraries()
        ours, theirs = socket.socketpair()
        self.child = os.fork()
        if self.child == 0:
            try:
                ours.close()
                with tempfile.TemporaryDirectory(prefix="ready-") as at:
                    pytest_in(folder, [*files, f"--basetemp={at}/tests"], [Serving(folder, theirs, Path(at))])
            finally:
                os._exit(0)
        theirs.close()
        self._file = ours.makefile("rw", encoding="utf-8")
        self.broken: frozenset[str] = frozenset(json.loads(self._file.readline()))

    def run(self, task: Task) -> Ran | None:
        """Try something; None where no function that is there would change."""
        self._file.write(json.dumps(asdict(task)) + "\n")
        self._file.flush()
        answer = json.loads(self._file.readline())
        return (
            None if answer["status"] == NOT_PUT << 8 else ran_of(answer["rows"], answer["status"], answer["processor"])
        )

    def close(self) -> None:
        """End the process."""
        self._file.close()
        os.waitpid(self.child, 0)


class Serving:
    """The part of the process that answers when all tests are collected."""

    def __init__(self, folder: Path, asked: socket.socket, at: Path) -> None:
        self.folder, self.asked, self.at = folder, asked, at
        self.broken: list[str] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.broken.append(report.nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        gc.unfreeze()
        things = gc.get_objects()
        functions = [one for one in things if isinstance(one, FunctionType)]
        caches = [one for one in things if isinstance(one, CACHE)]
        kept = [one for one in caches if str(one.__module__).partition(".")[0] in ("htpm_studio", "tests")]
        del things, caches
        gc.collect()
        gc.freeze()
        with self.asked.makefile("rw", encoding="utf-8") as file:
            file.write(json.dumps(self.broken) + "\n")
            file.flush()
            for line in file:
                answer = self._forked(session, Task(**json.loads(line)), functions, kept)
                file.write(json.dumps(answer) + "\n")
                file.flush()
        return True

    def _forked(
        self, session: pytest.Session, task: Task, functions: Sequence[FunctionType], caches: Sequence[Any]
    ) -> dict[str, Any]:
        told = Told(self.at / "told", (), ())
        told.path.unlink(missing_ok=True)
        child = os.fork()
        if child == 0:
            status = NOT_PUT
            try:
                os.setsid()
                limit_to(task.seconds)
                if not task.path or put(task.source, str(self.folder / task.path), functions):
                    status = 1
                    status = self._tried(session, task, told, caches)
            finally:
                os._exit(status)
        _, status, usage = os.wait4(child, 0)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
        shutil.rmtree(self.at / "tests", ignore_errors=True)
        return {"rows": told.rows(), "status": status, "processor": usage.ru_utime + usage.ru_stime}

    def _tried(self, session: pytest.Session, task: Task, told: Told, caches: Sequence[Any]) -> int:
        session.config.pluginmanager.register(told)
        left_out = set(task.without)
        first = list(chosen(session.items, task.first, left_out))
        items = [*first, *chosen(session.items, task.then, left_out | {one.nodeid for one in first})]
        for at, item in enumerate(items):
            if at == len(first):
                for cache in caches:
                    cache.cache_clear()
            following = items[at + 1] if at + 1 < len(items) else None
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if told.failed and not task.to_the_end:
                return 1
        return 0


def chosen(items: Sequence[pytest.Item], names: Sequence[str], left_out: Collection[str]) -> Iterator[pytest.Item]:
    """The tests of some names, which are those of functions or files, in the order of the names."""
    by_name: dict[str, list[pytest.Item]] = {}
    for item in items:
        for name in {item.nodeid, item.nodeid.partition("[")[0], item.nodeid.partition("::")[0]}:
            by_name.setdefault(name, []).append(item)
    found = {item.nodeid: item for name in names for item in by_name.get(name, ())}
    return (item for name, item in found.items() if name not in left_out)


def put(source: str, file: str, functions: Sequence[FunctionType]) -> bool:
    """Let the functions of a file be as they are in another text of it, line by line the same but for one change.

    Whether any is another one then.
    """
    codes = {(code.co_qualname, code.co_firstlineno): code for code in _codes(compile(source, file, "exec"))}
    changed = False
    for function in functions:
        here = function.__code__
        if here.co_filename == file and (there := codes.get((here.co_qualname, here.co_firstlineno), here)) != here:
            function.__code__, changed = there, True
    return changed


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)
