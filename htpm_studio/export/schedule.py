"""When the weeks of a project are, and what follows from that: its campaign and the values of its texts."""

from __future__ import annotations

from htpm_studio.campaign.dates import FocusWeek, Schedule, on_their_days, values_for
from htpm_studio.campaign.model import Campaign
from htpm_studio.project.model import Project


def schedule_of(project: Project) -> Schedule:
    """The weeks of the project's year, on the days that the user chose or the usual ones."""
    own = tuple(FocusWeek(one.week, one.first, one.last) for one in project.week_dates)
    return Schedule(project.year, own, project.wear_blue)


def dated_campaign(project: Project, campaign: Campaign) -> Campaign:
    """The campaign with what belongs to a day of the month in the weeks that have that day."""
    return on_their_days(campaign, schedule_of(project))


def values_in(project: Project, campaign: Campaign, week: int) -> dict[str, str]:
    """The value of every placeholder of running text in a week of the project."""
    values = values_for(campaign, schedule_of(project), week, project.brand.organisation, project.theme)
    official = project.official
    known = {"official": official.name, "office": official.office, "jurisdiction": official.jurisdiction}
    return values | {name: text for name, text in known.items() if text}
