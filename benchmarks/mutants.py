"""How many small faults the tests notice: one operator of the engine is changed at a time, and the nearest tests run.

python benchmarks/mutants.py                     draw 100 mutants with seed 1 and try each
python benchmarks/mutants.py --seed 7 --count 30 --within text --within compose
python benchmarks/mutants.py --only campaign/dates.py:88        every mutant of that line

The sources stay as they are: a copy of the repository is changed in a temporary folder. `cover_map.py` knows which
tests run the changed line: the shortest of the files that run little else come first, then those files, then all others
that run the line, until a test fails or the time is over.
The first run measures that (some minutes; needs the library coverage). A test that fails without the mutant too proves
nothing and is left out.
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
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from queue import SimpleQueue

from cover_map import QUIET, Measured, environment, measured, nearest, test_files

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "htpm_studio"
ENGINE = ("campaign", "compose", "export", "project", "render", "scene", "text")
ALWAYS = "tests/export/test_kit.py"  # compares every byte of a whole kit

SWAPS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: (r"<(?!=)", "<="), ast.LtE: (r"<=", "<"), ast.Gt: (r">(?!=)", ">="), ast.GtE: (r">=", ">"),
    ast.Eq: (r"==", "!="), ast.NotEq: (r"!=", "=="), ast.Is: (r"\bis\b", "is not"), ast.IsNot: (r"\bis\s+not\b", "is"),
    ast.In: (r"\bin\b", "not in"), ast.NotIn: (r"\bnot\s+in\b", "in"), ast.And: (r"\band\b", "or"),
    ast.Or: (r"\bor\b", "and"), ast.Add: (r"\+", "-"), ast.Sub: (r"-", "+"), ast.Mult: (r"\*", "/"),
    ast.Div: (r"/", "*"), ast.FloorDiv: (r"//", "*"), ast.Mod: (r"%", "+"), ast.Pow: (r"\*\*", "*"),
}  # fmt: skip
HANGS = 60
"""Seconds after which a test is taken for one that would never end, unless it takes as long without the mutant."""
MEMORY = 6 * 2**30
"""Bytes that a test may take; a mutant can make lists that grow for ever."""
FIRST = 6
"""Test files that are tried before all others: most mutants end there, and each file takes time to be read."""
NEAREST = 12
"""Single tests that are tried first of all."""

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
    """What became of a mutant: the test that failed, or nothing."""

    mutant: Mutant
    killer: str
    seconds: float
    files: int
    ended: bool


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


# ---------------------------------------------------------------- trying


class Bench:
    """One copy of the repository in which a mutant at a time is tried."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout
        for name in listed.decode().split("\0"):
            if name and (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, folder / name)
        self._innocent: dict[str, bool] = {}

    def run(self, words: Sequence[str], seconds: float) -> tuple[str, bool]:
        """The first test that fails, and whether the run came to its end."""
        hangs = ["-o", f"faulthandler_timeout={HANGS}", "-o", "faulthandler_exit_on_timeout=true"]
        with subprocess.Popen(
            [sys.executable, "-m", "pytest", "-x", *QUIET, *hangs, *words],
            cwd=self.folder, env=environment(self.folder), text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ) as process:  # fmt: skip
            if sys.platform == "linux":
                import resource

                resource.prlimit(process.pid, resource.RLIMIT_DATA, (MEMORY, MEMORY))
            try:
                said = process.communicate(timeout=seconds)[0]
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                return "", False
        if process.returncode in (0, 5):
            return "", True
        failed = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", said, re.MULTILINE)
        hung = re.search(r'^ *File ".*(tests/[^"]+)", line \d+ in (test_\w+)$', said, re.MULTILINE)
        if failed or hung is None:
            return (failed.group(1) if failed else f"a test that took more than {HANGS} s"), True
        return "::".join(hung.groups()), True

    def proves(self, test: str) -> bool:
        """Whether a test passes without a mutant."""
        if test not in self._innocent:
            named = test.partition("[")[0] if " " in test else test
            self._innocent[test] = "::" not in test or not self.run([named], 600)[0]
        return self._innocent[test]

    def tried(self, mutant: Mutant, near: Sequence[Measured], seconds: float) -> Outcome:
        """Put the mutant in, run the tests, take it out again."""
        path, source = self.folder / mutant.path, source_of(mutant.path)
        files = [one.file for one in near]
        rounds = zip_longest(*(one.tests_of(mutant.path, mutant.line) for one in near[:FIRST]))
        single = [test for some in rounds for test in some if test][:NEAREST]
        began, killer, ended = time.monotonic(), "", True
        path.write_bytes(mutant.applied(source))
        try:
            for some in (single, files[:FIRST], files[FIRST:]):
                if some and not killer and ended:
                    killer, ended = self._killer(some, path, source, mutant, began + seconds)
        finally:
            path.write_bytes(source)
        return Outcome(mutant, killer, time.monotonic() - began, len(files), ended)

    def _killer(self, files: Sequence[str], path: Path, source: bytes, mutant: Mutant, end: float) -> tuple[str, bool]:
        ignored = [word for test, innocent in self._innocent.items() if not innocent for word in ("--deselect", test)]
        while (left := end - time.monotonic()) > 0:
            killer, ended = self.run([*files, *ignored], left)
            if not killer:
                return "", ended
            path.write_bytes(source)
            if self.proves(killer):
                return killer, ended
            path.write_bytes(mutant.applied(source))
            ignored += ["--deselect", killer]
        return "", False


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


