"""Scene pages for the tests of the back ends, set with HarfBuzz straight from the font files."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from pathlib import Path
from typing import Any, Literal

import uharfbuzz as hb
from PIL import Image

from htpm_studio.scene.nodes import (
    Color,
    Document,
    Face,
    GlyphRun,
    Node,
    Page,
    PictureSource,
    Tag,
    TextBlock,
    TextLine,
    TextStyle,
)
from htpm_studio.units import Box, Size

Kind = Literal["jpeg", "png", "svg"]

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
INK = Color("#14213D", "ink")
BLUE = Color("#1F5FA8", "primary")
WHITE = Color("#FFFFFF", "surface")

BODY = Face("PublicSans-400", FONTS / "PublicSans-400.ttf", "Public Sans")
BOLD = Face("PublicSans-700", FONTS / "PublicSans-700.ttf", "Public Sans", bold=True, weight=700)
HEAD = Face("Fraunces-Head600", FONTS / "Fraunces-Head600.ttf", "Fraunces", weight=600)


@cache
def _font(path: Path) -> Any:
    return hb.Font(hb.Face(hb.Blob(path.read_bytes())))


def run(face: Face, text: str, x: float, size: float, tracking: float = 0.0) -> tuple[GlyphRun, float]:
    """Shaped glyphs and their width."""
    font = _font(face.path)
    factor = size / font.face.upem
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"kern": True, "liga": False, "clig": False})
    pen, offsets = 0.0, []
    for place in buffer.glyph_positions:
        offsets.append(pen + place.x_offset * factor)
        pen += place.x_advance * factor + tracking
    glyphs = tuple(info.codepoint for info in buffer.glyph_infos)
    clusters = tuple(info.cluster for info in buffer.glyph_infos)
    return GlyphRun(face, text, x, glyphs, tuple(offsets), clusters), pen - tracking


def text(
    says: str,
    x: float,
    y: float,
    *,
    rows: tuple[str, ...] = (),
    face: Face = BODY,
    size: float = 12.0,
    color: Color = INK,
    tag: Tag = "P",
    tracking: float = 0.0,
    language: str = "",
) -> TextBlock:
    """A text block whose first baseline is at `y`; `rows` are its lines, by default one a paragraph."""
    rows = rows or tuple(says.split("\n"))
    lines = []
    for number, row in enumerate(rows):
        glyphs, width = run(face, row, x, size, tracking)
        lines.append(TextLine(row, x, y + number * size * 1.3, width, (glyphs,)))
    style = TextStyle("test", face, size, size * 1.3, tracking)
    measure = max(line.width for line in lines)
    box = Box(x, y - size, measure, len(lines) * size * 1.3)
    name = says.split(maxsplit=1)[0].lower() if says.split() else "empty"
    return TextBlock(name, box, says, style, color, tuple(lines), measure, tag=tag, language=language)


def page(
    *nodes: Node, width: float = 240.0, height: float = 160.0, ground: Color = WHITE, title: str = "Sample"
) -> Page:
    """A page with the given nodes."""
    return Page(title.lower(), title, Size(width, height), ground, nodes)


def document(*pages: Page) -> Document:
    """A document in English with all metadata."""
    return Document(
        "Sample kit", "Example Organization", "en-US", pages, subject="A test", keywords=("prevention", "January")
    )


def source(image: Image.Image, kind: Kind = "png") -> PictureSource:
    """A picture source from pixels."""
    target = io.BytesIO()
    image.save(target, kind.upper(), **({"quality": 95} if kind == "jpeg" else {}))
    return _source(target.getvalue(), kind, image.size)


def svg(body: str, width: float, height: float) -> PictureSource:
    """An SVG picture source."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{body}</svg>'.encode()
    return _source(data, "svg", (width, height))


def _source(data: bytes, kind: Kind, size: tuple[float, float]) -> PictureSource:
    return PictureSource(hashlib.sha256(data).hexdigest(), kind, data, size)


def photo(width: int = 320, height: int = 240) -> Image.Image:
    """A smooth picture with a different color in each corner."""
    corners = Image.new("RGB", (2, 2))
    corners.putdata([(200, 60, 40), (40, 160, 90), (30, 70, 190), (240, 220, 80)])
    return corners.resize((width, height), Image.Resampling.BICUBIC)
