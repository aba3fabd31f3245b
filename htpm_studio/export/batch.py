"""Kits for many organisations: one folder each, finished ones are kept, a bad row does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.errors import Diagnostic, InputError, StudioError, join_messages, msg
from htpm_studio.export.atomic_output import AlreadyThereError, check_target
from htpm_studio.export.campaigns import pack_for
from htpm_studio.export.casting import with_people
from htpm_studio.export.decks.deck_template_file import open_reference
from htpm_studio.export.executors import executor_for
from htpm_studio.export.exporter import export_kit
from htpm_studio.export.kit import (
    EXTRAS,
    MEDIA,
    PAPERS,
    Kit,
    Options,
    Resources,
    build_kit,
    load_resources,
    template_problems,
)
from htpm_studio.export.kit_folder import MANIFEST, kit_folders, read_manifest
from htpm_studio.export.kit_source import next_january, with_occasion
from htpm_studio.export.missing_letters import UNDRAWABLE, WAY_OUT, is_undrawable
from htpm_studio.export.partners import PartnerRow, brand_of, folder_stem, in_cell, mistakes_of, repeated, weeks_of
from htpm_studio.export.preflight.brand import check_brand
from htpm_studio.export.replacing import free_folder
from htpm_studio.export.request import ExportRequest
from htpm_studio.export.results import ExportResult, KitResult
from htpm_studio.export.selection import chosen, of_files
from htpm_studio.export.specs import FileSpec
from htpm_studio.export.subprogress import Subprogress
from htpm_studio.jobs import JobContext
from htpm_studio.paths import Folders
from htpm_studio.project.lost import lost_sentence, still_lost
from htpm_studio.project.model import Brand, LostPicture, Official, Photo, Project, dressed_as, with_mix
from htpm_studio.project.store import open_project

DEFAULT_LANGUAGE = "en"
MOST_FOLDERS = 1000
MOST_REASONS = 10


@dataclass(frozen=True, slots=True)
class Batch:
    """A request with everything read in: packs by language, resources, and the project that lends words and photos.

    `options` have the presentation whose design the decks take; `lost` are photos that the file of that project should
    hold.
    """

    request: ExportRequest
    options: Options
    campaigns: dict[str, Campaign]
    resources: Resources
    project: Project
    lost: tuple[LostPicture, ...] = ()

    @property
    def language(self) -> str:
        """The language of rows that name none."""
        return self.request.source.language or DEFAULT_LANGUAGE

    def campaign(self, row: PartnerRow) -> Campaign:
        """The campaign in the language of a row."""
        return self.campaigns[row.language.lower() or self.language]

    def kit(self, row: PartnerRow, brand: Brand, week: int, options: Options | None = None) -> Kit:
        """The kit of a row and week."""
        language = row.language.lower() or self.language
        source, dress = self.request.source, self.project.brand
        dress = replace(dress, style=source.style or dress.style, pair=source.pair or dress.pair)
        if source.pair:
            dress = replace(dress, heading_font=(), text_font=())
        official = Official(row.official, row.office, row.jurisdiction).over(self.project.official)
        brand = dressed_as(brand, dress)
        project = replace(self.project, brand=brand, week=week, language=language, official=official)
        options = options or self.options
        return build_kit(project, self.campaign(row), self.resources, options, source.today)

    def weeks_for(self, row: PartnerRow) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The weeks that are ready, and those of a row that names none."""
        ready = ready_weeks(self.campaign(row))
        return ready, ready if self.request.weeks is None else self.request.weeks


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A kit to be made: its week, the paths of its files, what is asked for, and the folder it goes to."""

    week: int
    files: frozenset[str]
    options: Options
    folder: str
    replaces: bool

    def wants(self, order: FileSpec) -> bool:
        """Whether a file belongs to it."""
        return order.path in self.files


def run_batch(
    request: ExportRequest,
    context: JobContext,
    *,
    folders: Folders,
    row_done: Callable[[ExportResult], None] = lambda _result: None,
    note: Callable[[str], None] = lambda _sentence: None,
) -> tuple[ExportResult, ...]:
    """Make the kits of all rows that can be made; `row_done` hears of each row in the job's own thread, of those that
    cannot be made first.

    `note` hears first what of the user's templates and of the project's photos cannot be used.

    A complete kit that is there is kept, so that a batch goes on where it stopped. Raises InputError when no row can
    be used or the disk refuses, Cancelled when the job was stopped; kits that were complete by then stay.
    """
    context.report(0, 0, "Reading the list")
    check_target(request.out / "kit", force=True)
    batch = open_batch(request, folders)
    for sentence in (*template_problems(batch.resources.library), *(lost_sentence(lost) for lost in batch.lost)):
        note(sentence)
    mistakes = list(check_rows(batch, context))
    if all(mistakes):
        first = sorted({(found[0].message, found[0].hint) for found in mistakes})[:MOST_REASONS]
        raise InputError("No row of the list can be used.", join_messages(filter(None, chain(*first))))
    for row, found in zip(request.partners, mistakes, strict=True):
        if found:
            row_done(ExportResult(partner=row, state="failed", mistakes=found))
    with executor_for(request.workers) as executor:
        return tuple(_rows_made(batch, executor, mistakes, context, row_done))


def _rows_made(
    batch: Batch,
    executor: Executor,
    mistakes: Sequence[tuple[Diagnostic, ...]],
    context: JobContext,
    row_done: Callable[[ExportResult], None],
) -> Iterator[ExportResult]:
    rows = batch.request.partners
    plans = _Plans(batch, executor)
    counts = [0 if found else plans.count(row) for row, found in zip(rows, mistakes, strict=True)]
    done, total = 0, sum(counts)
    homes = folders_for(rows, batch.request.out)
    for row, folder, found, count in zip(rows, homes, mistakes, counts, strict=True):
        result = ExportResult(partner=row, state="failed", mistakes=found)
        if not found:
            context.report(done, total, row.organisation)
            result = _make_row(plans, row, folder, context, (done, total))
            row_done(result)
        done += count
        yield result


def open_batch(request: ExportRequest, folders: Folders) -> Batch:
    """Read packs, templates and the project in; raises InputError."""
    source = request.source
    project = open_project(source.project) if isinstance(source.project, Path) else source.project
    resources = load_resources(folders)
    campaigns = _campaigns(request, project, folders.assets)
    year = source.year or next_january(source.today)
    base = Project(Brand(""), 1, year) if project is None else project
    lent = replace(base, year=year, photos=tuple(photo for photo in base.photos if for_others(photo)), lost=())
    lent = with_occasion(lent, source.week_dates, source.official, wear_blue=source.wear_blue)
    check_brand(lent)
    lost = tuple(one for one in still_lost(base) if one.kind == "photo")
    lent = with_people(lent, resources.pictures, source.people, source.people_seed)
    lent = lent if source.mix is None else with_mix(lent, source.mix)
    design = open_reference(request.reference_deck) if request.reference_deck else None
    options = replace(request.options, reference=design)
    batch = Batch(request, options, campaigns, resources, lent, lost)
    for week in request.weeks or ():
        campaigns[batch.language].week(week)
    return batch


def _campaigns(request: ExportRequest, project: Project | None, assets: Path) -> dict[str, Campaign]:
    """The pack in each language of the rows; a language that it lacks is a mistake of the row."""
    source, usual = request.source, request.source.language or DEFAULT_LANGUAGE
    if isinstance(source.campaign, Campaign):
        return {usual: source.campaign}
    pack = pack_for(source.campaign, project, assets)
    languages = {row.language.lower() for row in request.partners if row.language} | {usual}
    campaigns: dict[str, Campaign] = {}
    for language in sorted(languages):
        try:
            campaigns[language] = read_pack(pack, language)
        except StudioError:
            if language == usual:
                raise
    return campaigns


def for_others(photo: Photo) -> bool:
    """Whether a photo may go to other organisations: only one in which nobody can be recognised."""
    return photo.people == "nobody" and not photo.withdrawn


def ready_weeks(campaign: Campaign) -> tuple[int, ...]:
    """The weeks that have content."""
    return tuple(week.number for week in campaign.weeks if week.ready)


def check_rows(batch: Batch, context: JobContext) -> Iterator[tuple[Diagnostic, ...]]:
    """What is wrong with each row in turn, all of it; logos are looked at, not read."""
    again = dict(repeated(batch.request.partners))
    for index, row in enumerate(batch.request.partners):
        context.checkpoint()
        if row.language and row.language.lower() not in batch.campaigns:
            words = msg('The campaign has no language "{language}".', language=row.language[:40])
            mistakes: tuple[Diagnostic, ...] = (in_cell("language", words, "Leave it out."),)
        else:
            mistakes = mistakes_of(row, batch.request.logos, *batch.weeks_for(row))
        if not row.logo and is_undrawable(row.organisation, batch.resources.fonts):
            mistakes = (*mistakes, in_cell("organisation", msg(UNDRAWABLE, name=row.organisation), WAY_OUT))
        yield (*mistakes, again[index]) if index in again else mistakes


def folders_for(rows: Sequence[PartnerRow], out: Path) -> Iterator[Path]:
    """A folder for each organization, never one for two: one that holds its kits already, else a free one.

    Each is looked for when its row comes, so that the first kit of a long list need not wait for the last.
    """
    owners: dict[Path, str] = {}
    for row in rows:
        name = row.organisation.casefold()
        stem = folder_stem(row.organisation)
        for number in range(1, MOST_FOLDERS + 1):
            path = out / (stem if number == 1 else f"{stem}-{number}")
            if owners.get(path, name) == name and (path in owners or _may_use(path, name)):
                break
        else:
            raise InputError(
                msg("There are too many folders called {stem} in {out}.", stem=stem, out=out),
                "Choose another folder with --out.",
            )
        owners[path] = name
        yield path


def _may_use(folder: Path, name: str) -> bool:
    """Whether the kits of an organization may go to a folder: theirs are in it, or nothing but what a stop left."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    if all(path.name.startswith(".") for path in folder.iterdir()):
        return True
    try:
        return any(str(read_manifest(kit).get("organisation", "")).casefold() == name for kit in kit_folders(folder))
    except InputError:
        return False


