"""A scene with its people in place for a format: closer together in upright ones, apart where hair is large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.figure import Figure
from htpm_studio.illustrations.parts import PartBook, Shift
from htpm_studio.illustrations.people import Person
from htpm_studio.illustrations.scene_file import FRONT_Z, Prop, Scene
from htpm_studio.units import Box

STORY_RATIO, CROWDED_STORY_RATIO, CROWD = 0.7, 0.9, 5
"""The ratio below which only the people of `story` stay, the one of a crowd, and how many people are a crowd."""

TALL_RATIO, CLOSE_RATIO = 0.9, 1.2
"""The ratio below which people and things take their places for upright frames, and that of busts to move closer."""

HAIR_GAP = 14.0
COVER = 6.0
"""How far a thing may reach over a hand, what it holds or a badge."""

BUST_OVERLAP, FIGURE_OVERLAP = 0.52, 12.0
"""How much of the narrower of two busts the other may cover, and how far two standing people may."""

_CLOSEST, _WIDEST, _STEP = 56, 100, 4
_APART_STEP, _APART_MOST = 8.0, 60
_ROW = 60.0


@dataclass(frozen=True, slots=True)
class Arranged:
    """A scene as it is drawn in a format: who is in it, in the order of the file, and where everything is."""

    scene: Scene
    people: tuple[Person, ...]
    parts: PartBook

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The people in their places."""
        return tuple(
            Figure(person, seat, self.parts) for person, seat in zip(self.people, self.scene.seats, strict=True)
        )

    @property
    def heads(self) -> tuple[Box, ...]:
        """What stays whole of each person in every picture."""
        return tuple(figure.head for figure in self.figures)

    def box_of(self, prop: Prop) -> Box:
        """Where a thing is."""
        return Shift(prop.scale, prop.scale, *prop.at).of(self.parts.prop(prop.name).box)


def arranged(
    scene: Scene, people: Sequence[Person], parts: PartBook, ratio: float, *, round_: bool = False
) -> Arranged:
    """The scene for a frame of that ratio; `round_` for a frame without corners."""
    last = CROWDED_STORY_RATIO if len(scene.seats) >= CROWD else STORY_RATIO
    if scene.story and (round_ or ratio < last):
        people = [people[at] for at in scene.story]
        scene = replace(scene, seats=tuple(scene.seats[at] for at in scene.story))
    has_tall = any(seat.tall for seat in scene.seats) or any(prop.tall for prop in scene.props)
    is_tall = ratio < TALL_RATIO and not round_ and has_tall
    whole = Arranged(_upright(scene) if is_tall else scene, tuple(people), parts)
    least = CLOSE_RATIO if all(seat.is_bust for seat in scene.seats) else 1.0
    return _without_covering(_placed(whole, close=not is_tall and (ratio < least or round_)))


def _upright(scene: Scene) -> Scene:
    """The scene with everybody and everything in the places for upright frames."""
    seats = tuple(replace(seat, at=seat.tall) if seat.tall else seat for seat in scene.seats)
    props = tuple(replace(prop, at=prop.tall) if prop.tall else prop for prop in scene.props)
    return replace(scene, seats=seats, props=props)


def _placed(whole: Arranged, *, close: bool) -> Arranged:
    if len(whole.scene.seats) < 2 or whole.scene.keep_apart:
        return whole
    near = _squeezed(whole) if close else whole
    return near if _hair_is_clear(near) else _spread(near)


def _without_covering(whole: Arranged) -> Arranged:
    """The scene without the things that would hide a hand, what it holds or a badge."""
    shown = [box for figure in whole.figures for box in (*figure.hands, *figure.badge)]
    kept = tuple(
        prop for prop in whole.scene.props
        if prop.z < FRONT_Z or prop.is_bubble or not any(covers(whole.box_of(prop), box) for box in shown)
    )  # fmt: skip
    return whole if len(kept) == len(whole.scene.props) else replace(whole, scene=replace(whole.scene, props=kept))


def covers(thing: Box, box: Box) -> bool:
    """Whether a thing hides more than the edge of a box."""
    across = min(thing.right, box.right) - max(thing.x, box.x)
    return across > COVER and min(thing.bottom, box.bottom) - max(thing.y, box.y) > COVER


def _squeezed(whole: Arranged) -> Arranged:
    """People moved as close as possible without a head or body covering a head."""
    tried = (_scaled(whole, percent / 100) for percent in range(_CLOSEST, _WIDEST + 1, _STEP))
    return next((attempt for attempt in tried if _is_clear(attempt)), whole)


