"""The posting plan of a whole month as one table: what each week's `planner.csv` says, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.texts.calendar import planner_sheet
from htpm_studio.export.texts.week_posts import ready_posts
from htpm_studio.export.texts.written import written
from htpm_studio.scene.writing import Table


def month_planner(kits: Sequence[Kit]) -> bytes:
    """The days and posts of the kits of some weeks as a CSV file; a day that several of them have is there once."""
    sheets = [planner_sheet(kit, ready_posts(kit, plan(kit))) for kit in kits]
    rows = dict.fromkeys(row for sheet in sheets for row in sheet.rows)
    whole: Table = replace(sheets[0], rows=tuple(sorted(rows, key=lambda row: row[0])))
    return written(whole, "csv")
