"""Which weeks a request has, and which rows of a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Options
from htpm_studio.export.pages.selection import Selection
from htpm_studio.export.run.request import ExportRequest, kits_of
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.partners import PartnerRow
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign

SOURCE = KitSource(date(2026, 11, 25))
REQUEST = ExportRequest(SOURCE, Path())


def with_posts_in(*numbers: int) -> Campaign:
    """Our campaign, of which only these weeks have content."""
    ours = bundled_campaign()
    weeks = (week if week.number in numbers else replace(week, posts=()) for week in ours.weeks)
    return replace(ours, weeks=tuple(weeks))


def made(campaign: Campaign | None = None, weeks: tuple[int, ...] | None = None, **source: Any) -> tuple[Any, ...]:
    """The weeks and the year of the kits of a request, and what was left out."""
    asked = replace(REQUEST, source=replace(SOURCE, organization="A", campaign=campaign, **source), weeks=weeks)
    kits, notes = kits_of(asked, folders=paths.folders())
    return tuple(kit.week.number for kit in kits), kits[0].year, [note.partition(" (")[0] for note in notes]


def test_all_weeks_that_have_content_are_made_and_the_others_are_named() -> None:
    assert made(with_posts_in(1, 3)) == ((1, 3), 2027, ["Week 2", "Week 4", "Week 5"])
    assert made(with_posts_in(1, 2, 3), (3, 2)) == ((3, 2), 2027, [])
    with pytest.raises(InputError, match="Week 3"):
        made(with_posts_in(1), (3, 2))
    with pytest.raises(InputError, match="no week with content"):
        made(with_posts_in())


def test_the_next_month_of_the_campaign_is_meant_where_nobody_gives_a_year() -> None:
    cases: tuple[tuple[dict[str, Any], int], ...] = (
        ({}, 2027),
        ({"year": 2030}, 2030),
        ({"project": Project(Brand("A"), 1, 2026)}, 2026),
    )
    assert [made(weeks=(2,), **given)[1] for given, _ in cases] == [year for _, year in cases]


def test_days_of_another_month_are_refused() -> None:
    assert made(weeks=(2,), week_dates=("2=2027-01-11..2027-01-15",))[0] == (2,)
    with pytest.raises(InputError, match="week 2 are not in January"):
        made(weeks=(2,), week_dates=("2=2027-02-11..2027-02-15",))


@pytest.mark.parametrize(("part", "places"), [((1, 1), [0, 1, 2, 3, 4]), ((1, 2), [0, 2, 4]), ((3, 3), [2])])
def test_a_part_of_a_list_takes_every_so_many_rows(part: tuple[int, int], places: list[int]) -> None:
    rows = tuple(PartnerRow(number) for number in range(5))
    assert list(replace(REQUEST, partners=rows, part=part).places) == places


@pytest.mark.parametrize(
    ("request_", "large"),
    [
        (REQUEST, True),
        (replace(REQUEST, options=Options(("social", "background"))), False),
        (replace(REQUEST, selection=Selection(frozenset(("print",)))), False),
        (replace(REQUEST, selection=Selection(pieces=frozenset(("deck/training",)))), False),
    ],
)
def test_a_second_process_starts_before_the_campaign_is_read_only_for_whole_decks(
    request_: ExportRequest, large: bool
) -> None:
    assert request_.is_large == large
