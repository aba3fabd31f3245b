"""A month as a table, a row for each week and a column for each weekday, and how its days are painted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from htpm_studio.errors import InputError
from htpm_studio.export.texts.planned_posts import PlannedPost
from htpm_studio.gui.controllers.posting import PostingController
from htpm_studio.gui.i18n import spoken_day, translate

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

    def rowCount(self, parent: Index | None = None) -> int:
        """Five weeks, or six; all days where they are below each other."""
        if parent is not None and parent.isValid():
            return 0
        return ((self.controller.month[1] - self._start).days // self.across) + 1

    def columnCount(self, parent: Index | None = None) -> int:
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

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Weekdays above, focus weeks at the side."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            shown = role == Qt.ItemDataRole.DisplayRole
            kind = QLocale.FormatType.ShortFormat if shown else QLocale.FormatType.LongFormat
            return QLocale().dayName(section + 1, kind)
        numbers = self.focus_weeks(section)
        if self.listed:
            return ", ".join(translate(self.controller.document.campaign.week_name(number)) for number in numbers)
        return "\n".join(map(self.week_words, numbers))

    def week_words(self, number: int) -> str:
        """Number and title of a focus week, on two lines; a single day has no number."""
        campaign = self.controller.document.campaign
        title = campaign.announced_week(number).short
        if campaign.observance.single:
            return title
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


MARGIN, GAP, STRAND, SIGN = 7, 4, 4, 14
DAY_SAMPLE = "mmm 30"
"""As wide as the longest short name of a weekday with its number."""
STRANDS = ("#1F7A8C", "#2E7D5B", "#B36B00", "#7A52A8", "#A8455F", "#3F5FA8")


class DayDelegate(QStyledItemDelegate):
    """Draws one cell; `chips` says where each post of it lies."""

    def __init__(self, model: MonthModel, controller: PostingController) -> None:
        super().__init__(controller)
        self._model, self._controller = model, controller

    def chips(self, cell: QRect, index: QModelIndex | QPersistentModelIndex, metrics: QFontMetrics) -> Iterator[
        tuple[PlannedPost, QRect]
    ]:  # fmt: skip
        """The posts of a cell that there is room for, each with its place."""
        posts, high = self._model.posts(index), metrics.height() + 2 * GAP
        room = self._room(cell, self._model.day(index), metrics)
        top, wide = room.top(), room.width()
        spare = cell.bottom() - top - len(posts) * (high + GAP)
        for post in posts:
            more = metrics.lineSpacing() if len(self._lines(post, wide, metrics)) > 1 else 0
            more = more if more <= spare else 0
            spare -= more
            if top + high > cell.bottom():
                return
            yield post, QRect(room.left(), top, wide, high + more)
            top += high + more + GAP

    def _room(self, cell: QRect, day: date, metrics: QFontMetrics) -> QRect:
        """Where the posts of a day are: below its number, or in a list beside it."""
        line = metrics.height() + 2 * GAP
        if not self._model.listed:
            return cell.adjusted(MARGIN, STRAND + line, -MARGIN, 0)
        band = line + STRAND if self._model.begins_week(day) else 0
        side = metrics.horizontalAdvance(DAY_SAMPLE) + 3 * MARGIN
        return cell.adjusted(side, band + GAP + (line if self._controller.marks(day) else 0), -MARGIN, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A day of the list has room for all its posts, and for the name of the week that begins on it."""
        metrics, day = option.fontMetrics, self._model.day(index)
        line = metrics.height() + 3 * GAP
        top = self._room(QRect(0, 0, 1, 1), day, metrics).top()
        return QSize(0, top + max(1, len(self._model.posts(index))) * line + GAP)

    def _lines(self, post: PlannedPost, wide: int, metrics: QFontMetrics) -> tuple[str, ...]:
        """The title of a post on one line of a chip, or on two."""
        return two_lines(post.title, wide - 3 * GAP - len(self._signs(post)) * (SIGN + GAP), metrics)

    def _signs(self, post: PlannedPost) -> list[tuple[str, str]]:
        signs = [("lock", "accent")] if post.fixed else []
        signs += [("check", "ok")] if post.posted else []
        return signs + ([("triangle-alert", "warn")] if post.piece in self._controller.reasons else [])

    def post_at(self, point: QPoint, cell: QRect, index: QModelIndex, metrics: QFontMetrics) -> str:
        """The piece of the post under a point; "" where there is none."""
        return next((post.piece for post, place in self.chips(cell, index, metrics) if place.contains(point)), "")

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell."""
        theme, cell, day = self._controller.workspace.theme, option.rect, self._model.day(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._controller.in_month(day):
            painter.fillRect(cell, theme.color("window"))
            painter.restore()
            return
        painter.fillRect(cell, theme.color("base"))
        listed = self._model.listed
        if not listed or self._model.begins_week(day):
            self._strands(painter, cell, self._model.weeks_on(day))
        painter.setFont(option.font)
        if listed:
            cell = self._list_head(painter, cell, day)
        shown = list(self.chips(option.rect, index, painter.fontMetrics()))
        if not listed:
            self._head(painter, cell, day, len(self._model.posts(index)) - len(shown))
        for post, place in shown:
            self._chip(painter, place, post)
        self._frame(painter, option, cell, day)
        painter.restore()

    def _strands(self, painter: QPainter, cell: QRect, weeks: tuple[int, ...]) -> None:
        """The colors of the weeks that a day is in, above each other."""
        theme = self._controller.workspace.theme
        for place, number in enumerate(weeks):
            strand = theme.color("text") if theme.plain else QColor(STRANDS[number - 1])
            top, end = (cell.top() + STRAND * one // len(weeks) for one in (place, place + 1))
            painter.fillRect(QRect(cell.left(), top, cell.width(), end - top), strand)

    def _list_head(self, painter: QPainter, cell: QRect, day: date) -> QRect:
        """In the list: the week that begins, the day at the side, what falls on it; where the day itself is."""
        theme, metrics = self._controller.workspace.theme, painter.fontMetrics()
        plain, bold = QFont(painter.font()), QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        line = metrics.height() + 2 * GAP
        if self._model.begins_week(day):
            band = QRect(cell.left(), cell.top() + STRAND, cell.width(), line)
            painter.fillRect(band, theme.color("window"))
            starts = [number for number in self._model.weeks_on(day) if self._controller.week(number).first == day]
            week = ", ".join(self._model.week_words(number).replace("\n", " · ") for number in starts)
            self._word(painter, band.adjusted(2 * MARGIN, GAP, -MARGIN, 0), week, "text")
            cell = cell.adjusted(0, STRAND + line, 0, 0)
        else:
            painter.setPen(theme.color("divider"))
            painter.drawLine(cell.topLeft(), cell.topRight())
        head = cell.adjusted(2 * MARGIN, 2 * GAP, -MARGIN, 0)
        name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        painter.setPen(theme.color("text" if self._controller.on(day) else "muted"))
        written = f"{name} {self._model.number(day)}"
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, written)
        painter.setFont(plain)
        if marks := self._controller.marks(day):
            side = max(map(metrics.horizontalAdvance, (DAY_SAMPLE, written))) + 3 * MARGIN
            names = ", ".join(marks)
            self._word(painter, cell.adjusted(side + GAP, 2 * GAP, -MARGIN, 0), names, "accent")
        return cell

    def _head(self, painter: QPainter, cell: QRect, day: date, more: int) -> None:
        """The number of the day, how many posts have no room, and what falls on it."""
        theme, font = self._controller.workspace.theme, QFont(painter.font())
        high = painter.fontMetrics().height()
        line = QRect(cell.left() + MARGIN, cell.top() + STRAND + GAP, cell.width() - 2 * MARGIN, high)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        line = self._word(painter, line, self._model.number(day), "text")
        painter.setFont(font)
        if more > 0:
            line = self._word(painter, line, f"+{more}", "muted")
        if name := self._controller.tag(day):
            painter.setPen(theme.color("accent"))
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, words)

    def _word(self, painter: QPainter, line: QRect, word: str, token: str) -> QRect:
        """Write at the left of a line; what is left of the line."""
        painter.setPen(self._controller.workspace.theme.color(token))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, word)
        return line.adjusted(painter.fontMetrics().horizontalAdvance(word) + 2 * GAP, 0, 0, 0)

    def _chip(self, painter: QPainter, place: QRect, post: PlannedPost) -> None:
        theme = self._controller.workspace.theme
        current = post.piece == self._controller.piece
        painter.setPen(QPen(theme.color("accent" if current else "divider"), 2 if current else 1))
        painter.setBrush(theme.color("soft" if current else "panel"))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
        right = place.right() - GAP
        for name, token in self._signs(post):
            right -= SIGN
            at = QRect(right, place.center().y() - SIGN // 2 + 1, SIGN, SIGN)
            self._controller.workspace.icon(name, token).paint(painter, at)
            right -= GAP
        words = QRect(place.left() + 2 * GAP, place.top(), right - place.left() - 2 * GAP, place.height())
        painter.setPen(theme.color("muted" if post.posted else "text"))
        metrics = painter.fontMetrics()
        lines = self._lines(post, place.width(), metrics)
        if place.height() < 2 * metrics.lineSpacing():
            lines = (post.title,)
        lines = tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, words.width()) for line in lines)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "\n".join(lines))

    def _frame(self, painter: QPainter, option: QStyleOptionViewItem, cell: QRect, day: date) -> None:
        theme = self._controller.workspace.theme
        state = option.state
        if day == self._controller.day:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus" if focused else "accent"), 3))
            painter.drawRect(cell.adjusted(1, 1, -2, -2))
            if focused:
                painter.setPen(QPen(theme.color("text"), 1, Qt.PenStyle.DotLine))
                painter.drawRect(cell.adjusted(4, 4, -5, -5))


def two_lines(text: str, wide: int, metrics: QFontMetrics) -> tuple[str, ...]:
    """A text as it is where it fits, else broken once: as many words as fit, and the rest, which may be too long."""
    if metrics.horizontalAdvance(text) <= wide:
        return (text,)
    words = text.split()
    fit = next((n for n in range(len(words), 1, -1) if metrics.horizontalAdvance(" ".join(words[:n])) <= wide), 1)
    return (" ".join(words[:fit]), " ".join(words[fit:])) if len(words) > 1 else (text,)
