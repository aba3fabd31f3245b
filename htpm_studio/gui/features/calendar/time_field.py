"""A field for a time of day in which typing does what it looks like."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTimeEdit, QWidget


class TimeField(QTimeEdit):
    """A click marks the hour, minute or half of the day, so that digits replace it; a time can be typed over all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # the style sheet gives its digits no room at the left
        self.lineEdit().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Mark the part that was clicked."""
        released = event.type() == QEvent.Type.MouseButtonRelease and watched is self.lineEdit()
        if released and not self.lineEdit().hasSelectedText():
            self.setSelectedSection(self.currentSection())
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A digit over everything, or before everything, begins with the hour."""
        line = self.lineEdit()
        whole = line.selectedText() == line.text()
        first = line.cursorPosition() == 0 and not line.hasSelectedText()
        if event.text().isdigit() and (whole or first):
            self.setSelectedSection(QTimeEdit.Section.HourSection)
        super().keyPressEvent(event)
