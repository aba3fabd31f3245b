"""A picture for a post of a toolkit, in words of that post: whole sentences, or a number with its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import TypeAlias

from htpm_studio.campaign.model import PieceTexts
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.campaign.toolkit_import.statistics import (
    holds_number,
    names_no_source,
    source_line,
    statistic_in,
    without_source,
)
from htpm_studio.campaign.toolkit_import.text_splitting import (
    FEWEST,
    LEAST_WORDS,
    fits_alone,
    has_tail,
    key_of,
    own_words,
    sentences,
    whole_words,
)
from htpm_studio.campaign.validate_pack import MAX_ALT
from htpm_studio.decoding.values import Fields

HEAD, SUB, EYEBROW, URL = 60, 110, 48, 48
MYTH, FACT, STEP, QUOTE, WHO, ROLE, QUESTION, ANSWER = 70, 90, 60, 150, 50, 60, 70, 90
LEAST_STEPS, MOST_STEPS = 2, 5
_MYTH = re.compile(r"\bMyth:\s*(.{8,}?)\s*(?:Fact|Reality|Truth):\s*(.{8,})$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|\s)\(?([1-9])[.)]\s+")
_SOMEBODY = re.compile(r"(?:he|she|his|her)\b", re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:here|how|more|see|learn|read|find|visit|watch|click|aqu\u00ed|c\u00f3mo|m\u00e1s|vea|lea|conozca|aprenda|visite|mire)\b",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(r"\b(?:visit|at|to|on|via|see|or|and|from|with|visite|en|al?|o|y|con|desde)$", re.IGNORECASE)
"""How a sentence ends whose last word was an address."""
_QUOTE = re.compile(r"^[“\"]([^”\"]{12,})[”\"],?\s+(?:says|said|\u2013|\u2014|-)\s+([A-Z][^.!?]{1,110})[.]?$")


def graphic_for(words: str, topic: str, eyebrow: str, url: str, year: int, month: str = "", day: int = 0) -> PieceTexts:
    """The graphic; `topic` is the headline where no sentence of the post is short enough. `year` is the toolkit's.

    `month` and `day` are those of the day that people take part in, for a post of that day.
    """
    words = _spoken(words)
    eyebrow = eyebrow if len(eyebrow) <= EYEBROW else ""
    if not day and (numbers := statistic_in(words, year)):
        return _statistic(numbers, eyebrow)
    if not day and (formed := _formed(words, topic, eyebrow)):
        return formed
    head, sub = _head_and_sub(words, year)
    topic = whole_words(topic, HEAD)
    fields = {"eyebrow": eyebrow if head or topic not in eyebrow else "", "head": head or topic, "sub": sub}
    template, address = "social/statement", bare_address(url)
    if day:
        template = "social/event"
        fields |= {"month": month, "day": str(day), "weekday": "{day_weekday}"}
    elif address and len(address) <= URL and sub:
        template = "social/resource"
        fields["url"] = address
    return _piece(template, fields, _joined(fields["head"], sub))


def _formed(words: str, topic: str, eyebrow: str) -> PieceTexts | None:
    """The graphic of a post that says something in a form of its own; None where it does not, or is too long for it."""
    for template, form in _FORMS:
        if fields := form(words, topic):
            lines = [text for value in fields.values() for text in ([value] if isinstance(value, str) else value)]
            shown: Fields = {"eyebrow": eyebrow, **fields} if eyebrow and template != "social/quote" else fields
            alt = reduce(_joined, lines)
            return PieceTexts(template, shown, alt if len(alt) <= MAX_ALT else lines[0])
    return None


def _myth(words: str, _topic: str) -> Form:
    found = _MYTH.search(words)
    if not found or len(found.group(1)) > MYTH or len(found.group(2)) > FACT:
        return {}
    return {"myth": found.group(1), "fact": found.group(2)}


def _steps(words: str, topic: str) -> Form:
    """Steps that are numbered from 1 on, with what is said before them."""
    parts = _NUMBERED.split(words)
    numbers, items = parts[1::2], tuple(part.strip(" ;,") for part in parts[2::2])
    if len(items) < LEAST_STEPS or numbers != [str(number) for number in range(1, len(items) + 1)]:
        return {}
    if len(items) > MOST_STEPS or any(len(item) > STEP for item in items) or has_tail(items[-1]):
        return {}
    head = parts[0].strip().rstrip(":").strip()
    return {"head": head if 0 < len(head) <= HEAD else next(iter(fitting_head(head)), topic), "items": items}


def fitting_head(text: str) -> list[str]:
    """The sentences of a text that can be a headline."""
    return [row for row in sentences(text) if len(row) <= HEAD]


def _quote(words: str, _topic: str) -> Form:
    """Somebody's words, who said them and what that person is."""
    found = _QUOTE.search(words)
    if not found:
        return {}
    who, _, role = found.group(2).strip(" .").partition(", ")
    if len(found.group(1)) > QUOTE or len(who) > WHO or len(role) > ROLE:
        return {}
    quote = found.group(1).rstrip(",")
    ends = quote[-1:] in ".!?…"
    return {"quote": quote if ends else f"{quote}.", "who": who, **({"role": role} if role else {})}


