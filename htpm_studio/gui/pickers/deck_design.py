"""The design of the decks: the kit's own, or that of a presentation of the user's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from htpm_studio.errors import InputError
from htpm_studio.export.decks.deck_template_file import ENDINGS, open_deck_template
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.widgets.fields import WIDEST, buddy, kind_label
from htpm_studio.gui.widgets.files import ask_file


class DeckDesignField(QWidget):
    """Shows which design decks take; a presentation is read before it is believed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.field = QLineEdit()
        self.field.setReadOnly(True)
        self.field.setMaximumWidth(WIDEST)
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose a presentation to use as the design for the decks"))
        self.choose.clicked.connect(self.ask)
        self.own = QPushButton(self.tr("Use the kit's"))
        self.own.clicked.connect(lambda: self.take(""))
        self.problem = kind_label("", "warn", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.choose)
        row.addWidget(self.own)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(buddy(self.tr("Design of the decks"), self.field))
        column.addLayout(row)
        column.addWidget(self.problem)
        workspace.settings_changed.connect(lambda *_: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        path = self.workspace.settings.reference_deck
        self.field.setText(Path(path).name if path else self.tr("This kit's own"))
        self.field.setToolTip(path or self.tr("Use the master, fonts and colors of your own PowerPoint file."))
        self.own.setVisible(bool(path))
        self.problem.setVisible(bool(self.problem.text()))

    def ask(self) -> None:
        """Ask for a presentation."""
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        words = self.tr("PowerPoint files ({kinds})").format(kinds=kinds)
        chosen = ask_file(self.workspace, self, "presentation", self.tr("Presentation with your design"), words)
        if chosen is not None:
            self.take(str(chosen))

    def take(self, path: str) -> None:
        """Use a presentation, or the kit's own design for ""; one that cannot be used is named and changes nothing."""
        try:
            if path:
                open_deck_template(Path(path))
        except InputError as error:
            self.problem.setText(" ".join(translate(text) for text in (error.message, error.hint) if text))
            self.refresh()
            return
        self.problem.setText("")
        self.workspace.set_settings(replace(self.workspace.settings, reference_deck=path))
        self.refresh()
