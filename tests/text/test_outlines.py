"""Letters as a drawing: their outlines in em, from the ink of the first one on."""

from __future__ import annotations

import pytest

from htpm_studio.text.outlines import letters_as_path
from htpm_studio.text.shaping import shape
from tests.helpers.bundled import bundled_resources

FONTS = bundled_resources().fonts
FACE = "PublicSans-400"


def ink(text: str) -> tuple[float, float, float, float]:
    points = [step.points for step in letters_as_path(text, FACE, FONTS)]
    xs, ys = ([value for one in points for value in one[start::2]] for start in (0, 1))
    return min(xs), max(xs), min(ys), max(ys)


def test_the_ink_of_letters_begins_at_0_and_stands_on_0() -> None:
    data = FONTS.data(FACE)
    extents = data.font.get_glyph_extents(data.font.get_nominal_glyph(ord("H")))
    assert ink("H") == pytest.approx((0, extents.width / data.upem, -data.cap_height, 0))
    assert ink("p")[3] > 0.1, "what is below the line is below 0"
    assert letters_as_path("", FACE, FONTS) == letters_as_path("𓀀", FACE, FONTS) == ()


def test_letters_lie_as_far_from_each_other_as_they_are_set() -> None:
    for text in ("HH", "HA", "Hж"):
        shaped = shape(text, FACE, FONTS)
        steps = letters_as_path(text, FACE, FONTS)
        first, second = letters_as_path(text[0], FACE, FONTS), letters_as_path(text[1], FACE, FONTS)
        assert steps[: len(first)] == first
        run = shaped.runs[-1]
        start = run.start + run.offsets[-1]

        def bearing(letter: str) -> float:
            data = FONTS.covering(FACE, letter)
            assert data is not None
            return float(data.font.get_glyph_extents(data.font.get_nominal_glyph(ord(letter))).x_bearing / data.upem)

        by = start + bearing(text[1]) - bearing(text[0])
        moved = [value + (0.0 if at % 2 else by) for one in second for at, value in enumerate(one.points)]
        assert [value for one in steps[len(first) :] for value in one.points] == pytest.approx(moved)
