"""What kits are made from, as a user gives it (files, names, colors), and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from pathlib import Path

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.errors import InputError, msg
from htpm_studio.export.kit.edits import ALL_PIECES, DUOTONE, INK, ONE_INK, TONE
from htpm_studio.export.kit.evaluation_form import checked_form
from htpm_studio.export.kit.schedule import next_year
from htpm_studio.export.preflight.brand import check_brand, check_record
from htpm_studio.export.sources.campaigns import pack_for
from htpm_studio.frozen import dataclass
from htpm_studio.paths import Folders
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.file_forms import MAX_NAME
from htpm_studio.project.focus import usual_focus
from htpm_studio.project.model import (
    MOST_PARTNERS,
    Brand,
    Edits,
    FontUse,
    NameBeside,
    Official,
    Pair,
    Partner,
    Photo,
    Project,
    Style,
    clean_organization,
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
from htpm_studio.weeks import WEEK_NUMBERS

MOST_COLORS = 2
MOST_PHOTOS = 50
LONGEST_THEME = 120
LOGO_ENDINGS = frozenset((".svg", ".png", ".jpg", ".jpeg", ".webp"))


@dataclass(frozen=True, slots=True)
class KitSource:
    """What kits are made from: a saved kit and a campaign, read or as files, and what lies over the saved kit.

    What is None or empty comes from the saved kit, else: the campaign's month that is now or next, English, the year's
    theme, the built-in campaign. `date` is the one that the files bear; `week_dates` are as `week_dates_of` reads them;
    with `wear_blue` every kit has the awareness day.
    """

    today: date
    project: Path | Project | None = None
    campaign: Path | Campaign | None = None
    organization: str = ""
    year: int | None = None
    language: str | None = None
    theme: str = ""
    evaluation: str = ""
    logo: Path | None = None
    photos: tuple[Path, ...] = ()
    photo_record: Path | None = None
    duotone: bool = False
    one_ink: bool = False
    colors: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    style: Style | None = None
    family: str = ""
    people: str = ""
    people_seed: int | None = None
    mix: int | None = None
    pair: Pair | None = None
    heading_font: tuple[Path, ...] = ()
    text_font: tuple[Path, ...] = ()
    name_beside: NameBeside | None = None
    date: datetime | None = None
    week_dates: tuple[str, ...] = ()
    wear_blue: bool = False
    official: Official = field(default_factory=Official)


def read_project(source: KitSource) -> Project:
    """The user's brand and pictures, from a project file and/or from the single files given."""
    project = open_project(source.project) if isinstance(source.project, Path) else source.project
    if project is None and not source.organization.strip():
        raise InputError("The organization has no name.", 'Add --org "Name of your organization".')
    if len(source.colors) > MOST_COLORS:
        raise InputError(msg("{count} colors were given.", count=len(source.colors)), "Give one or two with --color.")
    if len(source.photos) > MOST_PHOTOS:
        raise InputError(
            msg("{count} photos were given.", count=len(source.photos)),
            msg("Give at most {most_photos}.", most_photos=MOST_PHOTOS),
        )
    colors = tuple(parse_color(color) for color in source.colors)
    logo = load_logo(source.logo) if source.logo else None
    pictures = ((load_photo(path), path.name) for path in source.photos)
    photos = tuple(Photo(picture, name, usual_focus(picture)) for picture, name in pictures)
    if source.photo_record is not None:
        photos = with_records(photos, read_photo_records(source.photo_record))
    partners = read_partners(source.partners)
    if project is None:
        brand = Brand(clean_organization(source.organization), colors, logo, partners)
        project = Project(brand, 1, next_year(source.today))
    brand = project.brand
    read = replace(
        project,
        brand=replace(
            brand,
            organization=clean_organization(source.organization) if source.organization else brand.organization,
            colors=colors or brand.colors,
            logo=logo or brand.logo,
            partners=partners or brand.partners,
            evaluation=checked_form(source.evaluation) or brand.evaluation,
            style=source.style or brand.style,
            pair=source.pair or brand.pair,
            name_beside=source.name_beside or brand.name_beside,
        ),
        photos=(*photos, *project.photos),
        year=project.year if source.year is None else source.year,
        language=source.language or project.language,
        theme=_theme(source.theme) or project.theme,
        saved=source.date or project.saved,
        edits=_edits(source, project),
    )
    read = with_occasion(read, source.week_dates, source.official, wear_blue=source.wear_blue)
    check_brand(read)
    for photo in photos:
        check_record(photo)
    return read


def _edits(source: KitSource, project: Project) -> Edits:
    edits = project.edits.changed(ALL_PIECES, TONE, DUOTONE) if source.duotone else project.edits
    return edits.changed(ALL_PIECES, INK, ONE_INK) if source.one_ink else edits


