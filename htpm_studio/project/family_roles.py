"""Roles that only some design families use: a second voice, the colors of a painted wall, and a bright accent."""

from __future__ import annotations

from functools import lru_cache

from htpm_studio.project.oklch import color_of, contrast, distance, hue_gap, lch_of, push
from htpm_studio.project.palette import (
    REDS,
    Palette,
    accents_on,
    lettered,
    picture_accent,
    scrim_alpha,
    thread_on_paper,
)

GRAY, FAINT, COLORED, DARK, FAR_HUE, FAR = 0.035, 0.012, 0.06, 0.42, 40.0, 0.22
"""The chroma below which a color is gray, below which not even a leaning is seen, and from which one is an accent; how
dark a brand is that takes amber whatever its hue; and how far amber is then from hue and panel."""

BRIGHT = {"bright": GRAY, "leaning": FAINT}
"""Bright accents of families, each with the chroma below which a brand counts as one without colors."""

YELLOWS, WARM = (62.0, 132.0), 60.0
AMBER, SKY = (0.80, 0.145, 74.0), (0.60, 0.11, 222.0)
_VOICE, _PALEST, _LIGHTEST_GRAY, _GRAY_TONE = 4.7, 0.78, 0.86, 0.90
_TOLD = 1.4
"""The contrast by which one of two tones on a ground is the stronger one."""
_PALE_RED = 66.0
"""The hue of a gray that would turn pink."""
_LIGHTER, _DEEPER = ((1, 0.045), (2, 0.10), (3, 0.20)), ((1, 0.05), (2, 0.11), (3, 0.24))
_GRAYS = (
    "surface", "surface-alt", "line", "ink", "ink-muted", "panel", "deep", "on-panel", "on-deep", "on-deep-muted",
    "panel-1", "panel-2", "panel-3", "deep-1", "deep-2", "deep-3", "tint-1", "tint-2", "tint-3", "primary-text",
    "dark", "on-dark", "on-dark-muted", "dark-1", "dark-2", "dark-3",
)  # fmt: skip


@lru_cache(maxsize=64)
def bright_palette(palette: Palette, gray: float = GRAY) -> Palette:
    """The palette of a brand with a bright accent: its own second color, else the campaign's amber or sky.

    A brand of grays, with less chroma than `gray`, takes no amber: nearly black, paper and a light tone of its
    own gray.
    """
    roles = dict(palette.items())
    first, second = lch_of(roles["brand"]), lch_of(roles["brand2"])
    if max(first[1], second[1]) < gray:
        made = _of_greys(roles, first)
        return Palette(tuple(made.items()), scrim_alpha(made["scrim"], made["on-deep"]))
    if second[1] >= COLORED and roles["brand2"] != roles["brand"]:
        return palette
    amber = color_of(*AMBER)
    suits = hue_gap(first[2], AMBER[2]) >= FAR_HUE or first[0] < DARK
    accent = amber if suits and distance(amber, roles["panel"]) >= FAR else color_of(*SKY)
    fill, on_fill = lettered(accent, roles["surface"], roles["ink"])
    roles |= {
        "accent": accent, "accent-fill": fill, "on-accent": on_fill, "date-fill": fill, "on-date": on_fill,
        "accent-on-surface": push(accent, roles["surface-alt"], 3.0),
        "thread-on-surface": thread_on_paper(fill, roles["surface-alt"]),
    }  # fmt: skip
    roles |= accents_on(roles, "deep") | accents_on(roles, "panel") | accents_on(roles, "dark")
    return Palette(tuple(roles.items()), palette.scrim_alpha)


def _of_greys(roles: dict[str, str], brand: tuple[float, float, float]) -> dict[str, str]:
    """A brand of grays: nearly black, paper, and one light accent, all in the hue of its gray.

    A gray without a hue stays without; its own gray is the tone, as light as letters on it need.
    """
    lightness, chroma, hue = brand
    tinted = 0.0 if chroma < FAINT else 1.0
    hue = _PALE_RED if tinted and (hue >= REDS[0] or hue <= REDS[1]) else hue
    made = roles | {role: color_of(lch_of(roles[role])[0], tinted * lch_of(roles[role])[1], hue) for role in _GRAYS}

    def tone(light: float, most: float) -> str:
        return color_of(light, tinted * most, hue)

    dark = min(max(lightness, 0.25), 0.29)
    made |= {"panel": tone(dark, 0.04), "ink": tone(0.19, 0.02), "primary-text": tone(0.19 + 0.15 * tinted, 0.055)}
    made |= dict.fromkeys(("deep", "dark", "scrim"), tone(dark - 0.09, 0.02))
    made |= {f"panel-{number}": tone(dark + up, 0.042) for number, up in _LIGHTER}
    made |= {
        f"{ground}-{number}": tone(dark - 0.09 + up, 0.025) for ground in ("deep", "dark") for number, up in _DEEPER
    }
    made |= {"tint-1": tone(0.93, 0.014), "tint-2": tone(0.875, 0.026), "tint-3": tone(0.78, 0.045)}
    made |= {"on-deep": made["on-dark"], "on-deep-muted": made["on-dark-muted"]}
    paper, ink = made["surface"], made["ink"]
    light = _GRAY_TONE if lightness <= 0.4 else min(max(lightness, _PALEST), _LIGHTEST_GRAY)
    called = tone(0.80, 0.07) if tinted else tone(light, 0.0)
    made |= {
        "on-panel": paper, "accent": called, "accent-fill": called, "on-accent": ink, "date-fill": called,
        "on-date": ink, "accent-on-panel": called, "thread-on-panel": called, "accent-on-surface": made["primary-text"],
        "thread-on-surface": made["primary-text"],
    }  # fmt: skip
    if tinted:
        made |= {"il-accent": picture_accent(called, made["il-primary"], paper), "il-secondary": made["panel-3"]}
    for ground in ("deep", "dark"):
        # The tone that calls is not told from the quiet letters on a dark ground by less than that.
        told = called if contrast(called, made[f"on-{ground}-muted"]) >= _TOLD else paper
        made |= {f"accent-on-{ground}": told, f"thread-on-{ground}": called}
        made |= {f"dot-on-{ground}": called, f"dot-ink-on-{ground}": ink}
    return made


