"""Stars around the words that a headline emphasizes: what they mark, and the headline without them."""

from __future__ import annotations

import re

_STARRED = re.compile(r"(?<![\w*])\*([^\s*](?:[^*\n]{0,58}[^\s*])?)\*(?![\w*])")


def emphasized(text: str) -> tuple[str, tuple[int, int] | None]:
    """A headline without the stars around the *words* that it emphasizes, and where in it these are: one phrase."""
    found = _STARRED.search(text)
    if found is None:
        return text, None
    words = found.group(1)
    return text[: found.start()] + words + text[found.end() :], (found.start(), found.start() + len(words))


def without_stars(text: str) -> str:
    """A headline as it is read aloud or written where nothing is emphasized."""
    return emphasized(text)[0]
