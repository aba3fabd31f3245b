"""Colors of a brand: a color as a button, a role with its color and proof, the logo on light and on dark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QColor,
    QDrag,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QWidget,
)

from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import name_is_beside
from htpm_studio.gui.controllers.brand import (
    LARGE,
    ContrastProof,
    Role,
    colors_in_force,
    contrast_proofs,
    palette_in_force,
    ratio_words,
    with_color,
    with_swapped,
)
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand.screen_picker import can_capture_screens
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.fields import kind_label, restyle
from htpm_studio.gui.widgets.layouts import FlowRow
from htpm_studio.project.logo import MIN_CONTRAST, colors_from_logo, edge_contrast
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

    def sizeHint(self) -> QSize:
        """The size given."""
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, 1 and 2 give the color to a role."""
        if event.key() in (Qt.Key.Key_1, Qt.Key.Key_2) and self._draggable:
            self.role_wanted.emit(0 if event.key() == Qt.Key.Key_1 else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may start."""
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
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


class ProofLabel(QWidget):
    """The letters Aa painted in a pair of colors, the ratio, and a tick in words for screen readers."""

    SPOKEN_AS = QAccessible.Role.Graphic

    def __init__(self, workspace: Workspace, proof: ContrastProof) -> None:
        super().__init__()
        self._workspace, self.proof = workspace, proof
        large = self.tr("{ratio} : 1, large only") if proof.needed <= LARGE else self.tr("{ratio} : 1")
        self.words = large.format(ratio=ratio_words(proof.ratio))
        state = self.tr("readable") if proof.good else self.tr("too faint")
        self.setAccessibleName(f"{proof.text}, {proof.ground}: {self.words}, {state}")
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for all of it on one line."""
        return QSize(
            40 + self.fontMetrics().horizontalAdvance(self.words) + 24, max(24, self.fontMetrics().height() + 6)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pair, the ratio, the tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(0, 1, 34, self.height() - 2)
        painter.setPen(QPen(self._workspace.theme.color("divider"), 1))
        painter.setBrush(QColor(self.proof.ground))
        painter.drawRoundedRect(box, 4, 4)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(self.proof.text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "Aa")
        painter.setFont(self.font())
        painter.setPen(self._workspace.theme.color("text"))
        room = self.rect().adjusted(40, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.words)
        icon, token = ("check", "ok") if self.proof.good else ("triangle-alert", "warn")
        left = 40 + self.fontMetrics().horizontalAdvance(self.words) + 5
        self._workspace.icon(icon, token).paint(painter, left, (self.height() - 16) // 2, 16, 16)


class RoleRow(QWidget):
    """One role: swatch, what it is for, hex field, proof.

    `popup_wanted` asks for the color popup, `screen_wanted` for a color of the screen.
    """

    popup_wanted = Signal(str)
    screen_wanted = Signal(str)

    def __init__(self, workspace: Workspace, role: Role, name: str, use: str, step: str) -> None:
        super().__init__()
        self.workspace, self.document, self.role, self.step, self.name = workspace, workspace.document, role, step, name
        self.setAcceptDrops(True)
        self.swatch = Swatch(QSize(36, 36))
        self.swatch.clicked.connect(lambda: self.popup_wanted.emit(role))
        self.hex = QLineEdit()
        self.hex.setMaxLength(9)
        self.hex.setAccessibleName(self.tr("{name} color, hex").format(name=name))
        self.hex.setMaximumWidth(self.hex.fontMetrics().horizontalAdvance("#MMMMMM") + 56)
        self._add_dropper()
        self.hex.textEdited.connect(self._typed)
        self.hex.editingFinished.connect(self._finished)
        self.sentence = kind_label("", "warn", wrap=True)
        self.sentence.hide()
        words = in_column(kind_label(name, "head"), kind_label(use, "muted", wrap=True), spacing=0)
        row = in_row(self.swatch, (words, 1), self.hex)
        pairs = QWidget()
        self.proofs = FlowRow(pairs)
        self.proofs.setContentsMargins(0, 0, 0, 0)
        in_column(row, self.sentence, pairs, inside=self, margins=(0, 6, 0, 6))

    def _add_dropper(self) -> None:
        """A button for the mouse inside the hex field; by keyboard it is found in the popup."""
        if not can_capture_screens():
            return
        self.dropper = QAction(self.tr("Pick a color from the screen"), self)
        self.dropper.triggered.connect(lambda: self.screen_wanted.emit(self.role))
        self.workspace.theme_changed.connect(self._dress)
        self._dress()
        self.hex.addAction(self.dropper, QLineEdit.ActionPosition.TrailingPosition)

    def _dress(self) -> None:
        self.dropper.setIcon(self.workspace.icon("pipette"))

    @property
    def merge(self) -> str:
        """The key under which a drag and typing become one step."""
        return f"brand color {self.role}"

    def refresh(self) -> None:
        """Show the color in force."""
        main, second = colors_in_force(self.document.project)
        own = main if self.role == "main" else second
        palette = palette_in_force(self.document)
        self.swatch.set_color(own or palette["accent-fill"], self.name)
        self.hex.setPlaceholderText(self.tr("From main"))
        typed = self.hex.text().strip()
        if not (self.hex.hasFocus() and _same(typed, own)):
            self.hex.setText(own or "")
            self._say("")
        while (item := self.proofs.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()  # without a parent its show, which is still to come, would make it a window
                old.deleteLater()
        for proof in contrast_proofs(palette, self.role):
            self.proofs.addWidget(ProofLabel(self.workspace, proof))
        self.updateGeometry()

    def apply(self, color: str | None) -> None:
        """Use a color for this role; drags and typing merge into one step."""
        self.document.change(self.step, with_color(self.document.project, self.role, color), self.merge)

    def _typed(self, text: str) -> None:
        try:
            color = parse_color(text)
        except InputError:
            return
        if len(text.strip().removeprefix("#")) == 6:
            self.apply(color)
            self._say("")

    def _finished(self) -> None:
        if not self.hex.isModified():
            return
        text = self.hex.text().strip()
        if not text and self.role == "second":
            self.apply(None)
            self._say("")
        else:
            try:
                self.apply(parse_color(text))
                self._say("")
            except InputError as error:
                self._say(explain(error))
        self.document.end_merge()

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        state = "warn" if sentence else ""
        if (self.hex.property("state") or "") != state:
            self.hex.setProperty("state", state)
            restyle(self.hex)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take colors."""
        if event.mimeData().hasColor():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Use the dropped color."""
        color = event.mimeData().colorData()
        if isinstance(color, QColor):
            event.acceptProposedAction()
            project = with_swapped(self.document.project, self.role, color.name().upper())
            self.document.change(self.step, project)


class LogoView(QWidget):
    """The logo as it is on light or on dark pieces, on a plate where it would fade."""

    SPOKEN_AS = QAccessible.Role.Graphic

    def __init__(self, workspace: Workspace, pictures: PicturesController, ground: str, plate: str) -> None:
        super().__init__()
        self.workspace, self.document, self.controller = workspace, workspace.document, pictures
        self._ground, self._plate = ground, plate
        self.setMinimumHeight(56)
        self.controller.thumbs.ready.connect(self._drawn)

    def _drawn(self, _key: str) -> None:
        """A picture is there; a method is let go with its widget, which a lambda is not."""
        self.update()

    @property
    def on_plate(self) -> bool:
        """Whether the logo would fade on its ground."""
        logo = self.document.project.brand.logo
        return logo is not None and edge_contrast(logo, palette_in_force(self.document)[self._ground]) < MIN_CONTRAST

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, plate, logo or name."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        palette, brand = palette_in_force(self.document), self.document.project.brand
        painter.setPen(QPen(self.workspace.theme.color("control"), 1))
        painter.setBrush(QColor(palette[self._ground]))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        room = self.rect().adjusted(12, 10, -12, -10)
        if brand.logo is None:
            painter.setPen(QColor(palette["surface" if self._ground == "dark" else "ink"]))
            words = brand.organization or self.tr("Your organization")
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, words)
            return
        if self.on_plate:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette[self._plate]))
            painter.drawRoundedRect(room.adjusted(-4, -4, 4, 4), 4, 4)
        image = self.controller.thumbs.image(brand.logo)
        if image is None or image.isNull():
            return
        beside = bool(brand.organization) and name_is_beside(brand)
        whole = QSize(room.width() * 2 // 5, room.height()) if beside else room.size()
        size = image.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        if beside:
            target.moveLeft(room.left())
            on_plate = self.on_plate
            painter.setPen(QColor(palette["surface" if (self._ground == "dark") != on_plate else "primary-text"]))
            room_for_name = room.adjusted(target.width() + 8, 0, 0, 0)
            flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(room_for_name, flags, brand.organization)
        painter.drawImage(target, image)


def _same(typed: str, color: str | None) -> bool:
    if not typed or color is None:
        return not typed and color is None
    try:
        return parse_color(typed) == color
    except InputError:
        return True


def labeled(view: QWidget, label: QLabel) -> QWidget:
    """A view with its caption below."""
    box = QWidget()
    in_column(view, label, inside=box, spacing=2)
    return box
