"""Walking a page: depth-first visits, moving nodes, and a text dump for golden tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from htpm_studio.scene.nodes import (
    Color,
    Ellipse,
    FormField,
    Geometry,
    Group,
    LinearGradient,
    Link,
    Node,
    Page,
    Paint,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    TextBlock,
    TextLine,
)
from htpm_studio.units import Box


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
                emphasis = replace(emphasis, strokes=tuple(stroke.moved(dx, dy) for stroke in emphasis.strokes))
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


# ------------------------------------------------------------------ dump


def dump(page: Page) -> str:
    """The page as text, one node a line, numbers rounded to 0.01 pt: what golden tests compare."""
    head = f"page {page.name} {_num(page.size.width)} x {_num(page.size.height)} ground {_paint(page.ground)}"
    return "\n".join([head, *_rows(page.nodes, 1)]) + "\n"


def _rows(nodes: Iterable[Node], depth: int) -> Iterator[str]:
    for node in nodes:
        yield "  " * depth + _row(node)
        if isinstance(node, TextBlock):
            for line in node.lines:
                row = f"| {_num(line.x)} {_num(line.baseline)} {_num(line.width)} {line.text}"
                yield "  " * (depth + 1) + row + (f" {_paint(line.color)}" if line.color else "")
            if node.emphasis is not None:
                color = _paint(node.emphasis.color)
                yield from ("  " * (depth + 1) + f"_ {_box(stroke)} {color}" for stroke in node.emphasis.strokes)
        if isinstance(node, Group | Link):
            yield from _rows(node.children, depth + 1)


def _row(node: Node) -> str:
    words = [type(node).__name__.lower(), node.name or "-", _box(node.box)]
    match node:
        case Group():
            words += [node.tag, node.alt and f"alt={node.alt!r}", "decorative" if node.decorative else ""]
            words.append("running" if node.running else "")
            words.append(f"chart={dict(zip(node.chart.labels, node.chart.values, strict=True))}" if node.chart else "")
            words += [f"turn={_num(node.turn)}" if node.turn else "", node.slot and f"slot={node.slot}"]
        case Link():
            words += [node.url]
        case Shape():
            words += [_geometry(node.geometry), f"fill={_paint(node.fill)}" if node.fill else ""]
            words += [f"stroke={_paint(node.stroke.color)}/{_num(node.stroke.width)}" if node.stroke else ""]
        case Picture():
            crop = node.crop
            cuts = " ".join(_num(v) for v in (crop.left, crop.top, crop.right, crop.bottom))
            words += [node.source.kind, f"crop={cuts}", f"alt={node.alt!r}", node.slot and f"slot={node.slot}"]
        case FormField():
            words += [f"label={node.label!r}", f"{node.style.face}/{_num(node.style.size)}"]
        case TextBlock():
            words += [node.tag, node.style.name, f"{node.style.face}/{_num(node.style.size)}", _paint(node.color)]
            words += [node.slot and f"slot={node.slot}", node.align if node.align != "left" else ""]
            words.append("underlined" if node.underlined else "")
        case _:
            assert_never(node)
    words.append("fixed" if node.fixed else "")
    return " ".join(word for word in words if word)


def _geometry(geometry: Geometry) -> str:
    match geometry:
        case Rectangle(radii):
            return "rect" + (f"({' '.join(_num(r) for r in radii)})" if any(radii) else "")
        case Ellipse():
            return "ellipse"
        case Path(segments):
            return f"path({len(segments)})"
        case _:
            assert_never(geometry)


def _paint(paint: Paint) -> str:
    match paint:
        case Color():
            alpha = f"@{_num(paint.alpha)}" if paint.alpha < 1 else ""
            return f"{paint.role or paint.hex}{alpha}"
        case LinearGradient(_, _, stops):
            return "gradient(" + " ".join(f"{_paint(stop.color)}:{_num(stop.offset)}" for stop in stops) + ")"
        case _:
            assert_never(paint)


def _box(box: Box) -> str:
    return f"[{_num(box.x)} {_num(box.y)} {_num(box.width)} {_num(box.height)}]"


def _num(value: float) -> str:
    return f"{value:z.2f}".rstrip("0").rstrip(".")
