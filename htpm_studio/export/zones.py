"""What is known of page sizes and media beside their drawing: names, what is cut off or covered, editor parts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from htpm_studio.errors import Problems, in_file, say
from htpm_studio.units import Box

BOXES = ("safe", "profile", "logo", "person", "label", "edges", "printer")


@dataclass(frozen=True, slots=True)
class Zones:
    """One page size. `boxes` are kinds of zone with their boxes in points; the file says what each kind means."""

    id: str
    title: str
    boxes: Mapping[str, tuple[Box, ...]]
    mirrored: bool = False
    order: bool = False
    real: Literal["screen", "paper"] = "screen"


@dataclass(frozen=True, slots=True)
class App:
    """A program that takes a picture of a page size, at most `most` bytes."""

    canvas: str
    name: str
    most: int


@dataclass(frozen=True, slots=True)
class ZoneBook:
    """All page sizes, the parts of the editor by medium, and where pictures are used."""

    canvases: Mapping[str, Zones]
    blocks: Mapping[str, frozenset[str]]
    apps: tuple[App, ...]
    checked: str

    def zones(self, canvas: str) -> Zones:
        """What is known of a page size; nothing for one that the file does not name."""
        return self.canvases.get(canvas, Zones(canvas, canvas, {}))

    def has(self, medium: str, block: str) -> bool:
        """Whether the editor has that part for a medium."""
        return block in self.blocks.get(medium, frozenset())


def read_zones(path: Path) -> ZoneBook:
    """The zones of a file; raises Problems when it is not what this program wrote."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        canvases = {str(row["id"]): _zones(row) for row in data["canvas"]}
        blocks = {str(name): frozenset(map(str, names)) for name, names in data["medium"].items()}
        apps = tuple(App(str(row["canvas"]), str(row["name"]), int(row["most"])) for row in data["app"])
        return ZoneBook(canvases, blocks, apps, str(data["checked"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Problems(
            path.name, [in_file(path.name, 0, say("The zones cannot be read: {error}.", error=error))]
        ) from error


def _zones(row: Mapping[str, Any]) -> Zones:
    boxes = {name: _boxes(row[name]) for name in BOXES if name in row}
    real: Literal["screen", "paper"] = "paper" if row.get("real") == "paper" else "screen"
    return Zones(str(row["id"]), str(row["title"]), boxes, bool(row.get("mirrored")), bool(row.get("order")), real)


def _boxes(value: list[Any]) -> tuple[Box, ...]:
    rows = value if isinstance(value[0], list) else [value]
    return tuple(Box(left, top, right - left, bottom - top) for left, top, right, bottom in rows)
