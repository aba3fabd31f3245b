"""The command `import-toolkit`: an official toolkit of any year as a campaign pack."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from htpm_studio import paths
from htpm_studio.campaign.toolkit_import.purpose import Answers
from htpm_studio.campaign.toolkit_import.report import attention, summary
from htpm_studio.campaign.toolkit_import.results import ToolkitItem
from htpm_studio.cli.console import Reporter, guarded
from htpm_studio.export.sources.toolkit_import import REPORT, Imported, import_toolkit
from htpm_studio.languages.declared import SOURCE

DONE, ATTENTION = 0, 1
MOST_LINES = 20


class Fills(Enum):
    """What is in the place of weeks and parts of the month that a toolkit has nothing for."""

    none = "none"
    ours = "ours"


def toolkit(
    file: Annotated[Path, typer.Argument(help="The toolkit: Word (.docx), PDF, plain text (.txt) or Markdown (.md).")],
    out: Annotated[Path, typer.Option(help="Folder for the campaign pack.")],
    year: Annotated[int | None, typer.Option(help="Year of the toolkit (default: the year it names).")] = None,
    observance: Annotated[str, typer.Option(help="Name of the month, week or day that the toolkit is for.")] = "",
    month: Annotated[int, typer.Option(min=0, max=12, help="Month of the toolkit (default: the one it names).")] = 0,
    helpline: Annotated[
        str, typer.Option(help='The helpline that every piece shows: its name or number, or "Name=number".')
    ] = "",
    fill: Annotated[
        Fills,
        typer.Option(
            help="What the toolkit lacks: left out or in neutral words (none), or as in the built-in campaign."
        ),
    ] = Fills.none,
    keep: Annotated[
        list[str] | None,
        typer.Option(help='A part to keep from the built-in campaign, such as "voices" or "week-5". Repeat for more.'),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object per line.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing pack.")] = False,
) -> None:
    """Make a campaign pack from a toolkit document; exit 1 if something in it needs review."""
    reporter = Reporter(as_json=as_json)
    with guarded(reporter) as context:
        answers = Answers(observance, month, helpline)
        done = import_toolkit(
            file, out, context, assets=paths.assets(), year=year, force=force, answers=answers, fill=fill.value,
            keep=keep or (),
        )  # fmt: skip
        open_points = attention(done.findings)
        if as_json:
            _records(done, reporter)
        else:
            _lines(done, open_points, reporter)
        raise typer.Exit(ATTENTION if open_points else DONE)


def _lines(done: Imported, open_points: list[str], reporter: Reporter) -> None:
    reporter.close()
    for line in open_points[:MOST_LINES]:
        reporter.warn(f"{done.findings.name}, {line}")
    if len(open_points) > MOST_LINES:
        reporter.warn(f"{len(open_points) - MOST_LINES} more are named in {done.folder / REPORT}.")
    reporter.line(summary(done.findings))
    told = len(done.findings.notes) + (not done.findings.setting.ours)
    for note in done.made.notes[:told]:
        reporter.line(note)
    reporter.line(f"The campaign pack is ready: {done.folder}")
    left = [part.id for part in done.findings.missing if part not in done.findings.keeps]
    if left:
        reporter.line(f"Not in the toolkit: {', '.join(left)}. Keep one of ours with --keep, all with --fill ours.")
    language = done.made.campaign.language
    spoken = f" --lang {language}" if language != SOURCE else ""
    year = done.findings.year
    reporter.line(f'Use it with: htpm-studio export --campaign "{done.folder}" --year {year}{spoken} --all-weeks')
    reporter.line(f"What was changed or filled in: {done.folder / REPORT}")


def _records(done: Imported, reporter: Reporter) -> None:
    reporter.close()
    for item in done.findings.items:
        reporter.record(_record(item))
    for mistake in done.findings.mistakes:
        reporter.record(
            {
                "event": "mistake",
                "message": mistake.message,
                "text": mistake.text,
                "page": mistake.page,
                "line": mistake.line,
            }
        )
    for note in done.made.notes:
        reporter.record({"event": "note", "message": note})
    counts = {week.number: len(week.posts) for week in done.made.campaign.weeks}
    reporter.record({"event": "pack", "folder": str(done.folder), "year": done.findings.year, "posts": counts})


def _record(item: ToolkitItem) -> dict[str, object]:
    return {
        "event": "item", "kind": item.kind, "week": item.week, "head": item.head, "group": item.group,
        "text": item.text, "certainty": item.certainty, "reason": item.reason, "used": item.use, "page": item.page,
        "line": item.line,
    }  # fmt: skip
