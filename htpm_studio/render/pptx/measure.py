"""Where a text box must lie so that Office breaks and places its lines as the scene does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.geometry import EmuFrame, frame
from htpm_studio.scene.nodes import Anchor, ListStyle, TextBlock, TextLine, TextStyle
from htpm_studio.units import Box, emu

_SINGLE = 1.2
_POWERPOINT_DESCENT = 0.23
_POWERPOINT_ASCENT = 0.75
_LIBREOFFICE_DESCENT = 0.2
_LIBREOFFICE_ASCENT = 0.8
_TOWARDS_POWERPOINT = 0.3
"""How lines are placed, measured with Georgia and Arial (LibreOffice 25.2; PowerPoint 16 as published
in github.com/developer0hye/office2pdf issues 513, 1074, 1254). A line is 1.2 x size high in both,
whatever the font, times the percentage, which PowerPoint rounds to a whole one; so percent gives the
same pitch in both and grows with the size when somebody edits it. The first baseline differs:

* up to 100 %: PowerPoint keeps 0.23 x size below it, LibreOffice has 80 % of the line above it;
* above 100 %: PowerPoint has 75 % of the line above it, LibreOffice keeps 0.2 x size below it.

Exact points place the first baseline like percent in LibreOffice and are unmeasured in PowerPoint.
The place chosen is 30 % of the way from the one to the other: LibreOffice is off by at most 0.04 x size
(2 px of 1920 for texts up to 26 pt), PowerPoint by at most 0.1 x size.
"""

_BELOW = 3.0
"""Room below the last line, in points: a box that is just as high as its text makes PowerPoint shrink it."""

_SLACK = 1.02
_ROUNDING = 1.0
"""How much wider than in the scene a box is, in points, so that a full line does not break by a hair."""
_TIGHT = 1.005
_UNIT = re.compile(r" |(?<=[\-\u2013\u2014\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_NUMBER_PART = re.compile(r"(?:[^\s\-]+\u00a0)*\(?\d+-")
_SPACE = 0.26


@dataclass(frozen=True, slots=True)
class TextPlace:
    """The frame of a text and its side insets, all in EMU, and where in it its lines are."""

    frame: EmuFrame
    left: int
    right: int
    anchor: Anchor = "top"


@dataclass(frozen=True, slots=True)
class MeasuredParagraph:
    """One paragraph of a text with the lines that it was broken into, and as it is `typed` where people edit it."""

    text: str
    lines: tuple[TextLine, ...]
    typed: str


def percent(style: TextStyle) -> int:
    """Line pitch as a whole percentage of the single line, which is 1.2 x size."""
    return max(1, round(style.leading / (_SINGLE * style.size) * 100))


def seat(style: TextStyle) -> float:
    """Distance in points from the top of a text box to its first baseline."""
    part = percent(style) / 100
    height = _SINGLE * part
    powerpoint = height - _POWERPOINT_DESCENT if part <= 1 else _POWERPOINT_ASCENT * height
    libreoffice = _LIBREOFFICE_ASCENT * height if part < 1 else height - _LIBREOFFICE_DESCENT
    return style.size * (libreoffice + (powerpoint - libreoffice) * _TOWARDS_POWERPOINT)


def below_baseline(style: TextStyle) -> float:
    """Distance in points from a baseline to the end of its line in Office."""
    return _SINGLE * percent(style) / 100 * style.size - seat(style)


def paragraphs(block: TextBlock) -> list[MeasuredParagraph]:
    """The paragraphs of a text with their lines."""
    lines = list(block.lines)
    found: list[MeasuredParagraph] = []
    for text, typed in zip(block.text.split("\n"), block.editable.split("\n"), strict=True):
        wanted, own = _letters(text), list[TextLine]()
        while lines and (sum(_letters(line.text) for line in own) < wanted or (not wanted and not own)):
            own.append(lines.pop(0))
        found.append(MeasuredParagraph(text, tuple(own), typed))
    return found


def gaps(measured: Sequence[MeasuredParagraph], styles: Sequence[TextStyle]) -> list[float]:
    """The space in points after each paragraph but the last, as the lines show it; each has a style of its own."""
    found = []
    for (above, style), (below, next_style) in pairwise(zip(measured, styles, strict=True)):
        both = above.lines and below.lines
        close = style.leading if next_style == style else below_baseline(style) + seat(next_style)
        found.append(max(0.0, below.lines[0].baseline - above.lines[-1].baseline - close) if both else 0.0)
    return found


def place_text(block: TextBlock, linked: bool = False) -> TextPlace:
    """The frame of one text: its lines' edge on the aligned side, their measure as the room to wrap in.

    A linked text of several lines gets a tight measure, because LibreOffice fills a line up with
    single letters of a link.
    """
    measured = paragraphs(block)
    room = _room(measured, block.style) if block.lines else None
    width = _wrap_width(room, block.box.width, max(block.measure, 1.0) * _SLACK)
    if linked and room is not None and len(block.lines) > 1:
        width = room[0] * _TIGHT + 1
    outer = _outer(block.box.width, width)
    top, height = _upright(block)
    spare = emu(outer - width)
    if block.align == "right":
        edge = max((line.x + line.width for line in block.lines), default=block.box.right)
        return TextPlace(frame(Box(edge - outer, top, outer, height)), spare, 0, block.anchor)
    if block.align == "center":
        middle = block.lines[0].x + block.lines[0].width / 2 if block.lines else block.box.center[0]
        return TextPlace(frame(Box(middle - outer / 2, top, outer, height)), spare // 2, spare // 2, block.anchor)
    edge = min((line.x for line in block.lines), default=block.box.x)
    return TextPlace(frame(Box(edge, top, outer, height)), 0, spare, block.anchor)


def _upright(block: TextBlock) -> tuple[float, float]:
    """Top and height of the frame of a text: its lines are at that end of it, or in that middle, as in the scene."""
    if not block.lines:
        return block.box.y, block.box.height + _BELOW
    first = block.lines[0].baseline - seat(block.style)
    last = block.lines[-1].baseline + below_baseline(block.style)
    height = max(block.box.height, last - first) + _BELOW
    return {"top": first, "middle": (first + last - height) / 2, "bottom": last - height}[block.anchor], height


def below_middle(block: TextBlock, box: Box) -> float:
    """How far below the middle of a box, in points, Office must center a text to place its lines as the scene does."""
    if not block.lines:
        return 0.0
    line = _SINGLE * percent(block.style) / 100 * block.style.size
    first = box.y + (box.height - line * len(block.lines)) / 2 + seat(block.style)
    return block.lines[0].baseline - first


def place_list(blocks: Sequence[TextBlock], box: Box, style: ListStyle) -> TextPlace:
    """The frame of a list that becomes one text: the bullets hang `indent` left of its texts."""
    first = blocks[0]
    left = min((line.x for line in first.lines), default=first.box.x) - style.indent
    measured = [paragraph for block in blocks for paragraph in paragraphs(block)]
    inner = max(block.box.right for block in blocks) - left - style.indent
    room = _room(measured, first.style)
    width = inner if room is None else _wrap_width(room, inner, room[0] * _SLACK)
    outer = style.indent + _outer(inner, width)
    top, height = _list_upright(blocks, box, style)
    return TextPlace(frame(Box(left, top, outer, height)), 0, emu(outer - style.indent - width), style.anchor)


def _list_upright(blocks: Sequence[TextBlock], box: Box, style: ListStyle) -> tuple[float, float]:
    """Top and height of the frame of a list; what is in its middle takes the height of the whole list."""
    first = blocks[0]
    top = first.lines[0].baseline - seat(first.style) if first.lines else first.box.y
    if style.anchor == "top":
        return top, max(box.bottom - top, first.style.leading)
    last = blocks[-1].lines[-1].baseline if blocks[-1].lines else blocks[-1].box.bottom
    bottom = last + below_baseline(blocks[-1].style)
    if style.anchor == "bottom":
        height = max(box.height, bottom - top)
        return bottom - height, height
    middle = (top + bottom) / 2
    half = max((bottom - top) / 2, min(middle - box.y, box.bottom - middle))
    return middle - half, 2 * half


def _wrap_width(room: tuple[float, float] | None, box_width: float, fallback: float) -> float:
    """The widest part of a box in which the lines break where they did: another face may be wider than ours."""
    if room is None:
        return box_width
    least, most = room
    if least <= box_width < most:
        # It fills its box, so that nothing has to force its breaks. A word may be about to join the line before.
        return max(min(box_width + _ROUNDING, most - _ROUNDING), min(box_width, (least + most) / 2))
    if most == float("inf"):
        return max(box_width, least * _SLACK + 1)
    if least * _SLACK <= most / _SLACK:
        return max(min(box_width, most / _SLACK), least * _SLACK)
    return (least + most) / 2 if most > least else max(least * _TIGHT, fallback)


def _outer(box_width: float, width: float) -> float:
    """The width of a frame whose lines break at `width`: as the layout has it, but for a point that saves an inset."""
    return width if abs(width - box_width) <= _ROUNDING + 1e-6 else max(box_width + _ROUNDING, width)


def _room(measured: Iterable[MeasuredParagraph], style: TextStyle) -> tuple[float, float] | None:
    """The least width in which each line fits, and the one in which the next word would join a line."""
    measured = list(measured)
    least, most = _widest(measured), float("inf")
    for paragraph in measured:
        torn = _torn(paragraph)
        most = min([most, *(joined for start, joined in _joins(paragraph, style) if start not in torn)])
    return (least, most) if least else None


def torn_numbers(measured: Sequence[MeasuredParagraph]) -> list[tuple[int, ...]]:
    """Where in each paragraph a line begins with a number, which Office would tear at a hyphen.

    A face that is narrower than ours leaves room for the first digits on the line before.
    """
    return [_torn(paragraph) for paragraph in measured]


def _widest(measured: Iterable[MeasuredParagraph]) -> float:
    return max((line.width for paragraph in measured for line in paragraph.lines), default=0.0)


def _torn(paragraph: MeasuredParagraph) -> tuple[int, ...]:
    starts = _starts(paragraph)
    return tuple(start for start in starts[1:] if _NUMBER_PART.match(paragraph.text, start))


def _joins(paragraph: MeasuredParagraph, style: TextStyle) -> Iterator[tuple[int, float]]:
    """Where each line but the first begins, and how wide the line before gets with its first word."""
    starts = _starts(paragraph)
    for (line, after), start in zip(pairwise(paragraph.lines), starts[1:], strict=True):
        written = paragraph.text[start : start + len(after.text)]
        yield start, line.width + _SPACE * style.size + _first_word(after, written)


def _starts(paragraph: MeasuredParagraph) -> list[int]:
    """Where in the paragraph each of its lines begins."""
    starts, at = [], 0
    for line in paragraph.lines:
        while at < len(paragraph.text) and paragraph.text[at] == " " and not line.text.startswith(" "):
            at += 1
        starts.append(at)
        at += len(line.text)
    return starts


def _first_word(line: TextLine, written: str) -> float:
    """Width of the first piece of a line that may be alone on the line before; bound words are one piece.

    `written` is the line with its no-break spaces.
    """
    found = _UNIT.search(written)
    if found is None or found.start() == 0:
        return line.width
    if any(run.right_to_left for run in line.runs):
        return line.width * found.start() / len(line.text)
    for index, x in _glyph_starts(line):
        if index == found.start():
            return max(0.0, x - line.x)
    return line.width * found.start() / len(line.text)


def _glyph_starts(line: TextLine) -> Iterator[tuple[int, float]]:
    before = 0
    for run in line.runs:
        for cluster, offset in zip(run.clusters, run.offsets, strict=False):
            yield before + cluster, run.x + offset
        before += len(run.text)


def _letters(text: str) -> int:
    return len("".join(text.split()))
