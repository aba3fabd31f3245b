"""The guide to a week: all that the campaign says about it in one document, so that nobody has to look elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from htpm_studio.campaign.lengths import bare_address
from htpm_studio.campaign.model import Action, Resource, Statistic
from htpm_studio.campaign.placeholders import fill
from htpm_studio.export.copy_posts import day_of
from htpm_studio.export.kit import Kit
from htpm_studio.export.proclamation import values_of
from htpm_studio.scene.writing import Block, BlockKind, Span, plain


def guide_blocks(kit: Kit) -> tuple[Block, ...]:
    """The week: idea, links to other harm, what to say and do, numbers, questions, resources. The month: its line and
    goals, its day, its hashtags, the voices of survivors, facts on the hotline.
    """
    week, words, copy = kit.week, kit.campaign.words, kit.campaign.words.copy
    ways = [part for part in (week.connect, week.strengthen) if part]
    return (
        plain("title", fill(copy.guide, {"n": str(week.number), "title": week.title})),
        plain("when", kit.values["week_dates"]),
        *(plain("lead", part) for part in ways),
        plain("text", fill(week.idea, values_of(kit))),
        *_connecting(kit),
        *_list(kit, copy.talking_points, week.talking_points),
        *_actions(kit, words.what_you_can_do),
        *_numbers(copy.numbers, (*week.statistics, *kit.campaign.month.statistics)),
        *_list(kit, words.questions, week.questions),
        *_resources(kit, words.learn, "learn"),
        *_resources(kit, words.take_action, "act"),
        *_month(kit),
        *_day(kit),
        *_hashtags(kit),
        *_voices(kit),
        *_hotline(kit),
        plain("note", kit.values["credit"]),
    )


def _connecting(kit: Kit) -> Iterator[Block]:
    if kit.week.connecting:
        yield plain("head", kit.campaign.words.copy.connecting)
    for passage in kit.week.connecting:
        yield plain("subhead", passage.head)
        yield from (plain("text", fill(text, values_of(kit))) for text in passage.paragraphs)


def _list(kit: Kit, head: str, rows: Iterable[str], kind: BlockKind = "head") -> Iterator[Block]:
    items = [plain("item", fill(row, values_of(kit))) for row in rows]
    if items:
        yield plain(kind, head)
        yield from items


def _actions(kit: Kit, head: str) -> Iterator[Block]:
    if kit.week.actions:
        yield plain("head", head)
        yield from (_action(kit, action) for action in kit.week.actions)


def _action(kit: Kit, action: Action) -> Block:
    return Block("item", (Span(f"{action.short}. ", strong=True), Span(fill(action.text, values_of(kit)))))


def _numbers(head: str, statistics: Iterable[Statistic]) -> Iterator[Block]:
    told: dict[str, Statistic] = {}
    for one in statistics:
        told.setdefault(f"{one.number} {one.unit}", one)
    if told:
        yield plain("head", head)
    for said, one in told.items():
        tail = f" {one.note}" if one.note else ""
        yield Block("item", (Span(f"{said} ", strong=True), Span(f"{one.text} ({one.source}.){tail}")))


def _resources(kit: Kit, head: str, group: str) -> Iterator[Block]:
    own = [one for one in kit.week.resources if one.group == group]
    known = {one.url for one in own}
    shared = [one for one in kit.campaign.month.resources if one.group == group]
    rows = [*own, *(one for one in shared if not one.url or one.url not in known)]
    if rows:
        yield plain("head", head)
        yield from (_resource(kit, one) for one in rows)


def _resource(kit: Kit, one: Resource) -> Block:
    """Title, what it is, for whom; without a known address the reader is told to search for the title."""
    words = kit.campaign.words
    reader = fill(words.copy.audience, {"title": one.audience}) if one.audience else ""
    about = "".join(f" {said}" for said in (one.about, reader) if said)
    where = Span(bare_address(one.url), one.url) if one.linkable else Span(words.copy.search)
    return Block("item", (Span(one.title, strong=True), Span(f".{about} "), where))


def _month(kit: Kit) -> Iterator[Block]:
    month, theme = kit.campaign.month, kit.campaign.theme(kit.year)
    yield plain("head", month.full_name)
    yield plain("text", fill(month.about, values_of(kit)))
    own = kit.values["theme"] != theme.title
    yield Block(
        "text", (Span(f"{kit.values['theme']} ", strong=True), Span("" if own else fill(theme.text, values_of(kit))))
    )
    yield from _list(kit, kit.campaign.words.copy.goals, month.goals, "subhead")


def _day(kit: Kit) -> Iterator[Block]:
    for event in kit.campaign.month.events:
        day = day_of(kit, date(kit.year, 1, event.day))
        tag = f" #{event.hashtag}" if event.hashtag else ""
        link = Span(bare_address(event.url), event.url) if event.status != "unknown" else Span("")
        yield plain("head", event.name)
        yield Block(
            "text",
            (Span(f"{day}. ", strong=True), Span(f"{event.call} {fill(event.text, values_of(kit))}{tag} "), link),
        )


def _hashtags(kit: Kit) -> Iterator[Block]:
    info, copy = kit.campaign.info, kit.campaign.words.copy
    yield plain("head", copy.hashtags)
    yield plain("text", " ".join(f"#{tag}" for tag in (info.primary_hashtag, *info.secondary_hashtags)))
    yield plain("text", fill(copy.hashtags_how, {"title": f"#{info.primary_hashtag}"}))


def _voices(kit: Kit) -> Iterator[Block]:
    voices = kit.campaign.month.voices
    yield plain("head", voices.name)
    yield plain("lead", voices.line)
    yield from (plain("text", fill(text, values_of(kit))) for text in voices.paragraphs)
    yield Block("text", (Span(bare_address(voices.url), voices.url),))


def _hotline(kit: Kit) -> Iterator[Block]:
    article = kit.campaign.month.about_hotline
    yield plain("head", article.head)
    yield from (plain("text", text) for text in article.paragraphs)
    yield plain("call", article.call)
