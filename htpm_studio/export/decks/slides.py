"""The slides of a deck as the user arranged them: their order, slides of the user's own, and their sections."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from htpm_studio.campaign.model import Deck, Slide
from htpm_studio.compose.context import Value
from htpm_studio.decoding.values import Fields, FieldValue
from htpm_studio.errors import InputError, msg
from htpm_studio.export.kit.edits import ADDED, LEFT_OUT, LOCKED, ORDER, SHARED, TEMPLATE, edits_of, piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.kit_cast import PEOPLE
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import FieldLimits, FieldSpec
from htpm_studio.project.model import Edits

MOST_OWN = 40
"""How many slides of the user's own a deck takes."""

_OWN = re.compile(r"n[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class PlacedSlide:
    """A slide at its place. `name` is the last part of its piece id; `own` says that the user added it."""

    name: str
    slide: Slide
    own: bool = False


def placed_slides(kit: Kit, deck: Deck) -> tuple[PlacedSlide, ...]:
    """The slides of a deck in the user's order, with those that the user added; left-out ones too."""
    names, named = slide_names(kit, deck), deck.named
    own = _own(kit, deck)
    sections = _sections(deck, names)
    return tuple(
        PlacedSlide(name, _own_slide(kit, deck, name, own[name], section), own=True)
        if name in own
        else PlacedSlide(name, named[name])
        if section == named[name].section
        else PlacedSlide(name, _in_section(named[name], section))
        for name, section in zip(names, sections, strict=True)
    )


def slide_names(kit: Kit, deck: Deck) -> tuple[str, ...]:
    """The names of all slides in the user's order: numbers from 1 or names, and "n1", "n2" … for added ones.

    A named slide that the order does not know, because it was made with an older program, follows the one before it.
    """
    usual = _usual(kit, deck)
    chosen = edits_of(kit, _deck_piece(kit, deck)).get(ORDER, "").split()
    names = [name for name in dict.fromkeys(chosen) if name in usual]
    for before, name in zip(("", *usual), usual, strict=False):
        if name not in names:
            follows = before and not name.isdigit() and not _OWN.fullmatch(name)
            names.insert(names.index(before) + 1 if follows else len(names), name)
    return tuple(names)


def _usual(kit: Kit, deck: Deck) -> tuple[str, ...]:
    return (*deck.named, *_own(kit, deck))


def deck_with(kit: Kit, piece: str) -> tuple[Deck, str] | None:
    """The deck that a piece is a slide of, and the slide's name; None for any other piece."""
    for deck in kit.week.decks:
        start = f"{_deck_piece(kit, deck)}/"
        if piece.startswith(start) and piece.removeprefix(start) in slide_names(kit, deck):
            return deck, piece.removeprefix(start)
    return None


def slide_piece(kit: Kit, deck: Deck, name: str) -> str:
    """The piece id of a slide."""
    return f"{_deck_piece(kit, deck)}/{name}"


def arranged(kit: Kit, deck: Deck, names: Sequence[str]) -> Edits:
    """The edits with the slides of a deck in another order."""
    text = None if tuple(names) == _usual(kit, deck) else " ".join(names)
    return kit.project.edits.changed(_deck_piece(kit, deck), ORDER, text)


def with_new_slide(kit: Kit, piece: str, layout: str) -> tuple[Edits, str]:
    """The edits with a new slide of a layout behind a slide, and its piece; raises InputError when the deck is full."""
    return _added(kit, piece, {ADDED: layout})


def with_copy(kit: Kit, piece: str) -> tuple[Edits, str]:
    """The edits with a copy of a slide behind it, own words included; raises InputError when the deck is full."""
    return _added(kit, piece, copied_fields(kit, piece))


def copied_fields(kit: Kit, piece: str) -> dict[str, str]:
    """What makes a copy of a slide in its own deck."""
    own = edits_of(kit, piece)
    origin = own.get(ADDED, piece.rpartition("/")[2])
    kept = {name: text for name, text in own.items() if name not in (LOCKED, PEOPLE, LEFT_OUT, SHARED)}
    return {**kept, ADDED: origin}


def _added(kit: Kit, piece: str, fields: Mapping[str, str]) -> tuple[Edits, str]:
    found = deck_with(kit, piece)
    if found is None:
        raise InputError("This slide does not belong to a deck of this week.", "Choose a slide first.")
    deck, after = found
    return with_slide_at(kit, deck, slide_names(kit, deck).index(after) + 1, fields)


def with_slide_at(kit: Kit, deck: Deck, place: int, fields: Mapping[str, str]) -> tuple[Edits, str]:
    """The edits with one more slide at a place of a deck, counted from 0, and its piece; InputError when it is full."""
    taken = _own(kit, deck)
    if len(taken) >= MOST_OWN:
        raise InputError(
            msg("This deck already has {most} added slides.", most=MOST_OWN),
            "Change one of them instead of adding another.",
        )
    name = f"n{max((int(other[1:]) for other in taken), default=0) + 1}"
    names = list(slide_names(kit, deck))
    names.insert(place, name)
    made = slide_piece(kit, deck, name)
    edits = kit.project.edits.changed(_deck_piece(kit, deck), ORDER, " ".join(names))
    for field, text in fields.items():
        edits = edits.changed(made, field, text)
    return edits, made


def layouts_for(kit: Kit, piece: str) -> tuple[str, ...]:
    """The layouts that an added slide may change to, whatever it says; empty for any other piece."""
    offered = pieces().new_slides()
    return offered if edits_of(kit, piece).get(ADDED, "") in offered else ()


def prompts(kit: Kit, layout: str) -> Fields:
    """The first words of a new slide: the prompts of the layout's sample, in fields that need words."""
    return _prompts(pieces().fields[layout], kit.deck_samples[layout])


def unfilled(kit: Kit, page: PageSpec) -> str:
    """The first prompt that is still on a slide that the user added; "" when there is none."""
    origin = edits_of(kit, page.piece).get(ADDED, "")
    if not {origin, page.template} <= set(pieces().new_slides()):
        return ""
    wanted = set(_words(pieces().fields[page.template], prompts(kit, page.template)))
    found = _words(pieces().fields[page.template], page.whole or page.content)
    return next((text for text in found if text in wanted), "")


def _prompts(shape: FieldLimits, sample: Mapping[str, FieldValue]) -> dict[str, FieldValue]:
    return {name: _prompt(spec, sample[name]) for name, spec in shape.items() if name in sample}


def _prompt(spec: FieldSpec, sample: FieldValue) -> FieldValue:
    if isinstance(sample, str):
        return sample if spec.needed or spec.kind in ("icon", "scene") else ""
    if isinstance(sample, Mapping):
        return _prompts(spec.parts, sample)
    return tuple(sample[:1] if spec.kind == "list" else sample)


def _words(shape: FieldLimits, content: Mapping[str, Value]) -> Iterator[str]:
    for name, spec in shape.items():
        value = content.get(name)
        if isinstance(value, str) and value and spec.kind not in ("icon", "scene"):
            yield value
        elif isinstance(value, Mapping):
            yield from _words(spec.parts, value)
        elif spec.kind == "list" and isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, str))


