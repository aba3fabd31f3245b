"""Flexbox: a bound box tree becomes absolute boxes, through Taffy (stretchable)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from htpm_studio.compose.frames import Frame, Layout
from htpm_studio.compose.taffy import (
    ABSOLUTE,
    ALIGN,
    DIRECTION,
    JUSTIFY,
    NO_WRAP,
    PLAIN_STYLE,
    POINTS,
    SIDES,
    WRAP,
    automatic,
    points,
    taffylib,
)  # fmt: skip
from htpm_studio.compose.taffy_workaround import free_forgotten
from htpm_studio.frozen import dataclass
from htpm_studio.units import Box, Insets, Size

Measure = Callable[[Frame, float], tuple[float, float]]
"""Width and height of a leaf for an available width in points (math.inf where there is no limit)."""


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A frame with its absolute border box; children as in the frame, dropped ones left out."""

    frame: Frame
    box: Box
    children: tuple[Placed, ...] = ()

    def walk(self) -> Iterator[Placed]:
        """This box and every box inside, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


def layout_boxes(root: Frame, size: Size, measure: Measure, dropped: frozenset[int] = frozenset()) -> Placed:
    """Lay the tree out in a page of `size`; frames whose drop number is in `dropped` are left out.

    Uses Taffy's own binding with a tree a call: stretchable's node objects share one global tree that is
    never emptied, and convert each length several times.
    """
    taffy = taffylib.init()
    lent: list[dict[str, float]] = []
    failures: list[BaseException] = []
    try:
        taffylib.disable_rounding(taffy)
        leaves: dict[int, Frame] = {}
        tree = _grow(taffy, root, dropped, leaves)
        space = {"width": points(size.width), "height": points(size.height)}
        taffylib.node_compute_layout_with_measure(taffy, tree.id, space, _answer(leaves, measure, failures, lent))
        if failures:
            raise failures[0]
        return _read(taffy, tree, 0.0, 0.0)
    finally:
        taffylib.free(taffy)
        if not failures:  # their tracebacks hold some of the values
            free_forgotten(lent)


@dataclass(frozen=True, slots=True)
class _Node:
    id: int
    frame: Frame
    children: tuple[_Node, ...]


def _grow(taffy: int, frame: Frame, dropped: frozenset[int], leaves: dict[int, Frame]) -> _Node:
    node = taffylib.node_create(taffy, _style(frame.layout))
    if frame.leaf is not None:
        taffylib.node_set_measure(taffy, node, True)
        leaves[node] = frame
    children = tuple(_grow(taffy, child, dropped, leaves) for child in frame.children if child.meta.drop not in dropped)
    for child in children:
        taffylib.node_add_child(taffy, node, child.id)
    return _Node(node, frame, children)


def _answer(
    leaves: dict[int, Frame], measure: Measure, failures: list[BaseException], lent: list[dict[str, float]]
) -> Callable[..., tuple[float, float]]:
    """Lay out, and raise afterwards what a measure function raised: Taffy swallows it."""

    def answer(
        known_w: float, known_h: float, room_w: dict[str, float], room_h: dict[str, float], node: int
    ) -> tuple[float, float]:
        lent.extend((room_w, room_h))
        if node not in leaves or failures:
            return 0.0, 0.0
        width = known_w
        if math.isnan(width):
            width = room_w["value"] if room_w["dim"] == POINTS else math.inf
        try:
            wide, high = measure(leaves[node], width)
        except BaseException as error:
            failures.append(error)
            return 0.0, 0.0
        return (wide if math.isnan(known_w) else known_w), (high if math.isnan(known_h) else known_h)

    return answer


@lru_cache(maxsize=2000)
def _style(layout: Layout) -> dict[str, Any]:
    """The style as Taffy's binding reads it."""
    values: dict[str, Any] = {
        **PLAIN_STYLE,
        "flex_direction": DIRECTION[layout.direction],
        "size": _both(layout.width, layout.height),
        "min_size": _both(layout.min_width or 0.0, layout.min_height),
        "max_size": _both(layout.max_width, layout.max_height),
        "flex_grow": layout.grow,
        "flex_shrink": layout.shrink,
        "padding": _sides(layout.padding),
        "margin": _sides(layout.margin),
        "gap": _both(layout.gap, layout.gap),
        "align_items": ALIGN[layout.align],
        "justify_content": JUSTIFY[layout.justify],
        "flex_wrap": WRAP if layout.wrap else NO_WRAP,
    }
    if layout.grow:
        values["flex_basis"] = points(0.0)
    if layout.self_align:
        values["align_self"] = ALIGN[layout.self_align]
    if layout.layer is not None:
        values["position"] = ABSOLUTE
        values["inset"] = dict(zip(SIDES, map(_length, layout.layer), strict=True))
    return values


def _length(value: float | None) -> dict[str, Any]:
    return automatic() if value is None else points(value)


def _both(width: float | None, height: float | None) -> dict[str, Any]:
    return {"width": _length(width), "height": _length(height)}


def _sides(insets: Insets) -> dict[str, Any]:
    return dict(zip(SIDES, map(points, (insets.top, insets.right, insets.bottom, insets.left)), strict=True))


def _read(taffy: int, node: _Node, x: float, y: float) -> Placed:
    layout = taffylib.PyLayout()
    taffylib.node_get_layout(taffy, node.id, layout)
    box = Box(x + layout.x, y + layout.y, layout.width, layout.height)
    return Placed(node.frame, box, tuple(_read(taffy, child, box.x, box.y) for child in node.children))
