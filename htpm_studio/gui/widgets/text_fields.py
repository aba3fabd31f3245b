"""Fields of the inspector: one text with its label, its state, a counter and a sentence when it is too long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from htpm_studio.gui.core.dnd import WordSpot, left_to_window, pastes_file, whole_field
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.accessibility import KitUndo
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import icon_button, kind_label, restyle
from htpm_studio.project.model import clean_text

MOST_LINES = 8
SPOKEN_FROM = 0.9
PAUSE_MS = 800
ICON = 14


def clean_lines(text: str) -> str:
    """Several lines in NFC without hidden characters; empty lines go."""
    return "\n".join(line for line in map(clean_text, text.split("\n")) if line)


def clean_notes(text: str) -> str:
    """Paragraphs in NFC without hidden characters; an empty line between paragraphs stays."""
    return "\n".join(map(clean_text, text.split("\n"))).strip("\n")


class TypingPause(QTimer):
    """What is typed without a pause of 0.8 s is one step; so is what is typed before a field is left."""

    def __init__(self, document: KitDocument, field: LineField | LinesField) -> None:
        super().__init__(field)
        self.setSingleShot(True)
        self.setInterval(PAUSE_MS)
        self.timeout.connect(document.end_merge)
        field.typed.connect(lambda _text: self.start())
        field.left.connect(self._leave)

    def _leave(self) -> None:
        if self.isActive():
            self.stop()
            self.timeout.emit()


class LineField(QLineEdit):
    """One line of text; undo and redo are those of the kit."""

    typed = Signal(str)
    left = Signal()
    refused = Signal(str)
    most = 1

    def __init__(self, document: KitDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KitUndo(document, self)
        self.pause = TypingPause(document, self)
        self.textEdited.connect(lambda text: self.typed.emit(clean_text(text)))
        self.editingFinished.connect(self.left)
        self.inputRejected.connect(self._refuse)

    def _refuse(self) -> None:
        """Say what a field does silently that is full."""
        words = self.tr("No more than {count} characters fit here. The rest was left out.")
        self.refused.emit(words.format(count=self.maxLength()))

    def words(self) -> str:
        """What it says."""
        return clean_text(self.text())

    def set_words(self, text: str) -> None:
        """Let it say something else, unless it says so already."""
        if self.words() != text:
            self.setText(text)
            self.setCursorPosition(len(text) if self.hasFocus() else 0)

    def put_words(self, words: str) -> None:
        """Put words in place of the marked ones."""
        self.insert(clean_text(words))

    def word_spot(self, spot: QPoint) -> WordSpot | None:
        """All of it."""
        del spot
        return whole_field(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave what comes from outside to the window."""
        if not left_to_window(event):
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste the words of a text file that was copied."""
        if not pastes_file(self, event):
            super().keyPressEvent(event)

    def set_read_only(self, on: bool) -> None:
        """Let it be read but not changed."""
        self.setReadOnly(on)


class LinesField(QPlainTextEdit):
    """A text that grows with its words; Tab leaves it, Ctrl+Tab types a tab, undo is that of the kit."""

    typed = Signal(str)
    left = Signal()
    refused = Signal(str)

    def __init__(
        self,
        document: KitDocument,
        clean: Callable[[str], str] = clean_text,
        least: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        KitUndo(document, self)
        self.pause = TypingPause(document, self)
        self._clean, self._least = clean, least
        self._quiet = False
        self.most = MOST_LINES
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)

    def words(self) -> str:
        """What it says."""
        return self._clean(self.toPlainText())

    def set_words(self, text: str) -> None:
        """Let it say something else, unless it says so already."""
        if self.words() != text:
            self._quiet = True
            self.setPlainText(text)
            self._quiet = False

    def set_read_only(self, on: bool) -> None:
        """Let it be read but not changed."""
        self.setReadOnly(on)

    def put_words(self, words: str) -> None:
        """Put words in place of the marked ones."""
        self.insertPlainText(self._clean(words.replace("\r\n", "\n")))

    def word_spot(self, spot: QPoint) -> WordSpot | None:
        """All of it."""
        del spot
        return whole_field(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave what comes from outside to the window."""
        if not left_to_window(event):
            super().dragEnterEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its words, within bounds."""
        lines = min(self.most, max(self._least, round(self.document().size().height())))
        edges = (
            self.contentsMargins().top() + self.contentsMargins().bottom() + round(2 * self.document().documentMargin())
        )
        return QSize(120, lines * self.fontMetrics().lineSpacing() + edges + 8)

    def minimumSizeHint(self) -> QSize:
        """No lower than its words."""
        return QSize(80, self.sizeHint().height())

    def _changed(self) -> None:
        self.updateGeometry()
        if not self._quiet:
            self.typed.emit(self.words())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab types a tab; Esc is for the page; pasted, a text file gives its words."""
        if event.key() == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.insertPlainText("\t")
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not pastes_file(self, event):
            super().keyPressEvent(event)


