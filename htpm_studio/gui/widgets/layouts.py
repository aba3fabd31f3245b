"""Widgets beside each other that go on in a further row, or are shown one at a time, where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QSplitter, QWidget


class FlowRow(QLayout):
    """Widgets keep their own width; nothing is cut off.

    A widget whose property `gap` is a number is that far from the one before it: 0 for joined buttons.
    """

    def __init__(self, parent: QWidget, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many widgets there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """One of them; None outside."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take one out; None outside."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all rows."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the widgets."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all in one row."""
        items = [item for item in self._items if not item.isEmpty()]
        wide = sum(item.sizeHint().width() for item in items) + sum(map(self._gap, items[1:]))
        tall = max((item.sizeHint().height() for item in items), default=0)
        margins = self.contentsMargins()
        return QSize(wide + margins.left() + margins.right(), tall + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:  # noqa: N802
        """Room for the widest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        mirrored = (
            parent := self.parentWidget()
        ) is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, top = inner.left(), inner.top()
        tallest = max((item.sizeHint().height() for item in self._items if not item.isEmpty()), default=0)
        items = [item for item in self._items if not item.isEmpty()]
        for number, item in enumerate(items):
            size = item.sizeHint()
            if left > inner.left():
                left += self._gap(item)
                run = self._run(items[number:])
                needed = run if run <= inner.width() else size.width()
                if left + needed > inner.right() + 1:
                    left, top = inner.left(), top + tallest + self.spacing()
            if move:
                start = inner.right() + 1 - (left - inner.left()) - size.width() if mirrored else left
                item.setGeometry(QRect(QPoint(start, top), QSize(size.width(), tallest)))
            left += size.width()
        return top + tallest - rect.top() + self.contentsMargins().bottom()

    def _run(self, items: Sequence[QLayoutItem]) -> int:
        """The width of the first item with those that are joined to it."""
        joined = takewhile(lambda item: self._gap(item) == 0, items[1:])
        return items[0].sizeHint().width() + sum(item.sizeHint().width() for item in joined)

    def _gap(self, item: QLayoutItem) -> int:
        widget = item.widget()
        own = widget.property("gap") if widget is not None else None
        return self.spacing() if own is None else int(own)


class TwoPanes(QSplitter):
    """`turned` says that there is room for one alone now, or for both again, or that the other one shows."""

    turned = Signal()

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.first, self.second = first, second
        self.alone = self.second_shown = False
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)

    def show_both(self, orientation: Qt.Orientation, sizes: tuple[int, int]) -> None:
        """Show both, beside or below each other."""
        if orientation != self.orientation():
            self.setOrientation(orientation)
        self._settle(alone=False, second=self.second_shown)
        self.setSizes(list(sizes))

    def show_one(self) -> None:
        """Show the one that is wanted."""
        self._settle(alone=True, second=self.second_shown)

    def turn_to(self, *, second: bool) -> None:
        """Let the second one, or the first, be the one that shows where there is room for one."""
        self._settle(alone=self.alone, second=second)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for either of them: with less than both need, one shows."""
        return self.first.minimumSizeHint().expandedTo(self.second.minimumSizeHint())

    def _settle(self, *, alone: bool, second: bool) -> None:
        before = (self.alone, self.second_shown)
        self.alone, self.second_shown = alone, second
        self.first.setVisible(not alone or not second)
        self.second.setVisible(not alone or second)
        if before != (alone, second):
            self.turned.emit()
