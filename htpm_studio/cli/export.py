"""The command `export`: one kit, or one for every week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from htpm_studio import paths
from htpm_studio.cli.console import STOPPED, STOPPED_BETWEEN, Reporter, guarded
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import EXTRAS, Extra, Options
from htpm_studio.export.run.request import ExportRequest, run_request
from htpm_studio.export.sources.certificate_names import names_from_file
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.pieces.model import PAPERS, Paper
from htpm_studio.pieces.sizes import MEDIA, Medium
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project import model
from htpm_studio.project.store import open_project

DONE, ATTENTION = 0, 1
DECK_FORMS = tuple(extra for extra, form in EXTRAS.items() if form.startswith("deck/"))

Week = Annotated[
    int | None, typer.Option(help="Number of the focus week, such as 2 (default: the week of the saved kit).")
]
Theme = Annotated[str, typer.Option(help="Theme line for the month (default: the built-in theme).")]
AllWeeks = Annotated[bool, typer.Option("--all-weeks", help="Make a kit for every week that has content.")]
Year = Annotated[int | None, typer.Option(help="Year of the kit (default: the project's year, or the next one).")]
Language = Annotated[
    str | None, typer.Option(help="Language of the kit (default: the project's language, or English).")
]
Only = Annotated[str, typer.Option(help=f"What to make, separated by commas: {','.join(MEDIA)}.")]
PaperNames = Annotated[
    list[str] | None, typer.Option(help="Paper size: letter or a4. Repeat for both (default: both).")
]
Shop = Annotated[
    bool,
    typer.Option("--print-shop", help="Also make posters, flyer and cards with bleed and crop marks for a print shop."),
]
Project = Annotated[Path | None, typer.Option(help="A saved kit (.htpm) that provides the brand and photos.")]
Pack = Annotated[Path | None, typer.Option(help="Folder of a campaign pack to use instead of the built-in campaign.")]
DeckFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--deck-format",
        help=f"Also make, for decks, {', '.join(DECK_FORMS)}: without art; each slide as a PNG of 1920 x 1080; "
        "open fonts for computers without Georgia and Arial; a break that counts its minutes. Repeat for several.",
    ),
]
DecksAs = Annotated[str, typer.Option("--decks-as", hidden=True, help="The older name of --deck-format, with commas.")]
ReferenceDeck = Annotated[
    Path | None,
    typer.Option(help="A PowerPoint file that provides the master, layouts, fonts and colors for the decks."),
]
CertificateNames = Annotated[
    Path | None,
    typer.Option(
        help="A list of names (CSV or XLSX, first column): a certificate of attendance for each, and your own "
        "pieces that take names. They are kept nowhere."
    ),
]
Jobs = Annotated[int, typer.Option(min=1, max=64, help="Number of files to make at the same time.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON object per line.")]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Make every file again, and keep none for the next time (to look for a fault)."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace an existing kit.")]

Photos = Annotated[list[Path] | None, typer.Option(help="A photo (JPEG, PNG, WebP or HEIC). Repeat for more photos.")]
PhotoRecord = Annotated[
    Path | None,
    typer.Option(
        help="CSV file with the columns file, who (or nobody), consent, until, credit and alt, one row per photo."
    ),
]
Duotone = Annotated[
    bool, typer.Option("--duotone", help="Show photos in two tones of your colors, so that they match.")
]
OneInk = Annotated[
    bool,
    typer.Option(
        "--one-ink", help="Posters, flyers, tear-off sheets and cards in one ink and paper, for copiers, not in color."
    ),
]
Colors = Annotated[list[str] | None, typer.Option(help='Brand color, such as "#0b6e69". Repeat for a second color.')]
StyleName = Annotated[
    str,
    typer.Option(
        "--style",
        help="Style: classic (your color and a dark one) or calm (paper and your color). Common Thread, Broadside "
        "and Quilt have both.",
    ),
]
Family = Annotated[
    str,
    typer.Option("--family", help="Family of designs, such as common-thread (`templates families` lists them)."),
]
People = Annotated[
    str,
    typer.Option(
        "--people",
        help="Who is in the drawings: mixed, elders, teens, health-workers, farm-workers, office, rural, builders, "
        "kitchen-and-service, warehouse, families or no-people.",
    ),
]
PeopleSeed = Annotated[
    int | None,
    typer.Option("--people-seed", min=0, max=model.MOST_SEED, help="Another casting of the drawings: 1, 2, 3 …"),
]
Mix = Annotated[
    int | None,
    typer.Option("--mix", min=0, max=model.MOST_SEED, help="Another mix of layouts for the graphics: 1, 2, 3 …"),
]
PairName = Annotated[str, typer.Option("--fonts", help=f"Pair of fonts: {', '.join(model.PAIRS)}.")]
HeadingFont = Annotated[
    list[Path] | None, typer.Option(help="Your own font for headlines: TTF, OTF or WOFF2 (replaces that of the pair).")
]
TextFont = Annotated[
    list[Path] | None,
    typer.Option(help="Your own font for all other text. Repeat for more weights, or give one variable font."),
]
NameBeside = Annotated[
    str,
    typer.Option(help="The name beside the logo: always, never, or auto (where the logo is a symbol without words)."),
]
Partners = Annotated[
    list[str] | None,
    typer.Option("--partner", help='A partner: "Name", logo.svg or "Name=logo.svg". Repeat for up to four.'),
]
FileDate = Annotated[
    dt.datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], help="Date stored in the files (default: the date of the saved kit, or a fixed date)."
    ),
]
WeekDates = Annotated[
    list[str] | None,
    typer.Option(help="First and last day of a week, such as 1=2027-01-01..2027-01-10; give it again for more weeks."),
]
WearBlue = Annotated[
    bool,
    typer.Option("--wear-blue", "--awareness-day", help="Wear Blue Day, or the day of the campaign, in every kit."),
]
EvaluationUrl = Annotated[
    str, typer.Option(help="Address of your online evaluation form: a slide with its QR code ends each training.")
]
Official = Annotated[str, typer.Option(help="Who signs the proclamation; a line to fill in by hand if left out.")]
Office = Annotated[str, typer.Option(help='Their office, such as "Mayor", "County Executive" or "Tribal Chair".')]
Jurisdiction = Annotated[str, typer.Option(help="The city, county, state or Tribal Nation that they proclaim for.")]
Out = Annotated[Path, typer.Option(help="Folder where the kit's folder is created.")]


def export(
    org: Annotated[str, typer.Option(help="Name of the organization.")] = "",
    week: Week = None,
    all_weeks: AllWeeks = False,
    logo: Annotated[Path | None, typer.Option(help="Logo: SVG, PNG, JPEG or WebP.")] = None,
    photo: Photos = None,
    photo_record: PhotoRecord = None,
    duotone: Duotone = False,
    one_ink: OneInk = False,
    color: Colors = None,
    style: StyleName = "",
    family: Family = "",
    people: People = "",
    people_seed: PeopleSeed = None,
    mix: Mix = None,
    fonts: PairName = "",
    heading_font: HeadingFont = None,
    text_font: TextFont = None,
    name_beside: NameBeside = "",
    partner: Partners = None,
    year: Year = None,
    lang: Language = None,
    theme: Theme = "",
    evaluation_url: EvaluationUrl = "",
    week_dates: WeekDates = None,
    wear_blue: WearBlue = False,
    official: Official = "",
    office: Office = "",
    jurisdiction: Jurisdiction = "",
    only: Only = "",
    paper: PaperNames = None,
    deck_format: DeckFormats = None,
    decks_as: DecksAs = "",
    print_shop: Shop = False,
    reference_deck: ReferenceDeck = None,
    certificate_names: CertificateNames = None,
    project: Project = None,
    campaign: Pack = None,
    out: Out = Path("kit"),
    date: FileDate = None,
    jobs: Jobs = 2,
    as_json: AsJson = False,
    force: Force = False,
    no_cache: NoCache = False,
) -> None:
    """Make a kit for one week, or for all of them."""
    with guarded(reporter := Reporter(as_json=as_json), STOPPED_BETWEEN if all_weeks else STOPPED) as context:
        weeks = weeks_asked(week, project, all_weeks=all_weeks)
        extras = asked_extras(deck_format, decks_as, shop=print_shop)
        names = names_from_file(certificate_names) if certificate_names else ()
        options = Options(media_named(only), papers_named(paper), extras, names=names)
        source = KitSource(
            organization=org,
            duotone=duotone,
            one_ink=one_ink,
            year=year,
            language=lang,
            theme=theme,
            evaluation=evaluation_url,
            week_dates=tuple(week_dates or ()),
            wear_blue=wear_blue,
            official=model.Official(official, office, jurisdiction),
            logo=logo,
            photos=tuple(photo or ()),
            photo_record=photo_record,
            colors=tuple(color or ()),
            style=model.style_named(style) if style else None,
            family=family,
            people=people,
            people_seed=people_seed,
            mix=mix,
            pair=model.pair_named(fonts) if fonts else None,
            heading_font=tuple(heading_font or ()),
            text_font=tuple(text_font or ()),
            name_beside=model.name_beside_named(name_beside) if name_beside else None,
            partners=tuple(partner or ()),
            project=project,
            campaign=campaign,
            today=dt.date.today(),
            date=date,
        )
        request = ExportRequest(source, out, weeks, options, reference_deck=reference_deck, workers=jobs, force=force)
        _run(request, context, reporter, folders=usual_folders(keeps=not no_cache))


def usual_folders(*, keeps: bool) -> paths.Folders:
    """The folders of this user; with `keeps` finished files are kept for the next time."""
    usual = paths.folders()
    return usual if keeps else replace(usual, finished=None)


def _run(request: ExportRequest, context: JobContext, reporter: Reporter, *, folders: paths.Folders) -> None:
    result = run_request(request, context, folders=folders, report=reporter, note=reporter.warn)
    reporter.result(result)
    raise typer.Exit(ATTENTION if result.needs_attention else DONE)


def weeks_asked(week: int | None, project: Path | None = None, *, all_weeks: bool) -> tuple[int, ...] | None:
    """The weeks of the options, else that of a saved kit; None for every one that has content.

    Raises InputError for both options, and for neither without a saved kit.
    """
    if week is not None and all_weeks:
        raise InputError(f"Both --week {week} and --all-weeks were given.", "Use one of the two.")
    if week is None and not all_weeks and project is not None:
        return (open_project(project).week,)
    if week is None and not all_weeks:
        raise InputError("No week was chosen.", "Add --week 2, or --all-weeks.")
    return None if all_weeks else (week or 0,)


def media_named(text: str) -> tuple[Medium, ...]:
    """The media of a list with commas, all for an empty one; raises InputError for an unknown word."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    for word in words:
        if word not in MEDIA:
            raise InputError(f'"{word}" is not something to make.', f"Choose from {', '.join(MEDIA)}.")
    return tuple(medium for medium in MEDIA if medium in words) or MEDIA


def asked_extras(deck_formats: Sequence[str] | None, decks_as: str, *, shop: bool) -> tuple[Extra, ...]:
    """What is made on request: forms of decks, and prints for a print shop. Raises InputError for an unknown word."""
    found = extras_named(*(deck_formats or ()), decks_as)
    return (*found, "shop") if shop else found


def extras_named(*texts: str) -> tuple[Extra, ...]:
    """The forms of decks of lists with commas; raises InputError for an unknown word."""
    words = [word.strip() for text in texts for word in text.split(",") if word.strip()]
    for word in words:
        if word not in DECK_FORMS:
            raise InputError(f'"{word}" is not a form of a deck.', f"Choose from {', '.join(DECK_FORMS)}.")
    return tuple(extra for extra in DECK_FORMS if extra in words)


def papers_named(names: Sequence[str] | None) -> tuple[Paper, ...]:
    """The papers of these words, all of none or of "both"; raises InputError for an unknown one."""
    wrong = [name for name in names or () if name not in (*PAPERS, "both")]
    if wrong:
        raise InputError(f'"{wrong[0]}" is not a paper size.', "Choose letter or a4.")
    return tuple(paper for paper in PAPERS if not names or "both" in names or paper in names)
