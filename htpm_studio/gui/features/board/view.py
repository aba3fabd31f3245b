"""The list of tiles: places rows by the board's own layout, keeps their pictures fresh, and answers keys and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from htpm_studio.gui.core.shell_interface import LARGEST, SMALLEST
from htpm_studio.gui.core.tiles import Tile
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.delegate import PieceDelegate, WaitingPhoto, box_rect
from htpm_studio.gui.features.board.layout import RING, BoardLayout, Measures, fitting_zoom, lay_out, next_row
from htpm_studio.gui.features.board.model import BoardModel, BoardRow
from htpm_studio.gui.features.board.thumbnail_state import ThumbnailState
from htpm_studio.gui.widgets.accessibility import menu_place

Index = QModelIndex | QPersistentModelIndex
ZOOM_STEP = 1.15
HEADING_LEAST, CARD = 32, 10


class BoardView(QListView):
    """Tiles in sections. It is a list to screen readers; where rows are is up to `layout`."""

    zoom_changed = Signal(float)
    laid_out = Signal()
    opened = Signal(str)
    opened_at = Signal(object, float, float)
    """A tile was double-clicked: the tile, and where on its picture, from 0 to 1."""
    more_wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    drag_wanted = Signal()
    tick_asked = Signal(int)
    placed = Signal(str)

    def __init__(self, workspace: Workspace, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.tiles = workspace, model
        self.zoom = 1.0
        self.layout_now = BoardLayout()
        self.takes: Callable[[Tile], bool] | None = None
        self.under_hand = False
        self.waiting: Callable[[Tile], WaitingPhoto | None] = lambda _tile: None
        self.thumbnails = ThumbnailState(workspace, self)
        self.setObjectName("board")
        self.setAccessibleName(self.tr("Board"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(False)
        self.setMouseTracking(True)
        # What covers its whole ground can be moved by scrolling instead of being painted anew.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setItemDelegate(PieceDelegate(workspace, self, self))
        self.setModel(model)
        self._ask = QTimer(self, singleShot=True)
        self._ask.timeout.connect(self.request)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.ask_soon())
        self.thumbnails.changed.connect(self._repaint)
        model.dataChanged.connect(lambda *_rows: self.ask_soon())

    # ---------------------------------------------------------------- what the delegate asks

    def picture(self, row: BoardRow) -> QImage | None:
        """The newest picture of a row."""
        return self.workspace.renderer.picture(row.tile.key) if row.tile else None

    def failure(self, row: BoardRow) -> str:
        """Why a row could not be drawn."""
        return self.thumbnails.failures.get(row.tile.key, "") if row.tile else ""

    def busy(self, row: BoardRow) -> float | None:
        """How far the bar of a row has run."""
        return self.thumbnails.bar(row.tile.key) if row.tile else None

    def tick(self, row: BoardRow) -> Qt.CheckState | None:
        """Whether a row is ticked; None where it has no box."""
        return self.tiles.tick(row)

    def thumb(self, index: Index) -> QRect:
        """Where the picture of a row is in the viewport."""
        thumbs = self.layout_now.thumbs
        return thumbs[index.row()].translated(0, -self.verticalOffset()) if index.row() < len(thumbs) else QRect()

    def unanswered(self, row: BoardRow) -> WaitingPhoto | None:
        """The photo that the piece of a row was given and that nobody has answered for."""
        return self.waiting(row.tile) if row.tile else None

    def fades(self, row: BoardRow) -> bool:
        """Whether a row has no place for the picture that is to be placed."""
        return self.takes is not None and (row.tile is None or not self.takes(row.tile))

    def flat(self) -> bool:
        """Whether only what is to be checked is shown, each with its reason."""
        return self.tiles.view.to_check

    def is_expanded(self, row: BoardRow) -> bool:
        """Whether all of a section is shown."""
        return row.section.name in self.tiles.view.expanded

    # ---------------------------------------------------------------- placing

    def measures(self) -> Measures:
        """What the layout follows from."""
        line = self.fontMetrics().height()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        heading, wide = max(HEADING_LEAST, line * 8 // 5), self.fontMetrics().horizontalAdvance
        return Measures(self.viewport().width(), self.zoom, line, heading, mirrored, wide)

    def doItemsLayout(self) -> None:
        """Place all rows anew."""
        self.layout_now = lay_out(self.tiles.rows, self.tiles.view, self.measures())
        self.updateGeometries()
        self.laid_out.emit()
        self.viewport().update()
        self.ask_soon()

    def updateGeometries(self) -> None:
        """Set the range of the scroll bar."""
        bar = self.verticalScrollBar()
        bar.setSingleStep(40)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self.layout_now.height - self.viewport().height()))

    def set_zoom(self, zoom: float) -> None:
        """Scale all tiles, between 0.5 and 2.5, keeping the tile at the top in view."""
        zoom = min(LARGEST, max(SMALLEST, zoom))
        if abs(zoom - self.zoom) < 0.001:
            return
        anchor = next((index for index in self.visible_rows() if self.tiles.rows[index].tile), -1)
        before = self.layout_now.cells[anchor].top() - self.verticalOffset() if anchor >= 0 else 0
        self.zoom = zoom
        self.doItemsLayout()
        if anchor >= 0:
            self.verticalScrollBar().setValue(self.layout_now.cells[anchor].top() - before)
        self.zoom_changed.emit(zoom)

    def fit(self) -> None:
        """Choose the zoom at which all sections are in sight."""
        self.set_zoom(fitting_zoom(self.tiles.rows, self.tiles.view, self.measures(), self.viewport().height()))

    def visible_rows(self, margin: int = 0) -> list[int]:
        """Rows in sight, or within `margin` pixels of it, from the top."""
        top = self.verticalOffset()
        window = QRect(0, top - margin, self.viewport().width(), self.viewport().height() + 2 * margin)
        return [number for number, cell in enumerate(self.layout_now.cells) if cell.intersects(window)]

    def selected_rows(self) -> list[BoardRow]:
        """The rows of the selected tiles in reading order."""
        return [self.tiles.rows[number] for number in sorted(one.row() for one in self.selectedIndexes())]

    def selected_tiles(self) -> list[Tile]:
        """The selected tiles in reading order."""
        return [row.tile for row in self.selected_rows() if row.tile]

    def shown_tiles(self) -> list[int]:
        """Every tile that is not behind "show all", in reading order."""
        rows = self.tiles.rows
        return [number for line in self.layout_now.lines for number in line if rows[number].kind == "tile"]

    # ---------------------------------------------------------------- pictures

    def ask_soon(self) -> None:
        """Ask for pictures after what is going on now (many scroll steps become one request)."""
        if not self._ask.isActive():
            self._ask.start(0)

    @property
    def about_to_ask(self) -> bool:
        """Whether pictures will be asked for as soon as the window has time."""
        return self._ask.isActive()

    def request(self) -> None:
        """Ask for the pictures in sight, then for those near it."""
        near = self.visible_rows(self.viewport().height())
        seen = set(self.visible_rows())
        ratio = self.devicePixelRatioF()
        rows, thumbs = self.tiles.rows, self.layout_now.thumbs
        nearest = sorted((number for number in near if rows[number].tile), key=lambda number: number not in seen)
        self.thumbnails.ask(
            [
                (tile, round(thumbs[number].width() * ratio), number in seen)
                for number in nearest
                if (tile := rows[number].tile)
            ]
        )

    def _repaint(self, key: str) -> None:
        number = self.tiles.row_of(key)
        if 0 <= number < len(self.layout_now.cells):
            self.viewport().update(self.layout_now.cells[number].translated(0, -self.verticalOffset()))

    # ---------------------------------------------------------------- what QListView asks

    def visualRect(self, index: Index) -> QRect:
        """The cell of a row in the viewport."""
        cells = self.layout_now.cells
        if not index.isValid() or index.row() >= len(cells) or cells[index.row()].isEmpty():
            return QRect()
        return cells[index.row()].translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The tile at a point of the viewport."""
        spot = point + QPoint(0, self.verticalOffset())
        for line in self.layout_now.lines:
            for number in line:
                if self.layout_now.cells[number].adjusted(RING // 2, RING // 2, -RING // 2, -RING // 2).contains(spot):
                    return self.tiles.index(number)
        return QModelIndex()

    def isIndexHidden(self, index: Index) -> bool:
        """Whether a row is behind "show all"."""
        return self.visualRect(index).isEmpty()

    def horizontalOffset(self) -> int:
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far the board is scrolled."""
        return self.verticalScrollBar().value()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, with its heading where it is in the first line."""
        if not index.isValid() or index.row() >= len(self.layout_now.cells):
            return
        cell = self.layout_now.cells[index.row()]
        if not cell.isEmpty():
            self.reveal(cell.top(), cell.bottom(), at_top=hint == QAbstractItemView.ScrollHint.PositionAtTop)

    def reveal(self, top: int, bottom: int, *, at_top: bool = False) -> None:
        """Scroll as little as needed to show this stretch of the board, or to put it at the top."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if at_top or top < bar.value() or bottom - top > height:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height + 8)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted already, headings too; only what comes into sight is painted."""
        self.viewport().scroll(dx, dy)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select from tile to tile in reading order, or everything that a rectangle touches."""
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        shown = self.shown_tiles()
        if first.isValid() and last.isValid() and self.state() != QAbstractItemView.State.DragSelectingState:
            low, high = sorted((first.row(), last.row()))
            rows = [number for number in shown if low <= number <= high]
        else:
            area = rect.normalized().translated(0, self.verticalOffset())
            rows = [number for number in shown if self.layout_now.thumbs[number].intersects(area)]
        self.selectionModel().select(self._selection(rows), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The cells of the selected rows."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def _selection(self, rows: Sequence[int]) -> QItemSelection:
        selection = QItemSelection()
        for number in rows:
            index = self.tiles.index(number)
            selection.select(index, index)
        return selection

    def selectAll(self) -> None:
        """Select every tile that is shown."""
        self.selectionModel().select(
            self._selection(self.shown_tiles()), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def select_rows(self, rows: Sequence[int], current: int = -1) -> None:
        """Select exactly these rows and make one of them the current one."""
        if current >= 0:
            self.selectionModel().setCurrentIndex(self.tiles.index(current), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(self._selection(rows), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: along and across the lines of tiles, past headings."""
        del modifiers
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        now = self.currentIndex().row()
        goal = next_row(self.layout_now, now, action, self.viewport().height(), mirrored=mirrored)
        return self.tiles.index(goal) if goal >= 0 else QModelIndex()

    # ---------------------------------------------------------------- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles that the event touches."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.workspace.theme.color("board"))
        self._paint_cards(painter)
        base = QStyleOptionViewItem()
        self.initViewItemOption(base)
        delegate, selection, current = self.itemDelegate(), self.selectionModel(), self.currentIndex().row()
        # Not the rectangle around it: scrolling exposes a strip below and what the headings uncover.
        area = event.region().translated(0, self.verticalOffset())
        for line in self.layout_now.lines:
            for number in line:
                cell = self.layout_now.cells[number]
                if not area.intersects(cell):
                    continue
                index = self.tiles.index(number)
                option = QStyleOptionViewItem(base)
                option.rect = cell.adjusted(RING, RING, -RING, -RING).translated(0, -self.verticalOffset())
                option.state = QStyle.StateFlag.State_Enabled
                if selection.isSelected(index):
                    option.state |= QStyle.StateFlag.State_Selected
                if number == current and self.hasFocus():
                    option.state |= QStyle.StateFlag.State_HasFocus
                delegate.paint(painter, option, index)
        painter.end()

    def _paint_cards(self, painter: QPainter) -> None:
        """The sheets that the sections lie on; in high contrast outlines."""
        theme = self.workspace.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("text" if theme.plain else "base"), 1))
        painter.setBrush(theme.color("base"))
        for card in self.layout_now.cards:
            sheet = card.translated(0, -self.verticalOffset())
            if sheet.intersects(self.viewport().rect()):
                painter.drawRoundedRect(QRectF(sheet).adjusted(0.5, 0.5, -0.5, -0.5), CARD, CARD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows for the new size."""
        super().resizeEvent(event)
        self.doItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Place the rows anew for another font or direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl make tiles larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a piece, or all of a section; everything else is as in any list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self.takes is not None:
                self._place(self.currentIndex())
            else:
                self.open_row(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a box, on "show all" or on a tile that could not be drawn acts at once."""
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and self._on_box(index, spot):
            self.tick_asked.emit(index.row())
            return
        if self.takes is not None and event.button() == Qt.MouseButton.LeftButton:
            self._place(index)
            return
        with self.held():
            super().mousePressEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        row = self.tiles.rows[index.row()]
        if row.kind == "more":
            self.more_wanted.emit(row.section.name)
        elif self.failure(row) and row.tile:
            self.thumbnails.retry(row.tile.key)
            self.ask_soon()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nothing scrolls under the hand."""
        self.under_hand = True
        self.setAutoScroll(False)
        try:
            yield
        finally:
            self.setAutoScroll(True)
            self.under_hand = False

    def _place(self, index: Index) -> None:
        """Put the picture that is to be placed into the piece of a row that takes one."""
        row = self.tiles.rows[index.row()] if index.isValid() else None
        if row is not None and row.tile is not None and not self.fades(row):
            self.placed.emit(row.tile.piece)

    def _on_box(self, index: Index, spot: QPoint) -> bool:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = box_rect(self.thumb(index), self.fontMetrics().height(), mirrored=mirrored)
        return self.tick(self.tiles.rows[index.row()]) is not None and place.adjusted(-4, -4, 4, 4).contains(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the piece."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._on_box(index, event.position().toPoint()):
            self.tick_asked.emit(index.row())
        elif (tile := self.tiles.rows[index.row()].tile) is not None and self.takes is None:
            thumb, spot = self.thumb(index), event.position()
            across, down = (spot.x() - thumb.x()) / thumb.width(), (spot.y() - thumb.y()) / thumb.height()
            self.opened_at.emit(tile, across, down)

    def open_row(self, number: int) -> None:
        """Open the piece of a tile, or unfold a section."""
        row = self.tiles.rows[number]
        if row.tile is not None:
            self.opened.emit(row.tile.piece)
        elif row.kind == "more":
            self.more_wanted.emit(row.section.name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the tile under the pointer, or with the focus, and of what is selected with it."""
        index, spot = menu_place(self, event)
        if not index.isValid() or self.tiles.rows[index.row()].tile is None:
            return
        if not self.selectionModel().isSelected(index):
            self.select_rows([index.row()], index.row())
        self.menu_wanted.emit(spot)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """A tile leaves as a file; the board makes it."""
        del actions
        self.drag_wanted.emit()
