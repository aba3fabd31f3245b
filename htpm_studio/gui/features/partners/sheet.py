"""All partners of a list at a glance: one small page of each kit, drawn when it comes in sight."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView

from htpm_studio.export.sources.partners import PartnerRow
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.features.partners.controller import PartnerKitRow, PartnersController
from htpm_studio.gui.features.partners.preview import partner_pages
from htpm_studio.gui.features.partners.table import row_words, status_of
from htpm_studio.processes.jobs import JobContext

PICTURE, GAP, SIGN = QSize(176, 99), 12, 28
KEPT = 300
NO_PARENT = QModelIndex()


class SheetModel(QAbstractListModel):
    """The rows of the controller as pictures; one that is painted before it is drawn is asked for."""

    def __init__(self, controller: PartnersController, view: PartnerSheet) -> None:
        super().__init__(view)
        self._controller, self._view = controller, view
        self._count = len(controller.rows)
        self._drawn: OrderedDict[PartnerRow, QImage | None] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._busy = False
        controller.changed.connect(self._count_again)
        controller.rows_changed.connect(self._rows)
        controller.listed.connect(self._forget)
        controller.workspace.document.changed.connect(self._forget)
        controller.workspace.theme_changed.connect(view.viewport().update)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        """How many organizations there are."""
        return 0 if parent.isValid() else min(self._count, len(self._controller.rows))

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, the picture, and what is wrong."""
        if not index.isValid() or index.row() >= len(self._controller.rows):
            return None
        row, theme = self._controller.rows[index.row()], self._controller.workspace.theme
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.partner.organization or self.tr("Name is missing")
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(index.row(), row)
            case Qt.ItemDataRole.ForegroundRole if self._broken(row) and not theme.plain:
                return theme.color("error")
            case Qt.ItemDataRole.ToolTipRole:
                return row_words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{column}: {words}").format(column=row.partner.organization, words=status_of(row))
        return None

    def picture(self, place: int) -> QImage | None:
        """The page of a row, once it is drawn."""
        return self._drawn.get(self._controller.rows[place].partner)

    def _broken(self, row: PartnerKitRow) -> bool:
        return row.state in ("fix", "failed") or (row.partner in self._drawn and self._drawn[row.partner] is None)

    def _icon(self, place: int, row: PartnerKitRow) -> QIcon:
        """The page of a row, a sign on one that is broken, an empty frame while it is drawn."""
        workspace, ratio = self._controller.workspace, self._view.devicePixelRatioF()
        pixmap = QPixmap(PICTURE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        whole, image = QRect(QPoint(), PICTURE), self._drawn.get(row.partner)
        if self._broken(row):
            pixmap.fill(workspace.theme.color("base" if workspace.theme.plain else "error_fill"))
        else:
            pixmap.fill(workspace.theme.color("base" if image is None else "board"))
        painter = QPainter(pixmap)
        if self._broken(row):
            sign = QRect(0, 0, SIGN, SIGN)
            sign.moveCenter(whole.center())
            workspace.icon("circle-alert", "error").paint(painter, sign)
        elif image is not None:
            size = image.size().scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(QPoint(), size)
            target.moveCenter(whole.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, image)
        elif row.state != "checking":
            self._want(place)
        painter.setPen(workspace.theme.color("control"))
        painter.drawRect(whole.adjusted(0, 0, -1, -1))
        painter.end()
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
        return icon

    def _want(self, place: int) -> None:
        self._wanted[place] = None
        if not self._busy:
            self._busy = True
            QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        """Draw the first one that is wanted and still in sight; those that went out of it ask again."""
        shown, controller = self._view.viewport().rect(), self._controller
        seen = (at for at in self._wanted if self._view.visualRect(self.index(at)).intersects(shown))
        place = next(seen, -1) if self._view.isVisible() else -1
        if not 0 <= place < len(controller.rows):
            self._wanted.clear()
            self._busy = False
            return
        del self._wanted[place]
        partner, width = controller.rows[place].partner, round(PICTURE.width() * self._view.devicePixelRatioF())
        document = controller.workspace.document
        work = partial(first_page, document, partner, controller.folder, width)
        stamp = self._drawn
        take = partial(self._take, stamp, partner, place)
        controller.workspace.renderer.ask(self, work, take, lambda _error: take(None))

    def _take(self, stamp: object, partner: PartnerRow, place: int, image: QImage | None) -> None:
        if stamp is self._drawn:  # else the kit or the list is another one by now
            self._drawn[partner] = image
            while len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        self.dataChanged.emit(self.index(place), self.index(place))
        self._next()

    def _forget(self, *_: object) -> None:
        self._drawn = OrderedDict()
        self._view.viewport().update()

    def _count_again(self) -> None:
        if self._count != len(self._controller.rows):
            self.beginResetModel()
            self._count = len(self._controller.rows)
            self.endResetModel()
        self._view.viewport().update()

    def _rows(self, first: int, last: int) -> None:
        if last < self._count:
            self.dataChanged.emit(self.index(first), self.index(last))


class PartnerSheet(QListView):
    """Scrolls; a click shows a partner, Enter or a double click leads to its row (`activated`)."""

    def __init__(self, controller: PartnersController) -> None:
        super().__init__()
        self.setModel(SheetModel(controller, self))
        self.setAccessibleName(self.tr("All partners as pictures"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(PICTURE)
        self.setViewportMargins(0, GAP, 0, 0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._measure()

    def _measure(self) -> None:
        """Cells are so wide that each row is full."""
        room = self.viewport().width() - 4
        columns = max(1, room // (PICTURE.width() + GAP))
        self.setGridSize(QSize(room // columns, PICTURE.height() + self.fontMetrics().height() + 2 * GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Larger names need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


def first_page(document: KitDocument, partner: PartnerRow, folder: Path, width: int) -> QImage | None:
    """The first page of a partner's preview; None where there is none. Raises InputError for a bad logo."""
    page = next(partner_pages(document, partner, folder, JobContext(), width), None)
    return page.image if page is not None else None
