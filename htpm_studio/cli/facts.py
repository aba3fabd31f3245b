"""The command `facts`: every number that a campaign says, with its source, its age and where it is used."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from htpm_studio import paths
from htpm_studio.campaign.model import Fact
from htpm_studio.cli.console import Reporter, guarded

GOOD, OVERDUE = 0, 1


def facts(
    campaign: Annotated[
        Path | None, typer.Option(help="Folder of a campaign pack to use instead of the built-in campaign.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object per line.")] = False,
) -> None:
    """List every number in the campaign with its source, age and where it is used; exit 1 if a newer one is due."""
    from htpm_studio.export.sources.fact_list import fact_uses  # noqa: PLC0415 - starts faster without

    reporter = Reporter(as_json=as_json)
    today = dt.date.today()
    with guarded(reporter) as context:
        found = fact_uses(campaign, paths.assets(), context)
        for fact, places in found.items():
            if as_json:
                typer.echo(json.dumps({**asdict(fact), "overdue": fact.due_on <= today, "used": list(places)}))
            else:
                for line in _lines(fact, places, today):
                    reporter.line(line)
        if not as_json and not found:
            reporter.line("This campaign has no list of facts.")
        raise typer.Exit(OVERDUE if any(fact.due_on <= today for fact in found) else GOOD)


def _lines(fact: Fact, places: Iterable[str], today: dt.date) -> Iterable[str]:
    months = (today.year - fact.checked_on.year) * 12 + today.month - fact.checked_on.month
    state = "A newer number was expected by" if fact.due_on <= today else "Next number expected by"
    yield f"{fact.value}"
    yield f"  for {fact.period}; {fact.source}, {fact.published}"
    agreed = "two sources agreed" if fact.status == "verified" else "one source"
    yield f"  checked {fact.checked} ({months} months ago), {agreed}; {fact.url}"
    yield f"  {state} {fact.due}: {fact.successor}"
    if fact.series:
        yield f"  series: {'; '.join(f'{point.label}: {point.count:,}' for point in fact.series)}"
    yield f"  used in: {'; '.join(places) or 'no text'}"
    yield ""
