"""Facts about cards on their sheet, measured in the pages themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose, first_sheet, on_sheet
from htpm_studio.frozen import dataclass
from htpm_studio.project.oklch import contrast
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Group, Link, Node, Page, Shape, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import POINTS_PER_MM, Box

X_HEIGHT = 0.5
LUMA = (0.299, 0.587, 0.114)
READABLE = 4.5


@dataclass(frozen=True, slots=True)
class CardFacts:
    """The phone number in points, the smallest code in millimeters, both 0 without one; the weakest contrast of words.

    `contrast` is that of a print in black and white; `marks` counts the lines to cut along on one side.
    """

    number: float
    code: float
    contrast: float
    marks: int


def card_facts(spec: FileSpec, kit: Kit) -> CardFacts:
    """Measure the cards of a sheet."""
    pages = tuple(compose(page, kit.page_inputs).page for page in first_sheet(spec, kit.page_inputs))
    hotline = kit.campaign.hotline.number
    numbers = [block.style.size for page in pages for block in texts(page) if hotline in block.text]
    codes = [node.box.width for page in pages for node in walk(page.nodes) if _is(node, Shape, "quiet zone")]
    front = on_sheet(spec, pages, kit.page_inputs)[0]
    marks = [node for node in walk(front.nodes) if isinstance(node, Group) and node.name == "cut marks"]
    return CardFacts(
        min(numbers, default=0.0),
        min(codes, default=0.0) / POINTS_PER_MM,
        min((value for page in pages for value in _contrasts(page)), default=0.0),
        sum(_is_cut(node) for group in marks for node in group.children),
    )


def _is(node: Node, kind: type[Node], name: str) -> bool:
    return isinstance(node, kind) and getattr(node, "name", "") == name


def _is_cut(node: Node) -> bool:
    return isinstance(node, Shape) and node.stroke is not None and not node.stroke.dash


def _contrasts(page: Page) -> Iterator[float]:
    """The weakest contrast of each text with what is printed below its letters, without colors."""
    below = render_page(replace(page, nodes=_without_texts(page.nodes)), 1.0).convert("L")
    for block in texts(page):
        ink = _gray(
            sum(share * channel for share, channel in zip(LUMA, bytes.fromhex(block.color.hex[1:]), strict=True))
        )
        for line in block.lines:
            high = X_HEIGHT * block.style.size
            box = Box(line.x, line.baseline - high, line.width, high)
            patch = below.crop((int(box.x), int(box.y), int(box.right) + 1, int(box.bottom) + 1))
            yield min(contrast(ink, _gray(shade)) for shade, count in enumerate(patch.histogram()) if count)


def _gray(shade: float) -> str:
    return f"#{round(shade):02X}" + 2 * f"{round(shade):02X}"


def _without_texts(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(
        replace(node, children=_without_texts(node.children)) if isinstance(node, Group | Link) else node
        for node in nodes
        if not isinstance(node, TextBlock)
    )
