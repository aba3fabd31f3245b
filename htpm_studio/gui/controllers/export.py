"""The export of the open kit: what is ticked for it, what is being written, and what came of it."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from htpm_studio import paths
from htpm_studio.campaign.day_offsets import day_of
from htpm_studio.errors import InputError
from htpm_studio.export.disk.atomic_output import clear_leavings
from htpm_studio.export.disk.names import safe_name
from htpm_studio.export.kit.kit import EXTRAS, Options
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.selection import (
    SECONDS_A_PAGE,
    SETS,
    WITH_KIT,
    Selection,
    chosen,
    form_of,
    on_paper,
    set_named,
    with_extras,
)
from htpm_studio.export.run.request import ExportRequest, write_kits
from htpm_studio.export.run.results import ExportResult
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.gui.core.tiles import Tile
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import as_qdate, long_day, month_words, whole_month
from htpm_studio.gui.kit_file.session import KitSession
from htpm_studio.processes.jobs import Progress

OWN, PICKED = "own", "picked"
"""The names of a choice of the user's own, and of the one that follows the selected pieces."""


class ExportChoice(QObject):
    """What is ticked. `active` while something can be ticked, which is what `changed` tells too."""

    changed = Signal()

    def __init__(self, workspace: Workspace, exporter: ExportController) -> None:
        super().__init__(workspace)
        self._exporter = exporter
        self.set_name = workspace.settings.export_set
        self.selection: Selection = exporter.set_selection(self.set_name)
        self.specs: tuple[FileSpec, ...] = ()
        self.active = False

    def set_active(self, active: bool) -> None:
        """Show the boxes on the board, or take them away."""
        if active != self.active:
            self.active = active
            self.changed.emit()

    def show(self, name: str, selection: Selection, specs: Sequence[FileSpec]) -> None:
        """Say what is wanted, of which files."""
        if (name, selection, tuple(specs)) != (self.set_name, self.selection, self.specs):
            self.set_name, self.selection, self.specs = name, selection, tuple(specs)
            self.changed.emit()

    def pick(self, pieces: Iterable[str]) -> None:
        """Want only these pieces, in every form of the whole kit."""
        every = self._exporter.set_selection(SETS[0].name)
        self.show(PICKED, replace(every, pieces=frozenset(pieces)), self.specs)

    def state(self, tiles: Iterable[Tile]) -> Qt.CheckState | None:
        """Whether the files of these tiles are wanted, all or some; None where there is nothing to tick."""
        wanted = [self.selection.wants(spec) for spec in self._files(tiles)] if self.active else []
        if not wanted:
            return None
        if all(wanted):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if any(wanted) else Qt.CheckState.Unchecked

    def tick(self, tiles: Iterable[Tile], *, on: bool) -> None:
        """Want the files of these tiles, or not; from then on it is a choice of the user's own."""
        files = self._files(tiles)
        if files:
            self.show(OWN, self.selection.with_files(self.specs, files, wanted=on), self.specs)

    def _files(self, tiles: Iterable[Tile]) -> list[FileSpec]:
        known = {spec.path for spec in self.specs}
        found: dict[str, FileSpec] = {}
        for tile in tiles:
            for spec in () if tile.left_out else tile.specs:
                if spec.path in known and (not tile.size or tile.size == spec.pages[0].canvas):
                    found[spec.path] = spec
        return list(found.values())


ExportState = Literal["idle", "running", "done", "failed", "stopped"]
SPOKEN = (25, 50, 75)
KNOWN_FROM = 12
"""From so many pages on, those that are drawn tell how long the others take."""
WORKERS = max(1, min(2, os.cpu_count() or 1))
"""Files at a time: one in the process of the export, and one in another where the export is large."""


