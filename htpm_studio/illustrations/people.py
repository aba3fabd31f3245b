"""The people of the library, and the casts that a user may pick for a kit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from htpm_studio.errors import InputError, Problems, msg
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.library_toml import Table, read_table
from htpm_studio.illustrations.parts import PALETTE_ROLES, PartBook
from htpm_studio.languages.declared import SOURCE, drawn_languages
from htpm_studio.toml.source import KeyPlace, TomlReport, nearest, short

Age = Literal["adult", "elder", "teen", "child"]
Gender = Literal["woman", "man", "person"]
AGES: tuple[Age, ...] = get_args(Age)
GENDERS: tuple[Gender, ...] = get_args(Gender)
SKINS: Mapping[int, str] = MappingProxyType(
    {
        1: "#F8DCC7", 2: "#F0C4A0", 3: "#E3AC80", 4: "#CF9366", 5: "#B87A4F", 6: "#A0683F", 7: "#8C5839", 8: "#784C33",
    }
)  # fmt: skip
"""Skin tones, light to deep; the ink of eyes and mouth can be seen on the deepest."""

HAIRS: Mapping[str, str] = MappingProxyType(
    {
        "black": "#2A2422", "dark": "#46312A", "brown": "#6F4A33", "auburn": "#96502F", "blond": "#D3A55C",
        "grey": "#A3A3A0", "silver": "#CDCDC9", "white": "#EFEDE8",
    }
)  # fmt: skip
HIJAB, TURBAN = "hijab", "turban"

MIXED = "mixed"
CAST, CASTS = "cast.toml", "casts.toml"
MOST_PEOPLE, MOST_CASTS = 300, 50


@dataclass(frozen=True, slots=True)
class Person:
    """A drawn person. `gender` is how a description names them; nobody is a real person."""

    id: str
    gender: Gender
    age: Age
    skin: int
    hair: str
    hair_color: str = "black"
    beard: str = ""
    glasses: str = ""
    wrap: str = "secondary"
    aid: bool = False


@dataclass(frozen=True, slots=True)
class CastPreset:
    """A cast to pick: `ages` says which age takes the places of another, `scenes` come first and, with `only`, alone.

    Titles and sentences are by language.
    """

    name: str
    titles: Mapping[str, str]
    abouts: Mapping[str, str]
    ages: Mapping[str, Age] = field(default_factory=dict)
    scenes: tuple[str, ...] = ()
    only: bool = False


def covering(hair: str) -> str:
    """What covers hair, of which there are several forms: "hijab", "turban", or "" for hair that is seen."""
    return next((name for name in (HIJAB, TURBAN) if hair.partition("-")[0] == name), "")


def read_cast(folder: Path, parts: PartBook) -> Mapping[str, Person]:
    """The people of `cast.toml` by their ids; raises Problems with every mistake."""
    report = TomlReport()
    table = read_table(folder, CAST, report)
    found: dict[str, Person] = {}
    for name in table.keys(MOST_PEOPLE):
        found[name] = _person(name, table.table(name), parts)
    if report.problems:
        raise Problems(msg("The file {file}", file=CAST), report.problems)
    return MappingProxyType(found)


def _person(name: str, table: Table, parts: PartBook) -> Person:
    table.only("g", "age", "skin", "hair", "hair_color", "beard", "glasses", "wrap", "aid")
    skin = table.number("skin", 1)
    if skin not in SKINS:
        table.place.child("skin").wrong(msg("A skin tone is a whole number from 1 to 8."))
        skin = 1
    return Person(
        name,
        table.one_of("g", GENDERS, GENDERS[0]),
        table.one_of("age", AGES, AGES[0]),
        int(skin),
        table.one_of("hair", parts.choices("parts/hair"), ""),
        table.one_of("hair_color", tuple(HAIRS), "black"),
        table.one_of("beard", parts.choices("parts/beard"), "") if table.has("beard") else "",
        table.one_of("glasses", parts.choices("parts/glasses"), "") if table.has("glasses") else "",
        table.one_of("wrap", PALETTE_ROLES, "secondary") if table.has("wrap") else "secondary",
        table.yes("aid"),
    )


def read_presets(folder: Path, scenes: frozenset[str]) -> Mapping[str, CastPreset]:
    """The casts of `casts.toml` by name; raises Problems with every mistake."""
    report = TomlReport()
    table = read_table(folder, CASTS, report)
    found = {name: _preset(name, table.table(name), scenes) for name in table.keys(MOST_CASTS)}
    if MIXED not in found and not report.problems:
        table.place.wrong(msg("There is no cast {name}.", name=MIXED))
    if report.problems:
        raise Problems(msg("The file {file}", file=CASTS), report.problems)
    return MappingProxyType(found)


def _preset(name: str, table: Table, scenes: frozenset[str]) -> CastPreset:
    others = {language: table.table(language) for language in drawn_languages()[1:]}
    table.only("title", "about", "ages", "scenes", "only", *others)
    for other in others.values():
        other.only("title", "about")
    ages: dict[str, Age] = {}
    if table.has("ages"):
        given = table.table("ages")
        given.only(*AGES)
        for age in AGES:
            if given.has(age):
                ages[age] = given.one_of(age, AGES, age)
    offered = table.texts("scenes") if table.has("scenes") else ()
    for number, scene in enumerate(offered):
        check_name(scene, scenes, table.place.child("scenes", number))
    return CastPreset(
        name,
        {language: words.text("title") for language, words in {SOURCE: table, **others}.items()},
        {language: words.text("about") for language, words in {SOURCE: table, **others}.items()},
        MappingProxyType(ages),
        offered,
        table.yes("only"),
    )


def check_name(name: str, known: frozenset[str], place: KeyPlace) -> None:
    """Report the name of a scene that does not exist."""
    if name not in known:
        place.wrong(msg("There is no picture {value}.", value=short(name)), nearest(name, known))


def preset_named(name: str, presets: Mapping[str, CastPreset]) -> CastPreset:
    """The cast of a name in any case; raises InputError for another."""
    found = presets.get(name.strip().lower().replace(" ", "-"))
    if found is None:
        raise InputError(
            msg('There are no people called "{name}".', name=name.strip()[:40]),
            msg("Use one of these: {names}.", names=", ".join(presets)),
        )
    return found
