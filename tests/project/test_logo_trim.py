"""The white sheet of a logo: what of it is ground, pixel by pixel."""

from __future__ import annotations

from PIL import Image

from htpm_studio.project.logo_trim import trim_logo


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
