"""The people of the library, and the casts that a user may pick for a kit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from htpm_studio.decoding.declaration_file import decoder, read_declared
from htpm_studio.decoding.source import KeyPlace, nearest, short
from htpm_studio.decoding.values import OWN_NAME, Fits, Most, OneOf, called, spoken, within
from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.parts import PALETTE_ROLES, PartBook
from htpm_studio.languages.declared import SOURCE, drawn_languages

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

    id: str = field(metadata=OWN_NAME)
    gender: Gender = field(metadata=called("g"))
    age: Age
    skin: Annotated[int, within(min(SKINS), max(SKINS))]
    hair: str
    hair_color: Annotated[str, OneOf(lambda: HAIRS)] = "black"
    beard: str = ""
    glasses: str = ""
    wrap: Annotated[str, OneOf(lambda: PALETTE_ROLES)] = "secondary"
    aid: bool = False


@dataclass(frozen=True, slots=True)
class CastWords:
    """What a cast is called in a language, and a sentence about it."""

    title: str
    about: str


@dataclass(frozen=True, slots=True)
class CastPreset:
    """A cast to pick: `ages` says which age takes the places of another.

    Its `scenes` come first and, with `only`, alone; `others` say in their languages what it is called.
    """

    name: str = field(metadata=OWN_NAME)
    title: str
    about: str
    ages: Mapping[Annotated[str, OneOf(lambda: AGES)], Age] = field(default_factory=dict)
    scenes: tuple[str, ...] = ()
    only: bool = False
    others: Mapping[str, CastWords] = spoken("")

    def said(self, language: str) -> CastWords:
        """What it is called in a language that has words for drawings."""
        return CastWords(self.title, self.about) if language == SOURCE else self.others[language]


def covering(hair: str) -> str:
    """What covers hair, of which there are several forms: "hijab", "turban", or "" for hair that is seen."""
    return next((name for name in (HIJAB, TURBAN) if hair.partition("-")[0] == name), "")


def read_cast(folder: Path, parts: PartBook) -> Mapping[str, Person]:
    """The people of `cast.toml` by their ids; raises Problems with every mistake."""
    people = Annotated[Mapping[str, Person], Most(MOST_PEOPLE)]
    reader = decoder({Person: partial(_check_person, parts=parts)}, printed=str)
    found: people = read_declared(people, folder / CAST, CAST, msg("The file {file}", file=CAST), reader)
    return found


def _check_person(person: Person, place: KeyPlace, *, parts: PartBook) -> None:
    for key in ("hair", "beard", "glasses"):
        if name := getattr(person, key):
            place.child(key).one_of(name, parts.choices(f"parts/{key}"))


def read_presets(folder: Path, scenes: frozenset[str]) -> Mapping[str, CastPreset]:
    """The casts of `casts.toml` by name; raises Problems with every mistake."""
    with_mixed = Fits(msg("a table with a cast {name}", name=MIXED), lambda casts: MIXED in casts)
    presets = Annotated[Mapping[str, CastPreset], Most(MOST_CASTS), with_mixed]
    reader = decoder({CastPreset: partial(_check_preset, scenes=scenes)}, printed=str)
    found: presets = read_declared(presets, folder / CASTS, CASTS, msg("The file {file}", file=CASTS), reader)
    return found


def _check_preset(preset: CastPreset, place: KeyPlace, *, scenes: frozenset[str]) -> None:
    check_spoken(preset.others, place)
    for number, scene in enumerate(preset.scenes):
        if scene not in scenes:
            message = msg("There is no picture {value}.", value=short(scene))
            place.item("scenes", number).wrong(message, nearest(scene, scenes))


def check_spoken(said: Collection[str], place: KeyPlace, prefix: str = "", source: str = "") -> None:
    """Report a language that has words for drawings and says nothing here, and one that has none.

    `prefix` is what keys have before a language, `source` the key of English where it has one.
    """
    keys = {SOURCE: source} if source else {}
    keys |= {language: f"{prefix}{language}" for language in drawn_languages()[1:]}
    for key in (key for language, key in keys.items() if language not in said):
        place.missing(key)
    for language in (language for language in said if language not in keys):
        place.unknown(f"{prefix}{language}", keys.values())


def preset_named(name: str, presets: Mapping[str, CastPreset]) -> CastPreset:
    """The cast of a name in any case; raises InputError for another."""
    found = presets.get(name.strip().lower().replace(" ", "-"))
    if found is None:
        raise InputError(
            msg('There are no people called "{name}".', name=name.strip()[:40]),
            msg("Use one of these: {names}.", names=", ".join(presets)),
        )
    return found
