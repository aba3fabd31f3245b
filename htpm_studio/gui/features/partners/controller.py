"""The list of partner organizations in the window: read, checked and made in the background."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from htpm_studio import paths
from htpm_studio.errors import Diagnostic, StudioError
from htpm_studio.export.kit.kit import EXTRAS, Options
from htpm_studio.export.pages.selection import (
    SETS,
    Selection,
    chosen,
    estimated_bytes,
    estimated_seconds,
    on_paper,
    set_named,
    with_extras,
)
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.run.results import ExportResult
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.partners import (
    PartnerList,
    PartnerRow,
    brand_of,
    in_cell,
    weeks_of,
)
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.brand import colors_in_force, palette_notes
from htpm_studio.gui.controllers.export import OWN, ExportChoice, ExportController, ask_to_quit, may_quit
from htpm_studio.gui.core.dnd import Dropped, sort_of
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.processes.jobs import JobContext, Progress
from htpm_studio.project.file_forms import FIRST_YEAR
from htpm_studio.project.model import Project
from htpm_studio.project.oklch import luminance
from htpm_studio.project.palette import derive_palette

if TYPE_CHECKING:
    from htpm_studio.export.sources.partner_columns import Column, ColumnMatch, PartnerTable

RowState = Literal["checking", "ready", "fix", "waiting", "making", "made", "there", "failed"]
NAME = "partners.csv"
SHOWN_EVERY, LOOKED_EVERY = 100, 0.3
"""After how many milliseconds the window shows what was made, and after how many seconds what was found."""

Looked = tuple[tuple[Diagnostic, ...], "ColorNote | None"]


@dataclass(frozen=True, slots=True)
class ColorNote:
    """That areas have another color than the partner's, so that text on them can be read; `words` say all of it."""

    darker: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerKitRow:
    """One organization as the window shows it; of its kits only their folder and the number of files are kept."""

    partner: PartnerRow
    state: RowState = "checking"
    ticked: bool = True
    mistakes: tuple[Diagnostic, ...] = ()
    folder: Path | None = None
    files: int = 0
    color: ColorNote | None = None

    @property
    def needs_logo(self) -> bool:
        """Whether the logo is what is wrong."""
        return self.state == "fix" and any(mistake.field == "logo" for mistake in self.mistakes)


@dataclass(frozen=True, slots=True)
class AskedColumns:
    """A table whose columns the user is asked about: what each was taken for, and what the table is called."""

    table: PartnerTable
    match: ColumnMatch
    name: str


@dataclass(frozen=True, slots=True)
class PartnersPlan:
    """What is made for every organization; `weeks` None means every week that has texts.

    `set_name` may be `OWN`: what is ticked for the export. With `again` finished kits are made once more.
    """

    set_name: str
    weeks: tuple[int, ...] | None
    out: Path
    again: bool = False


