"""The days and years that a toolkit prints, in English and Spanish: "January 4-10", "del 3 al 9 de enero", "10/12"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from htpm_studio.campaign.dates import FIRST_YEAR, LAST_YEAR
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.results import Day
from htpm_studio.campaign.toolkit_import.vocabulary import folded, vocabulary

Found = tuple[int, int, Day, Day]
"""Where a date begins and ends in a text, and its first and last day."""

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
YEAR = re.compile(r"(?<![\d.,/-])(20\d\d)(?![\d/-])")
_OVER_NEW_YEAR = re.compile(
    r"(20\d\d)(?=\W)(?:(?!20\d\d).){1,40}?(?:[-\u2010-\u2015\u2212]|\bto\b|\bal\b)(?:(?!20\d\d).){1,40}?20\d\d"
)
"""From a day of one year to a day of the next: a campaign is of the year in which it begins."""

_OPENING = 12
"""How many blocks at the beginning may name the year without a heading."""
_DASH = r"\s*(?:[-\u2010-\u2015\u2212]|\b(?:to|through|thru|until|al?|hasta(?: el)?)\b)\s*"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Spans before single days; the groups are named by what they are."""
    month = "|".join(sorted(vocabulary().months, key=len, reverse=True))
    name, day, year = rf"(?:{month})\b\.?", r"\d{1,2}(?:st|nd|rd|th)?(?!\d)", r"(?:,? (?:de |del )?20\d\d)?"
    weekday = rf"(?:(?:{'|'.join(vocabulary().weekdays)})\b\.?,? )?"
    rules = (
        rf"\b(?P<m1>{name}) (?P<d1>{day}){year}{_DASH}{weekday}(?P<m2>{name}) (?P<d2>{day}){year}",
        rf"\b(?P<m1>{name}) (?P<d1>{day}){_DASH}(?P<d2>{day}){year}",
        rf"(?<![\d/])(?P<d1>{day}) (?:de )?(?P<m1>{name}){year}{_DASH}(?P<d2>{day}) (?:de )?(?P<m2>{name}){year}",
        rf"(?:\bdel )?(?<![\d/])(?P<d1>{day}){_DASH}(?P<d2>{day}) (?:de )?(?P<m1>{name}){year}",
        rf"(?<![\d/])(?P<n1>\d{{1,2}})/(?P<d1>{day}){_DASH}(?P<n2>\d{{1,2}})/(?P<d2>{day})(?:/(?:20)?\d\d)?(?![\d/])",
        rf"\b(?P<m1>{name}) (?P<d1>{day}){year}",
        rf"(?<![\d/])(?P<d1>{day}) (?:de )?(?P<m1>{name}){year}",
        rf"(?<![\d/])(?P<n1>\d{{1,2}})/(?P<d1>{day})(?:/(?:20)?\d\d)?(?![\d/])",
    )
    return tuple(re.compile(rule, re.IGNORECASE) for rule in rules)


def dates_in(text: str) -> Found | None:
    """The first date of a text, a span rather than a day; None where it names none."""
    for pattern in _patterns():
        for found in pattern.finditer(text[:400]):
            if days := _days(found.groupdict()):
                return (found.start(), found.end(), *days)
    return None


def _days(parts: dict[str, str | None]) -> tuple[Day, Day] | None:
    first = _month(parts.get("m1"), parts.get("n1"))
    last = _month(parts.get("m2"), parts.get("n2")) or first
    begin = int(re.sub(r"\D", "", parts["d1"] or "0"))
    end = int(re.sub(r"\D", "", parts.get("d2") or str(begin)))
    real = all(1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1] for month, day in ((first, begin), (last, end)))
    return ((first, begin), (last, end)) if real and (first != last or begin <= end) else None


def _month(name: str | None, number: str | None) -> int:
    return int(number) if number else vocabulary().months.get(folded(name or ""), 0)


def without_dates(text: str) -> str:
    """A text without its dates, weekdays and years, and without the marks that they leave."""
    rest = text
    for _ in range(4):
        found = dates_in(rest)
        if found is None:
            break
        rest = f"{rest[: found[0]]} {rest[found[1] :]}"
    days = "|".join(vocabulary().weekdays)
    rest = YEAR.sub(" ", re.sub(rf"\b(?:{days})\b\.?,?", " ", rest, flags=re.IGNORECASE))
    rest = re.sub(r"\(\s*\)|\[\s*\]", " ", rest)
    return " ".join(rest.split()).strip(" :,.|/\u2013\u2014\u2022\u00b7-")


def is_date(text: str) -> bool:
    """Whether a line says no more than when: a day, a month, a year."""
    months = "|".join(vocabulary().months)
    return not re.sub(rf"\b(?:{months}|of|del?|en|in)\b|[\W\d_]", "", without_dates(text), flags=re.IGNORECASE)


def year_of(blocks: Iterable[DocumentBlock]) -> int:
    """The year that the document is for: that of its title, else the one beside its dates; 0 when it names none.

    A year beside a copyright mark or an edition is another one.
    """
    title: Counter[int] = Counter()
    near: Counter[int] = Counter()
    for index, block in enumerate(blocks):
        for sentence in re.split(r"(?<=[.!?])\s", block.text[:2_000]):
            if block.kind in ("furniture", "contents", "foreign") or vocabulary().other_years.search(
                sentence.casefold()
            ):
                continue
            years = [int(year) for year in YEAR.findall(_OVER_NEW_YEAR.sub(r"\1", sentence))]
            if index < _OPENING and (block.kind == "heading" or index < 3):
                title.update(years)
            if block.kind == "heading" or index < _OPENING or _NEAR.search(sentence):
                near.update(years)
    return _most(title) or _most(near)


_NEAR = re.compile(r"\b(?:month|toolkit|week|day|mes|semana)\b", re.IGNORECASE)


def _most(counted: Counter[int]) -> int:
    known = {year: count for year, count in counted.items() if FIRST_YEAR <= year <= LAST_YEAR}
    return max(known, key=lambda year: (known[year], year), default=0)


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names."""
    return tuple(int(year) for year in re.findall(r"\b(20\d\d)\b", text))
