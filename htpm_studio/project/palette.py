"""From one or two brand colors to a palette of roles in which every text can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from htpm_studio.errors import BadInput, say
from htpm_studio.project.oklch import BLACK, WHITE, color_of, contrast, distance, hue_gap, lch_of, mix, push

__all__ = ["PAIRS", "Palette", "contrast", "derive_palette", "parse_color", "scrim_alpha"]

PAIRS = (
    ("ink", "surface", 7.0),
    ("ink", "surface-alt", 7.0),
    ("ink-muted", "surface", 4.5),
    ("ink-muted", "surface-alt", 4.5),
    ("primary-text", "surface", 4.5),
    ("primary-text", "surface-alt", 4.5),
    ("on-panel", "panel", 4.5),
    ("on-deep", "deep", 7.0),
    ("on-deep-muted", "deep", 4.5),
    ("accent-on-deep", "deep", 4.5),
    ("dot-ink-on-deep", "dot-on-deep", 4.5),
    ("on-accent", "accent-fill", 4.5),
    ("on-date", "date-fill", 4.5),
    ("accent-on-panel", "panel", 3.0),
    ("accent-on-surface", "surface-alt", 3.0),
)
"""What may be on what, with the contrast that every palette guarantees: 4.5 and more for text, 3 for graphics."""

_AMBER = (0.80, 0.145, 74.0)
_SUNS = (_AMBER, (0.93, 0.10, 98.0), (0.74, 0.15, 62.0))
_VIOLET = (0.62, 0.15, 285.0)
_BLUE = (0.60, 0.11, 222.0)
_CALM_HUE = 235.0
_SCRIM_CONTRAST = 4.6

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
    """The color as "#RRGGBB" from #rgb or #rrggbb, with or without the #; raises BadInput otherwise."""
    digits = text.strip().removeprefix("#")
    if not re.fullmatch(r"[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}", digits):
        shown = text.strip()[:40]
        raise BadInput(
            say('"{shown}" is not a color.', shown=shown),
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
    grey: bool
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
    """The palette of a brand with one or two colors; raises BadInput for what is not a color.

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
    roles |= {"dark": roles["deep"], "scrim": roles["deep"]}
    roles |= {"dot-on-deep": roles["accent-on-deep"], "dot-ink-on-deep": roles["deep"]}
    roles |= {"thread-on-deep": roles["accent-on-deep"], "thread-on-panel": roles["accent-on-panel"]}
    roles |= _picture_roles(brand, roles)
    roles |= {"date-fill": roles["accent-fill"], "on-date": roles["on-accent"]}
    return Palette(tuple(roles.items()), scrim_alpha(roles["deep"], roles["on-deep"]))


def _read_brand(primary: str, secondary: str | None) -> _Brand:
    first, second = lch_of(primary), lch_of(secondary) if secondary else None
    grey = first[1] < 0.035
    hue = first[2]
    if grey:
        hue = second[2] if second and second[1] >= 0.035 else _CALM_HUE
    return _Brand(primary, secondary, first, second, grey, hue, 0.035 if grey else first[1])


def _neutrals(brand: _Brand) -> dict[str, str]:
    hue, chroma = brand.hue, brand.chroma
    alt = color_of(0.962, 0.028, hue) if brand.yellowish else color_of(0.948, min(0.022, 0.3 * chroma), hue)
    faint = min(0.03, 0.35 * chroma)
    return {
        "surface": color_of(0.985, 0.005, hue),
        "surface-alt": alt,
        "line": color_of(0.865, faint, hue),
        "ink": color_of(0.215, min(0.014 if brand.yellowish else 0.03, 0.35 * chroma), hue),
        "ink-muted": push(color_of(0.47, faint, hue), alt, 5.2),
    }


def _panel(brand: _Brand, roles: dict[str, str]) -> dict[str, str]:
    lightness, chroma = _fit_for_areas(brand)
    hue = brand.hue if brand.grey else brand.first[2]
    panel = color_of(lightness, chroma, hue)
    dark = contrast(roles["surface"], panel) >= 2.9 and lightness < 0.74
    on, step = (roles["surface"], -0.005) if dark else (roles["ink"], 0.005)
    while contrast(on, panel) < 4.6:
        lightness += step
        panel = color_of(lightness, chroma, hue)
    return {"panel": panel, "on-panel": on}


def _fit_for_areas(brand: _Brand) -> tuple[float, float]:
    """Lightness and chroma of the primary, calmed where it is neon, lifted where it is nearly black or white."""
    lightness, chroma = brand.first[0], min(brand.first[1], 0.175)
    if brand.grey:
        return (0.34, 0.03) if lightness > 0.6 else (min(max(lightness, 0.24), 0.34), brand.first[1])
    if lightness > 0.885:
        return (min(lightness, 0.935), max(chroma, 0.11)) if brand.yellowish else (0.885, max(chroma, 0.085))
    return max(lightness, 0.25), chroma


def _deep(brand: _Brand, roles: dict[str, str]) -> dict[str, str]:
    hue = brand.hue
    darks = [color for color in (brand.first, brand.second) if color and color[0] <= 0.37]
    if darks and not (brand.grey and brand.second is None):
        lightness, chroma, dark_hue = min(darks, key=lambda color: color[0])
        deep = color_of(min(max(lightness, 0.19), 0.32), min(chroma, 0.11), dark_hue)
    elif brand.grey:
        deep = color_of(0.185, 0.012, hue)
    else:
        deep = color_of(0.285, min(0.014 if brand.yellowish else 0.085, 0.55 * brand.chroma), hue)
    if distance(deep, roles["panel"]) < 0.07:
        lightness, chroma, panel_hue = lch_of(roles["panel"])
        deep = color_of(max(0.17, lightness - 0.085), chroma * 0.7, panel_hue)
    muted = push(color_of(0.80, min(0.03, 0.3 * brand.chroma), hue), deep, 6.0)
    return {"deep": deep, "on-deep": color_of(0.975, 0.006, hue), "on-deep-muted": muted}


def _accents(brand: _Brand, roles: dict[str, str]) -> dict[str, str]:
    panel, deep, ink, paper = roles["panel"], roles["deep"], roles["ink"], roles["surface"]
    accent = _own_accent(brand, panel, deep) or _campaign_accent(brand, panel)
    lightness, chroma, hue = lch_of(accent)
    if lightness > 0.90:
        accent = color_of(0.875, chroma, hue - (8 if 90 <= hue <= 115 else 0))
    on_accent = ink if contrast(ink, accent) >= contrast(paper, accent) else paper
    pushed = push(accent, panel, 3.0)
    muddy = distance(accent, panel) <= 0.1 or abs(lch_of(pushed)[0] - lch_of(accent)[0]) > 0.18
    return {
        "accent": accent,
        "on-accent": on_accent,
        "accent-fill": push(accent, on_accent, 4.6),
        "accent-on-deep": push(accent, deep, 4.6),
        "accent-on-panel": roles["on-panel"] if muddy or contrast(pushed, panel) < 3 else pushed,
        "accent-on-surface": push(accent, roles["surface-alt"], 3.0),
    }


def _own_accent(brand: _Brand, panel: str, deep: str) -> str | None:
    """The brand's other color, where it can act as an accent."""
    if brand.secondary is None or brand.second is None:
        return None
    lightness, chroma, _ = brand.second
    if lightness > 0.37:
        apart = distance(brand.secondary, panel) >= 0.17 and distance(brand.secondary, deep) >= 0.22
        return brand.secondary if chroma >= 0.06 and apart else None
    colorful = brand.first[1] >= 0.10 and brand.first[0] > 0.45
    return brand.primary if colorful and distance(brand.primary, deep) >= 0.25 else None


def _campaign_accent(brand: _Brand, panel: str) -> str:
    if brand.grey or hue_gap(brand.hue, _AMBER[2]) >= 62:
        lightness, chroma, hue = _AMBER
    else:
        lightness, chroma, hue = _VIOLET if brand.hue > 112 else _BLUE
    accent = color_of(lightness, chroma, hue)
    if distance(accent, panel) >= 0.17:
        return accent
    lightness, chroma, hue = lch_of(accent)
    return color_of(lightness + (0.14 if lightness < 0.7 else -0.14), chroma, hue)


def _primary_text(brand: _Brand, roles: dict[str, str]) -> str:
    alt = roles["surface-alt"]
    if brand.grey:
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
    chroma = min(0.045, 0.4 * brand.chroma)
    return {
        "tint-1": color_of(0.925, chroma, hue),
        "tint-2": color_of(0.875, chroma * 1.5, hue),
        "tint-3": color_of(0.78, min(0.10, 0.75 * brand.chroma), hue),
    }


def scrim_alpha(scrim: str, on_scrim: str) -> float:
    """The smallest opacity of the scrim that makes what is worst under it, pure white or black, safe for text."""
    worst = min((WHITE, BLACK), key=lambda color: contrast(color, on_scrim))
    return next(
        hundredths / 100
        for hundredths in range(101)
        if contrast(on_scrim, mix(worst, scrim, hundredths / 100)) >= _SCRIM_CONTRAST
    )


def _picture_roles(brand: _Brand, roles: dict[str, str]) -> dict[str, str]:
    panel, accent = roles["panel"], roles["accent"]
    # A tone beside the panel, so that what a picture shows does not melt into the panel that it is on.
    primary = color_of(0.44, 0.02, brand.hue) if brand.grey else roles["panel-2"]
    secondary = roles["panel-3"]
    if _distinct(brand, panel, accent):
        secondary = roles["brand2"]
    elif brand.yellowish and roles["on-panel"] == roles["ink"]:
        secondary = color_of(0.70, 0.13, brand.hue + 14 * brand.drift)
    bright = accent if distance(accent, primary) >= 0.16 else color_of(*_AMBER)
    return {
        "il-primary": primary,
        "il-accent": bright,
        "il-secondary": secondary,
        "il-sun": _sun(bright, (secondary, roles["tint-1"])),
    }


def _sun(bright: str, around: tuple[str, ...]) -> str:
    """The color of a sun: warm in every palette, the brand's own where that is, and apart from what is around it."""
    lightness, chroma, hue = lch_of(bright)
    own = 45 <= hue <= 105 and lightness >= 0.7 and chroma >= 0.08
    choices = [*([bright] if own else []), *(color_of(*sun) for sun in _SUNS)]
    return next((one for one in choices if min(distance(one, other) for other in around) >= 0.12), choices[0])


def _distinct(brand: _Brand, panel: str, accent: str) -> bool:
    """Whether the second brand color differs from the panel and the accent, and is not nearly black."""
    second = brand.secondary
    if second is None or brand.second is None or brand.second[0] < 0.22:
        return False
    return distance(second, panel) > 0.12 and distance(second, accent) > 0.12
