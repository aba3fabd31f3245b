"""Numbers that are written in words, of every language that there is, as digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from htpm_studio.frozen import dataclass
from htpm_studio.languages.declared import languages

_MOST_TIMES = 4
_TELLING = frozenset("38")
"""Digits of which each of the hotline's numbers has at least one."""

Spelled = tuple[int, int, str]
"""Where a number in words begins and ends, and its digits."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The number words of all languages; `plurals` are those of repeated digits, as in "three eights"."""

    values: Mapping[str, int]
    times: Mapping[str, int]
    plurals: Mapping[str, int]
    hundred: frozenset[str]
    thousand: frozenset[str]
    row: re.Pattern[str]
    part: re.Pattern[str]
    needed: re.Pattern[str]


@cache
def _words() -> _Words:
    every = [language.numbers for language in languages().values()]
    values = {word: value for words in every for word, value in words.values.items()}
    times = {word: count for words in every for word, count in words.times.items()}
    plurals = {word: value for words in every for value, word in enumerate(words.plurals, 1)}
    hundred = frozenset(word for words in every for word in words.hundred)
    thousand = frozenset(word for words in every for word in words.thousand)
    word = rf"\b{_any_of((*values, *plurals, *times, *hundred, *thousand))}\b"
    joining = rf"\b{_any_of(word for words in every for word in words.joining)}\b"
    telling = [name for name, value in (values | plurals).items() if _TELLING & {*str(value)}]
    shortest = [name for name in telling if not any(other in name for other in telling if other != name)]
    return _Words(
        values, times, plurals, hundred, thousand,
        re.compile(rf"{word}(?:[\s,.-]*(?:{word}|{joining}(?=[\s-]+{word})))*"),
        re.compile(rf"{word}|{joining}"),
        re.compile(_any_of(shortest)),
    )  # fmt: skip


def _any_of(words: Iterable[str]) -> str:
    """A pattern of words, longer ones first; the parts of a word may be apart."""
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})".replace("-", r"[\s-]+")


def may_spell(text: str) -> bool:
    """Whether a number in words could be one of the hotline's."""
    return _words().needed.search(text) is not None


def spelled(text: str) -> list[Spelled]:
    """The numbers of a folded text that are written in words, each as far as it is said in one breath."""
    found: list[Spelled] = []
    if not may_spell(text):
        return found
    known = _words()
    for row in known.row.finditer(text):
        pieces: list[tuple[int, int, int]] = []
        times, first = 1, -1
        for part in known.part.finditer(text, *row.span()):
            word, (start, end) = re.sub(r"[\s-]+", "-", part.group()), part.span()
            scale = 100 if word in known.hundred else 1000 if word in known.thousand else 0
            if word in known.times:
                times, first = known.times[word], start
            elif scale and pieces and 0 < pieces[-1][2] < 10:
                pieces[-1] = (pieces[-1][0], end, pieces[-1][2] * scale)
            elif word in known.plurals:
                if pieces and 1 < pieces[-1][2] <= _MOST_TIMES:
                    start, _, count = pieces.pop()
                    pieces += [(start, end, known.plurals[word])] * count
            elif word in known.values:
                pieces += [(start if first < 0 else first, end, known.values[word])] * times
                times, first = 1, -1
        found += _joined(pieces)
    return found


def _joined(found: list[tuple[int, int, int]]) -> list[Spelled]:
    """Thousands with the hundreds after them, hundreds with the tens and tens with the ones are one number."""
    made: list[tuple[int, int, int]] = []
    for start, end, value in found:
        before = made[-1][2] if made else 0
        joins = (
            (before >= 1000 and before % 1000 == 0 and 0 < value < 1000)
            or (before >= 100 and before % 100 == 0 and 0 < value < 100)
            or (before >= 20 and before % 10 == 0 and before % 100 and 0 < value < 10)
        )
        if joins:
            made[-1] = (made[-1][0], end, before + value)
        else:
            made.append((start, end, value))
    return [(start, end, str(value)) for start, end, value in made]
