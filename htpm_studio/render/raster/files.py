"""Pixels as PNG and JPEG files: no metadata, no time, the same bytes each time."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache

from PIL import Image, ImageCms

from htpm_studio.errors import StudioError, say
from htpm_studio.render.bitmaps import encoded

_QUALITIES = (92, 88, 84, 80)
_SMALLEST = 0.4


def encode_png(image: Image.Image) -> bytes:
    """A PNG file; pixels without a colour profile count as sRGB."""
    return encoded(image, "PNG", compress_level=5)


def encode_jpeg(image: Image.Image, max_bytes: int | None = None) -> bytes:
    """A JPEG file with an sRGB profile, if asked for at most `max_bytes` long.

    To fit, quality falls from 92 to 80 with full colour, then again with halved colour, then the
    picture shrinks in steps of 5 %.

    Raises StudioError when it does not fit at 40 % of its width either.
    """
    for attempt, quality, subsampling in _attempts(image.convert("RGB")):
        data = encoded(attempt, "JPEG", quality=quality, subsampling=subsampling, icc_profile=srgb_profile())
        if max_bytes is None or len(data) <= max_bytes:
            return data
    raise StudioError(
        say("A picture cannot be made smaller than {max_bytes} bytes and still be seen.", max_bytes=max_bytes),
        "Allow a larger file.",
    )


@cache
def srgb_profile() -> bytes:
    """An sRGB profile whose header names no date, no system and no program."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[4:8] = bytes(4)
    data[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    data[40:44] = data[80:84] = bytes(4)
    data[84:100] = bytes(16)
    return bytes(data)


def _attempts(image: Image.Image) -> Iterator[tuple[Image.Image, int, int]]:
    for subsampling in (0, 2):
        for quality in _QUALITIES:
            yield image, quality, subsampling
    percent = 95
    while percent >= _SMALLEST * 100:
        size = max(1, round(image.width * percent / 100)), max(1, round(image.height * percent / 100))
        yield image.resize(size, Image.Resampling.LANCZOS), _QUALITIES[-1], 2
        percent -= 5
