"""The palette of a meeting background: behind a person no color glows, as a screen that is keyed out does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from htpm_studio.project.oklch import color_of, difference, lch_of, push
from htpm_studio.project.palette import PAIRS, Palette

MOST_CHROMA = 0.06
"""The most chroma, in OKLCH, of a large area behind a person."""

AREAS = (
    "surface", "surface-alt", "tint-1", "tint-2", "tint-3", "panel", "panel-1", "panel-2", "panel-3", "deep", "deep-1",
    "deep-2", "deep-3",
)  # fmt: skip

WALLS = (
    "surface", "surface-alt", "tint-1", "panel", "deep", "deep-1", "deep-2", "wall", "wall-low", "paint", "paint-low",
    "pillar", "sheet", "dado", "dado-low",
)  # fmt: skip
"""Walls and other large areas behind a person, in families that paint a room too; things at the sides keep the colors
of the brand."""

OFF_SKIN, NO_COLOR = 25.0, 0.012
"""The least difference of a wall from skin (CIE 1976), and the chroma of a wall without color."""

_STEP = 0.004


@lru_cache(maxsize=64)
def camera_palette(palette: Palette) -> Palette:
    """The palette with calm areas; what is on them keeps its contrast."""
    colors = dict(palette.items())
    for role in AREAS:
        lightness, chroma, hue = lch_of(colors[role])
        if chroma > MOST_CHROMA:
            colors[role] = color_of(lightness, MOST_CHROMA, hue)
    for role, ground, ratio in PAIRS:
        if role not in AREAS:
            colors[role] = push(colors[role], colors[ground], ratio)
    return Palette(tuple(colors.items()), palette.scrim_alpha)


@lru_cache(maxsize=64)
def off_skin(palette: Palette, skins: Sequence[str]) -> Palette:
    """The palette with walls that no skin tone melts into: they have less color, down to next to none.

    They keep their lightness, so what is on them stands out as before.
    """
    colors = dict(palette.items())
    for role in WALLS:
        if role in colors:
            colors[role] = _paler(colors[role], skins)
    return Palette(tuple(colors.items()), palette.scrim_alpha)


def _paler(color: str, skins: Sequence[str]) -> str:
    lightness, chroma, hue = lch_of(color)
    while chroma > NO_COLOR and min(difference(color, skin) for skin in skins) < OFF_SKIN:
        chroma = max(NO_COLOR, chroma - _STEP)
        color = color_of(lightness, chroma, hue)
    return color
