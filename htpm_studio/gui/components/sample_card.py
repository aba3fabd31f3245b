"""A card to choose by what it shows: a small painted sample above its name."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from htpm_studio.project.palette import Palette

RING, GAP, LINE_AIR = 3, 2, 4
"""The ring around the chosen card, its distance from the sample, and the air beside its name, in pixels."""


class SampleCard(QAbstractButton):
    """One of several that exclude each other; what is special about one it paints in `paint_sample`."""

    def __init__(self, name: str, meaning: str, sample: QSize, narrowest: int, lines: int = 1) -> None:
        super().__init__()
        self.meaning = meaning
        self._sample, self._narrowest, self._lines = sample, narrowest, lines
        self._palette: Palette | None = None
        self.setCheckable(True)
        self.setText(name)
        self.setAccessibleDescription(meaning)
        self.setToolTip(meaning)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_palette(self, palette: Palette) -> None:
        """Paint in these colors."""
        if palette != self._palette:
            self._palette = palette
            self.update()

    @abstractmethod
    def paint_sample(self, painter: QPainter, box: QRectF, palette: Palette) -> None:
        """What the card shows, in that box."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """The sample and its name below."""
        words = self._words_high()
        return QSize(self._sample.width(), self._sample.height() + 2 * (RING + GAP) + words)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as its name, or the longest word of one that has several lines."""
        words = self.text().split() if self._lines > 1 else [self.text()]
        name = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0) + LINE_AIR
        return QSize(max(self._narrowest, name), self.sizeHint().height())

    def _words_high(self) -> int:
        return self._lines * self.fontMetrics().height() + LINE_AIR

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The sample, a ring where it is chosen, a dashed one where the focus is, and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, words = RING + GAP, self._words_high()
        box = QRectF(self.rect()).adjusted(room, room, -room, -room - words)
        if self._palette is not None:
            self.paint_sample(painter, box, self._palette)
        colors = self.palette()
        if self.isChecked() or self.hasFocus():
            pen = QPen(colors.highlight().color(), RING if self.isChecked() else 2)
            pen.setStyle(Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 7, 7)
        if self.hasFocus() and self.isChecked():
            painter.setPen(QPen(colors.text().color(), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(-5, -5, 5, 5), 8, 8)
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(colors.windowText().color())
        line = QRectF(0, self.height() - words, self.width(), words)
        self.paint_words(painter, line)

    def paint_words(self, painter: QPainter, line: QRectF) -> None:
        """The name below the sample; one of several lines begins at the top."""
        side = Qt.AlignmentFlag.AlignBottom if self._lines == 1 else Qt.AlignmentFlag.AlignTop
        flags = Qt.AlignmentFlag.AlignHCenter | side
        painter.drawText(line, flags | (Qt.TextFlag.TextWordWrap if self._lines > 1 else flags), self.text())
