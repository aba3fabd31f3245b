"""The colors of a picture at a few places, such as along its edge."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image

from htpm_studio.project.oklch import hex_of
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import Crop, PictureSource

_SIDE = 200


@lru_cache(maxsize=256)
def colors_at(source: PictureSource, crop: Crop, spots: tuple[tuple[float, float], ...]) -> tuple[str, ...]:
    """The colors "#RRGGBB" of the part of a picture that shows, at fractions of its width and height.

    Each is the mean of the few pixels around it. Raises InputError when the picture cannot be decoded.
    """
    image = _small(source)
    wide, high = image.size
    left, top = round(crop.left * wide), round(crop.top * high)
    right, bottom = round((1 - crop.right) * wide), round((1 - crop.bottom) * high)
    shown = image.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
    return tuple(_color(shown, *spot) for spot in spots)


@lru_cache(maxsize=32)
def _small(source: PictureSource) -> Image.Image:
    image = pixels(source, _SIDE)
    if image.mode == "RGBA":
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image)
        image = ground
    return image.convert("RGB")


def _color(image: Image.Image, across: float, down: float) -> str:
    wide, high = image.size
    x, y = min(wide - 1, int(across * wide)), min(high - 1, int(down * high))
    area = (max(0, x - 1), max(0, y - 1), min(wide, x + 2), min(high, y + 2))
    pixel = image.crop(area).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    red, green, blue = pixel if isinstance(pixel, tuple) else (0, 0, 0)
    return hex_of(red / 255, green / 255, blue / 255)
