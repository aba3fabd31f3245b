"""Choosing what to export: a set to start from, media and their forms, weeks, paper and folder."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.compose.plain_names import FORM_USES
from htpm_studio.errors import InputError
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.selection import (
    SETS,
    WITH_KIT,
    MediumCount,
    Selection,
    counts,
    estimated_bytes,
    estimated_seconds,
    on_paper,
    with_extras,
)
from htpm_studio.export.run.exporter import general_findings
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.gui.controllers.export import OWN, PICKED, ExportChoice, ExportController, set_title
from htpm_studio.gui.core.settings import Paper
from htpm_studio.gui.core.tiles import form_name
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import file_words, path_words, size_words, time_words, translate, whole_month
from htpm_studio.gui.pickers.deck_design import DesignLine
from htpm_studio.gui.style import box_side
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    Chip,
    buddy,
    divider,
    icon_button,
    kind_label,
    link_button,
    primary_button,
    put_icon,
    scroll_area,
    set_theme_icon,
    stack_sections,
)
from htpm_studio.gui.widgets.files import start_folder
from htpm_studio.gui.widgets.kit_fields import NameLine
from htpm_studio.gui.widgets.layouts import FlowRow, fields_beside, notice_box, panel_foot

SOON_MS = 120


class ChoosePage(QWidget):
    """What goes out. What is ticked is kept in the `ExportChoice` that the board shows too."""

    wanted = Signal(object)

    def __init__(self, workspace: Workspace, exporter: ExportController, export_choice: ExportChoice) -> None:
        super().__init__()
        self.workspace, self.exporter, self.export_choice = workspace, exporter, export_choice
        self.rows: dict[str, MediumRow] = {}
        self.chips: dict[str, QWidget] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.refresh)
        stack_sections(self, self._body(), self._foot())
        for signal in (
            workspace.document.changed, workspace.document.week_changed, workspace.selection_changed,
            workspace.settings_changed,
        ):  # fmt: skip
            signal.connect(lambda *_: self._soon.start())
        self.export_choice.changed.connect(self._show_ticks)
        self.refresh()

    # ---------------------------------------------------------------- building

    def _body(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(8)
        self.named = NameLine(self.workspace)
        column.addWidget(self.named)
        column.addWidget(kind_label(self.tr("Start from a set"), "muted"))
        column.addWidget(self._chips())
        column.addWidget(divider())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.with_kit = kind_label("", "muted")
        own = in_row((kind_label(self.tr("Start page and list of files, always"), "", wrap=True), 1), self.with_kit)
        column.addLayout(own)
        column.addWidget(divider())
        column.addLayout(self._options())
        self.design = DesignLine(self.workspace)
        column.addWidget(self.design)
        column.addLayout(self._folder())
        self.warning, inside = notice_box("warn")
        self.warning_words = kind_label("", "", wrap=True)
        self.show_it = link_button(self.tr("Show it"))
        self.show_it.clicked.connect(lambda: self.workspace.panel_wanted.emit("checks"))
        inside.addWidget(self.warning_words, 1)
        inside.addWidget(self.show_it)
        column.addWidget(self.warning)
        column.addStretch(1)
        return scroll_area(content)

    def _chips(self) -> QWidget:
        holder = QWidget()
        flow = FlowRow(holder)
        flow.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        words = {one.name: set_title(one.name) for one in SETS} | {OWN: self.tr("My choice"), PICKED: ""}
        for name, text in words.items():
            button = set_button(text)
            group.addButton(button)
            flow.addWidget(button)
            button.clicked.connect(lambda _on, one=name: self.use(one))
            self.chips[name] = button
        self.chips[OWN].setToolTip(self.tr("Select what you need below."))
        return holder

    def _options(self) -> QGridLayout:
        self.weeks, self.paper = QComboBox(), QComboBox()
        self.weeks.addItem("", False)
        self.weeks.addItem("", True)
        for name, text in (("both", self.tr("Letter and A4")), ("letter", self.tr("Letter")), ("a4", self.tr("A4"))):
            self.paper.addItem(text, name)
        for combo in (self.weeks, self.paper):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self.weeks.activated.connect(lambda _row: self.exporter.want_every_week(bool(self.weeks.currentData())))
        self.exporter.scope_changed.connect(self.refresh)
        self.paper.activated.connect(lambda _row: self._use_paper())
        return fields_beside((self.tr("Weeks"), self.weeks), (self.tr("Paper"), self.paper))

    def _folder(self) -> QVBoxLayout:
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.change = QPushButton(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change the folder"))
        self.change.clicked.connect(self.change_folder)
        row = in_row((self.folder, 1), self.change)
        return in_column(buddy(self.tr("Folder"), self.folder), row, spacing=4)

    def _foot(self) -> QWidget:
        self.go = primary_button()
        set_theme_icon(self.workspace, self.go, "folder-output", "on_accent")
        self.go.clicked.connect(lambda: self.wanted.emit(self.request()))
        self.estimate = kind_label("", "muted", wrap=True)
        self.estimate.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return panel_foot(self.go, self.estimate)

    # ---------------------------------------------------------------- state

    @property
    def choice(self) -> Selection:
        """What is ticked."""
        return self.export_choice.selection

    @property
    def set_name(self) -> str:
        """The set that it began with, or one of the names for an own choice."""
        return self.export_choice.set_name

    def request(self) -> ExportRequest:
        """What is ticked now."""
        name = self.set_name if self.set_name not in (OWN, PICKED) else ""
        own = (self.workspace.document.project.week,)
        weeks = own if self.set_name == PICKED else self.exporter.weeks()
        return self.exporter.request_for(self.choice, weeks, name)

    def use(self, name: str) -> None:
        """Start from a set, from the selected pieces, or go on with the own choice."""
        if name == PICKED:
            self.export_choice.pick(self.workspace.selection)
        else:
            choice = self.choice if name == OWN else self.exporter.set_selection(name)
            self.export_choice.show(name, choice, self.export_choice.specs)
            if name != OWN:
                self.workspace.set_settings(replace(self.workspace.settings, export_set=name))
        self.refresh()

    def refresh(self) -> None:
        """Bring what there is up to date, and show it."""
        choice = self.choice
        if self.set_name == PICKED and self.workspace.selection:
            choice = replace(choice, pieces=frozenset(self.workspace.selection))
        self.export_choice.show(self.set_name, choice, self._plan(self.request()))
        self._show_ticks()

    def _show_ticks(self) -> None:
        request, specs = self.request(), self.export_choice.specs
        kept = tuple(spec for spec in specs if self.choice.wants(spec))
        self._show_rows(counts(specs, self.choice))
        self._show_chips()
        paper = self.workspace.settings.paper
        self.paper.setCurrentIndex(max(0, self.paper.findData(paper)))
        document = self.workspace.document
        self.weeks.setItemText(0, translate(document.campaign.week_name(document.project.week)))
        self.weeks.setItemText(1, whole_month(document.campaign.observance.month))
        self.weeks.setCurrentIndex(int(self.exporter.every_week and self.set_name != PICKED))
        self.weeks.setEnabled(self.set_name != PICKED)
        self.weeks.setToolTip("" if self.weeks.isEnabled() else self.tr("The selected pieces belong to this week."))
        self._show_folder(request)
        self._show_foot(kept, request)
        self._show_warning()

    def showEvent(self, event: QShowEvent) -> None:
        """While it asks, the board shows boxes."""
        super().showEvent(event)
        self.export_choice.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """The boxes go with it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.export_choice.set_active(False)

    def _plan(self, request: ExportRequest) -> tuple[FileSpec, ...]:
        found: list[FileSpec] = []
        for week in request.weeks or ():
            try:
                found += plan(with_extras(self.workspace.document.kit(week)))
            except InputError:
                continue
        # What another paper would need is no half-ticked box here.
        paper = on_paper(Selection(without=frozenset()), self.workspace.settings.paper)
        return tuple(spec for spec in found if paper.wants(spec))

    def _show_rows(self, rows: tuple[MediumCount, ...]) -> None:
        for row in rows:
            if row.medium not in self.rows:
                made = MediumRow(self.workspace, row.medium)
                made.ticked.connect(self._tick_medium)
                made.form_ticked.connect(self._tick_form)
                self.rows[row.medium] = made
                self._list.addWidget(made)
                self._list.addWidget(divider())
            self.rows[row.medium].show_count(row)
        there = {row.medium for row in rows}
        for medium, widget in self.rows.items():
            widget.setVisible(medium in there)

    def _show_chips(self) -> None:
        count = len(self.workspace.selection)
        picked = cast("QPushButton", self.chips[PICKED])
        picked.setText(self.tr("Selected, {count}").format(count=count or len(self.choice.pieces)))
        picked.setVisible(bool(count) or self.set_name == PICKED)
        cast("QPushButton", self.chips[self.set_name if self.set_name in self.chips else SETS[0].name]).setChecked(True)

    def _show_folder(self, request: ExportRequest) -> None:
        path = request.out / self.exporter.folder_name((request.weeks or ())[0], request)
        self.folder.setText(path_words(path if len(request.weeks or ()) == 1 else request.out))
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(str(path if len(request.weeks or ()) == 1 else request.out))

    def _show_foot(self, kept: tuple[FileSpec, ...], request: ExportRequest) -> None:
        folders = len(request.weeks or ())
        count = len(kept) + WITH_KIT * folders
        self.with_kit.setText(file_words(WITH_KIT * folders))
        self.go.setEnabled(bool(kept))
        self.go.setToolTip("" if kept else self.tr("Select at least one piece."))
        words = self.tr("Export {files}").format(files=file_words(count)) if kept else self.tr("Export")
        self.go.setText(words)
        size = size_words(estimated_bytes(kept, self.exporter.known))
        time = time_words(estimated_seconds(kept, self.exporter.seconds_a_page))
        about = self.tr("about {size}, {time}").format(size=size, time=time) if kept else ""
        self.estimate.setText(about)

    def _show_warning(self) -> None:
        try:
            found = [one for one in general_findings(self.workspace.document.kit()) if one.severity == "error"]
        except InputError:
            found = []
        self.warning.setVisible(bool(found))
        words = translate(found[0].message) if found else ""
        if len(found) > 1:
            words = self.tr("{words} The same applies to {count} more.").format(words=words, count=len(found) - 1)
        self.warning_words.setText(words)

    # ---------------------------------------------------------------- acting

    def _own(self, choice: Selection) -> None:
        own = self.set_name != PICKED and choice != self.choice
        self.export_choice.show(OWN if own else self.set_name, choice, self.export_choice.specs)
        self._show_ticks()

    def _tick_medium(self, medium: str, on: bool) -> None:
        self._own(on_paper(self.choice.with_medium(medium, wanted=on), self.workspace.settings.paper))

    def _tick_form(self, form: str, on: bool) -> None:
        medium, choice = form.partition("/")[0], self.choice
        if on and medium not in choice.media:
            # The first form of a medium that was left out brings itself and no other.
            others = {name for name in self.rows[medium].boxes if name != form}
            choice = replace(choice, media=choice.media | {medium}, without=choice.without | others)
        self._own(choice.with_form(form, wanted=on))

    def _use_paper(self) -> None:
        paper = cast("Paper", self.paper.currentData())
        self.export_choice.show(self.set_name, on_paper(self.choice, paper), self.export_choice.specs)
        self.workspace.set_settings(replace(self.workspace.settings, paper=paper))
        self.refresh()

    def change_folder(self) -> None:
        """Ask for the folder that kits are put into."""
        start = self.exporter.folder()
        shown = start if start.is_dir() else start_folder(self.workspace, "kit")
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for kits"), str(shown))
        if chosen:
            self.workspace.set_settings(replace(self.workspace.settings, kit_folder=chosen))
            self.refresh()


