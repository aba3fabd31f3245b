"""The same page as pixels and as PDF: every node has its ink in the same place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageChops, ImageStat

from htpm_studio.render.pdf.document import render_pdf
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import ColorStop, LinearGradient, Node, Page, Rectangle, Shape
from htpm_studio.scene.walk import walk
from htpm_studio.units import Box
from tests.helpers.pdf_reading import drawn
from tests.helpers.raster_pages import pictures_page, shapes_page, text_page
from tests.helpers.scene_pages import BLUE, INK, document, page

SCALE = 2.0
PAGES = {"shapes": shapes_page(), "pictures": pictures_page(), "text": text_page()}
NODES = [(name, node) for name, sheet in PAGES.items() for node in sheet.nodes]


def ink(image: Image.Image, ground: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """The box around everything that is clearly not ground."""
    difference = ImageChops.difference(image, Image.new("RGB", image.size, ground))
    strongest = max(difference.tobytes())
    clear = difference.convert("RGB").point(lambda level: 255 if level > strongest / 2 else 0).getbbox()
    assert clear is not None
    return clear


def both(sheet: Page) -> tuple[Image.Image, Image.Image]:
    return render_page(sheet, SCALE), drawn(render_pdf(document(sheet)), SCALE)


@pytest.mark.parametrize(("name", "node"), NODES, ids=[f"{name}-{node.name}" for name, node in NODES])
def test_each_node_has_its_ink_in_the_same_place(name: str, node: Node) -> None:
    sheet = replace(PAGES[name], nodes=(node,), ground=replace(PAGES[name].ground, hex="#FF00FF"))
    pixels, print_ = both(sheet)
    assert pixels.size == print_.size
    for ours, theirs in zip(ink(pixels, (255, 0, 255)), ink(print_, (255, 0, 255)), strict=True):
        assert abs(ours - theirs) <= 1


@pytest.mark.parametrize("name", PAGES)
def test_whole_pages_hardly_differ(name: str) -> None:
    pixels, print_ = both(PAGES[name])
    assert max(ImageStat.Stat(ImageChops.difference(pixels, print_)).mean) < 1.5


GRADIENTS = {
    "one stop": LinearGradient((0, 0), (1, 0), (ColorStop(0.5, INK),)),
    "no length": LinearGradient((0.5, 0), (0.5, 0), (ColorStop(0, INK), ColorStop(1, BLUE))),
    "hard edge": LinearGradient(
        (0, 0), (1, 0), (ColorStop(0, INK), ColorStop(0.5, INK), ColorStop(0.5, BLUE), ColorStop(1, BLUE))
    ),
    "inner stops": LinearGradient((0, 0), (1, 0), (ColorStop(0.3, INK), ColorStop(0.7, replace(BLUE, alpha=0.2)))),
    "same alpha": LinearGradient(
        (0, 0), (1, 1), (ColorStop(0, replace(INK, alpha=0.5)), ColorStop(1, replace(BLUE, alpha=0.5)))
    ),
}


@pytest.mark.parametrize("name", GRADIENTS)
def test_gradients_have_the_same_colours(name: str) -> None:
    pixels, print_ = both(page(Shape("s", Box(0, 0, 240, 160), Rectangle(), GRADIENTS[name])))
    for x in (10, 120, 200, 280, 360, 470):
        ours, theirs = pixels.getpixel((x, 160)), print_.getpixel((x, 160))
        assert isinstance(ours, tuple)
        assert isinstance(theirs, tuple)
        assert max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) <= 3


def test_every_kind_of_node_is_compared() -> None:
    kinds = {type(node).__name__ for sheet in PAGES.values() for node in walk(sheet.nodes)}
    assert kinds == {"Group", "Link", "Picture", "Shape", "TextBlock"}