class PartnersController(QObject):
    """`changed` says that the list is another one or runs, `rows_changed` that rows are others, from first to last.

    `listed` comes before `changed` where another list takes the place of this one.
    """

    listed = Signal()
    changed = Signal()
    rows_changed = Signal(int, int)
    stepped = Signal()
    _row_done = Signal(object)
    _looked = Signal(object, int, object)

    def __init__(self, workspace: Workspace, exporter: ExportController, export_choice: ExportChoice) -> None:
        super().__init__(workspace)
        self.workspace, self._exporter, self._export_choice = workspace, exporter, export_choice
        self.runner = TaskRunner(self)
        self.rows: tuple[PartnerKitRow, ...] = ()
        self.asked: AskedColumns | None = None
        self.name, self.folder = "", Path()
        self.unused: tuple[str, ...] = ()
        self.plan = PartnersPlan(
            SETS[0].name, (workspace.document.project.week,), paths.user_documents() / "Partner kits"
        )
        self.error = ""
        self.running = False
        self.done = self.total = 0
        self.label = ""
        self._task: Task | None = None
        self._check: Task | None = None
        self._places: dict[PartnerRow, int] = {}
        self._done: list[ExportResult] = []
        self._making, self._next = "", 0
        self._soon = QTimer(self, singleShot=True, interval=SHOWN_EVERY)
        self._soon.timeout.connect(self._take_done)
        self._row_done.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._looked.connect(self._take_looked, Qt.ConnectionType.QueuedConnection)
        workspace.closing.connect(self.runner.shutdown)
        workspace.files_dropped.connect(self._dropped)

    # ---------------------------------------------------------------- the list

    def _dropped(self, dropped: Dropped) -> None:
        if sort_of(dropped.paths) == "table":
            self.workspace.page_wanted.emit("partners")
            self.load(dropped.paths[0])

    def load(self, path: Path) -> None:
        """Read a list from a file."""
        from htpm_studio.export.sources.partner_columns import open_list

        self._read(lambda: open_list(path), path.name)

    def paste(self, text: str) -> None:
        """Read a list that was copied from a table."""
        from htpm_studio.export.sources.partner_columns import pasted_list

        folder = self.folder if self.rows else paths.user_documents()
        self._read(lambda: pasted_list(text, folder), self.tr("the pasted table"))

    def _read(self, job: Callable[[], PartnerTable], name: str) -> None:
        """Show a table whose own headings say all of it, or ask what its columns are."""
        from htpm_studio.export.sources.partner_columns import match_columns, partners_of

        def look(_context: JobContext) -> PartnerList | AskedColumns:
            table = job()
            match = match_columns(table)
            return partners_of(table, match) if match.certain else AskedColumns(table, match, name)

        if self.running:
            self.workspace.toast(self.tr("Kits are being made. Stop that first, or wait."))
            return
        task = self.runner.start(look)
        task.succeeded.connect(
            lambda found: self._ask(found) if isinstance(found, AskedColumns) else self._show(found, name)
        )
        task.failed.connect(self._cannot_read)

    def _ask(self, asked: AskedColumns | None) -> None:
        self.asked, self.error = asked, ""
        self.changed.emit()

    def drop_question(self) -> None:
        """Leave the table that was asked about, and go back to what was there before."""
        self._ask(None)

    def set_headed(self, *, headed: bool) -> None:
        """Take the first row of the table for headings, or for an organization."""
        from htpm_studio.export.sources.partner_columns import with_headings

        if (asked := self.asked) is not None:
            self._read(lambda: with_headings(asked.table, headed=headed), asked.name)

    def use_columns(self, columns: tuple[Column, ...]) -> None:
        """Take the table that was asked about with these columns."""
        from htpm_studio.export.sources.partner_columns import ColumnMatch, partners_of

        if (asked := self.asked) is not None:
            task = self.runner.start(lambda _context: partners_of(asked.table, ColumnMatch(columns, certain=False)))
            task.succeeded.connect(lambda found: self._show(found, asked.name))
            task.failed.connect(self._cannot_read)

    def _show(self, found: PartnerList, name: str) -> None:
        if not self.rows:  # The first list is about the week that is open now.
            self.plan = replace(self.plan, weeks=(self.workspace.document.project.week,))
        self.rows = tuple(PartnerKitRow(partner) for partner in found.rows)
        self.name, self.folder, self.unused, self.error = name, found.folder, found.unused, ""
        self.asked = None
        self.listed.emit()
        self.changed.emit()
        self._check_all()

    def _cannot_read(self, error: Exception) -> None:
        self.error = explain(error)
        self.changed.emit()

    def count(self, *states: RowState) -> int:
        """How many rows are in one of these states."""
        return sum(row.state in states for row in self.rows)

    def chosen(self) -> tuple[PartnerKitRow, ...]:
        """The rows that would be made."""
        return tuple(row for row in self.rows if row.ticked and row.state not in ("fix", "checking"))

    def estimate(self) -> tuple[int, float]:
        """How many bytes the chosen kits will have and how many seconds they will take, as in the last export."""
        document, exporter = self.workspace.document, self._exporter
        ready = [week.number for week in document.campaign.weeks if week.ready]
        selection, size, seconds = on_paper(self._selection(), self.workspace.settings.paper), 0, 0.0
        for week, kits in self._weeks(ready).items():
            files = chosen(with_extras(document.kit(week)), selection)
            size += kits * estimated_bytes(files, exporter.known)
            seconds += kits * estimated_seconds(files, exporter.seconds_a_page)
        return size, seconds

    def _weeks(self, ready: Sequence[int]) -> Counter[int]:
        """How many kits are wanted of each week."""
        default, found = self.plan.weeks or tuple(ready), Counter[int]()
        for words, rows in Counter(row.partner.week for row in self.chosen()).items():
            for week in weeks_of(PartnerRow(week=words), ready, default):
                found[week] += rows
        return found

    def change(self, index: int, **values: str) -> None:
        """Change cells of one row, then look at the list again."""
        row = self.rows[index]
        partner = PartnerRow(**(asdict(row.partner) | values | {"flaw": ""}))
        if partner != row.partner:
            self._put(index, PartnerKitRow(partner, "checking", row.ticked))
            self._check_all()

    def tick(self, index: int, on: bool) -> None:
        """Take a row in or out."""
        self._put(index, replace(self.rows[index], ticked=on))
        self.changed.emit()

    def add(self) -> None:
        """Add an empty row at the end."""
        self.rows = (*self.rows, PartnerKitRow(PartnerRow()))
        if not self.name:
            self.name, self.folder = self.tr("your own list"), paths.user_documents()
        self.changed.emit()
        self._check_all()

    def set_plan(self, plan: PartnersPlan) -> None:
        """Change what is made for every organization."""
        if plan != self.plan:
            weeks = plan.weeks != self.plan.weeks
            self.plan = plan
            self.changed.emit()
            if weeks:
                self._check_all()

    def _put(self, first: int, *rows: PartnerKitRow) -> None:
        self.rows = (*self.rows[:first], *rows, *self.rows[first + len(rows) :])
        self.rows_changed.emit(first, first + len(rows) - 1)

    # ---------------------------------------------------------------- checking

    def request(self, rows: tuple[PartnerKitRow, ...]) -> ExportRequest:
        """What the engine is asked for; own words and pictures that may go to others come from the open kit."""
        document = self.workspace.document
        project = document.project
        design = self.workspace.settings.reference_deck if not document.deck_problem else ""
        return ExportRequest(
            KitSource(self.workspace.today, project, year=project.year, language=project.language),
            out=self.plan.out,
            weeks=self.plan.weeks,
            options=Options(extras=tuple(EXTRAS)),
            selection=on_paper(self._selection(), self.workspace.settings.paper),
            reference_deck=Path(design) if design else None,
            partners=tuple(row.partner for row in rows),
            logos=self.folder,
            workers=max(1, min(4, (os.cpu_count() or 2) - 1)),
            force=self.plan.again,
        )

    def _selection(self) -> Selection:
        if self.plan.set_name != OWN:
            return set_named(self.plan.set_name).selection
        # Selected pieces belong to this kit and its week; of a choice for others they are no part.
        return replace(self._export_choice.selection, pieces=frozenset())

    def _check_all(self) -> None:
        if not self.rows or self.running:
            return
        if self._check is not None:
            self._check.cancel()
        request = self.request(self.rows)
        task = self._check = self.runner.start(lambda context: check_rows(request, context, self._looked.emit))
        task.failed.connect(self._cannot_read)

    def _take_looked(self, request: ExportRequest, first: int, found: list[Looked]) -> None:
        """Show what was found out about some rows, in the order of the list."""
        if self.running or request.partners != tuple(row.partner for row in self.rows):
            return  # The list was changed meanwhile, and a newer look is under way, or its kits are being made.
        new = self.rows[min(first + len(found), len(self.rows)) - 1].state == "checking"
        self._put(first, *(
            replace(row, state="fix" if mistakes else "ready", mistakes=mistakes, folder=None, files=0, color=color)
            for row, (mistakes, color) in zip(self.rows[first:], found, strict=False)
        ))  # fmt: skip
        if new and first + len(found) == len(self.rows):
            self.changed.emit()

    # ---------------------------------------------------------------- making

    def make(self) -> None:
        """Make the kits of the ticked rows; finished ones are kept."""
        chosen = self.chosen()
        if self.running or not chosen:
            return
        request, wanted = self.request(chosen), set(map(id, chosen))
        self.rows = tuple(
            replace(row, state="waiting", folder=None, files=0) if id(row) in wanted else row for row in self.rows
        )
        self._places = {row.partner: index for index, row in enumerate(self.rows) if row.state == "waiting"}
        self._making, self._next = "", 0
        self.running, self.error = True, ""
        self.done = self.total = 0
        from htpm_studio.export.batch.run_batch import write_batch

        work, run = partial(write_batch, request, paths.folders()), self.workspace.run_work
        task = self._task = self.runner.start(lambda context: run(work, context, self._row_done.emit))
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
        if who:
            self._mark_making(who)
        words = self.tr("Partner kits, {done} of {total} files")
        self.workspace.job_changed.emit(words.format(done=self.done, total=self.total), self.done, self.total)
        self.stepped.emit()

    def _mark_making(self, who: str) -> None:
        """The row that is being made: rows come in the order of the list, so the search goes on from the last one."""
        if self._making == who:
            return
        for index, row in enumerate(self.rows[self._next :], self._next):
            if row.state == "waiting" and row.partner.organization == who:
                self._making, self._next = who, index + 1
                self._put(index, replace(row, state="making"))
                break

    def _take(self, result: ExportResult) -> None:
        """Keep a result for a moment: kits that are there already are found faster than a list can be painted."""
        self._done.append(result)
        if not self._soon.isActive():
            self._soon.start()

    def _place_of(self, result: ExportResult) -> int:
        return self._places.get(result.partner, -1) if result.partner is not None else -1

    def _take_done(self) -> None:
        self._soon.stop()
        rows, places = list(self.rows), [self._place_of(result) for result in self._done]
        for place, result in zip(places, self._done, strict=True):
            if place >= 0:
                rows[place] = replace(
                    rows[place], state=result.state, folder=result.folder, files=result.count,
                    mistakes=result.mistakes,
                )  # fmt: skip
        self._done.clear()
        known = [place for place in places if place >= 0]
        if known:
            self.rows = tuple(rows)
            self.rows_changed.emit(min(known), max(known))
        self.stepped.emit()

    def _failed(self, error: Exception) -> None:
        self.error = explain(error)
        if not isinstance(error, StudioError):
            self.error = self.tr("Something unexpected happened. Finished kits are kept.")

    def _over(self) -> None:
        self._take_done()
        self._task, self.running = None, False
        left = tuple(replace(row, state="ready") if row.state in ("waiting", "making") else row for row in self.rows)
        self.rows = left
        if self.count("checking"):
            self._check_all()
        self.workspace.job_changed.emit("", 0, 0)
        self.changed.emit()
        made = self.count("made", "there")
        self.workspace.announce(self.tr("{count} partner kits are ready").format(count=made))
        self.workspace.work_is_over(well=True)


