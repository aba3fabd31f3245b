"""Rooms as they are declared: what is drawn, and where which piece of a kit stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from htpm_studio import paths
from htpm_studio.decoding.declaration_file import check_schema, decoder, read_into
from htpm_studio.decoding.source import KeyPlace, Report, bounded_text
from htpm_studio.decoding.values import InOrder, Most, within
from htpm_studio.errors import Diagnostic, msg
from htpm_studio.frozen import dataclass
from htpm_studio.languages.model import InEnglish

WIDTH, HEIGHT = 1440, 900
"""The units of a room: what its corners are given in, and its proportions."""

ROOMS, ROOM, ART = "rooms", "room.toml", "room.svg"
MOST_ROOMS, MOST_ART, BEYOND = 12, 200_000, 200.0

Across = Annotated[float, within(-BEYOND, WIDTH + BEYOND)]
Down = Annotated[float, within(-BEYOND, HEIGHT + BEYOND)]
Point = Annotated[tuple[Across, Down], InOrder(msg("two numbers in square brackets"))]
Quad = Annotated[tuple[Point, Point, Point, Point], InOrder(msg("the four corners of a page"))]
Part = Annotated[float, within(0.0, 1.0)]
End = Annotated[float, within(0.0, 1.05)]
"""Parts of a page; what ends a little past its edge takes the edge along."""
Hole = Annotated[tuple[Part, Part, End, End], InOrder(msg("left, top, right and bottom of the hole"))]
Height = Annotated[float, within(0.0, 100.0)]
Light = Literal["paper", "screen", "projected"]
Names: TypeAlias = Annotated[Mapping[str, Annotated[str, Most(80)]], InEnglish]


@dataclass(frozen=True, slots=True)
class Layer:
    """A group of the drawing, at a height; with `of` it comes and goes with that place."""

    id: str
    z: Height
    of: str = ""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A soft shape below a place, or below a part of the drawing that is always there."""

    shape: Annotated[tuple[Point, ...], Most(60)]
    blur: Annotated[float, within(0.0, 60.0)]
    alpha: Part
    z: Height
    of: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands: the corners of its page from the top left one on, as the hands of a clock go.

    `shape` is the width of the page by its height, which its corners do not show where it lies on a table.
    `piece` is a medium and what is shown of it: the deck, the shape of a post, the piece itself; where a kit has no
    such piece, the one `instead` takes its place. `prefers` is the design of the post that comes first while the user
    has changed none, `page` the side that is in front, of sheets in several languages that of each. Light falls on
    `paper`: it is darker by `shade`, and by `fall` more at its right. `radius` is that of its corners and `holes` what
    is torn off, both in widths of the page. One that is the `same_as` another is a further sheet of it.
    """

    id: str
    piece: str
    quad: Quad
    shape: Annotated[float, within(0.05, 20.0)]
    z: Height
    light: Light
    page: Annotated[int, within(1, 9)] = 1
    prefers: str = ""
    instead: str = ""
    shade: Part = 0.0
    fall: Part = 0.0
    radius: Annotated[float, within(0.0, 0.5)] = 0.0
    holes: Annotated[tuple[Hole, ...], Most(9)] = ()
    tab: Annotated[int, within(1, 40)] | None = None
    name: Names = field(default_factory=dict)
    same_as: str = ""

    @property
    def object(self) -> str:
        """The place that is meant where this one is pointed at."""
        return self.same_as or self.id


@dataclass(frozen=True, slots=True)
class RoomSpec:
    """A room as it is written."""

    schema: int
    order: int
    name: Names
    layer: Annotated[tuple[Layer, ...], Most(60)]
    place: Annotated[tuple[Place, ...], Most(40)]
    shadow: Annotated[tuple[Shadow, ...], Most(80)] = ()

    @property
    def objects(self) -> tuple[Place, ...]:
        """The places that have a name, in the order in which Tab goes through them."""
        return tuple(sorted((one for one in self.place if one.tab), key=lambda one: one.tab or 0))


@dataclass(frozen=True, slots=True)
class Room:
    """A room: its id, what it declares, and its drawing."""

    id: str
    spec: RoomSpec
    art: str


@lru_cache(maxsize=1)
def program_rooms() -> tuple[tuple[Room, ...], tuple[Diagnostic, ...]]:
    """The rooms of the program in their order, and what is wrong with those that are left out."""
    return read_rooms(paths.assets() / ROOMS)


def read_rooms(folder: Path) -> tuple[tuple[Room, ...], tuple[Diagnostic, ...]]:
    """The rooms of a folder in their order; one with mistakes is left out, and all of them are told."""
    report = Report()
    read: list[Room] = []
    for place in sorted(folder.glob(f"*/{ROOM}"))[:MOST_ROOMS]:
        before = len(report.problems)
        spec = read_into(report, place, f"{place.parent.name}/{ROOM}", RoomSpec, _READER)
        art = bounded_text(place.with_name(ART), f"{place.parent.name}/{ART}", MOST_ART, report.problems)
        if spec is not None and art is not None and len(report.problems) == before:
            read.append(Room(place.parent.name, spec, art))
    return tuple(sorted(read, key=lambda room: room.spec.order)), tuple(report.problems)


def _check_room(room: RoomSpec, place: KeyPlace) -> None:
    check_schema(room, place)
    if not all(map(place.whole, ("layer", "place", "shadow"))):
        return  # what is left of a list is at other numbers, and says nothing of what belongs together
    names = [one.id for one in room.place]
    named = {one.id for one in room.place if one.tab}
    belong = {"layer": [one.of for one in room.layer], "shadow": [one.of for one in room.shadow]}
    for key, owners in belong.items():
        for number, owner in enumerate(owners):
            if owner:
                place.child(key, number, "of").one_of(owner, names)
    for number, row in enumerate(room.place):
        if names.index(row.id) != number:
            place.child("place", number, "id").wrong(msg("The place {name} is there twice.", name=row.id))
        if row.same_as:
            place.child("place", number, "same_as").one_of(row.same_as, named)
    stops = [one.tab for one in room.objects]
    if stops != list(range(1, len(stops) + 1)):
        place.child("place").wrong(msg("The places must be numbered from 1 by tab, without a gap."))


def _check_place(found: Place, place: KeyPlace) -> None:
    if not _is_convex(found.quad):
        place.child("quad").wrong(
            msg("The corners must go around a page: top left, top right, bottom right, bottom left.")
        )
    elif not all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in found.quad):
        place.child("quad").wrong(msg("The corners must be in the room: {size}.", size=f"{WIDTH} × {HEIGHT}"))
    if not found.same_as and not (found.tab and found.name):
        place.wrong(msg("A place needs tab and name, or same_as with the place that it belongs to."))


def _is_convex(quad: Sequence[tuple[float, float]]) -> bool:
    """Whether all corners turn to the right, as those of a page do that is seen from its front."""
    turns = zip(quad, (*quad[1:], quad[0]), (*quad[2:], *quad[:2]), strict=True)
    return all((b[0] - a[0]) * (c[1] - b[1]) > (b[1] - a[1]) * (c[0] - b[0]) for a, b, c in turns)


def _check_shadow(found: Shadow, place: KeyPlace) -> None:
    if len(found.shape) < 3:
        place.child("shape").wrong(msg("A shadow needs three corners or more."))


_READER = decoder({RoomSpec: _check_room, Place: _check_place, Shadow: _check_shadow})
