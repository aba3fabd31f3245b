"""What the program imports: nothing that reaches a network, and the libraries that the project asks for.

Who may import whom is in `pyproject.toml`; `python3 studio.py check` and `test` hold the program to it.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "htpm_studio"

# What the import rules cannot tell from its harmless neighbors, such as urllib.parse.
NETWORK = ("urllib.request", "urllib.error", "urllib.robotparser", "PySide6.QtNetwork", "PySide6.QtWebSockets")


STATEMENT = re.compile(r"^ *(?:from [\w.]+ import (?:\((?:[^()]|\(.*\))*\)|\w[\w, ]*)|import \w[\w., ]*)", re.MULTILINE)
"""An import on lines of its own, as ruff has them all; a whole tree of each source takes seconds."""


@cache
def settings() -> dict[str, Any]:
    """What `pyproject.toml` says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def imports(source: str) -> list[str]:
    """The modules that a source file imports, at any depth and in either form."""
    names: list[str] = []
    statements = "\n".join(found.group().strip() for found in STATEMENT.finditer(source))
    for node in ast.parse(statements).body:
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names


@cache
def imports_of_the_program() -> dict[str, list[str]]:
    """What each module of the program imports."""
    return {
        path.relative_to(ROOT).as_posix(): imports(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def network(names: list[str]) -> list[str]:
    """Those modules that reach a network."""
    (rule,) = (one for one in settings()["tool"]["importlinter"]["contracts"] if one["name"] == "No network")
    banned = (*NETWORK, *rule["forbidden_modules"])
    return [name for name in names if name in banned or name.startswith(tuple(f"{module}." for module in banned))]


@pytest.mark.parametrize(
    "line",
    [
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "def f():\n import urllib.error",
        "from http.client import HTTPConnection",
        "import socket",
    ],
)
def test_a_network_import_is_found(line: str) -> None:
    assert network(imports(line))


def test_parsing_an_address_is_no_network() -> None:
    assert not network(imports("from urllib.parse import quote\nfrom PySide6.QtCore import QUrl"))


def test_no_module_of_the_program_can_reach_the_network() -> None:
    assert {name: found for name, names in imports_of_the_program().items() if (found := network(names))} == {}


LOADED_BY_NAME = {"stretchable"}
"""By `compose/taffy.py`, which needs only a part of it."""


def test_the_project_asks_for_the_libraries_that_the_program_imports_and_no_others() -> None:
    tops = {name.partition(".")[0] for names in imports_of_the_program().values() for name in names}
    owners = packages_distributions()
    libraries = (tops | LOADED_BY_NAME) - sys.stdlib_module_names - {"htpm_studio"}
    found = {name.lower().replace("_", "-") for top in libraries for name in owners.get(top, [f"{top}?"])}
    assert found - {"shiboken6", "distributed", "distributed?"} == asked("dependencies")  # PySide6 brings shiboken6


def asked(*place: str) -> set[str]:
    """The libraries that are named at a place of the project's own table."""
    named: Any = settings()["project"]
    for key in place:
        named = named[key]
    return {re.split(r"[\[<>=!~; ]", entry)[0].lower() for entry in named}


def test_what_only_a_cluster_needs_is_in_one_module_and_imported_only_when_it_is_asked_for() -> None:
    assert asked("optional-dependencies", "cluster") == {"distributed"}
    users = [name for name, names in imports_of_the_program().items() if {"distributed", "dask"} & set(names)]
    assert users == ["htpm_studio/export/batch/cluster.py"]
    tree = ast.parse((ROOT / users[0]).read_text(encoding="utf-8"))
    assert not {"distributed", "dask"} & {name for node in tree.body for name in top_imports(node)}
    loaded = (
        "import sys, htpm_studio.cli.batch; print([n for n in sys.modules if n.partition('.')[0] == 'distributed'])"
    )
    ran = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def top_imports(node: ast.stmt) -> list[str]:
    """What a statement imports when the module is read."""
    return imports(ast.unparse(node)) if isinstance(node, ast.Import | ast.ImportFrom) else []
