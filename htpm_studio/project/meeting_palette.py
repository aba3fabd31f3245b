"""The palette of a meeting background: behind a person no color glows, as a screen that is keyed out does."""

from __future__ import annotations

from functools import lru_cache

from htpm_studio.project.oklch import color_of, lch_of, push
from htpm_studio.project.palette import PAIRS, Palette

MOST_CHROMA = 0.06
"""The most chroma, in OKLCH, of a large area behind a person."""

AREAS = (
    "surface", "surface-alt", "tint-1", "tint-2", "tint-3", "panel", "panel-1", "panel-2", "panel-3", "deep", "deep-1",
    "deep-2", "deep-3",
)  # fmt: skip


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
