"""The head of a page that replaces the board: the way back, the title, and room for more."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.fields import MARGIN, icon_button, kind_label


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
