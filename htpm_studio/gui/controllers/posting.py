"""The posting calendar: the posts of the month, the open day and post, their texts, and every way to change them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, QMimeData, QObject, QTime, Signal
from PySide6.QtWidgets import QApplication

from htpm_studio.campaign.dates import FocusWeek, Schedule
from htpm_studio.campaign.holidays import SHORT, holiday_on
from htpm_studio.campaign.model import Event
from htpm_studio.campaign.networks import Network, Networks, known_networks, length, numbered
from htpm_studio.errors import InputError, StudioError
from htpm_studio.export.kit.edits import LOCKED, POSTED, YES
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.schedule import schedule_of
from htpm_studio.export.texts.planned_posts import (
    CAPTION,
    PlannedPost,
    all_timed,
    moved,
    network_field,
    planned_posts,
    rewritten,
    spread_evenly,
    timed,
)
from htpm_studio.gui.core.dnd import words_in
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain, translate
from htpm_studio.gui.widgets.text_fields import clean_notes
from htpm_studio.project.model import Project


def _tr(text: str) -> str:
    return QCoreApplication.translate("PostWords", text)


def post_of(document: KitDocument, piece: str) -> PlannedPost | None:
    """The post that a piece belongs to."""
    posts = planned_posts(document.project, document.campaign)
    return next((post for post in posts if post.piece == piece), None)


def rewrite_label(post: PlannedPost) -> str:
    """What words do that are dropped on a post."""
    return _tr("Replace the post text of “{title}”").format(title=post.title.rstrip("."))


def rewrite(workspace: Workspace, post: PlannedPost, words: str) -> None:
    """Let a post say something else on all networks that take it, as one step that can be taken back."""
    document = workspace.document
    step = _tr("Post text of “{title}”").format(title=post.title.rstrip("."))
    document.change(step, rewritten(document.project, post, clean_notes(words)))
    sentence = _tr("New post text for “{title}”.").format(title=post.title.rstrip("."))
    written = post_of(document, post.piece)
    networks = document.resources.networks.networks
    if written is not None and (short := [one.name for one in networks if written.stands_in(one)]):
        stays = _tr("Too long for {networks}, which will use the kit's short text.")
        sentence = f"{sentence} {stays.format(networks=', '.join(short))}"
    workspace.toast(sentence, undo=True)


def paste_words(workspace: Workspace, data: QMimeData, piece: str) -> None:
    """Let the post of a piece say what was copied; without one, tell how."""
    document = workspace.document
    post = post_of(document, piece)
    if post is None:
        workspace.toast(_tr("To paste text, select one social graphic or click the field it is for."))
    elif document.project.edits.text(post.piece, LOCKED) == YES:
        workspace.toast(_tr("“{title}” is locked.").format(title=post.title.rstrip(".")))
    else:
        try:
            rewrite(workspace, post, words_in(data))
        except StudioError as error:
            workspace.toast(explain(error))


class PostingController(QObject):
    """The posts of the month.

    `changed` comes when posts changed, `current_changed` when another day, post or network is open.
    """

    changed = Signal()
    current_changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace, self.document = workspace, workspace.document
        self.networks: Networks = known_networks()
        self.network: Network = self.networks.networks[0]
        self.reasons: dict[str, str] = {}
        self.known_posts: tuple[Project, tuple[PlannedPost, ...]] | None = None
        self.day = self.first_day()
        self.piece = ""
        self.document.changed.connect(self._follow)
        self.document.week_changed.connect(lambda _week: self.open_day(self.first_day()))
        workspace.checks_changed.connect(self._mark)
        self._choose_first()

    # ---------------------------------------------------------------- what is

    @property
    def year(self) -> int:
        """The year of the month."""
        return self.document.project.year

    @property
    def schedule(self) -> Schedule:
        """When the focus weeks are."""
        return schedule_of(self.document.project, self.document.campaign)

    @property
    def month(self) -> tuple[date, date]:
        """The first and the last day of the month."""
        return self.schedule.month

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the focus weeks."""
        return tuple(week.number for week in self.document.campaign.weeks)

    @property
    def awareness_day(self) -> str:
        """What people call the day of the campaign, such as "Wear Blue Day"; "" where it has none."""
        day = self.schedule.observance.day
        found = (one for one in self.document.campaign.month.events if day and one.day == day)
        return next((one.short or one.name for one in found), "")

    def posts(self) -> tuple[PlannedPost, ...]:
        """All posts of the month; none for a year without a plan."""
        project = self.document.project
        if self.known_posts is None or self.known_posts[0] is not project:
            try:
                found = planned_posts(project, self.document.campaign)
            except StudioError:
                found = ()
            self.known_posts = (project, found)
        return self.known_posts[1]

    def kits(self) -> list[Kit]:
        """The kits of all weeks that the campaign has texts for."""
        found = []
        for week in self.numbers:
            with suppress(InputError):
                found.append(self.document.kit(week))
        return found

    def on(self, day: date) -> tuple[PlannedPost, ...]:
        """The posts of a day, those that belong to it first."""
        return tuple(sorted((post for post in self.posts() if post.day == day), key=lambda post: not post.fixed))

    def waiting(self) -> tuple[PlannedPost, ...]:
        """The posts that have no day yet."""
        return tuple(post for post in self.posts() if post.day is None)

    def post(self, piece: str = "") -> PlannedPost | None:
        """The post of a piece, or the open one."""
        wanted = piece or self.piece
        return next((post for post in self.posts() if post.piece == wanted), None)

    def locked(self, post: PlannedPost) -> bool:
        """Whether the words of a post are kept as they are."""
        return self.document.project.edits.text(post.piece, LOCKED) == YES

    def week(self, number: int) -> FocusWeek:
        """A focus week of the month."""
        return self.schedule.week(number)

    def holiday(self, day: date) -> str:
        """The name of the federal holiday on a day; "" where there is none."""
        found = holiday_on(day)
        return "" if found is None else translate(found.name)

    def marks(self, day: date) -> tuple[str, ...]:
        """The names of what falls on a day: days of the campaign and federal holidays."""
        return tuple(filter(None, (*(event.name for event in self.events(day)), self.holiday(day))))

    def tag(self, day: date) -> str:
        """The shortest name of what falls on a day: a hashtag, or a short name of a holiday."""
        holiday = holiday_on(day)
        short = translate(SHORT.get(holiday.name, holiday.name)) if holiday else ""
        return next((f"#{event.hashtag}" if event.hashtag else event.name for event in self.events(day)), short)

    def events(self, day: date) -> tuple[Event, ...]:
        """The days of the campaign that fall on a day."""
        return tuple(
            event
            for event in self.document.campaign.month.events
            if event.day == day.day and event.only_year in (None, self.year)
        )

    def first_day(self) -> date:
        """The first day of the open week that has a post, or else its first day."""
        number = self.document.project.week
        week = self.week(number if number in self.numbers else 1)
        return next((day for day in week.days if self.on(day)), week.first)

    # ---------------------------------------------------------------- choosing

    def open_day(self, day: date, piece: str = "") -> None:
        """Open a day of the month, and one of its posts (the first if none is named)."""
        posts = [post.piece for post in self.on(day)]
        piece = piece if piece in posts else self.piece if self.piece in posts else posts[0] if posts else ""
        if (day, piece) != (self.day, self.piece):
            self.day, self.piece = day, piece
            self.current_changed.emit()

    def open_next(self) -> None:
        """Open the next post of the open day."""
        posts = [post.piece for post in self.on(self.day)]
        if posts:
            place = posts.index(self.piece) if self.piece in posts else -1
            self.open_day(self.day, posts[(place + 1) % len(posts)])

    def set_network(self, name: str) -> None:
        """Show the texts as they are for a network."""
        self.network = self.networks.network(name)
        self.current_changed.emit()

    # ---------------------------------------------------------------- changing

    def set_days(self, number: int, days: tuple[date, date] | None) -> None:
        """Let a week have these days, or None for the usual ones."""
        text = self.tr("Dates of week {n}") if days else self.tr("Usual dates of week {n}")
        try:
            project = self.document.project.with_week_dates(number, days)
        except InputError as error:
            self.workspace.toast(explain(error))
            return
        self.document.change(text.format(n=number), project, f"days {number}" if days else "")

    def join(self, number: int) -> None:
        """Let a week have the days of the week beside it as well."""
        week = self.schedule.joined(number)
        self.set_days(number, (week.first, week.last))
        self.document.end_merge()
        self.workspace.toast(self.tr("Week {n} now has the dates of both weeks.").format(n=number), undo=True)

    def keep_short(self, number: int) -> None:
        """Let a short week keep its days, so that nobody is asked again."""
        week = self.week(number)
        self.set_days(number, (week.first, week.last))
        self.document.end_merge()

    def set_wear_blue(self, number: int, *, on: bool) -> None:
        """Add the awareness day to the kit of a week that does not hold it, or take it out."""
        project = self.document.project
        weeks = {*project.wear_blue, number} if on else {*project.wear_blue} - {number}
        text = self.tr("{day} in week {n}") if on else self.tr("No {day} in week {n}")
        self.document.change(
            text.format(day=self.awareness_day, n=number), replace(project, wear_blue=tuple(sorted(weeks)))
        )

    def move(self, piece: str, day: date | None) -> bool:
        """Put a post on another day of the month, or remove it from the calendar; returns whether it went there."""
        post = self.post(piece)
        if post is None or post.day == day:
            return False
        if post.fixed:
            self.workspace.toast(self.tr("“{title}” has a fixed date.").format(title=post.title))
            return False
        if day is not None and not self.in_month(day):
            return False
        text = self.tr("Remove “{title}” from the calendar") if day is None else self.tr("Move “{title}”")
        project = moved(self.document.project, post, day)
        if day is not None:
            self.day, self.piece = day, piece
        self.document.change(text.format(title=post.title), project)
        return True

    def move_by(self, days: int) -> bool:
        """Move the open post by days."""
        post = self.post()
        return post is not None and post.day is not None and self.move(post.piece, post.day + timedelta(days=days))

    def in_month(self, day: date) -> bool:
        """Whether a day belongs to the month of the campaign."""
        first, last = self.month
        return first <= day <= last

    def mark_posted(self, piece: str, *, posted: bool) -> None:
        """Keep that a post went out, or that it did not."""
        post = self.post(piece)
        if post is not None:
            text = self.tr("Mark “{title}” as posted") if posted else self.tr("“{title}” is not posted yet")
            self.document.edit(text.format(title=post.title), piece, POSTED, YES if posted else None)
            self.document.end_merge()

    def set_time(self, piece: str, at: time) -> None:
        """Let a post go out at another time of its day."""
        post = self.post(piece)
        if post is not None and post.time != at:
            project = timed(self.document.project, post, at)
            self.document.change(self.tr("Time of “{title}”").format(title=post.title), project, f"time {piece}")

    def set_all_times(self, at: time) -> None:
        """Let all posts go out at one time of their day, as one step."""
        project = all_timed(self.document.project, at)
        self.document.change(self.tr("One time for all posts"), project)
        self.workspace.toast(self.tr("All posts are scheduled for {time}.").format(time=time_label(at)), undo=True)

    def spread(self) -> None:
        """Spread the free posts of every week over its days, as one step."""
        before = self.document.project
        project = spread_evenly(before, self.document.campaign)
        self.document.change(self.tr("Spread the posts evenly"), project)
        if self.document.project is before:
            self.workspace.toast(self.tr("The posts are already spread evenly."))
        else:
            self.workspace.toast(self.tr("Posts spread evenly over their weeks."), undo=True)

    def write(self, post: PlannedPost, text: str) -> None:
        """Give a post its own text for the network shown."""
        words = self.tr("Text of “{title}” for {network}").format(
            title=post.title, network=translate(self.network.name)
        )
        self.document.edit(words, post.piece, network_field(self.network.id), text)

    def go_back(self, post: PlannedPost) -> None:
        """Forget the text of the network shown, or that of all networks where it has none of its own."""
        own = self.network.id in dict(post.own)
        words = self.tr("Kit text of “{title}”").format(title=post.title)
        self.document.edit(words, post.piece, network_field(self.network.id) if own else CAPTION, None)
        self.document.end_merge()

    def copy_text(self, post: PlannedPost) -> None:
        """Put the text for the network shown on the clipboard."""
        text = post.text(self.network)
        QApplication.clipboard().setText(numbered(text))
        words = self.tr("Copied for {network}, {n} characters")
        self.workspace.toast(words.format(network=translate(self.network.name), n=length(text, self.network)))

    def copy_description(self, post: PlannedPost) -> None:
        """Put the description of the picture on the clipboard."""
        QApplication.clipboard().setText(post.alt)
        self.workspace.toast(self.tr("Description copied, {n} characters").format(n=len(post.alt)))

    # ---------------------------------------------------------------- following

    def _follow(self, old: Project, new: Project) -> None:
        if not self.in_month(self.day):
            self.day, self.piece = same_day(self.day, self.month), ""
        if self.post() is None or not any(post.piece == self.piece for post in self.on(self.day)):
            posts = self.on(self.day)
            self.piece = posts[0].piece if posts else ""
        self.changed.emit()

    def _mark(self, _count: int, reasons: dict[str, str]) -> None:
        self.reasons = dict(reasons)
        self.changed.emit()

    def _choose_first(self) -> None:
        posts = self.on(self.day)
        self.piece = posts[0].piece if posts else ""


def time_label(at: time) -> str:
    """A time of day as people write it."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def same_day(day: date, month: tuple[date, date]) -> date:
    """The same day in another month, or its last one."""
    return month[0].replace(day=min(day.day, month[1].day))
