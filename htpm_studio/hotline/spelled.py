"""Numbers that are written in words, English and Spanish, as digits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_SPANISH = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
    "veintiocho veintinueve"
)
_TENS = (
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
)
_HUNDREDS = "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
VALUES: Mapping[str, int] = MappingProxyType(
    {word: value for words in (_ENGLISH, _SPANISH) for value, word in enumerate(words.split())}
    | {word: 10 * value for words in _TENS for value, word in enumerate(words.split(), 2)}
    | {word: 100 * value for value, word in enumerate(_HUNDREDS.split(), 1)}
    | {"oh": 0, "un": 1, "una": 1, "cien": 100}
)
_TIMES: Mapping[str, int] = MappingProxyType({"double": 2, "triple": 3, "doble": 2})
_PLURALS: Mapping[str, int] = MappingProxyType(
    {
        f"{word}{'es' if word[-1] in 'sx' else 's'}": VALUES[word]
        for word in (*_ENGLISH.split()[1:10], *_SPANISH.split()[1:10])
    }
    | {"unos": 1, "treses": 3}
)
"""The same digit so many times, as in "three eights" and "tres ochos"."""
_MOST_TIMES = 4
_THOUSANDS = frozenset({"thousand", "mil"})
SPELLED_LANGUAGES = frozenset({"en", "es"})
"""The languages whose numbers in words are known here; in others a wrong number could be spelled out unseen."""

_JOINING = frozenset({"and", "y"})
_WORD = re.compile(r"\b(?:" + "|".join([*VALUES, *_PLURALS, *_TIMES, *_THOUSANDS, "hundred"]) + r")\b")
_ROW = re.compile(rf"{_WORD.pattern}(?:[\s,.-]*(?:{_WORD.pattern}|\b(?:and|y)\b(?=[\s-]+{_WORD.pattern})))*")
_NEEDED = re.compile("eight|och[oe]|thre|thir|tre[si]")
"""Without an eight or a three it is none of the hotline's numbers."""

_PARTS = re.compile(r"[a-z]+")

Spelled = tuple[int, int, str]
"""Where a number in words begins and ends, and its digits."""


def may_spell(text: str) -> bool:
    """Whether a number in words could be one of the hotline's."""
    return _NEEDED.search(text) is not None


def spelled(text: str) -> list[Spelled]:
    """The numbers of a folded text that are written in words, each as far as it is said in one breath."""
    found: list[Spelled] = []
    if not may_spell(text):
        return found
    for row in _ROW.finditer(text):
        said: list[tuple[int, int, int]] = []
        times, first = 1, -1
        for part in _PARTS.finditer(text, *row.span()):
            word, start, end = part.group(), part.start(), part.end()
            if word in _TIMES:
                times, first = _TIMES[word], start
            elif word == "hundred":
                if said and 0 < said[-1][2] < 10:
                    said[-1] = (said[-1][0], end, said[-1][2] * 100)
            elif word in _PLURALS:
                if said and 1 < said[-1][2] <= _MOST_TIMES:
                    start, _, count = said.pop()
                    said += [(start, end, _PLURALS[word])] * count
            elif word in _THOUSANDS:
                if said and 0 < said[-1][2] < 10:
                    said[-1] = (said[-1][0], end, said[-1][2] * 1000)
                elif word == "mil":
                    said.append((start, end, 1000))
            elif word not in _JOINING:
                said += [(start if first < 0 else first, end, VALUES[word])] * times
                times, first = 1, -1
        found += _joined(said)
    return found


def _joined(said: list[tuple[int, int, int]]) -> list[Spelled]:
    """Thousands with the hundreds after them, hundreds with the tens and tens with the ones are one number."""
    made: list[tuple[int, int, int]] = []
    for start, end, value in said:
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
