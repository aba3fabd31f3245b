"""Who is in the drawings of a kit: cast by week, in the order of the campaign, with what the user chose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.model import Week
from htpm_studio.campaign.pictures import current_name
from htpm_studio.illustrations.casting import cast_scenes, next_fitting
from htpm_studio.illustrations.library import PictureLibrary
from htpm_studio.illustrations.people import AGES, MIXED, Age, CastPreset, Person, preset_named
from htpm_studio.project.model import Project

_PICTURE = "picture"
_CHOSEN = "@picture"
GROWN: tuple[Age, ...] = ("teen", "adult", "elder")
PEOPLE = "@people"
"""Of a locked piece: the scenes that it shows, each with who is in it ("break-room:p01,p05,e03 quiet-desk:")."""


def with_people(project: Project, library: PictureLibrary, cast: str = "", seed: int | None = None) -> Project:
    """The project with another cast, by its name, or another casting; raises InputError for an unknown name."""
    people = project.people
    name = preset_named(cast, library.presets).name if cast else people.cast
    return replace(project, people=replace(people, cast=name, seed=people.seed if seed is None else seed))


def week_pictures(week: Week) -> tuple[str, ...]:
    """The scenes that the campaign shows in a week, in its order, each once."""
    return tuple(dict.fromkeys(map(current_name, _named(week))))


def _named(week: Week) -> Iterator[str]:
    pieces = (
        *(post.graphic.fields for post in week.posts),
        *(slide.fields for deck in week.decks for slide in deck.slides),
        *(handout.fields for handout in week.handouts),
    )
    yield from (name for fields in pieces if isinstance(name := fields.get(_PICTURE), str) and name)


def preset_of(project: Project, library: PictureLibrary) -> CastPreset:
    """The cast that the user picked; the mixed one for a name that is not there any more."""
    return library.presets.get(project.people.cast, library.presets[MIXED])


def week_cast(project: Project, week: Week, library: PictureLibrary) -> Mapping[str, tuple[Person, ...]]:
    """The people of every scene: first of those that the week shows, then of the user's own choices, then of the rest.

    So nobody is seen twice in a week, and a person stays while other pieces change.
    """
    people, preset = project.people, preset_of(project, library)
    locked = _locked_places(project, week, library)
    order = dict.fromkeys((*_seen_scenes(project, week, library), *library.names))
    fixed = {**locked, **{(choice.scene, choice.place): choice.person for choice in people.fixed}}
    seed = f"htpm-{week.number}" + (f"-{people.seed}" if people.seed else "")

    def found() -> Mapping[str, tuple[Person, ...]]:
        scenes = [library.scene(name) for name in order]
        cast = cast_scenes(scenes, library.people, library.parts, seed, preset.ages, fixed)
        return {name: cast[name] for name in library.names}

    return library.drawn(("cast", tuple(order), seed, preset.name, tuple(sorted(fixed.items()))), found)


def kept_text(shown: Iterable[tuple[str, Sequence[Person]]]) -> str:
    """How a locked piece remembers who is in the scenes that it shows."""
    return " ".join(f"{name}:{','.join(person.id for person in group)}" for name, group in dict(shown).items())


def kept_people(text: str, library: PictureLibrary) -> Mapping[str, tuple[Person, ...]]:
    """Who is in the scenes that a locked piece remembers; what is not in the library any more is left out."""
    found: dict[str, tuple[Person, ...]] = {}
    for name, _, ids in (word.partition(":") for word in text.split()):
        group = tuple(library.people[person] for person in ids.split(",") if person in library.people)
        if name in library.names and len(group) == len(library.scene(name).seats):
            found[name] = group
    return found


def _locked_places(project: Project, week: Week, library: PictureLibrary) -> dict[tuple[str, int], str]:
    """Who stays in which place because a locked piece of the week shows them there."""
    mine = f"w{week.number}/"
    texts = (edit.text for edit in project.edits.items if edit.field == PEOPLE and edit.piece.startswith(mine))
    shown = (item for text in texts for item in kept_people(text, library).items())
    return {(name, at): person.id for name, group in shown for at, person in enumerate(group)}


def _seen_scenes(project: Project, week: Week, library: PictureLibrary) -> tuple[str, ...]:
    """The scenes that a week shows, and those that the user gave to pieces."""
    chosen = (edit.text for edit in project.edits.items if edit.field.startswith(_CHOSEN))
    instead = week_scenes(project, week, library).values()
    return tuple(dict.fromkeys((*instead, *(name for name in chosen if name in library.names))))


def next_person(
    project: Project, week: Week, library: PictureLibrary, scene: str, place: int, older: int = 0
) -> Person | None:
    """The next person for a place of a scene when the user asks for another one; None where nobody else suits.

    Whoever the user keeps in another place stays there, and people who are not seen in the week yet come first.
    `older` asks for somebody of the next age (1) or the one before (-1); children keep to their own places.
    """
    cast = week_cast(project, week, library)
    fixed = {(choice.scene, choice.place): choice.person for choice in project.people.fixed}
    seen = {person.id for name in _seen_scenes(project, week, library) for person in cast[name]}
    age = cast[scene][place].age
    if older and (age not in GROWN or not 0 <= GROWN.index(age) + older < len(GROWN)):
        return None
    age = GROWN[GROWN.index(age) + older] if older else age
    return next_fitting(
        library.scene(scene), place, cast[scene], library.people, library.parts, dict.fromkeys(AGES, age),
        taken={who for spot, who in fixed.items() if spot != (scene, place)}, seen=seen,
    )  # fmt: skip


def week_scenes(project: Project, week: Week, library: PictureLibrary) -> Mapping[str, str]:
    """The scene that is shown for each that the campaign names.

    A cast with scenes of its own puts those that the week does not have yet in the place of others with people, but of
    close-ups, where only who it is changes; one that is `only` its scenes takes them for all.
    """
    named = [name for name in week_pictures(week) if name in library.names]
    preset = preset_of(project, library)
    waiting = [name for name in preset.scenes if name not in named]
    shown: dict[str, str] = {}
    for at, name in enumerate(named):
        scene = library.scene(name)
        other = bool(scene.seats) and name not in preset.scenes
        if other and waiting and (preset.only or not scene.close):
            shown[name] = waiting.pop(0)
        elif other and preset.only:
            shown[name] = _next(preset.scenes, tuple(shown.values()), named[at + 1 : at + 2])
        else:
            shown[name] = name
    return shown


def _next(scenes: Sequence[str], before: Sequence[str], after: Sequence[str]) -> str:
    """The scene that was used longest ago, and does not follow."""
    last = {name: at for at, name in enumerate(before)}
    return min(scenes, key=lambda name: (name in after, last.get(name, -1)))
