"""Everything the month says, as frozen values: weeks, actions, resources, posts, decks, hotline and fixed words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, timedelta
from itertools import count
from typing import Literal, TypeVar

from htpm_studio.campaign.post_length import bare_address, x_length
from htpm_studio.campaign.session import Session
from htpm_studio.campaign.strings import Strings
from htpm_studio.decoding.values import NOT_IN_FILES, Fields, Spoken, spoken
from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.helpline import Helpline, helpline
from htpm_studio.scene.emphasis import without_stars

LinkStatus = Literal["verified", "likely", "unknown", "moved"]
ResourceKind = Literal[
    "advisory", "brief", "card", "fact sheet", "framework", "guidance", "infographic", "memorandum",
    "report", "standard", "tool", "toolkit", "training", "webinar", "website",
]  # fmt: skip
PostSection = Literal[
    "awareness", "awareness-day", "training", "practice", "access", "connection", "online", "violence", "economic",
    "voices",
]  # fmt: skip
DeckId = Literal["training", "short", "loop"]
TraffickingForm = Literal["labor", "sex"]
Audience = Literal["public", "at-risk", "professional"]
AUDIENCES: tuple[Audience, ...] = ("public", "at-risk", "professional")
TRAFFICKING = "trafficking"
"""The topic of the built-in campaign, and of toolkits about the same cause."""

Tone = Literal["adult", "teen"]
"""How a piece addresses its readers: Spanish says usted to adults and tú to teenagers."""


_ON_KEYS = ("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ")
_KEYS = {char: str(key) for key, chars in enumerate(_ON_KEYS, 2) for char in chars}


def keyed(word: str) -> str:
    """A word or number with its letters as the digits on the keys of a telephone."""
    return "".join(_KEYS.get(char, char) for char in word.upper())


@dataclass(frozen=True, slots=True)
class Hotline:
    """A helpline; one record for all languages of a pack. What is empty does not exist, and pieces do without it.

    `name` is what it is called where the fixed words do not say it: for those beside the first. `pages` are those
    in other languages, `web_es` the Spanish one.
    """

    number: str
    text_number: str = ""
    text_keyword: str = ""
    tty: str = ""
    web: str = ""
    chat: str = ""
    phone_languages: int = 0
    text_languages: tuple[str, ...] = ()
    note: str = ""
    name: str = ""
    pages: Spoken = spoken("web_")

    def spoken(self, language: str) -> Hotline:
        """The helpline with its page in a language, where it has one of its own there."""
        return replace(self, web=dict(self.pages).get(language, self.web))

    @property
    def texting(self) -> str:
        """The text number with the keyword that it spells, as people are told it."""
        return f"{self.text_number} ({self.text_keyword})" if self.spells else self.text_number

    @property
    def spells(self) -> bool:
        """Whether the keyword is the text number on the keys of a telephone, and not a word to be sent."""
        return bool(self.text_keyword) and keyed(self.text_keyword) == self.text_number

    @property
    def dialed(self) -> str:
        """The number as a link; one that does not begin with the code of its country is dialed as it is."""
        digits = "".join(filter(str.isdigit, self.number))
        return f"tel:+{digits}" if self.number.startswith(("1-", "+", "1 ")) else f"tel:{digits}"

    @property
    def watched(self) -> Helpline:
        """What the guard compares numbers and addresses with."""
        return helpline(self.number, self.text_number, self.text_keyword, self.web)


@dataclass(frozen=True, slots=True)
class PieceTexts:
    """What goes into one design: a template id, its fields, and the alt text of the finished picture.

    `illustrated` keeps the campaign's drawing: no photo of real people beside words about harm.
    """

    template: str
    fields: Fields
    alt: str = ""
    illustrated: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """Other fields and notes of a slide or handout, for kits that have a `day` of the month (`has`) or not."""

    day: int
    has: bool
    fields: Fields
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """A printed piece: its id within the week, the template and the fields; `alt` describes its picture.

    `tone` is how the fixed words address its readers; `dated` is what it says with, or without, a certain day.
    `illustrated` keeps the campaign's drawing: no photo of real people beside words about harm.
    """

    id: str
    template: str
    fields: Fields
    alt: str = ""
    tone: Tone = "adult"
    dated: Dated | None = None
    illustrated: bool = False


@dataclass(frozen=True, slots=True)
class Scenario:
    """A situation to practice with, composed for that: no real case, about what the people in the room do and say.

    `listen` are good answers, which only the facilitator sees.
    """

    id: str
    form: TraffickingForm
    head: str
    text: str
    questions: tuple[str, ...]
    listen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number that cannot exist without who counted, and when; `year` is the year of publication."""

    id: str
    number: str
    unit: str
    text: str
    source: str
    year: int
    url: str = ""
    status: LinkStatus = "unknown"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: a year or a kind, in other languages by their ids, and the count in full."""

    label: str
    count: int
    labels: Spoken = spoken("")

    def called(self, language: str) -> str:
        """Its label in a language; the plain one where that has none of its own."""
        return dict(self.labels).get(language, self.label)


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with its source and its age; one record for all languages of a pack.

    `figures` are the forms in which texts say the number; `published` is the year of the source; `checked` and `due`
    are days ("2027-05-01"): of the last verification, and from when a newer number is expected. `successor` says
    where that one will be found. `status` is "verified" when two independent sources agreed, else "single". `series`
    are the values that belong together in a chart, such as the counts of several years; a slide that says the number
    shows them where `chart` says that they can be compared.
    """

    id: str
    figures: tuple[str, ...]
    value: str
    period: str
    source: str
    published: int
    url: str
    status: Literal["verified", "single"]
    checked: str
    due: str
    successor: str
    series: tuple[Point, ...] = ()
    chart: bool = False

    @property
    def due_on(self) -> date:
        """The day from which a newer number is expected."""
        return date.fromisoformat(self.due)

    @property
    def checked_on(self) -> date:
        """The day of the last verification."""
        return date.fromisoformat(self.checked)


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The file `facts.toml` of a pack."""

    schema: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One heading with its paragraphs; `only_year` limits it to the month of one year, `only_why` says why."""

    head: str
    paragraphs: tuple[str, ...]
    only_year: int | None = None
    only_why: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that people can do: a short form for slides and graphics, a full one for handouts and web pages."""

    id: str
    short: str
    text: str
    resources: tuple[str, ...] = ()
    only_year: int | None = None
    only_why: str = ""
    only_day: int | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to read, take or order; an address is given only when its status is not `unknown`.

    `search` is the publisher's own site ("acf.gov"), where a title without a known address can be searched for.
    `pages` are those in other languages (`url_es`); texts in them name these where they name `url`. `in_english` says
    in a pack of another language that it is only in English: a list tells its readers once, a title alone has the mark
    behind it.
    """

    id: str
    title: str
    kind: ResourceKind
    group: Literal["learn", "act"]
    status: LinkStatus
    about: str = ""
    audience: str = ""
    url: str = ""
    checked: str = ""
    note: str = ""
    only_year: int | None = None
    only_why: str = ""
    search: str = ""
    pages: Spoken = spoken("url_")
    in_english: bool = False

    @property
    def linkable(self) -> bool:
        """Whether the address may be printed, linked and put into a QR code."""
        return self.status != "unknown" and bool(self.url)


