"""The tiles of a design family: small SVG drawings of plain shapes in tones of the ground, laid out from a seed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from fontTools.svgLib.path import parse_path

from htpm_studio.compose.icons import circle_path
from htpm_studio.compose.template import nearest
from htpm_studio.compose.xml_file import xml_root
from htpm_studio.errors import Diagnostic, in_file, msg
from htpm_studio.frozen import dataclass
from htpm_studio.scene.nodes import Segment
from htpm_studio.scene.outline_pen import OutlinePen

MOST_TILES, MOST_BYTES, MOST_SHAPES, MOST_STEPS, LONGEST_PATH, LARGEST = 12, 20_000, 40, 400, 4_000, 10_000.0
TONES = ("quiet", "middle", "strong", "light", "accent")
"""What the class of a shape says: a tone of the ground that the drawing is on, from the faintest to the accent."""

_SHAPES: Mapping[str, tuple[str, ...]] = {
    "path": ("d",), "rect": ("x", "y", "width", "height"), "circle": ("cx", "cy", "r"),
}  # fmt: skip
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class TileShape:
    """A filled shape in a square from 0 to 1, and the place of its tone among `TONES`."""

    segments: tuple[Segment, ...]
    tone: int


Tile = tuple[TileShape, ...]


class _TileError(Exception):
    """What is wrong with a tile, and its line."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


def read_tiles(folder: Path, name: str, problems: list[Diagnostic]) -> tuple[Tile, ...]:
    """The tiles of a folder in the order of their names; mistakes, in files called `name` and theirs, are added."""
    if not folder.is_dir():
        return ()
    paths = sorted(islice(folder.glob("*.svg"), MOST_TILES + 1))
    if len(paths) > MOST_TILES:
        problems.append(in_file(name, 0, msg("There are more than {most} tiles.", most=MOST_TILES), "Remove some."))
    found: list[Tile] = []
    for path in paths[:MOST_TILES]:
        root = xml_root(path, f"{name}/{path.name}", MOST_BYTES, problems)
        try:
            found += [] if root is None else [_tile(root)]
        except _TileError as wrong:
            problems.append(in_file(f"{name}/{path.name}", wrong.line, wrong.message, wrong.hint))
    return tuple(found)


def _tile(root: Any) -> Tile:
    if root.tag not in ("svg", f"{_SVG}svg"):
        raise _TileError(root.sourceline, msg("It is not an SVG drawing."))
    words = root.get("viewBox", "").replace(",", " ").split()
    sides = [float(word) for word in words] if all(_NUMBER.fullmatch(word) for word in words) else []
    if len(sides) != 4 or not 0 < sides[2] <= LARGEST or sides[2] != sides[3] or max(map(abs, sides)) > LARGEST:
        raise _TileError(root.sourceline, msg("A tile is a square."), 'Write viewBox="0 0 100 100".')
    shapes = tuple(_shape(node, (sides[0], sides[1]), sides[2]) for node in root)
    if not 0 < len(shapes) <= MOST_SHAPES or sum(len(shape.segments) for shape in shapes) > MOST_STEPS:
        message = msg("A tile has 1 to {most} shapes with {steps} steps at most.", most=MOST_SHAPES, steps=MOST_STEPS)
        raise _TileError(root.sourceline, message)
    return shapes


def _shape(node: Any, origin: tuple[float, float], side: float) -> TileShape:
    tag, line = str(node.tag).removeprefix(_SVG), node.sourceline or 0
    if tag not in _SHAPES:
        raise _TileError(line, msg("A tile has no <{tag}>.", tag=tag[:40]), msg("Use path, rect and circle."))
    for key in node.attrib:
        if key not in ("class", *_SHAPES[tag]):
            near = nearest(key, ("class", *_SHAPES[tag]))
            raise _TileError(line, msg('<{tag}> has no attribute "{key}"{near}', tag=tag, key=key[:40], near=near))
    tone = node.get("class", "")
    if tone not in TONES:
        raise _TileError(line, msg('class="{tone}" is not a tone{near}', tone=tone[:40], near=nearest(tone, TONES)))
    segments = _path(node, line) if tag == "path" else _plain(tag, node, line)
    points = [value for segment in segments for value in segment.points]
    if not points or max(map(abs, points)) > LARGEST:
        raise _TileError(line, msg("A shape of a tile is empty, or reaches too far."))
    moved = (Segment(segment.op, tuple(_into(segment.points, origin, side))) for segment in segments)
    return TileShape(tuple(moved), TONES.index(tone))


def _into(points: tuple[float, ...], origin: tuple[float, float], side: float) -> Iterator[float]:
    """Points of the drawing as parts of its square, from which nothing sticks out."""
    return (min(max((value - origin[at % 2]) / side, 0.0), 1.0) for at, value in enumerate(points))


def _plain(tag: str, node: Any, line: int) -> list[Segment]:
    words = {key: node.get(key, "0") for key in _SHAPES[tag]}
    wrong = next((key for key, word in words.items() if len(word) > 12 or not _NUMBER.fullmatch(word)), None)
    if wrong is not None:
        raise _TileError(line, msg("{name} must be a number.", name=wrong))
    numbers = [float(word) for word in words.values()]
    if tag == "rect":
        x, y, wide, high = numbers
        corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
        return [Segment("M" if at == 0 else "L", corner) for at, corner in enumerate(corners)] + [Segment("Z")]
    return circle_path(*numbers)


def _path(node: Any, line: int) -> list[Segment]:
    text, pen = node.get("d", ""), OutlinePen()
    if len(text) > LONGEST_PATH:
        raise _TileError(line, msg("The path of a shape is longer than {most} letters.", most=LONGEST_PATH))
    try:
        parse_path(text, pen)
    except Exception as error:  # whatever the reader of paths stumbles over
        raise _TileError(line, msg("The path of a shape cannot be read."), "Write it as in an SVG file.") from error
    return pen.segments
