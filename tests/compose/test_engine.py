"""The template engine: mistakes with their place, binding, fitting, painting."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.compose.compose_page import PageInfo, compose_page
from htpm_studio.compose.evaluator import Evaluator
from htpm_studio.compose.motif import heights, ladder
from htpm_studio.compose.template import Library
from htpm_studio.compose.template_library import bundled_mistakes, load_library
from htpm_studio.errors import Problems
from htpm_studio.scene.nodes import Color
from htpm_studio.scene.walk import texts
from htpm_studio.units import Box
from tests.helpers.deck_slides import TEAL
from tests.helpers.sweeps import cases

LOOK = TEAL
STYLES = LOOK.styles.names()


def library(folder: Path, body: str, fields: str = "head", parts: str = "") -> Library:
    (folder / "a.xml").write_text(
        f'<template id="t/a" title="A" canvases="square slide" fields="{fields}">\n{body}\n</template>'
    )
    if parts:
        (folder / "parts.xml").write_text(f"<parts>{parts}</parts>")
    made = load_library(folder, STYLES)
    if problems := list(bundled_mistakes(made, STYLES)):
        raise Problems("The template folder", problems)
    return made


# ------------------------------------------------------------------ mistakes


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    with pytest.raises(Problems) as caught:
        library(tmp_path, '<column paddin="3">\n<texd/>\n<text style="x">{no}</text></column>')
    assert [problem.line for problem in caught.value.problems] == [2, 3, 4, 4]


# ------------------------------------------------------------------ binding


@pytest.mark.parametrize(
    ("gray", "own", "shown"),
    [
        ("#767676", True, "#767676"),
        ("#777777", True, "#595959"),
        ("#777777", False, "#777777"),
    ],  # 4.54 and 4.48 on white
)
def test_letters_of_the_users_templates_have_a_contrast_of_at_least_4_5(gray: str, own: bool, shown: str) -> None:
    colors = {"soft": gray, "on": "#9A9A9A", "ink": "#595959", "on-deep": "#FFFFFF", "on-panel": "#000000"}
    evaluator: Any = SimpleNamespace(
        own=own, look=SimpleNamespace(palette={"paper": "#FFFFFF"}), color=lambda role, _context: Color(colors[role])
    )
    context: Any = SimpleNamespace(behind="paper")
    assert Evaluator.ink(evaluator, "soft", context).hex == shown


# ------------------------------------------------------------------ fitting

FIT = """<column ground="surface"><column padding="6" gap="3" grow="1">
  <text style="display" max-lines="4" min="0.72" tag="H1">{head}</text><text style="lead" drop="1">{sub}</text>
  <text style="body">{body}</text></column><row height="12" fill="deep" shrink="0"/></column>"""


@given(head=st.integers(1, 40), sub=st.integers(0, 60), body=st.integers(0, 150))
@cases(40)
def test_fitted_text_is_inside_apart_and_above_its_floor(
    tmp_path_factory: pytest.TempPathFactory, head: int, sub: int, body: int
) -> None:
    templates = library(tmp_path_factory.mktemp("t"), FIT, "head sub? body?")
    content = {"head": "Haus " * head, "sub": "under " * sub, "body": "body " * body}
    done = compose_page("t/a", "square", content, LOOK, templates, PageInfo("p", "P"))
    if done.findings:
        return
    blocks = list(texts(done.page))
    room = Box(0, 0, 1080, 1080 - 144)
    assert all(room.contains(block.box, 1) for block in blocks)
    assert not any(a.box.overlaps(b.box, 0.5) for i, a in enumerate(blocks) for b in blocks[:i])
    assert all(block.style.size >= 26 for block in blocks)
    assert all(line.width <= block.box.width + 1 for block in blocks for line in block.lines)


# ------------------------------------------------------------------ parts of the engine


@given(st.integers(0, 10_000), st.floats(0, 6), st.integers(0, 4))
def test_strand_heights_differ_and_the_accent_is_long(seed: int, high: float, accent: int) -> None:
    cuts = heights(seed, 5, high, accent)
    assert all(abs(a - b) >= 0.75 for a, b in pairwise(cuts))
    assert cuts[accent] <= sorted(cuts)[1]
    assert ladder("deep", 5, accent, seed)[accent] == "thread-on-deep"
