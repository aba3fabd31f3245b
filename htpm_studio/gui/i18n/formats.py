"""Days, times, sizes, counts, paths and keys in words."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime
from PySide6.QtGui import QKeySequence


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


def clock(at: datetime, *, seconds: bool = False) -> str:
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
