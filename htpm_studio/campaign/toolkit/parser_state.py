"""Where a walk through a toolkit is, and the items that it has found so far."""

from __future__ import annotations

import re

from htpm_studio.campaign.toolkit.blocks import DocumentBlock
from htpm_studio.campaign.toolkit.headings import Area
from htpm_studio.campaign.toolkit.phrases import FEWEST, TAG, key_of, own_words
from htpm_studio.campaign.toolkit.results import Certainty, Day, Kind, ToolkitItem
from htpm_studio.hotline.guard import same_number
from htpm_studio.hotline.helpline import NATIONAL

TOPIC = re.compile(r"^connect(?:ing)? the dots(?: between)?\s*[:\u2013\u2014-]?\s*(.+)$", re.IGNORECASE)
HEADER = re.compile(
    r"^(?:title|resource|link|url|address|name|post|message|text|week|section|action|description|topic|about|summary|"
    r"note|detail|audience|group|date|day)s?$",
    re.IGNORECASE,
)
_STRENGTH = re.compile(
    r"^(?:what you can do to )?strengthen(?:ing)? communities\s*(?:through|by|with|[:\u2013\u2014-])\s*(.+)$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<!\d)1?[ .(-]{0,2}8\d\d[ .)-]{0,3}\d{3}[ .-]?\d{4}(?!\d)")


class ParserState:
    """The week, the part of the week, the heading and the group that the walk is in; `items` is what it found."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.items: list[ToolkitItem] = []
        self._week, self._week_level = 0, 0
        self._weeks_seen: set[int] = set()
        self._area: Area = "front"
        self._head, self._group, self._section = "", "", ""
        self._under_title = False
        self._colon = False
        self._held: DocumentBlock | None = None
        self._titles: set[tuple[int, str]] = set()
        self._themes: set[str] = set()

    def _enter(self, area: Area, head: str) -> None:
        self._area, self._head = area, head
        self._group, self._under_title, self._colon = "", False, False
        if area != "posts":
            self._section = ""
        if area == "voices":
            self._section = head

    def _leave_week(self) -> None:
        self._week = self._week_level = 0

    def _topic(self, block: DocumentBlock) -> bool:
        """The topic of a week where the weeks are listed, or under the heading of a week."""
        for group, pattern in (("connect", TOPIC), ("strengthen", _STRENGTH)):
            if (found := pattern.match(block.text)) and len(block.text) <= 200:
                self._add(block, "week", head=found.group(1).strip(), group=group)
                return True
        first = self.items[-1].kind == "week" and not self.items[-1].group
        if self._area == "overview" and first and block.kind in ("heading", "item") and len(block.text) <= 120:
            self._add(
                block,
                "week",
                "likely",
                "It is below the week in the list of weeks.",
                head=block.text,
                group="connect",
            )
            return True
        return False

    def _topic_words(self, head: str) -> str:
        found = TOPIC.match(head)
        return found.group(1).strip(" .") if found else head

    def _look_for_facts(self, block: DocumentBlock) -> None:
        if self._area == "hashtags" and own_words(block.text) < FEWEST:
            primary = "primary" if re.search("primary|main", self._head, re.IGNORECASE) else ""
            for tag in TAG.findall(block.text):
                self._add(block, "hashtag", text=tag, group=primary)
        if self._area == "hotline":
            for found in _PHONE.finditer(block.text):
                if same_number(found.group(), NATIONAL):
                    self._add(block, "hotline", text=found.group().strip())
        if self._area == "hashtags" and block.kind == "heading" and not TAG.search(block.text):
            self._head = block.text

    def _theme(self, block: DocumentBlock, words: str) -> None:
        words = words.strip()
        if key_of(words) not in self._themes:
            self._themes.add(key_of(words))
            self._add(block, "theme", text=words, group="title")

    def _add(
        self, block: DocumentBlock, kind: Kind, certainty: Certainty = "sure", reason: str = "", *,
        text: str | None = None,
        head: str = "", group: str = "", about: str = "", dates: tuple[Day, Day] | None = None,
    ) -> None:  # fmt: skip
        use = kind not in ("other", "aside") and certainty != "unsure"
        words = block.text if text is None else text
        self.items.append(
            ToolkitItem(
                0, kind, words, self._week, head, group, block.links, about, dates, (), (), certainty, reason, use,
                block.page, block.line,
            )
        )  # fmt: skip
