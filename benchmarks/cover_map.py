"""Which tests run a line of the engine, and how long their files take: measured once with coverage, then kept.

Each test file is measured in a process of its own, because files share kits and pages that only the first one makes.
A line that only fixtures and imports run belongs to the file and to none of its tests.
What is kept lies in `.pytest_cache/tests-of-lines`. A test file that changed is measured anew; lines of a source that
changed are found again by comparing it with what it was.
"""

from __future__ import annotations

import difflib
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".pytest_cache" / "tests-of-lines"
PACKAGE = "htpm_studio"
QUIET = ["-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"]
LONGEST = 1200
SHORTEST = 4
"""How many tests of a file are kept for a line: those that take the least time."""


@dataclass(frozen=True)
class Measured:
    """What one test file runs: for each source the lines with their shortest tests, and the state of the source.

    A test is its place among `tests`, which are the functions of the file from the shortest to the longest.
    """

    file: str
    seconds: float
    tests: list[str]
    lines: dict[str, dict[str, list[int]]]
    sources: dict[str, str]

    @cached_property
    def sets(self) -> dict[str, frozenset[int]]:
        """The lines of each source."""
        return {path: frozenset(map(int, lines)) for path, lines in self.lines.items()}

    @cached_property
    def size(self) -> int:
        """How many lines in all."""
        return sum(map(len, self.lines.values()))

    def runs(self, path: str, line: int) -> bool:
        """Whether it runs a line of a source as it is now."""
        if path not in self.lines:
            return False
        return not self.sets[path].isdisjoint(lines_before(path, self.sources[path], line))

    def tests_of(self, path: str, line: int) -> list[str]:
        """The shortest tests that run a line of a source as it is now, the shortest first."""
        before = lines_before(path, self.sources[path], line)
        found = {test for one in before for test in self.lines[path].get(str(one), ())}
        return [f"{self.file}::{self.tests[test]}" for test in sorted(found)[:SHORTEST]]


def digest(text: bytes) -> str:
    """A short name for a state of a file."""
    return hashlib.blake2b(text, digest_size=12).hexdigest()


@cache
def text_now(path: str) -> bytes:
    """A source as it is when it is first asked for, whatever is written meanwhile."""
    return (ROOT / path).read_bytes()


@cache
def lines_before(path: str, state: str, line: int) -> frozenset[int]:
    """Where a line of today was in an earlier state; for a new line, the lines that it replaced or follows."""
    now = text_now(path)
    if digest(now) == state:
        return frozenset([line])
    for kind, first, last, new_first, new_last in _changes(path, state):
        if new_first <= line - 1 < new_last:
            if kind == "equal":
                return frozenset([first + line - new_first])
            return frozenset(range(first, last + 2))
    return frozenset()


@cache
def _changes(path: str, state: str) -> list[tuple[str, int, int, int, int]]:
    before = (KEPT / "sources" / state).read_text(encoding="utf-8").splitlines()
    now = text_now(path).decode().splitlines()
    return difflib.SequenceMatcher(None, before, now, autojunk=False).get_opcodes()


def test_files() -> list[str]:
    """All of them, in the folders that git knows and in new ones."""
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py"))


