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
