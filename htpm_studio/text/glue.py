"""Words that stay together, bound with no-break spaces: small words with the next, numbers with what they count."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

NBSP = "\u00a0"
_STOPS = (".", "!", "?")
_SHORT_END = 6
MOST_BOUND = 24
"""Letters in what is bound where the width of the lines is not known."""

_COMPANY_FROM, _COMPANY_UP_TO, _FEW_LETTERS, _MOST_AT_END = 20, 24, 10, 0.5
# Words that lead to the next one: a line that ends in one of them makes the reader stumble.
_LEADING = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "without", "into", "and", "or", "but",
    "nor", "as", "than", "not", "no", "your", "our", "my", "their", "his", "its", "if", "i",
    "don’t", "doesn’t", "didn’t", "can’t", "won’t", "isn’t", "aren’t", "wasn’t", "shouldn’t",
    "el", "la", "los", "las", "un", "una", "unos", "unas", "de", "del", "al", "en", "y", "e", "o", "u", "con", "por",
    "para", "sin", "su", "sus", "tu", "tus", "mi", "mis", "que", "se", "me", "te", "le", "les", "lo", "nos", "ni", "si",
    "и", "в", "на", "с", "от", "по", "для", "о", "к", "και", "της", "του", "των", "για", "στη",  # noqa: RUF001
})  # fmt: skip
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
)
_TOGETHER = re.compile(
    rf"\b(?:Week|Semana|Slide|Page|{_MONTHS[0]}|No\.) (?=\d)|\bEstados (?=Unidos\b)|\bUnited (?=States\b)"
    rf"|\bEE\. (?=UU\.)|\b\d{{1,2}} de (?=(?:{_MONTHS[1]})\b)"
    r"|(?<=[.!?] )[A-ZÁÉÍÓÚ] (?=\w)"
    r"|\b(?i:call|text|dial|step|day|page|week|paso|día|página|semana|marque|TTY) (?=\d)"
    r"|\b\d[\d.,]* (?=(?:million|billion|millones|mil|%))"
    r"|\b\d{1,2}(?::\d\d)? (?=[ap]\.? ?m\b)|\b[ap]\. (?=m\.)"
    r"|(?<=[.!?] )[^\W\d_]{2,9}: (?=\w)|[“«](?!\d)\w+ (?=[^\W\d]+[”»])"
    r"|\b[Mm]ás (?=(?!(?:sobre|para|cuando|donde)\b)[a-záéíóúñ]{4,})"
    r"|\b(?:[Mm]ore (?=than\b)|[Mm]ás (?=de\b)|(?:[Mm]e|[Tt]e|[Ss]e) (?=l[aeo]s?\b))"
    r"|\b[Cc]ada (?=(?:quien|un[oa])\b)"
    r"|\(\d{3}\) (?=\d{3}\b)|\((?:in|en) (?=[A-Za-záéíóúñ]+\))"
)
_COUNTS = re.compile(r"(?<![\w.,\u00a0-])\d{1,3} (?=[a-záéíóúñ]{2,}\b)")
_COUNTED = re.compile(r"\b(?i:two|three|four|five|ten|dos|tres|cuatro|cinco|diez) (?=[a-záéíóúñ]{3,})")
_BEGINNING = re.compile(r"([.!?] [¿¡“]?[\w’]{2,5}) ")
_SHORT_LAST_WORD = re.compile(r"[ ](\S{1,2}[.!?…”’]*)$")
# A line may end in these where it would else be much shorter than the others.
_LOOSE = frozenset({"and", "or", "but", "don’t", "doesn’t", "isn’t", "aren’t", "can’t", "won’t"})
# U.S., D.C., J. R., EE. UU.: the point ends no sentence.
_INITIALS = re.compile(r"(?:\w\.)+|EE\.|(?:EE\.\s)?UU\.")


def leads(word: str) -> bool:
    """Whether a word leads to the next one, as an article or a preposition does."""
    return _bare(word) in _LEADING


def leads_loosely(word: str) -> bool:
    """Whether a word leads to the next one, yet may end a line where that makes the lines even, as "and" may."""
    return _bare(word) in _LOOSE


def _bare(word: str) -> str:
    return word.lstrip("“‘«¿¡(\"'").lower().replace("'", "’")


def is_initials(word: str) -> bool:
    """Whether the point at the end of a word ends no sentence."""
    return _INITIALS.fullmatch(word) is not None


@lru_cache(maxsize=4000)
def bind_words(text: str) -> str:
    """Put no-break spaces where a break would hurt: "Week 2", "24 hours", "EE. UU.", a last word of two letters.

    A sentence that begins with one letter, as with "I", keeps it beside its verb.
    """
    together = _COUNTS.sub(_joined, _TOGETHER.sub(lambda found: found.group().replace(" ", NBSP), text))
    return "\n".join(_SHORT_LAST_WORD.sub(NBSP + r"\1", row) for row in together.split("\n"))


def _joined(found: re.Match[str]) -> str:
    """A number bound to what it counts, unless that is a small word, as in "2 of them"."""
    after = re.match(r"\w+", found.string[found.end() :])
    return found.group() if after and leads(after.group()) else found.group().replace(" ", NBSP)


def _short(unit: str) -> bool:
    return len(unit) <= MOST_BOUND


def bind_sense(text: str, fits: Callable[[str], bool] = _short, *, loose: bool = False) -> str:
    """Bind words also by what they mean, for lines that another program breaks.

    Each small word goes with the next one, short words at the ends of a sentence with their neighbors, and the last
    words of a long text with the one before, as long as what is bound `fits` on a line. In a `loose` text some of
    them may end a line.
    """
    begun = _BEGINNING.sub(rf"\1{NBSP}", _COUNTED.sub(_joined, bind_words(text)))
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
