"""The toolkit that is looked through, what the user decides about it, and making it the kit's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.toolkit_import.purpose import Answers
from htpm_studio.campaign.toolkit_import.results import UNPLACED, Kind, RecognizedToolkit, ToolkitItem
from htpm_studio.errors import StudioError
from htpm_studio.export.sources.toolkit_import import pack_of, read_toolkit
from htpm_studio.gui.controllers.campaign_switch import OwnWorkDialog, Switch, switch_reader, use_switch
from htpm_studio.gui.core.tasks import TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.toolkit_import.rows import (
    FoundRow,
    Result,
    can_split,
    compared,
    found_rows,
    has_same_observance,
    joined,
    natural_split,
    next_words,
    restored,
    split,
    with_rows,
)
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.widgets.accessibility import UNDO_EVENTS

PAGE, PANEL = "import", "found"
SHOWN: tuple[Result, ...] = ("new", "changed", "call", "missing", "over", "same")
MOST_STEPS = 200


class ImportController(QObject):
    """The toolkit that is looked through.

    `changed` says that another document or filter is there, `row_changed` that one row is another, `current_changed`
    that another row is open.
    """

    changed = Signal()
    row_changed = Signal(int)
    current_changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.runner = TaskRunner(self)
        self.path: Path | None = None
        self.findings: RecognizedToolkit | None = None
        self.answers = Answers()
        self.rows: tuple[FoundRow, ...] = ()
        self._read_rows: tuple[FoundRow, ...] = ()
        self._steps: list[tuple[tuple[FoundRow, ...], int]] = []
        self.filter: Result | None = None
        self.current = -1
        self.error = ""
        self._typing = -1
        self.busy = self.year_guessed = False
        self.question: OwnWorkDialog | None = None
        workspace.closing.connect(self.runner.shutdown)

    # ---------------------------------------------------------------- reading

    def take(self, path: Path) -> None:
        """Show the page and read a toolkit that was dropped."""
        self.workspace.page_wanted.emit(PAGE)
        self.read(path)

    def read(self, path: Path, year: int | None = None, answers: Answers = Answers()) -> None:  # noqa: B008
        """Read a toolkit, as one of that year or of the one it names; what was looked through before is put away.

        `answers` are what the user says about it.
        """
        if self.busy:
            return
        self.busy, self.error, self.answers = True, "", answers
        self.changed.emit()
        task = self.runner.start(lambda context: read_toolkit(path, context, paths.assets(), year, answers))
        task.succeeded.connect(lambda findings: self._read(path, findings))
        task.failed.connect(self._failed)
        task.finished.connect(self._rested)

    def _read(self, path: Path, findings: RecognizedToolkit) -> None:
        document = self.workspace.document
        self.year_guessed = not findings.year
        if self.year_guessed:
            findings = replace(findings, year=document.project.year)
        self.path, self.findings, self.filter = path, findings, None
        self._steps = []
        self.rows = self._read_rows = found_rows(findings, self._compared_with, self.workspace.today)
        shown = self.shown()
        self.current = shown[0] if shown else -1

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, StudioError):
            raise error
        self.error = explain(error)

    def _rested(self) -> None:
        self.busy = False
        self.changed.emit()
        self.current_changed.emit()

    def set_year(self, year: int) -> None:
        """Read the toolkit again as one of another year."""
        if self.path is not None and self.findings is not None and year != self.findings.year:
            self.read(self.path, year, self.answers)

    def answer(self, answers: Answers) -> None:
        """Read the toolkit again with what the user says about it."""
        if self.path is not None and self.findings is not None and answers != self.answers:
            self.read(self.path, self.findings.year, answers)

    @property
    def open_questions(self) -> bool:
        """Whether it is still open what the toolkit is for."""
        return bool(self.findings and self.findings.setting.questions)

    # ---------------------------------------------------------------- what is there

    def shown(self) -> tuple[int, ...]:
        """The rows that the filter lets through."""
        wanted = (self.filter,) if self.filter else SHOWN
        return tuple(index for index, row in enumerate(self.rows) if row.result in wanted)

    def counts(self) -> Counter[Result]:
        """How many rows there are of each result."""
        return Counter(row.result for row in self.rows)

    @property
    def chosen(self) -> int:
        """How many rows are ticked."""
        return sum(row.item.use for row in self.rows)

    @property
    def open_calls(self) -> int:
        """How many uncertain rows nobody decided about."""
        return sum(row.result == "call" and row.item == row.was for row in self.rows)

    @property
    def row(self) -> FoundRow | None:
        """The open row."""
        return self.rows[self.current] if 0 <= self.current < len(self.rows) else None

    @property
    def _compared_with(self) -> Campaign | None:
        """The campaign of the kit, where the toolkit is for the same observance."""
        campaign = self.workspace.document.campaign
        return campaign if self.findings is not None and has_same_observance(self.findings, campaign) else None

    # ---------------------------------------------------------------- deciding

    def show_only(self, result: Result | None) -> None:
        """Filter the rows; None shows all that a kit can use."""
        self.filter = result
        shown = self.shown()
        if self.current not in shown:
            self.current = shown[0] if shown else -1
        self.changed.emit()
        self.current_changed.emit()

    def open(self, index: int) -> None:
        """Make a row the open one."""
        if index != self.current and 0 <= index < len(self.rows):
            self.current = index
            self.current_changed.emit()

    def step(self, by: int) -> None:
        """Open the row after or before the open one."""
        shown = self.shown()
        if self.current in shown:
            place = shown.index(self.current) + by
            if 0 <= place < len(shown):
                self.open(shown[place])

    def tick(self, index: int, on: bool) -> None:
        """Take a row into the kit or leave it out; a row without a place cannot be taken."""
        row = self.rows[index]
        if on and row.item.kind in UNPLACED:
            return
        self._put(index, replace(row, item=replace(row.item, use=on)))

    def place(self, index: int, kind: Kind, week: int, group: str = "") -> None:
        """Say what a row is and which week it belongs to; "other" takes it out again."""
        row = self.rows[index]
        stays = kind == row.was.kind
        own = group or (row.was.group if stays else "")
        item = replace(
            row.item,
            kind=kind,
            week=week,
            group=own,
            certainty=row.was.certainty if stays and week == row.was.week else "sure",
            use=kind not in UNPLACED,
        )
        self._put(index, compared(row, item, self._compared_with))

    def write(self, index: int, text: str) -> None:
        """Change the words that will be used; none at all leave the row out."""
        row = self.rows[index]
        words = " ".join(text.split())
        item = replace(row.item, text=words or row.was.text, use=row.item.use and bool(words))
        self._put(index, compared(row, item, self._compared_with), typed=True)

    def reset(self, index: int) -> None:
        """Make a row again what it was when it was read, together with those that it was joined with or split from."""
        self._set(restored(self.rows, self._read_rows, index), index)

    def can_join(self, index: int) -> bool:
        """Whether the row shown after a row can be one with it."""
        return 0 < self.after(index) == next_words(self.rows, index)

    def join(self, index: int) -> None:
        """Make one of a row and the one shown after it."""
        if self.can_join(index):
            self._set(joined(self.rows, index, self._compared_with), index)

    def split(self, index: int, at: int = 0) -> None:
        """Make two of a row, cut before the letter `at`, or where it falls apart by itself."""
        if can_split(self.rows, index):
            at = at or natural_split(self.rows[index].item.text)
            self._set(split(self.rows, index, at, self._compared_with), index)

    def after(self, index: int) -> int:
        """The row that is shown after a row; -1 for none."""
        shown = self.shown()
        place = shown.index(index) + 1 if index in shown else len(shown)
        return shown[place] if place < len(shown) else -1

    @property
    def can_undo(self) -> bool:
        """Whether something was decided that can be taken back."""
        return bool(self._steps)

    def undo(self) -> None:
        """Take the last decision back."""
        if self._steps:
            rows, current = self._steps.pop()
            self._show(rows, current)

    def _put(self, index: int, row: FoundRow, *, typed: bool = False) -> None:
        """Change one row; what is typed into it in one go is one step."""
        if row == self.rows[index]:
            return
        if not (typed and self._typing == index):
            self._remember(index)
        self._typing = index if typed else -1
        self.rows = (*self.rows[:index], row, *self.rows[index + 1 :])
        self.row_changed.emit(index)

    def _set(self, rows: tuple[FoundRow, ...], index: int) -> None:
        if rows != self.rows:
            self._remember(index)
            self._show(rows, index)

    def _remember(self, index: int) -> None:
        self._typing = -1
        self._steps = [*self._steps[-MOST_STEPS + 1 :], (self.rows, index)]

    def _show(self, rows: tuple[FoundRow, ...], current: int) -> None:
        same = len(rows) == len(self.rows)
        changed = [at for at, (one, two) in enumerate(zip(rows, self.rows, strict=False)) if one != two]
        self.rows, self._typing = rows, -1
        self.current = min(current, len(rows) - 1)
        if same:
            for index in changed:
                self.row_changed.emit(index)
        else:
            self.changed.emit()
        self.current_changed.emit()

    # ---------------------------------------------------------------- using

    def use(self) -> None:
        """Make the toolkit the campaign of the kit, as one step that can be undone; own work is asked about first."""
        if self.findings is None or self.busy or self.open_questions:
            return
        findings = with_rows(self.findings, self.rows)
        self.busy, self.error = True, ""
        self.changed.emit()
        document = self.workspace.document
        year = findings.year if findings.year >= self.workspace.today.year else document.project.year
        switch_to = switch_reader(document, year)
        task = self.runner.start(lambda _context: switch_to(pack_of(findings, paths.assets()).texts))
        task.succeeded.connect(lambda switch: self._use(findings, switch))
        task.failed.connect(self._failed)
        task.finished.connect(self._rested)

    def _use(self, findings: RecognizedToolkit, switch: Switch) -> None:
        step = self.tr("Use the toolkit {name}").format(name=findings.name)
        count = sum(len(week.posts) for week in switch.after.weeks)
        said = self.tr("The kit now uses {name}: {count} posts in {weeks} weeks.")
        if switch.after.observance.single:
            said = self.tr("The kit now uses {name}: {count} posts for one day.")
        told_in = said.format(name=findings.name, count=count, weeks=sum(week.ready for week in switch.after.weeks))
        self.question = use_switch(self.workspace, switch, step, told_in)


def item_label(item: ToolkitItem) -> str:
    """The week of an item as a number, or a dash for the month."""
    return str(item.week) if item.week else "\u2013"


class ListUndo(QObject):
    """Takes the last decision back where the keyboard is in a widget of the list; the kit's own undo waits for it."""

    def __init__(self, controller: ImportController, widget: QWidget) -> None:
        super().__init__(widget)
        self._controller = controller
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep Ctrl+Z from the window while there is something to take back here."""
        if event.type() not in UNDO_EVENTS or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Undo) or not self._controller.can_undo:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._controller.undo()
        return True
