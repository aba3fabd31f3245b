from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULE_LINES = 400
FUNCTION_LINES = 50
SOURCES = [*sorted((ROOT / "htpm_studio").rglob("*.py")), ROOT / "studio.py"]


def long_functions(source: str, limit: int) -> list[str]:
    """Functions with more than `limit` lines from `def` to their last line, docstring counted."""
    rows = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > limit:
                rows.append(f"{node.name} has {lines} lines")
    return rows


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MODULE_LINES
    assert long_functions(source, FUNCTION_LINES) == []


def test_a_long_function_is_found() -> None:
    source = "class A:\n    def long(self):\n" + "        x = 1\n" * FUNCTION_LINES
    assert long_functions(source, FUNCTION_LINES) == [f"long has {FUNCTION_LINES + 1} lines"]
    assert long_functions(source, FUNCTION_LINES + 1) == []
