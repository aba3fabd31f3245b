"""How large the letters of a layout are: twice the usual words fit, in whole points, down to a readable size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.render.pptx.measure import TextPlace
from htpm_studio.render.pptx.room import letter_widths, with_room
from htpm_studio.render.pptx.text import TextLook
from htpm_studio.scene.nodes import Color
from htpm_studio.units import EMU_PER_POINT
from tests.helpers.scene_pages import BODY, HEAD, text

LOOK = TextLook(4000, False, 0, "+mn-lt", Color("#000000", "ink"), "left", 100, after=1000)


def place(wide: float, high: float) -> TextPlace:
    return TextPlace(EmuFrame(0, 0, round(wide * EMU_PER_POINT), round(high * EMU_PER_POINT)), 0, 0)


def size(wide: float, high: float, limit: int, *, most: int = 0, listed: bool = False, width: float = 0.5) -> int:
    block = replace(text("Sample", 0, 20), limit=limit, most=most)
    return with_room(LOOK, block, place(wide, high), width, listed=listed).size


def test_text_that_has_room_keeps_its_size_and_so_does_one_without_a_limit() -> None:
    assert size(2000, 60, 40) == 4000
    assert size(10, 10, 0) == 4000
    assert size(10, 10, 40, width=0.0) == 4000


@pytest.mark.parametrize(
    ("wide", "high", "limit", "points"),
    [
        (1000, 48, 34, 4000),  # 50 letters of 20 points are exactly as wide as the line
        (1000, 48, 35, 3900),  # 51 letters at 0.98 are
        (1000, 47.9, 34, 3900),  # a line of 40 points is 48 high
        (500, 96, 34, 3500),  # two lines, both shorter than the box
        (1000, 48, 100, 2000),  # 145 letters, on two lines
        (1000, 48, 200, 1600),  # 320 letters would need letters that are too small
        (200, 500, 8, 3300),  # a word of twelve letters fits on the line
        (200, 500, 40, 3000),  # one of thirteen, never more
    ],
)
def test_letters_become_smaller_until_the_words_fit(wide: float, high: float, limit: int, points: int) -> None:
    assert size(wide, high, limit) == points


def test_a_list_has_room_for_twice_its_items() -> None:
    assert size(800, 400, 20, most=3, listed=True) == 4000
    assert size(800, 200, 20, most=3, listed=True) == 2300


def test_the_space_after_a_paragraph_shrinks_with_the_letters_and_the_insets_count() -> None:
    block = replace(text("Sample", 0, 20), limit=35)
    found = with_room(LOOK, block, place(1000, 48), 0.5, listed=False)
    assert (found.size, found.after) == (3900, 980)
    inside = replace(place(1020, 48), left=10 * EMU_PER_POINT, right=10 * EMU_PER_POINT)
    assert with_room(LOOK, block, inside, 0.5, listed=False) == found
    indented = replace(LOOK, indent=20 * EMU_PER_POINT)
    assert with_room(indented, block, place(1020, 48), 0.5, listed=False).size == found.size


def test_the_width_of_a_letter_is_somewhat_more_than_in_all_lines_of_its_face() -> None:
    one, two, other = text("aaaa", 0, 20, size=10), text("bb", 0, 20, size=20), text("W", 0, 20, face=HEAD)
    found = letter_widths([one, two, other, replace(text("x", 0, 0), lines=())])
    assert set(found) == {BODY, HEAD}
    assert found[BODY] == pytest.approx(1.1 * (one.lines[0].width / 10 + two.lines[0].width / 20) / 6)
    assert found[HEAD] == pytest.approx(1.1 * other.lines[0].width / 12)
    assert letter_widths([]) == {}
