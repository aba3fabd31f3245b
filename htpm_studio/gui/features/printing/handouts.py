"""What is printed: the pieces of an order with their pictures and numbers, and the names on certificates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.export.prints.plan import PrintLine, counted, sheet_words
from htpm_studio.export.sources.certificate_names import names_from_file, names_from_text
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain, translate
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import buddy, icon_button, kind_label, number_field, set_theme_icon
from htpm_studio.gui.widgets.files import ask_file

MOST = 99_999
THUMB = QSize(52, 56)
BESIDE = 52
"""What a field for a number needs beside its digits."""


class OrderRow(QWidget):
    """One piece of an order: its picture, what it is, how many of it, and a button that takes it out."""

    def __init__(self, workspace: Workspace, changed: Callable[[int], None], remove: Callable[[], None]) -> None:
        super().__init__()
        self.workspace = workspace
        self.picture = QLabel()
        self.picture.setFixedSize(THUMB)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.kind = kind_label("", "head", wrap=True)
        self.amount = kind_label("", "muted", wrap=True)
        self.count = number_field(1, MOST)
        self.count.setMaximumWidth(self.count.fontMetrics().horizontalAdvance(str(MOST)) + BESIDE)
        self.count.valueChanged.connect(changed)
        self.remove = icon_button(workspace, "x", "")
        self.remove.clicked.connect(remove)
        words = in_column(STRETCH, self.kind, self.amount, STRETCH, spacing=2)
        in_row(self.picture, (words, 1), self.count, self.remove, inside=self, margins=(0, 6, 0, 6), spacing=8)

    def show_line(self, line: PrintLine, kind: str, other_size: str) -> None:
        """Show how much of it is ordered; `other_size` is a paper that is not the one in the printer."""
        parts = (
            translate(counted(line.spec, line.pieces)),
            translate(sheet_words(line.sheets)),
            other_size.replace(" ", "\u00a0"),
        )
        self.kind.setText(kind)
        self.kind.setToolTip(line.spec.title)
        self.amount.setText(", ".join(part for part in parts if part))
        self.count.blockSignals(True)
        self.count.setValue(line.pieces)
        self.count.blockSignals(False)
        self.count.setEnabled(not line.spec.private)
        self.count.setAccessibleName(self.tr("How many: {title}").format(title=kind))
        self.count.setAccessibleDescription(self.amount.text())
        words = self.tr("Remove: {title}").format(title=kind)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)

    def show_picture(self, image: QImage) -> None:
        """Show a picture of its first page."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(image).scaled(
            THUMB * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter = QPainter(pixmap)
        painter.setPen(QPen(self.workspace.theme.color("divider"), ratio))
        painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))  # White paper would have no edge.
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)


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
        set_theme_icon(workspace, self.open, "file-text")
        self.open.clicked.connect(self._ask)
        self.note = kind_label("", "muted", wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.take)
        self.field.textChanged.connect(self._pause.start)
        row = in_row(self.open, STRETCH)
        in_column(
            buddy(self.tr("Names on certificates"), self.field),
            self.field,
            row,
            self.note,
            inside=self,
            margins=(0, 8, 0, 0),
            spacing=4,
        )
        self.take()

    def take(self) -> None:
        """Use the names in the field."""
        self._pause.stop()
        try:
            names = names_from_text(self.field.toPlainText())
        except StudioError as error:
            self._say(explain(error))
            return
        self._use(names)

    def take_file(self, path: Path) -> None:
        """Put the names of a list into the field, and use them."""
        try:
            names = names_from_file(path)
        except StudioError as error:
            self._say(explain(error))
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
