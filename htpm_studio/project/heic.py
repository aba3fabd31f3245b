"""A look at a HEIC file before it is decoded: whether all of its picture is there.

The decoder fills what a file lacks with green and does not say so. Box and item layouts are those of ISO 14496-12 and
ISO 23008-12; what is not needed to draw the picture (previews, depth, video, data behind the end) is not judged.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

MAX_BOXES = 20_000
MAX_ITEMS = 20_000
MAX_NALS = 200_000
_NO_ZEROS = b"\0\0\0"
"""Bytes that HEVC data never has (ISO 23008-2, 7.4.2) and that fill the holes of a broken copy."""


@dataclass(slots=True)
class _Meta:
    """What the meta box says: types, parts (in the file or in `idat`), and references of the items."""

    primary: int = 0
    types: dict[int, bytes] = field(default_factory=dict)
    places: dict[int, tuple[int, list[tuple[int, int]]]] = field(default_factory=dict)
    parts: dict[int, list[int]] = field(default_factory=dict)
    idat: bytes = b""
    length_sizes: set[int] = field(default_factory=set)


def check_complete(data: bytes) -> None:
    """Raise ValueError, IndexError or struct.error when data of the picture is missing, cut off or full of zeros."""
    meta = next((data[start:end] for kind, start, end in _boxes(data, 0, len(data)) if kind == b"meta"), None)
    if meta is None:
        raise ValueError("no picture")
    _check_items(data, _read_meta(meta))


def _check_items(data: bytes, meta: _Meta) -> None:
    """Look at the picture and at all tiles that it is put together of."""
    pending, seen = [meta.primary], set[int]()
    while pending:
        item = pending.pop()
        if item in seen:
            continue
        seen.add(item)
        kind = meta.types.get(item)
        if kind is None or len(seen) > MAX_ITEMS:
            raise ValueError("a part is missing")
        if kind == b"iden":
            pending += meta.parts.get(item, [])
            continue
        body = _body(data, meta, item)
        if kind == b"grid":
            tiles = meta.parts.get(item, [])
            if len(tiles) < (body[2] + 1) * (body[3] + 1):
                raise ValueError("a tile is missing")
            pending += tiles
        elif kind == b"hvc1" and len(meta.length_sizes) == 1:
            _check_nals(body, next(iter(meta.length_sizes)))


def _body(data: bytes, meta: _Meta, item: int) -> bytes:
    """The data of an item, all of which must be there."""
    method, extents = meta.places.get(item, (0, []))
    source = meta.idat if method == 1 else data
    if not extents:
        raise ValueError("no data")
    pieces = []
    for offset, declared in extents:
        length = declared or len(source) - offset
        if length < 1 or offset + length > len(source):
            raise ValueError("cut off")
        pieces.append(source[offset : offset + length])
    if sum(map(len, pieces)) > len(source):
        raise ValueError("more than there is")
    return b"".join(pieces)


def _check_nals(body: bytes, size: int) -> None:
    at = count = 0
    while at < len(body):
        length = int.from_bytes(body[at : at + size], "big")
        end, count = at + size + length, count + 1
        if length < 2 or end > len(body) or count > MAX_NALS:
            raise ValueError("damaged")
        if _NO_ZEROS in body[at + size : end]:
            raise ValueError("a hole")
        at = end


# ------------------------------------------------------------------ boxes


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """The boxes in a stretch of data: type, where the content starts, and where it ends."""
    for _ in range(MAX_BOXES):
        if at + 8 > end:
            return
        length, kind = struct.unpack_from(">I4s", data, at)
        start = at + 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, start)
            start += 8
        stop = end if length == 0 else at + length
        if stop < start:
            return
        yield kind, start, min(stop, end)
        at = stop


def _read_meta(meta: bytes) -> _Meta:
    found = _Meta()
    for kind, start, end in _boxes(meta, 4, len(meta)):
        body = meta[start:end]
        if kind == b"pitm":
            found.primary = int.from_bytes(body[4:8] if body[0] else body[4:6], "big")
        elif kind == b"iinf":
            _read_types(body, found.types)
        elif kind == b"iloc":
            found.places.update(_read_places(body))
        elif kind == b"idat":
            found.idat = body
        elif kind == b"iref":
            _read_references(body, found)
        elif kind == b"iprp":
            _read_length_sizes(body, found)
    return found


def _read_types(body: bytes, types: dict[int, bytes]) -> None:
    for kind, start, end in _boxes(body, 8 if body[0] else 6, len(body)):
        if kind != b"infe":
            continue
        entry = body[start:end]
        wide = entry[0] >= 3
        number = int.from_bytes(entry[4:8] if wide else entry[4:6], "big")
        types[number] = entry[10:14] if wide else entry[8:12]


def _read_places(body: bytes) -> Mapping[int, tuple[int, list[tuple[int, int]]]]:
    version, sizes = body[0], struct.unpack_from(">H", body, 4)[0]
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version else 0
    at = 6

    def number(size: int) -> int:
        nonlocal at
        if at + size > len(body):
            raise ValueError("cut off")
        at += size
        return int.from_bytes(body[at - size : at], "big")

    found = {}
    total = 0
    for _ in range(number(4 if version == 2 else 2)):
        item = number(4 if version == 2 else 2)
        method = number(2) & 15 if version else 0
        number(2)
        base = number(base_size)
        count = number(2)
        total += count
        if total > MAX_ITEMS:
            raise ValueError("too many parts")
        extents = []
        for _ in range(count):
            number(index_size)
            extents.append((base + number(offset_size), number(length_size)))
        found[item] = (method, extents)
    return found


def _read_references(body: bytes, found: _Meta) -> None:
    size = 4 if body[0] else 2
    for kind, start, end in _boxes(body, 4, len(body)):
        row = body[start:end]
        source = int.from_bytes(row[:size], "big")
        targets = [int.from_bytes(row[at : at + size], "big") for at in range(size + 2, len(row) - size + 1, size)]
        if kind == b"dimg":
            found.parts[source] = targets


def _read_length_sizes(body: bytes, found: _Meta) -> None:
    for kind, start, end in _boxes(body, 0, len(body)):
        if kind == b"ipco":
            for inner, first, last in _boxes(body, start, end):
                if inner == b"hvcC" and last - first > 21:
                    found.length_sizes.add((body[first + 21] & 3) + 1)
