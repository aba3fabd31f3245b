"""Bleed: what reaches the edge of a page runs on past it, so that a cut that is a little off shows no white."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from htpm_studio.scene.nodes import Crop, Group, Link, Node, Page, Path, Picture, Rectangle, Shape
from htpm_studio.units import Box, Size

BLEED = 9.0
"""An eighth of an inch, what print shops ask for."""

NEAR = 0.5


def with_bleed(page: Page, by: float = BLEED) -> Page:
    """The page with its grounds and pictures extended by `by` points past the edges that they reach.

    Words stay where they are, and so does everything that keeps clear of the edge. A picture shows more of itself
    there; where it has no more it grows as a whole, so that nothing of it is stretched.
    """
    return replace(page, nodes=tuple(_run_on(page.nodes, page.size, by)), bleed=by)


def _run_on(nodes: Iterable[Node], size: Size, by: float) -> Iterator[Node]:
    for node in nodes:
        match node:
            case Group():
                children = tuple(_run_on(node.children, size, by))
                box = _longer(node.box, size, by) if isinstance(node.clip, Rectangle) else node.box
                yield replace(node, box=box, children=children)
            case Link():
                yield replace(node, children=tuple(_run_on(node.children, size, by)))
            case Shape() if not isinstance(node.geometry, Path) and node.stroke is None:
                yield replace(node, box=_longer(node.box, size, by))
            case Picture():
                yield _larger(node, size, by)
            case _:
                yield node


def _longer(box: Box, size: Size, by: float) -> Box:
    """The box with each side that lies on an edge of the page moved out."""
    left, top = by * (box.x <= NEAR), by * (box.y <= NEAR)
    right, bottom = by * (box.right >= size.width - NEAR), by * (box.bottom >= size.height - NEAR)
    return Box(box.x - left, box.y - top, box.width + left + right, box.height + top + bottom)


def _larger(picture: Picture, size: Size, by: float) -> Picture:
    """The picture in its longer box, with more of its cropped part where there is some.

    Else it is larger, and loses it at its sides and at its foot: heads are at its top.
    """
    own, crop = picture.box, picture.crop
    box = _longer(own, size, by)
    if box == own:
        return picture
    wide, high = (1 - crop.left - crop.right) / own.width, (1 - crop.top - crop.bottom) / own.height
    larger = max(1.0, box.width * wide, box.height * high)
    wide, high = wide / larger, high / larger
    part_x, part_y = min(1.0, box.width * wide), min(1.0, box.height * high)
    middle = crop.left + (1 - crop.left - crop.right) / 2 + (box.x + box.width / 2 - own.x - own.width / 2) * wide
    left = min(max(middle - part_x / 2, 0.0), 1 - part_x)
    top = min(max(crop.top - (own.y - box.y) * high, 0.0), 1 - part_y)
    return replace(picture, box=box, crop=Crop(left, top, max(0.0, 1 - left - part_x), max(0.0, 1 - top - part_y)))
