"""HarfBuzz shaping, in fractions of the em: kerning on, ligatures off but where a script needs them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from htpm_studio.frozen import dataclass
from htpm_studio.scene.nodes import Face, GlyphRun
from htpm_studio.text.fonts import FaceData, FontBook

# Ligatures and contextual forms are off where letters are set one by one, so that each character keeps its own glyph:
# every back end can then draw and extract the same characters at the same places.
FEATURES = {"kern": True, "liga": False, "clig": False, "calt": False, "dlig": False}
UNKNOWN_WIDER = 1.2
SAME_AS_SPACE = frozenset("\u00a0\u202f\u2009\u2007")
_PLAIN_SPACES = {ord(space): " " for space in SAME_AS_SPACE}
_JOINERS = frozenset("\u200c\u200d")
_OTHER_SCRIPTS = re.compile("[\u0300-\u036f\u0530-\u1cff\u1dc0-\u1dff\u200c\u200d\u2d00-\ud7ff\uf900-\U0010ffff]")
"""Letters that need more than one glyph for each character in turn: other scripts, marks, joiners."""


@dataclass(frozen=True, slots=True)
class ShapedRun:
    """Glyphs of one face, from left to right; all lengths are in em.

    The run begins at `start`, glyphs lie at `offsets` from there and `rises` above the baseline. `steps` letters lie
    left of it on the line. In a `joined` run glyphs do not stand for single characters, so it takes no tracking.
    """

    face: Face
    text: str
    glyphs: tuple[int, ...]
    offsets: tuple[float, ...]
    clusters: tuple[int, ...]
    width: float
    rises: tuple[float, ...]
    start: float
    steps: int
    joined: bool
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Shaped:
    """A shaped string: its runs in reading order, its width in em, what no bundled font has, and how many steps.

    A step is where tracking may go: after each letter, and after a joined run as a whole.
    """

    runs: tuple[ShapedRun, ...]
    width: float
    missing: str
    letters: int


def clean(text: str) -> str:
    """Text that can be set: composed letters, no control characters but newline, plain spaces and joiners kept."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():
        return composed
    hidden = {"Cc", "Cf", "Cs", "Co", "Cn"}
    return "".join(c for c in composed if c == "\n" or c in _JOINERS or unicodedata.category(c) not in hidden)


@lru_cache(maxsize=20_000)
def shape(text: str, face: str, fonts: FontBook, *, right_to_left: bool = False) -> Shaped:
    """Shape one line of text; letters that neither the face nor one for their script has are left out and named.

    `right_to_left` says that the paragraph of the line reads that way.
    """
    text = text.translate(_PLAIN_SPACES)
    if right_to_left or _OTHER_SCRIPTS.search(text):
        return _shape_scripts(text, face, fonts, right_to_left=right_to_left)
    pieces: list[tuple[FaceData, str]] = []
    missing: list[str] = []
    own = fonts.data(face)
    if text and own.coverage.issuperset(map(ord, text)):
        run = _shape_run(own, text, 0.0, 0)
        return Shaped((run,), run.width, "", len(text))
    for character in text:
        data = own if ord(character) in own.coverage else fonts.covering(face, character)
        if data is None:
            missing.append(character)
        elif pieces and pieces[-1][0] is data:
            pieces[-1] = (data, pieces[-1][1] + character)
        else:
            pieces.append((data, character))
    runs: list[ShapedRun] = []
    start, steps = 0.0, 0
    for data, piece in pieces:
        runs.append(_shape_run(data, piece, start, steps))
        start += runs[-1].width
        steps += len(piece)
    return Shaped(tuple(runs), start, "".join(dict.fromkeys(missing)), steps)


