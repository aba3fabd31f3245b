"""The form that pages of the preferences have: settings below each other, and a few values side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.gui.widgets.buttons import segment

BESIDE_LETTERS = 50
_NONE = Qt.AlignmentFlag(0)


class Rows(QWidget):
    """Settings below each other: words beside the control, or above it where there is no room; a note below."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "true")
        self._form = QFormLayout(self)
        self._form.setContentsMargins(24, 20, 24, 20)
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(18)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        self._last: QVBoxLayout | None = None

    def row(self, words: str, control: QWidget, note: str, buddy: QWidget | None = None) -> None:
        """Add a setting; `buddy` is the part of the control that takes the keyboard."""
        box = QWidget()
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = self._last = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft if isinstance(control, QPushButton) else _NONE)
        named = buddy or control
        if isinstance(control, QLabel):
            control.setWordWrap(True)
        if not named.accessibleName():
            named.setAccessibleName(words)
        if note:
            small = QLabel(note)
            small.setProperty("kind", "muted")
            small.setWordWrap(True)
            named.setAccessibleDescription(note)
            column.addWidget(small)
        label = QLabel(words)
        label.setBuddy(named)
        self._form.addRow(label, box)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """All labels are beside their controls, or all of them above."""
        super().resizeEvent(event)
        labels = [self._form.itemAt(row, QFormLayout.ItemRole.LabelRole) for row in range(self._form.rowCount())]
        beside = max(label.sizeHint().width() for label in labels if label is not None)
        letters = self.width() // self.fontMetrics().averageCharWidth()
        room = letters - beside // self.fontMetrics().averageCharWidth()
        policy = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policy.DontWrapRows if room >= BESIDE_LETTERS else policy.WrapAllRows)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the widest control when its words are above it."""
        margins = self._form.contentsMargins()
        fields = [self._form.itemAt(row, QFormLayout.ItemRole.FieldRole) for row in range(self._form.rowCount())]
        widest = max(field.minimumSize().width() for field in fields if field is not None)
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

    def below(self, widget: QWidget) -> None:
        """Add a control below the setting before."""
        if self._last is not None:
            self._last.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)


class SegmentedChoice(QWidget):
    """A few values side by side, one of them pressed."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.chosen: Callable[[str], None] = lambda _value: None
        self.buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        last = len(values) - 1
        for number, (value, words) in enumerate(values.items()):
            button = QToolButton()
            button.setProperty("segment", segment(number == 0, number == last))
            button.setText(words)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, one=value: self.chosen(one))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[value] = button
        row.addStretch(1)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def show_value(self, value: str) -> None:
        """Press the button of a value."""
        self.buttons[value].setChecked(True)
