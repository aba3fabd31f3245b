"""A dialog of pages with tabs and a button that closes it, as large as its text needs: the form of help and about."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from htpm_studio.gui.shell.keyboard import step
from htpm_studio.gui.widgets.dialogs import ScaledDialog


class TabsDialog(QDialog):
    """`letters` wide and `lines` high in the size of text that is set, but not more than the screen has."""

    letters, lines = 80, 30

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(title)

    def finish(self, *buttons: QAbstractButton) -> None:
        """Lay out what was added to `tabs`, with buttons at the left of the foot."""
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        for button in buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        self.resize(self.sizeHint())
        ScaledDialog(self)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802
        """Tab stops at what can be used, and at a page of words only where it scrolls."""
        return step(self, onward=onward)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the longest lines."""
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableSize()
        return QSize(min(letter * self.letters, room.width() - 40), min(line * self.lines, room.height() - 60))
