"""How many small faults the tests notice: one operator of the engine is changed at a time, and the nearest tests run.

python benchmarks/mutants.py                     draw 100 mutants with seed 1 and try each
python benchmarks/mutants.py --seed 7 --count 30 --within text --within compose
python benchmarks/mutants.py --only campaign/dates.py:88        every mutant of that line

The sources stay as they are: a copy of the repository is changed in a temporary folder. `cover_map.py` knows which
test files are near: those that mirror the source come first, then those that come to it over the fewest imports. With
--measure it is found out first which tests run which line (some minutes), which is kept: then the shortest tests that
run the line, or for a constant the lines that use it, come first, and files that do not run it are left out. What the
nearest files do not notice is tried against all others, the tests that run the line before the rest, and the files that
take the least time first. `ready.py` tries a change inside a function in forks of a process that has read everything,
`forked.py` any other one, and each that nothing noticed there, in processes that read the source.

A mutant has survived when none of these tests fails and their files can be read; when the time is over before all were
tried, nothing is decided. A test that fails without the mutant too proves nothing and is left out. A seed draws the
same mutants as long as no source changes.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice, zip_longest
from pathlib import Path

from cover_map import PACKAGE, Near, measured, nearest, test_files
from forked import ROOT, Ran, run
from ready import Ready, Task

ENGINE = ("campaign", "compose", "export", "project", "render", "scene", "text")

SWAPS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: (r"<(?!=)", "<="), ast.LtE: (r"<=", "<"), ast.Gt: (r">(?!=)", ">="), ast.GtE: (r">=", ">"),
    ast.Eq: (r"==", "!="), ast.NotEq: (r"!=", "=="), ast.Is: (r"\bis\b", "is not"), ast.IsNot: (r"\bis\s+not\b", "is"),
    ast.In: (r"\bin\b", "not in"), ast.NotIn: (r"\bnot\s+in\b", "in"), ast.And: (r"\band\b", "or"),
    ast.Or: (r"\bor\b", "and"), ast.Add: (r"\+", "-"), ast.Sub: (r"-", "+"), ast.Mult: (r"\*", "/"),
    ast.Div: (r"/", "*"), ast.FloorDiv: (r"//", "*"), ast.Mod: (r"%", "+"), ast.Pow: (r"\*\*", "*"),
}  # fmt: skip
HONEST = 60
"""Seconds of processor time for each test that is tried without a mutant."""
NEAREST = 12
"""Single tests that are tried first of all."""

NOTHING = Ran((), {}, 0.0, ended=True)
"""What came of no tests at all."""
FATES = ("noticed", "survived", "undecided")
VALUES = ("number", "bool")
"""Changes of what is compared or added, not of an operator."""
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One changed place: what is there, and what is put there instead."""

    path: str
    line: int
    start: int
    end: int
    new: str
    kind: str

    def applied(self, source: bytes) -> bytes:
        """The source with the change."""
        return source[: self.start] + self.new.encode() + source[self.end :]

    def shown(self, source: bytes) -> str:
        """The line before and after."""
        first, last = source.rfind(b"\n", 0, self.start) + 1, source.find(b"\n", self.end)
        before = source[first:last].decode()
        after = (source[first : self.start] + self.new.encode() + source[self.end : last]).decode()
        return f"{before.strip()}   ->   {after.strip()}"


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: the test that failed, or nothing, and the tests that were tried."""

    mutant: Mutant
    killer: str
    seconds: float
    tests: frozenset[str]
    ended: bool

    @property
    def files(self) -> int:
        """How many test files were tried, at least in part."""
        return len({test.partition("::")[0] for test in self.tests})

    @property
    def fate(self) -> str:
        """One word for it."""
        return "noticed" if self.killer else "survived" if self.ended else "undecided"


class Places(ast.NodeVisitor):
    """Finds the places of one file that can be changed; types, decorators and formatted texts are left alone."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source, self.found = path, source, list[Mutant]()
        self._starts = [0, *(at + 1 for at, byte in enumerate(source) if byte == ord("\n"))]

    def _span(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[node.end_lineno - 1] + node.end_col_offset

    def _put(self, start: int, end: int, new: str, kind: str) -> None:
        line = self.source.count(b"\n", 0, start) + 1
        self.found.append(Mutant(self.path, line, start, end, new, kind))

    def _between(self, left: ast.expr, right: ast.expr, operator: ast.AST) -> None:
        rule, new = SWAPS.get(type(operator), ("", ""))
        start, end = self._span(left)[1], self._span(right)[0]
        found = re.search(rule.encode(), self.source[start:end]) if rule else None
        if found:
            self._put(start + found.start(), start + found.end(), new, type(operator).__name__)

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, operator, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
            self._between(left, right, operator)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in zip(node.values, node.values[1:], strict=False):
            self._between(left, right, node.op)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        self._between(node.left, node.right, node.op)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.USub):
            self._put(self._span(node)[0], self._span(node.operand)[0], "", type(node.op).__name__)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._put(*self._span(node), str(not node.value), "bool")
        elif isinstance(node.value, int | float):
            self._put(*self._span(node), repr(node.value + 1), "number")

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in NAMES:
            self._put(*self._span(node.func), NAMES[node.func.id], "call")
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Positions inside are known from Python 3.12 on only."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            self.visit(statement)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for value in (*node.args.defaults, *(one for one in node.args.kw_defaults if one)):
            self.visit(value)
        for statement in node.body:
            self.visit(statement)


