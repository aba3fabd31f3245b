"""Casting by seed: every place of a week's scenes gets a person, by rule and without repeating anybody."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field

from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.arrange import HAIR_GAP, hair_gap
from htpm_studio.illustrations.figure import HATS, Figure
from htpm_studio.illustrations.parts import PartBook
from htpm_studio.illustrations.people import Age, Person, covering
from htpm_studio.illustrations.scene_file import Scene, Seat
from htpm_studio.units import Box

_MOST_OF_A_GENDER = 2
_SKILLED = frozenset(("stand-coat", "stand-stethoscope", "bust-laptop", "bust-blazer"))
_WORN_AT_WORK = frozenset(("badge", "stethoscope"))
_LOW, _HIGH = 3, 6
_Fixed = Mapping[tuple[str, int], str]


def cast_scenes(
    scenes: Iterable[Scene],
    people: Mapping[str, Person],
    parts: PartBook,
    seed: str,
    ages: Mapping[str, Age] | None = None,
    fixed: _Fixed | None = None,
) -> Mapping[str, tuple[Person, ...]]:
    """Who is in each scene, by its name; the same seed gives the same people on every computer.

    `ages` says which age takes the places of another; `fixed` gives places (scene and number) to certain people. For
    each place come first whoever was not seen yet, then the rules of a group, then whom the group and the week lack.
    """
    round_ = _Round(random.Random(seed), people, parts, dict(ages or {}))
    ordered = tuple(scenes)
    cast = {scene.name: list(round_.group(scene)) for scene in ordered}
    _place_fixed(ordered, cast, _Pool(people, parts, ages or {}), fixed or {})
    return {name: tuple(group) for name, group in cast.items()}


@dataclass(frozen=True, slots=True)
class _Pool:
    """Who there is, and which age takes the places of another."""

    people: Mapping[str, Person]
    parts: PartBook
    ages: Mapping[str, Age]

    def fitting(self, scene: Scene, place: int, group: Sequence[Person], taken: AbstractSet[str]) -> Sequence[Person]:
        """Who suits a place of a group, in the order of the cast, besides those who are taken; the rules give way
        one by one where nobody meets all.
        """
        seat = scene.seats[place]
        rest = [Figure(person, scene.seats[at], self.parts) for at, person in enumerate(group) if at != place]
        heads = [figure.head for figure in rest]
        away = {figure.person.id for figure in rest} | taken
        pool = [person for person in self.people.values() if person.age == self._age(seat) and person.id not in away]
        roomy = [person for person in pool if _has_room(Figure(person, seat, self.parts), heads)]
        return (
            [person for person in roomy if _suits(person, seat, rest)]
            or [person for person in roomy if _differs(person, rest)]
            or roomy
            or pool
        )

    def _age(self, seat: Seat) -> str:
        age = self.people[seat.who].age if seat.who in self.people else seat.who
        return self.ages.get(age, age)


def next_fitting(
    scene: Scene,
    place: int,
    group: Sequence[Person],
    people: Mapping[str, Person],
    parts: PartBook,
    ages: Mapping[str, Age],
    *,
    taken: AbstractSet[str] = frozenset(),
    seen: AbstractSet[str] = frozenset(),
) -> Person | None:
    """The next person for a place, by turns among all who suit, in the order of the cast; None where nobody suits.

    Nobody who is `taken` comes, and nobody who is `seen` elsewhere as long as there is somebody else.
    """
    now = group[place].id
    found = [person for person in _Pool(people, parts, ages).fitting(scene, place, group, taken) if person.id != now]
    found = [person for person in found if person.id not in seen] or found
    order = {name: number for number, name in enumerate(people)}
    return min(found, key=lambda person: (order[person.id] - order[now]) % len(order), default=None)


def _place_fixed(scenes: Sequence[Scene], cast: dict[str, list[Person]], pool: _Pool, fixed: _Fixed) -> None:
    """Put people where the user wants them; only they and those whose places they take move."""
    chosen = {
        (name, at): who for (name, at), who in fixed.items() if who in pool.people and at < len(cast.get(name, ()))
    }
    kept, free = set(chosen.values()), []
    first: dict[str, int] = {}
    for number, scene in enumerate(scenes):
        for at, person in enumerate(cast[scene.name]):
            first.setdefault(person.id, number)
            if (scene.name, at) in chosen:
                free.append(person.id)
                cast[scene.name][at] = pool.people[chosen[scene.name, at]]
    for number, scene in enumerate(scenes):
        group = cast[scene.name]
        for at, person in enumerate(group):
            if person.id not in kept or (scene.name, at) in chosen:
                continue
            found = pool.fitting(scene, at, group, kept)
            if found:
                new = max(found, key=lambda other: (other.id in free, first.get(other.id, len(scenes))))
                free = [name for name in free if name != new.id]
                first[new.id] = min(number, first.get(new.id, number))
                group[at] = new


def shows_profession(seat: Seat) -> bool:
    """Whether a place shows that somebody works in care, advice or an office."""
    return not _WORN_AT_WORK.isdisjoint(seat.wear) or seat.body in _SKILLED


@dataclass(slots=True)
class _Round:
    """One casting: what was given out so far."""

    random: random.Random
    people: Mapping[str, Person]
    parts: PartBook
    ages: Mapping[str, Age]
    uses: Counter[str] = field(default_factory=Counter)
    skins: Counter[int] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    trades: Counter[str | int] = field(default_factory=Counter)

    def group(self, scene: Scene) -> tuple[Person, ...]:
        """The people of a scene in the order of its places."""
        group: list[Figure] = []
        for seat in scene.seats:
            person = self.people[seat.who] if seat.who in self.people else self._found(seat, group)
            self._count(person, seat)
            group.append(Figure(person, seat, self.parts))
        return tuple(figure.person for figure in group)

    def _count(self, person: Person, seat: Seat) -> None:
        self.uses[person.id] += 1
        self.skins[person.skin] += 1
        self.genders[person.gender] += 1
        if shows_profession(seat):
            self.trades.update((person.gender, _tone(person)))

    def _found(self, seat: Seat, group: Sequence[Figure]) -> Person:
        wanted = self.ages.get(seat.who, seat.who)
        taken = {figure.person.id for figure in group}
        pool = [person for person in self.people.values() if person.age == wanted and person.id not in taken]
        pool = pool or list(self.people.values())
        least = min(self.uses[person.id] for person in pool)
        fresh = [person for person in pool if self.uses[person.id] == least]
        heads = [figure.head for figure in group]

        def roomy(person: Person) -> bool:
            return _has_room(Figure(person, seat, self.parts), heads)

        # Whether there is room takes longest to find out: it is asked last.
        good = (
            [person for person in fresh if _suits(person, seat, group) and roomy(person)]
            or [person for person in pool if least and _suits(person, seat, group) and roomy(person)]
            or [person for person in fresh if _differs(person, group) and roomy(person)]
            or [person for person in fresh if roomy(person)]
            or [person for person in pool if _differs(person, group) and roomy(person)]
            or [person for person in pool if roomy(person)]
            or fresh
        )
        self.random.shuffle(good)
        skilled = shows_profession(seat)
        return min(good, key=lambda person: self._weight(person, group, skilled=skilled))

    def _weight(self, person: Person, group: Sequence[Figure], *, skilled: bool) -> tuple[int, int, int, int, int]:
        return (
            self.trades[person.gender] if skilled else 0,
            self.trades[_tone(person)] if skilled else 0,
            sum(other.person.gender == person.gender for other in group),
            sum(abs(other.person.skin - person.skin) < 2 for other in group),
            self.genders[person.gender] // 3 + self.skins[person.skin],
        )


def _has_room(figure: Figure, heads: Sequence[Box]) -> bool:
    """True if the hair does not crowd anybody who is in the scene already."""
    if not heads:
        return True
    own = figure.head
    return all(hair_gap(own, other) >= HAIR_GAP for other in heads)


def _suits(person: Person, seat: Seat, group: Sequence[Figure]) -> bool:
    """Whether a person may join: a group shows a range, and looks never decide who does what."""
    if not _differs(person, group) or any(other.person.hair == person.hair for other in group):
        return False
    alike = sum(other.person.gender == person.gender for other in group)
    if alike >= _MOST_OF_A_GENDER and person.gender != "person":
        return False
    if seat.head and seat.head != "headset" and person.hair not in HATS:
        return False
    return not (seat.hair and covering(person.hair))


def _differs(person: Person, group: Sequence[Figure]) -> bool:
    return all(other.person.skin != person.skin for other in group)


def _tone(person: Person) -> int:
    """Light, middle or deep: how skin tones are counted in professions."""
    return 0 if person.skin <= _LOW else 2 if person.skin >= _HIGH else 1
