from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.errors import InputError
from htpm_studio.project.model import Style
from htpm_studio.project.oklch import WHITE, color_of, contrast, distance, hue_gap, lch_of, mix, push
from htpm_studio.project.palette import (
    PAIRS,
    Palette,
    derive_palette,
    parse_color,
)
from htpm_studio.project.palette_styles import event_palette, in_style
from tests.helpers.sweeps import cases

COLORS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
GREYS = st.integers(0, 255).map(lambda value: f"#{value:02X}{value:02X}{value:02X}")
BRAND_COLORS = COLORS | GREYS
CORNERS = [f"#{r}{g}{b}" for r in ("00", "80", "FF") for g in ("00", "80", "FF") for b in ("00", "80", "FF")]

TEAL = ["#0F5C5C", "#0F3030", "#72D0CF", "#F6FBFB", "#0B1D1D"]
PINK = ["#D03073", "#141414", "#DE0073", "#FF8EB2", "#F4C9D4"]
LIME = ["#BDE95B", "#181B14", "#B8EC1F", "#282B24", "#74B160"]


def too_low(palette: Palette) -> list[tuple[str, str, float]]:
    """The pairs of roles whose contrast is below what is promised."""
    rows = [(text, ground, contrast(palette[text], palette[ground])) for text, ground, least in PAIRS]
    return [row for row, (_, _, least) in zip(rows, PAIRS, strict=True) if row[2] < least]


@cases(600)
@given(BRAND_COLORS, st.none() | BRAND_COLORS)
def test_every_pair_can_be_read_whatever_the_brand(primary: str, secondary: str | None) -> None:
    palette = derive_palette(primary, secondary)
    assert too_low(palette) == []
    assert too_low(event_palette(palette)) == []
    under_scrim = mix(WHITE, palette["scrim"], palette.scrim_alpha)
    assert contrast(palette["on-deep"], under_scrim) >= 4.6
    for role, color in palette.items():
        assert parse_color(color) == color, role


@cases(300)
@given(BRAND_COLORS, st.none() | BRAND_COLORS)
def test_a_sun_is_warm_whatever_the_brand_and_stands_out(primary: str, secondary: str | None) -> None:
    palette = derive_palette(primary, secondary)
    lightness, chroma, hue = lch_of(palette["il-sun"])
    assert 45 <= hue <= 106
    assert lightness >= 0.69
    assert chroma >= 0.07
    assert min(distance(palette["il-sun"], palette[role]) for role in ("il-secondary", "tint-1")) >= 0.09


@pytest.mark.parametrize("primary", CORNERS)
def test_every_pair_can_be_read_at_the_corners_of_the_cube(primary: str) -> None:
    for secondary in (None, *CORNERS):
        assert too_low(derive_palette(primary, secondary)) == []


def test_pairs_that_hold_text_promise_what_text_needs() -> None:
    graphics = {"accent-on-panel", "accent-on-surface"}
    assert {text for text, _, least in PAIRS if least < 4.5} == graphics
    assert {(text, ground) for text, ground, _ in PAIRS} >= {("ink", "surface"), ("on-date", "date-fill")}


def test_the_reference_brands_keep_their_colors() -> None:
    teal = derive_palette("#0F5C5C")
    pink = derive_palette("#FF2D8A", "#111111")
    lime = derive_palette("#B8EC1F")
    assert [teal[role] for role in ("panel", "deep", "accent", "surface", "ink")] == TEAL
    assert [pink[role] for role in ("panel", "deep", "accent-fill", "panel-3", "tint-2")] == PINK
    assert [lime[role] for role in ("panel", "on-panel", "accent", "primary-text", "il-secondary")] == LIME


@pytest.mark.parametrize("hue", range(0, 360, 30))
@pytest.mark.parametrize(("lightness", "chroma"), [(0.3, 0.06), (0.45, 0.12), (0.55, 0.16), (0.68, 0.15)])
def test_a_brand_of_one_color_is_given_no_other(lightness: float, chroma: float, hue: int) -> None:
    """Its accent is a tone of it; where that would be pink, a color so quiet that it is nobody's."""
    brand = color_of(lightness, chroma, hue)
    styles: tuple[Style, ...] = ("classic", "calm", "bold")
    for style in styles:
        palette = in_style(derive_palette(brand), style)
        for role in ("accent", "accent-fill", "thread-on-deep", "thread-on-panel", "dot-on-dark"):
            _, strong, of = lch_of(palette[role])
            assert strong < 0.065 or hue_gap(of, lch_of(brand)[2]) <= 16, (style, role, palette[role])


