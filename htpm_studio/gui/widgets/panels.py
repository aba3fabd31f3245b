"""Heads and feet of pages and side panels, fields beside each other, notices."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.fields import MARGIN, buddy, close_button, icon_button, kind_label, pane


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def title_label(text: str) -> QLabel:
    """A title a step larger than the text."""
    return kind_label(text, "page", wrap=True)


class PanelHead(QWidget):
    """The head of a side panel: its title and the button that closes it, named by `close_words`."""

    def __init__(self, workspace: Workspace, title: str = "", close_words: str = "") -> None:
        super().__init__()
        self.setProperty("pane", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 8, 8, 8)
        self.title = kind_label(title, "title", wrap=True)
        self.close_button = close_button(workspace, close_words or _tr("Close the panel"))
        row.addWidget(self.title, 1)
        row.addWidget(self.close_button)


def foot(*widgets: QWidget) -> QWidget:
    """The foot of a side panel: buttons at the left, words that may wrap at the right."""
    part = pane()
    row = QHBoxLayout(part)
    row.setContentsMargins(MARGIN, 10, MARGIN, 10)
    row.setSpacing(12)
    for widget in widgets:
        if isinstance(widget, QLabel):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(widget, 1)
        else:
            row.addWidget(widget)
    if not any(isinstance(widget, QLabel) for widget in widgets):
        row.addStretch(1)
    return part


def beside(*fields: tuple[str, QWidget]) -> QGridLayout:
    """Fields beside each other, each as wide, with their names above."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    for column, (text, field) in enumerate(fields):
        grid.addWidget(buddy(text, field), 0, column)
        grid.addWidget(field, 1, column)
        grid.setColumnStretch(column, 1)
    return grid


def notice(kind: str) -> tuple[QFrame, QHBoxLayout]:
    """A colored box for a sentence or two; it has an outline in high contrast."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.Box)
    frame.setProperty("kind", kind)
    inside = QHBoxLayout(frame)
    inside.setContentsMargins(12, 10, 12, 10)
    inside.setSpacing(10)
    return frame, inside


class PageHead(QWidget):
    """What else is in the head is added to `row`."""

    def __init__(self, workspace: Workspace, title: str) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 8, MARGIN, 8)
        back = icon_button(workspace, "arrow-left", self.tr("Back to board"))
        back.clicked.connect(lambda: workspace.page_wanted.emit("board"))
        self.title = kind_label(title, "page")
        self.row.addWidget(back)
        self.row.addWidget(self.title)
