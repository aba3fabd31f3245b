"""The page of a piece of words, such as the newsletter: to read and change, to copy, to export."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from htpm_studio.errors import InputError, StudioError
from htpm_studio.export.kit import Kit
from htpm_studio.export.texts.orders import inks
from htpm_studio.export.texts.texts import word_texts
from htpm_studio.gui.components.exporter import Exporter
from htpm_studio.gui.components.text_pieces import document_of, paper, places_of, words_of
from htpm_studio.gui.core.pieces import Tile, words_tile
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.texts.fields import WordsFields
from htpm_studio.gui.i18n.translate import told, translate
from htpm_studio.gui.widgets.fields import put_icon, themed
from htpm_studio.gui.widgets.flow_row import FlowRow
from htpm_studio.gui.widgets.two_panes import TwoPanes
from htpm_studio.scene.writing import Words

PAUSE_MS = 150
LEAST_FIELDS, FIELDS, NARROW, LOW = 300, 400, 640, 420
POINTS = 15


class WordsPage(QWidget):
    """Shows the selected piece of words as it is now; what is changed elsewhere is seen here at once."""

    def __init__(self, workspace: Workspace, exporter: Exporter) -> None:
        super().__init__()
        self.workspace, self._exporter = workspace, exporter
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
        self.turn = QPushButton()
        self.turn.hide()
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setTabChangesFocus(True)
        self.browser.viewport().installEventFilter(self)
        self.fields = WordsFields(workspace)
        self._keys: dict[int, tuple[str, ...]] = {}
        self._entered: tuple[str, ...] = ()
        self._build()
        self.back.clicked.connect(self.go_back)
        self.copy.clicked.connect(self.copy_text)
        self.export.clicked.connect(self.export_piece)
        self.turn.clicked.connect(lambda: self.turn_to_fields(not self.panes.second_shown))
        self.fields.entered.connect(self._show_entered)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self.refresh)
        document = workspace.document
        for signal in (document.changed, document.week_changed, workspace.selection_changed, workspace.opened):
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
            orders, texts = words_of(kit, found), word_texts(kit, found.piece)
        except (InputError, StudioError) as error:
            self.workspace.toast(told(error))
            return
        if self.tile is None or self.tile.piece != found.piece:
            self.fields.verticalScrollBar().setValue(0)
            self.browser.verticalScrollBar().setValue(0)
        self.tile = found
        self.title.setText(found.title)
        kinds = sorted({order.format.upper() for order in orders})
        self.files.setText(self.tr("{count} files: {kinds}").format(count=len(orders), kinds=", ".join(kinds)))
        self.note.setText(translate(orders[0].caption))
        self.browser.setAccessibleName(found.title)
        self.browser.setStyleSheet(paper(inks(kit)))
        if orders[0].words is not None:
            self._show_words(orders[0].words, kit)
        self.fields.official.show_for(found.piece)
        self.fields.show_texts(texts, kit)
        self._show_entered(self._entered)
        self._enter_wanted()

    def _show_words(self, words: Words, kit: Kit) -> None:
        place = self.browser.verticalScrollBar().value()
        points = POINTS * self.workspace.settings.text_scale / 100
        document = document_of(words, inks(kit), points)
        document.setParent(self.browser)
        document.setDocumentMargin(28)
        self.browser.setDocument(document)
        self.browser.verticalScrollBar().setValue(place)
        self._keys = places_of(words, document, self.tile.piece if self.tile else "")

    def _show_entered(self, key: tuple[str, ...]) -> None:
        """Mark the paragraph whose words are being changed."""
        self._entered = key
        marks: list[QTextEdit.ExtraSelection] = []
        for number in [number for number, other in self._keys.items() if other == key]:
            cursor = QTextCursor(self.browser.document().findBlockByNumber(number))
            if not marks and not self.browser.viewport().rect().contains(self.browser.cursorRect(cursor)):
                self.browser.setTextCursor(cursor)
                self.browser.ensureCursorVisible()
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(QColor(inks(self.workspace.document.kit()).soft))
            marks.append(mark)
        self.browser.setExtraSelections(marks)

    def _enter_wanted(self) -> None:
        """Put the cursor into the text that somebody asked for, once."""
        key = self.fields.key_of(*self.workspace.text_wanted)
        self.workspace.text_wanted = ("", "")
        if key:
            self.panes.turn_to(second=True)
            self.fields.focus_text(key)

    def turn_to_fields(self, on: bool) -> None:
        """Where there is room for one, let it be the fields, or the text as it reads."""
        self.panes.turn_to(second=on)
        row = next(iter(self.fields.rows.values()), None)
        if not on:
            self.browser.setFocus()
        elif row is not None:
            row.editor.setFocus()

    def _arrange(self) -> None:
        """Text and fields beside each other, or one of them where they would be narrow; no note where that is low."""
        scale = self.workspace.settings.text_scale / 100
        if self.width() >= NARROW * scale:
            side = max(round(LEAST_FIELDS * scale), min(round(FIELDS * scale), self.width() * 2 // 5))
            self.fields.setMinimumWidth(round(LEAST_FIELDS * scale))
            self.panes.show_both(Qt.Orientation.Horizontal, (self.width() - side, side))
        else:
            self.fields.setMinimumWidth(LEAST_FIELDS)
            self.panes.show_one()
        self.note.setVisible(self.height() >= LOW * scale)

    def _turned(self) -> None:
        self.turn.setVisible(self.panes.alone)
        self.turn.setText(self.tr("Read it") if self.panes.second_shown else self.tr("Change text"))
        put_icon(self.turn, self.workspace.icon("file-text" if self.panes.second_shown else "pencil"))

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
            self._exporter.start_pieces((self.tile.piece,))

    def go_back(self) -> None:
        """Back to the board."""
        self.workspace.page_wanted.emit("board")

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self._later.start()

    def _build(self) -> None:
        head = FlowRow(top := QWidget(self), 10)
        for widget in (self.back, self.title, self.files, self.turn, self.copy, self.export):
            head.addWidget(widget)
        head.setContentsMargins(0, 0, 0, 0)
        self.panes = TwoPanes(self.browser, self.fields, self)
        self.panes.turned.connect(self._turned)
        self.workspace.settings_changed.connect(self._arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        column.addWidget(top)
        column.addWidget(self.note)
        column.addWidget(self.panes, 1)

    # ---------------------------------------------------------------- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A click on a paragraph leads to the field with its words."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            cursor = self.browser.cursorForPosition(event.position().toPoint())
            key = self._keys.get(cursor.blockNumber())
            if key is not None and not self.browser.textCursor().hasSelection():
                self.fields.focus_text(key)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another size may need another arrangement."""
        super().resizeEvent(event)
        if self.width():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what was selected and changed."""
        super().showEvent(event)
        self.browser.setFocus()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leads back to the board."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
