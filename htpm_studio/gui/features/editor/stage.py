"""The large picture of the piece: fit, real size, zoom and pan; the crop follows the hand, words are typed on it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from htpm_studio.gui.core.picture_thumbnails import paint_waiting
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.editor.crop import Framing
from htpm_studio.gui.features.editor.overlays import OVERLAYS, OverlayCanvas, paint_too_long, to_qrect
from htpm_studio.gui.features.editor.people import Spot
from htpm_studio.pieces.sizes import NO_SIZE, PageSize
from htpm_studio.scene.nodes import Page, TextBlock
from htpm_studio.units import Size

RING, DOT, MARGIN, SIGN, HEAD_EDGE = 12, 4, 20, 13, 4
HEAD_COLOR = QColor("#0B3AA0")
"""Can be seen on its white edge and on every page, whatever the theme of the window is."""

ZOOM_STEP, MOST_PRESSES = 1.25, 3
LEAST_SCALE, MOST_SCALE = 0.05, 8.0
NUDGES = {
    Qt.Key.Key_Left: (-0.01, 0.0),
    Qt.Key.Key_Right: (0.01, 0.0),
    Qt.Key.Key_Up: (0.0, -0.01),
    Qt.Key.Key_Down: (0.0, 0.01),
}
FIT, REAL, FREE = "fit", "real", "free"


class TextLayer(Protocol):
    """The words of the page, for whoever types: points are those of the page."""

    @property
    def active(self) -> bool:
        """Whether there is a caret on the page."""

    def takes(self, x: float, y: float) -> bool:
        """Whether the letters at a point can be typed in."""

    def press(self, x: float, y: float, *, extend: bool = False, times: int = 1) -> bool:
        """Put the caret there, or say why that cannot be; returns whether there is a text."""

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the page is in the text with the caret."""

    def point(self, x: float, y: float) -> None:
        """Put the caret there, unless that is selected."""

    def drag(self, x: float, y: float) -> None:
        """The mouse goes on, pressed."""

    def begin(self) -> None:
        """Go to the first text."""

    def paint(self, painter: QPainter) -> None:
        """Paint what is over the page."""


