"""A row of controls that is one stop of the Tab key: arrows, Home and End move inside it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

CHANGES = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.EnabledChange)
WATCHED = (*CHANGES, QEvent.Type.FocusIn, QEvent.Type.KeyPress)


class RovingFocus(QObject):
    """Watches the controls of a row; Tab stops at the one that had the focus last."""

    def __init__(self, parent: QWidget, controls: Iterable[QWidget] = ()) -> None:
        super().__init__(parent)
        self._controls: list[QWidget] = []
        self.set_controls(controls)

    def set_controls(self, controls: Iterable[QWidget]) -> None:
        """Watch these from now on, in this order."""
        for old in self._controls:
            old.removeEventFilter(self)
        self._controls = list(controls)
        for number, control in enumerate(self._controls):
            control.installEventFilter(self)
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == 0 else Qt.FocusPolicy.ClickFocus)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Move the focus for an arrow key; remember who has it; let Tab stop at none that cannot take it."""
        kind = event.type()
        if kind not in WATCHED:  # nearly every event: to be drawn, moved, hovered over
            return False
        if kind == QEvent.Type.FocusIn and isinstance(watched, QWidget) and watched in self._controls:
            self._stop_at(watched)
        if kind in CHANGES:
            self._settle()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            goal = self._goal(watched, Qt.Key(event.key()))
            if goal is not None:
                goal.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _settle(self) -> None:
        usable = [one for one in self._controls if one.isVisible() and one.isEnabled()]
        if usable and not any(one.focusPolicy() == Qt.FocusPolicy.StrongFocus for one in usable):
            self._stop_at(usable[0])

    def _stop_at(self, wanted: QWidget) -> None:
        for control in self._controls:
            strong = control is wanted
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def _goal(self, now: QWidget, key: Qt.Key) -> QWidget | None:
        usable = [one for one in self._controls if one.isVisible() and one.isEnabled()]
        if now not in usable:
            return None
        place = usable.index(now)
        mirrored = now.layoutDirection() == Qt.LayoutDirection.RightToLeft
        back, on = (Qt.Key.Key_Right, Qt.Key.Key_Left) if mirrored else (Qt.Key.Key_Left, Qt.Key.Key_Right)
        goals = {back: place - 1, on: place + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(usable) - 1}
        return usable[goals[key] % len(usable)] if key in goals else None
