"""Text fields whose undo and redo are those of the kit."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from htpm_studio.gui.core.document import KitDocument


class KitUndo:
    """What such a field adds, before its Qt class among the bases: nothing that was typed is kept twice."""

    _document: KitDocument

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undoes(event):
            event.ignore()
            return False
        return bool(super().event(event))  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Undo and redo the kit's steps where no menu does."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._document.stack.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._document.stack.redo()
        else:
            super().keyPressEvent(event)  # type: ignore[misc]


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
