"""Slides and handouts for a week that the built-in campaign does not have: the toolkit's words between neutral ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.model import Deck, Handout, Post, Resource, Slide, Week
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.campaign.strings import Strings
from htpm_studio.campaign.toolkit_import.graphics import stands_alone
from htpm_studio.campaign.toolkit_import.statistics import holds_number
from htpm_studio.campaign.toolkit_import.text_splitting import (
    fits_alone,
    fitting,
    has_tail,
    sentences,
    short_title,
    whole,
)
from htpm_studio.decoding.values import Fields, FieldValue
from htpm_studio.languages.declared import SOURCE, known_language, languages, toolkit_sayings
from htpm_studio.languages.model import Saying

HEAD, BULLET, LEAD, FLYER_LEAD, NOTES = 60, 90, 180, 200, 3_500
EYEBROW, STATED, BELOW = 48, 86, 90
BULLETS, PLACES, PARTS, NUMBERS, STEPS, SAID = 5, 3, 6, 1, 5, 2
SHORT_PASSAGE, AGENDA, MANY = 60, 2, 3
LETTERS = 290
"""The most letters of the points of a slide that fit in every family."""

LINES, LINE = 16, 42
STEP = 32
"""The most letters of a line of the loop, which is read from afar."""
MINUTES, SCAN = "guide_part", "list_text"


def make_decks(week: Week, first: Week, words: Strings, month: str) -> tuple[Deck, ...]:
    """A lesson, a short deck and a loop. `first` is the built-in first week, which lends what fits any topic."""
    lesson, brief = first.deck("training"), first.deck("short")
    idea, dots = _idea(week, words), _dots(week, words)
    title = _titled(week, words, month, welcomes=bool(idea or dots))
    counted = _numbers(week, words)
    middle = [
        *idea, *dots, *counted, *_actions(week, words), *_lent(lesson, "deck/discussion"),
        *_places(week, words), *_lent(lesson, "deck/help")[1:], *_lent(lesson, "deck/closing"),
    ]  # fmt: skip
    talk = [
        title, *_lent(lesson, "deck/notice"), *_lent(lesson, "deck/help")[:1], *_agenda(middle, words), *middle,
    ]  # fmt: skip
    short = [
        _in_a_minute(title, words), *_lent(brief, "deck/notice"), *(_overview(week, words) or dots[:1] or idea),
        *counted[:1], *_actions(week, words)[:1], *_lent(brief, "deck/help"), *_lent(brief, "deck/closing"),
    ]  # fmt: skip
    topic = week.connect if week.connect != week.title else ""
    return (
        Deck("training", week.title, topic or lesson.about, _unique(talk)),
        Deck("short", _sayings(words)["short_title"].format(title=week.title), topic or brief.about, _unique(short)),
        _loop(week, first.deck("loop"), words, month),
    )


def _agenda(slides: Sequence[Slide], words: Strings) -> list[Slide]:
    """The parts of a session with their minutes, as far as a slide holds them."""
    minutes: dict[str, float] = {}
    for slide in slides:
        minutes[slide.section] = minutes.get(slide.section, 0) + slide.minutes
    rows = [
        {"time": words.print[MINUTES].replace("{n}", f"{count:.0f}"), "text": name}
        for name, count in minutes.items()
        if name and len(name) <= HEAD
    ][:PARTS]
    notes = _notes(_sayings(words)["plan"].format(parts="; ".join(row["text"] for row in rows)), AGENDA, words)
    fields: Fields = {"head": words.today, "rows": tuple(rows)}
    return [Slide("deck/agenda", fields, words.today, AGENDA, notes)] if len(rows) > 1 else []


def _numbers(week: Week, words: Strings) -> list[Slide]:
    """The numbers that posts of the week show, each once, with who counted."""
    slides: dict[FieldValue, Slide] = {}
    for post in week.posts:
        if post.graphic.template != "social/statistic":
            continue
        fields = {"eyebrow": week.eyebrow, **post.graphic.fields}
        notes = _notes(post.text, 2, words)
        slides.setdefault(fields["number"], Slide("deck/statistic", fields, _section(week, words), 2, notes))
    return list(slides.values())[:NUMBERS]


def _loop(week: Week, lent: Deck, words: Strings, month: str) -> Deck:
    """Slides that advance by themselves: the week, a number, what posts say, what to do, and where help is."""
    eyebrow = _month_line(words, month)
    opening = [slide for slide in _lent(lent, "deck/full_photo") if len(week.title) <= HEAD]
    steps = [action.short for action in week.actions if len(action.short) <= STEP][:STEPS]
    fields: Fields = {"eyebrow": words.take_action, "head": words.what_you_can_do, "items": tuple(steps)}
    section = next(slide.section for slide in lent.slides)
    doing = Slide("deck/checklist", fields, section, 0.2)
    shown = [
        *(replace(slide, fields={**slide.fields, "eyebrow": eyebrow, "head": week.title}) for slide in opening),
        *(replace(slide, section=section, minutes=0.2, notes="") for slide in _numbers(week, words)[:1]),
        *(Slide("deck/section", {"head": line}, section, 0.2) for line in _said(week)),
        *([doing] if len(steps) > 1 else _lent(lent, "deck/checklist")),
        *_lent(lent, "deck/help"),
    ]
    return replace(lent, slides=_unique(shown))


def _said(week: Week) -> list[str]:
    """How posts begin, where that says something by itself and can be read from afar."""
    texts = (_text(post) for post in week.posts if post.graphic.template != "social/statistic")
    firsts = (spoken[0] for text in texts if (spoken := sentences(text)))
    whole_ones = (row for row in firsts if row[-1:] in ".!?" and row.count("\u201c") == row.count("\u201d"))
    rows = (row for row in whole_ones if stands_alone(row) and not has_tail(row) and not holds_number(row))
    return list(dict.fromkeys(row.rstrip(".") for row in rows if len(row) <= HEAD))[:SAID]


def _text(post: Post) -> str:
    """The text for all networks, else what begins that for X."""
    return post.text or (post.networks.x[0] if post.networks else "")


def _lent(deck: Deck, layout: str) -> list[Slide]:
    return [slide for slide in deck.slides if slide.layout == layout]


def _unique(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Slides with a title each that no other has: a second one with the same title gets a number."""
    kept: list[Slide] = []
    seen: set[str] = set()
    for slide in slides:
        title, number = slide.title, 2
        while title.casefold() in seen:
            title = f"{slide.title[: HEAD - 4]} ({number})"
            number += 1
        seen.add(title.casefold())
        kept.append(slide if title == slide.title else replace(slide, fields={**slide.fields, "head": title}))
    return tuple(kept)


