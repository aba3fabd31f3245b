"""Small pages with one of each kind of node, which every back end draws."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.scene.nodes import (
    Color,
    ColorStop,
    Crop,
    Ellipse,
    Group,
    LinearGradient,
    Link,
    Page,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stroke,
)
from htpm_studio.units import Box
from tests.helpers.scene_pages import BLUE, BOLD, HEAD, INK, WHITE, page, photo, source, svg, text

RED = Color("#D0342C")
FADE = LinearGradient((0, 0), (0, 1), (ColorStop(0, Color("#14213D", alpha=0.0)), ColorStop(1, Color("#14213D"))))
RAINBOW = LinearGradient((0, 0), (1, 1), (ColorStop(0, RED), ColorStop(0.5, Color("#F2B134")), ColorStop(1, BLUE)))
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
