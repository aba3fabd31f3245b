"""How many letters or digits apart two short texts are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

MAX_DISTANCE = 2
"""The most edits by which a number or an address is a mistyped other one."""


def distance(left: str, right: str) -> int:
    """The edit distance of two short texts; at least the difference of their lengths.

    All cells of a column are one whole number (Myers 1999, as in Hyyrö 2003), since there are many texts to compare.
    """
    longer = abs(len(left) - len(right))
    if left == right or longer > MAX_DISTANCE or not right:
        return longer
    places, everywhere = _places(right), (1 << len(right)) - 1
    more, less, edits, last = everywhere, 0, len(right), 1 << (len(right) - 1)
    for char in left:
        same = places.get(char, 0)
        across = (((same & more) + more) ^ more) | same
        up, down = less | ~(across | more) & everywhere, more & across
        edits += bool(up & last) - bool(down & last)
        up = up << 1 | 1
        more = (down << 1 | ~(same | less | up)) & everywhere
        less = up & (same | less) & everywhere
    return edits


@lru_cache(maxsize=64)
def _places(text: str) -> Mapping[str, int]:
    """Where each character is in a text, as the bits of a number."""
    return {char: sum(1 << at for at, other in enumerate(text) if other == char) for char in set(text)}
