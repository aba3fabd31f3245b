"""The posting plan of a month: the days of all its weeks in order, each once."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace

from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.texts.calendar import planner_sheet
from htpm_studio.export.texts.month_planner import month_planner
from htpm_studio.export.texts.week_posts import ready_posts
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def test_the_plan_of_a_month_has_every_row_of_its_weeks_once_and_by_day() -> None:
    usual, options = Project(Brand("Hope"), 1, 2027), Options(media=("copy",))
    kits = [
        build_kit(replace(usual, week=week), bundled_campaign(), bundled_resources(), options, dt.date(2026, 11, 25))
        for week in (3, 2)
    ]
    sheets = [planner_sheet(kit, ready_posts(kit, plan(kit))) for kit in kits]
    head, *rows = csv.reader(io.StringIO(month_planner([*kits, kits[0]]).decode("utf-8-sig"), newline=""))
    assert tuple(head) == sheets[0].head
    assert sorted(map(tuple, rows)) == sorted({*sheets[0].rows, *sheets[1].rows})
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    alone = list(csv.reader(io.StringIO(month_planner(kits[:1]).decode("utf-8-sig"), newline="")))
    assert len(alone) == 1 + len(sheets[0].rows)
