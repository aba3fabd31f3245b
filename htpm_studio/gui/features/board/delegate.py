"""Painting a tile: its picture (or what replaces it), the ring, the caption and its marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.picture_thumbnails import paint_waiting
from htpm_studio.gui.core.tiles import has_switch
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.layout import CAPTION_GAP
from htpm_studio.gui.features.board.model import ROW, BoardRow

RADIUS, RING_WIDTH, RING_GAP = 3, 3, 2
LEFT_OUT_STRENGTH = 0.35
MARK_GAP = 4
BAR_HEIGHT = 2
LEAST_BOX, BOX_AIR = 16, 5


def pixel_aligned(rect: QRect) -> QRectF:
    """Where the middle of a line 1 wide runs that stays inside, on screens of any density."""
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)


def box_rect(thumb: QRect, line: int, *, mirrored: bool) -> QRect:
    """Where the box to tick is: on the picture, in the corner where reading begins, so that no word gives way."""
    side = max(LEAST_BOX, line - 2)
    left = thumb.right() - side - BOX_AIR + 1 if mirrored else thumb.left() + BOX_AIR
    return QRect(left, thumb.top() + BOX_AIR, side, side)


@dataclass(frozen=True, slots=True)
class WaitingPhoto:
    """A photo that is in no file yet, and its frame as parts of the page."""

    image: QImage
    frame: QRectF


class TilePictures(Protocol):
    """What the delegate asks the view for."""

    def picture(self, row: BoardRow) -> QImage | None:
        """The newest picture of a row."""

    def failure(self, row: BoardRow) -> str:
        """Why a row could not be drawn; "" when it could."""

    def busy(self, row: BoardRow) -> float | None:
        """How far the bar of a row that is being drawn anew has run, 0 to 1; None without a bar."""

    def tick(self, row: BoardRow) -> Qt.CheckState | None:
        """Whether a row is ticked; None where it has no box."""

    def thumb(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where the picture of a row is in the viewport."""

    def unanswered(self, row: BoardRow) -> WaitingPhoto | None:
        """The photo that the piece of a row was given and that nobody has answered for."""

    def fades(self, row: BoardRow) -> bool:
        """Whether a row has no place for the picture that is to be placed."""

    def flat(self) -> bool:
        """Whether only what is to be checked is shown, each with its reason."""

    def is_expanded(self, row: BoardRow) -> bool:
        """Whether all of a section is shown."""


