"""SVG drawings in PDF: plain ones stay drawings and look as they do in pixels, all others become pixels."""

from __future__ import annotations

import pytest
from PIL import ImageChops

from htpm_studio.project.pictures import load_logo
from htpm_studio.render.pdf.document import render_pdf
from htpm_studio.render.pdf.vector import MOST_ELEMENTS, vector
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Crop, Picture, PictureSource
from htpm_studio.units import Box
from tests.helpers.deck_slides import ROOT
from tests.helpers.pdf_reading import drawn, opened
from tests.helpers.scene_pages import document, page, photo, source, svg

SHAPES = """<g transform="translate(-10 -10)"><rect x="14" y="14" width="60" height="40"
rx="12" fill="#0F5C5C"/><circle cx="110" cy="40" r="24" fill="none" stroke="#F5AE45" stroke-width="6"/>
<g transform="translate(150 20) rotate(20) scale(1.5)" fill="#333"><ellipse cx="16" cy="10" rx="14" ry="6"/>
<polygon points="0,20 30,20 15,40" fill="#a00"/></g><path d="M20 70h40a10 10 0 0 1 20 0l-5 25-50-5zM34 74v10h14v-10z"
fill-rule="evenodd" fill="black"/><polyline points="90 80 110 95 130 80 150 95" fill="none" stroke="#000"
stroke-width="4" stroke-linejoin="round" stroke-linecap="round"/><line x1="160" y1="90" x2="205" y2="100"
stroke="#0a0" stroke-width="3" opacity="1"/></g>"""
BRANDS = sorted((ROOT / "assets/sample-brands").glob("*.svg"))


def picture(source: str, width: float = 200, height: float = 100, crop: Crop = Crop()) -> Picture:
    return Picture("logo", Box(20, 20, 200, 100), svg(source, width, height), crop, alt="A logo")


@pytest.mark.parametrize("crop", [Crop(), Crop(0.1, 0.2, 0.3, 0.1)])
def test_a_plain_drawing_looks_the_same_as_lines_and_as_pixels(crop: Crop) -> None:
    one = page(picture(SHAPES, crop=crop))
    assert vector(one.nodes[0]) is not None  # type: ignore[arg-type]
    lines, pixels = drawn(render_pdf(document(one)), 3.0), render_page(one, 3.0)
    far = ImageChops.difference(lines, pixels.resize(lines.size)).convert("L").point(lambda level: 255 * (level > 120))
    assert far.histogram()[255] / (far.width * far.height) < 0.002


@pytest.mark.parametrize("path", BRANDS, ids=lambda path: path.stem)
def test_a_real_logo_needs_no_pixels(path: object) -> None:
    source = load_logo(path)  # type: ignore[arg-type]
    logo = Picture("logo", Box(20, 20, 200, 200 * source.size[1] / source.size[0]), source, alt="A logo")
    with opened(render_pdf(document(page(logo)))) as pdf:
        kinds = [str(one["/Subtype"]) for one in pdf.pages[0]["/Resources"]["/XObject"].values()]
    assert kinds == ["/Form"]


@pytest.mark.parametrize(
    "part",
    [
        '<rect width="9" height="9" fill="url(#a)"/>', '<rect width="9" height="9" opacity="0.5"/>',
        '<rect width="9" height="9" clip-path="url(#a)"/>', '<use href="#a"/>',
        '<rect class="x" width="9" height="9"/>',
        '<rect width="50%" height="9"/>', '<rect width="9" height="9" transform="skewX(9)"/>',
        '<rect width="9" height="9" fill="hsl(9 9% 9%)"/>', '<style>.x{fill:red}</style>', '<path d="M0 0 L nan 3"/>',
    ],
)  # fmt: skip
def test_what_is_not_understood_is_painted_as_pixels(part: str) -> None:
    assert vector(picture('<rect width="9" height="9"/>')) is not None
    assert vector(picture(f'<rect width="9" height="9"/>{part}')) is None


def test_photographs_are_none_of_its_business() -> None:
    sun = source(photo(), "jpeg")
    assert vector(Picture("sun", Box(0, 0, 9, 9), sun, alt="Sun")) is None


def test_a_drawing_of_very_many_elements_is_painted_as_pixels() -> None:
    inside = "<title/>" * (MOST_ELEMENTS - 1)
    assert vector(picture(inside)) is not None, "with the root, these are as many as are allowed"
    assert vector(picture(inside + "<title/>")) is None


