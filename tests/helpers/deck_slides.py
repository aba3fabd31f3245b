"""Slides for the tests of the slide layouts: sample content, other brands, and ways to look at a page."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path as FilePath
from typing import Any

from PIL import Image

from htpm_studio.compose.compose_page import Composed, PageInfo, compose_page
from htpm_studio.compose.context import Value
from htpm_studio.compose.drawings import Drawings
from htpm_studio.compose.theme import Logo, PageTheme
from htpm_studio.illustrations.casting import cast_scenes
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import FieldSpec
from htpm_studio.project.oklch import contrast, luminance
from htpm_studio.project.palette import derive_palette
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Group, Link, Node, Page, Path, PictureSource, Shape, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_resources

HIGHEST, CLEAR = 21.0, 7.5
"""The highest contrast that there is, and one that is enough for any text."""

ROOT = FilePath(__file__).parents[2]
FACES = sorted(path.stem for path in (ROOT / "assets/fonts").glob("*.ttf"))
RESOURCES = bundled_resources()
FONTS, ICONS, STYLES, LIBRARY = RESOURCES.fonts, RESOURCES.icons, RESOURCES.styles, RESOURCES.library
LAYOUTS = sorted(name for name in LIBRARY.templates if name.startswith("deck/"))
BRANDS: list[tuple[str, str | None]] = [
    ("#0F5C5C", None), ("#FF2D8A", "#111111"), ("#FFF1A8", None), ("#12284C", "#C8102E"), ("#000000", None),
    ("#B8EC1F", None),
]  # fmt: skip
LONG_NAME = "NORTHERN LAKES REGIONAL COUNCIL FOR THE PREVENTION OF HUMAN TRAFFICKING AND HARM"
MARGIN, HANG = 48.0, 3.0
USUAL = 0.5
"""How much of its limit a text of a usual length takes."""

Content = dict[str, Value]


_SAID: dict[str, Content] = tomllib.loads((ROOT / "tests" / "data" / "deck-samples.toml").read_text(encoding="utf-8"))
SHARED = _SAID.pop("shared")
"""What all slides share."""

SAMPLES: Mapping[str, Content] = {
    layout: _SAID[layout] if layout in _SAID else dict(RESOURCES.deck_samples["en"][layout]) for layout in LAYOUTS
}
"""What each layout shows: the prompts that it declares where no words are written for it."""


def look(
    brand: tuple[str, str | None] = BRANDS[0], name: str = "Riverbend Coalition", logo: Logo | None = None
) -> PageTheme:
    return PageTheme(derive_palette(*brand), name, logo, FONTS, STYLES, ICONS)


TEAL = look()
PICTURES = RESOURCES.pictures
CAST = cast_scenes(map(PICTURES.scene, PICTURES.names), PICTURES.people, PICTURES.parts, "htpm-2")
SCENES = Drawings(PICTURES, CAST, TEAL.palette, "en")


def svg_logo(width: int, height: int, contrasts: float) -> Logo:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"/>'.encode()
    source = PictureSource(hashlib.sha256(data).hexdigest(), "svg", data, (width, height))
    return Logo(source, dict.fromkeys(("surface", "surface-alt", "panel", "deep"), contrasts))


def slide(layout: str, content: Content, of: PageTheme = TEAL, week: int = 2) -> Composed:
    scene = content.get("picture")
    if isinstance(scene, str):
        content = content | {"picture": SCENES[scene]}
    shared = SHARED | {"org": {"name": of.organization, "wide": of.is_wide, "flat": of.is_flat, "slim": of.is_slim}}
    return compose_page(layout, "slide", shared | content, of, LIBRARY, PageInfo("slide 7", "Slide", week))


def sample(layout: str, of: PageTheme = TEAL) -> Page:
    composed = slide(layout, SAMPLES[layout], of)
    assert composed.findings == ()
    return composed.page


# ------------------------------------------------------------------ looking at a page


def line_boxes(block: TextBlock) -> list[Box]:
    """Where the letters of each line are, from x-height or capitals down to the baseline."""
    high = 0.72 * block.style.size
    return [Box(line.x, line.baseline - high, line.width, high) for line in block.lines]


def crossing(page: Page) -> list[tuple[str, str]]:
    """Pairs of texts of which lines touch."""
    return [
        (one.name, two.name)
        for one, two in combinations(texts(page), 2)
        if any(a.overlaps(b) for a in line_boxes(one) for b in line_boxes(two))
    ]


def outside(page: Page) -> list[str]:
    """Texts that leave the margins, and texts of the body that reach into the foot."""
    width, height = page.size.width, page.size.height
    found = []
    for block in texts(page):
        lowest = height - (4 if block.fixed or block.style.name == "foot" else 12)
        room = Box(MARGIN - HANG, 12, width - 2 * MARGIN + HANG + 0.5, lowest - 12)
        found += [f"{block.name} {box}" for box in line_boxes(block) if not room.contains(box)]
    return found


def motif_and_paper(page: Page) -> tuple[list[tuple[float, float, float]], list[Box]]:
    """Points along the strands and heads that show, each with its half width; and the grounds painted over motifs."""
    points: list[tuple[float, float, float]] = []
    papers: list[Box] = []
    for node in walk(page.nodes):
        if isinstance(node, Shape) and node.name in {"ground", "frame"} and node.fill is not None and points:
            paper = node.box
            points = [p for p in points if not (paper.x <= p[0] <= paper.right and paper.y <= p[1] <= paper.bottom)]
            papers.append(paper)
        elif isinstance(node, Group) and node.name.startswith("motif") and node.name != "motif thread":
            points += [point for part in node.children if isinstance(part, Shape) for point in mark_points(part)]
    return points, papers


def mark_points(shape: Shape) -> Iterator[tuple[float, float, float]]:
    if isinstance(shape.geometry, Path) and shape.stroke is not None:
        yield from ((*point, shape.stroke.width / 2) for point in path_points(shape.geometry))
    else:
        yield *shape.box.center, shape.box.width / 2


def path_points(path: Path) -> Iterator[tuple[float, float]]:
    here = (0.0, 0.0)
    for step in path.segments:
        corners = [here, *zip(step.points[0::2], step.points[1::2], strict=True)]
        here = corners[-1]
        for index in range(25 if step.op != "M" else 0):
            row = corners
            while len(row) > 1:
                t = index / 24
                row = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(row)]
            yield row[0]


def touched_by_motif(page: Page, clear: float = 5.0) -> list[str]:
    """Texts nearer than `clear` points to a motif on the same ground."""
    points, papers = motif_and_paper(page)
    boxes = [
        (block.name, box)
        for block in texts(page)
        for box in line_boxes(block)
        if not any(paper.contains(box) for paper in papers)
    ]
    return [name for name, box in boxes if any(near(box, point, clear) for point in points)]


def near(box: Box, point: tuple[float, float, float], clear: float) -> bool:
    x, y, reach = point[0], point[1], point[2] + clear
    return box.x - reach < x < box.right + reach and box.y - reach < y < box.bottom + reach


def without_texts(nodes: Iterable[Node]) -> tuple[Node, ...]:
    kept = [node for node in nodes if not isinstance(node, TextBlock)]
    return tuple(
        replace(node, children=without_texts(node.children)) if isinstance(node, Group | Link) else node
        for node in kept
    )


def weakest(page: Page) -> dict[str, float]:
    """The lowest contrast of each text with anything that is painted under its lines.

    Where it is high without doubt, by the darkest and the lightest of each channel, a lower bound of it.
    """
    under = render_page(replace(page, nodes=without_texts(page.nodes)), 0.5).convert("RGB")
    found: dict[str, float] = {}
    for block in texts(page):
        name = f"{block.name}: {block.text}"
        for box in line_boxes(block):
            patch = under.crop((int(box.x / 2), int(box.y / 2), int(box.right / 2), int(box.bottom / 2) + 1))
            found[name] = min(found.get(name, HIGHEST), _lowest(patch, block.color.hex))
    return found


def _lowest(patch: Image.Image, color: str) -> float:
    channels: Any = patch.getextrema()
    darkest, lightest = (_hex(*(channel[end] for channel in channels)) for end in (0, 1))
    if not luminance(darkest) <= luminance(color) <= luminance(lightest):
        bound = min(contrast(color, darkest), contrast(color, lightest))
        if bound > CLEAR:
            return bound
    colors: Any = patch.getcolors(patch.width * patch.height)
    assert colors
    return min(contrast(color, _hex(*ground)) for _, ground in colors)


def _hex(red: int, green: int, blue: int) -> str:
    return f"#{red:02X}{green:02X}{blue:02X}"


def around(plate: Box, logo: Box) -> bool:
    """Whether a box surrounds a logo closely."""
    inside = plate.x < logo.x and plate.y < logo.y and plate.right > logo.right and plate.bottom > logo.bottom
    return inside and plate.width < logo.width + 40 and plate.height < logo.height + 40


def fixed_art(page: Page) -> list[Node]:
    held = (node for node in walk(page.nodes) if not getattr(node, "running", False))
    return [node for node in held if node.fixed and not getattr(node, "slot", "")]


# ------------------------------------------------------------------ long and short texts

SENTENCE = "Safe and fair work keeps all our neighbors well when people look after each other and ask good questions"
WORDS = SENTENCE.split()


def prose(length: int) -> str:
    """Words of a sentence, as many as `length` letters hold."""
    found = ""
    for index in range(length):
        word = WORDS[index % len(WORDS)]
        if len(found) + len(word) + 1 > length:
            break
        found = f"{found} {word}".strip()
    return found or "I"


def fill(spec: FieldSpec, share: float) -> Value:
    match spec.kind:
        case "icon":
            return "people"
        case "scene":
            return "quiet-window"
        case "address":
            return "acf.hhs.gov/otip/" + "resource-" * 2
        case "list":
            return [prose(int(spec.limit * share))] * spec.most
        case "rows":
            return [{name: fill(part, share) for name, part in spec.parts.items()}] * spec.most
        case "group":
            return {name: fill(part, share) for name, part in spec.parts.items()}
        case _:
            return prose(int(spec.limit * share))


def full(layout: str, share: float = 1.0) -> Content:
    content = {name: fill(spec, share) for name, spec in pieces().fields.get(layout, {}).items()}
    if layout == "deck/statistic":
        content["number"] = "88,888"[: max(1, int(6 * share))]
    if layout == "deck/agenda":
        content["rows"] = [{"time": "10:00 AM", "text": prose(int(60 * share))}] * 6
    return content | ({"wide": True} if layout == "deck/bullets" else {})
