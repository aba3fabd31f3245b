"""The table of partner organizations with its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from htpm_studio.gui.features.partners.controller import PartnersController
from htpm_studio.gui.features.partners.model import PartnerModel
from htpm_studio.gui.widgets.fields import holds_focus
from htpm_studio.gui.widgets.flow_row import FlowRow
from htpm_studio.gui.widgets.item_menu import asked_for
from htpm_studio.gui.widgets.paste_target import PasteTarget

NAME_LETTERS, SPARE = 20, 20
COLUMN_LETTERS = (24, 20, 15, 20, 17, 13, 34)
SIGN = 28
"""Room for the sign of a row before its buttons."""


class RowBackground(QStyledItemDelegate):
    """Paints the ground of a row up to its edge; beside a box the style leaves a strip."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground, then the cell."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


class PartnerTable(PasteTarget, QTableView):
    """Space ticks, Enter writes into a cell, Ctrl+V takes a table in.

    `menu_wanted` names the row that a menu is asked for and a point of the screen.
    """

    menu_wanted = Signal(int, QPoint)

    scrolled = Signal()

    def __init__(self, controller: PartnersController) -> None:
        super().__init__()
        self.controller = controller
        self._widths: list[int] = []
        self._ways: dict[int, FlowRow] = {}
        self.setModel(PartnerModel(controller))
        self.setAccessibleName(self.tr("Partner organizations"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setItemDelegateForColumn(0, RowBackground(self))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        self.model().modelReset.connect(self._ways.clear)
        self._measure()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of the row under the pointer, or with the focus."""
        index, spot = asked_for(self, event)
        if index.isValid():
            self.menu_wanted.emit(index.row(), spot)

    def rows_in_view(self) -> range:
        """The rows that can be seen, and some more on both sides."""
        first, last = max(0, self.rowAt(0)), self.rowAt(self.viewport().height() - 1)
        count = self.model().rowCount()
        return range(max(0, first - SPARE), min(count, (last if last >= 0 else first) + SPARE + 1))

    def with_buttons(self) -> frozenset[int]:
        """The rows that have buttons in their last cell."""
        return frozenset(self._ways)

    def _measure(self) -> None:
        """Columns are as wide as so many letters, rows as high as a line with air."""
        letter, columns = self.fontMetrics().averageCharWidth(), range(len(COLUMN_LETTERS))
        self._widths = [max(COLUMN_LETTERS[column] * letter, self._head_width(column)) for column in columns]
        self.horizontalHeader().setMinimumSectionSize(9 * letter)
        for column in columns:
            self.setColumnWidth(column, self._widths[column])
        high = self.fontMetrics().height() + 20
        self.verticalHeader().setDefaultSectionSize(high)
        self._share()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Larger text needs wider columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Where there is little room the last column gives some of its own to the names."""
        last = len(self._widths) - 1
        others = sum(self.columnWidth(column) for column in range(1, last))
        left = self.viewport().width() - others - NAME_LETTERS * self.fontMetrics().averageCharWidth()
        ways = self._ways
        least = max((SIGN + buttons.minimumSize().width() for buttons in ways.values()), default=0)
        self.setColumnWidth(last, max(self._head_width(last), least, min(self._widths[last], left)))
        for row, buttons in ways.items():
            self.setRowHeight(row, buttons.heightForWidth(self.columnWidth(last) - SIGN))

    def set_buttons(self, row: int, buttons: Sequence[QPushButton]) -> None:
        """Put buttons into the last cell of a row, or take them away; where there is no room they wrap, none is cut."""
        place = self.model().index(row, len(COLUMN_LETTERS) - 1)
        if not buttons:
            self._ways.pop(row, None)
            box: QWidget | None = self.indexWidget(place)
            if box is not None and holds_focus(box):
                self.setCurrentIndex(place.siblingAtColumn(0))
                self.setFocus()
            self.setIndexWidget(place, None)  # type: ignore[arg-type]
            self.setRowHeight(row, self.verticalHeader().defaultSectionSize())
            return
        box = QWidget()
        inside = FlowRow(box, gap=4)
        inside.setContentsMargins(4, 4, 4, 4)
        for button in buttons:
            inside.addWidget(button)
        self.setIndexWidget(place, box)
        self._ways[row] = inside
        self._share()

    def full_width(self) -> int:
        """How wide all columns are, the first one at its least."""
        first = self._head_width(0) + 8 * self.fontMetrics().averageCharWidth()
        return first + sum(self._widths[1:])

    def _head_width(self, column: int) -> int:
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        font = QFont(self.font())
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(words) + 24

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Paste a table; Space ticks the row wherever the cursor is in it."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.controller.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.controller.tick(index.row(), not self.controller.rows[index.row()].ticked)
            self.setCurrentIndex(index.siblingAtColumn(index.column()))
        else:
            super().keyPressEvent(event)
