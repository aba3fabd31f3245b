"""Colors in OKLCH: as their definition has them, back again without loss, and moved until they can be read."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.project.oklch import (
    BLACK,
    WHITE,
    color_of,
    contrast,
    distance,
    hex_of,
    hue_gap,
    lab_of_rgb,
    lch_of,
    luminance,
    mix,
    push,
    rgb_of,
)
from tests.helpers.sweeps import cases

COLORS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


@pytest.mark.parametrize(
    ("color", "lch"),
    [
        ("#FF0000", (0.62796, 0.25768, 29.234)), ("#00FF00", (0.86644, 0.29483, 142.495)),
        ("#0000FF", (0.45201, 0.31321, 264.052)), ("#FFFF00", (0.96798, 0.21101, 109.769)),
        ("#008080", (0.54312, 0.09267, 194.769)),
    ],
)  # fmt: skip
def test_the_corners_of_srgb_are_where_css_has_them(color: str, lch: tuple[float, float, float]) -> None:
    """CSS Color Module Level 4, 9.2."""
    assert lch_of(color) == pytest.approx(lch, abs=0.002)
    assert color_of(*lch) == color


def test_greys_have_no_color_and_black_and_white_are_the_ends() -> None:
    assert lab_of_rgb(255, 255, 255) == pytest.approx((1, 0, 0), abs=1e-4)
    assert lab_of_rgb(0, 0, 0) == (0, 0, 0)
    grays = [lch_of(f"#{value:02X}{value:02X}{value:02X}") for value in range(256)]
    assert max(chroma for _, chroma, _ in grays) < 0.0001
    assert [light for light, _, _ in grays] == sorted(light for light, _, _ in grays)
    assert (color_of(1, 0, 0), color_of(0, 0, 0), color_of(2, 0, 0), color_of(-1, 0, 0)) == (WHITE, BLACK, WHITE, BLACK)


@cases(60)
@given(COLORS)
def test_a_color_comes_back_as_it_was(color: str) -> None:
    assert color_of(*lch_of(color)) == color
    assert hex_of(*(part / 255 for part in rgb_of(color))) == color
    lightness, a, b = lab_of_rgb(*rgb_of(color))
    assert lch_of(color) == pytest.approx((lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360))


@cases(60)
@given(st.floats(0.1, 0.95), st.floats(0, 0.5), st.floats(0, 359))
def test_a_color_that_no_screen_shows_keeps_its_lightness_and_its_hue(light: float, chroma: float, hue: float) -> None:
    found = lch_of(color_of(light, chroma, hue))
    assert found[0] == pytest.approx(light, abs=0.02)
    assert found[1] <= chroma + 0.01
    assert found[1] < 0.05 or hue_gap(found[2], hue) < 5
    more = lch_of(color_of(light, chroma + 0.1, hue))[1]
    assert more >= found[1] - 0.01, "it has as much color as there is"


def test_parts_beyond_a_screen_are_cut() -> None:
    assert (hex_of(-0.1, 0.5, 1.1), hex_of(0, 1, 1 / 255)) == ("#0080FF", "#00FF01")


def test_light_counts_as_eyes_see_it() -> None:
    """WCAG 2.2: relative luminance and contrast ratio."""
    assert [luminance(color) for color in ("#FF0000", "#00FF00", "#0000FF", WHITE, BLACK)] == pytest.approx(
        [0.2126, 0.7152, 0.0722, 1, 0]
    )
    assert luminance("#808080") == pytest.approx(0.21586, abs=1e-5)
    assert luminance("#0A0A0A") == pytest.approx(10 / 255 / 12.92)
    assert contrast(WHITE, BLACK) == contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.478, abs=0.001)
    assert contrast("#123456", "#123456") == 1


def test_colors_are_as_far_from_each_other_as_they_look() -> None:
    assert distance(BLACK, WHITE) == pytest.approx(1, abs=1e-4)
    assert distance("#123456", "#123456") == 0
    one, two = (lab_of_rgb(*rgb_of(color)) for color in ("#FF0000", "#0000FF"))
    assert distance("#FF0000", "#0000FF") == pytest.approx(math.dist(one, two))
    gaps = [hue_gap(*both) for both in ((350, 10), (10, 350), (0, 180), (0, 181), (-10, 10), (7, 7))]
    assert gaps == [20, 20, 180, 179, 20, 0]


def test_what_is_painted_over_shows_as_much_as_it_is_opaque() -> None:
    assert [mix("#000000", "#FF8000", alpha) for alpha in (0, 0.5, 1)] == ["#000000", "#804000", "#FF8000"]
    assert mix("#FF8000", "#000000", 0.25) == "#BF6000"


@cases(80)
@given(COLORS, COLORS, st.sampled_from([1.5, 3.0, 4.5, 7.0]))
def test_a_color_moves_away_from_its_ground_until_it_can_be_read(color: str, ground: str, ratio: float) -> None:
    pushed, up = push(color, ground, ratio), luminance(ground) < 0.18
    if contrast(color, ground) >= ratio:
        assert pushed == color
    elif pushed in (WHITE, BLACK):
        assert pushed == (WHITE if up else BLACK)
    else:
        assert contrast(pushed, ground) >= ratio
        before, after = lch_of(color), lch_of(pushed)
        assert (after[0] > before[0]) is up
        assert after[1] <= before[1] + 0.01


def test_a_color_moves_no_further_than_it_takes() -> None:
    for color, ground in (("#777777", WHITE), ("#555555", BLACK), ("#C8102E", "#DDDDDD"), ("#1F4E9E", "#102030")):
        pushed = push(color, ground, 4.7)
        light, chroma, hue = lch_of(pushed)
        back = light + (-0.011 if luminance(ground) < 0.18 else 0.011)
        assert contrast(color_of(back, chroma, hue), ground) < 4.7 <= contrast(pushed, ground)
    assert (push("#888888", "#777777", 21), push("#888888", "#333333", 21)) == (BLACK, WHITE)
