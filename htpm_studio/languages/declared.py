"""The languages of the program, read from their folders when somebody first asks for them, and then kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, get_args

from htpm_studio.decoding.declaration_file import check_schema, decoder, read_into
from htpm_studio.decoding.decode import Check, Decoder
from htpm_studio.decoding.source import KeyPlace, Report, short
from htpm_studio.errors import Diagnostic, Problems, in_file, msg
from htpm_studio.languages.model import (
    Break,
    Language,
    LineWord,
    ListWords,
    NumberWords,
    Saying,
    ToolkitWords,
)
from htpm_studio.paths import assets

FOLDER, FILE, DRAWINGS = "languages", "language.toml", "drawings.toml"
TOOLKITS, LISTS = "toolkits.toml", "lists.toml"
SOURCE = "en"
"""The language in which the program is written: what a language does not say is said in it."""

PROMPTS = ("title", "subtitle", "date", "footer", "picture", "address", "chart", "table", "text", "break")
T = TypeVar("T")
_ID = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
_DIGITS, _MONTHS = 10, 12
_NEEDED: Mapping[tuple[type, str], str] = {
    (Language, "numbers"): msg("Without number words, a wrong hotline number in words would not be found."),
    (Language, "lines"): msg("Without words around hotline numbers, a wrong one beside its name would not be found."),
    (Language, "harm"): msg("Without words about harm, photos of people would come beside them."),
}


@cache
def languages() -> Mapping[str, Language]:
    """Each language by its id, English first; raises Problems with each mistake in their folders."""
    return read_languages(assets() / FOLDER)


def known_language(name: str) -> Language:
    """A language by its id, or else English."""
    return languages().get(name) or languages()[SOURCE]


@cache
def toolkit_words() -> Mapping[str, ToolkitWords]:
    """The words of toolkits by language, English first, of those that have any; raises Problems with each mistake."""
    return _words_beside(TOOLKITS, ToolkitWords, decoder({ToolkitWords: _check_toolkit_words}))


@cache
def list_words() -> Mapping[str, ListWords]:
    """The headings of lists by language, as `toolkit_words`."""
    return _words_beside(LISTS, ListWords, decoder({ListWords: check_schema}))


def _words_beside(name: str, kind: type[T], reader: Decoder) -> Mapping[str, T]:
    report, found = Report(), dict[str, T | None]()
    for language in languages():
        path = assets() / FOLDER / language / name
        if path.is_file():
            found[language] = read_into(report, path, f"{FOLDER}/{language}/{name}", kind, reader)
    if report.problems:
        raise Problems(msg("The folder {name}", name=FOLDER), report.problems)
    return MappingProxyType({language: words for language, words in found.items() if words})


def toolkit_sayings(name: str) -> Mapping[Saying, str]:
    """What kits made of toolkits say in a language, by its id, or else in English."""
    return (toolkit_words().get(name) or toolkit_words()[SOURCE]).said


@cache
def drawn_languages() -> tuple[str, ...]:
    """The languages that have words for drawings, English first: what drawings show is said in each of them."""
    return tuple(name for name in languages() if (assets() / FOLDER / name / DRAWINGS).is_file())


def month_number(name: str) -> int:
    """Which month a name or its beginning is in any language; 0 for none."""
    rows = (row for language in languages().values() for row in enumerate(language.months, 1))
    return next((number for number, month in rows if month.casefold().startswith(name.casefold())), 0)


@cache
def break_words(kind: Break) -> frozenset[str]:
    """The words of all languages that matter for where a line ends in one way: texts of any language have names."""
    return frozenset(word for language in languages().values() for word in language.breaks.get(kind, ()))


@cache
def line_words(kind: LineWord) -> tuple[str, ...]:
    """What all languages say around the number of a hotline in one way; the file of English says what each means."""
    return tuple(dict.fromkeys(word for language in languages().values() for word in language.lines.get(kind, ())))


def read_languages(folder: Path) -> Mapping[str, Language]:
    """The languages of a folder of folders; raises Problems with each mistake, also for a language half declared."""
    report = Report()
    found = {path.name: _read(path, report) for path in sorted(folder.iterdir()) if path.is_dir()}
    if SOURCE not in found:
        report.problems.append(in_file(FOLDER, 0, msg("There is no folder {name}.", name=SOURCE)))
    if not report.problems:
        report.problems += _taken_over(found)
    if report.problems:
        raise Problems(msg("The folder {name}", name=FOLDER), report.problems)
    usual = source.prompts if (source := found[SOURCE]) else {}
    ordered = sorted((language for language in found.values() if language), key=lambda language: language.id != SOURCE)
    return MappingProxyType(
        {language.id: replace(language, prompts={**usual, **language.prompts}) for language in ordered}
    )


def _taken_over(found: Mapping[str, Language | None]) -> Iterator[Diagnostic]:
    """Words that nobody has translated yet: with those of another language no wrong number in words is found."""
    seen: dict[tuple[str, str], str] = {}
    for name, language in sorted(found.items(), key=lambda item: item[0] != SOURCE):
        spoken = name.partition("-")[0]
        for key in ("numbers", "harm"):
            other = seen.setdefault((key, repr(getattr(language, key))), spoken)
            if other != spoken:
                yield in_file(
                    f"{FOLDER}/{name}/{FILE}",
                    0,
                    msg("The words of {key} are those of {other}.", key=key, other=other),
                    msg("Write those of the language: nobody would be protected in its texts."),
                )


def _read(folder: Path, report: Report) -> Language | None:
    file = f"{FOLDER}/{folder.name}/{FILE}"
    if not _ID.fullmatch(folder.name):
        report.problems.append(in_file(file, 0, msg("{name} is no name of a language.", name=short(folder.name))))
        return None
    checks: dict[type, Check] = {Language: _check_language, NumberWords: _check_numbers}
    found = read_into(report, folder / FILE, file, Language, replace(decoder(checks), hints=_NEEDED))
    return found and replace(found, id=folder.name)


def _check_language(language: Language, place: KeyPlace) -> None:
    check_schema(language, place)
    if len(language.months) != _MONTHS:
        place.child("months").wrong("There must be twelve months, January first.")
    if not {"{day}", "{month}"} <= set(language.day.split(" ")):
        place.child("day").wrong("A day is written with {day} and {month}.")
    for key in language.prompts:
        if key not in PROMPTS:
            place.child("prompts").unknown(key, PROMPTS)
    patterns: list[tuple[str, str, tuple[int, str]]] = []
    bound: tuple[Break, ...] = ("bound", "names")
    for key in bound:
        patterns += [("breaks", key, row) for row in enumerate(language.breaks.get(key, ()))]
    patterns += [("lines", kind, row) for kind, words in language.lines.items() for row in enumerate(words)]
    for table, kind, (at, pattern) in patterns:
        try:
            _ = pattern.isalpha() or re.compile(pattern)
        except re.error as error:
            place.child(table, kind, at).wrong(msg("The pattern cannot be read: {reason}.", reason=str(error)))


def _check_toolkit_words(words: ToolkitWords, place: KeyPlace) -> None:
    check_schema(words, place)
    for key in get_args(Saying):
        if key not in words.said:
            place.child("said").wrong(msg("The key {name} is missing.", name=key))


def _check_numbers(numbers: NumberWords, place: KeyPlace) -> None:
    if len(numbers.count) < _DIGITS and place.whole("count"):
        place.child("count").wrong("There must be a word for each digit, zero first.")
