"""Picture files taken apart: what they are, how large, and only the parts that hold the picture.

The decoder never sees comments, camera data, previews or animations, so none of them can harm or leak.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from htpm_studio.errors import InputError, msg
from htpm_studio.files.exif import exif_orientation
from htpm_studio.files.input_file import open_bounded, read_bounded
from htpm_studio.frozen import dataclass
from htpm_studio.project.heic import check_complete

Kind = Literal["jpeg", "png", "webp", "heic", "svg"]

MAX_BYTES = 200_000_000
MAX_PIXELS = 100_000_000
MAX_SIDE = 65_500
_MAX_ICC = 4_000_000

_MAX_XMP = 1_000_000
_HOLE = 16
"""How many zeros at the end show that a copy broke off, where the format has no end mark."""

_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_XMP_TURN = re.compile(rb"""\btiff:Orientation(?:\s*=\s*["']|>)\s*([1-8])\b""")
_JPEG_FRAMES = frozenset((0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF))
_JPEG_KEPT = _JPEG_FRAMES | {0xC4, 0xCC, 0xDB, 0xDD}
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_OTHERS = (
    (b"GIF8", msg("a GIF")),
    (b"BM", msg("a BMP picture")),
    (b"II*\0", msg("a TIFF picture")),
    (b"MM\0*", msg("a TIFF picture")),
    (b"%PDF", msg("a PDF or Illustrator file")),
    (b"%!PS", msg("an EPS or Illustrator file")),
    (b"\xc5\xd0\xd3\xc6", msg("an EPS file")),
    (b"8BPS", msg("a Photoshop file")),
    (b"\x1f\x8b", msg("a compressed SVG (.svgz)")),
    (b"PK\x03\x04", msg("a ZIP, Office or Affinity file")),
    (b"\xd0\xcf\x11\xe0", msg("an old Office file")),
)


HEAD = 65_536
_CHOOSE, _SMALLER = msg("Choose one picture file."), msg("Save a smaller copy of it and use that.")


@dataclass(frozen=True, slots=True)
class Container:
    """A picture file reduced to its picture.

    `size` is in pixels before the turn that `orientation` (1 to 8, as in EXIF) asks for; (0, 0) for HEIC,
    whose size only its decoder knows.
    """

    kind: Kind
    size: tuple[int, int]
    data: bytes = field(repr=False)
    orientation: int = 1
    icc: bytes = field(default=b"", repr=False)


def broken(name: str) -> InputError:
    """The sentence for a file that begins like a picture and then is not one."""
    return InputError(
        msg("{name} is damaged or incomplete.", name=name), "Copy it again from where it came from, or save it again."
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of a picture file; raises InputError when it is missing, a folder, empty, unreadable or over 200 MB."""
    return _not_empty(path, read_bounded(path, MAX_BYTES, _CHOOSE, _SMALLER))


def read_head(path: Path) -> bytes:
    """The first bytes of a picture file, enough to know its kind; raises as `read_bytes`."""
    with open_bounded(path, MAX_BYTES, _CHOOSE, _SMALLER) as file:
        return _not_empty(path, file.read(HEAD))


def _not_empty(path: Path, data: bytes) -> bytes:
    if not data:
        raise InputError(msg("{name} is empty.", name=path.name), "Copy it again from where it came from.")
    return data


def kind_of(data: bytes) -> Kind | None:
    """What a file is by its first bytes, whatever its name says."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(_PNG_SIGNATURE):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return "heic" if _has_heic_brand(data) else None
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return "svg" if head.startswith(b"<") and b"<svg" in data[:HEAD].replace(b"\0", b"") else None


def unknown(name: str, data: bytes, wanted: str) -> InputError:
    """The sentence for a file that is none of the `wanted` kinds, naming what it is where that shows."""
    what = next((words for start, words in _OTHERS if data.startswith(start)), msg(""))
    if kind_of(data) == "heic":
        what = msg("a HEIC photo")
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        what = msg("an AVIF picture")
    pattern = "{name} is {what}, which cannot be used here." if what else "{name} is not a picture that can be used."
    return InputError(msg(pattern, name=name, what=what), msg("Save it as {wanted} and use that.", wanted=wanted))


def take_apart(name: str, kind: Kind, data: bytes) -> Container:
    """The picture of a JPEG, PNG, WebP or HEIC file; raises InputError when damaged or over 100 megapixels."""
    try:
        container = _TAKE_APART[kind](data)
    except (struct.error, IndexError, ValueError) as error:
        raise broken(name) from error
    if kind != "heic":
        check_size(name, container.size)
    return container


def check_size(name: str, size: tuple[int, int]) -> None:
    """Raise InputError for a picture without pixels or with more than can be worked with."""
    width, height = size
    if width < 1 or height < 1:
        raise broken(name)
    if width * height > MAX_PIXELS or max(size) > MAX_SIDE:
        raise InputError(
            msg(
                "{name} has {width} x {height} pixels, more than can be used here.",
                name=name,
                width=f"{width:,}",
                height=f"{height:,}",
            ),
            "Save a smaller copy of it, at most 10,000 pixels wide and 10,000 high, and use that.",
        )


# ------------------------------------------------------------------ JPEG


def _take_jpeg_apart(data: bytes) -> Container:
    kept, exif, xmp, icc, size = [b"\xff\xd8"], b"", b"", bytearray(), (0, 0)
    for marker, body in _jpeg_segments(data):
        if marker in _JPEG_FRAMES and not size[0]:
            height, width = struct.unpack(">HH", body[1:5])
            size = (width, height)
        if marker == 0xE1 and body.startswith(b"Exif\0\0") and not exif:
            exif = body[6:]
        if marker == 0xE1 and body.startswith(_XMP):
            xmp = body[len(_XMP) :]
        if marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"):
            icc += body[14:]
        if marker == 0xDA:
            end = data.rfind(b"\xff\xd9")
            start = len(data) - len(body)
            if end <= start and body.endswith(bytes(_HOLE)):
                raise ValueError("filled up with zeros")
            kept.append(body[: end + 2 - start] if end > start else body)
        elif _jpeg_keeps(marker, body):
            kept.append(struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body)
    if not size[0]:
        raise ValueError("no frame")
    return Container("jpeg", size, b"".join(kept), exif_orientation(exif) or xmp_orientation(xmp) or 1, _sane_icc(icc))


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments before the picture; for the first scan, all that is left of the file, marker included."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA:
            yield marker, data[at:]
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2 or at + 2 + length > len(data):
            raise ValueError("cut off")
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + length


def _jpeg_keeps(marker: int, body: bytes) -> bool:
    if marker == 0xE0:
        return body.startswith(b"JFIF\0") and len(body) == 14
    if marker == 0xEE:
        return body.startswith(b"Adobe") and len(body) == 12
    return marker in _JPEG_KEPT


# ------------------------------------------------------------------ PNG


def _take_png_apart(data: bytes) -> Container:
    kept, exif, xmp, icc, size = [_PNG_SIGNATURE], b"", b"", b"", (0, 0)
    at, name = 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ValueError("cut off")
        if name == b"IHDR" and not size[0]:
            width, height = struct.unpack_from(">II", data, at + 8)
            size = (width, height)
        elif name == b"eXIf":
            exif = data[at + 8 : end - 4]
        elif name == b"iTXt" and data[at + 8 : at + 26] == b"XML:com.adobe.xmp\0":
            xmp = data[at + 26 : end - 4]
        elif name == b"iCCP":
            icc = data[at + 8 : end - 4]
        if name in _PNG_KEPT:
            if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
                raise ValueError("damaged")
            kept.append(data[at:end])
        at = end
    return Container("png", size, b"".join(kept), exif_orientation(exif) or xmp_orientation(xmp) or 1, _png_icc(icc))


def _png_icc(chunk: bytes) -> bytes:
    start = chunk.find(b"\0") + 2
    if start < 2:
        return b""
    try:
        profile = zlib.decompressobj().decompress(chunk[start:], _MAX_ICC + 1)
    except zlib.error:
        return b""
    return _sane_icc(profile)


# ------------------------------------------------------------------ WebP and HEIC


def _take_webp_apart(data: bytes) -> Container:
    exif, xmp, icc, size = b"", b"", b"", (0, 0)
    at = 12
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if not size[0]:
            size = _webp_size(name, body)
        if name == b"EXIF":
            exif = body.removeprefix(b"Exif\0\0")
        elif name == b"XMP ":
            xmp = body
        elif name in (b"VP8 ", b"VP8L") and len(body) - len(body.rstrip(b"\0")) > max(4 * _HOLE, len(body) // 8):
            raise ValueError("filled up with zeros")
        elif name == b"ICCP":
            icc = body
        if at + 8 + length > len(data):
            raise ValueError("cut off")
        at += 8 + length + length % 2
    return Container("webp", size, data, exif_orientation(exif) or xmp_orientation(xmp) or 1, _sane_icc(icc))


def _webp_size(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0


def _take_heic_apart(data: bytes) -> Container:
    check_complete(data)
    return Container("heic", (0, 0), data)


def _has_heic_brand(data: bytes) -> bool:
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, length, 4))]
    return b"avif" not in brands and b"avis" not in brands and any(brand in _HEIC_BRANDS for brand in brands)


_TAKE_APART: Mapping[Kind, Callable[[bytes], Container]] = {
    "jpeg": _take_jpeg_apart,
    "png": _take_png_apart,
    "webp": _take_webp_apart,
    "heic": _take_heic_apart,
}


# ------------------------------------------------------------------ XMP and ICC


def xmp_orientation(xmp: bytes) -> int:
    """The turn (1 to 8) that XMP data asks for; 0 when it says nothing. Some programs turn a picture only there."""
    found = _XMP_TURN.search(xmp[:_MAX_XMP])
    return int(found[1]) if found else 0


def _sane_icc(profile: bytes | bytearray) -> bytes:
    """The profile if it has the mark and the length of one; nothing otherwise."""
    usable = 128 < len(profile) <= _MAX_ICC and profile[36:40] == b"acsp"
    return bytes(profile) if usable else b""
