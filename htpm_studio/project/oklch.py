"""Colors in sRGB and OKLCH, and the WCAG contrast between them."""

from __future__ import annotations

import math
from functools import lru_cache

WHITE = "#FFFFFF"
BLACK = "#000000"

_Triple = tuple[float, float, float]


# ------------------------------------------------------------------ conversions


def rgb_of(color: str) -> tuple[int, int, int]:
    """Red, green and blue of "#RRGGBB", each 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def hex_of(red: float, green: float, blue: float) -> str:
    """The "#RRGGBB" of three parts from 0 to 1; parts outside are clipped."""
    parts = (round(min(1.0, max(0.0, part)) * 255) for part in (red, green, blue))
    return "#" + "".join(f"{part:02X}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


_LINEAR = tuple(_linear(value / 255) for value in range(256))


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def lab_of_rgb(red: int, green: int, blue: int) -> _Triple:
    """OKLab of an sRGB color with parts from 0 to 255; L from 0 to 1.

    The matrices are those of Björn Ottosson, "A perceptual color space for image processing" (2020).
    """
    r, g, b = _LINEAR[red], _LINEAR[green], _LINEAR[blue]
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


@lru_cache(maxsize=4096)
def lch_of(color: str) -> _Triple:
    """OKLCH of "#RRGGBB": lightness 0 to 1, chroma, hue in degrees."""
    lightness, a, b = lab_of_rgb(*rgb_of(color))
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _linear_rgb(lightness: float, a: float, b: float) -> _Triple:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _in_gamut(rgb: _Triple) -> bool:
    return min(rgb) >= -0.0005 and max(rgb) <= 1.0005


@lru_cache(maxsize=16384)
def color_of(lightness: float, chroma: float, hue: float) -> str:
    """The "#RRGGBB" of an OKLCH color; outside sRGB the chroma gives way, lightness and hue stay."""
    lightness = min(1.0, max(0.0, lightness))
    angle = math.radians(hue)
    x, y = math.cos(angle), math.sin(angle)
    rgb = _linear_rgb(lightness, chroma * x, chroma * y)
    if not _in_gamut(rgb):
        low, high = 0.0, chroma
        for _ in range(18):
            middle = (low + high) / 2
            if _in_gamut(_linear_rgb(lightness, middle * x, middle * y)):
                low = middle
            else:
                high = middle
        rgb = _linear_rgb(lightness, low * x, low * y)
    return hex_of(*(_gamma(max(0.0, part)) for part in rgb))


# ------------------------------------------------------------------ comparing


@lru_cache(maxsize=16384)
def luminance(color: str) -> float:
    """Relative luminance of "#RRGGBB", 0 to 1, by WCAG 2.2."""
    red, green, blue = rgb_of(color)
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]


@lru_cache(maxsize=4096)
def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colors "#RRGGBB", 1 to 21, by WCAG 2.2."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def distance(first: str, second: str) -> float:
    """Euclidean distance in OKLab: 0 the same, about 1 from black to white."""
    return math.dist(lab_of_rgb(*rgb_of(first)), lab_of_rgb(*rgb_of(second)))


def difference(first: str, second: str) -> float:
    """How different two colors look, as printers count it (CIE 1976): 0 the same, 100 black and white."""
    return math.dist(_cielab(first), _cielab(second))


@lru_cache(maxsize=4096)
def _cielab(color: str) -> _Triple:
    red, green, blue = (_LINEAR[part] for part in rgb_of(color))
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    x, y, z = (_cube_root(part) for part in (x, luminance(color), z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def hue_gap(first: float, second: float) -> float:
    """The smaller angle between two hues, 0 to 180 degrees."""
    gap = abs(first - second) % 360
    return min(gap, 360 - gap)


# ------------------------------------------------------------------ changing


def mix(under: str, over: str, alpha: float) -> str:
    """What a painter gets from `over` with an opacity of `alpha` on `under`, blended in sRGB."""
    pairs = zip(rgb_of(under), rgb_of(over), strict=True)
    red, green, blue = ((low + (high - low) * alpha) / 255 for low, high in pairs)
    return hex_of(red, green, blue)


def push(color: str, ground: str, ratio: float) -> str:
    """The color moved away from the ground in lightness, by steps of 0.01, until the contrast is `ratio`.

    Where the scale ends first, the answer is white on dark grounds and black on light ones.
    """
    lightness, chroma, hue = lch_of(color)
    up = luminance(ground) < 0.18
    pushed = color
    while contrast(pushed, ground) < ratio and 0 < lightness < 1:
        lightness += 0.01 if up else -0.01
        pushed = color_of(lightness, chroma if 0.12 < lightness < 0.95 else chroma * 0.9, hue)
    if contrast(pushed, ground) >= ratio:
        return pushed
    return WHITE if up else BLACK
