"""Pictures that stay behind a person: out of focus, with a breath of the brand's color over them."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageFilter

from htpm_studio.project.duotone import TONED
from htpm_studio.project.oklch import rgb_of
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import PictureSource

MOST_PIXELS, BLUR = 1920, 1 / 150
_QUALITY = 88


@lru_cache(maxsize=4)
def softened(source: PictureSource, tint: str, share: float) -> PictureSource:
    """The picture as a blurred JPEG with a share of a color "#RRGGBB" over it, at most 1920 pixels on the long side.

    Its size counts as that of the original. Raises InputError when the picture cannot be decoded.
    """
    picture = pixels(source, MOST_PIXELS).convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    blurred = ground.convert("RGB").filter(ImageFilter.GaussianBlur(max(picture.size) * BLUR))
    tinted = Image.blend(blurred, Image.new("RGB", blurred.size, rgb_of(tint)), share)
    data = io.BytesIO()
    tinted.save(data, "JPEG", quality=_QUALITY)
    return PictureSource(f"{source.key}{TONED}soft{tint[1:]}{round(share * 100)}", "jpeg", data.getvalue(), source.size)