def glyph_runs(shaped: Shaped, x: float, size: float, tracking: float = 0.0) -> tuple[GlyphRun, ...]:
    """The runs of a shaped line that begins at `x`, in a size and tracking in points."""
    return tuple(
        GlyphRun(
            run.face, run.text, x + run.start * size + tracking * run.steps, run.glyphs,
            tuple(
                offset * size + (0.0 if run.joined else tracking * cluster)
                for offset, cluster in zip(run.offsets, run.clusters, strict=True)
            ),
            run.clusters, tuple(rise * size for rise in run.rises), run.joined, run.right_to_left,
            run.width * size + (0.0 if run.joined else tracking * (len(run.text) - 1)),
        )
        for run in shaped.runs
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def line_length(text: str, face: str, fonts: FontBook) -> tuple[float, int]:
    """Width in em and letters of a line, as `shape` gives them, from its words: lines to try share most of theirs.

    Kerning is between neighbors only, so that a space takes the same room wherever the same letters are beside it.
    """
    text = text.translate(_PLAIN_SPACES)
    own, words = fonts.data(face), text.split(" ")
    if "" in words or _OTHER_SCRIPTS.search(text) or not own.coverage.issuperset(map(ord, text)):
        shaped = shape(text, face, fonts)
        return shaped.width, shaped.letters
    wide = sum(_advance(word, face, fonts) for word in words)
    for word, other in pairwise(words):
        wide += _space(word[-1], other[0], face, fonts)
    return wide / own.upem, len(text)


@lru_cache(maxsize=20_000)
def _advance(text: str, face: str, fonts: FontBook) -> int:
    """How far some letters go, in units of the face."""
    return sum(position.x_advance for position in _shaped(fonts.data(face), text, FEATURES).glyph_positions)


@lru_cache(maxsize=20_000)
def _space(before: str, after: str, face: str, fonts: FontBook) -> int:
    """How far a space goes between two letters, in units of the face."""
    both = _advance(f"{before} {after}", face, fonts)
    return both - _advance(before, face, fonts) - _advance(after, face, fonts)


def _shape_scripts(text: str, face: str, fonts: FontBook, *, right_to_left: bool) -> Shaped:
    """A line with letters of other scripts; its runs are placed from left to right and returned in reading order."""
    from htpm_studio.text.runs import ONE_BY_ONE, pieces_of  # noqa: PLC0415 - its tables take time to load

    pieces, order, missing = pieces_of(text, face, fonts, right_to_left=right_to_left)
    placed: dict[int, ShapedRun] = {}
    start, steps = 0.0, 0
    for index in order:
        piece = pieces[index]
        joined = piece.right_to_left or piece.script not in ONE_BY_ONE
        placed[index] = _shape_run(
            piece.data, piece.text, start, steps, joined=joined, right_to_left=piece.right_to_left
        )
        start += placed[index].width
        steps += 1 if joined else len(piece.text)
    return Shaped(tuple(placed[index] for index in range(len(pieces))), start, missing, steps)


@lru_cache(maxsize=20_000)
def wider_width(text: str, face: str, fonts: FontBook) -> float:
    """Width of a line, in em, where the widest of the usual faces replaces this one."""
    widths = fonts.wider(face)
    letters = [" " if letter in SAME_AS_SPACE else letter for letter in text]
    unknown = "".join(letter for letter in letters if letter not in widths)
    known = sum(widths.get(letter, 0.0) for letter in letters)
    return known + (UNKNOWN_WIDER * shape(unknown, face, fonts).width if unknown else 0.0)


def _shape_run(
    data: FaceData, text: str, start: float, steps: int, *, joined: bool = False, right_to_left: bool = False
) -> ShapedRun:
    buffer = _shaped(data, text, {"kern": True} if joined else FEATURES, right_to_left=right_to_left)
    glyphs: list[int] = []
    offsets: list[float] = []
    rises: list[float] = []
    clusters: list[int] = []
    x = 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(info.codepoint)
        offsets.append((x + position.x_offset) / data.upem)
        rises.append(position.y_offset / data.upem)
        clusters.append(info.cluster)
        x += position.x_advance
    return ShapedRun(
        data.face, text, tuple(glyphs), tuple(offsets), tuple(clusters), x / data.upem,
        tuple(rises) if any(rises) else (), start, steps, joined, right_to_left,
    )  # fmt: skip


def _shaped(data: FaceData, text: str, features: dict[str, bool], *, right_to_left: bool = False) -> Any:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    if right_to_left:
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(data.font, buffer, features)
    return buffer
