"""The weeks, days or themes of a toolkit: where each begins, its number, title and printed dates.

A section is named by its number ("Week 3", "Day 2", "Semana 1"), by its dates, or only by its place: a heading with the
same parts below it as the headings before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, picture_mark
from htpm_studio.campaign.toolkit_import.printed_dates import dates_in, without_dates
from htpm_studio.campaign.toolkit_import.results import Day
from htpm_studio.campaign.toolkit_import.text_splitting import TAG, has_tail
from htpm_studio.campaign.toolkit_import.vocabulary import area_of, folded, vocabulary
from htpm_studio.frozen import dataclass
from htpm_studio.languages.model import Area

MAX_SECTIONS = 31
IN_TABLE = 50
"""The rank of headings made from a table, below all others."""

LONGEST_HEAD = 160
PARTS: tuple[Area, ...] = ("actions", "resources", "posts")
"""What a week consists of."""

_WEEK_OF = re.compile(r"\b(?:week of|week beginning|week starting|semana del?)\W*\Z", re.IGNORECASE)
LEAP_YEAR = 2028
"""A year that has every day, for weeks that are named by their first day."""

_FEWEST = 2
_REST = 40


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its number, title ("" where its heading has none) and dates.

    `named` says that its heading gives the number. `listed` is an entry of a list of weeks, which is followed by
    their content elsewhere. `area` is the part that the same heading begins ("Week 2 Resources"). `whole` says that the
    document has no weeks, days or themes.
    """

    number: int
    title: str = ""
    dates: tuple[Day, Day] | None = None
    named: bool = True
    listed: bool = False
    area: Area | None = None
    level: int = 0
    by_place: bool = False
    whole: bool = False


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(vocabulary().sections)
    numbers = "|".join(sorted(vocabulary().numbers, key=len, reverse=True))
    weekdays = "|".join(sorted(vocabulary().weekdays, key=len, reverse=True))
    return (
        re.compile(
            rf"^\W*(?:focus )?(?:{words})\s*(?:no\.?\s*|n\u00famero\s*|#\s*)?(\d{{1,2}}|{numbers})\b(?!\s*%|[/\d])",
            re.IGNORECASE,
        ),
        re.compile(rf"^\W*(?:the |la |el )?({numbers}) (?:week|day|semana|{weekdays})\b", re.IGNORECASE),
    )


def section_head(text: str) -> Section | None:
    """The section that a line names by a number or by dates (then its number is 0); None for any other line."""
    if len(text) > LONGEST_HEAD:
        return None
    days = dates_in(text)
    dates = (days[2], days[3]) if days else None
    if days and dates and dates[0] == dates[1] and _WEEK_OF.search(text[: days[0]]):
        dates = (dates[0], _six_days_later(dates[0]))
    numbered, ordinal = _patterns()
    if found := numbered.match(text) or ordinal.match(text):
        word = folded(found.group(1))
        number = int(word) if word.isdigit() else vocabulary().numbers[word]
        if not 1 <= number <= MAX_SECTIONS:
            return None
        title = _without_picture(without_dates(text[found.end() :]))
        area = area_of(title) if len(title) <= _REST else None
        part = area if area in PARTS else None
        return Section(number, "" if part else title, dates, area=part)
    if days is None or dates is None:
        return None
    rest = re.sub(
        r"^(?:week of|semana del?)\b|\b(?:week of|semana del?)$", "", without_dates(text), flags=re.IGNORECASE
    )
    rest = _without_picture(rest.strip(" :,.|\u2013\u2014\u2022\u00b7-"))
    begins = not without_dates(text[: days[0]]) or re.fullmatch(
        r"\W*(?:week of|semana)\W*", text[: days[0]], re.IGNORECASE
    )
    if dates[0] == dates[1] and not begins:
        return None
    return Section(0, rest, dates, named=False) if len(rest) <= (LONGEST_HEAD if begins else _REST) else None


def _without_picture(title: str) -> str:
    """A title without the small picture before it, for which fonts of kits have no letter."""
    found = picture_mark(title)
    return title[found.end() :] if found else title


def _six_days_later(day: Day) -> Day:
    """The last day of the week that begins on a day."""
    last = date(LEAP_YEAR, *day) + timedelta(days=6)
    return last.month, last.day


def find_sections(blocks: Sequence[DocumentBlock]) -> Mapping[int, Section]:
    """The sections by the index of the block that begins them."""
    heads = [(index, replace(head, level=block.level)) for index, block in enumerate(blocks) if (head := _head(block))]
    numbered = [(index, head) for index, head in heads if head.number]
    if numbered:
        return dict(_told_apart(numbered, blocks))
    dated = [(index, head) for index, head in heads if blocks[index].kind != "item"]
    spans = [(index, head) for index, head in dated if head.dates and head.dates[0] != head.dates[1]]
    enough = len(dated) > _FEWEST or (len(dated) == _FEWEST and all(head.level >= IN_TABLE for _, head in dated))
    if spans or (enough and _have_parts(dated, blocks)):
        return dict(_told_apart(_counted(spans or dated), blocks))
    return _by_place(blocks) or _all_in_one(blocks)


