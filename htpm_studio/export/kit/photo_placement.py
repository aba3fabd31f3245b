"""Which of the user's photos goes where: every photo is used, as often as the others, where it suits best.

Every design with a place for a picture takes photos. Photos of people, or of whom nothing is known, are never beside
words about harm, nor beside words that somebody said, as if they were that person, nor behind somebody's head.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, combinations
from typing import Literal

from htpm_studio.campaign.language.harm_words import about_harm
from htpm_studio.campaign.model import Handout, PieceTexts, Slide
from htpm_studio.compose.crop import can_keep_faces, can_keep_heads
from htpm_studio.compose.picture_slots import PICTURE, PictureSlot, has_pictures, picture_slots
from htpm_studio.decoding.values import FieldValue
from htpm_studio.errors import Message, msg
from htpm_studio.export.decks.slides import placed_slides, slide_piece
from htpm_studio.export.kit.edits import (
    edits_of,
    faces_of,
    is_picture,
    picture_slot,
    piece_id,
    social_piece,
    template_of,
)
from htpm_studio.export.kit.kit import Kit, Resources
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.project.blank_photo import is_flat
from htpm_studio.project.consent import usable
from htpm_studio.project.model import FaceBox, Photo

Bar = Literal["", "harm", "quote", "camera"]
Reason = Literal["harm", "quote", "camera", "small", "shape", "beside", "other", "chosen"]
"""Why a photo is not in a place: words about harm, somebody's words, somebody sits before it, too few pixels, another
shape, it is in the place next to this one, another photo is there, or the user chose its picture."""

SHARP_ENOUGH, LEAST_SHOWN = 0.75, 0.3
"""The share of the pixels of a place that a photo needs, and the share of a photo that a place must show.

Of one with people as much must show as cuts off no head. Each page size decides for itself.
"""

_FRAMES_VARY = (0.8, 1.0, 1.25)
"""A frame is so much lower or higher than usual where a page has many words or few; heads have room in all of them."""

_Frame = tuple[float, float, float]
"""The pixels that fill a place, and the share of its height at the foot that something lies over."""

_TIRED = 0.25
"""How much each use in earlier weeks lowers the fit of a photo for a place."""

_CAMERA = "background"

_SILENT = frozenset(("picture", "icon", "url", "number"))
"""Fields that say nothing about the subject of a piece."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place for a photo: a field of a piece, and the pixels that fill it sharply on each of its page sizes.

    `row` is what is seen together, such as a deck, and `at` the number in it (-1: unknown); `bar` says what keeps
    photos of people out. It is the user's `own` where the campaign has no photo; words are on a part of one that is
    `covered`, where a face may be.
    """

    piece: str
    field: str
    row: str
    at: int
    frames: tuple[_Frame, ...]
    bar: Bar = ""
    own: bool = False
    covered: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece with its usual template, before it is known whether that takes a photo."""

    piece: str
    row: str
    at: int
    usual: str
    canvas: str
    harm: bool = False
    added: bool = False


@dataclass(frozen=True, slots=True)
class _Shape:
    """What decides where a photo goes: its size in pixels, whether it is known to show nobody, and where faces are."""

    key: str
    size: tuple[float, float]
    nobody: bool
    faces: tuple[FaceBox, ...] = ()


def photo_for(kit: Kit, piece: str, template: str, canvas: str, field: str = PICTURE) -> Photo | None:
    """The photo that a place of a piece has on one page size while the user chose no picture for it.

    None where a drawing is shown: on a page size whose frame would cut off heads, or shows too little of the photo,
    and in a design that another one stands in for where there is a photo.
    """
    if pieces().with_photo(template) != template:
        return None
    photo = kit.cached("photos", lambda: _spread(kit)).get((piece, field))
    if photo is None or (photo.people != "nobody" and _about_harm(kit, _own_words(kit, piece))):
        return None
    slots = [slot for slot in slots_on(kit, template, canvas) if slot.field == field]
    shape = _shape(kit.resources, photo)
    covered = not shape.nobody and any(slot.leaf.covered for slot in slots)
    return photo if not covered and all(_shows(shape, _frame(slot)) for slot in slots) else None


