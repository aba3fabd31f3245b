"""What a reader sees as one character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_JOINER, _JOINERS = "\u200d", frozenset("\u200c\u200d")
_FLAGS = range(0x1F1E6, 0x1F200)
_SKIN = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_HANGUL_L, _HANGUL_V, _HANGUL_T = range(0x1100, 0x1160), range(0x1160, 0x11A8), range(0x11A8, 0x1200)
_HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)


def graphemes(text: str) -> Iterator[str]:
    """The clusters of a text: letters with their marks, emoji sequences, flags, Hangul syllables, line ends.

    Follows the extended grapheme clusters of UAX 29 but for the Indic conjuncts and prepended marks.
    """
    start = 0
    flags = 0
    for index in range(1, len(text) + 1):
        before = text[index - 1]
        flags = flags + 1 if ord(before) in _FLAGS else 0
        if index < len(text) and _joined(before, text[index], flags):
            continue
        yield text[start:index]
        start, flags = index, 0


def _joined(left: str, right: str, flags: int) -> bool:
    if left == "\r":
        return right == "\n"
    if left == "\n" or right in "\r\n":
        return False
    code = ord(right)
    if unicodedata.category(right) in ("Mn", "Me", "Mc") or right in _JOINERS or code in _SKIN or code in _TAGS:
        return True
    if left == _JOINER and unicodedata.category(right) == "So":
        return True
    return (code in _FLAGS and flags % 2 == 1) or _hangul(ord(left), code)


def _hangul(left: int, right: int) -> bool:
    if right in _HANGUL_V:
        return left in _HANGUL_L or left in _HANGUL_V or (left in _HANGUL_SYLLABLES and (left - 0xAC00) % 28 == 0)
    if right in _HANGUL_T:
        return left in _HANGUL_V or left in _HANGUL_T or left in _HANGUL_SYLLABLES
    return left in _HANGUL_L and (right in _HANGUL_L or right in _HANGUL_SYLLABLES)
