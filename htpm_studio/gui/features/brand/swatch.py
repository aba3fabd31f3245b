"""A color as a button, which can be dragged onto a role."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy


class Swatch(QAbstractButton):
    """A color as a button; it can be dragged, and keys 1 and 2 ask for a role (`role_wanted`)."""

    role_wanted = Signal(int)

    def __init__(self, size: QSize, *, draggable: bool = False) -> None:
        super().__init__()
        self.color, self.used = "#000000", False
        self._size, self._draggable, self._press = size, draggable, QPoint()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_color(self, color: str, name: str) -> None:
        """Show a color; `name` says what it is."""
        self.color = color
        self.setAccessibleName(f"{name}, {color}")
        self.setToolTip(f"{name}, {color}")
        self.update()

    def set_used(self, words: str) -> None:
        """Mark the color as one that is in use and say so; "" takes the mark away."""
        self.used = bool(words)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The size given."""
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A rounded field of the color, with a ring for the focus and a tick where it is used."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(QPen(palette.highlight().color() if self.hasFocus() else palette.mid().color(),
                            3 if self.hasFocus() else 1))  # fmt: skip
        painter.setBrush(QColor(self.color))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        if self.used:
            self._paint_tick(painter)

    def _paint_tick(self, painter: QPainter) -> None:
        center = QPointF(self.rect().topRight()) + QPointF(-8, 9)
        painter.setPen(QPen(self.palette().base().color(), 1.5))
        painter.setBrush(self.palette().highlight())
        painter.drawEllipse(center, 7, 7)
        pen = QPen(self.palette().highlightedText().color(), 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        tick = (QPointF(-3, 0), QPointF(-0.75, 2.5), QPointF(3.25, -2.25))
        painter.drawPolyline([center + point for point in tick])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses, 1 and 2 give the color to a role."""
        if event.key() in (Qt.Key.Key_1, Qt.Key.Key_2) and self._draggable:
            self.role_wanted.emit(0 if event.key() == Qt.Key.Key_1 else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where a drag may start."""
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the color onto a role."""
        far = (event.position().toPoint() - self._press).manhattanLength() >= QApplication.startDragDistance()
        if self._draggable and far and event.buttons() & Qt.MouseButton.LeftButton:
            self.setDown(False)
            data = QMimeData()
            data.setColorData(QColor(self.color))
            data.setText(self.color)
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)
        else:
            super().mouseMoveEvent(event)
