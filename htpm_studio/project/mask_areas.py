"""Connected areas of a black-and-white mask: its horizontal runs of set pixels, and which of them touch."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PIL import Image

Run = tuple[int, int, int]
"""Row, first column, and the column after the last."""

_SET = re.compile(b"\xff+")


def runs_of(mask: Image.Image) -> list[Run]:
    """The horizontal runs of set pixels, row by row from the left."""
    width, height = mask.size
    data = mask.tobytes()
    return [
        (row, *match.span()) for row in range(height) for match in _SET.finditer(data[row * width : (row + 1) * width])
    ]


def area_of(runs: Sequence[Run], *, corners: bool = False) -> Callable[[int], int]:
    """A function that gives each run, by its index, the number of its area; with `corners`, these join runs as well."""
    parents = list(range(len(runs)))
    reach = 1 if corners else 0

    def area(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    above = 0
    for number, (row, start, end) in enumerate(runs):
        while above < number and (
            runs[above][0] < row - 1 or (runs[above][0] == row - 1 and runs[above][2] + reach <= start)
        ):
            above += 1
        touching = above
        while touching < number and runs[touching][0] == row - 1 and runs[touching][1] < end + reach:
            parents[area(number)] = area(touching)
            touching += 1
    return area
