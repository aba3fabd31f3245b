"""Pictures of a foreign presentation without what else their files tell: camera, place, author, paths, previews.

The pixels stay as they are: parts of the file are left out or made empty, nothing is decoded. A picture of a kind that
is not known here, or in which such data are still found afterwards, is None.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
from collections.abc import Callable, Iterator

from lxml import etree

from htpm_studio.files.exif import exif_orientation
from htpm_studio.files.office_xml import NeverWrittenError, parse_part

_STILL_THERE = re.compile(
    rb"Exif\0\0(?!MM\0\*\0\0\0\x08\0\x01\x01\x12\0\x03)|ns\.adobe\.com/xap|Photoshop 3\.0|<x:xmpmeta|<\?xpacket"
)
"""Marks of such data; only the words of `_turned` may stay."""

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    (
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD",
        b"pHYs", b"acTL", b"fcTL", b"fdAT",
    )
)  # fmt: skip
_MARKER = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])")
_TIFF_KEPT = frozenset(
    (
        254, 255, 256, 257, 258, 259, 262, 263, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 290, 291, 292,
        293, 296, 297, 301, 317, 318, 319, 320, 322, 323, 324, 325, 332, 334, 336, 338, 339, 340, 341, 347, 512, 513,
        514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 34675, *range(0xBC01, 0xBD00),
    )
)  # fmt: skip
_TIFF_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_FOLDERS = frozenset((330, 34665, 34853, 40965))
_MAX_FOLDERS = 64
_SVG = "http://www.w3.org/2000/svg"
_XLINK, _XML = "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
_SVG_LEFT_OUT = frozenset(f"{{{_SVG}}}{name}" for name in ("metadata", "title", "desc", "script", "foreignObject"))
_DATA = re.compile(r"data:(image/[\w.+-]+);base64,", re.IGNORECASE)


def bare_picture(data: bytes) -> bytes | None:
    """The picture alone; None where that cannot be had."""
    strip = next((strip for start, strip in _KINDS if data.startswith(start)), None)
    if strip is None:
        strip = _bare_emf if data[40:44] == b" EMF" else _bare_svg
    try:
        found = strip(data)
    except (struct.error, IndexError, ValueError, NeverWrittenError, etree.LxmlError):
        return None
    return None if _STILL_THERE.search(found) else found


# ------------------------------------------------------------------ JPEG and PNG


def _bare_jpeg(data: bytes) -> bytes:
    kept, at = [b"\xff\xd8"], 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            return b"".join([*kept, b"\xff\xd9"])
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise ValueError("cut off")
        if marker == 0xDA:
            scan = _MARKER.search(data, end)
            end = scan.start() if scan else len(data)
        kept.append(_bare_segment(marker, data[at:end]))
        if end == len(data):
            return b"".join(kept)
        at = end


def _bare_segment(marker: int, segment: bytes) -> bytes:
    body = segment[4:]
    if marker == 0xE0:
        bare = body[:12] + b"\0\0"
        return struct.pack(">BBH", 0xFF, marker, 16) + bare if body.startswith(b"JFIF\0") and len(body) >= 14 else b""
    if marker == 0xE1:
        turn = exif_orientation(body[6:]) if body.startswith(b"Exif\0\0") else 0
        return _turned(turn) if turn > 1 else b""
    if marker == 0xE2:
        return segment if body.startswith(b"ICC_PROFILE\0") else b""
    if marker == 0xEE:
        return segment if body.startswith(b"Adobe") else b""
    return b"" if marker == 0xFE or 0xE0 < marker <= 0xEF else segment


def _turned(turn: int) -> bytes:
    """An APP1 segment that says which side is up, and nothing else."""
    body = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, turn, 0, 0)
    return struct.pack(">BBH", 0xFF, 0xE1, len(body) + 2) + body


def _bare_png(data: bytes) -> bytes:
    kept, at, name = [_PNG_SIGNATURE], 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ValueError("cut off")
        if name in _PNG_KEPT:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


# ------------------------------------------------------------------ GIF, BMP


def _bare_gif(data: bytes) -> bytes:
    at = 13 + _table(data[10])
    kept = [data[:at]]
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x21:
            label, at = data[at + 1], at + 2
            name = data[at + 1 : at + 12]
            at = _after_blocks(data, at)
            wanted = label == 0xF9 or (label == 0xFF and name in (b"NETSCAPE2.0", b"ANIMEXTS1.0"))
        elif data[at] == 0x2C:
            at = _after_blocks(data, at + 10 + _table(data[at + 9]) + 1)
            wanted = True
        else:
            raise ValueError("no block")
        if wanted:
            kept.append(data[start:at])
    return b"".join([*kept, b"\x3b"])


def _table(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _bare_bmp(data: bytes) -> bytes:
    """A bitmap as long as it says, without a linked color profile, which is the path of a file."""
    size, _, _, header = struct.unpack_from("<IHHxxxxI", data, 2)
    bare = bytearray(data[: size if 54 <= size <= len(data) else len(data)])
    if header >= 124 and bare[70:74] == b"KNIL":
        start, length = struct.unpack_from("<II", bare, 126)
        bare[70:74] = b"BGRs"
        bare[14 + start : 14 + start + length] = bytes(len(bare[14 + start : 14 + start + length]))
    return bytes(bare)


# ------------------------------------------------------------------ TIFF and JPEG XR


def _bare_tiff(data: bytes) -> bytes:
    order = "<" if data[:2] == b"II" else ">"
    bare = bytearray(data)
    (at,) = struct.unpack_from(order + "I", data, 4)
    seen: set[int] = set()
    while at and at not in seen and len(seen) < _MAX_FOLDERS:
        seen.add(at)
        at = _bare_folder(bare, at, order, seen, kept=_TIFF_KEPT)
    struct.pack_into(order + "I", bare, 4, *struct.unpack_from(order + "I", data, 4))
    return bytes(bare)


def _bare_folder(bare: bytearray, at: int, order: str, seen: set[int], kept: frozenset[int]) -> int:
    """Leave out of a directory the entries that are not kept, with their data; the place of the next directory."""
    (count,) = struct.unpack_from(order + "H", bare, at)
    end = at + 2 + 12 * count
    (following,) = struct.unpack_from(order + "I", bare, end)
    entries = [bytes(bare[start : start + 12]) for start in range(at + 2, end, 12)]
    stay = []
    for entry in entries:
        tag, kind, length, value = struct.unpack(order + "HHII", entry)
        if tag in kept:
            stay.append(entry)
            continue
        size = _TIFF_SIZES.get(kind, 1) * length
        if tag in _FOLDERS and length == 1 and value not in seen and len(seen) < _MAX_FOLDERS:
            seen.add(value)
            _bare_folder(bare, value, order, seen, kept=frozenset())
        elif size > 4:
            bare[value : value + size] = bytes(len(bare[value : value + size]))
    bare[at : end + 4] = bytes(end + 4 - at)
    struct.pack_into(order + "H", bare, at, len(stay))
    bare[at + 2 : at + 2 + 12 * len(stay)] = b"".join(stay)
    struct.pack_into(order + "I", bare, at + 2 + 12 * len(stay), following)
    return int(following)


# ------------------------------------------------------------------ EMF and WMF


def _bare_emf(data: bytes) -> bytes:
    """A metafile without its description, and with empty comments in place of those that draw nothing."""
    bare = bytearray(data)
    for kind, at, size in _records(data, 0, "<II", 1):
        if kind == 1:
            letters, start = struct.unpack_from("<II", data, at + 60)
            bare[at + start : at + start + 2 * letters] = bytes(len(bare[at + start : at + start + 2 * letters]))
        elif kind == 70 and data[at + 12 : at + 16] != b"EMF+":
            bare[at + 12 : at + size] = bytes(size - 12)
    return bytes(bare)


def _bare_wmf(data: bytes) -> bytes:
    bare = bytearray(data)
    first = 22 if data.startswith(b"\xd7\xcd\xc6\x9a") else 0
    (header,) = struct.unpack_from("<H", data, first + 2)
    for kind, at, size in _records(data, first + 2 * header, "<IH", 2):
        if kind == 0x0626 and data[at + 6 : at + 8] == b"\x0f\0":
            bare[at + 10 : at + size] = bytes(size - 10)
    return bytes(bare)


def _records(data: bytes, at: int, head: str, unit: int) -> Iterator[tuple[int, int, int]]:
    """The records of a metafile: kind, place, length in bytes. EMF names the kind first, WMF the length, in words."""
    while at + struct.calcsize(head) <= len(data):
        first, second = struct.unpack_from(head, data, at)
        kind, size = (first, second) if unit == 1 else (second, first * unit)
        if size < struct.calcsize(head) or at + size > len(data):
            raise ValueError("cut off")
        yield kind, at, size
        at += size


# ------------------------------------------------------------------ SVG


def _bare_svg(data: bytes) -> bytes:
    root = parse_part(data)
    if root.tag != f"{{{_SVG}}}svg":
        raise ValueError("no drawing")
    for node in list(root.iter()):
        if node.tag in _SVG_LEFT_OUT or not str(node.tag).startswith(f"{{{_SVG}}}"):
            if node.getparent() is not None:
                node.getparent().remove(node)
            continue
        for key in list(node.attrib):
            _bare_attribute(node, key)
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root))


def _bare_attribute(node: etree._Element, key: str) -> None:
    """Leave out what other programs noted, what acts, and what lies elsewhere; an embedded picture is made bare."""
    space, _, name = key.rpartition("}")
    value = node.get(key, "")
    foreign = bool(space) and space[1:] not in (_XLINK, _XML)
    if foreign or name.startswith(("on", "data-")):
        del node.attrib[key]
    elif name == "href" and not value.startswith("#"):
        found = _DATA.match(value)
        inner = bare_picture(_decoded(value[found.end() :])) if found else None
        if found is None or inner is None:
            del node.attrib[key]
        else:
            node.set(key, f"data:{found.group(1)};base64,{base64.b64encode(inner).decode()}")


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except binascii.Error:
        return b""


_KINDS: tuple[tuple[bytes, Callable[[bytes], bytes]], ...] = (
    (b"\xff\xd8\xff", _bare_jpeg),
    (_PNG_SIGNATURE, _bare_png),
    (b"GIF8", _bare_gif),
    (b"BM", _bare_bmp),
    (b"II*\0", _bare_tiff),
    (b"MM\0*", _bare_tiff),
    (b"II\xbc\x01", _bare_tiff),
    (b"\xd7\xcd\xc6\x9a", _bare_wmf),
    (b"\1\0\x09\0", _bare_wmf),
)
