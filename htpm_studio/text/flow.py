"""Breaking text into lines: greedy, balanced, at natural places, or without a short last line."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from htpm_studio.frozen import dataclass
from htpm_studio.scene.direction import has_right_to_left, reads_right_to_left
from htpm_studio.scene.graphemes import graphemes
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.glue import MOST_BOUND, NBSP, bind_sense, bind_words
from htpm_studio.text.semantic_breaks import (
    DISPLAY,
    RUNNING,
    Costs,
    bad_breaks,
    best_lines,
    break_cost,
    breaks_early,
    leading_ends,
    lone_lines,
    nonsense,
)
from htpm_studio.text.shaping import line_length, wider_width

Measure = Callable[[str], float]
Wrap = Literal["sense", "balance", "pretty", "full", "greedy", "none"]
"""Text that is typed again in Office fills its box (`full`; an item of a list: `greedy`), as anything else would need
forced breaks there; a picture can break at natural places."""
FILLED: tuple[Wrap, ...] = ("full", "greedy")

BALANCED_UP_TO, TOLD_UP_TO = 4, 6  # lines; what is broken at natural places is a headline, a name or a quote
SHORTEST_LAST_LINE = 0.22
NEXT_WAY, FIRM = 1.02, 1.045
BOUND = 20  # letters; what is bound takes no more of a line, so that the others do not become short
FEW_BOUND = 12  # letters; as many where what is bound makes a line short all the same
NEARLY = 1.01  # of its room; a line that would be no wider with the next word is about to take it
MOST_TOGETHER = 32  # letters of what goes to the next line together with its first word
MOST_MOVED = 3  # words that go from the end of a line to the next one, and times that this is tried
NOTICED = 0.065  # by how much other breaks must be better
JOINS = 0.98  # a box stays that much narrower than where another word would fit on a line
_SOFT_HYPHEN_PLACE = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})|(?<=[—/])(?=\w{3})")
_HAN = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_NOT_FIRST = "々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・ー、。，．：；？！）］｝〉》」』】〕"  # noqa: RUF001
_HAN_PLACE = re.compile(
    f"(?<=[{_HAN}、。，．：；？！）］｝〉》」』】〕])(?![{_NOT_FIRST}])(?=[{_HAN}「『（［｛〈《【〔])"  # noqa: RUF001
)
"""Chinese and Japanese break between any two characters, but not before a small kana or a closing sign."""

ENDS = (".", "!", "?", ":")
"""What stands alone on the last line after one of these is a sentence or a number of its own; after the first three,
what stands alone on any line begins a sentence."""
_HYPHEN_PLACE = re.compile(r"(?<=[-–—])")
"""The places where Office breaks a word, even a telephone number."""


@dataclass(frozen=True, slots=True)
class TextSetting:
    """How a text is measured: face, size and tracking in points, and how its lines are broken.

    A `fallback_safe` text also fits where a wider face replaces this one. `more` are lines that a text takes beyond
    those it needs, so that it breaks where its sense does. One that is not `bound` breaks between any words where
    Office sets it, as a long name must.
    """

    face: str
    size: float
    tracking: float = 0.0
    wrap: Wrap = "balance"
    fallback_safe: bool = False
    more: int = 0
    bound: bool = True


@dataclass(frozen=True, slots=True)
class Flow:
    """Broken lines with their widths; `measure` is the width that they were broken for.

    `text` is what was broken, with its no-break spaces; `overfull` says that a single word was wider than the room and
    had to be cut. It takes `rows` lines in a box of the width `room`, which are more than there are where it is
    fallback-safe and only the wider face needs them.
    """

    text: str
    lines: tuple[str, ...]
    widths: tuple[float, ...]
    measure: float
    rows: int
    room: float
    overfull: bool = False

    @property
    def width(self) -> float:
        """Width of the longest line in points."""
        return max(self.widths, default=0.0)


class _Broken(NamedTuple):
    """Lines as they break at a width, and the wider one at which a word would join the line before."""

    lines: list[str]
    overfull: bool
    until: float


def lines_right_to_left(text: str, lines: Sequence[str]) -> tuple[bool, ...]:
    """Whether each line belongs to a paragraph of the text that reads from right to left."""
    if not has_right_to_left(text):
        return (False,) * len(lines)
    found: list[bool] = []
    for row in text.split("\n"):
        wanted, backward, seen, first = _letters(row), reads_right_to_left(row), 0, len(found)
        while len(found) < len(lines) and (seen < wanted or len(found) == first):
            seen += _letters(lines[len(found)])
            found.append(backward)
    return tuple(found)


def _letters(text: str) -> int:
    return len("".join(text.split()))


def line_width(text: str, setting: TextSetting, fonts: FontBook) -> float:
    """Width of one line in points, tracking between letters included."""
    return _measure(setting, fonts)(text)


def _measure(setting: TextSetting, fonts: FontBook) -> Measure:
    """The width of a line; most of the time of a layout is spent here."""
    face, size, tracking = setting.face, setting.size, setting.tracking

    def measure(text: str) -> float:
        wide, letters = line_length(text, face, fonts)
        return wide * size + tracking * max(0, letters - 1)

    return measure


@lru_cache(maxsize=8000)
def flow(text: str, width: float, setting: TextSetting, fonts: FontBook) -> Flow:
    """Break `text` (paragraphs separated by newlines) into lines no wider than `width` points."""
    measure = _measure(setting, fonts)
    bound = bind_words(text)
    if setting.wrap == "none":
        lines = tuple(text.split("\n"))
        widths = tuple(measure(line) for line in lines)
        room = max(map(_wider(setting, fonts), lines)) if setting.fallback_safe else max(widths, default=0.0)
        return Flow(bound, lines, widths, width, len(lines), room, overfull=room > width + 0.01)
    if setting.fallback_safe:
        return _fallback_safe(text, width, setting, measure, _wider(setting, fonts))
    paragraphs = [_words(row) for row in bound.split("\n")]
    if width <= 0 or setting.wrap in FILLED or (told := _told(paragraphs, width, setting, measure)) is None:
        broken = _break_all(paragraphs, width, measure)
        return _flow(bound, broken.lines, width, measure, overfull=broken.overfull)
    return _flow(bound, told, width, measure)


def _flow(text: str, lines: Sequence[str], width: float, measure: Measure, *, overfull: bool = False) -> Flow:
    widths = _widths(lines, measure)
    return Flow(text, tuple(lines), widths, width, len(lines), max(widths, default=0.0), overfull)


def _widths(lines: Sequence[str], measure: Measure) -> tuple[float, ...]:
    """The width of each line, one number for all that are the same: where there is no room, they are single letters."""
    known = {line: measure(line) for line in dict.fromkeys(lines)}
    return tuple([known[line] for line in lines])


def _told(
    paragraphs: Sequence[Sequence[str]], width: float, setting: TextSetting, measure: Measure
) -> list[str] | None:
    """The lines that cost least; None where a word is wider than the room.

    A long text is no headline any more, so its lines are full rather than even.
    """
    most = {"sense": TOLD_UP_TO, "balance": BALANCED_UP_TO}.get(setting.wrap, 0)
    lines = _best(paragraphs, width, setting, measure, DISPLAY) if most else None
    if lines is not None and len(lines) <= most:
        return lines
    return _best(paragraphs, width, setting, measure, RUNNING)


def _best(
    paragraphs: Sequence[Sequence[str]], width: float, setting: TextSetting, measure: Measure, costs: Costs
) -> list[str] | None:
    lines: list[str] = []
    for pieces in paragraphs:
        best = best_lines(pieces, width, measure, _join, costs, setting.more)
        if best is None:
            return None
        lines += best
    return lines


def _wider(setting: TextSetting, fonts: FontBook) -> Measure:
    """The width of a line where the widest face is used."""
    face, size, tracking = setting.face, setting.size, setting.tracking

    def measure(text: str) -> float:
        return wider_width(text, face, fonts) * size + tracking * max(0, len(text) - 1)

    return measure


def _fallback_safe(text: str, width: float, setting: TextSetting, measure: Measure, wider: Measure) -> Flow:
    """Lines that leave room for a wider face, in the words that belong together as far as there is room for that.

    How much is bound does not depend on the width as long as it fits, since a box that is drawn around the lines must
    have the same ones again.
    """

    def bound(most: int, *, loose: bool = False) -> str:
        return bind_sense(text, lambda unit: len(unit) <= most and 0 < width >= wider(unit), loose=loose)

    wrap = setting.wrap
    if not setting.bound:
        return _bound_fallback_safe(bind_words(text), width, wrap, measure, wider)
    found = _bound_fallback_safe(bound(BOUND), width, wrap, measure, wider)
    if width <= 0:  # Nothing is bound in no room.
        return found
    if breaks_early(found.lines, found.widths):
        others = dict.fromkeys((bound(BOUND, loose=True), bound(FEW_BOUND)))
        ways = [_bound_fallback_safe(other, width, wrap, measure, wider) for other in others]
        least = bad_breaks(found.lines, found.widths)
        found = min([found, *(way for way in ways if bad_breaks(way.lines, way.widths) <= least)], key=_unevenness)
    elif bad_breaks(found.lines, found.widths) and (tighter := bound(len(text))) != found.text:
        other = _bound_fallback_safe(tighter, width, wrap, measure, wider)
        found = min(found, other, key=lambda way: (way.rows, bad_breaks(way.lines, way.widths)))
    found = _with_company(found, width, wrap, measure, wider)
    return _with_sense(found, width, wrap, measure, wider)


def _with_sense(found: Flow, width: float, wrap: Wrap, measure: Measure, wider: Measure) -> Flow:
    """A short text with the last words of a line bound to the next one, where lines then end as its sense does.

    So "Step out. No / reason needed." has a line for each sentence, although another program breaks it.
    """
    for _ in range(MOST_MOVED if wrap in FILLED and 1 < len(found.lines) <= BALANCED_UP_TO else 0):
        ways = [way for way in _moved(found, width, wrap, measure, wider) if _is_better(way, found, width, measure)]
        if not ways:
            break
        found = min(ways, key=lambda way: (bad_breaks(way.lines, way.widths), nonsense(way.lines, way.widths)))
    return found


def _is_better(way: Flow, than: Flow, width: float, measure: Measure) -> bool:
    """Whether a text breaks better with words on another line: less badly, else nearer to its sense at no cost."""
    ours, theirs = (bad_breaks(broken.lines, broken.widths) for broken in (way, than))
    lone, before = (lone_lines(broken.lines, broken.widths) for broken in (way, than))
    longer = way.rows > than.rows or len(way.lines) > len(than.lines) or (0 in lone and 0 not in before)
    longer = longer or _cut_words(way) > _cut_words(than)
    if longer or ours != theirs:
        return not longer and ours < theirs
    if len(lone) > len(before) or leading_ends(way.lines) > leading_ends(than.lines):
        return False
    gained = nonsense(than.lines, than.widths) - nonsense(way.lines, way.widths)
    return gained >= NOTICED and (not _joins(way, width, measure) or _joins(than, width, measure))


def _cut_words(found: Flow) -> int:
    return sum(line.endswith("-") for line in found.lines)


def _joins(found: Flow, width: float, measure: Measure) -> bool:
    """Whether a word is about to join the line before it."""
    return _break_all([_words(row) for row in found.text.split("\n")], width, measure).until < NEARLY * width


def _moved(found: Flow, width: float, wrap: Wrap, measure: Measure, wider: Measure) -> Iterator[Flow]:
    """The text with one to three of the last words of a line on the next one, in each way that there is.

    They are bound to what that one begins with, else to the first word of it.
    """
    for line, following in pairwise(found.lines):
        units, first = line.split(" "), following.split(" ")[0]
        for count in range(1, min(MOST_MOVED, len(units) - 1) + 1):
            old = " ".join([*units[-count:], first])
            for new in dict.fromkeys((old.replace(" ", NBSP), _bound_to_first(units[-count:], first))):
                unit = new.split(" ")[0]
                if len(unit) <= MOST_TOGETHER and found.text.count(old) == 1 and wider(unit) <= width:
                    yield _bound_fallback_safe(found.text.replace(old, new), width, wrap, measure, wider)


def _bound_to_first(units: Sequence[str], following: str) -> str:
    word, _, rest = following.partition(NBSP)
    if not rest or NBSP in bind_words(f"{word} {rest}"[: len(word) + 1 + len(rest.partition(NBSP)[0])]):
        return NBSP.join([*units, following])
    return f"{NBSP.join([*units, word])} {rest}"


def _with_company(found: Flow, width: float, wrap: Wrap, measure: Measure, wider: Measure) -> Flow:
    """The text with a word that is a line by itself bound to the one before it, where it then breaks better.

    No other word becomes a line by itself for that, the first one least of all.
    """
    nearer = _companions(found, width, wrap, measure, wider)
    # The word that now begins the line before may be alone there in its turn.
    further = [other for way in nearer for other in _companions(way, width, wrap, measure, wider)]
    ways = [found, *nearer, *further]
    return min(ways, key=lambda way: _loneliness(way, width, measure)) if len(ways) > 1 else found


def _companions(found: Flow, width: float, wrap: Wrap, measure: Measure, wider: Measure) -> list[Flow]:
    """The text with one lone word bound to the one before it, in each way that there is."""
    alone = lone_lines(found.lines, found.widths) if wrap in FILLED else []
    ways = []
    for at in filter(None, alone):
        before = found.lines[at - 1].rpartition(" ")[2]
        if before.endswith(ENDS if at == len(found.lines) - 1 else ENDS[:3]):
            continue
        for old, new in _companies(before, found.lines[at]):
            unit = new.rpartition(" ")[2]
            if found.text.count(old) == 1 and len(unit) <= MOST_BOUND and wider(unit) <= width:
                ways.append(_bound_fallback_safe(found.text.replace(old, new), width, wrap, measure, wider))
    return [way for way in ways if 0 in alone or 0 not in lone_lines(way.lines, way.widths)]


def _companies(unit: str, alone: str) -> Iterator[tuple[str, str]]:
    """How a lone word may be bound to those before it: to all bound ones, or the last unless it is counted."""
    yield f"{unit} {alone}", f"{unit}{NBSP}{alone}"
    before, _, word = unit.rpartition(NBSP)
    if before and not before[-1].isdigit():
        yield f"{unit} {alone}", f"{before} {word}{NBSP}{alone}"


def _loneliness(found: Flow, width: float, measure: Measure) -> tuple[int, int, bool, int, int]:
    lines, widths = found.lines, found.widths
    joins = _joins(found, width, measure)
    # An article at the end of a line is worse than a word alone on the last one.
    return found.rows, bad_breaks(lines, widths), joins, leading_ends(lines), len(lone_lines(lines, widths))


def _unevenness(found: Flow) -> tuple[int, int, float]:
    return (found.rows, bad_breaks(found.lines, found.widths), break_cost(found.lines, found.widths))


def _bound_fallback_safe(bound: str, width: float, wrap: Wrap, measure: Measure, wider: Measure) -> Flow:
    """Lines that leave room for a wider face: as many as that one needs, where the words allow it.

    Office breaks the text again at the width of its box, so the widest box that breaks it like ours must hold the wider
    face as well. The ways to break it begin with even lines, and each next one has one more word on a line. A way is
    firm where no word is about to join the line before it.
    """
    paragraphs = [_words(row) for row in bound.split("\n")]
    needed = _break_all(paragraphs, width, wider)
    narrow = width if needed.overfull else _first_measure(paragraphs, len(needed.lines), width, wrap, measure)
    ways: list[tuple[Flow, bool]] = []
    while not ways or narrow < width:
        broken = _break_all(paragraphs, narrow, measure)
        widths = _widths(broken.lines, measure)
        room = width if wrap in FILLED else min(width, max(broken.until * JOINS, *widths))
        here = needed if room == width else _break_all(paragraphs, room, wider)
        rows = max(len(needed.lines), len(here.lines))
        if rows == len(broken.lines):
            room = min(room, max(map(wider, dict.fromkeys(broken.lines))))
        found = Flow(bound, tuple(broken.lines), widths, narrow, rows, room, needed.overfull)
        ways.append((found, broken.until < FIRM * max(widths)))
        narrow = max(broken.until, narrow * NEXT_WAY)
    return min(ways, key=_badness)[0] if len(ways) > 1 else ways[0][0]


def _badness(way: tuple[Flow, bool]) -> tuple[int, int, bool, int, float]:
    found, loose = way
    return (
        found.rows,
        bad_breaks(found.lines, found.widths),
        loose,
        len(found.lines) if " " not in found.text else -len(found.lines),
        break_cost(found.lines, found.widths),
    )


def _first_measure(paragraphs: Sequence[Sequence[str]], rows: int, width: float, wrap: Wrap, measure: Measure) -> float:
    if wrap in ("sense", "balance") and len(paragraphs) < rows <= BALANCED_UP_TO:
        return _narrowest(paragraphs, rows, width, measure)
    if wrap in FILLED:
        return width
    return _without_short_end(paragraphs, _break_all(paragraphs, width, measure).lines, width, measure)


def _words(row: str) -> list[str]:
    """Unbreakable pieces; each but the last of a word keeps no space, and spaces are put back on joining."""
    pieces: list[str] = []
    for word in row.split(" "):
        # A telephone number in words, as 1-800-THE-LOST, is read in one piece.
        parts = [word] if word[:1].isdigit() else _SOFT_HYPHEN_PLACE.split(word)
        if _HAN_PLACE.search(word):
            parts = [piece for part in parts for piece in _HAN_PLACE.split(part)]
        pieces += [*(f"{part}\u200b" for part in parts[:-1]), parts[-1]]
    return pieces


def _join(pieces: Sequence[str]) -> str:
    return _plain(" ".join(pieces))


def _plain(joined: str) -> str:
    return joined.replace("\u200b ", "").replace("\u200b", "") if "\u200b" in joined else joined


def _break_all(paragraphs: Sequence[Sequence[str]], width: float, measure: Measure) -> _Broken:
    lines: list[str] = []
    overfull, until = False, math.inf
    for pieces in paragraphs:
        current = ""
        for number, piece in enumerate(pieces):
            alone = not number
            if width <= 0 and number and (wide := measure(_plain(piece))) > width + 0.01:
                # In no room at all, for which Taffy asks as well, nothing joins what is before it.
                lines.append(_plain(current))
                *cut, current = _cut_piece(piece, width, measure)
                overfull = overfull or bool(cut)
                lines += cut
                continue
            trial = f"{current} {piece}" if number else piece
            wide = measure(_plain(trial))
            if alone or wide <= width + 0.01:
                current = trial
            else:
                lines.append(_plain(current))
                until = min(until, measure(_plain(f"{current} {_HYPHEN_PLACE.split(piece, maxsplit=1)[0]}")))
                current, alone, wide = piece, True, measure(_plain(piece))
            if alone and wide > width + 0.01:
                *cut, current = _cut_piece(current, width, measure)
                overfull = overfull or bool(cut)
                lines += cut
        lines.append(_plain(current))
    return _Broken(lines, overfull, until)


def _cut_piece(piece: str, width: float, measure: Measure) -> list[str]:
    """A piece that is wider than a line, cut; its last part goes on as the piece does."""
    *cut, last = _cut_word(_plain(piece), width, measure)
    return [*cut, last + piece[len(piece.rstrip("\u200b")) :]]


def _cut_word(word: str, width: float, measure: Measure) -> list[str]:
    parts: list[str] = []
    rest = word if word.isascii() else list(graphemes(word))
    if width <= 0:
        return _cut_everywhere(rest, width, measure)
    while len(rest) > 1 and measure("".join(rest)) > width:
        end = 1
        while end < len(rest) - 1 and measure("".join(rest[: end + 1])) <= width:
            end += 1
        parts.append("".join(rest[:end]))
        rest = rest[end:]
    return [*parts, "".join(rest)]


def _cut_everywhere(letters: Sequence[str], width: float, measure: Measure) -> list[str]:
    """A word cut after each letter, for a width of 0, which Taffy asks for, too."""
    wide = [width < 0 or measure(letter) > 0 for letter in letters]
    last = max((at for at, is_wide in enumerate(wide) if is_wide), default=-1)
    parts, start = [], 0
    while start < min(last + 1, len(letters) - 1):
        end = start + 1
        while end < len(letters) - 1 and not any(wide[start : end + 1]):
            end += 1
        parts.append("".join(letters[start:end]))
        start = end
    return [*parts, "".join(letters[start:])]


def _narrowest(paragraphs: Sequence[Sequence[str]], count: int, width: float, measure: Measure) -> float:
    low, high = width * 0.3, width
    for _ in range(12):
        middle = (low + high) / 2
        lines, overfull, _ = _break_all(paragraphs, middle, measure)
        if len(lines) > count or overfull:
            low = middle
        else:
            high = middle
    return high


def _without_short_end(
    paragraphs: Sequence[Sequence[str]], lines: Sequence[str], width: float, measure: Measure
) -> float:
    if measure(lines[-1]) >= SHORTEST_LAST_LINE * width:
        return width
    for step in range(1, 9):
        narrow = width * (1 - 0.025 * step)
        trial, overfull, _ = _break_all(paragraphs, narrow, measure)
        if len(trial) > len(lines) or overfull:
            return width
        if measure(trial[-1]) >= SHORTEST_LAST_LINE * narrow:
            return narrow
    return width
