"""The table of what was found in a toolkit, with its keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from htpm_studio.gui.features.toolkit_import.controller import ImportController, ListUndo, item_label
from htpm_studio.gui.features.toolkit_import.rows import RESULT_NAMES, FoundRow, kind_name, table_words

Index = QModelIndex | QPersistentModelIndex
KIND, WEEK, FOUND, NOTICED, RESULT = range(5)
NO_PARENT = QModelIndex()
NARROW = 640
_ICONS = {
    "new": ("plus", "accent"), "changed": ("pencil", "warn"), "call": ("circle-question-mark", "warn"),
    "over": ("clock", "error"), "missing": ("circle", "muted"), "same": ("check", "ok"), "aside": ("eye-off", "muted"),
}  # fmt: skip


class ImportModel(QAbstractTableModel):
    """A window on the controller's rows that the filter lets through."""

    def __init__(self, controller: ImportController) -> None:
        super().__init__(controller)
        self._controller, self._shown = controller, controller.shown()
        controller.changed.connect(self._reset)
        controller.row_changed.connect(self._row)

    def _reset(self) -> None:
        self.beginResetModel()
        self._shown = self._controller.shown()
        self.endResetModel()

    def _row(self, index: int) -> None:
        if index in self._shown:
            row = self._shown.index(index)
            self.dataChanged.emit(self.index(row, KIND), self.index(row, RESULT))

    def place_of(self, number: int) -> int:
        """The place of a row of the controller in the table; -1 when it is not shown."""
        return self._shown.index(number) if number in self._shown else -1

    def number_at(self, place: int) -> int:
        """The row of the controller at a place in the table; -1 for none."""
        return self._shown[place] if 0 <= place < len(self._shown) else -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Kind, week, what was found, what we noticed, result."""
        return 0 if parent.isValid() else RESULT + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Kind"), self.tr("Week"), self.tr("Found"), self.tr("What we noticed"), self.tr("Result"))
        return names[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row can be ticked when it has a place."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == KIND else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, tick, icon, color and what a screen reader says."""
        number = self.number_at(index.row())
        if not index.isValid() or not 0 <= number < len(self._controller.rows):
            return None
        row, column = self._controller.rows[number], index.column()
        theme = self._controller.workspace.theme
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _words(row, column)
            case Qt.ItemDataRole.CheckStateRole if column == KIND:
                return Qt.CheckState.Checked if row.item.use else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DecorationRole if column == RESULT:
                return self._controller.workspace.icon(*_ICONS[row.result])
            case Qt.ItemDataRole.ForegroundRole if column == RESULT and not theme.plain:
                return theme.color(_ICONS[row.result][1])
            case Qt.ItemDataRole.ForegroundRole if column in (KIND, WEEK, NOTICED) and not theme.plain:
                return theme.color("muted")
            case Qt.ItemDataRole.ToolTipRole if column in (FOUND, NOTICED):
                return row.item.text if column == FOUND else row.noticed
            case Qt.ItemDataRole.AccessibleTextRole:
                name = self.headerData(column, Qt.Orientation.Horizontal)
                return self.tr("{column}: {words}").format(column=name, words=_words(row, column))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == KIND:
            self._controller.tick(self.number_at(index.row()), Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        return False


def _words(row: FoundRow, column: int) -> str:
    if column == KIND:
        return kind_name(row.item.kind)
    if column == WEEK:
        return item_label(row.item)
    if column == FOUND:
        return row.title
    return row.noticed if column == NOTICED else table_words(RESULT_NAMES[row.result])


class ImportTable(QTableView):
    """Space ticks, Enter goes on, K keeps mine, N takes the new one, J joins, S splits, Ctrl+Z takes back.

    `opened` asks for the panel.
    """

    opened = Signal()

    def __init__(self, controller: ImportController) -> None:
        super().__init__()
        self.controller = controller
        ListUndo(controller, self)
        self.rows = ImportModel(controller)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("What was found in the toolkit"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in ((KIND, 21), (WEEK, 12), (NOTICED, 40), (RESULT, 18)):
            self.setColumnWidth(column, letters * letter)
        header.setSectionResizeMode(FOUND, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self.opened)
        controller.changed.connect(self.follow)
        controller.current_changed.connect(self.follow)
        self.selectionModel().currentRowChanged.connect(
            lambda now, _before: controller.open(self.rows.number_at(now.row()))
        )

    def follow(self) -> None:
        """Select the controller's open row."""
        place = self.rows.place_of(self.controller.current)
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(place, FOUND))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the review."""
        number = self.rows.number_at(self.currentIndex().row())
        key = event.key()
        if number < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.controller.tick(number, not self.controller.rows[number].item.use)
        elif key in (Qt.Key.Key_K, Qt.Key.Key_N):
            ours = self.controller.rows[number].part is not None
            self.controller.tick(number, (key == Qt.Key.Key_N) != ours)
            self.controller.step(1)
        elif key == Qt.Key.Key_J:
            self.controller.join(number)
        elif key == Qt.Key.Key_S:
            self.controller.split(number)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            self.controller.step(1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What we noticed is in the panel too, and gives way where there is little room."""
        super().resizeEvent(event)
        self.setColumnHidden(NOTICED, self.width() < NARROW)
