"""The texts of a piece of words as fields: each with its state and the way back to the kit's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from htpm_studio.export.kit import Kit
from htpm_studio.export.texts.posting import CAPTION
from htpm_studio.export.texts.texts import WordText
from htpm_studio.gui.components.official_fields import OfficialBlock
from htpm_studio.gui.components.text_fields import FieldRow, Lines, clean_lines, clean_notes
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.translate import translate
from htpm_studio.gui.widgets.fields import kind_label
from htpm_studio.project.model import clean_text

CONTEXT = "WordsFields"
MOST_LINES = 24
ABOVE = 2
"""How many widgets are above the fields: how it is done, and who signs the proclamation."""


def name_of(text: WordText, kit: Kit) -> str:
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
        editor = Lines(self._workspace.document, clean, least=1)
        editor.most = MOST_LINES
        editor.setPlaceholderText("" if text.needed else self.tr("Removed"))
        row = FieldRow(self._workspace, name_of(text, kit), editor)
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
