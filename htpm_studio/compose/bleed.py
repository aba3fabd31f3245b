"""Bleed: what reaches the edge of a page runs on past it, so that a cut that is a little off shows no white."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from htpm_studio.scene.nodes import Group, Link, Node, Page, Path, Picture, Rectangle, Shape
from htpm_studio.units import Box, Size

BLEED = 9.0
"""An eighth of an inch, what print shops ask for."""

NEAR = 0.5


def with_bleed(page: Page, by: float = BLEED) -> Page:
    """The page with its grounds and pictures run on past the edges that they reach, by `by` points.

    Words stay where they are, and so does everything that keeps clear of the edge. A picture grows as a whole, about
    its middle, so that nothing of it is stretched.
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
    """The picture in its longer box, with as much more cut off as keeps its proportions."""
    box, crop = _longer(picture.box, size, by), picture.crop
    if box == picture.box:
        return picture
    wide, high = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
    ratio = (box.width / box.height) / (picture.box.width / picture.box.height)
    if ratio > 1:
        cut = high * (1 - 1 / ratio) / 2
        return replace(picture, box=box, crop=replace(crop, top=crop.top + cut, bottom=crop.bottom + cut))
    cut = wide * (1 - ratio) / 2
    return replace(picture, box=box, crop=replace(crop, left=crop.left + cut, right=crop.right + cut))
