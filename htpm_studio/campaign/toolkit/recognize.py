"""From the blocks of a toolkit to what they are. Nothing is invented: what has no clear place is said to have none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from htpm_studio.campaign.toolkit.blocks import DocumentBlock, Source
from htpm_studio.campaign.toolkit.headings import (
    MONTH_AREAS,
    Area,
    area_of,
    group_of,
    section_of,
    span_of,
    title_of_week,
    week_of_heading,
    year_of,
)
from htpm_studio.campaign.toolkit.parser_state import HEADER
from htpm_studio.campaign.toolkit.phrases import FEWEST, TAG, has_tail, key_of, own_words
from htpm_studio.campaign.toolkit.post_blocks import LABEL, Posts
from htpm_studio.campaign.toolkit.resource_blocks import ResourceParser
from htpm_studio.campaign.toolkit.results import Certainty, RecognizedToolkit
from htpm_studio.errors import Diagnostic
from htpm_studio.hotline.guard import NearMiss, find_near_misses

_MONTH_THEME = re.compile(
    r"^(?:national )?human trafficking (?:prevention|awareness) month(?:,? 20\d\d)?\s*[:\u2013\u2014]\s*(.{8,160})$",
    re.IGNORECASE,
)
_SAID_THEME = re.compile(r"\b(?i:theme)\b[^.:\"“]{0,80}(?::|\bis)\s*[\"“]?([A-Z][^\"”]{7,160})[\"”]?\.?$")


def recognize(document: Source, year: int | None = None) -> RecognizedToolkit:
    """What the document says, block by block; `year` overrides the one that it names."""
    meant = year or year_of(document.blocks)
    walk = _Walk(meant)
    wrong = _wrong_blocks(document.blocks)
    for index, block in enumerate(document.blocks):
        walk.take(block, wrong=index in wrong)
    walk.finish()
    items = tuple(replace(item, number=number) for number, item in enumerate(walk.items, 1))
    mistakes = tuple(
        Diagnostic("error", "hotline", near_miss.sentence, text=near_miss.text, page=block.page, line=block.line)
        for block, near_miss in ((document.blocks[index], near_miss) for index, near_miss in sorted(wrong.items()))
    )
    return RecognizedToolkit(document.name, meant, items, mistakes)


def _wrong_blocks(blocks: Sequence[DocumentBlock]) -> dict[int, NearMiss]:
    """The blocks with a number or address that is almost the hotline's, in their words, links or over two blocks."""
    found: dict[int, NearMiss] = {}
    starts = [0, *accumulate(len(block.text) + 1 for block in blocks)]
    for near_miss in find_near_misses("\n".join(block.text for block in blocks)):
        for index in range(bisect_right(starts, near_miss.start) - 1, bisect_left(starts, near_miss.end)):
            found.setdefault(index, near_miss)
    for index, block in enumerate(blocks):
        apart = (*block.cells, *(text for link in block.links for text in (link.text, link.target)))
        near_misses = [near_miss for text in apart for near_miss in find_near_misses(text)]
        if near_misses:
            found.setdefault(index, near_misses[0])
    return found


