"""The days of the focus weeks: a first and a last one for each, joining a short week, and Wear Blue Day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from htpm_studio.campaign.dates import AWARENESS_DAY, WEEKS
from htpm_studio.errors import StudioError
from htpm_studio.gui.components.posting_controller import LAST_DAY, PostingController
from htpm_studio.gui.core.week_names import days_words
from htpm_studio.gui.widgets.fields import link_button
from htpm_studio.gui.widgets.flow_row import FlowRow


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
        heads = ("", self.tr("First day"), self.tr("Last day"), self.tr("Wear Blue Day"), "")
        for column, words in enumerate(heads):
            label = QLabel(words, self)
            label.setProperty("kind", "muted")
            grid.addWidget(label, 0, column)
        self.rows = [_WeekRow(controller, number, self, grid) for number in range(1, WEEKS + 1)]
        controller.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the days as they are now."""
        for row in self.rows:
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
        self.blue.setAccessibleName(pane.tr("Wear Blue Day in week {n}").format(n=number))
        self.blue.toggled.connect(lambda on: controller.set_wear_blue(number, on=on))
        self._holds = pane.tr("This week includes January {day}.").format(day=AWARENESS_DAY)
        self.usual = link_button(pane.tr("Usual dates"))
        self.usual.setAccessibleName(pane.tr("Usual dates for week {n}").format(n=number))
        self.usual.clicked.connect(lambda: controller.set_days(number, None))
        policy = self.usual.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.usual.setSizePolicy(policy)
        parts = (self.name, self.first, self.last, self.blue, self.usual)
        for column, part in enumerate(parts):
            grid.addWidget(part, number, column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

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
        holds = number in schedule.numbers_on(date(controller.year, 1, AWARENESS_DAY))
        for field, day in ((self.first, week.first), (self.last, week.last)):
            with QSignalBlocker(field):
                field.setDateRange(QDate(controller.year, 1, 1), QDate(controller.year, 1, LAST_DAY))
                field.setDate(QDate(day.year, day.month, day.day))
        with QSignalBlocker(self.blue):
            self.blue.setChecked(holds or added)
        self.blue.setEnabled(not holds)
        self.blue.setToolTip(self._holds if holds else "")
        self.usual.setVisible(schedule.is_own(number))

    def _changed(self, day: QDate) -> None:
        """Take the days over; the field that was changed takes the other one along where it would pass it."""
        first, last = self.first.date(), self.last.date()
        if first > last:
            first, last = day, day
        self.controller.set_days(self.number, (_date(first), _date(last)))


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
