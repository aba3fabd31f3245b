"""Photos in two tones of the brand: dark parts in one color, light parts in the other."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import ImageOps

from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import PictureSource

TONED = "~"
"""What is in the key of a toned picture after the key of the photo that it was made from."""
MOST_PIXELS = 2600
_CUT, _QUALITY = 0.5, 90


@lru_cache(maxsize=8)
def duotone(source: PictureSource, dark: str, light: str) -> PictureSource:
    """The photo as a JPEG between two colors "#RRGGBB" by its lightness, at most 2600 pixels on the long side.

    Its size counts as that of the original. Raises InputError when the photo cannot be decoded.
    """
    gray = ImageOps.autocontrast(pixels(source, MOST_PIXELS).convert("L"), cutoff=_CUT)
    data = io.BytesIO()
    ImageOps.colorize(gray, dark, light).save(data, "JPEG", quality=_QUALITY, subsampling=0)
    return PictureSource(f"{source.key}{TONED}{dark[1:]}{light[1:]}", "jpeg", data.getvalue(), source.size)


def photo_key(key: str) -> str:
    """The key of the photo itself, toned or not."""
    return key.partition(TONED)[0]
