"""A scene as data: a setting, who is where and does what, and things; one TOML file each, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType

from htpm_studio.errors import Problems, msg
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.library_toml import Table, read_table
from htpm_studio.illustrations.parts import PALETTE_ROLES, PERSON_ROLES, PartBook
from htpm_studio.illustrations.people import AGES, Person
from htpm_studio.languages.declared import SOURCE, drawn_languages
from htpm_studio.toml.source import TomlReport, nearest, short

FACES = ("smile", "calm", "cute", "laugh", "talk", "listen", "attentive", "concern")
MOST_PEOPLE, MOST_PROPS = 9, 40
LEAST_SCALE, MOST_SCALE = 0.2, 3.0
SEAT_Z, PROP_Z, FRONT_Z, TOP_Z = 3.0, 6.0, 5.0, 9.0
_DRESS = (*PERSON_ROLES, "accent", "paper", "headset")
_SEAT_KEYS = (
    "who", "body", "at", "scale", "flip", "face", "look", "colors", "arm", "wear", "head", "hair", "z", "low", "shade",
    "does", "tall",
)  # fmt: skip
_SCENE_KEYS = (
    "setting", "front", "group", "action", "place", "about", "story", "keep_apart", "people", "props",
)  # fmt: skip
READER, FRONT = "reader", "--front"
"""The directions of a head other than to the side, each with the ending of the names of its parts."""

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
    at: tuple[float, float]
    scale: float | None = None
    flip: bool = False
    face: str = "smile"
    look: str = ""
    colors: Mapping[str, str] = field(default_factory=dict)
    arm: str = ""
    wear: tuple[str, ...] = ()
    head: str = ""
    hair: str = ""
    z: float = SEAT_Z
    low: float | None = None
    shade: bool = True
    does: Mapping[str, str] = field(default_factory=dict)
    tall: tuple[float, float] | None = None

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
    at: tuple[float, float]
    scale: float = 1.0
    z: float = PROP_Z
    tall: tuple[float, float] | None = None

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
    """A scene of the library. `story` names the places that stay in the narrowest pictures; empty keeps all."""

    name: str
    setting: str
    seats: tuple[Seat, ...]
    props: tuple[Prop, ...]
    words: Mapping[str, SceneWords]
    front: bool = True
    story: tuple[int, ...] = ()
    keep_apart: bool = False


def read_scene(folder: Path, name: str, parts: PartBook, people: Mapping[str, Person]) -> Scene:
    """The scene of a name below the library's folder; raises Problems with every mistake in its file."""
    file, report = f"scenes/{name}.toml", TomlReport()
    table = read_table(folder, file, report)
    scene = _scene(name, table, parts, people) if table.values else None
    if report.problems or scene is None:
        raise Problems(msg("The file {file}", file=file), report.problems)
    return scene


def _scene(name: str, table: Table, parts: PartBook, people: Mapping[str, Person]) -> Scene:
    others = drawn_languages()[1:]
    table.only(*_SCENE_KEYS, *others)
    seats = tuple(_seat(row, parts, people) for row in table.tables("people", MOST_PEOPLE))
    props = tuple(_prop(row, parts) for row in table.tables("props", MOST_PROPS))
    if not seats and not props:
        table.place.wrong(msg("A scene has people or things."), msg("Add [[people]] or [[props]]."))
    words = {SOURCE: _words(table, seats)}
    for language in others:
        row = table.table(language)
        row.only("group", "action", "place", "about")
        words[language] = _words(row, seats)
    return Scene(
        name,
        table.one_of("setting", parts.choices("settings"), ""),
        seats,
        props,
        MappingProxyType(words),
        table.yes("front", usual=True),
        _story(table, len(seats)),
        table.yes("keep_apart"),
    )


def _words(table: Table, seats: tuple[Seat, ...]) -> SceneWords:
    if not seats:
        return SceneWords(about=table.text("about"))
    if table.has("about"):
        table.place.child("about").wrong(msg("Only a scene without people has about: give group, action and place."))
    place = table.text("place", empty=True) if table.has("place") else ""
    return SceneWords(table.text("group"), table.text("action"), place)


def _story(table: Table, count: int) -> tuple[int, ...]:
    if not table.has("story"):
        return ()
    value = table.values["story"]
    kept = value if isinstance(value, list) else []
    good = [place for place in kept if isinstance(place, int) and not isinstance(place, bool) and 0 <= place < count]
    if not good or len(good) != len(kept) or sorted(set(good)) != good:
        table.place.child("story").wrong(
            msg("story lists places of people from 0 to {last} in order, each once.", last=max(0, count - 1))
        )
        return ()
    return tuple(good)


def _seat(table: Table, parts: PartBook, people: Mapping[str, Person]) -> Seat:
    does = {SOURCE: "does"} | {language: f"does_{language}" for language in drawn_languages()[1:]}
    table.only(*_SEAT_KEYS, *does.values())
    body = table.one_of("body", parts.choices("parts/body"), "")
    look = table.one_of("look", (READER,), READER) if table.has("look") else ""
    form = FRONT if look else ""
    wear = table.texts("wear") if table.has("wear") else ()
    known = {name.partition("--")[0] for name in parts.names("parts/wear") if name.endswith(f"--{body}")}
    for number, garment in enumerate(wear):
        if body and garment not in known:
            table.place.child("wear", number).wrong(
                msg("{body} has no {name} to wear.", body=body, name=short(garment)), nearest(garment, known)
            )
    return Seat(
        table.one_of("who", (*AGES, *people), "adult"),
        body,
        table.point("at"),
        table.number("scale", least=LEAST_SCALE, most=MOST_SCALE) if table.has("scale") else None,
        table.yes("flip"),
        table.one_of("face", FACES, "smile") if table.has("face") else "smile",
        look,
        _colors(table),
        table.one_of("arm", parts.choices("parts/arm", form), "") if table.has("arm") else "",
        wear,
        table.one_of("head", parts.choices("parts/headwear", form), "") if table.has("head") else "",
        table.one_of("hair", parts.choices("parts/hair", form), "") if table.has("hair") else "",
        table.number("z", SEAT_Z, least=0, most=TOP_Z),
        table.number("low") if table.has("low") else None,
        table.yes("shade", usual=True),
        MappingProxyType({language: table.text(key) for language, key in does.items()}),
        _tall(table),
    )


def _tall(table: Table) -> tuple[float, float] | None:
    return table.point("tall") if table.has("tall") else None


def _colors(table: Table) -> Mapping[str, str]:
    if not table.has("colors"):
        return MappingProxyType({})
    given = table.table("colors")
    given.only(*_DRESS)
    chosen = [name for name in given.values if name in _DRESS]
    return MappingProxyType({name: given.one_of(name, PALETTE_ROLES, "paper") for name in chosen})


def _prop(table: Table, parts: PartBook) -> Prop:
    table.only("name", "at", "scale", "z", "tall")
    return Prop(
        table.one_of("name", parts.choices("props"), ""),
        table.point("at"),
        table.number("scale", 1.0, least=LEAST_SCALE, most=MOST_SCALE),
        table.number("z", PROP_Z, least=0, most=TOP_Z),
        _tall(table),
    )


def scene_names(folder: Path) -> tuple[str, ...]:
    """The names of all scenes of a library's folder, sorted."""
    return tuple(sorted(path.stem for path in (folder / "scenes").glob("*.toml")))
