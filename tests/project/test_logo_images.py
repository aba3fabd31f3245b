from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from htpm_studio.project.logo import (
    MIN_CONTRAST,
    colors_from_logo,
    edge_contrast,
    is_light,
    logo_flaw,
    swatches_of_logo,
)
from htpm_studio.project.oklch import distance
from htpm_studio.project.palette import derive_palette
from htpm_studio.project.pictures import load_logo, read_picture
from htpm_studio.scene.nodes import PictureSource

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">{}</svg>'
RING = (
    '<circle cx="50" cy="50" r="40" fill="none" stroke="{0}" stroke-width="9"/>'
    '<circle cx="50" cy="50" r="13" fill="{0}"/>'
)


def drawn(folder: Path, body: str, width: float = 100, height: float = 100) -> PictureSource:
    path = folder / "logo.svg"
    path.write_text(HEAD.format(width, height, body), encoding="utf-8")
    return load_logo(path)


def painted(folder: Path, image: Image.Image, name: str = "logo.png") -> PictureSource:
    image.save(folder / name)
    return load_logo(folder / name)


def test_the_larger_colorful_area_leads(tmp_path: Path) -> None:
    body = '<rect width="100" height="60" fill="#12284C"/><rect y="60" width="100" height="40" fill="#C8102E"/>'
    assert set(colors_from_logo(drawn(tmp_path, body))) == {"#12284C", "#C8102E"}
    body = '<rect width="100" height="80" fill="#0F5C5C"/><circle cx="50" cy="30" r="12" fill="#F5AE45"/>'
    assert colors_from_logo(drawn(tmp_path, body)) == ("#0F5C5C", "#F5AE45")


def test_black_may_be_the_second_color_and_never_leads_a_colorful_one(tmp_path: Path) -> None:
    body = '<rect width="100" height="100" fill="#111111"/><rect width="60" height="60" fill="#FF2D8A"/>'
    assert colors_from_logo(drawn(tmp_path, body)) == ("#FF2D8A", "#111111")


def test_every_color_that_a_person_would_name_is_a_swatch(tmp_path: Path) -> None:
    body = (
        '<rect width="100" height="100" fill="#0F5C5C"/><rect width="100" height="8" fill="#fff"/>'
        '<circle cx="50" cy="40" r="8" fill="#F5AE45"/><rect y="90" width="40" height="10" fill="#B3261E"/>'
        '<rect x="60" y="90" width="40" height="10" fill="#0B0B0B"/>'
        '<rect x="45" y="92" width="5" height="5" fill="#f0f"/>'
    )
    assert colors_from_logo(drawn(tmp_path, body))[0] == "#0F5C5C"
    assert set(swatches_of_logo(drawn(tmp_path, body))) == {"#0F5C5C", "#F5AE45", "#B3261E"}
    assert swatches_of_logo(drawn(tmp_path, RING.format("#FFFFFF"))) == ()
    body = '<rect width="100" height="60" fill="#0F5C5C"/><rect y="60" width="100" height="40" fill="#001040"/>'
    assert set(swatches_of_logo(drawn(tmp_path, body))) == {"#0F5C5C", "#001040"}, "a dark blue is no black"


def test_the_color_of_most_of_a_logo_leads_and_another_hue_is_its_accent(tmp_path: Path) -> None:
    body = '<rect width="100" height="62" fill="#00796B"/><rect y="62" width="100" height="38" fill="#C2185B"/>'
    assert colors_from_logo(drawn(tmp_path, body)) == ("#00796B", "#C2185B")
    body = (
        '<rect width="100" height="60" fill="#12284C"/><rect y="60" width="100" height="37" fill="#111111"/>'
        '<rect y="97" width="100" height="3" fill="#C8102E"/>'
    )
    assert colors_from_logo(drawn(tmp_path, body)) == ("#12284C", "#C8102E")


def test_a_grey_logo_with_a_spot_of_color_has_that_as_its_accent(tmp_path: Path) -> None:
    body = '<rect width="100" height="100" fill="#777777"/><circle cx="50" cy="50" r="9" fill="#C8102E"/>'
    assert colors_from_logo(drawn(tmp_path, body)) == ("#777777", "#C8102E")