@cache
def source_of(path: str) -> bytes:
    """A source as it is when it is first asked for, whatever is written meanwhile."""
    return (ROOT / path).read_bytes()


@cache
def places(path: str) -> list[Mutant]:
    """Every mutant of one file."""
    found = Places(path, source_of(path))
    found.visit(ast.parse(source_of(path)))
    return found.found


def differs(one: Mutant) -> bool:
    """Whether it is a program, and another one."""
    source = source_of(one.path)
    try:
        return ast.dump(ast.parse(one.applied(source))) != ast.dump(ast.parse(source))
    except SyntaxError:
        return False


def lines_of_use(path: str, line: int) -> list[int]:
    """The lines whose tests can notice a change: for what is worked out while reading the file, those that use it."""
    tree = ast.parse(source_of(path))
    for statement in (*tree.body, *(one for node in tree.body if isinstance(node, ast.ClassDef) for one in node.body)):
        if not statement.lineno <= line <= (statement.end_lineno or 0):
            continue
        if isinstance(statement, ast.FunctionDef) and line < statement.body[0].lineno:
            return [*range(statement.body[0].lineno, (statement.end_lineno or 0) + 1)]
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            names = {
                one.id for one in ast.walk(statement) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
            }
            used = [one.lineno for one in ast.walk(tree) if _loads(one, names)]
            inside = [number for number in used if _in_function(tree, number)]
            return inside or [line]
    return [line]


def _loads(node: ast.AST, names: set[str]) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in names
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names


def _in_function(tree: ast.Module, line: int) -> bool:
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return any(one.body[0].lineno <= line <= (one.end_lineno or 0) for one in functions)


# ---------------------------------------------------------------- trying


def _tests(near: Sequence[Near]) -> list[str]:
    return [test for one in near for test in one.tests]


class Bench:
    """A copy of the repository in which a mutant at a time is tried."""

    def __init__(self, folder: Path, files: Sequence[str]) -> None:
        self.folder = folder
        words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout
        for name in listed.decode().split("\0"):
            if name and (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, folder / name)
        self.guilty: set[str] = set()
        self.ready = Ready(folder, files)

    def _put(self, path: str, source: bytes) -> None:
        """Write a source; what Python kept of it could be of the same size and second."""
        (self.folder / path).write_bytes(source)
        for kept in Path(f"{self.folder}.pycache").rglob(f"{Path(path).stem}.*.pyc"):
            kept.unlink()

    def doubted(self, outcomes: Sequence[Outcome]) -> list[Mutant]:
        """The mutants whose test fails without them too; it is left out from now on."""
        killers = sorted({one.killer for one in outcomes if "::" in one.killer})
        task = Task(HONEST * len(killers), then=killers, to_the_end=True)
        ran = self.ready.run(task) if killers else None
        failed = ran.failed if ran else ()
        self.guilty.update(failed)
        return [one.mutant for one in outcomes if one.killer in failed]

    def tried(self, mutant: Mutant, near: Sequence[Near], options: argparse.Namespace) -> Outcome:
        """What the tests say of a mutant: in the process that is ready, and in others that read the source."""
        close, others = near[: options.files], sorted(near[options.files :], key=lambda one: one.seconds)
        shortest = list(islice(filter(None, chain.from_iterable(zip_longest(*(one.tests for one in close)))), NEAREST))
        there = self._there(mutant, shortest, close, others, options.seconds + options.wide)
        if there is not None and there.failed:
            return Outcome(mutant, there.failed[0], there.processor, frozenset(there.seconds), ended=True)
        with self._changed(mutant):
            if there is None:
                ran = self._run([one.file for one in close], options.seconds, shortest, ())
                if not ran.failed:
                    words = [one.file for one in others]
                    ran = ran.joined(self._run(words, options.wide, _tests(others), ran.seconds))
                return Outcome(mutant, next(iter(ran.failed), ""), ran.processor, frozenset(ran.seconds), ran.ended)
            # What is worked out while the source or a test file is read shows only here.
            read = self._run(shortest, options.seconds, shortest, ())
            if not read.failed:
                collected = run(self.folder, ["--collect-only", *(one.file for one in close)], options.seconds)
                read = read.joined(collected)
        ran = there.joined(read)
        return Outcome(mutant, next(iter(ran.failed), ""), ran.processor, frozenset(ran.seconds), there.ended)

    def _there(
        self, mutant: Mutant, first: Sequence[str], close: Sequence[Near], others: Sequence[Near], seconds: float
    ) -> Ran | None:
        if not _in_function(ast.parse(source_of(mutant.path)), mutant.line):
            return None
        order = [*_tests(close), *(one.file for one in close), *_tests(others), *(one.file for one in others)]
        source = mutant.applied(source_of(mutant.path)).decode()
        return self.ready.run(Task(seconds, mutant.path, source, first, order, sorted(self.guilty)))

    @contextmanager
    def _changed(self, mutant: Mutant) -> Iterator[None]:
        self._put(mutant.path, mutant.applied(source_of(mutant.path)))
        try:
            yield
        finally:
            self._put(mutant.path, source_of(mutant.path))

    def _run(self, words: Sequence[str], seconds: float, first: Sequence[str], tried: Collection[str]) -> Ran:
        if not words or not seconds:
            return NOTHING
        return run(self.folder, ["-x", *words], seconds, first, without={*self.guilty, *tried})

    def close(self) -> None:
        """End the process that is ready."""
        self.ready.close()


