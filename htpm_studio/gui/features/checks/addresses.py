"""The web addresses that a check is about, a line each: open it, copy it, and tick it off by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.export.preflight.model import WebAddress
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.open_file import open_address

FIRST = 3
LEAST_LETTERS = 12


class AddressButton(QPushButton):
    """An address as a link; what does not fit is cut in the middle, and the tooltip has all of it."""

    def __init__(self, link: WebAddress, parent: QWidget) -> None:
        super().__init__(parent)
        self.link = link
        self.setProperty("kind", "link")
        self.setStyleSheet("text-align: left;")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Open {address}").format(address=link.address))
        self.setToolTip(self.tr("Open {address}").format(address=link.url))
        self.setText(link.address)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few letters."""
        return QSize(LEAST_LETTERS * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    @property
    def shown(self) -> str:
        """What there is room for."""
        room = self.width() - (self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text()))
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw what fits."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class AddressLine(QWidget):
    """One address: a click opens it in the browser; then it can be ticked off."""

    def __init__(self, workspace: Workspace, link: WebAddress, check: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.link = workspace, link
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.open = AddressButton(link, self)
        self.open.clicked.connect(lambda: open_address(workspace, link.url))
        row.addWidget(self.open, 1)
        self.copy = self._tool(self.tr("Copy {address}"))
        self.copy.clicked.connect(self._copy)
        self.tick = self._tool(self.tr("Mark as checked: {address}"))
        self.tick.clicked.connect(lambda: check(link.mark))
        self.tick.setVisible(bool(link.mark))
        row.addWidget(self.copy)
        row.addWidget(self.tick)
        self.restyle()

    def _tool(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(words.format(address=self.link.address))
        button.setAccessibleName(button.toolTip())
        return button

    def restyle(self) -> None:
        """Draw the signs in the colors of the theme."""
        self.copy.setIcon(self.workspace.icon("copy"))
        self.tick.setIcon(self.workspace.icon("check"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.link.url)
        self.workspace.toast(self.tr("{address} was copied.").format(address=self.link.address))


class Addresses(QWidget):
    """The first few lines, and a button that shows the rest; lines that stay keep their place and the focus."""

    checked = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.lines: list[AddressLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(0)
        self.more = QPushButton(self)
        self.more.setProperty("kind", "link")
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _on: self._fold())
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        workspace.theme_changed.connect(self.restyle)

    def show_links(self, links: tuple[WebAddress, ...]) -> None:
        """Show these addresses; if the one with the focus goes, the next one has it."""
        at = next((place for place, line in enumerate(self.lines) if line.tick.hasFocus()), -1)
        kept = {line.link: line for line in self.lines if line.link in links}
        for line in self.lines:
            if line.link not in kept:
                line.hide()
                line.deleteLater()
        self.lines = [kept.get(link) or AddressLine(self.workspace, link, self.checked.emit, self) for link in links]
        for place, line in enumerate(self.lines):
            self._column.insertWidget(place, line)
        self._fold()
        if at >= 0 and self.lines:
            self.lines[min(at, len(self.lines) - 1)].tick.setFocus()

    def restyle(self) -> None:
        """Draw the signs in the colors of the theme."""
        for line in self.lines:
            line.restyle()

    def _fold(self) -> None:
        rest = len(self.lines) - FIRST
        for place, line in enumerate(self.lines):
            line.setVisible(place < FIRST or self.more.isChecked())
        self.more.setVisible(rest > 0)
        self.more.setText(self.tr("Show fewer") if self.more.isChecked() else self.tr("{n} more").format(n=rest))
