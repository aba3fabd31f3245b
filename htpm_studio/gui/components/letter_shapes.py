"""Words as outlines of a kit's fonts, which the window's system does not know."""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from htpm_studio.text.fonts import FontBook
from htpm_studio.text.shaping import shape


@lru_cache(maxsize=256)
def letters(text: str, role: str, fonts: FontBook) -> QPainterPath:
    """A line of text in the face of a role, one em high, its baseline at zero and y down."""
    whole = QPainterPath()
    for run in shape(text, role, fonts).runs:
        font = fonts.data(run.face.name).font
        for glyph, offset in zip(run.glyphs, run.offsets, strict=True):
            drawn = QPainterPath()
            font.draw_glyph(glyph, _pens(), drawn)
            scale = 1 / font.face.upem
            whole.addPath(QTransform(scale, 0, 0, -scale, run.start + offset, 0).map(drawn))
    whole.setFillRule(Qt.FillRule.WindingFill)
    return whole


@lru_cache(maxsize=1)
def _pens() -> hb.DrawFuncs:
    pens = hb.DrawFuncs()
    pens.set_move_to_func(lambda x, y, path: path.moveTo(x, y))
    pens.set_line_to_func(lambda x, y, path: path.lineTo(x, y))
    pens.set_quadratic_to_func(lambda cx, cy, x, y, path: path.quadTo(cx, cy, x, y))
    pens.set_cubic_to_func(lambda ax, ay, bx, by, x, y, path: path.cubicTo(ax, ay, bx, by, x, y))
    pens.set_close_path_func(lambda path: path.closeSubpath())
    return pens
