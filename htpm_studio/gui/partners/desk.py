"""The list of partner organisations in the window: read, checked and made in the background. One for each workspace."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal

from htpm_studio import paths
from htpm_studio.errors import StudioError
from htpm_studio.export.batch import BatchRequest, RowResult, check_rows, open_batch
from htpm_studio.export.kit import EXTRAS, Options
from htpm_studio.export.kit_job import BatchJob, write_batch
from htpm_studio.export.partners import Mistake, Partner, PartnerList, brand_of, partners_in, read_partners, weeks_of
from htpm_studio.export.selection import (
    SETS,
    Choice,
    chosen,
    estimated_bytes,
    estimated_seconds,
    on_paper,
    set_named,
    with_extras,
)
from htpm_studio.gui.brand.colors import colors_in_force, notes
from htpm_studio.gui.drops import Dropped, sort_of
from htpm_studio.gui.export.job import exporter_of
from htpm_studio.gui.export.ticks import OWN, ticks_of
from htpm_studio.gui.speech.spoken import told
from htpm_studio.gui.tasks import Task, TaskRunner
from htpm_studio.gui.workspace import Workspace
from htpm_studio.jobs import JobContext, Progress
from htpm_studio.project.model import FIRST_YEAR, Project
from htpm_studio.project.oklch import luminance
from htpm_studio.project.palette import derive_palette

RowState = Literal["checking", "ready", "fix", "waiting", "making", "made", "there", "failed"]
NAME = "partners.csv"


@dataclass(frozen=True, slots=True)
class ColorNote:
    """That areas have another color than the partner's, so that text on them can be read; `words` say all of it."""

    darker: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation as the window shows it."""

    partner: Partner
    state: RowState = "checking"
    ticked: bool = True
    mistakes: tuple[Mistake, ...] = ()
    result: RowResult | None = None
    color: ColorNote | None = None

    @property
    def needs_logo(self) -> bool:
        """Whether the logo is what is wrong."""
        return self.state == "fix" and any(mistake.field == "logo" for mistake in self.mistakes)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is made for every organisation; `weeks` None means every week that has texts.

    `set_name` may be `OWN`: what is ticked for the export. With `again` finished kits are made once more.
    """

    set_name: str
    weeks: tuple[int, ...] | None
    out: Path
    again: bool = False


