"""Kits for many organisations: one folder each, finished ones are kept, a bad row does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Literal

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.compose.build import Finding
from htpm_studio.errors import BadInput, StudioError, say, together
from htpm_studio.export.campaigns import pack_for
from htpm_studio.export.casting import with_people
from htpm_studio.export.exporter import Result, export_kit
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
from htpm_studio.export.letters import UNDRAWABLE, WAY_OUT, is_undrawable
from htpm_studio.export.orders import FileOrder
from htpm_studio.export.partners import Mistake, Partner, brand_of, folder_stem, mistakes_of, repeated, weeks_of
from htpm_studio.export.place import AlreadyThere, check_target
from htpm_studio.export.preflight.brand import check_brand
from htpm_studio.export.replacing import free_folder
from htpm_studio.export.request import with_occasion
from htpm_studio.export.selection import Choice, chosen, of_files
from htpm_studio.export.share import Share
from htpm_studio.jobs import JobContext
from htpm_studio.paths import Folders
from htpm_studio.project.lost import lost_sentence, still_lost
from htpm_studio.project.model import Brand, LostPicture, Official, Pair, Photo, Project, Style, dressed_as
from htpm_studio.project.store import open_project

State = Literal["made", "there", "failed"]
MOST_FOLDERS = 1000
MOST_REASONS = 10


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What to make: rows and the folder of their logos, and what holds for all of them.

    `weeks` is for rows that name none (None: every week that has content). `project` provides photos, words, style,
    drawn people, fonts, dates and who signs, where nothing else is given here; a row's own official comes before both.
    """

    rows: tuple[Partner, ...]
    folder: Path
    out: Path
    today: date
    year: int
    language: str = "en"
    weeks: tuple[int, ...] | None = None
    options: Options = field(default_factory=Options)
    choice: Choice = field(default_factory=Choice)
    project: Project | Path | None = None
    campaign: Campaign | Path | None = None
    workers: int = 2
    force: bool = False
    style: Style | None = None
    people: str = ""
    people_seed: int | None = None
    pair: Pair | None = None
    week_dates: tuple[str, ...] = ()
    wear_blue: bool = False
    official: Official = field(default_factory=Official)


@dataclass(frozen=True, slots=True)
class Finished:
    """A kit that was made, without the bytes of its files."""

    folder: Path
    files: int
    size: int
    findings: tuple[tuple[str, Finding], ...]
    needs_attention: bool


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one row: its folder and kits, or why there are none."""

    row: Partner
    state: State
    folder: Path | None = None
    kits: tuple[Finished, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def needs_attention(self) -> bool:
        """Whether something was not made or was replaced."""
        return self.state == "failed" or any(kit.needs_attention for kit in self.kits)


@dataclass(frozen=True, slots=True)
class Batch:
    """A request with everything read in: packs by language, resources, and the project that lends words and photos.

    `lost` are photos that the file of that project should hold.
    """

    request: BatchRequest
    campaigns: dict[str, Campaign]
    resources: Resources
    project: Project
    lost: tuple[LostPicture, ...] = ()

    def campaign(self, row: Partner) -> Campaign:
        """The campaign in the language of a row."""
        return self.campaigns[row.language.lower() or self.request.language]

    def kit(self, row: Partner, brand: Brand, week: int, options: Options | None = None) -> Kit:
        """The kit of a row and week."""
        language = row.language.lower() or self.request.language
        dress = self.project.brand
        dress = replace(dress, style=self.request.style or dress.style, pair=self.request.pair or dress.pair)
        if self.request.pair:
            dress = replace(dress, heading_font=(), text_font=())
        official = Official(row.official, row.office, row.jurisdiction).over(self.project.official)
        brand = dressed_as(brand, dress)
        project = replace(self.project, brand=brand, week=week, language=language, official=official)
        options = options or self.request.options
        return build_kit(project, self.campaign(row), self.resources, options, self.request.today)

    def weeks_for(self, row: Partner) -> tuple[tuple[int, ...], tuple[int, ...]]:
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

    def wants(self, order: FileOrder) -> bool:
        """Whether a file belongs to it."""
        return order.path in self.files


def run_batch(
    request: BatchRequest,
    context: JobContext,
    *,
    folders: Folders,
    row_done: Callable[[RowResult], None] = lambda _result: None,
    note: Callable[[str], None] = lambda _sentence: None,
) -> tuple[RowResult, ...]:
    """Make the kits of all rows that can be made; `row_done` hears of each row in the job's own thread, of those that
    cannot be made first.

    `note` hears first what of the user's templates and of the project's photos cannot be used.

    A kit that is there and complete is kept, so that a batch goes on where it stopped. Raises BadInput when no row can
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
        raise BadInput("No row of the list can be used.", together(filter(None, chain(*first))))
    for row, found in zip(request.rows, mistakes, strict=True):
        if found:
            row_done(RowResult(row, "failed", mistakes=found))
    plans = _Plans(batch)
    counts = [0 if found else plans.count(row) for row, found in zip(request.rows, mistakes, strict=True)]
    done, total, results = 0, sum(counts), []
    homes = folders_for(request.rows, request.out)
    for row, folder, found, count in zip(request.rows, homes, mistakes, counts, strict=True):
        result = RowResult(row, "failed", mistakes=found)
        if not found:
            context.report(done, total, row.organisation)
            result = _make_row(plans, row, folder, context, (done, total))
            row_done(result)
        done += count
        results.append(result)
    return tuple(results)


