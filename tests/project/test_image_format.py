"""Picture files taken apart: only what draws them stays, and their turn and color profile are read where they are."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from htpm_studio.errors import InputError
from htpm_studio.project.image_format import (
    MAX_PIXELS,
    MAX_SIDE,
    check_size,
    kind_of,
    take_apart,
)

JFIF, ADOBE = b"JFIF\0\1\1\0\0\1\0\1\0\0", b"Adobe\0\x64\0\0\0\0\1"


def test_what_follows_the_end_of_a_jpeg_goes_and_one_that_ends_in_zeros_instead_is_refused() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (16, 16), "#123456").save(buffer, "JPEG")
    data = take_apart("a.jpg", "jpeg", buffer.getvalue()).data
    assert take_apart("a.jpg", "jpeg", data + b"more" + bytes(9000)).data == data
    assert take_apart("a.jpg", "jpeg", data[:-2]).data == data[:-2], "its end is looked for when it is decoded"
    with pytest.raises(InputError, match="damaged"):
        take_apart("a.jpg", "jpeg", data[:-2] + bytes(9000))


@pytest.mark.parametrize(
    ("size", "words"),
    [((1, 1), ""), ((0, 1), "damaged"), ((1, 0), "damaged"), ((MAX_SIDE, 1), ""), ((1, MAX_SIDE + 1), "pixels"),
     ((MAX_PIXELS // 10_000, 10_000), ""), ((MAX_PIXELS // 10_000, 10_001), "more than can be used")],
)  # fmt: skip
def test_a_picture_has_a_pixel_at_least_and_so_many_at_most(size: tuple[int, int], words: str) -> None:
    if not words:
        check_size("a.png", size)
        return
    with pytest.raises(InputError, match=words):
        check_size("a.png", size)


EXIF6, EXIF8 = (b"II*\0" + struct.pack("<IHHHIH", 8, 1, 0x0112, 3, 1, turn) + bytes(6) for turn in (6, 8))
XMP_HEAD, XMP3 = b"http://ns.adobe.com/xap/1.0/\0", b"<x tiff:Orientation='3'/>"
PROFILE = bytes(36) + b"acsp" + bytes(100)


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def frame(wide: int = 30, high: int = 20) -> bytes:
    return segment(0xC0, b"\x08" + struct.pack(">HH", high, wide) + b"\x03")


SCAN = b"\xff\xda\0\2scan\xff\xd9"


def jpeg(*segments: bytes, scan: bytes = SCAN) -> bytes:
    return b"\xff\xd8" + b"".join(segments) + scan


@pytest.mark.parametrize(
    ("marker", "body", "kept"),
    [
        (0xE0, JFIF, True),
        (0xE0, JFIF + b"thumbnail", False),
        (0xE0, b"JFXX\0" + bytes(9), False),
        (0xE1, JFIF, False),  # Exif and XMP have this marker
        (0xEE, ADOBE, True),
        (0xEE, ADOBE + b"more", False),
        (0xEE, b"Other\0" + bytes(6), False),
        (0xE2, b"ICC_PROFILE\0", False),
        (0xFE, b"A comment", False),
        (0xDB, bytes(65), True),  # tables and frames
        (0xC4, b"", True),
    ],
)
def test_of_the_segments_of_a_jpeg_only_what_draws_it_stays(marker: int, body: bytes, kept: bool) -> None:
    """JFIF 1.02 (APP0 of 16 bytes with its length), Adobe TN 5116 (APP14 of 14 bytes), ITU-T T.81 for the others."""
    part = segment(marker, body)
    assert (part in take_apart("a.jpg", "jpeg", jpeg(part, frame())).data) is kept


def test_a_jpeg_has_the_size_of_its_first_frame_and_keeps_its_tables() -> None:
    found = take_apart("a.jpg", "jpeg", jpeg(segment(0xDB, b"table"), frame(), frame(9, 9), segment(0xFE, b"secret")))
    assert found.size == (30, 20)
    assert found.data == jpeg(segment(0xDB, b"table"), frame(), frame(9, 9))
    assert (found.orientation, found.icc) == (1, b"")
    assert take_apart("a.jpg", "jpeg", jpeg(b"\xff\xff" + frame())).data == jpeg(frame()), "marks may be filled up"


@pytest.mark.parametrize(
    "data",
    [b"\xff\xd8", jpeg(), jpeg(b"\0\0" + frame()), jpeg(frame(), b"\xff\xe0\0\1"), jpeg(frame(), scan=b""),
     jpeg(frame(), scan=b"\xff\xdb\0\x09short"), jpeg(frame(0, 9)),
     jpeg(frame(), scan=b"\xff\xda\0\2" + bytes(16))],
)  # fmt: skip
def test_a_jpeg_that_is_cut_off_or_has_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="damaged"):
        take_apart("a.jpg", "jpeg", data)


def test_a_jpeg_is_turned_as_exif_says_else_as_xmp_does() -> None:
    def turn(*parts: bytes) -> int:
        return take_apart("a.jpg", "jpeg", jpeg(frame(), *parts)).orientation

    exif, later = (segment(0xE1, b"Exif\0\0" + one) for one in (EXIF6, EXIF8))
    xmp = segment(0xE1, XMP_HEAD + XMP3)
    assert (turn(exif), turn(exif, later), turn(xmp), turn(exif, xmp), turn(xmp, exif)) == (6, 6, 3, 6, 6)
    assert turn(segment(0xE2, b"Exif\0\0" + EXIF6), segment(0xE2, XMP_HEAD + XMP3)) == 1
    assert turn(segment(0xE1, XMP3)) == turn(segment(0xE1, EXIF6)) == 1


def test_the_profile_of_a_jpeg_is_in_one_segment_or_several() -> None:
    def profile(*parts: bytes, marker: int = 0xE2, name: bytes = b"ICC_PROFILE\0") -> bytes:
        rows = (segment(marker, name + bytes((at, len(parts))) + part) for at, part in enumerate(parts, 1))
        return take_apart("a.jpg", "jpeg", jpeg(frame(), *rows)).icc

    assert profile(PROFILE) == profile(PROFILE[:50], PROFILE[50:]) == PROFILE
    assert profile(PROFILE, marker=0xE3) == profile(PROFILE, name=b"ICC_PROFIL.\0") == b""
    assert profile(PROFILE[:128]) == b""
    assert profile(PROFILE[:129]) == PROFILE[:129]
    assert profile(PROFILE.replace(b"acsp", b"acsq")) == b""


def chunk(name: bytes, body: bytes, *, wrong: int = 0) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body) ^ wrong)


HEADER = chunk(b"IHDR", struct.pack(">II", 30, 20) + b"\x08\2\0\0\0")
DATA, END = chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")


def png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_of_the_chunks_of_a_png_only_what_draws_it_stays() -> None:
    other = chunk(b"IHDR", struct.pack(">II", 9, 9))
    secret = chunk(b"tEXt", b"secret")
    found = take_apart(
        "a.png", "png", png(HEADER, secret, chunk(b"PLTE", b"abc"), chunk(b"tRNS", b"a"), DATA, END, b"more")
    )
    assert found.size == (30, 20)
    assert found.data == png(HEADER, chunk(b"PLTE", b"abc"), chunk(b"tRNS", b"a"), DATA, END)
    assert take_apart("a.png", "png", png(HEADER, other, DATA, END)).size == (30, 20)
    for broken in (png(HEADER, chunk(b"IDAT", b"pixels", wrong=1), END), png(HEADER, DATA), png(DATA, END),
                   png(HEADER, DATA, END)[:-1]):  # fmt: skip
        with pytest.raises(InputError, match="damaged"):
            take_apart("a.png", "png", broken)
    kept = take_apart("a.png", "png", png(HEADER, chunk(b"tEXt", b"secret", wrong=1), DATA, END))
    assert kept.data == png(HEADER, DATA, END), "what does not stay may be damaged"


def test_a_png_is_turned_and_colored_as_its_chunks_say() -> None:
    def turn(*parts: bytes) -> int:
        return take_apart("a.png", "png", png(HEADER, *parts, DATA, END)).orientation

    exif, xmp = chunk(b"eXIf", EXIF6), chunk(b"iTXt", b"XML:com.adobe.xmp\0" + bytes(4) + XMP3)
    assert (turn(exif), turn(xmp), turn(exif, xmp), turn()) == (6, 3, 6, 1)
    assert (
        turn(chunk(b"iTXt", b"XML:com.other.xmp\0" + XMP3)) == turn(chunk(b"tEXt", b"XML:com.adobe.xmp\0" + XMP3)) == 1
    )

    def profile(body: bytes) -> bytes:
        return take_apart("a.png", "png", png(HEADER, chunk(b"iCCP", body), DATA, END)).icc

    packed = zlib.compress(PROFILE)
    assert profile(b"name\0\0" + packed) == PROFILE
    assert profile(b"name\0" + packed) == profile(b"name\0\0") == profile(b"") == profile(b"name") == b""
    assert profile(b"\0\0" + packed) == PROFILE


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(name + struct.pack("<I", len(one)) + one + bytes(len(one) % 2) for name, one in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


LOSSY = (b"VP8 ", b"abc\x9d\x01\x2a" + struct.pack("<HH", 30 | 1 << 14, 20 | 1 << 15) + b"pixels")
LOSSLESS = (b"VP8L", b"/" + struct.pack("<I", 29 | 19 << 14 | 1 << 28) + b"pixels")
WIDE = (b"VP8X", bytes(4) + (29).to_bytes(3, "little") + (19).to_bytes(3, "little"))


@pytest.mark.parametrize("first", [LOSSY, LOSSLESS, WIDE])
def test_a_webp_has_the_size_of_its_first_part(first: tuple[bytes, bytes]) -> None:
    data = webp(first, (b"VP8X", bytes(10)), LOSSY)
    found = take_apart("a.webp", "webp", data)
    assert (found.size, found.data) == ((30, 20), data)
    with pytest.raises(InputError, match="damaged"):
        take_apart("a.webp", "webp", webp(first)[:-3])
    with pytest.raises(InputError, match="damaged"):
        take_apart("a.webp", "webp", webp(first) + b"EXIF" + struct.pack("<I", 9))


def test_a_webp_is_turned_and_colored_as_its_parts_say() -> None:
    def turn(*parts: tuple[bytes, bytes]) -> int:
        return take_apart("a.webp", "webp", webp(WIDE, *parts, LOSSY)).orientation

    xmp = (b"XMP ", XMP3)
    assert (turn((b"EXIF", EXIF6)), turn((b"EXIF", b"Exif\0\0" + EXIF6)), turn(xmp)) == (6, 6, 3)
    assert (turn((b"EXIF", EXIF6), xmp), turn((b"OTHR", EXIF6)), turn()) == (6, 1, 1)
    assert take_apart("a.webp", "webp", webp(WIDE, (b"ICCP", PROFILE + b"x"), LOSSY)).icc == PROFILE + b"x"
    assert take_apart("a.webp", "webp", webp(WIDE, (b"OTHR", PROFILE), LOSSY)).icc == b""


@pytest.mark.parametrize(("zeros", "whole"), [(64, True), (65, False)])
def test_a_webp_that_is_filled_up_with_zeros_is_refused(zeros: int, whole: bool) -> None:
    name, body = LOSSY
    data = webp((name, body + bytes(zeros)))
    if whole:
        assert take_apart("a.webp", "webp", data).size == (30, 20)
        return
    with pytest.raises(InputError, match="damaged"):
        take_apart("a.webp", "webp", data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg"), (b"\xff\xd8", None), (png(HEADER), "png"), (webp(LOSSY), "webp"),
        (b"RIFF1234WAVE", None), (b"\0\0\0\x18ftypheic", "heic"), (b"\0\0\0\x18ftypavif", None),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", None), (b"\0\0\0\x18ftypmp42\0\0\0\0heic", "heic"),
        (b"\0\0\0\x10ftypmp42\0\0\0\0heic", None), (b"<svg/>", "svg"), (b"\xef\xbb\xbf \n<?xml?><svg/>", "svg"),
        ("<svg/>".encode("utf-16"), "svg"), (b"<html/>", None), (b"x<svg/>", None), (b"", None),
    ],
)  # fmt: skip
def test_a_file_is_known_by_its_first_bytes(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind
