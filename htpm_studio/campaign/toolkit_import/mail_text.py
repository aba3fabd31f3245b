"""Text that was pasted from a mail program: quoted lines without their marks, and which lines are the mail's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

LEAST_QUOTED, LEAST_SHARE = 3, 0.3
LONGEST_SIGNATURE = 12
_QUOTE = re.compile(r"[ \t]{0,2}((?:>[ \t]?)+)")
_FIELD = re.compile(
    r"\W*(from|to|cc|bcc|date|sent|subject|reply-to|attachments?|de|para|fecha|enviado(?: el)?|asunto|adjuntos?)\W*:",
    re.IGNORECASE,
)
_SURE_FIELDS = frozenset(("from", "subject", "de", "asunto"))
_FORWARDED = re.compile(
    r"\W*(?:begin |inicio del )?(?:forwarded message|original message|mensaje reenviado|mensaje original)\W*",
    re.IGNORECASE,
)
_WROTE = re.compile(r"(?:on|el) .{8,240}?\b(?:wrote|escribi\u00f3):", re.IGNORECASE)
_SENT_FROM = re.compile(r"(?:sent|enviado) (?:from|desde) .{2,40}|get outlook for .{2,20}", re.IGNORECASE)
_SIGNATURE = re.compile(r"--[ \t]*")


def without_quotes(text: str) -> tuple[str, frozenset[int]]:
    """The text with its lines as they were before they were quoted, and the numbers of those that only a mail has.

    No line is added or taken away. Text in which few lines are quoted stays as it is.
    """
    rows = text.split("\n")
    depths = [_depth(row) for row in rows]
    filled = [depth for row, depth in zip(rows, depths, strict=True) if row.strip()]
    quoted = sum(1 for depth in filled if depth)
    if quoted >= max(LEAST_QUOTED, LEAST_SHARE * len(filled)):
        rows = [row[found.end() :] if (found := _QUOTE.match(row)) else row for row in rows]
    else:
        depths = [0] * len(rows)
    return "\n".join(rows), frozenset(number + 1 for number in _of_mail(rows, depths))


def _depth(row: str) -> int:
    found = _QUOTE.match(row)
    return found.group(1).count(">") if found else 0


def _of_mail(rows: Sequence[str], depths: Sequence[int]) -> Iterator[int]:
    """The lines of heads, signatures and earlier answers, by their place."""
    heads = set(_heads(rows))
    if not heads and not any(_FORWARDED.fullmatch(row) for row in rows):
        return
    yield from heads
    usual = Counter(depth for row, depth in zip(rows, depths, strict=True) if row.strip()).most_common(1)[0][0]
    for at, row in enumerate(rows):
        text = row.strip()
        if _FORWARDED.fullmatch(text) or _SENT_FROM.fullmatch(text):
            yield at
        elif _SIGNATURE.fullmatch(row):
            yield from _signature(rows, depths, at, heads)
        elif span := _answered(rows, at):
            yield from range(at, at + span)
            yield from _earlier(depths, at + span, max(usual, depths[at]))


def _heads(rows: Sequence[str]) -> Iterator[int]:
    """Runs of at least two lines such as "From: ..." and "Date: ...", one of which only a mail has."""
    run: list[int] = []
    names: set[str] = set()
    for at, row in enumerate([*rows, ""]):
        found = _FIELD.match(row) if len(row) <= 400 else None
        if found:
            run.append(at)
            names.add(found.group(1).casefold())
            continue
        if len(names) > 1 and names & _SURE_FIELDS:
            yield from run
        run, names = [], set()


def _signature(rows: Sequence[str], depths: Sequence[int], start: int, heads: set[int]) -> Iterator[int]:
    """The lines from two hyphens to the next mail, up to a limit."""
    for at in range(start, min(len(rows), start + LONGEST_SIGNATURE)):
        if at in heads or _FORWARDED.fullmatch(rows[at].strip()) or depths[at] != depths[start]:
            return
        yield at


def _answered(rows: Sequence[str], at: int) -> int:
    """How many lines say who wrote what is below them: "On Friday, Ana wrote:"; 0 for none."""
    for count in (1, 2):
        if _WROTE.fullmatch(" ".join(row.strip() for row in rows[at : at + count])):
            return count
    return 0


def _earlier(depths: Sequence[int], start: int, depth: int) -> Iterator[int]:
    """The lines of an earlier mail: those that are quoted once more than what answers them."""
    at = start
    while at < len(depths) and depths[at] > depth:
        yield at
        at += 1
