"""Campaign packs: a folder of TOML files, one sub-folder for each language, read strictly and all at once.

A pack holds `pack.toml` (format, name, year, hashtags, hotline) and for each language, such as `en`: `words.toml`
(fixed words), `campaign.toml` (the month), `week-1.toml` to `week-5.toml`, and for a week with content
`week-N-posts.toml`, `week-N-decks.toml`, `week-N-handouts.toml`. A language that holds only `words.toml` lends its
words to cards in two languages. Keys are the names of the fields in `model`.
"""

from __future__ import annotations

import dataclasses
import re
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from htpm_studio.campaign.checks import CHECKS, MISSING_HINTS, text_check
from htpm_studio.campaign.decode import Decoder
from htpm_studio.campaign.model import Campaign, Month, PackInfo, Week, WeekPart
from htpm_studio.campaign.placeholders import FIXED, RUNNING
from htpm_studio.campaign.source import Report, load_toml, nearest, short
from htpm_studio.campaign.words import Words
from htpm_studio.errors import BadInput, Problem, Problems

MAX_FILE_BYTES = 1_000_000
MAX_FILES = 200
WEEK_NUMBERS = (1, 2, 3, 4, 5)
PARTS = ("posts", "decks", "handouts")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
_FILES = frozenset(
    {"words.toml", "campaign.toml"}
    | {f"week-{number}.toml" for number in WEEK_NUMBERS}
    | {f"week-{number}-{part}.toml" for number in WEEK_NUMBERS for part in PARTS}
)
_RUNNING_TEXT = Decoder(CHECKS, text_check(RUNNING), MISSING_HINTS)
_FIXED_TEXT = Decoder(CHECKS, text_check(FIXED), MISSING_HINTS)
T = TypeVar("T")


def languages(folder: Path) -> tuple[str, ...]:
    """The languages in which a pack is complete; BadInput when the folder is no pack."""
    return tuple(name for name in _language_folders(folder) if (folder / name / "campaign.toml").is_file())


def read_pack(folder: Path, language: str) -> Campaign:
    """Read a pack in one language.

    BadInput when the folder is missing, is no pack, is too large or lacks the language; Problems with file and
    line for all mistakes inside its files at once.
    """
    found = languages(folder)
    if language not in found:
        raise BadInput(
            f"The campaign pack {folder} is not available in the language {short(language)}.",
            f"Available: {', '.join(found) or 'none'}.",
        )
    report = Report()
    info = _read(_RUNNING_TEXT, PackInfo, folder, "pack.toml", report)
    translations = _read_words(folder, report)
    _report_strangers(folder, language, report)
    month = _read(_RUNNING_TEXT, Month, folder, f"{language}/campaign.toml", report)
    weeks = [_read_week(folder, language, number, report) for number in WEEK_NUMBERS]
    complete = tuple(week for week in weeks if week is not None)
    words = translations.get(language)
    if report.problems or info is None or month is None or words is None or len(complete) < len(weeks):
        raise Problems(f"The campaign pack {folder}", report.problems)
    return Campaign(info, language, month, words, MappingProxyType(translations), complete)


def _language_folders(folder: Path) -> tuple[str, ...]:
    if not folder.is_dir():
        raise BadInput(f"There is no campaign pack at {folder}.", "Choose the folder that holds pack.toml.")
    if not (folder / "pack.toml").is_file():
        raise BadInput(f"{folder} is not a campaign pack.", "A pack is a folder that holds pack.toml.")
    try:
        if len(list(islice(folder.rglob("*"), MAX_FILES + 1))) > MAX_FILES:
            raise BadInput(f"{folder} holds more than {MAX_FILES} files.", "A campaign pack is much smaller.")
        inside = sorted(folder.iterdir())
        return tuple(path.name for path in inside if path.is_dir() and _LANGUAGE.fullmatch(path.name))
    except OSError as error:
        raise BadInput(
            f"The campaign pack {folder} cannot be read: {error.strerror}.", "Check its permissions."
        ) from error


def _report_strangers(folder: Path, language: str, report: Report) -> None:
    for path in sorted((folder / language).glob("*.toml")):
        if path.name not in _FILES:
            hint = nearest(path.name, _FILES)
            report.problems.append(Problem(f"{language}/{path.name}", 0, "No such file belongs to a pack.", hint))


def _read_words(folder: Path, report: Report) -> dict[str, Words]:
    translations = {}
    for language in _language_folders(folder):
        words = _read(_FIXED_TEXT, Words, folder, f"{language}/words.toml", report)
        if words is not None:
            translations[language] = words
    return translations


def _read_week(folder: Path, language: str, number: int, report: Report) -> Week | None:
    file = f"{language}/week-{number}.toml"
    week = _read(_RUNNING_TEXT, Week, folder, file, report)
    if week is not None and week.number != number:
        report.problems.append(
            Problem(file, 0, f"The file says that it is week {week.number}.", f"Write number = {number}.")
        )
    for part in PARTS:
        name = f"{language}/week-{number}-{part}.toml"
        if not (folder / name).is_file():
            continue
        found = _read(_RUNNING_TEXT, WeekPart, folder, name, report)
        if week is not None and found is not None:
            week = dataclasses.replace(
                week,
                posts=week.posts + found.posts,
                decks=week.decks + found.decks,
                handouts=week.handouts + found.handouts,
            )
    return week


def _read(decoder: Decoder, kind: type[T], folder: Path, file: str, report: Report) -> T | None:
    text = _file_text(folder / file, file, report)
    loaded = load_toml(file, text, report) if text is not None else None
    value = decoder.table(kind, *loaded) if loaded else None
    report.blind = report.blind or value is None
    return value


def _file_text(path: Path, file: str, report: Report) -> str | None:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        report.problems.append(Problem(file, 0, f"The file cannot be read: {error.strerror}.", "A pack needs it."))
        return None
    if len(data) > MAX_FILE_BYTES:
        report.problems.append(Problem(file, 0, f"The file is larger than {MAX_FILE_BYTES:,} bytes."))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        report.problems.append(Problem(file, line, "The file is not UTF-8 text.", "Save it as UTF-8."))
        return None
