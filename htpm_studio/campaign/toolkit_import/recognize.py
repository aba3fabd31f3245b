"""From the blocks of a toolkit to what they are. Nothing is invented: what has no clear place is said to have none.

Every line of the document becomes an item or a part of one; `certainty` says how sure its place is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from htpm_studio.campaign.toolkit_import.blocks import NO_LABELS, DocumentBlock, PostLabels, Source, picture_mark
from htpm_studio.campaign.toolkit_import.headings import observance_in, section_of, theme_in_title
from htpm_studio.campaign.toolkit_import.helplines import phones_in, says_how_to_reach
from htpm_studio.campaign.toolkit_import.languages import TWO_LANGUAGES, in_one_language
from htpm_studio.campaign.toolkit_import.parser_state import HEADER
from htpm_studio.campaign.toolkit_import.post_blocks import Posts
from htpm_studio.campaign.toolkit_import.post_labels import NUMBERED, without_labels
from htpm_studio.campaign.toolkit_import.printed_dates import dates_in, is_date, without_dates, year_of
from htpm_studio.campaign.toolkit_import.resource_blocks import ResourceParser
from htpm_studio.campaign.toolkit_import.results import (
    OF_HELPLINE,
    OF_LANGUAGE,
    OF_PAGE,
    OF_PICTURE,
    Certainty,
    Day,
    RecognizedToolkit,
    ToolkitItem,
)
from htpm_studio.campaign.toolkit_import.sections import IN_TABLE, PARTS, Section, find_sections, section_head
from htpm_studio.campaign.toolkit_import.table_blocks import flattened
from htpm_studio.campaign.toolkit_import.text_splitting import (
    FEWEST,
    LAST_TAG,
    TAG,
    has_tail,
    key_of,
    own_words,
    parts_of,
    with_detail,
    without_short_name,
)
from htpm_studio.campaign.toolkit_import.vocabulary import (
    acts,
    area_of,
    folded,
    group_of,
    is_furniture,
    is_page_number,
    label_of,
    language_of,
    part_beside,
    platforms_in,
)
from htpm_studio.errors import Diagnostic
from htpm_studio.hotline.guard import NearMiss, find_near_misses
from htpm_studio.languages.model import Area

MONTH_AREAS = frozenset(
    ("front", "overview", "goals", "hashtags", "proclamation", "newsletter", "web", "hotline", "theme")
)
_SAID_THEME = re.compile(
    r"\b(?i:theme|lema|tagline|slogan|motto|eslogan)\b[^.:\"\u201c\u00ab]{0,80}(?::|\bis|\bes)\s*[\"\u201c\u00ab]?([A-Z\u00c0-\u00dd\u00a1\u00bf][^\"\u201d\u00bb]{7,160})[\"\u201d\u00bb]?(?:\s*\([^()]{2,24}\))?\.?$"
)
_LABEL = re.compile(r"^([^:]{1,40}?)\s*:(?!//)\s*(.{3,160})$")
_SAYS = re.compile(r"^([^:]{1,24}?)\s*:(?!//)\s+(.+)$")
_CLAUSE = re.compile(r"^(?:whereas|now,? therefore|considerando|por tanto|por lo tanto)\b", re.IGNORECASE)
LONGEST_ACTION, LONGEST_TITLE = 260, 100
LONGEST_ENTRY, LEAST_ENTRIES = 32, 3
LONGEST_LEAD, LEAST_TAG = 40, 8
LONGEST_SHORT_FORM = 5
OF_A_WEEK = frozenset(["overview", "resumen"])
"""Headings over what a week is about, where they are right below its own."""


def recognize(document: Source, year: int | None = None) -> RecognizedToolkit:
    """What the document says, block by block; `year` overrides the one that it names."""
    blocks, kept = in_one_language(flattened(_with_picture_lists(_without_furniture(document.blocks))))
    meant = year or year_of(blocks)
    walk = _Walk(meant, blocks, find_sections(blocks))
    wrong = _wrong_blocks(blocks)
    for index, block in enumerate(blocks):
        walk.take(index, block, wrong=index in wrong)
    walk.finish()
    spelled = _spelled(blocks)
    quiet = (_said_quietly(item, spelled) for item in _with_tagged_theme(walk.items))
    items = tuple(replace(item, number=number) for number, item in enumerate(quiet, 1))
    mistakes = tuple(
        Diagnostic("error", "hotline", near_miss.sentence, text=near_miss.text, page=block.page, line=block.line)
        for block, near_miss in ((blocks[index], near_miss) for index, near_miss in sorted(wrong.items()))
    )
    return RecognizedToolkit(
        "".join(char if char.isprintable() else "\ufffd" for char in document.name),
        meant,
        items,
        mistakes,
        kept or language_of(block.text for block in blocks),
        notes=(*document.notes, *((TWO_LANGUAGES,) if kept else ())),
    )


def _spelled(blocks: Sequence[DocumentBlock]) -> dict[str, str]:
    """The spelling of each word of the document outside of texts in capitals; small letters are preferred."""
    spelled: dict[str, str] = {}
    for block in blocks:
        text = "" if block.text.isupper() else block.text
        for found in re.finditer(r"\w[\w\u2019'-]*", text):
            word, key = found.group(), found.group().casefold()
            begins = not text[: found.start()].strip() or text[: found.start()].rstrip()[-1:] in ".!?:\u201c\u2022"
            if key not in spelled or (word.islower() and not begins):
                spelled[key] = word.lower() if begins and not word.isupper() else word
    return spelled


def _said_quietly(item: ToolkitItem, spelled: Mapping[str, str]) -> ToolkitItem:
    """A week with its title in small letters, but for names and short forms, where it is all capitals."""
    short = len(item.head) <= LONGEST_SHORT_FORM and item.head.casefold() not in spelled
    if item.kind != "week" or item.group or not item.head.isupper() or short:
        return item
    title = re.sub(
        r"\w[\w\u2019'-]*", lambda found: spelled.get(found.group().casefold(), found.group().lower()), item.head
    )
    return replace(item, head=title[:1].upper() + title[1:])


def _with_tagged_theme(items: Sequence[ToolkitItem]) -> list[ToolkitItem]:
    """The items with a theme, where none is called so, in the line of the opening that is a hashtag of the posts."""
    tags = {key_of(tag) for item in items if item.kind == "post" for tag in TAG.findall(item.text)}
    began = next((at for at, item in enumerate(items) if item.kind == "week"), 0)
    if any(item.kind == "theme" for item in items):
        return list(items)
    for at, item in enumerate(items[:began]):
        words = re.split(r"\s*(?::|\s[\u2013\u2014-]\s|\u2014)\s*", item.text)[0].strip(' .\u201c\u201d"')
        if len(words.split()) > 1 and _is_tagged(item, words, tags) and not observance_in(words):
            reason, rest = (
                "The posts have it as their hashtag.",
                item.text.partition(words)[2].strip(' :.\u2013\u2014-\u201d"'),
            )
            theme = replace(
                item, kind="theme", text=words, group="title", about=rest, certainty="likely", reason=reason, use=True
            )
            return [*items[:at], theme, *items[at + 1 :]]
    return list(items)


def _is_tagged(item: ToolkitItem, words: str, tags: Collection[str]) -> bool:
    """Whether words are a hashtag of the posts, or a heading that ends in one."""
    key = key_of(words)
    ends = item.kind == "heading" and any(len(tag) >= LEAST_TAG and key.endswith(tag) for tag in tags)
    return key in tags or ends


def _without_furniture(blocks: Sequence[DocumentBlock]) -> list[DocumentBlock]:
    """The blocks with lines of a web page marked as such; the words of menus count only beside surer ones."""
    lines = [block.kind in ("heading", "paragraph", "item") for block in blocks]
    sure = [line and is_furniture(block.text) for line, block in zip(lines, blocks, strict=True)]
    pages = [line and is_page_number(block.text) for line, block in zip(lines, blocks, strict=True)]
    near = sum(sure) >= 2
    known = [
        certain or page or (line and near and is_furniture(block.text, near=True))
        for certain, page, line, block in zip(sure, pages, lines, blocks, strict=True)
    ]
    for start, end in _menus(blocks) if near else ():
        if any(known[start:end]):
            known[start:end] = [True] * (end - start)
    return [
        replace(block, kind="furniture") if furniture else block for furniture, block in zip(known, blocks, strict=True)
    ]


def _menus(blocks: Sequence[DocumentBlock]) -> Iterator[tuple[int, int]]:
    """Runs of lines of few words with nothing below them, where they begin and end."""
    start = 0
    for index in range(len(blocks) + 1):
        if index == len(blocks) or not _is_entry(blocks[index]):
            if index - start >= LEAST_ENTRIES:
                yield start, index
            start = index + 1


def _is_entry(block: DocumentBlock) -> bool:
    """Whether a line can be one of a menu: a few words in which no part, week, day or observance is named."""
    text = block.text
    short = len(text) <= LONGEST_ENTRY and block.kind in ("heading", "paragraph", "item") and not block.level
    plain = not has_tail(text) and not re.search(r"\d|[.!?:;]$", text)
    return short and plain and area_of(text) not in PARTS and section_head(text) is None and not observance_in(text)


def _with_picture_lists(blocks: Sequence[DocumentBlock]) -> list[DocumentBlock]:
    """The blocks in which neighbors that begin with the same small picture are the items of a list."""
    marks = [
        found.group(1) if block.kind == "paragraph" and (found := picture_mark(block.text)) else "" for block in blocks
    ]
    made = []
    for index, (block, mark) in enumerate(zip(blocks, marks, strict=True)):
        near = mark and mark in (*marks[max(0, index - 1) : index], *marks[index + 1 : index + 2])
        found = picture_mark(block.text) if near and not TAG.search(block.text) else None
        made.append(replace(block, kind="item", text=block.text[found.end() :]) if found else block)
    return made


def _wrong_blocks(blocks: Sequence[DocumentBlock]) -> dict[int, NearMiss]:
    """The blocks with a number or address that is almost the hotline's, in their words, links or over two blocks."""
    found: dict[int, NearMiss] = {}
    starts = [0, *accumulate(len(block.text) + 1 for block in blocks)]
    for near_miss in find_near_misses("\n".join(block.text for block in blocks), beside=False):
        for index in range(bisect_right(starts, near_miss.start) - 1, bisect_left(starts, near_miss.end)):
            found.setdefault(index, near_miss)
    for index, block in enumerate(blocks):
        apart = (*block.cells, *(text for link in block.links for text in (link.text, link.target)))
        near_misses = [near_miss for text in apart for near_miss in find_near_misses(text, beside=False)]
        if near_misses:
            found.setdefault(index, near_misses[0])
    return found