def _month_line(words: Strings, month: str) -> str:
    """The name of the month with its year, the name alone, or the month of the calendar: what there is room for."""
    lines = (f"{words.month_name} {{year}}", words.month_name)
    usual = f"{month[:1].upper()}{month[1:]} {{year}}"
    return next((line for line in lines if len(line.format(year=2028)) <= EYEBROW), usual)


def _titled(week: Week, words: Strings, month: str, *, welcomes: bool) -> Slide:
    """The first slide; it `welcomes` where a later one says what the week is about."""
    topic = week.strengthen if week.connect == week.title else week.connect
    sub = short_title(topic, 100)
    fields = {"eyebrow": _month_line(words, month), "head": week.title, "sub": sub, "presenter": words.presenter,
              "date": "{week_dates}"}  # fmt: skip
    notes = _sayings(words)["welcome"].format(title=week.title) if welcomes else week.idea
    return Slide("deck/title", _filled(fields), words.this_week, 2, _notes(notes, 2, words))


def _in_a_minute(title: Slide, words: Strings) -> Slide:
    """The first slide of a short deck, whose notes say one minute as well."""
    time = _sayings(words)["time"].format(count=title.minutes)
    return replace(title, minutes=1, notes=f"{_sayings(words)['minute']}{title.notes.removeprefix(time)}")


def _idea(week: Week, words: Strings) -> list[Slide]:
    """What the week is about: in large letters where that is a sentence or two, else below a title."""
    says_more = week.idea not in (week.connect, week.title) and not _is_in_passages(week)
    text = (_as_many(week.idea, LEAD) or whole(week.idea, LEAD)) if says_more else ""
    head, *rest = sentences(text) or [""]
    below = " ".join(rest)
    if text == week.idea and not week.strengthen and len(head) <= STATED and len(below) <= BELOW and fits_alone(head):
        large = {"head": head if below else head.rstrip("."), "sub": below}
        return [Slide("deck/section", _filled(large), _section(week, words), 3, _notes(week.idea, 3, words))]
    section = _section(week, words)
    fields = {
        "eyebrow": week.eyebrow,
        "head": short_title(week.strengthen, HEAD) or words.copy.connecting,
        "text": text,
    }
    return [Slide("deck/photo_text", _filled(fields), section, 3, _notes(week.idea, 3, words))] if text else []


