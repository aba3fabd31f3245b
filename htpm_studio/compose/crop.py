"""Cutting pictures: fill a box around a focus point."""

from __future__ import annotations

from htpm_studio.scene.nodes import Crop
from htpm_studio.units import Box


def cover(size: tuple[float, float], box: Box, focus: tuple[float, float], zoom: float = 1.0) -> Crop:
    """The part of a picture of `size` that fills `box` without distortion, as near the focus as it can be.

    `zoom` above 1 shows a smaller part. The result always has the aspect of the box.
    """
    wide, high = size
    scale = max(box.width / wide, box.height / high) * max(1.0, zoom)
    part_x, part_y = min(1.0, box.width / scale / wide), min(1.0, box.height / scale / high)
    left = min(max(focus[0] - part_x / 2, 0.0), 1.0 - part_x)
    top = min(max(focus[1] - part_y / 2, 0.0), 1.0 - part_y)
    return Crop(left, top, max(0.0, 1.0 - left - part_x), max(0.0, 1.0 - top - part_y))
