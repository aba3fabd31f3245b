"""The bar beside a text that somebody types in: what else can be done with its words."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from htpm_studio.compose.plain_names import size_name
from htpm_studio.gui.features.editor.floating_bar import FloatingBar
from htpm_studio.gui.features.editor.typing import Typing
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.widgets.fields import kind_label


class TextBar(FloatingBar):
    """What can be done with the words that somebody types in, and in how many sizes they fit."""

    def __init__(self, typing: Typing, room: QWidget) -> None:
        super().__init__(room)
        self._typing = typing
        key = QKeySequence(QKeySequence.StandardKey.Bold).toString(QKeySequence.SequenceFormat.NativeText)
        self.emphasis = self.button(
            self.tr("Emphasis"), self.tr("Emphasize the selected words ({key})").format(key=key)
        )
        self.emphasis.setCheckable(True)
        self.break_ = self.button(
            self.tr("Line break"), self.tr("Begin a new line here, in the size that is shown (Shift+Enter)")
        )
        self.only = self.button("", self.tr("Let these words be others in this size than in the rest"))
        self.only.setCheckable(True)
        self.kit = self.button(self.tr("Kit's words"), self.tr("Let these words say again what the kit says"))
        self.other = self.button("", self.tr("Show the size in which something is missing"))
        self.emphasis.clicked.connect(typing.emphasize)
        self.only.clicked.connect(lambda on: typing.keep_to_size(on=on))
        self.kit.clicked.connect(typing.follow_kit)
        self.other.clicked.connect(typing.show_other)
        self.fits = kind_label("", "muted")
        self.break_.clicked.connect(typing.break_line)
        self.add(self.emphasis, self.break_, self.only, self.kit, self.other, self.fits)
        typing.placed.connect(self._refresh)

    def _refresh(self) -> None:
        typing = self._typing
        field, other = typing.field, typing.other_size
        if field is None:
            self.hide()
            return
        self.emphasis.setChecked(typing.is_emphasized)
        self.only.setChecked(bool(field.size))
        self.only.setText(self.tr("Only in {size}").format(size=translate(size_name(typing.size))))
        if other:
            self.other.setText(self.tr("Show {size}").format(size=translate(size_name(other))))
        self.fits.setText(typing.fits)
        there = {
            self.emphasis: typing.can_emphasize,
            self.break_: " " in typing.mirror.words(),
            self.only: bool(typing.size),
            self.kit: field.changed and not field.size,
            self.other: bool(other),
            self.fits: bool(typing.fits),
        }
        self.show_beside(typing.area(), [part for part, on in there.items() if on], spare=typing.other_areas())
