"""After a rehearsal: each slide's minutes against the plan and the last time, and what one could leave out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from htpm_studio.export.decks.rehearsal import SLACK, SlideRun, Verdict, judge
from htpm_studio.export.kit.edits import LEFT_OUT, YES
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.presenter.talk import minutes_words
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.fields import kind_label, primary_button
from htpm_studio.gui.widgets.layouts import FlowRow

EDGE, WIDEST = 32, 900


class RehearsalPage(QWidget):
    """A sentence, a table and a button that does what the sentence asks. `again_wanted` is for one more rehearsal."""

    again_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._spare: SlideRun | None = None
        self.sentence = kind_label("", "start", wrap=True)
        self.note = kind_label("", "muted", wrap=True)
        self.table = QTableWidget(0, 4)
        self.leave_out, self.again = QPushButton(), QPushButton(self.tr("Rehearse again"))
        self.done = primary_button(self.tr("Done"))
        self.leave_out.clicked.connect(self._toggle)
        self.again.clicked.connect(self.again_wanted)
        self._build()

    def show_runs(self, runs: Sequence[SlideRun], *, whole: bool) -> None:
        """Say what a rehearsal came to; one that was not `whole` is not kept."""
        verdict = judge(runs)
        self._spare = verdict.spare
        self.sentence.setText(self._words(verdict, whole=whole))
        self.note.setText(
            self.tr("Kept in this kit as the last rehearsal of this deck. It goes into no exported file.") if whole
            else self.tr("Less than half of the slides were shown, so this rehearsal is not kept.")
        )  # fmt: skip
        self.leave_out.setVisible(verdict.spare is not None)
        self._name_button()
        self.table.setRowCount(len(runs) + 1)
        for row, run in enumerate(runs):
            before = minutes_words(run.before) if run.before is not None else "–"
            self._fill(row, f"{run.number}. {run.title}", run.planned, run.took, before, marked=run.over)
        old = [run.before for run in runs if run.before is not None]
        total = minutes_words(sum(old)) if old and len(old) == len(runs) else "–"
        self._fill(len(runs), self.tr("Together"), verdict.planned, verdict.took, total, marked=False)

    def _words(self, verdict: Verdict, *, whole: bool) -> str:
        if not whole:
            early = self.tr("Stopped early: {took} so far, {planned} planned.")
            return early.format(took=minutes_words(verdict.took), planned=minutes_words(verdict.planned))
        took, planned = (round(seconds / 60) for seconds in (verdict.took, verdict.planned))
        short = self.tr("Less than a minute of {planned}.")
        said = [(self.tr("{took} of {planned} minutes.") if took else short).format(took=took, planned=planned)]
        slow = [f"{run.number}" for run in verdict.slow]
        if slow:
            one = (self.tr("Slide {number} took twice as long.") if verdict.twice
                   else self.tr("Slide {number} took longer than planned."))  # fmt: skip
            many = (self.tr("Slides {numbers} and {number} took twice as long.") if verdict.twice
                    else self.tr("Slides {numbers} and {number} took longer than planned."))  # fmt: skip
            said.append((many if len(slow) > 1 else one).format(numbers=", ".join(slow[:-1]), number=slow[-1]))
        elif abs(verdict.took - verdict.planned) < SLACK:
            said.append(self.tr("It fits."))
        if verdict.spare is not None:
            said.append(self.tr("Leave out {number}?").format(number=verdict.spare.number))
        return " ".join(said)

    def _toggle(self) -> None:
        """Leave the slide out of the kit, or take it in again; undo on the board takes it back as well."""
        if (spare := self._spare) is None:
            return
        document = self._workspace.document
        out = not self._is_out(spare)
        step = self.tr("Leave out {what}") if out else self.tr("Include {what}")
        edits = document.project.edits.changed(spare.piece, LEFT_OUT, YES if out else None)
        document.change(step.format(what=spare.title), replace(document.project, edits=edits))
        self._name_button()

    def _is_out(self, run: SlideRun) -> bool:
        return self._workspace.document.project.edits.text(run.piece, LEFT_OUT) == YES

    def _name_button(self) -> None:
        if (spare := self._spare) is not None:
            words = (
                self.tr("Take slide {number} in again") if self._is_out(spare) else self.tr("Leave out slide {number}")
            )
            self.leave_out.setText(words.format(number=spare.number))

    def _fill(self, row: int, title: str, planned: float, took: float, before: str, *, marked: bool) -> None:
        cells = (title, minutes_words(planned), minutes_words(took), before)
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setToolTip(words if not column else "")
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            font = item.font()
            font.setBold(marked or row == self.table.rowCount() - 1)
            item.setFont(font)
            self.table.setItem(row, column, item)

    def _build(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Minutes of each slide"))
        table.setHorizontalHeaderLabels(
            [self.tr("Slide"), self.tr("Planned"), self.tr("This time"), self.tr("Last time")]
        )
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if (head := table.horizontalHeaderItem(0)) is not None:
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setMaximumWidth(round(WIDEST * self._workspace.settings.text_scale / 100))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for column in range(4):
            wide = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            table.horizontalHeader().setSectionResizeMode(column, wide)
        holder = QWidget()
        row = FlowRow(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.leave_out, self.again, self.done):
            row.addWidget(button)
        in_column(
            self.sentence, (table, 1), self.note, holder, inside=self, margins=(EDGE, EDGE, EDGE, EDGE), spacing=16
        )
