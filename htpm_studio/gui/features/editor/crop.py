"""The arithmetic of a crop: what of a picture shows on a page, and how a drag, a key or a zoom changes that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from htpm_studio.compose.crop import cover
from htpm_studio.compose.frames import PictureRef
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.render_service import DRAFT
from htpm_studio.project.duotone import photo_key
from htpm_studio.scene.nodes import Page, Picture
from htpm_studio.scene.walk import pictures
from htpm_studio.units import Box

MOST_ZOOM = 3.0
WHOLE = 0.999
"""From which share on all of a picture shows in a direction, so that there is nothing to move."""


@dataclass(frozen=True, slots=True)
class Framing:
    """A picture in its frame, in fractions of the picture.

    `middle` is the middle of what shows, `part` how much shows, `focus` the point that has to show in every size.
    """

    box: Box
    middle: tuple[float, float]
    part: tuple[float, float]
    focus: tuple[float, float]
    zoom: float

    @property
    def ring(self) -> tuple[float, float]:
        """Where the focus is on the page, inside the frame."""
        across = (self.focus[0] - self.middle[0]) / self.part[0] + 0.5
        down = (self.focus[1] - self.middle[1]) / self.part[1] + 0.5
        x, y = min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0)
        return self.box.x + x * self.box.width, self.box.y + y * self.box.height

    @property
    def has_room(self) -> bool:
        """Whether the picture is larger than its frame, so that it can be moved."""
        return min(self.part) < WHOLE

    def dragged(self, dx: float, dy: float) -> tuple[float, float]:
        """The focus after the picture was pulled by so many points; its edges never come into the frame."""
        return self.nudged(dx / self.box.width * self.part[0], dy / self.box.height * self.part[1])

    def nudged(self, dx: float, dy: float) -> tuple[float, float]:
        """The focus after the picture was moved by fractions of itself.

        Where all of it shows in a direction, the focus stays: it still counts for other sizes.
        """
        return self._focus((self.middle[0] - dx, self.middle[1] - dy), self.part)

    def zoomed(self, zoom: float) -> float:
        """A zoom within bounds."""
        return round(min(MOST_ZOOM, max(1.0, zoom)), 3)

    def zoomed_at(self, zoom: float, x: float, y: float) -> Framing:
        """The same picture at another zoom; what is shown at a point of the page stays there, if it can."""
        share = (x - self.box.x) / self.box.width - 0.5, (y - self.box.y) / self.box.height - 0.5
        zoom = self.zoomed(zoom)
        across, down = (min(1.0, one * self.zoom / zoom) for one in self.part)
        left = self.middle[0] + share[0] * (self.part[0] - across)
        top = self.middle[1] + share[1] * (self.part[1] - down)
        focus = self._focus((left, top), (across, down))
        x, y = (0.5 if share >= WHOLE else one for one, share in zip(focus, (across, down), strict=True))
        return replace(self, middle=(x, y), part=(across, down), focus=focus, zoom=zoom)

    def _focus(self, middle: tuple[float, float], part: tuple[float, float]) -> tuple[float, float]:
        """The focus for another middle of what shows, kept where the frame is still filled."""
        x, y = (
            now if share >= WHOLE else min(max(one, share / 2), 1 - share / 2)
            for one, share, now in zip(middle, part, self.focus, strict=True)
        )
        return round(x, 4), round(y, 4)


def framing(page: Page, ref: PictureRef) -> Framing | None:
    """The picture of a page in its largest frame; None when the page does not show it."""
    found = _largest(one for one in pictures(page) if _is(one, ref))
    if found is None:
        return None
    crop, size = found.crop, found.source.size
    part = (max(0.001, 1 - crop.left - crop.right), max(0.001, 1 - crop.top - crop.bottom))
    whole = cover(size, found.box, (0.5, 0.5))
    zoom = (1 - whole.left - whole.right) / part[0]
    middle = (crop.left + part[0] / 2, crop.top + part[1] / 2)
    # A drawing is framed by what it must show until somebody crops it.
    shows_itself = ref.drawn is not None and not ref.moved
    return Framing(found.box, middle, part, middle if shows_itself else ref.focus, max(1.0, zoom))


def _is(picture: Picture, ref: PictureRef) -> bool:
    return (picture.drawn or photo_key(picture.source.key).removesuffix(DRAFT)) == ref.key


def _largest(found: Iterable[Picture]) -> Picture | None:
    return max(found, key=lambda one: one.box.width * one.box.height, default=None)
