"""Pictures of somebody else's presentation: the pixels go into our decks, and nothing else of their files."""

from __future__ import annotations

import base64
import io
import struct
from collections.abc import Callable

import pytest
from PIL import Image, PngImagePlugin

from htpm_studio.render.pptx.deck_template.clean_pictures import bare_picture

SECRET = b"Jane Roe"
GPS = 0x8825
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Jane Roe</dc:creator></x:xmpmeta>'


def picture() -> Image.Image:
    return Image.effect_noise((40, 30), 60).convert("RGB")


def exif(turn: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[0x0112], made[0x013B], made[0x010F] = turn, "Jane Roe", "Jane Roe's camera"
    made.get_ifd(GPS).update({1: "N", 2: (40.0, 26.0, 46.0), 29: "Jane Roe"})
    made.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0Jane Roe"
    return made


def saved(form: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture().save(stream, form, **options)
    return stream.getvalue()


def jpeg(turn: int = 1) -> bytes:
    data = saved("JPEG", quality=90, exif=exif(turn), comment=SECRET, xmp=XMP)
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(SECRET)) + SECRET
    return data[:2] + struct.pack(">BBH", 0xFF, 0xED, len(iptc) + 2) + iptc + data[2:] + SECRET


def progressive() -> bytes:
    return saved("JPEG", progressive=True, exif=exif(), comment=SECRET)


def several() -> bytes:
    return saved("MPO", save_all=True, append_images=[picture()], exif=exif())


def png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Jane Roe")
    words.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    return saved("PNG", pnginfo=words, exif=exif()) + SECRET


def gif() -> bytes:
    return saved("GIF", comment=SECRET) + SECRET


def tiff() -> bytes:
    return saved("TIFF", compression="tiff_lzw", exif=exif(), description="Jane Roe in her garden", xmp=XMP)


def bmp() -> bytes:
    return saved("BMP") + SECRET


@pytest.mark.parametrize("make", [jpeg, progressive, several, png, gif, tiff, bmp])
def test_nothing_but_pixels_stays_and_they_are_the_same(make: Callable[[], bytes]) -> None:
    data = make()
    bare = bare_picture(data)
    assert bare is not None
    for secret in (SECRET, b"camera", b"garden", b"xmpmeta", b"GPS", struct.pack("<I", 34853)[:2] + b"\4\0"):
        assert secret not in bare
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(bare)) as after:
        assert after.convert("RGB").tobytes() == before.convert("RGB").tobytes()
        assert dict(after.getexif()).keys() <= set(range(254, 350)) - {0x013B}
    assert bare_picture(bare) == bare


def test_a_photo_that_lies_on_its_side_still_does() -> None:
    """Which side is up stays, as programs turn the picture by it; all else of the camera's data goes."""
    bare = bare_picture(jpeg(6))
    assert bare is not None
    with Image.open(io.BytesIO(bare)) as after:
        assert dict(after.getexif()) == {0x0112: 6}


def test_metafiles_lose_their_descriptions_and_comments_and_keep_their_drawing() -> None:
    words = "Jane Roe\0C:\\Jane\0\0".encode("utf-16-le")
    head = struct.pack("<II8i4s", 1, 108 + len(words), *[0] * 8, b" EMF")
    head += struct.pack("<IIIHHIII", 0x10000, 0, 4, 1, 0, len(words) // 2, 108, 0)
    head = head.ljust(108, b"\0") + words
    comment = struct.pack("<III", 70, 12 + 8, 8) + SECRET
    plus = struct.pack("<III", 70, 12 + 8, 8) + b"EMF+1234"
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    bare = bare_picture(head + comment + plus + end)
    assert bare is not None
    assert SECRET not in bare
    assert words not in bare
    assert bare.endswith(plus + end)
    note = struct.pack("<IHHH", 5 + len(SECRET) // 2, 0x0626, 15, len(SECRET)) + SECRET
    line = struct.pack("<IHHH", 5, 0x0213, 7, 9)
    wmf = struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 0, 0, 0) + note + line + struct.pack("<IH", 3, 0)
    bare = bare_picture(wmf)
    assert bare is not None
    assert SECRET not in bare
    assert line in bare


def test_a_drawing_keeps_its_shapes_alone() -> None:
    inner = base64.b64encode(jpeg()).decode()
    data = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://ink" '
        'i:docname="/home/jane/Jane Roe.svg" viewBox="0 0 9 9"><!-- Jane Roe --><metadata>Jane Roe</metadata>'
        '<title>Jane Roe</title><i:view name="Jane Roe"/><script>alert(1)</script><path id="p" d="M0 0h9v9z" '
        'onclick="x()"/><use xlink:href="#p"/><image href="https://example.org/jane.png"/>'
        f'<image xlink:href="data:image/jpeg;base64,{inner}" width="4" height="4"/></svg>'
    )
    bare = bare_picture(data.encode())
    assert bare is not None
    for secret in ("Jane", "jane", "script", "onclick", "example.org", inner[:80]):
        assert secret.encode() not in bare
    assert b'd="M0 0h9v9z"' in bare
    assert b'href="#p"' in bare
    assert b"data:image/jpeg;base64,/9j/" in bare


