"""What was found in a toolkit document: items with their kind, their place in a campaign, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from htpm_studio.campaign.toolkit.blocks import DocumentLink
from htpm_studio.errors import Diagnostic

Kind = Literal[
    "week", "theme", "goal", "passage", "action", "resource", "post", "hashtag", "hotline", "event", "proclamation",
    "newsletter", "web", "aside", "other",
]  # fmt: skip
Certainty = Literal["sure", "likely", "unsure"]
KINDS: tuple[Kind, ...] = get_args(Kind)
USED: tuple[Kind, ...] = (
    "week", "theme", "goal", "passage", "action", "resource", "post", "hashtag", "proclamation", "newsletter", "web",
)  # fmt: skip
"""Kinds that become part of a pack; the hotline and the awareness day are only compared with what is known."""


@dataclass(frozen=True, slots=True)
class ToolkitItem:
    """One thing that the document says.

    `week` is 0 for the whole month. `head` is the heading that a post, passage or action is under, or the title of
    a week; `group` is "learn" or "act" for a resource, "connect" or "strengthen" for the topic of a week. `day` is a
    day of January that a post is for. `use` says whether it goes into the pack.
    """

    number: int
    kind: Kind
    text: str
    week: int = 0
    head: str = ""
    group: str = ""
    links: tuple[DocumentLink, ...] = ()
    about: str = ""
    day: int | None = None
    span: tuple[int, int] | None = None
    certainty: Certainty = "sure"
    reason: str = ""
    use: bool = True
    page: int = 0
    line: int = 0

    @property
    def place(self) -> str:
        """Where it is in the document, in words."""
        return f"page {self.page}" if self.page else f"line {self.line}"


@dataclass(frozen=True, slots=True)
class RecognizedToolkit:
    """All that was found in one document; `year` is 0 when the document names none.

    `mistakes` are what must not be passed on, such as a number that is almost the hotline's.
    """

    name: str
    year: int
    items: tuple[ToolkitItem, ...]
    mistakes: tuple[Diagnostic, ...] = ()

    def of(self, kind: Kind, week: int | None = None) -> tuple[ToolkitItem, ...]:
        """The items of a kind that are to be used, of one week if it is named, in the order of the document."""
        rows = (item for item in self.items if item.kind == kind and item.use)
        return tuple(item for item in rows if week is None or item.week == week)
