"""One week of a toolkit as a week of a campaign: topic, passages, actions and resources in the toolkit's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.model import Action, Campaign, LinkStatus, Passage, Resource, ResourceKind, Week
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.campaign.toolkit_import.printed_dates import years_in
from htpm_studio.campaign.toolkit_import.results import RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.text_splitting import (
    FEWEST,
    alike,
    fits_alone,
    has_tail,
    key_of,
    of_any_year,
    own_words,
    parts_of,
    sentences,
    short_title,
    slug,
    web_address,
    whole,
)
from htpm_studio.decoding.values import FieldValue

SHORT, BULLET, TITLE, EYEBROW, MAX_SLUG, ABOUT = 56, 90, 60, 48, 40, 240
TAB = 36
ALIKE, SAME = 0.5, 0.18
FEW_PASSAGES, LEAD = 2, 180
_KINDS: tuple[tuple[ResourceKind, str], ...] = (
    ("fact sheet", r"fact sheets?|tip sheets?"), ("memorandum", r"information memo(randum)?s?|memo(randum)?s?"),
    ("webinar", r"webinars?|fireside chat"), ("training", r"soar online.*|training|courses?|microlearning"),
    ("toolkit", r"toolkits?"), ("report", r"reports?|journal"), ("brief", r"briefs?"),
    ("infographic", r"infographics?"),
    ("advisory", r"advisor(y|ies)"), ("framework", r"frameworks?"), ("guidance", r"guidance|guides?"),
    ("card", r"cards?"), ("standard", r"standards?"), ("tool", r"tools?"),
)  # fmt: skip


def topic_of(findings: RecognizedToolkit, week: int, group: str) -> str:
    """What the toolkit says that a week is about; the longest of what it says counts."""
    heads = [item.head for item in findings.of("week", week) if item.group == group and item.head]
    return max(heads, key=len) if heads else ""


def week_like(findings: RecognizedToolkit, week: int, ours: Sequence[Week]) -> Week | None:
    """The week of ours with the same topic; the first week, which only introduces the month, by its words."""
    connect, strengthen = (topic_of(findings, week, group) for group in ("connect", "strengthen"))
    named = [item.head for item in findings.of("week", week) if not item.group and item.head]
    topic = f"{connect} {strengthen}".strip() or " ".join(named)
    others = any(item.head for item in findings.of("week") if item.week != week)
    if week == 1 and (
        (not topic and others) or re.search(r"introduc|basics|what is|begin|kick.?off", topic, re.IGNORECASE)
    ):
        return next((own for own in ours if own.number == 1), None)

    def nearness(own: Week) -> float:
        return max(alike(connect or topic, own.connect), alike(topic, f"{own.connect} {own.strengthen}"))

    best = max(ours, key=nearness, default=None)
    return best if best and nearness(best) >= ALIKE else None


def make_week(
    findings: RecognizedToolkit, number: int, like: Week | None, base: Campaign, shared: Sequence[Resource],
    taken: set[str],
) -> Week:  # fmt: skip
    """The week without posts, decks and handouts; `shared` are the resources of the month, `taken` all ids so far."""
    connect, strengthen = (topic_of(findings, number, group) for group in ("connect", "strengthen"))
    titles = [item.head for item in findings.of("week", number) if not item.group and item.head]
    own = titles[-1] if titles else ""
    label = fill(base.words.week_label, {"n": str(number)})
    alone = _alone(findings, number)
    title = _title(own) or (like.title if like else "") or _title(connect) or _title(strengthen) or alone or label
    short = like.short if like and not own else _short(title)
    eyebrow = f"{label}: {short}" if short and label not in (short, title) else ""
    resources = make_resources(findings.of("resource", number), like, taken)
    passages = findings.of("passage", number)
    return Week(
        number=number,
        slug=like.slug if like and like.number == number else slug(connect or title, MAX_SLUG),
        title=title,
        short=short or label,
        eyebrow=eyebrow if eyebrow and len(eyebrow) <= EYEBROW else label,
        idea=_idea(passages, like, connect or _said_first(findings, number) or title, findings.year),
        connect=connect,
        strengthen=strengthen,
        connecting=_connecting(passages, connect or title, findings.year),
        talking_points=like.talking_points if like else (),
        questions=like.questions if like else (),
        letter=like.letter if like and not findings.of("newsletter") else None,
        actions=make_actions(findings.of("action", number), like, base, (*resources, *shared), findings.year, taken),
        resources=resources,
        statistics=like.statistics if like else (),
    )


def _alone(findings: RecognizedToolkit, number: int) -> str:
    """The theme or the name of what a toolkit is for, where it has one week only; "" where it has several."""
    if findings.weeks not in ((), (number,)) or findings.single or findings.setting.ours:
        return ""
    theme = next((item.text for item in findings.of("theme") if item.group == "title"), "")
    return _title(theme.rstrip(".")) or _title(findings.setting.name)


def _short(title: str) -> str:
    """A title without what all titles begin with, where that is short enough for a tab."""
    rest = re.sub(r"^human trafficking (?:and|in|through) ", "", title, flags=re.IGNORECASE)
    rest = rest if len(rest) <= TAB else short_title(rest, TAB)
    return f"{rest[:1].upper()}{rest[1:]}" if not re.match(r"(?:week|semana) \d", rest, re.IGNORECASE) else ""


def _title(text: str) -> str:
    return text if 0 < len(text) <= TITLE else short_title(text, TITLE) if text else ""


def _said_first(findings: RecognizedToolkit, number: int) -> str:
    """The whole sentences of the first post that says something by itself: what a week without passages is about."""
    for item in findings.of("post", number):
        words = parts_of(of_any_year(item.text, findings.year)).words
        rows = [row for row in sentences(words) if row[-1:] in ".!?"]
        alone = rows and fits_alone(rows[0]) and not re.search(r"\d", words)
        if alone and own_words(words) >= FEWEST and not has_tail(words):
            return " ".join(rows)
    return ""


def _idea(passages: Sequence[ToolkitItem], like: Week | None, topic: str, year: int) -> str:
    words = of_any_year(" ".join(item.text for item in passages if item.group == "idea"), year)
    heads = list(dict.fromkeys(item.head for item in passages if item.group == "" and item.head))
    told = next((_beginning(item.text) for item in passages if item.group == ""), topic)
    several = f"{'; '.join(heads)}." if len(heads) > FEW_PASSAGES else told
    return words[:3_900] or (like.idea if like else several)


def _beginning(text: str) -> str:
    """The first sentence of a passage; with the next one, where it is a question that this one answers."""
    rows = sentences(text)
    both = " ".join(rows[:2])
    asks = rows[0].rstrip('\u201d\u2019")').endswith("?")
    return both if asks and len(both) <= LEAD and not has_tail(both) else rows[0]


def _connecting(passages: Sequence[ToolkitItem], topic: str, year: int) -> tuple[Passage, ...]:
    heads = list(dict.fromkeys(item.head for item in passages if item.group == ""))
    made = []
    for head in heads:
        rows = [of_any_year(item.text, year) for item in passages if item.group == "" and item.head == head]
        made.append(Passage(head or topic, tuple(row[:3_900] for row in rows), *_only(" ".join(rows), year)))
    return tuple(made)


def _only(text: str, year: int) -> tuple[int | None, str]:
    """The year to which a text that names that year or a later one is limited, and why."""
    last = max((named for named in years_in(text) if named >= year), default=None)
    return (year, f"It names the year {last}.") if last else (None, "")


def make_actions(
    items: Sequence[ToolkitItem], like: Week | None, base: Campaign, resources: Iterable[Resource], year: int,
    taken: set[str],
) -> tuple[Action, ...]:  # fmt: skip
    """The actions; their short form is made of their own words, or is ours where we have the same action.

    Resources are those whose titles an action links.
    """
    by_title = {key_of(resource.title): resource.id for resource in resources}
    ours = list(like.actions) if like else []
    actions, of_day = [], day_names(base)
    for item in items:
        same = max(ours, key=lambda action: alike(action.text, item.text), default=None)
        same = same if same and alike(same.text, item.text) >= SAME else None
        ours = [action for action in ours if action is not same]
        name = same.id if same and same.id not in taken else slug(item.text, MAX_SLUG, sorted(taken))
        taken.add(name)
        linked = dict.fromkeys(by_title[key_of(link.text)] for link in item.links if key_of(link.text) in by_title)
        text = of_any_year(item.text, year)
        only, why = _only(text, year)
        day = base.observance.day if of_day and of_day.search(item.text) else None
        short = short_action(text, same.short if same else "")
        actions.append(Action(name, short, text[:3_900], tuple(linked), only, why, day))
    return tuple(actions)


def day_names(base: Campaign) -> re.Pattern[str] | None:
    """What names the day that people take part in: what it is called, or its date."""
    day = base.observance.day
    names = [event.short or event.name for event in base.month.events if event.day == day]
    if not day or not names:
        return None
    called = "|".join(re.escape(name.removesuffix(" Day")).replace(r"\ ", " ?") for name in names)
    return re.compile(
        rf"{called}|{base.words.months[base.observance.month - 1]} {day}\b(?!\s*[-\u2013])", re.IGNORECASE
    )


def short_action(text: str, ours: str = "") -> str:
    """An action in at most 56 characters: its first sentence where that is short, else ours, else it stays long."""
    first = sentences(text.replace("#", ""))[0]
    if len(first) <= SHORT:
        return first.rstrip(".")
    return ours or whole(first, BULLET) or first


def make_resources(items: Sequence[ToolkitItem], like: Week | None, taken: set[str]) -> tuple[Resource, ...]:
    """The resources under their exact titles; an address is the toolkit's, or ours where we know the same title."""
    known = {key_of(resource.title): resource for resource in (like.resources if like else ())}
    made = []
    for item in items:
        ours = known.get(key_of(item.text))
        link = next((link.target for link in item.links if link.target), "")
        url = web_address(link)
        name = ours.id if ours and ours.id not in taken else slug(item.text, MAX_SLUG, sorted(taken))
        taken.add(name)
        status: LinkStatus = "likely" if url else "unknown"
        about = item.about if len(item.about) <= ABOUT else sentences(item.about)[0]
        new = Resource(
            name,
            item.text,
            kind_of(item.text),
            "act" if item.group == "act" else "learn",
            status,
            about[:3_900],
            "",
            url,
        )
        if ours and (not url or bare_address(ours.url) == bare_address(url)):
            new = replace(ours, id=name, title=item.text, group=new.group, about=about or ours.about)
        made.append(new)
    return tuple(made)


