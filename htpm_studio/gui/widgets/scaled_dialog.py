"""Windows beside the main one: each there once, and as large in letters when the size of text changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QDialog

EDGE = 20
D = TypeVar("D", bound=QDialog)


class ScaledDialog(QObject):
    """Resizes a dialog with its text, at once, and keeps it on the screen."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog, self._letter = dialog, dialog.fontMetrics().height()
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fit when the layouts have heard of the new text too."""
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the dialog the size that it had, counted in letters."""
        dialog, letter = self._dialog, self._dialog.fontMetrics().height()
        if letter == self._letter:
            return
        part, self._letter = letter / self._letter, letter
        room = dialog.screen().availableGeometry().adjusted(EDGE, EDGE, -EDGE, -2 * EDGE)
        size = (dialog.size() * part).expandedTo(dialog.sizeHint()).boundedTo(room.size())
        place = QRect(dialog.pos(), size)
        place.moveLeft(max(room.left(), min(place.left(), room.right() - size.width())))
        place.moveTop(max(room.top(), min(place.top(), room.bottom() - size.height())))
        dialog.resize(size)
        dialog.move(place.topLeft())


class SingleDialog(Generic[D]):
    """A dialog that is made when it is first wanted, and brought to the front when it is wanted again."""

    def __init__(self, make: Callable[[], D]) -> None:
        self._make = make
        self._dialog: D | None = None

    def show(self, prepare: Callable[[D], object] = lambda _dialog: None) -> None:
        """Show the dialog, once it is prepared."""
        dialog = self._dialog = self._dialog or self._make()
        prepare(dialog)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
