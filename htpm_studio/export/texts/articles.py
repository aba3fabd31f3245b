"""The longer texts of a kit: newsletter, web page and proclamation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import islice

from htpm_studio.campaign.dates import awareness_day, date_range
from htpm_studio.campaign.model import Action, Article, Letter, Resource
from htpm_studio.campaign.placeholders import fill, placeholders
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.export.kit.content import bare, texted
from htpm_studio.export.kit.edits import edits_of, piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.resource_language import language_mark, language_sentence
from htpm_studio.export.texts.own_words import HEAD, SUMMARY
from htpm_studio.export.texts.proclamation import PROCLAMATION, clauses_of, joined, proclamation_texts, values_of
from htpm_studio.hotline.numbers import numbers_in
from htpm_studio.hotline.other_lines import OTHER_LINES
from htpm_studio.scene.writing import Paragraph, Span, Writing, plain

SHOWN = 3
"""How many actions and resources of the week an article names."""

_OPENING = re.compile(r"(?:[A-ZÁÉÍÓÚÑ]{2,}[ ,]+)*[A-ZÁÉÍÓÚÑ]{2,}\b,?|(?:\w+, )?\w+,")
_LETTER = tuple(entry.name for entry in fields(Letter))
_OF_THE_DAY = frozenset({"day_date", "day_weekday"})


def newsletter_of(kit: Kit) -> Article:
    """The newsletter of the week with its own subject and opening; that of the month where the week has none."""
    article, letter = kit.campaign.month.newsletter, kit.week.letter
    return replace(article, **{name: getattr(letter, name) for name in _LETTER}) if letter else article


def newsletter_blocks(kit: Kit) -> tuple[Paragraph, ...]:
    """A mail on the month and its week: what it is about, what to do, where help is."""
    article = newsletter_of(kit)
    return (
        plain("title", fill(article.head, values_of(kit)), HEAD),
        *_paragraphs(kit, article.paragraphs),
        *(_rest_of_month(kit) if kit.week.letter else ()),
        *_week(kit, ()),
        *_button(kit, article),
        *_closing(kit, article),
    )


def _button(kit: Kit, article: Article) -> Iterator[Paragraph]:
    """The way to more, where there is an address for it."""
    if article.url:
        yield Paragraph("button", (Span(kit.campaign.words.copy.read_more, article.url),), ("more",))


def _voices(kit: Kit) -> Iterator[Paragraph]:
    """The voices of survivors, where the campaign has them."""
    if (voices := kit.campaign.month.voices) is None:
        return
    yield plain("head", voices.name, "voices.head")
    for at, text in enumerate(voices.paragraphs):
        yield plain("text", fill(text, values_of(kit)), f"voices.{at}")
    yield Paragraph("text", (Span(f"{voices.name}: "), Span(bare_address(voices.url), voices.url)))


def web_blocks(kit: Kit) -> tuple[Paragraph, ...]:
    """A page on the month: what it is about, its weeks, this week, the voices of survivors, where help is."""
    month, words = kit.campaign.month, kit.campaign.words
    rows = [
        Paragraph(
            "this-week" if week.number == kit.week.number else "week",
            (Span(f"{date_range(week, words)}: ", strong=True), Span(topic.title)),
            (f"weeks.{week.number}",),
        )
        for week in kit.schedule.weeks
        for topic in [kit.campaign.announced_week(week.number)]
    ]
    return (
        plain("title", fill(month.web.head, values_of(kit)), HEAD),
        plain("lead", fill(month.web.summary, values_of(kit)), SUMMARY),
        *_paragraphs(kit, month.web.paragraphs),
        plain("head", words.copy.weeks_head, "weeks.head"),
        *rows,
        *_number(kit),
        *_week(kit, [resource for resource in kit.week.resources if resource.group == "learn"]),
        *_advice(kit),
        *_voices(kit),
        *([Paragraph("text", (Span(words.copy.read_more, month.web.url),), ("more",))] if month.web.url else []),
        *_closing(kit, month.web),
    )


def _advice(kit: Kit) -> Iterator[Paragraph]:
    """The paragraphs of the week's letter with numbers of other lines: whom to call where the hotline cannot help."""
    for at, text in enumerate(kit.week.letter.paragraphs if kit.week.letter else ()):
        if any(number.removeprefix("1") in OTHER_LINES for number in numbers_in(text)):
            yield plain("text", fill(text, values_of(kit)), f"letter.{at}")


