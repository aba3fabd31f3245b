"""Paints a picture of the library: thumbnail, name, mark in icon and words, and whether it is kept out of the kit."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from htpm_studio.gui.components.picture_model import ENTRY, Entry
from htpm_studio.gui.components.picture_thumbnails import cut
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.widgets.labels import broken_name

MARGIN = 8
RING = 3
GAP = 2
SHAPE = 0.66
WIDE = 200


class PictureDelegate(QStyledItemDelegate):
    """All cells have the same width, set by the view, and room for a title on two or three lines and one of words."""

    def __init__(self, controller: PicturesController, parent: QWidget) -> None:
        super().__init__(parent)
        self.controller = controller
        self.width = 240

    @property
    def title_lines(self) -> int:
        """On how many lines a title goes on: in narrow cells on more."""
        return 2 if self.width >= WIDE else 3

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Thumbnail with its margins, and the caption below."""
        caption = (self.title_lines + 1) * max(18, option.fontMetrics.height() + 2)
        return QSize(self.width, round((self.width - 2 * MARGIN) * SHAPE) + 2 * MARGIN + 6 + caption)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one picture."""
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        cell = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        frame = QRect(cell.left(), cell.top(), cell.width(), round(cell.width() * SHAPE))
        self._picture(painter, frame, entry, option.font)
        if entry.kept_out:
            self._badge(painter, frame, option.font)
        self._rings(painter, frame, option)
        self._caption(painter, QRect(cell.left(), frame.bottom() + 7, cell.width(), cell.bottom() - frame.bottom() - 6),
                      entry, option)  # fmt: skip
        painter.restore()

    def _picture(self, painter: QPainter, frame: QRect, entry: Entry, font: QFont) -> None:
        theme = self.controller.workspace.theme
        path = QPainterPath()
        path.addRoundedRect(QRectF(frame), 3, 3)
        painter.fillPath(path, theme.color("divider"))
        image = self.controller.thumbs.image(entry.source) if entry.source else None
        if image is not None:
            painter.setClipPath(path)
            painter.drawImage(QRectF(frame), image, cut(image, frame))
            painter.setClipping(False)
        elif entry.failed:
            painter.fillPath(path, theme.color("error_fill"))
            painter.setPen(theme.color("error"))
            painter.setFont(font)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(frame.adjusted(12, 8, -12, -8), flags, entry.words)
        painter.setPen(QPen(theme.color("control"), 1))
        painter.drawPath(path)

    def _badge(self, painter: QPainter, frame: QRect, font: QFont) -> None:
        theme = self.controller.workspace.theme
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        words = metrics.elidedText(self.tr("Not included in the kit"), Qt.TextElideMode.ElideRight, frame.width() - 56)
        box = QRect(frame.left() + 8, frame.top() + 8, metrics.horizontalAdvance(words) + 36, metrics.height() + 8)
        painter.setPen(QPen(theme.color("error"), 1))
        painter.setBrush(theme.color("error_fill"))
        painter.drawRoundedRect(box, 4, 4)
        self.controller.workspace.icon("eye-off", "error").paint(painter, box.left() + 7, box.center().y() - 7, 16, 16)
        painter.setFont(bold)
        painter.drawText(box.adjusted(28, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _rings(self, painter: QPainter, frame: QRect, option: QStyleOptionViewItem) -> None:
        theme = self.controller.workspace.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        room = QRectF(frame).adjusted(-GAP - 1.5, -GAP - 1.5, GAP + 1.5, GAP + 1.5)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.color("accent"), RING))
            painter.drawRoundedRect(room, 5, 5)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme.color("text"), 1, Qt.PenStyle.DotLine))
                painter.drawRect(QRectF(frame).adjusted(-1, -1, 0, 0))
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(room, 5, 5)

    def _caption(self, painter: QPainter, room: QRect, entry: Entry, option: QStyleOptionViewItem) -> None:
        theme, metrics = self.controller.workspace.theme, option.fontMetrics
        line = max(18, metrics.height() + 2)
        self.controller.workspace.icon(entry.icon, entry.token).paint(
            painter, QRect(room.left(), room.top() + 1, 16, 16)
        )
        left, width = room.left() + 22, room.width() - 22
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        titles = title_lines(option.font, entry, width, self.title_lines)
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        for number, title in enumerate(titles):
            painter.drawText(QRect(left, room.top() + number * line, width, line), flags, title)
        painter.setPen(QColor(theme.color("error" if entry.kept_out else "muted")))
        words = metrics.elidedText("" if entry.failed else self._words(entry), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, room.top() + len(titles) * line, width, line), flags, words)

    def _words(self, entry: Entry) -> str:
        uses = self.tr("not used")
        if entry.uses:
            uses = self.tr("{count} pieces").format(count=entry.uses) if entry.uses > 1 else self.tr("1 piece")
        return f"{entry.words}, {uses}" if entry.photo is not None else uses


def title_lines(font: QFont, entry: Entry, width: int, most: int) -> tuple[str, ...]:
    """A title that fits: a file's name keeps its end, a sentence goes on in further lines."""
    if entry.photo is None and not entry.failed:
        return broken_name(entry.title, font, width, most)
    return (QFontMetrics(font).elidedText(entry.title, Qt.TextElideMode.ElideMiddle, width),)
