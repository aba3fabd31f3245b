"""Which jobs of `.ci/jobs.toml` a change asks for, told to `.ci/run`.

python3 packaging/ci_jobs.py jobs [BASE]    the jobs, a line each
python3 packaging/ci_jobs.py tests [BASE]   the slow tests that they run, a line each
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / ".ci" / "jobs.toml"


class CiJob(NamedTuple):
    """One job: the paths that ask for it, and the slow tests that it runs."""

    id: str
    paths: tuple[str, ...]
    tests: tuple[str, ...]


class JobTable(NamedTuple):
    """All jobs, and the paths that ask for none."""

    jobs: tuple[CiJob, ...]
    free: tuple[str, ...]


class SelectedJobs(NamedTuple):
    """The jobs that a change asks for, and the slow tests of them and of the change."""

    jobs: tuple[str, ...]
    tests: tuple[str, ...]


def read_jobs(table: Mapping[str, Any]) -> JobTable:
    """The table as values."""
    jobs = (CiJob(job["id"], tuple(job["paths"]), tuple(job.get("tests", ()))) for job in table["job"])
    return JobTable(tuple(jobs), tuple(table["free"]))


def select_jobs(table: JobTable, changed: Iterable[str] | None) -> SelectedJobs:
    """What these changed paths ask for; None, or a path that no job names, asks for everything."""
    everything = SelectedJobs(tuple(job.id for job in table.jobs), ("tests",))
    if changed is None:
        return everything
    wanted, tests = set[str](), set[str]()
    for path in changed:
        if path.startswith("tests/"):
            tests |= {path} if path.endswith(".py") and Path(path).name.startswith("test_") else set()
            continue
        asked = {job.id for job in table.jobs if path.startswith(job.paths)}
        if not asked and not path.startswith(table.free):
            return everything
        wanted |= asked
    tests |= {test for job in table.jobs if job.id in wanted for test in job.tests}
    return SelectedJobs(tuple(job.id for job in table.jobs if job.id in wanted), _outermost(tests))


def _outermost(tests: Iterable[str]) -> tuple[str, ...]:
    """The tests without those that lie in a folder which is among them."""
    known = sorted(set(tests))
    return tuple(test for test in known if not any(test.startswith(f"{other}/") for other in known))


def changed_since(base: str) -> list[str]:
    """The paths that differ between a commit and the files as they are, removed ones and new ones among them."""
    tracked = ["git", "diff", "--name-only", "--no-renames", base, "--"]
    new = ["git", "ls-files", "--others", "--exclude-standard"]
    lists = (subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True) for words in (tracked, new))
    return sorted({line for found in lists for line in found.stdout.splitlines()})


def main(arguments: Sequence[str]) -> int:
    """Print what was asked for."""
    what, base = (*arguments, "")[:2]
    table = read_jobs(tomllib.loads(TABLE.read_text(encoding="utf-8")))
    selected = select_jobs(table, changed_since(base) if base else None)
    tests = [test for test in selected.tests if (ROOT / test).exists()]
    print(*(selected.jobs if what == "jobs" else tests), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