def lines(body: str, crop: Crop = Crop()) -> list[str]:
    """What is drawn for a body, without the matrix before it."""
    made = vector(picture(body, crop=crop))
    assert made is not None
    return made.decode().split("\n")[1:]


PATH = 'd="M0 0L9 0L9 9Z"'
OUTLINE = ["0 0 m", "9 0 l", "9 9 l", "0 0 l", "h"]


@pytest.mark.parametrize(
    ("attributes", "before", "paints"),
    [
        ("", ["0 0 0 rg"], "f"),
        ('fill-rule="evenodd"', ["0 0 0 rg"], "f*"),
        ('fill-rule="nonzero"', ["0 0 0 rg"], "f"),
        ('fill="none" stroke="#f00"', ["1 0 0 RG 1 w 0 J 0 j", "4 M"], "S"),
        ('stroke="#f00" fill-rule="evenodd"', ["0 0 0 rg", "1 0 0 RG 1 w 0 J 0 j", "4 M"], "B*"),
        ('stroke="#f00" stroke-width="0"', ["0 0 0 rg"], "f"),
        ('fill="none" stroke="#00f" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="bevel"',
         ["0 0 1 RG 2.5 w 1 J 2 j", "4 M"], "S"),
        ('fill="none" stroke="#00f" stroke-linecap="square" stroke-linejoin="round" stroke-miterlimit="0.5"',
         ["0 0 1 RG 1 w 2 J 1 j", "1 M"], "S"),
    ],
)  # fmt: skip
def test_each_property_of_a_shape_is_the_operator_that_pdf_has_for_it(
    attributes: str, before: list[str], paints: str
) -> None:
    """ISO 32000-1, tables 57, 60, 61 and 74."""
    assert lines(f"<path {PATH} {attributes}/>") == ["q", *before, *OUTLINE, paints, "Q"]


@pytest.mark.parametrize(
    ("move", "matrix"),
    [
        ("translate(5 6)", "1 0 0 1 5 6"), ("translate(5)", "1 0 0 1 5 0"), ("scale(2)", "2 0 0 2 0 0"),
        ("scale(2 3)", "2 0 0 3 0 0"), ("rotate(90)", "0 1 -1 0 0 0"), ("rotate(90 2 3)", "0 1 -1 0 5 1"),
        ("matrix(1 2 3 4 5 6)", "1 2 3 4 5 6"),
    ],
)  # fmt: skip
def test_each_transformation_is_a_matrix(move: str, matrix: str) -> None:
    (found,) = [line for line in lines(f'<path {PATH} transform="{move}"/>') if line.endswith(" cm")]
    assert [float(one) for one in found.split()[:6]] == [float(one) for one in matrix.split()]


def test_a_drawing_fills_a_square_of_one_that_stands_on_its_foot_and_a_crop_moves_what_is_outside_out() -> None:
    def matrix(crop: Crop) -> list[float]:
        made = vector(picture('<rect width="9" height="9"/>', crop=crop))
        assert made is not None
        return [float(one) for one in made.split()[:6]]

    assert matrix(Crop()) == [1 / 200, 0, 0, -1 / 100, 0, 1]
    assert matrix(Crop(0.25, 0.5, 0.25, 0.0)) == [1 / 100, 0, 0, -1 / 50, -0.5, 2]


def test_a_round_corner_is_never_larger_than_half_a_side_and_has_one_radius_where_one_is_given() -> None:
    def corners(attributes: str) -> tuple[str, str]:
        """Where the first side begins and where the second does."""
        first, _, curve, *_ = lines(f'<rect x="1" y="2" width="20" height="10" {attributes}/>')[2:]
        return first, " ".join(curve.split()[4:6])

    assert corners('rx="4"') == corners('ry="4"') == ("5 2 m", "21 6")
    assert corners('rx="4" ry="2"') == ("5 2 m", "21 4")
    assert corners('rx="99" ry="99"') == ("11 2 m", "21 7")


def test_points_are_moved_to_and_joined_and_a_polygon_is_closed() -> None:
    assert lines('<polyline points="1,2 3,4 5 6"/>')[2:-2] == ["1 2 m", "3 4 l", "5 6 l"]
    assert lines('<polygon points="1,2 3,4 5 6"/>')[2:-2] == ["1 2 m", "3 4 l", "5 6 l", "h"]
    assert lines('<polygon points=""/>') == ["q", "Q"]
    assert vector(picture('<polygon points="1,2 3"/>')) is None, "half a point"
    assert lines('<line x1="1" y1="2" x2="3" y2="4" stroke="#f00"/>')[4:6] == ["1 2 m", "3 4 l"]
    assert lines('<line y2="4" stroke="#f00"/>')[4:6] == ["0 0 m", "0 4 l"]