class _Plans:
    """What is wanted for each row; the files of a week are the same for all, so they are listed once."""

    def __init__(self, batch: Batch, executor: Executor) -> None:
        self.batch, self.executor = batch, executor
        self._files: dict[tuple[str, int], frozenset[str]] = {}

    def files(self, row: PartnerRow, week: int) -> frozenset[str]:
        """The paths of a row's files in a week."""
        key = (row.language.lower(), week)
        if key not in self._files:
            kit = self.batch.kit(row, Brand(row.organisation), week)
            self._files[key] = frozenset(order.path for order in chosen(kit, self.batch.request.selection))
        return self._files[key]

    def count(self, row: PartnerRow) -> int:
        """How many files a row has in all of its weeks."""
        return sum(len(self.files(row, week)) for week in weeks_of(row, *self.batch.weeks_for(row)))

    def todo(self, row: PartnerRow, folder: Path) -> list[_Wanted]:
        """The kits that are to be made for a row: those that are not there, and those that lack something wanted."""
        request, kits = self.batch.request, []
        for week in weeks_of(row, *self.batch.weeks_for(row)):
            kit, wanted = self.batch.kit(row, Brand(row.organisation), week), self.files(row, week)
            there = finished_files(folder / kit.folder_name, kit)
            if request.force or not there:
                kits.append(_Wanted(week, wanted, self.batch.options, kit.folder_name, request.force))
            elif wanted - there:
                kits.append(_with_more(_Wanted(week, wanted, self.batch.options, kit.folder_name, True), folder, there))
        return kits