def _number(kit: Kit) -> Iterator[Paragraph]:
    """The first number of the week, or of the month, with who counted."""
    if statistic := next(iter((*kit.week.statistics, *kit.campaign.month.statistics)), None):
        yield Paragraph("number", (Span(statistic.number, strong=True), Span(f" {statistic.unit} {statistic.text}")))
        yield plain("source", f"{kit.campaign.words.source}: {statistic.source}. {statistic.note}".rstrip())


def proclamation_blocks(kit: Kit) -> tuple[Paragraph, ...]:
    """The clauses, who proclaims it or places for that, lines to sign on; its words are those of the printed form."""
    form_texts, words = proclamation_texts(kit), kit.campaign.words.copy
    place, official = str(form_texts["place"]), str(form_texts["official"])
    form = piece_id(kit, f"print/{PROCLAMATION}")
    return (
        plain("title", str(form_texts["head"]), HEAD, piece=form),
        plain("lead", place) if place else Paragraph("lead", (Span(words.place, blank=True),)),
        plain("head", str(form_texts["title"]), "title", piece=form),
        *(_clause(text, form, field) for field, text in clauses_of(kit)),
        _clause(str(form_texts["resolution"]), form, "resolution"),
        *([_clause(str(form_texts["witness"]), form, "witness")] if form_texts["witness"] else []),
        plain("text", words.given, "given"),
        plain("sign", words.day, "day"),
        plain("sign", joined(official or words.signature, str(form_texts["signer"]))),
        *([] if official else [plain("sign", words.name, "name")]),
    )


def with_subject(kit: Kit, mail: Writing) -> Writing:
    """The text of a mail with its subject and its preview line on top, for tools that ask for them apart."""
    words = kit.campaign.words.copy
    above = (
        plain("label", fill(words.mail_subject, {"title": mail.title})),
        plain("label", fill(words.mail_preview, {"title": mail.preview})),
    )
    return replace(mail, blocks=(*above, *mail.blocks))


def _paragraphs(kit: Kit, paragraphs: Sequence[str], first: int = 0) -> Iterator[Paragraph]:
    """The paragraphs of an article from `first` on; none invites to a day that is over in the week of the kit."""
    values, over = values_of(kit), _over(kit, awareness_day(kit.schedule))
    for at, text in islice(enumerate(paragraphs), first, None):
        if not (over and _is_of_the_day(text)):
            yield plain("text", fill(text, values), f"paragraphs.{at}")


def _rest_of_month(kit: Kit) -> Iterator[Paragraph]:
    """What the month's newsletter adds to that of a week: its day, and paragraphs that the user gave other words.

    An action of the day among those shown says it already.
    """
    paragraphs, own = kit.campaign.month.newsletter.paragraphs, edits_of(kit, piece_id(kit, "copy/newsletter"))
    in_actions = any(action.only_day is not None for action in _shown_actions(kit))
    shown = {f"paragraphs.{at}" for at, text in enumerate(paragraphs) if _is_of_the_day(text) and not in_actions} | set(
        own
    )
    for block in _paragraphs(kit, paragraphs, len(newsletter_of(kit).paragraphs)):
        if shown.intersection(block.fields):
            yield block


def _is_of_the_day(text: str) -> bool:
    return bool(_OF_THE_DAY.intersection(placeholders(text)))


def _over(kit: Kit, day: date) -> bool:
    """Whether a day of the month lies before the week of the kit."""
    return day < kit.dates.first


def _shown_actions(kit: Kit) -> list[Action]:
    return [action for action in kit.week.actions if _usable(kit, action)][:SHOWN]


