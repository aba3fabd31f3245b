"""Fonts and text of a PDF: each glyph where the scene puts it, each with the characters it stands for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, repeat
from typing import NamedTuple

import uharfbuzz as hb

from htpm_studio.errors import StudioError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.render.pdf.file import PdfFile, Ref, array, mapping, name, number, numbers, string
from htpm_studio.render.pdf.metadata import clean
from htpm_studio.scene.nodes import Face, GlyphRun, TextBlock, TextLine, TextStyle

_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "DSIG", "STAT", "kern", "cmap", "name", "post", "OS/2", "gasp", "meta")
_SYMBOLIC, _FORCE_BOLD = 1 << 2, 1 << 18
_FAINTEST = 0.0005
"""Shifts below this part of the size are not written."""


class PdfFont:
    """The glyphs that a document uses of one face, embedded as a CID font.

    A code stands for one glyph and one text, so that the same glyph can be read as a space here and
    as a no-break space there, and characters beyond U+FFFF are read back whole. ReportLab's own
    TrueType fonts know code points only, cannot show a glyph that shaping chose, and write such
    characters wrong; hence this class.
    """

    def __init__(self, file: PdfFile, face: Face) -> None:
        try:
            data = face.read()
        except OSError as error:
            raise StudioError(
                msg("The font {name} cannot be read.", name=face.path.name), "Install the program again."
            ) from error
        self._face = hb.Face(hb.Blob(data))
        self._font = hb.Font(self._face)
        self._weight = face.weight
        self._codes: dict[tuple[int, str], int] = {}
        self._shown: dict[tuple[int, str], tuple[str, float]] = {}
        self._entries = mapping({})
        self.ref: Ref = file.add(self._entries)
        self.space = self._font.get_nominal_glyph(32) or 0

    def code(self, glyph: int, text: str) -> int:
        """The code of a glyph that stands for `text`; a missing glyph becomes an unseen one."""
        spoken_text = clean(text).replace("\ufeff", "") or "\u200b"
        return self._codes.setdefault((glyph or self.space, spoken_text), len(self._codes) + 1)

    def shown(self, glyph: int, text: str) -> tuple[str, float]:
        """The code of a glyph that stands for `text` as it is written, and the width of the glyph."""
        if (known := self._shown.get((glyph, text))) is None:
            known = self._shown[glyph, text] = f"{self.code(glyph, text):04X}", self.width(glyph)
        return known

    def width(self, glyph: int) -> float:
        """Advance width in thousandths of the size, as the file states it."""
        advance: float = self._font.get_glyph_h_advance(glyph or self.space)
        return float(round(advance * 1000 / self._face.upem, 3))

    def write(self, file: PdfFile) -> None:
        """Write the font with all codes asked for."""
        glyphs = sorted({glyph for glyph, _ in self._codes})
        tag = _tag(glyphs)
        base = f"{tag}+{self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or 'Font'}".replace(" ", "")
        glyph_of = b"".join(glyph.to_bytes(2, "big") for glyph in (0, *(glyph for glyph, _ in self._codes)))
        descendant = {
            "Type": name("Font"),
            "Subtype": name("CIDFontType2"),
            "BaseFont": name(base),
            "CIDSystemInfo": mapping({"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0}),
            "FontDescriptor": self._descriptor(file, base, glyphs),
            "DW": 0,
            "W": array([1, array([self.width(glyph) for glyph, _ in self._codes])]),
            "CIDToGIDMap": file.add_stream({}, glyph_of),
        }
        self._entries.dict |= {
            "Type": name("Font"),
            "Subtype": name("Type0"),
            "BaseFont": name(base),
            "Encoding": name("Identity-H"),
            "DescendantFonts": array([file.add(mapping(descendant))]),
            "ToUnicode": file.add_stream({}, to_unicode_map([text for _, text in self._codes])),
        }

    def _descriptor(self, file: PdfFile, base: str, glyphs: Sequence[int]) -> Ref:
        factor = 1000 / self._face.upem
        data = self._subset(glyphs)
        head = self._face.reference_table("head").data
        bounds = [int.from_bytes(head[at : at + 2], "big", signed=True) * factor for at in (36, 38, 40, 42)]
        extents = self._font.get_font_extents("ltr")
        height: float = self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        entries = {
            "Type": name("FontDescriptor"),
            "FontName": name(base),
            "Flags": _SYMBOLIC | (_FORCE_BOLD if self._weight >= 600 else 0),
            "FontBBox": array([round(value) for value in bounds]),
            "ItalicAngle": 0,
            "Ascent": round(extents.ascender * factor),
            "Descent": round(extents.descender * factor),
            "CapHeight": round(height * factor),
            "StemV": 50 + int((self._weight / 65) ** 2),
            "FontFile2": file.add_stream({"Length1": len(data)}, data),
        }
        return file.add(mapping(entries))

    def _subset(self, glyphs: Sequence[int]) -> bytes:
        """A font file with these glyphs at their old numbers."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update(int.from_bytes(table.encode(), "big") for table in _UNUSED_TABLES)
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        return bytes(hb.subset(self._face, wanted).blob.data)


