"""The names on certificates: typed or pasted, one a line, or taken from a list; they stay in this window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.export.certificate_names import names_from_file, names_from_text
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.translate import told
from htpm_studio.gui.widgets.fields import buddy, kind_label, themed
from htpm_studio.gui.widgets.file_dialogs import ask_file

PAUSE_MS = 500
LINES = 4


class CertificateNames(QWidget):
    """A field for names. What cannot be used is said below it, and the names before stay."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(self.tr("One name per line, or paste a column from a spreadsheet"))
        self.field.setFixedHeight(LINES * self.field.fontMetrics().lineSpacing() + 14)
        self.open = QPushButton(self.tr("Open a list…"))
        themed(workspace, self.open, "file-text")
        self.open.clicked.connect(self._ask)
        self.note = kind_label("", "muted", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.take)
        self.field.textChanged.connect(self._pause.start)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(buddy(self.tr("Names on certificates"), self.field))
        column.addWidget(self.field)
        column.addLayout(row)
        column.addWidget(self.note)
        self.take()

    def take(self) -> None:
        """Use the names in the field."""
        self._pause.stop()
        try:
            names = names_from_text(self.field.toPlainText())
        except StudioError as error:
            self._say(told(error))
            return
        self._use(names)

    def take_file(self, path: Path) -> None:
        """Put the names of a list into the field, and use them."""
        try:
            names = names_from_file(path)
        except StudioError as error:
            self._say(told(error))
            return
        self.field.setPlainText("\n".join(names))
        self.take()

    def _ask(self) -> None:
        kinds = self.tr("Lists (*.csv *.txt *.xlsx)")
        if path := ask_file(self.workspace, self, "table", self.tr("A list of names"), kinds):
            self.take_file(path)

    def _use(self, names: tuple[str, ...]) -> None:
        self.workspace.document.name_certificates(names)
        if not names:
            self._say(
                self.tr("Without names, you get one certificate to fill in. Names are never saved in the kit file.")
            )
        elif len(names) == 1:
            self._say(self.tr("1 certificate, also in the next export. The name is never saved in the kit file."))
        else:
            words = self.tr("{n} certificates, also in the next export. The names are never saved in the kit file.")
            self._say(words.format(n=len(names)))

    def _say(self, text: str) -> None:
        self.note.setText(text)
