"""From one or two brand colors to a palette of roles in which every text can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.project.oklch import BLACK, WHITE, color_of, contrast, distance, hue_gap, lch_of, mix, push

PAIRS = (
    ("ink", "surface", 7.0),
    ("ink", "surface-alt", 7.0),
    ("ink-muted", "surface", 4.5),
    ("ink-muted", "surface-alt", 4.5),
    ("primary-text", "surface", 4.5),
    ("primary-text", "surface-alt", 4.5),
    ("on-panel", "panel", 4.5),
    ("on-deep", "deep", 4.5),
    ("on-deep-muted", "deep", 4.5),
    ("accent-on-deep", "deep", 4.5),
    ("dot-ink-on-deep", "dot-on-deep", 4.5),
    ("on-dark", "dark", 7.0),
    ("on-dark-muted", "dark", 4.5),
    ("accent-on-dark", "dark", 4.5),
    ("dot-ink-on-dark", "dot-on-dark", 4.5),
    ("on-accent", "accent-fill", 4.5),
    ("on-date", "date-fill", 4.5),
    ("accent-on-panel", "panel", 3.0),
    ("accent-on-surface", "surface-alt", 3.0),
)
"""What may be on what, with the contrast that every palette guarantees: 4.5 and more for text, 3 for graphics."""

_AMBER = (0.80, 0.145, 74.0)
_SUNS = (_AMBER, (0.93, 0.10, 98.0), (0.74, 0.15, 62.0), (0.70, 0.165, 50.0), (0.88, 0.16, 95.0))
_TINT, _TINT_RED, _ROSE = 0.034, 0.02, 10.0
_STRAW = (0.915, 0.095, 95.0)
_STEEL = (0.70, 0.055, 240.0)
_SAND = (0.85, 0.062, 66.0)
"""The accents of a brand of grays and of a red one, whose light tone is pink: restrained, and no color of anybody."""

_LIGHT_TONE, _DARK_TONE = 0.80, 0.45
_FADES, _SEEN = 1.55, 2.0
"""The contrast with paper below which a thin mark fades, and the one that it gets then."""
_NO_HUE = 240.0
GRAY = 0.035
"""The chroma below which a color is a gray."""
_SCRIM_CONTRAST = 4.6
ALT_CHROMA = 0.011
"""The most color of a light ground beside white: more of it would make red pink."""
REDS = (345.0, 48.0)
"""Hues that turn pink as they get lighter."""

_Lch = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colors by role. `scrim_alpha` is the opacity at which the scrim carries text on any photo."""

    colors: tuple[tuple[str, str], ...]
    scrim_alpha: float

    def __getitem__(self, role: str) -> str:
        """The "#RRGGBB" of a role; raises KeyError for a role that does not exist."""
        for name, color in self.colors:
            if name == role:
                return color
        raise KeyError(role)

    def __contains__(self, role: object) -> bool:
        return any(name == role for name, _ in self.colors)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.colors)

    def items(self) -> tuple[tuple[str, str], ...]:
        """All roles with their colors."""
        return self.colors


def parse_color(text: str) -> str:
    """The color as "#RRGGBB" from #rgb or #rrggbb, with or without the #; raises InputError otherwise."""
    digits = text.strip().removeprefix("#")
    if not re.fullmatch(r"[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}", digits):
        shown = text.strip()[:40]
        raise InputError(
            msg('"{shown}" is not a color.', shown=shown),
            "Write it as # and six digits or letters A to F, as in #0B6E69.",
        )
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits.upper()}"


# ------------------------------------------------------------------ deriving


@dataclass(frozen=True, slots=True)
class _Brand:
    """The two inputs with what all steps ask about them."""

    primary: str
    secondary: str | None
    first: _Lch
    second: _Lch | None
    gray: bool
    hue: float
    chroma: float

    @property
    def yellowish(self) -> bool:
        """Whether dark tones of the hue turn olive."""
        return 62 <= self.hue <= 132

    @property
    def drift(self) -> int:
        """Where darker tones drift so that nothing looks khaki: yellow to amber, lime to green."""
        if not self.yellowish:
            return 0
        return -1 if self.hue < 112 else 1


