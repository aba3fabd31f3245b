from __future__ import annotations

import contextlib
import io
import os
import struct
import zlib
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from PIL import Image, ImageCms, ImageDraw, ImageOps, PngImagePlugin

from htpm_studio.errors import InputError
from htpm_studio.project import image_format as containers
from htpm_studio.project.pictures import load_logo, load_photo, pixels, read_picture
from htpm_studio.scene.nodes import PictureSource

SECRETS = (b"Exif", b"SECRET", b"ICC_PROFILE", b"iCCP", b"tEXt", b"eXIf", b"http://ns.adobe", b"tIME", b"pHYs")


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def pixel_at(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return pixel


def opened(source: PictureSource) -> Image.Image:
    with Image.open(io.BytesIO(source.data)) as image:
        image.load()
        return image


def quarters(width: int = 80, height: int = 40) -> Image.Image:
    """Red at the upper left, the rest blue: shows any turn."""
    image = Image.new("RGB", (width, height), "#1030C0")
    image.paste("#E02010", (0, 0, width // 2, height // 2))
    return image


def is_near(pixel: Any, color: tuple[int, ...], slack: int = 12) -> bool:
    return all(abs(one - other) <= slack for one, other in zip(pixel[:3], color, strict=True))


# ------------------------------------------------------------------ what comes in


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_photos_of_every_kind_become_plain_jpeg(tmp_path: Path, form: str) -> None:
    if form == "HEIF":
        buffer = io.BytesIO()
        pillow_heif.from_pillow(quarters()).save(buffer, quality=90)
        data = buffer.getvalue()
    else:
        data = encoded(quarters(), form)
    source = load_photo(written(tmp_path, "no ending", data))
    image = opened(source)
    assert (source.kind, source.size, image.format, image.mode) == ("jpeg", (80, 40), "JPEG", "RGB")
    assert is_near(image.getpixel((10, 5)), (0xE0, 0x20, 0x10), 30)
    assert is_near(image.getpixel((70, 30)), (0x10, 0x30, 0xC0), 30)
    assert load_photo(tmp_path / "no ending") == source


UNDO = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera stores what EXIF then turns back."""


@pytest.mark.parametrize(("form", "orientation"), [*(("JPEG", turn) for turn in range(1, 9)), ("PNG", 6), ("WEBP", 8)])
def test_photos_are_upright(tmp_path: Path, form: str, orientation: int) -> None:
    stored = quarters() if orientation == 1 else quarters().transpose(UNDO[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(stored, form, exif=exif, quality=95)
    assert ImageOps.exif_transpose(Image.open(io.BytesIO(data))).size == (80, 40)
    image = opened(load_photo(written(tmp_path, "a.jpg", data)))
    assert image.size == (80, 40)
    assert is_near(image.getpixel((10, 5)), (0xE0, 0x20, 0x10), 30)
    assert is_near(image.getpixel((70, 5)), (0x10, 0x30, 0xC0), 30)
    assert is_near(image.getpixel((10, 35)), (0x10, 0x30, 0xC0), 30)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_comes_in(tmp_path: Path, form: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SECRET camera"
    exif.get_ifd(0x8825)[1] = "N"
    options: dict[str, Any] = {"exif": exif, "icc_profile": profile(1.8), "xmp": b"http://ns.adobe.com SECRET"}
    if form == "JPEG":
        options["comment"] = b"SECRET"
    if form == "PNG":
        options = {"exif": exif, "icc_profile": profile(1.8), "pnginfo": PngImagePlugin.PngInfo(), "dpi": (72, 72)}
        options["pnginfo"].add_text("Author", "SECRET")
    data = encoded(quarters(), form, **options) + b"SECRET at the end"
    if form == "WEBP":
        data = data[:-17]
    assert b"SECRET" in data
    path = written(tmp_path, "a.bin", data)
    for source in (load_photo(path), load_logo(path)):
        assert [secret for secret in SECRETS if secret in source.data] == []
        assert not set(opened(source).info) & {"exif", "icc_profile", "comment", "xmp", "Author"}


def profile(gamma: float) -> bytes:
    """An RGB profile with the primaries of sRGB and another tone curve."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = made.find(b"para", 128)
    assert at > 0
    struct.pack_into(">4sIHHi", made, at, b"para", 0, 0, 0, round(gamma * 65536))
    return bytes(made).replace(b"s\0R\0G\0B", b"T\0e\0s\0t")


def test_colors_are_brought_to_srgb(tmp_path: Path) -> None:
    gray = Image.new("RGB", (8, 8), (128, 128, 128))
    source = load_photo(written(tmp_path, "a.png", encoded(gray, "PNG", icc_profile=profile(1.0))))
    pixel = opened(source).getpixel((4, 4))
    assert is_near(pixel, (188, 188, 188), 4)


def test_print_colors_become_screen_colors(tmp_path: Path) -> None:
    cmyk = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    source = load_photo(written(tmp_path, "a.jpg", encoded(cmyk, "JPEG")))
    image = opened(source)
    assert image.mode == "RGB"
    assert is_near(image.getpixel((8, 8)), (255, 0, 0), 8)


def test_sixteen_bits_become_eight_without_clipping(tmp_path: Path) -> None:
    ramp = Image.linear_gradient("L").convert("I").point(lambda value: value * 257).convert("I;16")
    source = load_logo(written(tmp_path, "a.png", encoded(ramp, "PNG")))
    assert is_near(opened(source).convert("RGB").getpixel((5, 128)), (128, 128, 128), 1)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_every_mode_of_png_is_read(tmp_path: Path, mode: str) -> None:
    image = quarters().convert(mode)
    source = load_logo(written(tmp_path, "a.png", encoded(image, "PNG")))
    assert (source.kind, source.size) == ("png", (80, 40))


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_of_an_animation_the_first_picture_is_taken(tmp_path: Path, form: str) -> None:
    frames = [Image.new("RGB", (20, 20), color) for color in ("#C00000", "#00C000", "#0000C0")]
    data = encoded(frames[0], form, save_all=True, append_images=frames[1:], duration=100)
    image = opened(load_photo(written(tmp_path, "a.png", data)))
    assert is_near(image.getpixel((10, 10)), (0xC0, 0, 0), 20)


# ------------------------------------------------------------------ size


def test_large_photos_are_reduced_and_small_ones_are_not(tmp_path: Path) -> None:
    wide = Image.new("RGB", (6000, 1500), "#336699")
    assert load_photo(written(tmp_path, "a.jpg", encoded(wide, "JPEG"))).size == (4000, 1000)
    assert load_photo(written(tmp_path, "b.jpg", encoded(wide.crop((0, 0, 40, 10)), "JPEG"))).size == (40, 10)
    assert load_logo(written(tmp_path, "c.jpg", encoded(wide, "JPEG"))).size == (2400, 600)


def png_claiming(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100_000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def jpeg_claiming(width: int, height: int) -> bytes:
    data = bytearray(encoded(quarters(), "JPEG"))
    at = data.find(b"\xff\xc0")
    struct.pack_into(">HH", data, at + 5, height, width)
    return bytes(data)


def webp_claiming(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<II", 10, 0) + size
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    "data",
    [
        png_claiming(40_000, 40_000),
        png_claiming(10_001, 10_000),
        jpeg_claiming(20_000, 20_000),
        webp_claiming(16_000, 16_000),
    ],
    ids=["png", "png just over", "jpeg", "webp"],
)
def test_bombs_are_refused_before_they_are_decoded(tmp_path: Path, data: bytes) -> None:
    path = written(tmp_path, "bomb.png", data)
    for load in (load_photo, load_logo):
        with pytest.raises(InputError, match=r"bomb\.png has .* more than can be used"):
            load(path)


def test_the_size_that_a_portrait_picture_should_become_is_small_enough(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="10,000 pixels wide and 10,000 high"):
        load_photo(written(tmp_path, "tall.png", png_claiming(9_000, 12_000)))
    with pytest.raises(InputError, match="damaged"):
        load_photo(written(tmp_path, "tall.png", png_claiming(10_000, 10_000)))


def test_files_over_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_BYTES", 1_000_000)
    with pytest.raises(InputError, match="larger than 1 MB"):
        load_photo(written(tmp_path, "a.png", encoded(Image.effect_noise((1200, 1200), 90), "PNG")))


# ------------------------------------------------------------------ what is refused


def heic() -> bytes:
    buffer = io.BytesIO()
    pillow_heif.from_pillow(quarters(320, 240)).save(buffer, quality=90)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIC"])
def test_cut_off_files_are_refused_wherever_they_end(tmp_path: Path, form: str) -> None:
    data = heic() if form == "HEIC" else encoded(Image.effect_noise((120, 80), 60).convert("RGB"), form)
    lengths = {len(data) * part // 12 for part in range(1, 12)} | {16, 21, 40, len(data) - 30, len(data) - 3}
    for length in sorted(lengths):
        path = written(tmp_path, "half.jpg", data[:length])
        with pytest.raises(InputError, match=r"half\.jpg"):
            load_photo(path)


def tiles() -> bytes:
    """A HEIC file of twelve tiles, as telephones save it."""
    buffer = io.BytesIO()
    pillow_heif.options.GRID_TILE_SIZE = 128
    try:
        pillow_heif.from_pillow(Image.effect_noise((480, 360), 60).convert("RGB")).save(buffer, quality=60)
    finally:
        pillow_heif.options.GRID_TILE_SIZE = 0
    return buffer.getvalue()


def test_a_photo_of_a_telephone_without_its_end_is_refused(tmp_path: Path) -> None:
    """The decoder would fill the missing tiles with bright green, and say nothing."""
    data = tiles()
    assert load_photo(written(tmp_path, "whole.heic", data)).size == (480, 360)
    assert load_photo(written(tmp_path, "more.heic", data + b"trailing data of a telephone")).size == (480, 360)
    for length in (*range(len(data) // 10, len(data), len(data) // 10), len(data) - 40, len(data) - 1):
        cut = data[:length]
        for broken in (cut, cut[:-40] + bytes(40 + len(data) - length)):
            with pytest.raises(InputError, match=r"cut\.heic is damaged or incomplete"):
                load_photo(written(tmp_path, "cut.heic", broken))


def test_a_photo_of_a_telephone_with_a_hole_or_without_a_tile_is_refused(tmp_path: Path) -> None:
    data = tiles()
    middle = len(data) // 2
    hole = data[:middle] + bytes(600) + data[middle + 600 :]
    at = data.index(b"dimg") + 4
    count = int.from_bytes(data[at + 2 : at + 4], "big")
    assert count == 12
    stranger = data[: at + 4] + b"\x7f\xff" + data[at + 6 :]
    fewer = data[: at + 2] + b"\0\x05" + data[at + 4 :]
    for broken in (hole, stranger, fewer):
        with pytest.raises(InputError, match=r"x\.heic is damaged or incomplete"):
            load_photo(written(tmp_path, "x.heic", broken))


@pytest.mark.parametrize(
    ("form", "options"), [("JPEG", {}), ("JPEG", {"progressive": True}), ("WEBP", {}), ("PNG", {})]
)
def test_a_copy_that_was_filled_up_with_zeros_is_refused(tmp_path: Path, form: str, options: dict[str, Any]) -> None:
    data = encoded(Image.effect_noise((400, 300), 60).convert("RGB"), form, **options)
    for part in (3, 5, 8):
        length = len(data) * part // 10
        with pytest.raises(InputError, match=r"x\.jpg is damaged or incomplete"):
            load_photo(written(tmp_path, "x.jpg", data[:length] + bytes(len(data) - length)))
    plain = encoded(Image.new("RGB", (900, 900), "white"), form, **options)
    assert load_photo(written(tmp_path, "plain.jpg", plain)).size == (900, 900)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIC"])
def test_scrambled_files_load_or_are_refused_but_never_crash(tmp_path: Path, form: str) -> None:
    data = heic() if form == "HEIC" else encoded(Image.effect_noise((60, 40), 60).convert("RGB"), form)
    for number in range(20):
        broken = bytearray(data)
        for step in range(1, 6):
            broken[(number * 7919 * step * step + step * 31) % len(data)] ^= (number * 37 + step * 101) % 255 + 1
        path = written(tmp_path, "noise", bytes(broken))
        for load in (load_photo, load_logo):
            with contextlib.suppress(InputError):
                assert load(path).size[0] >= 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"hello", "not a picture"),
        (b"GIF89a" + bytes(50), "is a GIF"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"8BPS" + bytes(50), "Photoshop"),
        (b"\x1f\x8b" + bytes(50), "compressed SVG"),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "AVIF"),
        (b"<html><body>no</body></html>", "not a picture"),
        (b"\xff\xd8\xff", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"RIFF\0\0\0\0WEBP", "damaged"),
    ],
)
def test_other_files_are_named_with_what_to_do(tmp_path: Path, data: bytes, words: str) -> None:
    path = written(tmp_path, "logo.png", data)
    for load in (load_photo, load_logo):
        with pytest.raises(InputError, match=words) as caught:
            load(path)
        assert "logo.png" in caught.value.message
        assert caught.value.hint.endswith(".")


def test_missing_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "dir.png").mkdir()
    for name, words in (("dir.png", "is a folder"), ("none.png", "was not found"), ("a\0b.png", "was not found")):
        with pytest.raises(InputError, match=words):
            load_logo(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo") or os.name == "nt", reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(InputError, match="is not a file"):
        load_photo(tmp_path / "pipe.png")


def test_a_drawing_is_no_photo_and_heic_no_logo(tmp_path: Path) -> None:
    drawing = written(tmp_path, "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    with pytest.raises(InputError, match="drawing, not a photo"):
        load_photo(drawing)
    with pytest.raises(InputError, match=r"a\.heic is a HEIC photo"):
        load_logo(written(tmp_path, "a.heic", heic()))


def test_broken_exif_neither_warns_nor_turns(tmp_path: Path) -> None:
    for exif in (b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + bytes(30)):
        assert load_photo(written(tmp_path, "a.jpg", encoded(quarters(), "JPEG", exif=exif))).size == (80, 40)


# ------------------------------------------------------------------ raster logos


def sheet(color: str = "white") -> Image.Image:
    """A navy ring with a closed white middle and a red bar, on a sheet with wide margins."""
    image = Image.new("RGB", (600, 400), color)
    draw = ImageDraw.Draw(image)
    draw.ellipse((150, 100, 349, 299), fill="#12284C")
    draw.ellipse((200, 150, 299, 249), fill="white")
    draw.rectangle((370, 150, 399, 249), fill="#C8102E")
    return image


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_the_white_sheet_around_a_logo_goes(tmp_path: Path, form: str) -> None:
    options = {"quality": 92} if form == "JPEG" else {}
    source = load_logo(written(tmp_path, "logo.jpg", encoded(sheet(), form, **options)))
    image = opened(source)
    assert image.mode == "RGBA"
    assert abs(source.size[0] - 250) <= 4
    assert abs(source.size[1] - 200) <= 4
    assert pixel_at(image, 1, 1)[3] == 0
    middle, ring = pixel_at(image, 100, 100), pixel_at(image, 25, 100)
    assert middle[3] == 255
    assert is_near(middle, (255, 255, 255))
    assert ring[3] == 255
    assert is_near(ring, (0x12, 0x28, 0x4C))


def test_edges_keep_their_color_on_any_ground(tmp_path: Path) -> None:
    """Half-covered pixels carry the logo's color, not a white fringe."""
    smooth = sheet().resize((300, 200), Image.Resampling.LANCZOS)
    image = opened(load_logo(written(tmp_path, "logo.png", encoded(smooth, "PNG"))))
    colors = [pixel for _, pixel in image.getcolors(99_999) or [] if isinstance(pixel, tuple)]
    half = [pixel for pixel in colors if 20 < pixel[3] < 250]
    assert half
    assert max(min(pixel[:3]) for pixel in half) < 120


def test_grounds_of_other_colors_belong_to_the_logo(tmp_path: Path) -> None:
    source = load_logo(written(tmp_path, "logo.jpg", encoded(sheet("#104040"), "JPEG")))
    assert source.size == (600, 400)
    assert opened(source).mode == "RGB"


def test_a_picture_that_fills_its_sheet_stays_whole(tmp_path: Path) -> None:
    noise = Image.effect_noise((50, 50), 200).convert("RGB")
    assert load_logo(written(tmp_path, "logo.png", encoded(noise, "PNG"))).size == (50, 50)
    white = Image.new("RGB", (50, 50), "white")
    assert load_logo(written(tmp_path, "white.png", encoded(white, "PNG"))).size == (50, 50)


def test_transparent_margins_go_and_an_empty_logo_is_refused(tmp_path: Path) -> None:
    image = Image.new("RGBA", (300, 300), (255, 255, 255, 0))
    path = written(tmp_path, "logo.webp", encoded(image, "WEBP", lossless=True))
    with pytest.raises(InputError, match="shows nothing"):
        load_logo(path)
    image.paste((255, 255, 255, 255), (100, 120, 130, 140))
    assert load_logo(written(tmp_path, "logo.png", encoded(image, "PNG"))).size == (30, 20)


# ------------------------------------------------------------------ pictures of a saved project


def test_pictures_of_our_own_are_read_again_unchanged(tmp_path: Path) -> None:
    path = written(tmp_path, "a.png", encoded(sheet(), "PNG"))
    for source in (load_photo(path), load_logo(path)):
        assert read_picture("a", source.data) == source
        assert max(pixels(source, 64).size) == 64


def test_pictures_of_others_are_not(tmp_path: Path) -> None:
    good = load_photo(written(tmp_path, "a.png", encoded(sheet(), "PNG"))).data
    exif = Image.Exif()
    exif[0x0112] = 6
    bad = [
        b"",
        good[: len(good) // 2],
        encoded(sheet(), "JPEG", exif=exif),
        encoded(sheet(), "WEBP"),
        encoded(sheet(), "PNG", icc_profile=profile(1.8)),
        encoded(Image.new("L", (5000, 10)), "PNG"),
    ]
    for data in bad:
        with pytest.raises(InputError):
            read_picture("a", data)
