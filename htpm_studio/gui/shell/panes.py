"""The three panes: which of them have room, and how the keyboard goes from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from htpm_studio.gui.shell.pages import Pages

THREE = frozenset(("large", "huge"))
"""The width classes that have room for three panes."""
LEFT_NARROW, LEFT_WIDTH, RIGHT_WIDTH, CENTRE_LEAST = 232, 288, 392, 480


class Panes(QSplitter):
    """Left, middle and right side by side.

    Below the large width an open side panel tucks the left pane away; a compact window shows one pane alone:
    the right one if it is open, else the left one if it was asked for, else the middle.
    """

    def __init__(self, left: Pages, middle: QWidget, right: Pages, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.left, self.middle, self.right = left, middle, right
        self.left_open, self.right_open = True, False
        self.left_in_front = False
        self.name = ""
        self.text_scale = 1.0
        self._sizes: dict[tuple[str, float, str, bool, bool], list[int]] = {}
        self.setChildrenCollapsible(False)
        for widget, stretch in ((left, 0), (middle, 1), (right, 0)):
            self.addWidget(widget)
            self.setStretchFactor(self.indexOf(widget), stretch)
        self.setHandleWidth(1)
        self.splitterMoved.connect(lambda _place, _handle: self._keep())

    @property
    def front(self) -> str:
        """In a compact window the side pane that covers the middle: "left", "right" or ""."""
        if self.name != "compact":
            return ""
        if self.right_open:
            return "right"
        return "left" if self.left_in_front and self.left.name else ""

    def arrange(self, name: str, text_scale: float) -> None:
        """Show what has room in a width class; the side panes are as wide as their text needs."""
        self.name, self.text_scale = name, text_scale
        if name == "compact":
            front = self.front
            shown = (front == "left", front == "", front == "right")
        else:
            tucked = self.right_open and name not in THREE
            shown = (bool(self.left.name) and self.left_open and not tucked, True, self.right_open)
        for widget, visible in zip((self.left, self.middle, self.right), shown, strict=True):
            widget.setVisible(visible)
        self.middle.setMinimumWidth(CENTRE_LEAST if name != "compact" else 0)
        self.setSizes(self._sizes.get(self._key()) or self._usual())

    def _key(self) -> tuple[str, float, str, bool, bool]:
        return self.name, self.text_scale, self.left.name, self.left.isVisibleTo(self), self.right.isVisibleTo(self)

    def _usual(self) -> list[int]:
        usual = LEFT_NARROW if self.name == "medium" else LEFT_WIDTH
        left = round(getattr(self.left.currentWidget(), "PREFERRED_WIDTH", usual) * self.text_scale)
        usual = int(getattr(self.right.currentWidget(), "PREFERRED_WIDTH", RIGHT_WIDTH))
        taken = left if self.left.isVisibleTo(self) else 0
        right = min(round(usual * self.text_scale), max(usual, self.width() - taken - CENTRE_LEAST))
        taken += right if self.right.isVisibleTo(self) else 0
        return [left, max(CENTRE_LEAST, self.width() - taken), right]

    def _keep(self) -> None:
        self._sizes[self._key()] = self.sizes()


class PaneCycle:
    """F6: from pane to pane, to the control that had the focus there last."""

    def __init__(self, panes: Sequence[QWidget]) -> None:
        self._panes = tuple(panes)
        self._last: dict[QWidget, QWidget] = {}

    def pane_of(self, widget: QWidget | None) -> QWidget | None:
        """The pane that holds a widget."""
        return next((pane for pane in self._panes if widget and (pane is widget or pane.isAncestorOf(widget))), None)

    def remember(self, widget: QWidget | None) -> None:
        """Note where the focus is."""
        pane = self.pane_of(widget)
        if pane is not None and widget is not None:
            self._last[pane] = widget

    def move(self, step: int) -> QWidget | None:
        """Give the focus to the next pane that can have it, or with -1 to the one before; returns the control."""
        now = self.pane_of(QApplication.focusWidget())
        start = self._panes.index(now) if now is not None else -1 if step > 0 else 0
        for distance in range(1, len(self._panes) + 1):
            pane = self._panes[(start + step * distance) % len(self._panes)]
            goal = self._goal(pane)
            if goal is not None:
                goal.setFocus(Qt.FocusReason.TabFocusReason)
                return goal
        return None

    def _goal(self, pane: QWidget) -> QWidget | None:
        if not pane.isVisible():
            return None
        last = self._last.get(pane)
        if last is not None and _usable(last) and pane.isAncestorOf(last):
            return last
        within = (child for child in pane.findChildren(QWidget) if _usable(child) and child.focusProxy() is None)
        inside = sorted(within, key=lambda child: _spot(child, pane))
        return inside[0] if inside else None


def _usable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _spot(widget: QWidget, pane: QWidget) -> tuple[int, int]:
    """Board first is what people expect in the middle: lists that scroll come before the chips above them."""
    spot = widget.mapTo(pane, QPoint(0, 0))
    return (0 if widget.objectName() == "board" else 1, spot.y() * 10000 + spot.x())
