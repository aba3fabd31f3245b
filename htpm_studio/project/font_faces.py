"""One font file made plain: single weights, plain TrueType outlines, the letters that kits use, even metrics.

Every back end then reads the same simple kind of file, whoever drew the font and in whatever form it came.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Set
from typing import Any

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib import instancer

Axes = Mapping[str, float]

ALPHABETS = (
    (0x20, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x206F),
    (0x2070, 0x20CF), (0x2100, 0x214F), (0x2190, 0x22FF), (0x25A0, 0x25FF), (0x2700, 0x27BF), (0xFB00, 0xFB06),
)  # fmt: skip
"""Latin, Greek and Cyrillic letters with their signs; faces of the program set the other scripts."""

FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")
FIGURES = ("lnum", "tnum")
LINE, RISE = 1.2, 0.0125
"""Ascent and descent together, and how far above the middle of the capitals the middle of a line lies, in em.

Text of any face then lies at the same height in its box."""

_DAY = 3_786_912_000
"""The date of all faces, January 1, 2024, in seconds from 1904 on."""

_FIGURES = range(0x30, 0x3A)
_CURVES = 0.001
"""How far a converted outline may be from the drawn one, in em."""


def weights_of(font: TTFont) -> tuple[float, float] | None:
    """The lightest and the heaviest weight of a variable font; None where it has one only."""
    for axis in font["fvar"].axes if "fvar" in font else ():
        if axis.axisTag == "wght" and axis.minValue < axis.maxValue:
            return float(axis.minValue), float(axis.maxValue)
    return None


def trimmed(font: TTFont, letters: Iterable[tuple[int, int]]) -> bytes:
    """The font with these letters alone, all its weights still in it: single ones are then made quickly."""
    options = subset.Options()
    options.layout_features = [*FEATURES, *FIGURES]
    options.hinting = "glyf" not in font  # Cubic outlines are drawn anew, which leaves their hints behind.
    options.notdef_outline, options.glyph_names = True, False
    options.legacy_kern, options.recalc_timestamp, options.name_IDs = False, False, ["*"]
    options.drop_tables += ["DSIG", "MATH", "BASE", "JSTF", "meta", "SVG ", "COLR", "CPAL", "sbix", "CBDT", "CBLC"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes={code for first, last in letters for code in range(first, last + 1)})
    names = font["name"]
    del font["name"]  # To cut its names too, all that the font holds would be looked through for their numbers.
    cutter.subset(font)
    font["name"] = names
    font.recalcTimestamp, font.flavor = False, None
    file = io.BytesIO()
    font.save(file, reorderTables=None)
    return file.getvalue()


def plain_face(
    data: bytes, wanted: Axes, names: tuple[str, str, str], weight: int, *, tables: Set[str], tabular: bool
) -> bytes:
    """A face of a trimmed font at a place of its axes, those that are not wanted at their usual one.

    Of its tables only `tables` are kept. `names` are its family, "Regular" or "Bold", and its PostScript name. Figures
    are those as tall as capitals, and `tabular` ones all of one width, where the font has them.
    """
    font = _single(TTFont(io.BytesIO(data)), wanted)
    _choose_figures(font, FIGURES if tabular else FIGURES[:1])
    if "glyf" not in font:
        _to_true_type(font)
    for tag in set(font.keys()) - tables - {"GlyphOrder"}:
        del font[tag]
    _even_metrics(font, weight)
    _rename(font, names)
    font["head"].created = font["head"].modified = _DAY
    font["head"].flags &= 0b1011
    font["post"].formatType = 3.0
    font.recalcTimestamp = False
    file = io.BytesIO()
    font.save(file, reorderTables=None)
    return file.getvalue()


def _single(font: TTFont, wanted: Axes) -> TTFont:
    if "fvar" not in font:
        return font
    place = {
        axis.axisTag: min(max(wanted.get(axis.axisTag, axis.defaultValue), axis.minValue), axis.maxValue)
        for axis in font["fvar"].axes
    }
    return instancer.instantiateVariableFont(font, place, inplace=True)


def height_of(font: TTFont, letter: str) -> float:
    """How high a letter reaches above the baseline, in em; 0 for one that is missing or empty."""
    name = font.getBestCmap().get(ord(letter))
    if name is None:
        return 0.0
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return float(pen.bounds[3]) / float(font["head"].unitsPerEm) if pen.bounds else 0.0


# ------------------------------------------------------------------ figures


def _choose_figures(font: TTFont, features: tuple[str, ...]) -> None:
    """Let the figures be those of some features: what sets text here, and any reader of a form, uses none."""
    if "GSUB" not in font:
        return
    for feature in features:
        swap = _swaps(font["GSUB"].table, feature)
        for table in font["cmap"].tables:
            if not table.isUnicode():
                continue
            for code in _FIGURES:
                if table.cmap.get(code) in swap:
                    table.cmap[code] = swap[table.cmap[code]]


def _swaps(table: Any, feature: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if not table.FeatureList or not table.LookupList:
        return found
    numbers = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(numbers):
        for part in table.LookupList.Lookup[index].SubTable:
            inner = part.ExtSubTable if part.LookupType == 7 else part
            if inner.LookupType == 1:
                found.update(inner.mapping)
    return found


# ------------------------------------------------------------------ outlines, metrics, names


def _to_true_type(font: TTFont) -> None:
    """Turn cubic outlines into quadratic ones, which is what PDF files embed here."""
    order, glyphs, upem = font.getGlyphOrder(), font.getGlyphSet(), font["head"].unitsPerEm
    drawn: dict[str, Any] = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, _CURVES * upem, reverse_direction=True))
        drawn[name] = pen.glyph()
    for tag in ("CFF ", "CFF2", "VORG"):
        if tag in font:
            del font[tag]
    glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, drawn
    font["glyf"], font["loca"] = glyf, newTable("loca")
    maxp = newTable("maxp")
    maxp.tableVersion, maxp.numGlyphs = 0x00010000, len(order)
    maxp.maxZones, maxp.maxTwilightPoints, maxp.maxStorage, maxp.maxFunctionDefs = 1, 0, 0, 0
    maxp.maxInstructionDefs, maxp.maxStackElements, maxp.maxSizeOfInstructions = 0, 0, 0
    font["maxp"] = maxp
    for name in order:
        glyph = drawn[name]
        glyph.recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    font.sfntVersion = "\0\1\0\0"


def _even_metrics(font: TTFont, weight: int) -> None:
    upem, capital = font["head"].unitsPerEm, height_of(font, "H")
    ascent = LINE / 2 + capital / 2 + RISE
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = round(ascent * upem), -round((LINE - ascent) * upem), 0
    os2.version = max(os2.version, 4)
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = hhea.ascent, hhea.descent, 0
    os2.sCapHeight, os2.sxHeight = round(capital * upem), round(height_of(font, "x") * upem)
    os2.usDefaultChar, os2.usBreakChar, os2.usMaxContext = 0, 32, getattr(os2, "usMaxContext", 0) or 0
    os2.usWeightClass = weight


def _rename(font: TTFont, names: tuple[str, str, str]) -> None:
    family, style, postscript = names
    old = font["name"]
    rights = {number: old.getDebugName(number) for number in (0, 13)}
    table = newTable("name")
    table.names = []
    for number, text in ((1, family), (2, style), (4, f"{family} {style}"), (6, postscript), *rights.items()):
        if text:
            table.setName(str(text)[:2000], number, 3, 1, 0x409)
    font["name"] = table
    selection = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = selection | (0b100000 if style == "Bold" else 0b1000000)
    font["head"].macStyle = 1 if style == "Bold" else 0
