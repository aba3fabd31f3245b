"""Campaign packs: a folder of TOML files, one sub-folder for each language, read strictly and all at once.

A pack holds `pack.toml` (format, name, year, hashtags, helplines, and when it is: month, day, days of weeks), may hold
`facts.toml` (every number that its texts say, with source and age), and has for each language, such as `en`:
`words.toml` (fixed words), `campaign.toml` (the month), `week-1.toml` to at most `week-6.toml`, and for a week with
content `week-N-posts.toml`, `week-N-decks.toml`, `week-N-handouts.toml`, `week-N-scenarios.toml`,
`week-N-session.toml` (what the training is for; it adds its slides to it). A language that holds only `words.toml`
provides its words to cards in two languages. Keys are the names of the fields in `model` and `session`.
"""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from htpm_studio.campaign.language_pages import with_language_pages
from htpm_studio.campaign.model import Campaign, FactSheet, Month, Observance, PackInfo, Week, WeekPart
from htpm_studio.campaign.pack_files import FACTS, PackSource, PackTexts, opened
from htpm_studio.campaign.pictures import picture_names
from htpm_studio.campaign.placeholders import FIXED, RUNNING
from htpm_studio.campaign.session_slides import with_session
from htpm_studio.campaign.strings import Strings
from htpm_studio.campaign.validate_pack import CHECKS, MISSING_HINTS, text_check
from htpm_studio.decoding.decode import Decoder
from htpm_studio.decoding.source import Report, load_toml, nearest, short
from htpm_studio.errors import InputError, Problems, in_file, msg
from htpm_studio.hotline.helpline import USUAL, Helpline
from htpm_studio.paths import assets
from htpm_studio.pieces.declared import pieces
from htpm_studio.scene.quotes import typographic
from htpm_studio.weeks import WEEK_NUMBERS

PARTS = ("posts", "decks", "handouts", "scenarios", "session")
_FILES = frozenset(
    {"words.toml", "campaign.toml"}
    | {f"week-{number}.toml" for number in WEEK_NUMBERS}
    | {f"week-{number}-{part}.toml" for number in WEEK_NUMBERS for part in PARTS}
)
T = TypeVar("T")


@lru_cache(maxsize=32)
def _decoder(lines: tuple[Helpline, ...], *, fixed: bool = False) -> Decoder:
    """What reads running text or fixed words in which the numbers of these helplines must be right."""
    return Decoder(CHECKS, text_check(FIXED if fixed else RUNNING, lines), MISSING_HINTS, typographic)


def languages(pack: Path | PackTexts) -> tuple[str, ...]:
    """The languages in which a pack is complete; InputError when the folder is no pack."""
    return _complete(opened(pack))


def read_pack(pack: Path | PackTexts, language: str) -> Campaign:
    """Read a pack, a folder or the texts of one, in one language.

    InputError when the folder is missing, is no pack, is too large or lacks the language; Problems with file and
    line for all mistakes inside its files at once.
    """
    source = opened(pack)
    found = _complete(source)
    if language not in found:
        raise InputError(
            msg("{title} is not available in the language {short}.", title=source.title, short=short(language)),
            msg("Available: {what}.", what=", ".join(found) or msg("none")),
        )
    report = Report(pictures=picture_names(assets()))
    info = _read(_decoder(USUAL), PackInfo, source, "pack.toml", report)
    lines = tuple(hotline.watched for hotline in (info.hotline, *info.helplines)) if info else USUAL
    running = _decoder(lines)
    sheet = _read(running, FactSheet, source, FACTS, report) if source.has(FACTS) else FactSheet(1, ())
    translations = _read_words(_decoder(lines, fixed=True), source, report)
    _report_strangers(source, language, report)
    month = _read(running, Month, source, f"{language}/campaign.toml", report)
    weeks = [_read_week(running, source, language, number, report) for number in _numbers(source, language)]
    complete = tuple(week for week in weeks if week is not None)
    words = translations.get(language)
    if info and sheet and month and words and not report.problems:
        read = Campaign(info, language, month, words, MappingProxyType(translations), complete, sheet.facts)
        return with_language_pages(read)
    raise Problems(source.title, report.problems)


def observance_of(pack: Path | PackTexts) -> Observance | None:
    """When a pack takes place, without reading the rest of it; None where it has mistakes in what says so.

    InputError when the folder is no pack.
    """
    report = Report()
    info = _read(_decoder(USUAL), PackInfo, opened(pack), "pack.toml", report)
    return info.observance if info and not report.problems else None


def _complete(source: PackSource) -> tuple[str, ...]:
    return tuple(name for name in source.languages() if source.has(f"{name}/campaign.toml"))


def _report_strangers(source: PackSource, language: str, report: Report) -> None:
    for name in source.names(language):
        if name not in _FILES:
            hint = nearest(name, _FILES)
            report.problems.append(in_file(f"{language}/{name}", 0, "A pack does not contain this kind of file.", hint))


def _numbers(source: PackSource, language: str) -> tuple[int, ...]:
    """The numbers of the weeks: from the first to the last that the pack has a file of."""
    last = max((number for number in WEEK_NUMBERS if source.has(f"{language}/week-{number}.toml")), default=1)
    return WEEK_NUMBERS[:last]


def _read_words(decoder: Decoder, source: PackSource, report: Report) -> dict[str, Strings]:
    translations = {}
    for language in source.languages():
        words = _read(decoder, Strings, source, f"{language}/words.toml", report)
        if words is not None:
            printed = {**pieces().words(language), **words.print}
            translations[language] = dataclasses.replace(words, print=MappingProxyType(printed))
    return translations


def _read_week(decoder: Decoder, source: PackSource, language: str, number: int, report: Report) -> Week | None:
    file = f"{language}/week-{number}.toml"
    week = _read(decoder, Week, source, file, report)
    if week is not None and week.number != number:
        report.problems.append(
            in_file(
                file,
                0,
                msg("The file says that it is week {number}.", number=week.number),
                msg("Write number = {number}.", number=number),
            )
        )
    for part in PARTS:
        name = f"{language}/week-{number}-{part}.toml"
        if not source.has(name):
            continue
        found = _read(decoder, WeekPart, source, name, report)
        if week is not None and found is not None:
            week = dataclasses.replace(
                week,
                posts=week.posts + found.posts,
                decks=week.decks + found.decks,
                handouts=week.handouts + found.handouts,
                scenarios=week.scenarios + found.scenarios,
                session=found.session or week.session,
            )
    return week and _with_session(week, language)


def _with_session(week: Week, language: str) -> Week:
    """The week with the slides of its session in its training."""
    if week.session is None:
        return week
    decks = (with_session(deck, week.session, language) if deck.id == "training" else deck for deck in week.decks)
    return dataclasses.replace(week, decks=tuple(decks))


def _read(decoder: Decoder, kind: type[T], source: PackSource, file: str, report: Report) -> T | None:
    text = source.text(file, report)
    loaded = load_toml(file, text, report) if text is not None else None
    value = decoder.table(kind, *loaded) if loaded else None
    report.blind = report.blind or value is None
    report.monthless = report.monthless or (kind is Month and loaded is None)
    return value
