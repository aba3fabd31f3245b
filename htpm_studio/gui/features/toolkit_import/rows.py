"""What was found in a toolkit as rows to look through: how each compares with the kit; joined, split, and put back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from htpm_studio.campaign.model import Campaign, Week
from htpm_studio.campaign.post_length import ADDRESS, bare_address
from htpm_studio.campaign.toolkit_import.graphics import graphic_words
from htpm_studio.campaign.toolkit_import.printed_dates import years_in
from htpm_studio.campaign.toolkit_import.results import (
    UNPLACED,
    Kind,
    MissingPart,
    PartName,
    RecognizedToolkit,
    ToolkitItem,
)
from htpm_studio.campaign.toolkit_import.text_splitting import TAG, key_of, parts_of, sentences
from htpm_studio.frozen import dataclass

Result = Literal["new", "changed", "call", "missing", "over", "same", "aside"]
RESULTS: tuple[Result, ...] = ("new", "changed", "call", "missing", "over", "same", "aside")


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Import", text))


def table_words(text: str) -> str:
    """The words of a table in the language of the window."""
    return QCoreApplication.translate("Import", text)


RESULT_NAMES: Mapping[Result, str] = {
    "new": _t("New"), "changed": _t("Changed"), "call": _t("Your call"), "over": _t("Over"), "same": _t("Same"),
    "aside": _t("Not needed"), "missing": _t("Missing"),
}  # fmt: skip
KIND_NAMES: Mapping[str, str] = {
    "week": _t("Week"), "theme": _t("Theme"), "goal": _t("Goal"), "passage": _t("Paragraph"), "action": _t("Action"),
    "resource": _t("Resource"), "post": _t("Social post"), "hashtag": _t("Hashtag"), "proclamation": _t("Proclamation"),
    "newsletter": _t("Newsletter"), "web": _t("Web text"), "other": _t("No place yet"), "aside": _t("Other text"),
    "hotline": _t("Hotline"), "event": _t("Event"), "heading": _t("Heading"),
}  # fmt: skip
PART_NAMES: Mapping[PartName, tuple[Kind, str]] = {
    "week": ("week", _t("Week {number} of the built-in campaign")),
    "posts": ("post", _t("Posts of the built-in week {number}")),
    "decks": ("passage", _t("Decks, handouts and pictures of the built-in week on the topic of week {number}")),
    "theme": ("theme", _t("The theme of the built-in campaign")),
    "goals": ("goal", _t("The goals of the built-in campaign")),
    "proclamation": ("proclamation", _t("The proclamation of the built-in campaign")),
    "newsletter": ("newsletter", _t("The newsletter of the built-in campaign")),
    "web": ("web", _t("The web text of the built-in campaign")),
    "hashtags": ("hashtag", _t("The hashtags of the built-in campaign")),
    "day": ("event", _t("The awareness day as the built-in campaign presents it")),
    "numbers": ("passage", _t("The numbers of the built-in campaign")),
    "resources": ("resource", _t("The resources of the built-in campaign for the whole month")),
    "voices": ("passage", _t("Voices of Freedom, the oral history project")),
}
REASONS = (
    _t("The posts have it as their hashtag."),
    _t("It says whom to call."),
    _t("It says how to reach the helpline, which every piece says itself."),
    _t("Its number was determined from its dates."),
    _t("It is one of the headings with the same parts below them."),
    _t("It is the title of the week."),
    _t("It says when the week is."),
    _t("It is the head of a table, or in the table of contents."),
    _t("It belongs to the page, not to the toolkit: a menu, a notice, a margin."),
    _t("It is in the second language of the document; a kit has only one."),
    _t("It is the alternative text of a picture."),
    _t("A number or address here is almost the hotline's. It must not be passed on."),
    _t("The document has no weeks, days or themes: all of it is one."),
    _t("It is the title of the toolkit."),
    _t("It ends like a post, with an address or hashtags; no heading says that it is one."),
    _t("It is about the proclamation."),
    _t("A paragraph among the things to do."),
    _t("It says what the lines below it are."),
    _t("It repeats what is there already."),
    _t("Text from a picture, or a label, among the posts."),
    _t("It introduces the weeks."),
    _t("It introduces the goals."),
    _t("It is under a heading that the program does not recognize."),
    _t("A title without text among the things to do."),
    _t("It is for the whole month; say which week it belongs to."),
    _t("It is about Voices of Freedom; the kit has its own text for that."),
    _t("It is below the theme."),
    _t("It looks like a thing to do; its heading is not one that the program knows."),
    _t("No week was found for this post."),
    _t("It does not belong to a week."),
    _t("It explains how to use hashtags."),
    _t("It is below the week in the list of weeks."),
    _t("No heading says whether it is to learn from or to act on."),
    _t("Its title is a heading."),
    _t("It is too long for a resource title."),
    _t("It is a line with an address, and not in a list."),
    _t("It introduces the resources."),
    _t("A label of a post."),
    _t("The words before its colon say that it is a post."),
    _t("It looks like a post; its heading is not one that the program knows."),
    _t("Its address or hashtags are below it."),
    _t("It is longer than a post."),
    _t("No heading says what it is for."),
    _t("It has no address or hashtag."),
    _t("It is among the posts but has no link or hashtag."),
    _t("An address or hashtag alone."),
    _t("Its heading is not a purpose that the program knows."),
)
"""What the engine says about certainty, so that it can be translated."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One item; `now` is what the kit says in its place ("" for nothing), `was` the item as it was read.

    `origins` are the numbers of the items that it was made of. A row with a `part` is something of a kit that the
    document does not have: ours is kept where it is ticked.
    """

    item: ToolkitItem
    was: ToolkitItem
    result: Result
    now: str = ""
    origins: tuple[int, ...] = ()
    part: MissingPart | None = None

    @property
    def title(self) -> str:
        """A few words that identify it."""
        text = self.item.head if self.item.kind == "week" and self.item.head else self.item.text
        words = parts_of(text).words if self.item.kind == "post" else text
        return words if len(words) <= 80 else f"{words[:79].rsplit(' ', 1)[0]}\u2026"

    @property
    def graphic(self) -> tuple[str, tuple[str, ...]]:
        """What the graphic of a post says, and the sentences that have no room on it; nothing for other rows."""
        if self.item.kind != "post" or self.part is not None:
            return "", ()
        return graphic_words(parts_of(self.item.text).words, max(years_in(self.item.text), default=0))

    @property
    def noticed(self) -> str:
        """Why it is not certain, or how it differs."""
        if self.part is not None:
            return table_words(_t("The toolkit has nothing for it. Select it to keep ours."))
        if self.item.reason and self.item == self.was:
            return table_words(self.item.reason)
        if self.item != self.was:
            return table_words(_t("Changed by you"))
        if self.graphic[1]:
            return table_words(_t("Its graphic has only a part of it"))
        words = {
            "new": _t("Not in the kit yet"), "changed": _t("Different text or address"), "same": _t("As in the kit"),
            "over": _t("Mentions a date that has passed"),
        }  # fmt: skip
        return table_words(words[self.result]) if self.result in words else ""


def found_rows(findings: RecognizedToolkit, campaign: Campaign | None, today: date) -> tuple[FoundRow, ...]:
    """A row for each item; what repeats the topic of a week, what is over and what is uncertain is not ticked."""
    last = {(item.week, item.group): item.number for item in findings.items if item.kind == "week"}
    rows = []
    for item in findings.items:
        if item.kind == "hotline" or (item.kind == "week" and last[item.week, item.group] != item.number):
            continue
        now = _now(item, campaign)
        result = _result(item, now, over=_is_over(item, findings.year, today))
        known = replace(item, use=False) if result == "over" else item
        rows.append(FoundRow(known, known, result, now, (item.number,)))
    return (*rows, *_missing(findings))


def _missing(findings: RecognizedToolkit) -> Iterator[FoundRow]:
    """A row for each part that the document does not have, not ticked: nothing of ours comes in unasked."""
    number = max((item.number for item in findings.items), default=0)
    for place, part in enumerate(findings.missing, number + 1):
        kind, name = PART_NAMES[part.name]
        text = table_words(name).format(number=part.week)
        item = ToolkitItem(place, kind, text, part.week, use=False)
        yield FoundRow(item, item, "missing", "", (place,), part)


def has_same_observance(findings: RecognizedToolkit, campaign: Campaign) -> bool:
    """Whether a toolkit is for the observance of a campaign, so that each of its weeks has one to be compared with."""
    setting = findings.setting
    same = setting.ours or setting.name == campaign.info.name
    return same and setting.month == campaign.observance.month


def compared(row: FoundRow, item: ToolkitItem, campaign: Campaign | None) -> FoundRow:
    """The row with another item in it, compared again; with None there is nothing to compare it with."""
    now = _now(item, campaign)
    result = row.result if item.kind in UNPLACED else _result(item, now, over=False)
    return replace(row, item=item, result=result, now=now)


def with_rows(findings: RecognizedToolkit, rows: Sequence[FoundRow]) -> RecognizedToolkit:
    """The findings as the user left them."""
    own: dict[int, list[ToolkitItem]] = {}
    taken: set[int] = set()
    for row in rows:
        if row.part is None:
            own.setdefault(row.origins[0], []).append(row.item)
            taken.update(row.origins[1:])
    weeks = {
        (row.item.week, row.item.group): row.item.use for row in rows if row.item.kind == "week" and row.part is None
    }
    items: list[ToolkitItem] = []
    for item in findings.items:
        if item.number in own:
            items += own[item.number]
        elif item.number not in taken:
            kept = weeks.get((item.week, item.group), item.use) if item.kind == "week" else item.use
            items.append(replace(item, use=kept))
    keeps = frozenset(row.part for row in rows if row.part is not None and row.item.use)
    return replace(findings, items=tuple(items), keeps=keeps)


def kind_name(kind: Kind) -> str:
    """A kind in words."""
    return table_words(KIND_NAMES[kind])


def _result(item: ToolkitItem, now: str, *, over: bool) -> Result:
    if item.kind in ("aside", "heading"):
        return "aside"
    if item.kind == "other" or item.certainty == "unsure":
        return "call"
    if over:
        return "over"
    if not now:
        return "new"
    return "same" if key_of(now) == key_of(_said(item)) else "changed"


def _is_over(item: ToolkitItem, year: int, today: date) -> bool:
    dated = any(one >= year for one in years_in(item.text))
    return item.kind in ("post", "action") and dated and date(year, 1, 31) < today


def _said(item: ToolkitItem) -> str:
    target = next((link.target for link in item.links if link.target), "") if item.kind == "resource" else ""
    return (
        f"{item.text}\n{bare_address(target)}"
        if target
        else item.head
        if item.kind == "week" and item.head
        else item.text
    )


def _now(item: ToolkitItem, campaign: Campaign | None) -> str:
    """What the kit says at the place of an item; "" when there is nothing like it."""
    if campaign is None:
        return ""
    if item.kind == "theme":
        return next((one.title for one in campaign.month.themes if key_of(one.title) == key_of(item.text)), "")
    if item.kind == "hashtag":
        known = (campaign.info.primary_hashtag, *campaign.info.secondary_hashtags)
        return item.text if item.text in known else ""
    week = next((one for one in campaign.weeks if one.number == item.week), None)
    return _in_week(item, week) if week is not None else ""


def _in_week(item: ToolkitItem, week: Week) -> str:
    key = key_of(item.text)
    if item.kind == "week":
        return {"connect": week.connect, "strengthen": week.strengthen}.get(item.group, week.title)
    if item.kind == "post":
        address = bare_address(parts_of(item.text).address).lower()
        same = (one for one in week.posts if key_of(one.caption()) == key)
        near = (one for one in week.posts if address and bare_address(one.url).lower() == address)
        found = next((*same, *near).__iter__(), None)
        return found.caption() if found else ""
    if item.kind == "action":
        return next((one.text for one in week.actions if key_of(one.text) == key), "")
    if item.kind == "resource":
        one = next((one for one in week.resources if key_of(one.title) == key), None)
        has_target = any(link.target for link in item.links)
        return "" if one is None else f"{one.title}\n{bare_address(one.url)}" if one.url and has_target else one.title
    if item.kind == "passage":
        texts = [text for passage in week.connecting for text in passage.paragraphs]
        return next((text for text in (*texts, week.idea) if key_of(text) == key), "")
    return ""


Rows = tuple[FoundRow, ...]


def next_words(rows: Sequence[FoundRow], index: int) -> int:
    """The row after this one with which it can be one, where only labels are between them; -1 for none."""
    if not 0 <= index < len(rows) or not _is_words(rows[index]):
        return -1
    at = next((at for at in range(index + 1, len(rows)) if rows[at].item.kind != "heading"), -1)
    return at if at > 0 and _is_words(rows[at]) else -1


def can_split(rows: Sequence[FoundRow], index: int) -> bool:
    """Whether a row has words for two."""
    return 0 <= index < len(rows) and _is_words(rows[index]) and natural_split(rows[index].item.text) > 0


def _is_words(row: FoundRow) -> bool:
    """Whether a row is something that the document says, and no label, margin or picture's description beside it."""
    words = row.item.kind not in ("week", "hashtag", "heading") and not row.item.of_page
    return row.result != "missing" and words


