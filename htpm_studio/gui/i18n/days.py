"""Days as a screen reader says them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def spoken_day(day: date) -> str:
    """A day in words, such as "Thursday, January 7"."""
    form = QCoreApplication.translate("Calendar", "dddd, MMMM d")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
