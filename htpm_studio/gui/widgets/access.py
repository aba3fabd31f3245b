"""How widgets answer keys, menus and screen readers: rows that are one stop of Tab, the kit's undo, paste, roles."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QAccessibleWidget, QApplication, QFrame, QWidget

from htpm_studio.gui.core.document import KitDocument

CHANGES = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.EnabledChange)
WATCHED = (*CHANGES, QEvent.Type.FocusIn, QEvent.Type.KeyPress)
UNDO_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


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


def asked_for(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """The item under the pointer, by key the one with the focus, and the point of the screen for its menu.

    The index is invalid beside all items: there a menu of some other item would be a surprise.
    """
    if event.reason() != QContextMenuEvent.Reason.Keyboard:
        return view.indexAt(event.pos()), event.globalPos()
    index = view.currentIndex()
    if index.isValid():
        view.scrollTo(index)
    return index, view.viewport().mapToGlobal(view.visualRect(index).center())


class PasteTarget(QObject):
    """Lets Ctrl+V come to the `keyPressEvent` of a widget, although the window has the same key."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the key from the window's command."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        event.accept()
        return True


class KitUndo(QObject):
    """Lets undo and redo in a field be those of the kit: nothing that was typed is kept twice."""

    def __init__(self, document: KitDocument, field: QWidget) -> None:
        super().__init__(field)
        self._document = document
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave the keys to the window, and do its steps where no menu does."""
        if event.type() not in UNDO_EVENTS or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if not undo and not event.matches(QKeySequence.StandardKey.Redo):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return True
        step = self._document.stack.undo if undo else self._document.stack.redo
        step()
        event.accept()
        return True


DONE = "roles are spoken"
ATTRIBUTE = "SPOKEN_AS"


def speak_roles(app: QApplication) -> None:
    """Let widgets have the role that their class names, and lines between parts be lines."""
    if not app.property(DONE):
        app.setProperty(DONE, True)
        QAccessible.installFactory(_interface)


def _interface(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    if not isinstance(asked, QWidget):
        return None
    role = getattr(asked, ATTRIBUTE, None)
    if role is None and type(asked) is QFrame and asked.property("kind") == "line":
        role = QAccessible.Role.Separator
    return QAccessibleWidget(asked, role) if role is not None else None
