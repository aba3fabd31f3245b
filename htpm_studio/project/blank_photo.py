"""Whether a photo shows anything: one flat color, or nearly so, is most often a mistake."""

from __future__ import annotations

from PIL import Image, ImageFilter, ImageStat

from htpm_studio.errors import InputError
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import PictureSource

SIDE, SMALL = 512, (48, 48)
# Grain differs a little from pixel to pixel, gravel or grass a lot; fog, snow and a night sky differ over the picture.
_GRAIN, _SPREAD, _RANGE = 9.0, 2.5, 16


def is_flat(source: PictureSource) -> bool:
    """Whether a photo is one color all over; one that cannot be read is not judged."""
    try:
        picture = pixels(source, SIDE).convert("RGB")
    except InputError:
        return False
    soft = ImageStat.Stat(picture.resize(SMALL, Image.Resampling.BOX).filter(ImageFilter.BoxBlur(1)))
    same = max(soft.stddev) < _SPREAD and max(high - low for low, high in soft.extrema) < _RANGE
    return same and max(ImageStat.Stat(picture).stddev) < _GRAIN