@pytest.mark.parametrize(
    "data",
    [
        b"", b"hello", b"\xff\xd8\xff\xe1\x00", png()[:200], tiff()[:9], gif()[:14], b"<svg", b"<html/>",
        b"BM" + bytes(10), b'<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>',
        bmp() + b"Exif\0\0",
    ],
)  # fmt: skip
def test_what_is_not_known_or_broken_stays_behind(data: bytes) -> None:
    found = bare_picture(data)
    assert found is None or b"Exif" not in found


def test_damaged_pictures_never_raise() -> None:
    for make in (jpeg, progressive, png, gif, tiff, bmp):
        data = make()
        for number in range(80):
            broken = bytearray(data)
            for step in range(1, 5):
                broken[(number * 7919 * step + step * 31) % len(data)] ^= (number * 37 + step * 101) % 255 + 1
            bare_picture(bytes(broken))
            bare_picture(data[: len(data) * number // 80])


def test_a_folder_that_leads_back_to_itself_ends() -> None:
    folder = struct.pack("<HHHIII", 1, 34665, 4, 1, 8, 8)
    assert bare_picture(b"II*\0" + struct.pack("<I", 8) + folder) is not None


# ------------------------------------------------------------------ byte for byte

SOI, EOI = b"\xff\xd8", b"\xff\xd9"


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


SCAN = segment(0xDA, b"scan") + b"pixels\xff\x00more\xff\xd3end"


@pytest.mark.parametrize(
    ("marker", "body", "kept"),
    [
        (0xDB, b"table", segment(0xDB, b"table")),
        (0xFE, b"comment", b""),
        (0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\1\1thumb", segment(0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\0\0")),  # no preview
        (0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\0", b""),
        (0xE0, b"JFXX\0preview preview", b""),
        (0xE1, b"Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\1\0\0\0\0\0\0\0", b""),  # the right way up
        (
            0xE1,
            b"Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0",
            segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"),
        ),
        (0xE2, b"ICC_PROFILE\0\1\1x", segment(0xE2, b"ICC_PROFILE\0\1\1x")),
        (0xE2, b"MPF\0", b""),
        (0xE3, b"x", b""),
        (0xED, b"IPTC", b""),
        (0xEE, b"Adobe\0d\0\0\0\0\1", segment(0xEE, b"Adobe\0d\0\0\0\0\1")),
        (0xEE, b"other", b""),
        (0xEF, b"Adobe", b""),
        (0xC4, b"", segment(0xC4, b"")),
    ],
)
def test_of_a_jpeg_only_what_draws_it_stays(marker: int, body: bytes, kept: bytes) -> None:
    assert bare_picture(SOI + segment(marker, body) + SCAN + EOI + SECRET) == SOI + kept + SCAN + EOI


def test_a_jpeg_may_have_fill_bytes_and_several_scans_and_no_end() -> None:
    assert bare_picture(SOI + b"\xff\xff" + segment(0xDB, b"t") + SCAN + EOI) == SOI + segment(0xDB, b"t") + SCAN + EOI
    assert bare_picture(SOI + SCAN + segment(0xFE, b"c") + SCAN + EOI) == SOI + SCAN + SCAN + EOI
    assert bare_picture(SOI + SCAN) == SOI + SCAN
    assert bare_picture(SOI + segment(0xDB, b"t")) == SOI + segment(0xDB, b"t")
    assert bare_picture(SOI + segment(0xDB, b"t")[:-1]) is None
    assert bare_picture(SOI + b"\xff\xdb\0\1" + SCAN + EOI) is None  # a length that does not hold itself
    assert bare_picture(SOI + segment(0xDB, b"t") + b"\0" + SCAN + EOI) is None


@pytest.mark.parametrize("table", [0, 1])
def test_of_a_gif_the_frames_and_their_times_stay(table: int) -> None:
    flags = 0x80 | table  # one of 2 colors, one of 4
    colors = bytes(3 * 2 ** (table + 1))
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, flags, 0, 0) + colors
    timed = b"\x21\xf9\4\0\1\0\0\0"
    loop = b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"
    other_loop = b"\x21\xff\x0bANIMEXTS1.0\3\1\0\0\0"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, flags) + colors + b"\2\2ab\1c\0"
    plain = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 7) + b"\2\2ab\0"
    noted = b"\x21\xfe\x08Jane Roe\0" + b"\x21\xff\x0bXMP DataXMP\1x\0" + b"\x21\xfe\x0bNETSCAPE2.0\0" + b"\x21\1\1x\0"
    made = head + noted + loop + other_loop + timed + frame + noted + plain + b"\x3b" + SECRET
    assert bare_picture(made) == head + loop + other_loop + timed + frame + plain + b"\x3b"
    assert bare_picture(head + b"\x2d\x3b") is None
    bare_head = b"GIF87a" + struct.pack("<HHBBB", 1, 1, 7, 0, 0)  # no table, whatever its size bits say
    assert bare_picture(bare_head + plain + b"\x3b") == bare_head + plain + b"\x3b"


