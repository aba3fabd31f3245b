"""Which side of a picture is up, as its EXIF data says."""

from __future__ import annotations

import struct


def exif_orientation(exif: bytes) -> int:
    """The turn (1 to 8) that the first directory of EXIF data asks for; 0 when it says nothing or is broken."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 0
    try:
        (at,) = struct.unpack_from(order + "I", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, at)
        for number in range(min(count, 512)):
            tag, _kind, _count, value = struct.unpack_from(order + "HHIH", exif, at + 2 + 12 * number)
            if tag == 0x0112:
                return value if 1 <= value <= 8 else 0
    except struct.error:
        return 0
    return 0
