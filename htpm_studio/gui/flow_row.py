"""A layout that puts widgets beside each other and goes on in a further row where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRow(QLayout):
    """Widgets keep their own width; nothing is cut off."""

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
        """Room for the widest widget."""
        return self.minimumSize()

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
        for item in self._items:
            size = item.sizeHint()
            if item.isEmpty():
                continue
            if left > inner.left() and left + size.width() > inner.right() + 1:
                left, top = inner.left(), top + tallest + self.spacing()
            if move:
                start = inner.right() + 1 - (left - inner.left()) - size.width() if mirrored else left
                item.setGeometry(QRect(QPoint(start, top), QSize(size.width(), tallest)))
            left += size.width() + self.spacing()
        return top + tallest - rect.top() + self.contentsMargins().bottom()
