"""What tests share that open menus on items and drag them."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget


def ask_menu_at(widget: QWidget, spot: QPoint) -> None:
    """Ask for the menu at a spot, as the window system does after a click with the right button."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, event)
