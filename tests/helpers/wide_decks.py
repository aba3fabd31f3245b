"""A deck as it looks where Georgia and Arial are missing: its texts set in DejaVu, the widest usual stand-ins.

`assets/fonts/wider-faces.json` has the advance widths of DejaVu Serif Bold, DejaVu Sans and DejaVu Sans Bold 2.37 in
units of 1/2048 em, as published in their `hmtx` tables; kerning, which only narrows a line, is left out.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pptx

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU, UNITS = 12700, 2048
SINGLE, INK, SAME = 1.2, 0.75, 2.0


@dataclass(frozen=True)
class Set:
    """A text as it is set: the box it may fill and the ink of its lines, as x, y, right, bottom in points."""

    name: str
    text: str
    box: tuple[float, float, float, float]
    lines: tuple[tuple[float, float, float, float], ...]
    bottom: float


@dataclass(frozen=True)
class Type:
    """What a paragraph is set in."""

    size: float
    face: str
    pitch: float
    after: float
    indent: float
    align: str
    tracking: float = 0.0


@cache
def widths(face: str) -> dict[str, float]:
    raw = json.loads((Path(__file__).parents[2] / "assets" / "fonts" / "wider-faces.json").read_text(encoding="utf-8"))
    return {letter: int(units) / UNITS for units, letters in raw[face].items() for letter in letters}


def line_width(text: str, of: Type) -> float:
    known = widths(of.face)
    letters = sum(known.get(" " if letter == "\u00a0" else letter, 0.7) for letter in text)
    return letters * of.size + of.tracking * max(0, len(text) - 1)


def set_deck(data: bytes) -> list[list[Set]]:
    """The texts of each slide, with those of its layout and master that none of its own panels covers."""
    return [list(set_slide(slide)) for slide in pptx.Presentation(io.BytesIO(data)).slides]


def set_slide(slide: Any) -> Iterator[Set]:
    layout = slide.slide_layout
    sheets = [slide]
    if slide._element.get("showMasterSp") != "0":
        sheets.append(layout)
    holders = {holder.placeholder_format.idx: holder._element for holder in layout.placeholders}
    covers = [box for shape in slide._element.iter(f"{P}sp") if (box := cover(shape)) is not None]
    for sheet in sheets:
        for shape in sheet._element.iter(f"{P}sp"):
            mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            body = shape.find(f"{P}txBody")
            if body is None or (mark is not None and sheet is not slide) or not "".join(body.itertext()).strip():
                continue
            base = holders.get(int(mark.get("idx", 0))) if mark is not None else None
            found = set_shape(shape, base, body)
            if sheet is slide or not any(holds(panel, found.box) for panel in covers):
                yield found
        yield from set_cells(sheet)


def cover(shape: Any) -> tuple[float, float, float, float] | None:
    """The box of a panel without words; None for anything else."""
    place, fill = shape.find(f"{P}spPr/{A}xfrm"), shape.find(f"{P}spPr/{A}solidFill")
    if place is None or fill is None or "".join(shape.itertext()).strip():
        return None
    (x, y), (wide, high) = ([int(one.get(k)) / EMU for k in keys] for one, keys in
                            ((place.find(f"{A}off"), "xy"), (place.find(f"{A}ext"), ("cx", "cy"))))  # fmt: skip
    return x, y, x + wide, y + high


def holds(panel: tuple[float, float, float, float], box: tuple[float, float, float, float]) -> bool:
    return panel[0] <= box[0] + 1 and panel[1] <= box[1] + 1 and box[2] <= panel[2] + 1 and box[3] <= panel[3] + 1


def set_cells(sheet: Any) -> Iterator[Set]:
    """The cells of tables, each in the place that its column and row give it."""
    for frame in sheet._element.iter(f"{P}graphicFrame"):
        place, table = frame.find(f"{P}xfrm/{A}off"), frame.find(f".//{A}tbl")
        if table is None:
            continue
        widths_of = [int(column.get("w")) / EMU for column in table.iter(f"{A}gridCol")]
        top = int(place.get("y")) / EMU
        for row in table.iter(f"{A}tr"):
            left, high = int(place.get("x")) / EMU, int(row.get("h")) / EMU
            for cell, wide in zip(row.iter(f"{A}tc"), widths_of, strict=True):
                start = left + int(cell.find(f"{A}tcPr").get("marL", 0)) / EMU
                yield set_cell(cell, (start, top, left + wide, top + high))
                left += wide
            top += high


def set_cell(cell: Any, box: tuple[float, float, float, float]) -> Set:
    x, y, right, _ = box
    lines, at = [], y
    for paragraph in cell.iter(f"{A}p"):
        of = type_of(paragraph, None)
        for row in broken("".join(t.text or "" for t in paragraph.iter(f"{A}t")), right - x, of):
            at += SINGLE * of.pitch * of.size
            lines.append((x, at - (INK + 0.22) * of.size, x + line_width(row, of), at - 0.22 * of.size))
    return Set("Cell", "".join(t.text or "" for t in cell.iter(f"{A}t")), box, tuple(lines), at)


def set_shape(shape: Any, base: Any, body: Any) -> Set:
    place = shape.find(f"{P}spPr/{A}xfrm")
    if place is None:
        place = base.find(f"{P}spPr/{A}xfrm")
    (x, y), (wide, high) = ([int(one.get(k)) / EMU for k in keys] for one, keys in
                            ((place.find(f"{A}off"), "xy"), (place.find(f"{A}ext"), ("cx", "cy"))))  # fmt: skip
    props = body.find(f"{A}bodyPr")
    left, right = (int(props.get(side, 0)) / EMU for side in ("lIns", "rIns"))
    styles = base.find(f"{P}txBody/{A}lstStyle") if base is not None else None
    lines, at, below = [], y, y
    for paragraph in body.iter(f"{A}p"):
        own = paragraph.find(f"{A}pPr")
        depth = int(own.get("lvl", 0)) if own is not None else 0
        of = type_of(paragraph, styles.find(f"{A}lvl{depth + 1}pPr") if styles is not None else None)
        room = wide - left - right - of.indent
        pitch = SINGLE * of.pitch * of.size
        for row in (row for part in parts(paragraph) for row in broken(part, room, of)):
            ink = line_width(row, of)
            start = x + left + of.indent + {"l": 0.0, "ctr": (room - ink) / 2, "r": room - ink}[of.align]
            base_line = at + pitch - 0.22 * of.size
            lines.append((start, base_line - INK * of.size, start + ink, base_line))
            at += pitch
        below, at = at, at + of.after
    name = shape.find(f"{P}nvSpPr/{P}cNvPr").get("name")
    return Set(name, "".join(t.text or "" for t in body.iter(f"{A}t")), (x, y, x + wide, y + high), tuple(lines), below)


def parts(paragraph: Any) -> list[str]:
    """What a paragraph says between the breaks that its writer has put there."""
    said = "".join("\v" if one.tag == f"{A}br" else one.text or "" for one in paragraph.iter(f"{A}br", f"{A}t"))
    return said.split("\v")


def broken(text: str, room: float, of: Type) -> Iterator[str]:
    """The rows of a paragraph; Office breaks at spaces, dashes and hyphens."""
    row = ""
    for word in pieces(text):
        if row and line_width((row + word).rstrip(" "), of) > room:
            yield row.rstrip(" ")
            row = ""
        row += word
    yield row.rstrip(" ")


def pieces(text: str) -> Iterator[str]:
    start = 0
    for at, letter in enumerate(text, 1):
        if letter in " -\u2013\u2014":
            yield text[start:at]
            start = at
    yield text[start:]


def type_of(paragraph: Any, levels: Any) -> Type:
    """What the first run of a paragraph is set in, with what it inherits from its layout."""
    own = paragraph.find(f"{A}pPr")
    run = next(iter(paragraph.iter(f"{A}rPr", f"{A}endParaRPr")))
    sources = [(own, run)] + ([(levels, levels.find(f"{A}defRPr"))] if levels is not None else [])

    def first(key: str, place: int) -> str | None:
        return next((at[place].get(key) for at in sources if at[place] is not None and at[place].get(key)), None)

    def inner(path: str, place: int, key: str) -> str | None:
        found = [at[place].find(path) for at in sources if at[place] is not None]
        return next((one.get(key) for one in found if one is not None), None)

    bold = first("b", 1) == "1"
    major = inner(f"{A}latin", 1, "typeface") in ("+mj-lt", "Georgia")
    return Type(
        size=int(first("sz", 1) or 1800) / 100,
        face="Gelasio-700" if major else "Arimo-700" if bold else "Arimo-400",
        pitch=int(inner(f"{A}lnSpc/{A}spcPct", 0, "val") or 100_000) / 100_000,
        after=int(inner(f"{A}spcAft/{A}spcPts", 0, "val") or 0) / 100,
        indent=int(first("marL", 0) or 0) / EMU,
        align=first("algn", 0) or "l",
        tracking=int(first("spc", 1) or 0) / 100,
    )


# ------------------------------------------------------------------ what may go wrong


def faults(texts: list[Set]) -> list[str]:
    """Texts that leave their box or the slide, words wider than their box, and texts that run into each other."""
    found = []
    for one in texts:
        x, _, right, bottom = one.box
        if bottom < 0:  # a title that only screen readers show, above the slide
            continue
        if one.bottom > bottom + 1.5:
            found.append(f"{one.name}: {one.bottom - bottom:.0f} pt too high: {one.text[:60]}")
        if any(line[0] < x - 1 or line[2] > right + 1 for line in one.lines):
            found.append(f"{one.name}: too wide: {one.text[:60]}")
    for one, two in combinations(texts, 2):
        if one.text == two.text and max(abs(a - b) for a, b in zip(one.box, two.box, strict=True)) < SAME:
            continue  # What a layout says is on the slide as well, on a panel over it.
        if any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a in one.lines for b in two.lines):
            found.append(f"{one.name} runs into {two.name}: {one.text[:40]} / {two.text[:40]}")
    return found
