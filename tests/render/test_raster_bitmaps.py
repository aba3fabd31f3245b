from __future__ import annotations

import io
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from PIL import Image

from htpm_studio.errors import InputError
from htpm_studio.render.bitmaps import (
    PixelCache,
    bitmap,
    deflated_rows,
    encoded,
    native_size,
    picture_file,
    without_frame_clip,
)
from htpm_studio.scene.nodes import Crop, Picture, PictureSource
from htpm_studio.units import Box
from tests.helpers.scene_pages import Kind, photo, source, svg

BOX = Box(0, 0, 10, 10)


def quarters() -> Image.Image:
    image = Image.new("RGB", (80, 60))
    for at, color in enumerate(("red", "lime", "blue", "white")):
        image.paste(color, (40 * (at % 2), 30 * (at // 2), 40 * (at % 2) + 40, 30 * (at // 2) + 30))
    return image


def test_the_cropped_part_fills_the_pixels() -> None:
    image = bitmap(Picture("p", BOX, source(quarters()), Crop(0.5, 0.0, 0.0, 0.5)), 17, 9)
    assert image.size == (17, 9)
    assert image.mode == "RGB"
    assert image.getpixel((0, 4)) == image.getpixel((16, 8)) == (0, 255, 0)


def test_a_part_of_a_drawing_of_the_library_is_that_part_of_the_whole() -> None:
    shapes = '<path fill="#FF0000" d="M0 0H40V60H0Z"/><path fill="#0000FF" d="M40 0H80V60H40Z"/>'
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 100 80">{shapes}</svg>'.encode()
    whole = Picture("p", BOX, PictureSource("drawing", "svg", data, (100, 80)))
    part = bitmap(replace(whole, crop=Crop(0.1, 0.125, 0.1, 0.125)), 160, 120)
    assert part.size == (160, 120)
    assert part.mode == "RGB", "nothing beside the drawing shows"
    assert part.getpixel((0, 0)) == part.getpixel((79, 119)) == (255, 0, 0)
    assert part.getpixel((80, 0)) == part.getpixel((159, 119)) == (0, 0, 255)


def test_an_svg_is_drawn_at_the_size_that_its_crop_needs() -> None:
    lines = "".join(f'<rect x="{x}" width="1" height="40" />' for x in range(0, 60, 2))
    image = bitmap(Picture("p", BOX, svg(lines, 60, 40), Crop(0.5, 0.0, 0.0, 0.0)), 300, 400)
    assert image.mode == "RGBA"
    row = image.getchannel("A").crop((0, 200, 300, 201)).tobytes()
    assert row[5] == 255
    assert row[15] == 0
    assert sum(0 < level < 255 for level in row) <= 60, "edges are sharp: nothing was enlarged"


@pytest.mark.parametrize("size", [(300, 200), (60, 40), (900, 600), (1024, 683)])
def test_a_drawing_whose_lines_are_on_pixels_is_not_blurred(size: tuple[int, int]) -> None:
    image = bitmap(Picture("p", BOX, svg('<rect x="30" width="30" height="40" class="x"/>', 60, 40)), *size)
    row = image.getchannel("A").crop((0, 9, size[0], 10)).tobytes()
    assert row == bytes(size[0] // 2) + b"\xff" * (size[0] // 2)


def test_an_svg_stretches_to_the_box_like_any_picture() -> None:
    image = bitmap(Picture("p", BOX, svg('<rect width="60" height="40"/>', 60, 40)), 50, 50)
    assert image.size == (50, 50)
    assert image.convert("RGBA").getpixel((49, 49)) == (0, 0, 0, 255)


def test_alpha_is_kept_only_where_there_is_some() -> None:
    opaque, half = Image.new("RGBA", (8, 8), (1, 2, 3, 255)), Image.new("RGBA", (8, 8), (1, 2, 3, 128))
    assert bitmap(Picture("p", BOX, source(opaque)), 4, 4).mode == "RGB"
    assert bitmap(Picture("p", BOX, source(half)), 4, 4).getchannel("A").getextrema() == (128, 128)


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA"])
def test_every_mode_becomes_plain_colour(mode: str) -> None:
    image = bitmap(Picture("p", BOX, source(photo(16, 12).convert("L").convert(mode))), 8, 6)
    assert image.mode == "RGB"


def test_native_size_is_that_of_the_part_that_shows() -> None:
    assert native_size(Picture("p", BOX, source(quarters()), Crop(0.25, 0.5, 0.25, 0))) == (40, 30)


def test_a_crop_of_nothing_still_gives_pixels() -> None:
    assert bitmap(Picture("p", BOX, source(quarters()), Crop(0.7, 0.7, 0.7, 0.7)), 3, 3).size == (3, 3)


@pytest.mark.parametrize("kind", ["png", "jpeg", "svg"])
def test_broken_data_is_bad_input(kind: Kind) -> None:
    broken = replace(source(quarters()), key=f"broken {kind}", kind=kind, data=b"no picture")
    with pytest.raises(InputError):
        bitmap(Picture("p", BOX, broken), 3, 3)


def test_a_cut_file_is_bad_input() -> None:
    whole = source(photo(), "jpeg")
    cut = PictureSource("cut", "jpeg", whole.data[: len(whole.data) // 2], whole.size)
    with pytest.raises(InputError):
        bitmap(Picture("p", BOX, cut), 3, 3)


def test_the_cache_drops_the_oldest_beyond_its_limit() -> None:
    made: list[str] = []

    def get(cache: PixelCache[Image.Image], name: str) -> None:
        def make() -> Image.Image:
            made.append(name)
            return Image.new("RGB", (10, 10))

        cache.get(name, make)

    cache: PixelCache[Image.Image] = PixelCache(limit=900)  # two images of 400 bytes
    for name in ("a", "b", "a", "c", "a", "b"):
        get(cache, name)
    assert made == ["a", "b", "c", "b"]


def test_the_cache_keeps_no_image_that_would_fill_it() -> None:
    cache: PixelCache[Image.Image] = PixelCache(limit=100)
    first = cache.get("big", lambda: Image.new("RGB", (10, 10)))
    assert cache.get("big", lambda: Image.new("RGB", (10, 10))) is not first


def test_two_threads_that_want_one_image_make_it_once() -> None:
    made: list[int] = []
    asked = threading.Event()

    def slow() -> Image.Image:
        made.append(1)
        asked.wait(5)
        return Image.new("RGB", (10, 10))

    cache: PixelCache[Image.Image] = PixelCache(limit=10_000)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.submit(cache.get, "a", slow), pool.submit(cache.get, "a", slow)
        asked.set()
        assert first.result() is second.result()
    assert len(made) == 1


def test_a_picture_in_many_files_is_scaled_and_encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Picture("p", BOX, source(photo(300, 200), "jpeg"))
    first = picture_file(picture, 120, 80, "JPEG", quality=88)
    monkeypatch.setattr("htpm_studio.render.bitmaps.encoded", lambda *_more, **_named: pytest.fail("encoded again"))
    assert picture_file(replace(picture, name="on another slide"), 120, 80, "JPEG", quality=88) is first


def test_flat_art_takes_less_room_without_filters_and_a_photo_with_them() -> None:
    flat = Image.new("RGB", (300, 200), "#0B6E69")
    flat.paste("#F4B942", (40, 30, 180, 120))
    for image, filtered in ((flat, False), (photo(300, 200).effect_spread(3), True)):
        rows = zlib.decompress(deflated_rows(image))
        assert any(rows[:: 1 + 3 * 300]) == filtered
        with Image.open(io.BytesIO(encoded(image, "PNG"))) as opened:
            assert opened.tobytes() == image.tobytes()


def test_an_image_that_cannot_be_made_is_tried_again() -> None:
    def fail() -> Image.Image:
        raise InputError("A picture cannot be read.", "Try another.")

    cache: PixelCache[Image.Image] = PixelCache(limit=10_000)
    with pytest.raises(InputError):
        cache.get("a", fail)
    assert cache.get("a", lambda: Image.new("RGB", (3, 3))).size == (3, 3)


@pytest.mark.parametrize(("width", "cuts"), [(60, False), (30, True)])
def test_a_clip_at_the_edge_of_a_drawing_is_left_out_and_any_other_kept(width: int, cuts: bool) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -5 60 40"><clipPath id="f">'
        f'<rect x="-10" y="-5" width="{width}" height="40"/></clipPath><g clip-path="url(#f)">'
        '<rect x="-10" y="-5" width="60" height="40" fill="#0F5C5C"/></g></svg>'
    )
    assert ("clip-path" in without_frame_clip(drawing)) == cuts
    data = drawing.encode()
    picture = Picture("p", BOX, PictureSource(f"clip {width}", "svg", data, (60, 40)))
    assert bitmap(picture, 60, 40).getpixel((50, 20)) == ((0, 0, 0, 0) if cuts else (15, 92, 92))


def test_threads_that_save_one_picture_do_not_read_each_others_settings() -> None:
    shared = photo(48, 36)

    def save(quality: int) -> tuple[int, bytes]:
        return quality, encoded(shared, "JPEG", quality=quality)

    alone = dict(map(save, (40, 90)))
    with ThreadPoolExecutor(8) as pool:
        assert all(alone[quality] == data for quality, data in pool.map(save, (40, 90) * 100))
    assert not hasattr(shared, "encoderinfo"), "nothing is kept on a picture that others use"


@pytest.mark.parametrize(("wide", "high", "size"), [(518.4, 466.8, (519, 467)), (1001.6, 859.6, (1002, 860))])
def test_a_part_of_a_drawing_is_drawn_at_its_size_and_not_resampled(
    wide: float, high: float, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def resize(*_more: object, **_named: object) -> None:
        pytest.fail("the drawing is resampled")

    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * wide:.1f} {2 * high:.1f}"><rect/></svg>'
    source = PictureSource(f"drawing {wide}", "svg", drawing.encode(), (2 * wide, 2 * high))
    monkeypatch.setattr(Image.Image, "resize", resize)
    assert bitmap(Picture("p", BOX, source, Crop(0.25, 0.25, 0.25, 0.25)), *size).size == size


@pytest.mark.parametrize(
    ("crop", "size"),
    [
        (Crop(), (800, 600)),
        (Crop(0.25, 0.5, 0.125, 0.25), (500, 150)),
        (Crop(-0.5, -0.5, -0.5, -0.5), (800, 600)),
        (Crop(0.5, 0.5, 0.75, 0.75), (0.8, 0.6)),
        (Crop(2, 2, 2, 2), (0.8, 0.6)),
    ],
)
def test_what_a_crop_leaves_is_inside_the_picture_and_at_least_a_thousandth_of_it(
    crop: Crop, size: tuple[float, float]
) -> None:
    picture = Picture("p", BOX, PictureSource("a", "svg", b"", (800, 600)), crop)
    assert native_size(picture) == pytest.approx(size)
