"""What somebody adds to a slide of each layout can be read: text in its places, text boxes, the colors of charts."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from functools import cache
from itertools import product
from typing import Any

import pptx
import pytest
from PIL import Image

from htpm_studio.export.decks.drawn.ground import Ground
from htpm_studio.export.decks.drawn.layouts import FixedWords, drawn_layout
from htpm_studio.export.decks.drawn.paints import Paints
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import STYLES, Brand, Project, Style
from htpm_studio.project.oklch import contrast
from htpm_studio.render.pptx.deck_template.geometry import PlaceholderPlace
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, TemplateLayout, read_deck_template
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Page
from htpm_studio.units import EMU_PER_POINT, Size
from tests.helpers.bundled import bundled_campaign, bundled_resources

WIDE, MOST = 160, 0.8
COLORS = ("#0F5C5C", "#FFD200", "#D1495B", "#1B1B3A")
OFFICE = (
    "Title Slide", "Title and Content", "Section Header", "Two Content", "Comparison", "Title Only", "Blank",
    "Content with Caption", "Picture with Caption",
)  # fmt: skip
"""The layouts that presentations have by these names, so that slides from elsewhere find theirs."""

CASES = sorted(product(families(), STYLES, COLORS))


@cache
def deck(family: str, style: Style, color: str, group: str = "training") -> bytes:
    brand = Brand("Riverbend Coalition", (color,), family=family, style=style)
    kit = build_kit(Project(brand, 2, 2027), bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    spec = next(spec for spec in deck_specs(kit) if (spec.group, spec.format) == (group, "pptx"))
    return render_file(spec, kit.inputs, JobContext()).data


def drawn(design: DeckTemplate, layout: TemplateLayout) -> Image.Image:
    """A small picture of what a layout shows without words."""
    drawing = drawn_layout(design, layout)
    parts = tuple(part for part in drawing.parts if not isinstance(part, FixedWords))
    wide, high = (side / EMU_PER_POINT for side in design.size)
    return render_page(Page("x", "", Size(wide, high), drawing.ground, parts), WIDE / wide).convert("RGB")


def colors_in(image: Image.Image) -> Counter[str]:
    data = image.tobytes()
    shades = Counter(zip(data[::3], data[1::3], data[2::3], strict=True))
    return Counter({"#{:02X}{:02X}{:02X}".format(*shade): count for shade, count in shades.items()})


def share_read(
    design: DeckTemplate, layout: TemplateLayout, place: PlaceholderPlace, image: Image.Image, least: float = 4.5
) -> float:
    """The part of the ground of a place on which words in the color of the layout can be read."""
    ground = Ground(design, layout)
    ink, frame, by = ground.look(place).color.hex, ground.lettered(place), WIDE / design.size[0]
    edges = (frame.x * by, frame.y * by, (frame.x + frame.width) * by, (frame.y + frame.height) * by)
    found = colors_in(image.crop(edges))
    return sum(count for color, count in found.items() if contrast(ink, color) >= least) / found.total()


def themed(design: DeckTemplate, layout: TemplateLayout, name: str) -> str:
    color = Paints(design, layout.member).themed(name)
    assert color is not None
    return color.hex


@pytest.mark.parametrize(("family", "style", "color"), CASES)
def test_words_in_each_place_of_each_layout_can_be_read_in_the_color_of_the_layout(
    family: str, style: Style, color: str
) -> None:
    design = read_deck_template("x.pptx", deck(family, style, color))
    found: list[str] = []
    for layout in design.layouts:
        image = drawn(design, layout)
        found += [
            f"{layout.name}: {place.kind} {place.index}"
            for place in layout.places
            if place.takes_text and place.frame.y >= 0 and share_read(design, layout, place, image) < MOST
        ]
    assert found == []


@pytest.mark.parametrize(("family", "style", "color"), CASES)
def test_a_text_box_and_six_series_of_a_chart_can_be_seen_on_most_of_each_layout(
    family: str, style: Style, color: str
) -> None:
    design = read_deck_template("x.pptx", deck(family, style, color))
    found: list[str] = []
    for layout in design.layouts:
        (ground, _), *_ = colors_in(drawn(design, layout)).most_common(1)
        if contrast(themed(design, layout, "tx1"), ground) < 4.5:
            found.append(f"{layout.name}: text box")
        found += [
            f"{layout.name}: accent {number}"
            for number in range(1, 7)
            if contrast(themed(design, layout, f"accent{number}"), ground) < 3.0
        ]
    assert found == []


@pytest.mark.parametrize("family", sorted(families()))
def test_no_place_of_a_layout_leaves_the_slide_or_lies_on_another_of_its_kind(family: str) -> None:
    design = read_deck_template("x.pptx", deck(family, "classic", COLORS[0]))
    wide, high = design.size
    for layout in design.layouts:
        frames = [place.frame for place in layout.places if place.frame.y >= 0]
        assert all(one.x >= 0 and one.x + one.width <= wide and one.y + one.height <= high for one in frames)
        anything = [place.frame for place in layout.places if place.kind == "obj"]
        assert not any(one.overlaps(other) for one in anything for other in anything if one is not other)


@pytest.mark.parametrize("group", ["training", "short", "loop"])
@pytest.mark.parametrize("family", sorted(families()))
def test_every_deck_has_the_layouts_of_other_presentations_by_their_names(family: str, group: str) -> None:
    made: Any = pptx.Presentation(io.BytesIO(deck(family, "classic", COLORS[0], group)))
    names = [layout.name for layout in made.slide_layouts]
    assert set(OFFICE) <= set(names)
    types = {layout.name: layout._element.get("type") for layout in made.slide_layouts}
    assert [types[name] for name in ("Two Content", "Comparison", "Content with Caption", "Picture with Caption")] == [
        "twoObj", "twoTxTwoObj", "objTx", "picTx"
    ]  # fmt: skip