class ExportController(QObject):
    """Writes kits in the background from a snapshot, so that editing goes on.

    `changed` says that the state is another one, `stepped` that a file more is done, `scope_changed` that all weeks are
    wanted (`every_week`), or the open one alone.
    """

    changed = Signal()
    stepped = Signal()
    scope_changed = Signal()

    def __init__(self, workspace: Workspace, session: KitSession) -> None:
        super().__init__(workspace)
        self.workspace, self._session = workspace, session
        self.runner = TaskRunner(self)
        self.state: ExportState = "idle"
        self.request: ExportRequest | None = None
        self.written: ExportResult | None = None
        self.error: Exception | None = None
        self.every_week = False
        self.done = self.total = 0
        self.label = ""
        self.totals: Counter[str] = Counter()
        self.forms: dict[str, tuple[str, ...]] = {}
        self.seconds_a_page = SECONDS_A_PAGE
        self.known: dict[str, int] = {}
        self.finished_pieces: list[str] = []
        self.pages_done, self.pages_total = 0, 0
        self._media: dict[str, tuple[str, str]] = {}
        self._task: Task | None = None
        self.started_at = 0.0
        self._spoken = 0
        workspace.closing.connect(self.runner.shutdown)

    @property
    def running(self) -> bool:
        """Whether files are being written."""
        return self.state == "running"

    # ---------------------------------------------------------------- what is wanted

    def folder(self) -> Path:
        """The folder that kits are put into."""
        kept = self.workspace.settings.kit_folder
        return Path(kept) if kept else paths.user_documents() / "Kits"

    def set_selection(self, name: str) -> Selection:
        """The files of a set, on the paper that the user prefers."""
        return on_paper(set_named(name).selection, self.workspace.settings.paper)

    def request_for(
        self, selection: Selection, weeks: tuple[int, ...] = (), name: str = "", title: str = ""
    ) -> ExportRequest:
        """These files of some weeks (the open one if none is named) of the open kit, to the folder for kits."""
        document = self.workspace.document
        project = replace(document.project, saved=self._session.date, saves=self._session.saves)
        source = KitSource(self.workspace.today, project, document.campaign)
        design = self.workspace.settings.reference_deck if not document.deck_problem else ""
        options = Options(extras=tuple(EXTRAS), names=document.names)
        return ExportRequest(
            source, self.folder(), weeks or (document.project.week,), options, selection,
            name, title, reference_deck=Path(design) if design else None, workers=WORKERS,
        )  # fmt: skip

    def set_request(self, name: str) -> ExportRequest:
        """A set of the weeks that are wanted."""
        return self.request_for(self.set_selection(name), self.weeks(), name)

    def again(self) -> ExportRequest | None:
        """What was written last, of the kit as it is now; None before the first."""
        return self._of_now(self.request) if self.request is not None else None

    def want_every_week(self, on: bool) -> None:
        """Want the kits of all weeks, or that of the open one."""
        if on != self.every_week:
            self.every_week = on
            self.scope_changed.emit()

    def weeks(self) -> tuple[int, ...]:
        """The weeks that are wanted."""
        return self.ready_weeks() if self.every_week else (self.workspace.document.project.week,)

    def scope_words(self) -> str:
        """The weeks that are wanted, in words: "week 2", "all of January"; "" where there is just one."""
        week = 0 if self.every_week else self.workspace.document.project.week
        return self.scopes().get(week, "")

    def scopes(self) -> dict[int, str]:
        """What each week is called there, and all of them (0); none where there is just one."""
        campaign = self.workspace.document.campaign
        if len(campaign.weeks) < 2:
            return {}
        month = whole_month(campaign.observance.month)
        weeks = {week.number: self.tr("week {number}").format(number=week.number) for week in campaign.weeks}
        return {0: f"{month[:1].lower()}{month[1:]}"} | weeks

    def ready_weeks(self) -> tuple[int, ...]:
        """The weeks that have content."""
        return tuple(week.number for week in self.workspace.document.campaign.weeks if week.ready)

    def specs(self, request: ExportRequest) -> tuple[FileSpec, ...]:
        """The files that a request stands for; weeks without content have none."""
        found: list[FileSpec] = []
        for week in request.weeks or ():
            try:
                found += chosen(with_extras(self.workspace.document.kit(week)), request.selection)
            except InputError:
                continue
        return tuple(found)

    def folder_name(self, week: int, request: ExportRequest) -> str:
        """The name of a kit's folder: "January 2027, week 2"; anything less than the whole kit says what it is."""
        document = self.workspace.document
        month = month_words(document.campaign.observance.month, document.project.year)
        observance = document.campaign.observance
        name = self.tr("{month}, week {week}").format(month=month, week=week)
        if observance.single:
            name = long_day(as_qdate(day_of(document.project.year, observance.month, observance.day)))
        if request.name == SETS[0].name:
            return name
        what = set_title(request.name).lower() if request.name else request.title or self.tr("selection")
        return self.tr("{kit}, {what}").format(kit=name, what=what)

    # ---------------------------------------------------------------- acting

    def start_set(self, name: str = SETS[0].name) -> None:
        """Write the whole kit, or another set, to the last used folder; while files are written, show them."""
        if not self.running:
            self.start(self.set_request(name))
        self.workspace.panel_wanted.emit("export")

    def start_pieces(self, pieces: tuple[str, ...]) -> None:
        """Write only these pieces of the open week."""
        if pieces and not self.running:
            request = self.request_for(replace(self.set_selection(SETS[0].name), pieces=frozenset(pieces)))
            titles = {spec.title for spec in self.specs(request)}
            self.start(replace(request, title=safe_name(titles.pop()) if len(titles) == 1 else ""))
        self.workspace.panel_wanted.emit("export")

    def start(self, request: ExportRequest) -> None:
        """Write these files of the kit as it is now; nothing happens while files are written."""
        specs = self.specs(request)
        if self.running or not specs:
            if not specs:
                self.workspace.toast(self.tr("Nothing is selected. Select at least one piece."))
            return
        self.written, self.error = None, None
        self.request = self._of_now(request)
        self.totals = Counter(spec.medium for spec in specs)
        self.forms = {
            medium: tuple(dict.fromkeys(form_of(spec).partition("/")[2] for spec in specs if spec.medium == medium))
            for medium in self.totals
        }
        self.done, self.total, self.label = 0, len(specs), ""
        self._media = {spec.path: (spec.medium, spec.title) for spec in specs}
        self.pages_done, self.pages_total = 0, sum(spec.planned_pages for spec in specs)
        self.finished_pieces, self._spoken, self.started_at = [], 0, time.monotonic()
        asked = replace(self.request, instead_of=request.instead_of)
        work, finished, run = partial(write_kits, asked, paths.folders()), self.finished_pieces, self.workspace.run_work
        self._task = self.runner.start(lambda context: run(work, context, finished.append))
        self._task.progress.connect(self._step)
        self._task.succeeded.connect(self._succeeded)
        self._task.failed.connect(self.fail)
        self._task.cancelled.connect(lambda: self._end("stopped"))
        self._begin()

    def try_again(self) -> None:
        """Write the last export once more from the kit as it is now, in its place where nobody touched it."""
        if self.request is not None:
            self.start(replace(self.request, instead_of=self.written.folders if self.written is not None else ()))

    def stop(self) -> None:
        """Stop writing; a kit that is not complete is taken away."""
        if self._task is not None:
            self._task.cancel()

    def _of_now(self, request: ExportRequest) -> ExportRequest:
        """The same files of the kit as it is now, with the names of their folders."""
        ready = self.ready_weeks()
        weeks = tuple(week for week in request.weeks or () if week in ready)
        names = tuple((week, self.folder_name(week, request)) for week in weeks)
        now = self.request_for(request.selection, weeks, request.name, request.title)
        return replace(now, out=request.out, folders=names)

    # ---------------------------------------------------------------- hearing about it

    @property
    def with_kit(self) -> int:
        """How many files come with the ones that were chosen: the start pages and lists of files."""
        return WITH_KIT * len(self.request.weeks or ()) if self.request is not None else 0

    def counts(self) -> Counter[str]:
        """How many files of each medium are done."""
        return Counter(self._media[path][0] for path in list(self.finished_pieces) if path in self._media)

    def seconds_left(self) -> float:
        """About how long it will still take, by the pages that are drawn; 0 while nobody can know."""
        passed = time.monotonic() - self.started_at
        done, total = self.steps()
        return 0.0 if done < KNOWN_FROM else passed / done * (total - done)

    def steps(self) -> tuple[int, int]:
        """How far it is and how far it goes: in pages, or in files where none of these has pages."""
        if self.pages_total:
            return min(self.pages_done, self.pages_total), self.pages_total
        return self.done, self.total

    def _begin(self) -> None:
        self.state = "running"
        self._tell_job()
        self.changed.emit()
        self.workspace.announce(self.tr("Exporting {count} files").format(count=self.total + self.with_kit))

    def _step(self, progress: Progress) -> None:
        if not self.running:
            return
        self.done, self.total, self.pages_done = progress.done, progress.total or self.total, progress.pages
        self.label = self._media.get(progress.label, ("", ""))[1] or self.label
        self._tell_job()
        self.stepped.emit()
        done, total = self.steps()
        percent = 100 * done // max(1, total)
        reached = max((mark for mark in SPOKEN if mark <= percent), default=0)
        if reached > self._spoken:
            self._spoken = reached
            self.workspace.announce(self.tr("{percent} percent exported").format(percent=reached))

    def _tell_job(self) -> None:
        done, total = self.steps()
        words = self.tr("Exporting, {done} of {total}").format(done=done, total=total)
        self.workspace.job_changed.emit(words, done, total)

    def _succeeded(self, written: ExportResult) -> None:
        self.written = replace(written, seconds=time.monotonic() - self.started_at)
        pages = sum(len(spec.pages) for spec in self.specs(self.request)) if self.request else 0
        if pages:
            self.seconds_a_page = self.written.seconds / pages
        for file in written.files:
            for folder in written.folders:
                if file.path.is_relative_to(folder):
                    self.known[file.path.relative_to(folder).as_posix()] = file.size
        self._end("done")
        self.workspace.announce(self.tr("Your kit is ready, {count} files").format(count=written.count))

    def fail(self, error: Exception) -> None:
        """End with an error, and take away what was half made."""
        self.error = error
        if self.request is not None:
            clear_leavings(self.request.out)
        self._end("failed")

    def _end(self, state: ExportState) -> None:
        self._task = None
        self.state = state
        self.workspace.job_changed.emit("", 0, 0)
        self.changed.emit()
        self.workspace.work_is_over(well=state == "done")


