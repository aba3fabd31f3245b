"""Numbers and addresses in a text that are almost a helpline's, because a wrong number harms.

A text is compared as it looks and not as it is spelled (`folding`): with whatever marks or words the digits are parted,
in whatever script, in words or with letters. The right number passes in every usual grouping. Other numbers pass
unless they are given next to the hotline's name as if they were its own (`beside`). The helplines are an argument:
those of the campaign, or `USUAL` for a text that belongs to no campaign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from htpm_studio.errors import Message, msg
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.addresses import find_addresses, may_have_address
from htpm_studio.hotline.beside import find_beside
from htpm_studio.hotline.folding import fold, fold_signs, is_turned
from htpm_studio.hotline.helpline import USUAL, Helpline
from htpm_studio.hotline.numbers import find_numbers, may_have_number, national, says_number
from htpm_studio.hotline.other_lines import find_other_lines

_PIECE, _OVERLAP = 4000, 300
"""The letters of a piece of a long text, and of its overlap with the next: reading takes linear time."""

_USUAL = re.compile(r"\+?[0-9\s().\u00a0\u2010-\u2013-]+")


ALMOST = "{text} is almost the hotline's {kind}."
OTHER = "{text} is where readers look for the hotline's {kind}, and is another one."
ANOTHERS = "{text} is almost {right}, the number of {site}."
HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """One number or address that is almost the hotline's: where it is, what it is, and what it should be.

    It is a place in a text and not a `Diagnostic`, because the guard knows of no file and no piece: whoever gave it the
    text makes a `Diagnostic` of it, stops the user's typing, or leaves a file out.
    """

    start: int
    end: int
    text: str
    kind: Message
    right: str
    beside: bool = False
    site: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong; one `beside` the hotline's name may be far from its own, one with a `site` is another's."""
        pattern = ANOTHERS if self.site else OTHER if self.beside else ALMOST
        shown = " ".join(self.text.split())
        return msg(pattern, text=shown, kind=self.kind, right=self.right, site=self.site)


@lru_cache(maxsize=8192)
def find_near_misses(text: str, lines: tuple[Helpline, ...] = USUAL, *, beside: bool = True) -> tuple[NearMiss, ...]:
    """Each number within two digits of a helpline or its text number, and each such address.

    With `beside` also any other number that stands where readers look for the hotline's.
    """
    if len(text) <= _PIECE:
        return tuple(_of_all(text, lines, beside=beside))
    found: list[NearMiss] = []
    for start in range(0, len(text), _PIECE):
        first = max(0, start - _OVERLAP)
        piece = _of_all(text[first : start + _PIECE + _OVERLAP], lines, beside=beside)
        moved = (replace(near_miss, start=first + near_miss.start, end=first + near_miss.end) for near_miss in piece)
        found += [near_miss for near_miss in moved if start <= near_miss.start < start + _PIECE]
    return tuple(found)


def _of_all(text: str, lines: tuple[Helpline, ...], *, beside: bool) -> Iterator[NearMiss]:
    """The near misses of all helplines; what is one of them is no near miss of another."""
    taken: list[tuple[int, int]] = []
    for line in lines:
        others = [other for other in lines if other is not line]
        for found in () if line.known else _near_misses(text, line, others, beside=beside):
            if not any(_is_right(found.text, other) for other in others):
                taken.append((found.start, found.end))
                yield found
    if not text.isascii() or may_have_number(text.lower()):
        yield from _near_other_lines(text, lines, taken)


def _near_other_lines(text: str, lines: Sequence[Helpline], taken: Sequence[tuple[int, int]]) -> Iterator[NearMiss]:
    """What is almost the number of another helpline that good texts name."""
    folded = fold(text)
    known = frozenset(digits for line in lines for digits in (line.digits, line.text_digits))
    for found in find_other_lines(folded.text, known):
        span = folded.written(*found.span)
        if not any(start < span[1] and span[0] < end for start, end in taken):
            yield replace(_near_miss(text, span, msg("number"), found.right), site=found.site)


