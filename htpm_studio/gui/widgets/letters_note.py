"""A note below a field whose text has letters that cannot be drawn, while it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from htpm_studio.compose.build import listed_letters
from htpm_studio.errors import msg
from htpm_studio.export.missing_letters import IN_FIELD, lost_letters
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.i18n.translate import translate
from htpm_studio.project.model import Project


class LettersNote(QLabel):
    """What pictures and PDF files leave out of one text of the project; hidden while that is nothing."""

    def __init__(self, document: KitDocument, read: Callable[[Project], str]) -> None:
        super().__init__()
        self._document, self._read = document, read
        self.setProperty("kind", "warn")
        self.setWordWrap(True)
        document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Look at the text again."""
        lost = lost_letters(self._read(self._document.project), self._document.resources.fonts)
        self.setText(letters_note(lost))
        self.setVisible(bool(lost))


def letters_note(lost: str) -> str:
    """The sentence for letters that cannot be drawn; "" for none."""
    return translate(msg(IN_FIELD, letters=listed_letters(lost))) if lost else ""
