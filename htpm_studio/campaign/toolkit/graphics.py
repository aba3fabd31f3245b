"""A picture for a post of a toolkit, in words of that post: whole sentences, or a number with its source."""

from __future__ import annotations

import re

from htpm_studio.campaign.checks import MAX_ALT
from htpm_studio.campaign.dates import AWARENESS_DAY
from htpm_studio.campaign.lengths import bare_address
from htpm_studio.campaign.model import Piece
from htpm_studio.campaign.toolkit.phrases import LEAST_WORDS, fits_alone, has_tail, sentences
from htpm_studio.campaign.toolkit.statistics import statistic_in

HEAD, SUB, EYEBROW, URL = 60, 110, 48, 48


def graphic_for(words: str, topic: str, eyebrow: str, url: str, day: int | None, year: int) -> Piece:
    """The graphic; `topic` is the headline where no sentence of the post is short enough. `year` is the toolkit's."""
    words = _spoken(words)
    eyebrow = eyebrow if len(eyebrow) <= EYEBROW else ""
    if day != AWARENESS_DAY and (numbers := statistic_in(words, year)):
        said = " ".join(numbers[name] for name in ("eyebrow", "number", "unit", "text") if numbers[name])
        alt = f"{said} {numbers['source']}"
        numbers = numbers | {"eyebrow": numbers["eyebrow"] or eyebrow}
        return _piece("social/statistic", numbers, alt if len(alt) <= MAX_ALT else said)
    head, sub = _head_and_sub(words)
    fields = {"eyebrow": eyebrow, "head": head or topic, "sub": sub}
    template, address = "social/statement", bare_address(url)
    if day == AWARENESS_DAY:
        template = "social/event"
        fields |= {"month": "January", "day": str(AWARENESS_DAY), "weekday": "{day_weekday}"}
    elif address and len(address) <= URL and sub:
        template = "social/resource"
        fields["url"] = address
    shown = fields["head"]
    return _piece(template, fields, f"{shown}{'' if shown[-1:] in '.!?' else '.'} {sub}".strip())


def _piece(template: str, fields: dict[str, str], alt: str) -> Piece:
    """The piece without its empty fields, described in as many whole sentences as a description may have."""
    while len(alt) > MAX_ALT and len(rows := sentences(alt)) > 1:
        alt = " ".join(rows[:-1])
    words = alt if len(alt) <= MAX_ALT else fields.get("head") or f"{fields['number']} {fields['unit']}"
    return Piece(template, {name: value for name, value in fields.items() if value}, words)


def _head_and_sub(words: str) -> tuple[str, str]:
    """The first sentence that can be a headline by itself ("" for none), and one that can stand below it."""
    rows = sentences(words)
    at = next((number for number, row in enumerate(rows) if _usable(row, HEAD) and fits_alone(row)), None)
    if at is None:
        return "", next((row for row in rows if _usable(row, SUB) and fits_alone(row)), "")
    after = rows[at + 1 : at + 2]
    others = [row for number, row in enumerate(rows) if number != at and fits_alone(row)]
    return rows[at], next((row for row in (*after, *others) if _usable(row, SUB)), "")


def _usable(row: str, limit: int) -> bool:
    """Whether a sentence fits, and neither leads to an address nor holds one."""
    return len(row) <= limit and len(row.split()) >= LEAST_WORDS and not row.endswith(":") and not has_tail(row)


def _spoken(words: str) -> str:
    """The text with hashtags as words: "#ForcedLabor" becomes "Forced Labor"."""

    def apart(found: re.Match[str]) -> str:
        tag = found.group(1)
        return tag if re.search(r"\d", tag) else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tag)

    return re.sub(r"#(\w+)", apart, words)
