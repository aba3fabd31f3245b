"""The focus weeks of a kit in words: their days and short titles."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from htpm_studio.campaign.dates import FocusWeek
from htpm_studio.campaign.model import Campaign
from htpm_studio.errors import InputError
from htpm_studio.export.schedule import schedule_of
from htpm_studio.project.model import Project


def weeks_of(project: Project, campaign: Campaign) -> tuple[FocusWeek, ...]:
    """The weeks of a project; none for a year without a plan."""
    try:
        return schedule_of(project, campaign).weeks
    except InputError:
        return ()


def days_words(week: FocusWeek) -> str:
    """The days of a week as in "Jan 4–10" or "Jan 4"."""
    if week.first == week.last:
        day = QCoreApplication.translate("WeekBar", "{month} {first}")
        return day.format(month=_month(week.first), first=week.first.day)
    if week.first.month != week.last.month:
        words = QCoreApplication.translate("WeekBar", "{month} {first} – {last_month} {last}")
        months = {"month": _month(week.first), "last_month": _month(week.last)}
        return words.format(first=week.first.day, last=week.last.day, **months)
    words = QCoreApplication.translate("WeekBar", "{month} {first}–{last}")
    return words.format(month=_month(week.first), first=week.first.day, last=week.last.day)


def _month(day: date) -> str:
    return QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)


def short_title(eyebrow: str, title: str) -> str:
    """What follows the colon of "Week 2: Fair workplaces"; the title where there is none."""
    return eyebrow.partition(":")[2].strip() or title
