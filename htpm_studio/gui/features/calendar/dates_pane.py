"""The days of the focus weeks: a first and a last one for each, joining a short week, and the day of the campaign."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from htpm_studio.campaign.dates import awareness_day
from htpm_studio.errors import StudioError
from htpm_studio.gui.components.posting_controller import PostingController
from htpm_studio.gui.core.pieces import days_words
from htpm_studio.gui.i18n.formats import as_qdate, long_day
from htpm_studio.gui.widgets.fields import link_button
from htpm_studio.gui.widgets.layouts import FlowRow

DAY_COLUMN = 3


class JoinNote(QFrame):
    """Offers to join a week that is too short for its posts; both answers are steps that can be undone."""

    answered = Signal()

    def __init__(self, controller: PostingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller, self._week = controller, 0
        self.setProperty("pane", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        row.addWidget(self.words, 1)
        answers = QWidget(self)
        flow = FlowRow(answers)
        flow.setContentsMargins(0, 0, 0, 0)
        self.join, self.keep = QPushButton(answers), link_button(self.tr("Keep its dates"))
        self.join.clicked.connect(lambda: controller.join(self._week))
        self.keep.clicked.connect(lambda: controller.keep_short(self._week))
        for button in (self.join, self.keep):
            button.clicked.connect(self.answered)
            flow.addWidget(button)
        row.addWidget(answers, 1)
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
