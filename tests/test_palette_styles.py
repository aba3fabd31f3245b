"""Styles of a palette, pieces of Wear Blue Day, and the colours of an Office theme."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from htpm_studio.project.model import STYLES, Style
from htpm_studio.project.office_colors import SLOTS, theme_roles, theme_slots
from htpm_studio.project.oklch import BLACK, WHITE, contrast, distance, hue_gap, lch_of, luminance, mix
from htpm_studio.project.palette import PAIRS, Palette, derive_palette
from htpm_studio.project.palette_styles import event_palette, in_style

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
BRANDS = ("#0F5C5C", "#FFE600", "#FF2D8A", "#111111", "#FFFFFF", "#7F7F7F", "#E4572E", "#BFE3F0", "#00FF00", "#12284C")


def styled(primary: str, secondary: str | None, style: Style) -> Palette:
    return in_style(derive_palette(primary, secondary), style)


def low(palette: Palette) -> list[tuple[str, str]]:
    return [(text, on) for text, on, least in PAIRS if contrast(palette[text], palette[on]) < least - 0.005]


# ------------------------------------------------------------------ styles


@settings(max_examples=400, deadline=None, derandomize=True)
@given(COLORS, st.none() | COLORS, st.sampled_from(STYLES))
def test_every_pair_can_be_read_in_every_style(primary: str, secondary: str | None, style: Style) -> None:
    palette = styled(primary, secondary, style)
    assert low(palette) == []
    assert low(event_palette(palette)) == []


@settings(max_examples=200, deadline=None, derandomize=True)
@given(COLORS, st.none() | COLORS, st.sampled_from(STYLES))
def test_words_on_a_photo_can_be_read_in_every_style(primary: str, secondary: str | None, style: Style) -> None:
    palette = styled(primary, secondary, style)
    for photo in (WHITE, BLACK):
        assert contrast(palette["on-deep"], mix(photo, palette["scrim"], palette.scrim_alpha)) >= 4.55
    assert palette.scrim_alpha <= 0.85


@pytest.mark.parametrize("color", BRANDS)
def test_styles_differ_and_say_what_they_are(color: str) -> None:
    classic, calm, bold = (styled(color, None, style) for style in STYLES)
    assert classic == derive_palette(color)
    assert min(luminance(calm[role]) for role in ("deep", "panel")) > 0.35
    assert distance(bold["deep"], bold["panel"]) >= 0.05
    assert bold["panel"] == classic["deep"]
    assert abs(lch_of(bold["deep"])[0] - lch_of(classic["panel"])[0]) <= 0.25
    for palette in (classic, calm, bold):
        assert [palette[role] for role in ("brand", "surface", "ink", "dark", "il-primary")] == [
            classic[role] for role in ("brand", "surface", "ink", "dark", "il-primary")
        ]
        assert luminance(palette["dark"]) < 0.2


# ------------------------------------------------------------------ variants


def test_event_pieces_turn_blue_unless_the_brand_is() -> None:
    navy, red = derive_palette("#12487F"), derive_palette("#B3261E")
    assert event_palette(navy) == navy
    blue = event_palette(red)
    assert hue_gap(lch_of(blue["panel"])[2], 255) < 20
    assert contrast(blue["date-fill"], blue["panel"]) >= 2.2
    assert [blue[role] for role in ("surface", "deep", "ink", "brand")] == [
        red[role] for role in ("surface", "deep", "ink", "brand")
    ]


def test_the_date_dot_is_the_accent_outside_events() -> None:
    palette = derive_palette("#B3261E")
    assert (palette["date-fill"], palette["on-date"]) == (palette["accent-fill"], palette["on-accent"])


def test_pieces_of_wear_blue_day_are_a_strong_blue_in_every_style() -> None:
    for color in ("#12487F", "#B3261E"):
        for style in STYLES:
            panel = event_palette(styled(color, None, style))["panel"]
            assert contrast(panel, WHITE) >= 4.5
            assert hue_gap(lch_of(panel)[2], 255) < 34


@pytest.mark.parametrize("style", STYLES)
def test_what_powerpoint_calls_dark_is_dark_in_every_style(style: Style) -> None:
    for color in BRANDS:
        slots = dict(theme_slots(styled(color, None, style)))
        assert contrast(slots["dk2"], slots["lt1"]) >= 4.5, color
        assert contrast(slots["dk1"], slots["lt2"]) >= 7, color


def test_a_theme_has_all_twelve_slots_in_office_order() -> None:
    palette = derive_palette("#12284C", "#C8102E")
    slots = theme_slots(palette)
    assert [slot for slot, _ in slots] == [
        *("dk1", "lt1", "dk2", "lt2"),
        *(f"accent{number}" for number in range(1, 7)),
        *("hlink", "folHlink"),
    ]
    assert dict(slots)["accent1"] == palette["panel"]
    assert dict(theme_slots(in_style(palette, "bold")))["accent1"] == in_style(palette, "bold")["deep"]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(COLORS, st.none() | COLORS, st.sampled_from(STYLES))
def test_a_role_refers_to_a_slot_of_its_very_color(primary: str, secondary: str | None, style: Style) -> None:
    palette = styled(primary, secondary, style)
    slots, roles = dict(theme_slots(palette)), dict(theme_roles(palette))
    assert set(roles.values()) == set(slots)
    assert [slot for slot, _ in SLOTS] == list(slots)
    for role, slot in roles.items():
        assert slots[slot] == palette[role]