def check_rows(
    request: ExportRequest, context: JobContext, tell: Callable[[ExportRequest, int, list[Looked]], None]
) -> None:
    """Look at every row and then into every logo, and tell what was found of some rows at a time."""
    folder, found = request.logos, list[Looked]()

    def rows() -> Iterator[Looked]:
        from htpm_studio.export.batch.partner_batch import open_batch
        from htpm_studio.export.batch.run_batch import check_rows

        checked = check_rows(open_batch(request, paths.folders()), context)
        for row, mistakes in zip(request.partners, checked, strict=True):
            found.append((mistakes, None if mistakes or row.logo else color_note(row, folder)))
            yield found[-1]

    def logos() -> Iterator[Looked]:
        for row, (mistakes, note) in zip(request.partners, found, strict=True):
            context.checkpoint()
            yield (mistakes, note) if mistakes or not row.logo else check_logo(row, folder)

    _in_parts(rows(), lambda first, part: tell(request, first, part))
    if any(row.logo for row in request.partners):
        _in_parts(logos(), lambda first, part: tell(request, first, part))


def _in_parts(found: Iterator[Looked], tell: Callable[[int, list[Looked]], None]) -> None:
    first, part, told_at = 0, list[Looked](), time.monotonic()
    for one in found:
        part.append(one)
        if time.monotonic() - told_at > LOOKED_EVERY:
            tell(first, part)
            first, part, told_at = first + len(part), [], time.monotonic()
    if part:
        tell(first, part)


