"""Glyphs as filled outlines: the same pixels on every system, at any fraction of a pixel."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import skia
import uharfbuzz as hb

from htpm_studio.errors import StudioError, msg
from htpm_studio.scene.nodes import Face, GlyphRun


class FontOutlines:
    """The glyph outlines of one font file in its own units, y upward; each is read once."""

    def __init__(self, data: bytes) -> None:
        face = hb.Face(hb.Blob(data))
        self.units = face.upem
        self._font = hb.Font(face)
        self._paths: dict[int, skia.Path] = {}

    def path(self, glyph: int) -> skia.Path:
        """The outline of a glyph; empty for a missing glyph, which no back end draws."""
        path = self._paths.get(glyph)
        if path is None:
            path = skia.Path()
            if glyph:
                self._font.draw_glyph(glyph, _draw_funcs(), path)
            path.updateBoundsCache()
            self._paths[glyph] = path
        return path


def draw_run(canvas: skia.Canvas, run: GlyphRun, baseline: float, size: float, paint: skia.Paint) -> None:
    """Draw each glyph at the run's start plus its offset, on the baseline.

    Raises StudioError when the font file is missing.
    """
    font = font_outlines(run.face)
    factor = size / font.units
    with skia.AutoCanvasRestore(canvas):
        canvas.translate(run.x, baseline)
        canvas.scale(factor, -factor)
        at = height = 0.0
        rises = run.rises or (0.0,) * len(run.glyphs)
        for glyph, offset, rise in zip(run.glyphs, run.offsets, rises, strict=True):
            canvas.translate(offset / factor - at, rise / factor - height)
            at, height = offset / factor, rise / factor
            canvas.drawPath(font.path(glyph), paint)


@lru_cache(maxsize=64)
def font_outlines(face: Face) -> FontOutlines:
    """The outlines of a font file, kept while the program runs."""
    try:
        return FontOutlines(face.read())
    except OSError as error:
        raise StudioError(
            msg("The font {name} cannot be read.", name=face.path.name), "Install the program again."
        ) from error


@lru_cache(maxsize=1)
def _draw_funcs() -> Any:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, path: path.moveTo(x, y))
    funcs.set_line_to_func(lambda x, y, path: path.lineTo(x, y))
    funcs.set_quadratic_to_func(lambda cx, cy, x, y, path: path.quadTo(cx, cy, x, y))
    funcs.set_cubic_to_func(lambda ax, ay, bx, by, x, y, path: path.cubicTo(ax, ay, bx, by, x, y))
    funcs.set_close_path_func(lambda path: path.close())
    return funcs
