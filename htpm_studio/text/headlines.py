"""Headlines that fill a box: every way to break one is tried, in each face, and the best one is set as large as it can.

Other texts have a size and look for lines; these have a box and look for a size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from htpm_studio.frozen import dataclass
from htpm_studio.languages.declared import break_words
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.glue import NBSP
from htpm_studio.text.shaping import shape

Aim = Literal["area", "size"]
"""What a headline is after: to cover its box with letters, or to be large on calm, even lines."""

_TAILS = re.compile(r"[gjpqy,;]")
_MARKS = (".", "!", "?", ",", ":", ";", "…")
_SENTENCE, _CLAUSE = (".", "!", "?", "…"), (",", ":", ";")
_INNER_CLAUSE, _INNER_SENTENCE = re.compile(r"[,:;] ."), re.compile(r"[.!?…] .")
_SHORT, _FEW, _BETTER = 0.46, 4, 1.0005
MOST_TRIED = 12
"""The most words of a text of which all breaks are tried; of a longer one, only those with even lines."""
_NARROWEST, _WIDEST = 0.5, 1.34
TAIL, FLAT = 0.2, 0.02
"""How far below its baseline a last line reaches, in em: with letters such as g, and without."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a headline has: width and height in points, sizes from `least` to `most`, and how many lines it may take.

    `leading`, `tracking` and `capital`, the height of capitals, are in em. A `stroke` under its last line needs room.
    """

    width: float
    height: float
    most: float
    least: float
    lines: int
    leading: float
    tracking: float
    capital: float
    aim: Aim = "area"
    stroke: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """How a headline is set: its face, its size, its lines and their widths in points, and the room below the last."""

    face: str
    size: float
    lines: tuple[str, ...]
    widths: tuple[float, ...]
    tail: float

    def height(self, room: Room) -> float:
        """From the capitals of the first line to what is below the last."""
        return self.size * ((len(self.lines) - 1) * room.leading + room.capital + self.tail)


@lru_cache(maxsize=4000)
def set_headline(text: str, faces: tuple[str, ...], room: Room, fonts: FontBook) -> Headline:
    """The headline in the face and with the breaks that suit its room best; smaller than `least` where it must be."""
    rows = text.split("\n")
    if len(rows) > 1:  # broken by its writer
        ways = [tuple(rows)]
    else:
        ways = [tuple(way) for way in _ways(text.split(" "), room.lines, faces[0], fonts)]
    best: tuple[float, Headline] | None = None
    for face in faces:
        for lines in ways:
            widths = [_em(line, face, fonts, room.tracking) for line in lines]
            value, size, tail = _value(lines, widths, room)
            if best is None or value > best[0] * _BETTER:
                best = value, Headline(face, size, lines, tuple(wide * size for wide in widths), tail)
    if best is None:
        raise ValueError("no face")
    return best[1]


def _em(line: str, face: str, fonts: FontBook, tracking: float) -> float:
    shaped = shape(line, face, fonts)
    return max(0.01, shaped.width + tracking * max(0, shaped.letters - 1))


def _ways(words: Sequence[str], most: int, face: str, fonts: FontBook) -> Iterator[list[str]]:
    """Every way to break the words into lines that no rule forbids; a single line where all are forbidden."""
    free = [_may_break(word) for word in words[:-1]]
    wide = [_em(word, face, fonts, 0.0) for word in words]
    narrow = len(words) > MOST_TRIED
    found = False
    for count in range(1, min(most, len(words)) + 1):
        target = sum(wide) / count if narrow and count > 1 else 0.0
        for ends in _cuts(free, wide, 0, count, target):
            found = True
            yield [" ".join(words[a:b]) for a, b in zip((0, *ends[:-1]), ends, strict=True)]
    if not found:
        yield [" ".join(words)]


def _cuts(
    free: Sequence[bool], wide: Sequence[float], start: int, left: int, target: float
) -> Iterator[tuple[int, ...]]:
    """Where the lines end that are left from a word on; with a `target` those about that wide alone."""
    count = len(wide)
    if left == 1:
        if not target or sum(wide[start:]) <= _WIDEST * target:
            yield (count,)
        return
    for end in range(start + 1, count - left + 2):
        if not free[end - 1]:
            continue
        here = sum(wide[start:end])
        if target and here > _WIDEST * target:
            break
        if target and here < _NARROWEST * target:
            continue
        yield from ((end, *rest) for rest in _cuts(free, wide, end, left - 1, target))


def _bare(word: str) -> str:
    return "".join(letter for letter in word.lower() if letter.isalpha() or letter in "'’")


def _may_break(word: str) -> bool:
    return word.endswith(_MARKS) or _bare(word.rpartition(NBSP)[2]) not in break_words("never_last")


def _value(lines: Sequence[str], widths: Sequence[float], room: Room) -> tuple[float, float, float]:
    """The score of a way to break, with the size that it allows and the room below its last line, in em."""
    count, widest = len(lines), max(widths)
    tail = TAIL if room.stroke or _TAILS.search(lines[-1]) else FLAT
    high = (count - 1) * room.leading + room.capital + tail
    size = min(room.most, room.width / widest, room.height / high)
    even = 1 - sum(widths) / count / widest
    penalty = (0.08 if room.aim == "area" else 0.26) * even + 0.004 * count + _stumbles(lines, widths, room.aim)
    covered = (sum(widths) * room.capital) ** 0.5 * size if room.aim == "area" else size
    return covered * (1 - penalty), size, tail


def _stumbles(lines: Sequence[str], widths: Sequence[float], aim: Aim) -> float:
    """How much a reader stumbles over the ends and lengths of lines."""
    area, found, widest = aim == "area", 0.0, max(widths)
    last = len(lines) - 1
    for at, (line, wide) in enumerate(zip(lines, widths, strict=True)):
        found += 0.1 if last and _INNER_CLAUSE.search(line) else 0.0
        if last and wide < _SHORT * widest:
            uneven = (0.16 if area else 0.2) * (0.55 if at == last else 1.0)
            found += uneven * (0.5 if line.endswith(_SENTENCE) else 1.0)
            # One word that opens a sentence, on a line of its own: the sentence seems to end there.
            opens = at and lines[at - 1].endswith(_SENTENCE) and not line.endswith(_MARKS)
            found += 0.3 if opens and " " not in line else 0.0
        if at == last:
            found += 0.12 if last and len(line) < _FEW else 0.0
            found += 0.07 if last and wide < _SHORT * widest and " " not in line else 0.0
            continue
        word = line.rpartition(" ")[2]
        found += 0.09 if _bare(word) in break_words("rather_not_last") and not word.endswith(_MARKS) else 0.0
        found -= 0.06 if word.endswith(_SENTENCE) else 0.0
        found += (0.04 if area else 0.1) if word.endswith(_CLAUSE) else 0.0
        found += 0.26 if _INNER_SENTENCE.search(line) else 0.0
        found += 0.1 if len(line) <= _FEW else 0.0
    return found
