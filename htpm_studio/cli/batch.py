"""The command `batch`: a kit for every organization of a list, going on where an earlier run stopped."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from htpm_studio import paths
from htpm_studio.campaign.pack import read_pack
from htpm_studio.cli.console import Reporter, guarded
from htpm_studio.cli.export import (
    ATTENTION,
    DONE,
    AllWeeks,
    AsJson,
    DeckFormats,
    DecksAs,
    Family,
    FileDate,
    Force,
    Jobs,
    Jurisdiction,
    Mix,
    Office,
    Only,
    Pack,
    PairName,
    PaperNames,
    People,
    PeopleSeed,
    Project,
    ReferenceDeck,
    Shop,
    StyleName,
    WearBlue,
    WeekDates,
    Year,
    asked_extras,
    media_named,
    papers_named,
    weeks_asked,
)
from htpm_studio.errors import InputError, msg
from htpm_studio.export.batch.batch_report import BatchReport, report_name
from htpm_studio.export.batch.cluster import cluster_at
from htpm_studio.export.batch.partner_batch import ready_weeks
from htpm_studio.export.batch.run_batch import BatchCount, run_batch
from htpm_studio.export.disk.file_lock import BusyError
from htpm_studio.export.kit.kit import Options
from htpm_studio.export.kit.schedule import next_year, schedule_of
from htpm_studio.export.preflight.findings import notes_of
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.run.results import ExportResult
from htpm_studio.export.sources.campaigns import pack_for
from htpm_studio.export.sources.kit_source import KitSource, with_occasion
from htpm_studio.export.sources.partner_columns import read_partners
from htpm_studio.export.sources.partners import COLUMN_NAMES, PartnerRow
from htpm_studio.project import model
from htpm_studio.project.model import pair_named, style_named
from htpm_studio.project.store import open_project

MOST_MISTAKES, LONGEST = 100, 400

Partners = Annotated[Path, typer.Argument(help="CSV or .xlsx with an organization in each row.")]


def batch(
    partners: Partners,
    column: Annotated[
        list[str] | None,
        typer.Option(help=f'What a column is, such as "Agency=organization"; none, or one of {COLUMN_NAMES}.'),
    ] = None,
    headings: Annotated[
        bool | None,
        typer.Option("--headings/--no-headings", help="Whether the first row has headings (default: found out)."),
    ] = None,
    week: Annotated[int | None, typer.Option(help="Focus week of rows that name none (default: today's).")] = None,
    all_weeks: AllWeeks = False,
    year: Year = None,
    lang: Annotated[str, typer.Option(help="Language for rows that do not name one.")] = "en",
    style: StyleName = "",
    family: Family = "",
    people: People = "",
    people_seed: PeopleSeed = None,
    mix: Mix = None,
    fonts: PairName = "",
    week_dates: WeekDates = None,
    wear_blue: WearBlue = False,
    official: Annotated[
        str, typer.Option(help="Who signs the proclamations of rows without an official of their own.")
    ] = "",
    office: Office = "",
    jurisdiction: Jurisdiction = "",
    only: Only = "",
    paper: PaperNames = None,
    deck_format: DeckFormats = None,
    decks_as: DecksAs = "",
    print_shop: Shop = False,
    reference_deck: ReferenceDeck = None,
    project: Project = None,
    campaign: Pack = None,
    out: Annotated[
        Path, typer.Option(help="Folder for the kits; each organization gets its own folder inside.")
    ] = Path("kits"),
    date: FileDate = None,
    jobs: Jobs = 2,
    part: Annotated[
        str, typer.Option(help="Make only this part of the list, such as 3/20, so that 20 computers share the work.")
    ] = "",
    scheduler: Annotated[
        str,
        typer.Option(
            help="Have the workers of a Dask cluster make the kits, such as tcp://host:8786; uses the network."
        ),
    ] = "",
    as_json: AsJson = False,
    force: Force = False,
) -> None:
    """Make a kit for every organization in a list; finished kits are kept."""
    reporter = Reporter(as_json=as_json)
    with guarded(reporter, "Stopped. Finished kits are kept; run the same command to continue.") as context:
        today = dt.date.today()
        extras = asked_extras(deck_format, decks_as, shop=print_shop)
        found = read_partners(partners, column or (), headed=headings)
        if found.said:
            reporter.warn(found.said)
        source = KitSource(
            today,
            project,
            campaign,
            year=year,
            date=date,
            language=lang,
            style=style_named(style) if style else None,
            family=family,
            people=people,
            people_seed=people_seed,
            mix=mix,
            pair=pair_named(fonts) if fonts else None,
            week_dates=tuple(week_dates or ()),
            wear_blue=wear_blue,
            official=model.Official(official, office, jurisdiction),
        )
        request = ExportRequest(
            source,
            out,
            _weeks(week, campaign, project, lang, today, tuple(week_dates or ()), all_weeks=all_weeks),
            Options(media_named(only), papers_named(paper), extras),
            reference_deck=reference_deck,
            partners=found.rows,
            logos=found.folder,
            part=part_named(part),
            workers=jobs,
            force=force,
        )
        teller = Teller(reporter, BatchReport(out / report_name(request.part)))
        noted: list[str] = []

        def note(sentence: str) -> None:
            noted.append(sentence)
            reporter.warn(sentence)

        with teller, cluster_at(scheduler) if scheduler else nullcontext() as elsewhere:
            count = run_batch(
                request, context, folders=paths.folders(), row_done=teller.row, note=note, elsewhere=elsewhere
            )
        teller.sum(count)
        raise typer.Exit(ATTENTION if noted or count.attention else DONE)


def part_named(text: str) -> tuple[int, int]:
    """The part of a list that words such as "3/20" name, all of it without any; raises InputError for others."""
    found = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text.strip() or "1/1")
    number, parts = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= number <= parts:
        raise InputError(
            msg('"{text}" is not a part of the list.', text=text[:40]),
            "Give its number and how many parts there are, such as 3/20.",
        )
    return number, parts


def _weeks(
    week: int | None,
    campaign: Path | None,
    project: Path | None,
    language: str,
    today: dt.date,
    week_dates: tuple[str, ...],
    *,
    all_weeks: bool,
) -> tuple[int, ...] | None:
    """The week of rows that name none: the one that was given, else today's, else the first ready one."""
    if all_weeks or week is not None:
        return weeks_asked(week, all_weeks=all_weeks)
    saved = open_project(project) if project else None
    read = read_pack(pack_for(campaign, saved, paths.assets()), language)
    ready, year = ready_weeks(read), next_year(today, read.observance)
    dated = replace(saved, year=year) if saved else model.Project(model.Brand(""), 1, year)
    dated = with_occasion(dated, week_dates, model.Official(), wear_blue=False)
    schedule = schedule_of(dated, read)
    now = [week for week in schedule.numbers_on(today) if week in ready]
    return tuple(now[:1]) or ready[:1]


