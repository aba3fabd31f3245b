"""A deck as somebody makes it who goes on: a new slide from each layout, with twice the text that slides usually have.

The slides are like those of python-pptx and other programs, which leave the size of letters to the layout and never
make them smaller.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER as KIND

EMU = 12700
EMPTY = {KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER}
FRAMED = {KIND.PICTURE, KIND.TABLE, KIND.CHART, KIND.OBJECT}
Box = tuple[float, float, float, float]
Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Place:
    """A placeholder of a new slide: its box, and the color by which its letters are known; none for pictures."""

    name: str
    box: Box
    color: Rgb | None


def with_new_slides(data: bytes) -> tuple[bytes, list[tuple[str, list[Place]]]]:
    """The deck with one new slide of each layout in the place of its own slides, and what is on each."""
    deck: Any = pptx.Presentation(io.BytesIO(data))
    usual = usual_texts(deck)
    listed = deck.slides._sldIdLst
    for one in list(listed):
        deck.part.drop_rel(one.rId)
        listed.remove(one)
    for sections in deck.part._element.findall("{http://schemas.openxmlformats.org/presentationml/2006/main}extLst"):
        deck.part._element.remove(sections)
    found = []
    for layout in deck.slide_layouts:
        slide = deck.slides.add_slide(layout)
        homes = {one.placeholder_format.idx: one for one in layout.placeholders}
        places = [
            filled(one, homes[one.placeholder_format.idx], usual, (11 * number + 5, 10 * number, 200 - 9 * number))
            for number, one in enumerate(slide.placeholders)
            if one.placeholder_format.type not in EMPTY
        ]
        found.append((layout.name, [one for one in places if one.box[3] > 0]))
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue(), found


def usual_texts(deck: Any) -> dict[tuple[str, int], list[list[str]]]:
    """What the slides of a deck say in each placeholder of a layout; layouts of one name are one."""
    found: dict[tuple[str, int], list[list[str]]] = {}
    for slide in deck.slides:
        for one in slide.placeholders:
            if one.has_text_frame:
                rows = [paragraph.text.replace("\u00a0", " ") for paragraph in one.text_frame.paragraphs]
                found.setdefault((kind_of(slide.slide_layout.name), one.placeholder_format.idx), []).append(rows)
    return found


def kind_of(layout: str) -> str:
    return re.sub(r" \d+$", "", layout)


def filled(one: Any, home: Any, usual: dict[tuple[str, int], list[list[str]]], color: Rgb) -> Place:
    """Fill a placeholder with twice the middle one of what it usually says, else of its prompt."""
    left, top, wide, high = (length / EMU for length in (home.left, home.top, home.width, home.height))
    box = (left, top, left + wide, top + high)
    if one.placeholder_format.type in FRAMED - {KIND.OBJECT}:
        return Place(home.name, box, None)
    prompt = [paragraph.text for paragraph in home.text_frame.paragraphs]
    known = usual.get((kind_of(home.part.slide_layout.name), one.placeholder_format.idx), [prompt])
    rows = sorted(known, key=lambda said: sum(map(len, said)))[len(known) // 2]
    figure = re.fullmatch(r"[\d.,%]+", rows[0]) and len(rows) == 1
    levels = [paragraph.level for paragraph in home.text_frame.paragraphs]
    twice = [rows[0].ljust(2 * len(rows[0]), "0")] if figure else rows * 2 if len(prompt) > 1 else [" ".join(rows * 2)]
    if any(levels):  # a title of a number and its words
        twice = [rows[0].ljust(2 * len(rows[0]), "0"), *(f"{row} {row}" for row in rows[1:])]
    one.text_frame.text = "\n".join(twice)
    for place, paragraph in enumerate(one.text_frame.paragraphs):
        paragraph.level = levels[min(place, len(levels) - 1)]
        for run in paragraph.runs:
            run.font.color.rgb = RGBColor(*color)
    return Place(home.name, box, color)
