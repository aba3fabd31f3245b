"""Small parts of the export panel: sizes and times in words, chips, lines, shortened paths."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from htpm_studio.gui.board.model import size_name
from htpm_studio.gui.widgets.chip import Chip
from htpm_studio.gui.widgets.fields import MARGIN, buddy, close_button, kind_label, pane
from htpm_studio.gui.workspace import Workspace

LONGEST_WORD = 24
FORMATS = frozenset(("pptx", "pdf", "jpg", "png", "a4", "txt", "docx", "csv", "html", "ics"))


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


def form_name(name: str) -> str:
    """A form for people: a format in capitals, a size or paper with a capital."""
    return name.upper() if name in FORMATS else size_name(name)


def path_words(path: Path) -> str:
    """A path for people: from the home folder on, with " / " between the parts."""
    try:
        parts = path.relative_to(Path.home()).parts
    except ValueError:
        return str(path)
    return " / ".join(parts) if parts else str(path)


def breakable(text: str) -> str:
    """A text whose long words may break anywhere, so that a folder's name does not widen a panel."""
    return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", text)


class WholeLabel(QLabel):
    """Words that are shown whole or not at all, such as the keys of a button beside it."""

    @property
    def fits(self) -> bool:
        """Whether there is room for all of the words."""
        return self.contentsRect().width() >= self.fontMetrics().horizontalAdvance(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw nothing where the words would be cut."""
        if self.fits:
            super().paintEvent(event)


def chip(text: str) -> Chip:
    """A button for a set."""
    button = Chip(text)
    button.setMinimumHeight(28)
    return button


def title_label(text: str) -> QLabel:
    """A title a step larger than the text."""
    return kind_label(text, "page", wrap=True)


def panel_head(workspace: Workspace, text: str) -> QWidget:
    """The head of a side panel with its close button."""
    head = pane()
    row = QHBoxLayout(head)
    row.setContentsMargins(MARGIN, 8, 8, 8)
    row.addWidget(kind_label(text, "title"), 1)
    row.addWidget(close_button(workspace, _tr("Close the panel")))
    return head


def foot(*widgets: QWidget) -> QWidget:
    """The foot of a side panel: buttons at the left, words that may wrap at the right."""
    part = pane()
    row = QHBoxLayout(part)
    row.setContentsMargins(MARGIN, 10, MARGIN, 10)
    row.setSpacing(12)
    for widget in widgets:
        if isinstance(widget, QLabel):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(widget, 1)
        else:
            row.addWidget(widget)
    if not any(isinstance(widget, QLabel) for widget in widgets):
        row.addStretch(1)
    return part


def beside(*fields: tuple[str, QWidget]) -> QGridLayout:
    """Fields beside each other, each as wide, with their names above."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    for column, (text, field) in enumerate(fields):
        grid.addWidget(buddy(text, field), 0, column)
        grid.addWidget(field, 1, column)
        grid.setColumnStretch(column, 1)
    return grid


def notice(kind: str) -> tuple[QFrame, QHBoxLayout]:
    """A colored box for a sentence or two; it has an outline in high contrast."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.Box)
    frame.setProperty("kind", kind)
    inside = QHBoxLayout(frame)
    inside.setContentsMargins(12, 10, 12, 10)
    inside.setSpacing(10)
    return frame, inside
