"""Which piece of a kit stands in which place of a room, which rooms are offered, and what they are called."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from htpm_studio.export.kit.edits import is_left_out
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.settings import Paper
from htpm_studio.gui.core.tiles import Tile, sections
from htpm_studio.gui.features.room.room_file import Place, Room
from htpm_studio.gui.i18n import language_in_use
from htpm_studio.languages.declared import SOURCE
from htpm_studio.scene.emphasis import without_stars

LEAST_PART = 0.5
"""A room with fewer of its places filled is not offered: its table would look empty."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A piece in its place: the tile by which it is opened, and the page that is seen; `key` names its picture."""

    place: Place
    tile: Tile
    page: PageSpec
    key: str


@dataclass(frozen=True, slots=True)
class FilledRoom:
    """A room with what stands in it, from back to front."""

    room: Room
    standing: tuple[Standing, ...]

    @property
    def objects(self) -> tuple[Standing, ...]:
        """What can be pointed at, in the order in which Tab goes through it."""
        named = (one for one in self.standing if one.place.tab)
        return tuple(sorted(named, key=lambda one: one.place.tab or 0))

    @property
    def part(self) -> float:
        """The part of its places that is filled."""
        return len(self.objects) / max(1, len(self.room.spec.objects))


def filled_rooms(rooms: Sequence[Room], document: KitDocument, paper: Paper) -> tuple[FilledRoom, ...]:
    """The rooms that the kit fills for the most part; raises InputError for a week without content."""
    kit = document.kit()
    tiles = [tile for section in sections(kit) for tile in section.tiles if not _is_out(kit, tile)]
    posts = {tile.piece for tile in tiles if tile.specs[0].medium == "social"}
    changed = last_changed(document, posts)
    filled = (FilledRoom(room, tuple(_standing(room, tiles, paper, changed))) for room in rooms)
    return tuple(one for one in filled if one.part >= LEAST_PART)


def first_room(filled: Sequence[FilledRoom]) -> str:
    """The room to show first: the one with the largest part of its places filled, and among these with the most."""
    best = max(filled, key=lambda one: (one.part, len(one.objects)), default=None)
    return best.room.id if best is not None else ""


def last_changed(document: KitDocument, pieces: Collection[str]) -> str:
    """Which of these pieces the user changed last, as far as it can be taken back; "" where none was."""
    history = document.history()
    projects = [history.base, *(project for _, project in history.steps[: history.index])]
    for old, new in zip(reversed(projects[:-1]), reversed(projects[1:]), strict=True):
        changed = {edit.piece for edit in set(old.edits.items) ^ set(new.edits.items)}
        if found := sorted(changed & set(pieces)):
            return found[0]
    return ""


def headline(tile: Tile) -> str:
    """What a piece says in large letters; its title where it has no such words."""
    head = tile.page.content.get("head")
    return without_stars(head) if isinstance(head, str) and head else tile.title


def in_window_language(names: Mapping[str, str]) -> str:
    """A name in the language of the window, else in English."""
    return names.get(language_in_use(), names[SOURCE])


def spoken_name(standing: Standing) -> str:
    """An object and what its piece says, as in "Flyers: Fair work keeps people safe"."""
    return f"{in_window_language(standing.place.name)}: {headline(standing.tile)}"


def _standing(room: Room, tiles: Sequence[Tile], paper: Paper, changed: str) -> Iterator[Standing]:
    for place in sorted(room.spec.place, key=lambda one: one.z):
        ways = (name for name in (place.piece, place.instead) if name)
        tile = next((found for name in ways if (found := _tile(name, place, tiles, paper, changed))), None)
        if tile is None:
            continue
        fronts = _spec_pages(tile)
        number = place.page if place.page <= len(fronts) else 1
        page = tile.page if number == 1 else fronts[number - 1]
        yield Standing(place, tile, page, f"room|{tile.key}|{number}")


def _spec_pages(tile: Tile) -> tuple[PageSpec, ...]:
    """The fronts of a sheet, one for each language; of anything else its pages."""
    spec = next((one for one in tile.specs if tile.page in one.pages), tile.specs[0])
    return spec.pages[:: spec.sides] if spec.sheet else spec.pages


def _tile(name: str, place: Place, tiles: Sequence[Tile], paper: Paper, changed: str) -> Tile | None:
    """The tile of a piece that a place asks for: of posts the one changed last, of handouts that on the usual paper."""
    medium, _, rest = name.partition("/")
    of_medium = [tile for tile in tiles if tile.specs[0].medium == medium]
    if medium == "deck":
        found = [tile for tile in of_medium if tile.specs[0].group == rest]
    elif medium == "social":
        found = [tile for tile in of_medium if tile.size == rest]
        found.sort(key=lambda tile: (tile.piece != changed, not _has_design(tile, place.prefers)))
    else:
        found = [tile for tile in of_medium if not rest or tile.piece.partition("/")[2] == name]
        found.sort(key=lambda tile: ("a4" in tile.page.canvas.split("-")) != (paper == "a4"))
    return found[0] if found else None


def _has_design(tile: Tile, design: str) -> bool:
    return bool(design) and tile.page.template.startswith(design)


def _is_out(kit: Kit, tile: Tile) -> bool:
    return tile.words or tile.left_out or is_left_out(kit, tile.specs[0].piece)
