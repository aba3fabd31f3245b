"""Deflate that gives the same bytes on every system, for pictures, PDF streams and Office packages.

What Python and Pillow call zlib is the system's own: zlib, zlib-ng or another, each with other bytes. libdeflate comes
with the program in one pinned version, and its result does not depend on the processor.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

import deflate

LEVEL = 7
"""Between 0 and 12: above, a kit takes longer and is less than one percent smaller."""

_PNG_SIGNATURE, _BITS = b"\x89PNG\r\n\x1a\n", 8
_ZIP_VERSION, _DEFLATED, _STORED, _UTF8 = 20, 8, 0, 0x800
_ZIP_DATE = 0x0021
"""1980-01-01, the first day that a zip can name (PKWARE APPNOTE 4.4.6)."""


def deflated(data: bytes) -> bytes:
    """The data as a zlib stream (RFC 1950)."""
    return bytes(deflate.zlib_compress(data, LEVEL))


def png_file(size: tuple[int, int], color_type: int, rows: bytes, chunks: Iterable[tuple[bytes, bytes]] = ()) -> bytes:
    """A PNG file of 8 bits a channel: deflated rows with the filter of each, and chunks that are before them."""
    head = struct.pack(">IIBBBBB", *size, _BITS, color_type, 0, 0, 0)
    told = (_chunk(kind, body) for kind, body in chunks)
    return b"".join((_PNG_SIGNATURE, _chunk(b"IHDR", head), *told, _chunk(b"IDAT", rows), _chunk(b"IEND", b"")))


def png_rows(data: bytes) -> bytes:
    """The zlib stream of a PNG file's rows."""
    return b"".join(body for kind, body in _chunks(data) if kind == b"IDAT")


def zipped(members: Iterable[tuple[str, bytes, bool]]) -> bytes:
    """A zip file of (name, content, whether to deflate), in that order, with no date and no mark of a system."""
    file, directory, count = bytearray(), bytearray(), 0
    for name, content, pack in members:
        packed = bytes(deflate.deflate_compress(content, LEVEL)) if pack and content else content
        method = _DEFLATED if pack and content else _STORED
        flags = 0 if name.isascii() else _UTF8
        fields = struct.pack(
            "<HHHHHIIIHH", _ZIP_VERSION, flags, method, 0, _ZIP_DATE, zlib.crc32(content), len(packed), len(content),
            len(name.encode()), 0,
        )  # fmt: skip
        directory += b"PK\1\2" + struct.pack("<H", _ZIP_VERSION) + fields
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(file)) + name.encode()
        file += b"PK\3\4" + fields + name.encode() + packed
        count += 1
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(file), 0)
    return bytes(file + directory + b"PK\5\6" + end)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG_SIGNATURE)
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
