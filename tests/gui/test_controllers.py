"""Parts of the window are given what they use: nothing looks for a controller, or for another part, by itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cached_property
from inspect import get_annotations
from pathlib import Path

import pytest

import htpm_studio.gui
from htpm_studio.gui.pages import Controllers

GUI = Path(htpm_studio.gui.__file__).parent
MADE_IN = {"pages.py", "app.py"}
LATER = [one for one in vars(Controllers).values() if isinstance(one, cached_property)]
CONTROLLERS = {*get_annotations(Controllers).values(), *(one.func.__annotations__["return"] for one in LATER)} - {
    "Workspace"
}
SEES_ALL = {"dnd_targets.py", "shell/panes.py", "widgets/access.py", "widgets/fields.py"}
"""What asks which widgets are on the screen and where: for a drag, for F6 and Tab, and for a screen reader."""

OPENS_CARDS = "shell/main_window.py"
"""Opens a card below the part of the window that has its name."""


def lookups(source: str, name: str) -> Iterator[str]:
    """The places of a source where something is looked up or made that should be handed over."""
    for node in ast.walk(ast.parse(source)):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Name) and called.id in CONTROLLERS and name not in MADE_IN:
            yield f"{name}:{node.lineno} {called.id}()"
        elif isinstance(node, ast.Call) and re.match(r"[gh]\w+attr\(\S*window\b", ast.unparse(node)):
            yield f"{name}:{node.lineno} {ast.unparse(node)}"
        elif isinstance(called, ast.Attribute):
            own = isinstance(called.value, ast.Name) and called.value.id in ("self", "app")
            own = own or ast.unparse(called.value).startswith("self.")
            looks = called.attr == "findChild" and name != OPENS_CARDS
            looks = looks or (called.attr == "findChildren" and not own and name not in SEES_ALL)
            if looks:
                yield f"{name}:{node.lineno} {ast.unparse(called)}"


@pytest.mark.parametrize(
    "line",
    [
        "found = workspace.findChild(ExportController)",
        "self.window().findChild(BrandPage)",
        "window.findChildren(BrandPage)",
        "return ExportController(workspace, session)",
        "getattr(workspace.window, 'board', None)",
    ],
)
def test_a_lookup_is_found(line: str) -> None:
    assert len(list(lookups(f"def f():\n    {line}", "features/export/panel.py"))) == 1


def test_what_belongs_to_a_part_may_be_found_in_it() -> None:
    assert not list(lookups("self.field.findChildren(QLineEdit)", "settings/keys.py"))


def test_no_part_of_the_window_looks_for_another() -> None:
    files = {path.relative_to(GUI).as_posix(): path.read_text(encoding="utf-8") for path in GUI.rglob("*.py")}
    assert [found for name, source in sorted(files.items()) for found in lookups(source, name)] == []