def kind_of(title: str) -> ResourceKind:
    """What sort of thing a title says it is, by the word before its colon, else by any of its words."""
    head = title.partition(":")[0] if ":" in title[:60] else ""
    for text, entire in ((head, True), (title, False)):
        for kind, pattern in _KINDS:
            rule = rf"\s*(?:{pattern})\s*" if entire else rf".*\b(?:{pattern})\b.*"
            if text and re.fullmatch(rule, text, re.IGNORECASE):
                return kind
    return "website"


def needed_resources(week: Week, ours: Campaign, addresses: set[str], taken: set[str]) -> tuple[Resource, ...]:
    """Resources of ours whose addresses are on slides, handouts or graphics that the week takes over from us.

    `addresses` are those that the pack has given so far, and grows; so do the ids in `taken`.
    """
    shown = set(_texts([piece.fields for piece in (*week.handouts, *(post.graphic for post in week.posts))]))
    slides = [slide for deck in week.decks for slide in deck.slides]
    shown |= set(_texts([slide.fields for slide in slides]))
    shown |= set(_texts([piece.dated.fields for piece in (*slides, *week.handouts) if piece.dated is not None]))
    addresses |= {bare_address(resource.url) for resource in week.resources if resource.linkable}
    found: list[Resource] = []
    known = (*ours.month.resources, *(resource for other in ours.weeks for resource in other.resources))
    for resource in (candidate for candidate in known if candidate.linkable):
        if bare_address(resource.url) in shown - addresses:
            name = resource.id if resource.id not in taken else slug(resource.title, MAX_SLUG, sorted(taken))
            addresses.add(bare_address(resource.url))
            taken.add(name)
            found.append(replace(resource, id=name))
    return tuple(found)


def with_linked(week: Week, shared: Sequence[Resource], ours: Campaign, taken: set[str]) -> Week:
    """A week of ours with the resources of our month that its actions link and the month of the pack, `shared`, lacks.

    The ids in `taken` grow.
    """
    there = {resource.id for resource in (*week.resources, *shared)}
    wanted = dict.fromkeys(name for action in week.actions for name in action.resources if name not in there)
    lent = [resource for resource in ours.month.resources if resource.id in wanted]
    names = {
        resource.id: resource.id if resource.id not in taken else slug(resource.title, MAX_SLUG, sorted(taken))
        for resource in lent
    }
    taken |= set(names.values())
    actions = [
        replace(action, resources=tuple(names.get(name, name) for name in action.resources)) for action in week.actions
    ]
    added = tuple(replace(resource, id=names[resource.id]) for resource in lent)
    return replace(week, actions=tuple(actions), resources=(*week.resources, *added))


def _texts(value: FieldValue | Sequence[Mapping[str, FieldValue]]) -> Iterable[str]:
    if isinstance(value, str):
        yield value
        return
    for item in value.values() if isinstance(value, Mapping) else value:
        yield from _texts(item)
