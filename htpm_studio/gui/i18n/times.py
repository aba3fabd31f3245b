"""Days and times of day as people here write them."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime


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
