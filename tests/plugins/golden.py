"""Golden texts: what a text must equal, kept in a file that `--update-references` rewrites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "golden"

Golden = Callable[[str, str], None]


@pytest.fixture
def golden_folder() -> Path:
    """Where the golden texts lie."""
    return FOLDER


@pytest.fixture
def golden(request: pytest.FixtureRequest, golden_folder: Path) -> Golden:
    """`golden(name, text)`: the text equals golden/<name>.txt; a name may hold folders ("deck/title")."""

    def check(name: str, text: str) -> None:
        path = golden_folder / f"{name}.txt"
        if request.config.getoption("update_references", default=False):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            pytest.fail(f"wrote {path.name}: look at it, then run again without --update-references")
        assert path.is_file(), f"there is no golden text {name}: run with --update-references"
        assert text == path.read_text(encoding="utf-8")

    return check
