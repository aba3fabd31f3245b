"""Drawings of the program's own library as pixels.

They are plain paths, which Skia draws in a tenth of the time that resvg takes, most of it for a PNG file. They are
blended as floats, so that a picture is the same on every system (`render.raster.page`).
"""

from __future__ import annotations

import re

import skia

from htpm_studio.errors import InputError

_PAGE = re.compile(rb'<svg xmlns="[^"]*" (?P<page>viewBox="(?P<numbers>-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+)")>')
"""The start of a drawing of the library."""


def painted(data: bytes, window: tuple[float, float, float, float], size: tuple[int, int]) -> bytearray | None:
    """The part of a drawing in a window (left, top, right, bottom as fractions), in exactly so many pixels.

    Four bytes a pixel: red, green, blue and alpha. None for an SVG that is not of the library.
    """
    page = _PAGE.match(data)
    if page is None:
        return None
    width, height = size
    left, top, right, bottom = window
    x, y, wide, high = (float(number) for number in page["numbers"].split())
    plain = data[: page.start("page")] + data[page.end("page") :]
    drawing = skia.SVGDOM.MakeFromStream(skia.MemoryStream.MakeCopy(plain))
    if drawing is None:
        raise InputError("An SVG picture cannot be drawn.", "Save it as plain SVG, or as PNG.")
    surface = skia.Surface.MakeRaster(_info(size, skia.ColorType.kRGBA_F32_ColorType, skia.AlphaType.kPremul_AlphaType))
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorTRANSPARENT)
    canvas.scale(width / (wide * (right - left)), height / (high * (bottom - top)))
    canvas.translate(-(x + left * wide), -(y + top * high))
    drawing.render(canvas)
    pixels = bytearray(width * height * 4)
    kind = _info(size, skia.ColorType.kRGBA_8888_ColorType, skia.AlphaType.kUnpremul_AlphaType)
    surface.readPixels(kind, pixels, width * 4, 0, 0)
    return pixels


def _info(size: tuple[int, int], kind: skia.ColorType, alpha: skia.AlphaType) -> skia.ImageInfo:
    return skia.ImageInfo.Make(*size, kind, alpha)
