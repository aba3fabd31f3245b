"""Cards that lie over the middle of the window: panels at the right, and what a part of the brand strip opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.shell.panes import PageStack
from htpm_studio.gui.widgets.accessibility import tab_stops
from htpm_studio.gui.widgets.arrange import in_column

SHADE, RADIUS, INSIDE = 10, 10, 6
"""How far the shadow of a card reaches, how round its corners are, and its air, in pixels."""
RIGHT_WIDTH, BELOW_WIDTH, EDGE = 386, 404, 8
LOWEST = 120


class Card(QFrame):
    """Shows one page of a stack at a time, down to the `floor`; nothing below it moves when it opens or closes."""

    def __init__(self, workspace: Workspace, pages: PageStack, parent: QWidget, floor: Callable[[], int]) -> None:
        super().__init__(parent)
        self._workspace, self.pages = workspace, pages
        self._floor = floor
        self._opener: QWidget | None = None
        air = SHADE + INSIDE
        in_column(pages, inside=self, margins=(SHADE + 1, air, SHADE + 1, air))
        workspace.theme_changed.connect(self.update)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            short = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(self.press_main_button)
        self.hide()

    @property
    def name(self) -> str:
        """The name of the page that is shown; "" while the card is closed."""
        return "" if self.isHidden() else self.pages.name

    def open(self, name: str) -> QWidget | None:
        """Show a page; the answer is the page, or None for an unknown name."""
        page = self.pages.show_page(name)
        if page is None:
            return None
        if self.isHidden():
            self._opener = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        return page

    def press_main_button(self) -> None:
        """Do what the blue button of the page does."""
        page = self.pages.currentWidget()
        stops = tab_stops(page) if page is not None else []
        if main := [one for one in stops if isinstance(one, QPushButton) and one.property("kind") == "primary"]:
            main[0].click()

    def close_card(self) -> None:
        """Go away; where the focus was inside, it goes back to what had it before."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if inside and self._opener is not None and self._opener.isVisible():
            self._opener.setFocus()

    def place(self) -> None:
        """Take the place that the window has for the card."""

    def event(self, event: QEvent) -> bool:
        """What it shows may need another height."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self.place()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet with round corners and a soft shadow; in high contrast an outline."""
        painter, theme = QPainter(self), self._workspace.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(SHADE, SHADE, -SHADE, -SHADE)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(0 if theme.plain else SHADE, 0, -2):
            painter.setBrush(QColor(0, 0, 0, 7))
            painter.drawRoundedRect(sheet.adjusted(-step, -step + 2, step, step), RADIUS + step, RADIUS + step)
        painter.setBrush(theme.color("panel"))
        painter.setPen(QPen(theme.color("text" if theme.plain else "divider"), 1))
        painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


class RightCard(Card):
    """A panel at the right edge of the page that it lies over; a window without room for both gives it everything."""

    def __init__(
        self, workspace: Workspace, pages: PageStack, parent: QWidget, over: QWidget, floor: Callable[[], int]
    ) -> None:
        super().__init__(workspace, pages, parent, floor)
        self._over, self.whole = over, False

    def place(self) -> None:
        """Stand at the right edge, as wide as the text needs."""
        parent = self.parentWidget()
        if parent is None:
            return
        width = round(RIGHT_WIDTH * self._workspace.settings.text_scale / 100) + 2 * SHADE
        if self.whole or width > parent.width():
            everything = QRect(0, 0, parent.width(), self._floor())
            self.setGeometry(everything.adjusted(-SHADE, -SHADE, SHADE, SHADE))
            return
        top = self._over.y()
        left = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else parent.width() - width
        self.setGeometry(QRect(left, top, width, parent.height() - top))


class BelowCard(Card):
    """What a part of the brand strip opens beneath itself, or what is asked beside a piece (`spot`).

    A click or a step elsewhere closes it.
    """

    closed = Signal(str)

    def __init__(self, workspace: Workspace, pages: PageStack, parent: QWidget, floor: Callable[[], int]) -> None:
        super().__init__(workspace, pages, parent, floor)
        self._anchor: QWidget | None = None
        self.spot = QRect()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def anchored(self) -> bool:
        """Whether a part of the strip opened the card."""
        return self._anchor is not None

    def open_below(self, name: str, anchor: QWidget | None) -> QWidget | None:
        """Show a card beneath a part of the strip, with the focus on its first field that is no answer."""
        self._anchor = anchor
        page = self.open(name)
        if page is None:
            return None
        if anchor is not None:
            self._opener = anchor
        if stops := tab_stops(page):
            # An Enter too many must not answer a question.
            first = next((stop for stop in stops if stop.property("kind") != "answer"), stops[0])
            first.setFocus(Qt.FocusReason.PopupFocusReason)
        return page

    def close_card(self) -> None:
        """Go away, and tell which card it was."""
        name = self.name
        super().close_card()
        if name:
            self.closed.emit(name)

    def place(self) -> None:
        """Stand beneath the part that opened it, inside the window and as high as the card needs."""
        parent, anchor, page = self.parentWidget(), self._anchor, self.pages.currentWidget()
        if parent is None or page is None:
            return
        scale = self._workspace.settings.text_scale / 100
        room = QRect(0, 0, parent.width(), self._floor())
        width = min(round(BELOW_WIDTH * scale) + 2 * SHADE, room.width())
        middle = (room.width() - width) // 2
        top, left, right = EDGE, middle, middle + width
        if anchor is not None and anchor.isVisible():
            corner = anchor.mapTo(parent, QPoint(0, anchor.height()))
            top, left, right = corner.y() + EDGE - SHADE, corner.x() - SHADE, corner.x() + anchor.width() + SHADE
        elif not self.spot.isEmpty():
            beside = self.spot.right() + EDGE - SHADE
            left = beside if beside + width <= room.width() else self.spot.left() - EDGE + SHADE - width
            top, right = self.spot.top() - SHADE, left + width
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = right - width
        left = max(-SHADE + EDGE, min(left, room.width() - width + SHADE - EDGE))
        high = page.heightForWidth(width - 2 * SHADE - 2) if page.hasHeightForWidth() else page.sizeHint().height()
        wanted = high + 2 * (SHADE + INSIDE)
        top = max(0, min(top, room.height() - (LOWEST if anchor is not None else wanted)))
        self.setGeometry(left, top, width, min(wanted, room.height() - top))

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isHidden() or now is None or now.window() is not self.window():
            return
        if now is not self._anchor and not self.isAncestorOf(now):
            self.close_card()
