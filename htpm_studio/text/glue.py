"""Words that stay together, bound with no-break spaces: small words with the next, numbers with what they count."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from htpm_studio.languages.declared import break_words, languages
from htpm_studio.languages.model import Language

NBSP = "\u00a0"
_STOPS = (".", "!", "?")
_SHORT_END = 6
MOST_BOUND = 24
"""Letters in what is bound where the width of the lines is not known."""

_COMPANY_FROM, _COMPANY_UP_TO, _FEW_LETTERS, _MOST_AT_END = 20, 24, 10, 0.5
# Words that lead to the next one in other languages: a line that ends in one makes the reader stumble.
_LEADING = frozenset({"и", "в", "на", "с", "от", "по", "для", "о", "к", "και", "της", "του", "των", "για", "στη"})  # noqa: RUF001
_ALWAYS = (
    r"(?<=[.!?] )[A-ZÁÉÍÓÚ] (?=\w)", r"(?<=[.!?] )[^\W\d_]{2,9}: (?=\w)", r"[“«](?!\d)\w+ (?=[^\W\d]+[”»])",
)  # fmt: skip
_NUMBERS = (r"\b\d{1,2}(?::\d\d)? (?=[ap]\.? ?m\b)", r"\b[ap]\. (?=m\.)", r"\(\d{3}\) (?=\d{3}\b)")
"""What stays with the next word in every language, as a lone capital; of numbers, the time of day and an area code."""
_COUNTS = re.compile(r"(?<![\w.,\u00a0-])\d{1,3} (?=[a-záéíóúñ]{2,}\b)")
_BEGINNING = re.compile(r"([.!?] [¿¡“]?[\w’]{2,5}) ")
_SHORT_LAST_WORD = re.compile(r"[ ](\S{1,2}[.!?…”’]*)$")
# U.S., D.C., J. R., EE. UU.: the point ends no sentence.
_INITIALS = re.compile(r"(?:\w\.)+|EE\.|(?:EE\.\s)?UU\.")


def leads(word: str) -> bool:
    """Whether a word leads to the next one, as an article or a preposition does."""
    return (bare := _bare(word)) in break_words("leading") or bare in _LEADING


def leads_loosely(word: str) -> bool:
    """Whether a word leads to the next one, yet may end a line where that makes the lines even, as "and" may."""
    return _bare(word) in break_words("loose")


def _bare(word: str) -> str:
    return word.lstrip("“‘«¿¡(\"'").lower().replace("'", "’")


def is_initials(word: str) -> bool:
    """Whether the point at the end of a word ends no sentence."""
    return _INITIALS.fullmatch(word) is not None


@cache
def _together() -> re.Pattern[str]:
    """What stays with the next word, in any language."""
    return re.compile("|".join((*_ALWAYS, *sorted(break_words("bound")), _whole().pattern)))


@cache
def _whole() -> re.Pattern[str]:
    """What is one thing: what is numbered or counted, the month with its day, the time of day, a name."""
    numbered = sorted(break_words("numbered"))
    rules = [*_NUMBERS, *sorted(break_words("names")), *map(_day, languages().values())]
    rules.append(rf"\b(?:{'|'.join(re.escape(word) for word in numbered if not word.islower())}) (?=\d)")
    rules.append(rf"\b(?i:{'|'.join(re.escape(word) for word in numbered if word.islower())}) (?=\d)")
    rules.append(rf"\b\d[\d.,]* (?=(?:{'|'.join(sorted(break_words('counted')))}|%))")
    return re.compile("|".join(rules))


def _day(language: Language) -> str:
    """A pattern of the day of a month as a language writes it, up to its last space."""
    patterns = {"{day}": r"\d{1,2}", "{month}": rf"(?:{'|'.join(language.months)})\b"}
    *first, last = (patterns.get(word) or re.escape(word) for word in language.day.split(" "))
    return rf"\b{' '.join(first)} (?={last})"


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(sorted(break_words('counting')))}) (?=[a-záéíóúñ]{{3,}})")


@lru_cache(maxsize=4000)
def bind_words(text: str) -> str:
    """Put no-break spaces where a break would hurt: "Week 2", "24 hours", "EE. UU.", a last word of two letters.

    A sentence that begins with one letter, as with "I", keeps it beside its verb.
    """
    together = _bind(_together(), text)
    return "\n".join(_SHORT_LAST_WORD.sub(NBSP + r"\1", row) for row in together.split("\n"))


def bind_numbers(text: str) -> str:
    """Put no-break spaces only into what is one thing: numbers with what they count, dates, phone numbers and names.

    So is text that people edit, paste and enlarge: all other lines break where their own width says.
    """
    return _bind(_whole(), text)


def _bind(rules: re.Pattern[str], text: str) -> str:
    return _COUNTS.sub(_joined, rules.sub(lambda found: found.group().replace(" ", NBSP), text))


def _joined(found: re.Match[str]) -> str:
    """A number bound to what it counts, unless that is a small word, as in "2 of them"."""
    after = re.match(r"\w+", found.string[found.end() :])
    return found.group() if after and leads(after.group()) else found.group().replace(" ", NBSP)


def bind_sense(text: str, fits: Callable[[str], bool], *, loose: bool = False) -> str:
    """Bind words also by what they mean, for lines that are filled.

    Each small word goes with the next one, short words at the ends of a sentence with their neighbors, and the last
    words of a long text with the one before, as long as what is bound `fits` on a line. In a `loose` text some of
    them may end a line.
    """
    begun = _BEGINNING.sub(rf"\1{NBSP}", _counted().sub(_joined, bind_words(text)))
    return "\n".join(_row(row, fits, loose) for row in begun.split("\n"))


def _row(row: str, fits: Callable[[str], bool], loose: bool) -> str:
    units: list[str] = []
    for word in reversed(row.split(" ")):
        last = word.rpartition(NBSP)[2]
        bound = bool(units) and _belongs(last, units) and not (loose and leads_loosely(last))
        if bound and fits(f"{word}{NBSP}{units[-1]}"):
            units[-1] = f"{word}{NBSP}{units[-1]}"
        else:
            units.append(word)
    units.reverse()
    alone = len(units) > 1 and (NBSP not in units[-1] or len(units[-1]) <= _FEW_LETTERS)
    ends = (*_STOPS, ":", *((",", ";") if NBSP in units[-1] else ()))
    if alone and len(row) >= _COMPANY_FROM and not units[-2].endswith(ends):
        other = units[-2].rpartition(NBSP)[2]
        both = f"{units[-2]}{NBSP}{units[-1]}"
        even = NBSP not in units[-1] or len(both) < _MOST_AT_END * len(row)
        if even and len(other) + len(units[-1]) <= _COMPANY_UP_TO and fits(both):
            units[-2:] = [both]
    return " ".join(units)


def _belongs(word: str, after: Sequence[str]) -> bool:
    """Whether a word goes with the first of the units after it, which are in reverse order."""
    if leads(word):
        return True
    return after[-1].endswith(_STOPS) and len(after[-1]) <= _SHORT_END and len(after) > 1 and not word.endswith(_STOPS)
