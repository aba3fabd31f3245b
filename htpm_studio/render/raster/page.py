"""A page as pixels: shapes, pictures and glyphs painted with Skia."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable
from typing import assert_never

import skia
from PIL import Image

from htpm_studio.render.bitmaps import bitmap
from htpm_studio.render.outlines import is_plain
from htpm_studio.render.raster.paint import fill_paint, outline_path, stroke_paint
from htpm_studio.render.raster.text import draw_run
from htpm_studio.scene.nodes import FormField, Group, Link, Node, Page, Picture, Shape, TextBlock

_MAX_PICTURE_PIXELS = 64_000_000
_EXACT = skia.ColorType.kRGBA_F32_ColorType
_SPARE_BYTES = 40 * 1024 * 1024
"""Room for an exact surface of 1080 x 1920 pixels."""


class _Spare:
    """The last exact surface, for the next page of the same size: one that is new takes longer than all its clearing.

    Safe to use from several threads: whoever takes it has it alone.
    """

    def __init__(self) -> None:
        self._surfaces: list[skia.Surface] = []

    def take(self, info: skia.ImageInfo) -> skia.Surface:
        """A surface of that kind, with whatever was painted on it before."""
        with contextlib.suppress(IndexError):
            spare = self._surfaces.pop()
            if spare.imageInfo() == info:
                return spare
            del spare
        return skia.Surface.MakeRaster(info)

    def give(self, surface: skia.Surface) -> None:
        """Keep a surface whose canvas is as it was when it was taken."""
        info = surface.imageInfo()
        if info.colorType() == _EXACT and info.computeMinByteSize() <= _SPARE_BYTES:
            self._surfaces[:] = [surface]


_SPARE = _Spare()


def render_page(page: Page, scale: float, *, exact: bool = True) -> Image.Image:
    """The page as an RGB image; `scale` is pixels per point.

    The page is fitted to whole pixels, so whatever bleeds off an edge covers the last pixel too. Skia blends bytes in
    another way on each processor and system; blended as floats and rounded once, `exact` pixels are the same on all of
    them. What is only seen on the screen does without: it is one level off at most, and faster.

    Raises InputError for a picture that cannot be decoded, StudioError for a missing font file.
    """
    width, height = max(1, round(page.size.width * scale)), max(1, round(page.size.height * scale))
    blending = _EXACT if exact else skia.ColorType.kRGBA_8888_ColorType
    surface = _SPARE.take(_info(width, height, blending))
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorSetRGB(*page.ground.rgb))
    canvas.save()
    canvas.scale(width / page.size.width, height / page.size.height)
    _draw_all(canvas, page.nodes)
    pixels = bytearray(width * height * 4)
    surface.readPixels(_info(width, height, skia.ColorType.kRGBA_8888_ColorType), pixels, width * 4, 0, 0)
    canvas.restore()
    _SPARE.give(surface)
    return Image.frombytes("RGB", (width, height), pixels, "raw", "RGBX")


def _info(width: int, height: int, kind: skia.ColorType) -> skia.ImageInfo:
    return skia.ImageInfo.Make(width, height, kind, skia.AlphaType.kPremul_AlphaType)


def _draw_all(canvas: skia.Canvas, nodes: Iterable[Node]) -> None:
    for node in nodes:
        _draw(canvas, node)


def _draw(canvas: skia.Canvas, node: Node) -> None:
    match node:
        case Group():
            _draw_group(canvas, node)
        case Shape():
            _draw_shape(canvas, node)
        case Picture():
            _draw_picture(canvas, node)
        case TextBlock():
            _draw_text(canvas, node)
        case Link():
            _draw_all(canvas, node.children)  # pixels cannot be clicked
        case FormField():
            pass  # nor filled in: the template draws the line below
        case _:
            assert_never(node)


def _draw_group(canvas: skia.Canvas, group: Group) -> None:
    with skia.AutoCanvasRestore(canvas):
        if group.turn:
            canvas.rotate(group.turn, *group.box.center)
        if group.clip is not None:
            canvas.clipPath(outline_path(group.clip, group.box), True)
        _draw_all(canvas, group.children)


def _draw_shape(canvas: skia.Canvas, shape: Shape) -> None:
    path = outline_path(shape.geometry, shape.box)
    if shape.fill is not None:
        canvas.drawPath(path, fill_paint(shape.fill, shape.box, canvas))
    if shape.stroke is not None:
        canvas.drawPath(path, stroke_paint(shape.stroke))


def _draw_text(canvas: skia.Canvas, text: TextBlock) -> None:
    if text.emphasis is not None:
        for box in text.emphasis.strokes:
            place = skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height)
            canvas.drawRect(place, fill_paint(text.emphasis.color, box, canvas))
    for line in text.lines:
        paint = fill_paint(line.color or text.color, text.box, canvas)
        for run in line.runs:
            draw_run(canvas, run, line.baseline, text.style.size, paint)
        if text.underlined:
            box = line.underline(text.style.size)
            canvas.drawRect(skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height), paint)


# ------------------------------------------------------------------ pictures


def _draw_picture(canvas: skia.Canvas, picture: Picture) -> None:
    """Upright pictures meet the pixel grid exactly; turned ones, also upside down, are resampled once more."""
    box = picture.box
    room = skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height)
    matrix = canvas.getTotalMatrix()
    with skia.AutoCanvasRestore(canvas):
        if not is_plain(picture.frame):
            canvas.clipPath(outline_path(picture.frame, box), True)
        if matrix.isScaleTranslate() and matrix.getScaleX() > 0:
            place = matrix.mapRect(room)
            grid = place.round() if is_plain(picture.frame) else place.roundOut()
            grid = skia.IRect.MakeXYWH(grid.x(), grid.y(), max(1, grid.width()), max(1, grid.height()))
            canvas.resetMatrix()
            _paste(canvas, picture, skia.Rect.Make(grid), grid.width(), grid.height())
        else:
            factor = math.hypot(matrix.getScaleX(), matrix.getSkewY())
            _paste(canvas, picture, room, math.ceil(box.width * factor), math.ceil(box.height * factor))


def _paste(canvas: skia.Canvas, picture: Picture, room: skia.Rect, width: int, height: int) -> None:
    shrink = min(1.0, math.sqrt(_MAX_PICTURE_PIXELS / (max(1, width) * max(1, height))))
    image = bitmap(picture, round(width * shrink), round(height * shrink))
    opaque = image.mode == "RGB"
    drawing = skia.Image.frombytes(
        image.convert("RGBA").tobytes(),
        image.size,
        skia.ColorType.kRGBA_8888_ColorType,
        skia.AlphaType.kOpaque_AlphaType if opaque else skia.AlphaType.kUnpremul_AlphaType,
    )
    exact = image.size == (room.width(), room.height())
    sampling = skia.SamplingOptions(skia.FilterMode.kNearest if exact else skia.FilterMode.kLinear)
    canvas.drawImageRect(drawing, room, sampling, skia.Paint(AntiAlias=True))
