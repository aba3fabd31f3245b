"""Cutting pictures: fill a box around a focus point, and cut off no head where the places of heads are unknown."""

from __future__ import annotations

from htpm_studio.scene.nodes import Crop
from htpm_studio.units import Box

EYES, HEADROOM, ASIDE = 0.3, 0.08, 0.25
"""How far down faces usually are in a photo of people, the most of its height that may be cut off at the top, and the
most of its width at each side."""

_LEAST_HIGH, _LEAST_WIDE = 2 * (EYES - HEADROOM), 1 - 2 * ASIDE


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


def can_keep_heads(size: tuple[float, float], ratio: float) -> bool:
    """Whether a frame of that shape (width by height) shows enough of a photo of people to cut off no head."""
    own = size[0] / size[1]
    return own / ratio >= _LEAST_HIGH and ratio / own >= _LEAST_WIDE


def with_heads(crop: Crop) -> Crop:
    """A part of a photo of people, moved so that no more is cut off at the top and at the sides than may be."""
    wide, high = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
    least, most = sorted((ASIDE, 1 - wide - ASIDE))
    left, top = min(max(crop.left, least), most), min(crop.top, HEADROOM)
    return Crop(left, top, max(0.0, 1 - left - wide), max(0.0, 1 - top - high))
