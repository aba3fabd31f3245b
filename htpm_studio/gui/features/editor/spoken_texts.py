"""The texts of the page as screen readers meet them: each with its name, its words and its place on the picture."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QLabel

from htpm_studio.gui.features.editor.all_words import AllWords, WordsRow
from htpm_studio.gui.features.editor.stage import Stage
from htpm_studio.gui.features.editor.typing import Typing
from htpm_studio.gui.features.editor.typing_marks import Marks


class SpokenText(QLabel):
    """Lies over one text of the page, paints nothing and takes no press."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the page shows the words."""


class SpokenTexts(QObject):
    """Are there while a screen reader is; the text with the caret is spoken by the field below it."""

    def __init__(self, stage: Stage, typing: Typing, words: AllWords) -> None:
        super().__init__(stage)
        self._stage, self._typing, self._words = stage, typing, words
        self.labels: list[SpokenText] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        bars = (stage.horizontalScrollBar().valueChanged, stage.verticalScrollBar().valueChanged)
        for changed in (typing.placed, stage.sharpness_wanted, *bars):
            changed.connect(self.refresh)

    def refresh(self) -> None:
        """Follow the page in a moment, if there is a screen reader."""
        if QAccessible.isActive():
            self._soon.start()

    def _refresh(self) -> None:
        rows = [row for row in self._words.rows() if row.text is not None and row.path not in self._typed]
        while len(self.labels) < len(rows):
            label = SpokenText(self._stage.viewport())
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.labels.append(label)
        for label, row in zip(self.labels, rows, strict=False):
            self._show(label, row)
        for label in self.labels[len(rows) :]:
            label.hide()

    @property
    def _typed(self) -> tuple[str, ...]:
        return (self._typing.path,) if self._typing.active else ()

    def _show(self, label: SpokenText, row: WordsRow) -> None:
        if row.text is None:
            return
        label.setText(row.words)
        label.setAccessibleName(f"{row.label}: {row.words}")
        label.setAccessibleDescription(self._typing.why_fixed(row.text.block) or row.state)
        label.setGeometry(self._stage.mapFromScene(Marks(row.text).area).boundingRect())
        label.lower()
        label.show()
