"""Two widgets beside each other, or one at a time where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget


class TwoPanes(QSplitter):
    """`turned` says that there is room for one alone now, or for both again, or that the other one shows."""

    turned = Signal()

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.first, self.second = first, second
        self.alone = self.second_shown = False
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)

    def show_both(self, orientation: Qt.Orientation, sizes: tuple[int, int]) -> None:
        """Show both, beside or below each other."""
        if orientation != self.orientation():
            self.setOrientation(orientation)
        self._settle(alone=False, second=self.second_shown)
        self.setSizes(list(sizes))

    def show_one(self) -> None:
        """Show the one that is wanted."""
        self._settle(alone=True, second=self.second_shown)

    def turn_to(self, *, second: bool) -> None:
        """Let the second one, or the first, be the one that shows where there is room for one."""
        self._settle(alone=self.alone, second=second)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for either of them: with less than both need, one shows."""
        return self.first.minimumSizeHint().expandedTo(self.second.minimumSizeHint())

    def _settle(self, *, alone: bool, second: bool) -> None:
        before = (self.alone, self.second_shown)
        self.alone, self.second_shown = alone, second
        self.first.setVisible(not alone or not second)
        self.second.setVisible(not alone or second)
        if before != (alone, second):
            self.turned.emit()
