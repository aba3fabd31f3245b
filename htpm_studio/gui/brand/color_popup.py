"""A small colour popup: hue strip, square, hex field, colours used lately. Follows the pointer, closes with Esc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from htpm_studio.errors import BadInput
from htpm_studio.gui.speech.spoken import told
from htpm_studio.gui.widgets.fields import buddy, kind_label, restyle
from htpm_studio.project.palette import parse_color

HUES = 359
STEP, LONG_STEP = 0.02, 0.1
MOST_SWATCHES = 6


class _Field(QWidget):
    """A painted field in which a point is dragged or moved with the arrows; `moved(x, y)` in fractions."""

    moved = Signal(float, float)

    def __init__(self, name: str, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumSize(size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.point = QPointF(0, 0)

    def move_to(self, x: float, y: float) -> None:
        """Move the point and tell it."""
        self.point = QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
        self.update()
        self.moved.emit(self.point.x(), self.point.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the pointer."""
        self.setFocus()
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the pointer."""
        place = event.position()
        self.move_to(place.x() / max(1, self.width()), place.y() / max(1, self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows move the point, with Shift by more."""
        step = LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        moves = {
            Qt.Key.Key_Left: (-step, 0.0), Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step), Qt.Key.Key_Down: (0.0, step),
        }  # fmt: skip
        move = moves.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        self.move_to(self.point.x() + move[0], self.point.y() + move[1])

    def frame(self, painter: QPainter) -> None:
        """Border, and the focus as a thicker one."""
        role = self.palette().highlight().color() if self.hasFocus() else self.palette().mid().color()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(role, 2 if self.hasFocus() else 1))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))


class ColorSquare(_Field):
    """Strength to the right, darkness downwards, of one hue."""

    hue = 0.0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """White to the hue, and black over it from below."""
        painter = QPainter(self)
        across = QLinearGradient(0, 0, self.width(), 0)
        across.setColorAt(0, QColor("#FFFFFF"))
        across.setColorAt(1, QColor.fromHsvF(self.hue, 1, 1))
        painter.fillRect(self.rect(), across)
        down = QLinearGradient(0, 0, 0, self.height())
        down.setColorAt(0, QColor(0, 0, 0, 0))
        down.setColorAt(1, QColor("#000000"))
        painter.fillRect(self.rect(), down)
        self.frame(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QPointF(self.point.x() * self.width(), self.point.y() * self.height())
        for width, color in ((4, "#000000"), (2, "#FFFFFF")):
            painter.setPen(QPen(QColor(color), width))
            painter.drawEllipse(center, 6, 6)


class HueStrip(_Field):
    """All hues from left to right."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The rainbow and the place in it."""
        painter = QPainter(self)
        across = QLinearGradient(0, 0, self.width(), 0)
        for step in range(7):
            across.setColorAt(step / 6, QColor.fromHsvF(min(step / 6, 0.999), 1, 1))
        painter.fillRect(self.rect(), across)
        self.frame(painter)
        place = self.point.x() * self.width()
        for width, color in ((6, "#000000"), (3, "#FFFFFF")):
            painter.setPen(QPen(QColor(color), width))
            painter.drawLine(QPointF(place, 2), QPointF(place, self.height() - 2))


class ColorPopup(QFrame):
    """`picked` is emitted for every colour on the way, `closed` once at the end."""

    picked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("pane", "true")
        self._quiet = False
        self.title = kind_label("", "head")
        self.square = ColorSquare(self.tr("Strength and brightness"), QSize(216, 140), self)
        self.strip = HueStrip(self.tr("Hue"), QSize(216, 24), self)
        self.hex = QLineEdit(self)
        self.hex.setMaxLength(9)
        self.sentence = QLabel()
        self.sentence.setProperty("kind", "warn")
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        self.recent = QHBoxLayout()
        self._lay_out()
        self.square.moved.connect(self._square_moved)
        self.strip.moved.connect(self._strip_moved)
        self.hex.textEdited.connect(self._typed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addWidget(self.square)
        column.addWidget(self.strip)
        row = QHBoxLayout()
        row.addWidget(buddy(self.tr("Hex"), self.hex))
        row.addWidget(self.hex, 1)
        column.addLayout(row)
        column.addWidget(self.sentence)
        self.recent.setSpacing(6)
        column.addLayout(self.recent)

    def open_at(self, anchor: QWidget, title: str, color: str, swatches: Sequence[tuple[str, str]]) -> None:
        """Show the popup beside a widget, which stays in sight, with a colour to start from.

        Swatches are pairs of colour and name.
        """
        self.title.setText(title)
        self.setAccessibleName(title)
        self._show(color)
        while (item := self.recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for shade, name in swatches[:MOST_SWATCHES]:
            button = QPushButton()
            button.setFixedSize(30, 26)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setStyleSheet(f"background: {shade}; padding: 0;")
            button.clicked.connect(lambda _checked, shade=shade: self._take(shade))
            self.recent.addWidget(button)
        self.recent.addStretch(1)
        self.adjustSize()
        place = anchor.mapToGlobal(anchor.rect().topRight())
        room = anchor.screen().availableGeometry()
        left = min(place.x() + 8, room.right() - self.width())
        self.move(max(room.left(), left), max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.show()
        self.hex.setFocus()
        self.hex.selectAll()

    def color(self) -> str:
        """The colour as it stands, "#RRGGBB"."""
        place = self.square.point
        return QColor.fromHsvF(self.square.hue, place.x(), 1 - place.y()).name().upper()

    def _show(self, color: str) -> None:
        shade = QColor(color)
        hue = max(shade.hsvHueF(), 0.0) if shade.hsvSaturation() else self.square.hue
        self.square.hue = hue
        self.square.point = QPointF(shade.hsvSaturationF(), 1 - shade.valueF())
        self.strip.point = QPointF(hue / 0.999, 0.5)
        self.hex.setText(color.upper())
        self._say("")
        self.square.update()
        self.strip.update()

    def _take(self, color: str) -> None:
        self._show(color)
        self.picked.emit(color)

    def _square_moved(self, _x: float, _y: float) -> None:
        self.hex.setText(self.color())
        self._say("")
        self.picked.emit(self.color())

    def _strip_moved(self, x: float, _y: float) -> None:
        self.square.hue = min(x, 1.0) * 0.999
        self.square.update()
        self._square_moved(0, 0)

    def _typed(self, text: str) -> None:
        try:
            color = parse_color(text)
        except BadInput:
            return
        place = self.hex.cursorPosition()
        self._show(color)
        self.hex.setText(text)
        self.hex.setCursorPosition(place)
        self.picked.emit(color)

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.hex.setProperty("state", "warn" if sentence else "")
        restyle(self.hex)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter takes what is typed and closes, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            try:
                parse_color(self.hex.text())
            except BadInput as error:
                self._say(told(error))
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """The end of picking, however it came."""
        super().hideEvent(event)
        self.closed.emit()
