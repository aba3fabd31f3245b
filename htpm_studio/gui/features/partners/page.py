"""Kits for partner organizations: the list with what is missing, a preview, and one button that makes them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.export.disk.atomic_output import write_error
from htpm_studio.export.pages.selection import SETS
from htpm_studio.export.sources.partners import EXAMPLE
from htpm_studio.gui.controllers.export import OWN, set_title
from htpm_studio.gui.core.shell_interface import CenterPage
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.partners.columns import ColumnsQuestion
from htpm_studio.gui.features.partners.controller import NAME, PartnerKitRow, PartnersController
from htpm_studio.gui.features.partners.preview import PartnerPreview
from htpm_studio.gui.features.partners.sheet import PartnerSheet
from htpm_studio.gui.features.partners.table import PartnerTable, row_words
from htpm_studio.gui.i18n import explain, path_words, translate
from htpm_studio.gui.pickers.deck_design import DesignLine
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    WIDEST,
    buddy,
    divider,
    kind_label,
    link_button,
    restyle,
    scroll_area,
    set_theme_icon,
)
from htpm_studio.gui.widgets.files import ask_file, ask_target, open_path, start_folder
from htpm_studio.gui.widgets.layouts import FlowRow, PageHead, notice_box, title_label

TABLE, QUESTION = 1, 2
LISTS = "*.csv *.tsv *.txt *.xlsx"


class StartOfList(QWidget):
    """A place to drop a list on, with buttons that do the same."""

    def __init__(self, workspace: Workspace, partners: PartnersController) -> None:
        super().__init__()
        self.workspace, self.controller = workspace, partners
        content = QWidget()
        drop = QFrame()
        drop.setProperty("kind", "drop")
        drop.setFrameShape(QFrame.Shape.Box)
        inside = in_column(
            title_label(self.tr("Drop a list here, one organization a row")),
            inside=drop,
            margins=(24, 24, 24, 24),
            spacing=12,
        )
        for words in (
            self.tr("A table as CSV or Excel file, as you have it. Next, you see what each column was taken for."),
            self.tr("Only the names are required. Keep logos in the same folder as the list."),
        ):
            inside.addWidget(kind_label(words, "muted", wrap=True))
        self.choose, self.example = (
            QPushButton(self.tr("Choose a list…")),
            QPushButton(self.tr("Save an example list…")),
        )
        self.paste = QPushButton(self.tr("Paste a table"))
        self.choose.setProperty("kind", "primary")
        set_theme_icon(self.workspace, self.choose, "file-input", "on_accent")
        self.choose.clicked.connect(self.choose_list)
        self.example.clicked.connect(self.save_example)
        self.paste.clicked.connect(lambda: self.controller.paste(QGuiApplication.clipboard().text()))
        buttons = QWidget()
        row = FlowRow(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.choose, self.paste, self.example):
            row.addWidget(button)
        inside.addWidget(buttons)
        self.box, margin = notice_box("error")
        self.trouble = kind_label("", "error", wrap=True)
        margin.addWidget(self.trouble)
        inside.addWidget(self.box)
        in_column(drop, STRETCH, inside=content, margins=(MARGIN, 32, MARGIN, 32), spacing=12)
        in_column(scroll_area(content), inside=self)

    def choose_list(self) -> None:
        """Ask for a list."""
        words = self.tr("Lists ({endings})").format(endings=LISTS)
        chosen = ask_file(self.workspace, self, "table", self.tr("List of organizations"), words)
        if chosen is not None:
            self.controller.load(chosen)

    def save_example(self) -> None:
        """Write a list with three rows to start from."""
        title = self.tr("Save an example list")
        chosen = ask_target(self.workspace, self, "table", title, NAME, "CSV (*.csv)")
        if chosen is None:
            return
        try:
            chosen.write_text(EXAMPLE, encoding="utf-8")
        except OSError as error:
            self.workspace.toast(explain(write_error(error, chosen)))
        else:
            self.workspace.toast(
                self.tr("Saved: {path}. Open it in a spreadsheet program.").format(path=path_words(chosen))
            )


WIDE, BOTH, USUAL_LINE, LINES, LINK_HIGH = 900, 1600, 17, 26, 24
SPARE = (2, 3)
"""Columns that a narrow window does without: phone and contact line."""


class PartnersPage(CenterPage):
    """Follows the controller; keeps nothing but the current row and how rows are shown."""

    def __init__(self, workspace: Workspace, partners: PartnersController) -> None:
        super().__init__()
        self.workspace, self.controller = workspace, partners
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = 0
        self.table, self.preview = PartnerTable(self.controller), PartnerPreview(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.sheet, self.question = PartnerSheet(partners), ColumnsQuestion(partners)
        self.start = StartOfList(workspace, partners)
        column.addWidget(self._head())
        column.addWidget(divider())
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self._middle())
        self.pages.addWidget(self.question)
        column.addWidget(self.pages, 1)
        column.addWidget(divider())
        self.foot = self._foot()
        column.addWidget(self.foot)
        self.controller.changed.connect(self.refresh)
        self.controller.rows_changed.connect(self._rows_changed)
        self.controller.listed.connect(self._listed)
        self.table.scrolled.connect(self._buttons)
        self.table.logos.ready.connect(self._logos_read)
        self.question.other_wanted.connect(self.start.choose_list)
        self.sheet.activated.connect(lambda _index: self.look_at_all(on=False))
        self.sheet.selectionModel().currentChanged.connect(self._show_preview)
        for part, leave in ((self.sheet, lambda: self.look_at_all(on=False)), (self.question, partners.drop_question)):
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(Qt.Key.Key_Escape), part, context=inside).activated.connect(leave)
        self.controller.stepped.connect(self._show_progress)
        self.table.selectionModel().currentRowChanged.connect(self._show_preview)
        self.table.menu_wanted.connect(self._menu)
        self.refresh()

    # ---------------------------------------------------------------- building

    def _head(self) -> QWidget:
        head = PageHead(self.workspace, self.tr("Kits for partner organizations"))
        self.title, row = head.title, head.row
        self.counts = kind_label("", "muted")
        self.counts.setMinimumHeight(LINK_HIGH)
        self.fix, self.all = link_button(""), QPushButton(self.tr("Look at all"))
        self.open = QPushButton(self.tr("Change list…"))
        self.add = QPushButton(self.tr("Add a row"))
        set_theme_icon(self.workspace, self.open, "file-input")
        set_theme_icon(self.workspace, self.add, "plus")
        self.open.clicked.connect(self.start.choose_list)
        self.add.clicked.connect(self._add)
        set_theme_icon(self.workspace, self.all, "layout-grid")
        self.fix.clicked.connect(lambda: self.show_to_fix(only=not self.table.rows.is_part))
        self.all.clicked.connect(lambda: self.look_at_all(on=not self.looking))
        said = QWidget()
        flow = FlowRow(said, gap=4)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.counts)
        flow.addWidget(self.fix)
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons = QWidget()
        flow = FlowRow(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.all, self.open, self.add):
            flow.addWidget(button)
        row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _middle(self) -> QWidget:
        middle = QWidget()
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
        self.views.addWidget(self.sheet)
        in_row((self.views, 3), (self.preview, 1), inside=middle, spacing=0)
        return middle

    def foot_part(self) -> QWidget | None:
        """The part at the lower edge that nothing may cover."""
        return self.foot

    def _foot(self) -> QWidget:
        foot = QWidget()
        grid = QGridLayout(foot)
        grid.setContentsMargins(MARGIN, 10, MARGIN, 10)
        grid.setHorizontalSpacing(12)
        self.pieces, self.weeks, self.folder = QComboBox(), QComboBox(), QLineEdit()
        self._fill_pieces()
        self._fill_weeks()
        self.design = DesignLine(self.workspace)
        self.again = QCheckBox(self.tr("Make finished kits again"))
        self.again.toggled.connect(self._plan)
        self.change = QPushButton(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change the folder"))
        self.change.clicked.connect(self.choose_folder)
        for combo in (self.pieces, self.weeks):
            combo.activated.connect(self._plan)
        fields = ((self.tr("Pieces"), self.pieces), (self.tr("Weeks"), self.weeks), (self.tr("Folder"), self.folder))
        for number, (text, field) in enumerate(fields):
            grid.addWidget(buddy(text, field), 0, number)
            if field is not self.folder:
                grid.addWidget(field, 1, number)
        grid.addLayout(self._folder_row(), 1, 2)
        grid.setColumnStretch(2, 1)
        self.make, self.stop = QPushButton(), QPushButton(self.tr("Stop"))
        self.make.setProperty("kind", "primary")
        set_theme_icon(self.workspace, self.make, "package", "on_accent")
        set_theme_icon(self.workspace, self.stop, "x")
        self.make.clicked.connect(self.controller.make)
        self.stop.clicked.connect(self.controller.stop)
        grid.addWidget(self.make, 1, 3)
        grid.addWidget(self.stop, 1, 3)
        self.bar, self.state = QProgressBar(), kind_label("", "muted", wrap=True)
        self.bar.setTextVisible(False)
        self.open_folder = QPushButton(self.tr("Open folder"))
        set_theme_icon(self.workspace, self.open_folder, "folder-open")
        self.open_folder.clicked.connect(lambda: open_path(self.workspace, self.controller.plan.out))
        more = in_row((self.design, 1), (self.again, 0, Qt.AlignmentFlag.AlignBottom), spacing=20)
        grid.addLayout(more, 2, 0, 1, 4)
        grid.addWidget(self.bar, 3, 0, 1, 4)
        grid.addWidget(self.state, 4, 0, 1, 3)
        grid.addWidget(self.open_folder, 4, 3)
        return foot

    def _folder_row(self) -> QHBoxLayout:
        self.folder.setReadOnly(True)
        self.folder.setMaximumWidth(WIDEST)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.folder, 1)
        place.addWidget(self.change)
        place.addStretch(0)
        return place

    def _fill_pieces(self) -> None:
        for one in SETS:
            self.pieces.addItem(set_title(one.name), one.name)
        self.pieces.addItem(self.tr("Same as the export selection"), OWN)
        self.pieces.setItemData(
            self.pieces.count() - 1,
            self.tr(
                "Kinds, formats, plain decks and print-shop files: whatever is selected under Export kit > Choose."
            ),
            Qt.ItemDataRole.ToolTipRole,
        )

    def _fill_weeks(self) -> None:
        campaign = self.workspace.document.campaign
        ready = [week.number for week in campaign.weeks if week.ready]
        for number in ready:
            self.weeks.addItem(translate(campaign.week_name(number)), (number,))
        if not campaign.observance.single:
            self.weeks.addItem(self.tr("All {count} weeks").format(count=len(ready)), None)

    # ---------------------------------------------------------------- state

    def refresh(self) -> None:
        """Show the list and what can be done with it."""
        controller = self.controller
        asked, listed = controller.asked, bool(controller.rows) and controller.asked is None
        asks = asked is not None and self.pages.currentIndex() != QUESTION
        if asked is not None:
            self.question.show_question(asked)
        self.pages.setCurrentIndex(QUESTION if asked is not None else TABLE if listed else 0)
        view = self.sheet if self.looking else self.table
        self.setFocusProxy(self.question.first if asked is not None else view if listed else self.start.choose)
        if asks and self.isVisible():
            self.setFocus()
        self.foot.setVisible(listed)
        self.start.trouble.setText(controller.error)
        self.start.box.setVisible(bool(controller.error))
        for button in (self.open, self.all):
            button.setVisible(listed)
        self.add.setVisible(asked is None)
        self._show_counts()
        self.pieces.setCurrentIndex(self.pieces.findData(controller.plan.set_name))
        self.weeks.setCurrentIndex(
            next((n for n in range(self.weeks.count()) if self._weeks_at(n) == controller.plan.weeks), 0)
        )
        self.folder.setText(path_words(controller.plan.out))
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(str(controller.plan.out))
        for widget in (self.open, self.add, self.pieces, self.weeks, self.change, self.again):
            widget.setEnabled(not controller.running)
        count = len(controller.chosen())
        self._name_make(count)
        self._swap_buttons()
        self._show_progress()
        self._buttons()
        if controller.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        self._show_preview()

    def _name_make(self, count: int) -> None:
        """What the button does: make so many kits, or after a stop the rest of them."""
        self._count = count
        made = sum(row.state in ("made", "there") for row in self.controller.chosen())
        words = self.tr("Make 1 kit") if count == 1 else self.tr("Make {count} kits").format(count=count)
        hint = "" if count else self.tr("No selected row is ready.")
        if 0 < made < count and not self.controller.plan.again:
            words = self.tr("Go on")
            hint = self.tr("{made} of {count} kits already exist.").format(made=made, count=count)
        self.preview.show_promises(count, *self.controller.estimate())
        self.make.setText(words)
        self.make.setToolTip(hint)
        self.make.setEnabled(bool(count))

    def _swap_buttons(self) -> None:
        """Make or Stop; the focus goes from one to the other, and not to wherever the window would put it."""
        shown, hidden = (self.stop, self.make) if self.controller.running else (self.make, self.stop)
        shown.setVisible(True)
        if hidden.hasFocus():
            (shown if shown.isEnabled() else self.table).setFocus()
        hidden.setVisible(False)

    def _weeks_at(self, row: int) -> tuple[int, ...] | None:
        data = self.weeks.itemData(row)
        return tuple(data) if data is not None else None

    def _show_counts(self) -> None:
        controller = self.controller
        fix, listed = controller.count("fix", "failed"), bool(controller.rows) and controller.asked is None
        ready = len(controller.rows) - controller.count("fix", "failed", "checking")
        text = self.tr("{rows} rows, {ready} ready").format(rows=len(controller.rows), ready=ready)
        if len(controller.rows) == 1:
            text = self.tr("1 row, ready") if ready else self.tr("1 row")
        self.counts.setText(text if listed else "")
        only = self.table.rows.is_part
        self.fix.setText(self.tr("Show all rows") if only else self.tr("{count} to fix").format(count=fix))
        self.fix.setToolTip("" if only else self.tr("Show only the rows that need a fix."))
        self.fix.setVisible(listed and not self.looking and bool(fix or only))
        self.all.setText(self.tr("Back to the list") if self.looking else self.tr("Look at all"))

    def _show_progress(self) -> None:
        controller = self.controller
        self.bar.setVisible(controller.running)
        self.bar.setRange(0, controller.total)
        self.bar.setValue(controller.done)
        self.bar.setAccessibleName(self.tr("Files of all kits"))
        done, chosen = (
            controller.count("made", "there"),
            controller.count("made", "there", "waiting", "making", "failed"),
        )
        kind = "muted"
        if controller.running:
            words = self.tr(
                "{done} of {all} kits. {label} If you stop, finished kits are kept and you can continue later."
            )
            text = words.format(done=done, all=chosen, label=f"{controller.label}." if controller.label else "")
        elif controller.error:
            text, kind = controller.error, "error"
        else:
            text = ""
            if done:
                words = (
                    self.tr("1 kit is ready: {folder}") if done == 1 else self.tr("{count} kits are ready: {folder}")
                )
                text, kind = words.format(count=done, folder=path_words(controller.plan.out)), "title"
            elif controller.unused:
                text = self.tr("Unused columns: {names}.").format(names=", ".join(controller.unused))
        self.state.setText(text)
        self.state.setProperty("kind", kind)
        restyle(self.state)
        self.state.setVisible(bool(text))
        self.open_folder.setVisible(bool(done) and not controller.running)

    def _rows_changed(self, first: int, last: int) -> None:
        self._buttons()
        self._show_counts()
        if not self.controller.running and (count := len(self.controller.chosen())) != self._count:
            self._name_make(count)
        if first <= self._place() <= last:
            self._show_preview()

    def _buttons(self) -> None:
        """A row in view whose logo is missing has its two ways out in the last cell."""
        shown, rows = self.table.rows_in_view(), self.controller.rows
        places = {index: self.table.rows.place(index) for index in {*shown, *self.table.with_buttons()}}
        self.table.logos.want(
            rows[place].partner for index in shown if (place := places[index]) < len(rows) and not rows[place].mistakes
        )
        for index, place in places.items():
            row = rows[place] if 0 <= place < len(rows) else None
            wanted = row is not None and row.needs_logo and index in shown
            if row is not None and wanted != (index in self.table.with_buttons()):
                self.table.set_buttons(index, self._ways_out(place, row) if wanted else ())

    def _logos_read(self) -> None:
        self.table.viewport().update()
        self._buttons()  # which asks for those that are still missing

    def _ways_out(self, index: int, row: PartnerKitRow) -> tuple[QPushButton, QPushButton]:
        name = row.partner.organization
        find, without = QPushButton(self.tr("Find it")), QPushButton(self.tr("Use name"))
        find.setAccessibleName(self.tr("Find the logo of {name}").format(name=name))
        without.setAccessibleName(self.tr("Continue without a logo for {name}").format(name=name))
        find.clicked.connect(lambda: self.find_logo(index))
        without.clicked.connect(lambda: self.controller.change(index, logo=""))
        return find, without

    def _show_preview(self, *_: QModelIndex) -> None:
        index = self._place()
        row = self.controller.rows[index] if 0 <= index < len(self.controller.rows) else None
        wrong = row_words(row) if row is not None and row.state in ("fix", "checking") else None
        if self.preview.isVisibleTo(self):
            self.preview.show_partner(row.partner if row else None, self.controller.folder, wrong)

    def _place(self) -> int:
        """Which row of the list is the current one; -1 for none."""
        if self.looking:
            return self.sheet.currentIndex().row()
        return self.table.rows.place(self.table.currentIndex().row())

    def _go_to(self, place: int) -> None:
        """Make a row of the list the current one of the table, which shows all rows if it did not show this one."""
        if self.table.rows.row_of(place) < 0:
            self.show_to_fix(only=False)
        self.table.setCurrentIndex(self.table.rows.index(self.table.rows.row_of(place), 0))

    @property
    def looking(self) -> bool:
        """Whether the sheet of pictures is shown in the place of the table."""
        return self.views.currentWidget() is self.sheet

    def show_to_fix(self, *, only: bool) -> None:
        """Show the rows that need a fix, or all rows."""
        place, rows = self._place(), self.controller.rows
        self.table.rows.show_only([n for n, row in enumerate(rows) if row.state in ("fix", "failed")] if only else None)
        self.table.setCurrentIndex(self.table.rows.index(max(0, self.table.rows.row_of(place)), 0))
        self._show_counts()
        self._buttons()

    def look_at_all(self, *, on: bool) -> None:
        """Show the sheet of pictures, or the table, with the same partner."""
        place = self._place()
        view = self.sheet if on else self.table
        self.views.setCurrentWidget(view)
        if on:
            self.sheet.setCurrentIndex(self.sheet.model().index(place, 0))
        elif place >= 0:
            self._go_to(place)
        self.setFocusProxy(view)
        if self.pages.currentIndex() == TABLE:
            view.setFocus()
        self._show_counts()
        self._show_preview()

    def _listed(self) -> None:
        """Another list is shown as a table, with all its rows."""
        self.show_to_fix(only=False)
        self.look_at_all(on=False)

    def command_slots(self) -> dict[str, Callable[[], object]]:
        """The sheet, from wherever the window is."""
        return {"partner_sheet": self._sheet_asked}

    def _sheet_asked(self) -> None:
        shown = self.isVisible()
        self.workspace.page_wanted.emit("partners")
        if self.pages.currentIndex() == TABLE:
            self.look_at_all(on=not (shown and self.looking))

    def showEvent(self, event: QShowEvent) -> None:
        """A list needs the width: what is open at the side goes where there is no room for both."""
        super().showEvent(event)
        if self.window().width() < BOTH:
            self.workspace.panel_wanted.emit("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview goes where there is no room for it, in width or in height."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text leaves room for less."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        line = self.fontMetrics().height()
        wide = self.width() >= WIDE * line / USUAL_LINE and self.height() >= LINES * line
        room = self.width() * (3 if wide else 4) // 4
        for column in SPARE:
            self.table.setColumnHidden(column, room < self.table.full_width())
        if self.preview.isHidden() == wide:
            self.preview.setVisible(wide)
            self._show_preview()

    # ---------------------------------------------------------------- acting

    def choose_folder(self) -> None:
        """Ask for the folder that holds all kits."""
        start = self.controller.plan.out
        shown = start if start.is_dir() else start_folder(self.workspace, "kit")
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the kits"), str(shown))
        if chosen:
            self.controller.set_plan(replace(self.controller.plan, out=Path(chosen)))

    def find_logo(self, index: int) -> None:
        """Ask for the logo of a row."""
        words = self.tr("Logos ({endings})").format(endings="*.svg *.png *.jpg *.jpeg *.webp")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Find the logo"), str(self.controller.folder), words)
        if chosen:
            self.controller.change(index, logo=chosen)

    def _plan(self, *_: object) -> None:
        weeks = self._weeks_at(self.weeks.currentIndex())
        name, again = str(self.pieces.currentData()), self.again.isChecked()
        self.controller.set_plan(replace(self.controller.plan, set_name=name, weeks=weeks, again=again))

    def _add(self) -> None:
        self._listed()
        self.controller.add()
        index = self.table.rows.index(len(self.controller.rows) - 1, 0)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _menu(self, row: int, spot: QPoint) -> None:
        menu = self.menu_of(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def menu_of(self, index: int) -> QMenu:
        """What can be done with a row."""
        row, menu = self.controller.rows[index], QMenu(self)
        if (folder := row.folder) is not None:
            menu.addAction(self.tr("Open folder")).triggered.connect(lambda: open_path(self.workspace, folder))
        if not self.controller.running:
            menu.addAction(self.tr("Find the logo…")).triggered.connect(lambda: self.find_logo(index))
            if row.partner.logo:
                menu.addAction(self.tr("Continue without a logo")).triggered.connect(
                    lambda: self.controller.change(index, logo="")
                )
        return menu
