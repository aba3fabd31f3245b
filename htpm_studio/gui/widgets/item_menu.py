"""Which item of a list, table or tree a menu is asked for: the one rule of all of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView


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
