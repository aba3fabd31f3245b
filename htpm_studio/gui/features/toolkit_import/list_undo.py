"""Undo of what was decided in the list, wherever the keyboard is in page or panel; the kit's own undo waits for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from htpm_studio.gui.features.toolkit_import.controller import ImportController


class ListUndo:
    """What such a widget adds, before its Qt class among the bases."""

    controller: ImportController

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z from the window while there is something to take back here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes_back(event):
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take the last decision back."""
        if self._takes_back(event):
            self.controller.undo()
        else:
            super().keyPressEvent(event)  # type: ignore[misc]

    def _takes_back(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) and self.controller.can_undo
