"""Lines to type into and answers to choose: fields of a form, each with its label, in a font that comes along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

import uharfbuzz as hb

from htpm_studio.errors import StudioError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.render.pdf.file import PdfFile, Ref, array, mapping, name, number, numbers, string
from htpm_studio.scene.nodes import Face, FormField

Rect = tuple[float, float, float, float]

_CODES = range(32, 256)
_ALIGN = {"left": 0, "center": 1, "right": 2}
_PRINT = 4
_NONSYMBOLIC = 1 << 5
_FONT = "FF"
_RADIO = 1 << 15
_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, as a share of its radius."""

_CAPITAL = 0.7


@dataclass(frozen=True, slots=True)
class _Question:
    """The field of a question: its dictionary, and the annotation of each answer by what it says."""

    ref: Ref
    entries: Any
    answers: dict[str, Ref] = field(default_factory=dict)


class PdfForm:
    """The form of a file: its fields in order, and the font that they are filled in with."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._fields: list[Ref] = []
        self._asked: dict[tuple[int, str], _Question] = {}
        self._questions: list[_Question] = []
        self._font: Ref | None = None
        self._wide: list[float] = []

    def add(self, field: FormField, rect: Rect, page: int) -> tuple[Ref, Any]:
        """The annotation of a field on a page and its dictionary, to be put there."""
        if field.choice:
            return self._choice(field, rect, page)
        self._widths(field)
        size, color = number(field.style.size), numbers(*(part / 255 for part in field.color.rgb))
        entries = mapping(
            {
                **_widget(field.label, rect),
                "FT": name("Tx"),
                "T": self._name(field),
                "Q": _ALIGN[field.align],
                "MaxLen": 120,
                "DA": string(f"/{_FONT} {size} Tf {color} rg"),
                "AP": mapping({"N": self._look(rect, b"/Tx BMC EMC", {"Font": mapping({_FONT: self._font})})}),
            }
        )
        ref = self._file.add(entries)
        self._fields.append(ref)
        return ref, entries

    def _choice(self, field: FormField, rect: Rect, page: int) -> tuple[Ref, Any]:
        """One answer of a question, light on dark where it is chosen. Another click takes that back: none is needed."""
        question = self._question(field, page)
        state = str(len(question.answers) + 1)
        looks = mapping({state: self._chosen(field, rect), "Off": self._look(rect, b"")})
        entries = mapping(
            {
                **_widget(f"{field.label}: {field.choice}", rect),
                "FT": name("Btn"),
                "Parent": question.ref,
                "AS": name("Off"),
                "AP": mapping({"N": looks}),
            }
        )
        question.answers[field.choice] = self._file.add(entries)
        return question.answers[field.choice], entries

    def _widths(self, field: FormField) -> list[float]:
        """How wide the letters of the font are, which is that of the first field."""
        if self._font is None:
            self._font, self._wide = _font(self._file, field.style.face)
        return self._wide

    def _question(self, field: FormField, page: int) -> _Question:
        """The question of all answers with one label on a page; where an answer comes again, it is asked again."""
        found = self._asked.get((page, field.label))
        if found is not None and field.choice not in found.answers:
            return found
        asked = {"FT": name("Btn"), "Ff": _RADIO, "T": self._name(field), "TU": string(field.label)}
        entries = mapping({**asked, "V": name("Off")})
        found = _Question(self._file.add(entries), entries)
        self._asked[page, field.label] = found
        self._questions.append(found)
        self._fields.append(found.ref)
        return found

    def _chosen(self, field: FormField, rect: Rect) -> Ref:
        width, height, size = rect[2] - rect[0], rect[3] - rect[1], field.style.size
        letters = field.choice.encode("cp1252", "replace")
        wide = sum(self._widths(field)[letter - _CODES.start] for letter in letters) / 1000 * size
        place = numbers((width - wide) / 2, (height - _CAPITAL * size) / 2)
        color = numbers(*(part / 255 for part in field.color.rgb))
        words = f"BT /{_FONT} {number(size)} Tf 1 1 1 rg {place} Td <{letters.hex()}> Tj ET"
        code = f"q {color} rg {_disc(width, height)} f {words} Q".encode("ascii")
        return self._look(rect, code, {"Font": mapping({_FONT: self._font})})

    def _name(self, field: FormField) -> Any:
        """A name of its own, without the dots that would make parts of it."""
        return string(f"{len(self._fields) + 1} {field.name.replace('.', '')}")

    def _look(self, rect: Rect, code: bytes, resources: Mapping[str, Any] = MappingProxyType({})) -> Ref:
        entries = {
            "Type": name("XObject"),
            "Subtype": name("Form"),
            "BBox": array([0, 0, rect[2] - rect[0], rect[3] - rect[1]]),
            "Resources": mapping(resources),
        }
        return self._file.add_stream(entries, code)

    def write(self) -> None:
        """Tell the file of the form, if it has any field."""
        if not self._fields:
            return
        for question in self._questions:
            question.entries.dict["Kids"] = array(list(question.answers.values()))
        entries = {
            "Fields": array(self._fields),
            "DR": mapping({"Font": mapping({_FONT: self._font})}),
            "DA": string(f"/{_FONT} 12 Tf 0 g"),
        }
        self._file.catalog.AcroForm = self._file.add(mapping(entries))


def _widget(label: str, rect: Rect) -> dict[str, Any]:
    return {
        "Type": name("Annot"),
        "Subtype": name("Widget"),
        "TU": string(label),
        "Contents": string(label),
        "Rect": array(rect),
        "F": _PRINT,
    }


def _disc(width: float, height: float) -> str:
    """The path of the ellipse in a box, from its right on."""
    x, y, along, up = width / 2, height / 2, width / 2 * _ROUND, height / 2 * _ROUND
    steps = (
        (width, y + up, x + along, height, x, height), (x - along, height, 0, y + up, 0, y),
        (0, y - up, x - along, 0, x, 0), (x + along, 0, width, y - up, width, y),
    )  # fmt: skip
    return " ".join([f"{numbers(width, y)} m", *(f"{numbers(*step)} c" for step in steps)])


def _font(file: PdfFile, face: Face) -> tuple[Ref, list[float]]:
    """The Latin letters of a face as a simple font, so that any reader can set what people type, and their widths."""
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
        "CapHeight": round(1000 * _CAPITAL),
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
    return file.add(mapping(entries)), widths
