"""Lines to type into: fields of an interactive form, each with its label, in a font that comes along."""

from __future__ import annotations

from typing import Any

import uharfbuzz as hb

from htpm_studio.errors import StudioError, msg
from htpm_studio.render.pdf.file import PdfFile, Ref, array, mapping, name, number, numbers, string
from htpm_studio.scene.nodes import Face, FormField

Rect = tuple[float, float, float, float]

_CODES = range(32, 256)
_ALIGN = {"left": 0, "center": 1, "right": 2}
_PRINT = 4
_NONSYMBOLIC = 1 << 5
_FONT = "FF"


class PdfForm:
    """The form of a file: its fields in order, and the font that they are filled in with."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._fields: list[Ref] = []
        self._font: Ref | None = None

    def add(self, field: FormField, rect: Rect) -> tuple[Ref, Any]:
        """The annotation of a field and its dictionary, to be put on its page."""
        if self._font is None:
            self._font = _font(self._file, field.style.face)
        size, color = number(field.style.size), numbers(*(part / 255 for part in field.color.rgb))
        width, height = rect[2] - rect[0], rect[3] - rect[1]
        look = {
            "Type": name("XObject"),
            "Subtype": name("Form"),
            "BBox": array([0, 0, width, height]),
            "Resources": mapping({"Font": mapping({_FONT: self._font})}),
        }
        entries = mapping(
            {
                "Type": name("Annot"),
                "Subtype": name("Widget"),
                "FT": name("Tx"),
                "T": string(f"{len(self._fields) + 1}. {field.name}"),
                "TU": string(field.label),
                "Contents": string(field.label),
                "Rect": array(rect),
                "F": _PRINT,
                "Q": _ALIGN[field.align],
                "MaxLen": 120,
                "DA": string(f"/{_FONT} {size} Tf {color} rg"),
                "AP": mapping({"N": self._file.add_stream(look, b"/Tx BMC EMC")}),
            }
        )
        ref = self._file.add(entries)
        self._fields.append(ref)
        return ref, entries

    def write(self) -> None:
        """Tell the file of the form, if it has any field."""
        if not self._fields:
            return
        entries = {
            "Fields": array(self._fields),
            "DR": mapping({"Font": mapping({_FONT: self._font})}),
            "DA": string(f"/{_FONT} 12 Tf 0 g"),
        }
        self._file.catalog.AcroForm = self._file.add(mapping(entries))


def _font(file: PdfFile, face: Face) -> Ref:
    """The Latin letters of a face as a simple font, so that any reader can set what people type."""
    try:
        opened = hb.Face(hb.Blob(face.read()))
    except OSError as error:
        raise StudioError(
            msg("The font {name} cannot be read.", name=face.path.name), "Install the program again."
        ) from error
    font, factor = hb.Font(opened), 1000 / opened.upem
    letters = {code: bytes([code]).decode("cp1252", "ignore") for code in _CODES}
    glyphs = {code: (letter and font.get_nominal_glyph(ord(letter))) or 0 for code, letter in letters.items()}
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(ord(letter) for code, letter in letters.items() if glyphs[code])
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"name"))
    data = bytes(hb.subset(opened, wanted).blob.data)
    base = f"FORMAA+{face.name}"
    extents = font.get_font_extents("ltr")
    head = opened.reference_table("head").data
    bounds = [round(int.from_bytes(head[at : at + 2], "big", signed=True) * factor) for at in (36, 38, 40, 42)]
    widths = [round(font.get_glyph_h_advance(glyphs[code]) * factor, 3) for code in _CODES]
    descriptor = {
        "Type": name("FontDescriptor"),
        "FontName": name(base),
        "Flags": _NONSYMBOLIC,
        "FontBBox": array(bounds),
        "ItalicAngle": 0,
        "Ascent": round(extents.ascender * factor),
        "Descent": round(extents.descender * factor),
        "CapHeight": 700,
        "StemV": 50 + int((face.weight / 65) ** 2),
        "FontFile2": file.add_stream({"Length1": len(data)}, data),
    }
    entries = {
        "Type": name("Font"),
        "Subtype": name("TrueType"),
        "BaseFont": name(base),
        "FirstChar": _CODES.start,
        "LastChar": _CODES.stop - 1,
        "Widths": array(widths),
        "FontDescriptor": file.add(mapping(descriptor)),
        "Encoding": name("WinAnsiEncoding"),
    }
    return file.add(mapping(entries))
