"""When the weeks of a project are, and what follows from that: its campaign and the values of its texts."""

from __future__ import annotations

from datetime import date

from htpm_studio.campaign.dates import FIRST_KIT, JANUARY, LAST_YEAR, FocusWeek, Schedule, on_their_days, values_for
from htpm_studio.campaign.model import Campaign, Observance
from htpm_studio.project.model import Project


def schedule_of(project: Project, campaign: Campaign) -> Schedule:
    """The weeks of the campaign in the project's year, on the days that the user chose or the usual ones."""
    own = tuple(FocusWeek(dates.week, dates.first, dates.last) for dates in project.week_dates)
    return Schedule(project.year, own, project.wear_blue, campaign.observance, len(campaign.weeks))


def next_year(today: date, observance: Observance = JANUARY) -> int:
    """The year of the month that is now or comes next; of a clock that cannot be right the first or last one."""
    year = today.year if today.month <= observance.month else today.year + 1
    return min(max(year, FIRST_KIT), LAST_YEAR)


def dated_campaign(project: Project, campaign: Campaign) -> Campaign:
    """The campaign with what belongs to a day of the month in the weeks that have that day."""
    return on_their_days(campaign, schedule_of(project, campaign))


def values_in(project: Project, campaign: Campaign, week: int) -> dict[str, str]:
    """The value of every placeholder of running text in a week of the project."""
    brand = project.brand
    near = brand.local_number.strip() or brand.contact.strip()
    values = values_for(campaign, schedule_of(project, campaign), week, brand.organization, project.theme, near)
    official = project.official
    known = {"official": official.name, "office": official.office, "jurisdiction": official.jurisdiction}
    return values | {name: text for name, text in known.items() if text}
