"""Numbers and addresses in a text that are almost the hotline's, because a wrong number harms."""

from __future__ import annotations

import re

HOTLINE_DIGITS = "8883737888"
TEXT_DIGITS = "233733"
HOST = "humantraffickinghotline.org"
MAX_DISTANCE = 2
_PHONE = re.compile(r"\d[\d \u00a0().\u2010-\u2013-]{5,22}\d")
_SHORT_CODE = re.compile(r"(?<![\d/-])\d{5,7}(?![\d/-])")
_HOST = re.compile(
    r"\b(?:www\.)?([a-z0-9-]{0,40}traf[a-z0-9-]{0,40}(?:hotline|line)[a-z0-9-]{0,20}\.[a-z]{2,6})\b", re.IGNORECASE
)


def hotline_slips(text: str) -> list[str]:
    """A sentence for each number within two digits of the hotline or its text number, and each such address.

    Digits are compared after dropping a leading 1, so that any grouping is allowed.
    """
    phones = [match.group() for match in _PHONE.finditer(text)]
    codes = _SHORT_CODE.findall(text)
    hosts = _HOST.findall(text)
    return [
        *(f"{phone} is almost the hotline's number." for phone in phones if _near(_national(phone), HOTLINE_DIGITS)),
        *(f"{code} is almost the hotline's text number." for code in codes if _near(code, TEXT_DIGITS)),
        *(f"{host} is almost the hotline's address." for host in hosts if host.lower() != HOST),
    ]


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
