"""Font files as users bring them, made from faces of the program: OpenType, variable, restricted, and so on."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools import subset, varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import FontUse
from htpm_studio.project.own_fonts import SIGNS, OwnFont, needed_letters, read_sent

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
NEEDED = needed_letters() + SIGNS + " "


@lru_cache
def read(data: bytes, use: FontUse = "heading", names: str = "", *others: bytes) -> OwnFont:
    """The font in the bytes of files, read in this process."""
    files = tuple((f"font-{number}.ttf", one) for number, one in enumerate((data, *others), 1))
    return read_sent(files, use, names, JobContext(), lambda _told: None)


def changed(data: bytes, change: Callable[[TTFont], object]) -> bytes:
    """The same file with something changed."""
    font = TTFont(io.BytesIO(data))
    change(font)
    return saved(font)


def saved(font: TTFont) -> bytes:
    """The bytes of a font."""
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


@lru_cache
def true_type(name: str = "Bricolage-800", letters: str = NEEDED, family: str = "Acme Display") -> bytes:
    """A small TrueType font of one weight."""
    return _cut(FONTS / f"{name}.ttf", letters, family)


def _cut(path: Path, letters: str, family: str, drop: Iterable[str] = ()) -> bytes:
    font = TTFont(path)
    cutter = subset.Subsetter(subset.Options(name_IDs=["*"], layout_features=["kern"]))
    cutter.populate(unicodes=map(ord, letters))
    cutter.subset(font)
    for tag in drop:
        if tag in font:
            del font[tag]
    font["name"].setName(family, 1, 3, 1, 0x409)
    return saved(font)


@lru_cache
def open_type() -> bytes:
    """The same letters with the cubic outlines of an OTF file."""
    source = TTFont(io.BytesIO(true_type()))
    glyphs, order = source.getGlyphSet(), source.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = T2CharStringPen(source["hmtx"][name][0], glyphs)
        glyphs[name].draw(pen)
        drawn[name] = pen.getCharString()
    builder = FontBuilder(source["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(source.getBestCmap())
    builder.setupCFF("AcmeCubic", {"FullName": "Acme Cubic"}, drawn, {})
    builder.setupHorizontalMetrics(dict(source["hmtx"].metrics))
    builder.setupHorizontalHeader(ascent=source["hhea"].ascent, descent=source["hhea"].descent)
    builder.setupNameTable({"familyName": "Acme Cubic", "styleName": "Regular"})
    builder.setupOS2(usWeightClass=800, fsType=0)
    builder.setupPost()
    return saved(builder.font)


@lru_cache
def variable() -> bytes:
    """A variable font from weight 400 to 800."""
    design = DesignSpaceDocument()
    axis = AxisDescriptor()
    axis.tag, axis.name, axis.minimum, axis.default, axis.maximum = "wght", "Weight", 400, 400, 800
    design.addAxis(axis)
    for weight in (400, 800):
        master = SourceDescriptor()
        data = _cut(FONTS / f"Archivo-{weight}.ttf", NEEDED, "Acme Text", ("GPOS", "GSUB", "GDEF"))
        master.font, master.location = TTFont(io.BytesIO(data)), {"Weight": weight}
        design.addSource(master)
    font: Any = varLib.build(design, exclude=["HVAR", "MVAR", "STAT"])[0]
    return saved(font)
