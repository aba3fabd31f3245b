"""What a reader sees as one character."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_CLUSTER = regex.compile(r"\X")


def graphemes(text: str) -> Iterator[str]:
    """The extended grapheme clusters of a text (UAX 29): letters with marks, emoji sequences, flags, syllables."""
    return (found.group() for found in _CLUSTER.finditer(text))
