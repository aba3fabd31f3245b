"""Handouts of a deck: three slides a page, and lines beside each to write on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import Frame, Layout, Meta, TextLeaf
from htpm_studio.compose.paint import Painter
from htpm_studio.compose.text_fit import Level
from htpm_studio.compose.theme import PageTheme
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.scene.nodes import (
    Align,
    Color,
    Group,
    Link,
    Node,
    Page,
    Path,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    Tag,
    TextBlock,
)
from htpm_studio.scene.scale import scaled
from htpm_studio.scene.walk import move
from htpm_studio.units import Box, Size

A_PAGE = 3
_LOWER: Mapping[Tag, Tag] = {"H1": "H2", "H2": "H3"}
MARGIN, HEAD, FOOT, GAP = 45.0, 30.0, 24.0, 20.0
SLIDE_WIDTH = 0.58
"""The part of the page's inner width that the slides take; the rest is for notes."""

LINE_PITCH = 22.0
"""Room for handwriting: a little more than wide ruled paper (8 mm)."""


def handout_pages(slides: Sequence[Page], paper: str, look: PageTheme, title: str, foot: str) -> tuple[Page, ...]:
    """The slides on pages of a paper ("letter", "a4"); `foot` is on every page."""
    if not slides:
        return ()
    size = page_sizes()[paper].size
    count = -(-len(slides) // A_PAGE)
    found = []
    for number, part in enumerate(_batches(slides), 1):
        label = f"{number} / {count}"
        nodes = (*_words(title, foot, label, size, look, first=number == 1), *_rows(part, size, look))
        name = f"{title} ({label})"
        found.append(Page(f"handout {number}", name, size, Color("#FFFFFF"), nodes, layout="handout"))
    return tuple(found)


def _batches(slides: Sequence[Page]) -> Iterator[Sequence[Page]]:
    """The slides of each page, as evenly as it goes: no page has one slide where others have three."""
    count = -(-len(slides) // A_PAGE)
    least, rest = divmod(len(slides), count)
    start = 0
    for number in range(count):
        end = start + least + (number < rest)
        yield slides[start:end]
        start = end


def _rows(slides: Sequence[Page], size: Size, look: PageTheme) -> Iterator[Node]:
    inner = size.width - 2 * MARGIN
    room = (size.height - 2 * MARGIN - HEAD - FOOT - (A_PAGE - 1) * GAP) / A_PAGE
    for row, slide in enumerate(slides):
        top = MARGIN + HEAD + row * (room + GAP)
        by = min(SLIDE_WIDTH * inner / slide.size.width, room / slide.size.height)
        place = Box(MARGIN, top, slide.size.width * by, slide.size.height * by)
        yield _slide(slide, place, by, look)
        yield Group("lines", Box(0, top, size.width, room), tuple(_lines(place, size, look)), decorative=True)
    if len(slides) < A_PAGE:
        top = MARGIN + HEAD + len(slides) * (room + GAP)
        place = Box(MARGIN - GAP, top, 0, size.height - MARGIN - FOOT - top)
        yield Group("lines", Box(0, top, size.width, place.height), tuple(_lines(place, size, look)), decorative=True)


def _slide(slide: Page, place: Box, by: float, look: PageTheme) -> Group:
    ground = Shape("ground", place, Rectangle(), slide.ground)
    inside = tuple(move(scaled(_demoted(node), by), place.x, place.y) for node in slide.nodes)
    clipped = Group("slide", place, (ground, *inside), clip=Rectangle())
    edge = Shape("edge", place, Rectangle(), None, Stroke(look.color("line"), 0.5, "butt"))
    return Group(slide.name, place, (clipped, edge), tag="Sect")


def _demoted(node: Node) -> Node:
    """A node with its headings one level lower: the title of the handout is above those of the slides."""
    if isinstance(node, TextBlock):
        return replace(node, tag=_LOWER.get(node.tag, node.tag))
    if isinstance(node, Group):
        children = tuple(map(_demoted, node.children))
        return replace(node, tag=_LOWER.get(node.tag, node.tag), children=children)
    return replace(node, children=tuple(map(_demoted, node.children))) if isinstance(node, Link) else node


def _lines(place: Box, size: Size, look: PageTheme) -> Iterator[Shape]:
    start, end = place.right + GAP, size.width - MARGIN
    y = place.y + LINE_PITCH
    while y <= place.bottom + 0.5:
        path = Path((Segment("M", (start, y)), Segment("L", (end, y))))
        yield Shape("line", Box(start, y, end - start, 0), path, None, Stroke(look.color("line"), 0.75, "butt"))
        y += LINE_PITCH


def _words(title: str, foot: str, label: str, size: Size, look: PageTheme, *, first: bool) -> Iterator[Node]:
    """The title, read once, and what runs on every page: the hotline, read on the first, and the page number."""
    bottom = size.height - MARGIN - 12
    head = Box(MARGIN, MARGIN, size.width - 2 * MARGIN, HEAD - 8)
    said = _text(title, "heading", head, look, tag="H1" if first else "P")
    said += _text(foot, "micro", Box(MARGIN, bottom, size.width - 2 * MARGIN - 60, 14), look)
    number = Box(size.width - MARGIN - 60, bottom, 60, 14)
    running = [*([] if first else said), *_text(label, "micro", number, look, align="right")]
    yield from said if first else ()
    yield from (Group("running", node.box, (node,), running=True) for node in running)


def _text(
    text: str, style_name: str, box: Box, look: PageTheme, *, tag: Tag = "P", align: Align = "left"
) -> list[Node]:
    style, unit = look.styles.style("page", style_name), page_sizes()["letter"].unit
    leaf = TextLeaf(
        text=text, style=style, face=style.face, size=style.size * unit, leading=style.leading, min_scale=0.6,
        color=look.color("ink"), max_lines=1, align=align, wrap="greedy", tag=tag, field="",
    )  # fmt: skip
    return Painter(look, Level()).paint(Placed(Frame(Layout(), meta=Meta(tag=tag), leaf=leaf), box))
