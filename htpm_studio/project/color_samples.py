"""The colors of a picture at a few places, such as along its edge."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageFilter

from htpm_studio.files.library_drawing import painted
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import Crop, PictureSource

_SIDE = 200


@lru_cache(maxsize=64)
def colors_at(source: PictureSource, crop: Crop, spots: tuple[tuple[float, float], ...]) -> tuple[str, ...]:
    """The colors "#RRGGBB" of the part of a picture that shows, at fractions of its width and height.

    Each is the mean of the few pixels around it. Raises InputError when the picture cannot be decoded.
    """
    image = _small(source)
    left, top = round(crop.left * image.width), round(crop.top * image.height)
    wide = max(1, round((1 - crop.right) * image.width) - left)
    high = max(1, round((1 - crop.bottom) * image.height) - top)
    last_x, last_y = image.width - 1, image.height - 1
    found = []
    for across, down in spots:
        x, y = left + min(wide - 1, int(across * wide)), top + min(high - 1, int(down * high))
        pixel = image.getpixel((min(last_x, x), min(last_y, y)))
        red, green, blue = pixel if isinstance(pixel, tuple) else (0, 0, 0)
        found.append(f"#{red:02X}{green:02X}{blue:02X}")
    return tuple(found)


@lru_cache(maxsize=16)
def _small(source: PictureSource) -> Image.Image:
    """A small copy of a picture whose pixels are the mean of those around them."""
    image = _drawn(source) or pixels(source, _SIDE)
    if image.mode == "RGBA":
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image)
        image = ground
    return image.convert("RGB").filter(ImageFilter.BoxBlur(1))


def _drawn(source: PictureSource) -> Image.Image | None:
    """A drawing of the program's library, which there is one of for each frame."""
    longest = max(source.size)
    size = max(1, round(_SIDE * source.size[0] / longest)), max(1, round(_SIDE * source.size[1] / longest))
    found = painted(source.data, (0.0, 0.0, 1.0, 1.0), size) if source.kind == "svg" else None
    return None if found is None else Image.frombytes("RGBA", size, found)
