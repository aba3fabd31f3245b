"""The two bars above the tiles: the weeks of the month, and the chips that go to a section or show only one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QTabBar,
    QToolButton,
    QWidget,
)

from htpm_studio.gui.core.tiles import days_words, short_title, weeks_of
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.accessibility import RovingFocus
from htpm_studio.gui.widgets.fields import Chip, put_icon
from htpm_studio.gui.widgets.layouts import FlowRow

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

    def tabSizeHint(self, index: int) -> QSize:
        """All tabs are equally wide, two lines high."""
        del index
        line = self.fontMetrics().height()
        parent = self.parentWidget()
        width = (parent.width() if parent else 600) // max(1, self.count())
        return QSize(max(60, width), max(48, 2 * line + 14))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """As wide as there is room for."""
        return QSize(60, self.tabSizeHint(index).height())

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
            title = short_title(week.eyebrow, week.title)
            title = title if document.campaign.observance.single else f"{week.number} {title}"
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

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


ALL, TO_CHECK = "", "!"


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Filter", text))


def short_label(text: str) -> str:
    """A short name in the language of the window."""
    return QCoreApplication.translate("Filter", text)


FORMS = 3
SHORT: Mapping[str, str] = {"background": _t("Backgrounds"), "social": _t("Social"), "copy": _t("Posts")}
"""Names of media where there is little room."""


class FilterRow(QWidget):
    """Chips with counts. The first click on a section's chip goes there, the second shows nothing else."""

    went_to = Signal(str)
    filtered = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._chips: dict[str, QToolButton] = {}
        self.now, self._visited, self._ticking = ALL, "", False
        self._rows: tuple[tuple[str, str, int], ...] = ()
        self._form = 0
        outer = QHBoxLayout(self)
        outer.setContentsMargins(20, 6, 20, 6)
        self._row = QWidget(self)
        self._row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowRow(self._row)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.hint = QLabel(self)
        self.hint.setProperty("kind", "muted")
        outer.addWidget(self._row, 1)
        outer.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self._outer, self._narrow = outer, False
        self._checking = self._wanted = self._by_itself = False
        self._roving = RovingFocus(self)
        self._new = self._is_new()
        workspace.document.changed.connect(self._look_again)

    def set_sections(self, entries: Sequence[tuple[str, str, int]], to_check: int) -> None:
        """One chip for each section (medium, title, count), and one for what is to be checked."""
        rows = [(ALL, self.tr("All"), 0), *entries]
        if to_check:
            rows.append((TO_CHECK, self.tr("Pieces to check"), to_check))
        if list(self._chips) != [name for name, _, _ in rows]:
            self._rebuild([name for name, _, _ in rows])
        self._rows = tuple(rows)
        self._name(self._form)
        for name, title, count in rows:
            chip = self._chips[name]
            chip.setAccessibleName(self.tr("{title}, {count}").format(title=title, count=count) if count else title)
        if self.now not in self._chips:
            self.choose(ALL)
        self._show_marked()
        self._show()

    def set_checking(self, on: bool) -> None:
        """The checks are beside the board, or not any more: show what they are about until something else is chosen."""
        if on == self._checking:
            return
        if not on and self._by_itself and self.now == TO_CHECK:
            self.choose(ALL)
        self._checking = self._wanted = on
        self._by_itself = False
        self._show_marked()

    def _show_marked(self) -> None:
        if self._wanted and self.now == ALL and TO_CHECK in self._chips:
            self._wanted, self._by_itself = False, True
            self.choose(TO_CHECK)

    def set_ticking(self, on: bool) -> None:
        """Say that pieces can be ticked, or not."""
        self._ticking = on
        self._show()

    def choose(self, name: str) -> None:
        """Show only one section, only what is to be checked, or all."""
        self.now, self._visited = name, name
        self._show()
        self.filtered.emit(name)

    def _rebuild(self, names: Sequence[str]) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for name in names:
            chip = Chip("", self._row)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.clicked.connect(lambda _checked=False, one=name: self._clicked(one))
            self._chips[name] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._roving.set_controls(self._chips.values())
        self.restyle()

    def _clicked(self, name: str) -> None:
        if name in (ALL, TO_CHECK):
            self.choose(ALL if name == self.now else name)
        elif self.now == name:
            self.choose(ALL)
        elif self.now in (ALL, TO_CHECK) and self._visited != name:
            if self.now == TO_CHECK:
                self.choose(ALL)
            self._visited = name
            self.went_to.emit(name)
            self._show()
        else:
            self.choose(name)

    def _is_new(self) -> bool:
        return not self._workspace.document.project.brand.organization

    def _look_again(self, *_: object) -> None:
        if self._new != self._is_new():
            self._new = not self._new
            self._show()

    def _show(self) -> None:
        for name, chip in self._chips.items():
            chip.setChecked(name == self.now)
            if name not in (ALL, TO_CHECK):
                again = self._visited == name and self.now == ALL
                chip.setToolTip(self.tr("Click again to show only this") if again else self.tr("Go there"))
        if self._ticking:
            words = self.tr("Select what you need, or use a set on the right")
        elif self.now == ALL and self._new:
            words = self.tr("This is the real kit. It changes while you type.")
        elif self.now == ALL:
            words = self.tr("Double-click a piece to edit it")
        elif self.now == TO_CHECK:
            words = self.tr("Everything stays open for editing")
        else:
            words = self.tr("“All” shows the rest again")
        self.hint.setText(words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint gives way to the chips."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        margins = self._outer.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._outer.spacing()
        wanted = self._flow.sizeHint().width() + self.hint.sizeHint().width()
        self.hint.setVisible(not self._narrow and wanted <= room)
        for form in range(FORMS):
            self._name(form)
            if self._flow.sizeHint().width() <= self.width() - margins.left() - margins.right():
                return

    def _name(self, form: int) -> None:
        """Give the chips their words: where all would need a second row shorter ones, then none with a number."""
        self._form = form
        for name, title, count in self._rows:
            words = short_label(SHORT[name]) if form and name in SHORT else title
            counted = count and (form < FORMS - 1 or name == TO_CHECK)
            if name in self._chips:
                self._chips[name].setText(f"{words}  {count}" if counted else words)

    def restyle(self) -> None:
        """Draw the icons in the colors of the theme."""
        if TO_CHECK in self._chips:
            self._chips[TO_CHECK].setIcon(self._workspace.icon("triangle-alert", "warn"))

    def chip(self, name: str) -> QToolButton:
        """The chip of a section; raises KeyError for an unknown one."""
        return self._chips[name]

    def set_narrow(self, narrow: bool) -> None:
        """Leave the hint out where there is no room."""
        self._narrow = narrow
        self._make_room()
