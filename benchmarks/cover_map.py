"""Which tests run a line of the engine, and how long their files take: measured once, then kept.

A copy of the engine is written in which each block of statements notes that it runs, which takes little time. Each test
file is measured in a fork of its own, because files share kits and pages that only the first one makes.
A line that only fixtures and imports run belongs to the file and to none of its tests.
What is kept lies in `.pytest_cache/tests-of-lines`. A test file that changed is to be measured anew; lines of a source
that changed are found again by comparing it with what it was. What nobody measured, the imports of a test file say.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
from forked import ROOT, run

KEPT = ROOT / ".pytest_cache" / "tests-of-lines"
PACKAGE = "htpm_studio"
HITS = "blocks_that_ran"
"""What notes the blocks that run, in the copy that is watched."""
LONGEST = 1200
"""Seconds of processor time for one file."""


@dataclass(frozen=True)
class Measured:
    """What one test file runs: for each source the lines with their tests, and the state of the source.

    The tests of a line are the bits of a number: the lowest is for the first of `tests`, which are the functions of the
    file from the shortest to the longest.
    """

    file: str
    seconds: float
    tests: list[str]
    lines: dict[str, dict[str, int]]
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
        """The tests that run one of some lines of a source as it is now, the shortest first."""
        found = 0
        for one in self._before(path, lines):
            found |= self.lines[path].get(str(one), 0)
        return [f"{self.file}::{test}" for number, test in enumerate(self.tests) if found >> number & 1]


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


@dataclass(frozen=True)
class Watched:
    """A copy of the repository whose engine notes which of its blocks run, each with its source and its lines."""

    copy: Path
    folder: Path
    blocks: list[tuple[str, list[int]]]

    @property
    def hits(self) -> Path:
        """A byte for each block, which all processes of a test share."""
        return Path(f"{self.folder}.hits")


def watch(copy: Path, folder: Path) -> Watched:
    """Write a copy of the repository in which each block in a function of the engine notes that it runs."""
    shutil.copytree(copy, folder)
    made = Watched(copy, folder, [])
    for source in sorted((folder / PACKAGE).rglob("*.py")):
        if "gui" in source.relative_to(folder).parts:
            continue
        tree = ast.parse(source.read_bytes())
        if _note_blocks(tree, source.relative_to(folder).as_posix(), made.blocks):
            at = next(at for at, one in enumerate(tree.body) if not _goes_first(one))
            tree.body[at:at] = ast.parse(f"from {HITS} import {HITS}").body
            source.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
    made.hits.write_bytes(bytes(len(made.blocks)))
    (folder / f"{HITS}.py").write_text(
        f"import mmap, os\n{HITS} = mmap.mmap(os.open({str(made.hits)!r}, os.O_RDWR), {len(made.blocks)})\n",
        encoding="utf-8",
    )
    return made


def _goes_first(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.ImportFrom):
        return statement.module == "__future__"
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _note_blocks(tree: ast.Module, path: str, blocks: list[tuple[str, list[int]]]) -> bool:
    """Put the notes into one source; whether there is a place for any."""
    before = len(blocks)
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    inner = {id(other) for one in functions for other in ast.walk(one) if other is not one}
    for one in functions:
        if id(one) not in inner:
            _note(one, path, blocks)
    return len(blocks) > before


def _note(node: ast.AST, path: str, blocks: list[tuple[str, list[int]]]) -> list[int]:
    """Put a note at the start of each block in a statement, and give the lines that are in none of them."""
    lines = set(range(*_extent(node)))
    for name in ("body", "orelse", "finalbody", "handlers", "cases"):
        parts = getattr(node, name, None)
        if not isinstance(parts, list) or not parts:
            continue
        lines -= {line for part in parts for line in range(*_extent(part))}
        inside = sorted(line for part in list(parts) for line in _note(part, path, blocks))
        if name in ("handlers", "cases") or isinstance(node, ast.ClassDef):
            lines.update(inside)
        else:
            at = 1 if isinstance(node, ast.FunctionDef) and ast.get_docstring(node, clean=False) is not None else 0
            parts[at:at] = ast.parse(f"{HITS}[{len(blocks)}] = 1").body
            blocks.append((path, inside))
    return sorted(lines)


def _extent(part: ast.AST) -> tuple[int, int]:
    pattern = getattr(part, "pattern", part)
    last = part.body[-1] if isinstance(part, ast.match_case) else part
    return getattr(pattern, "lineno", 1), (getattr(last, "end_lineno", None) or 0) + 1


@dataclass(eq=False)
class Noting:
    """The part that watches inside the run of a test file: which blocks each test runs, and which only fixtures run."""

    watched: Watched
    path: Path
    found: dict[str, int] = field(default_factory=dict)

    def _take(self, name: str) -> None:
        with self.watched.hits.open("r+b") as file:
            self.found[name] = self.found.get(name, 0) | int.from_bytes(file.read(), "little")
            file.seek(0)
            file.write(bytes(len(self.watched.blocks)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: Any) -> Iterator[Any]:
        self._take("")
        try:
            return (yield)
        finally:
            self._take(item.nodeid.partition("[")[0].partition("::")[2])

    def pytest_sessionfinish(self) -> None:
        self._take("")
        self.path.write_text(json.dumps({name: f"{hits:x}" for name, hits in self.found.items()}), encoding="utf-8")


def measure(file: str, watched: Watched) -> Measured:
    """Run one test file of a copy of the repository and note the lines that it runs, in child processes too."""
    with tempfile.TemporaryDirectory(prefix="cover-") as at:
        told = Path(at) / "hits"
        watched.hits.write_bytes(bytes(len(watched.blocks)))
        ran = run(watched.folder, [file], LONGEST, plugins=[Noting(watched, told)])
        if not told.is_file():
            raise SystemExit(f"{file} cannot be run.")
        tests = _by_time(ran.seconds)
        found = {name: int(hits, 16) for name, hits in json.loads(told.read_text(encoding="utf-8")).items()}
    lines = _lines(found, watched, {name: number for number, name in enumerate(tests)})
    return Measured(
        file, ran.processor, tests, lines, {path: _keep((watched.copy / path).read_bytes()) for path in lines}
    )


def _by_time(took: Mapping[str, float]) -> list[str]:
    """The functions that a run has tried, from the shortest to the longest; of one with many cases, all count."""
    seconds: dict[str, float] = {}
    for test, some in took.items():
        name = test.partition("[")[0].partition("::")[2]
        seconds[name] = seconds.get(name, 0.0) + some
    return sorted(seconds, key=lambda name: seconds[name])


def _lines(found: Mapping[str, int], watched: Watched, numbers: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """For each line that was run, the tests that run it."""
    rows: dict[str, dict[str, int]] = {}
    for name, hits in found.items():
        test = 1 << numbers[name] if name in numbers else 0
        for (path, lines), hit in zip(watched.blocks, hits.to_bytes(len(watched.blocks), "little"), strict=True):
            if hit:
                source = rows.setdefault(path, {})
                source.update((str(line), source.get(str(line), 0) | test) for line in lines)
    return rows


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
    KEPT.mkdir(parents=True, exist_ok=True)
    watched = watch(copy, copy.with_name("watched")) if missing else Watched(copy, copy, [])
    for file in missing:
        made = measure(file, watched)
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
    """A test file that may notice a change of some lines; where that is known, its tests that run them and its seconds.

    Of these tests the shortest comes first.
    """

    file: str
    tests: tuple[str, ...] = ()
    seconds: float = 0.0


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
    if not any(path in one.lines for one in known.values()):
        known = {}  # The source is new, or has another name than when the tests were measured.
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
        Near(file, tuple(known[file].tests_of(path, lines)), known[file].seconds) if file in known else Near(file)
        for file in sorted(there, key=order)
    ]