def derive_palette(primary: str, secondary: str | None = None) -> Palette:
    """The palette of a brand with one or two colors; raises InputError for what is not a color.

    Every pair in PAIRS reaches its contrast, and so does `on-deep` on any photo under the scrim.
    """
    return _derive(parse_color(primary), parse_color(secondary) if secondary else None)


@lru_cache(maxsize=64)
def _derive(primary: str, secondary: str | None) -> Palette:
    brand = _read_brand(primary, secondary)
    roles = {"brand": primary, "brand2": secondary or primary}
    roles |= _neutrals(brand)
    roles |= _panel(brand, roles)
    roles |= _deep(brand, roles)
    roles |= _accents(brand, roles)
    roles["primary-text"] = _primary_text(brand, roles)
    roles |= _panel_tones(brand, roles)
    roles |= _deep_tones(roles)
    roles |= _tints(brand)
    roles |= accents_on(roles, "deep") | accents_on(roles, "panel")
    roles["thread-on-surface"] = thread_on_paper(roles["accent-fill"], roles["surface-alt"])
    roles["scrim"] = roles["deep"]
    roles |= {role.replace("deep", "dark"): color for role, color in roles.items() if "deep" in role}
    roles |= _picture_roles(brand, roles)
    roles |= {"date-fill": roles["accent-fill"], "on-date": roles["on-accent"]}
    return Palette(tuple(roles.items()), scrim_alpha(roles["deep"], roles["on-deep"]))


def _read_brand(primary: str, secondary: str | None) -> _Brand:
    first, second = lch_of(primary), lch_of(secondary) if secondary else None
    gray = first[1] < GRAY
    # Below that the hue of a gray is only rounding.
    hue = _NO_HUE if first[1] < 0.004 else first[2]
    return _Brand(primary, secondary, first, second, gray, hue, min(first[1], 0.02) if gray else first[1])


def _neutrals(brand: _Brand) -> dict[str, str]:
    hue, chroma = brand.hue, brand.chroma
    alt = color_of(0.962, 0.028, hue) if brand.yellowish else color_of(0.948, min(ALT_CHROMA, 0.3 * chroma), hue)
    faint = min(0.03, 0.35 * chroma)
    return {
        "surface": color_of(0.985, min(0.005, 0.3 * chroma), hue),
        "surface-alt": alt,
        "line": color_of(0.865, faint, hue),
        "ink": color_of(0.215, min(0.014 if brand.yellowish else 0.03, 0.35 * chroma), hue),
        "ink-muted": push(color_of(0.47, faint, hue), alt, 5.2),
    }


def takes_paper(paper: str, color: str, chosen: float | None = None) -> bool:
    """True if letters on a color should be light: dark ones on a full blue, magenta or red seem to move."""
    lightness = lch_of(color)[0] if chosen is None else chosen
    return contrast(paper, color) >= 2.9 and lightness < 0.74


def lettered(color: str, paper: str, ink: str, ratio: float = 4.6) -> tuple[str, str]:
    """The color, moved as little as it takes for letters to be read on it, and the color of those letters."""
    on = paper if takes_paper(paper, color) else ink
    lightness, chroma, hue = lch_of(color)
    step = -0.005 if on == paper else 0.005
    while contrast(on, color) < ratio and 0 < lightness < 1:
        lightness += step
        color = color_of(lightness, chroma, hue)
    return color, on


def _panel(brand: _Brand, roles: dict[str, str]) -> dict[str, str]:
    lightness, chroma = _fit_for_areas(brand)
    panel, on = lettered(color_of(lightness, chroma, brand.hue), roles["surface"], roles["ink"])
    return {"panel": panel, "on-panel": on}


