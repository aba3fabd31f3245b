"""Which of the user's photos goes where: every photo is used, as often as the others, where it suits best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from htpm_studio.export.decks.slides import placed_slides, slide_piece
from htpm_studio.export.edits import piece_id, template_of
from htpm_studio.export.kit import Kit, Resources
from htpm_studio.project.consent import usable
from htpm_studio.project.flat import is_flat
from htpm_studio.project.model import Photo

SMALLEST_PHOTO = (700, 500)
PLACES: Mapping[str, tuple[int, int]] = {
    "social/photo": (1080, 830),
    "deck/photo_text": (864, 984),
    "deck/full_photo": (1920, 984),
    "print/flyer": (1800, 720),
}
"""The templates that take the user's photos without being asked, and the pixels that fill each of them sharply."""

_TIRED = 0.25
"""How much less a photo suits a place for each time that it was used in the weeks before."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place for a photo. `row` is what is seen together, such as a deck; `harm` says what the words are about.

    It is the user's `own` where the campaign has no photo.
    """

    piece: str
    row: str
    pixels: tuple[int, int]
    harm: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """A piece with its usual template, before it is known whether that takes a photo."""

    piece: str
    row: str
    usual: str
    canvas: str
    harm: bool = False
    added: bool = False


@dataclass(frozen=True, slots=True)
class _Shape:
    """What decides where a photo goes: its size in pixels, and whether it is known that nobody is in it."""

    key: str
    size: tuple[float, float]
    nobody: bool


def photo_for(kit: Kit, piece: str) -> Photo | None:
    """The photo that a piece has while the user chose no picture for it; None where a drawing is shown."""
    return kit.once("photos", lambda: _spread(kit)).get(piece)


def large_enough(photo: Photo) -> bool:
    """Whether a photo can fill a screen or a flyer without looking coarse."""
    wide, high = photo.source.size
    long_side, short_side = SMALLEST_PHOTO
    return max(wide, high) >= long_side and min(wide, high) >= short_side


def one_color(resources: Resources, photo: Photo) -> bool:
    """Whether a photo is one flat color, or nearly so."""
    return resources.breaks.get(("one color", photo.source.key), lambda: is_flat(photo.source))


def free_photos(kit: Kit) -> tuple[Photo, ...]:
    """The photos that go anywhere by themselves: usable, large enough, and not kept for certain pieces."""
    photos = kit.project.photos
    good = (one for one in photos if not one.placed and large_enough(one) and usable(one, kit.today))
    return tuple(one for one in good if not one_color(kit.resources, one))


def _spread(kit: Kit) -> Mapping[str, Photo]:
    """Piece -> photo. The weeks before this one count, so that in a month all photos are used."""
    photos = {photo.source.key: photo for photo in free_photos(kit)}
    if not photos:
        return {}
    shapes = tuple(_Shape(key, photo.source.size, photo.people == "nobody") for key, photo in photos.items())
    weeks = sorted(
        (week for week in kit.campaign.weeks if week.number <= kit.week.number), key=lambda week: week.number
    )
    places = tuple(tuple(_places(replace(kit, week=week))) for week in weeks)
    found = kit.resources.breaks.get(("photos", places, shapes), lambda: _assigned(places, shapes))
    return {piece: photos[key] for piece, key in found.items()}


def _assigned(weeks: Sequence[Sequence[_Place]], shapes: Sequence[_Shape]) -> Mapping[str, str]:
    """The photo of each place of the last week: piece -> key."""
    totals: Counter[str] = Counter()
    found: dict[str, str] = {}
    for places in weeks:
        found = _in_week(places, shapes, totals)
        totals.update(found[place.piece] for place in places if place.piece in found and not place.own)
    return found


def _in_week(places: Sequence[_Place], shapes: Sequence[_Shape], totals: Mapping[str, int]) -> dict[str, str]:
    """Each place gets a photo that was used least in the week and is not beside itself, then the one that suits best.

    Places beside words about harm come first, as few photos may go there, and the user's own come last.
    """
    chosen: dict[int, str] = {}
    counts: Counter[str] = Counter()
    for own, harm in ((False, True), (False, False), (True, True), (True, False)):
        waiting = [at for at, place in enumerate(places) if (place.own, place.harm) == (own, harm)]
        allowed = [shape for shape in shapes if shape.nobody or not harm]
        while waiting and allowed:
            choices = (
                (counts[key], _beside(places, chosen, at, key), _TIRED * totals[key] - _fit(one, places[at]), at, order)
                for at in waiting
                for order, one in enumerate(allowed)
                for key in (one.key,)
            )
            *_, at, order = min(choices)
            chosen[at] = allowed[order].key
            counts[chosen[at]] += 1
            waiting.remove(at)
    return {places[at].piece: key for at, key in chosen.items()}


def _beside(places: Sequence[_Place], chosen: Mapping[int, str], at: int, key: str) -> bool:
    near = (one for one in (at - 1, at + 1) if one in chosen and places[one].row == places[at].row)
    return any(chosen[one] == key for one in near)


def _fit(shape: _Shape, place: _Place) -> float:
    """How much of a photo shows in a place, times how sharp it is there; 1 at best."""
    (wide, high), (across, down) = shape.size, place.pixels
    own, wanted = wide / high, across / down
    shown = min(own, wanted) / max(own, wanted)
    return round(shown * min(1.0, min(wide, high * wanted) / across), 3)


def _places(kit: Kit) -> Iterator[_Place]:
    """Every place of a week's kit that takes a photo by itself: first those of the campaign, in its order.

    What the user leaves out, moves, or gives another picture or design keeps its share there, and what takes a photo
    only since the user changed it comes last: so no piece gets another photo because of a change in another one.
    """
    slots = tuple(_slots(kit))
    yield from (_place(slot, slot.usual) for slot in slots if slot.usual in PLACES and not slot.added)
    for slot in slots:
        chosen = template_of(kit, slot.piece, slot.usual, slot.canvas)
        if chosen in PLACES and (slot.added or slot.usual not in PLACES):
            yield _place(slot, chosen, own=True)


def _place(slot: _Slot, template: str, *, own: bool = False) -> _Place:
    return _Place(slot.piece, slot.row, PLACES[template], slot.harm, own)


def _slots(kit: Kit) -> Iterator[_Slot]:
    """The pieces that can show a picture: slides in the order of the campaign, then added ones, posts, handouts."""
    for deck in kit.week.decks:
        row = f"deck/{deck.id}"
        for number, slide in enumerate(deck.slides, 1):
            yield _Slot(slide_piece(kit, deck, str(number)), row, slide.layout, "slide", slide.illustrated)
        for one in placed_slides(kit, deck):
            if one.own:
                piece = slide_piece(kit, deck, one.name)
                yield _Slot(piece, row, one.slide.layout, "slide", one.slide.illustrated, added=True)
    for post in kit.week.posts:
        graphic = post.graphic
        yield _Slot(piece_id(kit, f"social/{post.id}"), "social", graphic.template, "square", graphic.illustrated)
    for handout in kit.week.handouts:
        yield _Slot(piece_id(kit, f"print/{handout.id}"), "print", handout.template, "letter")
