"""The bar beside a text that somebody types in: what else can be done with its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from htpm_studio.compose.plain_names import size_name
from htpm_studio.gui.features.editor.typing import Typing
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.widgets.arrange import in_row
from htpm_studio.gui.widgets.fields import kind_label

GAP = 10


class TextBar(QFrame):
    """Above the frame of the text, or below it; it moves nothing and takes no focus from the words."""

    def __init__(self, typing: Typing, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._typing = typing
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        key = QKeySequence(QKeySequence.StandardKey.Bold).toString(QKeySequence.SequenceFormat.NativeText)
        self.emphasis = self._button(
            self.tr("Emphasis"), self.tr("Emphasize the selected words ({key})").format(key=key)
        )
        self.emphasis.setCheckable(True)
        self.only = self._button("", self.tr("Let these words be others in this size than in the rest"))
        self.only.setCheckable(True)
        self.kit = self._button(self.tr("Kit's words"), self.tr("Let these words say again what the kit says"))
        self.other = self._button("", self.tr("Show the size in which something is missing"))
        self.emphasis.clicked.connect(typing.emphasize)
        self.only.clicked.connect(lambda on: typing.keep_to_size(on=on))
        self.kit.clicked.connect(typing.follow_kit)
        self.other.clicked.connect(typing.show_other)
        self.fits = kind_label("", "muted")
        parts = (self.emphasis, self.only, self.kit, self.other, self.fits)
        self._row = in_row(*parts, inside=self, margins=(4, 4, 8, 4), spacing=4)
        self.hide()
        typing.placed.connect(self._refresh)

    def _button(self, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setText(words)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _refresh(self) -> None:
        typing = self._typing
        field, other = typing.field, typing.other_size
        self.emphasis.setVisible(typing.can_emphasize)
        self.emphasis.setChecked(typing.is_emphasized)
        self.only.setVisible(bool(typing.size))
        self.only.setChecked(field is not None and bool(field.size))
        self.only.setText(self.tr("Only in {size}").format(size=translate(size_name(typing.size))))
        self.kit.setVisible(field is not None and field.changed and not field.size)
        self.other.setVisible(bool(other))
        if other:
            self.other.setText(self.tr("Show {size}").format(size=translate(size_name(other))))
        self.fits.setText(typing.fits)
        self.fits.setVisible(bool(typing.fits))
        parts = (self.emphasis, self.only, self.kit, self.other, self.fits)
        self.setVisible(field is not None and any(not part.isHidden() for part in parts))
        if field is not None:
            self._row.invalidate()
            self.adjustSize()
            self.raise_()
            self._lie_beside(typing.area())

    def _lie_beside(self, area: QRect) -> None:
        room = self._room.rect()
        above = area.top() - GAP - self.height()
        y = above if above >= room.top() else min(area.bottom() + 4 * GAP, room.bottom() - self.height())
        self.move(max(room.left(), min(area.left(), room.right() - self.width())), y)
