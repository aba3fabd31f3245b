"""From what a user asks for (files, names, colors) to finished kits: the whole way in one function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from htpm_studio.campaign.dates import LAST_YEAR, PRINTED
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.errors import BadInput, say
from htpm_studio.export.campaigns import campaign_of, pack_for
from htpm_studio.export.casting import with_people
from htpm_studio.export.decks.reference_file import open_reference
from htpm_studio.export.exporter import Result, export_kit
from htpm_studio.export.kit import Kit, Options, build_kit, load_resources, template_problems
from htpm_studio.export.letters import names_finding, refuse_undrawable
from htpm_studio.export.own_work import carried_over, notes_about
from htpm_studio.export.place import check_target
from htpm_studio.export.preflight.brand import check_brand, check_record
from htpm_studio.jobs import JobContext, Progress
from htpm_studio.paths import Folders
from htpm_studio.project.focus import usual_focus
from htpm_studio.project.model import (
    MAX_NAME,
    MOST_PARTNERS,
    WEEKS,
    Brand,
    FontUse,
    NameBeside,
    Official,
    Pair,
    Partner,
    Photo,
    Project,
    Style,
    clean_organisation,
    clean_text,
    names_in,
    partner_name_of,
    with_own_font,
)
from htpm_studio.project.own_fonts import load_font
from htpm_studio.project.palette import parse_color
from htpm_studio.project.pictures import load_logo, load_photo
from htpm_studio.project.records import PhotoRecord, read_photo_records
from htpm_studio.project.store import open_project

MOST_COLORS = 2
MOST_PHOTOS = 50
LONGEST_THEME = 120
LOGO_ENDINGS = frozenset((".svg", ".png", ".jpg", ".jpeg", ".webp"))


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for; `weeks` is None for every week that has content.

    `date` is the one that the files bear.
    `week_dates` are as `week_dates_of` reads them; with `wear_blue` every kit has Wear Blue Day.
    What is None or empty comes from the project, else: the January that is now or next, English, the year's theme.
    """

    organisation: str
    weeks: tuple[int, ...] | None
    year: int | None
    language: str | None
    options: Options
    today: date
    out: Path
    logo: Path | None = None
    photos: tuple[Path, ...] = ()
    photo_record: Path | None = None
    colors: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    project: Path | None = None
    campaign: Path | None = None
    workers: int = 2
    force: bool = False
    theme: str = ""
    reference_deck: Path | None = None
    style: Style | None = None
    people: str = ""
    people_seed: int | None = None
    pair: Pair | None = None
    heading_font: tuple[Path, ...] = ()
    text_font: tuple[Path, ...] = ()
    name_beside: NameBeside | None = None
    date: datetime | None = None
    week_dates: tuple[str, ...] = ()
    wear_blue: bool = False
    official: Official = field(default_factory=Official)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The kits that were made, and what was left out and why."""

    results: tuple[Result, ...]
    notes: tuple[str, ...]

    @property
    def needs_attention(self) -> bool:
        """Whether anything was left out or does not fit."""
        return bool(self.notes) or any(result.needs_attention for result in self.results)


def run_request(
    request: Request,
    context: JobContext,
    *,
    folders: Folders,
    report: Callable[[Progress], None],
    note: Callable[[str], None] = lambda _sentence: None,
) -> Outcome:
    """Read everything in, then make the kits; raises BadInput before anything is written.

    `note` hears before the work what the kits cannot show of the names.
    """
    report(Progress(0, 0, "Reading the campaign"))
    kits, notes = kits_of(request, folders=folders, context=context, note=note)
    if kits and (lost := names_finding(kits[0].project, kits[0].look.fonts)):
        note(lost.message)
    context.checkpoint()
    for kit in kits:
        check_target(request.out / kit.folder_name, force=request.force)
    results = [
        export_kit(kit, request.out, context, force=request.force, workers=request.workers, waits=True) for kit in kits
    ]
    return Outcome(tuple(results), notes)


def kits_of(
    request: Request,
    *,
    folders: Folders,
    context: JobContext | None = None,
    note: Callable[[str], None] = lambda _sentence: None,
) -> tuple[tuple[Kit, ...], tuple[str, ...]]:
    """Everything that the kits of a request are made from, and what is left out and why; raises BadInput.

    `note` hears what the user should know about own fonts.
    """
    project = with_fonts(read_project(request), request, context or JobContext(lambda _progress: None), note)
    campaign = read_pack(pack_for(request.campaign, project, folders.assets), project.language)
    weeks, notes = _weeks(request, campaign)
    resources = load_resources(folders)
    refuse_undrawable(project.brand, resources.fonts)
    project = with_people(project, resources.pictures, request.people, request.people_seed)
    notes = (*template_problems(resources.library), *notes)
    if request.campaign is not None and project.edits.items:
        carried = carried_over(project, _own_campaign(project, folders), campaign, resources, request.today)
        project = replace(project, edits=carried.edits)
        notes = (*notes, *notes_about(carried, weeks))
    options = request.options
    if request.reference_deck is not None:
        options = replace(options, reference=open_reference(request.reference_deck))
    kits = (build_kit(replace(project, week=week), campaign, resources, options, request.today) for week in weeks)
    return tuple(kits), notes


def _own_campaign(project: Project, folders: Folders) -> Campaign:
    """The campaign that a project was made with."""
    built_in = read_pack(pack_for(None, None, folders.assets), project.language)
    return campaign_of(project, built_in, folders.assets)


def read_project(request: Request) -> Project:
    """The user's brand and pictures, from a project file and/or from the single files given."""
    project = open_project(request.project) if request.project else None
    if project is None and not request.organisation.strip():
        raise BadInput("The organization has no name.", 'Add --org "Name of your organization".')
    if len(request.colors) > MOST_COLORS:
        raise BadInput(say("{count} colors were given.", count=len(request.colors)), "Give one or two with --color.")
    if len(request.photos) > MOST_PHOTOS:
        raise BadInput(
            say("{count} photos were given.", count=len(request.photos)),
            say("Give at most {most_photos}.", most_photos=MOST_PHOTOS),
        )
    colors = tuple(parse_color(color) for color in request.colors)
    logo = load_logo(request.logo) if request.logo else None
    sources = ((load_photo(path), path.name) for path in request.photos)
    photos = tuple(Photo(source, name, usual_focus(source)) for source, name in sources)
    if request.photo_record is not None:
        photos = with_records(photos, read_photo_records(request.photo_record))
    partners = read_partners(request.partners)
    if project is None:
        brand = Brand(clean_organisation(request.organisation), colors, logo, partners)
        project = Project(brand, 1, next_january(request.today))
    brand = project.brand
    read = replace(
        project,
        brand=replace(
            brand,
            organisation=clean_organisation(request.organisation) if request.organisation else brand.organisation,
            colors=colors or brand.colors,
            logo=logo or brand.logo,
            partners=partners or brand.partners,
            style=request.style or brand.style,
            pair=request.pair or brand.pair,
            name_beside=request.name_beside or brand.name_beside,
        ),
        photos=(*photos, *project.photos),
        year=project.year if request.year is None else request.year,
        language=request.language or project.language,
        theme=_theme(request.theme) or project.theme,
        saved=request.date or project.saved,
    )
    read = with_occasion(read, request.week_dates, request.official, wear_blue=request.wear_blue)
    check_brand(read)
    for photo in photos:
        check_record(photo)
    return read


