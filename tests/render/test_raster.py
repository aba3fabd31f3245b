from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path as FilePath

import pytest
from PIL import Image

from htpm_studio.errors import StudioError
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import (
    Color,
    Ellipse,
    Face,
    Group,
    Node,
    Page,
    Picture,
    Rectangle,
    Shape,
)
from htpm_studio.units import Box
from tests.helpers.raster_pages import RED, pictures_page, shapes_page, text_page
from tests.helpers.scene_pages import HEAD, INK, page, run, source, text
from tests.plugins.references import check_picture

PAGES: dict[str, Callable[[], Page]] = {"shapes": shapes_page, "pictures": pictures_page, "text": text_page}


@pytest.mark.parametrize("name", PAGES)
def test_pages_look_like_their_references(request: pytest.FixtureRequest, name: str) -> None:
    check_picture(request, f"raster_{name}", render_page(PAGES[name](), 1.5))


def test_size_is_the_page_times_the_scale() -> None:
    assert render_page(page(width=612, height=792), 0.25).size == (153, 198)


@pytest.mark.usefixtures("composed_anew")
def test_nothing_of_a_page_is_on_the_next_one_of_its_size() -> None:
    first = render_page(shapes_page(), 1.5)
    below = Picture("broken", Box(0, 0, 20, 20), replace(source(Image.new("RGB", (2, 2))), key="broken", data=b"x"))
    with pytest.raises(StudioError):
        render_page(replace(text_page(), nodes=(Group("turned", Box(0, 0, 20, 20), (below,), turn=30),)), 1.5)
    render_page(pictures_page(), 1.5)
    assert render_page(shapes_page(), 1.5) == first


@pytest.mark.parametrize("scale", [0.37, 0.613, 1.0, 1.37])
@pytest.mark.parametrize("node", ["picture", "shape"])
def test_what_bleeds_off_covers_the_last_pixel(scale: float, node: str) -> None:
    full = Box(0, 0, 240, 160)
    black = source(Image.new("RGB", (24, 16), "black"))
    nodes: dict[str, Node] = {
        "picture": Picture("p", full, black),
        "shape": Shape("s", full, Rectangle(), Color("#000000")),
    }
    image = render_page(page(nodes[node]), scale)
    assert image.getextrema() == ((0, 0), (0, 0), (0, 0))


def test_neighboring_pictures_leave_no_seam() -> None:
    black = source(Image.new("RGB", (24, 16), "black"))
    halves = (Picture("a", Box(0, 0, 80.3, 160), black), Picture("b", Box(80.3, 0, 159.7, 160), black))
    assert render_page(page(*halves), 1.0).getextrema() == ((0, 0), (0, 0), (0, 0))


def test_glyphs_are_at_their_offsets_to_a_fraction_of_a_pixel() -> None:
    def center(x: float) -> float:
        image = render_page(page(text("l", x, 100, size=80)), 1.0).convert("L").point(lambda level: 255 - level)
        row = image.crop((0, 80, image.width, 81)).tobytes()
        return sum(at * ink for at, ink in enumerate(row)) / sum(row)

    assert center(50.3) - center(50.0) == pytest.approx(0.3, abs=0.02)


def test_a_missing_glyph_draws_nothing() -> None:
    glyphs, _ = run(HEAD, "\U0001f600", 20, 40)
    assert glyphs.glyphs == (0,)
    assert render_page(page(text("\U0001f600", 20, 80, face=HEAD, size=40)), 1.0).getextrema() == ((255, 255),) * 3


def test_a_missing_font_file_is_named() -> None:
    face = Face("Gone", FilePath("gone.ttf"), "Gone")
    block = text("Word", 20, 80)
    lines = tuple(replace(line, runs=tuple(replace(r, face=face) for r in line.runs)) for line in block.lines)
    with pytest.raises(StudioError, match=r"gone\.ttf"):
        render_page(page(replace(block, lines=lines)), 1.0)


def test_threads_draw_the_same_pixels() -> None:
    pages = (shapes_page(), pictures_page(), text_page())
    expected = [render_page(each, 2.0).tobytes() for each in pages]
    found: list[list[bytes]] = []

    def work() -> None:
        found.append([render_page(each, 2.0).tobytes() for each in pages])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_groups_turn_clockwise() -> None:
    bar = Shape("bar", Box(100, 20, 20, 120), Rectangle(), INK)
    dot = Shape("dot", Box(100, 20, 20, 20), Rectangle(), RED)
    image = render_page(page(Group("g", Box(50, 20, 120, 120), (bar, dot), turn=90.0)), 1.0)
    assert image.getpixel((160, 80)) == RED.rgb
    assert image.getpixel((60, 80)) == INK.rgb


def test_clips_cut_everything_inside() -> None:
    node: Node = Group("g", Box(20, 20, 40, 40), (Shape("s", Box(0, 0, 240, 160), Ellipse(), INK),), clip=Rectangle())
    image = render_page(page(node), 1.0).convert("L").point(lambda level: 255 - level)
    assert image.getbbox() == (20, 20, 60, 60)