def to_unicode_map(texts: Sequence[str]) -> bytes:
    """The map from codes 1, 2, 3 … to what they say (UTF-16BE, at most 100 entries a block)."""
    rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(texts, 1)]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    ).encode()


def _tag(glyphs: Sequence[int]) -> str:
    """Six capitals that name a subset (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(repr(list(glyphs)).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


# ------------------------------------------------------------------ text


class _Placed(NamedTuple):
    """A glyph with its place from the run's start, what it says, and the cluster that it belongs to."""

    glyph: int
    offset: float
    rise: float
    text: str
    cluster: int


@dataclass(frozen=True, slots=True)
class _Show:
    """Glyphs that are shown together, from left to right; `actual` is what they say where the glyphs cannot tell."""

    glyphs: tuple[_Placed, ...]
    actual: str = ""


def show_run(run: GlyphRun, font: PdfFont, style: TextStyle, baseline: float, *, space_after: bool) -> list[str]:
    """Operators that place a run's glyphs; `space_after` adds a space for readers, which draws nothing.

    Tracking is written as such: readers that look at distances would take it for spaces between letters.
    """
    tracking = 0.0 if run.joined else style.tracking
    operators = [f"{number(tracking)} Tc"] if style.tracking else []
    operators.append(f"1 0 0 -1 {numbers(run.x, baseline)} Tm")
    writer = _Writer(font, style.size, tracking)
    for show in _shows(run, font, style.size, space_after=space_after):
        operators += writer.show(show)
    return [*operators, *(["0 Ts"] if writer.rise else [])]


def _shows(run: GlyphRun, font: PdfFont, size: float, *, space_after: bool) -> list[_Show]:
    """What is shown together, in reading order.

    Right to left, words follow each other as they are read, and the glyphs of a word lie from left to right (as with
    ReversedChars in ISO 32000-1, 14.8.2.3.3): readers that look at places and those that look at the order both turn
    them around. Elsewhere joined glyphs, which do not stand for single characters, say together what they are.
    """
    glyphs = _glyphs(run)
    adds_space = space_after and not run.text.endswith(" ")
    if not run.right_to_left:
        if adds_space:
            end = max((glyph.offset for glyph in glyphs), default=0.0)
            glyphs.append(_Placed(font.space, end, 0.0, " ", len(run.text)))
        return [_Show(tuple(glyphs), run.text + " " * adds_space if run.joined else "")]
    shows: list[_Show] = []
    word: list[_Show] = []
    for _, members in groupby(glyphs, key=lambda glyph: glyph.cluster):
        group = list(members)
        group_text = "".join(glyph.text for glyph in group)
        told = group_text if any(not glyph.text for glyph in group) else ""
        word.append(_Show(tuple(_one_by_one(reversed(group), font, size)), told))
        if group_text.endswith(" "):
            shows += [*reversed(word[:-1]), word[-1]]
            word = []
    shows += reversed(word)
    if adds_space:
        shows.append(_Show((_Placed(font.space, 0.0, 0.0, " ", len(run.text)),)))
    return list(_merged(shows))


def _one_by_one(glyphs: Iterable[_Placed], font: PdfFont, size: float) -> Iterator[_Placed]:
    """Glyphs from left to right with one character each: of a ligature that is read from the right, the last comes
    first, and those before it are glyphs that draw nothing, because readers turn around characters and not glyphs.
    """
    for placed in glyphs:
        step = font.width(placed.glyph) * size / 1000 / max(1, len(placed.text))
        for index, character in enumerate(reversed(placed.text)):
            glyph = font.space if index else placed.glyph
            yield placed._replace(glyph=glyph, offset=placed.offset + index * step, text=character)
        if not placed.text:
            yield placed


