"""A field that nobody sees: keys, input methods, clipboard and screen readers meet it in place of words on a picture.

Its caret lies below the one that is painted elsewhere. What depends on the lines of the picture it only reports.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from htpm_studio.gui.core.dnd import pastes_file
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.widgets.accessibility import KitUndo
from htpm_studio.project.model import BREAK

WIDE, LEAST = 400, 8
MOST_PASTED = 10_000
"""How many letters of what is pasted are taken."""

AWAY: Mapping[int, int] = {Qt.Key.Key_Backspace: -1, Qt.Key.Key_Delete: 0}
"""The keys that take a letter away, and where that is, counted from the caret."""

PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""Why the focus goes to come back."""


def units(text: str, index: int) -> int:
    """A place in a text as Qt counts it, in units of UTF-16."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def letters(text: str, index: int) -> int:
    """A place as Qt counts it as a number of letters."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * index].decode("utf-16-le", "ignore"))


class Mirror(QPlainTextEdit):
    """The words of one text, in one line; undo and redo are those of the kit.

    `lines(by, extend)` asks for the same place in a line further up or down, `ends(start, extend)` for the start or end
    of a line, `stepped(by)` for another text, `entered` for what Enter does, `broken` for a line break, `joined` for
    what Backspace does at the start. `composing` says that an input method has letters that are not finished,
    `pasted` has lines after the first, `left` says that the focus is elsewhere, and `menu_asked(place)` asks for the
    menu of the text at a point of the screen.
    """

    lines = Signal(int, bool)
    ends = Signal(bool, bool)
    stepped = Signal(int)
    entered = Signal()
    joined = Signal()
    broken = Signal()
    ended = Signal()
    composing = Signal()
    emphasized = Signal()
    pasted = Signal(object)
    refused = Signal(str)
    left = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, document: KitDocument, parent: QWidget) -> None:
        super().__init__(parent)
        KitUndo(document, self)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setAcceptDrops(False)
        for one in (self, self.viewport()):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            one.setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("background: transparent; border: none; padding: 0; margin: 0; min-height: 0")
        self.hide()

    # ---------------------------------------------------------------- words and places, counted in letters

    def words(self) -> str:
        """What it says, without what is still being composed; line breaks are those that the user set."""
        return self.toPlainText().replace("\n", BREAK)

    def place(self) -> int:
        """Where its caret is."""
        return letters(self.words(), self.textCursor().position())

    def selection(self) -> tuple[int, int]:
        """The letters that are selected; both the same where none are."""
        cursor, text = self.textCursor(), self.words()
        return letters(text, cursor.selectionStart()), letters(text, cursor.selectionEnd())

    def put(self, at: int, *, extend: bool = False) -> None:
        """Put the caret before a letter, and select what is between where it was and there."""
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if extend else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(units(self.words(), max(0, at)), mode)
        self.setTextCursor(cursor)

    def select_word(self) -> None:
        """Select the word at the caret."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    def break_line(self) -> None:
        """Put a line break in place of what is selected and of the spaces beside it, between words."""
        if self.can_break:
            self._replace(*self._gap(), BREAK)

    @property
    def can_break(self) -> bool:
        """Whether there are words before and behind the caret."""
        first, last = self._gap()
        return first > 0 and last < len(self.words())

    def _gap(self) -> tuple[int, int]:
        """What is selected, with the spaces beside it."""
        (first, last), text = self.selection(), self.words()
        while last < len(text) and text[last].isspace():
            last += 1
        while first and text[first - 1].isspace():
            first -= 1
        return first, last

    def _replace(self, first: int, last: int, words: str) -> None:
        self.put(first)
        self.put(last, extend=True)
        self.insertPlainText(words)

    def _close_break(self, at: int) -> bool:
        """Put a space in place of a line break at a letter; returns whether there was one."""
        found = at >= 0 and not self.textCursor().hasSelection() and self.words()[at : at + 1] == BREAK
        if found:
            self._replace(at, at + 1, " ")
        return found

    def unfinished(self) -> tuple[int, str]:
        """What an input method has not finished, and where it stands."""
        block = self.textCursor().block()
        layout = block.layout()
        return letters(self.words(), block.position() + max(0, layout.preeditAreaPosition())), layout.preeditAreaText()

    def lie_below(self, x: int, top: int, bottom: int) -> None:
        """Lay the own caret below one that is painted: input methods and magnifiers look for it there."""
        own = self.cursorRect()
        self.setGeometry(x - own.x(), top, WIDE, max(LEAST, bottom - top))

    def put_words(self, words: str) -> None:
        """Put words in place of the marked ones."""
        data = QMimeData()
        data.setText(words)
        self.insertFromMimeData(data)

    # ---------------------------------------------------------------- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the page shows the words."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is being composed shows on the page."""
        super().inputMethodEvent(event)
        self.composing.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words alone; what follows a line break is for whoever has more lines."""
        text = source.text()[:MOST_PASTED]
        first, *rest = text.strip().splitlines() or [""]
        before, behind = (" " if edge == " " else "" for edge in (text[:1], text[-1:]))
        self.insertPlainText(before + " ".join(first.split()) + ("" if rest else behind))
        if rest:
            self.pasted.emit(tuple(rest))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Its menu, by key, is below the caret."""
        self.menu_asked.emit(self.mapToGlobal(self.cursorRect().bottomLeft()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that depend on the lines of the page, and those that leave the text."""
        key, modifiers = event.key(), event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        plain = not modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.stepped.emit(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.broken if shift else self.entered).emit()
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.lines.emit(-1 if key == Qt.Key.Key_Up else 1, shift)
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.ends.emit(key == Qt.Key.Key_Home, shift)
        elif key == Qt.Key.Key_Backspace and not self.textCursor().hasSelection() and not self.place():
            self.joined.emit()
        elif key in AWAY and self._close_break(self.place() + AWAY[key]):
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Bold):
            self.emphasized.emit()
        elif not pastes_file(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The key of emphasis is no command of the window meanwhile."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Bold):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus is elsewhere, not only for a menu or another window."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.left.emit()

    def focusNextPrevChild(self, _onward: bool) -> bool:
        """Tab goes to the next text of the page."""
        return False