def _fit_for_areas(brand: _Brand) -> tuple[float, float]:
    """Lightness and chroma of the primary, calmed where it is neon, lifted where it is nearly black or white."""
    lightness, chroma = brand.first[0], min(brand.first[1], max(0.21, 0.88 * brand.first[1]))
    if brand.gray:
        return (0.34, brand.chroma) if lightness > 0.6 else (min(max(lightness, 0.24), 0.34), brand.chroma)
    if lightness > 0.885:
        return (min(lightness, 0.935), max(chroma, 0.11)) if brand.yellowish else (0.885, max(chroma, 0.085))
    return max(lightness, 0.25), chroma


def _deep(brand: _Brand, roles: dict[str, str]) -> dict[str, str]:
    hue = brand.hue
    darks = [color for color in (brand.first, brand.second) if color and color[0] <= 0.37]
    if darks and not (brand.gray and brand.second is None):
        lightness, chroma, dark_hue = min(darks, key=lambda color: color[0])
        deep = color_of(min(max(lightness, 0.19), 0.32), min(chroma, 0.11), dark_hue)
    elif brand.gray:
        deep = color_of(0.185, min(0.008, brand.chroma), hue)
    else:
        deep = color_of(0.285, min(0.014 if brand.yellowish else 0.085, 0.55 * brand.chroma), hue)
    if distance(deep, roles["panel"]) < 0.07:
        lightness, chroma, panel_hue = lch_of(roles["panel"])
        deep = color_of(max(0.17, lightness - 0.085), chroma * 0.7, panel_hue)
    muted = push(color_of(0.80, min(0.03, 0.3 * brand.chroma), hue), deep, 6.0)
    return {"deep": deep, "on-deep": color_of(0.975, min(0.006, 0.3 * brand.chroma), hue), "on-deep-muted": muted}


# ------------------------------------------------------------------ the one accent


def _accents(brand: _Brand, roles: dict[str, str]) -> dict[str, str]:
    panel, deep = roles["panel"], roles["deep"]
    accent = _own_accent(brand, panel, deep) or _tonal_accent(brand, dark=roles["on-panel"] == roles["surface"])
    lightness, chroma, hue = lch_of(accent)
    if lightness > 0.90:
        accent = color_of(0.885, max(chroma, 0.14) if brand.yellowish else chroma, hue)
    fill, on = lettered(accent, roles["surface"], roles["ink"])
    return {
        "accent": accent,
        "on-accent": on,
        "accent-fill": fill,
        "accent-on-surface": push(accent, roles["surface-alt"], 3.0),
    }


def accents_on(roles: Mapping[str, str], ground: str) -> dict[str, str]:
    """The one accent as letters, dots and strands on a ground; where its hue would not hold, the color of the text."""
    below, on = roles[ground], roles[f"on-{ground}"]
    fill, on_fill = roles["accent-fill"], roles["on-accent"]
    letters = _kept(roles["accent"], below, 3.1 if ground == "panel" else 4.7, on)
    thread = _kept(roles["accent"], below, 3.1 if ground == "panel" else 2.4, on)
    shows = contrast(fill, below) >= 2.0 and not _swims(fill, below)
    dot, on_dot = (fill, on_fill) if shows else (on, below)
    if ground == "panel":
        return {"accent-on-panel": letters, "thread-on-panel": thread}
    return {
        f"accent-on-{ground}": letters,
        # Beside white dots a tone of the brand that can just be seen would be a second accent.
        f"thread-on-{ground}": thread if shows else on,
        f"dot-on-{ground}": dot,
        f"dot-ink-on-{ground}": on_dot,
    }


def thread_on_paper(fill: str, paper: str) -> str:
    """The accent as strands, bullets and small marks on a light ground: darker where it would fade, yellow to amber."""
    if contrast(fill, paper) >= _FADES:
        return fill
    lightness, chroma, hue = lch_of(fill)
    yellow = 80 <= hue < 112 and chroma > GRAY
    chroma, hue = (max(chroma, 0.14), hue - 12) if yellow else (chroma, hue)
    # Made anew at each lightness: a light yellow has less color than a dark one can have.
    while lightness > 0 and contrast(color_of(lightness, chroma, hue), paper) < _SEEN:
        lightness -= 0.01
    return color_of(lightness, chroma, hue)


