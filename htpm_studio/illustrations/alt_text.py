"""What a drawing shows, in words: made from the scene as it is arranged, in the languages of the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated

from htpm_studio.decoding.declaration_file import decoder, read_declared
from htpm_studio.decoding.source import KeyPlace
from htpm_studio.decoding.values import Fits, OneOf, called
from htpm_studio.errors import msg
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.arrange import Arranged
from htpm_studio.illustrations.figure import Figure
from htpm_studio.illustrations.people import AGES, GENDERS, Gender, Person, covering
from htpm_studio.illustrations.scene_file import MOST_PEOPLE, Scene
from htpm_studio.languages.declared import DRAWINGS, FOLDER
from htpm_studio.paths import assets

_TRAITS = ("hijab", "turban", "glasses", "hard-hat", "cap", "hair-net", "hat-hip")


def _naming(*parts: str) -> Fits:
    """A pattern in which each of these parts has a place."""
    named = [f"{{{part}}}" for part in parts]
    return Fits(msg("a text with {parts}", parts=" ".join(named)), lambda text: all(part in text for part in named))


@dataclass(frozen=True, slots=True)
class AltWords:
    """The words of one language: patterns, numbers, what people are called and what is said of their looks."""

    drawing: Annotated[str, _naming("what")]
    scene: Annotated[str, _naming("count", "group", "action", "place")]
    uncounted: Annotated[str, _naming("group", "action", "place")]
    from_left: Annotated[str, _naming("people")]
    with_traits: Annotated[str, _naming("who", "traits")] = field(metadata=called("with"))
    between: str
    last: str
    numbers: Annotated[
        tuple[str, ...], Fits(msg("words for 0 to {most}", most=MOST_PEOPLE), lambda words: len(words) > MOST_PEOPLE)
    ]
    traits: Mapping[Annotated[str, OneOf(lambda: _TRAITS)], str]
    adult: Mapping[Gender, str]
    elder: Mapping[Gender, str]
    teen: Mapping[Gender, str]
    child: Mapping[Gender, str]

    def noun(self, person: Person) -> str:
        """What somebody is called by their age."""
        nouns: Mapping[Gender, str] = getattr(self, person.age)
        return nouns[person.gender]


def read_words(language: str) -> AltWords:
    """The words for drawings of a language from its folder; raises Problems with every mistake."""
    file = f"{FOLDER}/{language}/{DRAWINGS}"
    what, reader = msg("The file {file}", file=file), decoder({AltWords: _check_words}, printed=str)
    words: AltWords = read_declared(AltWords, assets() / file, file, what, reader)
    return words


def _check_words(words: AltWords, place: KeyPlace) -> None:
    for table, keys in (("traits", _TRAITS), *((age, GENDERS) for age in AGES)):
        for key in keys:
            if key not in getattr(words, table):
                place.child(table).missing(key)


def short_alt(scene: Scene, words: AltWords, language: str) -> str:
    """One sentence that is true of every format: a group of which some may stay away is not counted."""
    return _sentence(scene, 0 if scene.story else len(scene.seats), words, language)


def title_of(scene: Scene, words: AltWords, language: str) -> str:
    """What a scene is called in a list: who does what where."""
    what = _what(scene, 0, words, language)
    return f"{what[:1].upper()}{what[1:]}"


def long_alt(shown: Arranged, words: AltWords, language: str) -> str:
    """What the scene shows in this format, and who does what, from the left."""
    scene = shown.scene
    short = _sentence(scene, len(scene.seats), words, language)
    figures = sorted(shown.figures, key=lambda figure: figure.head.center[0])
    each = [" ".join((named(figure, words), figure.seat.does[language])) for figure in figures]
    if len(each) < 2:
        return " ".join((short, *(f"{one[0].upper()}{one[1:]}." for one in each)))
    return f"{short} {words.from_left.format(people=words.between.join(each))}"


def _sentence(scene: Scene, count: int, words: AltWords, language: str) -> str:
    return words.drawing.format(what=_what(scene, count, words, language))


def _what(scene: Scene, count: int, words: AltWords, language: str) -> str:
    shown_words = scene.words[language]
    pattern = words.scene if count else words.uncounted
    number = words.numbers[min(count, MOST_PEOPLE)]
    what = shown_words.about or pattern.format(
        count=number, group=shown_words.group, action=shown_words.action, place=shown_words.place
    )
    return " ".join(what.split())


def named(figure: Figure, words: AltWords) -> str:
    """A person as drawn, in words: "a man with glasses and a hard hat"."""
    person, covers = figure.person, covering(figure.hair)
    traits = [words.traits[covers]] if covers else []
    traits += [words.traits["glasses"]] if person.glasses else []
    traits += [words.traits[figure.hat]] if figure.hat in words.traits else []
    who = words.noun(person)
    if not traits:
        return who
    listed = words.last.join((", ".join(traits[:-1]), traits[-1])) if len(traits) > 1 else traits[0]
    return words.with_traits.format(who=who, traits=listed)