def campaign_for(source: KitSource, project: Project, folders: Folders) -> Campaign:
    """The campaign of a source: the one that was given, else that of the project, else the built-in one."""
    if isinstance(source.campaign, Campaign):
        return source.campaign
    return read_pack(pack_for(source.campaign, project, folders.assets), project.language)


def with_occasion(project: Project, week_dates: Sequence[str], official: Official, *, wear_blue: bool) -> Project:
    """The project with other dates of weeks, the awareness day in every kit, and who signs, where that was given.

    Raises InputError for dates that are none and for names that are too long.
    """
    given = checked_official(official)
    for text in week_dates:
        week, first, last = week_dates_of(text)
        project = project.with_week_dates(week, (first, last))
    blue = WEEK_NUMBERS if wear_blue else project.wear_blue
    return replace(project, wear_blue=blue, official=given.over(project.official))


def with_fonts(
    project: Project, source: KitSource, context: JobContext, note: Callable[[str], None] = lambda _sentence: None
) -> Project:
    """The project with the fonts of the request; a pair that was asked for replaces own fonts of the saved kit."""
    brand = replace(project.brand, heading_font=(), text_font=()) if source.pair else project.brand
    notes: dict[str, None] = {}
    uses: tuple[tuple[FontUse, tuple[Path, ...]], ...] = (
        ("heading", source.heading_font),
        ("text", source.text_font),
    )
    for use, paths in uses:
        if paths:
            font = load_font(paths, use, context, names_in(project))
            brand = with_own_font(brand, use, font.faces)
            notes |= dict.fromkeys(font.notes)
    for sentence in notes:
        note(sentence)
    return replace(project, brand=brand)


def week_dates_of(text: str) -> tuple[int, date, date]:
    """The week, first and last day of words such as "1=2027-01-01..2027-01-10"; raises InputError for others."""
    try:
        week, days = text.strip().split("=")
        first, last = days.split("..")
        return int(week), date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
    except ValueError as error:
        raise InputError(
            msg('"{text}" does not say when a week is.', text=clean_text(text)[:60]),
            "Give the week with its first and last day, such as 1=2027-01-01..2027-01-10.",
        ) from error


def checked_official(given: Official) -> Official:
    """Who signs, as it can be printed; raises InputError for a name that is too long."""
    names = (("official", given.name), ("office", given.office), ("jurisdiction", given.jurisdiction))
    cleaned = [(name, clean_text(text)) for name, text in names]
    for name, text in cleaned:
        if len(text) > MAX_NAME:
            raise InputError(
                msg("What was given as {name} has {count} characters.", name=name, count=len(text)),
                msg("Use at most {most}.", most=MAX_NAME),
            )
    return Official(*(text for _, text in cleaned))


def _theme(text: str) -> str:
    theme = clean_text(text)
    if len(theme) > LONGEST_THEME:
        raise InputError(
            msg("The theme line has {count} characters.", count=len(theme)),
            msg("Use at most {most}.", most=LONGEST_THEME),
        )
    return theme


def read_partners(given: tuple[str, ...]) -> tuple[Partner, ...]:
    """Partners as "Name", "logo.svg" or "Name=logo.svg"; raises InputError for too many or an unreadable logo."""
    if len(given) > MOST_PARTNERS:
        raise InputError(
            msg("{count} partners were given.", count=len(given)),
            msg("Give at most {most} with --partner.", most=MOST_PARTNERS),
        )
    return tuple(_partner(text) for text in given)


def _partner(text: str) -> Partner:
    name, _, file = text.rpartition("=") if "=" in text else ("", "", text)
    path = Path(file)
    if not name and path.suffix.lower() not in LOGO_ENDINGS:
        return Partner(clean_organization(text))
    return Partner(clean_organization(name or partner_name_of(path.stem)), load_logo(path))


def with_records(photos: tuple[Photo, ...], records: tuple[PhotoRecord, ...]) -> tuple[Photo, ...]:
    """The photos with their records; a record that belongs to no photo is a mistake worth naming."""
    stray = [record.file for record in records if not any(record.belongs_to(photo.name) for photo in photos)]
    if stray:
        raise InputError(
            msg("The photo record names {names}, which was not given.", names=", ".join(stray)),
            "Add it with --photo, or remove the row.",
        )
    known = {photo.name: next((row for row in records if row.belongs_to(photo.name)), None) for photo in photos}
    return tuple(
        replace(
            photo,
            consent=record.consent,
            credit=record.credit,
            alt=record.alt,
            withdrawn=record.refused,
            people=record.people or photo.people,
        )
        if (record := known[photo.name])
        else photo
        for photo in photos
    )
