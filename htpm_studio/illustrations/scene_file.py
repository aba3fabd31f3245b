"""A scene as data: a setting, who is where and does what, and things; one TOML file each, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from htpm_studio.decoding.declaration_file import decoder, read_declared
from htpm_studio.decoding.decode import Check
from htpm_studio.decoding.source import KeyPlace, nearest, short
from htpm_studio.decoding.values import InOrder, Most, OneOf, spoken, within
from htpm_studio.errors import msg
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.parts import PALETTE_ROLES, PERSON_ROLES, PartBook
from htpm_studio.illustrations.people import AGES, Person, check_spoken
from htpm_studio.languages.declared import SOURCE

Expression = Literal["smile", "calm", "cute", "laugh", "talk", "listen", "attentive", "concern"]
MOST_PEOPLE, MOST_PROPS = 9, 40
LEAST_SCALE, MOST_SCALE, FARTHEST = 0.2, 3.0, 10_000.0
SEAT_Z, PROP_Z, FRONT_Z, TOP_Z = 3.0, 6.0, 5.0, 9.0
_DRESS = (*PERSON_ROLES, "accent", "paper", "headset")
READER, FRONT = "reader", "--front"
"""The directions of a head other than to the side, each with the ending of the names of its parts."""

Look = Literal["", "reader"]
Far = Annotated[float, within(-FARTHEST, FARTHEST)]
Point = Annotated[tuple[Far, Far], InOrder(msg("two numbers in square brackets"))]
Scale = Annotated[float, within(LEAST_SCALE, MOST_SCALE)]
Height = Annotated[float, within(0.0, TOP_Z)]
Dress = Annotated[str, OneOf(lambda: _DRESS)]
Role = Annotated[str, OneOf(lambda: PALETTE_ROLES)]

BUBBLE = "bubble"
"""How the names of things begin that show speech: they are whole in a picture or not there."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place for one person: who may take it, their pose, face and clothes.

    `at` is a point of the table's edge for a bust, of the ground for all others; `tall` is the one in upright frames,
    where it is another. `does` is by language.
    """

    who: str
    body: str
    at: Point
    scale: Scale | None = None
    flip: bool = False
    face: Expression = "smile"
    look: Look = ""
    colors: Mapping[Dress, Role] = field(default_factory=dict)
    arm: str = ""
    wear: tuple[str, ...] = ()
    head: str = ""
    hair: str = ""
    z: Height = SEAT_Z
    low: Far | None = None
    shade: bool = True
    does: Mapping[str, str] = spoken("does_", ("does", SOURCE))
    tall: Point | None = None

    @property
    def is_bust(self) -> bool:
        """Whether the person is seen down to a table's edge."""
        return self.body.startswith("bust")

    @property
    def form(self) -> str:
        """The ending of the names of the parts of the head: "" for a person who looks to the side."""
        return FRONT if self.look == READER else ""


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing; `at` is the middle of its foot, `tall` the one in upright frames, where it is another."""

    name: str
    at: Point
    scale: Scale = 1.0
    z: Height = PROP_Z
    tall: Point | None = None

    @property
    def is_bubble(self) -> bool:
        """Whether it shows speech."""
        return self.name.startswith(BUBBLE)


@dataclass(frozen=True, slots=True)
class SceneWords:
    """What a scene shows, in one language: who does what where, or `about` for one without people."""

    group: str = ""
    action: str = ""
    place: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene of the library. `story` names the places that stay in the narrowest pictures; empty keeps all.

    `close` is one person seen to the chest, whose head takes about half of every frame.
    """

    name: str
    setting: str
    seats: tuple[Seat, ...]
    props: tuple[Prop, ...]
    words: Mapping[str, SceneWords]
    front: bool = True
    story: tuple[int, ...] = ()
    keep_apart: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True)
