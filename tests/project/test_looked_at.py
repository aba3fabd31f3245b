"""What the program sees in a picture: its subject, its colors at a place, whether it shows anything at all."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from htpm_studio.project.background_blur import softened
from htpm_studio.project.blank_photo import is_flat
from htpm_studio.project.color_samples import colors_at
from htpm_studio.project.focus import usual_focus
from htpm_studio.project.model import CENTER, UPRIGHT_CENTER
from htpm_studio.scene.nodes import Crop, PictureSource

GRAY, RED = (120, 120, 120), (200, 40, 40)
Box = tuple[int, int, int, int]


def image(size: tuple[int, int], *boxes: Box, ground: tuple[int, int, int] = GRAY) -> Image.Image:
    made = Image.new("RGB", size, ground)
    for box in boxes:
        made.paste(RED, box)
    return made


def source(made: Image.Image) -> PictureSource:
    data = io.BytesIO()
    made.save(data, "PNG")
    return PictureSource(f"{hash(data.getvalue())}", "png", data.getvalue(), made.size)


def test_a_picture_is_kept_at_its_subject_and_a_wide_scene_in_its_middle() -> None:
    subject = source(image((192, 96), (0, 20, 48, 80)))
    assert usual_focus(subject) == pytest.approx((1 / 8, CENTER[1]), abs=0.01)
    assert usual_focus(replace(subject, size=(96, 192)))[1] == UPRIGHT_CENTER[1]
    assert usual_focus(replace(subject, size=(96, 96)))[1] == CENTER[1]
    both = source(image((192, 96), (0, 20, 48, 80), (144, 20, 192, 80)))
    assert usual_focus(both) == CENTER
    assert usual_focus(source(image((192, 96)))) == CENTER
    assert usual_focus(replace(subject, data=b"none")) == CENTER
    for left, middle in ((0, 1 / 8), (72, 0.5), (144, 7 / 8)):
        assert usual_focus(source(image((192, 96), (left, 20, left + 48, 80))))[0] == pytest.approx(middle, abs=0.01)
    between = source(image((192, 96), (0, 20, 30, 80), (70, 20, 100, 80)))
    assert 0.3 < usual_focus(between)[0] < 0.45, "neither one subject nor a scene"


def test_colors_are_those_of_the_part_that_shows_also_at_its_very_edge() -> None:
    halves = Image.new("RGB", (100, 50), (255, 0, 0))
    halves.paste((0, 0, 255), (50, 0, 100, 50))
    halves.paste((0, 255, 0), (0, 40, 100, 50))
    spots = ((0.0, 0.0), (0.25, 0.5), (1.0, 0.5), (0.0, 1.0))
    assert colors_at(source(halves), Crop(), spots) == ("#FF0000", "#FF0000", "#0000FF", "#00FF00")
    right = Crop(left=0.6, bottom=0.3)
    assert colors_at(source(halves), right, spots) == ("#0000FF",) * 4
    left = Crop(right=0.6, top=0.2, bottom=0.3)
    assert colors_at(source(halves), left, spots) == ("#FF0000",) * 4
    assert colors_at(source(halves), Crop(top=0.9), ((1.0, 1.0),)) == ("#00FF00",)
    assert colors_at(source(halves), Crop(left=1.0, top=1.0), ((1.0, 1.0),)) == ("#00FF00",)


def test_what_can_be_seen_through_has_the_color_of_the_paper_behind_it() -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    assert colors_at(source(clear), Crop(), ((0.5, 0.5),)) == ("#FFFFFF",)


def test_a_softened_picture_is_blurred_has_a_share_of_a_color_and_counts_as_large_as_before() -> None:
    sharp = source(image((300, 150), (0, 0, 150, 150), ground=(0, 0, 0)))
    made = softened(replace(sharp, size=(3000, 1500)), "#0000FF", 0.25)
    assert (made.kind, made.size) == ("jpeg", (3000, 1500))
    shown = Image.open(io.BytesIO(made.data))
    assert shown.size == (300, 150)
    far, near = shown.getpixel((280, 75)), shown.getpixel((151, 75))
    assert far == pytest.approx((0, 0, 64), abs=3)
    assert isinstance(near, tuple)
    assert 20 < near[0] < 100  # the edge is soft, over two hundredths of the picture
    assert shown.getpixel((20, 75)) == pytest.approx((150, 30, 94), abs=3)
    assert made.key != softened(sharp, "#0000FF", 0.5).key != softened(sharp, "#00FF00", 0.5).key


def test_a_picture_is_flat_where_it_differs_neither_from_place_to_place_nor_from_pixel_to_pixel() -> None:
    def grain(step: int) -> Image.Image:
        made = Image.new("L", (96, 96), 120)
        made.putdata([120 + (step if (at // 96 + at) % 2 else -step) for at in range(96 * 96)])
        return made.convert("RGB")

    def slope(most: int) -> Image.Image:
        made = Image.new("L", (96, 96))
        made.putdata([120 + round(most * (at % 96) / 95) for at in range(96 * 96)])
        return made.convert("RGB")

    assert is_flat(source(image((60, 40))))
    assert (is_flat(source(grain(8))), is_flat(source(grain(10)))) == (True, False)
    assert (is_flat(source(slope(7))), is_flat(source(slope(10)))) == (True, False)
    assert not is_flat(source(image((96, 96), (0, 0, 6, 6))))  # a small thing that is there
    assert not is_flat(PictureSource("x", "png", b"none", (1, 1)))