def _is_in_passages(week: Week) -> bool:
    """Whether what a week is about is only how one of its passages begins, or a list of their titles."""
    heads = "; ".join(passage.head for passage in week.connecting)
    begins = any(passage.paragraphs and passage.paragraphs[0].startswith(week.idea) for passage in week.connecting)
    return bool(week.connecting) and (begins or week.idea.rstrip(".") == heads)


def _overview(week: Week, words: Strings) -> list[Slide]:
    """The topics of a week that has several, for a deck without room for each."""
    heads = [passage.head for passage in week.connecting if len(passage.head) <= BULLET]
    if len(set(heads)) < MANY or len(heads) > BULLETS:
        return []
    fields: Fields = {"eyebrow": words.this_week, "head": week.title, "items": tuple(heads)}
    firsts = " ".join(sentences(passage.paragraphs[0])[0] for passage in week.connecting if passage.paragraphs)
    return [Slide("deck/bullets", fields, _section(week, words), 3, _notes(firsts, 3, words))]


def _section(week: Week, words: Strings) -> str:
    """The name of the part of a session on the topic: the week's title if its short form is only a number."""
    number = fill(words.week_label, {"n": str(week.number)})
    return week.title if week.short == number and len(week.title) <= HEAD else week.short


def _as_many(text: str, limit: int) -> str:
    """As many sentences from the beginning as there is room for; one that fits where the first does not."""
    kept = ""
    for row in sentences(text):
        if has_tail(row) or len(f"{kept} {row}".strip()) > limit:
            break
        kept = f"{kept} {row}".strip()
    return kept or fitting(text, limit)


def _dots(week: Week, words: Strings) -> list[Slide]:
    slides = []
    section = _section(week, words)
    for passage in week.connecting:
        rows = [row for paragraph in passage.paragraphs for row in sentences(paragraph)]
        named = week.short if passage.head == week.connect else passage.head
        fields: Fields = {"eyebrow": week.eyebrow, "head": short_title(named, HEAD) or week.short}
        spoken = " ".join(passage.paragraphs)
        minutes = 5 if len(spoken.split()) > SHORT_PASSAGE else 2
        notes = _notes(spoken, minutes, words)
        if len(rows) > 1 and (items := _bullets(rows)):
            slides.append(Slide("deck/bullets", {**fields, "items": items}, section, minutes, notes))
        elif text := next((spoken for row in rows if fits_alone(row) and (spoken := whole(row, LEAD))), ""):
            slides.append(Slide("deck/photo_text", {**fields, "text": text}, section, minutes, notes))
    return slides


def _bullets(rows: Sequence[str]) -> tuple[str, ...]:
    """The sentences that fit a bullet; one that leans on the sentence before it only where that is there too."""
    items: list[str] = []
    follows = False
    for row in rows:
        item = row if len(row) <= BULLET else whole(row, BULLET)
        follows = bool(item) and (follows or fits_alone(row))
        if follows:
            items.append(item)
    return tuple(next(iter(_by_slides(items)), []))


def _actions(week: Week, words: Strings) -> list[Slide]:
    items = [action.short for action in week.actions if len(action.short) <= BULLET]
    slides = []
    for part in _by_slides(items):
        notes = " ".join(action.text for action in week.actions if action.short in part)
        fields: Fields = {"eyebrow": words.take_action, "head": words.what_you_can_do, "items": tuple(part)}
        slides.append(Slide("deck/bullets", fields, words.take_action, 4, _notes(notes, 4, words)))
    return slides


def _by_slides(items: Sequence[str]) -> list[list[str]]:
    """Items in groups that a slide has room for."""
    parts: list[list[str]] = [[]]
    for item in items:
        if len(parts[-1]) == BULLETS or sum(map(len, parts[-1])) + len(item) > LETTERS:
            parts.append([])
        parts[-1].append(item)
    return [part for part in parts if part]


def _places(week: Week, words: Strings) -> list[Slide]:
    rows = tuple(
        {"title": title, **_about(resource, title, 75, words), **_where(resource)}
        for resource in week.resources
        if _where(resource) and len(title := _called(resource, 44)) <= 44 and len(bare_address(resource.url)) <= 38
    )[:PLACES]
    fields: Fields = {"eyebrow": week.eyebrow, "head": words.resources, "items": rows}
    notes = _sayings(words)["read_on"].format(titles="; ".join(row["title"] for row in rows))
    return [Slide("deck/resources", fields, words.resources, 3, _notes(notes, 3, words))] if rows else []


