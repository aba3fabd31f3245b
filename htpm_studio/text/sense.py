"""Breaking a short text by its sense: whole sentences, small words with what they belong to, no lone last word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from math import comb

MOST_WAYS = 1000
_SENTENCE, _CLAUSE, _LITTLE, _LONE, _NEW_SENTENCE, _TORN = 0.34, 0.24, 0.2, 0.22, 0.12, 0.14
_SHORT_LAST, _SHORT_CLAUSE = 0.42, 0.5
# Words that lead to the next one: a line that ends in one of them makes the reader stumble.
_LEADING = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "nor", "as",
    "than", "your", "our", "my", "el", "la", "los", "las", "un", "una", "unos", "unas", "de", "del", "al", "en", "y",
    "e", "o", "u", "con", "por", "para", "sin", "su", "sus", "tu", "tus", "mi", "que", "se", "le", "les", "lo", "nos",
    "ni", "si", "cada",
    "и", "в", "на", "с", "от", "по", "для", "о", "к", "και", "της", "του", "των", "για", "στη",  # noqa: RUF001
})  # fmt: skip
_STOPS, _PAUSES = (".", "!", "?", "…", ".”", "!”", "?”"), (",", ";", ":", "–", "—")
# U.S., D.C., J. R.: the point ends no sentence.
_INITIALS = re.compile(r"(?:\w\.)+")


def by_sense(
    pieces: Sequence[str],
    count: int,
    width: float,
    measure: Callable[[str], float],
    join: Callable[[Sequence[str]], str],
) -> list[str] | None:
    """The best `count` lines for the pieces of one paragraph, none wider than `width` points.

    Even lines are wanted, but a break after a sentence is worth more, and one after "the" or before a lone last word
    costs. None where the paragraph is too long to try all ways, or no way fits.
    """
    if not 1 < count <= len(pieces) or comb(len(pieces) - 1, count - 1) > MOST_WAYS:
        return None
    space = measure("n n") - 2 * measure("n")
    places: list[tuple[float, float]] = []
    start = 0.0
    for piece in pieces:
        end = start + measure(join([piece]))
        places.append((start, end))
        start = end + (0.0 if piece.endswith("\u200b") else space)
    ways = ((0, *cuts, len(pieces)) for cuts in combinations(range(1, len(pieces)), count - 1))
    ranked = sorted((_cost(way, places, pieces, width), way) for way in ways)
    for cost, way in ranked[:6]:
        lines = [join(pieces[a:b]) for a, b in pairwise(way)]
        if cost < float("inf") and all(measure(line) <= width + 0.01 for line in lines):
            return lines
    return None


def _cost(way: Sequence[int], places: Sequence[tuple[float, float]], pieces: Sequence[str], width: float) -> float:
    widths = [places[b - 1][1] - places[a][0] for a, b in pairwise(way)]
    longest = max(widths)
    if longest > width * 1.03:
        return float("inf")
    cost = sum((1 - one / longest) ** 2 for one in widths) + 0.04 * longest / width
    cost += sum(_break_cost(pieces[cut - 1], one / longest) for cut, one in zip(way[1:-1], widths, strict=False))
    # A sentence that begins at the very end of a line is torn from its verb.
    cost += sum(_NEW_SENTENCE for cut in way[1:-1] if cut >= 2 and _ends_sentence(pieces[cut - 2]))
    # "… in apps / and games, and …": what belongs together ends just after the break.
    cost += sum(
        _TORN for a, b in pairwise(way[1:]) if any(one.endswith(_PAUSES) for one in pieces[a : min(a + 2, b - 1)])
    )
    lone = way[-1] - way[-2] == 1 and widths[-1] < _SHORT_LAST * longest
    return cost + (_LONE if lone else 0.0)


def break_cost(lines: Sequence[str], widths: Sequence[float]) -> float:
    """How badly a text is broken: uneven lines, breaks against the sense, a lone last word."""
    longest = max(widths, default=0.0) or 1.0
    shares = [one / longest for one in widths]
    cost: float = sum((1 - share) ** 2 for share in shares)
    cost += sum(_break_cost(line.rpartition(" ")[2], share) for line, share in zip(lines[:-1], shares, strict=False))
    cost += sum(_NEW_SENTENCE for line in lines[:-1] if _ends_sentence(line.rpartition(" ")[0]))
    lone = len(lines) > 1 and " " not in lines[-1] and widths[-1] < _SHORT_LAST * longest
    return cost + (_LONE if lone else 0.0)


def ends_open(line: str) -> bool:
    """Whether the last word of a line leads to the next one, as an article or a preposition does."""
    return _leads(line.rpartition(" ")[2])


def _leads(word: str) -> bool:
    return word.strip("“‘¿¡(").lower() in _LEADING


def _ends_sentence(piece: str) -> bool:
    return piece.endswith(_STOPS) and not _INITIALS.fullmatch(piece)


def _break_cost(before: str, share: float) -> float:
    """What a break after a word costs; `share` says how full its line is beside the longest."""
    if _ends_sentence(before):
        return -_SENTENCE
    if before.endswith(_PAUSES):
        return -_CLAUSE if share >= _SHORT_CLAUSE else 0.0
    return _LITTLE if _leads(before) else 0.0
