"""Take a color from anywhere on the screens: pictures of them lie over them, with a magnifier at the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QCursor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QScreen,
)
from PySide6.QtWidgets import QWidget

ACROSS, DOT = 13, 11
"""How many dots of the screen the magnifier shows in a row, and how large each is."""
STEP, LONG_STEP = 1, 10
GAP, EDGE = 12, 16
SAMPLES = 24
DARK, PALE = "#14161A", "#FFFFFF"


class ScreenShot(NamedTuple):
    """What a screen showed: its place among the screens, and its picture."""

    place: QRect
    picture: QImage

    def dot(self, spot: QPoint) -> QPoint:
        """The dot of the picture at a spot of the screens."""
        scale = self.picture.width() / max(1, self.place.width())
        inside = spot - self.place.topLeft()
        return QPoint(
            min(max(int(inside.x() * scale), 0), self.picture.width() - 1),
            min(max(int(inside.y() * scale), 0), self.picture.height() - 1),
        )

    def color(self, spot: QPoint) -> str:
        """The color at a spot, "#RRGGBB"."""
        return self.picture.pixelColor(self.dot(spot)).name().upper()


def can_capture_screens() -> bool:
    """Whether this system lets programs look at the screen at all; under Wayland they cannot."""
    return not QGuiApplication.platformName().startswith("wayland")


def capture_screens() -> tuple[ScreenShot, ...]:
    """Pictures of all screens; none where the system gives no picture, or a black one."""
    shots = tuple(shot for screen in QGuiApplication.screens() if (shot := screen_shot(screen)) is not None)
    return shots if any(not _black(shot.picture) for shot in shots) else ()


def screen_shot(screen: QScreen) -> ScreenShot | None:
    """What a screen shows now; None where the system lets nobody see it."""
    place = screen.geometry()
    picture = screen.grabWindow(0)
    if picture.isNull():
        return None
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1)
    return ScreenShot(place, image)


def _black(picture: QImage) -> bool:
    small = picture.scaled(SAMPLES, SAMPLES)
    return all(QColor(small.pixel(x, y)).value() == 0 for x in range(SAMPLES) for y in range(SAMPLES))


class ScreenPicker(QObject):
    """Covers the screens with their pictures until a color is taken or Esc is pressed.

    `ended` brings the color, or "" where none was taken; `aimed` tells each color that arrow keys come upon.
    """

    ended = Signal(str)
    aimed = Signal(str)

    def __init__(self, parent: QWidget, shots: Callable[[], Sequence[ScreenShot]] = capture_screens) -> None:
        super().__init__(parent)
        self.take_shots = shots
        self.sheets: list[ScreenOverlay] = []
        self.aim = QPoint()

    def start(self) -> bool:
        """Cover the screens; False where they cannot be seen."""
        shots = self.take_shots()
        if not shots:
            return False
        pointer = QCursor.pos()
        seen = any(shot.place.contains(pointer) for shot in shots)
        self.aim = pointer if seen else shots[0].place.center()
        self.sheets = [ScreenOverlay(self, shot) for shot in shots]
        for sheet in self.sheets:
            sheet.setGeometry(sheet.shot.place)
            sheet.showFullScreen()
        here = self._sheet()
        here.activateWindow()
        here.setFocus()
        return True

    @property
    def color(self) -> str:
        """The color at the aim."""
        return self._sheet().shot.color(self.aim)

    def move_to(self, spot: QPoint) -> None:
        """Aim at another spot; outside of all screens the aim stays where it is."""
        if any(sheet.shot.place.contains(spot) for sheet in self.sheets):
            self.aim = spot
            for sheet in self.sheets:
                sheet.update()

    def end(self, color: str = "") -> None:
        """Uncover the screens."""
        sheets, self.sheets = self.sheets, []
        for sheet in sheets:
            sheet.hide()
            sheet.deleteLater()
        if sheets:
            self.ended.emit(color)

    def press(self, event: QKeyEvent) -> None:
        """Arrows aim, with Shift in longer steps; Enter and Space take the color, Esc takes none."""
        step = LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        moves = {
            Qt.Key.Key_Left: QPoint(-step, 0), Qt.Key.Key_Right: QPoint(step, 0),
            Qt.Key.Key_Up: QPoint(0, -step), Qt.Key.Key_Down: QPoint(0, step),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in moves:
            self.move_to(self.aim + moves[key])
            self.aimed.emit(self.color)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.end(self.color)
        elif key == Qt.Key.Key_Escape:
            self.end()

    def _sheet(self) -> ScreenOverlay:
        return next(sheet for sheet in self.sheets if sheet.shot.place.contains(self.aim))


class ScreenOverlay(QWidget):
    """The picture of one screen over that screen, with the magnifier while the aim is on it."""

    SPOKEN_AS = QAccessible.Role.Graphic

    def __init__(self, picker: ScreenPicker, shot: ScreenShot) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        parent = picker.parent()
        super().__init__(parent if isinstance(parent, QWidget) else None, flags)
        self.picker, self.shot = picker, shot
        self.setWindowTitle(self.tr("Pick a color from the screen"))
        self.setAccessibleName(self.windowTitle())
        self.hint = self.tr("Click a color to pick it. Use the arrow keys to move, Enter to pick and Esc to cancel.")
        self.setAccessibleDescription(self.hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys belong to the picker."""
        self.picker.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Aim at the pointer."""
        self.picker.move_to(event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Aim at once, also where the pointer came without a move."""
        self.picker.move_to(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the color with the left button, none with another."""
        self.picker.end(self.picker.color if event.button() == Qt.MouseButton.LeftButton else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture; the hint, and where the aim is, the magnifier with the color in words."""
        painter = QPainter(self)
        painter.drawImage(self.rect(), self.shot.picture)
        if not self.shot.place.contains(self.picker.aim):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        aim = self.picker.aim - self.shot.place.topLeft()
        self._paint_hint(painter, aim)
        self._paint_glass(painter, aim)
        self._paint_name(painter, aim)

    def _paint_hint(self, painter: QPainter, aim: QPoint) -> None:
        box = self.fontMetrics().boundingRect(self.hint).adjusted(-EDGE, -8, EDGE, 8)
        box.moveTo((self.width() - box.width()) // 2, EDGE)
        if aim.y() < self.height() // 2:
            box.moveBottom(self.height() - EDGE)
        self._paint_words(painter, box, self.hint)

    def _paint_glass(self, painter: QPainter, aim: QPoint) -> None:
        side = ACROSS * DOT
        glass = QRectF(aim.x() - side / 2, aim.y() - side / 2, side, side)
        round_glass = QPainterPath()
        round_glass.addEllipse(glass)
        dot = self.shot.dot(self.picker.aim)
        reach = ACROSS // 2
        painter.save()
        painter.setClipPath(round_glass)
        painter.fillRect(glass, QColor(DARK))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(glass, self.shot.picture, QRectF(dot.x() - reach, dot.y() - reach, ACROSS, ACROSS))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, color in ((7, DARK), (5, PALE), (3, self.picker.color)):
            painter.setPen(QPen(QColor(color), width))
            painter.drawEllipse(glass)
        middle = QRectF(aim.x() - DOT / 2, aim.y() - DOT / 2, DOT, DOT)
        for color, grown in ((DARK, 1.5), (PALE, 0.5)):
            painter.setPen(QPen(QColor(color), 1))
            painter.drawRect(middle.adjusted(-grown, -grown, grown, grown))

    def _paint_name(self, painter: QPainter, aim: QPoint) -> None:
        words, side = self.picker.color, self.fontMetrics().height()
        box = QRect(0, 0, self.fontMetrics().horizontalAdvance(words) + side + 3 * 8, side + 12)
        below = aim.y() + ACROSS * DOT // 2 + GAP
        box.moveTo(aim.x() - box.width() // 2, below)
        if box.bottom() > self.height() - EDGE:
            box.moveBottom(aim.y() - ACROSS * DOT // 2 - GAP)
        box.moveLeft(max(EDGE, min(box.left(), self.width() - EDGE - box.width())))
        self._paint_words(painter, box, words, indent=side + 8)
        swatch = QRectF(box.left() + 8, box.top() + 6, side, side)
        painter.setPen(QPen(QColor(PALE), 1))
        painter.setBrush(QColor(words))
        painter.drawRoundedRect(swatch, 3, 3)

    def _paint_words(self, painter: QPainter, box: QRect, words: str, indent: int = 0) -> None:
        painter.setPen(QPen(QColor(PALE), 1))
        painter.setBrush(QColor(DARK))
        painter.drawRoundedRect(QRectF(box), 6, 6)
        painter.drawText(box.adjusted(indent, 0, 0, 0), int(Qt.AlignmentFlag.AlignCenter), words)
