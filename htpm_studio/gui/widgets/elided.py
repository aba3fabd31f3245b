"""Text that ends in an ellipsis where there is no room for all of it: a line, and a name on few lines."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LEAST_LETTERS = 8


class ElidedLabel(QLabel):
    """Its whole text is in the tooltip and is what a screen reader says."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self.setToolTip(text)

    @property
    def shown(self) -> str:
        """What there is room for."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few letters."""
        least = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(least, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw what fits."""
        del event
        painter = QPainter(self)
        place, ink = self.contentsRect(), self.foregroundRole()
        self.style().drawItemText(
            painter, place, int(self.alignment()), self.palette(), self.isEnabled(), self.shown, ink
        )


def broken_name(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """A name on as many lines as it needs, broken at words; what the last one has no room for is elided."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    whole = [text[start:end].strip() for start, end in pairwise([*starts, len(text)])]
    return tuple(QFontMetrics(font).elidedText(one, Qt.TextElideMode.ElideRight, width) for one in whole)