def _scaled(whole: Arranged, factor: float) -> Arranged:
    scene = whole.scene
    places = [seat.at[0] for seat in scene.seats]
    middle = (min(places) + max(places)) / 2
    return _moved(whole, lambda x: middle + (x - middle) * factor)


def _moved(whole: Arranged, move: Callable[[float], float]) -> Arranged:
    """The people, and the things before them, at other places across."""
    scene = whole.scene
    seats = tuple(replace(seat, at=(move(seat.at[0]), seat.at[1])) for seat in scene.seats)
    props = tuple(
        replace(prop, at=(move(prop.at[0]), prop.at[1])) if prop.z >= FRONT_Z else prop for prop in scene.props
    )
    return replace(whole, scene=replace(scene, seats=seats, props=props))


def in_depth(whole: Arranged) -> Sequence[Figure]:
    """The people from the farthest to the nearest: nearer are those whose hands do something, and whoever is lower."""
    return sorted(
        whole.figures,
        key=lambda figure: (figure.seat.z, float(bool(figure.hands)) if figure.seat.is_bust else figure.seat.at[1]),
    )


def _shows_hands(tried: Arranged) -> bool:
    """True if nothing covers this person's hands."""
    nearer = combinations(in_depth(tried), 2)
    return not any(
        covers(before, box)
        for figure, other in nearer
        for box in figure.hands
        for before in (other.torso, *other.hands)
    )


def _is_clear(tried: Arranged) -> bool:
    figures = [(figure.seat.is_bust, figure.head, figure.whole) for figure in tried.figures]
    for first, second in combinations(figures, 2):
        (bust, head, whole), (other_bust, other_head, other) = sorted((first, second), key=lambda figure: figure[1].x)
        apart = head.bottom < other_head.y or other_head.bottom < head.y
        over = whole.right - other.x
        if not apart and other_head.x - head.right < HAIR_GAP:
            return False
        if bust and other_bust:
            if not apart and over > BUST_OVERLAP * min(whole.width, other.width):
                return False
        elif over > FIGURE_OVERLAP:
            return False
    return _shows_hands(tried)


def hair_gap(head: Box, other: Box) -> float:
    """How far two heads are from each other with their hair; negative where one covers the other."""
    across = max(head.x, other.x) - min(head.right, other.right)
    down = max(head.y, other.y) - min(head.bottom, other.bottom)
    return max(across, down)


def _hair_is_clear(tried: Arranged) -> bool:
    return all(hair_gap(first, second) >= HAIR_GAP for first, second in combinations(tried.heads, 2))


def _spread(whole: Arranged) -> Arranged:
    """Neighbors whose hair is too large for the gap move apart: to the sides or, in two rows, up."""
    for _ in range(_APART_MOST):
        seats, heads = whole.scene.seats, whole.heads
        order = sorted(range(len(heads)), key=lambda at: seats[at].at[0])
        pairs = combinations(order, 2)
        tight = next((pair for pair in pairs if hair_gap(heads[pair[0]], heads[pair[1]]) < HAIR_GAP), None)
        if tight is None:
            break
        (left, top), (_, other_top) = (seats[at].at for at in tight)
        if abs(top - other_top) > _ROW:
            whole = _raised(whole, (top + other_top) / 2)
        else:
            whole = _moved(whole, partial(_away, left))
    return whole


def _away(edge: float, x: float) -> float:
    return x - _APART_STEP / 2 if x <= edge else x + _APART_STEP / 2


def _raised(whole: Arranged, row: float) -> Arranged:
    """The people of the back row a little higher."""
    scene = whole.scene
    seats = tuple(
        replace(seat, at=(seat.at[0], seat.at[1] - _APART_STEP)) if seat.at[1] < row else seat for seat in scene.seats
    )
    return replace(whole, scene=replace(scene, seats=seats))


def shifted(whole: Arranged, by: float) -> Arranged:
    """Everybody and everything further to the right, in the same place."""
    scene = whole.scene
    seats = tuple(replace(seat, at=(seat.at[0] + by, seat.at[1])) for seat in scene.seats)
    props = tuple(replace(prop, at=(prop.at[0] + by, prop.at[1])) for prop in scene.props)
    return replace(whole, scene=replace(scene, seats=seats, props=props))
