"""The table of partner organizations: what each cell says, which can be written in, and its keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
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

from htpm_studio.errors import StudioError
from htpm_studio.export.sources.partners import PartnerRow
from htpm_studio.gui.features.partners.columns import field_names
from htpm_studio.gui.features.partners.controller import PartnerKitRow, PartnersController
from htpm_studio.gui.features.partners.logos import SIZE, LogoPictures
from htpm_studio.gui.i18n import explain, translate
from htpm_studio.gui.widgets.accessibility import PasteTarget, menu_place
from htpm_studio.gui.widgets.fields import contains_focus
from htpm_studio.gui.widgets.layouts import FlowRow

Index = QModelIndex | QPersistentModelIndex
FIELDS = ("organization", "logo", "phone", "contact", "color", "week")
STATUS, LOGO = len(FIELDS), FIELDS.index("logo")
SWATCH = 16
NO_PARENT = QModelIndex()


class PartnerModel(QAbstractTableModel):
    """A window on the controller's rows, all of them or those that were to fix when somebody asked for these."""

    def __init__(self, controller: PartnersController, logos: LogoPictures) -> None:
        super().__init__(controller)
        self._controller, self._logos, self._count = controller, logos, len(controller.rows)
        self._only: tuple[int, ...] | None = None
        controller.changed.connect(self._reset)
        controller.rows_changed.connect(self._rows)

    def show_only(self, places: Sequence[int] | None) -> None:
        """Show these rows of the controller, or all of them."""
        self.beginResetModel()
        self._only = None if places is None else tuple(places)
        self.endResetModel()

    @property
    def is_part(self) -> bool:
        """Whether some of the rows are not shown."""
        return self._only is not None

    def place(self, row: int) -> int:
        """Which row of the controller a row of the table is; -1 for none."""
        if self._only is None or row < 0:
            return row
        return self._only[row] if row < len(self._only) else -1

    def row_of(self, place: int) -> int:
        """Where a row of the controller is in the table; -1 where it is not shown."""
        if self._only is None:
            return place
        return self._only.index(place) if place in self._only else -1

    def _reset(self) -> None:
        self.beginResetModel()
        self._count = len(self._controller.rows)
        self.endResetModel()

    def _rows(self, first: int, last: int) -> None:
        if self._only is not None:
            first, last = 0, len(self._only) - 1
        if last < self._count:
            self.dataChanged.emit(self.index(first, 0), self.index(last, STATUS))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many organizations there are."""
        every = self._count if self._only is None else len(self._only)
        return 0 if parent.isValid() else min(every, len(self._controller.rows))

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """The cells of a row and its state."""
        return 0 if parent.isValid() else STATUS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self.tr("Status") if section == STATUS else field_names()[FIELDS[section]]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row can be ticked, and written in while nothing runs."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() < STATUS and not self._controller.running:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, tick, swatch and what a screen reader says."""
        place = self.place(index.row()) if index.isValid() else -1
        if not 0 <= place < len(self._controller.rows):
            return None
        row, column = self._controller.rows[place], index.column()
        theme = self._controller.workspace.theme
        wrong = column < STATUS and any(mistake.field == FIELDS[column] for mistake in row.mistakes)
        match role:
            case Qt.ItemDataRole.DisplayRole if column == STATUS and row.needs_logo:
                return ""  # its two buttons are there
            case Qt.ItemDataRole.DisplayRole if self._logo(row, column) is not None:
                return ""
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, column, wrong=wrong)
            case Qt.ItemDataRole.EditRole if column < STATUS:
                return getattr(row.partner, FIELDS[column])
            case Qt.ItemDataRole.CheckStateRole if column == 0:
                return Qt.CheckState.Checked if row.ticked and row.state != "fix" else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(row, column, wrong=wrong)
            case Qt.ItemDataRole.ForegroundRole:
                token = (
                    "error" if wrong else "ok" if column == STATUS and row.state in ("ready", "made", "there") else ""
                )
                return theme.color(token) if token and not theme.plain else None
            case Qt.ItemDataRole.BackgroundRole if row.state in ("fix", "failed") and not theme.plain:
                return theme.color("error_fill")
            case Qt.ItemDataRole.ToolTipRole:
                if row.color is not None and column in (FIELDS.index("color"), STATUS):
                    return "\n".join(row.color.words)
                return row_words(row) or (row.partner.logo if column == LOGO else "")
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column, wrong=wrong)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or write into a cell."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            self._controller.tick(self.place(index.row()), Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() < STATUS:
            self._controller.change(self.place(index.row()), **{FIELDS[index.column()]: " ".join(str(value).split())})
            return True
        return False

    def _words(self, row: PartnerKitRow, column: int, *, wrong: bool) -> str:
        if column == STATUS:
            return status_of(row)
        text = str(getattr(row.partner, FIELDS[column]))
        if text:
            return self.tr("{name} not found").format(name=text) if wrong and FIELDS[column] == "logo" else text
        return {
            "organization": self.tr("Name is missing"), "logo": self.tr("none"), "phone": self.tr("none"),
            "contact": self.tr("none"), "week": self.tr("as below"),
            "color": self.tr("from the logo") if row.partner.logo else self.tr("as the campaign"),
        }[FIELDS[column]]  # fmt: skip

    def _logo(self, row: PartnerKitRow, column: int) -> QIcon | None:
        shown = column == LOGO and row.state not in ("fix", "failed")
        return self._logos.icon(row.partner) if shown else None

    def _picture(self, row: PartnerKitRow, column: int, *, wrong: bool) -> Any:
        workspace = self._controller.workspace
        if column == STATUS:
            icons = {
                "ready": ("check", "ok"), "made": ("circle-check", "ok"), "there": ("circle-check", "ok"),
                "fix": ("circle-alert", "error"), "failed": ("circle-alert", "error"), "waiting": ("circle", "muted"),
            }  # fmt: skip
            return workspace.icon(*icons.get(row.state, ("loader-circle", "accent")))
        if (logo := self._logo(row, column)) is not None:
            return logo
        if FIELDS[column] == "logo" and row.partner.logo:
            return workspace.icon("circle-alert" if wrong else "image", "error" if wrong else "text")
        if FIELDS[column] == "color" and row.partner.color and not wrong:
            return _swatch(row.partner, workspace.theme.color("control"))
        return None

    def _spoken(self, row: PartnerKitRow, column: int, *, wrong: bool) -> str:
        name = self.headerData(column, Qt.Orientation.Horizontal)
        return self.tr("{column}: {words}").format(column=name, words=self._words(row, column, wrong=wrong))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Partners", text)


