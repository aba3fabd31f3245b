"""The page of a piece of words, such as the newsletter: its texts as fields, to read, change, copy and export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from htpm_studio.errors import InputError, StudioError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.texts.editable_texts import WordText, word_texts
from htpm_studio.export.texts.file_specs import inks
from htpm_studio.export.texts.planned_posts import CAPTION
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.gui.core.text_preview import paper_style, paragraph_keys, text_document, word_files
from htpm_studio.gui.core.tiles import Tile, words_tile
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain, translate
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.fields import kind_label, put_icon, set_theme_icon
from htpm_studio.gui.widgets.kit_fields import OfficialBlock
from htpm_studio.gui.widgets.layouts import FlowRow, TwoPanes
from htpm_studio.gui.widgets.text_fields import FieldRow, LinesField, clean_lines, clean_notes
from htpm_studio.project.model import clean_text
from htpm_studio.scene.writing import Words

CONTEXT = "WordsFields"
MOST_LINES = 24
ABOVE = 2
"""How many widgets are above the fields: how it is done, and who signs the proclamation."""


def text_name(text: WordText, kit: Kit) -> str:
    """What a text is called, by what it is for."""
    first, _, network = text.fields[0].partition(".")
    if first == "alt":
        return _tr("Description for screen readers")
    if first == CAPTION and network:
        ids = {field.partition(".")[2] for field in text.fields}
        names = [one.name for one in kit.resources.networks.networks if one.id in ids]
        return _tr("Text for {networks}").format(networks=", ".join(names))
    names_of_kinds = {
        "title": _tr("Title"), "lead": _tr("Introduction"), "head": _tr("Heading"), "subhead": _tr("Heading"),
        "item": _tr("Point"), "clause": _tr("Clause"), "call": _tr("Where to find help"), "button": _tr("Button"),
        "sign": _tr("Line to fill in"),
    }  # fmt: skip
    return names_of_kinds.get(text.kind, _tr("Text"))


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


class WordsFields(QScrollArea):
    """One field for every text; those that are still there keep their cursor when others come and go.

    `entered(key)` says which text is being worked on.
    """

    entered = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.rows: dict[tuple[str, ...], FieldRow] = {}
        self._texts: dict[tuple[str, ...], WordText] = {}
        self._heads: list[QLabel] = []
        content = QWidget()
        content.setProperty("pane", "true")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(12, 12, 12, 16)
        self._column.setSpacing(6)
        how = self.tr("Click a paragraph, or change it here. The change goes into every file of this piece.")
        self._column.addWidget(kind_label(how, "muted", wrap=True))
        self.official = OfficialBlock(workspace.document)
        self.official.hide()
        self._column.addWidget(self.official)
        self._column.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text to change"))

    def show_texts(self, texts: Sequence[WordText], kit: Kit) -> None:
        """Show the texts as the kit has them."""
        old, self._texts = list(self._texts), {text.key: text for text in texts}
        if old != list(self._texts):
            self._arrange(texts, kit)
        for key, text in self._texts.items():
            row = self.rows[key]
            row.show_words(text.text, changed=text.changed, locked=False)
            row.counter.setText(f"{len(row.editor.words())}")
            self._warn(row, text, row.editor.words())

    def focus_text(self, key: tuple[str, ...]) -> None:
        """Put the cursor into the field of a text."""
        row = self.rows.get(key)
        if row is not None:
            row.editor.setFocus()
            self.ensureWidgetVisible(row)

    def key_of(self, piece: str, field: str) -> tuple[str, ...]:
        """The text that a field of a piece is part of; () when none is."""
        ways = (field, field.rpartition(".")[0])
        return next((key for way in ways for key in self.rows if key[0] == piece and way in key[1:]), ())

    def _arrange(self, texts: Sequence[WordText], kit: Kit) -> None:
        for head in self._heads:
            self._column.removeWidget(head)
            head.deleteLater()
        self._heads = []
        for key in [key for key in self.rows if key not in self._texts]:
            row = self.rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        under = ""
        for place, text in enumerate(texts):
            if text.under != under and text.kind not in ("head", "subhead"):
                under = text.under
                head = kind_label(under, "head", wrap=True)
                self._heads.append(head)
                self._column.insertWidget(ABOVE + place + len(self._heads) - 1, head)
            row = self.rows.get(text.key) or self._row(text, kit)
            self._column.removeWidget(row)
            self._column.insertWidget(ABOVE + place + len(self._heads), row)

    def _row(self, text: WordText, kit: Kit) -> FieldRow:
        clean = {"within": clean_notes, "paragraphs": clean_lines, "one": clean_text}[text.breaks]
        editor = LinesField(self._workspace.document, clean, least=1)
        editor.most = MOST_LINES
        editor.setPlaceholderText("" if text.needed else self.tr("Removed"))
        row = FieldRow(self._workspace, text_name(text, kit), editor)
        if text.under:
            editor.setAccessibleName(f"{row.name}, {text.under}")
        row.edited.connect(lambda words, key=text.key: self._edit(key, words))
        row.reset.connect(lambda key=text.key: self._reset(key))
        editor.left.connect(lambda key=text.key: self._left(key))
        editor.cursorPositionChanged.connect(lambda key=text.key: self._enter(key))
        self.rows[text.key] = row
        return row

    def _enter(self, key: tuple[str, ...]) -> None:
        row = self.rows.get(key)
        if row is not None and row.editor.hasFocus():
            self.entered.emit(key)

    def _left(self, key: tuple[str, ...]) -> None:
        text = self._texts.get(key)
        if text is not None and text.needed and not self.rows[key].editor.words():
            self.rows[key].editor.set_words(text.text)
            self.rows[key].warn("", over=False)

    def _warn(self, row: FieldRow, text: WordText, words: str) -> None:
        """Say below the field why its words are not used as they are."""
        sentence = translate(text.warning)
        if text.needed and not words:
            sentence = self.tr("If you don't write your own, the kit's text is used.")
        row.warn(sentence, over=bool(sentence))

    def _edit(self, key: tuple[str, ...], words: str) -> None:
        text = self._texts[key]
        self._change(text, words, self.tr("Change {field}").format(field=self.rows[key].name.lower()))
        if text.needed and not words:
            self._warn(self.rows[key], text, words)
        self.rows[key].counter.setText(f"{len(words)}")

    def _reset(self, key: tuple[str, ...]) -> None:
        text, row = self._texts[key], self.rows[key]
        row.editor.set_words(text.kit_text)
        self._change(text, text.kit_text, self.tr("Kit text of {field}").format(field=row.name.lower()))

    def _change(self, text: WordText, words: str, step: str) -> None:
        document = self._workspace.document
        edits = document.project.edits
        for field, said in text.edits(words).items():
            edits = edits.changed(text.piece, field, said)
        document.change(step, replace(document.project, edits=edits), merge="/".join(text.key))


PAUSE_MS = 150
LEAST_FIELDS, FIELDS, NARROW, LOW = 300, 400, 640, 420
POINTS = 15


class WordsPage(QWidget):
    """Shows the selected piece of words as it is now; what is changed elsewhere is seen here at once."""

    def __init__(self, workspace: Workspace, exporter: ExportController) -> None:
        super().__init__()
        self.workspace, self._exporter = workspace, exporter
        self.setProperty("pane", "board")
        self.tile: Tile | None = None
        self.back = QPushButton(self.tr("Board"))
        set_theme_icon(workspace, self.back, "arrow-left")
        self.title, self.files, self.note = QLabel(), QLabel(), QLabel()
        self.title.setProperty("kind", "head")
        for label in (self.files, self.note):
            label.setProperty("kind", "muted")
        self.note.setWordWrap(True)
        self.copy = QPushButton(self.tr("Copy text"))
        set_theme_icon(workspace, self.copy, "copy")
        self.export = QPushButton(self.tr("Export this piece"))
        set_theme_icon(workspace, self.export, "folder-output")
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
        self._later = QTimer(self, singleShot=True, interval=PAUSE_MS)
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
            specs, texts = word_files(kit, found), word_texts(kit, found.piece)
        except (InputError, StudioError) as error:
            self.workspace.toast(explain(error))
            return
        if self.tile is None or self.tile.piece != found.piece:
            self.fields.verticalScrollBar().setValue(0)
            self.browser.verticalScrollBar().setValue(0)
        self.tile = found
        self.title.setText(found.title)
        kinds = sorted({spec.format.upper() for spec in specs})
        self.files.setText(self.tr("{count} files: {kinds}").format(count=len(specs), kinds=", ".join(kinds)))
        self.note.setText(translate(specs[0].caption))
        self.browser.setAccessibleName(found.title)
        self.browser.setStyleSheet(paper_style(inks(kit)))
        if specs[0].words is not None:
            self._show_words(specs[0].words, kit)
        self.fields.official.show_for(found.piece)
        self.fields.show_texts(texts, kit)
        self._show_entered(self._entered)
        self._enter_wanted()

    def _show_words(self, words: Words, kit: Kit) -> None:
        place = self.browser.verticalScrollBar().value()
        points = POINTS * self.workspace.settings.text_scale / 100
        document = text_document(words, inks(kit), points)
        document.setParent(self.browser)
        document.setDocumentMargin(28)
        self.browser.setDocument(document)
        self.browser.verticalScrollBar().setValue(place)
        self._keys = paragraph_keys(words, document, self.tile.piece if self.tile else "")

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
        self.workspace.forget_wanted()
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
        in_column(top, self.note, (self.panes, 1), inside=self, margins=(20, 12, 20, 16), spacing=10)

    # ---------------------------------------------------------------- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a paragraph leads to the field with its words."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            cursor = self.browser.cursorForPosition(event.position().toPoint())
            key = self._keys.get(cursor.blockNumber())
            if key is not None and not self.browser.textCursor().hasSelection():
                self.fields.focus_text(key)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may need another arrangement."""
        super().resizeEvent(event)
        if self.width():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was selected and changed."""
        super().showEvent(event)
        self.browser.setFocus()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the board."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
