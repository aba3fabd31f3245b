"""The posting calendar: the month, what is not planned yet, the days of the weeks, and spreading the posts evenly."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.campaign.dates import awareness_day
from htpm_studio.errors import StudioError
from htpm_studio.export.disk.atomic_output import write_file
from htpm_studio.export.texts.month_planner import month_planner
from htpm_studio.gui.controllers.posting import PostingController
from htpm_studio.gui.core.tiles import days_words
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.calendar.view import MonthView, dragged_post, start_drag
from htpm_studio.gui.i18n import as_qdate, explain, long_day, month_words, path_words
from htpm_studio.gui.widgets.arrange import in_row
from htpm_studio.gui.widgets.fields import kind_label, link_button, put_icon
from htpm_studio.gui.widgets.files import ask_target
from htpm_studio.gui.widgets.layouts import FlowRow

DAY_COLUMN = 3


class JoinNote(QFrame):
    """Offers to join a week that is too short for its posts; both answers are steps that can be undone."""

    answered = Signal()

    def __init__(self, controller: PostingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller, self._week = controller, 0
        self.setProperty("pane", "true")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        answers = QWidget(self)
        flow = FlowRow(answers)
        flow.setContentsMargins(0, 0, 0, 0)
        self.join, self.keep = QPushButton(answers), link_button(self.tr("Keep its dates"))
        self.join.clicked.connect(lambda: controller.join(self._week))
        self.keep.clicked.connect(lambda: controller.keep_short(self._week))
        for button in (self.join, self.keep):
            button.clicked.connect(self.answered)
            flow.addWidget(button)
        in_row((self.words, 1), (answers, 1), inside=self, margins=(20, 6, 20, 6))
        controller.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask about the first short week that nobody decided on."""
        try:
            short = self.controller.schedule.too_short()
        except StudioError:
            short = None
        self.setVisible(short is not None)
        if short is None:
            return
        self._week = short.number
        beside = self.controller.schedule.beside(short.number)
        asked = self.tr("Week {n} is only {days}. Combine it with week {other}?")
        self.words.setText(asked.format(n=short.number, days=days_words(short), other=beside))
        joined = days_words(self.controller.schedule.joined(short.number))
        self.join.setText(self.tr("Use {days} for week {n}").format(days=joined, n=short.number))


