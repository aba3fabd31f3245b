"""Sizes, times, numbers of files and paths in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale


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
