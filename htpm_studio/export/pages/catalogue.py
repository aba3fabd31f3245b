"""Every piece that a kit can hold: the place where a new piece is added."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from htpm_studio.errors import Message, msg
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.edits import is_left_out
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.backgrounds import background_specs
from htpm_studio.export.pages.social import social_graphics
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.export.texts.file_specs import copy_specs
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.sizes import Medium


@dataclass(frozen=True, slots=True)
class CataloguePiece:
    """A kind of file: its medium, its name for people, and how its files follow from a kit."""

    medium: Medium
    title: str
    specs: Callable[[Kit], Iterator[FileSpec]]


CATALOGUE: tuple[CataloguePiece, ...] = (
    CataloguePiece("deck", msg("Decks"), deck_specs),
    CataloguePiece("background", msg("Video-call backgrounds"), background_specs),
    CataloguePiece("social", msg("Social graphics"), social_graphics),
    CataloguePiece("print", msg("Handouts"), print_specs),
    CataloguePiece("copy", msg("Posts and texts"), copy_specs),
)


def plan(kit: Kit) -> tuple[FileSpec, ...]:
    """All files of a kit in a fixed order: only the media that were asked for, without what the user left out."""
    return kit.cached("plan", lambda: _plan(kit))


def specs_of(kit: Kit, piece: CataloguePiece) -> tuple[FileSpec, ...]:
    """All files of one kind, also what the user left out."""
    return kit.cached(("specs", piece.medium), lambda: tuple(piece.specs(kit)))


def _plan(kit: Kit) -> tuple[FileSpec, ...]:
    specs = (spec for piece in CATALOGUE if piece.medium in kit.options.media for spec in specs_of(kit, piece))
    return tuple(spec for spec in specs if not is_left_out(kit, spec.piece))


def missing_media(kit: Kit) -> list[Message]:
    """A sentence for each wanted medium whose texts the campaign does not have in the kit's language."""
    language = kit.campaign.words.language_name
    found: list[Message] = []
    if "deck" in kit.options.media and not kit.week.decks:
        found.append(msg("There are no decks in {language} yet; they were left out.", language=language))
    if "print" in kit.options.media and not kit.week.handouts:
        found.append(msg("There are no handouts in {language} yet; they were left out.", language=language))
    return found