class DatesPane(QFrame):
    """A row for each week; every change is a step of the kit."""

    def __init__(self, controller: PostingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.setProperty("pane", "true")
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 4, 20, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(4, 1)
        heads = ("", self.tr("First day"), self.tr("Last day"), "", "")
        self.heads = [QLabel(words, self) for words in heads]
        for column, label in enumerate(self.heads):
            label.setProperty("kind", "muted")
            grid.addWidget(label, 0, column)
        self._grid = grid
        self.rows: list[_WeekRow] = []
        controller.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the days as they are now; another campaign may have more weeks or fewer."""
        numbers = self.controller.numbers
        self.rows += [_WeekRow(self.controller, number, self, self._grid) for number in numbers[len(self.rows) :]]
        self.heads[DAY_COLUMN].setText(self.controller.awareness_day)
        for row in self.rows:
            row.show(visible=row.number in numbers)
            if row.number in numbers:
                row.refresh()


class _WeekRow:
    """The fields of one week."""

    def __init__(self, controller: PostingController, number: int, pane: DatesPane, grid: QGridLayout) -> None:
        self.controller, self.number = controller, number
        self.name = QLabel(pane)
        self.name.setMinimumWidth(60)
        self.first, self.last = QDateEdit(pane), QDateEdit(pane)
        names = (pane.tr("First day of week {n}"), pane.tr("Last day of week {n}"))
        for field, words in zip((self.first, self.last), names, strict=True):
            field.setCalendarPopup(True)
            field.setDisplayFormat(pane.tr("MMM d"))
            field.setAccessibleName(words.format(n=number))
            field.dateChanged.connect(self._changed)
            field.editingFinished.connect(controller.document.end_merge)
        self.blue = QCheckBox(pane)
        self.blue.toggled.connect(lambda on: controller.set_wear_blue(number, on=on))
        self.usual = link_button(pane.tr("Usual dates"))
        self.usual.setAccessibleName(pane.tr("Usual dates for week {n}").format(n=number))
        self.usual.clicked.connect(lambda: controller.set_days(number, None))
        policy = self.usual.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.usual.setSizePolicy(policy)
        self.parts = (self.name, self.first, self.last, self.blue, self.usual)
        for column, part in enumerate(self.parts):
            grid.addWidget(part, number, column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def show(self, *, visible: bool) -> None:
        """Show or hide the fields of the week."""
        for part in self.parts:
            part.setVisible(visible)

    def refresh(self) -> None:
        controller, number = self.controller, self.number
        title = controller.document.campaign.announced_week(number).short
        self.name.setText(controller.tr("Week {n} {title}").format(n=number, title=title))
        try:
            schedule = controller.schedule
            week = schedule.week(number)
        except StudioError:
            return
        added = number in schedule.wear_blue
        name = controller.awareness_day
        day = awareness_day(schedule)
        holds = number in schedule.numbers_on(day)
        for field, day in ((self.first, week.first), (self.last, week.last)):
            with QSignalBlocker(field):
                field.setDateRange(*map(as_qdate, controller.month))
                field.setDate(QDate(day.year, day.month, day.day))
        with QSignalBlocker(self.blue):
            self.blue.setChecked(holds or added)
        self.blue.setVisible(bool(name))
        self.blue.setAccessibleName(controller.tr("{day} in week {n}").format(day=name, n=number))
        self.blue.setEnabled(not holds)
        includes = controller.tr("This week includes {day}.").format(day=long_day(as_qdate(day)))
        self.blue.setToolTip(includes if holds else "")
        self.usual.setVisible(schedule.is_own(number))

    def _changed(self, day: QDate) -> None:
        """Take the days over; the field that was changed takes the other one along where it would pass it."""
        first, last = self.first.date(), self.last.date()
        if first > last:
            first, last = day, day
        self.controller.set_days(self.number, (_date(first), _date(last)))


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


SPACE, SUMMARY_LEAST = 24, 120


class WaitingPost(QPushButton):
    """A post in the tray: pressed, it goes to the open day; it can be dragged to any other."""

    def __init__(self, piece: str, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._piece, self._from = piece, QPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was pressed."""
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
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
        self.label = kind_label(self.tr("Not planned yet"), "head")
        self.hint = kind_label(self.tr("Every post has a date."), "muted", wrap=True)
        self._holder = QWidget(self)
        self._flow = FlowRow(self._holder)
        self._flow.setContentsMargins(0, 0, 0, 0)
        in_row(self.label, (self.hint, 1), (self._holder, 1), inside=self, margins=(20, 10, 20, 10))
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take posts only."""
        event.setAccepted(bool(dragged_post(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
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
        self.title = kind_label("", "title")
        self.summary = kind_label("", "muted", wrap=True)
        self.hint = kind_label(self.tr("Drag a post to another day"), "muted")
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
        saved = self.tr("Saved: {path}. Open it in a spreadsheet program.").format(path=path_words(path))
        task.succeeded.connect(lambda _nothing: self.workspace.toast(saved))
        task.failed.connect(lambda error: self.workspace.toast(explain(error)))

    def refresh(self) -> None:
        """Show the posts as they are now."""
        posts, waiting = self.controller.posts(), self.controller.waiting()
        month = self.controller.document.campaign.observance.month
        self.title.setText(month_words(month, self.controller.year))
        single = self.controller.document.campaign.observance.single
        self.set_dates.setHidden(single)  # a single day has no weeks
        if single:
            self.dates.hide()
        gone = sum(1 for post in posts if post.posted)
        words = self.tr("{planned} planned, {waiting} waiting, {posted} posted")
        self.summary.setText(words.format(planned=len(posts) - len(waiting), waiting=len(waiting), posted=gone))
        self.tray.set_posts([(post.piece, post.title) for post in waiting])
        self.spread.setEnabled(bool(posts))
        self.save.setEnabled(bool(posts))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
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
