"""A picture never melts into the ground around it: the ground changes, or a thin line shows where it ends."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from htpm_studio.compose.edges import LINE_CONTRAST, MOST_MELTING, SAME_COLOR, SAME_CONTRAST
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.theme import PageTheme
from htpm_studio.export.kit.feed_mix import FeedChoice, FeedLook, FeedPost, mix_feed, tone_of
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.social import feed_choices, social_specs
from htpm_studio.project.color_samples import colors_at
from htpm_studio.project.model import STYLES, Brand, Photo, Project, Style
from htpm_studio.project.oklch import contrast, distance
from htpm_studio.project.palette import derive_palette
from htpm_studio.project.palette_styles import in_style
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Crop, Group, Link, Node, Page, Picture, PictureSource, Rectangle, Shape
from htpm_studio.scene.walk import walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import TEAL
from tests.helpers.social_pages import made
from tests.helpers.sweeps import cases, in_turn

RESOURCES = bundled_resources()
CAMPAIGN = bundled_campaign()
WORDS = {"head": "A short headline", "text": "Some words.", "quote": "Words.", "who": "Somebody",
         "url": "example.org", "lead": "Words.", "rules": (), "points": ()}  # fmt: skip
PLACES = [("social/photo", "square"), ("social/photo", "landscape"), ("social/resource", "story"),
          ("deck/photo_text", "slide"), ("deck/quote", "slide")]  # fmt: skip
HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
TURNS = ("sky", "sides", "middle", "plain")


def picture_of(outer: str, inner: str, how: str) -> PictureRef:
    """A picture of two tones: sky over ground, a left and a right half, a frame around something, or one tone."""
    image = Image.new("RGB", (480, 360), outer)
    pen = ImageDraw.Draw(image)
    boxes = {"sky": (0, 200, 480, 360), "sides": (240, 0, 480, 360), "middle": (100, 80, 380, 280)}
    if how in boxes:
        pen.rectangle(boxes[how], fill=inner)
    data = io.BytesIO()
    image.save(data, "PNG")
    key = hashlib.sha256(data.getvalue()).hexdigest()
    return PictureRef(PictureSource(key, "png", data.getvalue(), (480.0, 360.0)))


def page_with(template: str, canvas: str, ref: PictureRef, of: PageTheme, **more: str) -> Page:
    return made(template, canvas, {**WORDS, "picture": ref, **more}, of).page


def keylines(page: Page) -> list[Shape]:
    return [node for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "keyline"]


def framed(page: Page) -> Picture:
    return next(node for node in walk(page.nodes) if isinstance(node, Picture) and node.name == "picture")


def melting_share(page: Page) -> dict[int, float]:
    """The share of each side of the picture that has the tone of what is beside it, in the painted pixels."""
    box = framed(page).box
    # What a reader sees, without the line.
    bare = replace(page, nodes=tuple(_without_lines(page.nodes)))
    image = render_page(bare, 1.0).convert("RGB")
    radii = framed(page).frame.radii if isinstance(framed(page).frame, Rectangle) else (0.0,) * 4
    a, b, c, d = radii
    sides = (
        [(x, box.y, 0, -1) for x in _steps(box.x + a, box.right - b)],
        [(box.right, y, 1, 0) for y in _steps(box.y + b, box.bottom - c)],
        [(x, box.bottom, 0, 1) for x in _steps(box.x + d, box.right - c)],
        [(box.x, y, -1, 0) for y in _steps(box.y + a, box.bottom - d)],
    )
    found = {}
    for side, points in enumerate(sides):
        pairs = [(_pixel(image, x - 6 * dx, y - 6 * dy), _pixel(image, x + 2 * dx, y + 2 * dy))
                 for x, y, dx, dy in points]  # fmt: skip
        seen = [(inner, outer) for inner, outer in pairs if inner and outer]
        same = sum(contrast(*pair) < SAME_CONTRAST and distance(*pair) < SAME_COLOR for pair in seen)
        found[side] = same / len(seen) if len(seen) > 8 else 0.0
    return found


def _without_lines(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Group | Link):
            yield replace(node, children=tuple(_without_lines(node.children)))
        elif not (isinstance(node, Shape) and node.name == "keyline"):
            yield node


def _steps(start: float, end: float) -> list[float]:
    return [start + (end - start) * (number + 0.5) / 40 for number in range(40)] if end > start else []


def _pixel(image: Image.Image, x: float, y: float) -> str:
    if not (0 <= x < image.width and 0 <= y < image.height):
        return ""
    red, green, blue = image.getpixel((int(x), int(y)))  # type: ignore[misc]
    return f"#{red:02X}{green:02X}{blue:02X}"


@cases(60)
@given(HEX, HEX, HEX, st.sampled_from(STYLES), st.sampled_from(TURNS), st.sampled_from(PLACES))
def test_the_edge_of_any_picture_can_be_seen_in_any_palette(
    brand: str, outer: str, inner: str, style: Style, how: str, place: tuple[str, str]
) -> None:
    of = replace(TEAL, palette=in_style(derive_palette(brand), style))
    page = page_with(*place, picture_of(outer, inner, how), of)
    lines = keylines(page)
    if any(share > MOST_MELTING + 0.15 for share in melting_share(page).values()):
        assert len(lines) == 1


@pytest.mark.parametrize(
    ("role", "place"), in_turn(("surface", "surface-alt", "tint-1", "panel", "deep", "on-panel", "ink"), PLACES, 1)
)
def test_a_picture_in_the_color_of_the_ground_gets_a_line_that_is_seen_on_both(
    role: str, place: tuple[str, str]
) -> None:
    color = TEAL.palette[role]
    page = page_with(*place, picture_of(color, color, "plain"), TEAL)
    if max(melting_share(page).values()) > MOST_MELTING:
        (line,) = keylines(page)
        assert line.stroke is not None
        assert contrast(line.stroke.color.hex, color) >= LINE_CONTRAST
        assert line.stroke.color.role in TEAL.palette
        assert not line.stroke.color.role.startswith("accent")


def kit_with(sky: str, folder: Path, week: int) -> Kit:
    from htpm_studio.project.pictures import load_photo

    image = Image.new("RGB", (1600, 1200), sky)
    ImageDraw.Draw(image).rectangle((0, 900, 1600, 1200), fill="#404A40")
    path = folder / "sky.png"
    image.save(path)
    photo = Photo(load_photo(path), path.name, people="nobody")
    project = Project(Brand("Riverbend", ("#0F5C5C",)), week, 2027, (photo,))
    return build_kit(project, CAMPAIGN, RESOURCES, Options(), dt.date(2027, 1, 4))


def grounds(kit: Kit) -> set[str]:
    """The grounds of the graphics with the photo."""
    key = kit.project.photos[0].source.key
    with_photo = [
        spec
        for spec in social_specs(kit)
        if spec.pages[0].template.startswith("social/photo")
        and isinstance(ref := spec.pages[0].content["picture"], PictureRef)
        and ref.source.key == key
    ]
    assert with_photo
    for spec in with_photo:
        assert keylines(compose(spec.pages[0], kit.page_inputs).page) == [] or len(with_photo) > 1
    return {str(spec.pages[0].content["ground"]) for spec in with_photo}


def test_a_photo_with_a_sky_like_the_ground_is_on_the_other_ground(tmp_path: Path) -> None:
    assert grounds(kit_with("#F4F4F0", tmp_path, 4)) == {"deep"}
    row = {post.id: post.choices for post in feed_choices(kit_with(derive_palette("#0F5C5C")["deep"], tmp_path, 4))}
    assert {one.look.ground for one in row["w4-fireside-chat"] if one.melts} == {"panel", "deep"}, (
        "the foot and the sky"
    )


def test_neighbors_still_differ_where_a_picture_would_like_another_ground() -> None:
    for melting in itertools.product([frozenset(), frozenset({"panel"}), frozenset({"deep"})], repeat=4):
        posts = [
            FeedPost(str(at), tuple(choice(ground, melts=ground in bad) for ground in ("panel", "deep")))
            for at, bad in enumerate(melting)
        ]
        found = [look.ground for look in mix_feed(posts, "")]
        assert all(one != other for one, other in itertools.pairwise(found))


def choice(ground: str, *, melts: bool) -> FeedChoice:
    return FeedChoice(FeedLook("social/photo", ground), "social/photo", "photo", tone_of(ground), melts=melts)


@pytest.mark.parametrize("more", ["", ' id="logo"'], ids=["of the library", "of a user"])
def test_the_colors_of_a_drawing_are_those_that_it_is_drawn_with(more: str) -> None:
    shapes = '<path fill="#FF0000" d="M0 0H40V60H0Z"/><path fill="#0000FF" d="M40 0H80V60H40Z"/>'
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 100 60"{more}>{shapes}</svg>'.encode()
    drawing = PictureSource(f"drawing{more}", "svg", data, (100, 60))
    spots = ((0.02, 0.5), (0.2, 0.5), (0.8, 0.5))
    assert colors_at(drawing, Crop(), spots) == ("#FFFFFF", "#FF0000", "#0000FF")
    assert colors_at(drawing, Crop(left=0.5), spots)[0] == "#0000FF"