class FieldRow(QWidget):
    """Label, state, counter, the text itself, and a sentence below.

    `edited(text)` is emitted while typing, `reset` when the text is to follow the kit again.
    """

    edited = Signal(str)
    reset = Signal()

    def __init__(
        self, workspace: Workspace, name: str, editor: LineField | LinesField, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self.name, self.editor = workspace, name, editor
        self.label = kind_label(name, "muted", wrap=True)
        self.label.setBuddy(editor)
        editor.setAccessibleName(name)
        self._icon = QLabel(self)
        self.state = kind_label("", "muted")
        self.undo_button: QToolButton = icon_button(
            workspace, "rotate-ccw", self.tr("{name}: back to the kit text").format(name=name)
        )
        self.undo_button.setMinimumSize(24, 24)
        self.undo_button.clicked.connect(self.reset)
        self.counter = kind_label("", "muted")
        self.sentence = kind_label("", "warn", wrap=True)
        self.sentence.hide()
        self._lay_out()
        self._spoken = ""
        self.state_name = ""
        """One of "follows", "changed", "own" and "locked"."""
        self.pause = editor.pause
        editor.typed.connect(self.edited)
        editor.refused.connect(workspace.toast)
        workspace.theme_changed.connect(self._dress)

    def _lay_out(self) -> None:
        self._side = QWidget(self)
        self.counter.setContentsMargins(6, 0, 0, 0)
        in_row(
            self._icon,
            self.state,
            self.undo_button,
            (self.counter, 0, Qt.AlignmentFlag.AlignVCenter),
            STRETCH,
            inside=self._side,
            spacing=4,
        )
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(4)
        self._head.addWidget(self.label, 1)
        self._head.addWidget(self._side)
        in_column(self._head, self.editor, self.sentence, inside=self, margins=(0, 4, 0, 0), spacing=2)

    def show_words(self, text: str, *, changed: bool, locked: bool, own: bool = False) -> None:
        """Show what the document says, and its state in words and with an icon; what is `own` follows no kit."""
        if not (self.editor.hasFocus() and self.pause.isActive() and not self.editor.words()):
            self.editor.set_words(text)
        self.editor.set_read_only(locked)
        self.undo_button.setVisible(changed and not locked)
        state = "locked" if locked else "own" if own else "changed" if changed else "follows"
        if state != self.state_name:
            self.state_name = state
            self._dress()

    def show_count(self, words: str, *, spoken: str, over: bool, sentence: str = "", near: bool = False) -> None:
        """Show the counter, and a sentence with a warning frame when there is something to say."""
        self.counter.setText(words)
        self.counter.setVisible(bool(words))
        self._arrange()
        self.counter.setProperty("kind", "warn" if over else "muted")
        restyle(self.counter)
        self.editor.setAccessibleDescription(f"{spoken}. {sentence}" if sentence else spoken)
        said = spoken if over or near else ""
        if said and said != self._spoken and self.editor.hasFocus():
            self._workspace.announce(f"{self.name}: {sentence or spoken}")
        self._spoken = said
        self.warn(sentence if over or sentence else "", over=over)

    def warn(self, sentence: str, *, over: bool) -> None:
        """A sentence under the text, with a frame in the warning color."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        state = "warn" if over else ""
        if self.editor.property("state") != state:
            self.editor.setProperty("state", state)
            restyle(self.editor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another order of the head."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """State and counter go below the label where there is no room beside it."""
        name = self.label.fontMetrics().horizontalAdvance(self.label.text())
        beside = name + self._side.sizeHint().width() + 12 <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._head.direction() != (across if beside else down):
            self._head.setDirection(across if beside else down)

    def _dress(self) -> None:
        look = {
            "changed": ("pencil", "accent", self.tr("changed here")),
            "own": ("pencil", "muted", self.tr("your slide")),
            "locked": ("lock", "muted", self.tr("locked")),
        }
        icon, token, words = look.get(self.state_name, ("", "", ""))
        self._icon.setVisible(bool(icon))
        if icon:
            show_mark(self._icon, self._workspace.icon(icon, token), ICON)
        self.state.setText(words)
        self._arrange()