def set_button(text: str) -> Chip:
    """A button for a set."""
    button = Chip(text)
    button.setMinimumHeight(28)
    return button


BESIDE_BOX = 10


class MediumRow(QWidget):
    """One medium: a box to tick, its number of files, and its forms behind an arrow."""

    ticked = Signal(str, bool)
    form_ticked = Signal(str, bool)

    def __init__(self, workspace: Workspace, medium: str) -> None:
        super().__init__()
        self.medium = medium
        self.box = QCheckBox()
        self.box.setMinimumHeight(24)
        self.box.clicked.connect(self._clicked)
        self.note = kind_label("", "muted", wrap=True)
        self.count = kind_label("", "muted")
        self._workspace = workspace
        self.arrow = icon_button(workspace, "chevron-right", "")
        self.arrow.setCheckable(True)
        self.arrow.toggled.connect(self._unfold)
        self.forms = QWidget()
        self._flow = FlowRow(self.forms, gap=12)
        self.boxes: dict[str, QCheckBox] = {}
        words = in_column(self.box, self.note, spacing=0)
        head = in_row((words, 1), self.count, self.arrow)
        in_column(head, self.forms, inside=self, margins=(0, 6, 0, 6), spacing=0)
        self.forms.hide()
        workspace.theme_changed.connect(self._indent)
        self._indent()

    def _indent(self) -> None:
        """Note and forms begin where the words beside the box do."""
        side = box_side(self.box) + BESIDE_BOX
        self.note.setContentsMargins(side, 0, 0, 0)
        self._flow.setContentsMargins(side, 4, 0, 4)

    def show_count(self, row: MediumCount) -> None:
        """Show what there is and what is wanted."""
        title = QCoreApplication.translate("Sections", row.title)
        self.box.setText(title)
        set_partly(self.box, row.wanted, row.total)
        self.count.setText(file_words(row.wanted))
        self.box.setAccessibleDescription(self.count.text())
        names = [form_name(form.name) for form in row.forms if form.wanted]
        self.note.setText(", ".join(names) if names else self.tr("Left out"))
        words = self.tr("Forms of {medium}").format(medium=title)
        self.arrow.setAccessibleName(words)
        self.arrow.setToolTip(words)
        for form in row.forms:
            if form.id not in self.boxes:
                self._add_form(form.id, form_name(form.name), translate(FORM_USES.get(form.name, "")))
            box = self.boxes[form.id]
            set_partly(box, form.wanted, form.total)
            box.setAccessibleDescription(file_words(form.total))
        known = {form.id for form in row.forms}
        for name, box in self.boxes.items():
            box.setVisible(name in known)
        self.arrow.setVisible(len(row.forms) > 1)

    def _add_form(self, form: str, name: str, use: str) -> None:
        box = QCheckBox(name)
        box.setToolTip(use)
        box.setMinimumHeight(24)
        box.clicked.connect(lambda: self.form_ticked.emit(form, box.checkState() != Qt.CheckState.Unchecked))
        self.boxes[form] = box
        self._flow.addWidget(box)

    def _clicked(self) -> None:
        self.ticked.emit(self.medium, self.box.checkState() != Qt.CheckState.Unchecked)

    def _unfold(self, open_now: bool) -> None:
        self.forms.setVisible(open_now)
        put_icon(self.arrow, self._workspace.icon("chevron-down" if open_now else "chevron-right"))


def set_partly(box: QCheckBox, wanted: int, total: int) -> None:
    """Tick a box wholly, partly or not at all."""
    state = Qt.CheckState.Unchecked
    if wanted:
        state = Qt.CheckState.Checked if wanted == total else Qt.CheckState.PartiallyChecked
    box.setTristate(state == Qt.CheckState.PartiallyChecked)
    box.setCheckState(state)
