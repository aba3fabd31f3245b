from __future__ import annotations

import io
import random
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageCms

from htpm_studio.errors import StudioError
from htpm_studio.render.color_profile import SRGB
from htpm_studio.render.raster.files import MOST_ALT, encode_jpeg, encode_png
from tests.helpers.scene_pages import photo


def noise(size: int) -> Image.Image:
    return Image.frombytes("RGB", (size, size), random.Random(1).randbytes(size * size * 3))


def chunks(png: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(png):
        found.append(png[at + 4 : at + 8])
        at += 12 + int.from_bytes(png[at : at + 4], "big")
    return found


def test_png_holds_the_pixels_and_that_they_are_srgb() -> None:
    image = photo()
    image.info.update(dpi=(300, 300), comment="made here", icc_profile=b"x" * 200)
    data = encode_png(image)
    assert set(chunks(data)) == {b"IHDR", b"sRGB", b"IDAT", b"IEND"}
    assert Image.open(io.BytesIO(data)).tobytes() == image.tobytes()


def test_jpeg_has_an_srgb_profile_and_no_exif() -> None:
    image = photo()
    image.info["exif"] = b"Exif\0\0secret"
    opened = Image.open(io.BytesIO(encode_jpeg(image)))
    assert opened.info["icc_profile"] == SRGB
    assert "exif" not in opened.info
    profile = ImageCms.getOpenProfile(io.BytesIO(SRGB))
    assert "sRGB" in ImageCms.getProfileName(profile)


def test_pictures_say_what_they_show() -> None:
    alt = "Ask & listen. <Two> people “talk”. ¿Quién?\x00\ud800" + "x" * 9000
    png, jpeg = encode_png(photo(), alt), encode_jpeg(photo(), None, alt)
    assert chunks(png).index(b"iTXt") < chunks(png).index(b"IDAT")
    for data, key in ((png, "XML:com.adobe.xmp"), (jpeg, "xmp")):
        xmp = Image.open(io.BytesIO(data)).info[key]
        root = ElementTree.fromstring((xmp if isinstance(xmp, str) else xmp.decode()).removeprefix("\ufeff"))
        (said,) = (one.text for one in root.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"))
        assert said == ("Ask & listen. <Two> people “talk”. ¿Quién?" + "x" * 9000)[:MOST_ALT]
    assert "exif" not in Image.open(io.BytesIO(jpeg)).info


def test_a_description_counts_toward_the_size_of_a_jpeg() -> None:
    bare, alt = encode_jpeg(noise(200)), "A long description. " * 100
    assert len(encode_jpeg(noise(200), len(bare), alt)) <= len(bare)


def test_jpeg_falls_in_quality_before_it_shrinks() -> None:
    image = noise(200)
    best = encode_jpeg(image)
    less = encode_jpeg(image, len(best) - 1)
    small = encode_jpeg(image, len(best) // 4)
    assert Image.open(io.BytesIO(less)).size == (200, 200)
    assert Image.open(io.BytesIO(less)).info.get("icc_profile")
    assert len(less) < len(best)
    assert len(small) <= len(best) // 4
    assert Image.open(io.BytesIO(small)).width < 200


def test_jpeg_that_cannot_fit_is_refused() -> None:
    with pytest.raises(StudioError, match="1000 bytes"):
        encode_jpeg(noise(200), 1000)


def test_files_are_the_same_each_time() -> None:
    assert encode_png(photo()) == encode_png(photo())
    assert encode_jpeg(photo()) == encode_jpeg(photo())


def test_the_profile_names_no_date() -> None:
    assert SRGB[24:36] == bytes.fromhex("07d0 0001 0001 0000 0000 0000")


@pytest.mark.parametrize("mode", ["L", "RGBA", "P"])
def test_a_picture_of_any_kind_becomes_a_jpeg_in_rgb(mode: str) -> None:
    data = encode_jpeg(photo().convert(mode))
    opened = Image.open(io.BytesIO(data))
    assert (opened.mode, opened.size) == ("RGB", photo().size)


def test_a_jpeg_of_exactly_the_bytes_that_are_allowed_keeps_its_quality() -> None:
    best = encode_jpeg(noise(200))
    assert encode_jpeg(noise(200), len(best)) == best
