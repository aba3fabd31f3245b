"""Which parts of a JPEG stay: those that a program needs to draw it, and nothing that tells who made it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from htpm_studio.errors import InputError
from htpm_studio.project.image_format import MAX_PIXELS, MAX_SIDE, _jpeg_keeps, check_size, take_apart

JFIF, ADOBE = b"JFIF\0\1\1\0\0\1\0\1\0\0", b"Adobe\0\x64\0\0\0\0\1"


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
        (0xC0, b"", True),
    ],
)
def test_of_the_segments_of_a_jpeg_only_what_draws_it_stays(marker: int, body: bytes, kept: bool) -> None:
    """JFIF 1.02 (APP0 of 16 bytes with its length), Adobe TN 5116 (APP14 of 14 bytes), ITU-T T.81 for the others."""
    assert _jpeg_keeps(marker, body) is kept


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