def results(mutants: list[Mutant], options: argparse.Namespace) -> Iterator[Outcome]:
    """Try all of them, as many at a time as there are copies."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder, ThreadPoolExecutor(options.jobs) as pool:
        made = [Bench(Path(folder) / str(number)) for number in range(options.jobs)]
        files = [name for name in test_files() if options.window or not name.startswith("tests/gui")]
        files = [name for name in files if not options.tests or name.startswith(tuple(options.tests))]
        known = list(measured(files, [one.folder for one in made], print, anew=options.measure))
        benches: SimpleQueue[Bench] = SimpleQueue()
        for one in made:
            benches.put(one)

        def work(mutant: Mutant) -> Outcome:
            bench = benches.get()
            try:
                return bench.tried(mutant, nearest(mutant.path, mutant.line, known, ALWAYS), options.seconds)
            finally:
                benches.put(bench)

        yield from pool.map(work, mutants)


def main() -> int:
    """Draw, try and tell; the exit status says whether enough were noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--within", action="append", help="a package of the engine; repeatable")
    parser.add_argument("--only", help="FILE or FILE:LINE below htpm_studio: every mutant there")
    parser.add_argument("--seconds", type=float, default=120, help="for one mutant")
    parser.add_argument("--tests", action="append", help="only test files whose path begins so; repeatable")
    parser.add_argument("--measure", action="store_true", help="measure anew which test file runs which line")
    parser.add_argument("--jobs", type=int, default=1, help="copies that work side by side")
    parser.add_argument("--window", action="store_true", help="the tests of the window too, after all others")
    parser.add_argument("--list", action="store_true", help="draw and show, try nothing")
    options = parser.parse_args()
    mutants = drawn(options)
    if options.list:
        for one in mutants:
            print(f"{one.path}:{one.line} {one.kind}: {one.shown(source_of(one.path))}")
        print(Counter(one.kind for one in mutants))
        return 0
    survived = 0
    for number, outcome in enumerate(results(mutants, options), 1):
        one = outcome.mutant
        survived += not outcome.killer
        fate = (
            f"noticed by {outcome.killer}"
            if outcome.killer
            else "SURVIVED" + ("" if outcome.ended else " (no time left)")
        )
        print(f"{number}/{len(mutants)} {one.path}:{one.line} {one.shown(source_of(one.path))}", flush=True)
        print(f"    {fate}; {outcome.seconds:.0f} s, {outcome.files} files", flush=True)
    print(f"{len(mutants) - survived} of {len(mutants)} noticed, seed {options.seed}")
    return 1 if survived * 100 > len(mutants) * 15 else 0


if __name__ == "__main__":
    sys.exit(main())
