"""Headings: which part of a toolkit they begin, and which week of which year they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from htpm_studio.campaign.dates import FIRST_YEAR, LAST_YEAR, focus_weeks
from htpm_studio.campaign.model import PostSection
from htpm_studio.campaign.toolkit.blocks import DocumentBlock

Area = Literal[
    "front", "overview", "goals", "theme", "hashtags", "proclamation", "newsletter", "web", "hotline", "materials",
    "idea", "connecting", "actions", "resources", "posts", "voices",
]  # fmt: skip
MONTH_AREAS = frozenset(
    ("front", "overview", "goals", "hashtags", "proclamation", "newsletter", "web", "hotline", "theme")
)

_AREAS: tuple[tuple[Area, str], ...] = (
    ("front", r"^(table of )?contents$|^introduction$|^about this toolkit|^how to use"),
    ("overview", r"focus weeks|(weeks?|month) at a glance|^overview|^weekly (themes|topics|calendar)"),
    ("goals", r"^(our )?(goals|objectives)\b"),
    ("hashtags", r"hashtags?$"),
    ("proclamation", r"\bproclamation\b"),
    ("newsletter", r"\bnewsletter\b"),
    ("web", r"\bweb ?(site|page)?\b.*\b(content|text|copy)\b|^(sample )?web ?(site|page)$"),
    ("voices", r"\bvoices of freedom\b"),
    ("posts", r"\bsocial media\b|\b(sample|suggested) (posts|messages|captions)\b|^(posts|captions|messages)$"),
    ("connecting", r"^connect(ing)? the dots\b|^mak(e|ing) the connection\b|^how .{3,60}\bconnects?\b"),
    ("actions", r"^what (you|we|everyone|communities) can do\b|^(action steps|actions|take part|get involved)\b"),
    ("actions", r"^(how|ways) (you can|to) (help|act|get involved)\b"),
    ("actions", r"^(\w+ )?(things|steps) (you|anyone) can (do|take)\b"),
    ("resources", r"^(\w+ )?resources?( and (links|tools|materials))?$|^(learn more|further reading|links)$"),
    ("hotline", r"\bhotline\b|^(get|find|need) help\b"),
    ("theme", r"^(this year.s |the )?theme\b"),
)  # fmt: skip
_PATTERNS = tuple((area, re.compile(pattern, re.IGNORECASE)) for area, pattern in _AREAS)
_GROUPS = (("learn", r"^(learn|read|training|courses)\b"), ("act", r"^(take action|act|do|share|get help)\b"))

_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
}
_WEEK = re.compile(r"^\W*(?:focus )?week\s*(?:no\.?\s*|#\s*)?([1-5]|one|two|three|four|five)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"^\W*(?:the )?(first|second|third|fourth|fifth) week\b", re.IGNORECASE)
_DASH = r"\s*(?:[-\u2013\u2014]|to|through)\s*"
_SPAN = re.compile(
    rf"(?:january|jan\.?)\s+(\d{{1,2}})(?:st|nd|rd|th)?{_DASH}(?:(?:january|jan\.?)\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
    rf"|(?<!\d)(\d{{1,2}}){_DASH}(\d{{1,2}})\s+(?:january|jan\.?)",
    re.IGNORECASE,
)
_YEAR_TEXT = re.compile(r",?\s*\b20\d\d\b")
_YEAR = re.compile(r"\b(20\d\d)\b")
_YEAR_NEAR = re.compile(
    r"(?:month|toolkit|january|week \d)\b[^.!?]{0,24}?\b(20\d\d)\b|\b(20\d\d)\b(?= (?:human|national|toolkit))",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\((?:january |jan\.? |1/)(\d{1,2})\)|\b(?:january|jan\.?) (\d{1,2})\b(?!\s*[-\u2013\u2014\d,])|\b1/(\d{1,2})\b",
    re.IGNORECASE,
)
_SECTIONS: tuple[tuple[PostSection, str], ...] = (
    ("voices", r"voices of freedom|oral history"),
    ("awareness-day", r"awareness day|wear ?blue|\b1/11\b|january 11\b"),
    ("online", r"online|digital|internet|technolog"),
    ("training", r"\btrain|\bcourse"),
    ("violence", r"violence|abuse|partner"),
    ("practice", r"workplace|labor|supply|business|employ|procure|polic(y|ies)"),
    ("economic", r"economic|financ|income|housing|money"),
    ("connection", r"connect|famil|relationship|mentor|youth|child"),
    ("access", r"emergenc|disaster|access|transition|service|homeless"),
    ("awareness", r"awareness|outreach|public|basics|introduc|general|recogni"),
)  # fmt: skip


def area_of(text: str) -> Area | None:
    """The part of a toolkit that a heading begins; None for any other heading."""
    return next((area for area, pattern in _PATTERNS if pattern.search(text)), None)


def group_of(text: str) -> str:
    """The group, "learn" or "act", that a heading of resources names, else ""."""
    return next((group for group, pattern in _GROUPS if re.match(pattern, text, re.IGNORECASE)), "")


def section_of(text: str) -> PostSection | None:
    """The section of posts that a heading names; None when it names none of them."""
    return next((section for section, pattern in _SECTIONS if re.search(pattern, text, re.IGNORECASE)), None)


def week_of_heading(text: str, year: int) -> tuple[int, bool] | None:
    """The week that a heading names and whether it says its number; else it is found by its dates. None for none."""
    found = _WEEK.match(text) or _ORDINAL.match(text)
    if found:
        word = found.group(1).lower()
        return (int(word) if word.isdigit() else _NUMBERS[word]), True
    days = span_of(text)
    rest = re.sub(r"\bweek of\b|\W", "", _YEAR_TEXT.sub("", _SPAN.sub("", text)), flags=re.IGNORECASE)
    if days is None or len(rest) > 40 or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    middle = (days[0] + days[1]) // 2
    return next((week.number for week in focus_weeks(year) if week.first.day <= middle <= week.last.day), 5), False


def span_of(text: str) -> tuple[int, int] | None:
    """The first and last day of January that a text names, such as 6 and 12."""
    found = _SPAN.search(text)
    if not found:
        return None
    first, last = (int(one) for one in (found.group(1) or found.group(3), found.group(2) or found.group(4)))
    return (first, last) if 1 <= first <= last <= 31 else None


def title_of_week(text: str) -> str:
    """What a heading says about a week beyond its number and dates."""
    rest = _WEEK.sub("", _ORDINAL.sub("", text))
    rest = _YEAR_TEXT.sub("", _SPAN.sub("", rest)) if span_of(text) else rest
    return re.sub(r"\(\s*\)", "", rest).strip(" :,.()|\u2013\u2014-")


def day_of(text: str) -> int | None:
    """A single day of January that a heading names."""
    found = _DAY.search(text)
    day = int(next(part for part in found.groups() if part)) if found else 0
    return day if 1 <= day <= 31 else None


def year_of(blocks: Iterable[DocumentBlock]) -> int:
    """The year that the document is for: the one named most often beside the month; 0 when it names none."""
    near: Counter[int] = Counter()
    for index, block in enumerate(blocks):
        text = block.text[:2_000]
        near.update(int(one or other) for one, other in _YEAR_NEAR.findall(text))
        if block.kind == "heading" or index < 5:
            near.update(int(year) for year in _YEAR.findall(text))
    known = {year: count for year, count in near.items() if FIRST_YEAR <= year <= LAST_YEAR}
    return max(known, key=lambda year: (known[year], year), default=0)


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names."""
    return tuple(int(year) for year in _YEAR.findall(text))
