"""Tests hold what a user gets: none of them reads a name that the program keeps to itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "htpm_studio"
MEMBER = re.compile(r"self\.(_[a-z]\w*)|^ +def (_[a-z]\w*)|^    (_[a-z]\w*):", re.MULTILINE)
"""What classes keep to themselves: what is put on `self`, methods and fields."""
MENTION = re.compile(r"""[."']_[A-Za-z]|\bimport .*\b_[a-z]|^ +_\w+,$""", re.MULTILINE)
"""What every mention of a private name of somebody else has; most sources have none."""


def is_private(name: str) -> bool:
    """Whether a name begins with one underline; those with two at both ends are Python's."""
    return name.startswith("_") and not name.endswith("__") and name.strip("_") != ""


@cache
def kept_inside() -> frozenset[str]:
    """The private names of all classes of the program."""
    sources = (path.read_text(encoding="utf-8") for path in sorted((ROOT / PACKAGE).rglob("*.py")))
    return frozenset(name for source in sources for found in MEMBER.findall(source) for name in found if name)


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """What a test imports from the program: the name there, and the one that it has here."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == PACKAGE:
            yield from ((alias.name, alias.asname or alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            ours = [alias for alias in node.names if alias.name.startswith(PACKAGE)]
            yield from ((alias.name, alias.asname) for alias in ours if alias.asname)


def private_names(source: str) -> list[str]:
    """The private names of the program that a test imports, reads, or replaces by their names."""
    if not MENTION.search(source):
        return []
    tree = ast.parse(source)
    known = dict(imported(tree))
    found = [name for name in known if is_private(name)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            holder = node.value.id if isinstance(node.value, ast.Name) else ""
            if holder in known.values() or (node.attr in kept_inside() and holder not in ("self", "cls")):
                found.append(node.attr)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("setattr", "delattr", "patch")):
            given = [word.value for word in node.args if isinstance(word, ast.Constant)]
            texts = [word for word in given if isinstance(word, str)]
            at_home = texts[:1] and re.match(rf"{PACKAGE}\.", texts[0])
            of_ours = node.args and isinstance(node.args[0], ast.Name) and node.args[0].id in known.values()
            found += [text for text in texts if (at_home or of_ours) and is_private(text.rpartition(".")[2])]
    return found


@pytest.mark.parametrize(
    "line",
    [
        "from htpm_studio.text.flow import flow, _cut_word",
        "from htpm_studio.text.flow import (\n    flow,\n    _cut_word,\n)",
        "from htpm_studio.text import flow\nflow._cut_word",
        "import htpm_studio.text.flow as lines\nlines._cut_word",
        "session._timer.stop()",
        'from htpm_studio.text import flow\nmonkeypatch.setattr(flow, "_cut_word", len)',
        'monkeypatch.setattr("htpm_studio.text.flow._cut_word", len)',
    ],
)
def test_a_private_name_of_the_program_is_found(line: str) -> None:
    assert private_names(line)


@pytest.mark.parametrize(
    "line",
    [
        "from htpm_studio import __version__",
        "from tests.helpers.marks import _round",
        "class Book:\n    def __init__(self):\n        self._pages = {}",
        "shape._element.find('a')",
        'monkeypatch.setattr("zipfile._EndRecData", len)',
    ],
)
def test_names_of_tests_and_of_libraries_are_not(line: str) -> None:
    assert private_names(line) == []


def test_no_test_reads_a_private_name_of_the_program() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("*.py"))}
    found = {
        path.relative_to(ROOT).as_posix(): names for path, text in sources.items() if (names := private_names(text))
    }
    assert found == {}
