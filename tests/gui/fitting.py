"""What does not fit on a screen, as sentences: words that are cut, controls outside of the window, pages too wide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from htpm_studio.gui.features.checks.row import AddressButton

SLACK, LEAST = 2, 24
SEEN = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractScrollArea)


def misfits(window: QWidget) -> list[str]:
    """What does not fit in a window as it is now."""
    found: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is window:
            found += (f"{problem}: {_name(widget)}" for problem in _problems(widget, window))
    return found


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else widget.accessibleName()
    return f"{type(widget).__name__} {words[:50]!r} in {type(widget.parentWidget()).__name__}"


def _problems(widget: QWidget, window: QWidget) -> Iterator[str]:
    if isinstance(widget.parentWidget(), QLineEdit):
        return  # the signs of a field
    if isinstance(widget, QLabel) and widget.text():
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        yield from _button(widget)
    elif isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox):
        inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        if not inner and widget.minimumSizeHint().height() > widget.height() + SLACK:
            yield "too low"
    elif isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > SLACK:
        yield f"{widget.horizontalScrollBar().maximum()} too narrow"
    if isinstance(widget, SEEN) and not _scrolled(widget):
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if not window.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
            yield f"outside of the window at {place.getRect()}"


def _label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        if label.sizeHint().width() > label.width() + SLACK and not label.toolTip():
            yield f"{label.sizeHint().width() - label.width()} too narrow"
        return
    if label.heightForWidth(label.width()) > label.height() + SLACK:
        yield f"{label.heightForWidth(label.width()) - label.height()} too low"
    words = re.split(r"[\s/\u200b-]+", re.sub("<[^>]*>", "", label.text()))
    widest = max(label.fontMetrics().horizontalAdvance(word) for word in words)
    if widest > label.contentsRect().width() + SLACK and not label.toolTip():
        yield "narrower than a word"


def _button(button: QAbstractButton) -> Iterator[str]:
    needed = button.sizeHint() if isinstance(button, QPushButton | QToolButton) else button.minimumSizeHint()
    # a button that is allowed to be narrower says why; an address is cut in its middle, and its tooltip has all of it
    cut = button.sizePolicy().horizontalPolicy().value == 13 or isinstance(button, AddressButton)
    if needed.width() > button.width() + SLACK and not cut:
        yield f"{needed.width() - button.width()} too narrow"
    if button.fontMetrics().height() > button.height() or button.height() < LEAST:
        yield f"only {button.height()} high"


def _scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent is not None
