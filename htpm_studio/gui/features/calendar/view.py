"""The month as a table that posts are dragged over and moved in with the keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QTableView, QWidget

from htpm_studio.export.texts.planned_posts import PlannedPost
from htpm_studio.gui.controllers.posting import PostingController, rewrite, rewrite_label
from htpm_studio.gui.core.dnd import WordSpot
from htpm_studio.gui.features.calendar.month import DAYS, DayDelegate, Index, MonthModel
from htpm_studio.gui.widgets.accessibility import menu_place

POST_MIME = "application/x-htpm-post"
"""What a post carries when it is dragged: its piece, as UTF-8."""

SIDE = 10
DAY_LETTERS = 15
"""How many letters a day of the month must have room for; with less, the days are below each other."""
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_BY_ROW = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def dragged_post(data: QMimeData) -> str:
    """The piece of the post that is dragged; "" when it is something else."""
    return bytes(data.data(POST_MIME).data()).decode("utf-8", "replace") if data.hasFormat(POST_MIME) else ""


def start_drag(source: QWidget, piece: str) -> None:
    """Drag a post from a widget."""
    data = QMimeData()
    data.setData(POST_MIME, piece.encode())
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.exec(Qt.DropAction.MoveAction)


class MonthView(QTableView):
    """Arrows choose a day, Space the next post of it, Alt+arrows move the post, Enter opens the day."""

    opened = Signal()

    def __init__(self, controller: PostingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.month = MonthModel(controller)
        self.setModel(self.month)
        self.days = DayDelegate(self.month, controller)
        self.setItemDelegate(self.days)
        self._pressed: tuple[str, QPoint] | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Posting calendar"))
        self.setAccessibleDescription(self.tr("Alt and an arrow key move the post. Space goes to the next post."))
        self._shape()
        self.month.modelReset.connect(self._shape)
        controller.changed.connect(self.show_current)
        controller.current_changed.connect(self.show_current)
        self.show_current()

    def _shape(self) -> None:
        """All columns are equally wide; rows share the height but keep room for two posts.

        Days that are below each other are as high as their posts.
        """
        lines = self.fontMetrics().height() + 12
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header in (across, down):
            header.setVisible(not self.month.listed)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setMinimumSectionSize(1)
        listed, mode = self.month.listed, QHeaderView.ResizeMode
        down.setSectionResizeMode(mode.ResizeToContents if listed else mode.Stretch)
        down.setMinimumSectionSize(lines if listed else lines * 3)
        self.setShowGrid(not listed)
        down.setDefaultAlignment(Qt.AlignmentFlag(int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)))
        down.setFixedWidth(self._side() + 2 * SIDE)
        for header in (across, down):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)

    def _side(self) -> int:
        """The longest word that is beside the weeks, in the bold letters of headers."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        weeks = map(self.month.week_words, self.controller.numbers)
        return max(QFontMetrics(bold).horizontalAdvance(word) for week in weeks for word in week.split())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a day of the month would be too narrow to read, the days are below each other."""
        super().resizeEvent(event)
        self._choose_form()

    def _choose_form(self) -> None:
        needed = DAYS * DAY_LETTERS * self.fontMetrics().averageCharWidth()
        days = DAYS if self.width() - self._side() - 2 * SIDE >= needed else 1
        if days != self.month.across:
            self.month.set_across(days)
            self.show_current()
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)

    def show_current(self) -> None:
        """Put the cursor on the open day."""
        index = self.month.index_of(self.controller.day)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs other widths."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._shape()
            self._choose_form()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Open the day that the cursor came to."""
        super().currentChanged(current, previous)
        if current.isValid() and self.controller.in_month(self.month.day(current)):
            self.controller.open_day(self.month.day(current))

    def post_at(self, point: QPoint) -> str:
        """The piece of the post under a point of the viewport; "" where there is none."""
        index = self.indexAt(point)
        if not index.isValid():
            return ""
        return self.days.post_at(point, self.visualRect(index), index, self.fontMetrics())

    def word_spot(self, spot: QPoint) -> WordSpot | None:
        """The post under a spot of the view, whose text words replace."""
        ground = self.viewport()
        point = ground.mapFrom(self, spot)
        index = self.indexAt(point)
        if not index.isValid():
            return None
        for post, place in self.days.chips(self.visualRect(index), index, self.fontMetrics()):
            if place.contains(point) and not self.controller.locked(post):
                rect = place.translated(ground.mapTo(self, QPoint(0, 0))).adjusted(-4, -4, 4, 4)
                return WordSpot(rect, rewrite_label(post), partial(self._rewrite, post))
        return None

    def _rewrite(self, post: PlannedPost, words: str) -> None:
        if post.day is not None:
            self.controller.open_day(post.day, post.piece)
        rewrite(self.controller.workspace, post, words)

    # ---------------------------------------------------------------- keys

    def event(self, event: QEvent) -> bool:
        """Keep Alt+arrows here although they also mean "back" in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the post, go to the next one, open the day."""
        key = Qt.Key(event.key())
        if _moves(event):
            self.controller.move_by(_SIDEWAYS.get(key, 0) + _BY_ROW.get(key, 0) * self.month.across)
        elif key == Qt.Key.Key_Space:
            self.controller.open_next()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete and self.controller.piece:
            self.controller.move(self.controller.piece, None)
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day and the post under the pointer."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        piece = self.post_at(point)
        self._pressed = (piece, point) if piece and event.button() == Qt.MouseButton.LeftButton else None
        if piece:
            self.controller.open_day(self.month.day(self.indexAt(point)), piece)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the post that was pressed; one with a fixed date stays."""
        if self._pressed is None:
            return
        piece, start = self._pressed
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            post = self.controller.post(piece)
            if post is not None and not post.fixed:
                start_drag(self, piece)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Forget what was pressed."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the day."""
        super().mouseDoubleClickEvent(event)
        self.opened.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take posts only."""
        event.setAccepted(bool(dragged_post(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """A day of January can be dropped on."""
        index = self.indexAt(event.position().toPoint())
        here = bool(dragged_post(event.mimeData())) and index.isValid()
        event.setAccepted(here and self.controller.in_month(self.month.day(index)))

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the post to the day."""
        index = self.indexAt(event.position().toPoint())
        piece = dragged_post(event.mimeData())
        event.setAccepted(bool(piece) and index.isValid() and self.controller.move(piece, self.month.day(index)))

    # ---------------------------------------------------------------- menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a post, by mouse and by the menu key."""
        _, spot = menu_place(self, event)
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        piece = self.controller.piece if keyboard else self.post_at(event.pos())
        post = self.controller.post(piece) if piece else None
        if post is not None:
            self.menu(post).popup(spot)

    def menu(self, post: PlannedPost) -> QMenu:
        """Copy, move, mark, take off."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        controller, posted = self.controller, post.posted
        copy = menu.addAction(self.tr("Copy text"))
        copy.triggered.connect(lambda: controller.copy_text(post))
        if not post.fixed:
            days = menu.addMenu(self.tr("Move to"))
            for day in controller.week(post.week).days:
                action = QAction(day.strftime("%d").lstrip("0"), days)
                weekday = self.month.headerData(day.weekday(), Qt.Orientation.Horizontal)
                action.setText(f"{weekday} {day.day}")
                action.triggered.connect(lambda _checked=False, day=day: controller.move(post.piece, day))
                days.addAction(action)
        mark = menu.addAction(self.tr("Not posted yet") if posted else self.tr("Mark as posted"))
        mark.triggered.connect(lambda: controller.mark_posted(post.piece, posted=not posted))
        if not post.fixed and post.day is not None:
            off = menu.addAction(self.tr("Remove from the calendar"))
            off.triggered.connect(lambda: controller.move(post.piece, None))
        return menu


def _moves(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and Qt.Key(event.key()) in _SIDEWAYS | _BY_ROW
