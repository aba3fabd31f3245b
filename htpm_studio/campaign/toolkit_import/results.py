"""What was found in a toolkit document: items with their kind, their place in a campaign, and how sure that is."""

from __future__ import annotations

from typing import Literal, get_args

from htpm_studio.campaign.toolkit_import.blocks import DocumentLink
from htpm_studio.campaign.toolkit_import.purpose import BUILT_IN, Setting
from htpm_studio.errors import Diagnostic
from htpm_studio.frozen import dataclass

Kind = Literal[
    "week", "theme", "goal", "passage", "action", "resource", "post", "hashtag", "hotline", "event", "proclamation",
    "newsletter", "web", "heading", "aside", "other",
]  # fmt: skip
Certainty = Literal["sure", "likely", "unsure"]
KINDS: tuple[Kind, ...] = get_args(Kind)
UNPLACED: tuple[Kind, ...] = ("other", "aside", "heading")
"""Kinds of findings that cannot be used as they are."""

OF_PAGE = "It belongs to the page, not to the toolkit: a menu, a notice, a margin."
"""Why a line of a web page is not used."""

OF_PICTURE = "It is the alternative text of a picture."
"""Why words beside a post are none of it."""

OF_HELPLINE = "It says how to reach the helpline, which every piece says itself."
OF_LANGUAGE = "It is in the second language of the document; a kit has only one."
"""Why a line that says again in another language what the document says is not used."""

Day = tuple[int, int]
"""A month and a day of it."""


PartName = Literal[
    "week", "posts", "decks", "theme", "goals", "hashtags", "day", "numbers", "resources", "voices", "proclamation",
    "newsletter", "web",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class MissingPart:
    """Something that a kit has and the document lacks: a week, its posts or decks, or a part of the month (week 0)."""

    name: PartName
    week: int = 0

    @property
    def id(self) -> str:
        """What it is called on the command line: `voices`, `week-3`."""
        return f"{self.name}-{self.week}" if self.week else self.name


@dataclass(frozen=True, slots=True)
class ToolkitItem:
    """One thing that the document says.

    `week` is 0 for the whole month, else the number of a week, day or theme in the document. `head` is the heading that
    a post, passage or action is under, or the title of a week; `group` is "learn" or "act" for a resource, "connect" or
    "strengthen" for the topic of a week. `dates` are the first and the last day that the document prints for it.
    `about` is what a resource is about, or the title of the part of a post whose part shares its week with others.
    `platforms` and `files` are the labels of a post. `use` says whether it goes into the pack.
    """

    number: int
    kind: Kind
    text: str
    week: int = 0
    head: str = ""
    group: str = ""
    links: tuple[DocumentLink, ...] = ()
    about: str = ""
    dates: tuple[Day, Day] | None = None
    platforms: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    certainty: Certainty = "sure"
    reason: str = ""
    use: bool = True
    page: int = 0
    line: int = 0

    @property
    def of_page(self) -> bool:
        """Whether it belongs to the page that the document is on: a menu, a notice, a margin."""
        return self.kind == "aside" and self.reason == OF_PAGE

    @property
    def day(self) -> int | None:
        """The day of its month, where it is for a single day."""
        return self.dates[0][1] if self.dates and self.dates[0] == self.dates[1] else None

    @property
    def place(self) -> str:
        """Where it is in the document, in words."""
        return f"page {self.page}" if self.page else f"line {self.line}"


@dataclass(frozen=True, slots=True)
class RecognizedToolkit:
    """All that was found in one document; `year` is 0 when the document names none.

    `language` is what it is written in, `setting` what it is for.
    `mistakes` are what must not be passed on, such as a number that is almost the hotline's. `missing` is what a kit of
    the built-in campaign has and the document does not say, `keeps` what of it the user wants from there. `notes` say
    how its parts became the weeks of a kit.
    """

    name: str
    year: int
    items: tuple[ToolkitItem, ...]
    mistakes: tuple[Diagnostic, ...] = ()
    language: str = "en"
    setting: Setting = BUILT_IN
    missing: tuple[MissingPart, ...] = ()
    keeps: frozenset[MissingPart] = frozenset()
    notes: tuple[str, ...] = ()

    def of(self, kind: Kind, week: int | None = None) -> tuple[ToolkitItem, ...]:
        """The items of a kind that are to be used, of one week if it is named, in the order of the document."""
        rows = (item for item in self.items if item.kind == kind and item.use)
        return tuple(item for item in rows if week is None or item.week == week)

    @property
    def single(self) -> bool:
        """True if all of it is for one day: an observance of a day, in a document without weeks or their dates."""
        parts = self.of("week")
        own = (self.setting.month, self.setting.day)
        divided = any(item.head or item.dates not in (None, (own, own)) for item in parts)
        undivided = self.weeks in ((), (1,)) and not divided
        return not self.setting.ours and self.setting.is_day and bool(self.setting.day) and undivided

    def week_words(self, number: int) -> str:
        """What one of its weeks is called in a sentence: "week 2", or "the day"."""
        return "the day" if self.single else f"week {number}"

    @property
    def weeks(self) -> tuple[int, ...]:
        """The numbers of the weeks, days or themes that the document has content for."""
        return tuple(
            sorted({item.week for item in self.items if item.week and item.kind in ("post", "action") and item.use})
        )
