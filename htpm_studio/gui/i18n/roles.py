"""What screen readers take a widget for where Qt cannot know it: the widget's class says so in `SPOKEN_AS`."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QFrame, QWidget

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
