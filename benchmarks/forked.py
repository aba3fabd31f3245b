"""Runs tests in forks of this process, which has read the libraries that they need once and nothing of the program.

Limits are processor time, so that a busy computer gives the same answer as an idle one. Needs Linux or macOS.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HANGS = 60.0
"""Seconds of processor time after which a test is taken for one that would never end."""
MEMORY = 6 * 2**30
"""Bytes that a test may take; a mutant can make lists that grow for ever."""
IDLE = 30
"""How many times longer than its processor time a run may take, for tests that wait for what never comes."""
ORIGINS = (
    "import sys, pytest, hypothesis, htpm_studio.cli.commands, htpm_studio.export.run.exporter; print(*sys.modules)"
)
QUIET = ["-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"]
READ_BEFORE = ["-W", "ignore::pytest.PytestAssertRewriteWarning"]


@dataclass(frozen=True)
class Ran:
    """What a run of tests came to: the tests that failed, how long each took, and whether all were tried."""

    failed: tuple[str, ...]
    seconds: dict[str, float]
    processor: float
    ended: bool

    def joined(self, more: Ran) -> Ran:
        """Both together."""
        return Ran(
            (*self.failed, *more.failed), {**self.seconds, **more.seconds}, self.processor + more.processor,
            self.ended and more.ended,
        )  # fmt: skip


@dataclass(eq=False)
class Told:
    """The part that watches inside the run: it writes down each test as it begins and as it ends."""

    path: Path
    first: Sequence[str]
    without: Collection[str]
    failed: bool = False
    order: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.order = {name: at for at, name in enumerate(self.first)}

    def rows(self) -> list[Any]:
        """What was written down."""
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        return [json.loads(row) for row in text.splitlines()]

    def _say(self, *words: Any) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(words) + "\n")

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = [item for item in items if item.nodeid not in self.without]
        items.sort(key=lambda item: self.order.get(item.nodeid.partition("[")[0], len(self.order)))

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            self._say("failed", report.nodeid)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        self._say("began", nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed:
            self.failed = True
            self._say("failed", report.nodeid)
        if report.when == "call":
            self._say("took", report.nodeid, report.duration)


@cache
def read_libraries() -> None:
    """Import what the program and the tests import, but nothing of theirs."""
    said = subprocess.run([sys.executable, "-c", ORIGINS], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in said.split():
        if name.partition(".")[0] not in ("htpm_studio", "tests", "__main__"):
            with suppress(ImportError):
                importlib.import_module(name)
    gc.collect()
    gc.freeze()


def environment(folder: Path) -> dict[str, str]:
    """Where the tests of a copy find it, and nothing else of the program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(folder), "PYTHONPYCACHEPREFIX": str(folder) + ".pycache"}


def run(
    folder: Path,
    words: Sequence[str],
    seconds: float,
    first: Sequence[str] = (),
    without: Collection[str] = (),
    plugins: Sequence[object] = (),
) -> Ran:
    """Run pytest in a copy of the repository for some seconds of processor time; some tests come first, some never."""
    read_libraries()
    with tempfile.TemporaryDirectory(prefix="ran-") as at:
        told = Told(Path(at) / "told", first, without)
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            try:
                os._exit(_inside(folder, [*words, f"--basetemp={at}/tests"], seconds, [told, *plugins]))
            finally:
                os._exit(70)
        _, status, usage = os.wait4(child, 0)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
        rows = told.rows()
        shutil.rmtree(f"{at}/tests", ignore_errors=True)
    return ran_of(rows, status, usage.ru_utime + usage.ru_stime)


def _inside(folder: Path, words: Sequence[str], seconds: float, plugins: Sequence[object]) -> int:
    os.setsid()
    limit_to(seconds)
    return pytest_in(folder, words, plugins)


def limit_to(seconds: float) -> None:
    """Let this process end after some seconds of processor time, and never wait for ever."""
    limit = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    signal.setitimer(signal.ITIMER_REAL, IDLE * limit)


def pytest_in(folder: Path, words: Sequence[str], plugins: Sequence[object]) -> int:
    """Run pytest in a copy of the repository, in this process, which says nothing any more."""
    os.chdir(folder)
    os.environ.update(environment(folder))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.pycache_prefix, sys.dont_write_bytecode = os.environ["PYTHONPYCACHEPREFIX"], False
    sys.path[:] = [
        str(folder),
        *(one for one in sys.path if Path(one or ".").resolve() not in (ROOT, ROOT / "benchmarks")),
    ]
    sys.modules["__main__"], sys.argv = ModuleType("__main__"), ["pytest"]
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    import pytest

    return int(pytest.main([*QUIET, *READ_BEFORE, *words], plugins=[*plugins]))


def ran_of(rows: Sequence[Sequence[Any]], status: int, processor: float) -> Ran:
    """What a run came to, by what it told and how it ended."""
    failed = [row[1] for row in rows if row[0] == "failed"]
    seconds = {row[1]: row[2] for row in rows if row[0] == "took"}
    stopped = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    ended = stopped not in (signal.SIGXCPU, signal.SIGALRM)
    crashed = ended and not failed and os.waitstatus_to_exitcode(status) not in (0, 5)
    if crashed:
        failed = [next((row[1] for row in reversed(rows) if row[0] == "began"), "the start of the tests")]
    return Ran(tuple(dict.fromkeys(failed)), seconds, processor, ended)
