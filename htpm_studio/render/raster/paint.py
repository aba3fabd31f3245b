"""Outlines, fills and strokes of the scene as Skia values."""

from __future__ import annotations

import struct
from functools import cache
from itertools import accumulate
from typing import assert_never

import skia

from htpm_studio.render.outlines import draw_segments, outline, settled
from htpm_studio.scene.nodes import Color, Geometry, LinearGradient, Paint, Stroke
from htpm_studio.units import Box

_TINY = 1e-6
"""Between two stops at one place, so that no share is divided by zero."""


def outline_path(geometry: Geometry, box: Box) -> skia.Path:
    """The outline as a path; Skia fills by the non-zero rule unless told otherwise."""
    path = skia.Path()
    draw_segments(path, outline(geometry, box))
    return path


def fill_paint(paint: Paint, box: Box) -> skia.Paint:
    """How an area is filled; a gradient spans the given box."""
    match settled(paint):
        case Color() as color:
            return skia.Paint(AntiAlias=True, Color=argb(color))
        case LinearGradient() as gradient:
            return skia.Paint(AntiAlias=True, Shader=_shader(gradient, box))
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


_GRADIENT = """
uniform float2 start;
uniform float2 along;
uniform float4 colors[{count}];
uniform float offsets[{count}];
half4 main(float2 at) {{
    float share = saturate(dot(at - start, along));
    float4 color = colors[0];
    for (int i = 1; i < {count}; i++) {{
        color = mix(color, colors[i], saturate((share - offsets[i - 1]) / (offsets[i] - offsets[i - 1])));
    }}
    return half4(color.rgb * color.a, color.a);
}}
"""
"""Skia's own gradients reach Python through NumPy, 70 MB that nothing else here needs."""


def _shader(gradient: LinearGradient, box: Box) -> skia.Shader:
    (x, y), (right, bottom) = (
        (box.x + across * box.width, box.y + down * box.height) for across, down in (gradient.start, gradient.end)
    )
    length = (right - x) ** 2 + (bottom - y) ** 2
    along = ((right - x) / length, (bottom - y) / length) if length else (0.0, 0.0)
    colors = [
        part for stop in gradient.stops for part in (*(level / 255 for level in stop.color.rgb), stop.color.alpha)
    ]
    offsets = list(accumulate((stop.offset for stop in gradient.stops), lambda last, one: max(one, last + _TINY)))
    values = (x, y, *along, *colors, *offsets)
    return _effect(len(gradient.stops)).makeShader(skia.Data.MakeWithCopy(struct.pack(f"{len(values)}f", *values)))


@cache
def _effect(count: int) -> skia.RuntimeEffect:
    return skia.RuntimeEffect.MakeForShader(skia.String(_GRADIENT.format(count=count)))