def takes_picture(kit: Kit, template: str) -> bool:
    """Whether a design has a place for a picture."""
    return bool(slots_of(kit, template))


def slots_of(kit: Kit, template: str) -> tuple[PictureSlot, ...]:
    """The places for pictures in a design, on all of its page sizes."""
    on_all = (slots_on(kit, template, canvas) for canvas in _pictured(kit, template))
    return kit.resources.breaks.get(("picture slots", template), lambda: tuple(chain.from_iterable(on_all)))


def slots_on(kit: Kit, template: str, canvas: str) -> tuple[PictureSlot, ...]:
    """The places for pictures in a design on one page size."""
    library = kit.resources.library
    if canvas not in _pictured(kit, template):
        return ()
    found, size = library.templates[template], page_sizes()[canvas]
    key = ("picture slots", template, canvas)
    return kit.resources.breaks.get(key, lambda: picture_slots(found, size, library, kit.look))


def _pictured(kit: Kit, template: str) -> tuple[str, ...]:
    """The page sizes of a design that shows pictures."""
    library = kit.resources.library
    if template not in library.templates:
        return ()
    found = library.templates[template]
    shows = kit.resources.breaks.get(("has pictures", template), lambda: has_pictures(found, library))
    return found.canvases if shows else ()


def large_enough(kit: Kit, photo: Photo) -> bool:
    """Whether a photo is sharp in at least one of all designs."""
    size = photo.source.size
    every = (_frames(kit, name) for name in kit.resources.library.templates)
    return any(_sharp(size, frames) for of_template in every for frames in of_template.values())


def one_color(resources: Resources, photo: Photo) -> bool:
    """Whether a photo is one flat color, or nearly so."""
    return resources.breaks.get(("one color", photo.source.key), lambda: is_flat(photo.source))


def free_photos(kit: Kit) -> tuple[Photo, ...]:
    """The photos that go anywhere by themselves: usable, not of one color, and not kept for certain pieces."""
    photos = (photo for photo in kit.project.photos if not photo.placed and usable(photo, kit.today))
    return tuple(photo for photo in photos if not one_color(kit.resources, photo))


def reasons(kit: Kit, photo: Photo) -> Mapping[tuple[str, str], Reason]:
    """Why a photo that could be anywhere is not in a place of this week: piece and field -> reason.

    Places that have it are not in it.
    """
    places, shape = tuple(_places(kit)), _shape(kit.resources, photo)
    used = kit.cached("photos", lambda: _spread(kit))
    found: dict[tuple[str, str], Reason] = {}
    for place in places:
        key = place.piece, place.field
        there = used.get(key)
        if edits_of(kit, place.piece).get(_edit_field(place.field)) not in (None, photo.source.key):
            found[key] = "chosen"
        elif (barred := _barred(shape, place)) is not None:
            found[key] = barred
        elif there is not None and _about_harm(kit, _own_words(kit, place.piece)) and not shape.nobody:
            found[key] = "harm"
        elif there is None or there.source.key != photo.source.key:
            near = [used.get((other.piece, other.field)) for other in places if _next_to(other, place)]
            beside = any(neighbor is not None and neighbor.source.key == photo.source.key for neighbor in near)
            found[key] = "beside" if beside and there is None else "other"
    return found


_WHY: Mapping[Reason, Message] = {
    "other": msg("other photos are in the places that suit it"),
    "beside": msg("a photo is never in two pieces in a row, and no other place is free"),
    "chosen": msg("the places that suit it have pictures that were chosen for them"),
    "small": msg("it has too few pixels for every place that suits it"),
    "shape": msg("no place has its shape, and too much of it would be cut off"),
    "harm": msg("photos of people are never beside words about harm, and no other place is free"),
    "quote": msg("photos of people are never beside somebody's words, and no other place is free"),
    "camera": msg("photos of people are never behind a speaker, and no other place is free"),
}
"""Why a photo is in no piece at all; first what its owner can change."""


