"""Rows of what was found joined with the next one, split in two, and put back as the document has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from htpm_studio.campaign.lengths import ADDRESS
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.toolkit.phrases import TAG, sentences
from htpm_studio.campaign.toolkit.results import UNPLACED
from htpm_studio.gui.features.toolkit_import.rows import FoundRow, compared

Rows = tuple[FoundRow, ...]


def can_join(rows: Sequence[FoundRow], index: int) -> bool:
    """Whether a row and the one after it are words of the document that can be one."""
    return 0 <= index < len(rows) - 1 and all(_is_words(row) for row in rows[index : index + 2])


def can_split(rows: Sequence[FoundRow], index: int) -> bool:
    """Whether a row has words for two."""
    return 0 <= index < len(rows) and _is_words(rows[index]) and natural_split(rows[index].item.text) > 0


def _is_words(row: FoundRow) -> bool:
    return row.result != "missing" and row.item.kind not in ("week", "hashtag")


def joined(rows: Rows, index: int, campaign: Campaign | None) -> Rows:
    """The row and the next one as one, which is what the first is, or the second where the first has no place."""
    first, second = rows[index], rows[index + 1]
    lead = second.item if first.item.kind in UNPLACED and second.item.kind not in UNPLACED else first.item
    item = replace(
        lead,
        number=first.item.number,
        text=f"{first.item.text} {second.item.text}",
        links=first.item.links + second.item.links,
        about=" ".join(part for part in (first.item.about, second.item.about) if part),
        dates=first.item.dates or second.item.dates,
        platforms=tuple(dict.fromkeys((*first.item.platforms, *second.item.platforms))),
        files=tuple(dict.fromkeys((*first.item.files, *second.item.files))),
        page=first.item.page,
        line=first.item.line,
    )
    one = replace(first, origins=(*first.origins, *second.origins))
    return (*rows[:index], compared(one, item, campaign), *rows[index + 2 :])


def split(rows: Rows, index: int, at: int, campaign: Campaign | None) -> Rows:
    """The row as two, cut before the letter `at`; links go with the words that they are in."""
    row = rows[index]
    at = _at_a_word(row.item.text, at)
    words = (row.item.text[:at].strip(), row.item.text[at:].strip())
    if not all(words):
        return rows
    number = max(one.item.number for one in rows) + 1
    parts = [
        replace(
            row.item,
            number=row.item.number if place == 0 else number,
            text=text,
            links=tuple(link for link in row.item.links if link.text in text or link.target in text),
            about=row.item.about if place == 0 else "",
        )
        for place, text in enumerate(words)
    ]
    return (*rows[:index], *(compared(row, part, campaign) for part in parts), *rows[index + 1 :])


def _at_a_word(text: str, at: int) -> int:
    """The place itself, or the beginning of the word that it is in."""
    while 0 < at < len(text) and not text[at - 1].isspace() and not text[at].isspace():
        at -= 1
    return at


def restored(rows: Rows, read: Sequence[FoundRow], index: int) -> Rows:
    """The rows with all that this one was joined with or split from as it was read."""
    wanted = set(rows[index].origins)
    mine = [at for at, row in enumerate(rows) if wanted & set(row.origins)]
    wanted |= {number for at in mine for number in rows[at].origins}
    before = tuple(row for row in read if wanted & set(row.origins))
    kept = [row for at, row in enumerate(rows) if at not in mine]
    return (*kept[: mine[0]], *before, *kept[mine[0] :])


def natural_split(text: str) -> int:
    """Where two things that were read as one come apart: after an address or hashtags, else a sentence; 0 for none."""
    tails = [found.end() for pattern in (ADDRESS, TAG) for found in pattern.finditer(text)]
    for end in sorted(tails):
        rest = text[end:].lstrip(" .,;:!)")
        begins = re.match(r"[\"\u201c(\u00bf\u00a1]?[A-Z\u00c0-\u00dd]", rest)
        if begins and not TAG.match(rest) and not ADDRESS.match(rest):
            return len(text) - len(rest)
    first = sentences(text)
    return len(first[0]) + 1 if len(first) > 1 else 0
