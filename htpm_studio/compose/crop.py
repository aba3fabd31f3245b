"""Cutting pictures: fill a box around a focus point, and cut off no head, be it known where heads are or not."""

from __future__ import annotations

from collections.abc import Sequence

from htpm_studio.project.model import FaceBox
from htpm_studio.scene.nodes import Crop
from htpm_studio.units import Box

EYES, HEADROOM, ASIDE = 0.3, 0.08, 0.25
"""How far down faces usually are in a photo of people, the most of its height that may be cut off at the top, and the
most of its width at each side."""

HAIR, CROWN, CHEEK = 0.25, 0.45, 0.1
"""How far what must show of a head goes above its face, what should, and how far both go aside and below, in faces."""

_NEAR, _MIDDLE = 0.4, 0.4
"""A face this much as high as the highest one is no background; where faces are best in a frame, from its top."""

_CLOSE = 1e-9
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


def can_keep_heads(size: tuple[float, float], ratio: float, hidden: float = 0.0) -> bool:
    """Whether a frame of that shape (width by height) shows enough of a photo of people to cut off no head.

    Something lies over the share of its height that is `hidden`, at its foot.
    """
    own = size[0] / size[1]
    return min(1.0, own / ratio) * (1 - hidden) >= _LEAST_HIGH and ratio / own >= _LEAST_WIDE


def with_heads(crop: Crop) -> Crop:
    """A part of a photo of people, moved so that no more is cut off at the top and at the sides than may be."""
    wide, high = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
    least, most = sorted((ASIDE, 1 - wide - ASIDE))
    left, top = min(max(crop.left, least), most), min(crop.top, HEADROOM)
    return Crop(left, top, max(0.0, 1 - left - wide), max(0.0, 1 - top - high))


def heads(faces: Sequence[FaceBox], above: float = HAIR) -> Box:
    """The part of a photo, in shares of it, with every face that is no background, and so much of each head."""
    highest = max(face.bottom - face.top for face in faces)
    near = [face for face in faces if face.bottom - face.top >= _NEAR * highest]
    left = min(face.left - CHEEK * (face.right - face.left) for face in near)
    right = max(face.right + CHEEK * (face.right - face.left) for face in near)
    top = min(face.top - above * (face.bottom - face.top) for face in near)
    bottom = max(face.bottom + CHEEK * (face.bottom - face.top) for face in near)
    left, top = max(0.0, left), max(0.0, top)
    return Box(left, top, min(1.0, right) - left, min(1.0, bottom) - top)


def can_keep_faces(size: tuple[float, float], ratio: float, faces: Sequence[FaceBox], hidden: float = 0.0) -> bool:
    """Whether a frame of that shape (width by height) has room for all heads of a photo above what is `hidden`."""
    must, own = heads(faces), size[0] / size[1]
    high = min(1.0, own / ratio)
    across, down = must.width <= min(1.0, ratio / own) + _CLOSE, must.height <= high * (1 - hidden) + _CLOSE
    return across and down and must.bottom <= 1 - high * hidden + _CLOSE


def around_faces(size: tuple[float, float], box: Box, faces: Sequence[FaceBox], hidden: float = 0.0) -> Crop:
    """The part of a photo that fills `box` with its heads, high in it and above the share of it that is `hidden`.

    Where not all of them have room, as many are cut as need be, at both sides and below.
    """
    plain = cover(size, box, (0.5, 0.5))
    wide, high = 1 - plain.left - plain.right, 1 - plain.top - plain.bottom
    must, wish = heads(faces), heads(faces, CROWN)
    left = _along(must.x, must.right, must.x, (must.x + must.right - wide) / 2, wide)
    seen = high * (1 - hidden)
    top = _along(must.y, must.bottom, wish.y, (must.y + must.bottom) / 2 - _MIDDLE * seen, seen, 1 - high)
    return Crop(left, top, max(0.0, 1 - left - wide), max(0.0, 1 - top - high))


def _along(first: float, last: float, wished: float, best: float, share: float, most: float | None = None) -> float:
    """Where a part of that share begins to hold `first` to `last`, and `wished` if it can, as near `best` as it can."""
    end = 1 - share if most is None else most
    least, latest = max(0.0, last - share), min(first, end)
    if least > latest:
        return min(max((first + last - share) / 2 if most is None else first, 0.0), end)
    return min(max(best, least), max(least, min(latest, wished)))


def cuts_face(crop: Crop, faces: Sequence[FaceBox], hidden: float = 0.0) -> bool:
    """Whether a part of a photo cuts a head, or what lies over the `hidden` share of it at its foot is over one."""
    must, edge = heads(faces), 10 * _CLOSE
    foot = crop.bottom + hidden * (1 - crop.top - crop.bottom)
    across = must.x >= crop.left - edge and must.right <= 1 - crop.right + edge
    return not (across and must.y >= crop.top - edge and must.bottom <= 1 - foot + edge)
