"""A toolkit of six weeks, from September into October: all of them are weeks of a kit, on the days that it prints."""

from __future__ import annotations

from datetime import date

import pytest

from htpm_studio import paths
from htpm_studio.campaign.dates import date_range
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.toolkit_import.purpose import Answers
from htpm_studio.export.kit.content import fixed_words
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.schedule import schedule_of
from htpm_studio.export.sources.toolkit_import import pack_of, read_toolkit
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_resources
from tests.helpers.toolkits import toolkit_file

SIX = range(1, 7)


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    path = tmp_path_factory.mktemp("six") / "six-weeks.docx"
    path.write_bytes(toolkit_file("six-weeks.docx"))
    answers = Answers("Youth Safety Season", 0, "Youth Help Line=1-800-555-0100")
    return pack_of(read_toolkit(path, JobContext(), paths.assets(), answers=answers), paths.assets()).campaign


def kit_of(campaign: Campaign, week: int) -> Kit:
    project = Project(Brand("Riverbend Youth Center"), week, 2027)
    return build_kit(project, campaign, bundled_resources(), Options(), date(2027, 8, 1))


def test_every_week_has_its_posts_and_says_of_how_many_it_is_one(campaign: Campaign) -> None:
    assert [week.number for week in campaign.weeks if week.ready] == [*SIX]
    for number in (1, 6):
        kit = kit_of(campaign, number)
        assert fixed_words(campaign.words, kit)["week_of"] == f"Week {number} of 6"
        assert len(kit.week.decks) == 3
    assert campaign.weeks[5].posts[0].text.startswith("Put the phones")


def test_printed_weeks_go_on_into_the_next_month(campaign: Campaign) -> None:
    schedule = schedule_of(Project(Brand("R"), 1, 2027), campaign)
    first = date(2027, 9, 6).toordinal()
    assert [week.first.toordinal() - first for week in schedule.weeks] == [0, 7, 14, 21, 28, 35]
    assert all(len(week.days) == 7 for week in schedule.weeks)
    assert schedule.month == (date(2027, 9, 1), date(2027, 10, 17))
    assert schedule.numbers_on(date(2027, 10, 1)) == (4,)
    said = [date_range(schedule.week(number), campaign.words) for number in (4, 5)]
    assert said == ["September 27\u2013October 3, 2027", "October 4\u201310, 2027"]


def test_own_days_may_be_in_each_month_that_the_weeks_reach(campaign: Campaign) -> None:
    project = Project(Brand("R"), 1, 2027).with_week_dates(5, (date(2027, 10, 5), date(2027, 10, 9)))
    assert schedule_of(project, campaign).week(5).first == date(2027, 10, 5)
    away = Project(Brand("R"), 1, 2027).with_week_dates(5, (date(2027, 12, 5), date(2027, 12, 9)))
    assert schedule_of(away, campaign).week(5).first == date(2027, 10, 4)
