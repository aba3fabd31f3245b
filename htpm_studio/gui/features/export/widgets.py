"""Small parts of the export panel: sizes and times in words, chips, lines, shortened paths."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel

from htpm_studio.gui.core.pieces import size_name
from htpm_studio.gui.widgets.chip import Chip

LONGEST_WORD = 24
FORMATS = frozenset(("pptx", "pdf", "jpg", "png", "a4", "txt", "docx", "csv", "html", "ics"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def form_name(name: str) -> str:
    """A form for people: a format in capitals, a size or paper with a capital."""
    return name.upper() if name in FORMATS else size_name(name)


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
