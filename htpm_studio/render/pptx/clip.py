"""Cutting shapes: Office has no clip for groups, and fills overlapping outlines by the even-odd rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, assert_never

import skia

from htpm_studio.render.outlines import draw_segments
from htpm_studio.scene.nodes import (
    Crop,
    Ellipse,
    FormField,
    Geometry,
    Group,
    Link,
    Node,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    TextBlock,
)
from htpm_studio.units import Box, Size

_MANY = 60
_FAR = 4000.0
_NEAR = 0.05


def unclipped(group: Group, page: Size) -> Group:
    """The group without its clip and those inside: each shape that crosses it is cut, each one outside is gone.

    A stroke that crosses becomes a filled outline; one that only leaves the page stays a stroke,
    because the page cuts it. Texts are kept whole when any part shows.
    """
    children = tuple(_inside(child, page) for child in group.children)
    same = all(child is other for child, other in zip(children, group.children, strict=True))
    inner = group if same else replace(group, children=children)
    if group.clip is None:
        return inner
    box = _past_page(group.box, page) if group.clip == Rectangle() else group.box
    cut = [_cut(child, group.clip, box) for child in inner.children]
    return replace(inner, children=tuple(child for child in cut if child is not None), clip=None)


def _inside(child: Node, page: Size) -> Node:
    match child:
        case Group():
            return unclipped(child, page)
        case Link():
            return replace(child, children=tuple(_inside(part, page) for part in child.children))
        case _:
            return child


def _past_page(box: Box, page: Size) -> Box:
    """The box, far beyond the page on the sides where it reaches the page's edge."""
    left = box.x - (_FAR if box.x <= _NEAR else 0)
    top = box.y - (_FAR if box.y <= _NEAR else 0)
    right = box.right + (_FAR if box.right >= page.width - _NEAR else 0)
    bottom = box.bottom + (_FAR if box.bottom >= page.height - _NEAR else 0)
    return Box(left, top, right - left, bottom - top)


def even_odd(shape: Shape) -> Shape:
    """A filled shape whose outlines overlap, as one that the even-odd rule fills alike."""
    geometry = shape.geometry
    if shape.fill is None or not isinstance(geometry, Path):
        return shape
    if not 1 < sum(step.op == "M" for step in geometry.segments) <= _MANY:
        return shape
    return replace(shape, geometry=_segments(skia.Simplify(_outline(geometry, shape.box))))


# ------------------------------------------------------------------ cutting


def _cut(child: Node, clip: Geometry, box: Box) -> Node | None:
    match child:
        case Shape():
            return _cut_shape(child, clip, box)
        case Picture():
            return _cut_picture(child, clip, box)
        case Group() | Link():
            kept = [part for part in (_cut(part, clip, box) for part in child.children) if part is not None]
            return replace(child, children=tuple(kept)) if kept else None
        case TextBlock() | FormField():
            return child if child.box.overlaps(box) else None
        case _:
            assert_never(child)


def _cut_shape(shape: Shape, clip: Geometry, box: Box) -> Shape | None:
    window = _outline(clip, box)
    solid = _outline(shape.geometry, shape.box)
    ink = _ink(solid, shape)
    if skia.Op(ink, window, skia.PathOp.kDifference_PathOp).isEmpty():
        return shape
    if shape.stroke is not None and shape.fill is None:
        shape, solid = replace(shape, fill=shape.stroke.color, stroke=None), ink
    rest = skia.Op(solid, window, skia.PathOp.kIntersect_PathOp)
    if rest.isEmpty():
        return None
    bounds = rest.computeTightBounds()
    place = Box(bounds.left(), bounds.top(), bounds.width(), bounds.height())
    return replace(shape, geometry=_segments(rest), box=place)


def _cut_picture(picture: Picture, clip: Geometry, box: Box) -> Picture | None:
    old = picture.box
    if isinstance(clip, Path):
        bounds = _outline(clip, box).computeTightBounds()
        box = Box(bounds.left(), bounds.top(), bounds.width(), bounds.height())
    left, top = max(old.x, box.x), max(old.y, box.y)
    right, bottom = min(old.right, box.right), min(old.bottom, box.bottom)
    if right <= left or bottom <= top:
        return None
    place = Box(left, top, right - left, bottom - top)
    wide = (1 - picture.crop.left - picture.crop.right) / old.width
    high = (1 - picture.crop.top - picture.crop.bottom) / old.height
    crop = Crop(
        picture.crop.left + (left - old.x) * wide,
        picture.crop.top + (top - old.y) * high,
        picture.crop.right + (old.right - right) * wide,
        picture.crop.bottom + (old.bottom - bottom) * high,
    )
    frame = clip if not isinstance(clip, Path) and place == box else picture.frame
    return replace(picture, box=place, crop=crop, frame=frame)


def _ink(solid: Any, shape: Shape) -> Any:
    """What a shape covers: its fill and its stroke."""
    if shape.stroke is None:
        return solid
    paint = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=shape.stroke.width)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    paint.setStrokeCap(skia.Paint.kRound_Cap if shape.stroke.cap == "round" else skia.Paint.kButt_Cap)
    stroked = skia.Path()
    paint.getFillPath(solid, stroked, None, 8.0)
    return stroked if shape.fill is None else skia.Op(solid, stroked, skia.PathOp.kUnion_PathOp)


# ------------------------------------------------------------------ paths


def _outline(geometry: Geometry, box: Box) -> Any:
    path = skia.Path()
    rect = skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height)
    match geometry:
        case Ellipse():
            path.addOval(rect)
        case Rectangle(radii):
            rounded = skia.RRect()
            rounded.setRectRadii(rect, [skia.Point(radius, radius) for radius in radii])
            path.addRRect(rounded)
        case Path(segments):
            draw_segments(path, segments)
        case _:
            assert_never(geometry)
    return path


def _segments(path: Any) -> Path:
    steps: list[Segment] = []
    iterator = skia.Path.Iter(path, False)
    while True:
        verb, points = iterator.next()
        if verb == skia.Path.kDone_Verb:
            return Path(tuple(steps))
        steps += _steps(verb, points, iterator)


def _steps(verb: Any, points: list[Any], iterator: Any) -> list[Segment]:
    if verb == skia.Path.kMove_Verb:
        return [Segment("M", _flat(points[:1]))]
    if verb == skia.Path.kLine_Verb:
        return [Segment("L", _flat(points[1:2]))]
    if verb == skia.Path.kQuad_Verb:
        return [_cubic(*points[:3])]
    if verb == skia.Path.kConic_Verb:
        quads = skia.Path.ConvertConicToQuads(*points[:3], iterator.conicWeight(), 2)
        return [_cubic(*quads[i : i + 3]) for i in range(0, len(quads) - 2, 2)]
    if verb == skia.Path.kCubic_Verb:
        return [Segment("C", _flat(points[1:4]))]
    return [Segment("Z")]


def _cubic(start: Any, middle: Any, end: Any) -> Segment:
    """A quadratic curve as a cubic one."""
    first = (start.x() + 2 * (middle.x() - start.x()) / 3, start.y() + 2 * (middle.y() - start.y()) / 3)
    second = (end.x() + 2 * (middle.x() - end.x()) / 3, end.y() + 2 * (middle.y() - end.y()) / 3)
    return Segment("C", (*first, *second, end.x(), end.y()))


def _flat(points: list[Any]) -> tuple[float, ...]:
    return tuple(value for point in points for value in (point.x(), point.y()))