def joined(rows: Rows, index: int, campaign: Campaign | None) -> Rows:
    """The row and the next one as one, which is what the first is, or the second where the first has no place.

    Labels between the two come after it.
    """
    at = next_words(rows, index)
    first, second = rows[index], rows[at]
    lead = second.item if first.item.kind in UNPLACED and second.item.kind not in UNPLACED else first.item
    item = replace(
        lead,
        number=first.item.number,
        text=f"{first.item.text} {second.item.text}",
        links=first.item.links + second.item.links,
        about=" ".join(dict.fromkeys(part for part in (first.item.about, second.item.about) if part)),
        dates=first.item.dates or second.item.dates,
        platforms=tuple(dict.fromkeys((*first.item.platforms, *second.item.platforms))),
        files=tuple(dict.fromkeys((*first.item.files, *second.item.files))),
        page=first.item.page,
        line=first.item.line,
    )
    one = replace(first, origins=(*first.origins, *second.origins))
    return (*rows[:index], compared(one, item, campaign), *rows[index + 1 : at], *rows[at + 1 :])


def split(rows: Rows, index: int, at: int, campaign: Campaign | None) -> Rows:
    """The row as two, cut before the letter `at`; links go with the words that they are in."""
    row = rows[index]
    at = _at_a_word(row.item.text, at)
    words = (row.item.text[:at].strip(), row.item.text[at:].strip())
    if not all(words):
        return rows
    number = max(one.item.number for one in rows) + 1
    parts = [
        replace(
            row.item,
            number=row.item.number if place == 0 else number,
            text=text,
            links=tuple(link for link in row.item.links if link.text in text or link.target in text),
            about=row.item.about if place == 0 else "",
        )
        for place, text in enumerate(words)
    ]
    return (*rows[:index], *(compared(row, part, campaign) for part in parts), *rows[index + 1 :])


