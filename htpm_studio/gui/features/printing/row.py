"""A handout in the print panel: whether it is wanted, how many, and how much paper that takes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from htpm_studio.gui.widgets.fields import kind_label, link_button, number_field

MOST = 9999


class HandoutRow(QWidget):
    """One handout: a box to tick and how many are wanted."""

    def __init__(self, title: str, count: int, changed: Callable[[], None], alone: Callable[[], None]) -> None:
        super().__init__()
        self.alone = link_button(self.tr("Only this"))
        self.alone.clicked.connect(alone)
        self.box = QCheckBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_title(title)
        self.box.setMinimumHeight(24)
        self.box.toggled.connect(changed)
        self.count = number_field(1, MOST)
        self.count.setValue(count)
        self.count.setAccessibleName(self.tr("How many: {title}").format(title=title))
        self.count.valueChanged.connect(changed)
        self.sheets = kind_label("", "muted", wrap=True)
        row = QGridLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setColumnStretch(0, 1)
        row.addWidget(self.box, 0, 0)
        row.addWidget(self.count, 0, 1)
        row.addWidget(self.sheets, 1, 0)
        row.addWidget(self.alone, 1, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.sheets.setContentsMargins(26, 0, 0, 0)

    def set_title(self, title: str) -> None:
        """Name the handout; what does not fit is cut in the middle."""
        self._title = title
        self.box.setAccessibleName(title)
        self.box.setToolTip(title)
        self.alone.setAccessibleName(self.tr("Only this: {title}").format(title=title))
        room = self.box.width() - 32
        mode = Qt.TextElideMode.ElideMiddle
        self.box.setText(self.box.fontMetrics().elidedText(title, mode, room) if self.isVisible() else title)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as much of the title as there is room for."""
        super().resizeEvent(event)
        self.set_title(self._title)

    def show_sheets(self, each: int, thick: int = 1, paper: str = "", *, both_sides: bool = False) -> int:
        """Say how many sheets of paper that takes when so many lie on one, or one takes so many; return the number.

        `paper` is the name of a paper that is not the one in the printer.
        """
        sheets = -(-self.count.value() // each) * thick
        words = self.tr("1 sheet of paper") if sheets == 1 else self.tr("{sheets} sheets of paper")
        if each > 1:
            words = self.tr("{words}, {each} on each").format(words=words, each=each)
        if paper:
            words = self.tr("{words}, size {paper}").format(words=words, paper=paper)
        if both_sides:
            words = self.tr("{words}, both sides").format(words=words)
        self.sheets.setText(words.format(sheets=sheets))
        self.count.setEnabled(self.box.isChecked())
        return sheets
