"""A small color popup: square, hue strip, hex field, screen picker, colors used lately. Closes with Esc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QLineEdit,
    QSlider,
    QWidget,
)

from htpm_studio.errors import InputError
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand.roles import Swatch
from htpm_studio.gui.features.brand.screen_picker import ScreenPicker, can_capture_screens
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.fields import buddy, icon_button, kind_label, restyle
from htpm_studio.project.palette import parse_color

HUES, PER_CENT = 359, 100
STEP, LONG_STEP = 0.02, 0.1
SWATCHES_PER_ROW, MOST_SWATCHES = 6, 12
GAP = 8
GONE_MS = 150
"""How long a popup that is hidden may still be on the screen."""


class _Field(QSlider):
    """A painted field in which a point is dragged or moved with the arrows; `moved(x, y)` in fractions.

    It is a slider for screen readers: its value is how far to the right the point is.
    """

    moved = Signal(float, float)

    def __init__(self, name: str, size: QSize, most: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, most)
        self.setMinimumSize(size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.point = QPointF(0, 0)
        self.valueChanged.connect(self._valued)

    def put(self, x: float, y: float) -> None:
        """Show the point elsewhere."""
        self.point = QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
        self.setValue(self._value())
        self.update()

    def move_to(self, x: float, y: float) -> None:
        """Move the point and tell it."""
        self.put(x, y)
        self.moved.emit(self.point.x(), self.point.y())

    def _value(self) -> int:
        return round(self.point.x() * self.maximum())

    def _valued(self, value: int) -> None:
        if value != self._value():
            self.move_to(value / self.maximum(), self.point.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the pointer."""
        self.setFocus()
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        place = event.position()
        self.move_to(place.x() / max(1, self.width()), place.y() / max(1, self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
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

    def paintEvent(self, _event: QPaintEvent) -> None:
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

    def paintEvent(self, _event: QPaintEvent) -> None:
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
    """`picked` is emitted for every color on the way, `closed` once at the end."""

    picked = Signal(str)
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._workspace, self._picking = workspace, False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("pane", "true")
        self.title = kind_label("", "head")
        self.square = ColorSquare(self.tr("Strength and brightness"), QSize(216, 140), PER_CENT, self)
        self.strip = HueStrip(self.tr("Hue"), QSize(216, 24), HUES, self)
        self.hex = QLineEdit(self)
        self.hex.setMaxLength(9)
        self.sentence = kind_label("", "warn", wrap=True)
        self.sentence.hide()
        self.dropper = icon_button(workspace, "pipette", self.tr("Pick a color from the screen"))
        if not can_capture_screens():
            self.dropper.hide()
        self.dropper.clicked.connect(self.pick_on_screen)
        self.screen_picker = ScreenPicker(self)
        self.screen_picker.aimed.connect(workspace.announce)
        self.screen_picker.ended.connect(self.picked_on_screen)
        self.recent = QGridLayout()
        self._lay_out()
        self.square.moved.connect(self._square_moved)
        self.strip.moved.connect(self._strip_moved)
        self.hex.textEdited.connect(self._typed)

    def _lay_out(self) -> None:
        row = in_row(buddy(self.tr("Hex"), self.hex), (self.hex, 1), self.dropper)
        self.recent.setSpacing(6)
        self.recent.setColumnStretch(SWATCHES_PER_ROW, 1)
        in_column(self.title, self.square, self.strip, row, self.sentence, self.recent, inside=self, margins=None)

    def open_at(self, anchor: QWidget, title: str, color: str, swatches: Sequence[tuple[str, str]]) -> None:
        """Show the popup beside a widget, which stays in sight, with a color to start from.

        Swatches are pairs of color and name.
        """
        self.title.setText(title)
        self.setAccessibleName(title)
        self._show(color)
        while (item := self.recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for number, (shade, name) in enumerate(swatches[:MOST_SWATCHES]):
            button = Swatch(QSize(30, 26))
            button.set_color(shade, name)
            button.clicked.connect(lambda _checked, shade=shade: self._take(shade))
            self.recent.addWidget(button, *divmod(number, SWATCHES_PER_ROW))
        self.adjustSize()
        place = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
        room = anchor.screen().availableGeometry()
        self.move(point_beside(place, self.size(), room, mirrored=self.isRightToLeft()))
        self.show()
        self.hex.setFocus()
        self.hex.selectAll()

    def pick_on_screen(self) -> None:
        """Go out of the way and let the user click anywhere on the screens; then come back with that color."""
        self._picking = True
        self.hide()
        QTimer.singleShot(GONE_MS, self, self._cover_screens)

    def _cover_screens(self) -> None:
        if not self.screen_picker.start():
            self.picked_on_screen("")
            self._say(self.tr("This computer does not let programs look at the screen."))

    def picked_on_screen(self, color: str) -> None:
        """Come back with the color that was picked on the screen; an empty one picks none."""
        if (parent := self.parentWidget()) is not None:
            parent.window().activateWindow()
        self.show()
        self._picking = False
        self.dropper.setFocus()
        if color:
            self._take(color)

    def color(self) -> str:
        """The color as it is now, "#RRGGBB"."""
        place = self.square.point
        return QColor.fromHsvF(self.square.hue, place.x(), 1 - place.y()).name().upper()

    def _show(self, color: str) -> None:
        shade = QColor(color)
        hue = max(shade.hsvHueF(), 0.0) if shade.hsvSaturation() else self.square.hue
        self.square.hue = hue
        self.square.put(shade.hsvSaturationF(), 1 - shade.valueF())
        self.strip.put(hue / 0.999, 0.5)
        self._describe()
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
        self._describe()
        self.picked.emit(self.color())

    def _describe(self) -> None:
        place = self.square.point
        words = self.tr("{color}: strength {strength}%, brightness {brightness}%").format(
            color=self.color(), strength=round(100 * place.x()), brightness=round(100 * (1 - place.y()))
        )
        self.square.setAccessibleDescription(words)
        self.strip.setAccessibleDescription(self.color())

    def _strip_moved(self, x: float, _y: float) -> None:
        self.square.hue = min(x, 1.0) * 0.999
        self.square.update()
        self._square_moved(0, 0)

    def _typed(self, text: str) -> None:
        try:
            color = parse_color(text)
        except InputError:
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is typed and closes, or presses the button that has the focus; Esc closes."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            try:
                parse_color(self.hex.text())
            except InputError as error:
                self._say(explain(error))
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The end of picking, however it came."""
        super().hideEvent(event)
        if not self._picking:
            self.closed.emit()


def point_beside(anchor: QRect, size: QSize, room: QRect, *, mirrored: bool = False) -> QPoint:
    """Where a popup appears so that it hides nothing of what it belongs to: beside it, else below or above."""
    after, before = anchor.right() + 1 + GAP, anchor.left() - GAP - size.width()
    fits = {after: after + size.width() <= room.right() + 1, before: before >= room.left()}
    top = max(room.top(), min(anchor.top(), room.bottom() + 1 - size.height()))
    for left in (before, after) if mirrored else (after, before):
        if fits[left]:
            return QPoint(left, top)
    left = max(room.left(), min(anchor.left(), room.right() + 1 - size.width()))
    below, above = anchor.bottom() + 1 + GAP, anchor.top() - GAP - size.height()
    return QPoint(left, below if below + size.height() <= room.bottom() + 1 or above < room.top() else above)
