"""Where a photo most likely has to show if its focus is not set: at what differs from its surroundings."""

from __future__ import annotations

import math

from PIL import Image, ImageFilter

from htpm_studio.errors import InputError
from htpm_studio.project.model import CENTER, UPRIGHT_CENTER
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import PictureSource

SIDE = 48
# Colors tell people from walls better than light does; what is little above the mean says nothing.
_LIGHT, _COLOR, _ABOVE = 0.5, 2.0, 1.2
# What is that narrow (standard deviation, in widths) is one subject; what is that wide is the whole scene.
_ONE, _SCENE = 0.16, 0.26


def usual_focus(source: PictureSource) -> tuple[float, float]:
    """The point of a photo to keep: beside the middle where one subject is there, as high as faces are.

    Faces in upright pictures are high up. A busy scene keeps its middle.
    """
    wide, high = source.size
    x, y = UPRIGHT_CENTER if high > wide else CENTER
    try:
        small = pixels(source, 4 * SIDE)
    except InputError:
        return x, y
    middle, spread = _subject(small)
    sure = min(1.0, max(0.0, (_SCENE - spread) / (_SCENE - _ONE)))
    return round(x + (middle - x) * sure, 2), y


def _subject(picture: Image.Image) -> tuple[float, float]:
    """The mean place, from the left, of the colors that stand out, and how widely they are spread."""
    small = picture.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BOX)
    soft = small.filter(ImageFilter.GaussianBlur(1)).convert("YCbCr")
    light, blue, red = (band.tobytes() for band in soft.split())
    count = SIDE * SIDE
    means = [sum(band) / count for band in (light, blue, red)]
    apart = [
        math.sqrt(_LIGHT * (a - means[0]) ** 2 + _COLOR * ((b - means[1]) ** 2 + (c - means[2]) ** 2))
        for a, b, c in zip(light, blue, red, strict=True)
    ]
    least = _ABOVE * sum(apart) / count
    weights = [max(0.0, difference - least) for difference in apart]
    columns = [sum(weights[x::SIDE]) for x in range(SIDE)]
    total = sum(columns)
    if total <= 0:
        return 0.5, 1.0
    places = [(x + 0.5) / SIDE for x in range(SIDE)]
    middle = sum(place * weight for place, weight in zip(places, columns, strict=True)) / total
    spread = sum((place - middle) ** 2 * weight for place, weight in zip(places, columns, strict=True)) / total
    return middle, math.sqrt(spread)
