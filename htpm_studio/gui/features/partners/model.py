"""The table of partner organizations: what each cell says, and which cells can be written in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from htpm_studio.errors import StudioError
from htpm_studio.export.partners import PartnerRow
from htpm_studio.gui.features.partners.controller import PartnerKitRow, PartnersController
from htpm_studio.gui.i18n.translate import told, translate

Index = QModelIndex | QPersistentModelIndex
FIELDS = ("organization", "logo", "phone", "contact", "color", "week")
STATUS = len(FIELDS)
SWATCH = 16
NO_PARENT = QModelIndex()


class PartnerModel(QAbstractTableModel):
    """A window on the controller's rows; it keeps nothing."""

    def __init__(self, controller: PartnersController) -> None:
        super().__init__(controller)
        self._controller, self._count = controller, len(controller.rows)
        controller.changed.connect(self._reset)
        controller.rows_changed.connect(self._rows)

    def _reset(self) -> None:
        self.beginResetModel()
        self._count = len(self._controller.rows)
        self.endResetModel()

    def _rows(self, first: int, last: int) -> None:
        if last < self._count:
            self.dataChanged.emit(self.index(first, 0), self.index(last, STATUS))

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        """How many organizations there are."""
        return 0 if parent.isValid() else min(self._count, len(self._controller.rows))

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        """The cells of a row and its state."""
        return 0 if parent.isValid() else STATUS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            self.tr("Organization"), self.tr("Logo"), self.tr("Local phone"), self.tr("Contact line"),
            self.tr("Main color"), self.tr("Week"), self.tr("Status"),
        )  # fmt: skip
        return names[section]

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
        if not index.isValid() or index.row() >= len(self._controller.rows):
            return None
        row, column = self._controller.rows[index.row()], index.column()
        theme = self._controller.workspace.theme
        wrong = column < STATUS and any(mistake.field == FIELDS[column] for mistake in row.mistakes)
        match role:
            case Qt.ItemDataRole.DisplayRole if column == STATUS and row.needs_logo:
                return ""  # its two buttons are there
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
                return "\n".join(told(StudioError(mistake.message, mistake.hint)) for mistake in row.mistakes) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column, wrong=wrong)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Tick a row, or write into a cell."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            self._controller.tick(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() < STATUS:
            self._controller.change(index.row(), **{FIELDS[index.column()]: " ".join(str(value).split())})
            return True
        return False

    def _words(self, row: PartnerKitRow, column: int, *, wrong: bool) -> str:
        if column == STATUS:
            return self.status(row)
        text = str(getattr(row.partner, FIELDS[column]))
        if text:
            return self.tr("{name} not found").format(name=text) if wrong and FIELDS[column] == "logo" else text
        return {
            "organization": self.tr("Name is missing"), "logo": self.tr("none"), "phone": self.tr("none"),
            "contact": self.tr("none"), "week": self.tr("as below"),
            "color": self.tr("from the logo") if row.partner.logo else self.tr("as the campaign"),
        }[FIELDS[column]]  # fmt: skip

    def status(self, row: PartnerKitRow) -> str:
        """The state of a row in words."""
        first = translate(row.mistakes[0].message) if row.mistakes else ""
        return {
            "checking": self.tr("Looking…"), "ready": self._ready(row), "fix": first, "waiting": self.tr("Waiting"),
            "making": self.tr("Making now"), "made": self.tr("Done, {files} files").format(files=row.files),
            "there": self.tr("Already done"), "failed": first,
        }[row.state]  # fmt: skip

    def _ready(self, row: PartnerKitRow) -> str:
        if row.color is None:
            return self.tr("Ready")
        return self.tr("Ready, color darkened") if row.color.darker else self.tr("Ready, color lightened")

    def _picture(self, row: PartnerKitRow, column: int, *, wrong: bool) -> Any:
        workspace = self._controller.workspace
        if column == STATUS:
            icons = {
                "ready": ("check", "ok"), "made": ("circle-check", "ok"), "there": ("circle-check", "ok"),
                "fix": ("circle-alert", "error"), "failed": ("circle-alert", "error"), "waiting": ("circle", "muted"),
            }  # fmt: skip
            return workspace.icon(*icons.get(row.state, ("loader-circle", "accent")))
        if FIELDS[column] == "logo" and row.partner.logo:
            return workspace.icon("circle-alert" if wrong else "image", "error" if wrong else "text")
        if FIELDS[column] == "color" and row.partner.color and not wrong:
            return _swatch(row.partner, workspace.theme.color("control"))
        return None

    def _spoken(self, row: PartnerKitRow, column: int, *, wrong: bool) -> str:
        name = self.headerData(column, Qt.Orientation.Horizontal)
        return self.tr("{column}: {words}").format(column=name, words=self._words(row, column, wrong=wrong))


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
