"""Text as it looks: invisible marks gone, every digit a plain one, letters that only look Latin made Latin."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from htpm_studio.frozen import dataclass
from htpm_studio.hotline.lookalikes import LOOKALIKES

_ALL = {char: plain for plain, chars in LOOKALIKES.items() for char in chars}
_SIGNS = {char: plain for char, plain in _ALL.items() if unicodedata.category(char)[0] not in "LN"}
"""Signs that look like a letter, as a cross does: between digits they stay signs, in an address they are letters."""

_LATIN = {char: plain for char, plain in _ALL.items() if char not in _SIGNS}
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u3164\uffa0")
"""What Unicode calls ignorable besides format characters and marks."""

_TURNING = frozenset("\u202d\u202e\u2066\u2067\u2068")
_HYPHENS = frozenset("\u2010\u2011\u2043\u02d7\u2212\u207b\u208b\ufe63\uff0d\u2796\u30fc\uff70\u3161\u4e00\u2f00")
"""Read as a hyphen: minus signs, and the strokes of other scripts that look like one."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and what was written."""

    text: str
    source: str

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The span in the written text of a span that is not empty."""
        if self.source.isascii():
            return start, end
        origin = _origin(self.source)
        return origin[start], origin[end - 1] + 1


@lru_cache(maxsize=4)
def _origin(source: str) -> list[int]:
    """Where in a text each character of the folded one comes from."""
    return [index for index, char in enumerate(source) for _ in _TABLE[ord(char)]]


def fold(text: str) -> Folded:
    """The text in lower case as it looks, for comparing."""
    if text.isascii():
        return Folded(text.lower(), text)
    return Folded(text.translate(_TABLE), text)


def fold_signs(text: str, folded: Folded) -> Folded:
    """The text as `fold` gives it, with signs that look like letters as those letters."""
    if _SIGNS.keys().isdisjoint(text):
        return folded
    return fold("".join(_SIGNS.get(char, char) for char in text))


def is_turned(text: str) -> bool:
    """Whether marks in a text can make it run backward."""
    return not _TURNING.isdisjoint(text)


def typed(text: str) -> str:
    """The text in lower case as a browser takes it: width and invisible marks do not count, lookalikes stay."""
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFKC", "".join(char for char in composed if not _is_ignored(char))).casefold()


class _Table(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


_TABLE = _Table()


def _folded(char: str) -> str:
    if char in _HYPHENS:
        return "-"
    if char in _LATIN:
        return _LATIN[char]
    if (digit := _digit(char)) is not None:
        return str(digit)
    made = unicodedata.normalize("NFKD", char).casefold()
    return "".join(_plain(letter) for letter in made)


def _plain(char: str) -> str:
    if _is_ignored(char) or unicodedata.category(char) in ("Mn", "Mc", "Me", "Co", "Cn", "Cs"):
        return ""
    if char in _LATIN:
        return _LATIN[char]
    digit = _digit(char)
    return char if digit is None else str(digit)


def _digit(char: str) -> int | None:
    """The value of a digit of any script and style, numerals such as those of Chinese with them."""
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return digit
    number = unicodedata.numeric(char, None) if unicodedata.category(char) in ("Lo", "Nl", "No") else None
    is_roman = "\u2160" <= char <= "\u217f"  # normalization spells these with letters
    return int(number) if number is not None and number in range(10) and not is_roman else None


def _is_ignored(char: str) -> bool:
    variation = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return variation or char in _UNSEEN or unicodedata.category(char) == "Cf"