def _merged(shows: Sequence[_Show]) -> Iterator[_Show]:
    """Neighbors that need no words beside them as one."""
    for told, group in groupby(shows, key=lambda show: bool(show.actual)):
        if told:
            yield from group
        else:
            yield _Show(tuple(glyph for show in group for glyph in show.glyphs))


class _Writer:
    """Writes glyphs one show after the other; the pen is where the last one ended, from the run's start in points."""

    def __init__(self, font: PdfFont, size: float, tracking: float) -> None:
        self._font, self._size, self._tracking = font, size, tracking
        self._pen = 0.0
        self.rise = 0.0

    def show(self, show: _Show) -> list[str]:
        """The operators of one show; glyphs of one height are in one array."""
        rows: list[str] = []
        for rise, glyphs in groupby(show.glyphs, key=lambda glyph: glyph.rise):
            if abs(rise - self.rise) > _FAINTEST * self._size:
                rows.append(f"{number(rise)} Ts")
                self.rise = rise
            rows.append(f"[{self._array(glyphs)}] TJ")
        if not show.actual:
            return rows
        hexadecimal = clean(show.actual).encode("utf-16-be").hex().upper()
        return [f"/Span <</ActualText <FEFF{hexadecimal}>>> BDC", *rows, "EMC"]

    def _array(self, glyphs: Iterable[_Placed]) -> str:
        shown, pending = "", ""
        pen, size, tracking, font = self._pen, self._size, self._tracking, self._font
        faintest = _FAINTEST * size
        for placed in glyphs:
            shift = placed.offset - pen
            if shift > faintest or shift < -faintest:
                step = round(-shift * 1000 / size, 2)
                shown += f"<{pending}>{number(step)}" if pending else number(step)
                pending = ""
                pen -= step * size / 1000
            code, width = font.shown(placed.glyph, placed.text)
            pending += code
            pen += width * size / 1000 + tracking
        self._pen = pen
        return f"{shown}<{pending}>"


def _glyphs(run: GlyphRun) -> list[_Placed]:
    """The glyphs in reading order.

    The characters of a cluster go to its glyphs one by one, the rest to the last.
    """
    if run.clusters == tuple(range(len(run.text))) and not run.rises:  # as most texts are
        return [
            _Placed(*values)
            for values in zip(run.glyphs, run.offsets, repeat(0.0), run.text, run.clusters, strict=False)
        ]
    edges = sorted({*run.clusters, len(run.text)})
    end_of = dict(pairwise(edges))
    left = {start: run.text[start : end_of[start]] for start in edges[:-1]}
    rises = run.rises or (0.0,) * len(run.glyphs)
    placed = list(zip(run.glyphs, run.offsets, rises, run.clusters, strict=True))
    if run.right_to_left:
        placed.reverse()
    last = {cluster: at for at, (_, _, _, cluster) in enumerate(placed)}
    found: list[_Placed] = []
    for at, (glyph, offset, rise, cluster) in enumerate(placed):
        text = left[cluster] if at == last[cluster] else left[cluster][:1]
        left[cluster] = left[cluster][len(text) :]
        found.append(_Placed(glyph, offset, rise, text, cluster))
    return found


def spoken(lines: Sequence[tuple[TextLine, bool]]) -> str:
    """The text of a paragraph that partly reads from right to left; "" where its glyphs give the text themselves."""
    if not any(run.right_to_left for line, _ in lines for run in line.runs):
        return ""
    return "".join(line.text + (" " if gap else "") for line, gap in lines).strip()


def paragraphs(block: TextBlock) -> list[list[tuple[TextLine, bool]]]:
    """The lines of each paragraph, each with whether a space separates it from the next line.

    A line that breaks inside a word (a long address) is joined to the next without a space.
    """
    result: list[list[tuple[TextLine, bool]]] = [[]]
    at = 0
    for line in block.lines:
        words = line.text.strip()
        found = block.text.find(words, at)
        at = found + len(words) if found >= 0 else at
        gap = block.text[at : len(block.text) - len(block.text[at:].lstrip())]
        joined = found >= 0 and not gap and at < len(block.text)
        result[-1].append((line, not joined))
        if "\n" in gap:
            result.append([])
    return [lines for lines in result if lines]
