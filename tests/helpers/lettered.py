"""Letters as outlines, as logos have them."""

from __future__ import annotations

from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

FONT = TTFont(Path(__file__).parents[2] / "assets" / "fonts" / "PublicSans-800.ttf")


def letters(text: str, x: float, y: float, size: float, fill: str = "#112233", turn: float = 0.0) -> str:
    """SVG paths of a text that begins at a point, on its base line."""
    glyphs, names, k = FONT.getGlyphSet(), FONT.getBestCmap(), size / FONT["head"].unitsPerEm
    parts, at = [], 0.0
    for letter in text:
        pen = SVGPathPen(glyphs)
        glyphs[names[ord(letter)]].draw(TransformPen(pen, (k, 0, 0, -k, at, 0)))
        parts.append(f'<path d="{pen.getCommands()}"/>')
        at += glyphs[names[ord(letter)]].width * k
    return f'<g fill="{fill}" transform="translate({x} {y}) rotate({turn})">{"".join(parts)}</g>'
