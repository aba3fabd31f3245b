"""Whether a text reads from right to left, decided in one way for pages, slides, documents and web pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_MAYBE = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Where the letters of scripts that read from right to left are."""


def has_right_to_left(text: str) -> bool:
    """Whether any letter of a text belongs to a script that reads from right to left."""
    return _MAYBE.search(text) is not None


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut where its letters change direction, and whether each part reads from right to left.

    Spaces and signs between two words of one direction stay with them.
    """
    start = end = 0
    backward = False
    for index, char in enumerate(text):
        kind = unicodedata.bidirectional(char)
        if kind not in {"L", "R", "AL", "EN", "AN"}:
            continue
        if (kind in {"R", "AL", "AN"}) != backward:
            if end > start:
                yield text[start:end], backward
                start = end
            backward = not backward
        end = index + 1
    if text:
        yield text[start:], backward


def reads_right_to_left(text: str) -> bool:
    """Whether a paragraph as a whole reads from right to left.

    Its first letter decides (UAX 9, rules P2 and P3), yet not against the majority: a sentence in English that begins
    with a name in Hebrew stays a sentence in English.
    """
    if not has_right_to_left(text):
        return False
    strong = [kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"}]
    if not strong or strong[0] == "L":
        return False
    return 2 * sum(kind == "L" for kind in strong) <= len(strong)
