"""Words from another program, dragged or copied as text or as a text file, and the places that take them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRect, SignalInstance
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


@runtime_checkable
class WordPlace(Protocol):
    """A widget that takes words."""

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


class WordField(Protocol):
    """A field that other words are dropped on as a whole. `left` ends the step of typing, `refused` has a sentence."""

    @property
    def left(self) -> SignalInstance:
        """Somebody is done with it for now."""

    @property
    def refused(self) -> SignalInstance:
        """Words could not be taken, and why."""

    def rect(self) -> QRect:
        """All of it."""

    def isReadOnly(self) -> bool:  # noqa: N802
        """Whether it can be read but not changed."""

    def selectAll(self) -> None:  # noqa: N802
        """Mark all of its words."""

    def put_words(self, words: str) -> None:
        """Put words in place of the marked ones, as if they were typed."""


def whole_field(field: WordField) -> WordSpot | None:
    """All of a field, while it can be changed; what is dropped there is one step."""

    def replace_words(words: str) -> None:
        field.left.emit()
        field.selectAll()
        field.put_words(words)
        field.left.emit()

    says = QCoreApplication.translate("WordField", "Replace this text")
    return None if field.isReadOnly() else WordSpot(field.rect(), says, replace_words)


def left_to_window(event: QDragEnterEvent) -> bool:
    """Whether something comes from outside and goes to the window, which says what a drop does."""
    if event.source() is None:
        event.ignore()
    return event.source() is None


def pastes_file(field: WordField, event: QKeyEvent) -> bool:
    """Whether the key pastes a text file that was copied, whose words then go into the field."""
    data = QGuiApplication.clipboard().mimeData()
    if not event.matches(QKeySequence.StandardKey.Paste) or text_file_in(data) is None:
        return False
    if not field.isReadOnly():
        try:
            field.put_words(words_in(data))
        except StudioError as error:
            field.refused.emit(told(error))
    return True