@lru_cache(maxsize=64)
def with_family_roles(palette: Palette) -> Palette:
    """The palette with a second voice on panel and dark ground, and with the colors of a wall behind a person."""
    roles = dict(palette.items())
    light = contrast(roles["on-panel"], "#FFFFFF") < contrast(roles["on-panel"], "#000000")
    quiet = roles["tint-3"] if light else roles["dark-3"]
    roles["voice2-panel"] = push(quiet, roles["panel"], _VOICE)
    deep = contrast(roles["on-deep"], "#FFFFFF") < contrast(roles["on-deep"], "#000000")
    roles["voice2-deep"] = push(roles["tint-3"] if deep else roles["dark-3"], roles["deep"], _VOICE)
    roles |= _cloths(roles)
    _, chroma, hue = lch_of(roles["panel"])
    share = 0.0 if chroma < 0.012 else 1.0
    roles |= {role: color_of(lightness, share * least, hue) for role, (lightness, least) in WALL.items()}
    accent_chroma, accent_hue = lch_of(roles["accent-fill"])[1:]
    colored = 0.0 if accent_chroma < 0.012 else 1.0
    roles |= {role: color_of(WALL[role][0], colored * WALL[role][1], accent_hue) for role in ACCENTS}
    return Palette(tuple(roles.items()), palette.scrim_alpha)


def _cloths(roles: dict[str, str]) -> dict[str, str]:
    """The cloths of a patchwork beside panel, dark and paper: a pale one, the accent, and one that is bright.

    Each can carry a numeral or an icon, in ink or in paper.
    """
    lightness, chroma, hue = lch_of(roles["panel"])
    pale, accent = roles["tint-2"], roles["accent-fill"]
    if chroma < FAINT:
        pale, accent = color_of(0.84, 0.0, 0.0), color_of(0.97, 0.0, 0.0)
        bright = color_of(0.52 if lightness < 0.5 else 0.40, 0.0, 0.0)
    elif lightness >= 0.6:
        yellow = YELLOWS[0] <= hue <= YELLOWS[1]
        bright = roles["panel-3"] if yellow else color_of(0.52, min(0.16, max(0.09, chroma)), hue)
    else:
        turn = 8 if hue_gap(hue + 8, WARM) < hue_gap(hue, WARM) else -8
        bright = color_of(min(0.66, lightness + 0.27), min(0.17, max(0.10, chroma)), hue + turn)
    if distance(accent, roles["panel"]) < FAR:
        # A cloth in the color of the panel would be a hole in it.
        accent = roles["tint-1"]
    made: dict[str, str] = {}
    for name, color in (("cloth-c", pale), ("cloth-d", accent), ("cloth-e", bright)):
        made[name], made[f"on-{name}"] = lettered(color, roles["surface"], roles["ink"])
    return made


WALL = {
    "wall": (0.945, 0.006), "wall-low": (0.875, 0.01), "wall-edge": (0.86, 0.012), "wall-ink": (0.42, 0.05),
    "floor": (0.70, 0.012), "floor-low": (0.64, 0.012), "skirting": (0.96, 0.006), "skirting-edge": (0.80, 0.014),
    "pillar": (0.855, 0.016), "pillar-edge": (0.80, 0.016), "sheet": (0.36, 0.055), "on-sheet": (0.955, 0.012),
    "sheet-frame": (0.97, 0.004), "sheet-edge": (0.76, 0.015), "sheet-shadow": (0.78, 0.018), "paint": (0.86, 0.01),
    "paint-low": (0.80, 0.012), "lettering": (0.775, 0.03), "dado": (0.60, 0.02), "dado-low": (0.52, 0.02),
    "rail": (0.965, 0.004),
    "hush-a": (0.865, 0.018), "hush-b": (0.85, 0.018), "hush-c": (0.895, 0.018), "hush-d": (0.90, 0.018),
    "hush-e": (0.88, 0.018), "hush-p": (0.925, 0.018),
    "wool-a": (0.46, 0.045), "wool-b": (0.36, 0.045), "wool-c": (0.84, 0.045), "wool-d": (0.78, 0.05),
    "wool-e": (0.64, 0.045), "wool-p": (0.95, 0.01),
}  # fmt: skip
"""Lightness and chroma of what is behind a person, in the hue of the brand: rooms whose walls have next to no
color, so that a bright brand is in what hangs there and never turns mauve.

`hush` are the cloths of a wallpaper, `wool` those of a frieze, by the letters of a patchwork."""
ACCENTS = ("hush-d", "wool-d")
"""Lightness and chroma of those in the hue of the accent."""