class _Walk(Posts, ResourceParser):
    """Goes through the blocks once."""

    def take(self, block: DocumentBlock, *, wrong: bool = False) -> None:
        """Place one block; one that is wrong is named and not used."""
        if block.kind == "contents":
            return
        if not wrong:
            self._look_for_facts(block)
        if wrong:
            self._drop_held()
            self._add(
                block, "other", "unsure", "A number or address here is almost the hotline's. It must not be passed on."
            )
        elif self._is_heading(block):
            self._drop_held()
            self._heading(block)
        else:
            self._body(block)

    def finish(self) -> None:
        """The document is over."""
        self._drop_held()

    def _is_heading(self, block: DocumentBlock) -> bool:
        if block.kind == "heading":
            return True
        short = block.kind == "paragraph" and len(block.text) <= 120 and not has_tail(block.text)
        return short and (week_of_heading(block.text, self.year) is not None or self._is_theme(block.text))

    def _is_theme(self, text: str) -> bool:
        return self._week == 0 and self._area not in ("newsletter", "web") and _MONTH_THEME.match(text) is not None

    def _heading(self, block: DocumentBlock) -> None:
        text, level = block.text, block.level
        week = week_of_heading(text, self.year)
        if week is not None:
            self._new_week(block, *week)
            return
        area = area_of(text)
        known = area is not None and area not in ("connecting", "actions")
        topic = self._week and self._area in ("overview", "idea") and not known and self._topic(block)
        if topic and (area is None or self._area == "overview"):
            return
        if 0 < level < self._week_level and area not in ("connecting", "actions", "resources", "posts"):
            self._leave_week()
        if area == "resources" and text.isupper() and not level and self._area not in ("actions", "connecting", "idea"):
            self._leave_week()
            self._enter("materials", text)
        elif area in MONTH_AREAS:
            self._month_heading(block, area or "front")
        elif (area == "posts" and not self._week) or (area == "resources" and not self._week):
            self._enter("materials", text)
        elif area is not None and not (area == "actions" and self._area == "resources" and group_of(text)):
            self._enter(area, text)
        else:
            self._inner_heading(block)

    def _new_week(self, block: DocumentBlock, number: int, numbered: bool) -> None:
        if self._area == "overview" and number == 1 and 1 in self._weeks_seen:
            self._enter("idea", block.text)
            self._weeks_seen = set()
        overview = self._area == "overview"
        self._week, self._week_level = number, block.level
        self._weeks_seen.add(number)
        self._enter("overview" if overview else "idea", block.text)
        title = title_of_week(block.text)
        certainty: Certainty = "sure" if numbered else "likely"
        reason = "" if numbered else "Its number was determined from its dates."
        days = span_of(block.text)
        self._add(block, "week", certainty, reason, head=title, dates=((1, days[0]), (1, days[1])) if days else None)

    def _month_heading(self, block: DocumentBlock, area: Area) -> None:
        if area == "hotline" and self._week and self._area == "posts" and block.level > self._week_level:
            self._inner_heading(block)
            return
        if area != "theme" or not self._week:
            self._leave_week()
        if found := _MONTH_THEME.match(block.text):
            self._theme(block, found.group(1))
        self._enter(area, block.text)

    def _inner_heading(self, block: DocumentBlock) -> None:
        """A heading inside a part: a section of posts, a group of resources, the title of a resource or passage."""
        text = block.text
        self._colon = False
        if self._is_theme(text) and (found := _MONTH_THEME.match(text)):
            self._theme(block, found.group(1))
            self._enter("theme", text)
        elif self._area in ("posts", "voices"):
            self._post_heading(block)
        elif self._area == "resources":
            self._group, self._under_title = group_of(text) or self._group, not group_of(text)
            self._head = text
        elif self._area == "connecting" or (self._area in ("actions", "idea") and self._week):
            self._head = text
        elif self._area in ("proclamation", "newsletter", "web") and block.level:
            self._enter("materials", text)
        elif self._area in ("newsletter", "web"):
            self._text(block)
        elif not self._week or self._area == "overview":
            self._leave_week()
            self._enter("materials" if self._area == "materials" else "front", text)

    def _post_heading(self, block: DocumentBlock) -> None:
        text = block.text
        if LABEL.fullmatch(text):
            return
        loud = text.isupper() and len(text) > 3 and self._section and not self._section.isupper()
        if section_of(text) is not None and not (loud and section_of(text) != "voices"):
            if self._section == "" or section_of(text) != section_of(self._section):
                self._section = text
        elif block.level and not loud:
            self._section = text
        else:
            self._add(block, "aside", "likely", "Text from a picture, or a label, among the posts.")
        if re.search(r"\b(sample|posts?|social media)\b", text, re.IGNORECASE):
            self._area = "posts"

    def _body(self, block: DocumentBlock) -> None:
        if self._area in ("posts",):
            self._post(block)
            return
        self._drop_held()
        if self._week and self._area == "overview":
            if not self._topic(block):
                self._add(block, "aside", "likely", "It introduces the weeks.")
        elif self._area == "actions":
            self._action(block)
        elif self._area == "resources":
            self._resource(block)
        else:
            self._text(block)

    def _text(self, block: DocumentBlock) -> None:
        if found := (self._week == 0 and len(block.text) < 260 and _SAID_THEME.search(block.text)):
            self._theme(block, found.group(1))
            return
        if self._area == "goals":
            listed = block.kind == "item"
            self._add(
                block,
                "goal" if listed else "aside",
                "sure" if listed else "likely",
                "" if listed else "It introduces the goals.",
            )
        elif self._area == "proclamation":
            clause = re.match(r"^(whereas|now,? therefore)", block.text, re.IGNORECASE) is not None
            self._add(
                block,
                "proclamation" if clause else "aside",
                "sure",
                "" if clause else "It is about the proclamation.",
            )
        elif self._area in ("newsletter", "web"):
            head = "head" if _MONTH_THEME.match(block.text) or block.kind == "heading" else ""
            self._add(block, "newsletter" if self._area == "newsletter" else "web", group=head)
        elif self._area == "connecting" and self._week:
            self._add(block, "passage", head=self._topic_words(self._head))
        elif self._area == "idea" and self._week:
            if not self._topic(block):
                self._add(block, "passage", "sure" if block.kind == "paragraph" else "likely", "", group="idea")
        elif self._area == "theme":
            self._add(block, "theme", "likely", "It is below the theme.", group="text")
        elif self._area == "hashtags":
            if not TAG.search(block.text) or own_words(block.text) >= FEWEST:
                self._add(block, "aside", "sure", "It explains how to use hashtags.")
        elif self._week and self._area == "voices":
            self._add(block, "aside", "likely", "It is about Voices of Freedom; the kit has its own text for that.")
        elif self._week:
            self._add(
                block, "other", "unsure", "It is under a heading that the program does not recognize.", head=self._head
            )
        else:
            self._add(block, "aside", "likely", "It does not belong to a week.", head=self._head)

    def _action(self, block: DocumentBlock) -> None:
        alone = len(block.links) == 1 and key_of(block.links[0].text) == key_of(block.text)
        before = next(
            (item for item in reversed(self.items) if item.kind == "action" and item.week == self._week), None
        )
        if block.kind == "paragraph" and not has_tail(block.text):
            self._add(
                block, "passage", "likely", "A paragraph among the things to do.", group="actions", head=self._head
            )
        elif alone and before is not None:
            self.items[self.items.index(before)] = replace(before, links=before.links + block.links)
            self._named(
                block,
                block.text,
                block.links[0].target,
                "act",
                "likely",
                "A title without text among the things to do.",
            )
        elif block.level and before is not None and not alone:
            joined = replace(before, text=f"{before.text} {block.text}", links=before.links + block.links)
            self.items[self.items.index(before)] = joined
        else:
            text = " ".join(dict.fromkeys(cell for cell in block.cells if cell)) if block.cells else block.text
            if not (block.cells and all(HEADER.match(cell) for cell in block.cells if cell)):
                self._add(
                    replace(block, text=text),
                    "action",
                    "sure" if block.kind == "item" else "likely",
                    "",
                    head=self._head,
                )