def _week(kit: Kit, learn: Iterable[Resource]) -> Iterator[Paragraph]:
    """The week of the kit: its idea, what to do with where to go for it, and further things to read."""
    words, week, values = kit.campaign.words, kit.week, values_of(kit)
    yield plain("head", f"{words.this_week}: {week.title}", "week")
    yield plain("when", kit.values["week_dates"])
    yield plain("text", fill(week.idea, values), "idea")
    if actions := _shown_actions(kit):
        yield plain("subhead", words.what_you_can_do, "actions")
    shown: set[str] = set()
    for action in actions:
        link = _link(kit, action, shown)
        shown |= {link.url} if link else set()
        yield _action(kit, action, link)
    if read := [resource for resource in learn if resource.linkable and resource.url not in shown][:SHOWN]:
        language, rows = language_sentence(words, read)
        yield plain("subhead", words.learn, "learn")
        yield from ([plain("text", language, "learn.language")] if language else [])
        yield from (Paragraph("item", _reading(resource), (f"learn.{resource.id}",)) for resource in rows)


def _reading(resource: Resource) -> tuple[Span, ...]:
    """A title with its link, and its description."""
    return Span(resource.title, resource.url), Span(f". {resource.about}" if resource.about else "")


def _link(kit: Kit, action: Action, shown: set[str]) -> Resource | None:
    """The first address of an action that no earlier action has: each address appears once."""
    known = (*kit.week.resources, *kit.campaign.month.resources)
    named = (resource for name in action.resources for resource in known if resource.id == name)
    return next((resource for resource in named if resource.linkable and resource.url not in shown), None)


def _action(kit: Kit, action: Action, link: Resource | None) -> Paragraph:
    """What to do in a sentence or two, and one link with a name."""
    short, text = (fill(words, values_of(kit)) for words in (action.short.rstrip("."), action.text))
    head, rest = (short, text[len(short) :]) if text.startswith(short) else (f"{short}. ", text)
    closed = rest[:1] if rest[:1] in (".", "!", "?") else ""
    spans = [Span(f"{head}{closed}", strong=True), *([Span(rest[len(closed) :])] if rest != closed else [])]
    if link is not None:
        words = kit.campaign.words
        see = f" {words.copy.see}: " if words.copy.see else " "
        spans += [Span(see), Span(link.title, link.url), Span(f"{language_mark(words, link)}.")]
    return Paragraph("step", tuple(spans), (f"actions.{action.id}",))


def _usable(kit: Kit, action: Action) -> bool:
    own_day = None if action.only_day is None else kit.schedule.day(action.only_day)
    return not (own_day and _over(kit, own_day))


def _closing(kit: Kit, article: Article) -> Iterator[Paragraph]:
    brand = kit.project.brand
    near = f" {fill(kit.campaign.words.copy.near_you, {'title': brand.local_number})}" if brand.local_number else ""
    yield plain("help", kit.campaign.words.help_head)
    yield from _ways(kit)
    yield Paragraph("call", (*_phone(kit, fill(article.call, values_of(kit))), Span(near)), ("call",))
    yield plain("note", " \u00b7 ".join(part for part in (kit.look.organization, brand.contact) if part))
    yield plain("note", kit.values["credit"])


def _ways(kit: Kit) -> Iterator[Paragraph]:
    """Every way to the hotline with its label, each a link that a phone can follow."""
    hotline, words = kit.campaign.hotline, kit.campaign.words
    yield _way(words.call, hotline.number, hotline.dialed)
    if hotline.text_number:
        yield _way(words.text, texted(hotline, words), f"sms:{hotline.text_number}")
    if hotline.web:
        yield _way(words.chat, bare(hotline.web), hotline.web)


def _way(label: str, shown: str, url: str) -> Paragraph:
    return Paragraph("way", (Span(f"{label}: "), Span(shown, url)))


def _phone(kit: Kit, text: str) -> Iterator[Span]:
    """A text whose hotline number can be called from a phone."""
    hotline = kit.campaign.hotline
    number = hotline.number
    before, found, after = text.partition(number)
    yield Span(before)
    if found:
        yield Span(number, hotline.dialed)
        yield Span(after)


def _clause(text: str, piece: str, field: str) -> Paragraph:
    """A clause with its opening words, "Whereas," or "Now, therefore,", set strong as in any proclamation."""
    if start := _OPENING.match(text):
        spans = (Span(start.group(), strong=True), Span(text[start.end() :]))
        return Paragraph("clause", spans, (field,), piece)
    return plain("clause", text, field, piece=piece)
