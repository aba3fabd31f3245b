"""Styles of a palette, pieces of Wear Blue Day, and the colors of an Office theme."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.illustrations.people import SKINS
from htpm_studio.project.family_roles import bright_palette, with_family_roles
from htpm_studio.project.meeting_palette import MOST_CHROMA, NO_COLOR, OFF_SKIN, WALLS, camera_palette, off_skin
from htpm_studio.project.model import STYLES, Style
from htpm_studio.project.office_colors import GROUNDS, SLOTS, color_maps, theme_roles, theme_slots
from htpm_studio.project.oklch import (
    BLACK,
    WHITE,
    color_of,
    contrast,
    difference,
    distance,
    hue_gap,
    lch_of,
    luminance,
    mix,
)
from htpm_studio.project.palette import PAIRS, Palette, derive_palette
from htpm_studio.project.palette_styles import CALM_YELLOW, event_palette, in_style, paper_palette
from tests.helpers.sweeps import SLOW, broad, cases

pytestmark = broad

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
BRANDS = ("#0F5C5C", "#FFE600", "#FF2D8A", "#111111", "#FFFFFF", "#7F7F7F", "#E4572E", "#BFE3F0", "#00FF00", "#12284C")


@cache
def styled(primary: str, secondary: str | None, style: Style) -> Palette:
    return in_style(derive_palette(primary, secondary), style)


def low(palette: Palette) -> list[tuple[str, str]]:
    return [(text, on) for text, on, least in PAIRS if contrast(palette[text], palette[on]) < least - 0.005]


# ------------------------------------------------------------------ styles


@cases(80)
@given(COLORS, st.none() | COLORS, st.sampled_from(STYLES))
def test_words_on_a_photo_can_be_read_in_every_style(primary: str, secondary: str | None, style: Style) -> None:
    palette = styled(primary, secondary, style)
    for photo in (WHITE, BLACK):
        assert contrast(palette["on-deep"], mix(photo, palette["scrim"], palette.scrim_alpha)) >= 4.55
    assert palette.scrim_alpha <= 0.85


@pytest.mark.parametrize("color", BRANDS)
def test_styles_differ_and_say_what_they_are(color: str) -> None:
    classic, calm = (styled(color, None, style) for style in STYLES)
    assert classic == derive_palette(color)
    assert luminance(calm["deep"]) > 0.8, "paper"
    for palette in (classic, calm):
        assert [palette[role] for role in ("brand", "surface", "ink", "dark", "il-primary")] == [
            classic[role] for role in ("brand", "surface", "ink", "dark", "il-primary")
        ]
        assert luminance(palette["dark"]) < 0.2


# ------------------------------------------------------------------ the whole color cube

STEPS = 17 if SLOW else 4
LARGE = ("deep", "panel")
ACCENTS = ("accent-fill", "accent-on-deep", "accent-on-panel", "thread-on-deep", "thread-on-panel", "dot-on-deep")
GRAY = 0.035


def cube() -> Iterator[str]:
    """Evenly spread colors, corners and grays among them."""
    values = [round(number * 255 / (STEPS - 1)) for number in range(STEPS)]
    return (f"#{r:02X}{g:02X}{b:02X}" for r, g, b in itertools.product(values, repeat=3))


@pytest.mark.parametrize("style", STYLES)
def test_every_pair_can_be_read_all_over_the_cube_also_before_a_camera_and_on_the_blue_day(style: Style) -> None:
    for color in cube():
        palette = styled(color, None, style)
        for variant in (palette, event_palette(palette), camera_palette(palette)):
            assert low(variant) == [], (color, low(variant))


@pytest.mark.parametrize("style", STYLES)
def test_large_areas_keep_the_hue_of_the_brand_and_greys_stay_grey(style: Style) -> None:
    for color in cube():
        _, chroma, hue = lch_of(color)
        palette = styled(color, None, style)
        for role in LARGE:
            _, kept, turned = lch_of(palette[role])
            if chroma >= GRAY and kept > 0.02:
                assert hue_gap(hue, turned) <= 6, (color, role, palette[role])
            if chroma < GRAY:
                assert kept <= GRAY + 0.002, (color, role, palette[role])


def test_calm_is_paper_with_hardly_any_color_and_panels_of_the_brand() -> None:
    for color in cube():
        _, chroma, hue = lch_of(color)
        palette = styled(color, None, "calm")
        most = CALM_YELLOW if 62 <= hue <= 132 else 0.02
        for role in ("deep", "surface-alt", "tint-1"):
            assert lch_of(palette[role])[1] <= most + 0.002, (color, role, palette[role])
            assert luminance(palette[role]) > 0.7, (color, role, palette[role])
        if chroma >= GRAY:
            lightness, kept, _ = lch_of(palette["panel"])
            assert kept >= 0.8 * min(chroma, lch_of(color_of(lightness, 0.5, hue))[1]), (color, palette["panel"])
            assert palette["accent"] in (palette["panel"], derive_palette(color)["accent"]), color


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "color", ["#0F766E", "#C8102E", "#E4572E", "#FFD400", "#1E3A8A", "#F97316", "#7F1D1D", "#12284C"]
)
def test_a_panel_is_the_brand(color: str, style: Style) -> None:
    assert difference(styled(color, None, style)["panel"], color) <= 14


@pytest.mark.parametrize("style", STYLES)
def test_a_piece_has_one_accent_whose_hue_is_the_same_on_all_grounds_or_none(style: Style) -> None:
    for color in cube():
        kit = styled(color, None, style)
        for palette in (kit, event_palette(kit)):
            on = ("accent-fill", "accent-on-panel", "thread-on-panel", "date-fill") if palette != kit else ACCENTS
            neutral = {palette["on-panel"], palette["on-deep"], palette["ink"], palette["surface"]}
            shown = [lch_of(palette[role]) for role in on if palette[role] not in neutral]
            own = [hue for _, chroma, hue in shown if chroma >= 0.05]
            assert all(hue_gap(first, other) <= 30 for first, other in itertools.combinations(own, 2)), (color, style)


def test_a_brand_of_greys_has_one_restrained_accent_and_no_amber() -> None:
    for color in ("#000000", "#111111", "#6F7378", "#B0B0B0", "#FFFFFF"):
        for style in STYLES:
            palette = styled(color, None, style)
            for role in (*ACCENTS, "date-fill", "accent-on-dark", "dot-on-dark"):
                assert lch_of(palette[role])[1] <= 0.07, (color, style, role, palette[role])
            for role in ("deep", "panel", "surface", "surface-alt", "tint-2", "dark"):
                assert lch_of(palette[role])[1] <= 0.021, (color, style, role, palette[role])


def test_a_second_color_of_the_logo_is_the_accent_in_every_style() -> None:
    for style in STYLES:
        palette = styled("#12284C", "#C8102E", style)
        assert hue_gap(lch_of(palette["accent-fill"])[2], lch_of("#C8102E")[2]) <= 4
        assert palette["thread-on-deep"] != palette["on-deep"]


@pytest.mark.parametrize("style", STYLES)
def test_no_large_area_glows_behind_a_face(style: Style) -> None:
    for color in cube():
        palette = styled(color, None, style)
        quiet = camera_palette(palette)
        for role in ("deep", "panel", "surface-alt", "surface"):
            assert lch_of(quiet[role])[1] <= MOST_CHROMA + 0.002, (color, role)


@pytest.mark.parametrize("style", STYLES)
def test_no_wall_has_the_color_of_anybodys_skin(style: Style) -> None:
    skins = tuple(SKINS.values())
    for color in (*cube(), "#FF7300", "#C8102E", "#F5E68C", "#A0683F"):
        quiet = with_family_roles(camera_palette(styled(color, None, style)))
        walls = off_skin(quiet, skins)
        for role in WALLS:
            far = min(difference(walls[role], skin) for skin in skins) >= OFF_SKIN
            assert far or lch_of(walls[role])[1] <= NO_COLOR + 0.003, (color, role)
            assert abs(lch_of(walls[role])[0] - lch_of(quiet[role])[0]) < 0.01, "what is on it stands out as before"


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


@cases(60)
@given(COLORS, st.none() | COLORS, st.sampled_from(STYLES))
def test_every_role_follows_the_theme(primary: str, secondary: str | None, style: Style) -> None:
    palette = styled(primary, secondary, style)
    slots, roles = dict(theme_slots(palette)), dict(theme_roles(palette))
    assert set(roles) == set(palette)
    assert set(roles.values()) <= set(slots)
    assert [slot for slot, _ in SLOTS] == list(slots)
    for role, slot in roles.items():
        assert slots[slot] == palette[role] or palette[role] not in slots.values()


@cases(60)
@given(COLORS, st.none() | COLORS, st.sampled_from(STYLES))
def test_six_accents_are_seen_on_each_ground_of_slides_and_differ_from_each_other(
    primary: str, secondary: str | None, style: Style
) -> None:
    palette = styled(primary, secondary, style)
    slots, maps = dict(theme_slots(palette)), dict(color_maps(palette))
    accents = [f"accent{number}" for number in range(1, 7)]
    assert all(distance(slots[one], slots[two]) >= 0.1 for one, two in itertools.combinations(accents, 2))
    for ground in {palette[role] for role in GROUNDS}:
        named = dict(maps.get(ground, ()))
        assert all(contrast(slots[named.get(accent, accent)], ground) >= 3 for accent in accents)


@cases(60)
@given(COLORS, st.none() | COLORS, st.sampled_from(STYLES))
def test_what_somebody_adds_on_a_dark_ground_can_be_read(primary: str, secondary: str | None, style: Style) -> None:
    """Letters on the ground itself, on the one that a table has, and as the head of a table has them."""
    palette = styled(primary, secondary, style)
    slots = dict(theme_slots(palette))
    for ground, named in color_maps(palette):
        color = {name: slots[slot] for name, slot in named}
        assert set(color) == {"bg1", "tx1", "bg2", "tx2", "hlink", "folHlink", *(f"accent{n}" for n in range(1, 7))}
        assert min(contrast(color["tx1"], on) for on in (ground, color["bg1"])) >= 4.5
        assert min(contrast(color[link], ground) for link in ("hlink", "folHlink")) >= 4.5
        assert contrast(color["bg1"], color["tx2"]) >= 4.5


@pytest.mark.parametrize(
    ("primary", "secondary", "digest"),
    [
        ("#0F766E", None, "b9694b00"),
        ("#FFD400", None, "69b9271e"),
        ("#F4E285", None, "d84dc5fa"),
        ("#7F1D1D", None, "4ae0aa36"),
        ("#E11D48", None, "71e1e541"),
        ("#808080", None, "aa29de9a"),
        ("#000000", None, "108e932c"),
        ("#FFFFFF", None, "a05d7cde"),
        ("#1E3A8A", None, "d770fa12"),
        ("#39FF14", None, "cf4f6572"),
        ("#F97316", None, "93632371"),
        ("#A855F7", None, "6e579d23"),
        ("#5B2333", None, "a1cfd7e0"),
        ("#C8E6C9", None, "d61434f8"),
        ("#1E3A8A", "#F59E0B", "34dfdc08"),
        ("#B91C1C", "#B91C2C", "6880e718"),
        ("#444444", "#777777", "ad37265d"),
        ("#FACC15", "#15803D", "90a86d37"),
        ("#FFD400", "#FFE9A8", "80cc6bc6"),
    ],
)
def test_brands_of_every_kind_keep_all_their_colors(primary: str, secondary: str | None, digest: str) -> None:
    """A changed digest says that kits of such brands have other colors: look at them, then write it down anew."""
    found = blake2b(digest_size=4)
    for style in STYLES:
        usual = in_style(derive_palette(primary, secondary), style)
        for one in (usual, event_palette(usual), paper_palette(usual), camera_palette(usual)):
            found.update(repr((one.items(), one.scrim_alpha)).encode())
    assert found.hexdigest() == digest


@cases(60)
@given(
    COLORS | st.integers(0, 255).map(lambda part: "#" + 3 * f"{part:02X}"), st.none() | COLORS, st.sampled_from(STYLES)
)
def test_every_pair_can_be_read_in_the_styles_of_bright_families(
    primary: str, secondary: str | None, style: Style
) -> None:
    assert low(with_family_roles(in_style(bright_palette(derive_palette(primary, secondary)), style))) == []