def finished(result: Result) -> Finished:
    """What is kept of a result."""
    size = sum(len(one.data) for one in result.files)
    return Finished(result.folder, len(result.files) + 2, size, result.findings, result.needs_attention)


def open_batch(request: BatchRequest, folders: Folders) -> Batch:
    """Read packs, templates and the project in; raises BadInput."""
    project = open_project(request.project) if isinstance(request.project, Path) else request.project
    campaigns = _campaigns(request, project, folders.assets)
    base = Project(Brand(""), 1, request.year) if project is None else project
    lent = replace(base, year=request.year, photos=tuple(photo for photo in base.photos if for_others(photo)), lost=())
    lent = with_occasion(lent, request.week_dates, request.official, wear_blue=request.wear_blue)
    check_brand(lent)
    lost = tuple(one for one in still_lost(base) if one.kind == "photo")
    resources = load_resources(folders)
    lent = with_people(lent, resources.pictures, request.people, request.people_seed)
    batch = Batch(request, campaigns, resources, lent, lost)
    for week in request.weeks or ():
        campaigns[request.language].week(week)
    return batch


def _campaigns(request: BatchRequest, project: Project | None, assets: Path) -> dict[str, Campaign]:
    """The pack in each language of the rows; a language that it lacks is a mistake of the row."""
    if isinstance(request.campaign, Campaign):
        return {request.language: request.campaign}
    pack = pack_for(request.campaign, project, assets)
    languages = {row.language.lower() for row in request.rows if row.language} | {request.language}
    campaigns: dict[str, Campaign] = {}
    for language in sorted(languages):
        try:
            campaigns[language] = read_pack(pack, language)
        except StudioError:
            if language == request.language:
                raise
    return campaigns


def for_others(photo: Photo) -> bool:
    """Whether a photo may go to other organisations: only one in which nobody can be recognised."""
    return photo.people == "nobody" and not photo.withdrawn


def ready_weeks(campaign: Campaign) -> tuple[int, ...]:
    """The weeks that have content."""
    return tuple(week.number for week in campaign.weeks if week.ready)


def check_rows(batch: Batch, context: JobContext) -> Iterator[tuple[Mistake, ...]]:
    """What is wrong with each row in turn, all of it; logos are looked at, not read."""
    again = dict(repeated(batch.request.rows))
    for index, row in enumerate(batch.request.rows):
        context.checkpoint()
        if row.language and row.language.lower() not in batch.campaigns:
            words = say('The campaign has no language "{language}".', language=row.language[:40])
            mistakes: tuple[Mistake, ...] = (Mistake("language", words, "Leave it out."),)
        else:
            mistakes = mistakes_of(row, batch.request.folder, *batch.weeks_for(row))
        if not row.logo and is_undrawable(row.organisation, batch.resources.fonts):
            mistakes = (*mistakes, Mistake("organisation", say(UNDRAWABLE, name=row.organisation), WAY_OUT))
        yield (*mistakes, again[index]) if index in again else mistakes