class Stage(QGraphicsView):
    """Shows one page. Scene coordinates are points of the page.

    `cropped(focus, done)` follows a drag of the picture, `nudged(dx, dy)` the arrow keys (fractions of the picture),
    `zoom_turned(steps, spot)` the wheel over a spot of the page; `sharpness_wanted` says that another width suits
    better, `let_go` that a drag was given up. `people_asked(numbers, spot)` asks for the menu of drawn people at a
    point of the screen, `words_asked(spot)` for that of the text with the caret. `pressed` says that something is
    worked on, `person_clicked(number)` and `picture_clicked` on what, and `beside_clicked(x, y)` at which point of the
    page where there are neither people nor words. A press on letters goes to `text`, and so does a click beside them in
    their box.
    """

    SPOKEN_AS = QAccessible.Role.Graphic
    cropped = Signal(object, bool)
    nudged = Signal(float, float)
    zoom_turned = Signal(float, QPointF)
    sharpness_wanted = Signal()
    let_go = Signal()
    menu_asked = Signal(QPoint)
    words_asked = Signal(QPoint)
    people_asked = Signal(object, QPoint)
    pressed = Signal()
    person_clicked = Signal(int)
    picture_clicked = Signal()
    beside_clicked = Signal(float, float)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The window decides about drags, over the stage as everywhere.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setAccessibleName(self.tr("Picture of the piece"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(QSize(160, 120))
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.page_item = QGraphicsPixmapItem()
        self.page_item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._scene.addItem(self.page_item)
        self.page: Page | None = None
        self._meanwhile = Size(100, 100)
        self.page_size = NO_SIZE
        self.overlays: frozenset[str] = frozenset()
        self.too_long: tuple[TextBlock, ...] = ()
        self.people: tuple[Spot, ...] = ()
        self.text: TextLayer | None = None
        self._clicked: QPoint | None = None
        self._marking, self._presses = False, (0, QPoint(), 0)
        self._near, self._pointed = -1, -1
        self._pressed: tuple[int, QPoint] | None = None
        self.framing: Framing | None = None
        self.waiting: QImage | None = None
        self.movable, self.mirrored, self.gray = False, False, False
        self.mode = FIT
        self._pull: tuple[QPoint, Framing] | None = None
        self._pan: QPoint | None = None
        self._space = False
        self._wheel = 0.0
        self.restyle()

    # ---------------------------------------------------------------- content

    def show_page(self, image: QImage, page: Page, page_size: PageSize) -> None:
        """Show a drawn page; the view stays where it is as long as the page has the same size."""
        same = self.page is not None and self.page.size == page.size
        self.page, self.page_size = page, page_size
        if self.gray:
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        self.page_item.setPixmap(QPixmap.fromImage(image))
        self.page_item.setScale(page.size.width / image.width())
        if not same:
            self._scene.setSceneRect(-MARGIN, -MARGIN, page.size.width + 2 * MARGIN, page.size.height + 2 * MARGIN)
            self.fit()
        self.viewport().update()

    def show_meanwhile(self, image: QImage | None, size: Size) -> None:
        """Show a small picture of a page of that size, enlarged, until the page is drawn; without one, nothing."""
        self.page, self._meanwhile = None, size
        self.page_item.setPixmap(QPixmap() if image is None else QPixmap.fromImage(image))
        if image is not None:
            self.page_item.setScale(size.width / image.width())
            self.fit()

    def _fit_meanwhile(self) -> None:
        size, scale = self._meanwhile, self.scale_for(self._meanwhile.width, self._meanwhile.height)
        edge = MARGIN / scale
        self.resetTransform()
        self.scale(-scale if self.mirrored else scale, scale)
        self._scene.setSceneRect(-edge, -edge, size.width + 2 * edge, size.height + 2 * edge)
        self.centerOn(size.width / 2, size.height / 2)

    def set_framing(self, framing: Framing | None, *, movable: bool) -> None:
        """Tell where the picture is and whether it may be moved."""
        self.framing, self.movable = framing, movable and framing is not None
        if framing is not None:
            across, down = (round(100 * one) for one in framing.focus)
            text = self.tr("Focal point {across}% across, {down}% down").format(across=across, down=down)
            self.setAccessibleDescription(text)
        else:
            self.setAccessibleDescription("")
        self.viewport().update()

    def set_waiting(self, image: QImage | None) -> None:
        """Show a photo, hatched, where it will be once its record is complete; None takes it away."""
        self.waiting = image
        self.viewport().update()

    def set_people(self, people: tuple[Spot, ...]) -> None:
        """Tell where the heads of drawn people are that can be clicked."""
        if people != self.people:
            self.people, self._near, self._pressed = people, -1, None
            self.viewport().setToolTip("")
            self.viewport().update()

    def point_at(self, number: int) -> None:
        """Mark the head of a person, whose button is pointed at; -1 for nobody."""
        self._pointed = number
        self.viewport().update()

    def person_at(self, spot: QPoint) -> int:
        """Whose head is at a point of the stage; -1 for nobody."""
        at = self.mapToScene(spot)
        return next((number for number, one in enumerate(self.people) if to_qrect(one.head).contains(at)), -1)

    def set_overlays(self, names: frozenset[str]) -> None:
        """Show these overlays and no others."""
        self.overlays = names
        self.viewport().update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the page the other way round, as its user sees it on the own screen."""
        self.mirrored = mirrored
        self._apply(self.scale_now)

    def set_too_long(self, blocks: tuple[TextBlock, ...]) -> None:
        """Mark the texts whose last words are cut."""
        self.too_long = blocks
        self.viewport().update()

    def restyle(self) -> None:
        """Take the colors of the theme."""
        self.setBackgroundBrush(self.workspace.theme.color("board"))

    # ---------------------------------------------------------------- view

    @property
    def scale_now(self) -> float:
        """Pixels of the window for a point of the page."""
        return abs(self.transform().m11())

    @property
    def pixels_wanted(self) -> int:
        """How many pixels wide a picture of the page should be to look sharp; 0 before there is a page."""
        return round(self.page.size.width * self.scale_now * self.devicePixelRatioF()) if self.page else 0

    def scale_for(self, width: float, height: float) -> float:
        """The scale at which a page of that size fits."""
        room = self.viewport().size()
        wide, high = max(40, room.width() - 2 * MARGIN), max(40, room.height() - 2 * MARGIN)
        return min(wide / width, high / height)

    def fit(self) -> None:
        """Show the whole page, without bars: as these come and go, what fits would change with them for ever."""
        self.mode = FIT
        self._show_bars(on=False)
        if self.page is not None:
            self._apply(self.scale_for(self.page.size.width, self.page.size.height))
        else:
            self._fit_meanwhile()

    def real_size(self) -> None:
        """Show the page in the size that it has on paper or on a screen."""
        self.mode = REAL
        self._show_bars(on=True)
        paper = self.logicalDpiX() / 72
        self._apply(paper if self.page_size.is_paper else 1 / self.devicePixelRatioF())

    def zoom_by(self, factor: float) -> None:
        """Come nearer or go back."""
        self.mode = FREE
        self._show_bars(on=True)
        self._apply(min(MOST_SCALE, max(LEAST_SCALE, self.scale_now * factor)))

    def _show_bars(self, *, on: bool) -> None:
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if on else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.horizontalScrollBarPolicy():
            self.setHorizontalScrollBarPolicy(policy)
            self.setVerticalScrollBarPolicy(policy)

    def _apply(self, scale: float) -> None:
        self.resetTransform()
        self.scale(-scale if self.mirrored else scale, scale)
        # Margins are the same in pixels at every scale.
        if self.page is not None:
            edge = MARGIN / scale
            self._scene.setSceneRect(-edge, -edge, self.page.size.width + 2 * edge, self.page.size.height + 2 * edge)
            if self.mode == FIT:
                self.centerOn(self.page.size.width / 2, self.page.size.height / 2)
        self.sharpness_wanted.emit()

    # ---------------------------------------------------------------- painting

    def drawForeground(self, painter: QPainter, area: QRectF | QRect) -> None:
        """Overlays, the frame of the picture and its focal ring."""
        super().drawForeground(painter, area)
        if self.page is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.waiting is not None and self.framing is not None:
            painter.save()
            painter.resetTransform()
            place = self.mapFromScene(to_qrect(self.framing.box)).boundingRect()
            mark = self.workspace.icon("circle-question-mark", "warn")
            paint_waiting(painter, place, self.waiting, self.workspace.theme.color("base"), mark)
            painter.restore()
        canvas = OverlayCanvas(self.page, self.page_size, self.workspace.theme)
        for name, overlay in OVERLAYS.items():
            if name in self.overlays and (name in self.page_size.safe_areas or name == "order"):
                painter.save()
                overlay.paint(painter, canvas)
                painter.restore()
        for block in self.too_long if self.text is None or not self.text.active else ():
            paint_too_long(painter, block, SIGN / self.scale_now)
        if self.text is not None:
            self.text.paint(painter)
            if self.text.active:
                return
        if self._pull is None or self._pressed is not None:
            for number in {self._near, self._pointed} & set(range(len(self.people))):
                self._paint_head(painter, to_qrect(self.people[number].head))
        framing = self.framing if self.movable and self.waiting is None else None
        if framing is not None and (self.hasFocus() or self.underMouse() or self._pull):
            self._paint_frame(painter, framing)
        if self.hasFocus():
            painter.resetTransform()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.workspace.theme.color("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_frame(self, painter: QPainter, framing: Framing) -> None:
        """The frame of the picture, and the ring of its focal point, which would only be in the way of a drag."""
        accent = self.workspace.theme.color("focus" if self.hasFocus() else "accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((QColor("white"), 4), (accent, 2)):
            pen = QPen(color, width)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRect(to_qrect(framing.box))
        if self._pull is not None:
            return
        spot = self.mapFromScene(self.ring_at(framing))
        painter.resetTransform()
        painter.setBrush(QColor(30, 34, 42, 140))
        painter.setPen(QPen(QColor("white"), 4))
        painter.drawEllipse(spot, RING, RING)
        painter.setPen(QPen(accent, 2))
        painter.drawEllipse(spot, RING, RING)
        # A dot that can be dragged; a plus would say that something can be added.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawEllipse(spot, DOT, DOT)

    def _paint_head(self, painter: QPainter, head: QRectF) -> None:
        """A mark around a head, on light and dark alike."""
        edge = HEAD_EDGE / self.scale_now
        area = head.adjusted(-edge, -edge, edge, edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((QColor("white"), 6), (HEAD_COLOR, 3)):
            pen = QPen(color, width)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRoundedRect(area, 3 * edge, 3 * edge)

    def ring_at(self, framing: Framing) -> QPointF:
        """Where the focal ring is on the page."""
        return QPointF(*framing.ring)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame of the focus comes."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame of the focus goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    # ---------------------------------------------------------------- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret into letters, or begin to move the crop, or with Space or the middle button the view."""
        spot = event.position().toPoint()
        if event.button() == Qt.MouseButton.RightButton and self._in_text(spot):
            return
        self.pressed.emit()
        if event.button() == Qt.MouseButton.LeftButton and not self._space and self._press_text(event, spot):
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space and event.button() == Qt.MouseButton.LeftButton
        ):
            self._pan = spot
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        person = self.person_at(spot) if event.button() == Qt.MouseButton.LeftButton else -1
        self._pressed = (person, spot) if person >= 0 else None
        self._clicked = spot if event.button() == Qt.MouseButton.LeftButton and self._pressed is None else None
        if event.button() == Qt.MouseButton.LeftButton and self.movable and self.framing and self._over_picture(spot):
            self._pull = (spot, self.framing)
            if self._pressed is None:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._pressed is None:
            super().mousePressEvent(event)

    def _in_text(self, spot: QPoint) -> bool:
        at = self.mapToScene(spot)
        return self.text is not None and self.text.holds(at.x(), at.y())

    def _press_text(self, event: QMouseEvent, spot: QPoint) -> bool:
        """Put the caret where the press is, if there are letters that can be typed in."""
        at = self.mapToScene(spot)
        if self.text is None or not self.text.takes(at.x(), at.y()):
            return False
        times, before, moment = self._presses
        again = not _is_drag(before, spot) and event.timestamp() - moment < QApplication.doubleClickInterval()
        times = times % MOST_PRESSES + 1 if again else 1
        times = 2 if event.type() == QEvent.Type.MouseButtonDblClick else times
        self._presses = times, spot, event.timestamp()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._marking = self.text.press(at.x(), at.y(), extend=shift, times=times)
        return self._marking

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of two is one as well."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The picture goes with the hand."""
        spot = event.position().toPoint()
        if self._marking and self.text is not None:
            at = self.mapToScene(spot)
            self.text.drag(at.x(), at.y())
            return
        if self._clicked is not None and _is_drag(self._clicked, spot):
            self._clicked = None
        if self._pressed is not None and _is_drag(self._pressed[1], spot):
            self._pressed = None
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._pressed is not None:
            return
        if self._pan is not None:
            way = spot - self._pan
            self._pan = spot
            for bar, by in ((self.horizontalScrollBar(), way.x()), (self.verticalScrollBar(), way.y())):
                bar.setValue(bar.value() - by)
        elif self._pull is not None:
            self._follow(spot, done=False)
        else:
            self._hover(spot)
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over: it becomes one step. A click on a head, or on the picture, is told."""
        if self._marking:
            self._marking = False
            return
        if self._pressed is not None:
            person, _ = self._pressed
            self._pressed, self._pull = None, None
            self.person_clicked.emit(person)
        elif self._pull is not None:
            spot = event.position().toPoint()
            self._follow(spot, done=True)
            if spot == self._pull[0]:
                self.picture_clicked.emit()
            self._pull = None
        clicked, self._clicked, self._pan = self._clicked, None, None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        super().mouseReleaseEvent(event)
        if clicked is not None and self.text is not None:
            at = self.mapToScene(clicked)
            if not self.text.press(at.x(), at.y()):
                self.beside_clicked.emit(at.x(), at.y())

    def _hover(self, spot: QPoint) -> None:
        """Mark the head under the pointer, and let the pointer say what a press does there."""
        near = self.person_at(spot)
        over = self.movable and self._over_picture(spot) and self.framing is not None and self.framing.has_room
        shape = Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor
        shape = Qt.CursorShape.PointingHandCursor if near >= 0 else shape
        at = self.mapToScene(spot)
        letters = self.text is not None and self.text.takes(at.x(), at.y())
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if letters else shape)
        if near != self._near:
            self._near = near
            self.viewport().setToolTip(self.people[near].words if near >= 0 else "")
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is pointed at any more."""
        super().leaveEvent(event)
        self._near = -1
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the text with the caret, of the person under the pointer, or of the piece.

        By key it is that of all people.
        """
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            numbers, spot = tuple(range(len(self.people))), self.mapToGlobal(self.rect().center())
        elif self.text is not None and self._in_text(event.pos()):
            at = self.mapToScene(event.pos())
            self.text.point(at.x(), at.y())
            self.words_asked.emit(event.globalPos())
            return
        else:
            person, spot = self.person_at(event.pos()), event.globalPos()
            numbers = (person,) if person >= 0 else ()
        if numbers:
            self.people_asked.emit(numbers, spot)
        else:
            self.menu_asked.emit(spot)

    def _follow(self, spot: QPoint, *, done: bool) -> None:
        if self._pull is None:
            return
        start, framing = self._pull
        # By the way of the hand: where the page is in the view may change meanwhile, as when a note appears below it.
        way, view = spot - start, self.transform()
        focus = framing.dragged(way.x() / view.m11(), way.y() / view.m22())
        if done and spot == start:
            self.let_go.emit()  # a click moves nothing
        else:
            self.cropped.emit(focus, done)

    def cancel_drag(self) -> bool:
        """Let go of the picture without moving it; returns whether there was a drag."""
        pulled, self._pull, self._pressed = self._pull is not None, None, None
        return pulled

    def _over_picture(self, spot: QPoint) -> bool:
        return self.framing is not None and to_qrect(self.framing.box).contains(self.mapToScene(spot))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Over the picture the wheel zooms it; with Ctrl it zooms the view."""
        steps = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP**steps)
        elif self.movable and self._over_picture(event.position().toPoint()):
            self.zoom_turned.emit(steps, self.mapToScene(event.position().toPoint()))
        else:
            super().wheelEvent(event)
        event.accept()

    # ---------------------------------------------------------------- keys

    def event(self, event: QEvent) -> bool:
        """Ctrl+0 and Ctrl+1 belong to the stage while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types in the first text; arrows move the picture 1 %, with Shift 10 %; the others are for the view."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif _own_key(event):
            (self.fit if key == Qt.Key.Key_0 else self.real_size)()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_by(1 / ZOOM_STEP if key == Qt.Key.Key_Minus else ZOOM_STEP)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text is not None:
            self.text.begin()
        elif key in NUDGES and self.movable:
            times = 10 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
            across = -1 if self.mirrored else 1  # the picture goes where the arrow points, as it is seen
            self.nudged.emit(NUDGES[key][0] * times * across, NUDGES[key][1] * times)
        elif key == Qt.Key.Key_Escape and self.cancel_drag():
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fitted fits again."""
        super().resizeEvent(event)
        if self.mode == FIT:
            self.fit()


def _is_drag(start: QPoint, spot: QPoint) -> bool:
    """Whether the hand has left the place where it pressed."""
    return (spot - start).manhattanLength() >= QApplication.startDragDistance()


def _own_key(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in (Qt.Key.Key_0, Qt.Key.Key_1)
