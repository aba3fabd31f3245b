"""Icons as steps of a path, from the shapes that their files may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from htpm_studio.compose.icons import load_icons
from htpm_studio.compose.motif import QUARTER


def test_an_icon_has_the_lines_curves_and_circles_of_its_file(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="{}"/><circle cx="5" cy="7" r="2"/><rect width="3"/></svg>'
    (tmp_path / "b.svg").write_text(svg.format("M1 2 L3 8 Q6 2 9 5 C1 1 2 2 1 2 Z"))
    (tmp_path / "a.svg").write_text('<svg><path d="M0 0 H9"/></svg>')
    (tmp_path / "c.txt").write_text("no icon")
    icons = load_icons(tmp_path)
    assert list(icons) == ["a", "b"]
    steps = icons["b"]
    assert [step.op for step in steps] == ["M", "L", "C", "C", "Z", "M", "C", "C", "C", "C", "Z"]
    assert [step.points for step in steps[:2]] == [(1, 2), (3, 8)]
    assert steps[2].points == pytest.approx((5, 4, 7, 3, 9, 5))
    assert steps[3].points == (1, 1, 2, 2, 1, 2)
    k = 2 * QUARTER
    assert [step.points for step in steps[5:10]] == [
        (7, 7), (7, 7 + k, 5 + k, 9, 5, 9), (5 - k, 9, 3, 7 + k, 3, 7), (3, 7 - k, 5 - k, 5, 5, 5),
        (5 + k, 5, 7, 7 - k, 7, 7),
    ]  # fmt: skip
    assert [step.points for step in icons["a"]] == [(0, 0), (9, 0)]