def with_occasion(project: Project, week_dates: Sequence[str], official: Official, *, wear_blue: bool) -> Project:
    """The project with other dates of weeks, Wear Blue Day in every kit, and who signs, where that was given.

    Raises BadInput for dates that are none and for names that are too long.
    """
    given = checked_official(official)
    for text in week_dates:
        week, first, last = week_dates_of(text)
        project = project.with_week_dates(week, (first, last))
    return replace(project, wear_blue=WEEKS if wear_blue else project.wear_blue, official=given.over(project.official))


def with_fonts(
    project: Project, request: Request, context: JobContext, note: Callable[[str], None] = lambda _sentence: None
) -> Project:
    """The project with the fonts of the request; a pair that was asked for replaces own fonts of the saved kit."""
    brand = replace(project.brand, heading_font=(), text_font=()) if request.pair else project.brand
    notes: dict[str, None] = {}
    uses: tuple[tuple[FontUse, tuple[Path, ...]], ...] = (
        ("heading", request.heading_font),
        ("text", request.text_font),
    )
    for use, paths in uses:
        if paths:
            font = load_font(paths, use, context, names_in(project))
            brand = with_own_font(brand, use, font.faces)
            notes |= dict.fromkeys(font.notes)
    for sentence in notes:
        note(sentence)
    return replace(project, brand=brand)


