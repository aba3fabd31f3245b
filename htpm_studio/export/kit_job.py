"""The export of a window as one value: what to write where, done in this process or in another one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from htpm_studio.campaign.model import Campaign
from htpm_studio.compose.build import Finding
from htpm_studio.export.batch import BatchRequest, RowResult, run_batch
from htpm_studio.export.decks.reference_file import open_reference
from htpm_studio.export.exporter import Result
from htpm_studio.export.kept import Kept, keep
from htpm_studio.export.kit import EXTRAS, Kit, Options, build_kit, load_resources
from htpm_studio.export.selection import Choice, form_of
from htpm_studio.export.smaller import Smaller
from htpm_studio.export.weeks import export_weeks
from htpm_studio.jobs import JobContext, Progress
from htpm_studio.paths import Folders
from htpm_studio.project.model import Project


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file of a finished export; `medium` and `form` ("print/letter") are "" for what belongs to the whole kit."""

    path: Path
    title: str
    medium: str
    size: int
    form: str = ""
    piece: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A finished export: its folders and files, how long it took, and what wants attention (file or "", finding)."""

    folders: tuple[Path, ...]
    files: tuple[WrittenFile, ...]
    seconds: float
    findings: tuple[tuple[str, Finding], ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True)
class KitJob:
    """What to write below `out`: `folders` are weeks with the names of their folders, `sources` where all is read.

    `again` are the pieces and paths that are made anew while the other files of `last` stay as they are.
    `reference` is a presentation whose design the decks take.
    """

    project: Project
    campaign: Campaign
    today: date
    folders: tuple[tuple[int, str], ...]
    choice: Choice
    out: Path
    sources: Folders
    workers: int = 1
    again: frozenset[str] = frozenset()
    last: Written | None = None
    reference: Path | None = None


@dataclass(frozen=True, slots=True)
class BatchJob:
    """Kits for many organisations, where all that they are made from is read, and whose design the decks take."""

    request: BatchRequest
    sources: Folders
    reference: Path | None = None


def write_kits(job: KitJob, context: JobContext, tell: Callable[[str], None]) -> Written:
    """Write the kits; `tell` hears the path of every finished file. Raises as `export_weeks` does."""

    def hear(progress: Progress) -> None:
        tell(progress.label)

    kits = kits_of(job)
    results = export_weeks(
        kits, job.out, job.choice, context, workers=job.workers, listener=hear, kept=_kept(job, kits)
    )
    return written_of(results)


def write_smaller(
    asked: tuple[KitJob, Written, Smaller, Path], context: JobContext, _tell: Callable[[str], None]
) -> tuple[Path, ...]:
    """Write smaller kits below another folder, with start pages of their own; finished files are taken over.

    Raises as `export_weeks` does.
    """
    job, written, smaller, out = asked
    without = frozenset(file.form for file in written.files if file.form) - smaller.forms
    choice = replace(job.choice, without=job.choice.without | without)
    pairs = zip(kits_of(job), written.folders, strict=True)
    kits = [(folder.name, kit) for (_, kit), folder in pairs]
    kept = {folder.name: replace(keep(folder, written.findings), copy=True) for folder in written.folders}
    return tuple(result.folder for result in export_weeks(kits, out, choice, context, kept=kept))


def write_batch(job: BatchJob, context: JobContext, tell: Callable[[RowResult], None]) -> tuple[RowResult, ...]:
    """Make the kits of all rows; `tell` hears of each row. Raises as `run_batch` does."""
    request, design = job.request, open_reference(job.reference) if job.reference else None
    request = replace(request, options=replace(request.options, reference=design))
    return run_batch(request, context, folders=job.sources, row_done=tell)


def kits_of(job: KitJob) -> list[tuple[str, Kit]]:
    """The kits of the weeks that have content, with the names of their folders."""
    resources = load_resources(job.sources)
    options = Options(extras=tuple(EXTRAS), reference=open_reference(job.reference) if job.reference else None)
    return [
        (name, build_kit(replace(job.project, week=week), job.campaign, resources, options, job.today))
        for week, name in job.folders
        if job.campaign.week(week).ready
    ]


def written_of(results: tuple[Result, ...]) -> Written:
    """What is kept of finished kits: everything but the bytes."""
    files: list[WrittenFile] = []
    for result in results:
        for one in result.files:
            path = result.folder.joinpath(*one.order.path.split("/"))
            order = one.order
            files.append(WrittenFile(path, order.title, order.medium, len(one.data), form_of(order), order.piece))
        for name in ("START-HERE.html", "kit.json"):
            path = result.folder / name
            files.append(WrittenFile(path, name, "", path.stat().st_size if path.is_file() else 0))
    findings = tuple(finding for result in results for finding in result.findings)
    return Written(tuple(result.folder for result in results), tuple(files), 0.0, findings)


def _kept(job: KitJob, kits: Sequence[tuple[str, Kit]]) -> Mapping[str, Kept]:
    if not job.again or job.last is None or len(job.last.folders) != len(kits):
        return {}
    pairs = zip(kits, job.last.folders, strict=True)
    return {name: keep(folder, job.last.findings, job.again) for (name, _), folder in pairs}
