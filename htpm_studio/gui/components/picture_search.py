"""Finding a picture: a field for words and a list of groups, above a grid of pictures."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from htpm_studio.gui.components.picture_entries import in_kind, kinds
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.fields import name_clear

LEAST_LETTERS = 14


class WordsField(QLineEdit):
    """Esc empties it, or is given on; Down leads to the pictures."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc and Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class PictureSearch(QWidget):
    """`changed` says that other pictures are wanted, `down` that the grid gets the focus."""

    changed = Signal()
    down = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.field = WordsField()
        self.field.setPlaceholderText(self.tr("Find a picture"))
        self.field.setAccessibleName(self.tr("Find a picture"))
        self.field.setClearButtonEnabled(True)
        name_clear(self.field)
        self._mark = self.field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._mark.setText(self.tr("Find a picture"))
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        self.field.down.connect(self.down)
        self.groups = QComboBox()
        self.groups.setAccessibleName(self.tr("Which pictures"))
        self.groups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.groups.setMinimumContentsLength(LEAST_LETTERS)
        self.groups.activated.connect(lambda _index: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.groups, 1)
        workspace.theme_changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """What was typed."""
        return self.field.text()

    @property
    def kind(self) -> str:
        """The group that was chosen, "" for all."""
        return str(self.groups.currentData() or "")

    def show_groups(self, found: Iterable[str]) -> None:
        """Offer the groups that have pictures, with how many; the chosen one stays."""
        there, chosen = tuple(found), self.kind
        with QSignalBlocker(self.groups):
            self.groups.clear()
            for name, words in kinds():
                count = sum(in_kind(kind, name) for kind in there)
                if count or name in ("", chosen):
                    self.groups.addItem(f"{words} ({count})", name)
            self.groups.setCurrentIndex(max(0, self.groups.findData(chosen)))
        self.groups.view().setMinimumWidth(self.groups.view().sizeHintForColumn(0) + 24)

    def _dress(self) -> None:
        self._mark.setIcon(self._workspace.icon("search", "muted"))