def set_title(name: str) -> str:
    """The name of a set in the language of the window."""
    return QCoreApplication.translate("ExportSets", set_named(name).title)


RESTART = "start_again"
"""The property of the application that says that a window which closes opens again."""

Answer = Literal["finish", "stop", "stay"]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def quit_question(parent: QWidget, words: str) -> tuple[QMessageBox, dict[Answer, object]]:
    """The window with the question and its three buttons; Esc keeps working."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_tr("HTPM Studio"))
    box.setText(words)
    box.setInformativeText(_tr("If you stop, no half-finished files are left behind."))
    app = QCoreApplication.instance()
    again = app is not None and bool(app.property(RESTART))
    finish = _tr("Finish, then start again") if again else _tr("Finish, then quit")
    stop = _tr("Stop and start again") if again else _tr("Stop and quit")
    buttons: dict[Answer, object] = {
        "finish": box.addButton(finish, QMessageBox.ButtonRole.AcceptRole),
        "stop": box.addButton(stop, QMessageBox.ButtonRole.DestructiveRole),
    }
    stay = box.addButton(_tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
    buttons["stay"] = stay
    box.setEscapeButton(stay)
    box.setDefaultButton(stay)
    return box, buttons


def may_quit(
    window: Shell, words: str, running: Callable[[], bool], stop: Callable[[], None], ask: Callable[[Shell, str], str]
) -> bool:
    """Whether a window may close while work is `running`; "finish" closes it later by itself."""
    answer = ask(window, words)
    window.workspace.when_done = window.close if answer == "finish" and running() else None
    if answer == "stop":
        stop()
    return answer == "stop" or (answer == "finish" and not running())


def ask_to_quit(parent: QWidget, words: str) -> Answer:
    """What the user wants: finish and quit then, stop and quit now, or go on working."""
    box, buttons = quit_question(parent, words)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return next((answer for answer, button in buttons.items() if button is pressed), "stay")