def _question(words: str, _topic: str) -> Form:
    """A question that the post begins with, and the sentence after it."""
    rows = sentences(words)
    if not rows or not rows[0].endswith("?") or len(rows[0]) > QUESTION or len(rows[0].split()) < LEAST_WORDS:
        return {}
    after = rows[1] if len(rows) > 1 and _usable(rows[1], ANSWER) and not rows[1].endswith("?") else ""
    return {"head": rows[0], **({"sub": after} if after else {})}


Form: TypeAlias = Mapping[str, str | tuple[str, ...]]
_FORMS: tuple[tuple[str, Callable[[str, str], Form]], ...] = (
    ("social/myth-fact", _myth), ("social/steps", _steps), ("social/quote", _quote), ("social/question", _question),
)  # fmt: skip
"""The designs that say one sort of thing, with what recognizes it in a post; the first that fits is taken."""


def graphic_words(words: str, year: int) -> tuple[str, tuple[str, ...]]:
    """What a graphic says of a post ("" where no sentence is short enough), and the sentences that it leaves off.

    A sentence that leads to the address of the post is none of these.
    """
    piece = graphic_for(words, "", "", "", year)
    fields = [value for name, value in piece.fields.items() if name != "source"]
    shown = " ".join(text for value in fields for text in ([value] if isinstance(value, str) else map(str, value)))
    key = key_of(shown)
    rows = (
        sentence for sentence in sentences(_spoken(words)) if own_words(sentence) > 1 and not sentence.endswith(":")
    )
    left = tuple(sentence for sentence in rows if key_of(sentence) not in key)
    return shown, left


def _statistic(fields: dict[str, str], eyebrow: str) -> PieceTexts:
    whole = " ".join(fields[name] for name in ("eyebrow", "number", "unit", "text") if fields[name])
    number = " ".join(fields[name] for name in ("eyebrow", "number", "unit") if fields[name])
    alts = (_joined(whole, fields["source"]), whole, f"{number}. The post has the whole sentence.")
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
    whole = _with_whole_quotes(sentences(words))
    rows = [_short_of_source(row) for row in whole]
    at = next(
        (
            number
            for number, row in enumerate(rows)
            if _usable(row, HEAD) and (stands_alone(row) if number == 0 else fits_alone(row))
        ),
        None,
    )
    if at is None and rows and rows[0].endswith(":") and _leads(rows[0]) and fits_alone(rows[0]):
        led = f"{rows[0].rstrip(': ')}."
        return (led, "") if _usable(led, HEAD) else ("", "")
    if at is not None and holds_number(rows[at]):
        return rows[at], source_line(words, year)
    rows = whole
    after = rows[at + 1 : at + 2] if at is not None else []
    others = [row for number, row in enumerate(rows) if number != at and fits_alone(row)]
    below = (row for row in (*after, *others) if _usable(row, SUB) and _says_who_counted(row, year))
    return rows[at] if at is not None else "", next(below, "")


def _with_whole_quotes(rows: Sequence[str]) -> list[str]:
    """The sentences, with those between one pair of quotation marks together."""
    made: list[str] = []
    for row in rows:
        if made and made[-1].count("\u201c") > made[-1].count("\u201d"):
            made[-1] = f"{made[-1]} {row}"
        else:
            made.append(row)
    return made


def stands_alone(first: str) -> bool:
    """Whether the first sentence of a post can be read by itself; it may say "she" of somebody."""
    return fits_alone(first) or _SOMEBODY.match(first) is not None


def _leads(row: str) -> bool:
    """True if a sentence that leads to an address also has content: it is long, or does more than point there."""
    words = row.split()
    return len(words) > FEWEST or (len(words) >= LEAST_WORDS and not _POINTS.search(row))


def _short_of_source(row: str) -> str:
    """A sentence with a number that is short enough without saying who counted, which then is below it."""
    return without_source(row) if holds_number(row) and len(row) > HEAD else row


def _says_who_counted(row: str, year: int) -> bool:
    return not holds_number(row) or not names_no_source(source_line(row, year))


def _usable(row: str, limit: int) -> bool:
    """Whether a sentence fits, and neither leads to an address nor holds one."""
    ends = not row.endswith(":") and not _BROKEN_OFF.search(row)
    return len(row) <= limit and len(row.split()) >= LEAST_WORDS and ends and not has_tail(row)


def _spoken(words: str) -> str:
    """The text with hashtags as words: "#ForcedLabor" becomes "Forced Labor"."""

    def apart(found: re.Match[str]) -> str:
        tag = found.group(1)
        return tag if re.search(r"\d", tag) else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tag)

    return re.sub(r"#(\w+)", apart, words)
