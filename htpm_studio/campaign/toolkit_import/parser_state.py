"""Where a walk through a toolkit is, and the items that it has found so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from htpm_studio.campaign.toolkit_import.blocks import NO_LABELS, DocumentBlock, PostLabels
from htpm_studio.campaign.toolkit_import.post_labels import without_labels
from htpm_studio.campaign.toolkit_import.results import UNPLACED, Certainty, Day, Kind, ToolkitItem
from htpm_studio.campaign.toolkit_import.sections import IN_TABLE, MAX_SECTIONS, PARTS, Section
from htpm_studio.campaign.toolkit_import.text_splitting import (
    FEWEST,
    TAG,
    has_tail,
    key_of,
    own_words,
    without_short_name,
)
from htpm_studio.campaign.toolkit_import.vocabulary import acts, area_of, platforms_in
from htpm_studio.hotline.guard import same_number
from htpm_studio.hotline.helpline import NATIONAL
from htpm_studio.languages.model import Area

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
    """The section, the part of it, the heading and the group that the walk is in; `items` is what it found."""

    def __init__(self, year: int, blocks: Sequence[DocumentBlock] = (), sections: Mapping[int, Section] = {}) -> None:
        self.year = year
        self.items: list[ToolkitItem] = []
        self._blocks, self._sections = blocks, sections
        self._index = 0
        self._changed = False
        self._week, self._week_level = 0, 0
        self._titled = self._dated = True
        self._week_at = 0
        self._area: Area = "front"
        self._area_level = 0
        self._head, self._group, self._section = "", "", ""
        self._guessed = False
        self._under_title = False
        self._colon = False
        self._held: DocumentBlock | None = None
        self._pending, self._steady = PostLabels(), PostLabels()
        self._labels_first: bool | None = None
        self._direct = False
        self._picture_below = False
        self._posted = False
        self._files_first: bool | None = None
        self._began = False
        self._stray = ""
        levels = [section.level for section in sections.values() if section.level]
        top = min(levels, default=0)
        self._nested = bool(top) and any(
            block.level > top and is_part(block.text) for block in blocks if block.kind == "heading"
        )
        self._last = 0
        self._acted: dict[tuple[int, str], int] = {}
        self._titles: set[tuple[int, str]] = set()
        self._themes: set[str] = set()

    def _enter(self, area: Area, head: str, level: int = 0, *, guessed: bool = False) -> None:
        self._area, self._head, self._area_level, self._guessed = area, head, level, guessed
        self._group, self._under_title, self._colon, self._direct = "", False, False, False
        self._stray, self._picture_below = "", False
        self._posted, self._files_first = False, None
        self._pending, self._steady, self._labels_first = PostLabels(), PostLabels(), None
        if area != "posts":
            self._section = ""
        if area == "voices":
            self._section = head

    def _leave_week(self) -> None:
        self._week = self._week_level = 0
        self._titled = self._dated = True

    def _ahead(self, start: int) -> list[DocumentBlock]:
        """The blocks after one, up to the next heading or section."""
        rows: list[DocumentBlock] = []
        for index in range(start + 1, len(self._blocks)):
            block = self._blocks[index]
            if block.kind == "heading" or index in self._sections or len(rows) > 200:
                break
            if block.kind not in ("contents", "furniture", "foreign"):
                rows.append(block)
        return rows

    def _guess_alike(self, block: DocumentBlock) -> Area | None:
        """The kind of the blocks below an unknown heading, or below the same heading in other weeks."""
        own = self._guess(self._index, block.level)
        if own is not None:
            return own
        same = (at for at, other in enumerate(self._blocks) if other.kind == "heading" and other.text == block.text)
        guesses = Counter(
            guess for at in islice(same, MAX_SECTIONS) if (guess := self._guess(at, block.level)) is not None
        )
        return next((guess for guess, count in guesses.most_common(1) if count), None)

    def _guess(self, index: int, level: int = 0) -> Area | None:
        """The kind of the blocks below an unknown heading, by their looks; None where these do not show it.

        Below the head of a column, a sentence that begins with a verb is a thing to do.
        """
        rows = [row for row in self._ahead(index) if not _is_label(row)]
        if not rows:
            return None
        tagged = sum(1 for row in rows if row.labels is not None or TAG.search(row.text))
        linked = sum(1 for row in rows if has_tail(row.text) or any(link.target for link in row.links))
        listed = sum(1 for row in rows if row.kind in ("item", "row") or len(row.text) <= 100)
        items = sum(1 for row in rows if row.kind == "item")
        if tagged * 2 >= len(rows):
            return "posts"
        if linked * 2 >= len(rows) and listed * 2 >= len(rows):
            return "resources"
        if level > IN_TABLE and all(row.kind == "paragraph" and acts(row.text) for row in rows):
            return "actions" if not linked else None
        return "actions" if items * 2 >= len(rows) and not linked and _act(rows) else None

    def _topic(self, block: DocumentBlock) -> bool:
        """The topic of a week where the weeks are listed, or under the heading of a week."""
        for group, pattern in (("connect", TOPIC), ("strengthen", _STRENGTH)):
            if (found := pattern.match(block.text)) and len(block.text) <= 200:
                self._add(block, "week", head=found.group(1).strip(), group=group)
                return True
        first = bool(self.items) and self.items[-1].kind == "week" and not self.items[-1].group
        bare = first and not self.items[-1].head
        if (
            self._area == "overview"
            and bare
            and block.kind in ("heading", "item", "paragraph")
            and len(block.text) <= 120
        ):
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
        return found.group(1).strip(" .") if found else head.rstrip(" :")

    def _look_for_facts(self, block: DocumentBlock) -> None:
        if self._area == "hashtags" and own_words(block.text) < FEWEST:
            primary = "primary" if re.search("primary|main", self._head, re.IGNORECASE) else ""
            for tag in TAG.findall(block.text):
                self._add(block, "hashtag", text=tag, group=primary)
        if self._area in ("front", "materials") and re.match(r"^(?:hash)?tags?\s*:", block.text, re.IGNORECASE):
            for tag in TAG.findall(block.text):
                self._add(block, "hashtag", text=tag)
        if self._area == "hotline":
            for found in _PHONE.finditer(block.text):
                if same_number(found.group(), NATIONAL):
                    self._add(block, "hotline", text=found.group().strip())
        if self._area == "hashtags" and block.kind == "heading" and not TAG.search(block.text):
            self._head = block.text

    def _theme(self, block: DocumentBlock, words: str) -> None:
        words = without_short_name(words.strip())
        words = words.rstrip(".") if words.count(".") == 1 else words
        if key_of(words) not in self._themes:
            self._themes.add(key_of(words))
            self._add(block, "theme", text=words, group="title")

    def _add(
        self, block: DocumentBlock, kind: Kind, certainty: Certainty = "sure", reason: str = "", *,
        text: str | None = None, head: str = "", group: str = "", about: str = "",
        dates: tuple[Day, Day] | None = None, labels: PostLabels = NO_LABELS,
    ) -> None:  # fmt: skip
        use = kind not in UNPLACED and certainty != "unsure"
        words = block.text if text is None else text
        if kind != "heading":
            self._last = len(self.items)
        if kind == "action":
            self._acted[self._week, head] = len(self.items)
        self.items.append(
            ToolkitItem(
                0, kind, words, self._week, head, group, block.links, about, dates, labels.platforms, labels.files,
                certainty, reason, use, block.page, block.line,
            )
        )  # fmt: skip


def _is_label(row: DocumentBlock) -> bool:
    """Whether a line only says something about a post beside it: its network, its picture, its day."""
    labeled = without_labels(row.text)
    return bool(labeled.sorts) and not labeled.words


def _act(rows: Sequence[DocumentBlock]) -> bool:
    """Whether the lines of a list begin with what to do."""
    items = [row for row in rows if row.kind == "item"]
    return sum(1 for row in items if acts(row.text)) * 3 >= 2 * len(items)


def is_part(text: str) -> bool:
    """Whether a heading begins one of the parts that a week has."""
    return area_of(text) in ("points", *PARTS) or bool(platforms_in(text))