def _called(resource: Resource, limit: int) -> str:
    """Its title; where that is long, what it says before its colon."""
    head, colon, _ = resource.title.partition(": ")
    return head if colon and len(resource.title) > limit else resource.title


def _where(resource: Resource) -> Mapping[str, str]:
    """Its address, or the site to search; empty where neither is known."""
    if resource.linkable:
        return {"url": bare_address(resource.url)}
    return {"search": resource.search} if resource.search else {}


def _about(resource: Resource, called: str, limit: int, words: Strings) -> Mapping[str, str]:
    """The description of a resource, else the part of its title after the colon if that is not in its name.

    The mark of one that is only in English is behind it: a slide or sheet has no sentence on the language of its list.
    """
    after = resource.title.partition(": ")[2] if called != resource.title else ""
    mark = f" ({words.copy.in_english})" if resource.in_english and words.copy.in_english else ""
    about = fitting(resource.about or after, limit - len(mark)) if resource.about or after else ""
    end = about[-1:] if about[-1:] == "." else ""
    return {"text": f"{about.removesuffix('.')}{mark}{end}"} if about else {}


def _notes(text: str, minutes: int, words: Strings) -> str:
    """What the toolkit says, whole sentences of it, for the speaker."""
    rows = sentences(text)
    while len(rows) > 1 and sum(len(row) + 1 for row in rows) > NOTES:
        rows.pop()
    label = known_language(_language(words)).notes.say
    return f"{_sayings(words)['time'].format(count=minutes)}\n{label}: {' '.join(rows)}"


def _sayings(words: Strings) -> Mapping[Saying, str]:
    return toolkit_sayings(_language(words))


def _language(words: Strings) -> str:
    return next((language.id for language in languages().values() if language.name == words.language_name), SOURCE)


def _filled(fields: dict[str, str]) -> Fields:
    return {name: value for name, value in fields.items() if value}


def make_handouts(week: Week, first: Week, words: Strings, theme: str) -> tuple[Handout, ...]:
    """Flyer, poster, checklist and resource sheet in the toolkit's words where they fit, else as they are lent.

    `theme` is the toolkit's line of the month, "" for none.
    """
    lent = {handout.id: handout for handout in first.handouts}
    return tuple(
        made
        for made in (
            _flyer(week, lent.get("flyer")),
            _poster(lent.get("poster"), theme),
            _checklist(week, words) or lent.get("checklist"),
            _sheet(week, words) or lent.get("resources"),
        )
        if made
    )


def _flyer(week: Week, lent: Handout | None) -> Handout | None:
    """The lent flyer with the week's title and what it is about."""
    lead = _as_many(week.idea, FLYER_LEAD)
    if lent is None or not lead or len(week.title) > HEAD:
        return lent
    return replace(lent, fields={**lent.fields, "head": week.title, "lead": lead})


def _poster(lent: Handout | None, theme: str) -> Handout | None:
    """The lent poster with the line of the month."""
    line = theme.removesuffix(".")
    return replace(lent, fields={**lent.fields, "head": line}) if lent and 0 < len(line) <= HEAD else lent


def _checklist(week: Week, words: Strings) -> Handout | None:
    items = [action.text if len(action.text) <= BULLET else action.short for action in week.actions]
    items = [item for item in items if len(item) <= BULLET][:9]
    while sum(-(-len(item) // LINE) for item in items) > LINES:
        items.pop()
    heads = (words.what_you_can_do, words.take_action, words.this_week)
    groups: tuple[FieldValue, ...] = tuple(
        {"head": head, "items": tuple(items[start : start + 3])}
        for head, start in zip(heads, range(0, len(items), 3), strict=False)
    )
    fields: Fields = {"eyebrow": week.eyebrow, "head": week.title, "groups": groups}
    return Handout("checklist", "print/checklist", fields) if groups else None


def _sheet(week: Week, words: Strings) -> Handout | None:
    rows = tuple(
        {"title": title, **_about(resource, title, 80, words), **_where(resource)}
        for resource in week.resources
        if _where(resource) and len(title := _called(resource, 50)) <= 50 and len(bare_address(resource.url)) <= 70
    )[:6]
    lead = {"lead": words.print[SCAN]} if any("url" in row for row in rows) else {}
    fields: Fields = {"eyebrow": week.eyebrow, "head": words.resources, **lead, "items": rows}
    return Handout("resources", "print/resources", fields) if rows else None
