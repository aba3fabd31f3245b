"""The speaker notes below a slide on the same screen: as large as they can be, and never cut within a line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

EDGE, AIR = 24, 12
FORMS = ((0.28, 1.8), (0.28, 1.5), (0.28, 1.3), (0.4, 1.3), (0.4, 1.1), (0.55, 1.1), (0.55, 1.0))
"""How much of the height the notes may take, and how much larger than other text they are; the best first."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What is written, in which letters, and how high the strip is."""

    words: str
    font: QFont
    high: int


def fitted(words: str, plain: QFont, room: QSize) -> Notes:
    """The best form that notes fit in; where none does, they end with three dots after a whole word."""
    notes = Notes("", plain, 0)
    for part, step in FORMS:
        font = QFont(plain)
        font.setPointSizeF(plain.pointSizeF() * step)
        notes = Notes(words, font, round(room.height() * part))
        if _fits(notes, words, room.width()):
            return notes
    parts = words.split(" ")
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _fits(notes, _cut(parts, middle), room.width()) else (low, middle - 1)
    return Notes(_cut(parts, low), notes.font, notes.high)


def _cut(parts: list[str], count: int) -> str:
    return " ".join(parts[:count]).rstrip() + " …"


def _fits(notes: Notes, words: str, width: int) -> bool:
    place = QRect(0, 0, width - 2 * EDGE, 0)
    return (
        QFontMetrics(notes.font).boundingRect(place, Qt.TextFlag.TextWordWrap, words).height() <= notes.high - 2 * AIR
    )
