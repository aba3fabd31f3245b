"""A slide in other decks: in those of all weeks, kept the same when done again, or behind a slide of another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from htpm_studio.campaign.model import Deck
from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import InputError
from htpm_studio.export.decks.file_specs import deck_pages
from htpm_studio.export.decks.slides import copied_fields, deck_with, slide_names, slide_piece, with_slide_at
from htpm_studio.export.kit.edits import (
    ADDED,
    ALT,
    DESCRIBED,
    LEFT_OUT,
    LOCKED,
    NOTES,
    PICTURE,
    SHARED,
    TEMPLATE,
    YES,
    changes_piece,
    edits_of,
    picture_name,
    picture_named,
)
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.kit_cast import PEOPLE
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import FieldLimits
from htpm_studio.project.model import Edits

_STAYS = (LOCKED, PEOPLE, LEFT_OUT, SHARED)


@dataclass(frozen=True, slots=True)
class Spread:
    """The edits with a slide in every week: the weeks that it is new in, and those where only its words changed."""

    edits: Edits
    added: tuple[int, ...] = ()
    renewed: tuple[int, ...] = ()


def can_be_in_every_week(kit: Kit, piece: str) -> bool:
    """Whether that is a slide that the user added or changed, and one that other weeks can have."""
    own = edits_of(kit, piece)
    if own.get(LEFT_OUT) == YES or not (ADDED in own or any(changes_piece(name) for name in own)):
        return False
    found = deck_with(kit, piece)
    page = _page(kit, found[0], piece) if found and any(_others(kit, found[0])) else None
    return page is not None and not {own.get(ADDED), page.template}.isdisjoint(pieces().new_slides())


def in_every_week(kit: Kit, piece: str) -> Spread:
    """Put a slide at the same place into the same deck of every other week, as a slide of the user's own.

    Where it is already, put there before, it gets the words that it has here; a locked one keeps its own, and so does
    a slide of the campaign. Raises InputError for a slide that cannot go there, and when a deck is full.
    """
    found = deck_with(kit, piece)
    if found is None or not can_be_in_every_week(kit, piece):
        raise InputError("This slide cannot be in every week.", "Add a slide or change one, then try again.")
    deck, name = found
    mark = edits_of(kit, piece).get(SHARED) or f"{kit.week.number}-{name}"
    fields = {**_fields(kit, deck, piece), SHARED: mark}
    names = slide_names(kit, deck)
    edits, added, renewed = kit.project.edits, [], []
    for usual, other in _others(kit, deck):
        there = replace(usual, project=replace(kit.project, edits=edits))
        same = _copy_in(there, other, mark)
        if same is None:
            place = _place(names.index(name), len(names), len(slide_names(there, other)))
            edits, _ = with_slide_at(there, other, place, fields)
            added.append(there.week.number)
        elif (changed := _renewed(there, same, fields)) != edits:
            edits = changed
            renewed.append(there.week.number)
    if edits == kit.project.edits:
        return Spread(edits)
    return Spread(edits.changed(piece, SHARED, mark), tuple(added), tuple(renewed))


def with_slide_behind(kit: Kit, piece: str, after: str) -> tuple[Edits, str]:
    """The edits with a copy of a slide behind another one, also of another deck, and its piece.

    Raises InputError where one of the two is no slide of this week, for a slide that another deck cannot have, and when
    the deck is full.
    """
    found, goal = deck_with(kit, piece), deck_with(kit, after)
    if found is None or goal is None:
        raise InputError("This slide does not belong to a deck of this week.", "Choose a slide first.")
    fields = dict(copied_fields(kit, piece)) if found[0] == goal[0] else _fields(kit, found[0], piece)
    if fields[ADDED] not in pieces().new_slides() and found[0] != goal[0]:
        raise InputError("This slide can be copied within its own deck only.", "Add a new slide there instead.")
    return with_slide_at(kit, goal[0], slide_names(kit, goal[0]).index(goal[1]) + 1, fields)


def _others(kit: Kit, deck: Deck) -> Iterator[tuple[Kit, Deck]]:
    """The same deck of every other week."""
    for week in kit.campaign.weeks:
        other = next((candidate for candidate in week.decks if candidate.id == deck.id), None)
        if other is not None and week.number != kit.week.number:
            yield replace(kit, week=week), other


def _copy_in(kit: Kit, deck: Deck, mark: str) -> str | None:
    found = (slide_piece(kit, deck, name) for name in slide_names(kit, deck))
    return next((piece for piece in found if edits_of(kit, piece).get(SHARED) == mark), None)


def _renewed(kit: Kit, piece: str, fields: Mapping[str, str]) -> Edits:
    own, edits = edits_of(kit, piece), kit.project.edits
    if own.get(LOCKED) == YES or ADDED not in own:
        return edits
    for name in own:
        edits = edits if name in fields else edits.changed(piece, name, None)
    for name, text in fields.items():
        edits = edits.changed(piece, name, text)
    return edits


def _place(place: int, count: int, room: int) -> int:
    """The same place in a deck that has other slides, counted from the end that is nearer."""
    return min(place, room) if place <= count // 2 else max(0, room - (count - 1 - place))


def _page(kit: Kit, deck: Deck, piece: str) -> PageSpec | None:
    return next((page for page in deck_pages(kit, deck) if page.piece == piece), None)


def _fields(kit: Kit, deck: Deck, piece: str) -> dict[str, str]:
    """The edits that make a slide anywhere: the user's, for an added one; for one of the campaign, all of its texts."""
    own = {name: text for name, text in edits_of(kit, piece).items() if name not in _STAYS}
    page = _page(kit, deck, piece)
    if page is None or own.get(ADDED) in pieces().new_slides():
        return own
    content = page.whole or page.content
    choices = {name: text for name, text in own.items() if name.startswith("@") and name != TEMPLATE}
    notes = {NOTES: page.info.notes} if page.info.notes else {}
    own_texts = dict(_texts(pieces().fields[page.template], content, ""))
    return {**own_texts, **notes, **_picture(kit, content.get("picture")), **choices, ADDED: page.template}


def _texts(shape: FieldLimits, content: Mapping[str, Value], path: str) -> Iterator[tuple[str, str]]:
    for name, spec in shape.items():
        value = content.get(name)
        if isinstance(value, Mapping):
            yield from _texts(spec.parts, value, f"{path}{name}.")
        elif isinstance(value, str):
            yield f"{path}{name}", value
        elif spec.kind == "list" and isinstance(value, tuple):
            yield from ((f"{path}{name}.{place}", item) for place, item in enumerate(value) if isinstance(item, str))


def _picture(kit: Kit, shown: Value) -> dict[str, str]:
    if not isinstance(shown, PictureRef):
        return {}
    name = picture_name(shown)
    usual = picture_named(kit, name)
    return {PICTURE: name} | ({ALT: shown.alt, DESCRIBED: name} if usual and usual.alt != shown.alt else {})