class _SceneFile:
    """A scene as it is written, with what it shows in English; `others` say it in their languages."""

    setting: str
    group: str = ""
    action: str = ""
    place: str = ""
    about: str = ""
    others: Mapping[str, SceneWords] = spoken("")
    people: Annotated[tuple[Seat, ...], Most(MOST_PEOPLE)] = ()
    props: Annotated[tuple[Prop, ...], Most(MOST_PROPS)] = ()
    front: bool = True
    story: tuple[int, ...] = ()
    keep_apart: bool = False
    close: bool = False

    @property
    def words(self) -> Mapping[str, SceneWords]:
        """What it shows, in each language."""
        said = SceneWords(self.group, self.action, self.place, self.about)
        return MappingProxyType({SOURCE: said, **self.others})


def read_scene(folder: Path, name: str, parts: PartBook, people: Mapping[str, Person]) -> Scene:
    """The scene of a name below the library's folder; raises Problems with every mistake in its file."""
    checks: Mapping[type, Check] = {
        _SceneFile: partial(_check_scene, parts=parts),
        Seat: partial(_check_seat, parts=parts, people=people),
        Prop: partial(_check_prop, parts=parts),
    }
    file = f"scenes/{name}.toml"
    what = msg("The file {file}", file=file)
    said: _SceneFile = read_declared(_SceneFile, folder / file, file, what, decoder(checks, printed=str))
    return Scene(
        name, said.setting, said.people, said.props, said.words, said.front, said.story, said.keep_apart, said.close
    )


def _check_scene(said: _SceneFile, place: KeyPlace, *, parts: PartBook) -> None:
    place.child("setting").one_of(said.setting, parts.choices("settings"))
    if not said.people and not said.props:
        place.wrong(msg("A scene has people or things."), msg("Add [[people]] or [[props]]."))
    if said.close and [seat.is_bust for seat in said.people] != [True]:
        place.child("close").wrong(msg("A close-up has one person, whose body is a bust."))
    check_spoken(said.others, place)
    for language, words in said.words.items():
        _check_words(words, place if language == SOURCE else place.child(language), people=bool(said.people))
    count = len(said.people)
    in_order = sorted(set(said.story)) == list(said.story) and all(0 <= one < count for one in said.story)
    if not in_order and place.whole("people"):
        place.child("story").wrong(
            msg("story lists places of people from 0 to {last} in order, each once.", last=max(0, count - 1))
        )


def _check_words(words: SceneWords, place: KeyPlace, *, people: bool) -> None:
    if people and words.about:
        place.child("about").wrong(msg("Only a scene without people has about: give group, action and place."))
    for key in ("group", "action") if people else ("about",):
        if not getattr(words, key):
            place.missing(key)


def _check_seat(seat: Seat, place: KeyPlace, *, parts: PartBook, people: Mapping[str, Person]) -> None:
    place.child("who").one_of(seat.who, (*AGES, *people))
    place.child("body").one_of(seat.body, parts.choices("parts/body"))
    for key, kind in (("arm", "arm"), ("head", "headwear"), ("hair", "hair")):
        if name := getattr(seat, key):
            place.child(key).one_of(name, parts.choices(f"parts/{kind}", seat.form))
    known = {one.partition("--")[0] for one in parts.names("parts/wear") if one.endswith(f"--{seat.body}")}
    for number, one in enumerate(seat.wear):
        if one not in known:
            place.item("wear", number).wrong(
                msg("{body} has no {name} to wear.", body=seat.body, name=short(one)), nearest(one, known)
            )
    check_spoken(seat.does, place, "does_", "does")


def _check_prop(prop: Prop, place: KeyPlace, *, parts: PartBook) -> None:
    place.child("name").one_of(prop.name, parts.choices("props"))


def scene_names(folder: Path) -> tuple[str, ...]:
    """The names of all scenes of a library's folder, sorted."""
    return tuple(sorted(path.stem for path in (folder / "scenes").glob("*.toml")))
