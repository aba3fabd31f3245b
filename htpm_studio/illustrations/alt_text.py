"""What a drawing shows, in words: made from the scene as it is arranged, in the languages of the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from htpm_studio.errors import Problems, msg
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.arrange import Arranged
from htpm_studio.illustrations.figure import Figure
from htpm_studio.illustrations.library_toml import Table, read_table
from htpm_studio.illustrations.people import AGES, GENDERS, covering
from htpm_studio.illustrations.scene_file import MOST_PEOPLE, Scene
from htpm_studio.languages.declared import DRAWINGS, FOLDER
from htpm_studio.paths import assets
from htpm_studio.toml.source import TomlReport

_PATTERNS: Mapping[str, tuple[str, ...]] = {
    "drawing": ("what",), "scene": ("count", "group", "action", "place"),
    "uncounted": ("group", "action", "place"), "from_left": ("people",), "with": ("who", "traits"),
}  # fmt: skip
_TRAITS = ("hijab", "turban", "glasses", "hard-hat", "cap", "hair-net", "hat-hip")


@dataclass(frozen=True, slots=True)
class AltWords:
    """The words of one language: patterns, numbers, what people are called and what is said of their looks."""

    patterns: Mapping[str, str]
    numbers: tuple[str, ...]
    nouns: Mapping[tuple[str, str], str]
    traits: Mapping[str, str]
    between: str
    last: str


def read_words(language: str) -> AltWords:
    """The words for drawings of a language from its folder; raises Problems with every mistake."""
    file, report = f"{FOLDER}/{language}/{DRAWINGS}", TomlReport()
    table = read_table(assets(), file, report)
    table.only(*_PATTERNS, "numbers", "between", "last", "traits", *AGES)
    patterns = {name: _pattern(table, name, parts) for name, parts in _PATTERNS.items()}
    numbers = table.texts("numbers")
    if len(numbers) != MOST_PEOPLE + 1:
        table.place.wrong(msg("numbers has the words for 0 to {most}.", most=MOST_PEOPLE))
    nouns: dict[tuple[str, str], str] = {}
    for age in AGES:
        nouns |= {(age, gender): table.table(age).text(gender) for gender in GENDERS}
    traits = {name: table.table("traits").text(name) for name in _TRAITS}
    if report.problems:
        raise Problems(msg("The file {file}", file=file), report.problems)
    between, last = (str(table.values.get(name, "")) for name in ("between", "last"))
    return AltWords(
        MappingProxyType(patterns), numbers, MappingProxyType(nouns), MappingProxyType(traits), between, last
    )


def _pattern(table: Table, name: str, parts: Sequence[str]) -> str:
    pattern = table.text(name)
    for part in parts:
        if f"{{{part}}}" not in pattern:
            table.place.child(name).wrong(msg("{name} needs {part}.", name=name, part=f"{{{part}}}"))
    return pattern


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
        return " ".join((short, *(f"{sentence[0].upper()}{sentence[1:]}." for sentence in each)))
    return f"{short} {words.patterns['from_left'].format(people=words.between.join(each))}"


def _sentence(scene: Scene, count: int, words: AltWords, language: str) -> str:
    return words.patterns["drawing"].format(what=_what(scene, count, words, language))


def _what(scene: Scene, count: int, words: AltWords, language: str) -> str:
    shown_words = scene.words[language]
    pattern = words.patterns["scene" if count else "uncounted"]
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
    who = words.nouns[person.age, person.gender]
    if not traits:
        return who
    listed = words.last.join((", ".join(traits[:-1]), traits[-1])) if len(traits) > 1 else traits[0]
    return words.patterns["with"].format(who=who, traits=listed)
