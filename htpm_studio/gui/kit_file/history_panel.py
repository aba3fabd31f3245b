"""The side panel of steps: every step by its name, a click goes there; below, the safety copies of the kit."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.gui.core.appearance import list_style
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import clock_words
from htpm_studio.gui.kit_file.file import SafetyCopy
from htpm_studio.gui.kit_file.session import KitSession
from htpm_studio.gui.widgets.fields import close_button


class HistoryPanel(QWidget):
    """Steps of the open kit, the last one at the bottom; steps that were undone are below the marked one."""

    def __init__(self, workspace: Workspace, session: KitSession) -> None:
        super().__init__()
        self._workspace = workspace
        self._session = session
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._steps(), 1)
        self.copies = QWidget(self)
        self._rows = QVBoxLayout(self.copies)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        column.addWidget(self._scrolled(self.copies))
        workspace.theme_changed.connect(self.restyle)
        workspace.saved_changed.connect(self.refresh)
        session.path_changed.connect(self.refresh)
        self.restyle()
        self.refresh()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        title = QLabel(self.tr("History"), self)
        title.setProperty("kind", "title")
        self.close_button = close_button(self._workspace, self.tr("Close history"))
        row.addWidget(title, 1)
        row.addWidget(self.close_button)
        return row

    def _steps(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        note = QLabel(self.tr("Click a step to return to it. Going back loses nothing."), box)
        note.setProperty("kind", "muted")
        note.setWordWrap(True)
        self.view = QUndoView(self._workspace.document.stack, box)
        self.view.setEmptyLabel(self.tr("As it was opened"))
        self.view.setAccessibleName(self.tr("Steps"))
        self.view.setAlternatingRowColors(False)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusProxy(self.view)
        column.addWidget(note)
        column.addWidget(self.view, 1)
        return box

    def _scrolled(self, widget: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Safety copies"))
        widget.setProperty("pane", "true")
        area.setWidget(widget)
        self._area = area
        return area

    def restyle(self) -> None:
        """Take over the colors of the theme."""
        self.view.setStyleSheet(list_style(self._workspace.theme))

    def refresh(self) -> None:
        """Show the safety copies that are there now."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        copies = self._session.copies()
        head = QLabel(self.tr("Safety copies"), self.copies)
        head.setProperty("kind", "head")
        self._rows.addWidget(head)
        if not copies:
            none = QLabel(self.tr("None yet. One is saved about every 10 minutes while you work."), self.copies)
            none.setProperty("kind", "muted")
            none.setWordWrap(True)
            self._rows.addWidget(none)
        for copy in copies:
            self._rows.addWidget(self._button(copy))
        self._rows.addStretch(1)
        rows = min(len(copies), 4) + 2
        self._area.setMaximumHeight(rows * (self.fontMetrics().height() + 24))

    def _button(self, copy: SafetyCopy) -> QPushButton:
        button = QPushButton(self.tr("Go back to {moment}").format(moment=self._moment(copy)), self.copies)
        button.setToolTip(self.tr("The kit as it was then. You can undo this."))
        button.clicked.connect(lambda: self._session.go_back(copy))
        return button

    def _moment(self, copy: SafetyCopy) -> str:
        if copy.at.date() == self._workspace.today:
            return clock_words(copy.at)
        day = QLocale().toString(QDate(copy.at.year, copy.at.month, copy.at.day), QLocale.FormatType.ShortFormat)
        return self.tr("{day}, {time}").format(day=day, time=clock_words(copy.at))