class Teller:
    """Says what became of each row as soon as that is known: mistakes on stderr, and one line for each organization.

    The report has a row for each as well; where another command writes it, this one writes none.
    """

    def __init__(self, reporter: Reporter, report: BatchReport) -> None:
        self._reporter, self._report = reporter, report
        self._reports = True
        self._said = 0

    def __enter__(self) -> Teller:
        return self

    def __exit__(self, *_: object) -> None:
        """Put the report in its place."""
        self._report.close()

    def row(self, result: ExportResult) -> None:
        """One row."""
        row, reporter = result.partner or PartnerRow(), self._reporter
        self._write(result)
        for mistake in result.mistakes:
            self._mistake(f"Line {row.line}, {row.organization or 'no name'}: {mistake.message} {mistake.hint}".strip())
        for kit in result.kits:
            for note in notes_of(kit.findings):
                reporter.warn(f"{note.diagnostic.severity}: {row.organization}: {note.sentence}")
        if reporter.as_json:
            reporter.record(
                {
                    "event": "row", "line": row.line, "organisation": row.organization, "state": result.state,
                    "folder": str(result.folder or ""), "files": result.count,
                }
            )  # fmt: skip
        elif result.state != "failed":
            reporter.line(f"{row.organization}: {result.folder}{', was there' if result.state == 'there' else ''}")

    def _write(self, result: ExportResult) -> None:
        try:
            if self._reports:
                self._report.add(result)
        except BusyError as error:
            self._reports = False
            self._reporter.warn(f"{error.message} This command writes no report.")

    def _mistake(self, words: str) -> None:
        self._said += 1
        if self._said <= MOST_MISTAKES or self._reporter.as_json:
            self._reporter.warn(words if len(words) <= LONGEST else f"{words[:LONGEST]}…")
        elif self._said == MOST_MISTAKES + 1:
            self._reporter.warn("There are more mistakes in the list; fix these first.")

    def sum(self, count: BatchCount) -> None:
        """How many there are of each kind."""
        self._reporter.close()
        if not self._reporter.as_json:
            self._reporter.line(f"{count.made} made, {count.there} were there, {count.failed} not made.")
            if self._report.path.is_file() and self._reports:
                self._reporter.line(f"All of them are listed in {self._report.path}.")