def test_white_does_not_count_and_greys_have_one_color(tmp_path: Path) -> None:
    body = '<rect width="100" height="100" fill="#B3261E"/><rect x="5" y="5" width="90" height="80" fill="#fff"/>'
    assert colors_from_logo(drawn(tmp_path, body)) == ("#B3261E",)
    assert colors_from_logo(drawn(tmp_path, RING.format("#000000"))) == ("#000000",)
    body = '<rect width="100" height="60" fill="#222222"/><rect y="60" width="100" height="40" fill="#999999"/>'
    assert len(colors_from_logo(drawn(tmp_path, body))) == 1


def test_a_white_logo_is_white_and_light(tmp_path: Path) -> None:
    source = drawn(tmp_path, RING.format("#FFFFFF"))
    assert colors_from_logo(source) == ("#FFFFFF",)
    assert is_light(source)
    assert edge_contrast(source, derive_palette("#1B6B4A")["deep"]) > 7


def test_a_bright_sign_does_not_hide_letters_that_nobody_could_read(tmp_path: Path) -> None:
    image = Image.new("RGBA", (400, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 109, 109), fill="#B8EC1F")
    for left in range(140, 380, 40):
        draw.rectangle((left, 40, left + 18, 80), fill="#24460B")
    source = painted(tmp_path, image)
    assert edge_contrast(source, "#272A22") < MIN_CONTRAST
    assert edge_contrast(source, "#FFFFFF") > MIN_CONTRAST


def test_only_the_edge_decides_about_a_plate(tmp_path: Path) -> None:
    """A dark badge with a white middle is dark to the ground around it."""
    image = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((10, 10, 189, 189), fill="#12284C")
    draw.rectangle((20, 20, 179, 179), fill="#FFFFFF")
    source = painted(tmp_path, image)
    assert edge_contrast(source, "#FFFFFF") > 12
    assert edge_contrast(source, "#0A2030") < MIN_CONTRAST


def test_photos_and_jpeg_noise_give_steady_answers(tmp_path: Path) -> None:
    image = Image.new("RGB", (400, 200), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 200, 180), fill="#0F5C5C")
    draw.rectangle((220, 20, 380, 180), fill="#C8102E")
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=60)
    (tmp_path / "a.jpg").write_bytes(buffer.getvalue())
    red, teal = colors_from_logo(load_logo(tmp_path / "a.jpg"))
    assert distance(red, "#C8102E") < 0.02
    assert distance(teal, "#0F5C5C") < 0.02
    noise = Image.merge("RGB", [Image.effect_noise((300, 300), 90) for _ in range(3)])
    source = painted(tmp_path, noise)
    assert 1 <= len(colors_from_logo(source)) <= 2


@pytest.mark.parametrize(
    ("image", "words"),
    [
        (Image.new("RGB", (400, 200), "white"), "single solid color"),
        (Image.new("RGB", (1, 1), "#0F5C5C"), "single solid color"),
        (Image.effect_noise((40, 30), 80).convert("RGB"), "only 40 x 30 pixels"),
        (Image.effect_noise((300, 200), 80).convert("RGB"), ""),
    ],
)
def test_a_logo_that_will_not_look_like_one_is_named(image: Image.Image, words: str, tmp_path: Path) -> None:
    image.save(tmp_path / "logo.png")
    flaw = logo_flaw(load_logo(tmp_path / "logo.png"))
    assert words in str(flaw)
    assert (flaw is None) == (not words)


def test_a_mark_of_one_color_is_a_logo(tmp_path: Path) -> None:
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    image.paste("#0F5C5C", (0, 0, 300, 90))
    image.paste("#0F5C5C", (0, 110, 300, 200))
    image.save(tmp_path / "logo.png")
    assert logo_flaw(load_logo(tmp_path / "logo.png")) is None


@pytest.mark.parametrize("ground", ["#0F766E", "#123B46"])
def test_each_color_of_a_logo_is_held_against_a_ground_of_some_color(ground: str) -> None:
    word, mark = ("#F4F1E6", ground) if ground == "#123B46" else ("#0B1F26", ground)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 100"><circle cx="40" cy="50" r="40" fill="{mark}"/>'
        f'<path d="M100 10h780v20H100zM100 40h780v20H100zM100 70h780v20H100z" fill="{word}"/></svg>'
    )
    source = read_picture("logo.svg", svg.encode())
    assert edge_contrast(source, ground) < 1.1, "the mark melts into its own color, however well the word is seen"
    pale = read_picture("logo.svg", svg.replace(mark, "#FFE9A8").replace(word, "#0B1F26").encode())
    assert edge_contrast(pale, "#FFFFFF") > MIN_CONTRAST, "a logo is made for white"
