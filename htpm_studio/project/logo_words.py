"""Whether a logo holds words: shapes like letters, in a row or around a seal."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from PIL import Image

from htpm_studio.frozen import dataclass
from htpm_studio.project.mask_areas import area_of, runs_of
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import PictureSource

SYMBOL_RATIO = 1.6
"""Width by height below which a logo without words is a symbol."""

_SIDE, _COLORS, _MOST_SHAPES = 320, 6, 600
_LEAST_HEIGHT, _TALLEST_IN_SYMBOL = 0.03, 0.45
_LEAST_ROW, _SHORT_ROW, _SEAL = 4, 3, 10
_SOLID, _WIDE_ROW = 0.92, 0.25

_NAME_SIDE, _MOST_NAME_SIDE = 640, 1600
"""The usual long side at which the letters of a name are told from each other, and the one for the widest logos."""

_LOST, _MOST_LINES = 0.15, 12
"""The share of letters that may touch their neighbor, and the most lines of which a name is looked for."""

_LETTERS = re.compile(r"[^\W_]|&")


@dataclass(frozen=True, slots=True)
class _Shape:
    """A connected patch of one color: its box in pixels and how many of them it fills."""

    left: int
    top: int
    right: int
    bottom: int
    area: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def solid(self) -> float:
        """The share of the box that it fills."""
        return self.area / (self.width * self.height)

    @property
    def kind(self) -> tuple[int, int]:
        """Roughly what it looks like: slim or wide, full or open; the same for equal dots and bars."""
        return round(4 * self.width / self.height), round(8 * self.solid)


@lru_cache(maxsize=8)
def is_symbol(source: PictureSource) -> bool:
    """Whether a logo is a symbol without words, beside which the name belongs."""
    return source.size[0] / source.size[1] < SYMBOL_RATIO and not has_words(source)


@lru_cache(maxsize=8)
def has_words(source: PictureSource) -> bool:
    """Whether shapes of one color are like letters: unlike each other, of one height and close together in a row, or
    many small ones around the middle, as in a seal.
    """
    image = pixels(source, _SIDE).convert("RGBA")
    return any(_reads(_shapes(mask), image.size) for mask in _masks(image))


def holds_name(source: PictureSource, name: str) -> bool:
    """Whether a logo says a name: as many words, each with as many letters, on one line or several.

    Shapes are counted and not read: a letter more or less in a word is one that touches the next, or a mark.
    """
    words = [found for word in name.split() if (found := len(_LETTERS.findall(word)))]
    known = sum(words) >= _LEAST_ROW and has_words(source)
    return known and any(_spells(lines, words) for lines in _lines_of(source))


@lru_cache(maxsize=8)
def _lines_of(source: PictureSource) -> tuple[tuple[tuple[_Shape, ...], ...], ...]:
    """For each color of a logo the lines of shapes like letters, as they are read."""
    ratio = max(source.size) / min(source.size)
    image = pixels(source, min(_MOST_NAME_SIDE, round(_NAME_SIDE * math.sqrt(ratio)))).convert("RGBA")
    found = []
    for mask in _masks(image):
        letters = _letters(_shapes(mask), image.size)
        rows = [tuple(row) for row in _rows(letters) if len(row) > 1] if len(letters) <= _MOST_SHAPES else []
        widest = max((row[-1].right - row[0].left for row in rows), default=0)
        if len(rows) <= _MOST_LINES and widest >= _WIDE_ROW * image.width:
            found.append(tuple(_in_reading_order(rows)))
    return tuple(found)


def _in_reading_order(rows: Sequence[tuple[_Shape, ...]]) -> Iterator[tuple[_Shape, ...]]:
    """Rows from top to bottom, those beside each other from left to right."""
    left = sorted(rows, key=lambda row: row[0].top + row[0].bottom)
    while left:
        middle = (left[0][0].top + left[0][0].bottom) / 2
        beside = [row for row in left if row[0].top <= middle <= row[0].bottom]
        yield from sorted(beside, key=lambda row: row[0].left)
        left = [row for row in left if row not in beside]


def _spells(lines: Sequence[Sequence[_Shape]], words: Sequence[int]) -> bool:
    """Whether lines that follow each other have those words: they part where the gaps are widest."""
    total = sum(words)
    for start in range(len(lines)):
        for end in range(start + 1, min(len(lines), start + len(words)) + 1):
            some = lines[start:end]
            if abs(sum(map(len, some)) - total) <= max(1, _LOST * total) and _alike(_words(some, len(words)), words):
                return True
    return False


def _words(lines: Sequence[Sequence[_Shape]], count: int) -> list[int]:
    """The letters of each word, if there are as many words as wanted."""
    gaps = [
        ((after.left - before.right) / max(shape.height for shape in line), number, at)
        for number, line in enumerate(lines)
        for at, (before, after) in enumerate(pairwise(line), 1)
    ]
    parted = {(number, at) for _, number, at in sorted(gaps, reverse=True)[: count - len(lines)]}
    found: list[int] = []
    for number, line in enumerate(lines):
        starts = [0, *(at for at in range(1, len(line)) if (number, at) in parted), len(line)]
        found += [end - start for start, end in pairwise(starts)]
    return found


def _alike(found: Sequence[int], words: Sequence[int]) -> bool:
    return len(found) == len(words) and all(
        abs(count - other) <= (1 if other > 3 or len(words) > 1 else 0)
        for count, other in zip(found, words, strict=True)
    )


def _masks(image: Image.Image) -> Iterator[Image.Image]:
    """The picture's colors one by one, black and white; first everything that is opaque."""
    opaque = image.getchannel("A").point(lambda value: 255 if value >= 128 else 0)
    low, _ = opaque.getextrema()
    if low == 0:
        yield opaque
    flat = image.convert("RGB").quantize(_COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    for index in range(_COLORS):
        mask = flat.point([255 if value == index else 0 for value in range(256)], "L")
        mask.paste(0, mask=opaque.point(lambda value: 255 - value))
        yield mask


def _shapes(mask: Image.Image) -> list[_Shape]:
    """The connected patches of a mask."""
    runs = runs_of(mask)
    area = area_of(runs, corners=True)
    boxes: dict[int, list[int]] = {}
    for number, (row, start, end) in enumerate(runs):
        box = boxes.setdefault(area(number), [start, row, end, row, 0])
        box[0], box[2], box[3] = min(box[0], start), max(box[2], end), row + 1
        box[4] += end - start
    return [_Shape(*box) for box in boxes.values()]


def _reads(shapes: Sequence[_Shape], size: tuple[int, int]) -> bool:
    """Whether some of the shapes are a word."""
    letters = _letters(shapes, size)
    if len(letters) > _MOST_SHAPES:
        return False
    return any(_is_word(row, size[0]) for row in _rows(letters)) or _is_seal(letters, size)


def _letters(shapes: Sequence[_Shape], size: tuple[int, int]) -> list[_Shape]:
    """The shapes that are neither too small, too large nor too flat for a letter."""
    wide, high = size
    tallest = _TALLEST_IN_SYMBOL * high if wide / high < SYMBOL_RATIO else high
    return [
        shape
        for shape in shapes
        if max(6, _LEAST_HEIGHT * high) <= shape.height <= tallest and shape.width <= 2 * shape.height
    ]


def _rows(letters: Sequence[_Shape]) -> Iterator[list[_Shape]]:
    """Shapes of like height beside each other, with gaps no wider than between words."""
    left = sorted(letters, key=lambda shape: shape.left)
    while left:
        row, rest = [left[0]], list[_Shape]()
        for shape in left[1:]:
            last = row[-1]
            least, most = sorted((shape.height, last.height))
            shared = min(shape.bottom, last.bottom) - max(shape.top, last.top)
            near = shape.left - last.right <= 0.8 * most and shape.left >= last.left + 0.3 * last.width
            (row if near and shared >= 0.6 * least and least >= 0.4 * most else rest).append(shape)
        yield row
        left = rest


def _is_word(row: Sequence[_Shape], wide: int) -> bool:
    open_kinds = len({shape.kind for shape in row if shape.solid < _SOLID})
    if row[-1].right - row[0].left < _WIDE_ROW * wide:
        return False
    if len(row) >= _LEAST_ROW:
        return open_kinds >= 3 and _on_one_line(row)
    unlike = open_kinds >= 2 and len({shape.kind for shape in row}) == _SHORT_ROW
    return len(row) == _SHORT_ROW and unlike and _even(row)


def _on_one_line(row: Sequence[_Shape]) -> bool:
    """Whether most letters end on the same line, as all but a few do."""
    tall = max(shape.height for shape in row)
    bottoms = sorted(shape.bottom for shape in row)
    middle = bottoms[len(bottoms) // 2]
    return sum(abs(bottom - middle) <= max(2, 0.12 * tall) for bottom in bottoms) >= 0.6 * len(row)


def _even(row: Sequence[_Shape]) -> bool:
    """Whether three shapes are capitals: of the same height, on the same line and close to each other."""
    tall = max(shape.height for shape in row)
    slack = max(2, 0.06 * tall)
    even = all(abs(shape.height - tall) <= 2 * slack and abs(shape.bottom - row[0].bottom) <= slack for shape in row)
    return even and all(after.left - shape.right <= 0.35 * tall for shape, after in pairwise(row))


def _is_seal(letters: Sequence[_Shape], size: tuple[int, int]) -> bool:
    """Whether many small unlike shapes lie around the middle at the same distance."""
    middle = size[0] / 2, size[1] / 2
    small = [shape for shape in letters if shape.height <= 0.16 * size[1] and shape.solid < _SOLID]
    around = [
        (math.hypot((shape.left + shape.right) / 2 - middle[0], (shape.top + shape.bottom) / 2 - middle[1]), shape)
        for shape in small
    ]
    for distance, first in around:
        ring = [
            shape for far, shape in around if abs(far - distance) <= 0.12 * distance and shape.area <= 3 * first.area
        ]
        if distance >= 0.2 * min(size) and len(ring) >= _SEAL and len({shape.kind for shape in ring}) >= 5:
            return True
    return False
