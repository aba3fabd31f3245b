"""Carets in scripts that run the other way, in turned groups, and in words that are cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from htpm_studio.compose.written import aligned, line_starts
from htpm_studio.scene.caret import caret, cells, index_at, line_end, placed_texts, step_line, text_at
from htpm_studio.scene.nodes import Color, Group, TextBlock, TextLine, TextStyle
from htpm_studio.text.flow import TextSetting, flow, lines_right_to_left
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.shaping import clean, glyph_runs, shape
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_resources
from tests.helpers.sweeps import cases

FACE, SIZE = "PublicSans-400", 20.0
LETTERS = st.text(st.sampled_from("ab cdé'-—. \u0301مرحبا বাংলা हिन्दी ትግርኛ汉字คำ"), max_size=60)  # noqa: RUF001 - an alef


def fonts() -> FontBook:
    return bundled_resources().fonts


def block_of(text: str, width: float = 200.0) -> TextBlock:
    """A text in lines of so many points."""
    done = flow(text, width, TextSetting(FACE, SIZE, 0.0, "greedy"), fonts())
    starts, backward = line_starts(done.text, done.lines), lines_right_to_left(text, done.lines)
    lines = []
    for at, (line, wide) in enumerate(zip(done.lines, done.widths, strict=True)):
        runs = glyph_runs(shape(line, FACE, fonts(), right_to_left=backward[at]), 10.0, SIZE)
        lines.append(TextLine(line.replace("\u00a0", " "), 10.0, 20.0 + 24 * at, wide, runs, start=starts[at]))
    style = TextStyle("body", fonts().face(FACE), SIZE, 24.0)
    box = Box(10, 0, width, 24.0 * len(lines))
    return TextBlock("words", box, done.text, style, Color("#000000"), tuple(lines), width)


@given(LETTERS, st.floats(30, 400))
@example("a\u130d\u5b57\u5b57", 45.0)
@example("aaaaaaaaa a", 34.0)
@cases(400)
def test_the_lines_of_a_text_begin_where_they_say(text: str, width: float) -> None:
    block = block_of(clean(text).strip(), width)
    for line in block.lines:
        assert block.text[line.start : line.start + len(line.text)].replace("\u00a0", " ") == line.text


@given(LETTERS, st.floats(30, 400))
@cases(400)
def test_a_click_where_a_caret_stands_puts_it_there(text: str, width: float) -> None:
    block = block_of(clean(text).strip(), width)
    for line in block.lines:
        for cell in (one for one in cells(line) if one.right > one.left):
            assert index_at(block, (3 * cell.before + cell.after) / 4, line.baseline - 6) == cell.start


@pytest.mark.parametrize("text", ["مرحبا بالعالم", "שלום עולם"])
def test_carets_go_left_through_letters_that_do(text: str) -> None:
    block = block_of(text, 900)
    places = [caret(block, index).x for index in range(len(text) + 1)]
    assert all(after < before for before, after in pairwise(places))


def test_up_and_down_keep_their_place_and_lines_end_before_their_space() -> None:
    block = block_of("People do better work where they feel safe", 150)
    second = block.lines[1].start
    assert step_line(block, second + 2, -1, caret(block, second + 2).x) == 2
    assert line_end(block, 0, start=False) == second - 1
    assert step_line(block, 0, -1, 0) == 0
    assert step_line(block, len(block.text), 1, 0) == len(block.text)


def test_a_click_on_a_turned_text_finds_it() -> None:
    block = block_of("Sideways")
    group = Group("turned", Box(0, 0, 400, 400), (block,), turn=90.0)
    (placed,) = placed_texts((group,))
    x, y = placed.own(390, 15)  # at the top right, where the text begins once it is turned
    assert text_at((placed,), 390, 15) is placed
    assert index_at(block, x, y) == 0


@pytest.mark.parametrize(
    ("typed", "shown", "places"),
    [("it's", "it\u2019s", [0, 1, 2, 3]), (" a  b", "a\u00a0b", [1, 2, 4]), ("e\u0301a", "éa", [-1, 2])],
)
def test_letters_that_are_set_otherwise_keep_their_place(typed: str, shown: str, places: list[int]) -> None:
    assert aligned(typed, shown) == places
