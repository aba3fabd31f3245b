"""The same brand in other characters, and the palette of a Wear Blue Day piece."""

from __future__ import annotations

from functools import lru_cache

from htpm_studio.project.model import Style
from htpm_studio.project.oklch import color_of, contrast, hue_gap, lch_of, push
from htpm_studio.project.palette import (
    ALT_CHROMA,
    GRAY,
    Palette,
    accents_on,
    derive_palette,
    is_own,
    lettered,
    picture_accent,
    scrim_alpha,
    thread_on_paper,
)

WHITE = "#FFFFFF"
CALM_CHROMA, CALM_YELLOW = 0.016, 0.056
"""The most color of paper in calm, and of a yellowish one, which would look gray."""

CALM_GRAY = 0.48
"""The greatest lightness of the gray accent in calm: white letters stand out from it."""

CALM_TINTS = ((0.02, 0.5), (0.01, 0.7), (0.0, 0.7))
"""How much lighter the tints of calm are than those of classic, and how much of their color they keep."""

_EVENT_BLUE = "#1F559E"
_LIGHTER, _DARKER = ((0.045, -0.04), (0.10, -0.12), (0.20, -0.30)), ((-0.03, 0.10), (-0.07, 0.25), (-0.17, 0.5))

_Roles = dict[str, str]


@lru_cache(maxsize=64)
def in_style(palette: Palette, style: Style) -> Palette:
    """The palette of a brand in a style; every pair in PAIRS keeps its contrast.

    "calm" has paper where "classic" has its dark color, and panels in the brand's own color, as full as it is. The
    ground "dark" is the same in both.
    """
    if style == "classic":
        return palette
    roles = {**dict(palette.items()), **_calm(palette)}
    return Palette(tuple(roles.items()), scrim_alpha(roles["scrim"], roles["on-deep"]))


def _calm(palette: Palette) -> _Roles:
    """Grounds of paper with so little color that red is not pink; panels and the accent are the brand itself."""
    ink, yellow = palette["ink"], _yellowish(palette)
    _, chroma, hue = lch_of(palette["brand"])
    breath = min(0.65 * chroma, CALM_YELLOW) if yellow else min(0.3 * chroma, CALM_CHROMA)
    deep = color_of(0.945 if yellow else 0.95, breath, hue)
    alt = color_of(0.955, min(breath, ALT_CHROMA), hue)
    panel, on_panel = lettered(_full(palette), palette["surface"], ink)
    accent = palette["accent"] if is_own(palette) or chroma < GRAY <= lch_of(palette["accent"])[1] else panel
    if chroma < GRAY and accent == panel and lch_of(panel)[0] > CALM_GRAY:
        # Among light grays only a dark one calls: as dark as white letters need.
        accent = color_of(CALM_GRAY, chroma, hue)
    fill, on_fill = lettered(accent, palette["surface"], ink)
    text = push(palette["primary-text"], deep, 4.7)
    text = text if contrast(text, deep) >= 4.7 else ink
    roles = {
        "surface-alt": alt,
        "ink-muted": push(palette["ink-muted"], alt, 5.2),
        "primary-text": text,
        "accent": accent,
        "accent-fill": fill,
        "on-accent": on_fill,
        "accent-on-surface": push(accent, alt, 3.0),
        "date-fill": fill,
        "on-date": on_fill,
        "il-accent": picture_accent(accent, palette["il-primary"], palette["surface"]),
        "deep": deep,
        "on-deep": ink,
        "on-deep-muted": push(palette["ink-muted"], deep, 5.2),
        "accent-on-deep": text,
        "panel": panel,
        "on-panel": on_panel,
        "scrim": deep,
        "dot-on-deep": fill,
        "dot-ink-on-deep": on_fill,
        "thread-on-deep": thread_on_paper(fill, deep),
        "thread-on-surface": thread_on_paper(fill, alt),
        **_tones("deep", deep),
        **_tones("panel", panel),
    }
    for number, (lighter, share) in enumerate(CALM_TINTS, 1):
        light, strong, of = lch_of(palette[f"tint-{number}"])
        roles[f"tint-{number}"] = color_of(light + lighter, share * strong, of)
    called = {**dict(palette.items()), **roles}
    return roles | accents_on(called, "panel") | accents_on(called, "dark")


def _yellowish(palette: Palette) -> bool:
    return 62 <= lch_of(palette["brand"])[2] <= 132


def _full(palette: Palette) -> str:
    """The brand's color as a large area; what is nearly white or black is moved until it is a color."""
    lightness, chroma, hue = lch_of(palette["brand"])
    if chroma < 0.035:
        return palette["brand"] if 0.24 <= lightness <= 0.86 else palette["panel"]
    if lightness < 0.3:
        return color_of(0.3, chroma, hue)
    if lightness > 0.93:
        return color_of(0.93, max(chroma, 0.11 if _yellowish(palette) else 0.05), hue)
    return palette["brand"]


def _tones(name: str, ground: str) -> _Roles:
    """Three tones of a ground for strands, lighter on a dark one and darker on a light one."""
    lightness, chroma, hue = lch_of(ground)
    steps = _LIGHTER if lightness < 0.62 else _DARKER
    # Darker yellow is olive, so it goes to amber.
    turn = 5 if steps is _DARKER and 80 <= hue <= 112 else 0
    return {
        f"{name}-{number}": color_of(lightness + up, chroma * (1 + more), hue - number * turn)
        for number, (up, more) in enumerate(steps, 1)
    }


def event_palette(palette: Palette) -> Palette:
    """The palette of a Wear Blue Day piece: the panel turns blue unless the brand already is, with one accent.

    The accent is the kit's where it stands out from the blue, else the date is white and the foot has the blue.
    """
    _, chroma, hue = lch_of(palette["brand"])
    own = chroma > 0.06 and hue_gap(hue, 255) < 34
    blue = derive_palette(palette["brand"] if own else _EVENT_BLUE)
    changed = {role: blue[role] for role in ("panel", "on-panel", "panel-1", "panel-2", "panel-3")}
    kept = {role: palette[role] for role in ("accent", "accent-fill", "on-accent")}
    on_blue = accents_on(changed | kept, "panel")
    if on_blue["thread-on-panel"] == changed["on-panel"] or contrast(kept["accent-fill"], changed["panel"]) < 2.2:
        paper = changed["on-panel"]
        kept = {"accent": changed["panel"], "accent-fill": changed["panel"], "on-accent": paper}
        on_blue = {"accent-on-panel": paper, "thread-on-panel": paper, "date-fill": paper, "on-date": changed["panel"]}
        kept["accent-on-surface"] = push(changed["panel"], palette["surface-alt"], 3.0)
    else:
        on_blue |= {"date-fill": kept["accent-fill"], "on-date": kept["on-accent"]}
    kept["thread-on-surface"] = thread_on_paper(kept["accent-fill"], palette["surface-alt"])
    return Palette(tuple({**dict(palette.items()), **changed, **kept, **on_blue}.items()), palette.scrim_alpha)


@lru_cache(maxsize=64)
def paper_palette(palette: Palette) -> Palette:
    """The palette on paper: what is on the bare page is on white, so that no ink covers the whole sheet."""
    return Palette(
        tuple((role, WHITE if role == "surface" else color) for role, color in palette.items()), palette.scrim_alpha
    )