class PieceDelegate(QStyledItemDelegate):
    """Paints one row of the board."""

    def __init__(self, workspace: Workspace, pictures: TilePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._pictures = workspace, pictures

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a tile or a "show all"; headings are widgets."""
        row = index.data(ROW)
        if not isinstance(row, BoardRow) or row.kind == "head":
            return
        painter.save()
        thumb = self._pictures.thumb(index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._ring(painter, thumb, selected=selected, focused=focused)
        if row.kind == "more":
            self._more(painter, thumb, row, option)
        else:
            self._thumb(painter, thumb, row, option)
            self._caption(painter, thumb, row, option)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of the picture; the view places tiles by itself."""
        del option
        return self._pictures.thumb(index).size()

    def _color(self, token: str) -> QColor:
        return self._workspace.theme.color(token)

    def _ring(self, painter: QPainter, thumb: QRect, *, selected: bool, focused: bool) -> None:
        if not (selected or focused):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected:
            painter.setPen(QPen(self._color("accent"), RING_WIDTH))
        else:
            painter.setPen(QPen(self._color("focus"), 2, Qt.PenStyle.DashLine))
        around = RING_GAP + RING_WIDTH // 2
        painter.drawRoundedRect(thumb.adjusted(-around - 1, -around - 1, around, around), RADIUS + 2, RADIUS + 2)
        if selected and focused:
            painter.setPen(QPen(self._color("text"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(thumb.adjusted(-1, -1, 0, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _thumb(self, painter: QPainter, thumb: QRect, row: BoardRow, option: QStyleOptionViewItem) -> None:
        image, failure = self._pictures.picture(row), self._pictures.failure(row)
        if failure:
            self._words(painter, thumb, self.tr("Could not draw this. Try again"), option.font, "warn")
        elif image is None:
            self._words(painter, thumb, row.tile.title if row.tile else "", option.font, "muted")
        else:
            painter.setOpacity(LEFT_OUT_STRENGTH if row.tile and row.tile.left_out else 1.0)
            ratio = painter.device().devicePixelRatio()
            if image.width() == round(thumb.width() * ratio):
                # As it is: with one row of pixels more or less than there is room Qt would scale all of it.
                image.setDevicePixelRatio(ratio)
                painter.drawImage(thumb.topLeft(), image, QRect(0, 0, image.width(), round(thumb.height() * ratio)))
            else:
                image.setDevicePixelRatio(1)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(thumb, image)
            painter.setOpacity(1.0)
        if self._pictures.fades(row):
            veil = self._color("base")
            veil.setAlphaF(1 - LEFT_OUT_STRENGTH)
            painter.fillRect(thumb, veil)
        if (photo := self._pictures.unanswered(row)) is not None:
            self._waiting(painter, thumb, photo)
        painter.setPen(QPen(self._color("control" if self._workspace.theme.plain else "divider"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(pixel_aligned(thumb))
        busy = self._pictures.busy(row)
        if busy is not None:
            width = max(8, thumb.width() // 3)
            left = thumb.left() + round(busy * (thumb.width() - width))
            painter.fillRect(QRect(left, thumb.bottom() - BAR_HEIGHT + 1, width, BAR_HEIGHT), self._color("accent"))

    def _waiting(self, painter: QPainter, thumb: QRect, photo: WaitingPhoto) -> None:
        """A photo in its frame that is in no file yet."""
        frame = photo.frame
        place = QRect(
            thumb.left() + round(frame.x() * thumb.width()),
            thumb.top() + round(frame.y() * thumb.height()),
            round(frame.width() * thumb.width()),
            round(frame.height() * thumb.height()),
        )
        mark = self._workspace.icon("circle-question-mark", "warn")
        paint_waiting(painter, place, photo.image, self._color("base"), mark)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _words(self, painter: QPainter, thumb: QRect, words: str, font: QFont, token: str) -> None:
        painter.fillRect(thumb, self._color("base"))
        painter.setFont(font)
        painter.setPen(self._color(token))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.setClipRect(thumb)
        painter.drawText(thumb.adjusted(6, 4, -6, -4), flags, words)
        painter.setClipping(False)

    def _more(self, painter: QPainter, thumb: QRect, row: BoardRow, option: QStyleOptionViewItem) -> None:
        painter.setPen(QPen(self._color("control"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(pixel_aligned(thumb))
        everything = self._pictures.is_expanded(row)
        icon = self._workspace.icon("chevron-up" if everything else "chevron-right", "accent")
        size = max(16, QFontMetrics(option.font).height() - 2)
        # Where pieces have shapes, more is shown than the heading counts: a number would be one too many.
        counted = not has_switch(row.section) and row.section.medium != "week"
        words = self.tr("All {count}").format(count=row.count) if counted else self.tr("Show all")
        words = self.tr("One row") if everything else words
        line = QFontMetrics(option.font).height()
        top = thumb.center().y() - (size + 2 * line) // 2
        icon.paint(painter, QRect(thumb.center().x() - size // 2, top, size, size))
        painter.setPen(self._color("accent"))
        box = QRect(thumb.left() + 2, top + size + 2, thumb.width() - 4, 2 * line)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box, flags, words)

    def _caption(self, painter: QPainter, thumb: QRect, row: BoardRow, option: QStyleOptionViewItem) -> None:
        tile = row.tile
        if tile is None:
            return
        metrics = QFontMetrics(option.font)
        cell = option.rect
        box = QRect(cell.left(), thumb.bottom() + CAPTION_GAP, cell.width(), metrics.height())
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.setFont(option.font)
        meta = tile.note if tile.kind else ""
        tick = self._pictures.tick(row)
        if tick is not None:
            self._box(painter, box_rect(thumb, metrics.height(), mirrored=mirrored), tick)
        room = box.width() - (metrics.horizontalAdvance(meta) + 8 if meta else 0)
        marks = list(self._marks(row))
        size = max(14, metrics.ascent())
        room -= len(marks) * (size + MARK_GAP)
        words = tile.kind or tile.note
        title = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self._color("muted" if tile.left_out else "text"))
        painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter), title)
        used = metrics.horizontalAdvance(title) + MARK_GAP
        for icon, token in marks:
            left = box.right() - used - size if mirrored else box.left() + used
            self._workspace.icon(icon, token).paint(
                painter, QRect(QPoint(left, box.center().y() - size // 2), QSize(size, size))
            )
            used += size + MARK_GAP
        if meta:
            other = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.setPen(self._color("muted"))
            painter.drawText(box, int(other | Qt.AlignmentFlag.AlignVCenter), meta)
        if row.reason and self._pictures.flat():
            painter.setPen(self._color("warn"))
            reason = metrics.elidedText(row.reason, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box.translated(0, metrics.height()), int(align | Qt.AlignmentFlag.AlignVCenter), reason)

    def _box(self, painter: QPainter, place: QRect, tick: Qt.CheckState) -> None:
        """A box like those of the panel; in high contrast an outline."""
        on, plain = tick != Qt.CheckState.Unchecked, self._workspace.theme.plain
        filled = on and not plain
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color("accent" if filled else "text" if plain else "control"), 2 if plain else 1))
        painter.setBrush(self._color("accent" if filled else "base"))
        painter.drawRoundedRect(pixel_aligned(place), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if on:
            name = "check" if tick == Qt.CheckState.Checked else "minus"
            icon = self._workspace.icon(name, "on_accent" if filled else "text")
            icon.paint(painter, place.adjusted(1, 1, -1, -1))

    def _marks(self, row: BoardRow) -> Iterator[tuple[str, str]]:
        tile = row.tile
        if tile is None:
            return
        if tile.left_out:
            yield "eye-off", "muted"
        if tile.changed and not tile.left_out:
            yield "pencil", "accent"
        if tile.locked:
            yield "lock", "muted"
        if row.reason:
            yield "triangle-alert", "warn"
