"""The words by which toolkits name their parts: data of the program, so that another word is a line in a file."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from htpm_studio.frozen import dataclass
from htpm_studio.languages.declared import SOURCE, languages, toolkit_words
from htpm_studio.languages.model import Area, Group, Label
from htpm_studio.paths import assets

FILE = "toolkit-words.toml"
T = TypeVar("T")
LONGEST_NAME = 40
MOST = 160
"""The longest text that may be a heading, a label or a line of a web page."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns of folded words, by what they name, in the order in which they count."""

    areas: Mapping[Area, re.Pattern[str]]
    groups: Mapping[Group, re.Pattern[str]]
    single: Mapping[Area, re.Pattern[str]]
    labels: Mapping[Label, re.Pattern[str]]
    platforms: Mapping[str, str]
    furniture: re.Pattern[str]
    near_furniture: re.Pattern[str]
    homes: frozenset[str]
    verbs: frozenset[str]
    sections: tuple[str, ...]
    generic: frozenset[str]
    no_owner: frozenset[str]
    no_owner_first: frozenset[str]
    numbers: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: tuple[str, ...]
    other_years: re.Pattern[str]
    languages: Mapping[str, frozenset[str]]
    other_languages: Mapping[str, frozenset[str]]
    letters: Mapping[str, str]
    language_names: Mapping[str, str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words of the program's own files: those of each language, and what is in none of them."""
    data: dict[str, Any] = tomllib.loads((assets() / FILE).read_text(encoding="utf-8"))
    spoken = toolkit_words()
    every = spoken.values()
    names = data["language_names"] | {language: words.names for language, words in spoken.items()}
    return Vocabulary(
        _every(words.areas for words in every),
        _every(words.groups for words in every),
        _every(words.single for words in every),
        _every(words.labels for words in every),
        {word: name for name, words in data["platforms"].items() for word in words},
        _any(word for words in every for word in words.furniture.get("sure", ())),
        _any(word for words in every for word in words.furniture.get("near", ())),
        frozenset(word for words in every for word in words.furniture.get("homes", ())),
        frozenset(word for words in every for word in words.verbs),
        tuple(word for words in every for word in words.sections),
        frozenset(word for words in every for word in words.generic),
        frozenset(word for words in every for word in words.no_owner),
        frozenset(word for words in every for word in words.no_owner_first),
        {word: number for words in every for word, number in words.numbers.items()},
        {folded(name): number for language in spoken for number, name in enumerate(languages()[language].months, 1)}
        | {name: number for words in every for name, number in words.short_months.items()},
        tuple(word for words in every for word in words.weekdays),
        re.compile(rf"\b(?:{'|'.join(word for words in every for word in words.other_years)})\b|\u00a9|\(c\)"),
        {language: frozenset(words.small) for language, words in spoken.items()},
        {language: frozenset(small) for language, small in data["other_languages"].items() if language not in spoken},
        data["other_letters"] | {language: words.letters for language, words in spoken.items()},
        {folded(name): language for language, words in names.items() for name in words},
    )


def _every(tables: Iterable[Mapping[T, tuple[str, ...]]]) -> Mapping[T, re.Pattern[str]]:
    """For each name, a pattern of the phrases of all languages, in the order of English."""
    found: dict[T, list[str]] = {}
    for table in tables:
        for name, phrases in table.items():
            found.setdefault(name, []).extend(phrases)
    return {name: _any(phrases) for name, phrases in found.items()}


def folded(text: str) -> str:
    """A text as phrases are compared: no capitals, accents and marks, single spaces."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain.casefold()).split())


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(phrase) for phrase in phrases))


def _pattern(phrase: str) -> str:
    """A phrase as a pattern: a star at an end is any words or none, one in between is words."""
    middle = r" (?:\S+ )*?".join(re.escape(folded(part)) for part in phrase.strip("* ").split("*"))
    begin = r"(?:.* )?" if phrase.startswith("*") else ""
    end = r"(?: .*)?" if phrase.endswith("*") else ""
    return f"(?:{begin}{middle}{end})"


def area_of(text: str) -> Area | None:
    """The part of a toolkit that a heading begins; None for any other heading."""
    plain = folded(text[:MOST])
    return next((area for area, pattern in vocabulary().areas.items() if pattern.fullmatch(plain)), None)


def part_beside(text: str) -> Area | None:
    """The part that the head of a cell, or the words before a colon, name; a word that says what to do counts."""
    plain = folded(text[:MOST])
    single = (area for area, pattern in vocabulary().single.items() if pattern.fullmatch(plain))
    return area_of(text) or next(single, None)


def group_of(text: str) -> str:
    """The group, "learn" or "act", that a heading of resources names, else ""."""
    plain = folded(text[:MOST])
    return next((group for group, pattern in vocabulary().groups.items() if pattern.fullmatch(plain)), "")


def label_of(text: str) -> Label | None:
    """What the words before a colon, or the head of a column, say that something is."""
    if len(text) > 60:
        return None
    plain = folded(text)
    return next((label for label, pattern in vocabulary().labels.items() if pattern.fullmatch(plain)), None)


def is_furniture(text: str, *, near: bool = False) -> bool:
    """Whether a line belongs to a web page and not to the toolkit; `near` also takes the words of menus."""
    if len(text) > MOST:
        return False
    plain = folded(text.replace("\u00a9", "copyright ").replace("(c)", "copyright "))
    known = vocabulary()
    crumbs = [folded(part) for part in re.split(r"\s[>\u203a\u00bb/]\s", text)]
    if len(crumbs) > 1 and crumbs[0] in known.homes:
        return True
    menu = [folded(part) for part in re.split(r"[|>\u203a\u00bb\u2022]", text)] if near else []
    return bool(known.furniture.fullmatch(plain) or (menu and all(map(known.near_furniture.fullmatch, menu))))


def is_page_number(text: str) -> bool:
    """Whether a line only says which page it is on."""
    return _PAGE.fullmatch(folded(text[:MOST])) is not None


def acts(text: str) -> bool:
    """Whether a line begins like a thing to do, with a verb."""
    return folded(text[:60]).partition(" ")[0] in vocabulary().verbs


_PAGE = re.compile(r"(?:page|pagina) \d{1,3}(?: (?:of|de) \d{1,3})?")
_BESIDE = re.compile(
    r"^(?:(?:for|para|on|en|sample|suggested) )+"
    r"| (?:posts?|captions?|copy|text|story|stories|reels?|versions?|messages?)$"
)


def platforms_in(text: str) -> tuple[str, ...]:
    """The networks that a text is a list of ("Facebook / Instagram"); () for any other text."""
    known = vocabulary().platforms
    bare = re.sub(r"\([^()]{0,40}\)", "", text)
    parts = [folded(part) for part in re.split(r"[/,&+|]|\band\b|\by\b", bare, flags=re.IGNORECASE)]
    names = [_BESIDE.sub("", part) for part in parts]
    found = [known.get(name, "") for name in names if name]
    return tuple(dict.fromkeys(found)) if found and all(found) else ()


def language_of(texts: Iterable[str]) -> str:
    """The language of a document by its small words; English where nothing speaks against it."""
    counts = dict.fromkeys(vocabulary().languages, 0)
    for text in texts:
        for word in folded(text[:2_000]).split():
            for language, small in vocabulary().languages.items():
                counts[language] += word in small
    return max(counts, key=lambda language: (counts[language], language == SOURCE))


def language_named(text: str) -> str:
    """The language that a heading or the head of a column names, as in "In English / En ingl\u00e9s"; "" for none."""
    if len(text) > LONGEST_NAME:
        return ""
    names = vocabulary().language_names
    parts = [
        re.sub(r"^(?:in|en|em) | (?:version|versi\u00f3n|text|texto)$", "", folded(part))
        for part in re.split(r"[/|()]", text)
    ]
    found = {names.get(part, "") for part in parts if part}
    return next(iter(found)) if len(found) == 1 else ""
