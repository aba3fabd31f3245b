"""What the program imports: nothing that reaches a network, and the libraries that the project asks for.

Who may import whom is in `pyproject.toml`; `python3 studio.py check` and `test` hold the program to it.
"""

from __future__ import annotations

import ast
import re
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


@cache
def settings() -> dict[str, Any]:
    """What `pyproject.toml` says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def imports(source: str) -> list[str]:
    """The modules that a source file imports, at any depth and in either form."""
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
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


def test_the_project_asks_for_the_libraries_that_the_program_imports_and_no_others() -> None:
    tops = {name.partition(".")[0] for names in imports_of_the_program().values() for name in names}
    owners = packages_distributions()
    libraries = tops - sys.stdlib_module_names - {"htpm_studio"}
    found = {name.lower().replace("_", "-") for top in libraries for name in owners.get(top, [f"{top}?"])}
    asked = {re.split(r"[\[<>=!~; ]", entry)[0].lower() for entry in settings()["project"]["dependencies"]}
    assert found - {"shiboken6"} == asked  # PySide6 brings it in its own version
