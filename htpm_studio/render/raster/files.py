"""Pixels as PNG and JPEG files: what they show in words, no other metadata, no time, the same bytes each time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape

from PIL import Image

from htpm_studio.errors import StudioError, msg
from htpm_studio.render.bitmaps import encoded
from htpm_studio.render.color_profile import SRGB

_QUALITIES = (92, 88, 84, 80)
_SMALLEST = 0.4
_PERCEPTUAL = 0
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Attempt = tuple[Callable[[], Image.Image], int, int]
MOST_ALT = 4000
"""Characters of a description in a file; a segment of a JPEG holds 65,000 bytes, and no description is as long."""


def encode_png(image: Image.Image, alt: str = "") -> bytes:
    """A PNG file whose pixels are marked as sRGB; `alt` says what it shows."""
    chunks = [(b"sRGB", bytes([_PERCEPTUAL]))]
    if alt:
        chunks.append((b"iTXt", b"XML:com.adobe.xmp" + bytes(5) + _described(alt).encode()))
    return encoded(image, "PNG", chunks=chunks)


def encode_jpeg(image: Image.Image, max_bytes: int | None = None, alt: str = "") -> bytes:
    """A JPEG file with an sRGB profile, if asked for at most `max_bytes` long; `alt` says what it shows.

    To fit, quality falls from 92 to 80 with full color, then again with halved color, then the
    picture shrinks in steps of 5 %.

    Raises StudioError when it does not fit at 40 % of its width either.
    """
    about = _described(alt).encode() if alt else b""
    found: dict[int, bytes] = {}

    def fits(attempts: Sequence[_Attempt], at: int) -> bool:
        attempt, quality, subsampling = attempts[at]
        found[at] = encoded(
            attempt(), "JPEG", quality=quality, subsampling=subsampling, icc_profile=SRGB, xmp=about
        )  # fmt: skip
        return max_bytes is None or len(found[at]) <= max_bytes

    for attempts in _attempts(image if image.mode == "RGB" else image.convert("RGB")):
        found.clear()
        # What comes later in a row is smaller.
        at = 0 if fits(attempts, 0) else bisect_left(range(len(attempts)), 1, 1, key=partial(fits, attempts))
        if at < len(attempts):
            return found[at]
    raise StudioError(
        msg("A picture cannot be reduced below {max_bytes} bytes and stay recognizable.", max_bytes=max_bytes),
        "Allow a larger file.",
    )


def _described(alt: str) -> str:
    """The alt text as XMP, where screen readers and libraries of pictures look for it.

    IPTC Photo Metadata Standard 2021.1, "Alt Text (Accessibility)": iptc.org/std/photometadata/specification.
    """
    words = escape(_NOT_XML.sub("", alt)[:MOST_ALT], quote=False)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
        '<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{words}</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    )


def _attempts(image: Image.Image) -> Iterator[list[_Attempt]]:
    for subsampling in (0, 2):
        yield [(lambda: image, quality, subsampling) for quality in _QUALITIES]
    yield [
        (partial(_shrunk, image, percent), _QUALITIES[-1], 2) for percent in range(95, round(_SMALLEST * 100) - 1, -5)
    ]


def _shrunk(image: Image.Image, percent: int) -> Image.Image:
    size = max(1, round(image.width * percent / 100)), max(1, round(image.height * percent / 100))
    return image.resize(size, Image.Resampling.LANCZOS)
