"""Which parts of a JPEG stay: those that a program needs to draw it, and nothing that tells who made it."""

from __future__ import annotations

import pytest

from htpm_studio.project.image_format import _jpeg_keeps

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
