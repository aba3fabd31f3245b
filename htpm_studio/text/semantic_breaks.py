"""Where a text may break: what each break costs, and the lines that cost least."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from htpm_studio.languages.declared import break_words
from htpm_studio.text.glue import is_initials, leads, leads_loosely

_EVEN, _LONE, _ABOUT = 1.2, 0.9, 0.02
_SHORT_LAST, _LONE_SHARE, _SHORT_CLAUSE, _SHORTEST_END = 0.45, 0.62, 0.5, 0.22
_EARLY, _LOOSE = 0.64, 0.12
_RAGGED, _TORN, _STRAY, _PHRASE = 0.25, 0.2, 0.1, 0.06
_STOPS, _PAUSES = (".", "!", "?", "…", ".”", "!”", "?”"), (",", ";", ":", "–", "—")
_ENDS = (*_STOPS, *_PAUSES)


Measure = Callable[[str], float]
Join = Callable[[Sequence[str]], str]


class Costs(NamedTuple):
    """What a break is worth in a kind of text: after a sentence or clause it is wanted, elsewhere it costs."""

    sentence: float
    clause: float
    leading: float
    loose: float
    leaning: float
    new_sentence: float
    torn: float


DISPLAY = Costs(sentence=-0.4, clause=-0.24, leading=3.0, loose=0.3, leaning=0.06, new_sentence=0.2, torn=0.14)
RUNNING = Costs(sentence=-0.05, clause=-0.04, leading=3.0, loose=3.0, leaning=0.02, new_sentence=0.06, torn=0.0)
"""For headlines, names and quotes, whose lines are even, and for paragraphs, whose lines are full."""


def best_lines(
    pieces: Sequence[str],
    width: float,
    measure: Measure,
    join: Join,
    costs: Costs = DISPLAY,
    more: int = 0,
) -> list[str] | None:
    """The lines of one paragraph that cost least: none wider than `width` points, and `more` than there need be.

    None where a piece alone is wider.
    """
    if not more and measure(whole := join(pieces)) <= width + 0.01:
        return [whole]
    wide = [measure(join([piece])) for piece in pieces]
    if max(wide) > width + 0.01:
        return None
    row = _Row(pieces, wide, width, measure, join, costs, more)
    return [join(pieces[a:b]) for a, b in pairwise(row.cheapest())]


class _Row:
    """One paragraph on its way into lines, its pieces laid end to end."""

    def __init__(
        self,
        pieces: Sequence[str],
        wide: Sequence[float],
        width: float,
        measure: Measure,
        join: Join,
        costs: Costs,
        more: int,
    ) -> None:
        self.pieces, self.limit, self.measure, self.join, self.costs = pieces, width + 0.01, measure, join, costs
        self.count = len(pieces)
        self.starts, self.ends = self._places(wide)
        self.stops = [_ends_sentence(piece) for piece in pieces]
        self.pauses = [piece.endswith(_PAUSES) for piece in pieces]
        self.single = ["\u00a0" not in piece for piece in pieces]
        self.breaks = [_break_cost(piece, costs) for piece in pieces]
        self.farthest = [self._farthest(at) for at in range(self.count)]
        self.least = [0] * (self.count + 1)
        for at in range(self.count - 1, -1, -1):
            self.least[at] = 1 + self.least[self.farthest[at]]
        self.rows = min(self.least[0] + more, self.count)
        self.target = self.ends[-1] / self.rows if costs is DISPLAY else self.limit

    def _places(self, wide: Sequence[float]) -> tuple[list[float], list[float]]:
        """Where the pieces begin when each is measured by itself, which is nearly where they are on a line."""
        space, starts, ends, start = self.measure("n n") - 2 * self.measure("n"), [], [], 0.0
        for piece, width in zip(self.pieces, wide, strict=True):
            starts.append(start)
            ends.append(start + width)
            start = ends[-1] + (0.0 if piece.endswith("\u200b") else space)
        return starts, ends

    def _farthest(self, at: int) -> int:
        """The end of the longest line from there. What nearly fits is measured as a whole; one piece always fits."""
        start = self.starts[at]
        end = bisect_right(self.ends, start + self.limit * (1 + _ABOUT))
        while self.ends[end - 1] - start > self.limit * (1 - _ABOUT):
            if self.measure(self.join(self.pieces[at:end])) <= self.limit:
                break
            end -= 1
        return end

    def cheapest(self) -> list[int]:
        """Where lines begin and the last one ends."""
        found: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
        for left in range(self.rows - 1, -1, -1):
            layer: dict[int, tuple[float, tuple[int, ...]]] = {}
            for at, (cost, way) in found.items():
                for end in range(self.farthest[at], at, -1):
                    if self.least[end] > left:
                        break
                    if (end == self.count) != (left == 0):
                        continue
                    total = cost + self._line(at, end)
                    if end not in layer or total < layer[end][0]:
                        layer[end] = (total, (*way, end))
            found = layer
        return list(found[self.count][1])

    def _line(self, at: int, end: int) -> float:
        """What a line costs, with the break at its end."""
        costs, wide, last = self.costs, self.ends[end - 1] - self.starts[at], end == self.count
        cost = 0.0
        if costs is DISPLAY:
            cost += _EVEN * (wide / self.target - 1) ** 2
        elif not last:
            cost += (1 - wide / self.target) ** 2
        if last:
            cost += self._ending(at, wide) if at else 0.0
        else:
            clause = self.pauses[end - 1] and wide < _SHORT_CLAUSE * self.target
            cost += 0.0 if clause else self.breaks[end - 1]
            # A sentence that begins at the very end of a line is torn from its verb.
            cost += costs.new_sentence if end - at >= 2 and self.stops[end - 2] and self.single[end - 1] else 0.0
        # "… in apps / and games, and …": what belongs together ends just after the break.
        return cost + (costs.torn if at and any(self.pauses[at : min(at + 2, end - 1)]) else 0.0)

    def _ending(self, at: int, wide: float) -> float:
        alone = at == self.count - 1 and wide < _LONE_SHARE * self.target
        return _LONE if alone or wide < _SHORTEST_END * self.target else 0.0


def break_cost(lines: Sequence[str], widths: Sequence[float]) -> float:
    """How badly a text is broken: uneven lines, breaks against the sense, a lone last word."""
    longest = max(widths, default=0.0) or 1.0
    shares = [width / longest for width in widths]
    cost: float = sum((1 - share) ** 2 for share in shares)
    for line, share in zip(lines[:-1], shares, strict=False):
        word = line.rpartition(" ")[2]
        clause = word.endswith(_PAUSES) and share < _SHORT_CLAUSE
        cost += 0.0 if clause else _LOOSE if leads_loosely(word) else _break_cost(word, DISPLAY)
        cost += DISPLAY.new_sentence if tears_sentence(line) else 0.0
    return cost + _LONE * ends_alone(lines, widths)


def ends_open(line: str) -> bool:
    """Whether the last word of a line leads to the next one, as an article or a preposition does."""
    return leads(line.replace("\u00a0", " ").rpartition(" ")[2])


def leading_ends(lines: Sequence[str]) -> int:
    """How many lines end in a word that leads to the next one, as an article does; one such as "and" does not count."""
    return sum(map(_leads_on, lines[:-1]))


def breaks_early(lines: Sequence[str], widths: Sequence[float]) -> bool:
    """Whether a line ends far before the others although no sentence or clause does."""
    most = _EARLY * max(widths, default=0.0)
    rows = zip(lines[:-1], widths, strict=False)
    return any(wide < most and not line.endswith((*_STOPS, *_PAUSES)) for line, wide in rows)


def tears_sentence(line: str) -> bool:
    """Whether a line ends in the first word of a sentence that the next line goes on with."""
    return _ends_sentence(line.replace("\u00a0", " ").rpartition(" ")[0].rpartition(" ")[2])


def ends_alone(lines: Sequence[str], widths: Sequence[float], share: float = _SHORT_LAST) -> bool:
    """Whether a text ends on one short word: less than that share of its longest line."""
    last = lines[-1].replace("\u00a0", " ") if lines else ""
    return len(lines) > 1 and " " not in last and widths[-1] < share * max(widths)


def bad_breaks(lines: Sequence[str], widths: Sequence[float], share: float = _SHORT_LAST) -> int:
    """How many lines end in a word that leads to the next one or begins a sentence, or are one short word.

    A word that may end a line, as "and" may, does not count, nor one alone on the first line.
    """
    short = _SHORT_LAST * max(widths, default=0.0)
    alone = sum(wide < short and " " not in _plain(line) for line, wide in zip(lines[1:-1], widths[1:-1], strict=True))
    return (
        sum(_leads_on(line) or tears_sentence(line) for line in lines[:-1]) + alone + ends_alone(lines, widths, share)
    )


def lone_lines(lines: Sequence[str], widths: Sequence[float]) -> list[int]:
    """Which lines are one word, much shorter than the longest line, or below another shorter still and bound words."""
    longest = max(widths, default=0.0)

    def most(at: int, line: str) -> float:
        # A clause of few words is not alone.
        bound = at > 0 and " " not in line and not lines[at - 1].endswith(_PAUSES)
        return _LONE_SHARE if " " not in _plain(line) else _SHORT_CLAUSE if bound else 0.0

    return [at for at, line in enumerate(lines) if widths[at] < most(at, line) * longest]


def torn_clauses(lines: Sequence[str], most: int = 1) -> int:
    """How many lines begin with the last word of a clause, or up to `most` of them, and go on with more than a word.

    As in "When options run / out, help is near".
    """
    rows = [(before, _plain(line).split(" ")) for before, line in pairwise(lines) if not before.endswith(_ENDS)]
    return sum(any(word.endswith(_PAUSES) for word in row[: max(0, min(most, len(row) - 2))]) for _, row in rows)


def lone_words(lines: Sequence[str], widths: Sequence[float]) -> int:
    """How many lines are one word much shorter than the longest line, or are further ones of more than two lines."""
    alone = [wide for line, wide in zip(lines, widths, strict=True) if " " not in _plain(line)]
    short = sum(wide < _LONE_SHARE * max(widths) for wide in alone) if len(lines) > 1 else 0
    return max(short, len(alone) - 1 if len(lines) > 2 else 0)


def nonsense(lines: Sequence[str], widths: Sequence[float]) -> float:
    """A penalty for line ends far from ends of sentences, clauses and phrases, and a smaller one for uneven lines."""
    longest = max(widths, default=0.0) or 1.0
    cost = _RAGGED * sum((1 - wide / longest) ** 2 for wide in widths) + _TORN * torn_clauses(lines)
    for line, following in pairwise(map(_plain, lines)):
        cost += _break_cost(line, DISPLAY) + DISPLAY.new_sentence * tears_sentence(line)
        # What is alone at the end of a line behind a comma belongs to the next line.
        cost += _STRAY * line.rpartition(" ")[0].endswith(_PAUSES)
        cost -= _PHRASE * (following.split(" ")[0].lower() in break_words("opening"))
    return cost


def _plain(line: str) -> str:
    return line.replace("\u00a0", " ").strip()


def _leads_on(line: str) -> bool:
    word = line.replace("\u00a0", " ").rpartition(" ")[2]
    return leads(word) and not leads_loosely(word)


def _ends_sentence(piece: str) -> bool:
    return piece.endswith(_STOPS) and not is_initials(piece)


@lru_cache(maxsize=8000)
def _break_cost(before: str, costs: Costs) -> float:
    """What a break after a word costs."""
    word = before.replace("\u00a0", " ").rpartition(" ")[2]
    if _ends_sentence(word):
        return costs.sentence
    if word.endswith(_PAUSES):
        return costs.clause
    if leads(word):
        return costs.loose if leads_loosely(word) else costs.leading
    return costs.leaning if word.lower() in break_words("leaning") else 0.0
