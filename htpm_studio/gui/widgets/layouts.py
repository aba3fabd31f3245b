"""How parts of a panel are arranged: rows that break, two panes, heads and feet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QSplitter,
    QWidget,
)

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.arrange import in_row
from htpm_studio.gui.widgets.fields import MARGIN, buddy, close_button, icon_button, kind_label, pane


class FlowRow(QLayout):
    """Widgets keep their own width; nothing is cut off.

    A widget whose property `gap` is a number is that far from the one before it: 0 for joined buttons.
    """

    def __init__(self, parent: QWidget, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many widgets there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them; None outside."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out; None outside."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure again: a widget came, went or changed."""
        self._heights, self._hint = {}, None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Room for all in one row."""
        if self._hint is None:
            self._hint = self._measured()
        return QSize(self._hint)

    def _measured(self) -> QSize:
        items = [item for item in self._items if not item.isEmpty()]
        wide = sum(item.sizeHint().width() for item in items) + sum(map(self._gap, items[1:]))
        tall = max((item.sizeHint().height() for item in items), default=0)
        margins = self.contentsMargins()
        return QSize(wide + margins.left() + margins.right(), tall + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
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

    def minimumSizeHint(self) -> QSize:
        """Room for either of them: with less than both need, one shows."""
        return self.first.minimumSizeHint().expandedTo(self.second.minimumSizeHint())

    def _settle(self, *, alone: bool, second: bool) -> None:
        before = (self.alone, self.second_shown)
        self.alone, self.second_shown = alone, second
        self.first.setVisible(not alone or not second)
        self.second.setVisible(not alone or second)
        if before != (alone, second):
            self.turned.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def title_label(text: str) -> QLabel:
    """A title a step larger than the text."""
    return kind_label(text, "page", wrap=True)


class PanelHead(QWidget):
    """The head of a side panel: its title and the button that closes it, named by `close_words`."""

    def __init__(self, workspace: Workspace, title: str = "", close_words: str = "") -> None:
        super().__init__()
        self.setProperty("pane", "true")
        self.title = kind_label(title, "title", wrap=True)
        self.close_button = close_button(workspace, close_words or _tr("Close the panel"))
        in_row((self.title, 1), self.close_button, inside=self, margins=(MARGIN, 8, 8, 8))


def panel_foot(*widgets: QWidget) -> QWidget:
    """The foot of a side panel: buttons at the left, words that may wrap at the right."""
    part = pane()
    row = in_row(inside=part, margins=(MARGIN, 10, MARGIN, 10), spacing=12)
    for widget in widgets:
        if isinstance(widget, QLabel):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(widget, 1)
        else:
            row.addWidget(widget)
    if not any(isinstance(widget, QLabel) for widget in widgets):
        row.addStretch(1)
    return part


def fields_beside(*fields: tuple[str, QWidget]) -> QGridLayout:
    """Fields beside each other, each as wide, with their names above."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    for column, (text, field) in enumerate(fields):
        grid.addWidget(buddy(text, field), 0, column)
        grid.addWidget(field, 1, column)
        grid.setColumnStretch(column, 1)
    return grid


def notice_box(kind: str) -> tuple[QFrame, QHBoxLayout]:
    """A colored box for a sentence or two; it has an outline in high contrast."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.Box)
    frame.setProperty("kind", kind)
    inside = in_row(inside=frame, margins=(12, 10, 12, 10), spacing=10)
    return frame, inside


class PageHead(QWidget):
    """What else is in the head is added to `row`."""

    def __init__(self, workspace: Workspace, title: str) -> None:
        super().__init__()
        back = icon_button(workspace, "arrow-left", self.tr("Back to board"))
        back.clicked.connect(lambda: workspace.page_wanted.emit("board"))
        self.title = kind_label(title, "page")
        self.row = in_row(back, self.title, inside=self, margins=(8, 8, MARGIN, 8))