def status_of(row: PartnerKitRow) -> str:
    """The state of a row in words."""
    first = translate(row.mistakes[0].message) if row.mistakes else ""
    ready = _tr("Ready")
    if row.color is not None:
        ready = _tr("Ready, color darkened") if row.color.darker else _tr("Ready, color lightened")
    return {
        "checking": _tr("Looking…"), "ready": ready, "fix": first, "waiting": _tr("Waiting"),
        "making": _tr("Making now"), "made": _tr("Done, {files} files").format(files=row.files),
        "there": _tr("Already done"), "failed": first,
    }[row.state]  # fmt: skip


def row_words(row: PartnerKitRow) -> str:
    """What is wrong with a row and what to do, a line each."""
    return "\n".join(explain(StudioError(mistake.message, mistake.hint)) for mistake in row.mistakes)


def _swatch(partner: PartnerRow, edge: QColor) -> QIcon | None:
    color = QColor.fromString(partner.color if partner.color.startswith("#") else f"#{partner.color}")
    if not color.isValid():
        return None
    pixmap = QPixmap(SWATCH, SWATCH)
    pixmap.fill(edge)
    painter = QPainter(pixmap)
    painter.fillRect(1, 1, SWATCH - 2, SWATCH - 2, color)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would mix in the color of the selection.
    return icon


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


class LogoCell(QStyledItemDelegate):
    """Gives a logo more room than an icon."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The picture is as wide as a word."""
        super().initStyleOption(option, index)
        if not option.text:
            option.decorationSize = SIZE


class PartnerTable(QTableView):
    """Space ticks, Enter writes into a cell, Ctrl+V takes a table in.

    `menu_wanted` names the row that a menu is asked for and a point of the screen.
    """

    menu_wanted = Signal(int, QPoint)

    scrolled = Signal()

    def __init__(self, controller: PartnersController) -> None:
        super().__init__()
        PasteTarget(self)
        self.controller = controller
        self._widths: list[int] = []
        self._ways: dict[int, FlowRow] = {}
        self.logos = LogoPictures(controller)
        self.rows = PartnerModel(controller, self.logos)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Partner organizations"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setItemDelegateForColumn(0, RowBackground(self))
        self.setItemDelegateForColumn(LOGO, LogoCell(self))
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer, or with the focus."""
        index, spot = menu_place(self, event)
        if index.isValid():
            self.menu_wanted.emit(self.rows.place(index.row()), spot)

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

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs wider columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
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
            if box is not None and contains_focus(box):
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a table; Space ticks the row wherever the cursor is in it."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.controller.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            place = self.rows.place(index.row())
            self.controller.tick(place, not self.controller.rows[place].ticked)
            self.setCurrentIndex(index.siblingAtColumn(index.column()))
        else:
            super().keyPressEvent(event)