def _have_parts(days: Sequence[tuple[int, Section]], blocks: Sequence[DocumentBlock]) -> bool:
    """Whether days have titles or parts of their own; else they are the days of posts."""
    if sum(1 for _, head in days if head.title) * 2 > len(days):
        return True
    spans = pairwise([index for index, _ in days])
    return any(
        block.kind == "heading" and (block.level > IN_TABLE or area_of(block.text) in PARTS)
        for start, end in spans
        for block in blocks[start + 1 : end]
    )


def _all_in_one(blocks: Sequence[DocumentBlock]) -> Mapping[int, Section]:
    """A document without weeks is one, which begins at the first thing that a week consists of."""
    for index, block in enumerate(blocks):
        if block.labels is not None or _begins_part(block):
            return {index: Section(1, area=area_of(block.text), named=False, whole=True, level=block.level)}
    for index, block in enumerate(blocks[1:], 1):
        if block.kind == "heading" and area_of(block.text) is None and _shows_content(blocks, index + 1):
            return {index: Section(1, named=False, whole=True)}
    return {}


def _begins_part(block: DocumentBlock) -> bool:
    """Whether a heading, or a line of its own with a colon at its end, begins what is to be said, done or posted."""
    leads = block.kind == "paragraph" and block.text.endswith(":") and len(block.text) <= _REST
    return (block.kind == "heading" or leads) and area_of(block.text) in ("points", "connecting", "actions", "posts")


def _shows_content(blocks: Sequence[DocumentBlock], start: int) -> bool:
    """Whether a list or a post comes before the next heading."""
    for block in blocks[start:]:
        if block.kind == "heading":
            return False
        if block.kind == "item" or TAG.search(block.text):
            return True
    return False


def _head(block: DocumentBlock) -> Section | None:
    if block.kind not in ("heading", "paragraph", "item") or block.labels is not None:
        return None
    head = section_head(block.text)
    if head is None or block.kind == "heading":
        return head
    numbered, ordinal = _patterns()
    found = numbered.match(block.text) or ordinal.match(block.text)
    after = block.text[found.end() :].lstrip() if found else ""
    alone = not after or after[0] in ":.,(|\u2013\u2014-" or (dates_in(after) or (1,))[0] == 0
    short = len(block.text) <= 120 and not has_tail(block.text) and not after.endswith(".")
    return head if short and alone and (found or not head.title) else None


def _counted(heads: Iterable[tuple[int, Section]]) -> list[tuple[int, Section]]:
    """Sections that are known by their dates, numbered in the order of their dates' first appearance."""
    numbers: dict[tuple[Day, Day] | None, int] = {}
    counted = []
    for index, head in heads:
        number = numbers.setdefault(head.dates, len(numbers) + 1)
        if number <= MAX_SECTIONS:
            counted.append((index, replace(head, number=number)))
    return counted


def _told_apart(heads: Sequence[tuple[int, Section]], blocks: Sequence[DocumentBlock]) -> list[tuple[int, Section]]:
    """The entries of a list of weeks told apart from the weeks themselves.

    A list is a run of numbers that comes before the same numbers with content, or has nothing below its entries.
    """
    runs: list[list[tuple[int, Section]]] = [[]]
    for index, head in heads:
        if runs[-1] and head.number <= runs[-1][-1][1].number:
            runs.append([])
        runs[-1].append((index, head))
    ends = {index: end for (index, _), (end, _) in pairwise([*heads, (len(blocks), heads[-1][1])])}
    told: list[tuple[int, Section]] = []
    after: list[set[int]] = [set()]
    for run in reversed(runs):
        after.append(after[-1] | {head.number for _, head in run})
    for place, (run, later) in enumerate(zip(runs, reversed(after[:-1]), strict=True)):
        inner = run[:-1] if place < len(runs) - 1 or len(run) > 1 else run
        full = any(_has_content(blocks[index + 1 : ends[index]]) for index, _ in inner)
        all_later = {head.number for _, head in run} <= later
        listed = not full and len(run) > 1 and (all_later or any(blocks[index].kind == "item" for index, _ in run))
        told += [(index, replace(head, listed=listed)) for index, head in run]
    return told


def _has_content(blocks: Sequence[DocumentBlock]) -> bool:
    return any(
        (block.kind == "heading" and area_of(block.text) in PARTS) or block.labels is not None or has_tail(block.text)
        for block in blocks
    )


def _by_place(blocks: Sequence[DocumentBlock]) -> Mapping[int, Section]:
    """Headings without number and date that have the parts of a week below them, where at least two are alike.

    The parts belong to the nearest heading above them.
    """
    found: dict[int, int] = {}
    titles: list[tuple[int, int]] = []
    seen: set[Area] = set()
    for index, block in enumerate(blocks):
        if block.kind != "heading":
            continue
        area = area_of(block.text)
        if area in PARTS:
            above = [title for title in titles if not block.level or title[1] < block.level]
            if above and (not seen or area in seen):
                found[above[-1][0]] = above[-1][1]
                titles, seen = [], set()
            seen.add(area)
        elif area is not None:
            titles = []
        elif not (seen and found and block.level > next(iter(found.values()))):
            titles.append((index, block.level))
    level = min(found.values(), default=0)
    same = [index for index, rank in found.items() if rank == level]
    if len(same) < _FEWEST:
        return {}
    return {
        index: Section(number, blocks[index].text, None, named=False, level=level, by_place=True)
        for number, index in enumerate(same[:MAX_SECTIONS], 1)
    }
