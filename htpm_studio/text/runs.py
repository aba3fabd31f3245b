"""Text of other scripts cut into runs: one face, one script and one direction each, and the order in which they lie.

The order follows the Unicode Bidirectional Algorithm (UAX 9), which python-bidi carries out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bidi import get_display
from fontTools.unicodedata import script as script_of
from fontTools.unicodedata import script_extension

from htpm_studio.frozen import dataclass
from htpm_studio.scene.direction import has_right_to_left
from htpm_studio.scene.graphemes import graphemes
from htpm_studio.text.fonts import SCRIPT_FACES, FaceData, FontBook

ONE_BY_ONE = frozenset((
    "", "Latn", "Grek", "Cyrl", "Armn", "Geor", "Ethi", "Hani", "Hang", "Hira", "Kana", "Bopo",
))  # fmt: skip
"""Scripts in which each character has a glyph of its own; in all others letters join, change places or are stacked."""

_COMMON = frozenset(("Zyyy", "Zinh", "Zzzz"))
_ALPHABETS = frozenset(("Latn", "Grek", "Cyrl"))
_MARK, _MARKS = 0xE0020, 96
_UNSEEN = frozenset(map(chr, (0x200C, 0x200D, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""Joiners and variation selectors: they change how their neighbors look and are never drawn themselves."""

_FULL_WIDTH = frozenset(map(chr, (*range(0x3000, 0x3030), *range(0xFF00, 0xFFF0))))


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Neighboring characters of one face, script and direction; `script` is "" for Latin, Greek and Cyrillic."""

    data: FaceData
    text: str
    script: str
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class _Cluster:
    """One grapheme that can be drawn."""

    text: str
    data: FaceData
    script: str


def pieces_of(text: str, face: str, fonts: FontBook, *, right_to_left: bool) -> tuple[list[TextPiece], list[int], str]:
    """The pieces of a line in reading order, in which order they lie from left to right, and what cannot be drawn."""
    clusters, missing = _with_faces(text, face, fonts)
    text = "".join(cluster.text for cluster in clusters)
    places = visual_order(text, right_to_left=right_to_left)
    backward = [False] * len(text)
    for index, odd in places:
        backward[index] = odd
    pieces: list[TextPiece] = []
    piece_at: list[int] = []
    for cluster in _even_spaces(clusters):
        odd, last = backward[len(piece_at)], pieces[-1] if pieces else None
        if last and last.data is cluster.data and last.script == cluster.script and last.right_to_left == odd:
            pieces[-1] = TextPiece(last.data, last.text + cluster.text, last.script, odd)
        else:
            pieces.append(TextPiece(cluster.data, cluster.text, cluster.script, odd))
        piece_at += [len(pieces) - 1] * len(cluster.text)
    order = list(dict.fromkeys(piece_at[index] for index, _ in places))
    return pieces, order, missing


def visual_order(text: str, *, right_to_left: bool) -> list[tuple[int, bool]]:
    """The indexes of the characters from left to right, and whether each belongs to a stretch that runs backward.

    python-bidi returns characters and not places, so each is followed by two that nobody sees and that take no part
    (class BN), which say its index. A last strong letter keeps those of the end where they are.
    """
    if not has_right_to_left(text) and not right_to_left:
        return [(index, False) for index in range(len(text))]
    marked = "".join(f"{char}{chr(_MARK + at // _MARKS)}{chr(_MARK + at % _MARKS)}" for at, char in enumerate(text))
    shown = get_display(marked + ("\u05d0" if right_to_left else "a"), base_dir="R" if right_to_left else "L")
    shown = shown[1:] if right_to_left else shown[:-1]
    found: list[tuple[int, bool]] = []
    for start in range(0, len(shown), 3):
        first, middle, last = (ord(char) - _MARK for char in shown[start : start + 3])
        found.append((middle * _MARKS + last, False) if first < 0 else (middle * _MARKS + first, True))
    return found


def _with_faces(text: str, face: str, fonts: FontBook) -> tuple[list[_Cluster], str]:
    """The graphemes of a text with a face for each; what none has is left out and named."""
    found: list[_Cluster] = []
    missing: list[str] = []
    script = ""
    for grapheme in graphemes(text):
        script = _script(grapheme, script)
        data, shown, lost = _face_for(grapheme, script, face, fonts)
        missing += lost
        if data is not None and shown:
            found.append(_Cluster(shown, data, _shaped_as(grapheme, script, data)))
    return found, "".join(dict.fromkeys(missing))


def _script(grapheme: str, before: str) -> str:
    """The script of a grapheme; marks and punctuation belong to the script before them, or to their only ones."""
    own = str(script_of(grapheme[0]))
    if own not in _COMMON:
        return own
    several = script_extension(grapheme[0]) - _COMMON
    return before if not several or before in several else min(several)


def _shaped_as(grapheme: str, script: str, data: FaceData) -> str:
    """The script of a grapheme where shaping has to know it: signs of a face for Latin belong to no script."""
    common = str(script_of(grapheme[0])) in _COMMON and data.latin
    return "" if common or script in _ALPHABETS else script


def _face_for(grapheme: str, script: str, face: str, fonts: FontBook) -> tuple[FaceData | None, str, list[str]]:
    """The first face that has the whole grapheme, else its first letter; what of it is drawn; what is lost."""
    needed = [char for char in grapheme if char not in _UNSEEN]
    if not needed:
        return None, "", []
    candidates = list(_faces(needed[0], script, face, fonts))
    for data in candidates:
        if all(ord(char) in data.coverage for char in needed):
            return data, grapheme, []
    for data in candidates:
        if ord(needed[0]) in data.coverage:
            shown = [char for char in grapheme if char in _UNSEEN or ord(char) in data.coverage]
            return data, "".join(shown), [char for char in needed if ord(char) not in data.coverage]
    return None, "", needed


def _faces(letter: str, script: str, face: str, fonts: FontBook) -> Iterator[FaceData]:
    own = fonts.data(face)
    yield own
    if own.stand_in:
        yield fonts.data(own.stand_in)
    scripts = [script, *sorted(script_extension(letter) - _COMMON)]
    if letter in _FULL_WIDTH:
        scripts.append("Hani")
    for name in dict.fromkeys(name for code in scripts for name in SCRIPT_FACES.get(code, ())):
        yield fonts.data(name)


def _even_spaces(clusters: Sequence[_Cluster]) -> Iterator[_Cluster]:
    """The graphemes with spaces between two words of one face in that face, so that the words stay one run."""
    for index, cluster in enumerate(clusters):
        before = clusters[index - 1] if index else None
        after = clusters[index + 1] if index + 1 < len(clusters) else None
        if (
            cluster.text == " " and before and after and before.data is after.data and before.script == after.script
            and 32 in before.data.coverage
        ):  # fmt: skip
            yield _Cluster(" ", before.data, before.script)
        else:
            yield cluster
