"""The numbers that Taffy's binding is given are those that stretchable names."""

from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path
from typing import Any

from stretchable import style
from stretchable.style.geometry.length import Scale

from htpm_studio.compose import taffy

ROOT = Path(__file__).parents[2]


def test_the_numbers_are_those_of_stretchable() -> None:
    flex = style.FlexDirection
    assert (taffy.AUTO, taffy.POINTS) == (Scale.AUTO, Scale.POINTS)
    assert (taffy.WRAP, taffy.NO_WRAP) == (style.FlexWrap.WRAP, style.FlexWrap.NO_WRAP)
    assert style.Position.ABSOLUTE == taffy.ABSOLUTE
    assert dict(taffy.DIRECTION) == {"row": flex.ROW, "column": flex.COLUMN}
    for kind in (style.AlignItems, style.AlignSelf):
        ends = {"start": kind.FLEX_START, "center": kind.CENTER, "end": kind.FLEX_END, "stretch": kind.STRETCH}
        assert dict(taffy.ALIGN) == ends
    kind = style.JustifyContent
    assert dict(taffy.JUSTIFY) == {
        "start": kind.FLEX_START, "center": kind.CENTER, "end": kind.FLEX_END, "between": kind.SPACE_BETWEEN,
        "around": kind.SPACE_AROUND, "evenly": kind.SPACE_EVENLY,
    }  # fmt: skip


def test_the_style_of_a_box_that_says_nothing_is_that_of_stretchable_without_a_grid() -> None:
    theirs = {name: _plain(value) for name, value in style.Style().to_dict().items()}
    grid = {name for name in theirs if name.startswith("grid_") and isinstance(theirs[name], list)}
    ours = {name: _plain(value) for name, value in taffy.PLAIN_STYLE.items()}
    assert len(grid) == 4
    assert ours == theirs | {key: [] for key in grid}


def test_nothing_but_the_binding_is_imported() -> None:
    script = "import sys, htpm_studio.compose.flexbox; print(*(n for n in sys.modules if n.startswith('stretch')))"
    command = [sys.executable, "-c", script]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout.split()
    assert found == ["stretchable.taffylib"]


def _plain(value: Any) -> Any:
    """A value that can be compared: no number as text."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return "none" if isinstance(value, float) and math.isnan(value) else value
