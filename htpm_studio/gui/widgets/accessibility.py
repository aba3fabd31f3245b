"""How the window answers keys and screen readers: Tab in reading order, rows that are one stop, menu key and roles."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QAccessibleWidget, QApplication, QFrame, QScrollArea, QWidget

from htpm_studio.gui.core.document import KitDocument

CHANGES = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.EnabledChange)
WATCHED = (*CHANGES, QEvent.Type.FocusIn, QEvent.Type.KeyPress)
UNDO_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


@runtime_checkable
class OrderedStops(Protocol):
    """A widget whose parts have an order of their own, where the eye does not go from row to row."""

    def named_stops(self) -> list[QWidget]:
        """Its parts in that order."""


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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
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


def menu_place(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
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

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the key from the window's command."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        event.accept()
        return True


THE_WINDOWS = ("Ctrl+E",)
"""Keys of the window that Qt on Linux takes in a field: this one goes to the end of the line there."""


class KitUndo(QObject):
    """Lets undo and redo in a field be those of the kit: nothing that was typed is kept twice.

    The key that opens Export opens it from a field, too.
    """

    def __init__(self, document: KitDocument, field: QWidget) -> None:
        super().__init__(field)
        self._document = document
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the window, and do its steps where no menu does."""
        if event.type() not in UNDO_EVENTS or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and _sequence(event) in THE_WINDOWS:
            event.ignore()
            return True
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


def _sequence(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


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


def tab_stops(root: QWidget) -> list[QWidget]:
    """All controls below a widget that Tab stops at, row by row.

    A part is finished before the part beside or below it, so that what scrolls keeps its place. An area that only
    scrolls what can be reached itself is no stop, nor is one that has nothing to scroll.
    """
    app = QApplication.instance()
    everything = (
        isinstance(app, QApplication) and app.styleHints().tabFocusBehavior() == Qt.TabFocusBehavior.TabFocusAllControls
    )
    return list(_below(root, Qt.FocusPolicy.TabFocus if everything else Qt.FocusPolicy.StrongFocus))


def focus_next_stop(root: QWidget, *, onward: bool) -> bool:
    """Give the focus to the next stop, or the one before, round and round; False where there is none.

    A control that has just gone or cannot be used any more passes the focus to the one that is nearest to it.
    """
    found, now = tab_stops(root), _focus(root)
    if not found:
        return False
    if now is None or now in found or now is root or not root.isAncestorOf(now):
        start = found.index(now) if now in found else -1 if onward else 0
        goal = found[(start + (1 if onward else -1)) % len(found)]
    else:
        goal = _nearest(now, root)
    goal.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
    _show(goal, root)
    return True


def _focus(root: QWidget) -> QWidget | None:
    """The control with the focus, or while a window of the system closes the one that had it."""
    focus: QWidget | None = QApplication.focusWidget()
    return root.focusWidget() if focus is None else focus


def _nearest(gone: QWidget, root: QWidget) -> QWidget:
    """The stop that is nearest to a control, in the smallest part around it that has one."""
    part: QWidget | None = gone.parentWidget()
    while part is not None and part is not root and not (part.isVisible() and tab_stops(part)):
        part = part.parentWidget()
    place = gone.mapTo(root, gone.rect().center())

    def far(one: QWidget) -> int:
        way = one.mapTo(root, one.rect().center()) - place
        return way.manhattanLength()

    return min(tab_stops(part or root), key=far)


def _below(widget: QWidget, policy: Qt.FocusPolicy) -> Iterator[QWidget]:
    shown = [one for one in widget.children() if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()]
    own = [one for one in widget.named_stops() if one in shown] if isinstance(widget, OrderedStops) else []
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for child in own or _reading_order(shown, mirrored=mirrored):
        inside = list(_below(child, policy))
        if not (isinstance(child, QScrollArea) and (inside or not _scrolls(child))) and _is_stop(child, policy):
            yield child
        yield from inside


def _scrolls(area: QScrollArea) -> bool:
    return any(bar.maximum() > bar.minimum() for bar in (area.verticalScrollBar(), area.horizontalScrollBar()))


def _is_stop(widget: QWidget, policy: Qt.FocusPolicy) -> bool:
    return widget.focusPolicy() & policy == policy and widget.isEnabled() and widget.focusProxy() is None


def _reading_order(widgets: Sequence[QWidget], *, mirrored: bool) -> list[QWidget]:
    """From top to bottom; what shares more than half of its height with the first of a row is in that row."""
    rows: list[list[QWidget]] = []
    for one in sorted(widgets, key=lambda one: (one.y(), one.x())):
        first = rows[-1][0] if rows else None
        shared = 0 if first is None else min(first.y() + first.height(), one.y() + one.height()) - one.y()
        if first is not None and 2 * shared > min(first.height(), one.height()):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [one for row in rows for one in sorted(row, key=lambda one: -one.x() if mirrored else one.x())]


def _show(widget: QWidget, root: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


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
