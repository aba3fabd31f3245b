"""Drawings of the library as pictures of a kit: in the colors of its brand, made for the frame that each is in."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import NamedTuple

from htpm_studio.compose.crop import around_faces, cover, with_heads
from htpm_studio.compose.frames import PictureRef
from htpm_studio.illustrations.crop import Opening
from htpm_studio.illustrations.library import Colors, Drawing, PictureLibrary
from htpm_studio.illustrations.people import Person
from htpm_studio.illustrations.svg import SHADE
from htpm_studio.project.oklch import WHITE, color_of, distance, lch_of, mix, push
from htpm_studio.project.palette import Palette
from htpm_studio.scene.nodes import Crop, DrawnHead, Ellipse, PictureSource, Rectangle
from htpm_studio.units import Box

_ROLES: Mapping[str, str] = {
    "primary": "il-primary", "secondary": "il-secondary", "accent": "il-accent", "sun": "il-sun", "ink": "ink",
    "paper": "surface", "tint": "tint-1", "tint2": "tint-2", "tint3": "tint-3", "deep": "dark",
}  # fmt: skip
_LINED = ("primary", "secondary", "accent", "sun", "tint3")
LINE_CONTRAST = 3.0
"""The least contrast of ink lines with the colors that they are drawn on."""

APART = 0.04
"""The distance of the wall of a picture from its surroundings, in OKLab."""

_DARKER, _SHADE_SHARE, _PALER = 0.06, 0.13, 0.42
_FINE = 3


class Drawings(Mapping[str, PictureRef]):
    """The scenes of a kit by their names, each made when it is first asked for. Safe to share between threads."""

    def __init__(
        self, library: PictureLibrary, cast: Mapping[str, tuple[Person, ...]], palette: Palette, language: str
    ) -> None:
        self._library, self._cast, self._palette, self._language = library, cast, palette, language
        self._made: dict[str, PictureRef] = {}
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[object, ...]:
        """Another process makes its drawings itself."""
        return Drawings, (self._library, self._cast, self._palette, self._language)

    def __getitem__(self, name: str) -> PictureRef:
        """The scene of that name; raises KeyError for another."""
        people = self._cast[name]
        with self._lock:
            if name not in self._made:
                colors = partial(role_colors, self._palette)
                drawing = Drawing(self._library, self._library.scene(name), people, colors, self._language)
                self._made[name] = PictureRef(None, alt=drawing.alt, name=name, drawn=drawing)
            return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """The names, sorted."""
        return iter(self._cast)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._cast)


@lru_cache(maxsize=256)
def role_colors(palette: Palette, around: str = "") -> Colors:
    """The color of each role of a drawing on a ground of that color.

    Where the wall would melt into what is around the picture, it and what is on it are darker by a step. An accent that
    is as white as paper is a lighter tone of the main color, so that neighbors in the two can be told apart.
    """
    colors = {role: palette[name] for role, name in _ROLES.items()}
    if distance(colors["tint"], around or WHITE) < APART:
        darker = _stepped(colors["tint3"])
        between = mix(colors["tint2"], colors["tint3"], 0.45)
        colors |= {"tint": colors["tint2"], "tint2": between, "tint3": darker}
    if distance(colors["accent"], colors["paper"]) < APART:
        colors["accent"] = mix(colors["primary"], colors["paper"], _PALER)
    colors |= {role: push(colors[role], colors["ink"], LINE_CONTRAST) for role in _LINED}
    colors[SHADE] = mix(colors["tint2"], colors["deep"], _SHADE_SHARE)
    return tuple(colors.items())


def _stepped(color: str) -> str:
    lightness, chroma, hue = lch_of(color)
    return color_of(lightness - _DARKER, chroma, hue)


def with_people(ref: PictureRef, people: tuple[Person, ...]) -> PictureRef:
    """A drawing with other people in its places; a photo stays as it is."""
    if ref.drawn is None or ref.drawn.people == people:
        return ref
    drawn = replace(ref.drawn, people=people)
    return replace(ref, drawn=drawn)


class InFrame(NamedTuple):
    """The picture that a frame shows, the part of it, what it shows in words, and whose heads are where."""

    source: PictureSource
    crop: Crop
    alt: str
    heads: tuple[DrawnHead, ...] = ()


def shown_in(
    ref: PictureRef,
    box: Box,
    frame: Rectangle | Ellipse,
    *,
    covered: float = 0.0,
    around: str = "",
    below: float = 0.0,
) -> InFrame:
    """What a frame shows of a picture: its subject above the share of the height that words are on (`below`).

    A drawing is made for the frame. One that its user moved or enlarged stays where they put it.
    """
    if ref.drawn is None and ref.faces and not ref.moved:
        return InFrame(ref.source, around_faces(ref.source.size, box, ref.faces, below), ref.alt)
    if ref.drawn is None:
        usual = cover(ref.source.size, box, ref.focus, ref.zoom)
        focus = ref.focus[0], ref.focus[1] + (1 - usual.top - usual.bottom) * below / 2
        shown = cover(ref.source.size, box, focus, ref.zoom) if below and not ref.moved else usual
        return InFrame(ref.source, with_heads(shown) if ref.people and not ref.moved else shown, ref.alt)
    found = ref.drawn.framed(opening_of(box, frame, covered, below), around)
    crop = cover(found.source.size, box, ref.focus, ref.zoom) if ref.moved else found.crop
    heads = tuple(
        DrawnHead(drawn.place, drawn.person.id, _moved(drawn.head, found.crop, crop)) for drawn in found.people
    )
    return InFrame(found.source, crop, found.alt if ref.alt == ref.drawn.alt else ref.alt, heads)


def _moved(box: Box, before: Crop, now: Crop) -> Box:
    """A box in shares of one part of a picture, in shares of another part."""
    across, down = 1 - before.left - before.right, 1 - before.top - before.bottom
    wide, high = 1 - now.left - now.right, 1 - now.top - now.bottom
    x, y = (before.left + box.x * across - now.left) / wide, (before.top + box.y * down - now.top) / high
    return Box(x, y, box.width * across / wide, box.height * down / high)


def opening_of(box: Box, frame: Rectangle | Ellipse, covered: float = 0.0, below: float = 0.0) -> Opening:
    """The shape of a frame, without its size."""
    ratio = round(box.width / box.height, _FINE)
    if isinstance(frame, Ellipse):
        return Opening(ratio, covered=covered, is_oval=True, below=below)
    top_left, top_right, bottom_right, bottom_left = (round(radius / box.width, _FINE) for radius in frame.radii)
    return Opening(ratio, (top_left, top_right), (bottom_left, bottom_right), covered, below=below)
