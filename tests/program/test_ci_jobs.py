"""Which jobs a change asks for: each path has its job, and what nobody foresaw asks for everything."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from itertools import chain
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests import conftest

ROOT = Path(__file__).resolve().parents[2]
Select = Callable[..., Any]


CONFIG: Any = SimpleNamespace(
    getoption=lambda _name, **_more: "", hook=SimpleNamespace(pytest_deselected=lambda **_more: None)
)


class Case:
    """A case of a test, as far as the choice of cases looks at it."""

    def __init__(self, nodeid: str, broad: bool) -> None:
        self.nodeid, self.broad = nodeid, broad

    def get_closest_marker(self, name: str) -> bool:
        return self.broad and name == "broad"


@pytest.fixture(scope="module")
def ci_jobs() -> ModuleType:
    spec = spec_from_file_location("ci_jobs", ROOT / "packaging" / "ci_jobs.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["ci_jobs"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def selected(ci_jobs: ModuleType) -> Select:
    table = ci_jobs.read_jobs(tomllib.loads(ci_jobs.TABLE.read_text(encoding="utf-8")))
    return lambda *paths: ci_jobs.select_jobs(table, paths)


@pytest.mark.parametrize(
    ("path", "jobs"),
    [
        ("htpm_studio/campaign/facts.py", ["campaign"]),
        ("assets/campaigns/htpm/en/week-2-posts.toml", ["campaign"]),
        ("htpm_studio/render/pdf/tags.py", ["pdf", "pages"]),
        ("htpm_studio/render/pptx/shapes.py", ["office", "pages"]),
        ("templates/deck/check/piece.toml", ["pdf", "office", "pages"]),
        ("htpm_studio/export/disk/atomic_output.py", ["linux", "windows", "kits"]),
        ("htpm_studio/gui/shell/actions.py", ["window"]),
        ("requirements.lock", ["linux", "mac", "windows", "pdf", "office"]),
        ("README.md", []),
        ("docs/guide/index.md", []),
    ],
)
def test_a_change_asks_for_the_jobs_of_its_path(selected: Select, path: str, jobs: list[str]) -> None:
    assert list(selected(path).jobs) == jobs


def test_every_file_of_the_program_has_a_job(ci_jobs: ModuleType) -> None:
    files = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    if not files:
        pytest.skip("the sources are no checkout here")
    table = ci_jobs.read_jobs(tomllib.loads(ci_jobs.TABLE.read_text(encoding="utf-8")))
    known = (*table.free, *(path for job in table.jobs for path in job.paths), "tests/")
    assert [path for path in files if not path.startswith(known)] == []


def test_a_path_that_nobody_foresaw_asks_for_everything(ci_jobs: ModuleType, selected: Select) -> None:
    everything = selected("htpm_studio/campaign/facts.py", "somewhere/new.py")
    assert everything.tests == ("tests",)
    assert {"linux", "mac", "windows", "pdf", "office", "window"} <= set(everything.jobs)


def test_a_changed_test_runs_with_its_slow_cases(selected: Select) -> None:
    found = selected("tests/gui/test_hands.py", "tests/helpers/sweeps.py", "htpm_studio/campaign/facts.py")
    assert "tests/gui/test_hands.py" in found.tests
    assert "tests/campaign" in found.tests
    assert "tests/helpers/sweeps.py" not in found.tests


def test_the_jobs_name_tests_that_exist(ci_jobs: ModuleType) -> None:
    table = ci_jobs.read_jobs(tomllib.loads(ci_jobs.TABLE.read_text(encoding="utf-8")))
    assert [test for job in table.jobs for test in job.tests if not (ROOT / test).exists()] == []


def test_the_parts_of_the_broad_cases_are_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def left(part: str, *, broad: bool) -> list[str]:
        """Which of twenty cases are not left out of a part."""
        cases: list[Any] = [Case(f"tests/a.py::test_{number}", broad) for number in range(20)]
        monkeypatch.setenv("HTPM_BROAD_PART", part)
        monkeypatch.setenv("HTPM_SLOW", "1")
        conftest.pytest_collection_modifyitems(CONFIG, cases)
        return [case.nodeid for case in cases]

    parts = [left(f"{number}/3", broad=True) for number in (1, 2, 3)]
    assert sorted(chain(*parts)) == sorted(left("1/3", broad=False))
    assert all(parts)


def test_the_trial_of_the_windows_program_names_tests_that_exist() -> None:
    source = ast.parse((ROOT / "packaging" / "smoke_windows.py").read_text(encoding="utf-8"))
    (listed,) = (
        ast.literal_eval(node.value)
        for node in source.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SYSTEM_TESTS"
    )
    missing = []
    for name in listed:
        file, _, function = name.partition("::")
        path = ROOT / "tests" / file
        found = path.is_file() and f"def {function}" in path.read_text(encoding="utf-8")
        missing += [] if found else [name]
    assert missing == []
