"""Shift+F10 as the menu key, which Windows knows by itself and keyboards without that key need elsewhere."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def add_menu_key(window: QWidget) -> None:
    """Let Shift+F10 ask for the menu of what has the focus, in this window and those over it."""
    if sys.platform != "win32":
        key = QShortcut(QKeySequence("Shift+F10"), window)
        key.setContext(Qt.ShortcutContext.ApplicationShortcut)
        key.activated.connect(ask_menu)


def ask_menu() -> None:
    """Ask for the menu of the control with the focus, as the menu key does."""
    focus = QApplication.focusWidget()
    if focus is not None:
        cursor = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        place = QRectF(cursor).toRect().center() if isinstance(cursor, QRect | QRectF) else focus.rect().center()
        spot = focus.mapToGlobal(place)
        QApplication.sendEvent(focus, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, spot))