def next_january(today: date) -> int:
    """The year of the January that is now or comes next; of a clock that cannot be right the first or last one."""
    year = today.year if today.month == 1 else today.year + 1
    return min(max(year, min(PRINTED)), LAST_YEAR)


def week_dates_of(text: str) -> tuple[int, date, date]:
    """The week, first and last day of words such as "1=2027-01-01..2027-01-10"; raises BadInput for others."""
    try:
        week, days = text.strip().split("=")
        first, last = days.split("..")
        return int(week), date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
    except ValueError as error:
        raise BadInput(
            say('"{text}" does not say when a week is.', text=clean_text(text)[:60]),
            "Give the week with its first and last day, such as 1=2027-01-01..2027-01-10.",
        ) from error


def checked_official(given: Official) -> Official:
    """Who signs, as it can be printed; raises BadInput for a name that is too long."""
    names = (("official", given.name), ("office", given.office), ("jurisdiction", given.jurisdiction))
    cleaned = [(name, clean_text(text)) for name, text in names]
    for name, text in cleaned:
        if len(text) > MAX_NAME:
            raise BadInput(
                say("What was given as {name} has {count} characters.", name=name, count=len(text)),
                say("Use at most {most}.", most=MAX_NAME),
            )
    return Official(*(text for _, text in cleaned))


def _theme(text: str) -> str:
    theme = clean_text(text)
    if len(theme) > LONGEST_THEME:
        raise BadInput(
            say("The theme line has {count} characters.", count=len(theme)),
            say("Use at most {most}.", most=LONGEST_THEME),
        )
    return theme


def read_partners(given: tuple[str, ...]) -> tuple[Partner, ...]:
    """Partners as "Name", "logo.svg" or "Name=logo.svg"; raises BadInput for too many or a logo that cannot be read."""
    if len(given) > MOST_PARTNERS:
        raise BadInput(
            say("{count} partners were given.", count=len(given)),
            say("Give at most {most} with --partner.", most=MOST_PARTNERS),
        )
    return tuple(_partner(text) for text in given)


def _partner(text: str) -> Partner:
    name, _, file = text.rpartition("=") if "=" in text else ("", "", text)
    path = Path(file)
    if not name and path.suffix.lower() not in LOGO_ENDINGS:
        return Partner(clean_organisation(text))
    return Partner(clean_organisation(name or partner_name_of(path.stem)), load_logo(path))


def with_records(photos: tuple[Photo, ...], records: tuple[PhotoRecord, ...]) -> tuple[Photo, ...]:
    """The photos with their records; a record that belongs to no photo is a mistake worth naming."""
    stray = [record.file for record in records if not any(record.belongs_to(photo.name) for photo in photos)]
    if stray:
        raise BadInput(
            say("The photo record names {names}, which was not given.", names=", ".join(stray)),
            "Add it with --photo, or remove the row.",
        )
    known = {photo.name: next((one for one in records if one.belongs_to(photo.name)), None) for photo in photos}
    return tuple(
        replace(photo, consent=record.consent, credit=record.credit, alt=record.alt, withdrawn=record.refused)
        if (record := known[photo.name])
        else photo
        for photo in photos
    )


def _weeks(request: Request, campaign: Campaign) -> tuple[tuple[int, ...], tuple[str, ...]]:
    if request.weeks is not None:
        return tuple(campaign.week(number).number for number in request.weeks), ()
    ready = tuple(week.number for week in campaign.weeks if week.ready)
    if not ready:
        raise BadInput(
            say("{name} has no week with content.", name=campaign.info.name), "Choose another campaign pack."
        )
    notes = tuple(
        f"Week {week.number} ({week.title}) has no content yet and was left out."
        for week in campaign.weeks
        if not week.ready
    )
    return ready, notes
