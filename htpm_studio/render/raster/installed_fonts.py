"""Fonts of this computer, for what is only looked at: nothing that is exported depends on them."""

from __future__ import annotations

import hashlib
import struct
from functools import lru_cache

import skia

from htpm_studio.scene.nodes import FontSource

MOST_BYTES = 40_000_000
BOLD = 700


@lru_cache(maxsize=64)
def installed_font(family: str, weight: int, italic: bool) -> FontSource | None:
    """A font of this computer, or the one that the system puts in its place; None where there is neither."""
    slant = skia.FontStyle.Slant.kItalic_Slant if italic else skia.FontStyle.Slant.kUpright_Slant
    style = skia.FontStyle(weight, skia.FontStyle.Width.kNormal_Width, slant)
    found = skia.FontMgr().matchFamilyStyle(family, style)
    tags = found.getTableTags() if found is not None and found.countTables() > 0 else []
    if found is None or not tags or sum(found.getTableSize(tag) for tag in tags) > MOST_BYTES:
        return None
    tables = {tag: bytes(found.getTableData(tag)) for tag in tags}
    data = _file(tables)
    bold = found.fontStyle().weight() >= BOLD - 100
    return FontSource(hashlib.sha256(data).hexdigest(), data, found.getFamilyName(), bold, weight)


def _file(tables: dict[int, bytes]) -> bytes:
    """The tables of a face as a font file of its own, also where it comes from a collection."""
    start = b"OTTO" if int.from_bytes(b"CFF ", "big") in tables else b"\0\1\0\0"
    head = [start, struct.pack(">HHHH", len(tables), 0, 0, 0)]
    body: list[bytes] = []
    at = 12 + 16 * len(tables)
    for tag, data in sorted(tables.items()):
        head.append(struct.pack(">IIII", tag, 0, at, len(data)))
        body.append(data + bytes(-len(data) % 4))
        at += len(body[-1])
    return b"".join([*head, *body])
