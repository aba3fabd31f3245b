"""The kits of a list, several in the making at a time, each written as soon as it is finished."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import ExitStack, suppress
from dataclasses import field
from pathlib import Path

from htpm_studio.errors import Cancelled, Diagnostic, StudioError
from htpm_studio.export.batch.partner_plans import Plans, WantedKit
from htpm_studio.export.batch.partner_task import FILE_WEIGHT, KitTask, make_partner_kit
from htpm_studio.export.disk.atomic_output import AlreadyThereError, DiskFullError, DriveGoneError, takes_files
from htpm_studio.export.disk.file_lock import BusyError
from htpm_studio.export.run.exporter import FinishedKit, kit_place
from htpm_studio.export.run.results import ExportResult, KitResult
from htpm_studio.export.run.subprogress import Subprogress
from htpm_studio.export.sources.partners import PartnerRow, brand_of, in_cell
from htpm_studio.frozen import dataclass
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Parcel
from htpm_studio.project.model import Brand

PATIENCE = 0.2
"""Seconds between two looks at how far the kits are and whether the job was stopped."""

Placing = Callable[[FinishedKit, JobContext], KitResult]


@dataclass(slots=True, eq=False)
class _Row:
    """A row whose kits are being made: how many are unfinished, the finished ones, and what went wrong."""

    partner: PartnerRow
    folder: Path
    files: int
    open: int = 0
    counted: int = 0
    kits: dict[int, KitResult] = field(default_factory=dict)
    mistakes: tuple[Diagnostic, ...] = ()

    def fail(self, error: StudioError, cell: str = "") -> None:
        """Keep what went wrong first."""
        self.mistakes = self.mistakes or (in_cell(cell, error.message, error.hint),)

    def result(self) -> ExportResult:
        """What became of it: failed, made, or there, also where another command was faster."""
        kits = tuple(self.kits[week] for week in sorted(self.kits))
        if self.mistakes:
            return ExportResult(kits, partner=self.partner, state="failed", folder=self.folder, mistakes=self.mistakes)
        return ExportResult(kits, partner=self.partner, state="made" if kits else "there", folder=self.folder)


@dataclass(frozen=True, slots=True, eq=False)
class _Flight:
    """A kit that is being made; `held` keeps its folder for us until the kit is there or given up."""

    row: _Row
    wanted: WantedKit
    target: Path
    place: Placing
    held: ExitStack
    context: JobContext


class PartnerKits:
    """Makes the kits of rows, and says of each row what became of it as soon as that is known.

    With `lanes`, which says how many, several kits are made at a time, each by one worker of the executor; without, one
    after the other, the files of each by all workers. Only what is being made is held in memory.
    """

    def __init__(
        self, plans: Plans, executor: Executor, context: JobContext, total: int, lanes: Callable[[], int] | None
    ) -> None:
        self._plans, self._executor, self._context, self._lanes = plans, executor, context, lanes
        self._parcel = Parcel(plans.batch.shared)
        self._flights: dict[Future[FinishedKit | StudioError], _Flight] = {}
        self._done, self._total, self._told = 0, total, (0, "")

    def made(self, rows: Iterable[tuple[PartnerRow, Path]]) -> Iterator[ExportResult]:
        """What became of each row. Raises StudioError when the disk refuses, Cancelled when the job was stopped."""
        try:
            for partner, folder in rows:
                yield from self._begin(_Row(partner, folder, self._plans.count(partner)))
            yield from self._land_all()
        finally:
            self._give_up()

    # ---------------------------------------------------------------- beginning

    def _begin(self, row: _Row) -> Iterator[ExportResult]:
        """Begin all kits of a row. The answers here and below are about rows that are finished meanwhile."""
        self._context.report(self._done, self._total, row.partner.organization)
        todo = self._plans.todo(row.partner, row.folder)
        row.open = max(1, len(todo))
        if not todo:
            yield from self._settle(row)
            return
        try:
            brand = brand_of(row.partner, self._plans.batch.request.logos)
        except StudioError as error:
            row.fail(error, "logo")
            brand = Brand("")
        for wanted in todo:
            if not row.mistakes:
                yield from self._room()
            if row.mistakes:
                yield from self._settle(row)
            else:
                yield from self._launch(row, brand, wanted)

    def _room(self) -> Iterator[ExportResult]:
        """Wait until another kit may begin."""
        while self._lanes is not None and len(self._flights) >= self._lanes():
            yield from self._hear(PATIENCE)

    def _launch(self, row: _Row, brand: Brand, asked: WantedKit) -> Iterator[ExportResult]:
        """Begin a kit, once its folder is locked."""
        wanted: WantedKit | None = asked
        waiting: JobContext | None = None
        while wanted is not None:
            target = row.folder / wanted.folder
            while any(flight.target == target for flight in self._flights.values()):
                yield from self._hear(PATIENCE)
            try:
                held, place = self._hold(target, waiting, force=wanted.replaces)
            except BusyError:  # Nobody waits for a folder while others may wait for ours.
                yield from self._land_all()
                waiting = self._context
                continue
            except AlreadyThereError as error:
                now = self._plans.wanted(row.partner, row.folder, wanted.week)
                if now == wanted:
                    row.fail(error)
                    break
                wanted = now  # Another batch made it just now.
                continue
            except StudioError as error:
                _raise_if_final(error, self._plans.batch.request.out)
                row.fail(error)
                break
            yield from self._fly(row, brand, wanted, _Flight(row, wanted, target, place, held, JobContext()))
            return
        yield from self._settle(row)

    def _hold(self, target: Path, waiting: JobContext | None, *, force: bool) -> tuple[ExitStack, Placing]:
        with ExitStack() as held:
            notes = self._plans.batch.shared.folders.replacing
            place = held.enter_context(kit_place(target, waiting, force=force, notes=notes))
            return held.pop_all(), place

    def _fly(self, row: _Row, brand: Brand, wanted: WantedKit, flight: _Flight) -> Iterator[ExportResult]:
        who, week = row.partner.organization, self._plans.batch.shared.campaign(row.partner).week(wanted.week)
        self._context.report(self._done, self._total, f"{who}: {week.title}")
        if self._lanes is not None:
            left = self._total - self._done
            task = KitTask(self._parcel, row.partner, brand, wanted, flight.context, FILE_WEIGHT * left)
            self._flights[self._executor.submit(task)] = flight
            yield from self._hear(0.0)
            return
        share = Subprogress(self._context, self._done, self._total, name=who)
        future: Future[FinishedKit | StudioError] = Future()
        shared = self._parcel.value
        try:
            future.set_result(make_partner_kit(shared, share, row.partner, brand, wanted, self._executor))
        except BaseException as error:
            future.set_exception(error)
        yield from self._land(future, flight)

    # ---------------------------------------------------------------- ending

    def _hear(self, patience: float) -> Iterator[ExportResult]:
        """Write the kits that are finished, and look whether the job was stopped."""
        finished, _rest = wait(self._flights, patience, FIRST_COMPLETED)
        self._tell()
        for future in finished:
            yield from self._land(future, self._flights.pop(future))
        self._context.checkpoint()

    def _land_all(self) -> Iterator[ExportResult]:
        while self._flights:
            yield from self._hear(PATIENCE)

    def _land(self, future: Future[FinishedKit | StudioError], flight: _Flight) -> Iterator[ExportResult]:
        """Write a kit that is finished, or give its folder back."""
        row, files = flight.row, len(self._plans.files(flight.row.partner, flight.wanted.week))
        label = row.partner.organization
        try:
            with flight.held:
                made = _made(future)
                row.kits[flight.wanted.week] = flight.place(made, self._context)
                label = f"{label}: {made.files[0].path}"
        except _NotMadeError as not_made:
            row.fail(not_made.error)
        except StudioError as error:
            _raise_if_final(error, self._plans.batch.request.out)
            row.fail(error)
        self._done += files
        row.counted += files
        self._context.report(self._done, self._total, label)
        yield from self._settle(row)

    def _settle(self, row: _Row) -> Iterator[ExportResult]:
        """Count a finished kit; the last one reports the row."""
        row.open -= 1
        if row.open == 0:
            self._done += row.files - row.counted
            yield row.result()

    def _tell(self) -> None:
        """Report how far the kits are that are being made."""
        steps = [(flight, flight.context.latest()) for flight in self._flights.values()]
        under_way = [(flight, step) for flight, step in steps if step.label]
        if not under_way:
            return
        flight, newest = under_way[0]
        done = self._done + sum(min(step.done, len(flight.wanted.files)) for flight, step in under_way)
        now = (min(done, self._total), f"{flight.row.partner.organization}: {newest.label}")
        if now != self._told:
            self._told = now
            self._context.report(now[0], self._total, now[1])

    def _give_up(self) -> None:
        """Take back what is not finished and leave nothing of it behind."""
        for flight in self._flights.values():
            flight.context.cancel()
        wait({future for future in self._flights if not future.cancel()})
        for flight in self._flights.values():
            with suppress(Cancelled), flight.held:
                raise Cancelled
        self._flights.clear()


class _NotMadeError(Exception):
    """There is no kit to write."""

    def __init__(self, error: StudioError) -> None:
        super().__init__(str(error))
        self.error = error


def _made(future: Future[FinishedKit | StudioError]) -> FinishedKit:
    answer = future.result()
    if isinstance(answer, StudioError):
        raise _NotMadeError(answer)
    return answer


def _raise_if_final(error: StudioError, out: Path) -> None:
    """Raise an error that later rows would meet, too: disk or cluster are gone, or `out` cannot be written to."""
    gone = isinstance(error, DiskFullError | DriveGoneError) or isinstance(error.__cause__, ConnectionError)
    if gone or (isinstance(error.__cause__, OSError) and not takes_files(out)):
        raise error
