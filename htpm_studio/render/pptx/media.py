"""Pictures of a deck: each source once, no larger than a slide can show, drawings and logos as vectors too."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import field, replace

from htpm_studio.frozen import dataclass
from htpm_studio.render.bitmaps import picture_file
from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.scene.nodes import Crop, Page, Picture, Rectangle
from htpm_studio.scene.walk import pictures
from htpm_studio.units import POINTS_PER_INCH, Box

MAX_SIDE, MAX_DRAWING_SIDE = 2400, 1800
MAX_DPI = 220.0
_DRAWING_PIXELS, _LOGO_PIXELS = 1.5, 4.0
"""Pixels a point of the bitmaps beside vector pictures, for programs that do not draw vectors: a drawing across a slide
of 960 points has 1440. Logos are small and meet the eye first, so they get more."""

_WORTH_IT = 0.95
_QUALITY = 88
_TYPES = {"jpg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Media:
    """The bitmap of a picture and, for a drawing or a vector logo, the vectors."""

    bitmap: PackagePart
    vector: PackagePart | None = None


@dataclass(slots=True)
class MediaStore:
    """Media parts of a package by picture source; `widths` holds the pixels that each needs."""

    package: Package
    widths: dict[str, int]
    stored: dict[str, Media] = field(default_factory=dict)

    def media(self, picture: Picture) -> Media:
        """The media of a picture; the whole picture is stored, so that a crop can be changed later."""
        key = picture.source.key
        if key not in self.stored:
            self.stored[key] = self._store(picture)
        return self.stored[key]

    def _store(self, picture: Picture) -> Media:
        source, number = picture.source, len(self.stored) + 1
        data, extension = _encoded(picture, self.widths[source.key])
        name = f"ppt/media/image{number}"
        part = self.package.add(f"{name}.{extension}", _TYPES[extension], data)
        if source.kind != "svg":
            return Media(part)
        return Media(part, self.package.add(f"{name}.svg", _TYPES["svg"], source.data))


def media_store(package: Package, pages: Iterable[Page]) -> MediaStore:
    """A store that knows how large each picture of the pages is shown at most."""
    widths: dict[str, int] = {}
    for page in pages:
        for picture in pictures(page):
            key = picture.source.key
            widths[key] = max(widths.get(key, 1), pixels(picture))
    return MediaStore(package, widths)


def is_logo(picture: Picture) -> bool:
    """Whether a picture is a logo, by the name of its node or slot."""
    return "logo" in f"{picture.name} {picture.slot}".lower()


def pixels(picture: Picture) -> int:
    """The width in pixels that the whole picture needs where it is shown."""
    shown = max(0.01, 1 - picture.crop.left - picture.crop.right)
    width, height = picture.source.size
    density, side, finest = MAX_DPI / POINTS_PER_INCH, MAX_SIDE, width
    if picture.source.kind == "svg":
        logo, finest = is_logo(picture), math.inf
        density, side = (_LOGO_PIXELS, MAX_SIDE) if logo else (_DRAWING_PIXELS, MAX_DRAWING_SIDE)
    wanted = picture.box.width / shown * density
    return max(1, round(min(wanted, side * min(1.0, width / height), finest)))


def _encoded(picture: Picture, width: int) -> tuple[bytes, str]:
    source = picture.source
    full_width, full_height = source.size
    if source.kind != "svg" and width >= full_width * _WORTH_IT:
        return source.data, "jpg" if source.kind == "jpeg" else "png"
    height = max(1, round(width * full_height / full_width))
    whole = replace(picture, box=Box(0, 0, width, height), crop=Crop(), frame=Rectangle())
    if source.kind != "jpeg":
        return picture_file(whole, width, height, "PNG"), "png"
    return picture_file(whole, width, height, "JPEG", quality=_QUALITY), "jpg"