@pytest.mark.parametrize("style", ["classic", "calm", "bold"])
@pytest.mark.parametrize("primary", ["#0B1F4B", "#6D1A36", "#000000", "#1F4E9E", "#39FF14", "#C8102E"])
def test_dots_and_threads_on_a_dark_ground_are_of_one_color(primary: str, style: Style) -> None:
    palette = in_style(derive_palette(primary), style)
    for ground in ("dark", "deep"):
        white = palette[f"dot-on-{ground}"] == palette[f"on-{ground}"]
        assert not white or palette[f"thread-on-{ground}"] == palette[f"on-{ground}"], ground


@pytest.mark.parametrize("style", ["classic", "calm", "bold"])
@pytest.mark.parametrize("primary", ["#FFF3B0", "#39FF14", "#FFFFFF", "#BFE3F0", "#FFE600", "#0F5C5C", "#8B0000"])
def test_thin_marks_show_on_paper(primary: str, style: Style) -> None:
    palette = in_style(derive_palette(primary), style)
    for shown in (palette, event_palette(palette)):
        assert contrast(shown["thread-on-surface"], shown["surface-alt"]) >= 1.5
        assert contrast(shown["thread-on-surface"], shown["surface"]) >= 1.5


def test_a_palette_is_a_value() -> None:
    palette = derive_palette("#0f5c5c")
    assert palette == derive_palette("0F5C5C")
    assert hash(palette) == hash(derive_palette("#0F5C5C"))
    assert pickle.loads(pickle.dumps(palette)) == palette
    assert "panel" in palette
    assert "brand3" not in palette
    assert dict(palette.items())["panel"] == palette["panel"]
    with pytest.raises(KeyError):
        palette["brand3"]


@pytest.mark.parametrize(
    ("text", "color"),
    [("#123", "#112233"), ("abc", "#AABBCC"), (" #0b6e69 ", "#0B6E69"), ("FFFFFF", "#FFFFFF")],
)
def test_colors_are_read_as_people_write_them(text: str, color: str) -> None:
    assert parse_color(text) == color


@pytest.mark.parametrize(
    "text", ["", "#", "#12", "#1234", "#GGGGGG", "teal", "##123", "#12345678", "\uff11\uff12\uff13", "#123\n#456"]
)
def test_what_is_not_a_color_is_named_with_what_to_do(text: str) -> None:
    with pytest.raises(InputError, match="is not a color") as caught:
        parse_color(text)
    assert "#0B6E69" in caught.value.hint


def test_a_bad_second_color_is_refused_too() -> None:
    with pytest.raises(InputError):
        derive_palette("#123456", "blue")


# ------------------------------------------------------------------ color space


@cases(200)
@given(COLORS)
def test_oklch_there_and_back_is_the_same_color(color: str) -> None:
    assert color_of(*lch_of(color)) == color


def test_known_values_of_contrast_and_oklch() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert lch_of("#FF0000") == pytest.approx((0.62796, 0.25768, 29.234), abs=0.001)
    assert distance("#000000", "#FFFFFF") == pytest.approx(1, abs=0.001)


def test_colors_outside_srgb_lose_chroma_and_keep_their_hue() -> None:
    assert lch_of(color_of(0.7, 0.4, 150))[2] == pytest.approx(150, abs=1.5)
    assert lch_of(color_of(0.7, 0.4, 150))[1] < 0.3


def test_push_ends_at_black_or_white_where_the_scale_ends() -> None:
    assert push("#808080", "#767676", 21) == "#000000"
    assert push("#808080", "#000000", 22) == "#FFFFFF"
    assert push("#000000", "#FFFFFF", 4.6) == "#000000"


@pytest.mark.parametrize("primary", ["#6D1A36", "#7A1F3D", "#8B0000", "#B3261E"])
def test_the_wall_of_a_picture_is_not_candy_pink_for_a_dark_red(primary: str) -> None:
    palette = derive_palette(primary)
    assert lch_of(palette["tint-1"])[1] <= 0.021
    assert lch_of(palette["tint-3"])[1] <= 0.05


@pytest.mark.parametrize("primary", ["#000000", "#777C80", "#B0B0B0", "#FFFFFF"])
def test_a_brand_of_greys_has_a_quiet_sun_and_no_amber(primary: str) -> None:
    assert lch_of(derive_palette(primary)["il-sun"])[1] <= 0.1
