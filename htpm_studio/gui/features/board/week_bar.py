"""The weeks of the month in a bar; where it is narrow, a list with arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QStyle, QTabBar, QToolButton, QWidget

from htpm_studio.gui.core.pieces import days_words, short_title, weeks_of
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.fields import put_icon

PADDING = 14
LINE = 3


class WeekTabs(QTabBar):
    """Tabs of two lines: the week's number and title, and its days."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.dates: list[str] = []
        self.edited: list[bool] = []
        self.setDrawBase(False)
        self.setExpanding(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Weeks"))

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """All tabs are equally wide, two lines high."""
        del index
        line = self.fontMetrics().height()
        parent = self.parentWidget()
        width = (parent.width() if parent else 600) // max(1, self.count())
        return QSize(max(60, width), max(48, 2 * line + 14))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """As wide as there is room for."""
        return QSize(60, self.tabSizeHint(index).height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
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
        if now:
            painter.fillRect(rect, theme.color("base"))
            painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - LINE, rect.width(), LINE), theme.color("accent"))
        if now and self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        line = self.fontMetrics().height()
        top = rect.top() + max(0, rect.height() - 2 * line - LINE) // 2
        box = QRect(rect.left() + PADDING, top, rect.width() - 2 * PADDING, line)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        token = "disabled" if not usable else "accent" if now and not theme.plain else "text"
        painter.setPen(theme.color(token))
        metrics = painter.fontMetrics()
        dot = 10 if self.edited[index] else 0
        text = metrics.elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, box.width() - dot)
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.drawText(self.style().visualRect(self.layoutDirection(), rect, box), align, text)
        if dot:
            spot = QRect(box.left() + metrics.horizontalAdvance(text) + 5, box.center().y() - 2, 5, 5)
            painter.setBrush(theme.color("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(self.style().visualRect(self.layoutDirection(), rect, spot))
        painter.setFont(self.font())
        painter.setPen(theme.color("muted" if usable else "disabled"))
        below = QStyle.visualRect(self.layoutDirection(), rect, box.translated(0, line))
        painter.drawText(below, align, self.dates[index])


class WeekBar(QStackedWidget):
    """Chooses the week; weeks without texts cannot be chosen and say why."""

    chosen = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.tabs = WeekTabs(workspace, self)
        self.list = QComboBox(self)
        self.list.setAccessibleName(self.tr("Week"))
        self.back, self.on = QToolButton(self), QToolButton(self)
        narrow = QWidget(self)
        row = QHBoxLayout(narrow)
        row.setContentsMargins(20, 6, 20, 6)
        for widget, stretch in ((self.back, 0), (self.list, 1), (self.on, 0)):
            row.addWidget(widget, stretch)
        row.addStretch(1)
        self.addWidget(self.tabs)
        self.addWidget(narrow)
        self.back.clicked.connect(lambda: self._step(-1))
        self.on.clicked.connect(lambda: self._step(1))
        self.list.activated.connect(lambda index: self.chosen.emit(index + 1))
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

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as what is shown."""
        current = self.currentWidget()
        return current.sizeHint() if current else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high as what is shown, as narrow as need be."""
        return QSize(200, self.sizeHint().height())

    def refresh(self) -> None:
        """Read weeks, dates and own edits from the document."""
        document = self._workspace.document
        spans = weeks_of(document.project, document.campaign)
        edited = {edit.piece.partition("/")[0] for edit in document.project.edits.items}
        self._filling = True
        while self.tabs.count() > len(document.campaign.weeks):
            self.tabs.removeTab(0)
        self.list.clear()
        self.tabs.dates, self.tabs.edited = [], []
        for index, week in enumerate(document.campaign.weeks):
            days = days_words(spans[index]) if index < len(spans) else ""
            own = f"w{week.number}" in edited
            self.tabs.dates.append(days)
            self.tabs.edited.append(own)
            if index >= self.tabs.count():
                self.tabs.addTab("")
            title = f"{week.number} {short_title(week.eyebrow, week.title)}"
            self._describe(index, title, week.title, days, ready=week.ready, own=own)
        self.tabs.setCurrentIndex(document.project.week - 1)
        self.list.setCurrentIndex(document.project.week - 1)
        self._filling = False
        self._arrows()
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
        """Whether a week has texts."""
        return self.tabs.isTabEnabled(week - 1)

    def _tab_chosen(self, index: int) -> None:
        if not self._filling and index >= 0:
            self.chosen.emit(index + 1)

    def _step(self, step: int) -> None:
        if (week := self._next(step)) is not None:
            self.chosen.emit(week)

    def _next(self, step: int) -> int | None:
        week = self._workspace.document.project.week + step
        while 1 <= week <= self.tabs.count():
            if self.usable(week):
                return week
            week += step
        return None

    def _arrows(self) -> None:
        self.back.setEnabled(self._next(-1) is not None)
        self.on.setEnabled(self._next(1) is not None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another font needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
