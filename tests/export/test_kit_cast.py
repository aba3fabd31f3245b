"""Who is in the drawings of a week: which scenes come first, what stays, and what stands for another scene."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.campaign.model import Week
from htpm_studio.errors import InputError
from htpm_studio.export.kit.edits import PICTURE
from htpm_studio.export.kit.kit_cast import (
    PEOPLE,
    kept_people,
    kept_text,
    next_person,
    preset_of,
    week_cast,
    week_pictures,
    week_scenes,
    with_people,
)
from htpm_studio.project.model import Brand, DrawnPeople, Edits, FixedPerson, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

LIBRARY = bundled_resources().pictures
WEEK = bundled_campaign().week(2)
PLAIN = Project(Brand("Riverbend"), 2, 2027)
SCENE = next(name for name in week_pictures(WEEK) if LIBRARY.scene(name).seats)


def people(cast: str = "mixed", seed: int = 0, *fixed: FixedPerson) -> Project:
    return replace(PLAIN, people=DrawnPeople(cast, seed, fixed))


def ids(project: Project, scene: str = SCENE, week: Week = WEEK) -> tuple[str, ...]:
    return tuple(one.id for one in week_cast(project, week, LIBRARY)[scene])


def test_another_cast_or_casting_is_chosen_by_itself() -> None:
    start = people("elders", 3)
    assert with_people(start, LIBRARY).people == start.people
    assert with_people(start, LIBRARY, seed=0).people == DrawnPeople("elders", 0)
    assert with_people(start, LIBRARY, "mixed").people == DrawnPeople("mixed", 3)
    with pytest.raises(InputError):
        with_people(start, LIBRARY, "nobody knows it")
    assert preset_of(people("gone"), LIBRARY) == preset_of(PLAIN, LIBRARY)


def test_a_casting_has_people_of_its_own_and_every_scene_has_all_its_seats_filled() -> None:
    assert ids(PLAIN) == ids(people(seed=0))
    assert ids(PLAIN) != ids(people(seed=1))
    cast = week_cast(PLAIN, WEEK, LIBRARY)
    assert {name: len(group) for name, group in cast.items()} == {
        name: len(LIBRARY.scene(name).seats) for name in LIBRARY.names
    }


def test_whom_the_user_fixed_stays_and_so_does_who_is_in_a_locked_piece_of_the_week() -> None:
    other = ids(people(seed=1))
    assert ids(people("mixed", 0, FixedPerson(SCENE, 0, other[0])))[0] == other[0]
    text = kept_text([(SCENE, week_cast(people(seed=1), WEEK, LIBRARY)[SCENE])])

    def locked(piece: str, *fixed: FixedPerson) -> Project:
        return replace(people("mixed", 0, *fixed), edits=Edits.from_mapping({piece: {PEOPLE: text}}))

    assert ids(locked("w2/social/a")) == other
    assert ids(locked("w3/social/a")) == ids(PLAIN), "that is another week"
    mine = next(one for one in ids(PLAIN) if one not in other)
    place = ids(PLAIN).index(mine)
    assert ids(locked("w2/social/a", FixedPerson(SCENE, place, mine)))[place] == mine


def test_a_locked_piece_remembers_groups_that_are_whole_and_known() -> None:
    cast = week_cast(PLAIN, WEEK, LIBRARY)
    text = kept_text([(SCENE, cast[SCENE]), (SCENE, cast[SCENE])])
    assert kept_people(text, LIBRARY) == {SCENE: cast[SCENE]}
    assert kept_people(f"{text} gone:p01 {SCENE}:p01", LIBRARY) == (
        {SCENE: cast[SCENE]} if len(cast[SCENE]) > 1 else {}
    )
    assert kept_people(f"{SCENE}:nobody", LIBRARY) == kept_people("", LIBRARY) == {}


def test_scenes_that_the_user_chose_are_cast_before_those_that_nobody_sees() -> None:
    unseen = [name for name in LIBRARY.names if name not in week_scenes(PLAIN, WEEK, LIBRARY).values()]
    last = next(name for name in reversed(unseen) if LIBRARY.scene(name).seats)

    def chosen(field: str, text: str) -> Project:
        return replace(PLAIN, edits=Edits.from_mapping({"w2/social/a": {field: text}}))

    seen = {one for name in week_scenes(PLAIN, WEEK, LIBRARY).values() for one in ids(PLAIN, name)}
    assert seen.isdisjoint(ids(chosen(PICTURE, last), last)), "nobody is seen twice while there are others"
    assert ids(chosen("head", last), last) == ids(chosen(PICTURE, "gone"), last) == ids(PLAIN, last)


def test_who_comes_next_suits_the_place_and_is_nobody_who_is_kept_elsewhere() -> None:
    found = next_person(PLAIN, WEEK, LIBRARY, SCENE, 0)
    assert found is not None
    assert found.id not in ids(PLAIN)
    other = next(name for name in week_pictures(WEEK) if name != SCENE and LIBRARY.scene(name).seats)
    after = next_person(people("mixed", 0, FixedPerson(other, 0, found.id)), WEEK, LIBRARY, SCENE, 0)
    assert after is not None
    assert after.id != found.id
    same = next_person(people("mixed", 0, FixedPerson(SCENE, 0, ids(PLAIN)[0])), WEEK, LIBRARY, SCENE, 0)
    assert same == found


# ------------------------------------------------------------------ scenes of a cast


def scenes(*names: str, only: bool = False, shown: tuple[str, ...] = ()) -> list[str]:
    """What a week that names these scenes shows with a cast that has some of its own."""
    preset = replace(LIBRARY.presets["mixed"], scenes=shown, only=only)
    library = Presets(preset)
    posts = tuple(
        replace(WEEK.posts[0], id=str(at), graphic=replace(WEEK.posts[0].graphic, fields={"picture": name}))
        for at, name in enumerate(names)
    )
    week = replace(WEEK, posts=posts, decks=(), handouts=())
    return list(week_scenes(PLAIN, week, library).values())  # type: ignore[arg-type]


class Presets:
    """The library with one preset changed."""

    def __init__(self, preset: object) -> None:
        self.presets = {**LIBRARY.presets, "mixed": preset}
        self.names, self.scene = LIBRARY.names, LIBRARY.scene


CROWDED = [name for name in LIBRARY.names if LIBRARY.scene(name).seats]
EMPTY = next(name for name in LIBRARY.names if not LIBRARY.scene(name).seats)


def test_scenes_of_a_cast_take_the_places_of_others_with_people_in_turn() -> None:
    a, b, c, d, e = CROWDED[:5]
    assert scenes(a, EMPTY, b) == [a, EMPTY, b]
    assert scenes(a, EMPTY, b, shown=(d,)) == [d, EMPTY, b]
    assert scenes(a, d, b, shown=(d, e)) == [e, d, b], "the week has one of them already"
    assert scenes(EMPTY, shown=(d,)) == [EMPTY]
    assert scenes(a, b, c, shown=(d, e), only=True) == [d, e, d]
    assert scenes(a, "no such scene", b, shown=(d,), only=True) == [d, d]
    assert scenes(a, b, d, shown=(d, e), only=True) == [e, e, d], "the next one would follow itself"