NO_PLACE = msg("none of them has a place for it")


def why_unused(kit: Kit, photo: Photo, pieces: Collection[str], no_place: Message = NO_PLACE) -> Message:
    """Why a photo that could be shown is in none of these pieces, as the end of a sentence."""
    if photo.placed:
        return msg("it is kept for pieces that you put it in")
    found = {reason for (piece, _), reason in reasons(kit, photo).items() if piece in pieces}
    first = next((_WHY[reason] for reason in _WHY if reason in found), None)
    return first or no_place


def chosen_against(kit: Kit, photo: Photo) -> Iterator[tuple[str, Reason]]:
    """Pieces of this week that the user put a photo of people in, although it would not go there by itself."""
    shape = _shape(kit.resources, photo)
    for place in _places(kit):
        if edits_of(kit, place.piece).get(_edit_field(place.field)) == photo.source.key and not shape.nobody:
            if place.bar == "harm" or _about_harm(kit, _own_words(kit, place.piece)):
                yield place.piece, "harm"
            elif place.bar:
                yield place.piece, place.bar


def _edit_field(field: str) -> str:
    return picture_slot(int(field.partition(".")[2] or "0"))


# ------------------------------------------------------------------ sharing out


def _spread(kit: Kit) -> Mapping[tuple[str, str], Photo]:
    """Piece and field -> photo. The weeks before this one count, so that in a month all photos are used."""
    photos = {photo.source.key: photo for photo in free_photos(kit)}
    if not photos:
        return {}
    shapes = tuple(_shape(kit.resources, photo) for photo in photos.values())
    weeks = sorted(
        (week for week in kit.campaign.weeks if week.number <= kit.week.number), key=lambda week: week.number
    )
    places = tuple(tuple(_places(replace(kit, week=week))) for week in weeks)
    found = kit.resources.breaks.get(("photos", places, shapes), lambda: _assigned(places, shapes))
    return {place: photos[key] for place, key in found.items()}


def _shape(resources: Resources, photo: Photo) -> _Shape:
    return _Shape(photo.source.key, photo.source.size, photo.people == "nobody", faces_of(resources, photo))


def _assigned(weeks: Sequence[Sequence[_Place]], shapes: Sequence[_Shape]) -> Mapping[tuple[str, str], str]:
    """The photo of each place of the last week: piece and field -> key."""
    totals: Counter[str] = Counter()
    found: dict[int, str] = {}
    for places in weeks:
        found = _in_week(places, shapes, totals)
        totals.update(key for at, key in found.items() if not places[at].own)
    return {(weeks[-1][at].piece, weeks[-1][at].field): key for at, key in found.items()}


def _in_week(places: Sequence[_Place], shapes: Sequence[_Shape], totals: Mapping[str, int]) -> dict[int, str]:
    """Each place gets a photo that was used least in the week, then the one that suits best: place -> key.

    Places that few photos may go to come first, and the user's own come last. A photo is never in two places that are
    next to each other; a drawing is between them.
    """
    chosen: dict[int, str] = {}
    counts: Counter[str] = Counter()
    good = [[(order, shape) for order, shape in enumerate(shapes) if _barred(shape, place) is None] for place in places]
    for own, barred in ((False, True), (False, False), (True, True), (True, False)):
        waiting = [at for at, place in enumerate(places) if (place.own, bool(place.bar)) == (own, barred)]
        while True:
            choices = (
                (counts[shape.key], _near(places, chosen, at, shape.key),
                 _TIRED * totals[shape.key] - _fit(shape, places[at]), at, order)
                for at in waiting
                for order, shape in good[at]
                if not _beside(places, chosen, at, shape.key)
            )  # fmt: skip
            best = min(choices, default=None)
            if best is None:
                break
            *_, at, order = best
            chosen[at] = shapes[order].key
            counts[chosen[at]] += 1
            waiting.remove(at)
    for own in (False, True):
        keys = {at: {shape.key for _, shape in good[at]} for at in chosen if places[at].own == own}
        _part_neighbors(places, chosen, keys)
    return chosen