def _with_more(kit: _Wanted, folder: Path, there: frozenset[str]) -> _Wanted:
    """The kit with what is there besides; beside that one where somebody changed its files."""
    name, replaces = free_folder(folder, kit.folder)
    if name != kit.folder:
        return replace(kit, folder=name, replaces=replaces)
    everything = replace(kit.options, media=MEDIA, papers=PAPERS, extras=tuple(EXTRAS))
    return replace(kit, files=kit.files | there, options=everything)


def finished_files(folder: Path, kit: Kit) -> frozenset[str]:
    """What this organization's kit of this week and year in a folder holds, if it is complete by its list."""
    if not (folder / MANIFEST).is_file():
        return frozenset()
    try:
        document = read_manifest(folder)
    except InputError:
        return frozenset()
    same = (document.get("organisation"), document.get("week"), document.get("year"), document.get("language")) == (
        kit.look.organisation, kit.week.number, kit.year, kit.project.language,
    )  # fmt: skip
    files = {str(row.get("path", "?")) for row in document["files"] if isinstance(row, dict)}
    complete = same and all(folder.joinpath(*path.split("/")).is_file() for path in files)
    return frozenset(files) if complete else frozenset()


def _make_row(
    plans: _Plans, row: PartnerRow, folder: Path, context: JobContext, place: tuple[int, int]
) -> ExportResult:
    if not (todo := plans.todo(row, folder)):
        return ExportResult(partner=row, state="there", folder=folder)
    request, (before, total) = plans.batch.request, place
    kits: list[KitResult] = []
    try:
        brand = brand_of(row, request.logos)
    except StudioError as error:
        return _failed(row, folder, (), in_cell("logo", error.message, error.hint))
    try:
        for one in todo:
            share = Subprogress(context, before, total, name=row.organisation)
            kit = of_files(plans.batch.kit(row, brand, one.week, one.options), one.files)
            share.report(0, len(one.files), kit.week.title)
            made = export_kit(
                kit, folder, share, force=one.replaces, executor=plans.executor, folder=one.folder, wanted=one.wants,
                waits=True,
            )  # fmt: skip
            kits.append(made)
            before += len(one.files)
    except AlreadyThereError as error:
        if plans.todo(row, folder) != todo:  # Another batch made it while this one waited or began.
            return _make_row(plans, row, folder, context, place)
        return _failed(row, folder, kits, in_cell("", error.message, error.hint))
    except StudioError as error:
        if isinstance(error.__cause__, OSError):
            raise  # The disk is full or gone: the other rows would fail as well, only later.
        return _failed(row, folder, kits, in_cell("", error.message, error.hint))
    return ExportResult(tuple(kits), partner=row, folder=folder)


def _failed(row: PartnerRow, folder: Path, kits: Sequence[KitResult], mistake: Diagnostic) -> ExportResult:
    return ExportResult(tuple(kits), partner=row, state="failed", folder=folder, mistakes=(mistake,))


def write_batch(
    request: ExportRequest, folders: Folders, context: JobContext, tell: Callable[[ExportResult], None]
) -> tuple[ExportResult, ...]:
    """Make the kits of all rows in whatever process; `tell` hears of each row. Raises as `run_batch` does."""
    return run_batch(request, context, folders=folders, row_done=tell)
