"""The first page a new user sees on the left: week or month, name, logo, colors and style, export."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.campaign.dates import coming_week
from htpm_studio.campaign.model import Campaign
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.selection import WITH_KIT, estimated_bytes, estimated_seconds
from htpm_studio.gui.controllers.brand import choose_brand
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.gui.controllers.picture_use import ready_kits
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.tiles import days_words, short_title, weeks_of
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.sidebar.panel import (
    BrandColors,
    LanguageField,
    brand_button,
    contact_field,
    local_number_field,
    name_field,
    year_field,
)
from htpm_studio.gui.i18n import size_words, time_words, whole_month
from htpm_studio.gui.pickers.logo_drop import LogoDrop, logo_caption
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.fields import (
    kind_label,
    labeled_field,
    link_button,
    pane,
    put_icon,
    scroll_area,
    set_theme_icon,
)
from htpm_studio.gui.widgets.labels import LettersNote
from htpm_studio.project.model import Brand, Project

MARGIN = 22
EVERY = 0
"""All weeks, in the list of weeks."""
LINES_FOR_ALL, LINES_FOR_FILES = 56, 34
"""How many lines of text high the page is at least with everything in sight, and with the number of files."""


class StartPage(QWidget):
    """Four choices make the kit the user's.

    It stays until name and logo are there, or until it is skipped; then the first export and work on a piece bring the
    usual panel.
    """

    PREFERRED_WIDTH = 352

    def __init__(self, workspace: Workspace, pictures: PicturesController, exporter: ExportController) -> None:
        super().__init__()
        self.workspace, self.document = workspace, workspace.document
        self._pictures, self._exporter = pictures, exporter
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._project: Project | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._body(), 1)
        column.addWidget(self._action())
        self._more = self._foot()
        self._column = column
        column.addWidget(self._more)
        for signal in (self.document.changed, self.document.week_changed):
            signal.connect(lambda *_: self.refresh() if self.isVisible() else None)
        # The board moves when this page goes: the second click of a double click is to find its piece where it was.
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.timeout.connect(self._leave_selected)
        workspace.selection_changed.connect(lambda _pieces: self._leaving.start(QApplication.doubleClickInterval()))
        workspace.opened.connect(self._leave_for)
        self._exporter.changed.connect(lambda: self._leave_complete() if self._exporter.running else None)
        self._exporter.scope_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

    def _body(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 24, MARGIN, 16)
        column.setSpacing(6)
        column.addWidget(kind_label(self.tr("Your kit is ready."), "start"))
        column.addWidget(kind_label(self.tr("Four choices make it yours. You can change everything later."), "muted",
                                    wrap=True))  # fmt: skip
        self.skip = link_button(self.tr("Skip these steps"))
        self.skip.clicked.connect(self._leave)
        column.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addLayout(self._language())
        column.addSpacing(8)
        self.week = QComboBox()
        self.week.activated.connect(self._choose_week)
        self._fill_weeks()
        self.name = name_field(self.document)
        self.logo = LogoDrop(self.workspace, self._pictures)
        self.caption = kind_label("", "muted", wrap=True)
        self.brand = BrandColors(self.workspace)
        self.change = brand_button(self.workspace)
        self.marks = [QLabel() for _ in range(4)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.by_date = kind_label(self.tr("Based on today’s date."), "muted", wrap=True)
        steps = (
            (self.tr("Which week?"), self.week, self.by_date, None),
            (self.tr("Who is it from?"), self.name, None, None),
            (self.tr("Your logo"), self.logo, self.caption, None),
            (self.tr("Colors and style"), self.brand, None, self.change),
        )
        for number, (words, field, below, beside) in enumerate(steps):
            self._add_step(grid, number, words, field, below, beside)
        self._add_details(grid, len(steps))
        column.addLayout(grid)
        column.addStretch(1)
        self._steps = column
        self._area = scroll_area(content)
        return self._area

    def _language(self) -> QHBoxLayout:
        """The language of the kit, in a row with the words for it in every language that there is."""
        self.language = LanguageField(self.document)
        self.sign = kind_label("", "muted")
        words = kind_label("Kit in / Kit en", "muted")
        words.setBuddy(self.language)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(words)
        row.addWidget(self.language, 1)
        return row

    def _add_step(
        self, grid: QGridLayout, number: int, words: str, field: QWidget, below: QLabel | None, beside: QWidget | None
    ) -> None:
        row = number * 4
        mark = self.marks[number]
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(mark, row, 0)
        label = kind_label(words, "head")
        label.setBuddy(field)
        if field is not self.logo:
            field.setAccessibleName(words)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        if beside is not None:
            head.addWidget(beside)
        grid.addLayout(head, row, 1)
        grid.addWidget(field, row + 1, 1)
        if below is not None:
            grid.addWidget(below, row + 2, 1)
        if field is self.name:
            grid.addWidget(LettersNote(self.document, lambda p: p.brand.organization), row + 3, 1)
        grid.setRowMinimumHeight(row + 3, 8)

    def _add_details(self, grid: QGridLayout, number: int) -> None:
        """What few need on the first day, behind a button: web address, local number, year."""
        self.details = link_button(self.tr("Web address, local number, year"))
        self.contact, self.number = contact_field(self.document), local_number_field(self.document)
        self.year = year_field(self.document)
        self.fields = pane()
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        for words, field in (
            (self.tr("Contact line"), self.contact),
            (self.tr("Local number"), self.number),
            (self.tr("Year"), self.year),
        ):
            column.addWidget(labeled_field(words, field))
        self.fields.hide()
        self.details.clicked.connect(lambda: self._show_details(self.fields.isHidden()))
        grid.addWidget(self.details, number * 4, 1)
        grid.addWidget(self.fields, number * 4 + 1, 1)

    def _show_details(self, on: bool) -> None:
        self.fields.setVisible(on)
        self._dress_details()
        if on:
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.fields))

    def _dress_details(self) -> None:
        on = not self.fields.isHidden()
        put_icon(self.details, self.workspace.icon("chevron-down" if on else "chevron-right", "accent"))
        self.details.setAccessibleDescription(self.tr("open") if on else self.tr("closed"))

    def _action(self) -> QWidget:
        """The button that makes the kit, always in sight."""
        action = pane()
        column = QVBoxLayout(action)
        column.setContentsMargins(MARGIN, 4, MARGIN, 4)
        column.setSpacing(6)
        self.export = QPushButton()
        self.export.setProperty("kind", "primary")
        self.export.setMinimumHeight(38)
        set_theme_icon(self.workspace, self.export, "folder-output", "on_accent")
        self.export.clicked.connect(self._export)
        self.files = kind_label("", "muted")
        self.files.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.export)
        column.addWidget(self.files)
        return action

    def _foot(self) -> QWidget:
        foot = pane()
        column = QVBoxLayout(foot)
        column.setContentsMargins(MARGIN - 6, 8, MARGIN, 12)
        self.open = link_button(self.tr("Open a kit"))
        set_theme_icon(self.workspace, self.open, "folder-open", "accent")
        self.open.clicked.connect(lambda: self._trigger("open"))
        self.use_brand = link_button(self.tr("Use a brand file from a colleague"))
        set_theme_icon(self.workspace, self.use_brand, "palette", "accent")
        self.use_brand.clicked.connect(lambda: choose_brand(self.workspace, self._pictures.logo_reader, self))
        column.addWidget(self.open)
        column.addWidget(self.use_brand)
        safe = kind_label(self.tr("No account. Pictures stay on this computer."), "muted", wrap=True)
        safe.setContentsMargins(8, 0, 0, 0)
        column.addWidget(safe)
        return foot

    def _fill_weeks(self) -> None:
        project = self.document.project
        self._shown = _dated(project, self.document.campaign)
        self.week.clear()
        ready = len(self._exporter.ready_weeks())
        if ready > 1:
            words = self.tr("{month}, {count} weeks")
            month = whole_month(self.document.campaign.observance.month)
            self.week.addItem(words.format(month=month, count=ready), EVERY)
        with_dates = self.tr("{number} {title}, {dates}")
        spans = weeks_of(project, self.document.campaign)
        for week in self.document.campaign.weeks:
            dates = days_words(spans[week.number - 1]) if spans else ""
            words = with_dates.format(number=week.number, title=short_title(week.eyebrow, week.title), dates=dates)
            words = f"{week.short}, {dates}" if self.document.campaign.observance.single else words
            self.week.addItem(words, week.number)
            item = getattr(self.week.model(), "item", lambda _row: None)(self.week.count() - 1)
            if item is not None and not week.ready:
                item.setEnabled(False)
                item.setToolTip(self.tr("This week has no texts yet."))
        self.week.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.week.setMinimumContentsLength(16)

    def refresh(self, *_: object) -> None:
        """Show the project, with a tick at what is done."""
        project = self.document.project
        if self._shown != _dated(project, self.document.campaign):
            self._fill_weeks()
        self.week.setCurrentIndex(self.week.findData(EVERY if self._exporter.every_week else project.week))
        scope = self._exporter.scope_words()
        self.export.setText(self.tr("Export {what}").format(what=scope) if scope else self.tr("Export the kit"))
        weeks = weeks_of(project, self.document.campaign)
        now = bool(weeks) and project.week == coming_week(weeks, self.workspace.today)
        self.by_date.setVisible(now and not self._exporter.every_week)
        self.caption.setText(logo_caption(self, logo=project.brand.logo is not None))
        show_mark(self.sign, self.workspace.icon("languages", "muted"))
        self._dress_details()
        brand = project.brand
        colored = bool(brand.colors) or brand.logo is not None or brand.style != Brand("").style
        done = (True, bool(brand.organization), brand.logo is not None, colored)
        theme = self.workspace.theme
        for number, (mark, ready) in enumerate(zip(self.marks, done, strict=True), 1):
            mark.setText("" if ready else str(number))
            if ready:
                show_mark(mark, self.workspace.icon("check", "ok"))
            fill, ink = ("ok_fill", "ok") if ready else ("soft", "accent")
            colors = "" if theme.plain else f"background: {theme.tokens[fill]}; color: {theme.tokens[ink]};"
            side = max(24, round(1.4 * self.fontMetrics().height()))
            mark.setFixedSize(side, side)
            mark.setStyleSheet(f"{colors} border-radius: {side // 2}px; font-weight: 600;")
            mark.setAccessibleName(self.tr("done") if ready else self.tr("step {number}").format(number=number))
        if self._exporter.every_week:
            words = self.tr("{count} kits, each in a folder of its own")
            self.files.setText(words.format(count=len(self._exporter.weeks())))
        else:
            kit = next(ready_kits(self.document), None)
            self.files.setText(self._about(kit) if kit else "")

    def _about(self, kit: Kit) -> str:
        """How much a kit is and how long it takes, as the last export went."""
        files, exporter = plan(kit), self._exporter
        size = size_words(estimated_bytes(files, exporter.known))
        time = time_words(estimated_seconds(files, exporter.seconds_a_page))
        words = self.tr("{count} files, about {size}, {time}")
        return words.format(count=len(files) + WITH_KIT, size=size, time=time)

    def _choose_week(self, _index: int) -> None:
        week = self.week.currentData()
        self._exporter.want_every_week(week == EVERY)
        if week != EVERY:
            self.document.open_week(week)

    def showEvent(self, event: QShowEvent) -> None:
        """The name is where everybody starts with a new kit."""
        super().showEvent(event)
        self.workspace.left_home = "start"
        self.refresh()
        if self._project is not self.document.project and not self.document.stack.count():
            self._project = self.document.project
            self.name.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window only the button that makes the kit stays below; the rest scrolls with the steps."""
        super().resizeEvent(event)
        lines = self.height() / self.fontMetrics().height()
        (self._column if lines >= LINES_FOR_ALL else self._steps).addWidget(self._more)
        self.files.setVisible(lines >= LINES_FOR_FILES)

    def _export(self) -> None:
        self._trigger("export_now")
        self._leave_complete()

    def _trigger(self, name: str) -> None:
        action = self.workspace.actions.get(name)
        if action is not None:
            action.trigger()
        elif name == "export_now":
            self.workspace.panel_wanted.emit("export")

    def _leave_for(self, piece: str) -> None:
        if piece and self.isVisible():
            self._leave_complete()

    def _leave_selected(self) -> None:
        if self.workspace.selection and self.isVisible():
            self._leave_complete()

    def _leave_complete(self) -> None:
        """Give the place to the usual panel once name and logo are there: before that, this page is still needed."""
        brand = self.document.project.brand
        if brand.organization and brand.logo is not None:
            self._leave()

    def _leave(self) -> None:
        """Give the place to the usual panel, which comes to the front only where this page is."""
        if self.workspace.left_home == "start":
            self.workspace.left_home = "choices"
            self.workspace.left_changed.emit("choices")


def _dated(project: Project, campaign: Campaign) -> tuple[object, ...]:
    """What the list of weeks follows from."""
    titles = tuple(week.title for week in campaign.weeks)
    return project.year, project.week_dates, campaign.language, campaign.observance, titles
