"""The white sheet of a logo: what of it is ground, pixel by pixel."""

from __future__ import annotations

import random

import pytest
from PIL import Image, ImageDraw

from htpm_studio.project.logo_trim import _border_share, _connected_with_border, _cut_out, trim_logo
from htpm_studio.project.mask_areas import runs_of


def mask(*rows: str) -> Image.Image:
    """A mask with a set pixel for each #."""
    data = bytes(255 if sign == "#" else 0 for row in rows for sign in row)
    return Image.frombytes("L", (len(rows[0]), len(rows)), data)


def flooded(image: Image.Image) -> bytes:
    """The set pixels that a flood reaches from outside."""
    wide = Image.new("L", (image.width + 2, image.height + 2), 255)
    wide.paste(image, (1, 1))
    ImageDraw.floodfill(wide, (0, 0), 128)
    return wide.crop((1, 1, image.width + 1, image.height + 1)).point(lambda one: 255 if one == 128 else 0).tobytes()


@pytest.mark.parametrize("share", [0.5, 0.62, 0.8])
def test_the_ground_is_what_a_flood_from_the_border_reaches(share: float) -> None:
    chance = random.Random(7)
    for _ in range(60):
        size = (chance.randint(1, 14), chance.randint(1, 14))
        data = bytes(255 if chance.random() < share else 0 for _ in range(size[0] * size[1]))
        image = Image.frombytes("L", size, data)
        assert _connected_with_border(image).tobytes() == flooded(image)


def test_runs_are_the_rows_of_set_pixels_and_end_after_their_last_one() -> None:
    assert runs_of(mask("##.#", "....", ".##.")) == [(0, 0, 2), (0, 3, 4), (2, 1, 3)]


def test_the_share_of_the_border_counts_its_four_sides() -> None:
    assert _border_share(mask("####", "#..#", "####")) == 1
    assert _border_share(mask("####", "#..#", "###.")) == pytest.approx(12 / 14)  # a corner is on two sides
    assert _border_share(mask("....", ".##.", "....")) == 0


def test_beside_the_ground_the_white_is_taken_out_of_the_mixture_and_elsewhere_nothing_changes() -> None:
    image = Image.new("RGB", (4, 1), (255, 255, 255))
    for column, color in enumerate(((255, 255, 255), (255, 155, 155), (200, 0, 0), (250, 250, 250))):
        image.putpixel((column, 0), color)
    darkest = image.getchannel("G")
    made = _cut_out(image, darkest, mask("#..."))
    pixels = [made.getpixel((column, 0)) for column in range(4)]
    assert pixels == [(255, 255, 255, 0), (255, 0, 0, 100), (200, 0, 0, 255), (250, 250, 250, 255)]


def test_a_ground_is_white_from_238_on_and_nearly_all_of_the_border() -> None:
    def logo(ground: int, other: int = 0) -> Image.Image:
        image = Image.new("RGB", (60, 42), (ground, ground, ground))
        image.paste((20, 60, 120), (20, 10, 40, 30))
        image.paste((20, 60, 120), (0, 0, other, 1))
        return image

    def trimmed(image: Image.Image) -> tuple[str, tuple[int, int]]:
        made = trim_logo(image)
        assert made is not None
        return made.mode, made.size

    assert trimmed(logo(238)) == ("RGBA", (20, 20))
    assert trimmed(logo(237)) == ("RGB", (60, 42))
    assert trimmed(logo(255, 3)) == ("RGBA", (40, 30))  # 4 of the 204 pixels of the border are not white
    assert trimmed(logo(255, 4)) == ("RGB", (60, 42))


def test_a_sheet_with_nothing_on_it_stays_and_a_speck_of_two_in_a_thousand_is_a_logo() -> None:
    def sheet(dark: int) -> str:
        image = Image.new("RGB", (50, 40), (255, 255, 255))
        image.paste((0, 0, 0), (10, 10, 10 + dark, 11))
        made = trim_logo(image)
        assert made is not None
        return made.mode

    assert (sheet(0), sheet(3), sheet(4)) == ("RGB", "RGB", "RGBA")


def test_what_cannot_be_seen_is_no_part_of_a_logo() -> None:
    image = Image.new("RGBA", (6, 4), (9, 9, 9, 0))
    image.putpixel((1, 1), (9, 9, 9, 8))
    assert trim_logo(image) is None
    image.putpixel((2, 1), (9, 9, 9, 9))
    image.putpixel((4, 2), (9, 9, 9, 255))
    made = trim_logo(image)
    assert made is not None
    assert made.size == (3, 2)
