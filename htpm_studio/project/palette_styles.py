"""The same brand in other characters, and the palette of a Wear Blue Day piece."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from htpm_studio.project.model import Style
from htpm_studio.project.oklch import color_of, contrast, distance, hue_gap, lch_of, push
from htpm_studio.project.palette import Palette, derive_palette, scrim_alpha

WHITE = "#FFFFFF"
_EVENT_BLUE = "#1F559E"
_EVENT_AMBER = "#F5AE45"
_MUDDY = 0.18
"""How far an accent may move in lightness before it is another color."""
_LIGHTER, _DARKER = ((0.045, -0.04), (0.10, -0.12), (0.20, -0.30)), ((-0.03, 0.10), (-0.07, 0.25), (-0.17, 0.5))

_Roles = dict[str, str]


@lru_cache(maxsize=64)
def in_style(palette: Palette, style: Style) -> Palette:
    """The palette of a brand in a style; every pair in PAIRS keeps its contrast.

    "calm" uses light tints of the brand with dark words, "bold" lets the brand's color lead where "classic" has
    its dark one, and the two change places.
    """
    changed = _STYLES[style](palette)
    if not changed:
        return palette
    roles = {**dict(palette.items()), **changed}
    return Palette(tuple(roles.items()), scrim_alpha(roles["scrim"], roles["on-deep"]))


def _calm(palette: Palette) -> _Roles:
    deep, panel, ink = palette["tint-1"], palette["tint-2"], palette["ink"]
    brand = push(palette["primary-text"], panel, 4.7)
    accent = brand if contrast(brand, deep) >= 4.6 else ink
    return {
        "deep": deep,
        "on-deep": ink,
        "on-deep-muted": push(palette["ink-muted"], deep, 5.0),
        "accent-on-deep": accent,
        "panel": panel,
        "on-panel": ink,
        "accent-on-panel": accent,
        "scrim": deep,
        "dot-on-deep": palette["accent-fill"],
        "dot-ink-on-deep": palette["on-accent"],
        "thread-on-deep": palette["accent-fill"],
        "thread-on-panel": palette["accent-fill"],
        **_tones("deep", deep),
        **_tones("panel", panel),
    }


def _bold(palette: Palette) -> _Roles:
    deep, on_deep = _leading(palette)
    light = on_deep == palette["ink"]
    accent = push(palette["accent"], deep, 4.6)
    if abs(lch_of(accent)[0] - lch_of(palette["accent"])[0]) > _MUDDY or distance(accent, deep) <= 0.1:
        accent = on_deep
    return {
        "deep": deep,
        "on-deep": on_deep,
        "on-deep-muted": push(palette["ink-muted" if light else "on-deep-muted"], deep, 5.2),
        "accent-on-deep": accent,
        "panel": palette["deep"],
        "on-panel": palette["on-deep"],
        "accent-on-panel": palette["accent-on-deep"],
        "scrim": deep,
        "dot-on-deep": accent,
        "dot-ink-on-deep": deep,
        "thread-on-deep": accent,
        "thread-on-panel": palette["accent-on-deep"],
        **_tones("deep", deep),
        **{f"panel-{number}": palette[f"deep-{number}"] for number in (1, 2, 3)},
    }


def _leading(palette: Palette) -> tuple[str, str]:
    """The brand's color as a ground and what is written on it: lighter or darker, whichever is nearer to the brand."""
    lightness = lch_of(palette["panel"])[0]
    grounds = ((push(palette["panel"], on, 7.0), on) for on in (palette["on-deep"], palette["ink"]))
    readable = [(abs(lch_of(ground)[0] - lightness), ground, on) for ground, on in grounds if contrast(ground, on) >= 7]
    if not readable:
        return palette["deep"], palette["on-deep"]
    _, ground, on = min(readable)
    return ground, on


def _tones(name: str, ground: str) -> _Roles:
    """Three tones of a ground for strands, lighter on a dark one and darker on a light one."""
    lightness, chroma, hue = lch_of(ground)
    steps = _LIGHTER if lightness < 0.62 else _DARKER
    return {
        f"{name}-{number}": color_of(lightness + up, chroma * (1 + more), hue)
        for number, (up, more) in enumerate(steps, 1)
    }


_STYLES: Mapping[Style, Callable[[Palette], _Roles]] = {"classic": lambda _palette: {}, "calm": _calm, "bold": _bold}


def event_palette(palette: Palette) -> Palette:
    """The palette of a Wear Blue Day piece: the panel turns blue unless the brand already is.

    The date dot stands out from the blue: the accent, else the brand's panel, else the campaign amber.
    """
    _, chroma, hue = lch_of(palette["brand"])
    own = chroma > 0.06 and hue_gap(hue, 255) < 34
    blue = derive_palette(palette["brand"] if own else _EVENT_BLUE)
    if own and palette["panel"] == blue["panel"]:
        return palette
    changed = {role: blue[role] for role in ("panel", "on-panel", "panel-1", "panel-2", "panel-3")}
    dot, on_dot = palette["accent-fill"], palette["on-accent"]
    choices = ((dot, on_dot), (palette["panel"], palette["on-panel"]), (_EVENT_AMBER, blue["ink"]))
    for fill, text in choices:
        if contrast(fill, blue["panel"]) >= 2.2 and contrast(text, fill) >= 4.5:
            dot, on_dot = fill, text
            break
    changed |= {"date-fill": dot, "on-date": on_dot}
    changed["accent-on-panel"] = dot if contrast(dot, blue["panel"]) >= 3 else blue["on-panel"]
    changed["thread-on-panel"] = changed["accent-on-panel"]
    return Palette(tuple({**dict(palette.items()), **changed}.items()), palette.scrim_alpha)


@lru_cache(maxsize=64)
def paper_palette(palette: Palette) -> Palette:
    """The palette on paper: what is on the bare page is on white, so that no ink covers the whole sheet."""
    return Palette(
        tuple((role, WHITE if role == "surface" else color) for role, color in palette.items()), palette.scrim_alpha
    )
