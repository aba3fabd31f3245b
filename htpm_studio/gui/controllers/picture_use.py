"""Which pieces use which picture, and how a picture gets into pieces and out of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QCoreApplication

from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.kit.editable import picture_design
from htpm_studio.export.kit.edits import (
    ALT,
    DESCRIBED,
    FOCUS,
    NO_PICTURE,
    PICTURE,
    TEMPLATE,
    ZOOM,
    is_picture,
    picture_name,
    picture_slot,
)
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.photo_placement import Reason, free_photos, reasons
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.tiles import Tile, sections, takes_picture
from htpm_studio.gui.i18n import language_in_use
from htpm_studio.project.model import Edits, Photo, Project
from htpm_studio.project.photo_names import owner_name


@dataclass(frozen=True, slots=True)
class PictureUsage:
    """Pieces by picture (a photo's hash or a scene's name), the names of pieces, and which are locked.

    `places` tells for a picture and a piece in which field of it the picture is, where that is not the first one.
    """

    pieces: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str]
    locked: frozenset[str]
    places: Mapping[tuple[str, str], str]

    def of(self, picture: str) -> tuple[str, ...]:
        """The pieces that show a picture."""
        return self.pieces.get(picture, ())


@dataclass(frozen=True, slots=True)
class Absence:
    """Pieces that could show a photo and do not, by what keeps it out of them."""

    reason: Reason
    pieces: tuple[str, ...]


def absences_of(document: KitDocument, photo: Photo, usage: PictureUsage) -> Iterator[Absence]:
    """Why a photo is not in pieces, in all weeks; none for one that goes nowhere by itself."""
    found: dict[Reason, dict[str, None]] = {}
    shown = set(usage.of(photo.source.key))
    for kit in ready_kits(document):
        if not any(one.source.key == photo.source.key for one in free_photos(kit)):
            return
        for (piece, _field), reason in reasons(kit, photo).items():
            if piece not in shown:
                found.setdefault(reason, {})[piece] = None
    yield from (Absence(reason, tuple(found[reason])) for reason in get_args(Reason) if reason in found)


def ready_kits(document: KitDocument) -> Iterator[Kit]:
    """The kit of every week that has content, the open week first."""
    weeks = [week.number for week in document.campaign.weeks if week.ready]
    for number in sorted(weeks, key=lambda number: number != document.project.week):
        yield document.kit(number)


def usage_of(document: KitDocument) -> PictureUsage:
    """Who uses what, in all weeks."""
    pieces: dict[str, dict[str, None]] = {}
    titles: dict[str, str] = {}
    locked: set[str] = set()
    places: dict[tuple[str, str], str] = {}
    for kit in ready_kits(document):
        for tile in tiles_with_pictures(kit):
            for number, picture in enumerate(pictures_of(tile)):
                name = picture_name(picture)
                pieces.setdefault(name, {})[tile.piece] = None
                if number:
                    places.setdefault((name, tile.piece), picture_slot(number))
            titles.setdefault(tile.piece, tile.title)
            if tile.locked:
                locked.add(tile.piece)
    return PictureUsage({name: tuple(found) for name, found in pieces.items()}, titles, frozenset(locked), places)


def pictures_of(tile: Tile) -> tuple[PictureRef, ...]:
    """The pictures that a tile shows, by their places."""
    several = tile.page.content.get("pictures")
    found = several if isinstance(several, tuple) and several else (tile.page.content.get("picture"),)
    return tuple(one for one in found if isinstance(one, PictureRef))


def tiles_with_pictures(kit: Kit) -> tuple[Tile, ...]:
    """The tiles whose page has a place for a picture."""
    tiles = (tile for section in sections(kit) for tile in section.tiles)
    return kit.cached("tiles with pictures", lambda: tuple(tile for tile in tiles if takes_picture(kit, tile)))


def piece_count(document: KitDocument) -> int:
    """How many pieces the open kit has; 0 in a week without content."""
    kit = next(ready_kits(document), None)
    tiles = [tile for section in sections(kit) for tile in section.tiles] if kit else []
    return len({spec.piece or spec.id for tile in tiles for spec in tile.specs})


def waiting_pieces(project: Project, picture: str) -> tuple[str, ...]:
    """The pieces that the user gave this picture to, also while another one replaces it."""
    return tuple(edit.piece for edit in project.edits.items if is_picture(edit.field) and edit.text == picture)


def with_picture(edits: Edits, pieces: Sequence[str], picture: str, usage: PictureUsage) -> Edits:
    """The edits with another picture for these pieces; the crop of the old one goes with it.

    Their own descriptions stay, with the picture that they were written for.
    """
    chosen = edits.to_mapping()
    shown = {
        piece: name for name, found in usage.pieces.items() for piece in found if (name, piece) not in usage.places
    }
    for piece in pieces:
        own = {name: text for name, text in chosen.get(piece, {}).items() if not name.startswith((FOCUS, ZOOM))}
        about = {DESCRIBED: shown.get(piece, NO_PICTURE)} if own.get(ALT) else {}
        chosen[piece] = {**about, **own, PICTURE: picture}
    return Edits.from_mapping(chosen)


def with_place(kit: Kit, edits: Edits, pieces: Sequence[str]) -> Edits:
    """The edits with another design for those of these pieces that have no place for a picture yet."""
    library = kit.resources.library
    for section in sections(kit):
        for tile in section.tiles:
            if tile.piece in pieces and not tile.words and (design := picture_design(tile.page, library)):
                edits = edits.changed(tile.piece, TEMPLATE, design)
    return edits


def without_picture(project: Project, picture: str) -> Project:
    """The project in which no piece was given this picture; the photo itself stays."""
    gone = {(edit.piece, edit.field) for edit in project.edits.items if is_picture(edit.field) and edit.text == picture}
    items = tuple(
        edit
        for edit in project.edits.items
        if (edit.piece, edit.field) not in gone
        and not ((edit.piece, PICTURE) in gone and edit.field.startswith((FOCUS, ZOOM)))
    )
    return replace(project, edits=Edits(items))


def photo_of(project: Project, picture: str) -> Photo | None:
    """The photo with this hash."""
    return next((photo for photo in project.photos if photo.source.key == picture), None)


def with_record(project: Project, photo: Photo) -> Project:
    """The project with the record of one photo replaced, the photos in the same order.

    Of one in which nobody can be recognized no faces are kept.
    """
    key = photo.source.key
    photo = replace(photo, faces=None) if photo.people == "nobody" and photo.faces else photo
    return replace(project, photos=tuple(photo if known.source.key == key else known for known in project.photos))


def without_photo(project: Project, picture: str) -> Project:
    """The project without a photo and without the choices that named it."""
    project = without_picture(project, picture)
    return replace(project, photos=tuple(photo for photo in project.photos if photo.source.key != picture))


def photo_title(photo: Photo) -> str:
    """A photo's name for people: its file name without the ending."""
    return owner_name(photo)


def scene_title(kit: Kit, name: str) -> str:
    """What a drawn scene is called in the language of the window."""
    return kit.resources.pictures.title(name, language_in_use())


def picture_title(kit: Kit, picture: str) -> str:
    """What a picture of a kit is called: a photo by its file, a scene by what it shows."""
    photo = photo_of(kit.project, picture)
    if photo is not None:
        return photo_title(photo)
    return scene_title(kit, picture) if picture in kit.scenes else QCoreApplication.translate("Pictures", "Picture")
