"""Walking a page: depth-first visits, and nodes at another place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from htpm_studio.scene.nodes import (
    FormField,
    Geometry,
    Group,
    Link,
    Node,
    Page,
    Path,
    Picture,
    Segment,
    Shape,
    TextBlock,
    TextLine,
)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, parents before children, in painting order."""
    for node in nodes:
        yield node
        if isinstance(node, Group | Link):
            yield from walk(node.children)


def texts(page: Page) -> Iterator[TextBlock]:
    """The texts of a page in reading order."""
    return (node for node in walk(page.nodes) if isinstance(node, TextBlock))


def pictures(page: Page) -> Iterator[Picture]:
    """The pictures of a page in painting order."""
    return (node for node in walk(page.nodes) if isinstance(node, Picture))


def move(node: Node, dx: float, dy: float) -> Node:
    """The same node elsewhere on the page, with all it contains."""
    box = node.box.moved(dx, dy)
    match node:
        case Group():
            clip = None if node.clip is None else _move_geometry(node.clip, dx, dy)
            return replace(node, box=box, clip=clip, children=tuple(move(child, dx, dy) for child in node.children))
        case Link():
            return replace(node, box=box, children=tuple(move(child, dx, dy) for child in node.children))
        case Shape():
            return replace(node, box=box, geometry=_move_geometry(node.geometry, dx, dy))
        case Picture() | FormField():
            return replace(node, box=box)
        case TextBlock():
            lines = tuple(_move_line(line, dx, dy) for line in node.lines)
            emphasis = node.emphasis
            if emphasis is not None:
                emphasis = replace(emphasis, strokes=tuple(one.moved(dx, dy) for one in emphasis.strokes))
            return replace(node, box=box, lines=lines, emphasis=emphasis)
        case _:
            assert_never(node)


def _move_geometry(geometry: Geometry, dx: float, dy: float) -> Geometry:
    if not isinstance(geometry, Path):
        return geometry
    return Path(
        tuple(
            Segment(step.op, tuple(v + (dy if i % 2 else dx) for i, v in enumerate(step.points)))
            for step in geometry.segments
        )
    )


def _move_line(line: TextLine, dx: float, dy: float) -> TextLine:
    runs = tuple(replace(run, x=run.x + dx) for run in line.runs)
    return replace(line, x=line.x + dx, baseline=line.baseline + dy, runs=runs)
