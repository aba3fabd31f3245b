"""Outlines, fills and strokes of the scene as Skia values."""

from __future__ import annotations

from typing import assert_never

import skia

from htpm_studio.render.outlines import outline, settled
from htpm_studio.scene.nodes import Color, Geometry, LinearGradient, Paint, Stroke
from htpm_studio.units import Box


def outline_path(geometry: Geometry, box: Box) -> skia.Path:
    """The outline as a path; Skia fills by the non-zero rule unless told otherwise."""
    path = skia.Path()
    for step in outline(geometry, box):
        match step.op:
            case "M":
                path.moveTo(*step.points)
            case "L":
                path.lineTo(*step.points)
            case "C":
                path.cubicTo(*step.points)
            case "Z":
                path.close()
            case _:
                assert_never(step.op)
    return path


def fill_paint(paint: Paint, box: Box) -> skia.Paint:
    """How an area is filled; a gradient spans the given box."""
    match settled(paint):
        case Color() as color:
            return skia.Paint(AntiAlias=True, Color=argb(color))
        case LinearGradient() as gradient:
            return skia.Paint(AntiAlias=True, Dither=True, Shader=_shader(gradient, box))
        case never:
            assert_never(never)


def stroke_paint(stroke: Stroke) -> skia.Paint:
    """A line along the middle of an outline."""
    paint = skia.Paint(AntiAlias=True, Color=argb(stroke.color), StrokeWidth=stroke.width)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    paint.setStrokeCap(skia.Paint.kRound_Cap if stroke.cap == "round" else skia.Paint.kButt_Cap)
    if stroke.dash:
        even = stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2
        paint.setPathEffect(skia.DashPathEffect.Make(list(even), 0.0))
    return paint


def argb(color: Color) -> int:
    """A color as Skia's 32-bit number."""
    return int(skia.ColorSetARGB(round(color.alpha * 255), *color.rgb))


def _shader(gradient: LinearGradient, box: Box) -> skia.Shader:
    ends = [skia.Point(box.x + x * box.width, box.y + y * box.height) for x, y in (gradient.start, gradient.end)]
    stops = gradient.stops
    return skia.GradientShader.MakeLinear(ends, [argb(s.color) for s in stops], [s.offset for s in stops])