class _Walk(Posts, ResourceParser):
    """Goes through the blocks once."""

    def take(self, index: int, block: DocumentBlock, *, wrong: bool = False) -> None:
        """Place one block, or list it: one that is wrong, or no part of the toolkit, is named and not used."""
        self._index = index
        before, held, self._changed = len(self.items), self._held, False
        self._take(block, wrong=wrong)
        waits = self._held is not None and self._held is not held
        if len(self.items) == before and not self._changed and not waits:
            if block.kind in ("heading", "contents") or block.cells or block.text.endswith(":"):
                self._add(block, "heading", "sure", "It says what the lines below it are.")
            else:
                self._add(block, "aside", "likely", "It repeats what is there already.")

    def _take(self, block: DocumentBlock, *, wrong: bool) -> None:
        if block.kind == "contents":
            head = "It is the head of a table, or in the table of contents."
            self._add(block, "heading", "sure", OF_PICTURE if "alt" in without_labels(block.text).sorts else head)
            return
        if block.kind == "furniture":
            self._add(block, "aside", "sure", OF_PAGE)
            return
        if block.kind == "foreign":
            self._add(block, "aside", "sure", OF_LANGUAGE)
            return
        if not wrong:
            self._look_for_facts(block)
        section = self._sections.get(self._index)
        if not wrong and section is None and self._tells_of_help(block):
            self._add(block, "aside", "likely", OF_HELPLINE, head="" if self._area == "theme" else self._head)
            return
        if wrong:
            self._drop_held()
            self._add(
                block, "other", "unsure", "A number or address here is almost the hotline's. It must not be passed on."
            )
        elif section is not None:
            self._drop_held()
            self._new_section(block, section)
        elif self._is_heading(block):
            self._drop_held()
            self._heading(block)
        else:
            self._body(block)

    def _tells_of_help(self, block: DocumentBlock) -> bool:
        """Whether a line only says how to reach the helpline; a thing to do and a resource stay what they are."""
        listed = block.kind in ("item", "row") and self._area in ("actions", "resources", "posts")
        line = block.kind in ("heading", "paragraph", "item") and block.labels is None and not listed
        named = block.kind == "heading" and area_of(block.text) is not None
        return line and not named and says_how_to_reach(block.text)

    def finish(self) -> None:
        """The document is over."""
        self._drop_held()

    def _is_heading(self, block: DocumentBlock) -> bool:
        if block.kind == "heading":
            return not (self._week and self._area == "posts" and block.labels is None and self._is_label(block.text))
        short = block.kind == "paragraph" and len(block.text) <= 200 and not has_tail(block.text)
        return short and (self._is_theme(block.text) or self._leads_in(block))

    def _leads_in(self, block: DocumentBlock) -> bool:
        """Whether a line alone with a colon at its end names the part of a week that is below it: "To do:"."""
        text = block.text
        parts = ("points", "connecting", *PARTS)
        if not self._week or not text.endswith(":") or len(text) > LONGEST_LEAD or area_of(text) not in parts:
            return False
        rows = self._ahead(self._index)
        return bool(rows) and own_words(rows[0].text) >= 2 and not (self._area == "posts" and self._is_label(text))

    def _is_label(self, text: str) -> bool:
        labeled = without_labels(text)
        return bool(labeled.sorts) and (labeled.sorts != ("platform",) or bool(labeled.words))

    def _is_theme(self, text: str) -> bool:
        front = not self._began and self._area not in ("newsletter", "web")
        return front and bool(theme_in_title(text))

    def _heading(self, block: DocumentBlock) -> None:
        text, level = block.text, block.level
        area = part_beside(text) if level > IN_TABLE else area_of(text)
        if self._week and self._area in ("overview", "idea") and self._of_section(block, area):
            return
        known = area is not None and area not in ("connecting", "actions")
        topic = self._week and self._area in ("overview", "idea") and not known and self._topic(block)
        if topic and (area is None or self._area == "overview"):
            return
        if self._is_above(level, area):
            self._leave_week()
            if area is None:
                self._enter("front", text)
        if self._week and self._last == self._week_at and folded(text) in OF_A_WEEK:
            return
        if self._week and (names := platforms_in(text)):
            self._enter("posts", text, level)
            self._steady = PostLabels(names)
            return
        if area == "resources" and text.isupper() and not level and self._area not in ("actions", "connecting", "idea"):
            self._leave_week()
            self._enter("materials", text)
        elif area in MONTH_AREAS:
            self._month_heading(block, area or "front")
        elif area in ("posts", "resources", "actions") and not self._week:
            self._enter("materials", text)
            self._stray = area
        elif area is not None and not (area == "actions" and self._area == "resources" and group_of(text)):
            self._enter(area, text, level)
        else:
            self._inner_heading(block)

    # ---------------------------------------------------------------- sections

    def _new_section(self, block: DocumentBlock, section: Section) -> None:
        self._week, self._week_level, self._began = section.number, section.level, True
        listed = next((item for item in self.items if item.kind == "week" and item.week == section.number), None)
        if listed is not None and not listed.group:
            section = replace(section, title=section.title or listed.head, dates=section.dates or listed.dates)
        self._titled, self._dated = bool(section.title), section.dates is not None
        self._week_at = len(self.items)
        self._enter("overview" if section.listed else section.area or "idea", block.text, section.level)
        certainty: Certainty = "sure" if section.named else "likely"
        reason = "" if section.named else "Its number was determined from its dates."
        if section.by_place:
            reason = "It is one of the headings with the same parts below them."
        elif section.whole:
            reason = "The document has no weeks, days or themes: all of it is one."
        self._add(block, "week", certainty, reason, head=without_short_name(section.title), dates=section.dates)
        if block.labels is not None:
            self._post(block)

    def _of_section(self, block: DocumentBlock, area: Area | None) -> bool:
        """The title or the dates of a section in a line of their own, below its heading."""
        text = block.text
        days = dates_in(text)
        if days and not self._dated and len(without_dates(text)) <= 12:
            self._say_dates(block, (days[2], days[3]))
            return True
        fresh = self._area == "idea" and self._last == self._week_at and block.level <= IN_TABLE
        parts = area is not None or (section_of(text) is not None and block.level > 2)
        if fresh and not self._titled and not parts and len(text) <= LONGEST_TITLE and self._guess(self._index) is None:
            self._say_title(block, text)
            if 0 < block.level < self._week_level < IN_TABLE:
                self._week_level = block.level
            return True
        return False

    def _alone_below(self, block: DocumentBlock) -> bool:
        """Whether a short line alone below the heading of a week without a title is its title, as on slides."""
        fresh = self._area == "idea" and self._last == self._week_at and not self._titled
        text = block.text
        short = len(text) <= LONGEST_TITLE // 2 and not re.search(r":|[.!;]$", text) and not has_tail(text)
        if not fresh or not short or block.kind != "paragraph" or dates_in(text) or self._ahead(self._index):
            return False
        self._say_title(block, text)
        return True

    def _say_title(self, block: DocumentBlock, title: str) -> None:
        self._titled = True
        self.items[self._week_at] = replace(self.items[self._week_at], head=without_short_name(title))
        self._add(block, "heading", "likely", "It is the title of the week.")

    def _say_dates(self, block: DocumentBlock, dates: tuple[Day, Day]) -> None:
        self._dated = True
        self.items[self._week_at] = replace(self.items[self._week_at], dates=dates)
        self._add(block, "heading", "sure", "It says when the week is.")

    # ---------------------------------------------------------------- headings

    def _is_above(self, level: int, area: Area | None) -> bool:
        """Whether a heading ends the week: it ranks above it, or with it where its parts rank below."""
        if self._week_level >= IN_TABLE:
            return level < IN_TABLE
        if not self._week_level or not level:
            return False
        part = area in ("connecting", "points", *PARTS)
        return not part and (level < self._week_level or (level == self._week_level and self._nested))

    def _month_heading(self, block: DocumentBlock, area: Area) -> None:
        if area == "hotline" and self._week and self._area == "posts" and block.level > self._week_level:
            self._inner_heading(block)
            return
        if area != "theme" or not self._week:
            self._leave_week()
        if self._is_theme(block.text):
            self._theme(block, theme_in_title(block.text))
        elif found := (area == "theme" and _SAID_THEME.search(block.text)):
            self._theme(block, found.group(1))
        self._enter(area, block.text)

    def _inner_heading(self, block: DocumentBlock) -> None:
        """A heading inside a part: a section of posts, a group of resources, the title of a resource or passage."""
        text = block.text
        self._colon = False
        if self._is_theme(text):
            self._add(block, "heading", "sure", "It is the title of the toolkit.")
            self._theme(block, theme_in_title(text))
            self._enter("theme", text)
            return
        if (found := _SAID_THEME.search(text)) and not self._week and len(text) < 260:
            self._theme(block, found.group(1))
            return
        if self._week and self._area != "overview" and self._unknown_part(block):
            return
        if self._area in ("posts", "voices"):
            self._post_heading(block)
        elif self._area == "resources":
            group = group_of(text)
            self._group, self._under_title = group or self._group, not group
            self._head = text
        elif self._area in ("connecting", "points", "actions", "idea"):
            self._head = text
        elif self._area in ("proclamation", "newsletter", "web") and block.level:
            self._enter("materials", text)
        elif self._area in ("newsletter", "web"):
            self._text(block)
        elif not self._week or self._area == "overview":
            self._leave_week()
            self._enter("materials" if self._area == "materials" else "front", text)

    def _unknown_part(self, block: DocumentBlock) -> bool:
        """An unknown heading whose blocks show what they are: the part that it begins, marked as a guess."""
        inside = self._area in PARTS and not self._guessed
        deeper = not block.level or block.level > self._area_level
        guess = self._guess_alike(block)
        if guess is None or (self._area == "posts" and (guess == "posts" or deeper)):
            return False
        if inside and deeper and (guess == self._area or (self._area == "resources" and group_of(block.text))):
            return False
        if self._area == "resources" and inside and deeper and guess == "actions":
            return False
        self._enter(guess, block.text, block.level, guessed=True)
        return True

    def _post_heading(self, block: DocumentBlock) -> None:
        text = block.text
        if NUMBERED.fullmatch(text):
            self._note_order(block_is_post=True)
            self._direct = True
            return
        if without_labels(text).sorts == ("platform",):
            self._label(block, without_labels(text).labels, ("platform",))
            return
        loud = text.isupper() and len(text) > 3 and self._section and not self._section.isupper()
        if section_of(text) is not None and not (loud and section_of(text) != "voices"):
            if self._section == "" or section_of(text) != section_of(self._section):
                self._section = text
        elif block.level and not loud:
            self._section, self._steady = text, NO_LABELS
        else:
            self._add(block, "aside", "likely", "Text from a picture, or a label, among the posts.")

    # ---------------------------------------------------------------- words

    def _body(self, block: DocumentBlock) -> None:
        if self._week and block.labels is None and self._describes_picture(block):
            self._add(block, "heading", "sure", OF_PICTURE)
            return
        if self._area == "posts" and block.labels is None and self._inline_part(block):
            return
        if self._area == "posts" or (self._week and block.labels is not None):
            self._post(block)
            return
        self._drop_held()
        if self._week and self._inline_post(block):
            return
        if self._week and self._area in ("overview", "idea") and (self._labeled(block) or self._alone_below(block)):
            return
        if self._week and self._area == "overview":
            if not self._topic(block):
                self._add(block, "aside", "likely", "It introduces the weeks.")
        elif self._week and self._area in ("idea", "actions", "connecting", "points") and self._is_post(block):
            guess = "It ends like a post, with an address or hashtags; no heading says that it is one."
            labeled = without_labels(block.text)
            self._pending = labeled.labels
            self._add_post(replace(block, text=labeled.words or block.text), "likely", guess)
        elif self._week and self._area != "resources" and self._inline_part(block):
            return
        elif self._area == "actions":
            self._action(block)
        elif self._area == "resources":
            self._resource(block)
        else:
            self._text(block)

    def _describes_picture(self, block: DocumentBlock) -> bool:
        """Whether a line is the alternative text of a picture: after those words, or below them."""
        below, self._picture_below = self._picture_below, False
        is_labeled = without_labels(block.text).sorts == ("alt",)
        if is_labeled:
            self._picture_below = block.text.rstrip("*_ ").endswith(":")
        return is_labeled or (below and block.kind == "paragraph" and not TAG.search(block.text))

    def _inline_part(self, block: DocumentBlock) -> bool:
        """A paragraph that begins with what it is: "Call to action: ..." or "Learn more: ..."."""
        found = _LABEL.match(block.text)
        area = part_beside(found.group(1)) if found else None
        if found is None or area not in ("actions", "resources"):
            return False
        if self._area == "posts" and not self._names_resource(found.group(2), block):
            return False
        rest = replace(block, kind="item", text=found.group(2))
        kept = (self._area, self._head, self._area_level, self._guessed)
        self._enter(area, found.group(1), kept[2])
        if area == "actions":
            self._action(rest)
        else:
            self._resource(rest)
        self._enter(*kept[:3], guessed=kept[3])
        return True

    def _inline_post(self, block: DocumentBlock) -> bool:
        """A line that begins with what it is, "Share: ...", and ends like a post."""
        found = _SAYS.match(block.text)
        words = found.group(2) if found else ""
        if found is None or part_beside(found.group(1)) != "posts" or not has_tail(words) or own_words(words) < FEWEST:
            return False
        self._add_post(replace(block, text=words), "likely", "The words before its colon say that it is a post.")
        return True

    def _names_resource(self, rest: str, block: DocumentBlock) -> bool:
        """Whether what comes after "Learn more:" among posts is a title with an address, and not the end of a post."""
        linked = any(link.target for link in block.links) or has_tail(rest)
        return linked and own_words(rest) >= 2 and not TAG.search(rest)

    def _labeled(self, block: DocumentBlock) -> bool:
        """A line such as "Dates: October 1-7" or "Focus: Housing" below the heading of a week."""
        found = _LABEL.match(block.text)
        label = label_of(found.group(1)) if found else None
        days = dates_in(block.text)
        if days and not self._dated and (label == "dates" or not without_dates(block.text)):
            self._say_dates(block, (days[2], days[3]))
        elif found and label in ("title", "theme") and not self._titled and len(found.group(2)) <= LONGEST_TITLE:
            self._say_title(block, found.group(2).strip('"\u201c\u201d '))
        else:
            return False
        return True

    def _is_post(self, block: DocumentBlock) -> bool:
        """Whether a paragraph ends in hashtags, as only posts do."""
        ends = LAST_TAG.search(block.text)
        leads = parts_of(block.text)
        ends_so = ends or (leads.address and leads.words.endswith(":") and len(leads.words) <= LONGEST_ACTION)
        return block.kind == "paragraph" and bool(ends_so) and own_words(block.text) >= FEWEST

    def _text(self, block: DocumentBlock) -> None:
        if found := (self._week == 0 and len(block.text) < 260 and _SAID_THEME.search(block.text)):
            self._theme(block, found.group(1))
        elif self._area in ("goals", "proclamation", "newsletter", "web", "theme", "hashtags"):
            self._month_text(block)
        elif self._week:
            self._week_text(block)
        elif self._stray and (block.kind != "paragraph" or has_tail(block.text)):
            reason = "It is for the whole month; say which week it belongs to."
            self._add(block, "other", "unsure", reason, head=self._head)
        elif self._is_post(block):
            self._add(block, "other", "unsure", "No week was found for this post.", head=self._head)
        else:
            self._add(block, "aside", "likely", "It does not belong to a week.", head=self._head)

    def _month_text(self, block: DocumentBlock) -> None:
        if self._area == "goals":
            if block.kind == "item":
                self._add(block, "goal")
            else:
                self._add(block, "aside", "likely", "It introduces the goals.")
        elif self._area == "proclamation":
            clause = _CLAUSE.match(block.text) is not None
            why = "" if clause else "It is about the proclamation."
            self._add(block, "proclamation" if clause else "aside", "sure", why)
        elif self._area in ("newsletter", "web"):
            head = "head" if theme_in_title(block.text) or block.kind == "heading" else ""
            self._add(block, "newsletter" if self._area == "newsletter" else "web", group=head)
        elif self._area == "theme" and not any(phones_in(block.text)) and not is_date(block.text):
            self._add(block, "theme", "likely", "It is below the theme.", group="text")
        elif self._area == "theme":
            self._add(block, "aside", "likely", "It does not belong to a week.")
        elif not TAG.search(block.text) or own_words(block.text) >= FEWEST:
            self._add(block, "aside", "sure", "It explains how to use hashtags.")

    def _week_text(self, block: DocumentBlock) -> None:
        if self._area in ("connecting", "points"):
            self._add(block, "passage", head=self._topic_words(self._head))
        elif self._area == "idea":
            if not self._topic(block):
                self._add(block, "passage", "sure" if block.kind == "paragraph" else "likely", "", group="idea")
        elif self._area == "voices":
            self._add(block, "aside", "likely", "It is about Voices of Freedom; the kit has its own text for that.")
        else:
            reason = "It is under a heading that the program does not recognize."
            self._add(block, "other", "unsure", reason, head=self._head)

    def _action(self, block: DocumentBlock) -> None:
        alone = len(block.links) == 1 and key_of(block.links[0].text) == key_of(block.text)
        at = self._acted.get((self._week, self._head))
        before = self.items[at] if at is not None else None
        if block.kind == "paragraph" and not has_tail(block.text) and not self._acts(block):
            self._add(
                block, "passage", "likely", "A paragraph among the things to do.", group="actions", head=self._head
            )
        elif alone and before is not None and at is not None:
            self.items[at] = replace(before, links=before.links + block.links)
            self._named(
                block,
                block.text,
                block.links[0].target,
                "act",
                "likely",
                "A title without text among the things to do.",
            )
        elif block.level and before is not None and at is not None and not alone:
            joined = replace(before, text=with_detail(before.text, block.text), links=before.links + block.links)
            self.items[at] = joined
            self._changed = True
        else:
            text = " ".join(dict.fromkeys(cell for cell in block.cells if cell)) if block.cells else block.text
            if not (block.cells and all(HEADER.match(cell) for cell in block.cells if cell)):
                sure = block.kind == "item" and not self._guessed
                self._add(
                    replace(block, text=" ".join(text.split())),
                    "action",
                    "sure" if sure else "likely",
                    "It looks like a thing to do; its heading is not one that the program knows."
                    if self._guessed
                    else "",
                    head=self._head,
                )

    def _acts(self, block: DocumentBlock) -> bool:
        """Whether a paragraph is a thing to do: short, among others like it, and none of them marked as a list."""
        rows = self._ahead(self._index)
        listed = any(row.kind == "item" for row in rows)
        short = all(len(row.text) <= LONGEST_ACTION and row.kind == "paragraph" for row in (block, *rows))
        among = bool(rows) or (self._week, self._head) in self._acted or acts(block.text)
        return not listed and short and among
