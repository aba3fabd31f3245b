"""The two rows above the tiles: the weeks of the month, and what the kit is for, in a word for each medium."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QStyle,
    QTabBar,
    QToolButton,
    QWidget,
)

from htpm_studio.campaign.dates import FocusWeek
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.gui.core.tiles import days_words, short_title, weeks_of
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.layout import SIDE
from htpm_studio.gui.i18n import whole_month
from htpm_studio.gui.widgets.accessibility import RovingFocus
from htpm_studio.gui.widgets.arrange import in_row
from htpm_studio.gui.widgets.fields import kind_label, link_button, put_icon

PADDING, DOT = 12, 10
LINE = 3


class WeekTabs(QTabBar):
    """Tabs of two lines: the week's number and title, and its days. Each is as wide as its words; they scroll."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.dates: list[str] = []
        self.edited: list[bool] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(self.tr("Weeks"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End choose the first and the last tab that can be chosen."""
        step = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(next(index for index in range(self.count())[::step] if self.isTabEnabled(index)))

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the title in bold and for the days."""
        line = self.fontMetrics().height()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        dates = self.dates[index] if index < len(self.dates) else ""
        words = QFontMetrics(bold).horizontalAdvance(self.tabText(index)), self.fontMetrics().horizontalAdvance(dates)
        return QSize(max(words) + 2 * PADDING + DOT, max(48, 2 * line + 14))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Nothing is cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every tab."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._tab(painter, index)
        painter.end()

    def _tab(self, painter: QPainter, index: int) -> None:
        theme, rect, now = self._workspace.theme, self.tabRect(index), index == self.currentIndex()
        usable = self.isTabEnabled(index)
        line = self.fontMetrics().height()
        top = rect.top() + max(0, rect.height() - 2 * line - LINE) // 2
        box = QRect(rect.left() + PADDING, top, rect.width() - 2 * PADDING, line)
        if now:
            mark = QRect(box.left(), rect.bottom() + 1 - LINE, box.width(), LINE)
            painter.fillRect(mark, theme.color("accent"))
        if now and self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(3, 3, -4, -5), 6, 6)
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold if now else QFont.Weight.Normal)
        painter.setFont(font)
        token = "disabled" if not usable else "accent" if now and not theme.plain else "text"
        painter.setPen(theme.color(token))
        metrics = painter.fontMetrics()
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        place = self.style().visualRect(self.layoutDirection(), rect, box)
        painter.drawText(place, align | int(Qt.TextFlag.TextDontClip), self.tabText(index))
        if self.edited[index]:
            spot = QRect(box.left() + metrics.horizontalAdvance(self.tabText(index)) + 5, box.center().y() - 2, 5, 5)
            painter.setBrush(theme.color("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(self.style().visualRect(self.layoutDirection(), rect, spot))
        painter.setFont(self.font())
        painter.setPen(theme.color("muted" if usable else "disabled"))
        below = QStyle.visualRect(self.layoutDirection(), rect, box.translated(0, line))
        painter.drawText(below, align | int(Qt.TextFlag.TextDontClip), self.dates[index])


EVERY = 0
"""The number that stands for all weeks."""


class WeekBar(QStackedWidget):
    """Chooses the week, or all of them, which stand first; weeks without texts cannot be chosen and say why."""

    chosen = Signal(int)

    def __init__(self, workspace: Workspace, exporter: ExportController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._exporter = workspace, exporter
        self._numbers: list[int] = []
        tabs = QWidget(self)
        self.tabs = WeekTabs(workspace, tabs)
        self.list = QComboBox(self)
        self.list.setAccessibleName(self.tr("Week"))
        self.back, self.on = QToolButton(self), QToolButton(self)
        narrow = QWidget(self)
        in_row((self.tabs, 1), inside=tabs, margins=(SIDE, 0, SIDE, 0))
        row = QHBoxLayout(narrow)
        row.setContentsMargins(20, 6, 20, 6)
        for widget, stretch in ((self.back, 0), (self.list, 1), (self.on, 0)):
            row.addWidget(widget, stretch)
        row.addStretch(1)
        self.addWidget(tabs)
        self.addWidget(narrow)
        self.back.clicked.connect(lambda: self._step(-1))
        self.on.clicked.connect(lambda: self._step(1))
        self.list.activated.connect(lambda index: self.chosen.emit(self._numbers[index]))
        self.tabs.currentChanged.connect(self._tab_chosen)
        self._filling = False
        self.refresh()
        self.restyle()

    def restyle(self) -> None:
        """Draw the icons in the colors of the theme."""
        for button, icon, words in (
            (self.back, "chevron-left", self.tr("Previous week")),
            (self.on, "chevron-right", self.tr("Next week")),
        ):
            put_icon(button, self._workspace.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words)

    def set_compact(self, compact: bool) -> None:
        """Show the list with arrows, or the tabs."""
        self.setCurrentIndex(1 if compact else 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as what is shown."""
        current = self.currentWidget()
        return current.sizeHint() if current else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As high as what is shown, as narrow as need be."""
        return QSize(200, self.sizeHint().height())

    def refresh(self) -> None:
        """Read weeks, dates and own edits from the document."""
        document = self._workspace.document
        spans = weeks_of(document.project, document.campaign)
        edited = {edit.piece.partition("/")[0] for edit in document.project.edits.items}
        weeks = document.campaign.weeks
        every = len(self._exporter.ready_weeks()) > 1
        self._numbers = [EVERY] * every + [week.number for week in weeks]
        self._filling = True
        while self.tabs.count() > len(self._numbers):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < len(self._numbers):
            self.tabs.addTab("")
        self.list.clear()
        self.tabs.dates = [days_words(span) for span in spans] + [""] * (len(weeks) - len(spans))
        self.tabs.edited = [f"w{week.number}" in edited for week in weeks]
        if every:
            whole = FocusWeek(EVERY, spans[0].first, spans[-1].last) if spans else None
            self.tabs.dates.insert(0, days_words(whole) if whole else "")
            self.tabs.edited.insert(0, False)
            month = whole_month(document.campaign.observance.month)
            self._describe(0, month, month, self.tabs.dates[0], ready=True, own=False)
        for index, week in enumerate(weeks, int(every)):
            title = short_title(week.eyebrow, week.title)
            title = title if document.campaign.observance.single else f"{week.number} {title}"
            days, own = self.tabs.dates[index], self.tabs.edited[index]
            self._describe(index, title, week.title, days, ready=week.ready, own=own)
        now = EVERY if every and self._exporter.every_week else document.project.week
        shown = self._numbers.index(now) if now in self._numbers else 0
        self.tabs.setCurrentIndex(shown)
        self.list.setCurrentIndex(shown)
        self._filling = False
        self._arrows()
        self.tabs.updateGeometry()
        self.tabs.update()

    def _describe(self, index: int, title: str, full: str, days: str, *, ready: bool, own: bool) -> None:
        missing = self.tr("{title}: not in this campaign pack yet").format(title=full)
        tip = f"{full}, {days}" if ready else missing
        if own:
            tip = self.tr("{week}, changed here").format(week=tip)
        self.tabs.setTabText(index, title)
        self.tabs.setTabToolTip(index, tip)
        self.tabs.setTabEnabled(index, ready)
        self.tabs.setAccessibleTabName(index, tip)
        self.list.addItem(f"{title}, {days}")
        self.list.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        if not ready:
            self.list.setItemData(index, 0, Qt.ItemDataRole.UserRole - 1)  # how a combo box takes an entry out of use

    def usable(self, week: int) -> bool:
        """Whether a week, or all of them, can be chosen."""
        return week in self._numbers and self.tabs.isTabEnabled(self._numbers.index(week))

    def _tab_chosen(self, index: int) -> None:
        if not self._filling and index >= 0:
            self.chosen.emit(self._numbers[index])

    def _step(self, step: int) -> None:
        if (week := self._next(step)) is not None:
            self.chosen.emit(week)

    def _next(self, step: int) -> int | None:
        place = self.tabs.currentIndex() + step
        while 0 <= place < len(self._numbers):
            if self.tabs.isTabEnabled(place):
                return self._numbers[place]
            place += step
        return None

    def _arrows(self) -> None:
        self.back.setEnabled(self._next(-1) is not None)
        self.on.setEnabled(self._next(1) is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Verbs", text))


VERBS: Mapping[str, str] = {
    "deck": _t("Talk"), "background": _t("Call"), "social": _t("Post"), "print": _t("Print"), "copy": _t("Write"),
}  # fmt: skip
"""What each medium is for, in one word."""


class VerbRow(QWidget):
    """What the kit is for: a word for each medium leads there and lights up while the medium is in sight.

    While the checks are open, the pieces that they are about are shown alone until "Show all" is pressed.
    """

    went_to = Signal(str)
    check_only = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.verbs: dict[str, QToolButton] = {}
        self.checking = False
        row = in_row(inside=self, margins=(SIDE + 4, 2, SIDE + 12, 4), spacing=2)
        for medium, word in VERBS.items():
            verb = QToolButton(self)
            verb.setText(QCoreApplication.translate("Verbs", word))
            verb.setCheckable(True)
            verb.setProperty("kind", "view")
            verb.clicked.connect(lambda _checked=False, medium=medium: self.went_to.emit(medium))
            self.verbs[medium] = verb
            row.addWidget(verb)
        self.hint = kind_label("", "muted")
        self.show_all = link_button(self.tr("Show all"))
        self.show_all.clicked.connect(lambda: self._check(on=False))
        self.stop_placing = link_button(self.tr("Done"))
        self.hide_some = link_button(self.tr("Hide what you do not need"))
        self.hide_some.setObjectName("hide")
        for part in (self.hint, self.stop_placing, self.show_all):  # where no card at the right covers them
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.hide_some)
        self._roving = RovingFocus(self, self.verbs.values())
        self._now = ""
        self.setMinimumHeight(self.sizeHint().height())  # a month as a whole has no words, and moves nothing
        self._say()

    def show_media(self, media: Sequence[str]) -> None:
        """Offer the words of these media; a month as a whole has none."""
        for medium, verb in self.verbs.items():
            verb.setVisible(medium in media)
        self.hide_some.setVisible(bool(media))

    def light(self, medium: str) -> None:
        """Show which medium is in sight."""
        if medium != self._now:
            self._now = medium
            for name, verb in self.verbs.items():
                verb.setChecked(name == medium)
        elif medium in self.verbs:
            self.verbs[medium].setChecked(True)

    def set_checking(self, on: bool) -> None:
        """The checks were opened: show what they are about until all is asked for; or they were closed."""
        self._check(on=on)

    def _check(self, *, on: bool) -> None:
        if on != self.checking:
            self.checking = on
            self._say()
            self.check_only.emit(on)

    def set_placing(self, *, on: bool) -> None:
        """Say that a click on a piece puts a picture there, and how to end that."""
        self.hint.setText(self.tr("Click the pieces that get this picture.") if on else "")
        self.stop_placing.setVisible(on)

    def set_ticking(self, on: bool) -> None:
        """Say that pieces can be ticked, or not."""
        self.hint.setText(self.tr("Select what you need") if on else "")

    def _say(self) -> None:
        self.show_all.setVisible(self.checking)
        self.stop_placing.setVisible(False)
