"""The menu of a text that somebody types in: what fields have in theirs, then what only words on a picture have."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from htpm_studio.gui.features.editor.text_bar import TextBar
from htpm_studio.gui.features.editor.typing import Typing

KEYS = QKeySequence.StandardKey


class TextMenu(QMenu):
    """Goes when it is closed."""

    def __init__(self, typing: Typing, bar: TextBar) -> None:
        super().__init__(bar)
        mirror = typing.mirror
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first, last = mirror.selection()
        marked = first < last
        field = (
            (self.tr("Cu&t"), KEYS.Cut, mirror.cut, marked),
            (self.tr("&Copy"), KEYS.Copy, mirror.copy, marked),
            (self.tr("&Paste"), KEYS.Paste, mirror.paste, mirror.canPaste()),
            (self.tr("Select &all"), KEYS.SelectAll, mirror.selectAll, bool(mirror.words())),
        )
        for words, key, act, there in field:
            action = self.addAction(words)
            action.triggered.connect(act)
            action.setShortcut(key)
            action.setEnabled(there)
        self.addSeparator()
        for button in bar.buttons:
            action = self.addAction(button.text(), button.click)
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())


def show_text_menu(typing: Typing, bar: TextBar, place: QPoint) -> None:
    """Show the menu of the text with the caret at a point of the screen."""
    TextMenu(typing, bar).popup(place)