def environment(folder: Path) -> dict[str, str]:
    """Where the tests of a copy find it, and nothing else of the program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(folder), "PYTHONPYCACHEPREFIX": str(folder / ".pycache")}


def measure(file: str, folder: Path) -> Measured:
    """Run one test file of a copy of the repository and note the lines that it runs, in child processes too."""
    with tempfile.TemporaryDirectory(prefix="cover-") as at:
        rules, data, report = Path(at) / "rules", Path(at) / "data", Path(at) / "report"
        rules.write_text(
            f"[run]\nsource = {folder / PACKAGE}\ndata_file = {data}\nparallel = true\npatch = subprocess\n"
            "dynamic_context = test_function\n"
            "disable_warnings = no-data-collected, module-not-measured, module-not-imported\n",
            encoding="utf-8",
        )
        words = [sys.executable, "-m", "coverage", "run", f"--rcfile={rules}", "-m", "pytest", *QUIET]
        began = time.monotonic()
        subprocess.run(
            [*words, f"--junitxml={report}", file],
            cwd=folder, env=environment(folder), capture_output=True, timeout=LONGEST, check=False,
        )  # fmt: skip
        seconds = time.monotonic() - began
        tests = _by_time(report)
        lines = _lines(Path(at).glob("data.*"), folder, {name: number for number, name in enumerate(tests)})
    return Measured(file, seconds, tests, lines, {path: _keep((folder / path).read_bytes()) for path in lines})


def _by_time(report: Path) -> list[str]:
    """The functions that a run has tried, from the shortest to the longest; of one with many cases, all count."""
    seconds: dict[str, float] = {}
    if report.is_file():
        for case in ElementTree.parse(report).iter("testcase"):
            name = case.get("name", "").partition("[")[0]
            seconds[name] = seconds.get(name, 0.0) + float(case.get("time", 0))
    return sorted(seconds, key=lambda name: seconds[name])


def _lines(parts: Iterable[Path], folder: Path, numbers: Mapping[str, int]) -> dict[str, dict[str, list[int]]]:
    from coverage import CoverageData

    found: dict[str, dict[int, set[int]]] = {}
    for part in parts:
        read = CoverageData(str(part))
        read.read()
        for name in read.measured_files():
            rows = found.setdefault(Path(name).relative_to(folder).as_posix(), {})
            for line, contexts in read.contexts_by_lineno(name).items():
                tests = (numbers.get(context.rpartition(".")[2]) for context in contexts)
                rows.setdefault(line, set()).update(test for test in tests if test is not None)
    return {
        path: {str(line): sorted(rows[line])[:SHORTEST] for line in sorted(rows)}
        for path, rows in sorted(found.items())
        if rows
    }


def _keep(source: bytes) -> str:
    state = digest(source)
    place = KEPT / "sources" / state
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(source)
    return state


def _record(file: str) -> Path:
    return KEPT / f"{digest(file.encode() + (ROOT / file).read_bytes())}.json"


def measured(
    files: Sequence[str], copies: Sequence[Path], say: Callable[[str], None], *, anew: bool = False
) -> Iterator[Measured]:
    """What each file runs: as it was kept, or measured now, as many at a time as there are copies."""
    free, missing = list(copies), [file for file in files if anew or not _record(file).is_file()]

    def work(file: str) -> None:
        copy = free.pop()
        try:
            made = measure(file, copy)
            _record(file).write_text(json.dumps(asdict(made)), encoding="utf-8")
            say(f"measured {file}: {made.size} lines, {made.seconds:.0f} s")
        finally:
            free.append(copy)

    if missing and importlib.util.find_spec("coverage") is None:
        raise SystemExit(
            "The library coverage is missing. Install it into the environment that runs this: pip install coverage"
        )
    KEPT.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(len(copies)) as pool:
        list(pool.map(work, missing))
    for file in files:
        yield Measured(**json.loads(_record(file).read_text(encoding="utf-8")))


def nearest(path: str, line: int, known: Sequence[Measured], always: str) -> list[Measured]:
    """Those that run a line: first those that run little else and are short; those of the window come last."""
    words = {word[:6] for word in Path(path).stem.split("_") if len(word) > 3}

    def order(one: Measured) -> tuple[bool, float]:
        share = len(one.sets[path]) / one.size
        namesake = any(word in Path(one.file).stem for word in words)
        return one.file.startswith("tests/gui"), -share * (4 if namesake else 1) / (2 + one.seconds)

    rows = sorted((one for one in known if one.runs(path, line)), key=order)
    strong = next((one for one in rows if one.file == always), None)
    if strong and rows.index(strong) > 3:
        rows.remove(strong)
        rows.insert(3, strong)
    return rows
