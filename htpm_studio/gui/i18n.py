"""The language of the window: which one is wanted, and texts, days, sizes, counts and what the engine says in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QObject, Qt, QTime, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from htpm_studio.errors import Diagnostic, Message, Problems, StudioError, from_os_error, in_words_of
from htpm_studio.languages.declared import SOURCE, languages
from htpm_studio.paths import assets
from htpm_studio.pieces.declared import phrases

CONTEXT = "HTPM Studio"


class AppTranslator(QTranslator):
    """Looks every text up by its words alone, so that a text has one translation wherever it is.

    What pieces and page sizes declare brings its translation along.
    """

    def __init__(self, parent: QObject | None = None, declared: Mapping[str, str] | None = None) -> None:
        super().__init__(parent)
        self._declared = declared or {}

    def translate(self, context: str, text: str, comment: str | None = None, number: int = -1) -> str | None:
        """The translation, or None where there is none, which lets Qt ask the next one."""
        return self._declared.get(text) or super().translate(CONTEXT, text, comment or "", number) or None


class QtTranslator(QTranslator):
    """Qt's own words in file dialogs and context menus."""


@cache
def window_languages() -> Mapping[str, str]:
    """The languages that the window speaks, each in its own words: those with a translation, and English."""
    folder = assets() / "translations"
    known = (one for one in languages().values() if one.id == SOURCE or (folder / f"htpm_{one.id}.qm").is_file())
    return {one.id: one.name for one in known}


def wanted_language(choice: str, system: Sequence[str]) -> str:
    """The language for a choice: for "system" the first of the system's languages that the window speaks."""
    shorts = (name.replace("_", "-").partition("-")[0].lower() for name in system)
    return next((name for name in (choice, *shorts) if name in window_languages()), SOURCE)


def use_language(app: QApplication, choice: str, folder: Path) -> str:
    """Let the application speak the wanted language from now on, and write dates its way; the answer is its code.

    Windows that are open keep their words. A missing or damaged file leaves them English.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.setParent(None)
    system = QLocale.system()
    language = wanted_language(choice, system.uiLanguages())
    same = QLocale(language).language() == system.language()
    QLocale.setDefault(system if same else QLocale(language))
    if language == SOURCE:
        return language
    qt, own = QtTranslator(app), AppTranslator(app, phrases(language))
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    if own.load(str(folder / f"htpm_{language}.qm")):
        app.installTranslator(own)
    return language


def language_in_use() -> str:
    """The code of the language that the window speaks now."""
    code = QLocale().name().partition("_")[0]
    return code if code in window_languages() else SOURCE


_OPTIONS = re.compile(r"(,? or (replace|choose)[^.]*)? with --\w+|,? or use --[\w-]+|,? or --[\w-]+")
"""What a hint says for the command line only."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def translate(text: str) -> str:
    """A sentence of the engine in the language of the window; one that nobody translated stays English."""
    return in_words_of(_with_days(text), _translated)


def _with_days(text: str) -> str:
    """The same saying with its dates as people write them here."""
    if not isinstance(text, Message):
        day = QDate.fromString(text, Qt.DateFormat.ISODate) if _DAY.fullmatch(text) else QDate()
        return long_day(day) if day.isValid() else text
    return Message(text.template, tuple((name, _with_days(value)) for name, value in text.values))


def _translated(text: str) -> str:
    return QCoreApplication.translate("Engine", text)


def explain(error: BaseException | Diagnostic) -> str:
    """An error or problem with its hint, without the options of the command line; other errors by their kind."""
    if isinstance(error, Problems):
        return "\n".join((translate(error.head), *(_line(problem) for problem in error.problems)))
    if isinstance(error, OSError):
        error = from_os_error(error)
    if not isinstance(error, StudioError | Diagnostic):
        return type(error).__name__
    return _OPTIONS.sub("", f"{translate(error.message)} {translate(error.hint)}".strip())


def reason_of(error: StudioError) -> str:
    """What an error says without its hint."""
    return translate(error.head) if isinstance(error, Problems) else translate(error.message)


def _line(problem: Diagnostic) -> str:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return f"  {place}: {explain(problem)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def size_words(size: int) -> str:
    """Bytes for people: "26 MB", "14 KB"."""
    if size < 1_000_000:
        return _tr("{number} KB").format(number=max(1, round(size / 1000)))
    if size < 1_000_000_000:
        value = size / 1_000_000
        return _tr("{number} MB").format(number=QLocale().toString(value, "f", 0 if value >= 100 else 1))
    return _tr("{number} GB").format(number=QLocale().toString(size / 1_000_000_000, "f", 1))


def time_words(seconds: float) -> str:
    """A time for people: "36 seconds", "3 minutes"."""
    if seconds < 1.5:
        return _tr("1 second")
    if seconds < 100:
        return _tr("{count} seconds").format(count=round(seconds))
    return _tr("{count} minutes").format(count=round(seconds / 60))


def about_words(seconds: float) -> str:
    """A time as people say it: "about 40 seconds", "about 3 minutes"."""
    if seconds < 55:
        return _tr("about {count} seconds").format(count=10 * max(1, round(seconds / 10)))
    minutes = round(seconds / 60)
    return _tr("about 1 minute") if minutes == 1 else _tr("about {count} minutes").format(count=minutes)


def file_words(count: int) -> str:
    """A number of files."""
    return _tr("1 file") if count == 1 else _tr("{count} files").format(count=count)


def path_words(path: Path) -> str:
    """A path for people: from the home folder on, with " / " between the parts."""
    try:
        parts = path.relative_to(Path.home()).parts
    except ValueError:
        return str(path)
    return " / ".join(parts) if parts else str(path)


def clock_words(at: datetime, *, seconds: bool = False) -> str:
    """A time of day as the language writes it."""
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    return QLocale().toString(QTime(at.hour, at.minute, at.second), form.replace("mm", "mm:ss") if seconds else form)


def long_day(day: QDate) -> str:
    """A day with the name of its month, without the day of the week."""
    form = re.sub(r"dddd,?\s*", "", QLocale().dateFormat(QLocale.FormatType.LongFormat))
    return QLocale().toString(day, form)


def day_words(at: datetime) -> str:
    """A day in its short form."""
    return QLocale().toString(QDate(at.year, at.month, at.day), QLocale.FormatType.ShortFormat)


def month_words(month: int, year: int, *, title: bool = True) -> str:
    """A month of a year, such as "January 2027": as a title, or as it is written inside a sentence."""
    name = QLocale().standaloneMonthName(month)
    words = QCoreApplication.translate("Calendar", "{month} {year}")
    return words.format(month=f"{name[:1].upper()}{name[1:]}" if title else name, year=year)


def whole_month(month: int) -> str:
    """All weeks of a month as one choice: "All of January"."""
    return QCoreApplication.translate("Calendar", "All of {month}").format(month=QLocale().standaloneMonthName(month))


def as_qdate(day: date) -> QDate:
    """A day for Qt."""
    return QDate(day.year, day.month, day.day)


def spoken_day(day: date) -> str:
    """A day in words, such as "Thursday, January 7"."""
    form = QCoreApplication.translate("Calendar", "dddd, MMMM d")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def keys_words(keys: list[QKeySequence]) -> str:
    """Key sequences in the words of this system."""
    return ", ".join(one.toString(QKeySequence.SequenceFormat.NativeText) for one in keys)
