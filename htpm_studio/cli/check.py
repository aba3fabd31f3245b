"""The command `check`: the report that the window shows, for a saved kit, a kit on the disk or a campaign."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from htpm_studio import paths
from htpm_studio.cli.console import Reporter, guarded
from htpm_studio.cli.export import Family
from htpm_studio.compose.plain_names import field_name, size_name
from htpm_studio.export.kit.edits import SIZE
from htpm_studio.export.preflight.model import GROUP_TITLES, GROUPS, Check
from htpm_studio.export.preflight.run_checks import KitChecks, run_checks
from htpm_studio.export.sources.kit_source import KitSource

GOOD, MUST_FIX = 0, 1
LONGEST = 240


def check(
    kit: Annotated[
        Path, typer.Argument(help="A saved kit (.htpm), the folder of an exported kit, or the folder of a campaign.")
    ],
    week: Annotated[int | None, typer.Option(help="Only this focus week (default: every week that is ready).")] = None,
    campaign: Annotated[
        Path | None, typer.Option(help="Folder of a campaign pack to use instead of the built-in campaign.")
    ] = None,
    year: Annotated[int | None, typer.Option(help="Year for the folder of a campaign (default: next January).")] = None,
    family: Family = "",
    hints: Annotated[bool, typer.Option("--hints", help="Also list suggestions for better wording.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object per line.")] = False,
) -> None:
    """List what must be fixed before a kit is published and what to review; exit 1 if something must be fixed."""
    reporter = Reporter(as_json=as_json)
    with guarded(reporter) as context:
        source = KitSource(dt.date.today(), kit, campaign, year=year, family=family)
        done = run_checks(source, context, folders=paths.folders(), week=week, with_hints=hints, note=reporter.warn)
        for checks in done:
            for line in json_lines(checks) if as_json else plain_lines(checks):
                reporter.line(line)
        raise typer.Exit(MUST_FIX if any(checks.report.must_fix for checks in done) else GOOD)


def plain_lines(checked: KitChecks) -> list[str]:
    """A report for people: a heading, then each group with its rows."""
    report = checked.report
    counted = f"{report.count} to check, {len(report.group('fix'))} to fix." if report.count else "All checked."
    lines = [f"{checked.title}. {counted}"]
    for group in GROUPS:
        if rows := report.group(group):
            lines += [f"  {GROUP_TITLES[group]}", *(line for row in rows for line in _rows(row))]
    if checked.hints:
        lines += ["  Hints", *(line for row in checked.hints for line in _rows(row))]
    return lines


def _rows(check: Check) -> Iterator[str]:
    """Where and what; below it why, and what to write instead."""
    path, _, size = check.field.removeprefix("@").partition(SIZE)
    field, only = field_name(path) if path else "", size_name(size) if size else ""
    place = ", ".join(part for part in (check.title, field, only) if part)
    ways = [str(fix.label) for fix in check.fixes if fix.changes]
    yield f"    {f'{place}: ' if place else ''}{check.sentence}{f' ({ways[0]})' if ways else ''}"
    if check.reason and str(check.reason) not in str(check.sentence):
        yield f"      Why: {check.reason}"
    if check.better or check.suggest:
        yield f"      Better: {_short(check.better) if check.better else check.suggest}"


def _short(text: str) -> str:
    line = " / ".join(text.split("\n"))
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip() + "…"


def json_lines(checked: KitChecks) -> list[str]:
    """A report for programs: one object for each check, then one for the kit."""
    rows: list[dict[str, object]] = [
        {
            "event": "check", "kit": checked.title, "id": check.id, "group": check.group, "code": check.code,
            "title": check.title, "message": str(check.sentence), "piece": check.piece, "field": check.field,
            "reason": check.reason, "suggest": check.suggest, "better": check.better, "held": check.blocked,
            "fixes": [str(fix.label) for fix in check.fixes],
        }
        for check in (*checked.report.checks, *checked.hints)
    ]  # fmt: skip
    rows.append({"event": "checked", "kit": checked.title, "to_check": checked.report.count,
                 "must_fix": checked.report.must_fix})  # fmt: skip
    return [json.dumps(row, ensure_ascii=False) for row in rows]