def drawn(options: argparse.Namespace) -> list[Mutant]:
    """The mutants to try; each place of the engine is as likely as any other."""
    if options.only:
        file, _, line = options.only.partition(":")
        found = places(f"{PACKAGE}/{file}")
        return [one for one in found if (not line or one.line == int(line)) and differs(one)]
    folders = options.within or ENGINE
    paths = sorted(path for folder in folders for path in (ROOT / PACKAGE / folder).rglob("*.py"))
    weights = [path.stat().st_size for path in paths]
    chance, chosen = random.Random(options.seed), list[Mutant]()
    while len(chosen) < options.count:
        found = places(chance.choices(paths, weights)[0].relative_to(ROOT).as_posix())
        if found and (one := chance.choice(found)) not in chosen and differs(one):
            chosen.append(one)
    return chosen


def results(mutants: Sequence[Mutant], options: argparse.Namespace) -> Iterator[Outcome]:
    """Try one after the other; at last, those again whose test fails without a mutant too."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder, ExitStack() as stack:
        files = [name for name in test_files() if options.window or not name.startswith("tests/gui")]
        files = [name for name in files if not options.tests or name.startswith(tuple(options.tests))]
        bench = stack.enter_context(closing(Bench(Path(folder) / "copy", files)))
        bench.guilty.update(options.without)
        for name in bench.ready.broken:
            print(f"{name} cannot be read, so it is left out.")
        files = [name for name in files if name not in bench.ready.broken]
        known = measured(files, bench.folder, print, anew=options.measure)
        while mutants:
            tried = list[Outcome]()
            for one in mutants:
                near = nearest(one.path, one.line, lines_of_use(one.path, one.line), files, known)
                tried.append(bench.tried(one, near, options))
                told(tried[-1])
            doubted = bench.doubted(tried)
            yield from (one for one in tried if one.mutant not in doubted)
            mutants = doubted


def told(outcome: Outcome) -> None:
    """Say at once what became of a mutant."""
    one = outcome.mutant
    print(f"{one.path}:{one.line} {one.shown(source_of(one.path))}")
    many = f"{len(outcome.tests)} tests of {outcome.files} files"
    print(f"    {outcome.fate} {outcome.killer}; {outcome.seconds:.1f} s, {many}", flush=True)


def main() -> int:
    """Draw, try and tell; the exit status says whether enough were noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--within", action="append", help="a package of the engine; repeatable")
    parser.add_argument("--only", help="FILE or FILE:LINE below htpm_studio: every mutant there")
    parser.add_argument("--seconds", type=float, default=25, help="of processor time for the nearest files")
    parser.add_argument("--wide", type=float, default=180, help="seconds for all others; 0 tries no others")
    parser.add_argument("--tests", action="append", help="only test files whose path begins so; repeatable")
    parser.add_argument(
        "--measure", action="store_true", help="measure which test file runs which line, where it is not known"
    )
    parser.add_argument("--files", type=int, default=9, help="how many are the nearest")
    parser.add_argument("--without", action="append", default=[], help="a test that is left out; repeatable")
    parser.add_argument("--window", action="store_true", help="the tests of the window too, after all others")
    parser.add_argument("--list", action="store_true", help="draw and show, try nothing")
    options = parser.parse_args()
    mutants = drawn(options)
    if options.list:
        for one in mutants:
            print(f"{one.path}:{one.line} {one.kind}: {one.shown(source_of(one.path))}")
        print(Counter(one.kind for one in mutants))
        return 0
    found = list(results(mutants, options))
    for package, some in sorted(by_package(found).items()):
        print(f"{package}: " + ", ".join(f"{some[fate]} {fate}" for fate in FATES))
    for kind, some in (("operators", [one for one in found if one.mutant.kind not in VALUES]), ("all", found)):
        fates = Counter(one.fate for one in some)
        words = f"{fates['noticed']} of {len(some)} noticed, {fates['undecided']} undecided"
        print(f"{kind}: {words}, seed {options.seed}")
    return 1 if fates["noticed"] * 100 < len(found) * 85 else 0


def by_package(outcomes: Sequence[Outcome]) -> dict[str, Counter[str]]:
    """How often each fate was met in each package of the engine."""
    found: dict[str, Counter[str]] = {}
    for one in outcomes:
        found.setdefault(one.mutant.path.split("/")[1], Counter())[one.fate] += 1
    return found


if __name__ == "__main__":
    sys.exit(main())
