"""The command `print-plan`: what to print for so many people, on which paper, and how many sheets that takes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from htpm_studio import paths
from htpm_studio.cli.console import Reporter, guarded
from htpm_studio.cli.export import (
    ATTENTION,
    DONE,
    AsJson,
    Colors,
    Family,
    Force,
    Language,
    Pack,
    Partners,
    Photos,
    Project,
    Shop,
    Theme,
    Week,
    Year,
    papers_named,
    weeks_asked,
)
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Extra, Options
from htpm_studio.export.pages.selection import printed
from htpm_studio.export.run.request import ExportRequest, kits_of, run_request
from htpm_studio.export.sources.kit_source import KitSource

if TYPE_CHECKING:
    from htpm_studio.export.prints.plan import PrintLine

FULL_SIZE = "Print at 100% (“Actual size”), not “Fit to page”. Two-sided files: flip on the long edge."


def print_plan(
    people: Annotated[int, typer.Option(min=1, max=9999, help="How many people you expect.")],
    week: Week = None,
    org: Annotated[str, typer.Option(help="Name of the organization.")] = "",
    paper: Annotated[str, typer.Option(help="Paper size: letter or a4.")] = "letter",
    logo: Annotated[Path | None, typer.Option(help="Logo: SVG, PNG, JPEG or WebP.")] = None,
    photo: Photos = None,
    color: Colors = None,
    family: Family = "",
    partner: Partners = None,
    year: Year = None,
    lang: Language = None,
    theme: Theme = "",
    project: Project = None,
    campaign: Pack = None,
    print_shop: Shop = False,
    out: Annotated[Path | None, typer.Option(help="Also make the files, in a kit folder here.")] = None,
    as_json: AsJson = False,
    force: Force = False,
) -> None:
    """List what to print for an event: paper, copies and sheets."""
    reporter = Reporter(as_json=as_json)
    with guarded(reporter) as context:
        papers = papers_named([paper])
        if len(papers) != 1:
            raise InputError("A print list is for one paper size.", "Choose --paper letter or --paper a4.")
        source = KitSource(
            organization=org,
            year=year,
            language=lang,
            theme=theme,
            logo=logo,
            photos=tuple(photo or ()),
            colors=tuple(color or ()),
            family=family,
            partners=tuple(partner or ()),
            project=project,
            campaign=campaign,
            today=dt.date.today(),
        )
        extras: tuple[Extra, ...] = ("shop",) if print_shop else ()
        options = Options(("print",), papers, extras)
        weeks = weeks_asked(week, project, all_weeks=False)
        request = ExportRequest(source, out or Path(), weeks, options, force=force)
        attention = False
        if out is not None:
            result = run_request(request, context, folders=paths.folders(), report=reporter)
            reporter.result(result)
            attention = result.needs_attention
        _tell(replace(request, options=Options(("print",), papers)), people, reporter, told=out is None)
        raise typer.Exit(ATTENTION if attention else DONE)


def _tell(request: ExportRequest, people: int, reporter: Reporter, *, told: bool) -> None:
    from htpm_studio.export.prints.plan import print_plan as plan_of  # noqa: PLC0415 - starts faster without

    (kit,), notes = kits_of(request, folders=paths.folders())
    lines = plan_of(kit, printed(kit, request.options.papers[0]), people)
    reporter.close()
    for note in notes if told else ():
        reporter.warn(note)
    for record in (_record(line) for line in lines):
        reporter.listed(record)
    if not reporter.as_json:
        _tell_people(kit.week.title, lines, people, reporter)


def _record(line: PrintLine) -> dict[str, object]:
    return {
        "event": "print",
        "file": line.spec.path,
        "title": line.spec.title,
        "paper": line.paper,
        "copies": line.pieces,
        "sheets": line.sheets,
        "sides": line.sides,
        "why": str(line.why),
        "instead": line.instead,
    }


def _tell_people(title: str, lines: Sequence[PrintLine], people: int, reporter: Reporter) -> None:
    width = max(len(line.spec.path) for line in lines)
    reporter.line(f"{title}: to print for {people} {'person' if people == 1 else 'people'}")
    reporter.line(f"{'Sheets':>6}  {'Paper':<7}  {'Sides':>5}  {'Copies':>6}  {'File':<{width}}  What for")
    for line in (line for line in lines if not line.instead):
        reporter.line(_row(line, width))
    totals = Counter[str]()
    for line in lines:
        totals[line.paper] += 0 if line.instead else line.sheets
    reporter.line(f"Total: {' and '.join(_sheets(count, paper) for paper, count in totals.items())}.")
    reporter.line("Alternatives:")
    for line in (line for line in lines if line.instead):
        reporter.line(_row(line, width))
    reporter.line(FULL_SIZE)


def _sheets(count: int, paper: str) -> str:
    return f"1 sheet of {paper}" if count == 1 else f"{count} sheets of {paper}"


def _row(line: PrintLine, width: int) -> str:
    counts = f"{line.sheets:>6}  {line.paper:<7}  {line.sides:>5}  {line.pieces:>6}"
    return f"{counts}  {line.spec.path:<{width}}  {line.why}"
