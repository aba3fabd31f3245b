"""Which part of a scene a frame shows: every head whole with air around it, hands and things wherever there is room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.arrange import CLOSE_RATIO, Arranged, shifted
from htpm_studio.illustrations.figure import around
from htpm_studio.illustrations.scene_file import FRONT_Z
from htpm_studio.units import Box

WORLD = Box(-1600.0, -2200.0, 4800.0, 5400.0)
"""The area in which settings are drawn."""

NOMINAL = Box(-400.0, -500.0, 2400.0, 1700.0)
"""The picture of a scene where no frame asks, such as in a list."""

_AIR, _ABOVE, _BELOW, _ROUND_AIR = 60.0, 70.0, 60.0, 36.0
_SHOULDER = 40.0
_ROOM, _TALL_ROOM = 1800.0, 1100.0
"""The least width of a room without people that shows, and that in an upright frame."""

_SPARE_TALL, _SPARE_WIDE, _SPARE_EMPTY = 0.58, 0.6, 0.86
"""The share of spare height that goes above the heads, for words."""

_WHOLE_ENOUGH = 0.85
_CLOSE_HEAD, _CLOSE_ABOVE = 0.58, 0.06
"""The most that a head takes of a close-up's height, and the least air above it, in shares of the window."""

_GROWTH, _MOST_GROWTH = 1.03, 40


@dataclass(frozen=True, slots=True)
class Opening:
    """The shape of a frame: width by height, how round its upper and lower corners are, in shares of the width.

    `covered` is the share of its width at the left that text is on, `below` that of its height at the foot.
    `is_oval` is a frame without corners.
    """

    ratio: float
    upper: tuple[float, float] = (0.0, 0.0)
    lower: tuple[float, float] = (0.0, 0.0)
    covered: float = 0.0
    is_oval: bool = False
    below: float = 0.0

    @property
    def free_ratio(self) -> float:
        """Width by height of what no text covers."""
        return self.ratio * (1 - self.covered) / (1 - self.below)

    @property
    def is_round(self) -> bool:
        """Whether it is a circle, or nearly so."""
        return self.is_oval and 0.8 <= self.ratio <= 1.25


def fitted(shown: Arranged, opening: Opening) -> tuple[Arranged, Box]:
    """The scene and the part of it that fills the frame; the scene moves aside where text covers more than is there."""
    window = _view(shown, opening)
    lacking = WORLD.x - window.x
    if lacking > 0:
        shown = shifted(shown, lacking)
        window = window.moved(lacking, 0)
    window = _inside_world(window)
    return _without_cut_things(shown, window, opening), window


def _without_cut_things(shown: Arranged, window: Box, opening: Opening) -> Arranged:
    """The scene without the things before the people of which an edge would leave only a part."""
    scene = shown.scene
    kept = tuple(prop for prop in scene.props if prop.z < FRONT_Z or not _is_cut(shown.box_of(prop), window, opening))
    return replace(shown, scene=replace(scene, props=kept))


def _is_cut(box: Box, window: Box, opening: Opening) -> bool:
    seen = min(box.right, window.right) - max(box.x, window.x)
    if opening.is_oval and seen > 0:
        return not _clear(window, _grown_about(box, _WHOLE_ENOUGH), opening)
    return 0 < seen < _WHOLE_ENOUGH * box.width


def _view(shown: Arranged, opening: Opening) -> Box:
    if shown.scene.close and not opening.is_oval and not any((*opening.upper, *opening.lower)):
        return _close(shown.heads[0], shown.figures[0].whole, opening)
    must, whole, things = _subjects(shown)
    if opening.is_round and not opening.covered:
        return _round(must, whole, opening, empty=not shown.people)
    box = _straight(shown, must, whole, things, opening.free_ratio)
    for _ in range(_MOST_GROWTH):
        wide = _uncovered(box, opening)
        if all(_clear(wide, subject, opening) for subject in must):
            return wide
        box = _grown(box)
    return _uncovered(box, opening)


def _close(head: Box, whole: Box, opening: Opening) -> Box:
    """A window on a head and both shoulders, which ends where the person is still drawn."""
    ratio = opening.free_ratio
    high = max(head.height / _CLOSE_HEAD, whole.width / ratio)
    top = min(head.y - _CLOSE_ABOVE * high, whole.bottom - high)
    return _uncovered(Box(whole.center[0] - high * ratio / 2, top, high * ratio, high), opening)


def _subjects(shown: Arranged) -> tuple[list[Box], list[Box], list[Box]]:
    """The boxes that stay whole, those of whole figures, and those of things in front."""
    scene = shown.scene
    things = [shown.box_of(prop) for prop in scene.props if prop.z >= FRONT_Z]
    speech = [shown.box_of(prop) for prop in scene.props if prop.is_bubble]
    everything = things or [shown.box_of(prop) for prop in scene.props]
    return (
        [*(shown.heads or everything), *speech],
        [figure.whole for figure in shown.figures] or everything,
        things,
    )