def test_colors_are_thirds_or_pairs_of_digits_or_one_of_two_names() -> None:
    def fill(color: str) -> str:
        return lines(f'<path {PATH} fill="{color}"/>')[1]

    assert [fill(one) for one in ("#f08", "#FF0088", "WHITE", "black", " #000 ")] == [
        "1 0 0.53333333 rg", "1 0 0.53333333 rg", "1 1 1 rg", "0 0 0 rg", "0 0 0 rg",
    ]  # fmt: skip
    for color in ("red", "#ff", "#ff00", "#ff008800", "rgb(0,0,0)", "#ggg"):
        assert vector(picture(f'<path {PATH} fill="{color}"/>')) is None, color


def test_a_group_hands_its_look_down_and_what_only_tells_is_passed_over() -> None:
    body = f'<g fill="#f00" stroke="#00f"><title>x</title><desc/><g stroke="none"><path {PATH}/></g></g>'
    assert lines(body) == ["q", "q", "q", "1 0 0 rg", *OUTLINE, "f", "Q", "Q", "Q"]
    assert vector(picture(f'<g opacity="1" fill-opacity="2"><path {PATH}/></g>')) is not None
    assert vector(picture(f'<g opacity="0.99"><path {PATH}/></g>')) is None
    assert vector(picture(f"<!-- a comment --><path {PATH}/>")) is not None
    assert vector(picture(f'<path {PATH} stroke-linecap="wavy"/>')) is None


def test_the_view_of_a_drawing_is_its_view_box_or_its_size() -> None:
    def matrix(attributes: str, name: str = "svg", crop: Crop = Crop()) -> list[float] | None:
        data = f'<{name} xmlns="http://www.w3.org/2000/svg" {attributes}><path {PATH}/></{name}>'.encode()
        source = PictureSource(f"view {attributes} {name}", "svg", data, (1, 1))
        made = vector(Picture("logo", Box(0, 0, 9, 9), source, crop))
        return None if made is None else [float(one) for one in made.split()[:6]]

    assert matrix('viewBox="10 20 40 80"') == [1 / 40, 0, 0, -1 / 80, -0.25, 1.25]
    assert matrix('viewBox="10,20,40,80" width="9" height="9"') == matrix('viewBox="10 20 40 80"')
    assert matrix('width="40" height="80"') == [1 / 40, 0, 0, -1 / 80, 0, 1]
    assert matrix('viewBox="10 20 40 80"', crop=Crop(0.25, 0.5, 0.25, 0.25)) == [1 / 20, 0, 0, -1 / 20, -1, 4]
    for wrong in ('viewBox="0 0 40"', 'width="40"', 'viewBox="0 0 0 9"', 'viewBox="0 0 9 0"', 'viewBox="a b c d"'):
        assert matrix(wrong) is None, wrong
    assert matrix('viewBox="0 0 9 9"', "g") is None
    assert matrix('viewBox="0 0 9 9" style="fill:red"') is None


@pytest.mark.parametrize("move", ["matrix(1 2 3 4 5)", "translate()", "rotate(1 2)", "scale(1 2 3)", "skewY(3)"])
def test_a_transformation_with_other_numbers_is_not_understood(move: str) -> None:
    assert vector(picture(f'<path {PATH} transform="{move}"/>')) is None


def test_transformations_follow_in_their_order() -> None:
    found = lines(f'<path {PATH} transform="translate(5 6), scale(2)"/>')
    assert found[1:3] == ["1 0 0 1 5 6 cm", "2 0 0 2 0 0 cm"]
    (turned,) = [one for one in lines(f'<path {PATH} transform="rotate(30 2 3)"/>') if one.endswith(" cm")]
    a, b, c, d, e, f = (float(one) for one in turned.split()[:6])
    assert (a * 2 + c * 3 + e, b * 2 + d * 3 + f) == pytest.approx((2, 3), abs=1e-6), "its middle stays"
    assert (a, b, c, d) == pytest.approx((0.8660254, 0.5, -0.5, 0.8660254), abs=1e-6)
