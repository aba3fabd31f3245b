"""A month as a table: a row for each week and a column for each weekday, or one day below the other."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from htpm_studio.errors import InputError
from htpm_studio.export.texts.posting import PlannedPost
from htpm_studio.gui.components.posting_controller import PostingController
from htpm_studio.gui.i18n.formats import spoken_day

DAYS = 7
DAY_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class MonthModel(QAbstractTableModel):
    """The days from the Monday on or before the first of the month to the Sunday on or after its last day.

    `across` says how many days are beside each other: a week, or one where there is room for no more.
    """

    def __init__(self, controller: PostingController) -> None:
        super().__init__(controller)
        self.controller = controller
        self.across = DAYS
        self._start = self._first()
        controller.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the posts as they are now; another year has other rows."""
        if self._first() != self._start:
            self.beginResetModel()
            self._start = self._first()
            self.endResetModel()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.across - 1))

    @property
    def listed(self) -> bool:
        """Whether the days are below each other."""
        return self.across == 1

    def set_across(self, days: int) -> None:
        """Put a week or one day into a row."""
        if days != self.across:
            self.beginResetModel()
            self.across = days
            self._start = self._first()
            self.endResetModel()

    def begins_week(self, day: date) -> bool:
        """Whether a focus week begins on a day."""
        return any(self.controller.week(number).first == day for number in self.weeks_on(day))

    def day(self, index: Index) -> date:
        """The day of a cell."""
        return self._start + timedelta(days=index.row() * self.across + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day."""
        place = (day - self._start).days
        return self.index(place // self.across, place % self.across) if place >= 0 else QModelIndex()

    def posts(self, index: Index) -> tuple[PlannedPost, ...]:
        """The posts of a cell."""
        return self.controller.on(self.day(index))

    def weeks_on(self, day: date) -> tuple[int, ...]:
        """The focus weeks that a day is in; none for a year without a plan."""
        try:
            return self.controller.schedule.numbers_on(day)
        except InputError:
            return ()

    def focus_weeks(self, row: int) -> tuple[int, ...]:
        """The focus weeks of a row: those of its first day in the month."""
        return self.weeks_on(max(self._start + timedelta(days=row * self.across), self.controller.month[0]))

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """Five weeks, or six; all days where they are below each other."""
        if parent is not None and parent.isValid():
            return 0
        return ((self.controller.month[1] - self._start).days // self.across) + 1

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """The days of a row."""
        return 0 if parent is not None and parent.isValid() else self.across

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days in no week and not in the month cannot be chosen."""
        if not index.isValid() or not self.controller.in_month(self.day(index)):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number of the day; for a screen reader the whole day in words."""
        day = self.day(index)
        if role == DAY_ROLE:
            return day
        if not self.controller.in_month(day):
            words = self.tr("{day}. Outside this month.").format(day=spoken_day(day))
            return words if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.number(day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(day)
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Weekdays above, focus weeks at the side."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            shown = role == Qt.ItemDataRole.DisplayRole
            kind = QLocale.FormatType.ShortFormat if shown else QLocale.FormatType.LongFormat
            return QLocale().dayName(section + 1, kind)
        numbers = self.focus_weeks(section)
        if self.listed:
            return ", ".join(self.tr("Week {number}").format(number=number) for number in numbers)
        return "\n".join(map(self.week_words, numbers))

    def week_words(self, number: int) -> str:
        """Number and title of a focus week, on two lines."""
        title = self.controller.document.campaign.announced_week(number).short
        return self.tr("Week {n}\n{title}").format(n=number, title=title)

    def number(self, day: date) -> str:
        """The number of a day, with its month where that is not the month of the campaign."""
        if day.month == self.controller.document.campaign.observance.month:
            return str(day.day)
        return f"{QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)} {day.day}"

    def _words(self, day: date) -> str:
        parts = [spoken_day(day), *self.controller.marks(day)]
        parts += [self._post_words(post) for post in self.controller.on(day)]
        return ". ".join(parts)

    def _post_words(self, post: PlannedPost) -> str:
        marks = [post.title]
        marks += [self.tr("fixed date")] if post.fixed else []
        marks += [self.tr("posted")] if post.posted else []
        marks += [self.controller.reasons[post.piece]] if post.piece in self.controller.reasons else []
        return ", ".join(marks)

    def _first(self) -> date:
        first = self.controller.month[0]
        return first - timedelta(days=first.weekday() if self.across == DAYS else 0)
