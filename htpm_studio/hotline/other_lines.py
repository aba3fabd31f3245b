"""Numbers of other helplines that a good text may give next to the hotline's, and what is almost one of them.

Each is on the site named with it. It is no source for texts: a campaign says its numbers itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from htpm_studio.frozen import dataclass
from htpm_studio.hotline.distance import distance
from htpm_studio.hotline.numbers import Span, number_chains

OTHER_LINES: Mapping[str, str] = MappingProxyType(
    {
        "988": "988lifeline.org",
        "911": "911.gov",
        "211": "211.org",
        "711": "fcc.gov/711",
        "8008435678": "missingkids.org",
        "8007862929": "1800runaway.org",
        "8007997233": "thehotline.org",
        "8007873224": "thehotline.org, TTY",
        "88788": "thehotline.org",
        "8006564673": "rainn.org",
        "8663319474": "loveisrespect.org",
        "22522": "loveisrespect.org",
        "8004224453": "childhelphotline.org",
        "741741": "crisistextline.org",
        "8006624357": "samhsa.gov",
        "8002738255": "988lifeline.org",
        "8663472423": "ice.gov/tipline",
        "8664879243": "dol.gov/agencies/whd",
        "8003216742": "osha.gov",
        "8884287581": "civilrights.justice.gov, human trafficking and worker exploitation",
        "8885392373": "castla.org, on the notice that California requires",
        "8002221222": "poisonhelp.org",
        "8339001010": "canadianhumantraffickinghotline.ca",
    }
)

TOLL_FREE = ("800", "888", "877", "866", "855", "844", "833", "822")
"""Area codes that cost the caller nothing."""

_WHOLE, _AREA, _LAST = 10, 3, 4
_LENGTHS = range(_WHOLE - 1, _WHOLE + 3)
_SHORT: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "988": re.compile(r"\bsuicid|\bcrisis\b|\blifeline\b|\bprevencion\b|\b988\b"),
        "911": re.compile(r"\bemergenc|\bdanger\b|\bpeligro\b"),
        "711": re.compile(r"\btty\b|\btdd\b|\brelay\b"),
    }
)
"""Numbers of three digits, and what a text says near them."""

_TEXT_LINE = "741741"
_TEXTED = re.compile(r"\b(?:te?xt\w*|sms|send|envi\w+|mand\w+|escrib\w+)\b[^.!?]*\Z")

_LED = re.compile(
    r"(?:\b(?:call|dial|te?xt|press|or|at|is|o|al?|el|es|llam\w+|marc\w+|marqu\w+|escrib\w+|envi\w+|text[eo]\w*|lifeline|linea|crisis|tty|tdd)"
    r"|[:?!(|\u2013\u2014\u2022-])[\s\W]*\Z"
)
_COUNTED = re.compile(
    r"\s*(?:%|st\b|nd\b|th\b|[a-z\u00e0-\u00ff]*(?:calls|people|cases|llamadas|personas|casos|days|dias)\b)"
)
_BOUND = re.compile(r"|[-\u2013/.]")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A number that is almost another helpline's: where it is in a folded text, whose it is, and the right one."""

    span: Span
    site: str
    right: str


def find_other_lines(text: str, known: Collection[str]) -> Iterator[OtherLine]:
    """Find the numbers that are almost another helpline's; `known` are digits that are right for something else."""
    for digits, span in _apart(text):
        plain = digits.removeprefix("1") if len(digits) > _WHOLE or digits.startswith("18") else digits
        if {digits, plain} & {*known, *OTHER_LINES}:
            continue
        right = _mistaken(plain) if len(digits) in _LENGTHS and plain.startswith("8") else ""
        before = text[max(0, span[0] - _NEAR) : span[0]]
        if _is_slip(digits, _TEXT_LINE) and _TEXTED.search(before):
            right = _TEXT_LINE
        right = right or _mistaken_short(digits, before, text[span[1] : span[1] + _NEAR])
        if right:
            yield OtherLine(span, OTHER_LINES[right].partition(",")[0], _printed(right))


def _apart(text: str) -> Iterator[tuple[str, Span]]:
    """The numbers of a text: one ends where it is a helpline's, and before a parenthesis, as with digits in letters."""
    for chain in number_chains(text):
        digits, start, end = "", chain[0].start, chain[0].end
        for at, part in enumerate(chain):
            whole = digits.removeprefix("1") in OTHER_LINES and len(digits) >= _WHOLE and not _BOUND.fullmatch(part.gap)
            if digits and (whole or (at > 1 and "(" in part.gap)):
                yield digits, (start, end)
                digits, start = "", part.start
            digits, end = digits + part.digits, part.end
        yield digits, (start, end)


@lru_cache(maxsize=4096)
def _mistaken(digits: str) -> str:
    """The helpline that digits are meant for, one slip away or with the wrong area code; "" for none."""
    if len(digits) == _WHOLE and digits[:_AREA] not in TOLL_FREE:
        return ""
    for right in OTHER_LINES:
        if len(right) == _WHOLE and (
            _is_slip(digits, right) or (len(digits) == _WHOLE and digits[_AREA:] == right[_AREA:])
        ):
            return right
    return ""


def _is_slip(digits: str, right: str) -> bool:
    """Whether one digit is wrong, missing or too many, two neighbors changed places, or two of the last are wrong."""
    edits = distance(digits, right)
    jumbled = len(digits) == len(right) and Counter(digits) == Counter(right)
    if edits == 1 or (len(right) == _WHOLE and digits[:-_LAST] == right[:-_LAST] and (edits == 2 or jumbled)):
        return True
    apart = [at for at, (digit, other) in enumerate(zip(digits, right, strict=False)) if digit != other]
    return jumbled and (len(right) == _AREA or (len(apart) == 2 and apart[1] == apart[0] + 1))


def _mistaken_short(digits: str, before: str, after: str) -> str:
    """The number of three digits that others are meant for, by the words before and after; "" for none."""
    if len(digits) != _AREA or not _LED.search(before) or _COUNTED.match(after):
        return ""
    around = f"{before} | {after}"
    return next((right for right, about in _SHORT.items() if _is_slip(digits, right) and about.search(around)), "")


def _printed(digits: str) -> str:
    return f"1-{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == _WHOLE else digits
