"""Words without a fixed page: running text, tables and calendars, ready for a writer of files to set down."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from typing import Literal, TypeAlias

from htpm_studio.frozen import dataclass
from htpm_studio.scene.nodes import UNDATED, Face, OfficeTheme, PictureSource
from htpm_studio.units import Size

BlockKind = Literal[
    "title", "lead", "head", "when", "subhead", "text", "item", "label", "note", "clause", "call", "button", "sign",
    "picture", "week", "this-week", "number", "source", "step", "help", "way",
]  # fmt: skip


ROWS: frozenset[BlockKind] = frozenset(("item", "week", "this-week", "step"))
"""Blocks that are rows of a list."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; `url` makes it a link, `blank` a place that its reader fills in."""

    text: str
    url: str = ""
    strong: bool = False
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. A `label` names the block after it, a `call` says where help is, a `sign` is a line to sign on;
    a `picture` says what the next picture of the text shows. A `week` is a row of the month, a `step` something to do,
    a `number` a finding whose `source` follows. A `way` to the hotline is a paragraph under the head of the `help`,
    where a page shows it larger than the `call` can.

    `fields` are the names under which own words for it are kept (none: it follows from others), in another `piece`
    than the text's own where one is named.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    fields: tuple[str, ...] = ()
    piece: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Inks:
    """The colors of a text as "#RRGGBB": `on_deep` is on `deep`, all other inks on `paper`."""

    paper: str
    soft: str
    ink: str
    muted: str
    link: str
    line: str
    deep: str
    on_deep: str
    accent: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """The picture at the top of a mail: a file beside the text, what it shows in words, its size in pixels."""

    file: str
    alt: str
    size: Size


LOGO_AREA, LOGO_HIGH, LOGO_WIDE = 6400.0, 46.0, 236.0
"""The even optical size of logos at the head of a text, in square points, and how high and wide one is at most."""


def logo_size(ratio: float) -> Size:
    """How large a logo of that shape (width divided by height) is at the head of a text, in points."""
    high = min(LOGO_HIGH, math.sqrt(LOGO_AREA / ratio), LOGO_WIDE / ratio)
    return Size(high * ratio, high)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender's logo above a text; `named` puts the name beside it.

    `plate` is the color behind a logo that would not stand out from paper, "" for one that does.
    """

    logo: PictureSource
    named: bool = False
    plate: str = ""


@dataclass(frozen=True, slots=True)
class WebLook:
    """How a web page looks besides its inks: the ground of its head with the ink on it, and the face of headlines.

    `fallback` are the fonts that replace the face. The picture beside the head shows what `alt` says; `square` pages
    have no round corners. `skip` is what the link past the head says.
    """

    ground: str
    on_ground: str
    face: Face
    fallback: str
    alt: str
    skip: str
    square: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """Running text with what a file says about itself. `preview` is the line that mail programs show in a list.

    `date` is in UTC. `pictures` are for the blocks that are pictures, in order. As HTML a text `for_mail` keeps to what
    mail programs understand; any other has the look of `web`, and its first picture beside the head.
    """

    title: str
    author: str
    language: str
    blocks: tuple[Paragraph, ...]
    inks: Inks
    theme: OfficeTheme
    paper: Size
    subject: str = ""
    preview: str = ""
    masthead: Masthead | None = None
    for_mail: bool = False
    date: datetime = UNDATED
    pictures: tuple[PictureSource, ...] = ()
    letterhead: Letterhead | None = None
    web: WebLook | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """Every text, in order, but for the ways to the hotline, which replace no sentence about it."""
        above = self.masthead.alt if self.masthead else ""
        beside = self.web.alt if self.web else ""
        return (self.title, self.preview, above, beside, *(block.text for block in self.blocks if block.kind != "way"))

    @property
    def beside(self) -> tuple[str, ...]:
        """The texts that the page does not show: what the file says of itself, and where its links lead."""
        urls = (span.url for block in self.blocks for span in block.spans)
        return (self.author, self.subject, *filter(None, urls))


@dataclass(frozen=True, slots=True)
class Table:
    """A table by itself. One `for_people` is opened in a spreadsheet, any other one is read by a program.

    Columns that are kept `as_written` have their letters as they are.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    for_people: bool = True
    as_written: frozenset[int] = frozenset()

    @property
    def said(self) -> tuple[str, ...]:
        """Every text, in order."""
        return tuple(cell for row in self.rows for cell in row)

    @property
    def beside(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.head


@dataclass(frozen=True, slots=True)
class Appointment:
    """Whole days in a calendar, the last one included, or a few minutes `at` a time of the place where it is read.

    `id` stays the same when the text changes.
    """

    id: str
    first: date
    last: date
    title: str
    text: str
    url: str = ""
    category: str = ""
    at: time | None = None


@dataclass(frozen=True, slots=True)
class EventCalendar:
    """A calendar; `stamp` is when it was last changed, in UTC: a later one replaces an earlier one."""

    name: str
    language: str
    stamp: datetime
    appointments: tuple[Appointment, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """Every text, in order."""
        return tuple(text for appointment in self.appointments for text in (appointment.title, appointment.text))

    @property
    def beside(self) -> tuple[str, ...]:
        """The name of the calendar, and where its days lead."""
        return (
            self.name,
            *(text for appointment in self.appointments for text in (appointment.url, appointment.category) if text),
        )


Words: TypeAlias = Writing | Table | EventCalendar


def plain(kind: BlockKind, text: str, *fields: str, piece: str = "") -> Paragraph:
    """A block of plain text."""
    return Paragraph(kind, (Span(text),), fields, piece)
