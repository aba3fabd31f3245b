"""Labels: text that is elided, shown whole or not at all, or may break anywhere; and a note on letters no font has."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from htpm_studio.compose.compose_page import listed_letters
from htpm_studio.errors import msg
from htpm_studio.export.preflight.missing_letters import IN_FIELD, lost_letters
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.i18n import translate

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

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        least = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(least, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        del event
        painter = QPainter(self)
        place, ink = self.contentsRect(), self.foregroundRole()
        self.style().drawItemText(
            painter, place, int(self.alignment()), self.palette(), self.isEnabled(), self.shown, ink
        )


class WholeLabel(QLabel):
    """Words that are shown whole or not at all, such as the keys of a button beside it."""

    @property
    def fits(self) -> bool:
        """Whether there is room for all of the words."""
        return self.contentsRect().width() >= self.fontMetrics().horizontalAdvance(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing where the words would be cut."""
        if self.fits:
            super().paintEvent(event)


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


LONGEST_WORD = 24


def breakable(text: str) -> str:
    """A text whose long words may break anywhere, so that a folder's name does not widen a panel."""
    return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", text)


def letters_lost(document: KitDocument) -> Callable[[str], str]:
    """What finds the sentence for letters of a text that pictures and PDF files leave out."""
    return lambda text: letters_note(lost_letters(text, document.resources.fonts))


def letters_note(lost: str) -> str:
    """The sentence for letters that cannot be drawn; "" for none."""
    return translate(msg(IN_FIELD, letters=listed_letters(lost))) if lost else ""
