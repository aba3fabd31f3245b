"""A room on the screen: its picture, and over each object a button that answers pointer, keys and screen readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from htpm_studio.gui.core.render_service import WantedPicture
from htpm_studio.gui.core.tiles import Tile
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.room.model import FilledRoom, Standing, in_window_language, spoken_name
from htpm_studio.gui.features.room.painter import (
    LIFT,
    Part,
    PlacedPage,
    Scenery,
    draw_scenery,
    edge_lengths,
    grown,
    paint_parts,
    place_page,
    polygon,
    put_together,
)
from htpm_studio.gui.features.room.room_file import HEIGHT, WIDTH, Place
from htpm_studio.gui.i18n import explain

GROUP = "room"
MARGIN, ROUND_CORNER, NAME_GAP, NAME_AIR = 16, 10, 8, 10
RING_FAR, RING, RING_EDGE = 4, 3, 6
RING_DARK, RING_LIGHT = QColor("#10141c"), QColor("#ffffff")
STEP = 64
"""Pages are drawn in widths of so many pixels, so that a window that is dragged asks for few of them."""
NOTCH = 120
Ready = Mapping[str, PlacedPage]


class PlaceButton(QAbstractButton):
    """An object in the room. The room paints it; the button is where its pages are seen."""

    def __init__(self, room: RoomView, standing: Standing) -> None:
        super().__init__(room)
        self._room = room
        self.standing = standing
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: room.opened.emit(self.standing))

    @property
    def tile(self) -> Tile:
        """The piece that a photo goes into that is dropped here."""
        return self.standing.tile

    @property
    def object(self) -> str:
        """The place that it is about."""
        return self.standing.place.id

    def show_standing(self, standing: Standing) -> None:
        """Another piece, or the same one with other words, stands here now."""
        self.standing = standing
        self.setAccessibleName(spoken_name(standing))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the room does."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lift the object."""
        self._room.point_at(self.object)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the object down."""
        self._room.point_at("")
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make its piece the one that commands are about."""
        super().focusInEvent(event)
        self._room.enter(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._room.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of its piece."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._room.menu_wanted.emit(self.standing, event.globalPos())


class RoomView(QWidget):
    """Shows one room; pictures of its pages are asked for while it is seen, and put in place in a worker.

    `opened` and `menu_wanted` carry what stands in the place, `turned` how many rooms further the wheel went.
    """

    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    turned = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.buttons: dict[str, PlaceButton] = {}
        self.filled: FilledRoom | None = None
        self._rooms: Sequence[FilledRoom] = ()
        self._scenery: Scenery | None = None
        self._ready: dict[str, PlacedPage] = {}
        self._parts: Sequence[Part] = ()
        self._pointed, self._wheel, self._working = "", 0, False
        self.setMinimumSize(QSize(WIDTH // 4, HEIGHT // 4))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        workspace.renderer.ready.connect(self._ask_for_places)
        workspace.theme_changed.connect(self.update)

    # ---------------------------------------------------------------- content

    def show_room(self, filled: FilledRoom, rooms: Sequence[FilledRoom]) -> None:
        """Show a room; pictures are asked for as large as the largest place in any of the rooms needs them."""
        if self.filled is None or self.filled.room != filled.room:
            self._pointed = ""
        self.filled, self._rooms = filled, rooms
        self._make_buttons()
        self._arrange()

    @property
    def whole(self) -> bool:
        """Whether everything that stands in the room is seen as the kit has it now."""
        shown = self.filled
        if shown is None or not self._fits():
            return False
        return all(one.place.id in self._ready and self._is_fresh(one) for one in shown.standing) and not self._stale()

    @property
    def placed(self) -> Ready:
        """The pages that are in their places now."""
        return dict(self._ready)

    def named_stops(self) -> list[QWidget]:
        """The objects in the order in which Tab goes through them."""
        return list(self.buttons.values())

    def focus_first(self) -> None:
        """Give the focus to the first object."""
        for button in list(self.buttons.values())[:1]:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_buttons(self) -> None:
        filled = self.filled
        wanted = {one.place.id: one for one in filled.objects} if filled is not None else {}
        for name in [name for name in self.buttons if name not in wanted]:
            gone = self.buttons.pop(name)
            gone.hide()
            gone.deleteLater()
        made = {name: self.buttons.get(name) or PlaceButton(self, one) for name, one in wanted.items()}
        for name, one in wanted.items():
            made[name].show_standing(one)
            made[name].show()
        self.buttons = made
        for one in sorted(wanted.values(), key=lambda one: one.place.z):
            made[one.place.id].raise_()

    # ---------------------------------------------------------------- where things are

    @property
    def frame(self) -> QRectF:
        """Where the room is in the widget."""
        scale = max(0.05, min((self.width() - 2 * MARGIN) / WIDTH, (self.height() - MARGIN) / HEIGHT))
        width, height = WIDTH * scale, HEIGHT * scale
        ratio = self.devicePixelRatioF()
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        return QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, width, height)

    @property
    def _pixels(self) -> float:
        """Pixels of the screen to a unit of the room."""
        return round(self.frame.width() * self.devicePixelRatioF()) / WIDTH

    def corners(self, place: Place) -> QPolygonF:
        """The corners of a place in the widget."""
        frame = self.frame
        return polygon(place.quad, frame.width() / WIDTH).translated(frame.topLeft())

    def object_polygons(self, name: str) -> list[QPolygonF]:
        """Where an object is seen: its page, and the further sheets of it."""
        standing = self.filled.standing if self.filled is not None else ()
        return [self.corners(one.place) for one in standing if one.place.object == name]

    def _object_rect(self, name: str) -> QRect:
        rect = QRectF()
        for one in self.object_polygons(name):
            rect = rect.united(one.boundingRect())
        return rect.toAlignedRect()

    def _arrange(self) -> None:
        for name, button in self.buttons.items():
            rect = self._object_rect(name)
            region = QRegion()
            for one in self.object_polygons(name):
                region += QRegion(one.translated(-rect.topLeft()).toPolygon())
            button.setGeometry(rect)
            button.setMask(region)
        self._renew_parts()
        self.ask()

    # ---------------------------------------------------------------- pictures

    def ask(self) -> None:
        """Ask for the pictures of pages that are not as the kit has them now, from back to front."""
        filled = self.filled
        if filled is None or not self.isVisible():
            return
        kit, widths = self.workspace.document.kit(), self._widths()
        wanted = {
            one.key: WantedPicture(one.key, one.page, kit, widths[one.key])
            for one in filled.standing
            if not self._is_fresh(one)
        }
        self.workspace.renderer.want(list(wanted.values()), GROUP)
        self._ask_for_places()

    def _widths(self) -> dict[str, int]:
        """How wide each picture must be for the largest place that it is in, in any room."""
        widths: dict[str, int] = {}
        for filled in self._rooms:
            for one in filled.standing:
                across, down = edge_lengths(polygon(one.place.quad, self._pixels))
                needed = max(across, round(down * one.place.shape))
                widths[one.key] = max(widths.get(one.key, 0), -(-needed // STEP) * STEP)
        return widths

    def _is_fresh(self, standing: Standing) -> bool:
        newest = self.workspace.renderer.newest(standing.key)
        width = self._widths()[standing.key]
        return newest is not None and newest.shows(standing.page, self.workspace.document.kit(), width)

    def _picture(self, standing: Standing) -> QImage | None:
        """The newest picture of a page: its own or, until there is one, that of the board."""
        renderer = self.workspace.renderer
        tile = standing.tile.key if standing.page is standing.tile.page else ""
        return renderer.picture(standing.key) or renderer.picture(tile)

    def _fits(self) -> bool:
        made, filled = self._scenery, self.filled
        return made is not None and filled is not None and (made.room, made.scale) == (filled.room, self._pixels)

    def _stale(self) -> list[tuple[Place, QImage]]:
        """The places whose pages have newer pictures than are seen, from back to front."""
        standing = self.filled.standing if self.filled is not None else ()
        shown = self._ready if self._fits() else {}
        pairs = [(one.place, image) for one in standing if (image := self._picture(one)) is not None]
        return [
            (place, image) for place, image in pairs if place.id not in shown or shown[place.id].source is not image
        ]

    def _ask_for_places(self, _key: str = "") -> None:
        """Have a worker put into place what is not, and draw the room first where it is not there in this size."""
        filled = self.filled
        if filled is None or not self.isVisible() or self._working:
            return
        stale, scenery = self._stale(), self._scenery if self._fits() else None
        if stale or scenery is None:
            work = partial(_put_in_place, filled, self._pixels, scenery, stale)
            self._working = True
            self.workspace.renderer.ask(self, work, self._show_placed, self._fail)

    def _fail(self, error: Exception) -> None:
        self._working = False
        self.workspace.info(explain(error))

    def _show_placed(self, found: tuple[Scenery, Ready]) -> None:
        self._working = False
        scenery, placed = found
        if self.filled is not None and scenery.room == self.filled.room:
            self._take(scenery, placed)
        self._ask_for_places()

    def _take(self, scenery: Scenery, placed: Ready) -> None:
        if scenery is not self._scenery:
            self._scenery, self._ready = scenery, {}
            self.update()
        before = {name: self._ready[name].part for name in placed if name in self._ready}
        self._ready.update(placed)
        self._renew_parts()
        for part in (*before.values(), *(page.part for page in placed.values())):
            self.update(self._seen(part))

    def _renew_parts(self) -> None:
        """Leave out what no longer stands here."""
        if self._scenery is None or self.filled is None or self._scenery.room != self.filled.room:
            return
        names = {one.place.id for one in self.filled.standing}
        gone = self._ready.keys() - names
        new = {part.of for part in self._parts} != {name for name in names if name in self._ready}
        self._ready = {name: page for name, page in self._ready.items() if name in names}
        self._parts = put_together(self._scenery, self._ready)
        if gone or new:
            self.update()

    def _seen(self, part: Part) -> QRect:
        """Where a part of the picture is in the widget, lifted or not."""
        frame, scale = self.frame, 1 / self.devicePixelRatioF()
        rect = QRectF(part.rect)
        place = QRectF(rect.topLeft() * scale + frame.topLeft(), rect.size() * scale)
        return place.adjusted(-LIFT, -2 * LIFT, LIFT, LIFT).toAlignedRect()

    # ---------------------------------------------------------------- pointer and keys

    def point_at(self, name: str) -> None:
        """Lift an object and name it, and put the one before down."""
        if name != self._pointed:
            self._pointed = name
            self.update()

    def enter(self, button: PlaceButton) -> None:
        """The focus came to an object."""
        self.setFocusProxy(button)
        self.workspace.select((button.tile.piece,))
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A turn of the wheel leads to the next room."""
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= NOTCH:
            self.turned.emit(-1 if self._wheel > 0 else 1)
            self._wheel = 0
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what changed while the room was not seen."""
        super().showEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing any more."""
        super().hideEvent(event)
        self._pointed = ""
        self.workspace.renderer.want([], GROUP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._arrange()

    # ---------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the event touches, then the ring of the focus and the name of what is pointed at."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.workspace.theme.color("board"))
        frame = self.frame
        if self._scenery is not None and self.filled is not None and self._scenery.room == self.filled.room:
            self._paint_room(painter, frame, event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._round_corners(painter, frame)
        focused = next((one for one in self.buttons.values() if one.hasFocus()), None)
        if focused is not None:
            self._paint_ring(painter, focused.standing.place)
        named = self.buttons.get(self._pointed) or focused
        if named is not None:
            self._paint_name(painter, named)
        painter.end()

    def _paint_room(self, painter: QPainter, frame: QRectF, touched: QRect) -> None:
        scenery = self._scenery
        if scenery is None:
            return
        scale = frame.width() / (WIDTH * scenery.scale)
        painter.save()
        painter.setClipRect(frame)
        painter.translate(frame.topLeft())
        painter.scale(scale, scale)
        # In another size than it was made for, until it is there in this one, edges would show.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=not self._fits())
        place = QRectF(touched).translated(-frame.topLeft())
        seen = QRectF(place.topLeft() / scale, place.size() / scale).toAlignedRect()
        paint_parts(painter, self._parts, seen, self._lifted())
        painter.restore()

    def _lifted(self) -> frozenset[str]:
        if not self._pointed or self.workspace.settings.reduced_motion or self.filled is None:
            return frozenset()
        return frozenset(one.place.id for one in self.filled.standing if one.place.object == self._pointed)

    def _round_corners(self, painter: QPainter, frame: QRectF) -> None:
        outside = QPainterPath()
        outside.addRect(frame.adjusted(-1, -1, 1, 1))
        inside = QPainterPath()
        inside.addRoundedRect(frame, ROUND_CORNER, ROUND_CORNER)
        painter.fillPath(outside - inside, self.workspace.theme.color("board"))

    def _paint_ring(self, painter: QPainter, place: Place) -> None:
        """A ring along the corners, dark on light, which is seen on every brand."""
        quad = grown(self.corners(place), RING_FAR + RING / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((RING_LIGHT, RING_EDGE), (RING_DARK, RING)):
            painter.setPen(QPen(color, width, j=Qt.PenJoinStyle.RoundJoin))
            painter.drawPolygon(quad)

    def _paint_name(self, painter: QPainter, button: PlaceButton) -> None:
        theme, metrics = self.workspace.theme, self.fontMetrics()
        words = in_window_language(button.standing.place.name)
        wide, high = metrics.horizontalAdvance(words) + 2 * NAME_AIR, metrics.height() + NAME_AIR
        below = self._object_rect(button.object)
        left = min(max(below.center().x() - wide / 2, MARGIN), self.width() - MARGIN - wide)
        top = min(below.bottom() + NAME_GAP, self.height() - high - 1)
        label = QRectF(QPointF(round(left), round(top)), QPointF(round(left) + wide, round(top) + high))
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(theme.color("base"))
        painter.drawRoundedRect(label.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        painter.setPen(theme.color("text"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)


def _put_in_place(
    filled: FilledRoom, scale: float, scenery: Scenery | None, pages: Sequence[tuple[Place, QImage]]
) -> tuple[Scenery, Ready]:
    """The room in this size, drawn where it is not there, and these pages in their places."""
    made = scenery or draw_scenery(filled.room, scale)
    return made, {place.id: place_page(place, image, scale) for place, image in pages}
