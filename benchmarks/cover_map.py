"""Which tests run a line of the engine, and how long their files take: measured once with coverage, then kept.

Each test file is measured in a fork of its own, because files share kits and pages that only the first one makes.
A line that only fixtures and imports run belongs to the file and to none of its tests.
What is kept lies in `.pytest_cache/tests-of-lines`. A test file that changed is to be measured anew; lines of a source
that changed are found again by comparing it with what it was. What nobody measured, the imports of a test file say.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import importlib.util
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from pathlib import Path

from forked import ROOT, run

KEPT = ROOT / ".pytest_cache" / "tests-of-lines"
PACKAGE = "htpm_studio"
LONGEST = 1200
"""Seconds of processor time for one file."""
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

    def _before(self, path: str, lines: Iterable[int]) -> frozenset[int]:
        return frozenset().union(*(lines_before(path, self.sources[path], line) for line in lines))

    def runs(self, path: str, lines: Iterable[int]) -> bool:
        """Whether it runs one of some lines of a source as it is now."""
        return path in self.lines and not self.sets[path].isdisjoint(self._before(path, lines))

    def tests_of(self, path: str, lines: Iterable[int]) -> list[str]:
        """The shortest tests that run one of some lines of a source as it is now, the shortest first."""
        found = {test for one in self._before(path, lines) for test in self.lines[path].get(str(one), ())}
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


def measure(file: str, folder: Path) -> Measured:
    """Run one test file of a copy of the repository and note the lines that it runs, in child processes too."""
    with tempfile.TemporaryDirectory(prefix="cover-") as at:
        rules, data = Path(at) / "rules", Path(at) / "data"
        rules.write_text(
            f"[run]\nsource = {folder / PACKAGE}\ndata_file = {data}\nparallel = true\npatch = subprocess\n"
            "dynamic_context = test_function\n"
            "disable_warnings = no-data-collected, module-not-measured, module-not-imported\n",
            encoding="utf-8",
        )
        ran = run(folder, [file], LONGEST, within=lambda work: _covered(rules, work))
        if not ran.seconds and ran.failed:
            raise SystemExit(f"{file} cannot be run: {ran.failed[0]}")
        tests = _by_time(ran.seconds)
        lines = _lines(Path(at).glob("data.*"), folder, {name: number for number, name in enumerate(tests)})
    return Measured(file, ran.processor, tests, lines, {path: _keep((folder / path).read_bytes()) for path in lines})


def _covered(rules: Path, work: Callable[[], int]) -> int:
    from coverage import Coverage

    watch = Coverage(config_file=str(rules))
    watch.start()
    try:
        return work()
    finally:
        watch.stop()
        watch.save()


def _by_time(took: Mapping[str, float]) -> list[str]:
    """The functions that a run has tried, from the shortest to the longest; of one with many cases, all count."""
    seconds: dict[str, float] = {}
    for test, some in took.items():
        name = test.partition("[")[0].partition("::")[2]
        seconds[name] = seconds.get(name, 0.0) + some
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
    files: Sequence[str], copy: Path, say: Callable[[str], None], *, anew: bool = False
) -> dict[str, Measured]:
    """What each file runs, as it was kept; `anew` measures those that are missing in a copy of the repository."""
    missing = [file for file in files if not _record(file).is_file()] if anew else []
    if missing and importlib.util.find_spec("coverage") is None:
        raise SystemExit(
            "The library coverage is missing. Install it into the environment that runs this: pip install coverage"
        )
    KEPT.mkdir(parents=True, exist_ok=True)
    for file in missing:
        made = measure(file, copy)
        _record(file).write_text(json.dumps(asdict(made)), encoding="utf-8")
        say(f"measured {file}: {made.size} lines, {made.seconds:.0f} s")
    kept = {file: _record(file) for file in files}
    return {
        file: Measured(**json.loads(record.read_text(encoding="utf-8")))
        for file, record in kept.items()
        if record.is_file()
    }


# ---------------------------------------------------------------- near


@dataclass(frozen=True)
class Near:
    """A test file that may notice a change of some lines, and its shortest tests that run them, where that is known."""

    file: str
    tests: tuple[str, ...] = ()


@cache
def imports(path: str) -> frozenset[str]:
    """The sources of the program and of the helpers of its tests that a source imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text_now(path))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.update((node.module, *(f"{node.module}.{one.name}" for one in node.names)))
        elif isinstance(node, ast.Import):
            found.update(one.name for one in node.names)
    ours = (name.replace(".", "/") + ".py" for name in found if name.startswith((f"{PACKAGE}.", "tests.helpers.")))
    return frozenset(name for name in ours if (ROOT / name).is_file())


@cache
def names_of(path: str, line: int) -> list[str]:
    """What a test may call the place of a line: the functions, classes and constants that it is in."""
    found: list[str] = []
    for node in ast.walk(ast.parse(text_now(path))):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                found.append(node.name)
            elif isinstance(node, ast.Assign):
                found += [one.id for target in node.targets for one in ast.walk(target) if isinstance(one, ast.Name)]
    return [name.strip("_") for name in found if not name.startswith("__") and len(name.strip("_")) > 4]


@cache
def steps(test: str) -> dict[str, int]:
    """For each source, over how many imports a test file comes to it."""
    found, edge, far = dict[str, int](), {test}, 0
    while edge:
        found.update(dict.fromkeys(edge, far))
        edge, far = {other for one in edge for other in imports(one)} - found.keys(), far + 1
    return found


def nearest(
    path: str, line: int, lines: Sequence[int], files: Iterable[str], known: Mapping[str, Measured]
) -> list[Near]:
    """Test files that run a line where the change shows, or import the source where nobody measured what they run.

    First those that mirror the source or name what is changed, then those that come to it over the fewest imports; of
    these, those that run little else and are short. Those of the window come last.
    """
    words = {word[:6] for word in Path(path).stem.split("_") if len(word) > 3}
    folders, names = set(Path(path).parts[1:-1]), names_of(path, line)

    def order(file: str) -> tuple[bool, float, float, int]:
        one, name, text = known.get(file), Path(file).stem, text_now(file).decode()
        signs = (
            3.0 * (name.endswith(f"_{Path(path).stem}") and all(one in file for one in folders)),
            1.0 * any(word in name for word in words),
            1.5 * any(said in text for said in names),
            0.5 * len(folders.intersection(Path(file).parts)),
        )
        share = len(one.sets[path]) / one.size / (2 + one.seconds) if one else 0.0
        return file.startswith("tests/gui"), steps(file)[path] - sum(signs), -share, (ROOT / file).stat().st_size

    there = [file for file in files if path in steps(file) and (file not in known or known[file].runs(path, lines))]
    return [
        Near(file, tuple(known[file].tests_of(path, lines)) if file in known else ())
        for file in sorted(there, key=order)
    ]