def check_logo(partner: PartnerRow, folder: Path) -> Looked:
    """What is wrong with a partner's logo, or what the palette makes of its colors."""
    try:
        return (), color_note(partner, folder)
    except StudioError as error:
        return (in_cell("logo", error.message, error.hint),), None


def color_note(partner: PartnerRow, folder: Path) -> ColorNote | None:
    """What the palette made of a partner's colors; None where they are kept. Raises InputError for a logo."""
    project = Project(brand_of(partner, folder), 1, FIRST_YEAR)
    if not project.brand.colors and project.brand.logo is None:
        return None
    main, second = colors_in_force(project)
    panel = derive_palette(main, second)["panel"]
    return None if panel == main else ColorNote(luminance(panel) < luminance(main), tuple(palette_notes(project)))


class PartnersCommands(QObject):
    """The question when a window closes while partner kits are made."""

    def __init__(self, window: Shell, partners: PartnersController) -> None:
        super().__init__(window)
        self._window, self._controller = window, partners
        self.ask: Callable[[Shell, str], str] = ask_to_quit
        window.on_close(self.may_close)

    def may_close(self) -> bool:
        """Ask while kits are made; "finish" closes the window later by itself."""
        partners = self._controller
        if not partners.running:
            return True
        count = partners.count("waiting", "making")
        many = self.tr("{count} partner kits have not been made yet.").format(count=count)
        words = self.tr("1 partner kit has not been made yet.") if count == 1 else many
        return may_quit(self._window, words, lambda: partners.running, partners.stop, self.ask)
