"""A page as text, which tests compare and people can read in a failure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    Shape,
    TextBlock,
)
from htpm_studio.units import Box


def dump(page: Page) -> str:
    """The page as text, one node a line, numbers rounded to 0.01 pt."""
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
