"""The command `print-plan`: what to print for so many people, how many sheets that takes, and which paper to buy."""

from __future__ import annotations

import datetime as dt
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
from htpm_studio.export.kit.kit import Extra, Options, Order
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.selection import printed
from htpm_studio.export.run.request import ExportRequest, kits_of, run_request
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.pieces.model import PRESETS, Preset

if TYPE_CHECKING:
    from htpm_studio.export.prints.plan import PrintLine

BOTH = "both"
FULL_SIZE = "Print at 100% (“Actual size”), not “Fit to page”. Two-sided files: flip on the long edge."


def print_plan(
    people: Annotated[int, typer.Option(min=1, max=9999, help="How many people you expect.")],
    preset: Annotated[
        str,
        typer.Option(help="What it is for: table (an information table), training (an hour of it), or both."),
    ] = "both",
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
    out: Annotated[
        Path | None,
        typer.Option(
            help="Also make the files, in a kit folder here: each by itself, and one for each paper with all copies."
        ),
    ] = None,
    as_json: AsJson = False,
    force: Force = False,
) -> None:
    """List what to print for an event, and which paper to buy."""
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
        options = Options(("print",), papers, extras, order=Order(people, presets_named(preset)))
        weeks = weeks_asked(week, project, all_weeks=False)
        request = ExportRequest(source, out or Path(), weeks, options, force=force)
        attention = False
        if out is not None:
            result = run_request(request, context, folders=paths.folders(), report=reporter)
            reporter.result(result)
            attention = result.needs_attention
        _tell(replace(request, options=replace(options, extras=())), reporter, told=out is None)
        raise typer.Exit(ATTENTION if attention else DONE)


def presets_named(name: str) -> tuple[Preset, ...]:
    """The presets of an order that is called so; raises InputError for an unknown one."""
    if name not in (*PRESETS, BOTH):
        raise InputError(f'"{name}" is not a preset.', f"Choose {', '.join(PRESETS)} or {BOTH}.")
    return tuple(preset for preset in PRESETS if name in (preset, BOTH))


def _tell(request: ExportRequest, reporter: Reporter, *, told: bool) -> None:
    from htpm_studio.export.prints.plan import print_plan as plan_of  # noqa: PLC0415 - starts faster without
    from htpm_studio.export.prints.printer_files import ordered_lines  # noqa: PLC0415

    (kit,), notes = kits_of(request, folders=paths.folders())
    order = request.options.order or Order(1, PRESETS)
    ordered = ordered_lines(kit, plan(kit))
    others = [
        line for line in plan_of(kit, printed(kit, request.options.papers[0]), order.people) if line not in ordered
    ]
    reporter.close()
    for note in notes if told else ():
        reporter.warn(note)
    for line in ordered:
        reporter.listed(_record(line, ordered=True))
    for line in others:
        reporter.listed(_record(line, ordered=False))
    if not reporter.as_json:
        _tell_people(kit.week.title, ordered, others, order.people, reporter)


def _record(line: PrintLine, *, ordered: bool) -> dict[str, object]:
    return {
        "event": "print",
        "file": line.spec.path,
        "title": line.spec.title,
        "paper": line.stock.size,
        "stock": str(line.stock.words),
        "copies": line.pieces,
        "sheets": line.sheets,
        "sides": line.sides,
        "why": str(line.why),
        "ordered": ordered,
    }


def _tell_people(
    title: str, ordered: Sequence[PrintLine], others: Sequence[PrintLine], people: int, reporter: Reporter
) -> None:
    from htpm_studio.export.prints.plan import to_buy  # noqa: PLC0415 - starts faster without

    width = max(len(line.spec.path) for line in (*ordered, *others))
    reporter.line(f"{title}: to print for {people} {'person' if people == 1 else 'people'}")
    reporter.line("What to buy:")
    for sentence in to_buy(ordered):
        reporter.line(f"  {sentence}")
    reporter.line(f"{'Copies':>6}  {'Sheets':>6}  {'Paper':<7}  {'Sides':>5}  {'File':<{width}}  What for")
    for line in ordered:
        reporter.line(_row(line, width))
    reporter.line("Not in this order:")
    for line in others:
        reporter.line(_row(line, width))
    reporter.line(FULL_SIZE)


def _row(line: PrintLine, width: int) -> str:
    counts = f"{line.pieces:>6}  {line.sheets:>6}  {line.stock.size:<7}  {line.sides:>5}"
    return f"{counts}  {line.spec.path:<{width}}  {line.why}"
