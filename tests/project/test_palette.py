from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.errors import InputError
from htpm_studio.project.model import STYLES, Style
from htpm_studio.project.oklch import color_of, contrast, distance, hue_gap, lch_of
from htpm_studio.project.palette import (
    derive_palette,
    parse_color,
)
from htpm_studio.project.palette_styles import event_palette, in_style
from tests.helpers.sweeps import cases

COLORS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
GREYS = st.integers(0, 255).map(lambda value: f"#{value:02X}{value:02X}{value:02X}")
BRAND_COLORS = COLORS | GREYS


@cases(300)
@given(BRAND_COLORS, st.none() | BRAND_COLORS)
def test_a_sun_is_warm_whatever_the_brand_and_stands_out(primary: str, secondary: str | None) -> None:
    palette = derive_palette(primary, secondary)
    lightness, chroma, hue = lch_of(palette["il-sun"])
    assert 45 <= hue <= 106
    assert lightness >= 0.69
    assert chroma >= 0.07
    assert min(distance(palette["il-sun"], palette[role]) for role in ("il-secondary", "tint-1")) >= 0.09


@pytest.mark.parametrize("hue", range(0, 360, 30))
@pytest.mark.parametrize(("lightness", "chroma"), [(0.3, 0.06), (0.45, 0.12), (0.55, 0.16), (0.68, 0.15)])
def test_a_brand_of_one_color_is_given_no_other(lightness: float, chroma: float, hue: int) -> None:
    """Its accent is a tone of it; where that would be pink, a color so quiet that it is nobody's."""
    brand = color_of(lightness, chroma, hue)
    for style in STYLES:
        palette = in_style(derive_palette(brand), style)
        for role in ("accent", "accent-fill", "thread-on-deep", "thread-on-panel", "dot-on-dark"):
            _, strong, of = lch_of(palette[role])
            assert strong < 0.065 or hue_gap(of, lch_of(brand)[2]) <= 16, (style, role, palette[role])


@pytest.mark.parametrize("style", STYLES)
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