def _round(must: Sequence[Box], whole: Sequence[Box], opening: Opening, *, empty: bool) -> Box:
    kept, figures = around(list(must)), around(list(whole))
    x, y = kept.center[0], kept.center[1] + min(140.0, figures.height * 0.45)
    corners = [(at_x, at_y) for box in must for at_x in (box.x, box.right) for at_y in (box.y, box.bottom)]
    radius = max(math.hypot(at_x - x, at_y - y) for at_x, at_y in corners) + _ROUND_AIR
    y -= 0.25 * radius if empty else 0.0
    across, down = radius * max(1.0, opening.ratio), radius * max(1.0, 1 / opening.ratio)
    return _inside_world(Box(x - across, y - down, 2 * across, 2 * down))


def _straight(shown: Arranged, must: Sequence[Box], whole: Sequence[Box], things: Sequence[Box], ratio: float) -> Box:
    people = shown.scene.seats
    heads, figures = around(list(must)), around(list(whole))
    left, right = figures.x, figures.right
    if ratio >= CLOSE_RATIO:
        if things:
            room = around([*whole, *things])
            left, right = room.x, room.right
    elif len(people) <= 1:
        left, right = min(heads.x, left), max(heads.right, right)
    elif all(figure.is_bust for figure in people):  # an outer shoulder may leave the picture, a head and a hand may not
        left, right = left + _SHOULDER, right - _SHOULDER
    left, right = min(heads.x, left) - _AIR, max(heads.right, right) + _AIR
    least = _ROOM if ratio > 1 else _TALL_ROOM
    if not people and right - left < least:
        left, right = (left + right - least) / 2, (left + right + least) / 2
    top, bottom = heads.y - _ABOVE, max(heads.bottom + _BELOW, figures.bottom)
    width, height = right - left, bottom - top
    wide, high = (height * ratio, height) if width / height < ratio else (width, width / ratio)
    above = _SPARE_TALL if ratio < 1 else _SPARE_WIDE if people else _SPARE_EMPTY
    return _inside_world(Box((left + right - wide) / 2, top - (high - height) * above, wide, high))


def _uncovered(free: Box, opening: Opening) -> Box:
    """The whole window, of which `free` is what no text covers."""
    if not opening.covered and not opening.below:
        return free
    width = free.width / (1 - opening.covered)
    return Box(free.right - width, free.y, width, free.height / (1 - opening.below))


def _grown(box: Box) -> Box:
    """A larger window about the same middle, a little more of it above."""
    wide, high = box.width * _GROWTH, box.height * _GROWTH
    return _inside_world(Box(box.x - (wide - box.width) / 2, box.y - (high - box.height) * 0.6, wide, high))


def _inside_world(box: Box) -> Box:
    shrink = min(1.0, WORLD.width / box.width, WORLD.height / box.height)
    wide, high = box.width * shrink, box.height * shrink
    x = min(max(box.x + (box.width - wide) / 2, WORLD.x), WORLD.right - wide)
    y = min(max(box.y + (box.height - high) / 2, WORLD.y), WORLD.bottom - high)
    return Box(x, y, wide, high)


def _clear(window: Box, box: Box, opening: Opening) -> bool:
    """Whether a box is inside a window and out of its round corners and of what text covers."""
    aside, high = window.width * opening.covered, window.height * (1 - opening.below)
    free = Box(window.x + aside, window.y, window.width - aside, high)
    if not free.contains(box, slack=0.5):
        return False
    if opening.is_oval:
        x, y = window.center
        return all(
            math.hypot((at_x - x) / (window.width / 2), (at_y - y) / (window.height / 2)) <= 1
            for at_x in (box.x, box.right)
            for at_y in (box.y, box.bottom)
        )
    left, right = box.x - window.x, window.right - box.right
    above, below = box.y - window.y, window.bottom - box.bottom
    corners = (
        (left, above, opening.upper[0]), (right, above, opening.upper[1]),
        (left, below, opening.lower[0]), (right, below, opening.lower[1]),
    )  # fmt: skip
    return all(_outside_corner(across, down, share * window.width) for across, down, share in corners)


def _outside_corner(across: float, down: float, radius: float) -> bool:
    """Whether a point so far from both edges is not cut by a corner of that radius."""
    if across >= radius or down >= radius:
        return True
    return math.hypot(radius - across, radius - down) <= radius


def stage(window: Box, room: float) -> Box:
    """A window with room around it to move in, of the same proportions."""
    return _inside_world(_grown_about(window, room))


def _grown_about(box: Box, by: float) -> Box:
    wide, high = box.width * by, box.height * by
    return Box(box.center[0] - wide / 2, box.center[1] - high / 2, wide, high)
