"""Kits that are to be written, as one value: for command line, window, lists of partners and worker processes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.errors import InputError, msg
from htpm_studio.export.disk.atomic_output import check_target
from htpm_studio.export.kit.kit import Kit, Options, build_kit, template_problems
from htpm_studio.export.kit.kit_cast import with_people
from htpm_studio.export.kit.kit_family import with_family
from htpm_studio.export.kit.schedule import next_year, schedule_of
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.selection import EVERYTHING, Selection, chosen, of_files
from htpm_studio.export.preflight.missing_letters import names_finding, refuse_undrawable
from htpm_studio.export.run.executors import executor_for
from htpm_studio.export.run.own_work import carried_over, notes_about
from htpm_studio.export.run.results import ExportResult
from htpm_studio.export.run.subset import KitPart
from htpm_studio.export.sources.campaigns import campaign_of, pack_for
from htpm_studio.export.sources.kept_resources import kept_resources
from htpm_studio.export.sources.kit_source import KitSource, campaign_for, read_project, week_dates_of, with_fonts
from htpm_studio.export.sources.partners import PartnerRow
from htpm_studio.frozen import dataclass
from htpm_studio.paths import Folders
from htpm_studio.processes.jobs import JobContext, Progress
from htpm_studio.project.model import Project, saves_until, with_mix

if TYPE_CHECKING:
    from htpm_studio.export.run.file_cache import FileCache


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Kits that are to be written below `out`; `weeks` is None for every week that has content.

    `options` say which files the kits have, `selection` picks among them (the user's ticks); `name` is that of a set
    ("" for a choice of the user's own, which `title` then names). `folders` are the names of the kits' folders, by
    week, where they are not called after the week. `reference_deck` is a presentation whose design the decks take.

    With `partners` each of these organizations gets its kits, with the logos in `logos`; `weeks` are then for those
    that name none; of the list only the rows of `part` (number, of how many) are made. `instead_of` are
    folders of an earlier try, which go where nobody touched them and the kits are written to others.
    """

    source: KitSource
    out: Path
    weeks: tuple[int, ...] | None = None
    options: Options = field(default_factory=Options)
    selection: Selection = EVERYTHING
    name: str = ""
    title: str = ""
    folders: tuple[tuple[int, str], ...] = ()
    reference_deck: Path | None = None
    partners: tuple[PartnerRow, ...] = ()
    logos: Path = field(default_factory=Path)
    part: tuple[int, int] = (1, 1)
    workers: int = 2
    force: bool = False
    instead_of: tuple[Path, ...] = ()

    @property
    def is_large(self) -> bool:
        """Whether another process pays before anything is known of the kits: with whole decks it does."""
        partial = self.selection.pieces
        return "deck" in self.options.media and "deck" in self.selection.media and not partial

    @property
    def places(self) -> range:
        """The places in the list of the rows that are made: every third one where it is made in three parts."""
        number, parts = self.part
        return range(number - 1, len(self.partners), parts)


def run_request(
    request: ExportRequest,
    context: JobContext,
    *,
    folders: Folders,
    report: Callable[[Progress], None],
    note: Callable[[str], None] = lambda _sentence: None,
) -> ExportResult:
    """Read everything in, then make the kits; raises InputError before anything is written.

    `note` hears before the work what the kits cannot show of the names.
    """
    from htpm_studio.export.run.exporter import export_kit

    report(Progress(0, 0, "Reading the campaign"))
    cache = _cache_of(folders)
    with _executor(request, cache) as executor:
        kits, notes = kits_of(request, folders=folders, context=context, note=note)
        if kits and (lost := names_finding(kits[0].project, kits[0].look.fonts)):
            note(lost.message)
        context.checkpoint()
        for kit in kits:
            check_target(request.out / kit.folder_name, force=request.force)
        wanted = request.selection.wants
        results = [
            export_kit(
                kit,
                request.out,
                context,
                force=request.force,
                executor=executor,
                waits=True,
                wanted=wanted,
                notes=folders.replacing,
                cache=cache,
            )
            for kit in kits
        ]
    if cache is not None:
        cache.mark(_mark_of(request))
    return ExportResult(tuple(results), notes)


def _cache_of(folders: Folders) -> FileCache | None:
    from htpm_studio.export.run.file_cache import file_cache

    return file_cache(folders)


def _executor(request: ExportRequest, cache: FileCache | None) -> Executor:
    """Another process starts while the kits are read in, if it will probably be needed."""
    from htpm_studio.export.run.render_task import ready

    made_before = cache is not None and cache.is_marked(_mark_of(request))
    return executor_for(request.workers, ready if request.is_large and not made_before else None)


def _mark_of(request: ExportRequest) -> str:
    """What tells that kits of such files were made before with this program: most of them are probably kept."""
    from htpm_studio.export.run.file_cache import key_of_request

    options = request.options
    return key_of_request(request.weeks, options.media, options.papers, options.extras, request.selection)


