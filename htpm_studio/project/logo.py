"""What a logo says: its brand colors, and how its edge stands out from a ground."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageChops, ImageFilter, ImageOps

from htpm_studio.errors import Message, msg
from htpm_studio.frozen import dataclass
from htpm_studio.project.oklch import WHITE, contrast, hex_of, hue_gap, lab_of_rgb, rgb_of
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import PictureSource

MIN_CONTRAST = 2.8
FAINT = 1.7
"""Mean edge contrast below which a logo needs a plate, and the contrast below which a color can hardly be seen."""

_COLOR_APART, _COLOR_SHARE = 0.1, 0.04
"""How far one color of a logo is from another in OKLab, and the share of its edges from which it is one."""

LEAST_PIXELS = 100
_SIDE = 128
_DRAWN_SIDE = 512
_CLUSTERS = 6
_ROUNDS = 16
_GRAY = 0.035
_APART = 0.08
_NOTICED = 0.01
_FULL = 0.11
_USABLE, _ACCENT = 0.06, 0.015
"""The chroma from which a color can be an accent, and the share of a logo from which it is one."""

_Lab = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Tone:
    """Pixels of one color: how many, in OKLab, as hex."""

    count: int
    lab: _Lab
    color: str


@lru_cache(maxsize=4)
def colors_from_logo(source: PictureSource) -> tuple[str, ...]:
    """One or two brand colors "#RRGGBB" of a logo, the leading one first.

    The opaque pixels (128 on the long side) are grouped in OKLab; near white does not count. Scored is
    share ** 0.5 * (0.3 + chroma / 0.11), full colors alike. The second one is the best that is another color, at least
    0.12 away, from 1.5 % on, else black from 4 %. A logo of grays only has one color, a white one is white.
    """
    groups = _groups(source)
    if not groups:
        return (WHITE,)
    total = sum(group.count for group in groups)
    ranked = sorted(groups, key=lambda group: (-_score(group, total), group.color))
    first = ranked[0]
    apart = [group for group in ranked[1:] if math.dist(group.lab, first.lab) >= 0.12]
    colored = [group for group in apart if _chroma(group.lab) >= _USABLE and group.count >= _ACCENT * total]
    if colored and (_chroma(first.lab) < _GRAY or _hue_apart(first.lab, colored[0].lab)):
        return first.color, colored[0].color
    others = [group for group in apart if group.count >= 0.04 * total]
    return (first.color, others[0].color) if others and _chroma(first.lab) >= _GRAY else (first.color,)


@lru_cache(maxsize=4)
def swatches_of_logo(source: PictureSource) -> tuple[str, ...]:
    """Up to six colors "#RRGGBB" that a person would name in a logo, its brand colors first, then by weight.

    A color counts from 1 % of the opaque pixels and 0.08 away in OKLab from every one before it. Near white is none,
    and near black only where it is a brand color.
    """
    groups = _groups(source)
    total = sum(group.count for group in groups)
    leading = colors_from_logo(source)
    found = [color for color in leading if color != WHITE]
    for group in sorted(groups, key=lambda group: (-_score(group, total), group.color)):
        apart = all(math.dist(group.lab, lab_of_rgb(*rgb_of(color))) >= _APART for color in found)
        if apart and group.count >= _NOTICED * total and not _near_black(group.lab):
            found.append(group.color)
    return tuple(found[:_CLUSTERS])


def edge_contrast(source: PictureSource, ground: str) -> float:
    """Mean WCAG contrast, 1 to 21, of the opaque pixels at the logo's edges with a ground "#RRGGBB".

    It counts less by the square of the share that can hardly be seen: one bright part does not help the letters
    beside it. On a ground of some color each color of the logo is held against it, and one that melts into it decides;
    logos are made for white, where a pale part is meant to be pale.
    """
    counts = _edge_colors(source)
    total = sum(count for count, _ in counts)
    if not total:
        return 1.0
    measured = [(count, contrast(color, ground)) for count, color in counts]
    mean = sum(count * value for count, value in measured) / total
    seen = sum(count for count, value in measured if value >= FAINT) / total
    faintest = min((contrast(color, ground) for color in _edge_tones(source)), default=FAINT)
    if contrast(WHITE, ground) >= FAINT and faintest < FAINT:
        return faintest
    return max(1.0, mean * seen**2)


@lru_cache(maxsize=4)
def _edge_colors(source: PictureSource) -> tuple[tuple[int, str], ...]:
    """The colors of the opaque pixels at the edges with their counts. Cached: each typed letter rebuilds the kit."""
    image = _opaque(pixels(source, _DRAWN_SIDE))
    mask = ImageOps.expand(image.getchannel("A"), 1, fill=0)
    inner = mask.filter(ImageFilter.MinFilter(3))
    edge = ImageChops.subtract(mask, inner).crop((1, 1, image.width + 1, image.height + 1))
    image.putalpha(edge)
    return tuple(_counts(image))


@lru_cache(maxsize=4)
def _edge_tones(source: PictureSource) -> tuple[str, ...]:
    """The colors at the edges of a logo that a person sees as several, each by its most frequent one."""
    counts, found = _edge_colors(source), dict[str, int]()
    places: dict[str, _Lab] = {}
    for count, color in counts:
        lab = lab_of_rgb(*rgb_of(color))
        near = min(places, key=lambda resource: math.dist(places[resource], lab), default="")
        if not near or math.dist(places[near], lab) >= _COLOR_APART:
            near, places[color] = color, lab
        found[near] = found.get(near, 0) + count
    least = _COLOR_SHARE * sum(found.values())
    return tuple(color for color, count in found.items() if count >= least)


@lru_cache(maxsize=16)
def logo_flaw(source: PictureSource) -> Message | None:
    """Why a logo will not look like one: too few pixels, or a plain field of one color; None when it will."""
    wide, high = (round(side) for side in source.size)
    image = pixels(source, _SIDE).convert("RGBA")
    if len(image.getcolors(1) or ()) == 1 and image.getchannel("A").getbbox() == (0, 0, *image.size):
        return msg("The logo is a single solid color, so nothing in it can be seen.")
    if source.kind != "svg" and max(wide, high) < LEAST_PIXELS:
        return msg("The logo has only {wide} x {high} pixels and will look blurred.", wide=wide, high=high)
    return None


def is_light(source: PictureSource) -> bool:
    """Whether the logo fades on white paper and needs a dark plate there."""
    return edge_contrast(source, WHITE) < MIN_CONTRAST


# ------------------------------------------------------------------ pixels


def _tones(source: PictureSource) -> list[_Tone]:
    """The colors of the opaque pixels. Pixels are picked, not averaged: a mixture of two colors is none."""
    image = pixels(source, _DRAWN_SIDE)
    longest = max(image.size)
    if longest > _SIDE:
        size = (max(1, image.width * _SIDE // longest), max(1, image.height * _SIDE // longest))
        image = image.resize(size, Image.Resampling.NEAREST)
    counts = _counts(_opaque(image))
    return [_Tone(count, lab_of_rgb(*rgb_of(color)), color) for count, color in counts]


def _opaque(image: Image.Image) -> Image.Image:
    """The picture with an alpha channel of all or nothing; what is mostly transparent becomes nothing.

    Where nothing is opaque, as in the thinnest lines, everything visible counts.
    """
    image = image.convert("RGBA")
    alpha = image.getchannel("A")
    limit = 128 if any(alpha.histogram()[128:]) else 1
    image.putalpha(alpha.point(lambda value: 255 if value >= limit else 0))
    return image


def _counts(image: Image.Image) -> list[tuple[int, str]]:
    found = image.getcolors(image.width * image.height) or []
    counts: dict[str, int] = {}
    for count, value in found:
        if isinstance(value, tuple) and value[3]:
            color = hex_of(value[0] / 255, value[1] / 255, value[2] / 255)
            counts[color] = counts.get(color, 0) + count
    return sorted(((count, color) for color, count in counts.items()), key=lambda item: (-item[0], item[1]))


# ------------------------------------------------------------------ groups


def _chroma(lab: _Lab) -> float:
    return math.hypot(lab[1], lab[2])


def _hue_apart(color: _Lab, other: _Lab) -> bool:
    return hue_gap(*(math.degrees(math.atan2(lab[2], lab[1])) for lab in (color, other))) >= 25


def _near_white(lab: _Lab) -> bool:
    return lab[0] > 0.96 and _chroma(lab) < 0.02


def _near_black(lab: _Lab) -> bool:
    return lab[0] < 0.25 and _chroma(lab) < 0.02


def _score(group: _Tone, total: int) -> float:
    return math.sqrt(group.count / total) * (0.3 + min(1.0, _chroma(group.lab) / _FULL))


def _groups(source: PictureSource) -> list[_Tone]:
    """The groups of colors of a logo, without near white; none where nothing else is there."""
    colored = [tone for tone in _tones(source) if not _near_white(tone.lab)]
    return _group(colored) if colored else []


def _group(tones: Sequence[_Tone]) -> list[_Tone]:
    """At most six groups by k-means; starts at the most frequent color and those farthest from the starts."""
    centers = [tones[0].lab]
    while len(centers) < _CLUSTERS:
        tone = max(
            tones,
            key=lambda candidate: (
                math.sqrt(candidate.count) * min(math.dist(candidate.lab, center) for center in centers)
            ),
        )
        if min(math.dist(tone.lab, center) for center in centers) < 0.02:
            break
        centers.append(tone.lab)
    groups: list[list[_Tone]] = []
    for _ in range(_ROUNDS):
        groups = [[] for _ in centers]
        for tone in tones:
            groups[_nearest(tone.lab, centers)].append(tone)
        groups = [group for group in groups if group]
        moved = [_middle(group) for group in groups]
        if moved == centers:
            break
        centers = moved
    return [_merge(group) for group in groups]


def _nearest(lab: _Lab, centers: Sequence[_Lab]) -> int:
    distances = [math.dist(lab, center) for center in centers]
    return distances.index(min(distances))


def _middle(group: Sequence[_Tone]) -> _Lab:
    total = sum(tone.count for tone in group)
    lightness, a, b = (sum(tone.count * tone.lab[axis] for tone in group) / total for axis in range(3))
    return lightness, a, b


def _merge(group: Sequence[_Tone]) -> _Tone:
    """One tone for a group: its most frequent color where that leads, else the one nearest to the middle."""
    total = sum(tone.count for tone in group)
    leading = max(group, key=lambda tone: tone.count)
    if leading.count < 0.2 * total:
        middle = _middle(group)
        leading = min(group, key=lambda tone: (math.dist(tone.lab, middle), tone.color))
    return _Tone(total, leading.lab, leading.color)
