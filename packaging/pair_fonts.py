"""Make the faces of the pairs of fonts (assets/fonts/pairs.toml) and of the families of design from their originals.

    python packaging/pair_fonts.py FOLDER      FOLDER has the files that their makers publish, at any depth

Each face is one weight of the original, with Latin letters and the signs of English and Spanish texts, without
instructions for small screens, with figures as tall as capitals, those of the heaviest weight of one width, and under a
name of its own.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from htpm_studio.project.font_faces import plain_face, trimmed  # noqa: E402

LATIN = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x218, 0x21B), (0x259, 0x259), (0x2BC, 0x2BC),
    (0x2C6, 0x2DD), (0x300, 0x30C), (0x326, 0x328), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EF2, 0x1EF3),
    (0x2002, 0x200A), (0x2010, 0x203A), (0x2044, 0x2044), (0x20AC, 0x20AC), (0x2113, 0x2113), (0x2122, 0x2122),
    (0x2190, 0x2193), (0x2212, 0x2215), (0x2260, 0x2265), (0x25CF, 0x25CF), (0x2713, 0x2713),
)  # fmt: skip
TEXT = (400, 500, 600, 700, 800)
FACES: tuple[tuple[str, str, str, dict[str, float], tuple[int, ...]], ...] = (
    ("Bricolage", "HTPM Bricolage", "BricolageGrotesque[opsz,wdth,wght].ttf", {"opsz": 96, "wdth": 100}, (800,)),
    ("Archivo", "HTPM Archivo", "Archivo[wdth,wght].ttf", {"wdth": 100}, TEXT),
    ("Nunito", "HTPM Nunito", "Nunito[wght].ttf", {}, (800,)),
    ("NunitoSans", "HTPM Nunito Sans", "NunitoSans[YTLC,opsz,wdth,wght].ttf", {"opsz": 12, "wdth": 100}, TEXT),
    ("Bitter", "HTPM Bitter", "Bitter[wght].ttf", {}, (700,)),
    ("BitterText", "HTPM Bitter Text", "SourceSans3[wght].ttf", {}, TEXT),
    ("Archivo-Cond", "HTPM Archivo Condensed", "Archivo[wdth,wght].ttf", {"wdth": 70}, (800,)),
)
"""The file, the family, the original, its axes besides the weight, and the weights."""

CONDENSED = (
    (62, 800, 0.065), (68, 800, 0.065), (75, 800, 0.065), (75, 700, 0.05),
)  # fmt: skip
"""Widths and weights of Archivo for the family Broadside, with the em by which the space between words is wider.

Without it condensed words run together."""
NARROW = 0.82
"""How wide Arial Narrow is beside Arial."""
NARROWED = ("HTPM Arimo Narrow", "Bold", "ArimoNarrow-700")

BARLOW = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold", 800: "ExtraBold"}


def main(folder: Path) -> None:
    """Write every face into assets/fonts."""
    originals = {path.name: path for path in sorted(folder.rglob("*.ttf"))}
    broadside = ROOT / "templates" / "families" / "broadside" / "fonts"
    data = trimmed(TTFont(originals["Archivo[wdth,wght].ttf"]), LATIN)
    for width, weight, space in CONDENSED:
        names = (f"HTPM Archivo {width} {weight}", "Bold", f"Archivo{width}-{weight}")
        made = plain_face(data, {"wdth": width, "wght": weight}, names, weight, tabular=False)
        keep(broadside / f"{names[2]}.ttf", spaced(made, space))
    faces = ROOT / "assets" / "fonts"
    keep(faces / "ArimoNarrow-700.ttf", narrowed((faces / "Arimo-700.ttf").read_bytes()))
    for stem, family, original, axes, weights in FACES:
        data = trimmed(TTFont(originals[original]), LATIN)
        for weight in weights:
            write(stem, family, data, {**axes, "wght": weight}, weight, tabular=weights is TEXT and weight == TEXT[-1])
    for weight, style in BARLOW.items():
        data = trimmed(TTFont(originals[f"Barlow-{style}.ttf"]), LATIN)
        write("Barlow", "HTPM Barlow", data, {}, weight, tabular=weight == TEXT[-1])


def write(stem: str, family: str, data: bytes, axes: dict[str, float], weight: int, *, tabular: bool) -> None:
    """Write one face and say how large it is."""
    name = f"{stem}{weight}" if "-" in stem else f"{stem}-{weight}"
    bold = "Bold" if weight >= 600 else "Regular"
    made = plain_face(data, axes, (f"{family} {weight}", bold, name), weight, tabular=tabular)
    keep(ROOT / "assets" / "fonts" / f"{name}.ttf", made)


def spaced(data: bytes, more: float) -> bytes:
    """The face with a wider space between words, by so many em."""
    font = TTFont(io.BytesIO(data))
    for code in (0x20, 0xA0):
        glyph = font.getBestCmap()[code]
        wide, left = font["hmtx"][glyph]
        font["hmtx"][glyph] = (wide + round(more * font["head"].unitsPerEm), left)
    return saved(font)


def narrowed(data: bytes) -> bytes:
    """Arimo made as narrow as Arial Narrow, whose letters it then measures; Latin letters alone."""
    made = plain_face(trimmed(TTFont(io.BytesIO(data)), LATIN), {}, NARROWED, 700, tabular=False)
    font = TTFont(io.BytesIO(made))
    glyphs, glyf = font.getGlyphSet(), font["glyf"]
    order = font.getGlyphOrder()
    drawn, wide = {}, {}
    for name in order:
        plain, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(plain)
        plain.replay(TransformPen(pen, (NARROW, 0, 0, 1, 0, 0)))
        drawn[name] = pen.glyph()
        wide[name] = round(font["hmtx"][name][0] * NARROW)
    for name in order:
        glyf[name] = drawn[name]
        drawn[name].recalcBounds(glyf)
        font["hmtx"][name] = (wide[name], getattr(drawn[name], "xMin", 0))
    for tag in ("GPOS", "GSUB", "GDEF", "kern"):
        if tag in font:
            del font[tag]
    return saved(font)


def saved(font: TTFont) -> bytes:
    """The bytes of a font, the same each time."""
    font.recalcTimestamp = False
    file = io.BytesIO()
    font.save(file, reorderTables=None)
    return file.getvalue()


def keep(target: Path, made: bytes) -> None:
    """Write one face and say how large it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made)
    letters = len(TTFont(io.BytesIO(made)).getBestCmap())
    print(f"{target.name}  {len(made):,} bytes, {letters} letters")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
