"""The posts of the whole month with their days and texts, as the user planned them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from htpm_studio.campaign.model import Campaign, Post, Week
from htpm_studio.campaign.network_texts import written_texts
from htpm_studio.campaign.networks import (
    SMS,
    Network,
    open_places,
    plain_letters,
    too_much,
    with_fewer_tags,
    without_dividers,
)
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.posting_days import PostKey, post_key, posting_days
from htpm_studio.errors import InputError, msg
from htpm_studio.export.kit.edits import ALL_PIECES, DAY, LEFT_OUT, POSTED, TIME, YES, social_piece
from htpm_studio.export.kit.schedule import dated_campaign, schedule_of, values_in
from htpm_studio.files.input_file import decoded, read_bounded
from htpm_studio.frozen import dataclass
from htpm_studio.project.model import Edits, Project
from htpm_studio.scene.emphasis import without_stars

CAPTION, ALT = "caption", "alt"
NOT_PLANNED = "none"
USUAL_TIME = time(10)
APART = timedelta(minutes=30)
"""How long after the one before it a post of the same day and time goes out."""

MAX_FILE = 1_000_000
_NAMES = ("head", "quote", "number", "fact")


@dataclass(frozen=True, slots=True)
class PlannedPost:
    """One post: its piece, texts, and the day it goes out (None: not planned yet).

    `fixed` posts belong to a day of the month and cannot be moved; one that is `shifted` goes out later than usual, as
    another one has that time. One that is not `placed` has no day before the user gives it one: the month is full.
    `written` are the campaign's texts for single networks and for what goes beside them, `own` those of the user. The
    `caption` is for all networks: the campaign's, or "" where it wrote one for each, or what the user `edited`.
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
    placed: bool = True
    written: tuple[tuple[str, str], ...] = ()
    own: tuple[tuple[str, str], ...] = ()

    def text(self, network: Network) -> str:
        """What is posted on a network: the user's text for it, else the usual one."""
        own = dict(self.own).get(network.id)
        text = self.usual(network) if own is None else own
        return plain_letters(text) if network.id == SMS else text if network.threads else without_dividers(text)

    def usual(self, network: Network) -> str:
        """What is posted on a network for which the user wrote nothing.

        That is the user's text for all, else the campaign's for this network, else the long one. Where that does not
        fit, `spare_for` it.
        """
        if network.beside or (self.written and not self.edited):
            return dict(self.written).get(network.id, "")
        long = with_fewer_tags(self.caption, network)
        fits = not too_much(long, network)
        return long if fits or not self.spare_for(network).strip() else self.spare_for(network)

    def spare_for(self, network: Network) -> str:
        """The campaign's text that fits where the one for all is too long, with as many hashtags as a network takes."""
        if network.beside or self.written:
            return dict(self.written).get(network.id, "")
        return with_fewer_tags(self.short, network)

    def is_short(self, network: Network) -> bool:
        """Whether a network gets the campaign's shorter text, because the one for all is too long for it."""
        if network.beside or network.id in dict(self.own) or (self.written and not self.edited):
            return False
        return self.usual(network) != with_fewer_tags(self.caption, network)

    def to_fill_in(self, network: Network) -> tuple[str, ...]:
        """The places that somebody has to fill in before the text of a network goes out."""
        return open_places(self.text(network))

    def stands_in(self, network: Network) -> bool:
        """Whether a network gets the campaign's short text in place of longer words that the user wrote."""
        return self.edited and self.is_short(network)


def network_field(network: str) -> str:
    """The field of an edit that holds a post's text for one network only."""
    return f"{CAPTION}.{network}"


def planned_posts(project: Project, campaign: Campaign) -> tuple[PlannedPost, ...]:
    """Every usable post of every week that has content, in the order of the weeks; left-out ones are not there.

    One that several weeks have is there once.
    """
    edits, campaign = project.edits.to_mapping(), dated_campaign(project, campaign)
    days = posting_days(campaign, schedule_of(project, campaign))
    times = _times(project, campaign, edits, days)
    weeks = (week for week in campaign.weeks if week.ready)
    posts = (post for week in weeks for post in _posts_of(project, campaign, week, edits, days, times))
    found: dict[str, PlannedPost] = {}
    for post in posts:
        found.setdefault(post.piece, post)
    return tuple(found.values())


def posts_of_week(
    project: Project, campaign: Campaign, week: Week, edits: Mapping[str, Mapping[str, str]]
) -> list[PlannedPost]:
    """The usable posts of one week of a campaign."""
    weeks = tuple(week if other.number == week.number else other for other in campaign.weeks)
    campaign = replace(campaign, weeks=weeks)
    days = posting_days(campaign, schedule_of(project, campaign))
    return _posts_of(project, campaign, week, edits, days, _times(project, campaign, edits, days))