def _part_neighbors(places: Sequence[_Place], chosen: dict[int, str], keys: Mapping[int, Collection[str]]) -> None:
    """Swap the photos of two places where that leaves fewer neighbors with the same photo.

    `keys` are the photos that each place takes.
    """
    for here, other in combinations(sorted(keys), 2):
        first, second = chosen[here], chosen[other]
        if first != second and second in keys[here] and first in keys[other]:
            before = _repeats(places, chosen, (here, other))
            chosen[here], chosen[other] = second, first
            if _repeats(places, chosen, (here, other)) >= before:
                chosen[here], chosen[other] = first, second


def _repeats(places: Sequence[_Place], chosen: Mapping[int, str], ats: Sequence[int]) -> int:
    """How often a photo repeats near some places; right beside itself counts most."""
    near = sum(_near(places, chosen, at, chosen[at]) for at in ats)
    return near + len(places) * sum(
        _beside(places, {index: key for index, key in chosen.items() if index != at}, at, chosen[at]) for at in ats
    )


def _next_to(place: _Place, other: _Place) -> bool:
    return place.row == other.row and min(place.at, other.at) >= 0 and abs(place.at - other.at) == 1


def _beside(places: Sequence[_Place], chosen: Mapping[int, str], at: int, key: str) -> bool:
    """True if a photo is in the place right before or after one."""
    return any(found == key and _next_to(places[index], places[at]) for index, found in chosen.items())


def _near(places: Sequence[_Place], chosen: Mapping[int, str], at: int, key: str) -> bool:
    """True if a photo is in the nearest place with a photo before or after one."""
    near = (index for index in (at - 1, at + 1) if index in chosen and places[index].row == places[at].row)
    return any(chosen[index] == key for index in near)


def _barred(shape: _Shape, place: _Place) -> Reason | None:
    """What keeps a photo out of a place, whatever else is there; None where nothing does."""
    if place.bar and not shape.nobody:
        return place.bar
    frames = [frame for frame in place.frames if _shows(shape, frame)]
    if not frames or (place.covered and not shape.nobody):
        return "shape"
    return None if _sharp(shape.size, frames) else "small"


def _fit(shape: _Shape, place: _Place) -> float:
    """How much of a photo shows in a place, times how sharp it is there; 1 at best.

    A page size without the photo shows nothing of it.
    """
    frames = [frame for frame in place.frames if _shows(shape, frame)]
    if not frames:
        return 0.0
    sharp = sum(min(1.0, _sharpness(shape.size, frame)) for frame in frames) / len(frames)
    shown = sum(_share_shown(shape.size, frame) for frame in frames) / len(place.frames)
    return round(shown * sharp, 3)


def _shows(shape: _Shape, frame: _Frame) -> bool:
    """Whether a frame shows enough of a photo: of one with people so much that no head is cut off."""
    if shape.nobody:
        return _share_shown(shape.size, frame) >= LEAST_SHOWN
    if shape.faces:
        enough, ratio = _share_shown(shape.size, frame) >= LEAST_SHOWN, frame[0] / frame[1]
        return enough and all(can_keep_faces(shape.size, part * ratio, shape.faces, frame[2]) for part in _FRAMES_VARY)
    return can_keep_heads(shape.size, frame[0] / frame[1], frame[2])


def _share_shown(size: tuple[float, float], frame: _Frame) -> float:
    """The share of a photo that shows in a frame."""
    own, wanted = size[0] / size[1], frame[0] / frame[1]
    return min(own, wanted) / max(own, wanted)


def _sharp(size: tuple[float, float], frames: Sequence[_Frame]) -> bool:
    return all(_sharpness(size, frame) >= SHARP_ENOUGH for frame in frames)


def _sharpness(size: tuple[float, float], frame: _Frame) -> float:
    """How many of the pixels of a frame a photo has."""
    (wide, high), (across, down, _) = size, frame
    return min(wide, high * across / down) / across


# ------------------------------------------------------------------ places


