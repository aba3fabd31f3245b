"""A page in one ink and paper, for copiers: grounds, skin and photos become screens of dots, all else is solid."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from PIL import Image, ImageOps

from htpm_studio.compose.icons import circle_path
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.people import HAIRS, SKINS
from htpm_studio.project.oklch import contrast
from htpm_studio.render.bitmaps import bitmap, encoded
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import (
    Color,
    Crop,
    Ellipse,
    FormField,
    Group,
    Link,
    Node,
    Page,
    Path,
    Picture,
    PictureSource,
    Shape,
    Stroke,
    TextBlock,
)
from htpm_studio.scene.walk import pictures, texts
from htpm_studio.units import Box

PAPER = "#FFFFFF"
SKIN_SHARES = {1: 0.04, 2: 0.08, 3: 0.13, 4: 0.18, 5: 0.24, 6: 0.30, 7: 0.36, 8: 0.42}
"""How much ink the screen of each skin tone has."""

GROUND_SHARE, PHOTO_SHARE = 0.10, 0.72
"""How much ink the screens of a black ground and of the black in a photo have."""

PITCH, PHOTO_PITCH, OUTLINE = 1.9, 0.75, 0.8
"""From dot to dot on grounds and in skin, in photos, and the paper around words and figures: in hundredths of a page's
width."""

SKIN_PITCH, LEAST_PITCH, DOTS, LEAST_UNIT = 0.95, 1.5, 16, 4.0
"""The widest screen of skin, the finest that copiers print (in points), the dots along a head, the unit of cards."""

SEEN, EDGE, PROP_LINE = 1.3, 0.25, 2.5
"""The contrast with which something is seen on its ground, the line around a ground in hundredths of the width, and
the line around a thing, in units of the drawing."""

WIDE, WORD = 0.08, 3
"""The share of a page from which a shape is a ground without words on it, and the most letters of a mere number."""

_SHARPER, _PIXELS, RAYS = 2.0, 9.0, 6
_HEX, _FILL = re.compile(r"#[0-9A-Fa-f]{6}\b"), re.compile(r'fill="(#[0-9A-Fa-f]{6})"')
_SKIN = {color.upper(): SKIN_SHARES[tone] for tone, color in SKINS.items()}
_HAIR = frozenset(color.upper() for color in HAIRS.values())
PRINTED, STEP = 600 / 72, 48
_CODE = {"quiet zone": False, "modules": True}

Dot = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Ground:
    """An area that something lies on: the color that it had, and whether it is ink now."""

    box: Box
    color: str
    inked: bool


def in_one_ink(page: Page, ink: str) -> Page:
    """The page in an ink "#RRGGBB" and paper alone. Its words, their places and what it says to readers stay."""
    return replace(page, ground=Color(PAPER), nodes=_Press(page, ink).print())


class _Press:
    """One page on its way through the press."""

    def __init__(self, page: Page, ink: str) -> None:
        self._page, self._ink = page, Color(ink, "ink")
        self._unit = max(LEAST_UNIT, min(page.size.width, page.size.height) / 100)
        self._whole = Box(0, 0, page.size.width, page.size.height)
        self._grounds = [_Ground(self._whole, page.ground.hex, inked=False)]
        self._words = [_lines(text) for text in texts(page) if text.lines]
        self._spots = [_lines(text).center for text in texts(page) if len(text.text) > WORD]

    def print(self) -> tuple[Node, ...]:
        """All nodes, and the screens of the grounds above them: those keep clear of everything else."""
        nodes = tuple(self._node(node) for node in self._page.nodes)
        dots = tuple(self._ground_dots())
        screen = Shape("screen", self._whole, _circles(dots), fill=self._ink, fixed=True)
        return (*nodes, screen) if dots else nodes

    # ---------------------------------------------------------------- nodes

    def _node(self, node: Node) -> Node:
        match node:
            case Group() | Link():
                return replace(node, children=tuple(self._node(child) for child in node.children))
            case Shape():
                return self._shape(node)
            case TextBlock():
                color = self._color(not self._below(node.box).inked)
                emphasis = replace(node.emphasis, color=color) if node.emphasis else None
                lines = tuple(replace(line, color=None) for line in node.lines)
                return replace(node, color=color, lines=lines, emphasis=emphasis)
            case Picture():
                return self._picture(node)
            case FormField():
                return replace(node, color=self._ink)

    def _color(self, inked: bool) -> Color:
        return self._ink if inked else Color(PAPER)

    def _below(self, box: Box) -> _Ground:
        x, y = box.center
        return next((ground for ground in reversed(self._grounds) if ground.box.holds(x, y)), self._grounds[0])

    def _shape(self, shape: Shape) -> Shape:
        below = self._below(shape.box)
        if isinstance(shape.fill, Color):
            seen = contrast(shape.fill.hex, below.color) >= SEEN
            is_ground = self._is_ground(shape)
            inked = _CODE.get(shape.name, not below.inked if seen and not is_ground else below.inked)
            if is_ground or not isinstance(shape.geometry, Path):
                self._grounds.append(_Ground(shape.box, shape.fill.hex, inked))
            line = Stroke(self._ink, EDGE * self._unit) if is_ground and seen else None
            return replace(shape, fill=self._color(inked), stroke=line)
        if shape.stroke is None:
            return replace(shape, fill=None)
        seen = contrast(shape.stroke.color.hex, below.color) >= SEEN
        return replace(shape, fill=None, stroke=replace(shape.stroke, color=self._color(below.inked != seen)))

    def _is_ground(self, shape: Shape) -> bool:
        """Whether a shape is an area with something on it: a patch, or a rectangle that is wide or holds words."""
        box, geometry = shape.box, shape.geometry
        if isinstance(geometry, Ellipse):
            return False
        if isinstance(geometry, Path):
            corners = {step.points for step in geometry.segments if step.op in "ML"}
            return len(corners) == len(_corners(box) & {(round(x), round(y)) for x, y in corners}) == 4
        wide = box.width * box.height >= WIDE * self._page.size.width * self._page.size.height
        return wide or any(box.holds(x, y) for x, y in self._spots)

    # ---------------------------------------------------------------- pictures

    def _picture(self, picture: Picture) -> Picture:
        unit = self._unit
        if picture.drawn:
            return _as_drawing(picture, self._ink.hex, SKIN_PITCH * unit)
        if picture.source.kind != "svg" and not picture.name.startswith(("logo", "partner")):
            return _as_screen(picture, self._ink.hex, PHOTO_PITCH * unit)
        return _as_mark(picture, self._ink.hex, self._below(picture.box))

    # ---------------------------------------------------------------- screens

    def _ground_dots(self) -> Iterator[Dot]:
        """Dots on what was dark, clear of everything that is on it, fainter to the lower left."""
        even = _Even(render_page(self._page, _SHARPER), OUTLINE * self._unit * _SHARPER)
        clear = OUTLINE * self._unit
        taken = [picture.box for picture in pictures(self._page)] + [box.grown(2 * clear) for box in self._words]
        width, height = self._page.size.width, self._page.size.height
        for x, y in _grid(self._whole, PITCH * self._unit):
            color = even.at(x * _SHARPER, y * _SHARPER)
            if color is None or any(box.holds(x, y) for box in taken):
                continue
            fade = 0.35 + 0.65 * (x / width + 1 - y / height) / 2
            share = GROUND_SHARE * fade * (1 - _light(color))
            if share > 0.01:
                yield x, y, _radius(share, PITCH * self._unit)


def _lines(text: TextBlock) -> Box:
    left, right = min(line.x for line in text.lines), max(line.x + line.width for line in text.lines)
    top, bottom = text.lines[0].baseline - text.style.size, text.lines[-1].baseline
    return Box(left, top, right - left, bottom - top)


def _corners(box: Box) -> set[tuple[int, int]]:
    return {(round(x), round(y)) for x in (box.x, box.right) for y in (box.y, box.bottom)}


class _Even:
    """Where a picture has one color all around, so that a dot keeps clear of every edge."""

    def __init__(self, image: Image.Image, clear: float) -> None:
        self._image = image.convert("RGB")
        turns = [math.pi * at / RAYS for at in range(2 * RAYS)]
        self._around = [
            (part * clear * math.cos(turn), part * clear * math.sin(turn)) for part in (0.5, 1.0) for turn in turns
        ]

    def at(self, x: float, y: float) -> tuple[int, ...] | None:
        """The color around a pixel; None where there are several."""
        color = self._pixel(x, y)
        return color if all(self._pixel(x + dx, y + dy) == color for dx, dy in self._around) else None

    def _pixel(self, x: float, y: float) -> tuple[int, ...] | None:
        spot = min(self._image.width - 1, max(0, int(x))), min(self._image.height - 1, max(0, int(y)))
        found = self._image.getpixel(spot)
        return found if isinstance(found, tuple) else None


def _light(color: Sequence[int]) -> float:
    """How light a color prints, 0 to 1."""
    return (0.3 * color[0] + 0.59 * color[1] + 0.11 * color[2]) / 255


def _grid(box: Box, pitch: float) -> Iterator[tuple[float, float]]:
    """Points at 45 degrees, the next one `pitch` away."""
    step = pitch / math.sqrt(2)
    for row in range(int(box.height / step) + 1):
        for column in range(int(box.width / step / 2) + 1):
            x, y = box.x + (2 * column + row % 2 + 0.5) * step, box.y + (row + 0.5) * step
            if box.holds(x, y):
                yield x, y


def _radius(share: float, pitch: float) -> float:
    return pitch * math.sqrt(share / math.pi)


def _circles(dots: Sequence[Dot]) -> Path:
    return Path(tuple(step for dot in dots for step in circle_path(*dot)))


# ------------------------------------------------------------------ pictures


@lru_cache(maxsize=32)
def _as_drawing(picture: Picture, ink: str, most: float) -> Picture:
    """A drawing of the library: ink lines and hair, paper garments and things, skin as a screen of its tone."""
    box = picture.box
    heads = [head.box.height * box.height for head in picture.heads]
    pitch = min([most, *(max(LEAST_PITCH, head / DOTS) for head in heads)])
    zoom = _PIXELS / pitch
    even = _Even(bitmap(picture, round(box.width * zoom), round(box.height * zoom)), pitch / 2 * zoom)
    dots = []
    for x, y in _grid(Box(0, 0, box.width, box.height), pitch):
        color = even.at(x * zoom, y * zoom)
        share = _SKIN.get("#{:02X}{:02X}{:02X}".format(*color), 0.0) if color else 0.0
        if share:
            dots.append((x, y, _radius(share, pitch)))

    def printed(found: re.Match[str]) -> str:
        color = found[1].upper()
        if color in _SKIN:
            return f'fill="{PAPER}"'
        if color in _HAIR or _is_dark(color):
            return f'fill="{ink}"'
        return f'fill="{PAPER}" stroke="{ink}" stroke-width="{PROP_LINE}"'

    text = _FILL.sub(printed, picture.source.data.decode("ascii"))
    text = _HEX.sub(lambda found: found[0] if found[0] in (PAPER, ink) else ink, text)
    data = text.replace("</svg>", f"{_dots_in_svg(dots, picture, ink)}</svg>")
    return replace(picture, source=_source(picture, data))


def _is_dark(color: str) -> bool:
    return contrast(color, "#000000") < 2.2


def _dots_in_svg(dots: Sequence[Dot], picture: Picture, ink: str) -> str:
    """The dots as one path in the units of a drawing."""
    view = re.search(r'viewBox="(\S+) (\S+) (\S+) (\S+)"', picture.source.data.decode("ascii"))
    left, top, width, height = (float(number) for number in view.groups()) if view else (0.0, 0.0, *picture.source.size)
    crop = picture.crop
    scale = width * (1 - crop.left - crop.right) / picture.box.width
    x0, y0 = left + crop.left * width, top + crop.top * height
    return _svg_path([(x0 + x * scale, y0 + y * scale, r * scale) for x, y, r in dots], ink)


def _svg_path(dots: Sequence[Dot], ink: str) -> str:
    steps = (
        f"{step.op}{' '.join(f'{value:.2f}' for value in step.points)}" for dot in dots for step in circle_path(*dot)
    )
    return f'<path fill="{ink}" d="{"".join(steps)}"/>' if dots else ""


@lru_cache(maxsize=16)
def _as_screen(picture: Picture, ink: str, pitch: float) -> Picture:
    """A photo as dots, larger where it is darker."""
    box = picture.box
    across, down = max(1, round(box.width / pitch * 2)), max(1, round(box.height / pitch * 2))
    gray = ImageOps.autocontrast(bitmap(picture, across, down).convert("L"), cutoff=0.5)
    levels, dots = gray.tobytes(), []
    for x, y in _grid(Box(0, 0, box.width, box.height), pitch):
        row, column = min(down - 1, int(y / box.height * down)), min(across - 1, int(x / box.width * across))
        share = PHOTO_SHARE * (1 - levels[row * across + column] / 255)
        if share > 0.01:
            dots.append((x, y, _radius(share, pitch)))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box.width:.2f} {box.height:.2f}">'
    paper = f'<rect fill="{PAPER}" x="0" y="0" width="{box.width:.2f}" height="{box.height:.2f}"/>'
    made = replace(picture, crop=Crop())
    source = _source(picture, f"{head}{paper}{_svg_path(dots, ink)}</svg>", (box.width, box.height))
    return replace(made, source=source)


def _as_mark(picture: Picture, ink: str, below: _Ground) -> Picture:
    """A logo: what is seen on its ground is ink, the rest paper; one of pixels becomes black and white ones."""
    source = picture.source
    if source.kind == "svg" and b"radient" not in source.data and b"<image" not in source.data:
        text = source.data.decode("utf-8").replace("<svg ", f'<svg fill="{ink}" ', 1)
        text = _HEX.sub(lambda found: ink if contrast(found[0], below.color) >= SEEN else PAPER, text)
        return replace(picture, source=_source(picture, text))
    wide, high = (round(side * PRINTED) for side in (picture.box.width, picture.box.height))
    shown = bitmap(picture, wide, high).convert("RGBA")
    flat = Image.new("RGBA", shown.size, below.color)
    flat.alpha_composite(shown)
    gray, ground = flat.convert("L"), _light(Color(below.color).rgb) * 255
    marked = gray.point(lambda level: 255 if abs(level - ground) > STEP else 0)
    made = Image.new("RGB", shown.size, PAPER)
    made.paste(ink, mask=marked)
    data = encoded(made, "PNG")
    size = float(made.width), float(made.height)
    return replace(picture, crop=Crop(), source=PictureSource(hashlib.sha256(data).hexdigest(), "png", data, size))


def _source(picture: Picture, text: str, size: tuple[float, float] | None = None) -> PictureSource:
    data = text.encode()
    return PictureSource(hashlib.sha256(data).hexdigest(), "svg", data, size or picture.source.size)