def kits_of(
    request: ExportRequest,
    *,
    folders: Folders,
    context: JobContext | None = None,
    note: Callable[[str], None] = lambda _sentence: None,
) -> tuple[tuple[Kit, ...], tuple[str, ...]]:
    """Everything that the kits of a request are made from, and what is left out and why; raises InputError.

    `note` hears what the user should know about own fonts.
    """
    source = request.source
    project = with_fonts(read_project(source), source, context or JobContext(lambda _progress: None), note)
    resources = kept_resources(folders)
    project = replace(project, brand=with_family(project.brand, source.family, source.style, resources))
    campaign = campaign_for(source, project, folders)
    project = _in_its_month(project, source, campaign)
    if source.date is not None:
        project = replace(project, saves=saves_until(source.date, project.year))
    weeks, notes = _weeks(request, campaign)
    if not isinstance(source.project, Project):  # Whoever reads a project tells its user.
        refuse_undrawable(project.brand, resources.fonts)
    project = with_people(project, resources.pictures, source.people, source.people_seed)
    notes = (*template_problems(resources.library), *notes)
    if isinstance(source.campaign, Path) and project.edits.items:
        carried = carried_over(project, _own_campaign(project, folders), campaign, resources, source.today)
        project = replace(project, edits=carried.edits)
        notes = (*notes, *notes_about(carried, weeks))
    options = request.options
    if request.reference_deck is not None:
        from htpm_studio.export.decks.deck_template_file import open_deck_template

        options = replace(options, deck_template=open_deck_template(request.reference_deck))
    if source.mix is not None:
        project = with_mix(project, source.mix)
    kits = (build_kit(replace(project, week=week), campaign, resources, options, source.today) for week in weeks)
    return tuple(kits), notes


def _in_its_month(project: Project, source: KitSource, campaign: Campaign) -> Project:
    """The project in the next month of its campaign where nobody gave a year; InputError for days of another one."""
    if source.project is None and source.year is None:
        project = replace(project, year=next_year(source.today, campaign.observance))
    for text in source.week_dates:
        week, first, _last = week_dates_of(text)
        if not schedule_of(replace(project, year=first.year), campaign).holds_month_of(first):
            month = campaign.words.months[campaign.observance.month - 1]
            raise InputError(
                msg("The dates of week {week} are not in {month}.", week=week, month=month),
                msg("{name} is in {month}: choose days of that month.", name=campaign.info.name, month=month),
            )
    return project


def _own_campaign(project: Project, folders: Folders) -> Campaign:
    """The campaign that a project was made with."""
    built_in = read_pack(pack_for(None, None, folders.assets), project.language)
    return campaign_of(project, built_in, folders.assets)


def _weeks(request: ExportRequest, campaign: Campaign) -> tuple[tuple[int, ...], tuple[str, ...]]:
    if request.weeks is not None:
        return tuple(campaign.week(number).number for number in request.weeks), ()
    ready = tuple(week.number for week in campaign.weeks if week.ready)
    if not ready:
        raise InputError(
            msg("{name} has no week with content.", name=campaign.info.name), "Choose another campaign pack."
        )
    notes = tuple(
        f"Week {week.number} ({week.title}) has no content yet and was left out."
        for week in campaign.weeks
        if not week.ready
    )
    return ready, notes


# ---------------------------------------------------------------- kits with named folders, in whatever process


def write_kits(
    request: ExportRequest, folders: Folders, context: JobContext, tell: Callable[[str], None]
) -> ExportResult:
    """Write the kits of a window; `tell` hears the path of every finished file. Raises as `export_weeks` does."""
    from htpm_studio.export.run.all_weeks import export_weeks

    cache = _cache_of(folders)
    with _executor(request, cache) as executor:
        results = export_weeks(
            _named_kits(request, folders), request.out, request.selection, context, executor=executor,
            listener=lambda progress: tell(progress.label), instead_of=request.instead_of, notes=folders.replacing,
            cache=cache,
        )  # fmt: skip
    if cache is not None:
        cache.mark(_mark_of(request))
    return ExportResult(results)


def make_ahead(request: ExportRequest, folders: Folders, context: JobContext, _tell: Callable[[str], None]) -> int:
    """Make what a window will probably export and what is not kept yet; nothing is written but what is kept.

    Files that name people of a list are kept nowhere and not made. Returns how many files there are now. Raises as
    `make_kit` does, and Cancelled when the job was stopped: what is finished by then stays.
    """
    from htpm_studio.export.run.exporter import make_kit

    cache = _cache_of(folders)
    if cache is None:
        return 0
    count = 0
    for _, kit in _named_kits(request, folders):
        paths = frozenset(spec.path for spec in chosen(kit, request.selection) if not spec.private)
        if paths:
            count += len(make_kit(of_files(kit, paths), context, wanted=_among(paths), cache=cache).files)
    cache.tidy()
    cache.mark(_mark_of(request))
    return count


def _among(paths: frozenset[str]) -> Callable[[FileSpec], bool]:
    return lambda spec: spec.path in paths


def write_subset(
    request: ExportRequest,
    written: ExportResult,
    parts: Sequence[KitPart],
    out: Path,
    folders: Folders,
    context: JobContext,
    _tell: Callable[[str], None],
) -> tuple[Path, ...]:
    """Write smaller kits below another folder, with start pages of their own; files that are kept are not made again.

    Raises as `export_weeks` does.
    """
    from htpm_studio.export.run.all_weeks import export_weeks

    without = frozenset(file.form for file in written.files if file.form) - {part.form for part in parts}
    selection = replace(request.selection, without=request.selection.without | without)
    pairs = zip(_named_kits(request, folders), written.folders, strict=True)
    kits = [(folder.name, kit) for (_, kit), folder in pairs]
    results = export_weeks(kits, out, selection, context, cache=_cache_of(folders))
    return tuple(result.folder for result in results)


def _named_kits(request: ExportRequest, folders: Folders) -> list[tuple[str, Kit]]:
    names = dict(request.folders)
    return [(names.get(kit.week.number, kit.folder_name), kit) for kit in kits_of(request, folders=folders)[0]]
