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
from htpm_studio.campaign.model import Campaign, Fact
from htpm_studio.campaign.year_filter import left_out
from htpm_studio.cli.console import Reporter, guarded
from htpm_studio.export.kit.schedule import next_year

GOOD, OVERDUE = 0, 1


def facts(
    campaign: Annotated[
        Path | None, typer.Option(help="Folder of a campaign pack to use instead of the built-in campaign.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object per line.")] = False,
) -> None:
    """List every number in the campaign with its source, age and where it is used; exit 1 if a newer one is due."""
    from htpm_studio.campaign.pack import languages, read_pack  # noqa: PLC0415 - starts faster without
    from htpm_studio.export.sources.campaigns import pack_for  # noqa: PLC0415
    from htpm_studio.export.sources.fact_list import fact_uses  # noqa: PLC0415

    reporter = Reporter(as_json=as_json)
    today = dt.date.today()
    with guarded(reporter) as context:
        found = fact_uses(campaign, paths.assets(), context)
        pack = pack_for(campaign, None, paths.assets())
        known = read_pack(pack, languages(pack)[0])
        for fact, places in found.items():
            if as_json:
                typer.echo(json.dumps({**asdict(fact), "overdue": fact.due_on <= today, "used": list(places)}))
            else:
                for line in _lines(fact, places, today):
                    reporter.line(line)
        if not as_json and not found:
            reporter.line("This campaign has no list of facts.")
        if not as_json:
            for line in _campaign_lines(known, today):
                reporter.line(line)
        raise typer.Exit(OVERDUE if any(fact.due_on <= today for fact in found) else GOOD)


def _campaign_lines(campaign: Campaign, today: dt.date) -> Iterable[str]:
    """Of which year the texts are, what the next kit does without, and when the web addresses are due."""
    info = campaign.info
    yield f"The texts follow the toolkit of {info.year}."
    yield from left_out(campaign, next_year(today, info.observance))
    if info.addresses_checked:
        yield f"Web addresses: checked {info.addresses_checked}, to be opened again from {info.addresses_due}."


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
