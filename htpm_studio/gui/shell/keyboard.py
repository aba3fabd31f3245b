"""Keys that work everywhere in the window: Tab in reading order, and Shift+F10 as the menu key."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def stops(root: QWidget) -> list[QWidget]:
    """All controls below a widget that Tab stops at, row by row.

    A part is finished before the part beside or below it, so that what scrolls keeps its place. An area that only
    scrolls what can be reached itself is no stop, nor is one that has nothing to scroll.
    """
    app = QApplication.instance()
    everything = (
        isinstance(app, QApplication) and app.styleHints().tabFocusBehavior() == Qt.TabFocusBehavior.TabFocusAllControls
    )
    return list(_below(root, Qt.FocusPolicy.TabFocus if everything else Qt.FocusPolicy.StrongFocus))


def step(root: QWidget, *, onward: bool) -> bool:
    """Give the focus to the next stop, or the one before, round and round; False where there is none.

    A control that has just gone or cannot be used any more passes the focus to the one that is nearest to it.
    """
    found, now = stops(root), _focus(root)
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
    while part is not None and part is not root and not (part.isVisible() and stops(part)):
        part = part.parentWidget()
    place = gone.mapTo(root, gone.rect().center())

    def far(one: QWidget) -> int:
        way = one.mapTo(root, one.rect().center()) - place
        return way.manhattanLength()

    return min(stops(part or root), key=far)


def _below(widget: QWidget, policy: Qt.FocusPolicy) -> Iterator[QWidget]:
    shown = [one for one in widget.children() if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()]
    for child in _reading_order(shown, mirrored=widget.layoutDirection() == Qt.LayoutDirection.RightToLeft):
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