def _posts_of(
    project: Project,
    campaign: Campaign,
    week: Week,
    edits: Mapping[str, Mapping[str, str]],
    days: Mapping[PostKey, date | None],
    times: Mapping[str, time],
) -> list[PlannedPost]:
    values = values_in(project, campaign, week.number)
    if not values["org"].strip():
        values["org"] = campaign.words.copy.your_organization
    last = schedule_of(project, campaign).week(week.number).last
    usual = _usual(edits)
    found: list[PlannedPost] = []
    for post in week.posts:
        own, key = edits.get(social_piece(week.number, post), {}), post_key(week.number, post)
        if key in days and own.get(LEFT_OUT) != YES:
            planned = _planned(post, week.number, days[key] or last, own, values, placed=days[key] is not None)
            at = times.get(planned.piece, _time(own.get(TIME), usual))
            shifted = at != _time(own.get(TIME), usual)
            found.append(replace(planned, time=at, shifted=shifted))
    return found


def _times(
    project: Project,
    campaign: Campaign,
    edits: Mapping[str, Mapping[str, str]],
    days: Mapping[PostKey, date | None],
) -> dict[str, time]:
    """When each post with a day goes out. Of several at one time on a day, those without a time of their own wait."""
    usual = _usual(edits)
    rows: dict[str, tuple[date, bool, bool, str, time]] = {}
    schedule = schedule_of(project, campaign)
    for week in campaign.weeks:
        days_of_week = schedule.week(week.number)
        for post in week.posts:
            piece, key = social_piece(week.number, post), post_key(week.number, post)
            own = edits.get(piece, {})
            if key not in days or own.get(LEFT_OUT) == YES:
                continue
            suggested, placed = days[key] or days_of_week.last, days[key] is not None
            day = suggested if post.only_day is not None else _day(own.get(DAY), suggested, placed=placed)
            if day is not None:
                away = not days_of_week.holds(day)
                rows[piece] = (day, TIME not in own, away, piece, _time(own.get(TIME), usual))
    times: dict[str, time] = {}
    taken: set[tuple[date, time]] = set()
    for day, free, _, piece, wanted in sorted(rows.values(), key=lambda row: row[:3]):
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


def _planned(
    post: Post, week: int, day: date, own: Mapping[str, str], values: Mapping[str, str], *, placed: bool
) -> PlannedPost:
    networks = [(field.partition(".")[2], text) for field, text in own.items() if field.startswith(f"{CAPTION}.")]
    return PlannedPost(
        piece=social_piece(week, post),
        week=week,
        title=_title(post, own, values),
        caption=own.get(CAPTION, "" if post.networks else fill(post.caption(), values)),
        short="" if post.networks else fill(post.short_caption(), values),
        alt=own.get(ALT, fill(post.graphic.alt, values)),
        day=day if post.only_day is not None else _day(own.get(DAY), day, placed=placed),
        suggested=day,
        fixed=post.only_day is not None,
        posted=own.get(POSTED) == YES,
        edited=CAPTION in own,
        placed=placed,
        written=tuple(written_texts(post, values)),
        own=tuple(sorted(networks)),
    )


def _title(post: Post, own: Mapping[str, str], values: Mapping[str, str]) -> str:
    fields = post.graphic.fields
    for name in _NAMES:
        text = own.get(name, fields.get(name))
        if isinstance(text, str) and text:
            unit = fields.get("unit") if name == "number" else ""
            whole = f"{text} {unit}".strip() if isinstance(unit, str) else text
            return fill(without_stars(whole), values)
    return post.id


def _day(text: str | None, suggested: date, *, placed: bool = True) -> date | None:
    if text == NOT_PLANNED:
        return None
    usual = suggested if placed else None
    try:
        day = date.fromisoformat(text) if text else usual
    except ValueError:
        return usual
    return day if day and (day.year, day.month) == (suggested.year, suggested.month) else usual


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
    return replace(project, edits=_on_day(project.edits, post, day))


def spread_evenly(project: Project, campaign: Campaign) -> Project:
    """The project with the free posts of each week on the days that suit them, beside posts that went out."""
    posts, campaign = planned_posts(project, campaign), dated_campaign(project, campaign)
    keys = {
        social_piece(week.number, post): post_key(week.number, post) for week in campaign.weeks for post in week.posts
    }
    out = {keys[post.piece]: post.day for post in posts if post.posted and post.day is not None}
    days = posting_days(campaign, schedule_of(project, campaign), out)
    edits = project.edits
    for post in posts:
        if not (post.fixed or post.posted):
            edits = _on_day(edits, post, days[keys[post.piece]])
    return replace(project, edits=edits)


def _on_day(edits: Edits, post: PlannedPost, day: date | None) -> Edits:
    usual = post.suggested if post.placed else None
    text = None if day == usual else NOT_PLANNED if day is None else day.isoformat()
    return edits.changed(post.piece, DAY, text)