def _at_a_word(text: str, at: int) -> int:
    """The place itself, or the beginning of the word that it is in."""
    while 0 < at < len(text) and not text[at - 1].isspace() and not text[at].isspace():
        at -= 1
    return at


def restored(rows: Rows, read: Sequence[FoundRow], index: int) -> Rows:
    """The rows with all that this one was joined with or split from as it was read."""
    wanted = set(rows[index].origins)
    mine = [at for at, row in enumerate(rows) if wanted & set(row.origins)]
    wanted |= {number for at in mine for number in rows[at].origins}
    before = tuple(row for row in read if wanted & set(row.origins))
    kept = [row for at, row in enumerate(rows) if at not in mine]
    return (*kept[: mine[0]], *before, *kept[mine[0] :])


def natural_split(text: str) -> int:
    """Where two things that were read as one come apart: after an address or hashtags, else a sentence; 0 for none."""
    tails = [found.end() for pattern in (ADDRESS, TAG) for found in pattern.finditer(text)]
    for end in sorted(tails):
        rest = text[end:].lstrip(" .,;:!)")
        begins = re.match(r"[\"\u201c(\u00bf\u00a1]?[A-Z\u00c0-\u00dd]", rest)
        if begins and not TAG.match(rest) and not ADDRESS.match(rest):
            return len(text) - len(rest)
    first = sentences(text)
    return len(first[0]) + 1 if len(first) > 1 else 0
