"""The main window: menu bar, toolbar, three panes side by side, status bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.gui.registry import CENTRE, LEFT, RIGHT, Factory
from htpm_studio.gui.workspace import Workspace

MEDIUM_BELOW, LARGE_FROM = 1280, 1600
LEFT_WIDTH, RIGHT_WIDTH = 288, 392
TOAST_MS = 8000


class Pages(QStackedWidget):
    """A stack whose pages are made when they are first shown."""

    def __init__(self, factories: Mapping[str, Factory], workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories, self._workspace = factories, workspace
        self._made: dict[str, QWidget] = {}
        self.name = ""

    def show_page(self, name: str) -> QWidget | None:
        """Bring a page to the front, making it first if need be; None for an unknown name."""
        if name not in self._factories:
            return None
        if name not in self._made:
            self._made[name] = self._factories[name](self._workspace)
            self.addWidget(self._made[name])
        self.name = name
        self.setCurrentWidget(self._made[name])
        return self._made[name]

    def page(self, name: str) -> QWidget | None:
        """A page that was made already."""
        return self._made.get(name)


class Banner(QFrame):
    """A line of words with one button: the toast at the bottom and the info bar at the top."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        self.label = QLabel(self)
        self.label.setWordWrap(kind != "toast")
        self.button = QPushButton(self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.hide)
        for widget in (self.label, self.button, self.close_button):
            row.addWidget(widget, 1 if widget is self.label else 0)
        self._act: Callable[[], None] | None = None
        self.button.clicked.connect(self._pressed)
        self.hide()

    def say(self, text: str, button: str, act: Callable[[], None] | None) -> None:
        """Show the words, with a button when there is something to do."""
        self.label.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._act = act
        self.show()
        self.adjustSize()
        self.raise_()

    def _pressed(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


class MainWindow(QMainWindow):
    """Three panes: choices, board (or another page), side panel. Pages are found by name in the registry."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        workspace.window = self
        self.setMinimumSize(800, 480)
        self.resize(1440, 900)
        self.left = Pages(LEFT, workspace)
        self.centre = Pages(CENTRE, workspace)
        self.right = Pages(RIGHT, workspace)
        self._closing: list[Callable[[], bool]] = []
        self._build_panes()
        self._connect()
        self._retitle()

    def on_close(self, ask: Callable[[], bool]) -> None:
        """Add a question asked before the window closes; False keeps it open."""
        self._closing.append(ask)

    def _build_panes(self) -> None:
        middle = QWidget(self)
        middle.setProperty("pane", "board")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.info = Banner("warn", middle)
        column.addWidget(self.info)
        column.addWidget(self.centre, 1)
        self.toast = Banner("toast", middle)
        self._toast_timer = QTimer(self)
        self._toast_timer.setSingleShot(True)
        self._toast_timer.timeout.connect(self._fade_toast)
        self._middle = middle
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self.left, 0), (middle, 1), (self.right, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.indexOf(widget), stretch)
        self.right.hide()
        self.setCentralWidget(self.splitter)
        self.splitter.setSizes([LEFT_WIDTH, 1000, RIGHT_WIDTH])

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.page_wanted.connect(self.show_centre)
        workspace.left_wanted.connect(self.show_left)
        workspace.panel_wanted.connect(self.show_panel)
        workspace.toast_wanted.connect(self._show_toast)
        workspace.info_wanted.connect(self.info.say)
        workspace.document.changed.connect(lambda _old, _new: self._retitle())
        workspace.document.week_changed.connect(lambda _week: self._retitle())

    def show_centre(self, name: str) -> None:
        """Show a page in the middle."""
        self.centre.show_page(name)
        self._place_toast()

    def show_left(self, name: str) -> None:
        """Show a page on the left; "" hides the pane."""
        self.left.setVisible(bool(name) and self.left.show_page(name) is not None)

    def show_panel(self, name: str) -> None:
        """Show a side panel; "" closes it and brings the left pane back where it had to give way."""
        shown = bool(name) and self.right.show_page(name) is not None
        self.right.setVisible(shown)
        self._arrange()

    def _arrange(self) -> None:
        """Below the large width there is room for two panes: an open side panel tucks the left one away."""
        narrow = self.width() < LARGE_FROM
        self.left.setVisible(bool(self.left.name) and not (narrow and self.right.isVisibleTo(self)))
        wide = self.width()
        left = 232 if wide < MEDIUM_BELOW else LEFT_WIDTH
        self.splitter.setSizes([left, max(480, wide - left - RIGHT_WIDTH), RIGHT_WIDTH])

    def _retitle(self) -> None:
        project = self.workspace.document.project
        who = project.brand.organisation or self.tr("New kit")
        self.setWindowTitle(self.tr("January {year} – {who} – HTPM Studio").format(year=project.year, who=who))

    # ---------------------------------------------------------------- toast

    def _show_toast(self, text: str, undo: bool) -> None:
        act = self.workspace.document.stack.undo if undo else None
        self.toast.say(text, self.tr("Undo") if undo else "", act)
        self._place_toast()
        self._toast_timer.start(TOAST_MS)

    def _fade_toast(self) -> None:
        if self.toast.underMouse() or self.toast.isAncestorOf(self.focusWidget() or self):
            self._toast_timer.start(TOAST_MS)
        else:
            self.toast.hide()

    def _place_toast(self) -> None:
        size = self.toast.sizeHint()
        room = self._middle.size()
        self.toast.setGeometry((room.width() - size.width()) // 2, room.height() - size.height() - 16, size.width(), size.height())

    # ---------------------------------------------------------------- events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Rearrange the panes for the new width."""
        super().resizeEvent(event)
        self._arrange()
        self._place_toast()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close when everybody agrees; all work is stopped first."""
        if all(ask() for ask in self._closing):
            self.workspace.shutdown()
            event.accept()
        else:
            event.ignore()
