"""The language of the window: which one is wanted, its texts put in place, and what the engine says in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from htpm_studio.errors import Diagnostic, Message, Problems, StudioError, from_os_error, in_words_of
from htpm_studio.gui.i18n.formats import long_day
from htpm_studio.pieces.declared import phrases
from htpm_studio.settings import AppLanguage

CONTEXT = "HTPM Studio"
LANGUAGES: dict[AppLanguage, str] = {"en": "English", "es": "Español"}
"""Languages that the window speaks, each in its own words."""


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


def wanted_language(choice: AppLanguage, system: Sequence[str]) -> str:
    """The language for a choice: for "system" the first of the system's languages that the window speaks."""
    if choice != "system":
        return choice
    for name in system:
        short = name.replace("_", "-").partition("-")[0].lower()
        if short in LANGUAGES:
            return short
    return "en"


def use_language(app: QApplication, choice: AppLanguage, folder: Path) -> str:
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
    if language == "en":
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
    return code if code in LANGUAGES else "en"


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
