"""Words from another program, dragged or copied as text or as a text file, and the places that take them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRect
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QKeyEvent, QKeySequence

from htpm_studio.errors import InputError, StudioError, msg
from htpm_studio.export.texts.posting import read_post_text
from htpm_studio.gui.i18n.translate import told
from htpm_studio.project.codec import MAX_TEXT

ENDING = ".txt"


class WordSpot(NamedTuple):
    """A part of a widget that takes words: where it is, what happens to its text, and who does it."""

    rect: QRect
    says: str
    take: Callable[[str], None]


class WordPlace:
    """What a widget that takes words adds, before its Qt class among the bases."""

    @abstractmethod
    def word_spot(self, spot: QPoint) -> WordSpot | None:
        """What takes words at a spot of the widget, if anything does."""


def text_file_in(data: QMimeData) -> Path | None:
    """The text file that is dragged or copied, when it is one alone."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ENDING else None


def has_words(data: QMimeData) -> bool:
    """Whether something is text or a text file; a link or a picture with a text of its own is neither."""
    return text_file_in(data) is not None or (data.hasText() and not data.hasUrls() and not data.hasImage())


def words_in(data: QMimeData) -> str:
    """The words of what `has_words`; raises InputError where they cannot be read or are far too many."""
    path = text_file_in(data)
    words = data.text() if path is None else read_post_text(path)
    if len(words) > MAX_TEXT:
        raise InputError(msg("This is longer than any text of a kit."), "Copy the part that you need.")
    if not words.strip():
        raise InputError(msg("It has no text."), "Copy the text again.")
    return words


class WordField(WordPlace):
    """A field that other words are dropped on as a whole; pasted, a text file gives its words.

    Its class has the signals `left` (end the step of typing) and `refused` (a sentence).
    """

    @abstractmethod
    def put_words(self, words: str) -> None:
        """Put words in place of the marked ones, as if they were typed."""

    def replace_words(self, words: str) -> None:
        """Let the field say something else, as one step."""
        self.left.emit()  # type: ignore[attr-defined]
        self.selectAll()  # type: ignore[attr-defined]
        self.put_words(words)
        self.left.emit()  # type: ignore[attr-defined]

    def word_spot(self, spot: QPoint) -> WordSpot | None:
        """All of the field, while it can be changed."""
        del spot
        if self.isReadOnly():  # type: ignore[attr-defined]
            return None
        says = QCoreApplication.translate("WordField", "Replace this text")
        return WordSpot(self.rect(), says, self.replace_words)  # type: ignore[attr-defined]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Leave what comes from outside to the window, which says what a drop does."""
        if event.source() is None:
            event.ignore()
        else:
            super().dragEnterEvent(event)  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Paste the words of a text file that was copied."""
        data = QGuiApplication.clipboard().mimeData()
        if not event.matches(QKeySequence.StandardKey.Paste) or text_file_in(data) is None:
            super().keyPressEvent(event)  # type: ignore[misc]
        elif not self.isReadOnly():  # type: ignore[attr-defined]
            try:
                self.put_words(words_in(data))
            except StudioError as error:
                self.refused.emit(told(error))  # type: ignore[attr-defined]
