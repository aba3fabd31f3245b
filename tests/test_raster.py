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
    Crop,
    Ellipse,
    Face,
    Group,
    LinearGradient,
    Link,
    Node,
    Page,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stop,
    Stroke,
)
from htpm_studio.units import Box
from tests.plugins.references import check_picture
from tests.scene_pages import BLUE, BOLD, HEAD, INK, WHITE, page, photo, run, source, svg, text

RED = Color("#D0342C")
FADE = LinearGradient((0, 0), (0, 1), (Stop(0, Color("#14213D", alpha=0.0)), Stop(1, Color("#14213D"))))
RAINBOW = LinearGradient((0, 0), (1, 1), (Stop(0, RED), Stop(0.5, Color("#F2B134")), Stop(1, BLUE)))
LEAF = '<rect width="60" height="40" fill="#dfe"/><circle cx="30" cy="20" r="16" fill="#295"/>'


def shapes_page() -> Page:
    curve = Path(
        (Segment("M", (150, 150)), Segment("L", (150, 110)), Segment("C", (150, 90, 180, 90, 180, 110)), Segment("Z"))
    )
    strand = Path((Segment("M", (196, 150)), Segment("L", (196, 100)), Segment("C", (196, 84, 212, 84, 232, 84))))
    return page(
        Shape("bleed", Box(-5, -5, 80, 60), Rectangle((0, 0, 24, 0)), Color("#E8EEF6")),
        Shape("card", Box(12, 62, 60, 36), Rectangle((18, 0, 18, 4)), RAINBOW, Stroke(INK, 2)),
        Shape("huge radii", Box(12, 112, 60, 30), Rectangle((99, 99, 99, 99)), BLUE),
        Shape("ellipse", Box(90, 10, 50, 30), Ellipse(), replace(RED, alpha=0.5)),
        Shape("over", Box(120, 20, 40, 30), Rectangle(), replace(BLUE, alpha=0.5)),
        Shape("fade", Box(90, 60, 50, 40), Rectangle(), FADE),
        Shape("dashed", Box(90, 112, 46, 32), Rectangle((8, 8, 8, 8)), stroke=Stroke(INK, 2, "butt", (6, 3))),
        Shape("curve", Box(150, 90, 30, 60), curve, Color("#2A9D8F")),
        Shape("strand", Box(196, 84, 36, 66), strand, stroke=Stroke(RED, 8)),
        Group(
            "turned",
            Box(180, 16, 40, 40),
            (Shape("bar", Box(180, 30, 40, 12), Rectangle(), INK), Shape("end", Box(180, 30, 12, 12), Ellipse(), RED)),
            clip=Ellipse(),
            turn=30.0,
        ),
    )


def pictures_page() -> Page:
    sun, leaf = source(photo()), svg(LEAF, 60, 40)
    return page(
        Picture("whole", Box(8, 8, 80, 60), sun),
        Picture("crop", Box(96, 8, 60, 60), sun, Crop(0.5, 0.0, 0.0, 1 / 3)),
        Picture("arch", Box(164, 8, 60, 60), sun, Crop(0, 0, 0.25, 0), Rectangle((30, 30, 0, 0))),
        Picture("leaf", Box(8, 84, 60, 40), leaf),
        Picture("dot", Box(84, 84, 40, 40), leaf, Crop(1 / 6, 0, 1 / 6, 0), Ellipse()),
        Group("turned", Box(150, 90, 60, 40), (Picture("tilt", Box(150, 90, 60, 40), leaf),), turn=-20.0),
    )


def text_page() -> Page:
    return page(
        text("Prevention starts here", 12, 36, face=HEAD, size=20),
        text("WEEK ONE", 12, 56, face=BOLD, size=8, tracking=1.2, color=BLUE),
        text("Learn the signs and know where to turn.", 12, 76, rows=("Learn the signs and", "know where to turn.")),
        Shape("ground", Box(0, 110, 240, 50), Rectangle(), INK),
        Link("link", Box(12, 120, 90, 16), "https://example.org", "", (text("example.org", 12, 132, color=WHITE),)),
    )


PAGES: dict[str, Callable[[], Page]] = {"shapes": shapes_page, "pictures": pictures_page, "text": text_page}


@pytest.mark.parametrize("name", PAGES)
def test_pages_look_like_their_references(request: pytest.FixtureRequest, name: str) -> None:
    check_picture(request, f"raster_{name}", render_page(PAGES[name](), 1.5))


def test_size_is_the_page_times_the_scale() -> None:
    assert render_page(page(width=612, height=792), 0.25).size == (153, 198)


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


def test_neighbouring_pictures_leave_no_seam() -> None:
    black = source(Image.new("RGB", (24, 16), "black"))
    halves = (Picture("a", Box(0, 0, 80.3, 160), black), Picture("b", Box(80.3, 0, 159.7, 160), black))
    assert render_page(page(*halves), 1.0).getextrema() == ((0, 0), (0, 0), (0, 0))


def test_glyphs_stand_at_their_offsets_to_a_fraction_of_a_pixel() -> None:
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
