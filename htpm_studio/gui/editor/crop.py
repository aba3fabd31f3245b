"""The arithmetic of a crop: what of a picture shows on a page, and how a drag, a key or a zoom changes that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from htpm_studio.compose.crop import cover
from htpm_studio.compose.frames import PictureRef
from htpm_studio.project.duotone import photo_key
from htpm_studio.scene.nodes import Page, Picture
from htpm_studio.scene.walk import pictures
from htpm_studio.units import Box

MOST_ZOOM = 3.0


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

    def dragged(self, dx: float, dy: float) -> tuple[float, float]:
        """The focus after the picture was pulled by so many points; its edges never come into the frame."""
        x = self.middle[0] - dx / self.box.width * self.part[0]
        y = self.middle[1] - dy / self.box.height * self.part[1]
        return self.kept((x, y))

    def nudged(self, dx: float, dy: float) -> tuple[float, float]:
        """The focus moved by fractions of the picture."""
        return _inside(self.focus[0] + dx, self.focus[1] + dy)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The place in the picture (fractions) that is shown at a point of the page."""
        left, top = self.middle[0] - self.part[0] / 2, self.middle[1] - self.part[1] / 2
        across = (x - self.box.x) / self.box.width * self.part[0] + left
        down = (y - self.box.y) / self.box.height * self.part[1] + top
        return _inside(across, down)

    def kept(self, focus: tuple[float, float]) -> tuple[float, float]:
        """The focus where the frame is still filled."""
        x, y = (min(max(one, part / 2), 1 - part / 2) for one, part in zip(focus, self.part, strict=True))
        return round(x, 4), round(y, 4)

    def zoomed(self, zoom: float) -> float:
        """A zoom within bounds."""
        return round(min(MOST_ZOOM, max(1.0, zoom)), 3)


def framing(page: Page, ref: PictureRef) -> Framing | None:
    """The picture of a page in its largest frame; None when the page does not show it."""
    found = _largest(one for one in pictures(page) if _is(one, ref))
    if found is None:
        return None
    crop, size = found.crop, ref.source.size
    part = (max(0.001, 1 - crop.left - crop.right), max(0.001, 1 - crop.top - crop.bottom))
    whole = cover(size, found.box, (0.5, 0.5))
    zoom = (1 - whole.left - whole.right) / part[0]
    middle = (crop.left + part[0] / 2, crop.top + part[1] / 2)
    # A built-in picture is framed by what it must show until somebody crops it.
    return Framing(found.box, middle, part, middle if ref.subjects else ref.focus, max(1.0, zoom))


def _inside(x: float, y: float) -> tuple[float, float]:
    return round(min(max(x, 0.0), 1.0), 4), round(min(max(y, 0.0), 1.0), 4)


def _is(picture: Picture, ref: PictureRef) -> bool:
    return photo_key(picture.source.key).removesuffix(DRAFT) == ref.source.key


def _largest(found: Iterable[Picture]) -> Picture | None:
    return max(found, key=lambda one: one.box.width * one.box.height, default=None)


DRAFT = "-draft"
"""What the key of a small copy ends with that stands in for a picture while it is dragged."""
