"""The same brand in other characters, and the palette of a Wear Blue Day piece."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from htpm_studio.project.model import Style
from htpm_studio.project.oklch import color_of, contrast, hue_gap, lch_of, luminance, push
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
"""The most color of a large area in calm, and of a yellowish one, which would look gray."""

CALM_GRAY = 0.48
"""The greatest lightness of the gray accent in calm: white letters stand out from it."""

FULL_CHROMA = 0.15
"""The chroma from which a large area is so full that gray on it is hard to read."""

_EVENT_BLUE = "#1F559E"
_LIGHTER, _DARKER = ((0.045, -0.04), (0.10, -0.12), (0.20, -0.30)), ((-0.03, 0.10), (-0.07, 0.25), (-0.17, 0.5))

_Roles = dict[str, str]


@lru_cache(maxsize=64)
def in_style(palette: Palette, style: Style) -> Palette:
    """The palette of a brand in a style; every pair in PAIRS keeps its contrast.

    "calm" uses light tints of the brand with dark words, "bold" has the brand's full color where "classic" has its
    dark one, and a second tone of it for panels. The ground "dark" is the same in all.
    """
    changed = _STYLES[style](palette)
    if not changed:
        return palette
    roles = {**dict(palette.items()), **changed}
    return Palette(tuple(roles.items()), scrim_alpha(roles["scrim"], roles["on-deep"]))


def _calm(palette: Palette) -> _Roles:
    """Tints with so little color that red is not pink; the brand itself is the accent."""
    ink, yellow = palette["ink"], _yellowish(palette)
    _, chroma, hue = lch_of(palette["brand"])
    chroma = min(0.65 * chroma, CALM_YELLOW) if yellow else min(0.3 * chroma, CALM_CHROMA)
    deep = color_of(0.945 if yellow else 0.93, chroma, hue)
    panel = color_of(0.905, chroma, hue - 3) if yellow else color_of(0.88, chroma, hue)
    alt = color_of(0.955, min(chroma, ALT_CHROMA), hue)
    gray = lch_of(palette["brand"])[1] < GRAY
    accent = palette["accent"] if is_own(palette) or gray else palette["brand"]
    colorless = gray and lch_of(accent)[1] < GRAY
    if colorless:
        # Among light grays only a dark one calls: that of the brand, as dark as white letters need.
        accent = color_of(min(lch_of(palette["brand"])[0], CALM_GRAY), *lch_of(palette["brand"])[1:])
    if lch_of(accent)[0] > 0.86:
        strong, of = lch_of(accent)[1:]
        accent = color_of(0.86, max(strong, 0.125), of - 6) if yellow and not gray else color_of(0.86, strong, of)
    fill, on_fill = lettered(accent, palette["surface"], ink)
    text = push(palette["primary-text"], panel, 4.7)
    text = text if contrast(text, panel) >= 4.7 else ink
    thread = thread_on_paper(fill, panel) if yellow else push(fill, panel, 1.7)
    called = {**dict(palette.items()), "accent": accent, "accent-fill": fill, "on-accent": on_fill}
    return {
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
        "on-panel": ink,
        "accent-on-panel": text,
        "scrim": deep,
        "dot-on-deep": fill,
        "dot-ink-on-deep": on_fill,
        "thread-on-deep": thread,
        "thread-on-panel": thread,
        "thread-on-surface": thread_on_paper(fill, alt),
        # On the ground that is dark in every style, light grays call.
        **({} if colorless else accents_on(called, "dark")),
        # More of a yellow would be mustard.
        **{
            f"tint-{number}": color_of(light, chroma * (1.0 if yellow else more), hue - turn * yellow)
            for number, light, more, turn in _CALM_TINTS
        },
        **_tones("deep", deep),
        **_tones("panel", panel),
    }


_CALM_TINTS = ((1, 0.93, 1.0, 3), (2, 0.875, 1.3, 9), (3, 0.78, 2.2, 16))


def _yellowish(palette: Palette) -> bool:
    return 62 <= lch_of(palette["brand"])[2] <= 132


def _bold(palette: Palette) -> _Roles:
    """The brand's color as the large area, as full as it is, and a second tone of it in the panel's place."""
    deep, on_deep = lettered(_full(palette), palette["on-deep"], palette["ink"])
    panel = _beside(deep, on_deep)
    gray = lch_of(palette["brand"])[1] < 0.035
    accent = palette["accent"] if is_own(palette) or gray else deep
    roles = {
        "deep": deep,
        "on-deep": on_deep,
        "on-deep-muted": _muted(deep, on_deep, palette),
        "panel": panel,
        "on-panel": on_deep,
        "accent": accent,
        "accent-fill": palette["accent-fill"],
        "on-accent": palette["on-accent"],
    }
    on_grounds = accents_on(roles, "deep") | accents_on(roles, "panel")
    if on_grounds["thread-on-deep"] == on_deep:
        # What is black or white on the brand's color is the brand's color on paper: no third color comes in.
        accent = deep
        roles |= {"accent": deep, "accent-fill": deep, "on-accent": on_deep}
        on_grounds = accents_on(roles, "deep") | accents_on(roles, "panel")
    return {
        **roles,
        **on_grounds,
        **accents_on({**dict(palette.items()), **roles}, "dark"),
        "accent-on-surface": push(accent, palette["surface-alt"], 3.0),
        "thread-on-surface": thread_on_paper(roles["accent-fill"], palette["surface-alt"]),
        "date-fill": roles["accent-fill"],
        "on-date": roles["on-accent"],
        "il-accent": picture_accent(accent, palette["il-primary"], palette["surface"]),
        "scrim": push(deep, on_deep, 7.5),
        **_tones("deep", deep),
        **_tones("panel", panel),
    }


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


def _beside(ground: str, on: str) -> str:
    """A second large tone of the same hue on which the same letters can be read."""
    lightness, chroma, hue = lch_of(ground)
    dark_letters = luminance(on) < luminance(ground)
    for step in (-0.075, 0.075) if dark_letters and lightness > 0.72 else (0.075,) if dark_letters else (-0.085, 0.07):
        if not 0.1 <= lightness + step <= 0.97:
            continue
        # Yellow turns to olive as it darkens, so it goes a little to amber.
        yellow = step < 0 and dark_letters and 80 <= hue <= 112
        beside = color_of(lightness + step, chroma * (1.35 if yellow else 1), hue - (5 if yellow else 0))
        if contrast(on, beside) >= 4.6:
            return beside
    return ground


def _muted(ground: str, on: str, palette: Palette) -> str:
    """Quieter letters on a ground, as long as there is room between them and the full ones.

    Gray letters on a color as full as neon swim, so they are stronger there.
    """
    first, whole = palette["ink-muted" if on == palette["ink"] else "on-deep-muted"], contrast(on, ground)
    least = max(4.7, min(8.0, 0.55 * whole)) if lch_of(ground)[1] >= FULL_CHROMA else 4.7
    muted = push(first, ground, least)
    return muted if contrast(muted, ground) >= least and whole > contrast(muted, ground) else on


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


_STYLES: Mapping[Style, Callable[[Palette], _Roles]] = {"classic": lambda _palette: {}, "calm": _calm, "bold": _bold}


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
