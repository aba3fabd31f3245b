"""Runs the checks in the background after every change; the newest state wins, and the last report stays until then."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from htpm_studio import paths
from htpm_studio.errors import Cancelled, StudioError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.preflight.model import (
    OPEN_GROUPS,
    Check,
    CheckReport,
    Fix,
    applied,
    called_fine,
    called_open,
    joined,
)
from htpm_studio.export.preflight.report import Tools, kit_place, load_tools, preflight
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain, translate
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Project

WAIT_MS = 300
UNKNOWN = -1
"""Instead of a count: nobody looked yet."""

LOG = logging.getLogger(__name__)


class CheckRunner(QObject):
    """Checks the kits of the chosen weeks. `changed` comes when there is a new report; `current` is the row stepped to.

    It sleeps until `start` is called, and then follows the document. Every report is sent as
    `workspace.checks_changed(count, sentence by piece)`; the count is `UNKNOWN` while nobody looked at the open kit.
    """

    changed = Signal()
    current_changed = Signal(str)
    _done = Signal(object)

    def __init__(self, workspace: Workspace, exporter: ExportController) -> None:
        super().__init__(workspace)
        self.workspace, self.document, self._exporter = workspace, workspace.document, exporter
        self.report = CheckReport()
        self.problem = ""
        self.current = ""
        self.started = False
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="checks")
        self._tools: Tools | None = None
        self._context: JobContext | None = None
        self._generation = 0
        self._closed = False
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.begin)
        self._done.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self.document.restored.connect(self._forget)
        self.document.changed.connect(self._follow)
        self.document.week_changed.connect(lambda _week: self._later())
        exporter.scope_changed.connect(self._later)
        workspace.closing.connect(self.shutdown)

    @property
    def busy(self) -> bool:
        """Whether a report is on its way."""
        return self.timer.isActive() or self._context is not None

    def start(self, wait: int = 0) -> None:
        """Check the kit now (in `wait` milliseconds), and from now on after every change."""
        if not self.started and not self._closed:
            self.started = True
            self.timer.start(wait)

    def shutdown(self) -> None:
        """Stop and wait for the worker."""
        self._closed = True
        self.timer.stop()
        if self._context is not None:
            self._context.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    # ---------------------------------------------------------------- stepping

    def rows(self) -> tuple[Check, ...]:
        """The checks that want a person, in order."""
        return tuple(check for group in OPEN_GROUPS for check in self.report.group(group))

    def check(self, name: str) -> Check | None:
        """The check with that id, if it is still there."""
        return next((check for check in self.report.checks if check.id == name), None)

    def set_current(self, name: str) -> None:
        """Step to a check and ring its piece on the board."""
        if name == self.current:
            return
        self.current = name
        check = self.check(name)
        if check is not None and check.piece:
            self.workspace.select((check.piece,))
        self.current_changed.emit(name)

    def step(self, by: int) -> None:
        """Go to the next check (1) or the one before (-1), around the end."""
        names = [check.id for check in self.rows()]
        if not names:
            return
        start = names.index(self.current) if self.current in names else (-1 if by > 0 else 0)
        self.set_current(names[(start + by) % len(names)])

    # ---------------------------------------------------------------- acting

    def apply(self, check: Check, fix: Fix) -> None:
        """Make the changes of a fix as one step."""
        text = self.tr("{what}: {where}").format(
            what=translate(fix.label), where=translate(check.title) or self.tr("Kit")
        )
        self._step_away(check)
        self.document.change(text, applied(self.document.project, fix.changes))
        self.workspace.toast(self.tr("Done. {what}").format(what=text), undo=True)

    def apply_simple(self) -> int:
        """Make every fix that needs no decision, as one step; returns how many."""
        simple = self.simple()
        project = self.document.project
        for check in simple:
            project = applied(project, check.fixes[0].changes)
        if simple:
            self.document.change(self.tr("Fix {n} simple ones").format(n=len(simple)), project)
            self.workspace.toast(self.tr("{n} fixed.").format(n=len(simple)), undo=True)
        return len(simple)

    def simple(self) -> tuple[Check, ...]:
        """The checks that one button puts right; of two that change the same field the first."""
        taken: set[tuple[str, str]] = set()
        found: list[Check] = []
        for check in self.rows():
            places = {(change.piece, change.field) for change in check.fixes[0].changes} if check.simple else set()
            if places and not places & taken:
                taken |= places
                found.append(check)
        return tuple(found)

    def call_fine(self, check: Check, reason: str = "") -> None:
        """Keep the mark that a check needs nothing."""
        text = self.tr("Fine as it is: {where}").format(where=translate(check.title) or self.tr("Kit"))
        self._step_away(check)
        project = self.document.project
        for place in self.places():
            project = called_fine(project, check, place, reason)
        self._keep(text, project)

    def call_opened(self, check: Check, mark: str) -> None:
        """Keep the mark that somebody opened one address of a check."""
        if check.marks == (mark,):
            self._step_away(check)
        address = next(link.address for link in check.links if link.mark == mark)
        text = self.tr("Checked: {address}").format(address=address)
        project = self.document.project
        for place in self.places():
            project = called_fine(project, check, place, marks=(mark,))
        self._keep(text, project)

    def _keep(self, text: str, project: Project) -> None:
        self.document.change(text, project)
        self.workspace.toast(text, undo=True)

    def bring_back(self) -> None:
        """Take back every mark that a check of the chosen weeks needs nothing."""
        text = self.tr("Review everything again")
        self.document.change(text, called_open(self.document.project, self.report.fine))

    def place(self) -> str:
        """The piece that keeps the answers about the open week."""
        return kit_place(self.document.kit())

    def places(self) -> tuple[str, ...]:
        """The pieces that keep the marks of checks about the whole kit, one for each week that is looked at."""
        return tuple(kit_place(kit) for kit in self._kits())

    def _kits(self) -> tuple[Kit, ...]:
        """The kits of the weeks that are chosen."""
        return tuple(self.document.kit(week) for week in self._exporter.weeks())

    def _step_away(self, check: Check) -> None:
        """Let the next row be the current one before this one goes."""
        names = [one.id for one in self.rows()]
        if self.current == check.id and check.id in names:
            rest = names[names.index(check.id) + 1 :] or names[: names.index(check.id)]
            self.current = rest[0] if rest else ""

    # ---------------------------------------------------------------- running

    def _forget(self) -> None:
        """Another kit is open: what was found in the one before is not about it."""
        self._generation += 1
        if self._context is not None:
            self._context.cancel()
            self._context = None
        self.report, self.problem, self.current = CheckReport(), "", ""
        self._later()
        self.workspace.checks_changed.emit(UNKNOWN, {})
        self.changed.emit()

    def _follow(self, old: Project, new: Project) -> None:
        """Look again; the number of before is not shown on for photos of which nobody knows anything yet."""
        if _use_of_photos(old) != _use_of_photos(new) and self.started:
            self.workspace.checks_changed.emit(UNKNOWN, {})
        self._later()

    def _later(self) -> None:
        if self.started and not self._closed:
            self.timer.start(WAIT_MS)

    def begin(self) -> None:
        """Check the kit in the background, once what is in sight is drawn."""
        if self.workspace.renderer.busy:
            self.timer.start(WAIT_MS)  # what is in sight comes first
            return
        if self._context is not None:
            self._context.cancel()
        self._generation += 1
        try:
            kits = self._kits()
        except StudioError as error:
            self._context = None
            self._show(CheckReport(), explain(error))
            return
        self._context = JobContext()
        self._pool.submit(self._work, self._generation, kits, self._context)

    def _work(self, generation: int, kits: Sequence[Kit], context: JobContext) -> None:
        try:
            tools = self._tools = self._tools or load_tools(paths.assets())
            builder = self.workspace.renderer.builder
            self._done.emit((generation, joined(preflight(kit, tools, builder, context) for kit in kits), ""))
        except Cancelled:
            return
        except StudioError as error:
            self._done.emit((generation, CheckReport(), explain(error)))
        except Exception:
            LOG.exception("The checks came to no end")
            self._done.emit(
                (generation, CheckReport(), self.tr("The checks didn't finish. You can still export the kit."))
            )

    def _settle(self, done: tuple[int, CheckReport, str]) -> None:
        generation, report, problem = done
        if generation == self._generation:
            self._context = None
            self._show(report, problem)

    def _show(self, report: CheckReport, problem: str) -> None:
        before = self.report.count
        self.report, self.problem = report, problem
        reasons = {piece: translate(checks[0].sentence) for piece, checks in report.pieces().items()}
        self.workspace.checks_changed.emit(report.count, reasons)
        if report.count != before:
            words = self.tr("{n} to check").format(n=report.count) if report.count else self.tr("All checked")
            self.workspace.announce(words)
        self.changed.emit()


def _use_of_photos(project: Project) -> tuple[object, ...]:
    """What decides where photos are shown, without the words about them."""
    return tuple((photo.source.key, photo.people, photo.placed, photo.withdrawn) for photo in project.photos)
