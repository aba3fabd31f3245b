"""The posting calendar: the month, what is not planned yet, and spreading the posts evenly."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from htpm_studio.export.atomic_output import write_file
from htpm_studio.export.texts.month_planner import month_planner
from htpm_studio.gui.components.posting_controller import PostingController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.calendar.dates_pane import DatesPane, JoinNote
from htpm_studio.gui.features.calendar.view import MonthView, dragged_post, start_drag
from htpm_studio.gui.i18n.formats import month_words
from htpm_studio.gui.i18n.translate import told
from htpm_studio.gui.widgets.fields import put_icon
from htpm_studio.gui.widgets.file_dialogs import ask_target
from htpm_studio.gui.widgets.layouts import FlowRow

SPACE, SUMMARY_LEAST = 24, 120


class WaitingPost(QPushButton):
    """A post in the tray: pressed, it goes to the open day; it can be dragged to any other."""

    def __init__(self, piece: str, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._piece, self._from = piece, QPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where it was pressed."""
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to drag it."""
        moved = (event.position().toPoint() - self._from).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and moved >= QApplication.startDragDistance():
            self.setDown(False)
            start_drag(self, self._piece)


class Tray(QFrame):
    """The posts that have no day yet; a post dropped here comes off the calendar."""

    dropped = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", "true")
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        self.label = QLabel(self.tr("Not planned yet"), self)
        self.label.setProperty("kind", "head")
        self.hint = QLabel(self.tr("Every post has a date."), self)
        self.hint.setProperty("kind", "muted")
        self.hint.setWordWrap(True)
        self._holder = QWidget(self)
        self._flow = FlowRow(self._holder)
        self._flow.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        row.addWidget(self.hint, 1)
        row.addWidget(self._holder, 1)
        self.buttons: list[WaitingPost] = []
        self._posts: list[tuple[str, str]] | None = None

    def set_posts(self, posts: list[tuple[str, str]]) -> None:
        """Show these posts, each with its piece and title; one that is being dragged stays while they are the same."""
        if posts == self._posts:
            return
        self._posts = posts
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        while self._flow.takeAt(0) is not None:
            pass
        for piece, title in posts:
            button = WaitingPost(piece, title, self._holder)
            button.setAccessibleDescription(self.tr("Schedules the post for the selected day"))
            button.clicked.connect(lambda _checked=False, piece=piece: self.chosen.emit(piece))
            self._flow.addWidget(button)
            button.show()
            self.buttons.append(button)
        self.hint.setVisible(not posts)
        self._holder.setVisible(bool(posts))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take posts only."""
        event.setAccepted(bool(dragged_post(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take the post off the calendar."""
        piece = dragged_post(event.mimeData())
        event.setAccepted(bool(piece))
        if piece:
            self.dropped.emit(piece)


class CalendarPage(QWidget):
    """Head with the month and Spread evenly, the month, and the tray."""

    def __init__(self, workspace: Workspace, posting: PostingController) -> None:
        super().__init__()
        self.workspace, self.controller = workspace, posting
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.dates = DatesPane(self.controller, self)
        self.dates.hide()
        column.addWidget(self._head())
        column.addWidget(self.dates)
        self.join_note = JoinNote(self.controller, self)
        column.addWidget(self.join_note)
        self.view = MonthView(self.controller, self)
        self.join_note.answered.connect(self.view.setFocus)
        column.addWidget(self.view, 1)
        self.tray = Tray(self)
        column.addWidget(self.tray)
        self.setFocusProxy(self.view)
        self.view.opened.connect(lambda: workspace.panel_wanted.emit("day"))
        self.tray.dropped.connect(lambda piece: self.controller.move(piece, None))
        self.tray.chosen.connect(lambda piece: self.controller.move(piece, self.controller.day))
        self.controller.changed.connect(self.refresh)
        workspace.theme_changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def _head(self) -> QWidget:
        head = QWidget(self)
        head.setProperty("pane", "true")
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        self._rows.setContentsMargins(20, 10, 20, 10)
        self.title = QLabel(head)
        self.title.setProperty("kind", "title")
        self.summary = QLabel(head)
        self.summary.setProperty("kind", "muted")
        self.summary.setWordWrap(True)
        self.hint = QLabel(self.tr("Drag a post to another day"), head)
        self.hint.setProperty("kind", "muted")
        self.hint.setMinimumWidth(1)  # it is hidden where it has no room, and does not keep the page wide
        self.set_dates = QPushButton(self.tr("Week dates"), head)
        self.set_dates.clicked.connect(self.turn_dates)
        self.spread = QPushButton(self.tr("Spread evenly"), head)
        self.spread.setAccessibleDescription(self.tr("Spreads posts without a fixed date over their week"))
        self.spread.clicked.connect(self.controller.spread)
        self.save = QPushButton(self.tr("Save planner CSV…"), head)
        self.save.setAccessibleDescription(self.tr("Saves every post of the month as a table for your own planning"))
        self.save.clicked.connect(self.save_planner)
        words, acts = QHBoxLayout(), QHBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.set_dates)
        words.addWidget(self.summary, 1)
        for widget in (self.hint, self.spread, self.save):
            acts.addWidget(widget)
        self._rows.addLayout(words, 1)
        self._rows.addLayout(acts)
        return head

    def turn_dates(self) -> None:
        """Show the days of the weeks, or put them away."""
        self.dates.setVisible(self.dates.isHidden())
        self._restyle()

    def save_planner(self) -> None:
        """Ask where, and write the month as a table in the background."""
        name = self.tr("planner-{year}.csv").format(year=self.controller.year)
        path = ask_target(self.workspace, self, "table", self.tr("Save planner CSV"), name, "CSV (*.csv)")
        if path is None:
            return
        kits = self.controller.kits()
        task = self.workspace.tasks.start(lambda _context: write_file(path.parent, path.name, month_planner(kits)))
        saved = self.tr("Saved {name}. Open it in a spreadsheet program.").format(name=path.name)
        task.succeeded.connect(lambda _nothing: self.workspace.toast(saved))
        task.failed.connect(lambda error: self.workspace.toast(told(error)))

    def refresh(self) -> None:
        """Show the posts as they are now."""
        posts, waiting = self.controller.posts(), self.controller.waiting()
        month = self.controller.document.campaign.observance.month
        self.title.setText(month_words(month, self.controller.year))
        gone = sum(1 for post in posts if post.posted)
        words = self.tr("{planned} planned, {waiting} waiting, {posted} posted")
        self.summary.setText(words.format(planned=len(posts) - len(waiting), waiting=len(waiting), posted=gone))
        self.tray.set_posts([(post.piece, post.title) for post in waiting])
        self.spread.setEnabled(bool(posts))
        self.save.setEnabled(bool(posts))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The hint gives way where there is little room, and then the buttons go below the title."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        needed = [one.sizeHint().width() + SPACE for one in (self.title, self.set_dates, self.spread, self.save)]
        summary, hint = self.summary.sizeHint().width(), self.hint.sizeHint().width()
        self.hint.setVisible(sum(needed) + summary + hint + 2 * SPACE < self.width())
        direction, beside = QBoxLayout.Direction, sum(needed) + min(summary, SUMMARY_LEAST) < self.width()
        self._rows.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        line = self.summary.fontMetrics().horizontalAdvance(self.summary.text())
        alone = self.title.sizeHint().width() + self.set_dates.sizeHint().width() + line + 4 * SPACE < self.width()
        self.summary.setVisible(beside or alone)  # it would need two lines, for which a small window has no room

    def _restyle(self) -> None:
        shown = not self.dates.isHidden()
        put_icon(self.set_dates, self.workspace.icon("chevron-down" if shown else "chevron-right"))
        opened = self.tr("open") if shown else self.tr("closed")
        words = self.tr("Shows the dates of each week so that you can change them; {state}").format(state=opened)
        self.set_dates.setAccessibleDescription(words)
        put_icon(self.spread, self.workspace.icon("wand-sparkles"))
        put_icon(self.save, self.workspace.icon("file-spreadsheet"))
        self.view.viewport().update()
