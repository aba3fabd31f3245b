"""The five doors of START-HERE: what people want to do with a kit, and what each file is for that no piece declares."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from htpm_studio.decoding.declaration_file import check_schema, decoder, read_declared
from htpm_studio.decoding.source import KeyPlace
from htpm_studio.decoding.values import within
from htpm_studio.errors import msg
from htpm_studio.frozen import dataclass
from htpm_studio.languages.model import InEnglish
from htpm_studio.paths import templates
from htpm_studio.pieces.model import DOORS, DoorName
from htpm_studio.pieces.sizes import Medium

DOORS_FILE = "doors.toml"
Said = Annotated[Mapping[str, str], InEnglish]


@dataclass(frozen=True, slots=True)
class Door:
    """A door: its `name`, what is behind it, and `steps` under a `head` that say how it is used.

    Files of its `media` are behind it where nothing else is said. It shows so many rows, and folds the others; its
    first file is also offered before the door where it is `quick`.
    """

    id: DoorName
    name: Said
    about: Said
    head: Said
    steps: tuple[Said, ...]
    media: tuple[Medium, ...]
    rows: Annotated[int, within(1, 20)]
    quick: bool = False


@dataclass(frozen=True, slots=True)
class DoorRow:
    """Files that are `of` these pieces as one row: its `title`, what it is for, and its place among the others."""

    of: tuple[str, ...]
    door: DoorName
    place: Annotated[int, within(0, 1000)]
    title: Said
    use: Said


@dataclass(frozen=True, slots=True)
class Doors:
    """What `doors.toml` says."""

    schema: int
    door: tuple[Door, ...]
    row: tuple[DoorRow, ...]

    def row_of(self, piece: str) -> DoorRow | None:
        """The row of a piece, if it has one here."""
        return next((row for row in self.row if piece in row.of), None)


def read_doors(folder: Path) -> Doors:
    """What a folder of templates declares; raises Problems with every mistake in the file."""
    found: Doors = read_declared(
        Doors, folder / DOORS_FILE, DOORS_FILE, "The declaration of doors", decoder({Doors: _check_doors})
    )
    return found


@cache
def doors() -> Doors:
    """The doors of START-HERE; raises Problems with each mistake in their file."""
    return read_doors(templates())


def _check_doors(found: Doors, place: KeyPlace) -> None:
    check_schema(found, place)
    if tuple(door.id for door in found.door) != DOORS:
        place.child("door").wrong(msg("There is one door for each of {names}, in this order.", names=", ".join(DOORS)))
    taken: set[str] = set()
    for at, row in enumerate(found.row):
        for piece in (piece for piece in row.of if piece in taken):
            place.child("row", at, "of").wrong(msg("{name} is in two rows.", name=piece))
        taken.update(row.of)
