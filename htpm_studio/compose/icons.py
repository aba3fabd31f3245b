"""Line icons on a 24-unit grid, read from their SVG files as path steps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from lxml import etree

from htpm_studio.compose.motif import QUARTER
from htpm_studio.scene.nodes import Segment

GRID = 24.0
_OPS: Mapping[str, Literal["M", "L", "C"]] = {"moveTo": "M", "lineTo": "L", "curveTo": "C"}


def load_icons(folder: Path) -> Mapping[str, tuple[Segment, ...]]:
    """All icons of a folder by name, as path steps on the 24-unit grid."""
    return {path.stem: _steps(path) for path in sorted(folder.glob("*.svg"))}


def _steps(path: Path) -> tuple[Segment, ...]:
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    steps: list[Segment] = []
    for node in root.iter("{*}path", "{*}circle"):
        if str(node.tag).endswith("circle"):
            x, y, r = (float(node.get(key, "0")) for key in ("cx", "cy", "r"))
            steps += circle_path(x, y, r)
        else:
            pen = RecordingPen()
            parse_path(node.get("d", ""), pen)
            steps += _recorded(pen)
    return tuple(steps)


def _recorded(pen: RecordingPen) -> list[Segment]:
    steps: list[Segment] = []
    for operator, points in pen.value:
        flat = tuple(float(value) for point in points for value in point)
        if operator in _OPS:
            steps.append(Segment(_OPS[operator], flat))
        elif operator == "qCurveTo":
            steps.append(_cubic(steps[-1].points[-2:], flat))
        elif operator == "closePath":
            steps.append(Segment("Z"))
    return steps


def _cubic(start: tuple[float, ...], quad: tuple[float, ...]) -> Segment:
    (ax, ay), (qx, qy, bx, by) = start, quad
    first = (ax + (qx - ax) * 2 / 3, ay + (qy - ay) * 2 / 3)
    second = (bx + (qx - bx) * 2 / 3, by + (qy - by) * 2 / 3)
    return Segment("C", (*first, *second, bx, by))


def circle_path(x: float, y: float, r: float) -> list[Segment]:
    """The steps of a circle, four quarters."""
    k = QUARTER * r
    return [
        Segment("M", (x + r, y)),
        Segment("C", (x + r, y + k, x + k, y + r, x, y + r)),
        Segment("C", (x - k, y + r, x - r, y + k, x - r, y)),
        Segment("C", (x - r, y - k, x - k, y - r, x, y - r)),
        Segment("C", (x + k, y - r, x + r, y - k, x + r, y)),
        Segment("Z"),
    ]
