"""Cutting pictures: fill a box around a focus point, or show all of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from htpm_studio.compose.frames import PictureRef
from htpm_studio.scene.nodes import Crop
from htpm_studio.units import Box

AIR, GROWTH, LATER = 1.03, 1.04, 0.62
OPTICAL_MIDDLE, UNDER_ARCH = 0.52, 0.57
# How far into a frame's curve a corner may reach, in radii: heads are round, and a shoulder may go below.
CORNER, BELOW = 1.06, 1.25


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


def show(ref: PictureRef, box: Box, curve: tuple[float, float] = (0.0, 0.0), covered: float = 0.0) -> Crop:
    """The part of a picture that fills `box`, shows one of its subjects whole and large, and cuts no head.

    Earlier subjects are preferred. `curve` says how round the frame's upper and lower corners are, in shares of its
    shorter side: the subject keeps clear of them, and of the share of the width at the left that text has `covered`.
    Where none fits, the first is in the middle of as much as there is.
    """
    size = ref.source.size
    view = _View(size, box.width / box.height, curve, covered)
    subjects, whole = [_scaled(one, size) for one in ref.subjects], [_scaled(one, size) for one in ref.whole]
    found: list[tuple[float, Box]] = []
    for place, subject in enumerate(subjects):
        window = _window(subject, whole, view)
        if window is not None:
            filled = subject.width * subject.height / (window.width * window.height)
            # A round frame is small: what is close counts more than what is whole.
            found.append((filled * (LATER if place and not curve[1] else 1.0), window))
    best = max(found, key=lambda pair: pair[0])[1] if found else view.placed(subjects[0], view.widest)
    right, bottom = max(0.0, 1 - best.right / size[0]), max(0.0, 1 - best.bottom / size[1])
    return Crop(best.x / size[0], best.y / size[1], right, bottom)


@dataclass(frozen=True, slots=True)
class _View:
    """A frame over a picture of `size`."""

    size: tuple[float, float]
    ratio: float
    curve: tuple[float, float]
    covered: float

    @property
    def widest(self) -> float:
        """The width of the largest window that the picture can fill."""
        return min(self.size[0], self.size[1] * self.ratio)

    def placed(self, subject: Box, width: float) -> Box:
        """A window of that width with the subject in its middle, lower under an arch, and inside the picture."""
        height = width / self.ratio
        middle = UNDER_ARCH if self.curve[0] > self.curve[1] else OPTICAL_MIDDLE
        aside = width * (1 + self.covered) / 2
        x = min(max(subject.center[0] - aside, 0.0), self.size[0] - width)
        y = min(max(subject.center[1] - height * middle, 0.0), self.size[1] - height)
        return Box(x, y, width, height)

    def free(self, window: Box) -> Box:
        """What of a window no text covers."""
        return Box(window.x + window.width * self.covered, window.y, window.width * (1 - self.covered), window.height)


def _scaled(share: Box, size: tuple[float, float]) -> Box:
    return Box(share.x * size[0], share.y * size[1], share.width * size[0], share.height * size[1])


def _window(subject: Box, whole: Sequence[Box], view: _View) -> Box | None:
    """The smallest window that shows a subject and cuts nothing that is whole; None where there is none."""
    width = AIR * max(subject.width / (1 - view.covered), subject.height * view.ratio)
    while width <= view.widest:
        window = view.placed(subject, width)
        cut = any(_cuts(window, one, view.curve) for one in whole)
        if view.free(window).contains(subject) and _clear(window, subject, view.curve, BELOW) and not cut:
            return window
        width *= GROWTH
    return None


def _cuts(window: Box, one: Box, curve: tuple[float, float]) -> bool:
    return window.overlaps(one) and not (window.contains(one) and _clear(window, one, curve))


def _clear(window: Box, one: Box, curve: tuple[float, float], below: float = CORNER) -> bool:
    side = min(window.width, window.height)
    edges = ((curve[0] * side, one.y - window.y, CORNER), (curve[1] * side, window.bottom - one.bottom, below))
    for radius, edge, reach in edges:
        for aside in (one.x - window.x, window.right - one.right):
            across, down = max(0.0, radius - aside), max(0.0, radius - edge)
            if across and down and math.hypot(across, down) > radius * reach:
                return False
    return True
