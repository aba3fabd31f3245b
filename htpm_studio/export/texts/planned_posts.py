"""The posts of the whole month with their days and texts, as the user planned them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from htpm_studio.campaign.dates import FocusWeek, posting_days
from htpm_studio.campaign.holidays import holiday_on
from htpm_studio.campaign.model import Campaign, Post, Week
from htpm_studio.campaign.networks import Network, too_much
from htpm_studio.campaign.placeholders import fill
from htpm_studio.errors import InputError, msg
from htpm_studio.export.edits import ALL_PIECES, DAY, LEFT_OUT, POSTED, TIME, YES, social_piece
from htpm_studio.export.schedule import dated_campaign, schedule_of, values_in
from htpm_studio.frozen import dataclass
from htpm_studio.input_file import decoded, read_bounded
from htpm_studio.project.model import Edits, Project
from htpm_studio.scene.emphasis import without_stars

CAPTION, ALT = "caption", "alt"
NOT_PLANNED = "none"
USUAL_TIME = time(10)
APART = timedelta(minutes=30)
"""How long after another one a post of the same day and time goes out."""

MAX_FILE = 1_000_000
_SATURDAY = 5
_NAMES = ("head", "quote", "number", "fact")


@dataclass(frozen=True, slots=True)
class PlannedPost:
    """One post: its piece, texts, and the day it goes out (None: not planned yet).

    `fixed` posts belong to a day of the month and cannot be moved; one that is `shifted` goes out later than usual, as
    another one has that time. `own` are the user's texts for single networks.
    """

    piece: str
    week: int
    title: str
    caption: str
    short: str
    alt: str
    day: date | None
    suggested: date
    time: time = USUAL_TIME
    fixed: bool = False
    posted: bool = False
    edited: bool = False
    shifted: bool = False
    own: tuple[tuple[str, str], ...] = ()

    def text(self, network: Network) -> str:
        """What is posted on a network: the text written for it, else the long one where it fits, else the short one."""
        written = dict(self.own).get(network.id)
        return self.usual(network) if written is None else written

    def usual(self, network: Network) -> str:
        """What is posted on a network that has no text of its own."""
        fits = not too_much(self.caption, network)
        return self.caption if fits or not self.short.strip() else self.short

    def stands_in(self, network: Network) -> bool:
        """Whether a network gets the campaign's short text in place of longer words that the user wrote."""
        return self.edited and network.id not in dict(self.own) and self.usual(network) != self.caption


def network_field(network: str) -> str:
    """The field of an edit that holds a post's text for one network only."""
    return f"{CAPTION}.{network}"


def planned_posts(project: Project, campaign: Campaign) -> tuple[PlannedPost, ...]:
    """Every usable post of every week that has content, in the order of the weeks; left-out ones are not there.

    One that several weeks have is there once.
    """
    edits, campaign = project.edits.to_mapping(), dated_campaign(project, campaign)
    times = _times(project, campaign, edits)
    weeks = (week for week in campaign.weeks if week.ready)
    posts = (post for week in weeks for post in _posts_of(project, campaign, week, edits, times))
    found: dict[str, PlannedPost] = {}
    for post in posts:
        found.setdefault(post.piece, post)
    return tuple(found.values())


def posts_of_week(
    project: Project, campaign: Campaign, week: Week, edits: Mapping[str, Mapping[str, str]]
) -> list[PlannedPost]:
    """The usable posts of one week."""
    return _posts_of(project, campaign, week, edits, _times(project, campaign, edits))


def _posts_of(
    project: Project,
    campaign: Campaign,
    week: Week,
    edits: Mapping[str, Mapping[str, str]],
    times: Mapping[str, time],
) -> list[PlannedPost]:
    values = values_in(project, campaign, week.number)
    schedule = schedule_of(project, campaign)
    days = posting_days(week.posts, schedule.week(week.number), schedule)
    usual = _usual(edits)
    found: list[PlannedPost] = []
    for post in week.posts:
        own = edits.get(social_piece(week.number, post), {})
        if post.id in days and own.get(LEFT_OUT) != YES:
            planned = _planned(post, week.number, days[post.id], own, values)
            at = times.get(planned.piece, _time(own.get(TIME), usual))
            shifted = at != _time(own.get(TIME), usual)
            found.append(replace(planned, time=at, shifted=shifted))
    return found


def _times(project: Project, campaign: Campaign, edits: Mapping[str, Mapping[str, str]]) -> dict[str, time]:
    """When each post with a day goes out. Of several at one time on a day, those without a time of their own wait."""
    usual = _usual(edits)
    rows: dict[str, tuple[date, bool, str, time]] = {}
    schedule = schedule_of(project, campaign)
    for week in campaign.weeks:
        days = posting_days(week.posts, schedule.week(week.number), schedule) if week.ready else {}
        for post in week.posts:
            piece = social_piece(week.number, post)
            own = edits.get(piece, {})
            suggested = days.get(post.id)
            if suggested is None or own.get(LEFT_OUT) == YES:
                continue
            day = suggested if post.only_day is not None else _day(own.get(DAY), suggested)
            if day is not None:
                rows[piece] = (day, TIME not in own, piece, _time(own.get(TIME), usual))
    times: dict[str, time] = {}
    taken: set[tuple[date, time]] = set()
    for day, free, piece, wanted in sorted(rows.values(), key=lambda row: row[:2]):
        at = _free_time(day, wanted, taken) if free else wanted
        taken.add((day, at))
        times[piece] = at
    return times


