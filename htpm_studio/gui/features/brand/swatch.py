"""A color as a button, and its menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSizePolicy

from htpm_studio.errors import InputError
from htpm_studio.gui.components.brand_colors import Role
from htpm_studio.project.logo import colors_from_logo
from htpm_studio.project.model import Project
from htpm_studio.project.palette import parse_color


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


def _tr(text: str) -> str:
    return QCoreApplication.translate("Brand", text)


def attach_menu(swatch: Swatch, role: Role, project: Callable[[], Project], use: Callable[[str], object]) -> None:
    """Give a swatch its menu, by the right button and by the menu key; `use` takes a color for the role."""
    swatch.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show(place: QPoint) -> None:
        swatch_menu(swatch, role, project(), use).popup(swatch.mapToGlobal(place))

    swatch.customContextMenuRequested.connect(show)


def swatch_menu(swatch: Swatch, role: Role, project: Project, use: Callable[[str], object]) -> QMenu:
    """The menu as it is now: what cannot be done is left out."""
    menu = QMenu(swatch)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_tr("Copy hex"), lambda: QGuiApplication.clipboard().setText(swatch.color))
    copied = _color_on_clipboard()
    if copied and copied != swatch.color:
        menu.addAction(_tr("Paste hex, {color}").format(color=copied), lambda: use(copied))
    own = color_of_logo(project, role)
    if own and own != swatch.color:
        menu.addAction(_tr("Back to logo color"), lambda: use(own))
    return menu


def color_of_logo(project: Project, role: Role) -> str:
    """The color that a logo gives to a role; "" where there is none."""
    colors = colors_from_logo(project.brand.logo) if project.brand.logo else ()
    number = 0 if role == "main" else 1
    return colors[number] if number < len(colors) else ""


def _color_on_clipboard() -> str:
    try:
        return parse_color(QGuiApplication.clipboard().text().strip())
    except InputError:
        return ""
