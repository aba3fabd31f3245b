"""The pictures of a kit as rows: the user's photos, files that could not be read, and the scenes of the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from htpm_studio.gui.components.picture_entries import Entry, entries, is_found, plain, spoken
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.core.dnd_files import PICTURE_MIME

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1
ROOT = QModelIndex()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pictures", text)


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Pictures", text))


FILTERS: Mapping[str, Callable[[Entry], bool]] = {
    "all": lambda _entry: True,
    "ready": lambda entry: not entry.failed and entry.state in (None, "ready"),
    "missing": lambda entry: entry.state in ("missing", "ended", "withdrawn", "unsaid"),
    "soon": lambda entry: entry.soon,
    "unused": lambda entry: not entry.failed and not entry.uses,
}
"""What each chip of the page shows."""


class PicturesModel(QAbstractListModel):
    """Rows of one filter; reset only when they really changed, so that selection and scrolling stay."""

    def __init__(self, controller: PicturesController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.filter, self.kind, self.words = "all", "", ""
        self.all: tuple[Entry, ...] = ()
        self.rows: tuple[Entry, ...] = ()

    def refresh(self) -> bool:
        """Read the document again; whether the number or order of rows changed."""
        self.all = tuple(entries(self.controller))
        return self.show_found()

    def show_found(self) -> bool:
        """Show what the filter, the group and the words leave of what was read; whether that are other rows."""
        words = plain(self.words).split()
        rows = tuple(entry for entry in self.all if FILTERS[self.filter](entry) and is_found(entry, self.kind, words))
        return self.show_rows(rows)

    def show_rows(self, rows: tuple[Entry, ...]) -> bool:
        """Show these rows; whether their number or order changed."""
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def row_of(self, key: str) -> int:
        """The row of a picture; -1 when it is not shown."""
        return next((number for number, entry in enumerate(self.rows) if entry.key == key), -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry itself, and its words for screen readers and tooltips."""
        entry = self.rows[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.title}: {entry.words}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Pictures can be dragged onto pieces."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.rows[index.row()].failed else flags | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """What a dragged picture carries."""
        return [PICTURE_MIME]

    def mimeData(self, indexes: object) -> QMimeData:  # noqa: N802
        """The first dragged picture by its name."""
        data = QMimeData()
        if isinstance(indexes, list) and indexes:
            data.setData(PICTURE_MIME, QByteArray(self.rows[indexes[0].row()].key.encode()))
        return data
