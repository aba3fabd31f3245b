"""YuNet, a small network that says where faces are in a picture, in whole numbers.

Weights: libfacedetection (3-clause BSD; `assets/faces/LICENSE.txt`). How it is built: Wu, Peng and Yu, "YuNet: A Tiny
Millisecond-level Face Detector", Machine Intelligence Research 20 (2023).
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

from htpm_studio.frozen import dataclass
from htpm_studio.project.faces.planes import FRACTION, WEIGHT, Layer, Planes, planes_of

STEP = 32
"""Pictures are this or a multiple of it wide and high."""

Spot = tuple[float, float, float, float, float]
"""How certain a face is, and its left, top, right and bottom in pixels."""

_STEM, _SEEN = 32, 27
_BLOCKS = ((16, 16), (16, 16), (16, 32), (32, 32), (32, 64), *((64, 64),) * 6)
_NECKS, _SIZES = ((64, 64),) * 3, 3
_HEADS = ((64, 1), (64, 4), (64, 1))
"""Channels that go in and come out: of blocks, of what joins three sizes of faces, and of the answers for each size:
how certain, where, and whether anything is there."""

_UNIT = 1 << WEIGHT + FRACTION
_SAME, _FAR = 0.3, 30.0


@dataclass(frozen=True, slots=True)
class _Block:
    """Two layers that stand together: each point by itself, then with its neighbors."""

    first: Layer
    second: Layer

    def hidden(self, planes: Planes) -> Planes:
        """What a block hands on to another one."""
        return self.totals(planes).positive()

    def totals(self, planes: Planes) -> Planes:
        """What a block answers."""
        return planes.pointwise(self.first).rounded().depthwise(self.second)


@dataclass(frozen=True, slots=True)
class Network:
    """All layers, in the order in which a picture goes through them."""

    stem: Layer
    blocks: tuple[_Block, ...]
    necks: tuple[_Block, ...]
    heads: tuple[tuple[_Block, ...], ...]

    def find(self, pixels: bytes, wide: int, high: int, least: float) -> list[Spot]:
        """The faces of a picture (RGB) that are at least so certain, the surest first, none twice."""
        found = sorted(spot for answer in self._answers(pixels, wide, high) for spot in _spots(*answer, least))
        kept: list[Spot] = []
        for spot in reversed(found):
            if all(_overlap(spot, other) <= _SAME for other in kept):
                kept.append(spot)
        return kept

    def _answers(self, pixels: bytes, wide: int, high: int) -> Iterator[tuple[int, Planes, Planes, Planes]]:
        """The pixels of a step, and certainty, box and presence at each point, for small to large faces."""
        now = planes_of(pixels, wide, high).pointwise(self.stem).positive()
        first, *others = self.blocks
        now = first.hidden(now).halved()
        sizes: list[Planes] = []
        for at, block in enumerate(others):
            if at >= 4 and at % 2 == 0:
                now = now.halved()
            now = block.hidden(now)
            if at >= 4 and at % 2 == 1:
                sizes.append(now)
        small, middle, large = sizes
        large = self.necks[2].hidden(large)
        middle = self.necks[1].hidden(middle.plus(large.doubled()))
        small = self.necks[0].hidden(small.plus(middle.doubled()))
        for level, planes in enumerate((small, middle, large)):
            sure, boxes, there = (head[level].totals(planes) for head in self.heads)
            yield 8 << level, sure, boxes, there


def read_network(path: Path) -> Network:
    """The network of a file of weights (16 bits) and biases (32 bits), layer by layer.

    Raises OSError, and struct.error for a file of another length.
    """
    data, at = path.read_bytes(), 0

    def layer(wide: int, out: int, seen: int = 0) -> Layer:
        nonlocal at
        weights = struct.unpack_from(f"<{wide * out}h", data, at)
        biases = struct.unpack_from(f"<{out}i", data, at + 2 * wide * out)
        at += 2 * wide * out + 4 * out
        rows = (weights[start : start + (seen or wide)] for start in range(0, wide * out, wide))
        return Layer(tuple(rows), biases)

    def blocks(channels: Sequence[tuple[int, int]]) -> tuple[_Block, ...]:
        return tuple(_Block(layer(wide, out), layer(9, out)) for wide, out in channels)

    stem = layer(_STEM, 16, _SEEN)
    body, necks = blocks(_BLOCKS), blocks(_NECKS)
    return Network(stem, body, necks, tuple(blocks((head,) * _SIZES) for head in _HEADS))


def _spots(step: int, sure: Planes, boxes: Planes, there: Planes, least: float) -> Iterator[Spot]:
    certain, present = sure.values()[0], there.values()[0]
    box: list[list[list[int]]] = []
    for y, (line, other) in enumerate(zip(certain, present, strict=True)):
        for x, (first, second) in enumerate(zip(line, other, strict=True)):
            score = math.sqrt(_share(first / _UNIT) * _share(second / _UNIT))
            if score >= least:
                box = box or boxes.values()
                right, down, wide, high = (channel[y][x] / _UNIT for channel in box)
                middle, center = (right + x) * step, (down + y) * step
                half, tall = math.exp(wide) * step / 2, math.exp(high) * step / 2
                yield score, middle - half, center - tall, middle + half, center + tall


def _share(value: float) -> float:
    return 1 / (1 + math.exp(-max(-_FAR, min(_FAR, value))))


def _overlap(spot: Spot, other: Spot) -> float:
    """The area that two faces share, of all that they take."""
    wide, high = min(spot[3], other[3]) - max(spot[1], other[1]), min(spot[4], other[4]) - max(spot[2], other[2])
    if wide <= 0 or high <= 0:
        return 0.0
    areas = sum((face[3] - face[1]) * (face[4] - face[2]) for face in (spot, other))
    return wide * high / (areas - wide * high)
