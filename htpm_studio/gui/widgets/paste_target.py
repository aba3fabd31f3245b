"""Widgets that paste by themselves, although the window has the same key."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


class PasteTarget:
    """What such a widget adds, before its Qt class among the bases: Ctrl+V comes to its `keyPressEvent`."""

    def event(self, event: QEvent) -> bool:
        """Keep the key from the window's command."""
        shortcut = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if shortcut and event.matches(QKeySequence.StandardKey.Paste):  # type: ignore[attr-defined]
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc]
