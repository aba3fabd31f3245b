"""The command line: the same functions as the window, with progress, plain sentences and exit codes."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from htpm_studio import paths
from htpm_studio.cli_check import check
from htpm_studio.console import Reporter, guarded
from htpm_studio.errors import BadInput, StudioError
from htpm_studio.export.kit import MEDIA, PAPERS, Medium, Options, Paper
from htpm_studio.export.request import Request, run_request

DONE, ATTENTION, BAD = 0, 1, 2

app = typer.Typer(
    name="htpm-studio",
    help="A branded kit for Human Trafficking Prevention Month: decks, backgrounds, graphics and handouts, made offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


app.command()(check)


@app.callback()
def _root() -> None:
    """Keep `export` a named command even while there are few others."""


@app.command()
def export(
    org: Annotated[str, typer.Option(help="Name of the organisation.")] = "",
    week: Annotated[int | None, typer.Option(help="Focus week, 1 to 5.")] = None,
    all_weeks: Annotated[bool, typer.Option("--all-weeks", help="A kit for every week that has content.")] = False,
    logo: Annotated[Path | None, typer.Option(help="Logo: SVG, PNG, JPEG or WebP.")] = None,
    photo: Annotated[
        list[Path] | None, typer.Option(help="A photo (JPEG, PNG, WebP, HEIC); give it again for more.")
    ] = None,
    photo_record: Annotated[
        Path | None, typer.Option(help="CSV with file, who, consent, until, credit, alt for each photo.")
    ] = None,
    color: Annotated[
        list[str] | None, typer.Option(help='Brand colour such as "#0b6e69"; a second one may follow.')
    ] = None,
    year: Annotated[int | None, typer.Option(help="Year of the month; the next January if left out.")] = None,
    lang: Annotated[str, typer.Option(help="Language of the kit.")] = "en",
    only: Annotated[str, typer.Option(help=f"Media to make: {','.join(MEDIA)}.")] = "",
    paper: Annotated[str, typer.Option(help="letter, a4 or both.")] = "both",
    project: Annotated[
        Path | None, typer.Option(help="A saved project (.htpm) to take the brand and photos from.")
    ] = None,
    campaign: Annotated[Path | None, typer.Option(help="A campaign pack folder instead of the built-in one.")] = None,
    out: Annotated[Path, typer.Option(help="Folder in which the kit's folder is made.")] = Path("kit"),
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Files to make at the same time.")] = 2,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a kit that is already there.")] = False,
) -> None:
    """Make a kit for one week, or for all of them."""
    reporter = Reporter(as_json=as_json)
    with guarded(reporter) as context:
        today = dt.date.today()
        request = Request(
            organisation=org,
            weeks=_weeks(week, all_weeks=all_weeks),
            year=year if year is not None else _next_january(today),
            language=lang,
            options=Options(_media(only), _papers(paper)),
            logo=logo,
            photos=tuple(photo or ()),
            photo_record=photo_record,
            colors=tuple(color or ()),
            project=project,
            campaign=campaign,
            today=today,
            out=out,
            workers=jobs,
            force=force,
        )
        outcome = run_request(request, context, assets=paths.assets(), templates=paths.templates(), report=reporter)
        reporter.outcome(outcome)
        raise typer.Exit(ATTENTION if outcome.needs_attention else DONE)


@app.command()
def templates(
    lint: Annotated[Path | None, typer.Option(help="Check the templates in a folder of yours.")] = None,
) -> None:
    """List the templates, or check your own."""
    from htpm_studio.compose.styles import read_style_sheet  # noqa: PLC0415 - starts faster without
    from htpm_studio.compose.template import load_library  # noqa: PLC0415

    reporter = Reporter(as_json=False)
    with guarded(reporter):
        styles = read_style_sheet(paths.templates() / "styles.toml").names()
        if lint is not None and not lint.is_dir():
            raise BadInput(f"There is no folder {lint}.", "Name the folder that holds your .xml templates.")
        folders = [paths.templates(), *([lint] if lint else [])]
        library = load_library(folders, styles)
        for template in sorted(library.templates.values(), key=lambda one: one.id):
            reporter.line(f"{template.id:24} {template.title:20} {' '.join(template.canvases)}")


def _weeks(week: int | None, *, all_weeks: bool) -> tuple[int, ...] | None:
    if week is None and not all_weeks:
        raise BadInput("No week was chosen.", "Add --week 2, or --all-weeks.")
    return None if all_weeks else (week or 0,)


def _next_january(today: dt.date) -> int:
    return today.year if today.month == 1 else today.year + 1


def _media(text: str) -> tuple[Medium, ...]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    for word in words:
        if word not in MEDIA:
            raise BadInput(f'There is no medium "{word}".', f"Choose from {', '.join(MEDIA)}.")
    return tuple(medium for medium in MEDIA if medium in words) or MEDIA


def _papers(text: str) -> tuple[Paper, ...]:
    if text == "both":
        return PAPERS
    if text not in PAPERS:
        raise BadInput(f'There is no paper "{text}".', "Choose letter, a4 or both.")
    return tuple(paper for paper in PAPERS if paper == text)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        app(args=arguments, standalone_mode=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else BAD
    except StudioError as error:
        sys.stderr.write(f"{error}\n")
        return BAD
    return DONE