def _kept(accent: str, ground: str, ratio: float, neutral: str) -> str:
    """The accent with enough contrast on a ground, as long as it is still the same color; else the neutral."""
    pushed = push(accent, ground, ratio)
    before, after = lch_of(accent), lch_of(pushed)
    up = after[0] - before[0]
    far = abs(up) > 0.18 or (up > 0.09 and (before[2] >= REDS[0] or before[2] <= REDS[1]))
    dull = before[1] >= 0.05 and after[1] < 0.6 * before[1]
    same = distance(pushed, ground) <= 0.1 or _swims(pushed, ground)
    return neutral if far or dull or same or contrast(pushed, ground) < ratio else pushed


def _swims(color: str, other: str) -> bool:
    """Whether two full colors of unlike hues are so close in lightness that their border seems to move."""
    first, second = lch_of(color), lch_of(other)
    full = min(first[1], second[1]) >= 0.11
    return full and abs(first[0] - second[0]) < 0.2 and hue_gap(first[2], second[2]) > 40


def is_own(palette: Palette) -> bool:
    """Whether the accent is one of the brand's own colors, and not a tone made for it."""
    accent = palette["accent"]
    return min(distance(accent, palette["brand"]), distance(accent, palette["brand2"])) < 0.08


def _own_accent(brand: _Brand, panel: str, deep: str) -> str | None:
    """The accent that the brand has of itself: its other color, or a main one that shines on its dark."""
    if brand.secondary is not None and brand.second is not None:
        lightness, chroma, _ = brand.second
        if chroma >= 0.06 and lightness > 0.37:
            if distance(brand.secondary, panel) >= 0.17 and distance(brand.secondary, deep) >= 0.2:
                return brand.secondary
        elif brand.first[1] >= 0.10 and brand.first[0] > 0.45 and distance(brand.primary, deep) >= 0.25:
            return brand.primary
    lightness, chroma, _ = brand.first
    bright = lightness >= 0.72 and chroma >= 0.07
    return brand.primary if bright and not brand.gray else None


def _tonal_accent(brand: _Brand, *, dark: bool) -> str:
    """A light tone of a brand that has one color, on its dark areas, or a dark one: no color that is not its own."""
    if brand.gray:
        return color_of(*_STEEL)
    _, chroma, hue = brand.first
    if dark and (hue >= REDS[0] or hue <= REDS[1]):
        return color_of(*_SAND)
    return color_of(_LIGHT_TONE if dark else _DARK_TONE, min(max(chroma, 0.09), 0.13), hue)


def _primary_text(brand: _Brand, roles: dict[str, str]) -> str:
    alt = roles["surface-alt"]
    if brand.gray:
        return roles["ink"]
    pushed = push(brand.primary, alt, 4.7)
    if brand.first[0] - lch_of(pushed)[0] > 0.26:
        pushed = roles["deep"]
    return pushed if contrast(pushed, alt) >= 4.7 else roles["ink"]


# ------------------------------------------------------------------ tones, scrim, pictures


def _panel_tones(brand: _Brand, roles: dict[str, str]) -> dict[str, str]:
    lightness, chroma, hue = lch_of(roles["panel"])
    if roles["on-panel"] == roles["ink"]:
        steps = ((-0.035, 0.012, 5), (-0.075, 0.025, 9), (-0.17, 0.03, 16))
    else:
        steps = ((0.045, -0.04 * chroma, 0), (0.10, -0.12 * chroma, 0), (0.20, -0.30 * chroma, 0))
    return {
        f"panel-{number}": color_of(lightness + up, max(0.0, chroma + more), hue + brand.drift * turn)
        for number, (up, more, turn) in enumerate(steps, 1)
    }