@dataclass(frozen=True, slots=True)
class NetworkTexts:
    """What a post says on each network, in texts of their own: one for X or the three parts of a thread, and so on.

    Bluesky, Threads and Mastodon have that of X. The `comment` goes first under the post on LinkedIn and Facebook, and
    has the address; `sms` is one text message. A place in square brackets is filled in by the user.
    """

    x: tuple[str, ...]
    instagram: str
    linkedin: str
    facebook: str
    sms: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One social post; address and hashtags are kept apart from the text.

    It says something of its own on each network (`networks`), or has one text in a long and a short form, as toolkits
    do. A hashtag that is a word of a sentence stays in the text, is listed too, and is not repeated after it.
    `audience` says who it speaks to: everyone, people who may be exploited themselves, or a profession; `tone` how the
    fixed words address them. `home` is the week that a post was written for when it goes out with another one (0: its
    own).
    """

    id: str
    section: PostSection
    graphic: PieceTexts
    text: str = ""
    short: str = ""
    networks: NetworkTexts | None = None
    hashtags: tuple[str, ...] = ()
    url: str = ""
    status: LinkStatus = "likely"
    only_year: int | None = None
    only_why: str = ""
    only_day: int | None = None
    audience: Audience = "public"
    tone: Tone = "adult"
    note: str = ""
    home: int = field(default=0, metadata=NOT_IN_FILES)

    def caption(self) -> str:
        """The text that stands for the post where it has one only: that of X, or the long form with its address."""
        return "\n\n".join(self.networks.x) if self.networks else self._joined(self.text)

    def short_caption(self) -> str:
        """The short form with its address and hashtags, at most 280 by the counting of X."""
        return self._joined(self.short)

    def short_length(self) -> int:
        """The weighted length of the short form as X counts it; each address counts 23."""
        return x_length(self.short_caption())

    def usable(self, year: int) -> bool:
        """Whether the post may be used in the month of that year."""
        return self.only_year in (None, year)

    def _joined(self, text: str) -> str:
        tags = " ".join(f"#{tag}" for tag in self.hashtags if not re.search(rf"#{re.escape(tag)}\b", text))
        return " ".join(part for part in (text, bare_address(self.url), tags) if part)


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: layout (a deck template id), fields, notes, minutes, section; `alt` describes its picture.

    `illustrated` keeps the campaign's drawing: no photo of real people beside words about harm. `dated` is what
    it says with, or without, a certain day. Slides are known by their numbers, or by a `name` that no number counts:
    one that comes between others later needs it, so that changes which users made to those stay with them.
    """

    layout: str
    fields: Fields
    section: str
    minutes: float
    notes: str = ""
    alt: str = ""
    illustrated: bool = False
    dated: Dated | None = None
    name: str = ""

    @property
    def title(self) -> str:
        """The heading, unique within its deck."""
        head = self.fields.get("head") or self.fields.get("quote", "")
        return without_stars(head) if isinstance(head, str) else ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A finished talk: `training` for a session, `short` for a staff meeting, `loop` for a screen at an event.

    `tone` is how the fixed words on its slides address the readers.
    """

    id: DeckId
    title: str
    about: str
    slides: tuple[Slide, ...]
    tone: Tone = "adult"

    @property
    def audience(self) -> Audience:
        """Who it speaks to: whoever passes a screen may be at risk, the other two are given to people at work."""
        return "at-risk" if self.id == "loop" else "professional"

    @property
    def minutes(self) -> float:
        """How long the talk takes, in minutes."""
        return sum(slide.minutes for slide in self.slides)

    @property
    def named(self) -> Mapping[str, Slide]:
        """The slides in order by their names; those without one are called by their number among themselves."""
        numbers = count(1)
        return {slide.name or str(next(numbers)): slide for slide in self.slides}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A day to take part in, always in the month of the campaign; `short` is what people call it."""

    id: str
    day: int
    name: str
    call: str = ""
    text: str
    hashtag: str = ""
    url: str = ""
    status: LinkStatus = "likely"
    only_year: int | None = None
    only_why: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the newsletter of one week says before that week's ideas: subject, preview line and opening paragraphs."""

    head: str
    summary: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """One focus week; without posts and decks it is only announced and cannot be exported."""

    number: int
    slug: str
    title: str
    short: str
    eyebrow: str
    idea: str
    connect: str = ""
    strengthen: str = ""
    connecting: tuple[Passage, ...] = ()
    talking_points: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    letter: Letter | None = None
    actions: tuple[Action, ...] = ()
    resources: tuple[Resource, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    posts: tuple[Post, ...] = ()
    decks: tuple[Deck, ...] = ()
    handouts: tuple[Handout, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    session: Session | None = None

    @property
    def ready(self) -> bool:
        """Whether the week has the content that a kit needs; a language may have posts before it has decks."""
        return bool(self.posts)

    def deck(self, name: str) -> Deck:
        """The deck with that id; InputError when the week has none."""
        return _named(self.decks, name, msg("Week {number} has no deck called {name}.", number=self.number, name=name))

    def handout(self, name: str) -> Handout:
        """The printed piece with that id; InputError when the week has none."""
        message = msg("Week {number} has no handout called {name}.", number=self.number, name=name)
        return _named(self.handouts, name, message)

    def resource(self, name: str) -> Resource:
        """The resource with that id; InputError when the week has none."""
        message = msg("Week {number} has no resource called {name}.", number=self.number, name=name)
        return _named(self.resources, name, message)


@dataclass(frozen=True, slots=True)
class WeekPart:
    """A further file of a week: its posts, its decks, its handouts, its scenarios or its session."""

    posts: tuple[Post, ...] = ()
    decks: tuple[Deck, ...] = ()
    handouts: tuple[Handout, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    session: Session | None = None


@dataclass(frozen=True, slots=True)
class MonthTheme:
    """The line of the month; `year` is set when it was announced for one year only."""

    title: str
    short: str
    line: str
    text: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Proclamation:
    """The clauses that a mayor or council signs; `send` is the month before, in which it is sent to them."""

    title: str
    issuer: str
    clauses: tuple[str, ...]
    resolution: str
    signer: str
    witness: str = ""
    send: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """Running text for a newsletter or a web page; the last line asks for something and names an address."""

    head: str
    summary: str
    paragraphs: tuple[str, ...]
    call: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Voices:
    """The oral history project Voices of Freedom: what it is, its numbers with their year, and how to take part."""

    name: str
    line: str
    paragraphs: tuple[str, ...]
    statistics: tuple[Statistic, ...]
    url: str
    status: LinkStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthName:
    """One name that the month has, who uses it, and where that was read; `checked` is the day."""

    name: str
    used_by: str
    source: str
    url: str
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What one language says about the whole month; `theme_by` is who announces its theme each year.

    `full_name` is the one of its `names` that every text uses.
    """

    name: str
    full_name: str
    about: str
    goals: tuple[str, ...] = ()
    credit: str
    picture_credit: str
    themes: tuple[MonthTheme, ...]
    events: tuple[Event, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    resources: tuple[Resource, ...] = ()
    proclamation: Proclamation
    newsletter: Article
    web: Article
    about_hotline: Article
    voices: Voices | None = None
    theme_by: str = ""
    names: tuple[MonthName, ...] = ()

    @property
    def other_names(self) -> tuple[str, ...]:
        """What others call it."""
        return tuple(known.name for known in self.names if known.name != self.full_name)


@dataclass(frozen=True, slots=True)
class PrintedWeeks:
    """The first and last days of weeks as the toolkit of a year prints them; `weeks` are their numbers (empty: all)."""

    year: int
    first: tuple[int, ...]
    last: tuple[int, ...]
    weeks: tuple[int, ...] = ()

    @property
    def spans(self) -> dict[int, tuple[int, int]]:
        """The first and last day of each week by its number."""
        numbers = self.weeks or range(1, len(self.first) + 1)
        return dict(zip(numbers, zip(self.first, self.last, strict=True), strict=True))


PRINTED = (PrintedWeeks(2025, (1, 6, 13, 20, 27), (5, 12, 19, 26, 31)),)


@dataclass(frozen=True, slots=True)
class Observance:
    """When a campaign takes place and what it is about; a pack that does not say it is one of January.

    `month` is its month, `day` the day of that month that people take part in (0: none), `day_color` the color that
    pieces of that day turn to, `printed` the days of the weeks in years whose toolkits print them, which may go on into
    the months beside it (`days`). `topics` are those whose language rules its words follow.
    A `single` one has no weeks: all of it is for its day, in any year.
    """

    month: int = 1
    day: int = 11
    day_color: Literal["", "blue"] = "blue"
    printed: tuple[PrintedWeeks, ...] = PRINTED
    topics: tuple[str, ...] = (TRAFFICKING,)
    single: bool = False

    @property
    def about_trafficking(self) -> bool:
        """Whether it is of this program's own cause: what is said of trafficking alone is for no other campaign."""
        return TRAFFICKING in self.topics

    def span(self, year: int, week: int) -> tuple[int, int] | None:
        """The first and last day of a week as the toolkit of that year prints them."""
        return next((edition.spans.get(week) for edition in self.printed if edition.year == year), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackInfo:
    """What is the same in every language of a pack; `year` is the year of the toolkit its facts come from.

    `hotline` is the helpline that every piece shows, `helplines` are others that its texts name. `addresses_checked` is
    the last day on which somebody looked for its web addresses ("": nobody has).
    """

    schema: int
    name: str
    year: int
    primary_hashtag: str
    secondary_hashtags: tuple[str, ...] = ()
    addresses_checked: str = ""
    hotline: Hotline
    helplines: tuple[Hotline, ...] = ()
    observance: Observance = Observance()

    @property
    def addresses_due(self) -> date:
        """The day from which the web addresses are to be opened by hand: a year after the last time, or at once."""
        return date.fromisoformat(self.addresses_checked) + timedelta(days=365) if self.addresses_checked else date.min


@dataclass(frozen=True, slots=True)
class Campaign:
    """One pack in one language; `translations` holds the fixed words of every language of the pack.

    `facts` are the numbers that its texts say; a pack without a list of them has none.
    """

    info: PackInfo
    language: str
    month: Month
    words: Strings
    translations: Mapping[str, Strings]
    weeks: tuple[Week, ...]
    facts: tuple[Fact, ...] = ()

    @property
    def hotline(self) -> Hotline:
        """The hotline of the pack, with its page in the language."""
        return self.info.hotline.spoken(self.language)

    @property
    def helplines(self) -> tuple[Helpline, ...]:
        """All helplines of the pack as the guard knows them, the one that every piece shows first."""
        return tuple(hotline.watched for hotline in (self.info.hotline, *self.info.helplines))

    @property
    def observance(self) -> Observance:
        """When the campaign takes place."""
        return self.info.observance

    @property
    def about_trafficking(self) -> bool:
        """Whether it is of this program's own cause, built in or imported: another cause has its own rules."""
        return self.info.observance.about_trafficking

    def week_name(self, number: int) -> str:
        """What a week is called where all are listed: "Week 2"; a single day has a name of its own."""
        return self.announced_week(number).short if self.observance.single else msg("Week {number}", number=number)

    def theme(self, year: int) -> MonthTheme:
        """The theme announced for that year, or else the line without a year."""
        for theme in self.month.themes:
            if theme.year == year:
                return theme
        return next(theme for theme in self.month.themes if theme.year is None)

    def announced_week(self, number: int) -> Week:
        """The week with that number, ready or not; InputError when there is none."""
        for week in self.weeks:
            if week.number == number:
                return week
        numbers = ", ".join(str(week.number) for week in self.weeks)
        message = msg("There is no week {number} in {name}.", number=number, name=self.info.name)
        raise InputError(message, msg("Choose one of {numbers}.", numbers=numbers))

    def week(self, number: int) -> Week:
        """The week with that number and all its content; InputError when there is none or it is only announced."""
        week = self.announced_week(number)
        if not week.ready:
            ready = ", ".join(str(other.number) for other in self.weeks if other.ready) or msg("none")
            pattern = "Week {number} ({title}) has no content yet in {name}."
            message = msg(pattern, number=number, title=week.title, name=self.info.name)
            raise InputError(message, msg("Weeks that are ready: {ready}.", ready=ready))
        return week


Item = TypeVar("Item", Deck, Handout, Resource)


def _named(items: tuple[Item, ...], name: str, message: str) -> Item:
    """The item with an id; raises InputError with the message and the ids that there are."""
    for item in items:
        if item.id == name:
            return item
    raise InputError(message, msg("It has: {names}.", names=", ".join(item.id for item in items) or msg("none")))