def _own(kit: Kit, deck: Deck) -> dict[str, str]:
    """The names of added slides, in the order in which they were made, with what each began as."""
    start, found = f"{_deck_piece(kit, deck)}/", {}
    for edit in kit.project.edits.items:
        name = edit.piece.removeprefix(start)
        added = edit.field == ADDED and name != edit.piece and _OWN.fullmatch(name)
        if added and (edit.text in pieces().new_slides() or edit.text in deck.named):
            found[name] = edit.text
    return {name: found[name] for name in sorted(found, key=lambda own: int(own[1:]))[:MOST_OWN]}


def _own_slide(kit: Kit, deck: Deck, name: str, origin: str, section: str) -> Slide:
    if origin in deck.named:
        return _in_section(deck.named[origin], section)
    chosen = edits_of(kit, slide_piece(kit, deck, name)).get(TEMPLATE, origin)
    layout = chosen if chosen in pieces().new_slides() else origin
    return Slide(layout, prompts(kit, layout), section, deck.slides[0].minutes)


def _in_section(slide: Slide, section: str) -> Slide:
    return Slide(slide.layout, slide.fields, section, slide.minutes, slide.notes, slide.alt, slide.illustrated)


def _sections(deck: Deck, names: Sequence[str]) -> list[str]:
    """The section of each slide: one that was moved or added belongs to that of the slide before it.

    So no section comes twice, however the slides are arranged.
    """
    named = deck.named
    numbers = {name: number for number, name in enumerate(named, 1)}
    kept = _unmoved([numbers.get(name, 0) for name in names])
    found: list[str] = []
    first = next((named[names[place]].section for place in sorted(kept)), deck.slides[0].section)
    for place, name in enumerate(names):
        before = found[-1] if found else first
        found.append(named[name].section if place in kept else before)
    return found


def _unmoved(numbers: Sequence[int]) -> frozenset[int]:
    """The indexes of the longest increasing subsequence; a 0 is never in it."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for place, number in enumerate(numbers):
        if not number:
            continue
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [place]
        before[place] = ends[at - 1] if at else -1
    kept: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.append(place)
        place = before[place]
    return frozenset(kept)


def _deck_piece(kit: Kit, deck: Deck) -> str:
    return piece_id(kit, f"deck/{deck.id}")
