"""The table of partner organisations with its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from htpm_studio.gui.partners_desk import PartnerDesk
from htpm_studio.gui.partners_model import PartnerModel


class PartnerTable(QTableView):
    """Space ticks, Enter writes into a cell, Ctrl+V takes a table in."""

    def __init__(self, desk: PartnerDesk) -> None:
        super().__init__()
        self.desk = desk
        self.setModel(PartnerModel(desk))
        self.setAccessibleName(self.tr("Partner organizations"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 20)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate((24, 18, 14, 17, 16, 10, 34)):
            self.setColumnWidth(column, max(letters * letter, self._head_width(column)))
        header.setMinimumSectionSize(9 * letter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _head_width(self, column: int) -> int:
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        font = QFont(self.font())
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(words) + 24

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Paste a table; Space ticks the row wherever the cursor is in it."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.desk.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.desk.tick(index.row(), not self.desk.rows[index.row()].ticked)
            self.setCurrentIndex(index.siblingAtColumn(index.column()))
        else:
            super().keyPressEvent(event)
