"""Whether a photo shows anything: one flat color, or nearly so, is most often a mistake."""

from __future__ import annotations

from PIL import ImageFilter, ImageStat

from htpm_studio.errors import BadInput
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import PictureSource

SIDE = 64
# Grain and the marks of JPEG go with the blur; fog, snow and a night sky still differ by more than that.
_SPREAD, _RANGE = 2.5, 16


def is_flat(source: PictureSource) -> bool:
    """Whether a photo is one color all over; one that cannot be read is not judged."""
    try:
        picture = pixels(source, SIDE).convert("RGB").filter(ImageFilter.BoxBlur(1))
    except BadInput:
        return False
    stat = ImageStat.Stat(picture)
    return max(stat.stddev) < _SPREAD and max(high - low for low, high in stat.extrema) < _RANGE
