"""What the engine says, in the language of the window: sentences, findings and errors."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QDate, Qt

from htpm_studio.errors import Diagnostic, Message, Problems, StudioError, from_os_error, in_words_of
from htpm_studio.gui.i18n.formats import long_day

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


def told(error: BaseException | Diagnostic) -> str:
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
    return f"  {place}: {told(problem)}"
