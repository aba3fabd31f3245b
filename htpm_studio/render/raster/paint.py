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


def fill_paint(paint: Paint, box: Box, canvas: skia.Canvas) -> skia.Paint:
    """How an area of a canvas is filled; a gradient spans the given box."""
    match settled(paint):
        case Color() as color:
            return skia.Paint(AntiAlias=True, Color=argb(color))
        case LinearGradient() as gradient:
            return skia.Paint(AntiAlias=True, Shader=_spread(_shader(gradient, box), gradient, canvas))
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
    offsets = list(accumulate((stop.offset for stop in gradient.stops), lambda last, offset: max(offset, last + _TINY)))
    values = (x, y, *along, *colors, *offsets)
    return _effect(len(gradient.stops)).makeShader(skia.Data.MakeWithCopy(struct.pack(f"{len(values)}f", *values)))


def _spread(shader: skia.Shader, gradient: LinearGradient, canvas: skia.Canvas) -> skia.Shader:
    """A gradient along one side of the canvas, worked out for one row or column of its pixels and repeated.

    The program of a gradient takes 15 ms for each stop where it runs for every pixel of a large page.
    """
    (left, top), (right, bottom) = gradient.start, gradient.end
    matrix, room = canvas.getTotalMatrix(), canvas.getDeviceClipBounds()
    back = skia.Matrix()
    if (left != right and top != bottom) or not matrix.isScaleTranslate() or not matrix.invert(back):
        return shader
    width, height = (room.right(), 1) if top == bottom else (1, room.bottom())
    if width <= 0 or height <= 0:
        return shader
    info = skia.ImageInfo.Make(width, height, skia.ColorType.kRGBA_F32_ColorType, skia.AlphaType.kPremul_AlphaType)
    surface = skia.Surface.MakeRaster(info)
    line = surface.getCanvas()
    line.setMatrix(matrix)
    line.drawPaint(skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSrc))
    exact = skia.SamplingOptions(skia.FilterMode.kNearest)
    return surface.makeImageSnapshot().makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, exact, back)


@cache
def _effect(count: int) -> skia.RuntimeEffect:
    return skia.RuntimeEffect.MakeForShader(skia.String(_GRADIENT.format(count=count)))