def _free_time(day: date, wanted: time, taken: set[tuple[date, time]]) -> time:
    """The first time that is free on a day, in steps, from the wanted one on; the wanted one where the day is over."""
    moment = datetime.combine(day, wanted)
    while (day, moment.time()) in taken:
        moment += APART
        if moment.date() != day:
            return wanted
    return moment.time()


def _usual(edits: Mapping[str, Mapping[str, str]]) -> time:
    return _time(edits.get(ALL_PIECES, {}).get(TIME), USUAL_TIME)


def _planned(post: Post, week: int, day: date, own: Mapping[str, str], values: Mapping[str, str]) -> PlannedPost:
    networks = [(field.partition(".")[2], text) for field, text in own.items() if field.startswith(f"{CAPTION}.")]
    return PlannedPost(
        piece=social_piece(week, post),
        week=week,
        title=_title(post, own, values),
        caption=own.get(CAPTION, fill(post.caption(), values)),
        short=fill(post.short_caption(), values),
        alt=own.get(ALT, fill(post.graphic.alt, values)),
        day=day if post.only_day is not None else _day(own.get(DAY), day),
        suggested=day,
        fixed=post.only_day is not None,
        posted=own.get(POSTED) == YES,
        edited=CAPTION in own,
        own=tuple(sorted(networks)),
    )


def _title(post: Post, own: Mapping[str, str], values: Mapping[str, str]) -> str:
    fields = post.graphic.fields
    for name in _NAMES:
        text = own.get(name, fields.get(name))
        if isinstance(text, str) and text:
            unit = fields.get("unit") if name == "number" else ""
            said = f"{text} {unit}".strip() if isinstance(unit, str) else text
            return fill(without_stars(said), values)
    return post.id


def _day(text: str | None, suggested: date) -> date | None:
    if text == NOT_PLANNED:
        return None
    try:
        day = date.fromisoformat(text) if text else suggested
    except ValueError:
        return suggested
    return day if (day.year, day.month) == (suggested.year, suggested.month) else suggested


def _time(text: str | None, usual: time) -> time:
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None) if text else usual
    except ValueError:
        return usual


def usual_time(project: Project) -> time:
    """When the posts of a project go out that have no time of their own."""
    return _time(project.edits.text(ALL_PIECES, TIME), USUAL_TIME)


def timed(project: Project, post: PlannedPost, at: time) -> Project:
    """The project with a post at another time of its day; the usual time is kept as none of its own, if it is free."""
    text = None if at == usual_time(project) and not post.shifted else f"{at:%H:%M}"
    return replace(project, edits=project.edits.changed(post.piece, TIME, text))


def all_timed(project: Project, at: time) -> Project:
    """The project with all posts at one time, which is the usual one from now on."""
    edits = Edits(tuple(edit for edit in project.edits.items if edit.field != TIME))
    return replace(project, edits=edits.changed(ALL_PIECES, TIME, None if at == USUAL_TIME else f"{at:%H:%M}"))


def rewritten(project: Project, post: PlannedPost, text: str) -> Project:
    """The project with another text for a post, on all networks: those with a text of their own forget it."""
    edits = project.edits.changed(post.piece, CAPTION, text)
    for network, _ in post.own:
        edits = edits.changed(post.piece, network_field(network), None)
    return replace(project, edits=edits)


def read_post_text(path: Path) -> str:
    """The words of a text file; raises InputError when it cannot be read or is no text."""
    words = decoded(read_bounded(path, MAX_FILE, "Choose a text file.", "Copy the part that you need."))
    if words is None:
        raise InputError(msg("{name} is not a text file.", name=path.name), "Save it as plain text in UTF-8.")
    return words


def moved(project: Project, post: PlannedPost, day: date | None) -> Project:
    """The project with a post on another day of the month (None: off the calendar); a fixed post stays."""
    if post.fixed or (day is not None and (day.year, day.month) != (post.suggested.year, post.suggested.month)):
        return project
    text = NOT_PLANNED if day is None else None if day == post.suggested else day.isoformat()
    return replace(project, edits=project.edits.changed(post.piece, DAY, text))


def spread_evenly(project: Project, campaign: Campaign) -> Project:
    """The project with the free posts of each week spread over the days on which offices are open.

    Days of fixed posts stay theirs, and posts that went out keep their day.
    """
    posts = planned_posts(project, campaign)
    taken = {post.day for post in posts if post.fixed or post.posted}
    edits = project.edits
    for number in dict.fromkeys(post.week for post in posts):
        free = [post for post in posts if post.week == number and not (post.fixed or post.posted)]
        days = _open_days(schedule_of(project, campaign).week(number), taken)
        for index, post in enumerate(free):
            day = days[index * len(days) // len(free)]
            edits = _on_day(edits, post, day)
    return replace(project, edits=edits)


def _on_day(edits: Edits, post: PlannedPost, day: date) -> Edits:
    return edits.changed(post.piece, DAY, None if day == post.suggested else day.isoformat())


def _open_days(week: FocusWeek, taken: set[date | None]) -> Sequence[date]:
    open_days = [day for day in week.days if day.weekday() < _SATURDAY and holiday_on(day) is None]
    weekdays = open_days or list(week.working_days)
    return [day for day in weekdays if day not in taken] or weekdays
