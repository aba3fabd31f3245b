"""Slides and handouts for a week that the built-in campaign does not have: the toolkit's words between neutral ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.lengths import bare_address
from htpm_studio.campaign.model import Deck, Handout, Resource, Slide, Week
from htpm_studio.campaign.strings import Strings
from htpm_studio.campaign.toolkit.phrases import fits_alone, fitting, sentences, short_title, whole
from htpm_studio.toml.values import Fields, FieldValue

HEAD, BULLET, LEAD, NOTES = 60, 90, 180, 3_500
BULLETS, PLACES = 5, 3


def make_decks(week: Week, first: Week, words: Strings) -> tuple[Deck, ...]:
    """A lesson, a short deck and a loop. `first` is the built-in first week, which lends what fits any topic."""
    lesson, brief = first.deck("training"), first.deck("short")
    title = _titled(week, words)
    talk = [
        title, *_lent(lesson, "deck/notice"), *_lent(lesson, "deck/help")[:1], *_idea(week), *_dots(week),
        *_actions(week, words), *_lent(lesson, "deck/discussion"), *_places(week, words),
        *_lent(lesson, "deck/help")[1:], *_lent(lesson, "deck/closing"),
    ]  # fmt: skip
    short = [
        replace(title, minutes=1), *_lent(brief, "deck/notice"), *_dots(week)[:1], *_actions(week, words)[:1],
        *_lent(brief, "deck/help"), *_lent(brief, "deck/closing"),
    ]  # fmt: skip
    return (
        Deck("training", week.title, week.connect or week.title, _unique(talk)),
        Deck("short", week.title, week.connect or week.title, _unique(short)),
        first.deck("loop"),
    )


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


def _titled(week: Week, words: Strings) -> Slide:
    topic = week.strengthen if week.connect == week.title else week.connect
    sub = short_title(topic, 100)
    fields = {"eyebrow": f"{words.month_name} {{year}}", "head": week.title, "sub": sub, "presenter": words.presenter,
              "date": "{week_dates}"}  # fmt: skip
    return Slide("deck/title", _filled(fields), words.this_week, 2, _notes(week.idea, 2))


def _idea(week: Week) -> list[Slide]:
    text = "" if week.idea in (week.connect, week.title) else fitting(week.idea, LEAD) or whole(week.idea, LEAD)
    fields = {"eyebrow": week.eyebrow, "head": short_title(week.strengthen, HEAD) or week.short, "text": text}
    return [Slide("deck/photo_text", _filled(fields), week.short, 3, _notes(week.idea, 3))] if text else []


def _dots(week: Week) -> list[Slide]:
    slides = []
    for passage in week.connecting:
        rows = [row for one in passage.paragraphs for row in sentences(one)]
        named = week.short if passage.head == week.connect else passage.head
        fields: Fields = {"eyebrow": week.eyebrow, "head": short_title(named, HEAD) or week.short}
        notes = _notes(" ".join(passage.paragraphs), 5)
        if items := _bullets(rows):
            slides.append(Slide("deck/bullets", {**fields, "items": items}, week.short, 5, notes))
        elif text := next((said for row in rows if fits_alone(row) and (said := whole(row, LEAD))), ""):
            slides.append(Slide("deck/photo_text", {**fields, "text": text}, week.short, 5, notes))
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
    return tuple(items[:BULLETS])


def _actions(week: Week, words: Strings) -> list[Slide]:
    items = [one.short for one in week.actions if len(one.short) <= BULLET]
    slides = []
    for start in range(0, len(items), BULLETS):
        part = items[start : start + BULLETS]
        said = " ".join(one.text for one in week.actions if one.short in part)
        fields: Fields = {"eyebrow": week.eyebrow, "head": words.what_you_can_do, "items": tuple(part)}
        slides.append(Slide("deck/bullets", fields, words.take_action, 4, _notes(said, 4)))
    return slides


def _places(week: Week, words: Strings) -> list[Slide]:
    rows = tuple(
        {"title": one.title, "text": _about(one, words, 75), **_where(one)}
        for one in week.resources
        if _where(one) and len(one.title) <= 44 and len(bare_address(one.url)) <= 38
    )[:PLACES]
    fields: Fields = {"eyebrow": week.eyebrow, "head": words.resources, "items": rows}
    return (
        [Slide("deck/resources", fields, words.resources, 3, _notes(". ".join(row["title"] for row in rows), 3))]
        if rows
        else []
    )


def _where(resource: Resource) -> Mapping[str, str]:
    """Its address, or the site to search; empty where neither is known."""
    if resource.linkable:
        return {"url": bare_address(resource.url)}
    return {"search": resource.search} if resource.search else {}


def _about(resource: Resource, words: Strings, limit: int) -> str:
    said = fitting(resource.about, limit) if resource.about else ""
    return said or (words.take_action if resource.group == "act" else words.learn)


def _notes(text: str, minutes: int) -> str:
    """What the toolkit says, whole sentences of it, for the speaker."""
    rows = sentences(text)
    while len(rows) > 1 and sum(len(row) + 1 for row in rows) > NOTES:
        rows.pop()
    return f"Time: {minutes} minutes.\nSay: {' '.join(rows)}"


def _filled(fields: dict[str, str]) -> Fields:
    return {name: value for name, value in fields.items() if value}


def make_handouts(week: Week, first: Week, words: Strings) -> tuple[Handout, ...]:
    """Flyer of the built-in campaign, checklist and resource sheet in the toolkit's words where they fit."""
    lent = {one.id: one for one in first.handouts}
    return tuple(
        made
        for made in (
            lent.get("flyer"),
            _checklist(week, words) or lent.get("checklist"),
            _sheet(week, words) or lent.get("resources"),
        )
        if made
    )


def _checklist(week: Week, words: Strings) -> Handout | None:
    items = [one.text if len(one.text) <= BULLET else one.short for one in week.actions]
    items = [item for item in items if len(item) <= BULLET][:9]
    heads = (words.what_you_can_do, words.take_action, words.next_step)
    groups: tuple[FieldValue, ...] = tuple(
        {"head": head, "items": tuple(items[start : start + 3])}
        for head, start in zip(heads, range(0, len(items), 3), strict=False)
    )
    fields: Fields = {"eyebrow": week.eyebrow, "head": week.title, "groups": groups}
    return Handout("checklist", "print/checklist", fields) if groups else None


def _sheet(week: Week, words: Strings) -> Handout | None:
    rows = tuple(
        {"title": one.title, "text": _about(one, words, 80), **_where(one)}
        for one in week.resources
        if _where(one) and len(one.title) <= 50 and len(bare_address(one.url)) <= 70
    )[:6]
    fields: Fields = {"eyebrow": week.eyebrow, "head": words.resources, "items": rows}
    return Handout("resources", "print/resources", fields) if len(rows) >= 2 else None
