"""The guide to a week: all that the campaign says about it in one document, so that nobody has to look elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from htpm_studio.campaign.model import Action, Resource, Statistic
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.export.kit.content import where_to_search
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.resource_language import language_sentence
from htpm_studio.export.kit.sentences import ended
from htpm_studio.export.texts.own_words import HEAD
from htpm_studio.export.texts.proclamation import values_of
from htpm_studio.export.texts.week_posts import day_of
from htpm_studio.scene.writing import BlockKind, Paragraph, Span, plain


def guide_blocks(kit: Kit) -> tuple[Paragraph, ...]:
    """The week: idea, links to other harm, what to say and do, numbers, questions, resources. The month: its line and
    goals, its day, its hashtags, the voices of survivors, facts on the hotline.
    """
    week, words, copy = kit.week, kit.campaign.words, kit.campaign.words.copy
    ways = [(name, part) for name, part in (("connect", week.connect), ("strengthen", week.strengthen)) if part]
    return (
        plain("title", fill(copy.guide, {"n": str(week.number), "title": week.title}), HEAD),
        plain("when", kit.values["week_dates"]),
        *(plain("lead", part, name) for name, part in ways),
        plain("text", fill(week.idea, values_of(kit)), "idea"),
        *_connecting(kit),
        *_list(kit, "talking", copy.talking_points, week.talking_points),
        *_actions(kit, words.what_you_can_do),
        *_numbers(copy.numbers, (*week.statistics, *kit.campaign.month.statistics)),
        *_list(kit, "questions", words.questions, week.questions),
        *_resources(kit, words.learn, "learn"),
        *_resources(kit, words.take_action, "act"),
        *_month(kit),
        *_day(kit),
        *_hashtags(kit),
        *_voices(kit),
        *_hotline(kit),
        plain("note", kit.values["credit"]),
    )


def _connecting(kit: Kit) -> Iterator[Paragraph]:
    if kit.week.connecting:
        yield plain("head", kit.campaign.words.copy.connecting, "connecting")
    for at, passage in enumerate(kit.week.connecting):
        yield plain("subhead", passage.head, f"connecting.{at}")
        for row, text in enumerate(passage.paragraphs):
            yield plain("text", fill(text, values_of(kit)), f"connecting.{at}.{row}")


def _list(kit: Kit, name: str, head: str, rows: Iterable[str], kind: BlockKind = "head") -> Iterator[Paragraph]:
    items = [plain("item", fill(row, values_of(kit)), f"{name}.{at}") for at, row in enumerate(rows)]
    if items:
        yield plain(kind, head, name)
        yield from items


def _actions(kit: Kit, head: str) -> Iterator[Paragraph]:
    if kit.week.actions:
        yield plain("head", head, "actions")
        yield from (_action(kit, action) for action in kit.week.actions)


def _action(kit: Kit, action: Action) -> Paragraph:
    short, text = (fill(words, values_of(kit)) for words in (action.short, action.text))
    head, rest = (short, text.removeprefix(short)) if text.startswith(short) else ("", "")
    if head and rest[:1] in ("", ".", "!", "?"):  # An imported action whose short form is where it begins.
        spans = (Span(f"{head}{rest[:1] or '.'} ", strong=True), Span(rest[1:].strip()))
    else:
        spans = (Span(f"{short}. ", strong=True), Span(text))
    return Paragraph("item", spans, (f"actions.{action.id}",))


def _numbers(head: str, statistics: Iterable[Statistic]) -> Iterator[Paragraph]:
    told: dict[str, Statistic] = {}
    for statistic in statistics:
        told.setdefault(f"{statistic.number} {statistic.unit}", statistic)
    if told:
        yield plain("head", head, "numbers")
    for amount, statistic in told.items():
        tail = f" {statistic.note}" if statistic.note else ""
        spans = (Span(f"{amount} ", strong=True), Span(f"{statistic.text} ({statistic.source}.){tail}"))
        yield Paragraph("item", spans, (f"numbers.{statistic.id}",))


def _resources(kit: Kit, head: str, group: str) -> Iterator[Paragraph]:
    own = [resource for resource in kit.week.resources if resource.group == group]
    known = {resource.url for resource in own}
    shared = [resource for resource in kit.campaign.month.resources if resource.group == group]
    language, rows = language_sentence(
        kit.campaign.words, [*own, *(row for row in shared if not row.url or row.url not in known)]
    )
    if rows:
        yield plain("head", head, group)
        yield from ([plain("text", language, f"{group}.language")] if language else [])
        yield from (_resource(kit, resource) for resource in rows)


def _resource(kit: Kit, resource: Resource) -> Paragraph:
    """Title, what it is, for whom; without a known address the reader is asked to search for the title."""
    words = kit.campaign.words
    reader = fill(words.copy.audience, {"title": resource.audience}) if resource.audience else ""
    about = "".join(f" {part}" for part in (resource.about, reader) if part)
    where = (
        Span(bare_address(resource.url), resource.url)
        if resource.linkable
        else Span(where_to_search(words, resource.search))
    )
    mark = ended(resource.title).removeprefix(resource.title)
    return Paragraph(
        "item",
        (Span(resource.title, strong=True), Span(f"{mark}{about} "), where),
        (f"{resource.group}.{resource.id}",),
    )


def _month(kit: Kit) -> Iterator[Paragraph]:
    month, theme = kit.campaign.month, kit.campaign.theme(kit.year)
    yield plain("head", month.full_name, "month")
    yield plain("text", fill(month.about, values_of(kit)), "about")
    own = kit.values["theme"] != theme.title
    month_line = kit.values["theme"]
    ended = month_line if month_line[-1:] in ".!?…”" else f"{month_line}."
    line = (Span(f"{ended} ", strong=True), Span("" if own else fill(theme.text, values_of(kit))))
    yield Paragraph("text", line, ("theme",))
    yield from _list(kit, "goals", kit.campaign.words.copy.goals, month.goals, "subhead")


def _day(kit: Kit) -> Iterator[Paragraph]:
    for event in kit.campaign.month.events:
        day = day_of(kit, kit.schedule.day(event.day))
        tag = f" #{event.hashtag}" if event.hashtag else ""
        link = Span(bare_address(event.url), event.url) if event.status != "unknown" else Span("")
        yield plain("head", event.name, f"events.{event.id}")
        text = f"{event.call} {fill(event.text, values_of(kit))}".strip()
        lead = Span(f"{text}{'' if tag.strip() in text else tag} ")
        yield Paragraph("text", (Span(f"{day}. ", strong=True), lead, link), (f"events.{event.id}.text",))


def _hashtags(kit: Kit) -> Iterator[Paragraph]:
    info, copy = kit.campaign.info, kit.campaign.words.copy
    yield plain("head", copy.hashtags, "hashtags")
    yield plain("text", " ".join(f"#{tag}" for tag in (info.primary_hashtag, *info.secondary_hashtags)), "tags")
    yield plain("text", fill(copy.hashtags_how, {"title": f"#{info.primary_hashtag}"}), "hashtags.how")
    month = kit.campaign.month
    if copy.also_called and month.other_names:
        names = {"title": month.full_name, "word": ", ".join(month.other_names)}
        yield plain("text", fill(copy.also_called, names), "hashtags.names")


def _voices(kit: Kit) -> Iterator[Paragraph]:
    voices = kit.campaign.month.voices
    if voices is None:
        return
    yield plain("head", voices.name, "voices")
    yield plain("lead", voices.line, "voices.line")
    for at, text in enumerate(voices.paragraphs):
        yield plain("text", fill(text, values_of(kit)), f"voices.{at}")
    yield Paragraph("text", (Span(bare_address(voices.url), voices.url),))


def _hotline(kit: Kit) -> Iterator[Paragraph]:
    article = kit.campaign.month.about_hotline
    yield plain("head", article.head, "hotline")
    yield from (plain("text", text, f"hotline.{at}") for at, text in enumerate(article.paragraphs))
    yield plain("call", article.call, "call")