def _deep_tones(roles: dict[str, str]) -> dict[str, str]:
    lightness, chroma, hue = lch_of(roles["deep"])
    return {
        "deep-1": color_of(lightness + 0.05, min(0.09, chroma * 1.05), hue),
        "deep-2": color_of(lightness + 0.11, min(0.10, chroma * 1.1), hue),
        "deep-3": color_of(lightness + 0.24, min(0.11, chroma * 1.1), hue),
    }


def _tints(brand: _Brand) -> dict[str, str]:
    hue, drift = brand.hue, brand.drift
    if brand.yellowish:
        return {
            "tint-1": color_of(0.945, 0.045, hue + 4 * drift),
            "tint-2": color_of(0.905, 0.075, hue + 7 * drift),
            "tint-3": color_of(0.80, 0.115, hue + 14 * drift),
        }
    # A tint of a dark red is candy pink, which that brand is not.
    most = _TINT_RED if hue_gap(hue, _ROSE) <= 45 and brand.first[0] < 0.6 else _TINT
    chroma = min(most, 0.4 * brand.chroma)
    return {
        "tint-1": color_of(0.925, chroma, hue),
        "tint-2": color_of(0.875, chroma * 1.5, hue),
        "tint-3": color_of(0.78, min(2.4 * most, 0.75 * brand.chroma), hue),
    }


def scrim_alpha(scrim: str, on_scrim: str) -> float:
    """The smallest opacity at which text on the scrim is safe over pure white and pure black."""
    worst = min((WHITE, BLACK), key=lambda color: contrast(color, on_scrim))
    return next(
        hundredths / 100
        for hundredths in range(101)
        if contrast(on_scrim, mix(worst, scrim, hundredths / 100)) >= _SCRIM_CONTRAST
    )


def _picture_roles(brand: _Brand, roles: dict[str, str]) -> dict[str, str]:
    panel, accent = roles["panel"], roles["accent"]
    # A tone beside the panel, so that what a picture shows does not melt into the panel that it is on.
    primary = color_of(0.44, brand.chroma, brand.hue) if brand.gray else roles["panel-2"]
    secondary = roles["panel-3"]
    if _distinct(brand, panel, accent):
        secondary = roles["brand2"]
    elif brand.yellowish and roles["on-panel"] == roles["ink"]:
        secondary = color_of(0.70, 0.13, brand.hue + 14 * brand.drift)
    bright = picture_accent(accent, primary, roles["surface"])
    return {
        "il-primary": primary,
        "il-accent": bright,
        "il-secondary": secondary,
        "il-sun": _sun(bright, (secondary, roles["tint-1"]), quiet=brand.gray),
    }


def picture_accent(accent: str, primary: str, paper: str) -> str:
    """The accent of a picture: that of the kit, or white where it would melt into the main color."""
    return accent if distance(accent, primary) >= 0.16 else paper


def _sun(bright: str, around: tuple[str, ...], *, quiet: bool) -> str:
    """The color of a sun: warm in every palette, the brand's own where that is, and apart from what is around it.

    A `quiet` one is straw beside a brand of grays, in whose pieces amber would be a second accent.
    """
    lightness, chroma, hue = lch_of(bright)
    own = 45 <= hue <= 105 and lightness >= 0.7 and chroma >= 0.08
    choices = [*([bright] if own else []), *([color_of(*_STRAW)] if quiet else []), *(color_of(*sun) for sun in _SUNS)]
    apart = {choice: min(distance(choice, other) for other in around) for choice in choices}
    least = 0.09 if quiet else 0.12
    return next(
        (choice for choice in choices if apart[choice] >= least), max(choices, key=lambda choice: apart[choice])
    )


def _distinct(brand: _Brand, panel: str, accent: str) -> bool:
    """True if the second brand color differs from the panel and the accent and is not nearly black."""
    second = brand.secondary
    if second is None or brand.second is None or brand.second[0] < 0.22:
        return False
    return distance(second, panel) > 0.12 and distance(second, accent) > 0.12
