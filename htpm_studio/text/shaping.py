"""HarfBuzz shaping with kerning on and ligatures off, in fractions of the em."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from htpm_studio.scene.nodes import Face
from htpm_studio.text.fonts import FaceData, FontBook

# Ligatures and contextual forms are off, so that each character keeps its own glyph: every back end
# can then draw and extract the same characters at the same places.
FEATURES = {"kern": True, "liga": False, "clig": False, "calt": False, "dlig": False}
UNKNOWN_WIDER = 1.2
SAME_AS_SPACE = frozenset("\u00a0\u202f\u2009\u2007")


@dataclass(frozen=True, slots=True)
class ShapedRun:
    """Glyphs of one face; `offsets` and `width` are in em, from the run's start."""

    face: Face
    text: str
    glyphs: tuple[int, ...]
    offsets: tuple[float, ...]
    clusters: tuple[int, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A shaped string: its runs, its width in em, the letters that no bundled font has, and how many it shows."""

    runs: tuple[ShapedRun, ...]
    width: float
    missing: str
    letters: int


def clean(text: str) -> str:
    """Text that can be set: composed letters, no control characters but newline, plain spaces kept."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})


@lru_cache(maxsize=20_000)
def shape(text: str, face: str, fonts: FontBook) -> Shaped:
    """Shape one line of text; letters that neither the face nor its stand-in has are left out and named."""
    pieces: list[tuple[FaceData, str]] = []
    missing: list[str] = []
    own = fonts.data(face)
    for character in text:
        wanted = " " if character in SAME_AS_SPACE else character
        data = own if ord(wanted) in own.coverage else fonts.covering(face, wanted)
        if data is None:
            missing.append(character)
        elif pieces and pieces[-1][0] is data:
            pieces[-1] = (data, pieces[-1][1] + wanted)
        else:
            pieces.append((data, wanted))
    runs = tuple(_shape_run(data, piece) for data, piece in pieces)
    letters = sum(len(run.text) for run in runs)
    return Shaped(runs, sum(run.width for run in runs), "".join(dict.fromkeys(missing)), letters)


@lru_cache(maxsize=20_000)
def wider_width(text: str, face: str, fonts: FontBook) -> float:
    """Width of a line, in em, where the widest of the usual faces stands in for this one."""
    widths = fonts.wider(face)
    letters = [" " if letter in SAME_AS_SPACE else letter for letter in text]
    unknown = "".join(letter for letter in letters if letter not in widths)
    known = sum(widths.get(letter, 0.0) for letter in letters)
    return known + (UNKNOWN_WIDER * shape(unknown, face, fonts).width if unknown else 0.0)


def _shape_run(data: FaceData, text: str) -> ShapedRun:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    hb.shape(data.font, buffer, FEATURES)
    glyphs: list[int] = []
    offsets: list[float] = []
    clusters: list[int] = []
    x = 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(info.codepoint)
        offsets.append((x + position.x_offset) / data.upem)
        clusters.append(info.cluster)
        x += position.x_advance
    return ShapedRun(data.face, text, tuple(glyphs), tuple(offsets), tuple(clusters), x / data.upem)
