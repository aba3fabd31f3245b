"""Before there is a list of partner organizations: what it is, how to get one in, and an example."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from htpm_studio.export.atomic_output import write_error
from htpm_studio.export.partners import COLUMN_NAMES, EXAMPLE
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.partners.controller import NAME, PartnersController
from htpm_studio.gui.i18n.translate import told
from htpm_studio.gui.widgets.fields import MARGIN, kind_label, scrolling, themed
from htpm_studio.gui.widgets.file_dialogs import ask_file, ask_target
from htpm_studio.gui.widgets.layouts import FlowRow
from htpm_studio.gui.widgets.panels import title_label

FILTER = "*.csv *.tsv *.txt *.xlsx"


class StartOfList(QWidget):
    """A place to drop a list on, with buttons that do the same."""

    def __init__(self, workspace: Workspace, partners: PartnersController) -> None:
        super().__init__()
        self.workspace, self.controller = workspace, partners
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 32, MARGIN, 32)
        column.setSpacing(12)
        drop = QFrame()
        drop.setProperty("kind", "drop")
        drop.setFrameShape(QFrame.Shape.Box)
        inside = QVBoxLayout(drop)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(12)
        inside.addWidget(title_label(self.tr("Drop a list here, one organization a row")))
        words = self.tr("A table as CSV or Excel file. Its first line names the columns, in any order: {columns}.")
        inside.addWidget(kind_label(words.format(columns=COLUMN_NAMES), "muted", wrap=True))
        words = self.tr("Only the organization is required. Keep logos in the same folder as the list.")
        inside.addWidget(kind_label(words, "muted", wrap=True))
        self.choose, self.example = (
            QPushButton(self.tr("Choose a list…")),
            QPushButton(self.tr("Save an example list…")),
        )
        self.paste = QPushButton(self.tr("Paste a table"))
        self.choose.setProperty("kind", "primary")
        themed(self.workspace, self.choose, "file-input", "on_accent")
        self.choose.clicked.connect(self.choose_list)
        self.example.clicked.connect(self.save_example)
        self.paste.clicked.connect(lambda: self.controller.paste(QGuiApplication.clipboard().text()))
        buttons = QWidget()
        row = FlowRow(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.choose, self.paste, self.example):
            row.addWidget(button)
        inside.addWidget(buttons)
        self.trouble = kind_label("", "error", wrap=True)
        inside.addWidget(self.trouble)
        column.addWidget(drop)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))

    def choose_list(self) -> None:
        """Ask for a list."""
        words = self.tr("Lists ({endings})").format(endings=FILTER)
        chosen = ask_file(self.workspace, self, "table", self.tr("List of organizations"), words)
        if chosen is not None:
            self.controller.load(chosen)

    def save_example(self) -> None:
        """Write a list with three rows to start from."""
        title = self.tr("Save an example list")
        chosen = ask_target(self.workspace, self, "table", title, NAME, "CSV (*.csv)")
        if chosen is None:
            return
        try:
            chosen.write_text(EXAMPLE, encoding="utf-8")
        except OSError as error:
            self.workspace.toast(told(write_error(error, chosen)))
        else:
            self.workspace.toast(self.tr("Saved {name}. Open it in a spreadsheet program.").format(name=chosen.name))
