"""A slider for a panel that scrolls: the wheel goes on scrolling the panel and never changes a value by accident."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

LEAST_HIGH = 24


class PanelSlider(QSlider):
    """A horizontal slider in percent; `show_percent` moves it without telling anybody."""

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(least, most)
        self.setSingleStep(5)
        self.setPageStep(20)
        self.setMinimumHeight(LEAST_HIGH)
        self.setAccessibleName(name)

    def show_percent(self, percent: int, words: str) -> None:
        """Stand at a value, unless it is being dragged; `words` are what a screen reader says of it."""
        if not self.isSliderDown():
            self.blockSignals(True)
            self.setValue(percent)
            self.blockSignals(False)
        self.setAccessibleDescription(words)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The panel below gets it."""
        event.ignore()
