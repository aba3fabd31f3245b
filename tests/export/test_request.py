"""Which weeks a request has, which rows of a list, and what is kept of kits that are made again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from htpm_studio.campaign.model import Campaign
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.selection import Selection
from htpm_studio.export.run.request import ExportRequest, _in_its_month, _kept, _weeks
from htpm_studio.export.run.results import ExportResult, KitResult
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.partners import PartnerRow
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

SOURCE = KitSource(date(2026, 11, 25))
REQUEST = ExportRequest(SOURCE, Path())


def with_posts_in(*numbers: int) -> Campaign:
    """Our campaign, of which only these weeks have content."""
    ours = bundled_campaign()
    weeks = (week if week.number in numbers else replace(week, posts=()) for week in ours.weeks)
    return replace(ours, weeks=tuple(weeks))


def test_all_weeks_that_have_content_are_made_and_the_others_are_named() -> None:
    weeks, notes = _weeks(REQUEST, with_posts_in(1, 3))
    assert weeks == (1, 3)
    assert [note.partition(" (")[0] for note in notes] == ["Week 2", "Week 4", "Week 5"]
    assert _weeks(REQUEST, with_posts_in(1, 2, 3, 4, 5)) == ((1, 2, 3, 4, 5), ())
    assert _weeks(replace(REQUEST, weeks=(3, 2)), with_posts_in(1, 2, 3)) == ((3, 2), ())
    with pytest.raises(InputError, match="Week 3"):
        _weeks(replace(REQUEST, weeks=(3, 2)), with_posts_in(1))
    with pytest.raises(InputError, match="no week with content"):
        _weeks(REQUEST, with_posts_in())


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
        (replace(REQUEST, again=frozenset(("print/flyer",))), False),
    ],
)
def test_a_second_process_starts_before_the_campaign_is_read_only_for_whole_decks(
    request_: ExportRequest, large: bool
) -> None:
    assert request_.is_large == large


@pytest.mark.parametrize(
    ("kept", "year", "given", "made_for"),
    [(None, None, 2020, 2027), (None, 2030, 2020, 2020), (Project(Brand("A"), 1, 2020), None, 2020, 2020)],
)
def test_the_next_month_of_the_campaign_is_meant_where_nobody_gives_a_year(
    kept: Project | None, year: int | None, given: int, made_for: int
) -> None:
    source = replace(SOURCE, project=kept, year=year)
    assert _in_its_month(Project(Brand("A"), 1, given), source, bundled_campaign()).year == made_for


def test_days_of_another_month_are_refused() -> None:
    project = Project(Brand("A"), 1, 2027)
    good = replace(SOURCE, week_dates=("2=2027-01-11..2027-01-15",), project=project)
    assert _in_its_month(project, good, bundled_campaign()) == project
    with pytest.raises(InputError, match="week 2 are not in January"):
        _in_its_month(project, replace(good, week_dates=("2=2027-02-11..2027-02-15",)), bundled_campaign())


def test_kits_are_taken_over_only_where_pieces_of_as_many_kits_are_made_again(tmp_path: Path) -> None:
    last = ExportResult((KitResult(tmp_path, (), ()),))
    again = replace(REQUEST, again=frozenset({"p"}), last=last)
    kit = build_kit(Project(Brand("A"), 2, 2027), bundled_campaign(), bundled_resources(), Options(), SOURCE.today)
    one = [("kit", kit)]
    assert {name: kept.again for name, kept in _kept(again, one).items()} == {"kit": {"p"}}
    assert _kept(replace(again, again=frozenset()), one) == {}
    assert _kept(replace(again, last=None), one) == {}
    assert _kept(again, [*one, ("other", kit)]) == {}