def folders_for(rows: Sequence[Partner], out: Path) -> Iterator[Path]:
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
            raise BadInput(
                say("There are too many folders called {stem} in {out}.", stem=stem, out=out),
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
    except BadInput:
        return False


class _Plans:
    """What is wanted for each row; the files of a week are the same for all, so they are listed once."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self._files: dict[tuple[str, int], frozenset[str]] = {}

    def files(self, row: Partner, week: int) -> frozenset[str]:
        """The paths of a row's files in a week."""
        key = (row.language.lower(), week)
        if key not in self._files:
            kit = self.batch.kit(row, Brand(row.organisation), week)
            self._files[key] = frozenset(order.path for order in chosen(kit, self.batch.request.choice))
        return self._files[key]

    def count(self, row: Partner) -> int:
        """How many files a row has in all of its weeks."""
        return sum(len(self.files(row, week)) for week in weeks_of(row, *self.batch.weeks_for(row)))

    def todo(self, row: Partner, folder: Path) -> list[_Wanted]:
        """The kits that are to be made for a row: those that are not there, and those that lack something wanted."""
        request, kits = self.batch.request, []
        for week in weeks_of(row, *self.batch.weeks_for(row)):
            kit, wanted = self.batch.kit(row, Brand(row.organisation), week), self.files(row, week)
            there = finished_files(folder / kit.folder_name, kit)
            if request.force or not there:
                kits.append(_Wanted(week, wanted, request.options, kit.folder_name, request.force))
            elif wanted - there:
                kits.append(_with_more(_Wanted(week, wanted, request.options, kit.folder_name, True), folder, there))
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
    except BadInput:
        return frozenset()
    same = (document.get("organisation"), document.get("week"), document.get("year"), document.get("language")) == (
        kit.look.organisation, kit.week.number, kit.year, kit.project.language,
    )  # fmt: skip
    files = {str(row.get("path", "?")) for row in document["files"] if isinstance(row, dict)}
    complete = same and all(folder.joinpath(*path.split("/")).is_file() for path in files)
    return frozenset(files) if complete else frozenset()


def _make_row(plans: _Plans, row: Partner, folder: Path, context: JobContext, place: tuple[int, int]) -> RowResult:
    if not (todo := plans.todo(row, folder)):
        return RowResult(row, "there", folder)
    request, (before, total) = plans.batch.request, place
    kits: list[Finished] = []
    try:
        brand = brand_of(row, request.folder)
    except StudioError as error:
        return RowResult(row, "failed", folder, (), (Mistake("logo", error.message, error.hint),))
    try:
        for one in todo:
            share = Share(context, before, total, name=row.organisation)
            kit = of_files(plans.batch.kit(row, brand, one.week, one.options), one.files)
            share.report(0, len(one.files), kit.week.title)
            result = export_kit(
                kit, folder, share, force=one.replaces, workers=request.workers, folder=one.folder, wanted=one.wants,
                waits=True,
            )  # fmt: skip
            kits.append(finished(result))
            before += len(one.files)
    except AlreadyThere as error:
        if plans.todo(row, folder) != todo:  # Another batch made it while this one waited or began.
            return _make_row(plans, row, folder, context, place)
        return RowResult(row, "failed", folder, tuple(kits), (Mistake("", error.message, error.hint),))
    except StudioError as error:
        if isinstance(error.__cause__, OSError):
            raise  # The disk is full or gone: the other rows would fail as well, only later.
        return RowResult(row, "failed", folder, tuple(kits), (Mistake("", error.message, error.hint),))
    return RowResult(row, "made", folder, tuple(kits))