def _places(kit: Kit) -> Iterator[_Place]:
    """Every place of a week's kit that takes a photo by itself: first those of the campaign, in its order.

    What the user leaves out, moves, or gives another picture or design keeps its share there, and what takes a photo
    only since the user changed it comes last: so no piece gets another photo because of a change in another one.
    """
    every = tuple(_pieces(kit))
    for piece in every:
        if not piece.added:
            yield from _places_of(kit, piece, piece.usual, own=False)
    for piece in every:
        chosen = template_of(kit, piece.piece, piece.usual, piece.canvas)
        if piece.added or not takes_picture(kit, piece.usual):
            yield from _places_of(kit, piece, chosen, own=True)


def _places_of(kit: Kit, piece: _Piece, template: str, *, own: bool) -> Iterator[_Place]:
    for field, frames in _frames(kit, template).items():
        fields = kit.resources.library.templates[template].field_names()
        bar: Bar = "camera" if piece.row == _CAMERA else "harm" if piece.harm else "quote" if "quote" in fields else ""
        covered = any(slot.leaf.covered for slot in slots_of(kit, template))
        yield _Place(piece.piece, field, piece.row, piece.at, frames, bar, own, covered)


def _frame(slot: PictureSlot) -> _Frame:
    return *slot.pixels, slot.leaf.below


def _frames(kit: Kit, template: str) -> Mapping[str, tuple[_Frame, ...]]:
    """The places of a design by their fields, with their pixels on each page size."""
    found: dict[str, tuple[_Frame, ...]] = {}
    for slot in slots_of(kit, template):
        found[slot.field] = (*found.get(slot.field, ()), _frame(slot))
    return found


def _pieces(kit: Kit) -> Iterator[_Piece]:
    """The pieces that can show a picture: slides, posts in the order of their days, handouts, backgrounds."""
    for deck in kit.week.decks:
        row = f"deck/{deck.id}"
        for number, (name, slide) in enumerate(deck.named.items(), 1):
            harm = _bars_photos(kit, slide)
            yield _Piece(slide_piece(kit, deck, name), row, number, slide.layout, "slide", harm)
        for placed in placed_slides(kit, deck):
            if placed.own:
                harm = _bars_photos(kit, placed.slide)
                yield _Piece(
                    slide_piece(kit, deck, placed.name), row, -1, placed.slide.layout, "slide", harm, added=True
                )
    days = kit.post_days
    posts = sorted(enumerate(kit.week.posts), key=lambda pair: (days.get(pair[1].id, date.max), pair[0]))
    for number, (_, post) in enumerate(posts):
        graphic, piece = post.graphic, social_piece(kit.week.number, post)
        harm = _bars_photos(kit, graphic)
        usual = pieces().with_photo(graphic.template)
        yield _Piece(piece, "social", number, usual, page_sizes().first("social").id, harm)
    for handout in kit.week.handouts:
        harm = _bars_photos(kit, handout)
        yield _Piece(piece_id(kit, f"print/{handout.id}"), "print", -1, handout.template, "letter", harm)
    for name in sorted(kit.resources.library.templates):
        if name.startswith("background/"):
            yield _Piece(piece_id(kit, name), _CAMERA, -1, name, "background")


def _bars_photos(kit: Kit, shown: Slide | PieceTexts | Handout) -> bool:
    """Whether no photo of people goes beside the words of a piece: the campaign says so, or they are about harm."""
    return shown.illustrated or _about_harm(kit, _words(shown.fields))


def _about_harm(kit: Kit, texts: Iterator[str]) -> bool:
    return about_harm(texts, (kit.campaign.month.name,))


def _words(value: FieldValue, name: str = "") -> Iterator[str]:
    """The words of the fields of a piece."""
    if isinstance(value, str):
        if name not in _SILENT:
            yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _words(inner, key)
    else:
        for inner in value:
            yield from _words(inner, name)


def _own_words(kit: Kit, piece: str) -> Iterator[str]:
    """The words that the user gave a piece."""
    own = edits_of(kit, piece).items()
    return (text for field, text in own if not field.startswith("@") and not is_picture(field))
