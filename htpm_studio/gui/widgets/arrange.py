"""What is below and beside each other, said in one place: parts in columns and rows."""

from __future__ import annotations

from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

STRETCH: Final = "stretch"
"""Takes the room that is left."""

Box = TypeVar("Box", bound=QBoxLayout)
Alone = QWidget | QLayout
Part = Alone | str | int | tuple[Alone, int] | tuple[QWidget, int, Qt.AlignmentFlag]
"""A widget or layout, with its share of the room and its side where these are told; or room, in pixels or `STRETCH`."""
Margins = tuple[int, int, int, int]
NONE: Final[Margins] = (0, 0, 0, 0)


def in_column(
    *parts: Part, inside: QWidget | None = None, margins: Margins | None = NONE, spacing: int | None = None
) -> QVBoxLayout:
    """Parts below each other, as the layout of a widget where one is named; None is what the style has."""
    return _filled(QVBoxLayout(), parts, inside, margins, spacing)


def in_row(
    *parts: Part, inside: QWidget | None = None, margins: Margins | None = NONE, spacing: int | None = None
) -> QHBoxLayout:
    """Parts beside each other, as the layout of a widget where one is named; None is what the style has."""
    return _filled(QHBoxLayout(), parts, inside, margins, spacing)


def _filled(
    box: Box, parts: tuple[Part, ...], inside: QWidget | None, margins: Margins | None, spacing: int | None
) -> Box:
    if inside is not None:
        inside.setLayout(box)
    if margins is not None:
        box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    for part in parts:
        match part:
            case QWidget():
                box.addWidget(part)
            case QLayout():
                box.addLayout(part)
            case int():
                box.addSpacing(part)
            case QWidget() as widget, share:
                box.addWidget(widget, share)
            case QLayout() as layout, share:
                box.addLayout(layout, share)
            case QWidget() as widget, share, side:
                box.addWidget(widget, share, side)
            case _:
                box.addStretch(1)
    return box


def at_left(widget: QWidget) -> tuple[QWidget, int, Qt.AlignmentFlag]:
    """A part that is no wider than it needs."""
    return widget, 0, Qt.AlignmentFlag.AlignLeft


def at_top(widget: QWidget) -> tuple[QWidget, int, Qt.AlignmentFlag]:
    """A part that is no higher than it needs."""
    return widget, 0, Qt.AlignmentFlag.AlignTop
