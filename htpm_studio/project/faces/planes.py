"""Channels of a picture as long whole numbers, so that a small network runs in Python alone, the same everywhere.

A channel is one integer with 32 bits for each point. To multiply it by a weight, or to add two of them, is one step of
Python for the whole picture. Weights and values never come near the ends of their 32 bits.
"""

from __future__ import annotations

from array import array
from functools import lru_cache

from htpm_studio.frozen import dataclass

LANE = 32
FRACTION, WEIGHT = 8, 10
"""Bits behind the point of what layers hand on, and of weights."""

_HALF = 1 << (LANE - 1)


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights, a row for each channel that comes out, and biases, with 10 and 18 bits behind the point."""

    rows: tuple[tuple[int, ...], ...]
    biases: tuple[int, ...]


@lru_cache(maxsize=32)
def _ones(wide: int, high: int) -> int:
    """A 1 at each point, and 0 in the empty column behind each row, which stands for what is beyond the edge."""
    return int.from_bytes((b"\1\0\0\0" * wide + bytes(4)) * high, "little")


@lru_cache(maxsize=32)
def _everywhere(wide: int, high: int) -> int:
    return int.from_bytes(b"\1\0\0\0" * ((wide + 1) * high), "little")


@dataclass(frozen=True, slots=True)
class Planes:
    """Channels of one size. Each is the sum of its values, the n-th shifted by n lanes; values may be negative."""

    wide: int
    high: int
    channels: tuple[int, ...]

    def pointwise(self, layer: Layer) -> Planes:
        """Each point by itself, not yet rounded."""
        ones, found = _ones(self.wide, self.high), []
        for row, bias in zip(layer.rows, layer.biases, strict=True):
            total = bias * ones
            for weight, channel in zip(row, self.channels, strict=True):
                if weight:
                    total += weight * channel
            found.append(total)
        return Planes(self.wide, self.high, tuple(found))

    def rounded(self) -> Planes:
        """Back to 8 bits behind the point, negative or not."""
        room = _everywhere(self.wide, self.high)
        up, keep = room * (_HALF + (1 << WEIGHT >> 1)), room * ((1 << (LANE - WEIGHT)) - 1)
        back = room * (_HALF >> WEIGHT)
        found = (((total + up >> WEIGHT) & keep) - back for total in self.channels)
        return Planes(self.wide, self.high, tuple(found))

    def positive(self) -> Planes:
        """As `rounded`, and 0 instead of anything below it."""
        room, ones = _everywhere(self.wide, self.high), _ones(self.wide, self.high)
        up, keep = room * (_HALF + (1 << WEIGHT >> 1)), ones * ((1 << (LANE - 1 - WEIGHT)) - 1)
        found = []
        for total in self.channels:
            raised = total + up
            sign = (raised >> (LANE - 1)) & ones
            found.append(((raised & ((sign << (LANE - 1)) - sign)) >> WEIGHT) & keep)
        return Planes(self.wide, self.high, tuple(found))

    def depthwise(self, layer: Layer) -> Planes:
        """The 3 x 3 points around each, in each channel by itself, not yet rounded; what lies outside is 0."""
        row, ones = self.wide + 1, _ones(self.wide, self.high)
        up = _everywhere(self.wide, self.high) * _HALF
        mask, middle, found = (1 << row * self.high * LANE) - 1, (row + 1) * LANE, []
        lift = up << middle | up & ((1 << middle) - 1)
        for taps, bias, channel in zip(layer.rows, layer.biases, self.channels, strict=True):
            total = 0
            for at, weight in enumerate(taps):
                if weight:
                    down, right = divmod(at, 3)
                    total += (weight * channel) << (((2 - down) * row + 2 - right) * LANE)
            # What went past the ends is cut off; all is lifted meanwhile, so that no point borrows from the next.
            found.append((((total + lift) >> middle) & mask) - up + bias * ones)
        return Planes(self.wide, self.high, tuple(found))

    def halved(self) -> Planes:
        """The largest of each 2 x 2 points; all values are 0 or more."""
        wide, high = self.wide // 2, self.high // 2
        ones, found = _ones(wide, high), []
        for channel in self.channels:
            best, *others = self._quarters(channel)
            for other in others:
                apart = best - other + ones * _HALF
                more = (apart >> (LANE - 1)) & ones
                best = other + (apart & ((more << (LANE - 1)) - more))
            found.append(best)
        return Planes(wide, high, tuple(found))

    def _quarters(self, channel: int) -> list[int]:
        row, wide, high = self.wide + 1, self.wide // 2, self.high // 2
        lanes, found = _lanes(channel, row * self.high), []
        for down in (0, 1):
            for right in (0, 1):
                part = array("I")
                for at in range(high):
                    start = (2 * at + down) * row
                    part += lanes[start + right : start + 2 * wide : 2]
                    part.append(0)
                found.append(_number(part))
        return found

    def doubled(self) -> Planes:
        """Each point four times; all values are 0 or more."""
        row, wide, found = self.wide + 1, 2 * self.wide, []
        for channel in self.channels:
            lanes, large = _lanes(channel, row * self.high), array("I")
            for at in range(self.high):
                line = lanes[at * row : at * row + self.wide]
                wider = array("I", bytes(4 * (wide + 1)))
                wider[0:wide:2] = line
                wider[1:wide:2] = line
                large += wider + wider
            found.append(_number(large))
        return Planes(wide, 2 * self.high, tuple(found))

    def plus(self, other: Planes) -> Planes:
        """The sum of both, channel by channel."""
        return Planes(self.wide, self.high, tuple(a + b for a, b in zip(self.channels, other.channels, strict=True)))

    def values(self) -> list[list[list[int]]]:
        """The values by channel, row and column."""
        row, up = self.wide + 1, _everywhere(self.wide, self.high) * _HALF
        found = []
        for channel in self.channels:
            lanes = _lanes(channel + up, row * self.high)
            lines = (lanes[at * row : at * row + self.wide] for at in range(self.high))
            found.append([[value - _HALF for value in line] for line in lines])
        return found


def planes_of(pixels: bytes, wide: int, high: int) -> Planes:
    """The 27 neighbors of every second point of a picture (RGB, width and height are even)."""
    half, rows = wide // 2, high // 2
    row, mask = half + 1, (1 << (half + 1) * rows * LANE) - 1
    parts: dict[tuple[int, int, int], int] = {}
    for color in range(3):
        plane = pixels[2 - color :: 3]
        for down in (0, 1):
            for right in (0, 1):
                lanes = array("I")
                for at in range(rows):
                    start = (2 * at + down) * wide
                    lanes.extend(plane[start + right : start + wide : 2])
                    lanes.append(0)
                parts[color, down, right] = _number(lanes)
    # What moves into the empty column is taken out again.
    full, found = _ones(half, rows) * 0xFF, []
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            shift = (row if down < 0 else 0) + (1 if right < 0 else 0)
            found += [parts[color, down % 2, right % 2] << shift * LANE & mask & full for color in range(3)]
    return Planes(half, rows, tuple(found))


def _lanes(channel: int, count: int) -> array[int]:
    """The lanes of a channel as numbers; its bytes go from the smallest on, on every system."""
    lanes = array("I", channel.to_bytes(count * 4, "little"))
    if _SWAPPED:
        lanes.byteswap()
    return lanes


def _number(lanes: array[int]) -> int:
    if _SWAPPED:
        lanes.byteswap()
    return int.from_bytes(lanes.tobytes(), "little")


_SWAPPED = array("I", [1]).tobytes()[0] == 0
"""Whether this computer writes the largest byte of a number first."""