def _is_right(text: str, line: Helpline) -> bool:
    """Whether a text is the number, the text number or the address of a helpline."""
    host = text.casefold().removeprefix("www.")
    return same_number(text, line) or host == line.host or re.sub(r"\W", "", text) == (line.text_digits or None)


def _near_misses(text: str, line: Helpline, others: Sequence[Helpline], *, beside: bool) -> Iterator[NearMiss]:
    if text.isascii() and not may_have_number(text.lower()) and not may_have_address(text.lower(), line):
        return  # So are most texts, and all below would find nothing in many steps.
    folded = fold(text)
    phones, codes = find_numbers(folded.text, line)
    letters = fold_signs(text, folded)
    found = [
        *((folded.written(*span), msg("number"), line.printed) for span in phones),
        *((folded.written(*span), msg("text number"), line.text) for span in codes),
        *((letters.written(*span), msg("address"), line.host) for span in find_addresses(text, letters, line)),
    ]
    for span, kind, right in found:
        yield _near_miss(text, span, kind, right)
    if beside and line.hotline:
        taken = [*phones, *codes]
        known = frozenset(digits for other in others for digits in (other.digits, other.text_digits))
        for span, is_code in find_beside(folded.text, text, line, known, taken):
            kind, right = (msg("text number"), line.text) if is_code else (msg("number"), line.printed)
            yield replace(_near_miss(text, folded.written(*span), kind, right), beside=True)
    if not found and is_turned(text) and any(find_numbers(fold(text[::-1]).text, line)):
        yield _near_miss(text, (0, len(text)), msg("number"), line.printed)


def first_near_miss(*texts: str, lines: tuple[Helpline, ...] = USUAL, beside: bool = True) -> str:
    """The sentence about the first near miss in some texts; "" when there is none."""
    found = (find_near_misses(text, lines, beside=beside) for text in texts)
    return next((near_misses[0].sentence for near_misses in found if near_misses), "")


def without_near_misses(text: str, lines: tuple[Helpline, ...] = USUAL) -> str:
    """A sentence that may be passed on: it says which number or address is right, and never the one that is wrong.

    What a sentence of `NearMiss` names is not told in it, and in any other text a near miss is dots.
    """
    if not isinstance(text, Message):
        for near_miss in sorted(find_near_misses(text, lines), key=lambda found: -found.start):
            text = text[: near_miss.start] + HIDDEN + text[near_miss.end :]
        return text
    if text.template in (ALMOST, OTHER, ANOTHERS):
        parts = dict(text.values)
        return wrong_one(parts["kind"], parts["right"])
    values = tuple((name, without_near_misses(value, lines)) for name, value in text.values)
    return Message(text.template if text.values else without_near_misses(str.__str__(text), lines), values)


def wrong_one(kind: str, right: str) -> Message:
    """The sentence about a near miss for those who must not read it."""
    return msg("A helpline's {kind} in it is wrong. The right one is {right}.", kind=kind, right=right)


def names_line(text: str, line: Helpline) -> bool:
    """Whether a text shows the helpline's number, its text number with the keyword, or its address."""
    folded = fold(text).text
    texted = line.text_digits and line.keyword and line.text_digits in folded and line.keyword.casefold() in folded
    return bool(says_number(folded, line) or texted or (line.host and line.host in folded))


def says_hotline(text: str, line: Helpline) -> bool:
    """Whether a text shows the helpline's number, in any usual grouping."""
    return says_number(fold(text).text, line)


def same_number(text: str, line: Helpline) -> bool:
    """Whether a text is the helpline's number in any grouping, with or without the leading 1, and nothing else."""
    return _USUAL.fullmatch(text) is not None and national(re.sub(r"\D", "", text), line) == line.digits


def _near_miss(text: str, span: tuple[int, int], kind: Message, right: str) -> NearMiss:
    return NearMiss(*span, text[slice(*span)], kind, right)
