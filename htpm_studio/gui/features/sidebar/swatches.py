"""The colors of the kit as a row of painted fields."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

GAP = 6


class Swatches(QWidget):
    """Only shows; the brand page changes."""

    SPOKEN_AS = QAccessible.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self.colors: tuple[str, ...] = ()

    def set_colors(self, colors: tuple[str, ...]) -> None:
        """Show these colors."""
        self.colors = colors
        self.setToolTip(", ".join(colors))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One row."""
        return QSize(200, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Fields of equal width."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(1, len(self.colors))
        width = (self.width() - GAP * (count - 1)) / count
        painter.setPen(QPen(self.palette().mid().color(), 1))
        colors = self.colors
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            colors = tuple(reversed(colors))
        for number, color in enumerate(colors):
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(QRectF(number * (width + GAP) + 0.5, 0.5, width - 1, self.height() - 1), 5, 5)
