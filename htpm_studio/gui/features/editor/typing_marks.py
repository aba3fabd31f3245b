"""What is painted over a text that somebody types in: a frame, the selection, the caret, and a sentence below."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsView

from htpm_studio.frozen import dataclass
from htpm_studio.gui.features.editor.overlays import to_qrect
from htpm_studio.scene.caret import ABOVE, BELOW, PlacedText
from htpm_studio.units import Box

FRAME, AMBER, FIXED = QColor("#0B63CE"), QColor("#8A4B00"), QColor("#333A46")
COLORS = {"typing": FRAME, "trouble": AMBER, "fixed": FIXED}
SELECTED = (QColor(255, 255, 255, 70), QColor(11, 99, 206, 110))
"""Two layers, so that a selection shows on light and dark alike."""

EDGE, INSET, WIDEST = 6, 10, 420


@dataclass(frozen=True, slots=True)
class Marks:
    """A text with the caret, the letters that are selected or still composed, and what is to be said about it."""

    text: PlacedText
    caret: Box | None = None
    selected: tuple[Box, ...] = ()
    composed: tuple[Box, ...] = ()
    sentence: str = ""
    kind: Literal["typing", "trouble", "fixed"] = "typing"

    @property
    def area(self) -> QRectF:
        """The room of its lines, as wide as its box."""
        block = self.text.block
        size, area = block.style.size, to_qrect(block.box)
        if not block.lines:
            return area
        left = min(area.left(), *(line.x for line in block.lines))
        right = max(area.right(), *(line.x + line.width for line in block.lines))
        top = block.lines[0].baseline - ABOVE * size
        return QRectF(left, top, right - left, block.lines[-1].baseline + BELOW * size - top)


def paint_marks(painter: QPainter, marks: Marks, view: QGraphicsView, *, lit: bool) -> None:
    """Paint in points of the page; a caret is there while it is `lit`."""
    scale = abs(view.transform().m11())
    painter.save()
    for turn in marks.text.turns:
        painter.translate(turn.x, turn.y)
        painter.rotate(turn.degrees)
        painter.translate(-turn.x, -turn.y)
    edge = EDGE / scale
    area = marks.area.adjusted(-edge, -edge, edge, edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    dashes = Qt.PenStyle.DashLine if marks.kind == "fixed" else Qt.PenStyle.SolidLine
    for color, wide, style in ((QColor("white"), 4, Qt.PenStyle.SolidLine), (COLORS[marks.kind], 2, dashes)):
        painter.setPen(QPen(color, wide / scale, style))
        painter.drawRoundedRect(area, 4 / scale, 4 / scale)
    painter.setPen(Qt.PenStyle.NoPen)
    for color in SELECTED:
        for box in marks.selected:
            painter.fillRect(to_qrect(box), color)
    for box in marks.composed:
        painter.fillRect(QRectF(box.x, box.bottom, box.width, 3 / scale), QColor("white"))
        painter.fillRect(QRectF(box.x, box.bottom, box.width, 2 / scale), FRAME)
    if marks.caret is not None and lit:
        box = marks.caret
        for color, wide in ((QColor("white"), 4), (QColor("#111827"), 2)):
            painter.fillRect(QRectF(box.x - wide / 2 / scale, box.y, wide / scale, box.height), color)
    spot = painter.transform().map(area.bottomLeft())
    painter.restore()
    if marks.sentence:
        _say(painter, marks.sentence, COLORS[marks.kind], view, (spot.x(), spot.y()))


def _say(painter: QPainter, words: str, color: QColor, view: QGraphicsView, spot: tuple[float, float]) -> None:
    """A sentence below a text, above it where there is no room below."""
    painter.save()
    painter.resetTransform()
    painter.setFont(view.font())
    room = QRectF(view.viewport().rect()).adjusted(4, 4, -4, -4)
    most = QRectF(0, 0, min(WIDEST, room.width()) - 2 * INSET, room.height())
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
    needed = QRectF(painter.boundingRect(most, flags, words)).adjusted(0, 0, 2 * INSET, INSET)
    x = max(room.left(), min(spot[0], room.right() - needed.width()))
    y = max(room.top(), min(spot[1] + 4, room.bottom() - needed.height()))
    box = QRectF(x, y, needed.width(), needed.height())
    painter.setPen(QPen(QColor("white"), 1))
    painter.setBrush(color)
    painter.drawRoundedRect(box, 5, 5)
    painter.drawText(box.adjusted(INSET, INSET / 2, 0, 0), flags, words)
    painter.restore()
