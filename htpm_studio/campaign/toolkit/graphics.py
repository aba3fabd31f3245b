"""A picture for a post of a toolkit, in words of that post: whole sentences, or a number with its source."""

from __future__ import annotations

import re

from htpm_studio.campaign.lengths import bare_address
from htpm_studio.campaign.model import PieceTexts
from htpm_studio.campaign.toolkit.phrases import LEAST_WORDS, fits_alone, has_tail, sentences
from htpm_studio.campaign.toolkit.statistics import (
    holds_number,
    names_no_source,
    source_line,
    statistic_in,
    without_source,
)
from htpm_studio.campaign.validate import MAX_ALT

HEAD, SUB, EYEBROW, URL = 60, 110, 48, 48


def graphic_for(words: str, topic: str, eyebrow: str, url: str, year: int, month: str = "", day: int = 0) -> PieceTexts:
    """The graphic; `topic` is the headline where no sentence of the post is short enough. `year` is the toolkit's.

    `month` and `day` are those of the day that people take part in, for a post of that day.
    """
    words = _spoken(words)
    eyebrow = eyebrow if len(eyebrow) <= EYEBROW else ""
    if not day and (numbers := statistic_in(words, year)):
        return _statistic(numbers, eyebrow)
    head, sub = _head_and_sub(words, year)
    fields = {"eyebrow": eyebrow, "head": head or topic, "sub": sub}
    template, address = "social/statement", bare_address(url)
    if day:
        template = "social/event"
        fields |= {"month": month, "day": str(day), "weekday": "{day_weekday}"}
    elif address and len(address) <= URL and sub:
        template = "social/resource"
        fields["url"] = address
    return _piece(template, fields, _joined(fields["head"], sub))


def _statistic(fields: dict[str, str], eyebrow: str) -> PieceTexts:
    said = " ".join(fields[name] for name in ("eyebrow", "number", "unit", "text") if fields[name])
    number = " ".join(fields[name] for name in ("eyebrow", "number", "unit") if fields[name])
    alts = (_joined(said, fields["source"]), said, f"{number}. The post has the whole sentence.")
    fields = fields | {"eyebrow": fields["eyebrow"] or eyebrow}
    return _piece("social/statistic", fields, next(alt for alt in alts if len(alt) <= MAX_ALT))


def _piece(template: str, fields: dict[str, str], alt: str) -> PieceTexts:
    """The piece without its empty fields; the description is the headline alone where both lines are too long."""
    filled = {name: value for name, value in fields.items() if value}
    return PieceTexts(template, filled, alt if len(alt) <= MAX_ALT else fields["head"])


def _joined(head: str, sub: str) -> str:
    ends = head.rstrip('"”’)')[-1:] in ".!?…"
    return f"{head}{'' if ends or not sub else '.'} {sub}".strip()


def _head_and_sub(words: str, year: int) -> tuple[str, str]:
    """The first sentence that can be a headline by itself ("" for none), and one that can be below it.

    A headline with a number has who counted below it.
    """
    rows = [_short_of_source(row) for row in sentences(words)]
    at = next((number for number, row in enumerate(rows) if _usable(row, HEAD) and fits_alone(row)), None)
    if at is not None and holds_number(rows[at]):
        return rows[at], source_line(words, year)
    rows = sentences(words)
    after = rows[at + 1 : at + 2] if at is not None else []
    others = [row for number, row in enumerate(rows) if number != at and fits_alone(row)]
    below = (row for row in (*after, *others) if _usable(row, SUB) and _says_who_counted(row, year))
    return rows[at] if at is not None else "", next(below, "")


def _short_of_source(row: str) -> str:
    """A sentence with a number that is short enough without saying who counted, which then is below it."""
    return without_source(row) if holds_number(row) and len(row) > HEAD else row


def _says_who_counted(row: str, year: int) -> bool:
    return not holds_number(row) or not names_no_source(source_line(row, year))


def _usable(row: str, limit: int) -> bool:
    """Whether a sentence fits, and neither leads to an address nor holds one."""
    return len(row) <= limit and len(row.split()) >= LEAST_WORDS and not row.endswith(":") and not has_tail(row)


def _spoken(words: str) -> str:
    """The text with hashtags as words: "#ForcedLabor" becomes "Forced Labor"."""

    def apart(found: re.Match[str]) -> str:
        tag = found.group(1)
        return tag if re.search(r"\d", tag) else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tag)

    return re.sub(r"#(\w+)", apart, words)
