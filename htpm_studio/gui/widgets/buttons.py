"""Buttons: chips that stay pressed, and segments that are joined to a row."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QToolButton, QWidget

ROOM, ROOM_BOLD = 38, 20  # the padding and border of assets/ui/style.qss, and what Qt keeps free


class Chip(QToolButton):
    """Is bold while it is pressed, and as wide in both weights."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setProperty("kind", "chip")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the words in both weights; Qt remembers that of the weight in which it was asked first."""
        rooms, mark = [], 0 if self.icon().isNull() else self.iconSize().width() + 4
        for weight, room in ((QFont.Weight.Normal, ROOM), (QFont.Weight.DemiBold, ROOM_BOLD)):
            font = QFont(self.font())
            font.setWeight(weight)
            rooms.append(QFontMetrics(font).horizontalAdvance(self.text()) + room + mark)
        return super().sizeHint().expandedTo(QSize(max(rooms), 0))


def segment(first: bool, last: bool) -> str:
    """Which corners of a button in a joined row are round."""
    return "" if first and last else "first" if first else "last" if last else "middle"
