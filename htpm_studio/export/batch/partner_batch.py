"""What the kits of all organizations of a list are made from: read in once, and sent to each process once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.errors import Message, StudioError
from htpm_studio.export.kit.kit import Designs, Kit, Options, Resources, build_kit, load_resources, resources_with
from htpm_studio.export.kit.kit_cast import with_people
from htpm_studio.export.kit.kit_family import with_family
from htpm_studio.export.kit.schedule import next_year
from htpm_studio.export.preflight.brand import check_brand
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.sources.campaigns import pack_for
from htpm_studio.export.sources.kit_source import with_occasion
from htpm_studio.export.sources.partners import PartnerRow
from htpm_studio.frozen import dataclass
from htpm_studio.paths import Folders
from htpm_studio.pieces.declared import Declarations, additions, use
from htpm_studio.project.missing_pictures import lost_sentence, still_lost
from htpm_studio.project.model import (
    Brand,
    Official,
    Pair,
    Photo,
    Project,
    dressed_as,
    saves_until,
    with_mix,
)
from htpm_studio.project.store import open_project

if TYPE_CHECKING:
    from htpm_studio.render.pptx.deck_template.reader import DeckTemplate

DEFAULT_LANGUAGE = "en"
Sent = tuple[Mapping[str, Campaign], Project, date, str, Pair | None]
"""Campaigns, project, today, language and pair of fonts, as they go to another process."""


@dataclass(frozen=True, slots=True)
class SharedContent:
    """What all organizations share: packs by language, resources, and the project that lends words and photos.

    `pair` is for all of them where it was asked for, `language` is that of rows that name none.
    """

    folders: Folders
    resources: Resources
    campaigns: Mapping[str, Campaign]
    project: Project
    today: date
    language: str = DEFAULT_LANGUAGE
    pair: Pair | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """Another process reads the program's own files again, where they are on its computer; the user's go along."""
        own = (paths.assets(), paths.templates())
        folders = None if (self.folders.assets, self.folders.templates) == own else self.folders
        sent = (self.campaigns, self.project, self.today, self.language, self.pair)
        return _arrived, (folders, self.resources.designs, additions(), sent)

    def campaign(self, row: PartnerRow) -> Campaign:
        """The campaign in the language of a row."""
        return self.campaigns[row.language.lower() or self.language]

    def kit(self, row: PartnerRow, brand: Brand, week: int, options: Options) -> Kit:
        """The kit of a row and week."""
        language, dress = row.language.lower() or self.language, self.project.brand
        dress = replace(dress, pair=self.pair or dress.pair)
        if self.pair:
            dress = replace(dress, heading_font=(), text_font=())
        official = Official(row.official, row.office, row.jurisdiction).over(self.project.official)
        brand = with_family(dressed_as(brand, dress), row.family, None, self.resources)
        project = replace(self.project, brand=brand, week=week, language=language, official=official)
        return build_kit(project, self.campaign(row), self.resources, options, self.today)


def _arrived(folders: Folders | None, designs: Designs, declared: Declarations | None, sent: Sent) -> SharedContent:
    use(declared)
    folders = folders or Folders(paths.assets(), paths.templates())
    return SharedContent(folders, resources_with(designs, folders), *sent)


@dataclass(frozen=True, slots=True)
class Batch:
    """A request with everything read in.

    `options` have the presentation whose design the decks take; `noted` is what is to be said of the file of the
    project: which photos it should hold, and what it names that the program has no more.
    """

    request: ExportRequest
    options: Options
    shared: SharedContent
    noted: tuple[Message, ...] = ()

    def kit(self, row: PartnerRow, brand: Brand, week: int, options: Options | None = None) -> Kit:
        """The kit of a row and week."""
        return self.shared.kit(row, brand, week, options or self.options)

    def weeks_for(self, row: PartnerRow) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The weeks that are ready, and those of a row that names none."""
        ready = ready_weeks(self.shared.campaign(row))
        return ready, ready if self.request.weeks is None else self.request.weeks


def open_batch(request: ExportRequest, folders: Folders) -> Batch:
    """Read packs, templates and the project in; raises InputError."""
    source = request.source
    project = open_project(source.project) if isinstance(source.project, Path) else source.project
    resources = load_resources(folders)
    campaigns = _campaigns(request, project, folders.assets)
    usual = next(iter(campaigns.values()))
    year = source.year or next_year(source.today, usual.observance)
    base = Project(Brand(""), 1, year) if project is None else project
    lent = replace(
        base, year=year, photos=tuple(photo for photo in base.photos if for_others(photo)), lost=(), replaced=()
    )
    if source.date is not None:
        lent = replace(lent, saved=source.date, saves=saves_until(source.date, year))
    lent = with_occasion(lent, source.week_dates, source.official, wear_blue=source.wear_blue)
    check_brand(lent, usual.helplines)
    photos = (lost_sentence(picture) for picture in still_lost(base) if picture.kind == "photo")
    noted = (*photos, *(one.sentence for one in base.replaced))
    lent = replace(lent, brand=with_family(lent.brand, source.family, source.style, resources))
    lent = with_people(lent, resources.pictures, source.people, source.people_seed)
    lent = lent if source.mix is None else with_mix(lent, source.mix)
    design = _design(request.reference_deck) if request.reference_deck else None
    options = replace(request.options, deck_template=design)
    language = source.language or DEFAULT_LANGUAGE
    shared = SharedContent(folders, resources, campaigns, lent, source.today, language, pair=source.pair)
    for week in request.weeks or ():
        campaigns[language].week(week)
    return Batch(request, options, shared, noted)


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
    """True if other organizations may use a photo: nobody can be recognized in it."""
    return photo.people == "nobody" and not photo.withdrawn


def ready_weeks(campaign: Campaign) -> tuple[int, ...]:
    """The weeks that have content."""
    return tuple(week.number for week in campaign.weeks if week.ready)


def _design(path: Path) -> DeckTemplate:
    from htpm_studio.export.decks.deck_template_file import open_deck_template

    return open_deck_template(path)
