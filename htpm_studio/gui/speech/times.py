"""Days and times of day as people here write them."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime


def clock(at: datetime, *, seconds: bool = False) -> str:
    """A time of day; with seconds always from 0 to 24 h."""
    time = QTime(at.hour, at.minute, at.second)
    return time.toString("HH:mm:ss") if seconds else QLocale().toString(time, QLocale.FormatType.ShortFormat)


def long_day(day: QDate) -> str:
    """A day with the name of its month, without the day of the week."""
    form = re.sub(r"dddd,?\s*", "", QLocale().dateFormat(QLocale.FormatType.LongFormat))
    return QLocale().toString(day, form)


def day_words(at: datetime) -> str:
    """A day in its short form."""
    return QLocale().toString(QDate(at.year, at.month, at.day), QLocale.FormatType.ShortFormat)
