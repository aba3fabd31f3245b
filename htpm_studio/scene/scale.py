"""Pages at another size: every length of a node multiplied, so that a finished slide can lie small on a sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from htpm_studio.scene.nodes import (
    Ellipse,
    FormField,
    Geometry,
    Group,
    Link,
    ListStyle,
    Node,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    TextBlock,
    TextLine,
    TextStyle,
)
from htpm_studio.units import Box


def scaled(node: Node, by: float) -> Node:
    """The same node `by` times as large, measured from the upper left corner of the page."""
    box = _box(node.box, by)
    match node:
        case Group():
            clip = None if node.clip is None else _geometry(node.clip, by)
            style = None if node.list_style is None else _list_style(node.list_style, by)
            children = tuple(scaled(child, by) for child in node.children)
            return replace(node, box=box, clip=clip, list_style=style, children=children)
        case Link():
            return replace(node, box=box, children=tuple(scaled(child, by) for child in node.children))
        case Shape():
            stroke = None if node.stroke is None else _stroke(node.stroke, by)
            return replace(node, box=box, geometry=_geometry(node.geometry, by), stroke=stroke)
        case Picture():
            frame = _geometry(node.frame, by)
            return node if isinstance(frame, Path) else replace(node, box=box, frame=frame)
        case TextBlock():
            lines = tuple(_line(line, by) for line in node.lines)
            emphasis = node.emphasis
            if emphasis is not None:
                emphasis = replace(emphasis, strokes=tuple(_box(line, by) for line in emphasis.strokes))
            return replace(
                node, box=box, style=_style(node.style, by), lines=lines, measure=node.measure * by, emphasis=emphasis
            )
        case FormField():
            return replace(node, box=box, style=_style(node.style, by))
        case _:
            assert_never(node)


def _box(box: Box, by: float) -> Box:
    return Box(box.x * by, box.y * by, box.width * by, box.height * by)


def _geometry(geometry: Geometry, by: float) -> Geometry:
    match geometry:
        case Rectangle((a, b, c, d)):
            return Rectangle((a * by, b * by, c * by, d * by))
        case Ellipse():
            return geometry
        case Path(segments):
            return Path(tuple(Segment(step.op, tuple(value * by for value in step.points)) for step in segments))
        case _:
            assert_never(geometry)


def _stroke(stroke: Stroke, by: float) -> Stroke:
    return replace(stroke, width=stroke.width * by, dash=tuple(length * by for length in stroke.dash))


def _style(style: TextStyle, by: float) -> TextStyle:
    return replace(style, size=style.size * by, leading=style.leading * by, tracking=style.tracking * by)


def _list_style(style: ListStyle, by: float) -> ListStyle:
    return replace(style, indent=style.indent * by, gap=style.gap * by)


def _line(line: TextLine, by: float) -> TextLine:
    runs = tuple(
        replace(
            run, x=run.x * by, width=run.width * by, offsets=tuple(offset * by for offset in run.offsets),
            rises=tuple(rise * by for rise in run.rises),
        )
        for run in line.runs
    )  # fmt: skip
    return replace(line, x=line.x * by, baseline=line.baseline * by, width=line.width * by, runs=runs)
