"""Stacks of pages that are made when they are first shown, the lines of words around the middle, and F6."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from htpm_studio.gui.core.shell_interface import Factory
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.fields import contains_focus

TOAST_MS, BANNER_EDGE = 8000, 8


class PageStack(QStackedWidget):
    """A stack whose pages are made when they are first shown."""

    def __init__(self, factories: Mapping[str, Factory], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories = factories
        self._made: dict[str, QWidget] = {}
        self.name = ""

    def show_page(self, name: str) -> QWidget | None:
        """Bring a page to the front, making it first if need be; None for an unknown name."""
        if name not in self._factories:
            return None
        if name not in self._made:
            self._made[name] = self._factories[name]()
            self.addWidget(self._made[name])
        self.name = name
        # A page behind another must not keep the pane from being narrow.
        for other, page in self._made.items():
            policy = QSizePolicy.Policy.Preferred if other == name else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)
        self.setCurrentWidget(self._made[name])
        self.setFocusProxy(self._made[name])
        return self._made[name]

    def page(self, name: str) -> QWidget | None:
        """A page that was made already."""
        return self._made.get(name)


class Banner(QFrame):
    """A line of words with one button over the lower edge of the middle: the toast, and the info bar below it."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        self.label = QLabel(self)
        self.label.setWordWrap(kind != "toast")
        self.button = QPushButton(self)
        self.second = QPushButton(self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.hide)
        for widget in (self.label, self.button, self.second, self.close_button):
            row.addWidget(widget, 1 if widget is self.label else 0)
        self._act: Callable[[], None] | None = None
        self._other: Callable[[], None] | None = None
        self.button.clicked.connect(lambda: self._pressed(self._act))
        self.second.clicked.connect(lambda: self._pressed(self._other))
        self.hide()

    def say(self, text: str, button: str, act: Callable[[], None] | None) -> None:
        """Show the words, with a button when there is something to do."""
        self.label.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._act = act
        self.second.hide()
        self.show()
        self.adjustSize()
        self.raise_()

    def _pressed(self, act: Callable[[], None] | None) -> None:
        self.hide()
        if act is not None:
            act()


class InfoBar(Banner):
    """The bar along the lower edge of `room`: a changed state as a warning, or with a second button as good news.

    It lies over the page, which does not move; what else lies there keeps above it once it has `turned`.
    """

    turned = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget, room: Callable[[], QRect]) -> None:
        super().__init__("warn", parent)
        self._workspace, self._icon, self._room = workspace, "", room
        self.setObjectName("info")
        self.mark = QLabel(self)
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(0, self.mark)
            row.setSpacing(10)
        workspace.theme_changed.connect(self._dress)

    def say(self, text: str, button: str, act: Callable[[], None] | None) -> None:
        """Show a warning."""
        self._icon = ""
        self._dress()
        super().say(text, button, act)

    def add(self, icon: str, button: str, act: Callable[[], None] | None) -> None:
        """Make good news of what is said, with an icon and a second button."""
        self._icon, self._other = icon, act
        self.second.setText(button)
        self.second.setVisible(bool(button))
        self._dress()

    def end(self, act: Callable[[], None]) -> None:
        """What the button with this step was for is over."""
        if self._act == act:
            self.hide()

    def end_news(self) -> None:
        """Good news goes with the next thing that is done."""
        if self._icon:
            self.hide()

    def place(self) -> None:
        """Lie along the lower edge, as high as the words need."""
        room = self._room().adjusted(BANNER_EDGE, 0, -BANNER_EDGE, -BANNER_EDGE)
        row = self.layout()
        high = row.totalHeightForWidth(room.width()) if row is not None else self.sizeHint().height()
        self.setGeometry(room.x(), room.bottom() + 1 - high, room.width(), high)

    def event(self, event: QEvent) -> bool:
        """Fit the height to new words, and report when the bar appears or disappears."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self.place()
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.turned.emit()
        return done

    def _dress(self) -> None:
        kind, icon, token = ("soft", self._icon, "accent") if self._icon else ("warn", "triangle-alert", "warn")
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        show_mark(self.mark, self._workspace.icon(icon, token), 18)


class Toast(Banner):
    """A line at the bottom of the middle that goes away by itself, unless the pointer or the focus is on it."""

    def __init__(self, parent: QWidget, floor: Callable[[], int]) -> None:
        super().__init__("toast", parent)
        self._floor = floor
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.fade)

    def say(self, text: str, button: str, act: Callable[[], None] | None) -> None:
        """Show the words for a while."""
        super().say(text, button, act)
        self.place()
        self._timer.start(TOAST_MS)

    def fade(self) -> None:
        """Go away, or stay for as long again."""
        if self.underMouse() or contains_focus(self):
            self._timer.start(TOAST_MS)
        else:
            self.hide()

    def place(self) -> None:
        """Stand in the middle of the lower edge, above what is there."""
        parent = self.parentWidget()
        if parent is None:
            return
        size = self.sizeHint()
        wide = min(size.width(), parent.width() - 16)
        self.setGeometry((parent.width() - wide) // 2, self._floor() - size.height() - 16, wide, size.height())
        self.raise_()


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