class PartnerDesk(QObject):
    """`changed` tells that the list is another one or runs, `row_changed` that one row is another."""

    changed = Signal()
    row_changed = Signal(int)
    stepped = Signal()
    _row_done = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.runner = TaskRunner(self)
        self.rows: tuple[Row, ...] = ()
        self.name, self.folder = "", Path()
        self.unused: tuple[str, ...] = ()
        self.plan = Plan(SETS[0].name, (workspace.document.project.week,), paths.user_documents() / "Partner kits")
        self.error = ""
        self.running = False
        self.done = self.total = 0
        self.label = ""
        self._task: Task | None = None
        self._check: Task | None = None
        self._row_done.connect(self._take, Qt.ConnectionType.QueuedConnection)
        workspace.closing.connect(self.runner.shutdown)
        workspace.files_dropped.connect(self._dropped)

    # ---------------------------------------------------------------- the list

    def _dropped(self, dropped: Dropped) -> None:
        if sort_of(dropped.paths) == "table":
            self.workspace.page_wanted.emit("partners")
            self.load(dropped.paths[0])

    def load(self, path: Path) -> None:
        """Read a list from a file."""
        self._read(lambda _context: read_partners(path), path.name)

    def paste(self, text: str) -> None:
        """Read a list that was copied from a table."""
        folder = self.folder if self.rows else paths.user_documents()
        self._read(lambda _context: partners_in(text, folder), self.tr("the pasted table"))

    def _read(self, job: Callable[[JobContext], PartnerList], name: str) -> None:
        if self.running:
            self.workspace.toast(self.tr("Kits are being made. Stop first, or wait."))
            return
        task = self.runner.start(job)
        task.succeeded.connect(lambda found: self._show(found, name))
        task.failed.connect(self._cannot_read)

    def _show(self, found: PartnerList, name: str) -> None:
        if not self.rows:  # The first list is about the week that is open now.
            self.plan = replace(self.plan, weeks=(self.workspace.document.project.week,))
        self.rows = tuple(Row(partner) for partner in found.rows)
        self.name, self.folder, self.unused, self.error = name, found.folder, found.unused, ""
        self.changed.emit()
        self._check_all()

    def _cannot_read(self, error: Exception) -> None:
        self.error = told(error)
        self.changed.emit()

    def count(self, *states: RowState) -> int:
        """How many rows are in one of these states."""
        return sum(row.state in states for row in self.rows)

    def chosen(self) -> tuple[Row, ...]:
        """The rows that would be made."""
        return tuple(row for row in self.rows if row.ticked and row.state not in ("fix", "checking"))

    def estimate(self) -> tuple[int, float]:
        """How many bytes the chosen kits will have and how many seconds they will take, as in the last export."""
        document, exporter = self.workspace.document, exporter_of(self.workspace)
        ready = [week.number for week in document.campaign.weeks if week.ready]
        choice, size, seconds = on_paper(self._choice(), self.workspace.settings.paper), 0, 0.0
        for week, kits in self._weeks(ready).items():
            files = chosen(with_extras(document.kit(week)), choice)
            size += kits * estimated_bytes(files, exporter.known)
            seconds += kits * estimated_seconds(files, exporter.seconds_a_page)
        return size, seconds

    def _weeks(self, ready: Sequence[int]) -> Counter[int]:
        """How many kits are wanted of each week."""
        default = self.plan.weeks or tuple(ready)
        return Counter(week for row in self.chosen() for week in weeks_of(row.partner, ready, default))

    def change(self, index: int, **values: str) -> None:
        """Change cells of one row, then look at the list again."""
        row = self.rows[index]
        partner = replace(row.partner, **values)  # type: ignore[arg-type]
        if partner != row.partner:
            self._put(index, Row(partner, "checking", row.ticked))
            self._check_all()

    def tick(self, index: int, on: bool) -> None:
        """Take a row in or out."""
        self._put(index, replace(self.rows[index], ticked=on))
        self.changed.emit()

    def add(self) -> None:
        """Add an empty row at the end."""
        self.rows = (*self.rows, Row(Partner()))
        if not self.name:
            self.name, self.folder = self.tr("your own list"), paths.user_documents()
        self.changed.emit()
        self._check_all()

    def set_plan(self, plan: Plan) -> None:
        """Change what is made for every organisation."""
        if plan != self.plan:
            weeks = plan.weeks != self.plan.weeks
            self.plan = plan
            self.changed.emit()
            if weeks:
                self._check_all()

    def _put(self, index: int, row: Row) -> None:
        self.rows = (*self.rows[:index], row, *self.rows[index + 1 :])
        self.row_changed.emit(index)

    # ---------------------------------------------------------------- checking

    def request(self, rows: tuple[Row, ...]) -> BatchRequest:
        """What the engine is asked for; own words and pictures that may go to others come from the open kit."""
        document = self.workspace.document
        return BatchRequest(
            rows=tuple(row.partner for row in rows),
            folder=self.folder,
            out=self.plan.out,
            today=self.workspace.today,
            year=document.project.year,
            language=document.project.language,
            weeks=self.plan.weeks,
            options=Options(extras=tuple(EXTRAS)),
            choice=on_paper(self._choice(), self.workspace.settings.paper),
            project=document.project,
            workers=max(1, min(4, (os.cpu_count() or 2) - 1)),
            force=self.plan.again,
        )

    def _choice(self) -> Choice:
        if self.plan.set_name != OWN:
            return set_named(self.plan.set_name).choice
        # Selected pieces belong to this kit and its week; of a choice for others they are no part.
        return replace(ticks_of(self.workspace).choice, pieces=frozenset())

    def _check_all(self) -> None:
        if not self.rows or self.running:
            return
        if self._check is not None:
            self._check.cancel()
        rows, request = self.rows, self.request(self.rows)

        def job(context: JobContext) -> list[tuple[tuple[Mistake, ...], ColorNote | None]]:
            found = check_rows(open_batch(request, paths.folders()), context)
            return [
                (mistakes, None if mistakes else color_note(row.partner, request.folder))
                for row, mistakes in zip(rows, found, strict=True)
            ]

        task = self._check = self.runner.start(job)
        task.succeeded.connect(lambda found: self._checked(rows, found))
        task.failed.connect(self._cannot_read)

    def _checked(self, rows: tuple[Row, ...], found: list[tuple[tuple[Mistake, ...], ColorNote | None]]) -> None:
        if self.running or [row.partner for row in rows] != [row.partner for row in self.rows]:
            return  # The list was changed meanwhile, and a newer look is under way, or its kits are being made.
        for index, (mistakes, color) in enumerate(found):
            row = self.rows[index]
            self._put(
                index, replace(row, state="fix" if mistakes else "ready", mistakes=mistakes, result=None, color=color)
            )
        self.changed.emit()

    # ---------------------------------------------------------------- making

    def make(self) -> None:
        """Make the kits of the ticked rows; finished ones are kept."""
        chosen = self.chosen()
        if self.running or not chosen:
            return
        request = self.request(chosen)
        self.rows = tuple(replace(row, state="waiting", result=None) if row in chosen else row for row in self.rows)
        self.running, self.error = True, ""
        self.done = self.total = 0

        design = Path(self.workspace.settings.reference_deck) if self.workspace.settings.reference_deck else None
        asked, run = BatchJob(request, paths.folders(), design), self.workspace.run_work
        task = self._task = self.runner.start(lambda context: run(write_batch, asked, context, self._row_done.emit))
        task.progress.connect(self._step)
        task.failed.connect(self._failed)
        task.finished.connect(self._over)
        self.changed.emit()

    def stop(self) -> None:
        """Stop after the file that is being made; finished kits stay."""
        if self._task is not None:
            self._task.cancel()

    def _step(self, progress: Progress) -> None:
        if not self.running:
            return
        self.done, self.total = progress.done, progress.total
        who, _, self.label = progress.label.rpartition(": ")
        if not progress.total:
            self.label = self.tr("Reading the list")
        for index, row in enumerate(self.rows):
            if row.state == "waiting" and row.partner.organisation == who:
                self._put(index, replace(row, state="making"))
                break
        words = self.tr("Partner kits, {done} of {total} files")
        self.workspace.job_changed.emit(words.format(done=self.done, total=self.total), self.done, self.total)
        self.stepped.emit()

    def _take(self, result: RowResult) -> None:
        for index, row in enumerate(self.rows):
            if row.partner == result.row:
                self._put(index, replace(row, state=result.state, result=result, mistakes=result.mistakes))
        self.stepped.emit()

    def _failed(self, error: Exception) -> None:
        self.error = told(error)
        if not isinstance(error, StudioError):
            self.error = self.tr("Something unexpected happened. Finished kits stay.")

    def _over(self) -> None:
        self._task, self.running = None, False
        left = tuple(replace(row, state="ready") if row.state in ("waiting", "making") else row for row in self.rows)
        self.rows = left
        self.workspace.job_changed.emit("", 0, 0)
        self.changed.emit()
        made = self.count("made", "there")
        self.workspace.announce(self.tr("{count} partner kits are ready").format(count=made))
        self.workspace.work_is_over(well=True)


def color_note(partner: Partner, folder: Path) -> ColorNote | None:
    """What the palette made of a partner's colors; None where they are used as they are. Reads the logo."""
    try:
        project = Project(brand_of(partner, folder), 1, FIRST_YEAR)
    except StudioError:
        return None
    if not project.brand.colors and project.brand.logo is None:
        return None
    main, second = colors_in_force(project)
    panel = derive_palette(main, second)["panel"]
    return None if panel == main else ColorNote(luminance(panel) < luminance(main), tuple(notes(project)))


def partners_of(workspace: Workspace) -> PartnerDesk:
    """The desk of a workspace, made when it is first asked for."""
    found = workspace.findChild(PartnerDesk)
    return found if isinstance(found, PartnerDesk) else PartnerDesk(workspace)
