"""Choosing what to export: a set to start from, media and their forms, weeks, paper and folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.errors import BadInput
from htpm_studio.export.catalogue import plan
from htpm_studio.export.orders import FileOrder
from htpm_studio.export.run import general_findings
from htpm_studio.export.selection import (
    SETS,
    Choice,
    MediumCount,
    counts,
    estimated_bytes,
    estimated_seconds,
    on_paper,
)
from htpm_studio.gui.choices_fields import MARGIN, buddy, icon_button, kind_label, link_button, scrolling, themed
from htpm_studio.gui.export_job import Wish, exporter_of, set_title
from htpm_studio.gui.export_parts import (
    chip,
    file_words,
    foot,
    form_name,
    line,
    notice,
    path_words,
    size_words,
    time_words,
)
from htpm_studio.gui.flow_row import FlowRow
from htpm_studio.gui.spoken import spoken
from htpm_studio.gui.workspace import Workspace
from htpm_studio.settings import Paper

OWN, PICKED = "own", "picked"
SOON_MS = 120
WITH_KIT = 2
"""START-HERE and the list of files belong to every kit."""


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
        self._flow.setContentsMargins(26, 4, 0, 4)
        self.boxes: dict[str, QCheckBox] = {}
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.box)
        self.note.setContentsMargins(26, 0, 0, 0)
        words.addWidget(self.note)
        head.addLayout(words, 1)
        head.addWidget(self.count)
        head.addWidget(self.arrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.forms)
        self.forms.hide()

    def show_count(self, row: MediumCount) -> None:
        """Show what there is and what is wanted."""
        self.box.setText(row.title)
        state = Qt.CheckState.Unchecked
        if row.wanted:
            state = Qt.CheckState.Checked if row.wanted == row.total else Qt.CheckState.PartiallyChecked
        self.box.setTristate(state == Qt.CheckState.PartiallyChecked)
        self.box.setCheckState(state)
        self.count.setText(file_words(row.wanted))
        self.box.setAccessibleDescription(self.count.text())
        names = [form_name(form.name) for form in row.forms if form.wanted]
        self.note.setText(", ".join(names) if names else self.tr("Left out"))
        words = self.tr("Forms of {medium}").format(medium=row.title)
        self.arrow.setAccessibleName(words)
        self.arrow.setToolTip(words)
        for form in row.forms:
            if form.id not in self.boxes:
                self._add_form(form.id, form_name(form.name))
            box = self.boxes[form.id]
            box.setChecked(form.wanted > 0)
            box.setAccessibleDescription(file_words(form.total))
        known = {form.id for form in row.forms}
        for name, box in self.boxes.items():
            box.setVisible(name in known)
        self.arrow.setVisible(len(row.forms) > 1)

    def _add_form(self, form: str, name: str) -> None:
        box = QCheckBox(name)
        box.setMinimumHeight(24)
        box.clicked.connect(lambda on: self.form_ticked.emit(form, on))
        self.boxes[form] = box
        self._flow.addWidget(box)

    def _clicked(self) -> None:
        self.ticked.emit(self.medium, self.box.checkState() != Qt.CheckState.Unchecked)

    def _unfold(self, open_now: bool) -> None:
        self.forms.setVisible(open_now)
        self.arrow.setIcon(self._workspace.icon("chevron-down" if open_now else "chevron-right"))


class ChoosePage(QWidget):
    """What goes out. It keeps only what nobody else does: which boxes are ticked."""

    wanted = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace, self.exporter = workspace, exporter_of(workspace)
        self.set_name = workspace.settings.export_set
        self.choice = self.exporter.set_choice(self.set_name)
        self.rows: dict[str, MediumRow] = {}
        self.chips: dict[str, QWidget] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._body(), 1)
        column.addWidget(line())
        column.addWidget(self._foot())
        for signal in (
            workspace.document.changed, workspace.document.week_changed, workspace.selection_changed,
            workspace.settings_changed,
        ):  # fmt: skip
            signal.connect(lambda *_: self._soon.start())
        self.refresh()

    # ---------------------------------------------------------------- building

    def _body(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(kind_label(self.tr("Start from a set"), "muted"))
        column.addWidget(self._chips())
        column.addWidget(line())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        own = QHBoxLayout()
        own.addWidget(kind_label(self.tr("Start page and list of files, always"), "", wrap=True), 1)
        own.addWidget(kind_label(file_words(WITH_KIT), "muted"))
        column.addLayout(own)
        column.addWidget(line())
        column.addLayout(self._options())
        column.addLayout(self._folder())
        self.warning, inside = notice("warn")
        self.warning_words = kind_label("", "", wrap=True)
        self.show_it = link_button(self.tr("Show it"))
        self.show_it.clicked.connect(lambda: self.workspace.panel_wanted.emit("checks"))
        inside.addWidget(self.warning_words, 1)
        inside.addWidget(self.show_it)
        column.addWidget(self.warning)
        column.addStretch(1)
        return scrolling(content)

    def _chips(self) -> QWidget:
        holder = QWidget()
        flow = FlowRow(holder)
        flow.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        words = {one.name: set_title(one.name) for one in SETS} | {OWN: self.tr("My choice"), PICKED: ""}
        for name, text in words.items():
            button = chip(text)
            group.addButton(button)
            flow.addWidget(button)
            button.clicked.connect(lambda _on, one=name: self.use(one))
            self.chips[name] = button
        self.chips[OWN].setToolTip(self.tr("Tick below what you need."))
        return holder

    def _options(self) -> QGridLayout:
        self.weeks, self.paper = QComboBox(), QComboBox()
        ready = len(self.exporter.ready_weeks())
        self.weeks.addItem(self.tr("This week"), False)
        self.weeks.addItem(self.tr("All {count} weeks that have texts").format(count=ready), True)
        for name, text in (("both", self.tr("Letter and A4")), ("letter", self.tr("Letter")), ("a4", self.tr("A4"))):
            self.paper.addItem(text, name)
        for combo in (self.weeks, self.paper):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self.weeks.activated.connect(lambda _row: self.refresh())
        self.paper.activated.connect(lambda _row: self._use_paper())
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for column, (text, combo) in enumerate(((self.tr("Weeks"), self.weeks), (self.tr("Paper"), self.paper))):
            grid.addWidget(buddy(text, combo), 0, column)
            grid.addWidget(combo, 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _folder(self) -> QVBoxLayout:
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.change = QPushButton(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change the folder"))
        self.change.clicked.connect(self.change_folder)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.change)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(buddy(self.tr("Folder"), self.folder))
        column.addLayout(row)
        return column

    def _foot(self) -> QWidget:
        self.go = QPushButton()
        self.go.setProperty("kind", "primary")
        themed(self.workspace, self.go, "folder-output", "on_accent")
        self.go.clicked.connect(lambda: self.wanted.emit(self.wish()))
        self.estimate = kind_label("", "muted", wrap=True)
        self.estimate.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return foot(self.go, self.estimate)

    # ---------------------------------------------------------------- state

    def wish(self) -> Wish:
        """What is ticked now."""
        name = self.set_name if self.set_name not in (OWN, PICKED) else ""
        every = bool(self.weeks.currentData()) and self.set_name != PICKED
        weeks = self.exporter.ready_weeks() if every else (self.workspace.document.project.week,)
        return Wish(self.choice, weeks, self.exporter.folder(), name)

    def use(self, name: str) -> None:
        """Start from a set, from the selected pieces, or go on with the own choice."""
        settings = self.workspace.settings
        if name == PICKED:
            picked = frozenset(self.workspace.selection)
            self.choice = replace(self.exporter.set_choice(SETS[0].name), pieces=picked)
        elif name != OWN:
            self.choice = self.exporter.set_choice(name)
            self.workspace.set_settings(replace(settings, export_set=name))
        self.set_name = name
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        if self.set_name == PICKED:
            self._follow_selection()
        wish = self.wish()
        orders = self._plan(wish)
        kept = tuple(order for order in orders if self.choice.wants(order))
        self._show_rows(counts(orders, self.choice))
        self._show_chips()
        paper = self.workspace.settings.paper
        self.paper.setCurrentIndex(max(0, self.paper.findData(paper)))
        self.weeks.setEnabled(self.set_name != PICKED)
        self.weeks.setToolTip("" if self.weeks.isEnabled() else self.tr("The selected pieces belong to this week."))
        self._show_folder(wish)
        self._show_foot(kept, wish)
        self._show_warning()

    def _plan(self, wish: Wish) -> tuple[FileOrder, ...]:
        found: list[FileOrder] = []
        for week in wish.weeks:
            try:
                found += plan(self.workspace.document.kit(week))
            except BadInput:
                continue
        # What another paper would need is no half-ticked box here.
        paper = on_paper(Choice(), self.workspace.settings.paper)
        return tuple(order for order in found if paper.wants(order))

    def _follow_selection(self) -> None:
        picked = frozenset(self.workspace.selection)
        if picked:
            self.choice = replace(self.choice, pieces=picked)

    def _show_rows(self, rows: tuple[MediumCount, ...]) -> None:
        for row in rows:
            if row.medium not in self.rows:
                made = MediumRow(self.workspace, row.medium)
                made.ticked.connect(lambda medium, on: self._own(lambda one: one.with_medium(medium, wanted=on)))
                made.form_ticked.connect(self._tick_form)
                self.rows[row.medium] = made
                self._list.addWidget(made)
                self._list.addWidget(line())
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

    def _show_folder(self, wish: Wish) -> None:
        path = wish.out / self.exporter.folder_name(wish.weeks[0], wish)
        self.folder.setText(path_words(path if len(wish.weeks) == 1 else wish.out))
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(str(path if len(wish.weeks) == 1 else wish.out))

    def _show_foot(self, kept: tuple[FileOrder, ...], wish: Wish) -> None:
        folders = len(wish.weeks)
        count = len(kept) + WITH_KIT * folders
        self.go.setEnabled(bool(kept))
        self.go.setToolTip("" if kept else self.tr("Tick at least one piece."))
        words = self.tr("Export {files}").format(files=file_words(count)) if kept else self.tr("Export")
        self.go.setText(words)
        size = size_words(estimated_bytes(kept, self.exporter.known))
        time = time_words(estimated_seconds(kept, self.exporter.seconds_a_page))
        about = self.tr("about {size}, {time}").format(size=size, time=time) if kept else ""
        self.estimate.setText(about)

    def _show_warning(self) -> None:
        try:
            found = [one for one in general_findings(self.workspace.document.kit()) if one.level == "error"]
        except BadInput:
            found = []
        self.warning.setVisible(bool(found))
        words = spoken(found[0].message) if found else ""
        if len(found) > 1:
            words = self.tr("{words} {count} more are like this.").format(words=words, count=len(found) - 1)
        self.warning_words.setText(words)

    # ---------------------------------------------------------------- acting

    def _own(self, change: Callable[[Choice], Choice]) -> None:
        before = self.choice
        self.choice = on_paper(change(before), self.workspace.settings.paper)
        if self.set_name != PICKED and self.choice != before:
            self.set_name = OWN
        self.refresh()

    def _tick_form(self, form: str, on: bool) -> None:
        medium = form.partition("/")[0]

        def change(one: Choice) -> Choice:
            if on and medium not in one.media:
                # The first form of a medium that was left out brings itself and no other.
                others = {name for name in self.rows[medium].boxes if name != form}
                one = replace(one, media=one.media | {medium}, without=one.without | others)
            return one.with_form(form, wanted=on)

        before = self.choice
        self.choice = change(before)
        if self.set_name != PICKED and self.choice != before:
            self.set_name = OWN
        self.refresh()

    def _use_paper(self) -> None:
        paper = cast("Paper", self.paper.currentData())
        self.choice = on_paper(self.choice, paper)
        self.workspace.set_settings(replace(self.workspace.settings, paper=paper))
        self.refresh()

    def change_folder(self) -> None:
        """Ask for the folder that kits are put into."""
        start = self.exporter.folder()
        shown = start if start.is_dir() else Path.home()
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for kits"), str(shown))
        if chosen:
            self.workspace.set_settings(replace(self.workspace.settings, kit_folder=chosen))
            self.refresh()
