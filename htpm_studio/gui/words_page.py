"""The page that shows a piece of words, such as the newsletter: to read, to copy, to export."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from htpm_studio.errors import BadInput, StudioError
from htpm_studio.export.copy_orders import inks
from htpm_studio.gui.choices_fields import themed
from htpm_studio.gui.export_job import exporter_of
from htpm_studio.gui.pieces import Tile, words_tile
from htpm_studio.gui.spoken import spoken, told
from htpm_studio.gui.words import document_of, paper, words_of
from htpm_studio.gui.workspace import Workspace

PAUSE_MS = 150
MOST_WIDE = 760
POINTS = 15


class WordsPage(QWidget):
    """Shows the selected piece of words as it is now; what is changed elsewhere is seen here at once."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setProperty("pane", "board")
        self.tile: Tile | None = None
        self.back = QPushButton(self.tr("Board"))
        themed(workspace, self.back, "arrow-left")
        self.title, self.files, self.note = QLabel(), QLabel(), QLabel()
        self.title.setProperty("kind", "head")
        for label in (self.files, self.note):
            label.setProperty("kind", "muted")
        self.note.setWordWrap(True)
        self.copy = QPushButton(self.tr("Copy text"))
        themed(workspace, self.copy, "copy")
        self.export = QPushButton(self.tr("Export this piece"))
        themed(workspace, self.export, "folder-output")
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setMaximumWidth(MOST_WIDE)
        self.browser.setTabChangesFocus(True)
        self._build()
        self.back.clicked.connect(self.go_back)
        self.copy.clicked.connect(self.copy_text)
        self.export.clicked.connect(self.export_piece)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self.refresh)
        for signal in (workspace.document.changed, workspace.document.week_changed, workspace.selection_changed):
            signal.connect(self._changed)

    def refresh(self) -> None:
        """Read the piece anew."""
        self._later.stop()
        chosen = self.workspace.selection[0] if self.workspace.selection else ""
        try:
            kit = self.workspace.document.kit()
            found = words_tile(kit, chosen) or (words_tile(kit, self.tile.piece) if self.tile else None)
            if found is None:
                self.go_back()
                return
            orders = words_of(kit, found)
        except (BadInput, StudioError) as error:
            self.workspace.toast(told(error))
            return
        self.tile = found
        self.title.setText(found.title)
        kinds = sorted({order.format.upper() for order in orders})
        self.files.setText(self.tr("{count} files: {kinds}").format(count=len(orders), kinds=", ".join(kinds)))
        self.note.setText(spoken(orders[0].caption))
        self.browser.setAccessibleName(found.title)
        self.browser.setPalette(paper(inks(kit)))
        words = orders[0].words
        if words is not None:
            place = self.browser.verticalScrollBar().value()
            points = POINTS * self.workspace.settings.text_scale / 100
            document = document_of(words, inks(kit), points)
            document.setParent(self.browser)
            document.setDocumentMargin(28)
            self.browser.setDocument(document)
            self.browser.verticalScrollBar().setValue(place)

    def copy_text(self) -> None:
        """Put all of it on the clipboard, with its headings for programs that know them."""
        document = self.browser.document()
        data = QMimeData()
        data.setText(document.toPlainText())
        data.setHtml(document.toHtml())
        QGuiApplication.clipboard().setMimeData(data)
        self.workspace.toast(self.tr("Copied, {count} characters").format(count=len(document.toPlainText())))

    def export_piece(self) -> None:
        """Write the files of the piece."""
        if self.tile is not None:
            exporter_of(self.workspace).start_pieces((self.tile.piece,))

    def go_back(self) -> None:
        """Back to the board."""
        self.workspace.page_wanted.emit("board")

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self._later.start()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        for widget, stretch in (
            (self.back, 0), (self.title, 0), (self.files, 1), (self.copy, 0), (self.export, 0),
        ):  # fmt: skip
            head.addWidget(widget, stretch)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.browser, 8)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addLayout(middle, 1)

    # ---------------------------------------------------------------- events

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what was selected and changed."""
        super().showEvent(event)
        self.refresh()
        self.browser.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leads back to the board."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
