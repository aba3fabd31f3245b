"""The command `check`: the report that the window shows, for a saved kit or for a kit on the disk."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Annotated

import typer

from htpm_studio import paths
from htpm_studio.console import Reporter, guarded
from htpm_studio.export.check_model import GROUP_TITLES, GROUPS, Check
from htpm_studio.export.check_request import Checked, CheckRequest, run_checks

GOOD, MUST_FIX = 0, 1


def check(
    kit: Annotated[Path, typer.Argument(help="A saved kit (.htpm), or the folder of a kit that was made.")],
    week: Annotated[int | None, typer.Option(help="Only this focus week; every ready one if left out.")] = None,
    campaign: Annotated[Path | None, typer.Option(help="A campaign pack folder instead of the built-in one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say what must be fixed before a kit is published and what is worth a look; exit 1 if something must be fixed."""
    reporter = Reporter(as_json=as_json)
    with guarded(reporter) as context:
        request = CheckRequest(kit, dt.date.today(), week, campaign)
        done = run_checks(request, context, assets=paths.assets(), templates=paths.templates())
        for one in done:
            for line in json_lines(one) if as_json else plain_lines(one):
                reporter.line(line)
        raise typer.Exit(MUST_FIX if any(one.report.must_fix for one in done) else GOOD)


def plain_lines(checked: Checked) -> list[str]:
    """A report for people: a heading, then each group with its rows."""
    report = checked.report
    counted = f"{report.count} to check, {len(report.group('fix'))} to fix." if report.count else "All checked."
    lines = [f"{checked.title}. {counted}"]
    for group in GROUPS:
        if rows := report.group(group):
            lines += [f"  {GROUP_TITLES[group]}", *(f"    {_row(row)}" for row in rows)]
    return lines


def _row(check: Check) -> str:
    title = f"{check.title}: " if check.title else ""
    ways = [str(fix.label) for fix in check.fixes if fix.changes]
    return f"{title}{check.sentence}{f' ({ways[0]})' if ways else ''}"


def json_lines(checked: Checked) -> list[str]:
    """A report for programs: one object for each check, then one for the kit."""
    rows: list[dict[str, object]] = [
        {
            "event": "check", "kit": checked.title, "id": check.id, "group": check.group, "code": check.code,
            "title": check.title, "message": str(check.sentence), "piece": check.piece, "field": check.field,
            "reason": check.reason, "held": check.held, "fixes": [str(fix.label) for fix in check.fixes],
        }
        for check in checked.report.checks
    ]  # fmt: skip
    rows.append({"event": "checked", "kit": checked.title, "to_check": checked.report.count,
                 "must_fix": checked.report.must_fix})  # fmt: skip
    return [json.dumps(row, ensure_ascii=False) for row in rows]
