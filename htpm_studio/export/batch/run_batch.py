"""Kits for many organizations: one folder each, finished ones are kept, a bad row does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import chain

from htpm_studio.errors import Diagnostic, InputError, join_messages, msg
from htpm_studio.export.batch.partner_batch import Batch, open_batch
from htpm_studio.export.batch.partner_kits import PartnerKits
from htpm_studio.export.batch.partner_plans import Plans, folders_for
from htpm_studio.export.disk.atomic_output import check_target
from htpm_studio.export.kit.kit import Resources, template_problems
from htpm_studio.export.kit.kit_family import with_family
from htpm_studio.export.preflight.missing_letters import UNDRAWABLE, WAY_OUT, is_undrawable
from htpm_studio.export.run.executors import Elsewhere, executor_for
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.run.results import ExportResult
from htpm_studio.export.sources.partners import PartnerRow, in_cell, mistakes_of, repeated
from htpm_studio.frozen import dataclass
from htpm_studio.paths import Folders
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand

MOST_REASONS = 10


@dataclass(slots=True)
class BatchCount:
    """How many rows were made, were there and were not made, and how many of all want attention."""

    made: int = 0
    there: int = 0
    failed: int = 0
    attention: int = 0

    def add(self, result: ExportResult) -> None:
        """Count a row."""
        self.made += result.state == "made"
        self.there += result.state == "there"
        self.failed += result.state == "failed"
        self.attention += result.needs_attention


def run_batch(
    request: ExportRequest,
    context: JobContext,
    *,
    folders: Folders,
    row_done: Callable[[ExportResult], None] = lambda _result: None,
    note: Callable[[str], None] = lambda _sentence: None,
    elsewhere: Elsewhere | None = None,
) -> BatchCount:
    """Make the kits of all rows that can be made; `row_done` hears of each row in the job's own thread, of those that
    cannot be made first.

    `note` hears first what of the user's templates and of the project's photos cannot be used. The kits are made by
    processes of this computer, or `elsewhere`; they are written here.

    A complete kit that is there is kept, so that a batch goes on where it stopped. Raises InputError when no row can
    be used or the disk refuses, Cancelled when the job was stopped; kits that were complete by then stay.
    """
    context.report(0, 0, "Reading the list")
    check_target(request.out / "kit", force=True)
    batch, count = open_batch(request, folders), BatchCount()
    for sentence in (*template_problems(batch.shared.resources.library), *batch.noted):
        note(sentence)
    rows = [request.partners[place] for place in request.places]
    mistakes = list(check_rows(batch, context))
    if rows and all(mistakes):
        first = sorted({(found[0].message, found[0].hint) for found in mistakes})[:MOST_REASONS]
        raise InputError("No row of the list can be used.", join_messages(filter(None, chain(*first))))

    def tell(result: ExportResult) -> None:
        count.add(result)
        row_done(result)

    for row, found in zip(rows, mistakes, strict=True):
        if found:
            tell(ExportResult(partner=row, state="failed", mistakes=found))
    plans = Plans(batch)
    good = [row for row, found in zip(rows, mistakes, strict=True) if not found]
    homes = folders_for(request.partners, request.out, request.places)
    todo = ((row, home) for row, home, found in zip(rows, homes, mistakes, strict=True) if not found)
    total = sum(map(plans.count, good))
    with ExitStack() as held:
        if elsewhere is None:
            kits = sum(len(plans.weeks(row)) for row in good)
            workers = request.workers if 1 < request.workers <= kits else 0
            executor = held.enter_context(executor_for(request.workers))
            maker = PartnerKits(plans, executor, context, total, (lambda: _lanes(workers)) if workers else None)
        else:
            asked = elsewhere.workers
            maker = PartnerKits(plans, elsewhere.executor, context, total, lambda: _lanes(asked()))
        for result in maker.made(todo):
            tell(result)
    return count


def _lanes(workers: int) -> int:
    """How many kits are made at a time: some wait, so that no worker does."""
    return workers + max(1, workers // 2)


def check_rows(batch: Batch, context: JobContext) -> Iterator[tuple[Diagnostic, ...]]:
    """What is wrong with each row of this part in turn, all of it; logos are looked at, not read."""
    again = dict(repeated(batch.request.partners))
    for index in batch.request.places:
        row = batch.request.partners[index]
        context.checkpoint()
        if row.language and row.language.lower() not in batch.shared.campaigns:
            words = msg('The campaign has no language "{language}".', language=row.language[:40])
            mistakes: tuple[Diagnostic, ...] = (in_cell("language", words, "Leave it out."),)
        else:
            helplines = batch.shared.campaigns[batch.shared.language].helplines
            mistakes = mistakes_of(row, batch.request.logos, *batch.weeks_for(row), helplines=helplines)
        mistakes = (*mistakes, *_wrong_family(row, batch.shared.resources))
        if not row.logo and is_undrawable(row.organization, batch.shared.resources.fonts):
            mistakes = (*mistakes, in_cell("organization", msg(UNDRAWABLE, name=row.organization), WAY_OUT))
        yield (*mistakes, again[index]) if index in again else mistakes


def _wrong_family(row: PartnerRow, resources: Resources) -> Iterator[Diagnostic]:
    """A family of designs that is not there."""
    try:
        with_family(Brand(""), row.family, None, resources)
    except InputError as error:
        yield in_cell("family", error.message, error.hint)


def write_batch(
    request: ExportRequest, folders: Folders, context: JobContext, tell: Callable[[ExportResult], None]
) -> BatchCount:
    """Make the kits of all rows in whatever process; `tell` hears of each row. Raises as `run_batch` does."""
    return run_batch(request, context, folders=folders, row_done=tell)
