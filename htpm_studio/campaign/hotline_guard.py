"""Numbers and addresses in a text that are almost the hotline's, because a wrong number harms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from htpm_studio.errors import say

HOTLINE_DIGITS = "8883737888"
PRINTED = "1-888-373-7888"
TEXT_DIGITS = "233733"
HOST = "humantraffickinghotline.org"
MAX_DISTANCE = 2
_PHONE = re.compile(r"\d[\d \u00a0().\u2010-\u2013-]{5,22}\d")
_SHORT_CODE = re.compile(r"(?<![\d/-])\d{5,7}(?![\d/-])")
_HOST = re.compile(
    r"\b(?:www\.)?([a-z0-9-]{0,40}traf[a-z0-9-]{0,40}(?:hotline|line)[a-z0-9-]{0,20}\.[a-z]{2,6})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One number or address that is almost the hotline's: where it stands, what it is, and what it should be."""

    start: int
    end: int
    text: str
    kind: str
    right: str

    @property
    def sentence(self) -> str:
        """What is wrong."""
        return say("{text} is almost the hotline's {kind}.", text=self.text, kind=say(self.kind))


def find_slips(text: str) -> list[Slip]:
    """Each number within two digits of the hotline or its text number, and each such address.

    Digits are compared after dropping a leading 1, so that any grouping is allowed.
    """
    phones = [found for found in _PHONE.finditer(text) if _near(_national(found.group()), HOTLINE_DIGITS)]
    codes = [found for found in _SHORT_CODE.finditer(text) if _near(found.group(), TEXT_DIGITS)]
    hosts = [found for found in _HOST.finditer(text) if found.group(1).lower() != HOST]
    return [
        *(Slip(*found.span(), found.group(), "number", PRINTED) for found in phones),
        *(Slip(*found.span(), found.group(), "text number", TEXT_DIGITS) for found in codes),
        *(Slip(*found.span(1), found.group(1), "address", HOST) for found in hosts),
    ]


def hotline_slips(text: str) -> list[str]:
    """A sentence for each slip of a text."""
    return [slip.sentence for slip in find_slips(text)]


def same_number(text: str) -> bool:
    """Whether a text is the hotline's number in any grouping, with or without the leading 1."""
    return _national(text) == HOTLINE_DIGITS


def distance(left: str, right: str) -> int:
    """The edit distance of two short texts; at least the difference of their lengths."""
    if abs(len(left) - len(right)) > MAX_DISTANCE:
        return abs(len(left) - len(right))
    row = list(range(len(right) + 1))
    for index, char in enumerate(left, 1):
        before, row[0] = row[0], index
        for column, other in enumerate(right, 1):
            before, row[column] = row[column], min(before + (char != other), row[column] + 1, row[column - 1] + 1)
    return row[-1]


def _near(digits: str, right: str) -> bool:
    return digits != right and distance(digits, right) <= MAX_DISTANCE


def _national(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return digits.removeprefix("1") if len(digits) >= len(HOTLINE_DIGITS) else digits
