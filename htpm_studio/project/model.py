"""One user's kit as values: the organization, its photos and their records, the choices and the own words."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from typing import Annotated, Literal, get_args

from htpm_studio.decoding.values import NOT_IN_FILES, Form, InOrder, Most, OneOf, called, within
from htpm_studio.errors import InputError, Message, msg
from htpm_studio.frozen import dataclass
from htpm_studio.languages.declared import SOURCE, languages
from htpm_studio.pieces.families import BASE
from htpm_studio.project.file_forms import (
    MAX_NAME,
    Color,
    Day,
    Family,
    Font,
    Moment,
    Name,
    Pack,
    Picture,
    Share,
    Text,
    Week,
    Year,
)  # fmt: skip
from htpm_studio.scene.nodes import FontSource
from htpm_studio.weeks import MOST_WEEKS, WEEK_NUMBERS, check_week

LONGEST_WEEK = 31
MOST_PARTNERS = 4
MOST_SAVES = 1_000_000_000
MOST_SEED = 9_999
MOST_FIXED = 500
MOST_PHOTOS = 100
MOST_REHEARSED, MOST_SLIDES, LONGEST_SLIDE = 40, 200, 36_000
"""Of how many decks the last rehearsal is kept, of how many of their slides, and with how many seconds at most."""
MOST_LOST = 3 + MOST_PARTNERS + MOST_PHOTOS
MOST_REPLACED = 10
People = Literal["", "nobody", "staff", "model", "participant", "child", "unsure"]
ConsentKind = Literal["", "signed", "spoken", "license"]
PEOPLE: tuple[People, ...] = get_args(People)
CONSENT_KINDS: tuple[ConsentKind, ...] = get_args(ConsentKind)
LostKind = Literal["logo", "partner", "photo", "font"]
ReplacedKind = Literal["style", "background"]
Style = Literal["classic", "calm"]
STYLES: tuple[Style, ...] = get_args(Style)
Pair = Literal["warm", "sturdy", "friendly", "bookish", "campaign"]
PAIRS: tuple[Pair, ...] = get_args(Pair)
FontUse = Literal["heading", "text"]
"""What a font of the user is for."""

FONT_USES: tuple[FontUse, ...] = get_args(FontUse)

MOST_FOUND = 60
"""How many faces of a photo are kept, the surest ones."""

MOST_FACES = 6
"""How many faces a font of the user may have, one for each weight."""

NameBeside = Literal["auto", "always", "never"]
NAMES_BESIDE: tuple[NameBeside, ...] = get_args(NameBeside)
CENTER = (0.5, 0.4)
UPRIGHT_CENTER = (0.5, 0.28)
"""Where the focus of a photo lies if it is not set: a little above the middle, where faces are."""

Seed = Annotated[int, within(0, MOST_SEED)]
Mix = Annotated[tuple[Week, Seed], InOrder(msg("a week and the number of a mix"))]
Point = Annotated[tuple[Share, Share], InOrder(msg("two numbers from 0 to 1"))]
Faces = Annotated[tuple[Font, ...], Most(MOST_FACES)]

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Partner:
    """An organization that is named beside the sender."""

    name: Text
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Brand:
    """The sender: its cleaned name, one or two colors "#RRGGBB" (none: the campaign's), logo, partners.

    `contact` is a line such as a web address, `local_number` a local hotline beside the national one, `evaluation` the
    address of an online form for the end of a training. `style` says
    which of its colors the pieces are on. `pair` names the fonts of the program that it uses; its own fonts for
    headlines and for all other text replace them. `name_beside` says whether the name is beside the logo ("auto": where
    the logo is a symbol without words). `family` is the id of the design family that draws its pieces; one that this
    computer does not have is kept, and the first draws them.
    """

    organization: Organization = field(metadata=called("organisation"))
    colors: Annotated[tuple[Color, ...], Most(2)] = ()
    logo: Picture | None = None
    partners: Annotated[tuple[Partner, ...], Most(MOST_PARTNERS)] = ()
    contact: Text = ""
    local_number: Text = ""
    evaluation: Text = ""
    style: Style = "classic"
    pair: Pair = "warm"
    heading_font: Faces = ()
    text_font: Faces = ()
    name_beside: NameBeside = "auto"
    family: Family = BASE


@dataclass(frozen=True, slots=True)
class Consent:
    """A record that the pictured people agreed: who, the last day it holds (None: without end), where it is kept.

    `kind` says how they agreed ("" in older files), `agreed` who of a child's side did: "guardian", "child".
    """

    who: Text
    until: Day | None = None
    record: Text = ""
    kind: ConsentKind = ""
    agreed: Annotated[tuple[Text, ...], Most(10)] = ()

    def holds(self, day: date) -> bool:
        """Whether the photo may be used on that day."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True)
class FaceBox:
    """Where a face is in a photo, in shares of its width and height, and how certain that is (1: a person said so)."""

    left: Share
    top: Share
    right: Share
    bottom: Share
    score: Share = 1.0


FoundFace = Annotated[FaceBox, InOrder(msg("four places and a certainty, from 0 to 1"))]


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo with its file name, the point that must show (fractions of width and height), and its record.

    `people` says who can be recognized ("" when nobody was asked); `withdrawn` keeps it out of every piece, and one
    that is `placed` only appears in the pieces that the user gave it to. `faces` are those that must not be cut (None:
    nobody looked for them).
    """

    source: Picture = field(metadata=called("picture"))
    name: Text
    focus: Point = CENTER
    alt: Text = ""
    credit: Text = ""
    consent: Consent | None = None
    people: People = ""
    withdrawn: bool = False
    placed: bool = False
    faces: Annotated[tuple[FoundFace, ...], Most(MOST_FOUND)] | None = None


@dataclass(frozen=True, slots=True)
class LostPicture:
    """A picture that was damaged or missing in the project file; `name` is that of the partner or the photo's file.

    The same is remembered of a font, whose name is "heading" or "text".
    """

    kind: LostKind = field(metadata=called("what"))
    name: Text = ""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A style or a background that an older file names and the program has no more, and the nearest, which it has."""

    kind: ReplacedKind
    was: Text
    now: Text

    @property
    def sentence(self) -> Message:
        """What is gone, and what has its place, for the people who make the kit."""
        if self.kind == "style":
            return msg(
                "The style {was} is no longer in the program; the kit is now in {now}.", was=self.was, now=self.now
            )
        return msg(
            "The background {was} is no longer in the program; your changes to it are now on {now}.",
            was=self.was, now=self.now,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The user's own text for one field of one piece."""

    piece: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Edits:
    """All own texts, sorted; one for each field of a piece at most."""

    items: tuple[Edit, ...] = ()

    @classmethod
    def from_mapping(cls, pieces: Mapping[str, Mapping[str, str]]) -> Edits:
        """The edits of a mapping from piece to field to text."""
        rows = (Edit(piece, field, text) for piece, fields in pieces.items() for field, text in fields.items())
        return cls(tuple(sorted(rows)))

    def to_mapping(self) -> dict[str, dict[str, str]]:
        """The edits as a mapping from piece to field to text."""
        pieces: dict[str, dict[str, str]] = {}
        for edit in self.items:
            pieces.setdefault(edit.piece, {})[edit.field] = edit.text
        return pieces

    def text(self, piece: str, field: str) -> str | None:
        """The own text of a field; None where it follows the campaign."""
        return next((edit.text for edit in self.items if (edit.piece, edit.field) == (piece, field)), None)

    def changed(self, piece: str, field: str, text: str | None) -> Edits:
        """The same edits with another text for one field; None lets it follow the campaign again."""
        rows = [edit for edit in self.items if (edit.piece, edit.field) != (piece, field)]
        if text is not None:
            rows.append(Edit(piece, field, text))
        return Edits(tuple(sorted(rows)))


OwnTexts = Annotated[Edits, Form(Mapping[str, Mapping[str, Text]], Edits.from_mapping, Edits.to_mapping)]


@dataclass(frozen=True, slots=True, order=True)
class WeekDates:
    """The user's own first and last day of a focus week."""

    week: Week
    first: Day
    last: Day


@dataclass(frozen=True, slots=True, order=True)
class FixedPerson:
    """A place in a drawn scene, counted from 0, and the drawn person whom the user gave it to."""

    scene: Name
    place: Annotated[int, within(0, MOST_FIXED)]
    person: Name


FixedPeople = Annotated[
    tuple[Annotated[FixedPerson, InOrder(msg("a scene, a place and a person"))], ...], Most(MOST_FIXED)
]


@dataclass(frozen=True, slots=True)
class DrawnPeople:
    """Who is in the drawings: the name of a cast, which of its castings (0 is the first), and places that are fixed."""

    cast: Name = "mixed"
    seed: Seed = 0
    fixed: FixedPeople = ()

    def with_person(self, scene: str, place: int, person: str | None) -> DrawnPeople:
        """The same people with another one in a place; None leaves it to the cast again."""
        rest = [fixed for fixed in self.fixed if (fixed.scene, fixed.place) != (scene, place)]
        added = [FixedPerson(scene, place, person)] if person is not None else []
        return replace(self, fixed=tuple(sorted((*rest, *added))))


@dataclass(frozen=True, slots=True)
class Official:
    """Who signs the proclamation: name, office ("Mayor", "Tribal Chair") and jurisdiction; "" is filled in by hand."""

    name: Name = ""
    office: Name = ""
    jurisdiction: Name = ""

    def over(self, other: Official) -> Official:
        """This, and what it leaves open from another."""
        return Official(self.name or other.name, self.office or other.office, self.jurisdiction or other.jurisdiction)


SlideTime = Annotated[tuple[Name, Annotated[int, within(0, LONGEST_SLIDE)]], InOrder(msg("a slide and its seconds"))]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The last rehearsal of a deck: how many seconds each slide took that was shown."""

    deck: Name
    slides: Annotated[tuple[SlideTime, ...], Most(MOST_SLIDES)]


SAVE_STEP = timedelta(seconds=2)
"""How much later each save dates a kit: a step of SEQUENCE in a calendar."""


def saves_until(moment: datetime, year: int) -> int:
    """How many saves a kit of a year would have had for its calendar to bear a moment; see `calendar_date`."""
    return min(MOST_SAVES, max(0, (moment - _first_date(year)) // SAVE_STEP))


def calendar_date(year: int, saves: int) -> datetime:
    """The date that the calendar of a kit bears: the first day of the year before, and a step for each save.

    Calendar programs take a changed entry only with a later date (RFC 5545, 3.8.7); no clock is needed for that.
    """
    return _first_date(year) + saves * SAVE_STEP


def _first_date(year: int) -> datetime:
    return datetime(year - 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Project:
    """One kit. `theme` is the user's own line for the month ("": the campaign's).

    `week_dates` are own days of focus weeks, one for each week of a year at most. `wear_blue` are weeks that have the
    campaign's awareness day (Wear Blue Day) although they do not hold it.

    `pack` holds the files of another campaign than the built-in one, each as its path inside the pack and its text.
    `extra` keeps what a file of this version holds beyond that: key and JSON text. `saved` is when the file was last
    written, in UTC to the second, and `saves` how often; they are no part of what the kit says. `lost` are pictures
    that a damaged file did not hold any more (`project/missing_pictures.py`). `mixes` are weeks with another mix of
    layouts, and its number. `rehearsals` are for whoever speaks, and no kit has anything of them. `replaced` is said of
    a file of an older version, until it is saved.
    """

    brand: Brand
    week: Week
    year: Year
    photos: Annotated[tuple[Photo, ...], Most(MOST_PHOTOS)] = ()
    language: Annotated[str, OneOf(languages)] = SOURCE
    edits: OwnTexts = Edits()
    extra: tuple[tuple[str, str], ...] = field(default=(), metadata=NOT_IN_FILES)
    theme: Text = ""
    pack: Pack = ()
    saved: Moment | None = field(default=None, compare=False)
    lost: Annotated[tuple[LostPicture, ...], Most(MOST_LOST)] = ()
    week_dates: Annotated[tuple[WeekDates, ...], Most(500)] = ()
    wear_blue: Annotated[tuple[Week, ...], Most(MOST_WEEKS)] = ()
    official: Official = Official()
    people: DrawnPeople = DrawnPeople()
    mixes: Annotated[tuple[Mix, ...], Most(MOST_WEEKS)] = ()
    saves: Annotated[int, within(0, MOST_SAVES)] = field(default=0, compare=False)
    rehearsals: Annotated[tuple[Rehearsal, ...], Most(MOST_REHEARSED)] = ()
    replaced: Annotated[tuple[Replaced, ...], Most(MOST_REPLACED)] = field(default=(), compare=False)

    def mix_of(self, week: int) -> int:
        """Which mix of layouts the graphics of a week have; 0 is the program's first."""
        return dict(self.mixes).get(week, 0)

    def rehearsed(self, deck: str) -> Mapping[str, int]:
        """The seconds of each slide of a deck in its last rehearsal; empty without one."""
        return next((dict(one.slides) for one in self.rehearsals if one.deck == deck), {})

    def with_rehearsal(self, deck: str, seconds: Mapping[str, float]) -> Project:
        """The project with another last rehearsal of a deck, the newest first."""
        times = [(slide, min(LONGEST_SLIDE, round(spent))) for slide, spent in seconds.items()]
        rest = (one for one in self.rehearsals if one.deck != deck)
        kept = (Rehearsal(deck, tuple(times[:MOST_SLIDES])), *rest)
        return replace(self, rehearsals=kept[:MOST_REHEARSED])

    def with_mix(self, week: int, number: int) -> Project:
        """The project with another mix of layouts for the graphics of a week."""
        rest = {**dict(self.mixes), week: number}
        return replace(self, mixes=tuple(sorted((week_number, mix) for week_number, mix in rest.items() if mix)))

    def with_week_dates(self, week: int, days: tuple[date, date] | None) -> Project:
        """The project with other days of a week in its year; None for the usual ones. Raises InputError."""
        rest = [dates for dates in self.week_dates if (dates.week, dates.first.year) != (week, self.year)]
        if days is not None:
            rest.append(check_week_dates(WeekDates(week, *days)))
            if days[0].year != self.year:
                raise InputError(
                    msg("The dates of week {week} are in {year}.", week=week, year=days[0].year),
                    msg("The kit is for {year}: choose days of that year, or another year.", year=self.year),
                )
        return replace(self, week_dates=tuple(sorted(rest)))

    def with_photo(self, photo: Photo) -> Project:
        """The project with one more photo, or with the record of one that it already has replaced."""
        rest = tuple(known for known in self.photos if known.source.key != photo.source.key)
        return replace(self, photos=(*rest, photo))


def with_mix(project: Project, number: int) -> Project:
    """The project with the same mix of layouts in every week."""
    return replace(project, mixes=tuple((week, number) for week in WEEK_NUMBERS if number))


def clean_text(text: str) -> str:
    """The text in NFC on one line: white space becomes single spaces, what cannot be seen goes.

    Dropped are control characters, lone surrogates, private and unassigned characters, and the marks that
    change the direction of text; joiners stay, as Persian and emoji need them between letters.
    """
    spaced = "".join(" " if char.isspace() else char for char in text)
    kept = (char for char in spaced if char in _JOINERS or unicodedata.category(char) not in _HIDDEN)
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


BREAK = "\u2028"
"""A line break that the user set in a text; it holds on the pages that show the text."""


def clean_words(text: str) -> str:
    """The text as `clean_text` has it, but with the line breaks that the user set between its words."""
    return BREAK.join(line for line in map(clean_text, text.split(BREAK)) if line)


def unbroken(text: str) -> str:
    """The text on one line, where it is said or listed, without the line breaks that the user set."""
    return text.replace(BREAK, " ")


def clean_organization(name: str) -> str:
    """The organization's name, 1 to 120 visible characters; raises InputError otherwise."""
    cleaned = clean_text(name)
    if not cleaned.strip(_JOINERS + " "):
        raise InputError("The name of the organization is empty.", "Give the name as it should appear on every piece.")
    if len(cleaned) > MAX_NAME:
        raise InputError(
            msg("The name of the organization has {count} characters.", count=len(cleaned)),
            msg("Use a short form of at most {max_name} characters.", max_name=MAX_NAME),
        )
    return cleaned


Organization = Annotated[str, Form(Text, lambda name: clean_organization(name) if name else "", str)]
"""The name may still be missing in a kit that is kept."""


def partner_name_of(stem: str) -> str:
    """A partner's name from the name of its logo's file: "east-side_clinic" becomes "East Side Clinic"."""
    words = clean_text(stem.replace("-", " ").replace("_", " ")).split() or [clean_text(stem)]
    return " ".join(word if word[:1].isupper() else word.capitalize() for word in words)[:MAX_NAME]


def style_named(name: str) -> Style:
    """The style of a name in any case; raises InputError for another."""
    found = next((style for style in STYLES if style == name.strip().lower()), None)
    if found is None:
        raise InputError(msg('There is no style "{name}".', name=name.strip()[:40]), "Use classic or calm.")
    return found


def pair_named(name: str) -> Pair:
    """The pair of fonts of a name in any case; raises InputError for another."""
    found = next((pair for pair in PAIRS if pair == name.strip().lower()), None)
    if found is None:
        raise InputError(msg('There is no pair of fonts "{name}".', name=name.strip()[:40]),
                       msg("Choose from {names}.", names=", ".join(PAIRS)))  # fmt: skip
    return found


def with_own_font(brand: Brand, use: FontUse, faces: tuple[FontSource, ...]) -> Brand:
    """The brand with another own font for one use; without faces it is that of the pair again."""
    return replace(brand, heading_font=faces) if use == "heading" else replace(brand, text_font=faces)


def dressed_as(brand: Brand, other: Brand) -> Brand:
    """A brand in the family, style and fonts of another: what partners have in common."""
    return replace(
        brand, style=other.style, pair=other.pair, heading_font=other.heading_font, text_font=other.text_font,
        family=other.family,
    )  # fmt: skip


def names_in(project: Project) -> str:
    """All that the user wrote about who they are: letters that a font should have."""
    brand = project.brand
    partners = (partner.name for partner in brand.partners)
    return " ".join((brand.organization, brand.contact, project.theme, project.official.name, *partners))


def name_beside_named(word: str) -> NameBeside:
    """Whether the name is beside the logo, from a word in any case; raises InputError for another."""
    found = next((choice for choice in NAMES_BESIDE if choice == word.strip().lower()), None)
    if found is None:
        raise InputError(
            msg('"{word}" does not say whether the name is beside the logo.', word=word.strip()[:40]),
            "Use auto, always or never.",
        )
    return found


def check_week_dates(dates: WeekDates) -> WeekDates:
    """The dates if they are at most a month in their order; raises InputError otherwise."""
    check_week(dates.week)
    if (dates.last - dates.first).days >= LONGEST_WEEK:
        raise InputError(
            msg("Week {week} would have more than {most} days.", week=dates.week, most=LONGEST_WEEK),
            "Choose a first and a last day that are closer to each other.",
        )
    if dates.last < dates.first:
        raise InputError(
            msg("Week {week} ends before it begins.", week=dates.week), "Give the first day first, then the last day."
        )
    return dates