def test_a_bitmap_ends_where_it_says_and_names_no_profile_of_a_file() -> None:
    def bitmap(size: int, header: int, space: bytes) -> bytes:
        body = struct.pack("<2sIHHII", b"BM", size, 0, 0, 154, header) + bytes(52) + space
        return (body + bytes(126 - len(body)) + struct.pack("<II", 124, 8)).ljust(138, b"\0") + SECRET + b"PIXELS"

    data = bitmap(152, 124, b"KNIL")
    assert bare_picture(data) == bitmap(152, 124, b"BGRs").replace(SECRET, bytes(8))
    assert bare_picture(data + b"more") == bare_picture(data)
    for kept in (
        bitmap(152, 108, b"KNIL"),
        bitmap(152, 124, b"DEBM"),
        bitmap(53, 124, b"BGRs"),
        bitmap(153, 124, b"BGRs"),
    ):
        assert bare_picture(kept) == kept
    assert bare_picture(bitmap(54, 108, b"")) == bitmap(54, 108, b"")[:54]


def folder(order: str, *entries: tuple[int, int, int, int], following: int = 0) -> bytes:
    rows = b"".join(struct.pack(order + "HHII", *entry) for entry in entries)
    return struct.pack(order + "H", len(entries)) + rows + struct.pack(order + "I", following)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("kind", "length"),
    [
        (1, 8),
        (2, 8),
        (3, 4),
        (4, 2),
        (5, 1),
        (6, 8),
        (7, 8),
        (8, 4),
        (9, 2),
        (10, 1),
        (11, 2),
        (12, 1),
        (13, 2),
        (99, 8),
    ],
)
def test_the_data_of_what_goes_from_a_tiff_are_emptied_to_their_last_byte(order: str, kind: int, length: int) -> None:
    mark = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    bare = bare_picture(mark + folder(order, (700, kind, length, 26)) + SECRET + b"PIXELS")
    assert bare == mark + folder(order) + bytes(12) + bytes(8) + b"PIXELS"


def test_folders_inside_a_tiff_and_following_ones_are_emptied_too() -> None:
    mark = b"II*\0" + struct.pack("<I", 8)
    for tag in (330, 34665, 34853, 40965):
        first = folder("<", (tag, 4, 1, 26), following=52)
        inner = folder("<", (256, 2, 8, 44)) + SECRET
        second = folder("<", (256, 3, 1, 7), (700, 2, 4, 9))
        bare = bare_picture(mark + first + inner + second)
        assert bare == mark + folder("<", following=52) + bytes(12) + bytes(26) + folder("<", (256, 3, 1, 7)) + bytes(
            12
        )


def test_the_placeable_head_of_a_metafile_is_stepped_over() -> None:
    line = struct.pack("<IHHH", 5, 0x0213, 7, 9)
    note = struct.pack("<IHHH", 5 + len(SECRET) // 2, 0x0626, 15, len(SECRET))
    other = struct.pack("<IHHH", 6, 0x0626, 16, 9) + b"ab"
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 0, 0, 0)
    for before in (b"", b"\xd7\xcd\xc6\x9a" + bytes(18)):
        made = before + head + note + SECRET + line + other
        assert bare_picture(made) == before + head + note + bytes(8) + line + other
        assert bare_picture(made[:-1]) is None


TIFF_NEEDS = {
    *range(254, 260), 262, 263, 266, 273, 274, *range(277, 285), *range(290, 294), 296, 297, 301, *range(317, 321),
    *range(322, 326), 332, 334, 336, *range(338, 342), 347, *range(512, 516), *range(517, 522), *range(529, 533), 34675,
    *range(0xBC01, 0xBD00),
}  # fmt: skip


@pytest.mark.parametrize(("mark", "order"), [(b"II*\0", "<"), (b"MM\0*", ">"), (b"II\xbc\x01", "<")])
def test_of_a_tiff_only_what_a_program_needs_to_draw_it_stays(mark: bytes, order: str) -> None:
    some = [*range(250, 350), *range(505, 540), 700, 33432, 34675, 34676, 0xBC00, 0xBC01, 0xBCFF, 0xBD00]
    head = mark + struct.pack(order + "I", 8)
    bare = bare_picture(head + folder(order, *((tag, 4, 0, tag) for tag in some)))
    kept = [(tag, 4, 0, tag) for tag in some if tag in TIFF_NEEDS]
    assert bare == (head + folder(order, *kept)).ljust(len(head) + 6 + 12 * len(some), b"\0")
