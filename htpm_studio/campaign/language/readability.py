"""How hard a text is to read, as a US school grade."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<![aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcgh])es$")


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, without a silent ending; 1 at least."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text; 0 for an empty one. A line counts as a sentence."""
    found = words(text)
    sentences = sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part))
    if not found:
        return 0.0
    return 0.39 * len(found) / sentences + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
